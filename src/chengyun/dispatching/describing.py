"""Cold start: which categories a request sounds like, by their names, keywords and descriptions, and which units have
such a thing in their names."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from chengyun.cases import catalogue
from chengyun.kernel import tokens

from .facts import Facts

KEYWORD, NAME, PAIR = 3.0, 2.0, 0.25
ENOUGH = 2.0
MOST = 5


@dataclass(frozen=True, slots=True)
class Sounds:
    """A category that a request sounds like. `share`: among all that it could be; `words`: what said so."""

    category_id: int
    share: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Described:
    id: int
    lifecycle: str
    keywords: tuple[str, ...]
    name: str
    pairs: frozenset[str]


_lock = threading.Lock()
_known: tuple[tuple[int, ...], tuple[_Described, ...]] | None = None


def _described() -> tuple[_Described, ...]:
    """Minor categories with the words that describe them; read again when the catalogue changes."""
    global _known
    versions = catalogue.current().versions
    with _lock:
        if _known is None or _known[0] != versions:
            _known = (versions, tuple(_read()))
        return _known[1]


def _read() -> Iterable[_Described]:
    from chengyun.cases.models import Category

    rows = list(Category.objects.order_by("id"))
    parents = {row.parent_id for row in rows}
    for row in rows:
        if row.pk in parents:
            continue
        words = tuple(word for word in dict.fromkeys(tokens.normalise(k) for k in row.keywords) if len(word) > 1)
        pairs = frozenset(t for t in tokens.index_tokens(f"{row.name}\n{row.description}") if len(t) > 1)
        yield _Described(row.pk, row.lifecycle, words, tokens.normalise(row.name), pairs)


def categories(facts: Facts) -> list[Sounds]:
    """The categories that the words speak for, the likeliest first."""
    text = tokens.normalise(facts.words)
    held = frozenset(tokens.index_tokens(facts.words))
    points: list[tuple[float, int, tuple[str, ...]]] = []
    for one in _described():
        if one.lifecycle != facts.lifecycle:
            continue
        words = [word for word in one.keywords if word in text]
        weight = KEYWORD * len(words) + PAIR * len(held & one.pairs)
        if one.name in text:
            weight += NAME
            words.append(one.name)
        if words:
            points.append((weight, one.id, tuple(dict.fromkeys(words))))
    whole = sum(weight for weight, _, _ in points) + ENOUGH
    points.sort(key=lambda one: (-one[0], one[1]))
    return [Sounds(category, round(weight / whole, 4), words) for weight, category, words in points[:MOST]]


def units(facts: Facts) -> dict[int, tuple[float, tuple[str, ...]]]:
    """Units whose name has words of the request: weak, and better than nothing in a new district."""
    held = {token for token in tokens.index_tokens(facts.words) if len(token) == 2}
    found: dict[int, tuple[float, tuple[str, ...]]] = {}
    for unit in catalogue.current().units.values():
        if unit.kind == "centre":
            continue
        own = {t for t in tokens.index_tokens(f"{unit.name} {unit.short_name}") if len(t) == 2}
        both = tuple(sorted(held & own))
        if len(both) >= 2:
            found[unit.id] = (len(both) / (len(own) + 3), both)
    return dict(sorted(found.items(), key=lambda one: -one[1][0])[:3])
