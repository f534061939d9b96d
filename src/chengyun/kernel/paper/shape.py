"""What a paper consists of. Everything is text, never markup, and plain JSON.

Blocks, in their order:
  {"type": "heading", "level": 1 | 2, "text": …}
  {"type": "text", "text": …, "bold": false}
  {"type": "table", "title": …, "columns": [{"name", "align": "left" | "right" | "center", "width": 1}],
   "rows": [[text, …], …], "total": false, "note": ""}
  {"type": "chart", "title": …, "svg": …, "width": 150}      width in millimetres
"""

from __future__ import annotations

from typing import Any, TypedDict


class Paper(TypedDict, total=False):
    """head: the red head; number: 字号; issue: beside it (第 3 期); to: 主送; closing: who signs below the text; copy:
    抄送; printed: who prints and when; mark: across each page (草稿). What is empty is left out."""

    head: str
    number: str
    issue: str
    signer: str
    title: str
    to: str
    blocks: list[dict[str, Any]]
    closing: str
    date: str
    copy: str
    printed: str
    mark: str


def heading(text: str, level: int = 1) -> dict[str, Any]:
    """1 and 2 stand out; 3 looks like text but stays with what follows, like the unit above a table."""
    return {"type": "heading", "level": level, "text": text}


def text(words: str, bold: bool = False) -> dict[str, Any]:
    return {"type": "text", "text": words, "bold": bold}


def table(title: str, columns: list[tuple[str, str, float]], rows: list[list[str]], **more: Any) -> dict[str, Any]:
    """columns: (name, align, relative width)."""
    told = [{"name": name, "align": align, "width": width} for name, align, width in columns]
    return {"type": "table", "title": title, "columns": told, "rows": rows, "total": False, "note": "", **more}


def chart(title: str, svg: str, width: int = 150) -> dict[str, Any]:
    return {"type": "chart", "title": title, "svg": svg, "width": width}
