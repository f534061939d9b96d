"""Whether an expression holds for a case, and which of its parts do. Never raises for what a case lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from .spans import within
from .syntax import (
    ADDRESS,
    AREA,
    CATEGORY,
    CHANNEL,
    EMPTY,
    FLAG,
    HAS_ALL,
    IN,
    IS,
    KIND,
    NEGATIVE,
    SPANS,
    TEXT,
    TEXTS,
    TITLE,
    URGENCY,
    WORDS,
    And,
    Node,
    Not,
    Test,
    tests,
)
from .telling import written_test
from .vocabulary import Vocabulary


def spelled(text: str) -> str:
    """Words as they are compared: full-width like half-width, capitals like small letters."""
    return unicodedata.normalize("NFKC", text).lower()


@dataclass(frozen=True, slots=True)
class View:
    """What rules see of a case. `category`: its code and those above, nearest first; `area` likewise. Texts are
    `spelled`. `at`: local time of receipt."""

    category: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    channel: str = ""
    kind: str = ""
    urgency: str = ""
    flags: frozenset[str] = frozenset()
    title: str = ""
    text: str = ""
    address: str = ""
    words: str = ""
    at: datetime = field(default_factory=datetime.now)


Predicate = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """One test of an expression: its text, whether it held, and the passages that made it."""

    text: str
    held: bool
    passages: tuple[str, ...] = ()


def predicate(node: Node) -> Predicate:
    """A function that says whether the expression holds. Compile once, call often."""
    if isinstance(node, Test):
        found = _positive(node)
        return (lambda view: not found(view)) if node.op in NEGATIVE else found
    if isinstance(node, Not):
        inner = predicate(node.item)
        return lambda view: not inner(view)
    parts = tuple(predicate(item) for item in node.items)
    return _every(parts) if isinstance(node, And) else _some(parts)


def _every(parts: tuple[Predicate, ...]) -> Predicate:
    def holds(view: View) -> bool:
        for part in parts:  # noqa: SIM110  (without a generator: this is asked 300 times for a case)
            if not part(view):
                return False
        return True

    return holds


def _some(parts: tuple[Predicate, ...]) -> Predicate:
    def holds(view: View) -> bool:
        for part in parts:  # noqa: SIM110
            if part(view):
                return True
        return False

    return holds


def _positive(test: Test) -> Predicate:
    """The test without its "not"."""
    op, values = NEGATIVE.get(test.op, test.op), frozenset(test.texts)
    if test.field in SPANS:
        inside = tuple(within(test.field, text) for text in test.texts)
        return lambda view: any(holds(view.at) for holds in inside)
    if test.field in TEXTS:
        return _in_text(test.field, tuple(spelled(text) for text in test.texts), op == HAS_ALL)
    if test.field == FLAG:
        return lambda view: not values.isdisjoint(view.flags)
    if test.field in (CATEGORY, AREA):
        return _in_tree(test.field, op, values)
    return _among(test.field, values)


def _in_tree(name: str, op: str, values: frozenset[str]) -> Predicate:
    line: Callable[[View], tuple[str, ...]] = attrgetter(name)
    if op == EMPTY:
        return lambda view: not line(view)
    if op == IS:
        return lambda view: bool(line(view)) and line(view)[0] in values
    assert op == IN
    return lambda view: not values.isdisjoint(line(view))


def _among(name: str, values: frozenset[str]) -> Predicate:
    get: dict[str, Callable[[View], str]] = {
        CHANNEL: lambda view: view.channel, KIND: lambda view: view.kind, URGENCY: lambda view: view.urgency,
    }  # fmt: skip
    value = get[name]
    return lambda view: value(view) in values


_TEXTS: dict[str, Callable[[View], str]] = {
    TITLE: lambda view: view.title, TEXT: lambda view: view.text, ADDRESS: lambda view: view.address,
    WORDS: lambda view: view.words,
}  # fmt: skip


def _in_text(name: str, values: tuple[str, ...], every: bool) -> Predicate:
    get = _TEXTS[name]
    if every:
        return lambda view: all(value in get(view) for value in values)
    return lambda view: any(value in get(view) for value in values)


def explain(node: Node, view: View, words: Vocabulary | None = None, language: str = "zh") -> list[Part]:
    """Every test with whether it held for this case; for words also which of them are there."""
    parts = []
    for test in tests(node):
        passages: tuple[str, ...] = ()
        if test.field in TEXTS:
            passages = tuple(text for text in test.texts if spelled(text) in _TEXTS[test.field](view))
        parts.append(Part(written_test(test, words, language), predicate(test)(view), passages))
    return parts
