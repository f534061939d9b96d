"""What no template can say: columns as wide as what stands in them, numbers to the right, rows in one piece. For the
built-in template; an office's own keeps what the office chose. Imported in a process that ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

TEXT_WIDTH = 156.0
"""Millimetres between the margins of the official layout."""


def finish(document: Any, blocks: Sequence[Mapping[str, Any]]) -> None:
    """The tables of `document` are those of `blocks`, in the same order."""
    tables = [block for block in blocks if block["type"] == "table"]
    if len(tables) != len(document.tables):
        return
    for table, block in zip(document.tables, tables, strict=True):
        _lay_out(table, block["columns"])


def _lay_out(table: Any, columns: Sequence[Mapping[str, Any]]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
    from docx.oxml.ns import qn
    from docx.oxml.shared import OxmlElement
    from docx.shared import Mm

    widths = shared(TEXT_WIDTH, [float(column["width"]) for column in columns])
    aligned = {"left": AT.LEFT, "right": AT.RIGHT, "center": AT.CENTER}
    table.autofit = False
    grid = table._tbl.tblGrid
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(Mm(width).twips))
        grid.append(column)
    for place, row in enumerate(table._tbl.tr_lst):
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width, column in zip(row.tc_lst, widths, columns, strict=False):
            cell.width = Mm(width)
            for paragraph in cell.p_lst:
                if place:
                    paragraph.alignment = aligned[column["align"]]


def shared(whole: float, weights: Sequence[float]) -> list[float]:
    """`whole` divided by weights; nothing becomes narrower than half of an equal share. Pure."""
    least = whole / max(len(weights), 1) / 2
    rest = whole - least * len(weights)
    total = sum(weights) or 1.0
    return [least + rest * weight / total for weight in weights]
