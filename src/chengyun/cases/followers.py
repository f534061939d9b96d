"""Who wants to know when something was done to a case: rooms above say so in AppConfig.ready.

A follower is called in the transaction of the action, after everything is written; what it raises undoes the action.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Follower = Callable[[Any, Any], None]
"""(work, event): the case in hand, and what happened."""

_followers: dict[str, list[Follower]] = {}


def register(action: str, follower: Follower) -> None:
    known = _followers.setdefault(action, [])
    if follower not in known:
        known.append(follower)


def tell(work: Any, events: Iterable[Any]) -> None:
    for event in events:
        for follower in _followers.get(event.action, ()):
            follower(work, event)
