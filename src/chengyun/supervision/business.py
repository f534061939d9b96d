"""营商环境: the board of business-environment cases, and what passes between the centre and the discipline commission.

Whoever acts for the commission sees by permission; every case, order and board that it opens is written down.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered, measures, notices
from chengyun.cases.measures import Narrowed, Period
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel import masks
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import ladder, queries
from .models import Cue, LookRecord
from .permissions import BUSINESS, DISCIPLINE
from .starting import invalid

NOTICE = "cue"
DAYS = 30
SHOWN, MOST_UNITS = 50, 100
SOURCE = "business"
RATE = "business_on_time_rate"


# --- the board --------------------------------------------------------------------------------------------------------
def board(actor: Actor, days: int = DAYS) -> dict[str, Any]:
    """Figures, units and the cases that are due first; every figure has the filter that opens its cases."""
    now = timezone.now()
    since = timezone.localtime(now - timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
    cases = access.visible_to(actor).filter(ladder.business())
    recent = Q(closed_at__gte=since)
    figures = {
        "open": Q(is_open=True), "due_soon": Q(is_open=True, due_status=Case.DUE_SOON),
        "overdue": Q(is_open=True, due_status=Case.OVERDUE), "supervised": Q(is_open=True, supervised=True),
        "received": Q(received_at__gte=since), "closed": recent, "on_time": recent & Q(was_overdue=False),
        "rated": recent & Q(satisfaction__in=("satisfied", "basically", "dissatisfied")),
        "satisfied": recent & Q(satisfaction__in=("satisfied", "basically")),
    }  # fmt: skip
    wanted = {name: Count("pk", filter=condition) for name, condition in figures.items()}
    near = cases.filter(Q(is_open=True) | Q(received_at__gte=since) | recent)
    said = near.aggregate(**wanted)
    told = {name: {"value": said[name], "query": _query(name, since)} for name in figures}
    log_look(actor, "board", "营商环境看板")
    return {
        "days": days, "since": iso(since),
        "scopes": [scope.name for scope in ladder.current().scopes],
        "figures": {**told, **_in_time(actor, since, now, told)},
        "units": _units(near, since, wanted), "cases": _first(cases),
        "may_cue": actor.can(BUSINESS), "discipline": actor.can(DISCIPLINE),
    }  # fmt: skip


def _in_time(actor: Actor, since: datetime, now: datetime, told: dict[str, Any]) -> dict[str, Any]:
    """Closed in time of what was due, as the indicator counts it: a case that is late and open counts too."""
    days = Period(timezone.localdate(since), timezone.localdate(now) + timedelta(days=1))
    reading = measures.read(RATE, days, Narrowed(actor=actor))
    if reading.missing or reading.numerator is None or reading.denominator is None:
        return {"due": told["closed"]}
    parts = {"on_time": ("numerator", reading.numerator), "due": ("denominator", reading.denominator)}
    return {
        name: {"value": int(number), "query": dict(reading.opened.get(part, {}))}
        for name, (part, number) in parts.items()
    }


def _query(name: str, since: datetime, unit: str = "") -> dict[str, str]:
    query = {"gathered": f"{SOURCE}:all", **({"unit": unit} if unit else {})}
    span = {"closed_from": since.isoformat()}
    more: dict[str, dict[str, str]] = {
        "open": {"open": "true"}, "due_soon": {"due": "due_soon"}, "overdue": {"due": "overdue"},
        "supervised": {"open": "true", "supervised": "true"}, "received": {"received_from": since.isoformat()},
        "closed": span, "on_time": {**span, "was_overdue": "false"},
        "rated": {**span, "satisfaction": "satisfied,basically,dissatisfied"},
        "satisfied": {**span, "satisfaction": "satisfied,basically"},
    }  # fmt: skip
    return {**query, **more[name]}


def _units(cases: Any, since: datetime, wanted: dict[str, Count]) -> list[dict[str, Any]]:
    known = catalogue.current()
    names = ("open", "overdue", "closed", "on_time")
    rows = (
        cases.filter(lead_unit__isnull=False).order_by().values("lead_unit_id")
        .annotate(**{name: wanted[name] for name in names}).order_by("-overdue", "-open", "lead_unit_id")[:MOST_UNITS]
    )  # fmt: skip
    found = []
    for row in rows:
        unit = known.unit(row["lead_unit_id"])
        if unit is None:
            continue
        found.append({
            "id": unit.id, "code": unit.code, "name": unit.name,
            "figures": {
                name: {"value": row[name], "query": {**_query(name, since, unit.code), "direct": "unit"}}
                for name in names
            },
        })  # fmt: skip
    return found


def _first(cases: Any) -> list[dict[str, Any]]:
    known = catalogue.current()
    columns = ("number", "title", "state", "due_status", "next_due_at", "lead_unit_id", "received_at", "supervised",
               "channel")  # fmt: skip
    rows = cases.filter(is_open=True).order_by(F("next_due_at").asc(nulls_last=True), "id").values(*columns)[:SHOWN]
    return [
        {
            "number": row["number"], "title": masks.mask_text(row["title"]), "received_at": iso(row["received_at"]),
            "due_status": Case.DUE_NAMES[row["due_status"]], "next_due_at": iso(row["next_due_at"]),
            "unit": known.unit_name(row["lead_unit_id"]), "supervised": row["supervised"],
            "channel": (known.channels.get(row["channel"]) or {}).get("name", row["channel"]),
        }
        for row in rows
    ]  # fmt: skip


# --- cues -------------------------------------------------------------------------------------------------------------
def cues(actor: Actor, state: str) -> dict[str, Any]:
    """The newest first; those that the commission sees are marked as seen."""
    found = Cue.objects.select_related("case", "order").order_by("-sent_at", "-id")
    if state == "open":
        found = found.filter(answered_at__isnull=True)
    rows = list(found[:200])
    if actor.can(DISCIPLINE) and actor.account_id is not None and rows:
        unseen = [row.pk for row in rows if row.seen_at is None]
        now = timezone.now()
        if unseen:
            Cue.objects.filter(pk__in=unseen, seen_at__isnull=True).update(seen_at=now, seen_by=actor.name[:120])
        log_look(actor, "cues", f"营商环境提示 {len(rows)} 条")
    return {"items": [_cue(actor, row) for row in rows]}


def _cue(actor: Actor, row: Cue) -> dict[str, Any]:
    return {
        "id": row.pk, "number": row.case.number if row.case else None,
        "title": masks.mask_text(row.case.title) if row.case else row.order.title if row.order else "",
        "order": {"id": row.order.pk, "number": row.order.number} if row.order else None,
        "unit": catalogue.current().unit_name(row.unit_id), "note": masks.mask_text(row.note),
        "sent_at": iso(row.sent_at), "sent_by": row.sent_by, "seen_at": iso(row.seen_at), "seen_by": row.seen_by,
        "answer": row.answer, "answered_at": iso(row.answered_at), "answered_by": row.answered_by,
        "may_answer": row.answered_at is None and actor.can(DISCIPLINE),
    }  # fmt: skip


def send_cue(actor: Actor, given: Any, now: datetime | None = None) -> None:
    """提示: point the commission to a business case, or to an order. Problem 404, 422."""
    now = now or timezone.now()
    if bool(given.number) == bool(given.order_id):
        raise invalid("number", "请写一个案件编号，或选一份督办单。")
    case = order = None
    with transaction.atomic():
        if given.number:
            case = access.find(actor, given.number)
            if case is None:
                raise invalid("number", f"没有编号为 {given.number[:40]} 的案件，或您无权查看。")
            if not ladder.is_business(case.category_id, case.channel, case.flags) and not case.supervised:
                raise invalid("number", "只有营商环境办件和督办中的案件可以提示纪委监委。")
        else:
            order = queries.find(actor, given.order_id)
        unit = case.lead_unit_id if case else order.parts.values_list("to_id", flat=True).first() if order else None
        row = Cue.objects.create(
            case=case, order=order, unit_id=unit, note=given.note, sent_at=now, sent_by_id=actor.account_id,
            sent_by=actor.name[:120],
        )  # fmt: skip
        about = case.number if case else order.number if order else ""
        text = f"城运中心提示：{about} {given.note}"
        notices.tell(notices.accounts_with(DISCIPLINE), case, NOTICE, text, f"{NOTICE}-{row.pk}", now)


def answer_cue(actor: Actor, cue_id: int, text: str, now: datetime | None = None) -> None:
    """What the commission did with it; the centre is told. Problem 404, 409."""
    now = now or timezone.now()
    with transaction.atomic():
        row = Cue.objects.select_for_update(of=("self",)).select_related("case").filter(pk=cue_id).first()
        if row is None:
            raise Problem(404, "not_found", "没有找到提示", "编号有误，请刷新后再看。")
        if row.answered_at is not None:
            raise Problem(409, "conflict", "提示已有变化", f"{row.answered_by}已经反馈过。", current={"id": row.pk})
        row.answer, row.answered_at, row.answered_by = text, now, actor.name[:120]
        row.seen_at, row.seen_by = row.seen_at or now, row.seen_by or actor.name[:120]
        row.save()
        accounts = [row.sent_by_id] if row.sent_by_id else notices.accounts_with(BUSINESS)
        notices.tell(accounts, row.case, NOTICE, f"纪委监委已反馈：{text}", f"{NOTICE}-{row.pk}-answer", now)


# --- every look is kept -----------------------------------------------------------------------------------------------
def log_look(actor: Actor, what: str, words: str, number: str = "") -> None:
    """Written when it is the commission that looks."""
    if actor.can(DISCIPLINE) and not actor.is_system and actor.account_id is not None:
        LookRecord.objects.create(
            account_id=actor.account_id, for_id=actor.for_id, number=number, what=what, words=words[:200],
            at=timezone.now(),
        )  # fmt: skip


def case_opened(actor: Actor, number: str) -> None:
    log_look(actor, "case", f"案件 {number}", number)


# --- as a filter of every list of cases -------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    if what != "all":
        raise ValueError(what)
    return ladder.business()


def register_source() -> None:
    from chengyun.cases import looks

    gathered.register(gathered.Source(SOURCE, _gathered, lambda what: "营商环境办件"))
    notices.register_page(NOTICE, "supervision-business")
    looks.register(case_opened)
    looks.keep(looks.Kept("look", "调阅（纪委监委）", _LOOKS))


_LOOKS = (
    "SELECT l.at, {source} AS source, l.id, 'look' AS kind, l.account_id, l.for_id, '' AS reason,"
    " nullif(l.number, '') AS number, l.words, false AS clear, 1 AS rows, true AS complete"
    " FROM supervision_lookrecord l WHERE {where} ORDER BY l.at DESC, l.id DESC"
)
