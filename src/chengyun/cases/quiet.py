"""Quiet hours: from when on a message may be shown to somebody.

A person with several roles is awake when one of them is. A role without quiet hours of its own waits for working time
(the platform's first rule, decision 0019). Urgent messages never wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from chengyun.kernel import revision, worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.org.models import valid_on

from .models import QuietHours

TOPIC = "catalogue"
_LONGEST_DAYS = 40


@dataclass(frozen=True, slots=True)
class Quiet:
    """Daily from `start` to `end`, over midnight when it ends before it starts; `off_days`: days off as a whole."""

    start: time
    end: time
    off_days: bool = False

    def end_of(self, at: datetime) -> datetime | None:
        """When the quiet hours that hold `at` end; None when there are none. Local times."""
        if self.start == self.end:
            return None
        now = at.time()
        if self.start < self.end:
            return _on(at, self.end) if self.start <= now < self.end else None
        if now >= self.start:
            return _on(at + timedelta(days=1), self.end)
        return _on(at, self.end) if now < self.end else None


def awake(at: datetime, rules: Iterable[Quiet | None], calendar: Any) -> datetime:
    """The first moment from `at` on when one of these roles is not quiet; None stands for working time.

    Nobody's rules at all are working time too.
    """
    found = [_first(at, rule, calendar) for rule in set(rules) or {None}]
    return min(found)


def _first(at: datetime, rule: Quiet | None, calendar: Any) -> datetime:
    if rule is None:
        return worktime.next_working_moment(at, calendar)
    moment = timezone.localtime(at)
    for _ in range(_LONGEST_DAYS * 2):
        ended = rule.end_of(moment)
        if ended is not None:
            moment = ended
        elif rule.off_days and not _works(moment, calendar):
            moment = _on(moment + timedelta(days=1), time())
        else:
            break
    return max(at, moment)


def _works(moment: datetime, calendar: Any) -> bool:
    """Whether anybody works on this day."""
    first = worktime.next_working_moment(_on(moment, time()), calendar)
    return timezone.localtime(first).date() == moment.date()


def _on(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)


def visible_from(at: datetime, roles: Iterable[str]) -> datetime:
    """From when on somebody with these roles sees a message of `at` that is not urgent."""
    known = rules(revision.current(TOPIC), timezone.localdate())
    return awake(at, [known.get(role) for role in roles], calendar_for(None))


@lru_cache(maxsize=4)
def rules(version: int, today: Any) -> Mapping[str, Quiet]:
    """What holds today, by role; read again when master data change."""
    valid: QuerySet[QuietHours] = QuietHours.objects.filter(valid_on(today))
    return {row.role: Quiet(clock(row.start), clock(row.end), row.off_days) for row in valid}


def clock(text: str) -> time:
    """ "22:30"; ValueError for anything else."""
    hours, _, minutes = text.partition(":")
    if not (len(hours) in (1, 2) and len(minutes) == 2 and (hours + minutes).isdecimal() and text.isascii()):
        raise ValueError(text)
    return time(int(hours), int(minutes))
