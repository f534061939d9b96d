"""What every part of the analysis asks: a period, a filter, a person; and how its figures open as lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.cases import filters
from chengyun.cases.models import Case
from chengyun.cases.selection import cases_where, own_unit
from chengyun.kernel import rows
from chengyun.org.access import Actor

from .. import breakdowns, figures, periods
from ..board import FILTERS, ZONE, span_of
from ..periods import Span


@dataclass(frozen=True)
class Asked:
    """One question: whose cases, which of them, received when; `before` is what it is compared with."""

    actor: Actor
    wanted: filters.CaseFilter
    period: str
    span: Span
    before: Span | None
    now: datetime

    def cases(self, span: Span | None = None, more: Q | None = None) -> QuerySet[Case]:
        """The cases received in the period that this person may see."""
        span = span or self.span
        received = Q(received_at__gte=span.start, received_at__lt=span.end)
        asked = filters.conditions(self.wanted) & (more or Q())
        if own_unit(self.actor) is None:
            return cases_where(self.actor, asked & received)
        return cases_where(self.actor, asked & received, received)

    @property
    def area_column(self) -> str:
        return breakdowns.area_column(self.wanted)

    @property
    def everything(self) -> bool:
        """Whether nothing is left out: sums of days and months can answer."""
        counted = figures.Asked(self.actor, self.wanted, "day", self.area_column)
        return counted.from_counts and not self.wanted.channel

    def head(self) -> dict[str, Any]:
        """What the answer says of itself; the cases of a figure are those of `filter`, `measure` and its `where`."""
        return {
            "at": self.now.isoformat(timespec="seconds"), "period": self.period,
            "from": self.span.start.isoformat(), "to": self.span.end.isoformat(),
            "compared": None if self.before is None else {
                "from": self.before.start.isoformat(), "to": self.before.end.isoformat(),
            },
            "filter": {name: getattr(self.wanted, name) for name in FILTERS if getattr(self.wanted, name)},
            "measure": received(self.span),
            "measure_before": None if self.before is None else received(self.before),
        }  # fmt: skip


def asked(actor: Actor, wanted: Any, now: datetime | None = None) -> Asked:
    """From the parameters of the board (schemas.BoardQuery)."""
    now = (now or timezone.now()).astimezone(ZONE)
    given = filters.CaseFilter(**{name: getattr(wanted, name) for name in FILTERS if getattr(wanted, name)})
    span = span_of(wanted.period, wanted.start, wanted.end, now)
    return Asked(actor, given, wanted.period, span, periods.compared(span, wanted.period, wanted.compare, now), now)


def received(span: Span) -> dict[str, str]:
    return {"received_from": span.start.isoformat(), "received_to": span.end.isoformat()}


def grouped(cases: QuerySet[Case], columns: Sequence[str], by: str, more: str = "") -> Iterator[Sequence[Any]]:
    """SELECT `by` FROM the cases with these columns (named a, b, c …); the last of `by` is a count."""
    found = rows.compose(cases.order_by().values_list(*columns))
    if not found.sql:
        return
    names = ", ".join("abcdefgh"[: len(columns)])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {by} FROM ({found.sql}) t ({names}) {more}", found.params)
        yield from cursor.fetchall()


def joined(*conditions: Mapping[str, Any]) -> dict[str, Any]:
    """Several lines at once: what has neither category nor area is `unset=category,area`."""
    whole: dict[str, Any] = {}
    for condition in conditions:
        for name, value in condition.items():
            if name in ("unset", "direct") and name in whole:
                value = ",".join(dict.fromkeys((*filters.split(whole[name]), *filters.split(value))))
            whole[name] = value
    return whole
