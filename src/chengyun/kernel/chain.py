"""A chain of hashes over records that are only ever appended: each hash covers the one before it and the
record.

    hash(n) = SM3(hash(n-1) + canonical JSON of record n),  hash(0) = b""

A record that was changed, removed or put elsewhere makes every later hash wrong; `first_break` finds the
place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import orjson

from .sm import sm3

GENESIS = b""
_INT64 = 1 << 63


def canonical_json(body: Any) -> bytes:
    """One byte string per JSON value: keys sorted, no blanks, UTF-8.

    The same before and after a stay in a jsonb column: 5.0 and 5 are one number, -0.0 is 0, whole numbers
    beyond 64 bits are written as text. NaN and infinity are a ValueError; a date or Decimal is a TypeError:
    write it as text.
    """
    return orjson.dumps(_plain(body), option=orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME)


def event_hash(previous: bytes, body: Mapping[str, Any]) -> bytes:
    """The 32 bytes of the hash of a record that follows the record with hash `previous` (GENESIS for the
    first)."""
    return sm3(bytes(previous) + canonical_json(body))


def first_break(records: Iterable[tuple[bytes, bytes, Mapping[str, Any]]]) -> int | None:
    """Index of the first record (previous, hash, body) that does not follow from the one before; None when
    all do."""
    expected = GENESIS
    for index, (previous, digest, body) in enumerate(records):
        if bytes(previous) != expected or event_hash(previous, body) != bytes(digest):
            return index
        expected = bytes(digest)
    return None


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return value
    if kind is float:
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a JSON number")
        if not value.is_integer():
            return value
        value, kind = int(Decimal(repr(value))), int  # jsonb keeps the digits that were written
    if kind is int:
        return value if -_INT64 <= value < _INT64 else str(value)
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
