"""Call-ups as they are told: the list with its figures, one of them with its steps; ratings as measures."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.cases.measures import AVERAGE, Measure, Narrowed, Period, Reading, rate, register
from chengyun.cases.present import iso
from chengyun.kernel import masks
from chengyun.org.access import Actor

from . import calls, scope
from .models import CallPart, CallUp
from .permissions import CALL, CALL_CONFIRM
from .words import CALL_ACTIONS, CALL_STATES, PART_STATES

RESPONSE, ARRIVAL, RATING = "call_response_rate", "call_arrival_rate", "call_rating"


def _late(now: datetime) -> Q:
    return Q(state="called", respond_due__lt=now) | Q(state__in=("called", "coming"), arrive_due__lt=now)


def page(actor: Actor, asked: Any) -> dict[str, Any]:
    now = timezone.now()
    mine = CallUp.objects.filter(calls.visible(actor))
    found = _asked(mine, asked, now)
    if asked.cursor:
        found = found.filter(scope.after(asked.cursor, "started_at"))
    some = list(found.select_related("case").order_by("-started_at", "-pk")[: asked.limit + 1])
    more, some = len(some) > asked.limit, some[: asked.limit]
    parts = parts_of(some)
    return {
        "items": [told(actor, row, parts.get(row.pk, []), now) for row in some],
        "next_cursor": scope.cursor_of(some[-1].started_at, some[-1].pk) if more else None,
        "figures": _figures(mine, now), "may_call": actor.can(CALL), "direct": actor.can(CALL_CONFIRM),
    }  # fmt: skip


def _asked(found: QuerySet[CallUp], asked: Any, now: datetime) -> QuerySet[CallUp]:
    if asked.state == "open":
        found = found.filter(closed_at__isnull=True)
    elif asked.state == "late":
        late = CallPart.objects.filter(_late(now), call_id=OuterRef("pk"))
        found = found.filter(Exists(late), state__in=(calls.CALLED, calls.HANDLING))
    elif asked.state:
        found = found.filter(state=asked.state)
    if asked.number:
        found = found.filter(case__number=asked.number)
    span = Q()
    if asked.first or asked.last:
        first, last = scope.span(asked.first, asked.last)
        span = Q(called_at__gte=scope.midnight(first), called_at__lt=scope.midnight(last + timedelta(days=1)))
    if asked.unit or asked.stars or asked.rated is not None or asked.in_time is not None:
        found = found.filter(Exists(_parts(asked, span)))
    elif span:
        found = found.filter(span)
    return found


def _parts(asked: Any, span: Q) -> QuerySet[CallPart]:
    """Parts as the measures count them."""
    found = CallPart.objects.filter(span, call_id=OuterRef("pk"))
    if asked.unit:
        found = found.filter(to_id__in=scope.units_asked(asked.unit))
    if asked.stars:
        found = found.filter(stars=asked.stars)
    if asked.rated is not None:
        found = found.filter(stars__isnull=not asked.rated)
    if asked.in_time is not None:
        good = Q(arrived_at__lte=F("arrive_due"))
        found = found.filter(good) if asked.in_time else found.exclude(good)
    return found


def _figures(mine: QuerySet[CallUp], now: datetime) -> dict[str, int]:
    late = CallPart.objects.filter(_late(now), call_id=OuterRef("pk"))
    states = ("asked", "called", "handling", "concluded")
    open_ = mine.filter(closed_at__isnull=True)
    said = open_.aggregate(**{state: Count("pk", filter=Q(state=state)) for state in states}, open=Count("pk"))
    said["late"] = open_.filter(Exists(late), state__in=(calls.CALLED, calls.HANDLING)).count()
    return {name: int(value or 0) for name, value in said.items()}


def parts_of(rows: Sequence[CallUp]) -> dict[int, list[CallPart]]:
    found: dict[int, list[CallPart]] = {}
    for part in CallPart.objects.filter(call__in=rows).order_by("call_id", "pk"):
        found.setdefault(part.call_id, []).append(part)
    return found


def told(actor: Actor, row: CallUp, parts: Sequence[CallPart], now: datetime) -> dict[str, Any]:
    live = row.state in (calls.CALLED, calls.HANDLING)
    shown = [_part(actor, part, now, live) for part in parts]
    return {
        "id": str(row.uid), "key": row.pk, "number": row.number, "version": row.version,
        "matter": masks.mask_text(row.matter),
        "state": row.state, "state_name": CALL_STATES[row.state], "urgency": row.urgency,
        "by_unit": catalogue.current().unit_name(row.by_unit_id), "started_by": row.started_by,
        "started_at": iso(row.started_at), "called_at": iso(row.called_at),
        "case_number": row.case.number if row.case else None, "late": live and any(p["late"] for p in shown),
        "parts": shown,
    }  # fmt: skip


def _part(actor: Actor, part: CallPart, now: datetime, live: bool) -> dict[str, Any]:
    late = ""
    if (part.arrived_at or (now if live else part.arrive_due)) > part.arrive_due:
        late = "arrive"
    elif (part.responded_at or (now if live else part.respond_due)) > part.respond_due:
        late = "respond"
    return {
        "unit_id": part.to_id, "unit": catalogue.current().unit_name(part.to_id), "state": part.state,
        "state_name": PART_STATES[part.state], "respond_due": iso(part.respond_due), "arrive_due": iso(part.arrive_due),
        "responded_at": iso(part.responded_at), "responded_by": part.responded_by, "arrived_at": iso(part.arrived_at),
        "arrived_by": part.arrived_by, "arrived_m": part.arrived_m, "late": late, "stars": part.stars,
        "rating_note": part.rating_note, "mine": calls.answers_for(actor, part),
    }  # fmt: skip


def detail(actor: Actor, key: uuid.UUID | int) -> dict[str, Any]:
    row, now = calls.find(actor, key), timezone.now()
    parts = list(row.parts.order_by("pk"))
    known = catalogue.current()
    return {
        **told(actor, row, parts, now), "detail": masks.mask_text(row.detail), "address": row.address, "lng": row.lng,
        "lat": row.lat, "conclusion": masks.mask_text(row.conclusion), "solved": row.solved,
        "concluded_at": iso(row.concluded_at), "closed_at": iso(row.closed_at),
        "actions": calls.possible(actor, row, parts),
        "steps": [
            {
                "at": iso(step.at), "received_at": iso(step.received_at), "action": step.action,
                "action_name": CALL_ACTIONS.get(step.action, step.action), "actor": step.actor,
                "unit": known.unit_name(step.to_id), "note": masks.mask_text(step.note), "detail": step.detail,
            }
            for step in row.steps.order_by("pk")
        ],
    }  # fmt: skip


# --- measures ---------------------------------------------------------------------------------------------------------
def read(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> Mapping[str, Mapping[str, Reading]]:
    """Rates and mean rating of called units, by unit or together; calls withdrawn or declined are not counted."""
    if narrowed.area or narrowed.channel or narrowed.category:
        return {"": dict.fromkeys(codes, Reading(missing="吹哨只能按单位看"))}
    start, end = scope.midnight(period.first), min(scope.midnight(period.end), timezone.now())
    last = (period.end - timedelta(days=1)).isoformat()
    result: dict[str, dict[str, Reading]] = {}
    for code in codes:
        due = "respond_due" if code == RESPONSE else "arrive_due"
        found = CallPart.objects.filter(called_at__gte=start, called_at__lt=scope.midnight(period.end))
        found = found.exclude(call__state=calls.WITHDRAWN)
        found = found.filter(stars__isnull=False) if code == RATING else found.filter(**{f"{due}__lt": end})
        if narrowed.unit:
            wanted = [key for unit in narrowed.unit.split(",") for key in scope.units_asked(unit)]
            found = found.filter(to_id__in=wanted)
        for key, row in _grouped(found, code, by):
            query = {"page": "callups", "state": "", "first": period.first.isoformat(), "last": last}
            unit = key or (narrowed.unit if "," not in narrowed.unit else "")
            query |= {"unit": unit} if unit else {}
            result.setdefault(key, {})[code] = _reading(code, row, query)
    return result


def _grouped(found: QuerySet[CallPart], code: str, by: str) -> list[tuple[str, dict[str, Any]]]:
    kept = Q(responded_at__lte=F("respond_due")) if code == RESPONSE else Q(arrived_at__lte=F("arrive_due"))
    wanted = {"n": Count("pk", filter=kept), "d": Count("pk"), "sum": Sum("stars"), "mean": Avg("stars")}
    if not by:
        return [("", found.aggregate(**wanted))]
    known = catalogue.current().units
    return [
        (known[row["to_id"]].code, dict(row))
        for row in found.order_by().values("to_id").annotate(**wanted) if row["to_id"] in known
    ]  # fmt: skip


def _reading(code: str, row: Mapping[str, Any], query: dict[str, str]) -> Reading:
    if not row["d"]:
        return Reading(missing="本期没有吹哨", numerator=Decimal(0), denominator=Decimal(0))
    if code == RATING:
        opened = {"value": {**query, "rated": "true"}, "denominator": {**query, "rated": "true"}}
        value = (Decimal(row["sum"]) / row["d"]).quantize(Decimal("0.01"))
        return Reading(value, Decimal(row["sum"]), Decimal(row["d"]), opened)
    good = {**query, "in_time": "true"} if code == ARRIVAL else query
    return rate(row["n"], row["d"], opened={"numerator": good, "denominator": query, "value": query})


def register_all() -> None:
    notices.register_page(calls.NOTICE, "callups")
    register(
        Measure(
            RESPONSE, "吹哨按时响应率", "Call-ups answered in time", read, divides=("unit",),
            rule="时限内响应的 ÷ 期内吹哨、响应时限已到的（撤回的不计）", source="B4 (F41); K",
        ),
        Measure(
            ARRIVAL, "吹哨按时报到率", "Called units on the spot in time", read, divides=("unit",),
            rule="时限内到场的 ÷ 期内吹哨、到场时限已到的（撤回的不计）", source="B4 (F41); K",
        ),
        Measure(
            RATING, "吹哨方评价", "Rating by the calling side", read, unit="分", kind=AVERAGE, divides=("unit",),
            rule="吹哨方所打 1–5 分的平均，按被叫单位", source="B4 (F41: 街道考核评价权)",
        ),
    )  # fmt: skip
