"""Who wants to know when something was done to a case: rooms above say so in AppConfig.ready.

A follower is called in the transaction of the action, after everything is written; what it raises undoes the action.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Follower = Callable[[Any, Any], None]
"""(work, event): the case in hand, and what happened."""

Listener = Callable[[Sequence[tuple[Any, Any]]], None]
"""All (work, event) of one transaction's step, whatever the action; many at once when a file is imported."""

_followers: dict[str, list[Follower]] = {}
_listeners: list[Listener] = []


def register(action: str, follower: Follower) -> None:
    known = _followers.setdefault(action, [])
    if follower not in known:
        known.append(follower)


def listen(listener: Listener) -> None:
    """Be told of every action, also of those that imports do on thousands of cases (followers are not)."""
    if listener not in _listeners:
        _listeners.append(listener)


def tell(work: Any, events: Iterable[Any]) -> None:
    happened = [(work, event) for event in events]
    for work_, event in happened:
        for follower in _followers.get(event.action, ()):
            follower(work_, event)
    _tell_listeners(happened)


def tell_many(works: Iterable[Any]) -> None:
    """Cases that were written together with all that was done to them."""
    _tell_listeners([(work, event) for work in works for event in work.events])


def _tell_listeners(happened: Sequence[tuple[Any, Any]]) -> None:
    for listener in _listeners if happened else ():
        listener(happened)
