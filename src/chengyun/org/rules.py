"""Pure rules of the org room: no Django, no database."""

from __future__ import annotations

from datetime import datetime, timedelta

FREE_FAILURES = 5
"""Failures of one account from one address before waiting begins."""
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
FORGIVEN_AFTER = timedelta(hours=24)
MINUTE = timedelta(minutes=1)
STRIKES_FORGOTTEN_AFTER = timedelta(hours=1)


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
    failures: int, window_started: datetime, now: datetime, per_minute: int, strikes: int = 0
) -> tuple[int, datetime, datetime | None, int]:
    """New (failures, window start, blocked until, strikes) of a whole account or a whole address.

    At most `per_minute` failures a minute; every further minute that is too much doubles the wait, up to 15 min.
    """
    if now - window_started >= STRIKES_FORGOTTEN_AFTER:
        strikes = 0
    if now - window_started >= MINUTE:
        failures, window_started = 0, now
    failures += 1
    if failures < per_minute:
        return failures, window_started, None, strikes
    wait = min(MINUTE * 2 ** min(strikes, 20), LONGEST_WAIT)
    return failures, window_started, now + wait if strikes else window_started + MINUTE, strikes + 1


def wait_in_words(wait: timedelta) -> str:
    """“ 40 秒”, “ 3 分钟”: as a person says it, rounded up."""
    seconds = int(wait.total_seconds())
    return f" {seconds} 秒" if seconds < 90 else f" {-(-seconds // 60)} 分钟"


def is_idle(last_active: datetime | None, minutes: int, now: datetime) -> bool:
    """Whether a log-in was left alone for too long; 0 minutes is never."""
    return minutes > 0 and last_active is not None and now - last_active > timedelta(minutes=minutes)


def password_is_over(changed_at: datetime, days: int, now: datetime) -> bool:
    """Whether a password is too old; 0 days is never."""
    return days > 0 and now - changed_at > timedelta(days=days)
