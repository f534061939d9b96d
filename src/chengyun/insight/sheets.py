"""The table behind a panel as a workbook: numbers as numbers, words never as formulas, and where it comes from."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from chengyun.cases import filter_words
from chengyun.cases.filters import CaseFilter
from chengyun.kernel.tabular import safe_cell
from chengyun.org.access import Actor

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLES = {
    "figures": "总体情况", "series": "登记与办结趋势", "by_hour": "登记时段分布", "by_channel": "按来源",
    "by_unit": "按单位", "by_area": "按区域", "by_category": "按类别", "by_state": "在办案件按状态",
}  # fmt: skip
COLUMNS = (
    ("received", "登记"), ("received_matters", "登记事项"), ("in_hand", "在办"), ("in_hand_calls", "在办来件"),
    ("due_soon", "临期"), ("overdue", "超期"), ("closed", "办结"), ("closed_matters", "办结事项"),
    ("on_time", "按时办结"), ("on_time/closed", "按时办结率"), ("satisfied", "满意与基本满意"), ("rated", "已评价"),
    ("satisfied/rated", "满意率"),
)  # fmt: skip
OF_STATES = tuple(column for column in COLUMNS if column[0] in ("in_hand", "due_soon", "overdue"))
NAMES = dict(COLUMNS)
NAMES["dissatisfied"] = "不满意"
_UNSET = {"by_unit": "未派单", "by_area": "未定位到街道", "by_category": "未分类"}


def file_name(told: Mapping[str, Any], panel: str) -> str:
    return f"{TITLES[panel]} {day_of(told['from'])} {day_of(told['to'], last=True)}.xlsx"


def workbook(told: Mapping[str, Any], panel: str, actor: Actor) -> bytes:
    """One sheet: title, period, filter and exporter above the table. Rates are fractions shown as percentages."""
    header, lines = _table(told, panel)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(TITLES[panel])
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7"})
        formats = {"text": None, "count": book.add_format({"num_format": "#,##0"}),
                   "rate": book.add_format({"num_format": "0.0%"})}  # fmt: skip
        title = book.add_format({"bold": True, "font_size": 14})
        for line, text in enumerate(_about(told, panel, actor)):
            page.write_string(line, 0, safe_cell(text), None if line else title)
        top = 6
        for column, (title, _) in enumerate(header):
            page.write_string(top, column, safe_cell(title), bold)
        for line, values in enumerate(lines, top + 1):
            _write(page, line, values, [kind for _, kind in header], formats)
        page.set_column(0, 0, 28)
        page.set_column(1, len(header), 14)
        page.freeze_panes(top + 1, 1)
        page.set_footer("&C" + safe_cell(_about(told, panel, actor)[-1]).replace("&", "&&")[:200])
    return out.getvalue()


def _write(page: Any, line: int, values: Sequence[Any], kinds: Sequence[str], formats: Mapping[str, Any]) -> None:
    for column, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        if value is None:
            continue
        if kind == "text":
            page.write_string(line, column, safe_cell(value)[:32_767])
        else:
            page.write_number(line, column, value, formats[kind])


def _about(told: Mapping[str, Any], panel: str, actor: Actor) -> list[str]:
    compared = told["compared"]
    with_what = f"；对比 {moment_of(compared['from'])} 至 {moment_of(compared['to'])}" if compared else ""
    words = filter_words.in_words(CaseFilter(**told["filter"]), "-received_at").rpartition("；")[0] or "全部案件"
    return [
        TITLES[panel],
        f"时段：{day_of(told['from'])} 至 {day_of(told['to'], last=True)}{with_what}",
        f"范围：{words}（本人有权查看的案件）",
        "口径：在办、临期、超期为截至时刻的数字；按时办结为各环节都没有超期；登记、办结按来件计，并在一起的算一个事项；满意率＝（满意＋基本满意）÷已评价。",
        f"来源：城运平台看板，截至 {moment_of(told['at'])}；导出人：{actor.name}",
    ]


def _table(told: Mapping[str, Any], panel: str) -> tuple[list[tuple[str, str]], list[list[Any]]]:
    if panel == "figures":
        return _figures(told)
    if panel == "series":
        return _series(told)
    columns: Iterable[tuple[str, str]] = COLUMNS
    if panel == "by_hour":
        columns = COLUMNS[:1]
    elif panel == "by_state":
        columns = OF_STATES
    header = [("名称", "text"), *((label, "rate" if "/" in name else "count") for name, label in columns)]
    lines = [[_name(panel, row), *(_value(row, name) for name, _ in columns)] for row in told[panel]]
    return header, lines


def _name(panel: str, row: Mapping[str, Any]) -> str:
    if not row["code"]:
        return _UNSET.get(panel, "其他")
    return f"{row['name']}（本级）" if row.get("direct") else str(row["name"])


def _value(row: Mapping[str, Any], name: str) -> float | int | None:
    part, _, whole = name.partition("/")
    if not whole:
        return int(row[part])
    return row[part] / row[whole] if row[whole] else None


def _figures(told: Mapping[str, Any]) -> tuple[list[tuple[str, str]], list[list[Any]]]:
    lines: list[list[Any]] = []
    for name, found in told["figures"].items():
        before = found.get("before", {}).get("value")
        lines.append([NAMES[name], found["value"], before, None if not before else found["value"] / before - 1])
    return [("指标", "text"), ("本期", "count"), ("对比期", "count"), ("增减", "rate")], lines


def _series(told: Mapping[str, Any]) -> tuple[list[tuple[str, str]], list[list[Any]]]:
    header = [("时间", "text"), ("登记", "count"), ("办结", "count"), ("对比时间", "text"), ("对比登记", "count"),
              ("对比办结", "count")]  # fmt: skip
    size = {"hour": 16, "day": 10, "month": 7}[told["cut"]]
    lines = []
    for row in told["series"]:
        before = row.get("before")
        line = [row["from"][:size].replace("T", " "), row["received"], row["closed"]]
        if before:
            line += [before["from"][:size].replace("T", " "), before["received"], before["closed"]]
        lines.append([*line, *[None] * (len(header) - len(line))])
    return header, lines


def day_of(moment: str, last: bool = False) -> str:
    at = datetime.fromisoformat(moment)
    return f"{(datetime.fromtimestamp(at.timestamp() - 1, at.tzinfo) if last else at):%Y-%m-%d}"


def moment_of(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%Y-%m-%d %H:%M}"
