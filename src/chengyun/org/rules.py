"""Pure rules of the org room: no Django, no database."""

from __future__ import annotations

from datetime import datetime, timedelta

FREE_FAILURES = 5
"""Failures of one account from one address before waiting begins."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
FORGIVEN_AFTER = timedelta(hours=24)
MINUTE = timedelta(minutes=1)


def back_off(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: nothing, then 30 s doubling up to 15 min."""
    if failures < FREE_FAILURES:
        return timedelta(0)
    doublings = min(failures - FREE_FAILURES, 20)
    return min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)


def pair_after_failure(failures: int, window_started: datetime, now: datetime) -> tuple[int, datetime, datetime | None]:
    """New (failures, window start, blocked until) of one account seen from one address."""
    if now - window_started > FORGIVEN_AFTER:
        failures = 0
    failures += 1
    wait = back_off(failures)
    return failures, now if failures == 1 else window_started, now + wait if wait else None


def window_after_failure(
    failures: int, window_started: datetime, now: datetime, per_minute: int
) -> tuple[int, datetime, datetime | None]:
    """The same for a whole account or a whole address: at most `per_minute` failures a minute."""
    if now - window_started >= MINUTE:
        failures, window_started = 0, now
    failures += 1
    return failures, window_started, window_started + MINUTE if failures >= per_minute else None
