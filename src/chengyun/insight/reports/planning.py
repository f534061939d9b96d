"""Which reports there should be and by when. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chengyun.kernel.months import next_month

from .words import DAILY, MONTHLY, REGULAR, WEEKLY

IsWorkday = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Due:
    """A period that has a report, both days included, and the last day on which it is in time."""

    first: date
    last: date
    due: date


def period_of(kind: str, day: date) -> tuple[date, date]:
    """The day, week (from Monday) or month that a day lies in."""
    if kind == WEEKLY:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if kind == MONTHLY:
        return day.replace(day=1), next_month(day) - timedelta(days=1)
    return day, day


def previous(kind: str, first: date, last: date) -> tuple[date, date]:
    """The same kind of period before: a month before a month, else as many days."""
    if kind == MONTHLY or (first.day == 1 and last == period_of(MONTHLY, first)[1]):
        return period_of(MONTHLY, first - timedelta(days=1))
    length = (last - first).days + 1
    return first - timedelta(days=length), first - timedelta(days=1)


def than(kind: str, first: date, last: date) -> str:
    """How the period before is called."""
    if kind == MONTHLY or (first.day == 1 and last == period_of(MONTHLY, first)[1]):
        return "上月"
    days = (last - first).days + 1
    return {1: "前一日", 7: "上周" if first.weekday() == 0 else "前七日"}.get(days, f"前 {days} 日")


def days_in_words(first: date, last: date) -> str:
    """2026年10月; 10月1日至7日; 10月1日"""
    if first == last:
        return f"{first.year}年{first.month}月{first.day}日"
    if first.day == 1 and last == period_of(MONTHLY, first)[1]:
        return f"{first.year}年{first.month}月"
    start = f"{first.year}年{first.month}月{first.day}日"
    if first.year != last.year:
        return f"{start}至{last.year}年{last.month}月{last.day}日"
    return f"{start}至{last.day}日" if first.month == last.month else f"{start}至{last.month}月{last.day}日"


def due_on(last: date, working_days: int, workday: IsWorkday) -> date:
    """The working day by which the report on a period that ends with `last` is due."""
    day = last
    for _ in range(working_days):
        day = next_workday(day, workday)
    return day


def next_workday(day: date, workday: IsWorkday) -> date:
    for ahead in range(1, 60):
        if workday(day + timedelta(days=ahead)):
            return day + timedelta(days=ahead)
    return day + timedelta(days=1)  # a calendar without any working day


def periods_of_year(kind: str, year: int, working_days: int, workday: IsWorkday) -> Iterator[Due]:
    """Every period of a year that wants a report: those that end in it. Daily reports are about every day; those of
    days off come with the next working day's."""
    if kind not in REGULAR:
        return
    first, last = period_of(kind, date(year, 1, 1))
    if last.year < year:
        first, last = period_of(kind, last + timedelta(days=1))
    while last.year == year:
        yield Due(first, last, due_on(last, working_days, workday))
        first, last = period_of(kind, last + timedelta(days=1))


def to_make(kind: str, today: date, workday: IsWorkday) -> list[tuple[date, date]]:
    """Which periods are over and made on this working day: the last week or month, and each day since the working day
    before. Nothing on days off."""
    if not workday(today):
        return []
    yesterday = today - timedelta(days=1)
    if kind in (WEEKLY, MONTHLY):
        return [period_of(kind, period_of(kind, today)[0] - timedelta(days=1))]
    if kind != DAILY:
        return []
    found = [(yesterday, yesterday)]
    while not workday(found[0][0]) and len(found) < 12:
        day = found[0][0] - timedelta(days=1)
        found.insert(0, (day, day))
    return found
