"""Pure rules of the doors: cleaning what arrives, and telling whether it is the same as before. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from chengyun.kernel.sm import sm3

# What PostgreSQL cannot keep (NUL, lone surrogates) and what no reader can see (other control characters,
# and the marks that turn the direction of writing).
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")


def clean(text: str) -> str:
    """The text without characters that cannot be stored or read, trimmed; line ends become \\n.

    Nothing else is changed: HTML, SQL or formulas are kept as the words they are.
    """
    return _UNREADABLE.sub("", _LINE_ENDS.sub("\n", text)).strip()


def clean_all(value: Any) -> Any:
    """`clean` on every text in a JSON value, names of members too."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): clean_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_all(item) for item in value]
    return value


def request_digest(content: Mapping[str, Any]) -> bytes:
    """SM3 over the canonical JSON of a request: equal for equal content, whatever its spacing and order.

    Members without a value ("" None [] {} False) count as not there, so that adding an optional member later does
    not make every old request a different one.
    """
    return sm3(orjson.dumps(_present(content), option=orjson.OPT_SORT_KEYS))


def _present(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return value
    if kind is dict:
        return {key: item for key, given in value.items() if given and (item := _present(given))}
    if kind is list or kind is tuple:
        return [_present(item) for item in value]
    return value


def choose(wanted: str, options: Iterable[tuple[str, str]]) -> str | None:
    """The code among (code, name) pairs that `wanted` names by code or by name; None when there is none."""
    for code, name in options:
        if wanted in (code, name):
            return code
    return None
