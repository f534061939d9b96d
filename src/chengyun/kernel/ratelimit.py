"""Requests per minute of one token, over all processes.

A token bucket in PostgreSQL holds the truth; each process takes half a second's worth at a time and spends it from
memory, so that a busy token costs one statement in many requests and a quiet one a single one. What a process took and
did not spend within a few seconds is lost, never given twice: the limit is not exceeded.
"""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass

from django.db import connection

from .problems import Problem

LEASE_SECONDS = 3.0
MOST_LEASES = 2000

_TAKE = """
INSERT INTO kernel_ratebucket AS b (key, tokens, granted, at)
VALUES (%(key)s, %(burst)s - %(take)s, %(take)s, clock_timestamp())
ON CONFLICT (key) DO UPDATE SET
  granted = greatest(0, least(%(take)s, floor(least(%(burst)s, b.tokens
            + extract(epoch FROM clock_timestamp() - b.at) * %(rate)s))))::int,
  tokens = least(%(burst)s, b.tokens + extract(epoch FROM clock_timestamp() - b.at) * %(rate)s)
            - greatest(0, least(%(take)s, floor(least(%(burst)s, b.tokens
            + extract(epoch FROM clock_timestamp() - b.at) * %(rate)s)))),
  at = clock_timestamp()
RETURNING tokens, granted
"""


@dataclass(frozen=True, slots=True)
class Allowance:
    """limit: requests per minute; remaining: how many may follow at once; reset: seconds until all are back."""

    limit: int
    remaining: int
    reset: int

    @property
    def headers(self) -> dict[str, str]:
        """Both forms of the IETF draft: three plain numbers, and the two structured fields of its later versions."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset),
            "RateLimit-Policy": f'"token";q={self.limit};w=60',
            "RateLimit": f'"token";r={self.remaining};t={self.reset}',
        }


@dataclass(slots=True)
class _Lease:
    left: int
    until: float
    shared: float
    empty_until: float = 0.0


_lock = threading.Lock()
_leases: dict[str, _Lease] = {}


def take(key: str, per_minute: int) -> Allowance:
    """Spend one request of `key`. At most one statement. Problem 429 with Retry-After when none is left."""
    burst, rate = float(per_minute), per_minute / 60.0
    with _lock:
        lease = _leases.get(key)
        now = time.monotonic()
        if lease is not None:
            if lease.left > 0 and now < lease.until:
                lease.left -= 1
                return _allowance(per_minute, lease.shared + lease.left)
            if now < lease.empty_until:
                raise _too_many(per_minute, lease.empty_until - now)
    tokens, granted = _ask(key, burst, rate, max(1, min(50, round(rate / 2))))
    with _lock:
        now = time.monotonic()
        if len(_leases) >= MOST_LEASES:  # keys may be addresses of passers-by
            for old in [other for other, held in _leases.items() if max(held.until, held.empty_until) < now]:
                del _leases[old]
        lease = _leases[key] = _Lease(max(0, granted - 1), now + LEASE_SECONDS, tokens)
        if granted < 1:
            wait = (1.0 - tokens) / rate
            lease.empty_until = now + min(wait, 1.0)
            raise _too_many(per_minute, wait)
        return _allowance(per_minute, tokens + lease.left)


def forget() -> None:
    """Drop what this process has taken (tests)."""
    with _lock:
        _leases.clear()


def sweep() -> int:
    """Drop buckets that nobody touched for a day: they are full anyway; how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_ratebucket WHERE at < now() - interval '1 day'")
        return int(cursor.rowcount)


def _ask(key: str, burst: float, rate: float, take_: int) -> tuple[float, int]:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"key": key, "burst": burst, "rate": rate, "take": min(take_, int(burst))})
        tokens, granted = cursor.fetchone()
    return tokens, granted


def _allowance(per_minute: int, left: float) -> Allowance:
    remaining = max(0, int(left))
    return Allowance(per_minute, remaining, math.ceil((per_minute - remaining) * 60 / per_minute))


def _too_many(per_minute: int, wait: float) -> Problem:
    seconds = max(1, math.ceil(wait))
    headers = {**Allowance(per_minute, 0, seconds).headers, "Retry-After": str(seconds)}
    return Problem(
        429, "too_many_requests", "请求太频繁",
        f"该令牌每分钟最多 {per_minute} 次请求，请在 {seconds} 秒后重试；需要更高频率的，请联系区中心。",
        headers=headers, retry_after=seconds,
    )  # fmt: skip
