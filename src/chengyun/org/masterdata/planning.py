"""From the rows of a file to what would change: nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chengyun.kernel.problems import Problem

from .columns import CellError
from .kinds import CREATE, ERROR, UNCHANGED, UPDATE, Key, Kind, PlannedRow, Values, known_codes

Raw = tuple[int, Mapping[str, Any]]


def match_header(kind: Kind, header: Sequence[str]) -> dict[str, str]:
    """Heading in the file → column name; headings are labels or names. Problem 422 when it cannot be this kind."""
    names: dict[str, str] = {}
    for heading in header:
        text = str(heading or "").strip()
        column = next((c for c in kind.columns if text in (c.name, c.label)), None)
        if column is not None:
            if column.name in names.values():
                raise _bad_header(heading, f"“{column.label}”列重复")
            names[heading] = column.name
        elif text:
            raise _bad_header(heading, f"{kind.name}没有“{text}”这一列")
    missing = [c.label for c in kind.columns if c.name not in names.values() and (c.required or c.name in kind.key)]
    missing = [label for label in missing if label not in _optional_key(kind)]
    if missing:
        raise _bad_header("", "缺少列：" + "、".join(missing))
    return names


def _optional_key(kind: Kind) -> set[str]:
    return {column.label for column in kind.columns if column.name in kind.key and not column.required}


def _bad_header(heading: str, message: str) -> Problem:
    return Problem(
        422, "bad_header", "表头不符", message, errors=[{"field": "file", "message": message, "column": heading}]
    )


def plan(kind: Kind, rows: Iterable[Raw]) -> list[PlannedRow]:
    """Compare rows ({column name: cell}) with the database. Columns that are absent are left as they are."""
    planned = [read(kind, number, cells) for number, cells in rows]
    kind.complete(planned)
    existing = kind.existing_for(planned)
    _refuse_doubles(kind, planned)
    _check_references(kind, planned)
    kind.check(planned, existing)
    for row in planned:
        if row.action != ERROR:
            _compare(kind, row, existing.get(row.key))
    return planned


def read(kind: Kind, number: int, cells: Mapping[str, Any]) -> PlannedRow:
    """Parse the cells of one row; what is wrong is noted on it."""
    values: Values = {}
    errors = []
    for name, cell in cells.items():
        column = kind.by_name[name]
        try:
            values[name] = column.parse(cell)
        except CellError as error:
            errors.append((name, str(error)))
            values[name] = column.empty
    row = PlannedRow(number, values, kind.key_of(values))
    for name, message in errors:
        row.fail(name, message)
    first, last = values.get("valid_from"), values.get("valid_to")
    if first and last and first > last:
        row.fail("valid_to", "早于开始日期")
    return row


def _refuse_doubles(kind: Kind, planned: Sequence[PlannedRow]) -> None:
    first: dict[Key, int] = {}
    for row in planned:
        if row.action == ERROR and not any(row.key):
            continue
        earlier = first.setdefault(row.key, row.row)
        if earlier != row.row:
            row.fail(kind.key[0], f"与第 {earlier} 行重复")


def _check_references(kind: Kind, planned: Sequence[PlannedRow]) -> None:
    for column in kind.columns:
        if not column.ref:
            continue
        codes = known_codes(kind, planned, column.ref)
        if codes is None:
            continue
        for row in planned:
            value = row.values.get(column.name)
            for code in value if isinstance(value, list) else [value]:
                if code and code not in codes:
                    row.fail(column.name, f"没有“{code}”")


def _compare(kind: Kind, row: PlannedRow, old: Values | None) -> None:
    if old is None:
        row.action = CREATE
        given = {c.name: row.values.get(c.name, c.empty) for c in kind.kept}
        new = {name: [None, value] for name, value in given.items() if value not in (None, "", [])}
        row.changes = {**new, **row.changes}
        return
    kept = {c.name for c in kind.kept}
    changes = {
        name: [old.get(name), value] for name, value in row.values.items() if name in kept and old.get(name) != value
    }
    row.changes = {**changes, **row.changes}
    row.action = UPDATE if row.changes else UNCHANGED


def counts(planned: Iterable[PlannedRow]) -> dict[str, int]:
    """How many rows would be created, updated, left, or are wrong."""
    found = dict.fromkeys((CREATE, UPDATE, UNCHANGED, ERROR), 0)
    for row in planned:
        found[row.action] += 1
    return found
