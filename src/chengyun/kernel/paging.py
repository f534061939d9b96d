"""Cursor paging: a cursor is the sort key of the last row shown, as text that callers pass back unread."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import orjson

from .problems import Problem

MAX_LENGTH = 1000


def encode_cursor(key: Sequence[Any]) -> str:
    """Text for a list of JSON values; date-times, dates and UUIDs become their ISO text."""
    return base64.urlsafe_b64encode(orjson.dumps(list(key), default=str)).rstrip(b"=").decode()


def decode_cursor(text: str, length: int | None = None) -> list[Any]:
    """The list that was encoded. Anything else (or another length) is Problem 400 "bad_cursor"."""
    try:
        if len(text) > MAX_LENGTH:
            raise ValueError("too long")
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        key = orjson.loads(raw)
    except (ValueError, binascii.Error) as error:
        raise bad_cursor() from error
    if not isinstance(key, list) or (length is not None and len(key) != length):
        raise bad_cursor()
    return key


def bad_cursor() -> Problem:
    """For callers that find a well-formed cursor with values that do not fit their columns."""
    return Problem(400, "bad_cursor", "翻页标记无效", "请从第一页重新查询")
