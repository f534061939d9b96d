"""New rows at a fifth of what Model.__init__ costs: a case is made of six and more, thousands of times in an import."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

Row = TypeVar("Row", bound=models.Model)


def quick(model: type[Row], /, **columns: Any) -> Row:
    """An unsaved row with these values (foreign keys as `case_id`) and the model's defaults for the rest.

    The same as model(**columns) except for the pre_init and post_init signals, and that names are not checked.
    """
    row = model.__new__(model)
    row._state = ModelState()
    fixed, made = _defaults(model)
    values = row.__dict__
    values.update(fixed)
    for name, make in made:
        if name not in columns:
            values[name] = make()
    values.update(columns)
    return row


@lru_cache(maxsize=32)
def _defaults(model: type[models.Model]) -> tuple[dict[str, Any], tuple[tuple[str, Callable[[], Any]], ...]]:
    """Defaults that can be shared, and those that are made anew for each row."""
    fixed: dict[str, Any] = {}
    made: list[tuple[str, Callable[[], Any]]] = []
    for field in model._meta.concrete_fields:
        if callable(field.default) or field.db_default is not models.NOT_PROVIDED:
            made.append((field.attname, field.get_default))
        else:
            fixed[field.attname] = field.get_default()
    return fixed, tuple(made)
