"""Columns of master data tables: from a cell to a value and back.

Values are plain JSON values, so that a preview can be kept: dates are ISO text, references the other row's code.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from . import structured
from .structured import CellError

__all__ = ["CellError", "Column"]

TRUE = frozenset({"1", "true", "yes", "y", "是", "有", "启用"})
FALSE = frozenset({"0", "false", "no", "n", "否", "无", "停用"})


@dataclass(frozen=True, slots=True)
class Column:
    """name: how programs and district files call it; label: the heading that people see; both are accepted.

    kind: text, int, float, date, bool, choice, list (separated by ";"), records and map (structured.py, with `fields`).
    ref: the master data kind whose key the cell names, or several with "|" between. field: the model field (default:
    name). choices: code → label, either may be written. virtual: not kept, only says how the row is to be taken.
    widget: how the page asks for it when the kind does not say it (textarea, permissions, spans). listed: shown in the
    page's table. by: the column (of the row) whose value says which of `variants` the page offers instead of all
    choices.
    """

    name: str
    label: str
    kind: str = "text"
    required: bool = False
    max_length: int = 200
    choices: Mapping[str, str] | None = None
    ref: str = ""
    field: str = ""
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    help: str = ""
    virtual: bool = False
    fields: tuple[Column, ...] = ()
    widget: str = ""
    listed: bool = True
    by: str = ""
    variants: Mapping[str, Mapping[str, str]] | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        return tuple(self.ref.split("|")) if self.ref else ()

    @property
    def target(self) -> str:
        return self.field or self.name

    @property
    def empty(self) -> Any:
        if self.default is not None:
            return self.default
        if self.kind in ("list", "records"):
            return []
        if self.kind == "map":
            return {}
        return {"text": "", "choice": "", "bool": False}.get(self.kind) if not self.ref else ""

    def parse(self, cell: Any) -> Any:
        """The value of a cell. Raises CellError."""
        if self.kind in structured.KINDS:
            return self._structured(cell)
        if isinstance(cell, list | bool | dict):
            return self._typed(cell)
        text = "" if cell is None else str(cell).strip()
        if text == "":
            if self.required:
                raise CellError("必填")
            return self.empty
        if "\x00" in text:
            raise CellError("包含无效字符")
        return _PARSERS[self.kind](self, text, cell)

    def _typed(self, cell: Any) -> Any:
        if isinstance(cell, bool) and self.kind == "bool":
            return cell
        if isinstance(cell, list) and self.kind == "list" and all(isinstance(x, str) for x in cell):
            return [_text(self, x.strip(), x) for x in cell if x.strip()]
        raise CellError("类型不对")

    def _structured(self, cell: Any) -> Any:
        if cell in (None, "", [], {}) or (isinstance(cell, str) and not cell.strip()):
            if self.required:
                raise CellError("必填")
            return self.empty
        return structured.parse(self, cell)

    def normal(self, value: Any) -> Any:
        """A kept value in the one form in which values are compared."""
        if value is None:
            return self.empty
        if isinstance(value, Decimal):
            value = float(value)
        if self.kind in structured.KINDS:
            try:
                return structured.parse(self, value) if value else self.empty
            except CellError:
                return value
        return value

    def show(self, value: Any) -> Any:
        """The cell for a value (numbers stay numbers)."""
        if value is None:
            return ""
        if self.kind in structured.KINDS:
            return structured.show(self, value)
        if self.kind == "list":
            return ";".join(value)
        if self.kind == "bool":
            return "是" if value else "否"
        if self.kind == "choice" and self.choices:
            return self.choices.get(value, value)
        return value


def _text(column: Column, text: str, cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    if "\x00" in text:
        raise CellError("包含无效字符")
    if len(text) > column.max_length:
        raise CellError(f"不能超过 {column.max_length} 个字")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise CellError("包含无效字符") from None
    return text


def _number(column: Column, text: str, cell: Any) -> float:
    try:
        value = float(text)
    except ValueError:
        raise CellError("应为数字") from None
    if not math.isfinite(value):
        raise CellError("应为数字")
    if (column.minimum is not None and value < column.minimum) or (
        column.maximum is not None and value > column.maximum
    ):
        raise CellError(f"应在 {column.minimum} 与 {column.maximum} 之间")
    return value


def _int(column: Column, text: str, cell: Any) -> int:
    value = _number(column, text, cell)
    if not value.is_integer() or abs(value) >= 2**31:
        raise CellError("应为整数")
    return int(value)


def _date(column: Column, text: str, cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    for pattern in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%Y-%m-%d %H:%M:%S"):
        try:
            return datetime.strptime(text, pattern).date().isoformat()
        except ValueError:
            continue
    raise CellError("日期应写成 2026-01-31")


def _bool(column: Column, text: str, cell: Any) -> bool:
    word = text.lower()
    if word in TRUE or word == "1.0":
        return True
    if word in FALSE or word == "0.0":
        return False
    raise CellError("应为 是 或 否")


def _choice(column: Column, text: str, cell: Any) -> str:
    choices = column.choices or {}
    for code, label in choices.items():
        if text in (code, label):
            return code
    raise CellError("应为：" + "、".join(choices.values()))


def _list(column: Column, text: str, cell: Any) -> list[str]:
    parts = [part.strip() for part in text.replace("；", ";").split(";")]
    for part in parts:
        if len(part) > column.max_length:
            raise CellError(f"每项不能超过 {column.max_length} 个字")
    return [part for part in parts if part]


_PARSERS = {
    "text": _text,
    "int": _int,
    "float": _number,
    "date": _date,
    "bool": _bool,
    "choice": _choice,
    "list": _list,
}
