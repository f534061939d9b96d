"""The table behind a part of the analysis as a workbook, with what it is about above it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from chengyun.cases import filter_words
from chengyun.cases.filters import CaseFilter
from chengyun.kernel.tabular import safe_cell
from chengyun.org.access import Actor

from ..sheets import day_of, moment_of

TITLES = {
    "words": "词频", "trend": "类别趋势", "matrix": "类别与区域", "calendar": "全年日历", "hexagons": "地图分布",
}  # fmt: skip
_UNSET = {"category": "未分类", "area": "未定位到街道"}
Cells = Sequence[Any]


def file_name(told: Mapping[str, Any]) -> str:
    return f"{TITLES[told['part']]} {day_of(told['from'])} {day_of(told['to'], last=True)}.xlsx"


def workbook(told: Mapping[str, Any], actor: Actor) -> bytes:
    header, lines = _TABLES[told["part"]](told)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(TITLES[told["part"]])
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7"})
        number = book.add_format({"num_format": "#,##0"})
        for line, text in enumerate(_about(told, actor)):
            page.write_string(line, 0, safe_cell(text), None if line else book.add_format({"bold": True}))
        for column, title in enumerate(header):
            page.write_string(5, column, safe_cell(title), bold)
        for at, cells in enumerate(lines, 6):
            for column, value in enumerate(cells):
                if isinstance(value, int | float):
                    page.write_number(at, column, value, number if isinstance(value, int) else None)
                elif value is not None:
                    page.write_string(at, column, safe_cell(str(value)))
        page.set_column(0, 0, 24)
        page.set_column(1, max(1, len(header)), 14)
        page.freeze_panes(6, 1)
    return out.getvalue()


def _about(told: Mapping[str, Any], actor: Actor) -> list[str]:
    words = filter_words.in_words(CaseFilter(**told["filter"]), "-received_at").rpartition("；")[0] or "全部案件"
    compared = told["compared"]
    against = f"；对比 {moment_of(compared['from'])} 至 {moment_of(compared['to'])}" if compared else ""
    return [
        TITLES[told["part"]],
        f"登记时段：{day_of(told['from'])} 至 {day_of(told['to'], last=True)}{against}",
        f"范围：{words}（本人有权查看的案件）",
        f"来源：城运平台分析，截至 {moment_of(told['at'])}；导出人：{actor.name}",
    ]


def _name(kind: str, line: Mapping[str, Any]) -> str:
    if not line["code"]:
        return _UNSET[kind]
    return f"{line['name']}（本级）" if line["direct"] else str(line["name"])


def _words(told: Mapping[str, Any]) -> tuple[list[str], Sequence[Cells]]:
    return ["词", "案件", "对比期"], [[row["word"], row["cases"], row["before"]] for row in told["words"]]


def _trend(told: Mapping[str, Any]) -> tuple[list[str], Sequence[Cells]]:
    size = {"hour": 16, "day": 10, "month": 7}[told["cut"]]
    header = ["时间", *(_name("category", line) for line in told["lines"])]
    lines = [
        [column["from"][:size].replace("T", " "), *(line["values"][at] for line in told["lines"])]
        for at, column in enumerate(told["columns"])
    ]
    return header, lines


def _matrix(told: Mapping[str, Any]) -> tuple[list[str], Sequence[Cells]]:
    header = ["类别", *(_name("area", line) for line in told["columns"]), "合计"]
    lines = [
        [_name("category", line), *cells, line["total"]]
        for line, cells in zip(told["rows"], told["cells"], strict=True)
    ]
    return header, lines


def _calendar(told: Mapping[str, Any]) -> tuple[list[str], Sequence[Cells]]:
    return ["日期", "登记"], [[row["day"], row["cases"]] for row in told["days"]]


def _hexagons(told: Mapping[str, Any]) -> tuple[list[str], Sequence[Cells]]:
    def middle(row: Mapping[str, Any], at: int) -> float:
        return round(sum(corner[at] for corner in row["corners"]) / 6, 6)

    header = ["格（q, r）", "中心经度", "中心纬度", "案件"]
    lines = [[f"{row['q']}, {row['r']}", middle(row, 0), middle(row, 1), row["cases"]] for row in told["cells"]]
    return header, lines


_TABLES = {"words": _words, "trend": _trend, "matrix": _matrix, "calendar": _calendar, "hexagons": _hexagons}
