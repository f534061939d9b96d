"""Answers that are files: their names and the headers that keep them harmless."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import overload
from urllib.parse import quote

from django.http import HttpResponse, StreamingHttpResponse

LONGEST = 180
NAMELESS = "文件"
_FORBIDDEN = set('\\/:*?"<>|')


def file_name(name: str) -> str:
    """A name that every system can keep: no path, no invisible or turning characters, its ending kept. Pure."""
    shown = "".join(_kept(char) for char in unicodedata.normalize("NFC", name)).strip(" .")
    stem, dot, ending = shown.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = shown, ""
    stem = stem[: LONGEST - len(ending)].rstrip(" .") or NAMELESS
    return f"{stem}.{ending}" if ending else stem


def _kept(char: str) -> str:
    if char in _FORBIDDEN:
        return "_"
    kind = unicodedata.category(char)
    return " " if kind in ("Zs", "Zl", "Zp") else "" if kind.startswith("C") else char


def disposition(name: str, inline: bool = False) -> str:
    return f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(file_name(name), safe='')}"


@overload
def download(name: str, content: bytes, mime: str) -> HttpResponse: ...


@overload
def download(name: str, content: Iterable[bytes], mime: str) -> StreamingHttpResponse: ...


def download(name: str, content: bytes | Iterable[bytes], mime: str) -> HttpResponse | StreamingHttpResponse:
    """A file to be saved; content that comes bit by bit is sent as it comes."""
    response: HttpResponse | StreamingHttpResponse = (
        HttpResponse(content, content_type=mime)
        if isinstance(content, bytes)
        else StreamingHttpResponse(content, content_type=mime)
    )
    response["Content-Disposition"] = disposition(name)
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
