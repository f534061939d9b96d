"""Rows of a Django model as lines of PostgreSQL's COPY text format, as fast as Python can write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models

NULL = r"\N"


class Lines:
    """Lines of one table. Columns in `varying` are given for each row (as text); all others get the model's
    default, so that a new column with a default needs no change here. Columns in `leave_out` get the database's."""

    def __init__(self, model: type[models.Model], varying: Sequence[str], leave_out: Sequence[str] = ()):
        fields = {field.attname: field for field in model._meta.concrete_fields if field.column}
        rest = [name for name in fields if name not in varying and name not in leave_out]
        self.table = model._meta.db_table
        self.columns = [fields[name].column for name in (*varying, *rest)]
        self._tail = "".join("\t" + text(fields[name].get_default()) for name in rest) + "\n"
        self._lines: list[str] = []

    def add(self, *values: str) -> None:
        self._lines.append("\t".join(values))

    def copy(self, cursor: Any) -> int:
        """Send what was added and begin anew; the number of rows."""
        count = len(self._lines)
        if count:
            names = ", ".join(f'"{column}"' for column in self.columns)
            with cursor.copy(f"COPY {self.table} ({names}) FROM STDIN") as copy:
                copy.write(self._tail.join(self._lines) + self._tail)
            self._lines = []
        return count


def text(value: Any) -> str:
    """A value in COPY's text format; for values without backslash, tab and line end."""
    if value is None:
        return NULL
    if value is True or value is False:
        return "t" if value else "f"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return str(value)
