"""Items of the other side as rows of texts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def flat(item: Any, prefix: str = "") -> dict[str, str]:
    """Their item as one row of texts: members of objects under names joined by dots, plain values of lists by ";"."""
    found: dict[str, str] = {}
    if isinstance(item, Mapping):
        for name, value in item.items():
            found.update(flat(value, f"{prefix}.{name}" if prefix else str(name)))
    elif isinstance(item, list):
        found[prefix] = ";".join(_plain(value) for value in item if not isinstance(value, Mapping | list))
        for at, value in enumerate(item):
            if isinstance(value, Mapping):
                found.update(flat(value, f"{prefix}.{at}"))
    else:
        found[prefix] = _plain(item)
    return found


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def items_of(document: Any, path: str) -> list[Any] | None:
    """The items of a document: the list (or the one object) at a path of names; "" is the document itself. None when
    there is nothing at the path."""
    found = document
    for name in filter(None, path.split(".")):
        if not isinstance(found, Mapping) or name not in found:
            return None
        found = found[name]
    if isinstance(found, list):
        return found
    return [found] if isinstance(found, Mapping) else None
