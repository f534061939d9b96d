"""部门预算公开: the whole document in four parts, from the data. Every figure in words is computed from the tables, so
that the check finds nothing on it. As text (the layout that `reading` knows) and as a paper for DOCX and PDF."""

from __future__ import annotations

import re
from typing import Any

from chengyun.kernel.paper import shape

from ..tables import Budget
from . import explaining, tabling, wording
from .parts import Part

__all__ = ["blocks", "paper", "text"]


def blocks(budget: Budget, before: Budget | None = None) -> list[Part]:
    """`before`: the budget of the year before; without it the years before of table 11 are used."""
    return [
        *wording.overview(budget),
        *tabling.tables(budget),
        *wording.narrative(budget, before),
        *explaining.terms(budget),
    ]


def text(budget: Budget, before: Budget | None = None) -> str:
    out: list[str] = []
    for part in blocks(budget, before):
        if part.rows is not None:
            out += ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in part.rows]
        else:
            out.append(part.text)
        out.append("")
    return "\n".join(out)


def paper(budget: Budget, before: Budget | None = None) -> shape.Paper:
    found: list[dict[str, Any]] = []
    above = False
    for part in reversed(blocks(budget, before)):
        if part.rows is not None:
            found.append(_table(part.rows))
        elif part.level:
            found.append(shape.heading(part.text, 1 if part.level == 1 else 2))
        else:
            above = above and len(part.text) <= MOST_ABOVE
            found.append(shape.heading(part.text, 3) if above else shape.text(part.text))
        above = part.rows is not None or part.text.startswith("备注：") or (above and not part.level)
    found.reverse()
    return shape.Paper(title=f"{budget.name}{budget.year}年部门预算", blocks=found)


MOST_ABOVE = 40
"""A line so short right above a table belongs to it and is not left alone at the end of a page."""
MOST_COLUMNS = 9
"""More do not fit a page: columns without any amount are left out then, and the table says so."""


def _table(rows: list[list[str]]) -> dict[str, Any]:
    """Columns as wide as their longest cell, numbers right."""
    wide = max(len(row) for row in rows)
    full = [row + [""] * (wide - len(row)) for row in rows]
    kept = [at for at in range(wide) if wide <= MOST_COLUMNS or at < 2 or any(_says(row[at]) for row in full[1:])]
    full = [[row[at] for at in kept] for row in full]
    head, body = full[0], full[1:]
    note = "没有列出的栏目均为零。" if len(kept) < wide else ""
    wide = len(kept)
    columns = []
    for at in range(wide):
        cells = [row[at] for row in body]
        number = (
            bool(any(cells))
            and not head[at].endswith(("编码", "代码"))
            and all(re.fullmatch(r"-?[\d,.]+%?|", cell) for cell in cells)
        )
        longest = max((len(cell) for cell in (head[at], *cells)), default=1)
        columns.append((head[at], "right" if number else "left", float(min(max(longest, 3), 18))))
    return shape.table("", columns, body, note=note)


def _says(cell: str) -> bool:
    return cell not in ("", "0", "0.00")
