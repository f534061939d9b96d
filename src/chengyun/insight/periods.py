"""Periods, what they are compared with, and how they are cut into columns. Pure: no Django, no clock of its own."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PERIODS = ("today", "yesterday", "week", "month", "quarter", "year", "days")
COMPARISONS = ("previous", "week", "month", "year", "none")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
LONGEST = 3_700
"""Days of the longest period: ten years."""


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end), aware."""

    start: datetime
    end: datetime

    @property
    def days(self) -> int:
        return (self.end.date() - self.start.date()).days


def days_of(period: str, today: date) -> tuple[date, date]:
    """[first, last) of a named period; a week starts on Monday."""
    if period == "today":
        return today, today + timedelta(days=1)
    if period == "yesterday":
        return today - timedelta(days=1), today
    if period == "week":
        first = today - timedelta(days=today.weekday())
        return first, first + timedelta(days=7)
    length = _MONTHS[period]
    first = today.replace(month=(today.month - 1) // length * length + 1, day=1)
    return first, months_later(first, length)


def months_later(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span(first: date, last: date, zone: ZoneInfo) -> Span:
    return Span(datetime.combine(first, time(), zone), datetime.combine(last, time(), zone))


def compared(of: Span, period: str, comparison: str, now: datetime) -> Span | None:
    """The same days before: as much of them as has passed of a period that is still running."""
    if comparison == "none" or of.start > now:
        return None
    end = min(of.end, now)
    back = comparison if comparison != "previous" else period
    if back in ("today", "yesterday"):
        return Span(_earlier(of.start, 1), _earlier(end, 1))
    if back == "week":
        return Span(_earlier(of.start, 7), _earlier(end, 7))
    if back in _MONTHS:
        return Span(_months_earlier(of.start, _MONTHS[back]), _months_earlier(end, _MONTHS[back]))
    return Span(_earlier(of.start, of.days), _earlier(end, of.days))


def _earlier(moment: datetime, days: int) -> datetime:
    return moment - timedelta(days=days)


def _months_earlier(moment: datetime, months: int) -> datetime:
    return datetime.combine(months_later(moment.date(), -months), moment.timetz())


# --- columns of a chart over time ---------------------------------------------------------------------------------
def cut(of: Span) -> str:
    """hour, day or month: so that a chart has neither two columns nor two hundred."""
    return "hour" if of.days <= 1 else "day" if of.days <= 92 else "month"


def columns(of: Span, by: str) -> list[datetime]:
    """The beginnings of the columns of a period; the first begins where its hour, day or month does."""
    found = []
    at = _floor(of.start, by)
    while at < of.end:
        found.append(at)
        at = after(at, by)
    return found


def after(at: datetime, by: str) -> datetime:
    if by == "month":
        return datetime.combine(months_later(at.date(), 1), at.timetz())
    return at + (timedelta(hours=1) if by == "hour" else timedelta(days=1))


def _floor(moment: datetime, by: str) -> datetime:
    at = moment.replace(minute=0, second=0, microsecond=0)
    if by != "hour":
        at = at.replace(hour=0)
    return at.replace(day=1) if by == "month" else at


def whole_months(of: Span) -> tuple[date, date] | None:
    """[first, last) of the calendar months that lie wholly in a period; None when there is none."""
    first = of.start.date()
    if of.start.time() != time() or first.day != 1:
        first = months_later(first.replace(day=1), 1)
    last = of.end.date().replace(day=1)
    return (first, last) if first < last else None
