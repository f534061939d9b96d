"""Which categories a few words may be about: by the keywords and names of the categories. Cheap, no model."""

from __future__ import annotations

from typing import Any

from chengyun.kernel import tokens

from . import catalogue
from .models import Category

SHOWN = 3
_held: tuple[Any, dict[str, list[tuple[int, str, frozenset[str]]]]] | None = None


def guess(text: str, lifecycle: str = "request") -> list[dict[str, Any]]:
    """[{id, code, name, path}], the likeliest first; only categories that have none below them."""
    known = catalogue.current()
    said, pairs = tokens.normalise(text)[:2000], frozenset(tokens.index_tokens(text[:2000]))
    scored = []
    for key, keywords, names in _table(known, lifecycle):
        points = sum(3.0 + len(word) for word in keywords.split() if word in said)
        points += sum(1.0 for name in names if name in pairs)
        if points >= 1:
            scored.append((points, -key))
    best = sorted(scored, reverse=True)[:SHOWN]
    found = [known.categories[-key] for _, key in best]
    return [{"id": row.id, "code": row.code, "name": row.name, "path": row.path_name} for row in found]


def _table(known: catalogue.Catalogue, lifecycle: str) -> list[tuple[int, str, frozenset[str]]]:
    """(id, keywords, pairs of characters of the name) of the lowest categories; kept as long as the catalogue."""
    global _held
    held = _held
    if held is None or held[0] is not known:
        parents = {row.parent_id for row in known.categories.values()}
        table: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for key, words in Category.objects.filter(pk__in=list(known.categories)).values_list("id", "keywords"):
            row = known.categories[key]
            if key in parents:
                continue
            listed = words if isinstance(words, str) else " ".join(words or [])
            spoken = tokens.normalise(" ".join(listed.replace("、", " ").replace(",", " ").split()))
            pairs = frozenset(token for token in tokens.index_tokens(row.name) if len(token) == 2)
            table.setdefault(row.lifecycle, []).append((key, spoken, pairs))
        held = _held = (known, table)
    return held[1].get(lifecycle, [])
