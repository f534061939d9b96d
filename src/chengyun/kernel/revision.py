"""Revisions of master data: one number per topic that changes whenever data of that topic changes.

A process keeps what it read (organisation, categories, calendars, …) and throws it away when the number is
another (`Kept`):

    key = revision.current("org")        # first the number,
    if key != cached_key: reload()       # then the data: data may be newer than its number, never older

Numbers come from a sequence, so a number that was rolled back is never given out again; compare for equality
only.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

from django.db import connection, transaction
from django.utils import timezone

Read = TypeVar("Read")

CACHE_SECONDS = 1.0
"""How long a process may go without looking: the longest time that another process's change stays unseen."""

_SEQUENCE = "nextval(pg_get_serial_sequence('kernel_revision', 'id'))"
_BUMP = (
    f"INSERT INTO kernel_revision (topic, value) VALUES (%s, {_SEQUENCE})"
    f" ON CONFLICT (topic) DO UPDATE SET value = {_SEQUENCE} RETURNING value"
)

_known: tuple[float, dict[str, int]] | None = None


class _Bumped:
    """Sits among the transaction's on-commit hooks: there until commit, gone after a rollback (also of a
    savepoint)."""

    __slots__ = ("topic", "value")

    def __init__(self, topic: str, value: int):
        self.topic = topic
        self.value = value

    def __call__(self) -> None:
        forget()


def bump(topic: str) -> int:
    """Say that data of `topic` changed. Call it in the transaction that changes the data; others see it on
    commit."""
    with connection.cursor() as cursor:
        cursor.execute(_BUMP, [topic])
        value: int = cursor.fetchone()[0]
    transaction.on_commit(_Bumped(topic, value))
    return value


def current(topic: str) -> int:
    """The number of a topic (0 before the first bump). At most one statement per second for all topics
    together."""
    for hook in reversed(connection.run_on_commit):
        mine: Any = hook[1]
        if isinstance(mine, _Bumped) and mine.topic == topic:
            return mine.value
    return _values().get(topic, 0)


def forget() -> None:
    """Look again at the next question (tests, and after a commit in this process)."""
    global _known
    _known = None


class Kept(Generic[Read]):
    """What a process remembers of a topic's data as they are today: asked for by calling it, read again when they
    change (at most about a second behind another process) or the day does."""

    def __init__(self, topic: str, read: Callable[[date], Read]):
        self._topic, self._read = topic, read
        self._lock = threading.Lock()
        self._known: tuple[tuple[int, date], Read] | None = None

    def __call__(self) -> Read:
        key = (current(self._topic), timezone.localdate())
        known = self._known
        if known is None or known[0] != key:
            with self._lock:
                known = self._known
                if known is None or known[0] != key:
                    self._known = known = (key, self._read(key[1]))
        return known[1]

    def forget(self) -> None:
        """Read again at the next question (tests)."""
        self._known = None


def _values() -> dict[str, int]:
    global _known
    known = _known
    now = time.monotonic()
    if known is not None and now - known[0] < CACHE_SECONDS:
        return known[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT topic, value FROM kernel_revision")
        values = dict(cursor.fetchall())
    if not any(isinstance(hook[1], _Bumped) for hook in connection.run_on_commit):
        _known = (now, values)  # never share what only this transaction can see
    return values
