"""When a limit ends: one pure function of (start, amount, unit, calendar, pauses). No Django, no clock of its
own.

Every unit is a measure: something that only grows as time passes (real time, working time, working days). The
limit ends at the earliest moment when the measure since the base, without what passed in pauses, reaches the
amount. So pauses cost working time in working units and real time in natural units, and a pause at night
costs nothing.

Base: the start itself; with DayRule.CLOSE_OF_DAY (default for working days) the end of the day of the start,
so that "5 working days" end at the close of the fifth working day after the day of the start, whenever on
that day it was. Fractions work in every unit: 2.5 working days end when half of the working time of the third
counted day is gone. Months end on the same day of the month, or on the last one when there is none.
"""

from __future__ import annotations

import calendar as month_lengths
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from .workdays import DAY_PARTS, Calendar, DayRule, WorkTable, epoch_microseconds, from_epoch

__all__ = [
    "Calendar", "DayRule", "Derivation", "Remaining", "Step", "Unit", "before_due", "due_at", "fraction_at",
    "is_working", "left", "next_working_moment", "remaining", "working_seconds",
]  # fmt: skip

Pauses = Sequence[tuple[datetime, datetime | None]]


class Unit(StrEnum):
    """Units of limits (domain: GB/T 30428.8 and the hotline rules)."""

    NATURAL_MINUTE = "natural_minute"
    URGENT_HOUR = "urgent_hour"
    WORKING_HOUR = "working_hour"
    WORKING_DAY = "working_day"
    NATURAL_DAY = "natural_day"
    MONTH = "month"

    @property
    def is_working(self) -> bool:
        return self in _WORKING


_WORKING = frozenset({Unit.WORKING_HOUR, Unit.WORKING_DAY})
_PER_UNIT = {
    Unit.NATURAL_MINUTE: 60_000_000,
    Unit.URGENT_HOUR: 3_600_000_000,
    Unit.WORKING_HOUR: 3_600_000_000,
    Unit.WORKING_DAY: DAY_PARTS,
    Unit.NATURAL_DAY: 86_400_000_000,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a derivation. kind: start, rule, count, off, pause, open_pause, unknown or due."""

    at: datetime
    kind: str
    detail: dict[str, Any]


@dataclass(frozen=True)
class Derivation:
    """A due time and how it came about.

    paused_since: set while an open pause keeps the limit from ending; `due` is then what it would be if work
    went on at `now`, or at once when no `now` was given (the earliest possible due time). `steps` are worked
    out when asked for.
    """

    due: datetime
    start: datetime
    amount: Decimal
    unit: Unit
    calendar: Calendar
    paused_since: datetime | None
    base: int
    pauses: tuple[tuple[datetime, datetime, bool], ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        from .worktext import steps_of

        return steps_of(self)

    def explain(self, lang: str = "zh") -> list[str]:
        """The steps in words ("zh" or "en"), one line each."""
        from .worktext import line_of

        return [line_of(step, lang) for step in self.steps]


@dataclass(frozen=True)
class Remaining:
    """What is left of a limit at a moment.

    used + left = limit, in the unit's own measure (microseconds, or DAY_PARTS of a working day); `left` is
    negative when overdue. seconds: seconds of working time (working units) or real time until due, negative
    after it. natural: seconds of real time until due, negative after it.
    """

    unit: Unit
    limit: int
    used: int
    seconds: int
    overdue: bool
    paused: bool
    natural: int = 0

    @property
    def left(self) -> int:
        return self.limit - self.used

    @property
    def seconds_working(self) -> int:
        return self.seconds

    @property
    def amount(self) -> Decimal:
        """What is left in the unit (months: in days of 24 hours)."""
        return Decimal(self.left) / _PER_UNIT.get(self.unit, _PER_UNIT[Unit.NATURAL_DAY])

    @property
    def share_used(self) -> float:
        return self.used / self.limit if self.limit else 1.0

    def text(self, lang: str = "zh") -> str:
        """ "剩 2.5 个工作日", "超 3 小时 20 分", with a word when the clock stands still."""
        from .worktext import remaining_text

        return remaining_text(self, lang)


class Measure:
    """Positions of moments in the measure of one unit, and back."""

    __slots__ = ("calendar", "days", "table")

    def __init__(self, unit: Unit, calendar: Calendar, start: datetime):
        self.calendar = calendar
        self.table: WorkTable | None = calendar.table(start) if unit in _WORKING else None
        self.days = unit is Unit.WORKING_DAY

    def at(self, moment: datetime) -> int:
        if self.table is None:
            return epoch_microseconds(moment)
        day, microseconds = self.table.split(moment)
        return self.table.days_at(day, microseconds) if self.days else self.table.worked_at(day, microseconds)

    def until(self, position: int) -> datetime:
        """The earliest moment with this position."""
        if self.table is None:
            return from_epoch(position, self.calendar.zone)
        return self.table.days_until(position) if self.days else self.table.worked_until(position)


def due_at(
    start: datetime,
    amount: Decimal | int,
    unit: Unit,
    calendar: Calendar,
    pauses: Pauses = (),
    now: datetime | None = None,
) -> Derivation:
    """When a limit of `amount` `unit` that began at `start` ends.

    start and pauses: aware date-times. amount: at least 0, may have a fraction; 0 ends at once (for working
    units at the next working moment). pauses: (from, to), in any order, overlapping or not; to = None is
    still open, see Derivation.paused_since. The answer is in the time zone of the calendar. ValueError for a
    negative amount, a naive date-time, a pause that ends before it begins, or a calendar without working
    time.
    """
    return _due(start, _limit_of(start, amount, unit, calendar), amount, unit, calendar, pauses, now)


def fraction_at(
    start: datetime,
    amount: Decimal | int,
    unit: Unit,
    calendar: Calendar,
    share: Decimal | float,
    pauses: Pauses = (),
    now: datetime | None = None,
) -> datetime:
    """When this share (0 to 1) of the limit is used up: the moment of a warning."""
    measure, base, need = _limit_of(start, amount, unit, calendar)
    part = int((Decimal(need) * Decimal(str(share))).to_integral_value(ROUND_HALF_EVEN))
    return _due(start, (measure, base, part), amount, unit, calendar, pauses, now).due


def before_due(due: datetime, amount: Decimal | int, unit: Unit, calendar: Calendar, pauses: Pauses = ()) -> datetime:
    """The latest warning moment that leaves `amount` `unit` until `due`, e.g. 4 working hours before it.

    Pauses before `due` leave the time in them out; an open one is ignored. Months are not possible
    (ValueError). In working units the answer is a working moment. It may lie before the limit began: the
    caller decides.
    """
    if unit is Unit.MONTH:
        raise ValueError("a warning cannot be given in months before the end")
    spans = [(a, min(b, due)) for a, b, is_open in _tidy(pauses, None, None) if not is_open and a < due]
    back = timedelta(days=30) + sum((b - a for a, b in spans), timedelta()) + 5 * timedelta(days=float(amount))
    measure = Measure(unit, calendar, due - back)
    position = measure.at(due) - _amount(amount, unit)
    for a, b in reversed(spans):
        if measure.at(b) <= position:
            break
        position -= measure.at(b) - measure.at(a)
    if unit not in _WORKING:
        return measure.until(position)
    if position <= 0:
        raise ValueError("the warning would be given too long before the end")
    assert measure.table is not None
    return measure.table.next_open(measure.until(position))


def remaining(
    now: datetime,
    start: datetime,
    amount: Decimal | int,
    unit: Unit,
    calendar: Calendar,
    pauses: Pauses = (),
) -> Remaining:
    """What is left of a limit at `now`. An open pause stops the clock at its beginning."""
    measure, base, need = _limit_of(start, amount, unit, calendar)
    derivation = _due(start, (measure, base, need), amount, unit, calendar, pauses, now)
    here = max(measure.at(max(now, start)), base)
    used = here - base
    for a, b, _ in derivation.pauses:
        if a < now:
            used -= max(measure.at(min(b, now)), base) - max(measure.at(a), base)
    if unit is Unit.WORKING_DAY:
        clock = Measure(Unit.WORKING_HOUR, calendar, start)
        seconds = clock.at(derivation.due) - max(clock.at(max(now, start)), _base_worked(measure, start))
    else:
        seconds = measure.at(derivation.due) - here
    paused = any(is_open and a <= now for a, _, is_open in derivation.pauses)
    natural = int((derivation.due - now).total_seconds())
    return Remaining(unit, need, used, int(seconds / 1_000_000), now > derivation.due, paused, natural)


def left(now: datetime, due: datetime, unit: Unit, calendar: Calendar) -> Remaining:
    """What lies between now and a due time that is known, told in the unit of the limit (for lists)."""
    measure = Measure(unit, calendar, min(now, due))
    rest = measure.at(due) - measure.at(now)
    seconds = working_seconds(now, due, calendar) if unit is Unit.WORKING_DAY else int(rest / 1_000_000)
    return Remaining(unit, rest, 0, seconds, now > due, False, int((due - now).total_seconds()))


def next_working_moment(at: datetime, calendar: Calendar) -> datetime:
    """`at` itself in working time, else the next opening. The end of a span counts as closed."""
    return calendar.table(at).next_open(at)


def is_working(at: datetime, calendar: Calendar) -> bool:
    """Whether `at` lies in working time (openings do, closings do not)."""
    return next_working_moment(at, calendar) == at


def working_seconds(a: datetime, b: datetime, calendar: Calendar) -> int:
    """Whole seconds of working time from a to b; negative when b is before a."""
    if b < a:
        return -working_seconds(b, a, calendar)
    table = calendar.table(a)
    return (table.worked_at(*table.split(b)) - table.worked_at(*table.split(a))) // 1_000_000


# --- the rule --------------------------------------------------------------------------------------------------------
def _limit_of(start: datetime, amount: Decimal | int, unit: Unit, calendar: Calendar) -> tuple[Measure, int, int]:
    """(measure, base position, amount in the measure)."""
    if start.tzinfo is None:
        raise ValueError("the start of a limit needs a time zone")
    measure = Measure(unit, calendar, start)
    if unit is Unit.WORKING_DAY and calendar.working_day_rule is DayRule.CLOSE_OF_DAY:
        assert measure.table is not None
        day, _ = measure.table.split(start)
        return measure, measure.table.counted[day + 1] * DAY_PARTS, _amount(amount, unit)
    closing = calendar.natural_day_rule is DayRule.CLOSE_OF_DAY and unit in (Unit.NATURAL_DAY, Unit.MONTH)
    base = measure.at(_next_midnight(start, calendar) if closing else start)
    if unit is Unit.MONTH:
        return measure, base, _months_end(start, Decimal(amount), calendar, closing) - base
    return measure, base, _amount(amount, unit)


def _due(
    start: datetime,
    limit: tuple[Measure, int, int],
    amount: Decimal | int,
    unit: Unit,
    calendar: Calendar,
    pauses: Pauses,
    now: datetime | None,
) -> Derivation:
    measure, base, need = limit
    spans = _tidy(pauses, start, now)
    end, since = base + need, None
    for a, b, is_open in spans:
        begin = max(measure.at(a), base)
        if begin >= end:
            break
        end += max(measure.at(b), base) - begin
        if is_open:
            since = a
    if need:
        due = measure.until(end)
    else:
        due = next_working_moment(start, calendar) if unit in _WORKING else measure.until(measure.at(start))
    return Derivation(due, start, Decimal(amount), unit, calendar, since, base, spans)


def _tidy(pauses: Pauses, start: datetime | None, now: datetime | None) -> tuple[tuple[datetime, datetime, bool], ...]:
    """Pauses after `start`, in order and apart from each other, as (from, to, still open)."""
    if not pauses:
        return ()
    tidy: list[tuple[datetime, datetime, bool]] = []
    for a, b in sorted(pauses, key=lambda pause: pause[0]):
        if b is not None and b < a:
            raise ValueError("a pause ends before it begins")
        is_open = b is None
        if b is None:
            b = a if now is None else max(a, now)
        if start is not None:
            a, b = max(a, start), max(b, start)
        if tidy and (a <= tidy[-1][1] or tidy[-1][2]):
            first, last, was_open = tidy.pop()
            if was_open:
                tidy.append((first, last, True))
                break
            a, b = first, max(last, b)
        if a < b or is_open:
            tidy.append((a, b, is_open))
    return tuple(tidy)


def _amount(amount: Decimal | int, unit: Unit) -> int:
    if amount < 0:
        raise ValueError("a limit cannot be negative")
    return int((Decimal(amount) * _PER_UNIT[unit]).to_integral_value(ROUND_HALF_EVEN))


def _base_worked(measure: Measure, start: datetime) -> int:
    """Working time at which the counting of working days begins."""
    assert measure.table is not None
    day, microseconds = measure.table.split(start)
    if measure.calendar.working_day_rule is DayRule.CLOSE_OF_DAY:
        return measure.table.worked[day + 1]
    return measure.table.worked_at(day, microseconds)


def _next_midnight(at: datetime, calendar: Calendar) -> datetime:
    zone = calendar.zone
    return datetime.fromordinal(at.astimezone(zone).toordinal() + 1).replace(tzinfo=zone)


def _months_end(start: datetime, amount: Decimal, calendar: Calendar, closing: bool) -> int:
    """Position of the end of a limit in months; a fraction is that share of the month after the whole
    ones."""
    if amount < 0:
        raise ValueError("a limit cannot be negative")
    local = start.astimezone(calendar.zone)
    whole = int(amount)
    ends = [_add_months(local, whole), _add_months(local, whole + 1)]
    if closing:
        ends = [_next_midnight(end, calendar) for end in ends]
    first, second = (epoch_microseconds(end) for end in ends)
    return first + int(((amount - whole) * (second - first)).to_integral_value(ROUND_HALF_EVEN))


def _add_months(at: datetime, months: int) -> datetime:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    last = month_lengths.monthrange(year, month + 1)[1]
    return datetime.combine(date(year, month + 1, min(at.day, last)), at.timetz())
