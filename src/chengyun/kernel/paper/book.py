"""The figures behind a paper as XLSX: numbers as numbers, words never as formulas. Imported in a process that ends."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, TypedDict

from chengyun.kernel.tabular import safe_cell


class Sheet(TypedDict):
    """kinds: text, count or rate (a fraction shown as per cent) for each column; None is an empty cell."""

    name: str
    about: list[str]
    columns: list[str]
    kinds: list[str]
    rows: list[list[Any]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        formats = {
            "count": book.add_format({"num_format": "#,##0.##"}), "rate": book.add_format({"num_format": "0.00%"}),
        }  # fmt: skip
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "text_wrap": True})
        used: set[str] = set()
        for sheet in sheets:
            page = book.add_worksheet(_name(sheet["name"], used))
            for line, words in enumerate(sheet["about"]):
                page.write_string(line, 0, safe_cell(words)[:32_767])
            top = len(sheet["about"]) + 1
            for column, name in enumerate(sheet["columns"]):
                page.write_string(top, column, safe_cell(name), bold)
            for line, row in enumerate(sheet["rows"], top + 1):
                for column, (value, kind) in enumerate(zip(row, sheet["kinds"], strict=True)):
                    if value is None:
                        continue
                    if kind == "text" or isinstance(value, str):
                        page.write_string(line, column, safe_cell(str(value))[:32_767])
                    else:
                        page.write_number(line, column, value, formats[kind])
            page.set_column(0, 0, 30)
            page.set_column(1, max(len(sheet["columns"]) - 1, 1), 14)
            page.freeze_panes(top + 1, 1)
    return out.getvalue()


def _name(wanted: str, used: set[str]) -> str:
    """A name that a workbook accepts, and no other sheet has."""
    base = re.sub(r"[\[\]:*?/\\']", "", wanted)[:28] or "表"
    name, number = base, 2
    while name.lower() in used:
        name, number = f"{base}{number}", number + 1
    used.add(name.lower())
    return name
