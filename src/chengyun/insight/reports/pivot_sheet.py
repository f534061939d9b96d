"""The table of the query page as XLSX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.cases import filter_words
from chengyun.cases.filters import CaseFilter
from chengyun.kernel.paper import book
from chengyun.org.access import Actor

from ..sheets import day_of, moment_of
from .pivot import DIMENSIONS


def file_name(told: Mapping[str, Any]) -> str:
    across = f"×{DIMENSIONS[told['across']]}" if told["across"] else ""
    days = f"{day_of(told['from'])} {day_of(told['to'], last=True)}"
    return f"{told['measure_name']} {DIMENSIONS[told['down']]}{across} {days}.xlsx"


def workbook(told: Mapping[str, Any], actor: Actor) -> bytes:
    """One sheet: what was asked, then the table; shares as fractions with their parts beside the total."""
    share = told["share"]
    kind = "rate" if share else "count"
    columns = [DIMENSIONS[told["down"]], *(_name(line) for line in told["columns"]), "合计"]
    rows = [
        [_name(line), *(_value(cell, share) for cell in cells), _value(line["total"], share)]
        for line, cells in zip(told["rows"], told["cells"], strict=True)
    ]
    rows.append(["合计", *(_value(line["total"], share) for line in told["columns"]), _value(told["total"], share)])
    words = filter_words.in_words(CaseFilter(**told["filter"]), "-received_at").rpartition("；")[0] or "全部案件"
    sheet = book.Sheet(
        name=told["measure_name"],
        about=[
            f"{told['measure_name']}，按{DIMENSIONS[told['down']]}"
            + (f"和{DIMENSIONS[told['across']]}" if told["across"] else ""),
            f"时段：{day_of(told['from'])} 至 {day_of(told['to'], last=True)}；范围：{words}（本人有权查看的案件）",
            f"来源：城运平台，截至 {moment_of(told['at'])}；导出人：{actor.name}",
        ],
        columns=columns, kinds=["text", *[kind] * (len(columns) - 1)], rows=rows,
    )  # fmt: skip
    return book.workbook([sheet])


def _name(line: Mapping[str, Any]) -> str:
    if not line["code"]:
        return "未明确"
    return f"{line['name']}（本级）" if line["direct"] else str(line["name"])


def _value(cell: Sequence[int], share: bool) -> float | int | None:
    if not share:
        return cell[0]
    return cell[0] / cell[1] if cell[1] else None
