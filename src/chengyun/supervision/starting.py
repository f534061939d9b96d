"""Starting a step of the ladder: an order for a unit, or one for several, with its clock, its notices and its cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from chengyun.cases import access, catalogue, engine, notices
from chengyun.cases.models import Case
from chengyun.cases.work import next_number
from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import following, ladder
from .models import Card, Order, OrderCase, OrderPart, OrderStep, Programme, SupervisionStep
from .rules import card_colour
from .words import CARDS, HAND, REMIND, WAITING, YELLOW

NOTICE = "supervision"
MOST_CASES, MOST_UNITS = 200, 30
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Wanted:
    """What an order is to say. Without `units` each unit that leads one of the cases gets an order of its own."""

    step: str
    requirement: str
    title: str = ""
    numbers: Sequence[str] = ()
    units: Sequence[int] = ()
    programme_id: int | None = None
    origin: str = HAND
    rule: str = ""
    previous: Order | None = field(default=None, compare=False)


def start(actor: Actor, wanted: Wanted, now: datetime | None = None) -> list[Order]:
    """The orders made. Problem 403 (step), 422 (cases, units), or what the engine says of a case."""
    now = now or timezone.now()
    step = ladder.step_for(actor, wanted.step)
    programme = _programme(wanted.programme_id)
    with transaction.atomic():
        cases = _cases(actor, wanted.numbers)
        for units, some in _addressed(wanted, cases):
            _units_exist(units)
            if not units:
                raise invalid("unit_ids", f"{some[0].number} 还没有承办单位，请先派单，或选择督办哪个单位。")
        _mark(actor, step, cases, wanted.requirement, now)
        return [
            make(actor, step, replace(wanted, numbers=()), units, some, now, programme)
            for units, some in _addressed(wanted, cases)
        ]


def _addressed(wanted: Wanted, cases: Sequence[Case]) -> list[tuple[list[int], list[Case]]]:
    """[(units, cases)]: one order each."""
    if wanted.units:
        return [(list(dict.fromkeys(wanted.units)), list(cases))]
    by_unit: dict[int | None, list[Case]] = {}
    for case in cases:
        by_unit.setdefault(case.lead_unit_id, []).append(case)
    if not by_unit:
        raise invalid("numbers", "请选择案件或单位，督办要有对象。")
    return [([unit] if unit else [], some) for unit, some in by_unit.items()]


def _cases(actor: Actor, numbers: Sequence[str]) -> list[Case]:
    if len(numbers) > MOST_CASES:
        raise invalid("numbers", f"一次最多 {MOST_CASES} 件，请分批发起。")
    asked = list(dict.fromkeys(numbers))
    found = {row.number: row for row in access.visible_to(actor).filter(number__in=asked).order_by("id")}
    for number in asked:
        if number not in found:
            raise invalid("numbers", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
        if not found[number].is_open:
            raise invalid("numbers", f"{number} 已办结，不能督办。")
    return list(found.values())


def _units_exist(units: Iterable[int]) -> None:
    known = catalogue.current().units
    if any(unit not in known for unit in units):
        raise invalid("unit_ids", "没有这个单位，请重新选择。")


def _programme(programme_id: int | None) -> Programme | None:
    if programme_id is None:
        return None
    found = Programme.objects.filter(pk=programme_id).first()
    if found is None:
        raise invalid("programme_id", "没有这个专项，请重新选择。")
    return found


def _mark(actor: Actor, step: SupervisionStep, cases: Sequence[Case], words: str, now: datetime) -> None:
    """The history of each case says it: urged, or put under supervision. What it does not allow is left out."""
    with following.by_order():
        for case in cases:
            if step.permission == REMIND:
                if case.state in ("dispatched", "handling", "returned") and actor.can("case.urge"):
                    engine.perform(case.number, "urge", actor, {"note": words}, now=now)
            elif not case.supervised and actor.can("case.supervise"):
                engine.perform(case.number, "supervise", actor, {"reason": words}, now=now)


def make(
    actor: Actor, step: SupervisionStep, wanted: Wanted, units: Sequence[int], cases: Sequence[Any], now: datetime,
    programme: Programme | None = None,
) -> Order:  # fmt: skip
    """One order, in the caller's transaction. `cases`: anything with pk, number and title."""
    if len(units) > MOST_UNITS:
        raise invalid("unit_ids", f"一份督办单最多 {MOST_UNITS} 个单位。")
    number = next_number("DBD", f"{timezone.localtime(now):%Y%m%d}", of_cases=False)[0]
    order = Order.objects.create(
        number=number, title=(wanted.title or title_of(cases, programme))[:120], requirement=wanted.requirement,
        step=step.code, step_name=step.name, level=step.level, reply_required=step.reply_required,
        origin=wanted.origin, rule=wanted.rule, previous=wanted.previous, programme=programme, cases=len(cases),
        started_at=now, started_by_id=actor.account_id, started_by=actor.name[:120],
    )  # fmt: skip
    OrderCase.objects.bulk_create([OrderCase(order_id=order.pk, case_id=case.pk) for case in cases])
    parts = [_part(order, step, unit, now) for unit in units]
    OrderPart.objects.bulk_create(parts)
    order.due_at = min(part.due_at for part in parts)
    order.save(update_fields=["due_at"])
    previous = {"previous": wanted.previous.number} if wanted.previous else {}
    record(order, actor, now, "started", wanted.requirement, detail={"step": step.name, **previous})
    if step.card:
        for unit in units:
            _show_card(order, step, unit, actor, now)
    tell_started(order, step, cases, now)
    return order


def title_of(cases: Sequence[Any], programme: Programme | None = None) -> str:
    if not cases:
        return programme.name if programme else "督办事项"
    first = cases[0].title or cases[0].number
    return f"{first}等 {len(cases)} 件" if len(cases) > 1 else first


def _part(order: Order, step: SupervisionStep, unit: int, now: datetime) -> OrderPart:
    limit = ladder.limit_of(step.amount, step.unit, unit, now)
    return OrderPart(
        order=order, to_id=unit, state=WAITING, amount=step.amount, unit=step.unit, calendar_code=limit.calendar,
        clock_at=now, due_at=limit.due, first_due_at=limit.due, next_look_at=limit.warn,
    )  # fmt: skip


def _show_card(order: Order, step: SupervisionStep, unit: int, actor: Actor, now: datetime) -> None:
    before = Card.objects.filter(to_id=unit, colour=YELLOW, withdrawn_at__isnull=True, at__gt=now - YEAR).count()
    colour = card_colour(step.card, step.red_after, before)
    why = f"{order.number} {step.name}" + (f"，一年内已有 {before} 张黄牌" if colour != step.card else "")
    Card.objects.create(order=order, to_id=unit, colour=colour, at=now, reason=why[:300])
    record(order, actor, now, "card", unit=unit, detail={"colour": colour, "name": CARDS[colour]})


# --- history and messages ---------------------------------------------------------------------------------------------
def record(
    order: Order, actor: Actor, now: datetime, action: str, note: str = "", *, unit: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    OrderStep.objects.create(
        order=order, at=now, actor_id=actor.account_id, actor=actor.name[:120], for_name=actor.for_name[:120],
        action=action, note=note[:2000], to_id=unit, detail=dict(detail or {}),
    )  # fmt: skip


def tell_started(order: Order, step: SupervisionStep, cases: Sequence[Any], now: datetime) -> None:
    units = list(order.parts.values_list("to_id", flat=True))
    due = timezone.localtime(order.due_at)
    ask = f"请在 {due:%m-%d %H:%M} 前答复" if step.reply_required else f"请在 {due:%m-%d %H:%M} 前办理"
    text = f"{step.name} {order.number}：{order.title}，{ask}"
    tell(order, notices.accounts_of_units(units), text, "started", now, cases[0] if len(cases) == 1 else None)
    told = also_told(step, units)
    if told:
        tell(order, told, f"发出{step.name} {order.number}：{order.title}", "started", now)
    announce(units)


def also_told(step: SupervisionStep, units: Sequence[int]) -> list[int]:
    from .permissions import DISCIPLINE

    known, found = catalogue.current(), list[int]()
    if "superior" in step.told:
        above = {parent for unit in units for parent in getattr(known.unit(unit), "ancestors", ())}
        found += notices.accounts_of_units(above) if above else []
    if "supervisors" in step.told:
        found += notices.accounts_with("supervision.accept")
    if "leaders" in step.told:
        found += notices.accounts_with("supervision.escalate")
    if "discipline" in step.told:
        found += notices.accounts_with(DISCIPLINE)
    return list(dict.fromkeys(found))


def tell(order: Order, accounts: Iterable[int], text: str, what: str, now: datetime, case: Case | None = None) -> None:
    """A message that opens the order."""
    row = case if isinstance(case, Case) and case.pk else None
    notices.tell(accounts, row, NOTICE, text, f"{NOTICE}-{order.pk}-{what}", now)


def announce(units: Iterable[int]) -> None:
    """Open pages read their orders again."""
    body = {"type": "supervision", "unit_ids": sorted(set(units))}
    rows.execute("SELECT pg_notify('chengyun_live', %s)", [orjson.dumps(body).decode()])


def invalid(name: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": name, "message": text}])
