"""Ways by which a message leaves: HTTP push, a file in a folder. Others register theirs (an Open311 server, SFTP).

A transport is a function of a way out and a parcel that gives a verdict; it keeps nothing and may be called again with
the same parcel: the other side knows it by its key.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import orjson

from chengyun.kernel import outbound, signing

from .connecting import Way
from .messages import AGAIN, DONE, REFUSED, Verdict, address, verdict

KEY, MESSAGE = "Idempotency-Key", "X-Chengyun-Message"
TIMEOUT = 12.0


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message ready to leave. `body` is in the other side's words, `facts` fill its address."""

    key: str
    number: str
    external_id: str
    seq: int
    step: str
    message: str
    path: str
    body: Mapping[str, Any]
    facts: Mapping[str, Any]


Send = Callable[[Way, Parcel], Verdict]
_ways: dict[str, Send] = {}


def register(transport: str, send: Send) -> None:
    _ways[transport] = send


def send(way: Way, parcel: Parcel) -> Verdict:
    """One attempt. Whatever goes wrong is told as a verdict, never raised."""
    transport = _ways.get(way.transport)
    if transport is None:
        return Verdict(AGAIN, f"没有“{way.transport}”这种回传方式")
    try:
        return transport(way, parcel)
    except Exception as error:  # a fault of one door must not stop the others
        return Verdict(AGAIN, f"回传时出错：{type(error).__name__}")


# --- HTTP push ------------------------------------------------------------------------------------------------------
def push(way: Way, parcel: Parcel) -> Verdict:
    """POST (or what the step says) of JSON, signed by the door's scheme, with the key in a header."""
    settings = way.settings
    url = _url(str(settings.get("url", "")), parcel)
    body = orjson.dumps(parcel.body)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    headers |= {KEY: parcel.key, MESSAGE: quote(parcel.message)}
    headers |= credentials(way, "POST", url, body)
    timeout = float(settings.get("timeout") or TIMEOUT)
    try:
        answer = outbound.send(outbound.Outgoing("POST", url, headers, body, timeout))
    except outbound.Unreachable as error:
        return Verdict(AGAIN, error.words)
    return verdict(
        answer.status, answer.text[:2000], _json(answer.body), retry_after=answer.retry_after,
        ok_field=str(settings.get("ok_field") or ""), ok_values=settings.get("ok_values") or (),
        words_field=str(settings.get("words_field") or "message"),
        receipt_field=str(settings.get("receipt_field") or "receipt"),
    )  # fmt: skip


def credentials(way: Way, method: str, url: str, body: bytes) -> dict[str, str]:
    """The headers by which the other side knows us: a signature, a token in a header, or nothing."""
    settings = way.settings
    headers: dict[str, str] = {}
    scheme = str(settings.get("scheme") or "")
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if scheme in signing.SCHEMES:
        headers |= signing.sign(scheme, way.secret("key"), method=method, path=path, body=body, at=datetime.now(UTC))
    elif settings.get("token_header"):
        headers[str(settings["token_header"])] = f"{settings.get('token_prefix') or ''}{way.secret('token')}"
    return headers


def _url(base: str, parcel: Parcel) -> str:
    """The door's address, with what the step adds; places like {external_id} are filled in."""
    whole = base.rstrip("/") + parcel.path if parcel.path else base
    return address(whole, parcel.facts)


def _json(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


# --- a file in a folder ---------------------------------------------------------------------------------------------
def drop(way: Way, parcel: Parcel) -> Verdict:
    """One JSON file a message, named by its key: written beside and renamed, so that nobody reads half of it; the same
    message again is the same file."""
    folder = Path(str(way.settings.get("folder") or ""))
    if not folder.is_absolute():
        return Verdict(REFUSED, "回传目录没有设置")
    name = f"{file_name(parcel)}.json"
    if any((folder / taken / name).exists() for taken in ("", "done")):
        return Verdict(DONE, "文件已在目录中", receipt=name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{name}.part"
        with part.open("wb") as file:
            file.write(file_body(parcel))
            file.flush()
            os.fsync(file.fileno())
        part.rename(folder / name)
    except OSError as error:
        return Verdict(AGAIN, f"写不进目录：{error.strerror}")
    return Verdict(DONE, "已写入目录", receipt=name)


def file_name(parcel: Parcel) -> str:
    return "".join(ch if ch.isascii() and (ch.isalnum() or ch in "-_") else "_" for ch in parcel.key)


def file_body(parcel: Parcel) -> bytes:
    whole = {"key": parcel.key, "id": parcel.external_id, "seq": parcel.seq, "message": parcel.message}
    return orjson.dumps({**whole, "body": parcel.body}, option=orjson.OPT_INDENT_2)


register("http", push)
register("drop", drop)
