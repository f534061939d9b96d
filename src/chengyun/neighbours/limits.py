"""How often one person, device or address may do something, counted in one statement. Limits are rows of master data.

Whoever writes of an emergency is never counted (the callers ask `rules.hint` first).
"""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from chengyun.kernel import config
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac

from . import known

_COUNT = """
INSERT INTO neighbours_tally AS t (key, since, minutes, count)
SELECT key, %s, minutes, 1 FROM unnest(%s::bytea[], %s::int[]) AS given(key, minutes) ORDER BY key
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN t.since <= EXCLUDED.since - make_interval(mins => EXCLUDED.minutes) THEN 1 ELSE t.count + 1 END,
  since = CASE WHEN t.since <= EXCLUDED.since - make_interval(mins => EXCLUDED.minutes)
    THEN EXCLUDED.since ELSE t.since END,
  minutes = EXCLUDED.minutes
RETURNING key, since, count
"""


def take(doing: str, **whose: str) -> None:
    """Count one use for each of `whose` (person, phone, device, address). Problem 429 when one is used up."""
    now = timezone.now()
    rows = {
        _key(limit.code, whose[limit.whose]): limit
        for limit in known.current().limits.get(doing, ())
        if whose.get(limit.whose)
    }
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [now, list(rows), [limit.minutes for limit in rows.values()]])
        found = cursor.fetchall()
    waits = [
        since + timedelta(minutes=rows[bytes(key)].minutes) - now
        for key, since, count in found
        if count > rows[bytes(key)].most
    ]
    if waits:
        raise _too_often(max(waits))


def _key(code: str, value: str) -> bytes:
    return sm3_hmac(config.current().signing_key().encode(), f"neighbour\0{code}\0{value}".encode())


def _too_often(wait: timedelta) -> Problem:
    seconds = max(1, int(wait.total_seconds()) + 1)
    words = (
        f"{seconds} 秒"
        if seconds < 60
        else f"{-(-seconds // 60)} 分钟"
        if seconds < 5400
        else f"{-(-seconds // 3600)} 小时"
    )
    return Problem(
        429, "too_many_requests", "操作太频繁，请稍后再试",
        f"请在{words}后再试。有紧急危险请直接拨打 110、119 或 120，不受限制。",
        headers={"Retry-After": str(seconds)}, retry_after=seconds,
    )  # fmt: skip


def sweep() -> int:
    """Forget counts whose window is over."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM neighbours_tally WHERE since < now() - make_interval(mins => minutes)")
        return int(cursor.rowcount)
