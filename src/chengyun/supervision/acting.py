"""What people do with an order: answer, accept, send back, go on to the next step, withdraw; and cards withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.cases.models import Assignment, Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import ladder, queries
from .models import Order, OrderCase, OrderPart, SupervisionStep
from .permissions import ACCEPT, REPLY
from .rules import order_state
from .starting import Wanted, announce, invalid, make, record, tell
from .words import (
    DONE,
    ESCALATED,
    LADDER,
    OPEN,
    ORDER,
    REFER,
    REPLIED,
    STATES,
    WAITING,
    WITHDRAWN,
)


@dataclass(frozen=True)
class Act:
    """`part_id`: whose answer (none: one's own, or all that wait for it). `step`: where to go on to, none for the next.
    `version`: of the order as it was seen; a unit's answer needs none."""

    action: str
    version: int | None = None
    note: str = ""
    part_id: int | None = None
    card_id: int | None = None
    step: str = ""


def act(actor: Actor, order_id: int, done: Act, now: datetime | None = None) -> int:
    """The order to look at next: this one, or the one that follows it. Problem 403, 404, 409, 422."""
    now = now or timezone.now()
    with transaction.atomic():
        order = queries.find(actor, order_id, lock=True)
        if done.action != "reply" and done.version != order.version:
            raise conflict(order)
        return _ACTIONS[done.action](actor, order, done, now)


def _reply(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    if len(done.note.strip()) < 4:
        raise invalid("note", "请写明办理情况，不少于四个字。")
    mine = [part for part in order.parts.order_by("id") if part.state == WAITING and answers_for(actor, part)]
    if done.part_id is not None:
        mine = [part for part in mine if part.pk == done.part_id]
    if not mine:
        _need(actor, REPLY)
        raise conflict(order, "本单位没有要答复的内容，可能已经答复。")
    for part in mine:
        part.state, part.reply, part.replied_at, part.next_look_at = REPLIED, done.note, now, None
        part.first_replied_at = part.first_replied_at or now
        part.replied_by = actor.name[:120]
        part.save()
        late = now > part.due_at
        record(order, actor, now, "replied", done.note, unit=part.to_id, detail={"late": late})
    unit = catalogue.current().unit_name(mine[0].to_id)
    text = f"{unit}已答复{order.step_name} {order.number}，请验收"
    tell(order, notices.accounts_with(ACCEPT), text, f"replied-{mine[0].pk}-{mine[0].sent_back}", now)
    return settle(order, now)


def _accept(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    _need(actor, ACCEPT)
    parts = _chosen(order, done)
    free = not order.reply_required or cases_settled(order)
    for part in parts:
        if part.state != REPLIED and not (part.state == WAITING and free):
            raise conflict(order, "这个单位还没有答复，不能验收。")
        close_part(part, now)
        record(order, actor, now, "accepted", done.note, unit=part.to_id)
    return settle(order, now)


def _send_back(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    _need(actor, ACCEPT)
    if len(done.note.strip()) < 2:
        raise invalid("note", "请写明退回的理由，单位要照着改。")
    for part in _chosen(order, done):
        if part.state != REPLIED:
            raise conflict(order, "没有可以退回的答复。")
        step = ladder.current().step(order.step)
        again = Decimal(str(step.again)) if step else Decimal("0.5")
        amount = max(part.amount * again, Decimal("0.001")).quantize(Decimal("0.001"))
        limit = ladder.limit_of(amount, part.unit, part.to_id, now)
        part.state, part.sent_back, part.clock_at = WAITING, part.sent_back + 1, now
        part.due_at, part.next_look_at, part.warned_at, part.overdue_at = limit.due, limit.warn, None, None
        part.save()
        record(order, actor, now, "sent_back", done.note, unit=part.to_id)
        text = f"督办：{order.step_name} {order.number} 的答复被退回：{done.note}"
        tell(order, notices.accounts_of_units([part.to_id]), text, f"back-{part.pk}-{part.sent_back}", now)
    return settle(order, now)


def _escalate(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    step = next_step(order, done.step)
    _need(actor, step.permission)
    return escalate(actor, order, step, done.note or order.requirement, now).pk


def _withdraw(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    _need(actor, ORDER)
    if len(done.note.strip()) < 2:
        raise invalid("note", "请写明撤销的理由。")
    _still_open(order)
    for part in order.parts.exclude(state=DONE):
        close_part(part, now, WITHDRAWN)
    units = list(order.parts.values_list("to_id", flat=True))
    record(order, actor, now, "withdrawn", done.note)
    tell(order, notices.accounts_of_units(units), f"督办：{order.step_name} {order.number} 已撤销", "withdrawn", now)
    return settle(order, now, WITHDRAWN)


def _withdraw_card(actor: Actor, order: Order, done: Act, now: datetime) -> int:
    _need(actor, REFER)
    if len(done.note.strip()) < 2:
        raise invalid("note", "请写明撤牌的理由。")
    card = order.cards.filter(pk=done.card_id or 0, withdrawn_at__isnull=True).first()
    if card is None:
        raise conflict(order, "没有这张牌，或已经撤销。")
    card.withdrawn_at, card.withdrawn_by, card.withdrawn_why = now, actor.name[:120], done.note[:300]
    card.save()
    record(order, actor, now, "card_withdrawn", done.note, unit=card.to_id, detail={"colour": card.colour})
    return settle(order, now)


_ACTIONS = {
    "reply": _reply, "accept": _accept, "send_back": _send_back, "escalate": _escalate, "withdraw": _withdraw,
    "withdraw_card": _withdraw_card,
}  # fmt: skip


# --- what actions, the job and rules have in common -------------------------------------------------------------------
def escalate(actor: Actor, order: Order, step: SupervisionStep, words: str, now: datetime) -> Order:
    """The next order, for the units that have not done what was asked, about the cases that are not closed."""
    _still_open(order)
    parts = list(order.parts.filter(state__in=OPEN))
    cases = list(Case.objects.filter(pk__in=order.members.values("case_id"), is_open=True).order_by("id"))
    wanted = Wanted(step.code, words, title=order.title, origin=LADDER, previous=order)
    made = make(actor, step, wanted, [part.to_id for part in parts], cases, now, order.programme)
    for part in parts:
        close_part(part, now, ESCALATED)
    record(order, actor, now, "escalated", words, detail={"to": made.number, "step": step.name})
    settle(order, now, ESCALATED)
    return made


def next_step(order: Order, code: str = "") -> SupervisionStep:
    """The step that follows, or a higher one that was named. Problem 409, 422."""
    valid = ladder.current()
    own = valid.step(order.step)
    step = valid.step(code or (own.next if own else ""))
    if step is None:
        raise invalid("step", "没有下一级督办，请选择升到哪一级。")
    if step.level <= order.level:
        raise invalid("step", "要升到更高的一级。")
    return step


def close_part(part: OrderPart, now: datetime, state: str = DONE) -> None:
    part.state, part.closed_at, part.next_look_at = state, now, None
    part.save(update_fields=["state", "closed_at", "next_look_at"])


def settle(order: Order, now: datetime, state: str = "") -> int:
    """What the order tells of its parts."""
    parts: Sequence[tuple[str, datetime]] = list(order.parts.values_list("state", "due_at"))
    order.state = state or order_state(found for found, _ in parts)
    order.due_at = min((due for found, due in parts if found == WAITING), default=None)
    order.closed_at = None if order.state in OPEN else order.closed_at or now
    order.version += 1
    order.save(update_fields=["state", "due_at", "closed_at", "version"])
    announce(order.parts.values_list("to_id", flat=True))
    return order.pk


def cases_settled(order: Order) -> bool:
    """Whether no case of the order still waits for its unit: closed, or answered by the leading unit."""
    members = OrderCase.objects.filter(order=order)
    if not members.exists():
        return False
    waiting = Assignment.objects.filter(
        case_id__in=members.values("case_id"), case__is_open=True, role=Assignment.LEAD, state__in=Assignment.OPEN
    )
    undispatched = Case.objects.filter(pk__in=members.values("case_id"), is_open=True, lead_unit__isnull=True)
    return not waiting.exists() and not undispatched.exists()


def answers_for(actor: Actor, part: OrderPart) -> bool:
    """Whether this person answers for the unit of a part."""
    return any(
        (scope.unit_ids is not None and part.to_id in scope.unit_ids)
        or (scope.unit_ids is None and actor.unit_id == part.to_id)
        for scope in actor.scopes_for(REPLY)
    )


def _chosen(order: Order, done: Act) -> list[OrderPart]:
    _still_open(order)
    found = order.parts.filter(state__in=OPEN).order_by("id")
    if done.part_id is not None:
        found = found.filter(pk=done.part_id)
    elif order.reply_required and done.action == "send_back":
        found = found.filter(state=REPLIED)
    parts = list(found)
    if not parts:
        raise conflict(order)
    return parts


def _still_open(order: Order) -> None:
    if order.state not in OPEN:
        raise conflict(order)


def _need(actor: Actor, permission: str) -> None:
    if not actor.can(permission):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=permission)


def conflict(order: Order, detail: str = "") -> Problem:
    return Problem(
        409, "conflict", "督办单已有变化", detail or f"现在是“{STATES[order.state]}”，请看过最新状态再操作。",
        current=_now(order),
    )  # fmt: skip


def _now(order: Order) -> Mapping[str, Any]:
    return {"id": order.pk, "number": order.number, "version": order.version, "state": order.state}


def possible(actor: Actor, order: Order, parts: Sequence[OrderPart], settled: bool) -> list[str]:
    """Which actions this person may choose now."""
    may: list[str] = []
    if order.state not in OPEN:
        return may
    if any(part.state == WAITING and answers_for(actor, part) for part in parts):
        may.append("reply")
    if actor.can(ACCEPT):
        replied = any(part.state == REPLIED for part in parts)
        if replied or settled or not order.reply_required:
            may.append("accept")
        if replied:
            may.append("send_back")
    own = ladder.current().step(order.step)
    if any(step.level > order.level and actor.can(step.permission) for step in ladder.current().steps) and (
        own is None or own.next or own.level < 99
    ):
        may.append("escalate")
    if actor.can(ORDER):
        may.append("withdraw")
    return may
