"""The ladder, the rules and the business scopes that are valid today, read once for each change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Q

from chengyun.cases import catalogue
from chengyun.kernel import revision, worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import valid_on

from .models import BusinessScope, ChecklistQuestion, SupervisionRule, SupervisionStep

TOPIC = "supervision"
WARN_SHARE = 0.75


@dataclass(frozen=True)
class Valid:
    steps: tuple[SupervisionStep, ...]
    rules: tuple[SupervisionRule, ...]
    scopes: tuple[BusinessScope, ...]
    questions: tuple[ChecklistQuestion, ...]

    def step(self, code: str) -> SupervisionStep | None:
        return next((step for step in self.steps if step.code == code), None)

    def first_for(self, permission: str) -> SupervisionStep | None:
        """The lowest step that this permission starts: what a reminder or 列入督办 in a case begins with."""
        return next((step for step in self.steps if step.permission == permission), None)


def _read(today: date) -> Valid:
    def valid(model: Any, *order: str) -> tuple[Any, ...]:
        return tuple(model.objects.filter(valid_on(today)).order_by(*order))

    return Valid(
        valid(SupervisionStep, "level", "code"), valid(SupervisionRule, "code"), valid(BusinessScope, "code"),
        valid(ChecklistQuestion, "sort", "code"),
    )  # fmt: skip


def step_for(actor: Actor, code: str) -> SupervisionStep:
    """A step that this person may start. Problem 403, 422."""
    step = current().step(code)
    if step is None:
        text = "没有这一级督办，可能已停用，请重新选择。"
        raise Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": "step", "message": text}])
    if not actor.can(step.permission):
        raise Problem(403, "forbidden", "没有权限", "您没有发起这一级督办的权限。", permission=step.permission)
    return step


# --- clocks -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Limit:
    due: datetime
    warn: datetime
    calendar: str


def limit_of(amount: Decimal, unit: str, unit_id: int, start: datetime) -> Limit:
    """When a limit that begins now ends for a unit, by its calendar."""
    code = catalogue.current().calendar_code(unit_id)
    calendar, measured = calendar_for(code or None), worktime.Unit(unit)
    return Limit(
        worktime.due_at(start, amount, measured, calendar).due,
        worktime.fraction_at(start, amount, measured, calendar, WARN_SHARE), code,
    )  # fmt: skip


def after(moment: datetime, amount: Decimal, unit: str, calendar: str) -> datetime:
    return worktime.due_at(moment, amount, worktime.Unit(unit), calendar_for(calendar or None)).due


def before(moment: datetime, amount: Decimal, unit: str) -> datetime:
    """The moment that lies so much working time back."""
    if not amount:
        return moment
    return worktime.before_due(moment, amount, worktime.Unit(unit), calendar_for(None))


# --- conditions -------------------------------------------------------------------------------------------------------
def with_categories(codes: list[str]) -> Q:
    """Cases of these categories and all below; none of them exists: no case."""
    known = catalogue.current().categories
    roots = {row.id for row in known.values() if row.code in codes}
    return Q(category_id__in=[row.id for row in known.values() if roots & {row.id, *row.ancestors}])


def with_flags(flags: list[str]) -> Q:
    condition = Q(pk__in=[])
    for flag in flags:
        condition |= Q(flags__contains=[flag])
    return condition


def business() -> Q:
    """Which cases are business-environment cases."""
    condition = Q(pk__in=[])
    for scope in current().scopes:
        if scope.categories:
            condition |= with_categories(scope.categories)
        if scope.channels:
            condition |= Q(channel__in=scope.channels)
        if scope.flags:
            condition |= with_flags(scope.flags)
    return condition


def is_business(category_id: int | None, channel: str, flags: list[str]) -> bool:
    """The same, of a case in hand."""
    known = catalogue.current()
    line = {known.categories[key].code for key in known.category_line(category_id) if key in known.categories}
    return any(
        line & set(scope.categories) or channel in scope.channels or set(flags) & set(scope.flags)
        for scope in current().scopes
    )


current = revision.Kept(TOPIC, _read)
forget = current.forget
