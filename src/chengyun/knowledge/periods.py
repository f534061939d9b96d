"""After how long articles are reviewed, and how long a correction may wait: rows of the district, kept per process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel import revision, worktime
from chengyun.kernel.calendars import calendar_for

from .asking import Synonyms
from .models import KnowledgePeriod, SynonymGroup

TOPIC = "knowledge"


@dataclass(frozen=True)
class Known:
    periods: tuple[KnowledgePeriod, ...]
    synonyms: Synonyms


def _load(today: date) -> Known:
    valid = (Q(valid_from__isnull=True) | Q(valid_from__lte=today)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    )
    groups = SynonymGroup.objects.filter(valid).values_list("words", flat=True)
    return Known(tuple(KnowledgePeriod.objects.filter(valid)), Synonyms(groups))


current = revision.Kept(TOPIC, _load)
forget = current.forget
_BUILT_IN = {
    KnowledgePeriod.REVIEW: (12, "month"), KnowledgePeriod.CORRECTION: (2, "working_day"),
    KnowledgePeriod.WARN: (15, "day"),
}  # fmt: skip


def of(kind: str, categories: Iterable[str] = ()) -> tuple[int, str]:
    """(amount, unit) of the nearest category; of the row for all; of the platform."""
    rows = {row.category: row for row in current().periods if row.kind == kind}
    for code in _upwards(categories):
        if code in rows:
            return rows[code].amount, rows[code].unit
    return (rows[""].amount, rows[""].unit) if "" in rows else _BUILT_IN[kind]


def _upwards(codes: Iterable[str]) -> Iterable[str]:
    known = catalogue.current()
    by_code = {row.code: row for row in known.categories.values()}
    for code in codes:
        row: Any = by_code.get(code)
        while row is not None:
            yield row.code
            row = known.category(row.parent_id)


def after(start: datetime, amount: int, unit: str) -> datetime:
    if unit == "month":
        return worktime.due_at(start, amount, worktime.Unit.MONTH, calendar_for(None)).due
    if unit == "day":
        return start + timedelta(days=amount)
    return worktime.due_at(start, amount, worktime.Unit(unit), calendar_for(None)).due


def review_day(now: datetime, categories: Iterable[str], until: date | None) -> date:
    """When an article that is published or confirmed now is looked at again: before it ends at the latest."""
    amount, unit = of(KnowledgePeriod.REVIEW, categories)
    day = timezone.localdate(after(now, amount, unit))
    return min(day, until) if until else day


def in_words(amount: int, unit: str) -> str:
    return f"{amount} {KnowledgePeriod.UNITS.get(unit, unit)}"


def midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), timezone.get_default_timezone())
