"""COPY of unsaved model rows into their table: the columns and conversions of Django's fields, at COPY's speed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

import orjson
from django.db import connection, models
from psycopg import sql

Converter = Callable[[Any], Any]


def copy_rows(rows: Sequence[models.Model], leave_out: Iterable[str] = ()) -> None:
    """Insert all rows (of one model). Columns in `leave_out`, and generated ids when the rows have none, get the
    database's defaults."""
    if not rows:
        return
    model = type(rows[0])
    out = set(leave_out)
    if rows[0].pk is None and not isinstance(model._meta.pk, models.CompositePrimaryKey):
        out.add(model._meta.pk.attname)
    names, read, converters = _plan(model, frozenset(out))
    copy_tuples(
        model._meta.db_table,
        names,
        (_converted(read(row), converters) for row in rows) if converters else (read(row) for row in rows),
    )


def copy_tuples(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain tuples with COPY. All are made before it begins: making one may need the connection itself (the
    vault looks at the database when its key ring has changed), which COPY keeps busy until its end."""
    made = list(rows)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in made:
            copy.write_row(row)


def new_ids(model: type[models.Model], count: int) -> list[int]:
    """`count` ids from the sequence of a model's primary key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, model._meta.pk.column, count],
        )
        return [row[0] for row in cursor.fetchall()]


def _json(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value).decode()


@lru_cache(maxsize=32)
def _plan(
    model: type[models.Model], leave_out: frozenset[str]
) -> tuple[tuple[str, ...], Callable[[Any], Sequence[Any]], tuple[tuple[int, Converter], ...]]:
    fields = [field for field in model._meta.concrete_fields if field.column and field.attname not in leave_out]
    converters = tuple((at, _json) for at, field in enumerate(fields) if isinstance(field, models.JSONField))
    return tuple(str(field.column) for field in fields), attrgetter(*(field.attname for field in fields)), converters


def _converted(values: Sequence[Any], converters: tuple[tuple[int, Converter], ...]) -> list[Any]:
    row = list(values)
    for at, convert in converters:
        row[at] = convert(row[at])
    return row
