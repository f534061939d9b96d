"""The two formats of GeoReport v2, which say the same: XML, and JSON by the Spark convention. Pure.

An answer is written once, as JSON; XML follows from the names of the lists. JSON: lists are bare arrays, what is empty
is null. XML: no namespace, what is empty is an empty element.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any
from xml.sax.saxutils import escape

import orjson

TYPES = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
ROOTS = {
    "services": ("services", "service"),
    "service_definition": ("service_definition", ""),
    "service_requests": ("service_requests", "request"),
    "service_request_updates": ("service_request_updates", "request_update"),
    "discovery": ("discovery", ""),
    "errors": ("errors", "error"),
}
_ITEMS = {
    "attributes": "attribute", "values": "value", "endpoints": "endpoint", "formats": "format", "notes": "note",
}  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHINA = timezone(timedelta(hours=8))


def render(root: str, answer: Any, form: str) -> bytes:
    """An answer under one of ROOTS in the format "json" or "xml"."""
    if form == "json":
        return orjson.dumps(answer)
    name, item = ROOTS[root]
    inner = "".join(_element(item, one) for one in answer) if item else _inside(answer)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{name}>{inner}</{name}>'.encode()


def _element(name: str, value: Any) -> str:
    inner = _inside(value, _ITEMS.get(name, "value"))
    return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"


def _inside(value: Any, item: str = "value") -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "".join(_element(name, one) for name, one in value.items())
    if isinstance(value, list | tuple):
        return "".join(_element(item, one) for one in value)
    return escape(_NOT_XML.sub("", str(value)))


def moment(at: datetime | None) -> str | None:
    """A time as W3C says, always with its zone; China's."""
    return at.astimezone(_CHINA).isoformat(timespec="seconds") if at is not None else None


def parse_moment(text: str) -> datetime | None:
    """The time of a W3C text; None when it is none or lacks its zone. A “+” that a form made into a blank is one."""
    text = re.sub(r" (\d\d:?\d\d)$", r"+\1", text.strip())
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.tzinfo is None or not 1970 <= found.year <= 2200:
        return None
    return found
