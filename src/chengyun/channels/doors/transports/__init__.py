"""How items travel. A transport in fetches or receives items; a transport out delivers one message.

A transport in is registered here; for scheduled ones `jobs.py` calls `run` under the lock of its connection:

    register_in(TransportIn("open311", check, run, test, SETTINGS))

`run` reads what is new and hands the items to `doors.taking.take_all` together with the watermark, so that both are
kept in one transaction. `check` says what is wrong with settings before they are saved. `test` really asks the other
side and changes nothing. SETTINGS (fields.py) make the form. Transports out say the same to the form here; sending is
the outbox's, which knows what a message is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..connections import Connection
from .fields import Setting


class TransportError(Exception):
    """The other side could not be read; the words are for the page. `later`: seconds it asked us to wait."""

    def __init__(self, words: str, later: float | None = None):
        super().__init__(words)
        self.words = words
        self.later = later


@dataclass(slots=True)
class Ran:
    """What one run brought: new cases, what had come before, changes of known cases, held items."""

    new: int = 0
    known: int = 0
    changed: int = 0
    held: int = 0
    pages: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.new + self.known + self.changed + self.held


@dataclass(frozen=True, slots=True)
class Tested:
    """What a test told: `words` for the page, `items` how many could be seen, `first` how the first one reads."""

    ok: bool
    words: str
    items: int = 0
    first: Mapping[str, str] = field(default_factory=dict)


Check = Callable[[Mapping[str, Any]], list[dict[str, str]]]
"""Settings → [{field, message}], empty when they can be used."""
Test = Callable[[Connection], Tested]


@dataclass(frozen=True, slots=True)
class TransportIn:
    """`run` is None for what is not scheduled (push, by hand)."""

    code: str
    check: Check
    run: Callable[[Connection], Ran] | None
    test: Test
    settings: Sequence[Setting] = ()


@dataclass(frozen=True, slots=True)
class TransportOut:
    code: str
    check: Check
    test: Test | None = None
    settings: Sequence[Setting] = ()


_in: dict[str, TransportIn] = {}
_out: dict[str, TransportOut] = {}


def register_in(transport: TransportIn) -> None:
    _in[transport.code] = transport


def transport_in(code: str) -> TransportIn | None:
    return _in.get(code)


def register_out(transport: TransportOut) -> None:
    _out[transport.code] = transport


def transport_out(code: str) -> TransportOut | None:
    return _out.get(code)
