"""What is fed to indicators by a table: read, shown with each row's faults, kept whole or not at all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from chengyun.kernel import english, tabular
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import evidence, library, records
from .models import FedRecord, Indicator

MAX_BYTES = 4 * 1024 * 1024
MAX_ROWS = 2_000
SHOWN = 500
COLUMNS = {
    "indicator": "指标编码", "first": "开始日期", "last": "结束日期", "numerator": "数值", "denominator": "分母",
    "text": "情况", "note": "说明",
}  # fmt: skip
NEEDED = ("indicator", "first", "last")
LONGEST = {"text": 200, "note": 1000}
LARGEST = Decimal("99999999999")


@dataclass
class Row:
    """A line of the table; `errors` are told to the person who sent it."""

    line: int
    cells: dict[str, str]
    name: str = ""
    name_en: str = ""
    given: dict[str, Any] = field(default_factory=dict)
    sound: records.Sound | None = None
    errors: list[dict[str, str]] = field(default_factory=list)

    def wrong(self, column: str, message: str) -> None:
        self.errors.append({"column": column, "message": message})


def read(content: bytes, filename: str) -> list[Row]:
    """The lines with what is wrong about each. Problem 422 when the file is not such a table."""
    if len(content) > MAX_BYTES:
        raise _refused("文件大于 4 MB。")
    try:
        table = tabular.read_table(io.BytesIO(content), filename)
        missing = [COLUMNS[name] for name in NEEDED if COLUMNS[name] not in table.header]
        if missing:
            raise _refused(f"缺少列：{'、'.join(missing)}。请用模板填写。")
        found: list[Row] = []
        for line, cells in table.rows:
            if len(found) >= MAX_ROWS:
                raise _refused(f"一次最多 {MAX_ROWS} 行，请分次导入。")
            found.append(_understood(line, cells))
    except tabular.TableError as error:
        raise _refused(f"{error}。") from error
    if not found:
        raise _refused("表里没有数据。")
    _doubled(found)
    return found


def _understood(line: int, cells: dict[str, str]) -> Row:
    row = Row(line, {name: cells.get(heading, "") for name, heading in COLUMNS.items()})
    given = row.given
    for name, cell in row.cells.items():
        text = cell.strip()
        if name in ("first", "last"):
            given[name] = _day(row, name, text)
        elif name in ("numerator", "denominator"):
            given[name] = _amount(row, name, text)
        else:
            given[name] = text
            if len(text) > LONGEST.get(name, 60):
                row.wrong(name, f"最多 {LONGEST.get(name, 60)} 字。")
    definition = library.current().indicators.get(given["indicator"])
    if definition is not None:
        row.name, row.name_en = definition.row.name, definition.row.name_en
    if not row.errors:
        try:
            row.sound = records.checked(given)
        except Problem as problem:
            for error in problem.extra.get("errors", ()):
                row.wrong(error["field"], error["message"])
    return row


def _day(row: Row, column: str, text: str) -> date | None:
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?", text)
    try:
        if found:
            day = date(*map(int, found.groups()))
            if 2000 <= day.year <= 2100:
                return day
    except ValueError:
        pass
    row.wrong(column, "请写成 2026-01-31 这样的日期。")
    return None


def _amount(row: Row, column: str, text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("，", "")
    if not plain:
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and 0 <= number <= LARGEST:
        return number
    row.wrong(column, "请写不小于 0 的数字，不带单位和百分号。")
    return None


def _key(row: Row) -> tuple[Any, ...]:
    return tuple(row.given[name] for name in ("indicator", "first", "last"))


def _doubled(found: Sequence[Row]) -> None:
    """The same indicator for the same days once; also against what is held."""
    good = [row for row in found if not row.errors]
    lines: dict[tuple[Any, ...], int] = {}
    codes = {row.given["indicator"] for row in good}
    held = set(
        FedRecord.objects.filter(indicator__in=codes, withdrawn_at=None).values_list("indicator", "first", "last")
    )
    for row in good:
        if _key(row) in lines:
            row.wrong("indicator", f"与第 {lines[_key(row)]} 行相同。")
        elif _key(row) in held:
            row.wrong("indicator", "这些日子已有填报；要改请先撤回原来的。")
        lines.setdefault(_key(row), row.line)


@transaction.atomic
def keep(actor: Actor, found: Sequence[Row], files: Sequence[str]) -> int:
    """All rows or none; of two who send the same at once the second is told. Problem 422 when any is wrong."""
    codes = {row.given["indicator"] for row in found}
    list(Indicator.objects.select_for_update().filter(code__in=codes).order_by("pk").values_list("pk"))
    _doubled(found)
    wrong = [row for row in found if row.errors]
    if wrong:
        errors = [{"field": f"{row.line}", "message": error["message"]} for row in wrong[:100] for error in row.errors]
        raise Problem(422, "invalid", "提交的内容有误", f"{len(wrong)} 行有误，一行也没有保存。", errors=errors)
    proofs = evidence.checked(files, actor)
    FedRecord.objects.bulk_create([records.entered(actor, row.given, row.sound, proofs) for row in found if row.sound])
    return len(found)


def told(found: Sequence[Row], *, in_english: bool = False) -> dict[str, Any]:
    """The lines with faults first; at most SHOWN of them."""
    rows = [{name: getattr(row, name) for name in ("line", "name", "name_en", "cells", "errors")} for row in found]
    rows.sort(key=lambda row: (not row["errors"], row["line"]))
    for error in (error for row in rows[:SHOWN] if in_english for error in row["errors"]):
        error["message"] = english.english(error["message"])
    return {"rows": rows[:SHOWN], "count": len(found), "wrong": sum(1 for row in found if row.errors)}


def template() -> bytes:
    """An empty form with a line for each indicator that is fed."""
    target = io.BytesIO()
    tabular.write_xlsx(target, list(COLUMNS.values()), _lines(), sheet="指标填报", widths=(28, 14, 14, 12, 12, 24, 48))
    return target.getvalue()


def _lines() -> Iterator[list[str]]:
    for definition in library.current().indicators.values():
        row = definition.row
        if row.reads == "records":
            yield [row.code, "", "", "", "", "", f"{row.name}{f'（{row.unit}）' if row.unit else ''}"]


def _refused(text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": "file", "message": text}])
