"""Rows of Django's models with SQL that is composed once: for what every request does.

Composing a query costs Django more than PostgreSQL needs to answer it (docs/benchmarks.md). Here the columns and
conversions are those of the model's fields, the text of a statement is kept, and statements are prepared: the server
parses and plans them once for each connection. Everything runs through Django's connection and its transaction.

    case = fetch(Case, "id = %s FOR UPDATE", [7])[0]
    insert([Event(case=case, …), Event(…)])
    update(case, ["state", "version"])
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from psycopg.types.json import Jsonb

M = TypeVar("M", bound=models.Model)
Convert = Callable[[Any], Any]


def execute(sql: str, params: Sequence[Any] = ()) -> Any:
    """Run a statement that will be run again and again; the cursor. Its text should not vary."""
    cursor = connection.prepared_cursor()  # type: ignore[attr-defined]  # kernel.database
    cursor.execute(sql, params)
    return cursor


# --- reading -----------------------------------------------------------------------------------------------------
def fetch(model: type[M], condition: str, params: Sequence[Any] = ()) -> list[M]:
    """Instances that fit a condition; `condition` may go on with ORDER BY, LIMIT, FOR UPDATE."""
    return instances(model, execute(f"{_shape(model).select} WHERE {condition}", params).fetchall())


def instances(model: type[M], found: Iterable[Sequence[Any]]) -> list[M]:
    """Instances of rows that hold all columns of the model in their order."""
    shape = _shape(model)
    names, at_json = shape.names, shape.at_json
    made = []
    for row in found:
        if at_json:
            values = list(row)
            for at in at_json:
                if values[at] is not None:
                    values[at] = orjson.loads(values[at])
            row = values
        made.append(model.from_db("default", names, row))
    return made


def named(names: Sequence[str], row: Sequence[Any], json: Sequence[str] = ()) -> dict[str, Any]:
    """A row as a dictionary; the columns in `json` are read as JSON."""
    found = dict(zip(names, row, strict=True))
    for name in json:
        found[name] = orjson.loads(found[name])
    return found


@dataclass(frozen=True)
class Composed:
    """The statement of a queryset, to be run later and again. `sql` is "" when nothing can be found."""

    sql: str
    params: tuple[Any, ...]

    def rows(self, **given: Any) -> list[Sequence[Any]]:
        """The rows, by a prepared statement; what was `Later("name")` in the queryset is given as name=…"""
        if not self.sql:
            return []
        params = [given[value.name] if isinstance(value, Later) else value for value in self.params]
        found: list[Sequence[Any]] = execute(self.sql, params).fetchall()
        return found


class Later(str):
    """A text parameter that is not known when the statement is composed."""

    @property
    def name(self) -> str:
        return str(self)


def compose(queryset: models.QuerySet[Any]) -> Composed:
    """What Django would send for a queryset. Values come as the driver gives them: JSON as text."""
    try:
        sql, params = queryset.query.sql_with_params()
    except EmptyResultSet:
        return Composed("", ())
    return Composed(sql, tuple(params))


# --- writing -----------------------------------------------------------------------------------------------------
def insert(rows: Sequence[models.Model]) -> None:
    """Insert rows of one model with one statement; generated keys are set on them."""
    if not rows:
        return
    model, shape = type(rows[0]), _shape(type(rows[0]))
    generated = shape.generated is not None and rows[0].pk is None
    sql = _insert_sql(model, len(rows), generated)
    values = [value for row in rows for value in shape.values(row, generated)]
    cursor = execute(sql, values)
    if generated:
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
    for row in rows:
        row._state.adding, row._state.db = False, "default"


def save(rows: Sequence[models.Model]) -> None:
    """Insert those that have no key yet, write all columns of the others; one statement for both."""
    old, new = [row for row in rows if row.pk is not None], [row for row in rows if row.pk is None]
    if not old:
        return insert(new)
    model, shape = type(rows[0]), _shape(type(rows[0]))
    values = [value for row in old for value in shape.values(row, False)]
    values += [value for row in new for value in shape.values(row, True)]
    keys = execute(_save_sql(model, len(old), len(new)), values).fetchall()
    for row, (key,) in zip(new, keys[len(old) :], strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, "default"


def update(row: models.Model, names: Iterable[str], beside: str = "", params: Sequence[Any] = ()) -> None:
    """Write some columns (by attribute name) of one row. `beside` is another writing statement without result, with
    its parameters, that goes to the server in the same message."""
    model = type(row)
    chosen = tuple(sorted(names))
    if chosen:
        sql = _update_sql(model, chosen)
        sql = f"WITH beside AS ({beside}) {sql}" if beside else sql
        execute(sql, [*params, *_shape(model).picked(row, chosen), row.pk])


# --- how a model looks -------------------------------------------------------------------------------------------
class _Shape:
    """Columns and conversions of a model. Columns with a database default are never written."""

    def __init__(self, model: type[models.Model]):
        fields = [field for field in model._meta.concrete_fields if field.column]
        self.table = f'"{model._meta.db_table}"'
        self.names = [field.attname for field in fields]
        self.select = f"SELECT {', '.join(_column(field) for field in fields)} FROM {self.table}"
        self.at_json = tuple(at for at, field in enumerate(fields) if isinstance(field, models.JSONField))
        self.by_name = {field.attname: field for field in fields}
        key = model._meta.pk
        self.generated = key if isinstance(key, models.AutoField | models.BigAutoField) else None
        self.written = [field for field in fields if not field.has_db_default()]
        self._readers = {
            False: _reader(self.written),
            True: _reader([field for field in self.written if field is not self.generated]),
        }

    def values(self, row: models.Model, generated: bool) -> list[Any]:
        """What an INSERT of the row writes."""
        return self._readers[generated](row)

    def picked(self, row: models.Model, names: Sequence[str]) -> list[Any]:
        return [
            _jsonb(getattr(row, name)) if isinstance(self.by_name[name], models.JSONField) else getattr(row, name)
            for name in names
        ]


def _reader(fields: Sequence[Any]) -> Callable[[models.Model], list[Any]]:
    """A function that takes the values of a new row."""
    read = attrgetter(*(field.attname for field in fields))
    stamped = [field for field in fields if getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False)]
    converted = [at for at, field in enumerate(fields) if isinstance(field, models.JSONField)]

    def values(row: models.Model) -> list[Any]:
        for field in stamped:
            field.pre_save(row, True)
        found = list(read(row))
        for at in converted:
            found[at] = _jsonb(found[at])
        return found

    return values


def _jsonb(value: Any) -> Jsonb | None:
    return None if value is None else Jsonb(value, _dumps)


def _dumps(value: Any) -> bytes | str:
    try:
        return orjson.dumps(value)
    except TypeError:  # integers beyond 64 bits
        return json.dumps(value)


def _column(field: Any) -> str:
    return f'"{field.column}"'


@cache
def _shape(model: type[models.Model]) -> _Shape:
    return _Shape(model)


@lru_cache(maxsize=500)
def _insert_sql(model: type[models.Model], count: int, generated: bool) -> str:
    shape = _shape(model)
    fields = [field for field in shape.written if not (generated and field is shape.generated)]
    marks = f"({', '.join(['%s'] * len(fields))})"
    sql = f"INSERT INTO {shape.table} ({', '.join(map(_column, fields))}) VALUES {', '.join([marks] * count)}"
    return f"{sql} RETURNING {_column(shape.generated)}" if generated else sql


@lru_cache(maxsize=500)
def _save_sql(model: type[models.Model], old: int, new: int) -> str:
    shape, key = _shape(model), _column(model._meta.pk)
    fields = [*shape.written]
    if fields[0] is not shape.generated:
        raise TypeError(f"{model.__name__} has no generated key as its first column")
    marks = ", ".join(["%s"] * (len(fields) - 1))
    lines = ", ".join([f"(%s, {marks})"] * old + [f"(DEFAULT, {marks})"] * new)
    changes = ", ".join(f"{_column(field)} = EXCLUDED.{_column(field)}" for field in fields[1:])
    return (
        f"INSERT INTO {shape.table} ({', '.join(map(_column, fields))}) VALUES {lines}"
        f" ON CONFLICT ({key}) DO UPDATE SET {changes} RETURNING {key}"
    )


@lru_cache(maxsize=1000)
def _update_sql(model: type[models.Model], names: tuple[str, ...]) -> str:
    shape = _shape(model)
    changes = ", ".join(f"{_column(shape.by_name[name])} = %s" for name in names)
    return f"UPDATE {shape.table} SET {changes} WHERE {_column(model._meta.pk)} = %s"
