"""What the clock brings: units reminded, orders overdue, the next step begun or proposed, rules that start orders."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases import notices
from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from . import acting, ladder, starting
from .models import Order, OrderCase, OrderPart, SupervisionRule, SupervisionStep
from .permissions import ACCEPT
from .words import DISSATISFIED, LADDER, OPEN, OVERDUE, REDO, RULE, WAITING

log = logging.getLogger(__name__)
MOST_PARTS, MOST_CASES, MOST_ORDERS = 500, 2000, 50


def platform() -> Actor:
    return system_actor("督办规则")


def sweep(now: datetime | None = None) -> int:
    """Look at every part whose time has come; how many were. One that fails is logged and does not stop the others."""
    now = now or timezone.now()
    waiting = OrderPart.objects.filter(next_look_at__lte=now).order_by("id")
    due = list(waiting.values_list("id", "order_id")[:MOST_PARTS])
    seen = 0
    for part_id, order_id in due:
        try:
            with transaction.atomic():
                seen += _look(part_id, order_id, now)
        except Problem as problem:
            log.warning("supervision %s: %s", order_id, problem)
        except Exception:
            if not connection.is_usable():
                raise
            log.exception("supervision %s", order_id)
    return seen


def _look(part_id: int, order_id: int, now: datetime) -> int:
    order = Order.objects.select_for_update().get(pk=order_id)
    part = OrderPart.objects.get(pk=part_id)
    if part.state != WAITING or part.next_look_at is None or part.next_look_at > now:
        return 0
    if not order.reply_required and acting.cases_settled(order):
        acting.close_part(part, now)
        starting.record(order, platform(), now, "settled", unit=part.to_id)
        acting.settle(order, now)
        return 1
    step = ladder.current().step(order.step)
    if now < part.due_at:
        _warn(order, part, now)
    elif part.overdue_at is None:
        _overdue(order, part, step, now)
    else:
        _failed(order, part, step, now)
    return 1


def _warn(order: Order, part: OrderPart, now: datetime) -> None:
    part.warned_at, part.next_look_at = now, part.due_at
    part.save(update_fields=["warned_at", "next_look_at"])
    text = f"督办：{order.step_name} {order.number} 将在 {timezone.localtime(part.due_at):%m-%d %H:%M} 到期"
    starting.tell(order, notices.accounts_of_units([part.to_id]), text, f"soon-{part.pk}-{part.sent_back}", now)


def _overdue(order: Order, part: OrderPart, step: SupervisionStep | None, now: datetime) -> None:
    part.overdue_at = now
    part.next_look_at = (
        ladder.after(part.due_at, step.grace, part.unit, part.calendar_code) if step and step.next else None
    )
    part.save(update_fields=["overdue_at", "next_look_at"])
    starting.record(order, platform(), now, "overdue", unit=part.to_id)
    text = f"督办：{order.step_name} {order.number} 已超期"
    accounts = [*notices.accounts_of_units([part.to_id]), *notices.accounts_with(ACCEPT)]
    starting.tell(order, accounts, text, f"late-{part.pk}-{part.sent_back}", now)
    starting.announce([part.to_id])


def _failed(order: Order, part: OrderPart, step: SupervisionStep | None, now: datetime) -> None:
    """The step has failed: the next one begins by itself, or those who may begin it are told."""
    part.next_look_at = None
    part.save(update_fields=["next_look_at"])
    following = ladder.current().step(step.next) if step else None
    if step is None or following is None:
        return
    if step.automatic:
        words = f"{order.step_name} {order.number} 未按时完成。{order.requirement}"
        acting.escalate(platform(), order, following, words, now)
        return
    if order.proposed_at is None:
        order.proposed_at = now
        order.save(update_fields=["proposed_at"])
        starting.record(order, platform(), now, "proposed", unit=part.to_id, detail={"step": following.name})
        text = f"督办：{order.step_name} {order.number} 未按时完成，可升级为{following.name}"
        starting.tell(order, notices.accounts_with(following.permission), text, "proposed", now)


# --- rules ------------------------------------------------------------------------------------------------------------
def apply_rules(now: datetime | None = None) -> int:
    """Start what the rules say; how many orders. Cases that are in an order of that level or higher are left alone,
    and so are those that the same rule has already started one for."""
    now = now or timezone.now()
    made = 0
    for rule in ladder.current().rules:
        step = ladder.current().step(rule.step)
        if rule.enabled and step is not None:
            made += _apply(rule, step, now)
    return made


def _apply(rule: SupervisionRule, step: SupervisionStep, now: datetime) -> int:
    by_unit: dict[int, list[Case]] = {}
    for case in fitting(rule, step, now):
        assert case.lead_unit_id is not None
        by_unit.setdefault(case.lead_unit_id, []).append(case)
    made = 0
    for unit, cases in sorted(by_unit.items()):
        if len(cases) < rule.minimum or made >= MOST_ORDERS:
            continue
        numbers = [case.number for case in cases[: starting.MOST_CASES]]
        wanted = starting.Wanted(
            step.code, rule.requirement, numbers=numbers, units=[unit], origin=RULE, rule=rule.code
        )
        try:
            starting.start(platform(), wanted, now)
            made += 1
        except Problem as problem:
            log.warning("supervision rule %s: %s", rule.code, problem)
    return made


def fitting(rule: SupervisionRule, step: SupervisionStep, now: datetime) -> Iterable[Case]:
    """The open cases that a rule means, and that nothing of its level looks after yet."""
    cases = Case.objects.filter(is_open=True, lead_unit__isnull=False).filter(_asked(rule, now))
    mine = OrderCase.objects.filter(case_id=OuterRef("pk"))
    cases = cases.filter(
        ~Exists(mine.filter(order__state__in=OPEN, order__level__gte=step.level)),
        ~Exists(mine.filter(Q(order__rule=rule.code) | Q(order__origin=LADDER, order__previous__rule=rule.code))),
    )
    return cases.order_by("next_due_at", "id")[:MOST_CASES]


def _asked(rule: SupervisionRule, now: datetime) -> Q:
    asked = Q()
    if rule.trigger == OVERDUE:
        asked &= Q(due_status=Case.OVERDUE, next_due_at__lte=ladder.before(now, rule.amount, rule.unit))
    elif rule.trigger == REDO:
        asked &= Q(redo_count__gte=rule.times)
    elif rule.trigger == DISSATISFIED:
        asked &= Q(satisfaction="dissatisfied")
    else:
        asked &= Q(return_count__gte=rule.times)
    if rule.categories:
        asked &= ladder.with_categories(rule.categories)
    if rule.channels:
        asked &= Q(channel__in=rule.channels)
    if rule.flags:
        asked &= ladder.with_flags(rule.flags)
    return asked
