"""Reading orders: who sees which, the list with its figures, one with its parts, cases and history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered, notices
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel import masks, worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import ladder
from .models import Card, Cue, Order, OrderCase, OrderPart
from .permissions import DISCIPLINE, REPLY, VIEW
from .words import CARDS, DONE, OPEN, ORIGINS, REFER, REPLIED, STATES, STEP_UNITS, WAITING

SHOWN_CASES = 50
CAP = 1000


# --- who sees which ---------------------------------------------------------------------------------------------------
def sees_all(actor: Actor) -> bool:
    return actor.is_system or any(scope.is_everywhere for scope in actor.scopes_for(VIEW))


def own_units(actor: Actor) -> frozenset[int]:
    """The units for which this person sees orders: of the own unit, or of the scopes of the permission."""
    found: frozenset[int] = frozenset()
    for code in (VIEW, REPLY):
        for scope in actor.scopes_for(code):
            if scope.unit_ids is not None:
                found |= scope.unit_ids
    return found


def visible(actor: Actor) -> QuerySet[Order]:
    """The centre sees all; a unit what it has to answer, itself or by a unit below."""
    if sees_all(actor):
        return Order.objects.all()
    condition = Q()
    if actor.can(DISCIPLINE):  # what was referred, and what they were pointed to
        condition |= Q(step__in=_referrals()) | Q(Exists(Cue.objects.filter(order_id=OuterRef("pk"))))
    units = own_units(actor) if actor.can(VIEW) else frozenset[int]()
    if units:
        condition |= Q(Exists(OrderPart.objects.filter(order_id=OuterRef("pk"), to_id__in=units)))
    return Order.objects.filter(condition) if condition else Order.objects.none()


def _referrals() -> list[str]:
    return [step.code for step in ladder.current().steps if step.permission == REFER]


def find(actor: Actor, order_id: int, *, lock: bool = False) -> Order:
    found = visible(actor).filter(pk=order_id).first()
    if found is not None and lock:
        found = Order.objects.select_for_update().filter(pk=order_id).first()
    if found is None:
        raise Problem(404, "not_found", "没有找到督办单", "编号有误，或不是发给您单位的。")
    return found


# --- the list ---------------------------------------------------------------------------------------------------------
def page(actor: Actor, asked: Any, language: str = "zh") -> dict[str, Any]:
    """{items, next_cursor, figures, at}: what is open by its due time, everything else the newest first."""
    found = visible(actor).filter(_asked(asked))
    by_due = asked.state in ("open", "waiting", "overdue")
    at = timezone.now()
    order: tuple[Any, ...] = (F("due_at").asc(nulls_last=True), "id") if by_due else ("-started_at", "-id")
    ordered = found.order_by(*order)
    if asked.cursor:
        ordered = ordered.filter(_after(asked.cursor, by_due))
    some = list(ordered[: asked.limit + 1])
    more, some = len(some) > asked.limit, some[: asked.limit]
    parts = parts_of(some)
    return {
        "items": [told(row, parts.get(row.pk, []), at, language) for row in some],
        "next_cursor": _cursor(some[-1], by_due) if more else None,
        "figures": figures(actor, asked), "at": iso(at),
    }  # fmt: skip


def _asked(asked: Any, *, states: bool = True) -> Q:
    condition, now = Q(), timezone.now()
    if states and asked.state == "open":
        condition &= Q(state__in=OPEN)
    elif states and asked.state == "overdue":
        condition &= Q(state=WAITING, due_at__lt=now)
    elif states and asked.state and asked.state != "all":
        condition &= Q(state=asked.state)
    if asked.step:
        condition &= Q(step=asked.step)
    if asked.origin:
        condition &= Q(origin=asked.origin)
    if asked.programme:
        condition &= Q(programme_id=asked.programme)
    if asked.case:
        condition &= Q(Exists(OrderCase.objects.filter(order_id=OuterRef("pk"), case__number=asked.case)))
    if asked.unit:
        condition &= Q(Exists(_of_units(asked.unit)))
    if asked.due_from or asked.due_to or asked.part:
        condition &= Q(Exists(_due_parts(asked)))
    if asked.card:
        condition &= Q(Exists(_cards(asked)))
    if asked.q.strip():
        words = asked.q.strip()
        condition &= Q(number__startswith=words.upper()) | Q(title__contains=words)
    return condition


def _units_below(code: str) -> list[int]:
    known = catalogue.current().units
    roots = {row.id for row in known.values() if row.code == code}
    if not roots:
        text = f"没有“{code[:40]}”这个单位。"
        raise Problem(422, "invalid", "筛选条件有误", text, errors=[{"field": "unit", "message": text}])
    return [row.id for row in known.values() if roots & {row.id, *row.ancestors}]


def _of_units(code: str) -> QuerySet[OrderPart]:
    return OrderPart.objects.filter(order_id=OuterRef("pk"), to_id__in=_units_below(code))


def _due_parts(asked: Any) -> QuerySet[OrderPart]:
    """Parts whose first limit ended in a span, as the measures count them."""
    found = OrderPart.objects.filter(order_id=OuterRef("pk")).exclude(state="withdrawn")
    if asked.unit:
        found = found.filter(to_id__in=_units_below(asked.unit))
    if asked.due_from:
        found = found.filter(first_due_at__gte=asked.due_from)
    if asked.due_to:
        found = found.filter(first_due_at__lt=asked.due_to)
    if asked.part:
        found = found.filter(PARTS[asked.part])
    return found


PARTS = {
    "done": Q(state=DONE), "not_done": ~Q(state=DONE),
    "on_time": Q(first_replied_at__lte=F("first_due_at")),
    "late": Q(first_replied_at__gt=F("first_due_at")) | Q(first_replied_at__isnull=True),
    "required": Q(order__reply_required=True),
}  # fmt: skip


def _cards(asked: Any) -> QuerySet[Card]:
    found = Card.objects.filter(order_id=OuterRef("pk"), withdrawn_at__isnull=True)
    if asked.card in CARDS:
        found = found.filter(colour=asked.card)
    if asked.card_from:
        found = found.filter(at__gte=asked.card_from)
    if asked.card_to:
        found = found.filter(at__lt=asked.card_to)
    return found.filter(to_id__in=_units_below(asked.unit)) if asked.unit else found


def _cursor(row: Order, by_due: bool) -> str:
    moment = row.due_at if by_due else row.started_at
    return encode_cursor([1 if by_due else 0, moment.isoformat() if moment else "", row.pk])


def _after(cursor: str, by_due: bool) -> Q:
    mark, moment, last = decode_cursor(cursor, 3)
    if mark != (1 if by_due else 0) or not isinstance(last, int) or isinstance(last, bool) or abs(last) >= 2**63:
        raise bad_cursor()
    try:
        at = storable_moment(datetime.fromisoformat(moment)) if moment else None
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if by_due:
        if at is None:
            return Q(due_at__isnull=True, pk__gt=last)
        return Q(due_at__gt=at) | Q(due_at=at, pk__gt=last) | Q(due_at__isnull=True)
    if at is None:
        raise bad_cursor()
    return Q(started_at__lt=at) | Q(started_at=at, pk__lt=last)


def figures(actor: Actor, asked: Any) -> dict[str, int]:
    """How many orders are in each state that is still open, within what is asked beside the state."""
    now = timezone.now()
    found = visible(actor).filter(_asked(asked, states=False), state__in=OPEN)
    said = found.aggregate(
        open=Count("pk"), waiting=Count("pk", filter=Q(state=WAITING)), replied=Count("pk", filter=Q(state=REPLIED)),
        overdue=Count("pk", filter=Q(state=WAITING, due_at__lt=now)),
    )  # fmt: skip
    return {name: int(said[name] or 0) for name in ("open", "waiting", "replied", "overdue")}


def parts_of(orders: list[Order]) -> dict[int, list[OrderPart]]:
    found: dict[int, list[OrderPart]] = {}
    for part in OrderPart.objects.filter(order__in=orders).order_by("order_id", "id"):
        found.setdefault(part.order_id, []).append(part)
    return found


def told(row: Order, parts: list[OrderPart], at: datetime, language: str = "zh") -> dict[str, Any]:
    known = catalogue.current()
    return {
        "id": row.pk, "number": row.number, "title": masks.mask_text(row.title), "step": row.step,
        "step_name": row.step_name, "level": row.level, "state": row.state, "state_name": STATES[row.state],
        "overdue": bool(row.state == WAITING and row.due_at and row.due_at < at),
        "due_soon": any(p.state == WAITING and p.warned_at is not None for p in parts),
        "origin": row.origin, "origin_name": ORIGINS.get(row.origin, row.origin), "cases": row.cases,
        "query": {"gathered": f"supervision:{row.pk}"}, "units": [known.unit_name(part.to_id) for part in parts],
        "due_at": iso(row.due_at), "remaining": _remaining(row, parts, at, language), "started_at": iso(row.started_at),
        "started_by": row.started_by, "closed_at": iso(row.closed_at), "version": row.version,
        "sent_back": sum(part.sent_back for part in parts),
        "reply_required": row.reply_required, "proposed": row.proposed_at is not None,
    }  # fmt: skip


def _remaining(row: Order, parts: list[OrderPart], at: datetime, language: str) -> str:
    """What is left of the limit, in its own unit: "剩 3 小时 工作时"."""
    part = next((p for p in parts if p.state == WAITING and p.due_at == row.due_at), None)
    if part is None:
        return ""
    calendar = calendar_for(part.calendar_code or None)
    return worktime.left(at, part.due_at, worktime.Unit(part.unit), calendar).text(language)


# --- one --------------------------------------------------------------------------------------------------------------
def detail(actor: Actor, order_id: int, language: str = "zh") -> dict[str, Any]:
    from .acting import cases_settled, possible

    row = find(actor, order_id)
    parts = list(row.parts.order_by("id"))
    shown = parts if sees_all(actor) or actor.can(DISCIPLINE) else [p for p in parts if _sees_part(actor, p)]
    settled = row.state in OPEN and cases_settled(row)
    known = catalogue.current()
    steps = row.steps.order_by("id")
    following = Order.objects.filter(previous=row).order_by("id")
    return {
        **told(row, parts, timezone.now(), language),
        "requirement": masks.mask_text(row.requirement), "settled": settled,
        "actions": possible(actor, row, parts, settled), "next": _next(actor, row),
        "parts": [_part(actor, part, language) for part in shown], "members": members(actor, row),
        "cards": [_card(actor, card) for card in row.cards.order_by("id")],
        "steps": [
            {
                "at": iso(step.at), "actor": step.actor, "for_name": step.for_name, "action": step.action,
                "unit": known.unit_name(step.to_id), "note": masks.mask_text(step.note), "detail": step.detail,
            }
            for step in steps if step.to_id is None or any(part.to_id == step.to_id for part in shown)
        ],
        "previous": _link(row.previous), "following": [_link(after) for after in following],
        "programme": {"id": row.programme.pk, "name": row.programme.name} if row.programme else None,
    }  # fmt: skip


def _sees_part(actor: Actor, part: OrderPart) -> bool:
    return part.to_id in own_units(actor)


def _part(actor: Actor, part: OrderPart, language: str) -> dict[str, Any]:
    from .acting import answers_for

    unit = catalogue.current().unit(part.to_id)
    return {
        "id": part.pk, "unit": {"id": part.to_id, "name": unit.name if unit else ""}, "state": part.state,
        "state_name": STATES[part.state], "due_at": iso(part.due_at), "clock": _clock(part, language),
        "overdue": part.state == WAITING and part.due_at < timezone.now(), "reply": masks.mask_text(part.reply),
        "replied_at": iso(part.replied_at), "replied_by": part.replied_by, "sent_back": part.sent_back,
        "late": part.first_replied_at is not None and part.first_replied_at > part.first_due_at,
        "mine": part.state == WAITING and answers_for(actor, part),
    }  # fmt: skip


def _clock(part: OrderPart, language: str) -> list[str]:
    """How the due time comes about, line by line."""
    calendar = calendar_for(part.calendar_code or None)
    return worktime.due_at(part.clock_at, part.amount, worktime.Unit(part.unit), calendar).explain(language)


def _card(actor: Actor, card: Card) -> dict[str, Any]:
    return {
        "id": card.pk, "colour": card.colour, "name": CARDS[card.colour], "at": iso(card.at), "reason": card.reason,
        "unit": catalogue.current().unit_name(card.to_id), "withdrawn_at": iso(card.withdrawn_at),
        "withdrawn_why": card.withdrawn_why,
        "may_withdraw": card.withdrawn_at is None and actor.can(REFER),
    }  # fmt: skip


def _next(actor: Actor, row: Order) -> list[dict[str, Any]]:
    """The higher steps that this person may go on to; the ladder's own next one first."""
    own = ladder.current().step(row.step)
    after = [step for step in ladder.current().steps if step.level > row.level and actor.can(step.permission)]
    return [
        {"code": step.code, "name": step.name, "usual": bool(own and own.next == step.code), "card": step.card}
        for step in sorted(after, key=lambda step: (not (own and own.next == step.code), step.level))
    ]


def _link(row: Order | None) -> dict[str, Any] | None:
    return {"id": row.pk, "number": row.number, "step_name": row.step_name} if row else None


def members(actor: Actor, row: Order) -> list[dict[str, Any]]:
    """Its cases that this person may see, by what is due first; all of them are in the list that `query` opens."""
    found = access.visible_to(actor, Case.objects.filter(pk__in=row.members.values("case_id")))
    known = catalogue.current()
    columns = ("number", "title", "is_open", "next_due_at", "due_status", "lead_unit_id", "received_at", "closed_at")
    return [
        {
            "number": values["number"], "title": masks.mask_text(values["title"]), "open": values["is_open"],
            "due_status": Case.DUE_NAMES[values["due_status"]] if values["is_open"] else "normal",
            "next_due_at": iso(values["next_due_at"]), "unit": known.unit_name(values["lead_unit_id"]),
            "received_at": iso(values["received_at"]), "closed_at": iso(values["closed_at"]),
        }
        for values in found.order_by("-is_open", F("next_due_at").asc(nulls_last=True), "id").values(*columns)[
            :SHOWN_CASES
        ]
    ]  # fmt: skip


def ladder_told(actor: Actor) -> dict[str, Any]:
    """The steps, which of them this person may start, and what they ask."""
    units = STEP_UNITS
    return {
        "steps": [
            {
                "code": step.code, "name": step.name, "level": step.level, "may": actor.can(step.permission),
                "amount": f"{step.amount.normalize():f}", "unit": units.get(step.unit, step.unit),
                "reply_required": step.reply_required, "next": step.next, "automatic": step.automatic,
                "card": step.card,
            }
            for step in ladder.current().steps
        ]
    }  # fmt: skip


# --- as a filter of every list of cases -------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    if not Order.objects.filter(pk=number).exists():
        raise ValueError(what)
    return Q(pk__in=OrderCase.objects.filter(order_id=number).values("case_id"))


def _named(what: str) -> str:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    row = Order.objects.filter(pk=number).first()
    return f"督办单 {row.number}" if row else f"督办单 {what}"


def register_source() -> None:
    notices.register_page("supervision", "supervision")
    gathered.register(gathered.Source("supervision", _gathered, _named))
