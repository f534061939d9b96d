"""Cells with an inner form: records (a small table) and maps (a condition).

In a file: records are separated by ";" or a new line, their fields by "|", in the order of `fields`:
"答复|3|工作日|0.8; 办结|7|工作日". A map is "kind=help,complaint & urgency=urgent". On the page they are lists of
objects and objects. A backslash takes the meaning from the mark behind it. Empty fields are left out of the value, so
that it equals what a district file says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .columns import Column

KINDS = ("records", "map")
MAX_RECORDS = 60
_RESERVED = "|;\n\r"
_SPLIT_RECORDS = re.compile(r"(?:\\.|[^\\;\n])+")
_SPLIT_FIELDS = re.compile(r"((?:\\.|[^\\|])*)(?:\||$)", re.DOTALL)


class CellError(ValueError):
    """What is wrong with a cell, in Chinese, to be shown beside it."""


def parse(column: Column, cell: Any) -> Any:
    """The value of a cell. Raises CellError."""
    return _records(column, cell) if column.kind == "records" else _map(column, cell)


def show(column: Column, value: Any) -> str:
    if not value:
        return ""
    if column.kind == "map":
        return " & ".join(f"{name}={','.join(_many(wanted))}" for name, wanted in value.items())
    return "; ".join(_line(column, record) for record in value)


def readable(column: Column, record: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """A record in words, as people read it in the history."""
    cells = []
    for field in column.fields:
        value = record.get(field.name)
        if value in (None, "", [], {}):
            continue
        names = (field.variants or {}).get(str(row.get(field.by) or ""), {})
        shown = "、".join(value) if isinstance(value, list) else field.show(value)
        cells.append(str(names.get(str(value), shown)))
    return " ".join(cells)


def _line(column: Column, record: Mapping[str, Any]) -> str:
    cells = []
    for field in column.fields:
        value = record.get(field.name)
        shown = "" if value is None else field.show(value)
        cells.append(_escaped("/".join(value) if isinstance(value, list) else shown))
    return "|".join(cells).rstrip("|")


def _escaped(cell: Any) -> str:
    return re.sub(r"([\\|;])", r"\\\1", str(cell)).replace("\r", "").replace("\n", "\\n")


def _plain(cell: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], cell.strip(), flags=re.DOTALL)


def _records(column: Column, cell: Any) -> list[dict[str, Any]]:
    if isinstance(cell, str):
        lines = [line for line in _SPLIT_RECORDS.findall(cell) if line.strip()]
        given: list[Any] = [_split(column, line) for line in lines]
    elif isinstance(cell, list):
        given = cell
    else:
        raise CellError("类型不对")
    if len(given) > MAX_RECORDS:
        raise CellError(f"最多 {MAX_RECORDS} 项")
    found = []
    for number, record in enumerate(given, 1):
        if not isinstance(record, Mapping):
            raise CellError("类型不对")
        found.append(_record(column, record, f"第 {number} 项："))
    return found


def _split(column: Column, line: str) -> dict[str, Any]:
    parts = [_plain(part) for part in _SPLIT_FIELDS.findall(line)[:-1]] or [_plain(line)]
    if len(parts) > len(column.fields):
        raise CellError("每项应为：" + "|".join(field.label for field in column.fields))
    record: dict[str, Any] = {}
    for field, part in zip(column.fields, parts, strict=False):
        record[field.name] = [x for x in part.split("/") if x] if field.kind == "list" else part
    return record


def _record(column: Column, record: Mapping[str, Any], where: str) -> dict[str, Any]:
    names = {field.name for field in column.fields}
    unknown = sorted(str(name) for name in record if name not in names)
    if unknown:
        raise CellError(f"{where}没有“{unknown[0][:40]}”这一项")
    value: dict[str, Any] = {}
    for field in column.fields:
        cell = record.get(field.name)
        try:
            found = field.parse(cell)
        except CellError as error:
            raise CellError(f"{where}{field.label}{error}") from None
        if field.kind == "float" and isinstance(found, float) and found.is_integer():
            found = int(found)
        if found not in (None, "", [], {}):
            value[field.name] = found
    return value


def _map(column: Column, cell: Any) -> dict[str, Any]:
    if isinstance(cell, str):
        pairs: dict[str, Any] = {}
        for part in cell.split("&"):
            name, equals, wanted = part.partition("=")
            if part.strip() and not equals:
                raise CellError("条件要写成 kind=help,complaint & urgency=urgent")
            if part.strip():
                pairs[name.strip()] = [word.strip() for word in wanted.split(",")]
        cell = pairs
    if not isinstance(cell, Mapping):
        raise CellError("类型不对")
    fields = {field.name: field for field in column.fields} | {field.label: field for field in column.fields}
    value: dict[str, Any] = {}
    for name, wanted in cell.items():
        field = fields.get(str(name))
        if field is None:
            raise CellError(f"条件“{str(name)[:40]}”不可用，可用：" + "、".join(f.name for f in column.fields))
        many = [_word(field, word) for word in _many(wanted) if str(word).strip()]
        if many:
            value[field.name] = many[0] if len(many) == 1 else many
    return value


def _word(field: Column, word: Any) -> str:
    text = str(word).strip()
    if "\x00" in text or len(text) > field.max_length or any(mark in text for mark in _RESERVED + ",&="):
        raise CellError(f"{field.label}包含无效字符")
    if not field.choices:
        return text
    for code, label in field.choices.items():
        if text in (code, label):
            return code
    raise CellError(f"{field.label}应为：" + "、".join(field.choices.values()))


def _many(wanted: Any) -> list[Any]:
    return list(wanted) if isinstance(wanted, list | tuple) else [wanted]
