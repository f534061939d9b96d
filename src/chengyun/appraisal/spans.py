"""Which days a figure is about: a year with its targets, or any days of it or across it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from chengyun.cases.measures import Period

LONGEST = 3_660


class SpanError(ValueError):
    """The days make no period: which field, and why (Chinese)."""

    def __init__(self, field: str, words: str):
        super().__init__(words)
        self.field, self.words = field, words


@dataclass(frozen=True, slots=True)
class Span:
    """`year`: whose targets are looked at. `whole`: it is that year, so that amounts of a year can be compared."""

    year: int
    period: Period

    @property
    def whole(self) -> bool:
        return self.period == year_of(self.year)

    def earlier(self, years: int) -> Span:
        """The same days so many years before; the end of February stays its end."""
        first, end = (_moved(day, years) for day in (self.period.first, self.period.end))
        return Span(self.year - years, Period(first, max(end, first + timedelta(days=1))))

    def holds_month(self, month: str) -> bool:
        first = date(int(month[:4]), int(month[5:7]), 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return self.period.first <= first and after <= self.period.end


def year_of(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def span_of(year: int | None, first: date | None, last: date | None, today: date) -> Span:
    """What is asked for: nothing is this year, a year, or from a day to a day. SpanError."""
    if first is None and last is None:
        found = year or today.year
        return Span(found, year_of(found))
    if first is None or last is None:
        raise SpanError("last" if last is None else "first", "请写明从哪一天到哪一天。")
    if last < first:
        raise SpanError("last", "结束日期不能早于开始日期。")
    if (last - first).days >= LONGEST:
        raise SpanError("last", "一次最多看十年。")
    return Span(year or last.year, Period(first, last + timedelta(days=1)))


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
