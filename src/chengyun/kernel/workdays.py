"""A working calendar and the table behind it: which moments are working time, as plain integer arithmetic. No
Django.

The table numbers working time: every moment has a position (microseconds of working time, or 10^-15 of a
working day, since the table's first day), and a position leads back to the earliest moment that has it.
Limits then are additions.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

Spans = Sequence[tuple[time, time]]
_DaySpans = tuple[tuple[int, int], ...]
_Shape = tuple[tuple[_DaySpans, ...], Mapping[int, _DaySpans]]

DAY_PARTS = 10**15
"""A working day in the integer measure of day limits: fine enough that a microsecond of any day survives
rounding."""

_DAY_US = 86_400_000_000
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MAX_YEARS = 120


class DayRule(StrEnum):
    """How limits in days (and months) begin and end.

    CLOSE_OF_DAY: the day of the start does not count, the last day counts to its end: of working hours for
    working days, 24:00 for natural days and months (the manner of the Civil Code, art. 201-203).
    SAME_TIME: counted from the very moment: to the same share of the working day, or the same clock time.
    """

    CLOSE_OF_DAY = "close_of_day"
    SAME_TIME = "same_time"


@dataclass(frozen=True)
class Calendar:
    """Working time of one kind of office.

    weekly: weekday (Monday 0) to spans of working time, any number a day, wall-clock in `tz`; a missing day
    is off. A span that ends at 00:00 ends at 24:00. exceptions: the same for single days (empty: day off).
    names: what an exceptional day is called. known_until: last day whose holidays are known; later ones
    follow the week alone. working_day_rule / natural_day_rule: see DayRule; the latter also rules months.
    ValueError when spans overlap, run backwards or lie outside one day.
    """

    code: str
    version: int
    tz: str
    weekly: Mapping[int, Spans]
    exceptions: Mapping[date, Spans] = field(default_factory=dict)
    names: Mapping[date, str] = field(default_factory=dict)
    known_until: date | None = None
    working_day_rule: DayRule = DayRule.CLOSE_OF_DAY
    natural_day_rule: DayRule = DayRule.SAME_TIME
    zone: ZoneInfo = field(init=False, repr=False, compare=False)
    _shape: _Shape = field(init=False, repr=False, compare=False)
    _table: WorkTable | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(day not in range(7) for day in self.weekly):
            raise ValueError(f"calendar {self.code}: weekdays are 0 (Monday) to 6")
        put = object.__setattr__
        put(self, "zone", ZoneInfo(self.tz))
        week = tuple(span_microseconds(self.weekly.get(day, ())) for day in range(7))
        special = {day.toordinal(): span_microseconds(spans) for day, spans in self.exceptions.items()}
        put(self, "_shape", (week, special))
        put(self, "_table", None)

    def __hash__(self) -> int:
        return hash((self.code, self.version))

    def table(self, start: datetime) -> WorkTable:
        """The table of this calendar, beginning before `start`. Kept with the calendar and shared by
        threads."""
        ordinal = start.astimezone(self.zone).toordinal()
        table = self._table
        if table is None or ordinal < table.first:
            table = WorkTable(*self._shape, self.zone, ordinal)
            object.__setattr__(self, "_table", table)
        return table


def span_microseconds(spans: Spans) -> _DaySpans:
    """Spans of one day as (start, end) microseconds after midnight, ordered; ValueError when they make no
    sense."""
    pairs = sorted((_of_day(a), _of_day(b) or _DAY_US) for a, b in spans)
    end = 0
    for index, (a, b) in enumerate(pairs):
        if b <= a or (index and a < end):
            raise ValueError(f"working spans overlap or run backwards: {spans}")
        end = b
    return tuple(pairs)


def _of_day(at: time) -> int:
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond


class WorkTable:
    """Running totals of working time by day. `first` is the proleptic ordinal of day 0; days are indexes from
    there.

    worked[i]: microseconds of working time before day i. counted[i]: working days before day i. opens[k]:
    index of the working day number k. The table grows at its end on demand, under a lock.
    """

    def __init__(
        self,
        week: tuple[_DaySpans, ...],
        special: Mapping[int, _DaySpans],
        zone: ZoneInfo,
        ordinal: int,
    ):
        self.first = date(max(1, date.fromordinal(ordinal).year - 1), 1, 1).toordinal()
        self.zone = zone
        self.worked = array("q", [0])
        self.counted = array("l", [0])
        self.opens = array("l")
        self._week = week
        self._special = special
        self._totals = tuple(sum(b - a for a, b in spans) for spans in week)
        self._lock = threading.Lock()

    def spans(self, day: int) -> _DaySpans:
        ordinal = self.first + day
        found = self._special.get(ordinal)
        return self._week[(ordinal + 6) % 7] if found is None else found

    def is_special(self, day: int) -> bool:
        return self.first + day in self._special

    def weekly_open(self, day: int) -> bool:
        return bool(self._week[(self.first + day + 6) % 7])

    def reach(self, day: int) -> None:
        """Make the totals up to the end of day `day` known."""
        if len(self.worked) <= day + 1:
            with self._lock:
                self._grow(day + 1)

    def _grow(self, days: int) -> None:
        days = max(days, len(self.worked) + 365)
        if days > _MAX_YEARS * 366:
            raise ValueError(f"no end of the limit within {_MAX_YEARS} years: does the calendar have working time?")
        total, count = self.worked[-1], self.counted[-1]
        for day in range(len(self.worked) - 1, days):
            spans = self._special.get(self.first + day)
            weekday = (self.first + day + 6) % 7
            used = self._totals[weekday] if spans is None else sum(b - a for a, b in spans)
            if used:
                self.opens.append(day)
                total += used
                count += 1
            self.counted.append(count)
            self.worked.append(total)

    def split(self, at: datetime) -> tuple[int, int]:
        """(day, microseconds after midnight) on the wall clock of the calendar."""
        local = at.astimezone(self.zone)
        day = local.toordinal() - self.first
        self.reach(day)
        return day, ((local.hour * 60 + local.minute) * 60 + local.second) * 1_000_000 + local.microsecond

    def moment(self, day: int, microseconds: int) -> datetime:
        midnight = datetime.fromordinal(self.first + day).replace(tzinfo=self.zone)
        return midnight + timedelta(microseconds=microseconds)

    def used(self, day: int, microseconds: int) -> int:
        """Working time of a day before a time of day."""
        total = 0
        for a, b in self.spans(day):
            if microseconds <= a:
                break
            total += (b if microseconds > b else microseconds) - a
        return total

    def _after(self, day: int, used: int) -> datetime:
        """The earliest moment of a day by which `used` (> 0) of its working time is gone."""
        for a, b in self.spans(day):
            if used <= b - a:
                return self.moment(day, a + used)
            used -= b - a
        raise AssertionError("a day cannot give more working time than it has")

    # --- working time in microseconds
    # --------------------------------------------------------------------------
    def worked_at(self, day: int, microseconds: int) -> int:
        return self.worked[day] + self.used(day, microseconds)

    def worked_until(self, position: int) -> datetime:
        """The earliest moment at this position (> 0)."""
        while self.worked[-1] < position:
            self.reach(len(self.worked))
        day = bisect_left(self.worked, position) - 1
        return self._after(day, position - self.worked[day])

    # --- working days, in DAY_PARTS of a day
    # -------------------------------------------------------------------
    def days_at(self, day: int, microseconds: int) -> int:
        whole = self.counted[day] * DAY_PARTS
        total = self.worked[day + 1] - self.worked[day]
        return whole + self.used(day, microseconds) * DAY_PARTS // total if total else whole

    def days_until(self, position: int) -> datetime:
        """The earliest moment at this position (> 0): the close of a day for whole days."""
        number, part = divmod(position, DAY_PARTS)
        while len(self.opens) <= number:
            self.reach(len(self.worked))
        day = self.opens[number if part else number - 1]
        total = self.worked[day + 1] - self.worked[day]
        used = (part * total + DAY_PARTS // 2) // DAY_PARTS if part else total
        return self._after(day, used) if used else self.opening(day)

    def opening(self, day: int) -> datetime:
        """When a working day opens."""
        return self.moment(day, self.spans(day)[0][0])

    def next_open(self, at: datetime) -> datetime:
        """`at` itself when work can be done then (a span's end does not count), else the next opening."""
        day, microseconds = self.split(at)
        for a, b in self.spans(day):
            if microseconds < b:
                return self.moment(day, max(a, microseconds))
        while len(self.opens) <= self.counted[day + 1]:
            self.reach(len(self.worked))
        return self.opening(self.opens[self.counted[day + 1]])


def epoch_microseconds(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def from_epoch(microseconds: int, zone: ZoneInfo) -> datetime:
    return (_EPOCH + timedelta(microseconds=microseconds)).astimezone(zone)
