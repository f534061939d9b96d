"""tables.Budget ↔ plain JSON and rows. Knows the shapes of tables/ by their annotations."""

from __future__ import annotations

import dataclasses
import types
import typing
from decimal import Decimal
from typing import Any

from .tables import Budget, Figure, Place, Row, Table, amounts, document, layout, performance

_TYPES = {name: value for part in (amounts, document, layout, performance) for name, value in vars(part).items()}


def to_plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: to_plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(one) for one in value]
    return value


def from_plain(kind: Any, data: Any) -> Any:
    """`data` as an object of `kind`, an annotation of tables/."""
    if data is None:
        return None
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return from_plain(next(one for one in inner if one is not type(None)), data)
    if origin is list:
        return [from_plain(inner[0], one) for one in data]
    if origin is tuple:
        kinds = [inner[0]] * len(data) if inner[-1] is Ellipsis else inner
        return tuple(from_plain(one, item) for one, item in zip(kinds, data, strict=False))
    if origin is dict:
        return {inner[0](key): from_plain(inner[1], one) for key, one in data.items()}
    if kind is Decimal:
        return Decimal(data)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind, _TYPES)
        make: Any = kind
        return make(**{name: from_plain(hints[name], one) for name, one in data.items() if name in hints})
    return data


def content_of(budget: Budget) -> dict[str, Any]:
    """All but the tables of amounts, which are rows."""
    plain: dict[str, Any] = to_plain(dataclasses.replace(budget, tables={}, unread=[]))
    plain["tables"] = {code: {"unit": one.unit, "line": one.line} for code, one in budget.tables.items()}
    return plain


def row_fields(table: Table) -> list[dict[str, Any]]:
    return [
        {
            "table": table.code, "position": position, "code": row.code, "name": row.name[:200],
            "cells": {column: str(figure.value) for column, figure in row.cells.items()},
            "more": row.more, "unit": table.unit, "line": row.line,
        }
        for position, row in enumerate(table.rows)
    ]  # fmt: skip


def rebuilt(content: dict[str, Any], rows: list[dict[str, Any]]) -> Budget:
    """The budget from its content and its rows (dicts as of row_fields)."""
    tables = content.get("tables", {})
    found: Budget = from_plain(Budget, {**content, "tables": {}})
    for code, told in tables.items():
        found.tables[code] = Table(code, unit=told.get("unit", "万元"), line=told.get("line", 0))
    for one in rows:
        table = found.tables.setdefault(one["table"], Table(one["table"], unit=one["unit"]))
        row = Row(one["code"], one["name"], line=one["line"], more=dict(one["more"]))
        for column, text in one["cells"].items():
            place = Place(table.code, row.label or "合计", column, row.line)
            row.cells[column] = Figure(Decimal(text), place, table.unit)
        table.rows.append(row)
    return found
