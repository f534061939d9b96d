"""Figures in tables and as values by name, each with the filter that lists its cases. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .wording import percent

Cell = dict[str, Any]
"""t: as it is shown; v: the number itself (a fraction for a rate, None for words); q: what lists its cases."""


def words(text: str, query: Mapping[str, Any] | None = None) -> Cell:
    return {"t": text, "v": None, "q": dict(query) if query else None}


def count(value: int, query: Mapping[str, Any] | None = None) -> Cell:
    return {"t": f"{value:,}", "v": value, "q": dict(query) if query else None}


def rate(part: int, whole: int, query: Mapping[str, Any] | None = None) -> Cell:
    """Opens what the share is of."""
    return {
        "t": percent(part, whole, fixed=True),
        "v": part / whole if whole else None,
        "q": dict(query) if query else None,
    }


def table(code: str, title: str, columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Cell]], note: str = "",
          total: bool = False) -> dict[str, Any]:  # fmt: skip
    """columns: (name, kind) with kind text, count or rate."""
    return {
        "type": "table", "code": code, "title": title, "note": note, "total": total,
        "columns": [{"name": name, "kind": kind} for name, kind in columns], "rows": [list(row) for row in rows],
    }  # fmt: skip


def chart(code: str, title: str, svg: str) -> dict[str, Any]:
    return {"type": "chart", "code": code, "title": title, "svg": svg}


def section(code: str, heading: str, text: str, *blocks: Mapping[str, Any]) -> dict[str, Any]:
    """`proposed`: the text that the figures gave; `text`: as people left it."""
    return {
        "code": code, "heading": heading, "text": text, "proposed": text, "edited": False, "shown": True,
        "blocks": [dict(block) for block in blocks if block.get("rows") or block.get("svg")],
    }  # fmt: skip
