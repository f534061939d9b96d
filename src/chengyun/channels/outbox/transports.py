"""Ways by which a message leaves: HTTP push, a file in a folder. Others register theirs (an Open311 server, SFTP).

A transport is a function of a way out and a parcel that gives a verdict; it keeps nothing and may be called again with
the same parcel: the other side knows it by its key.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import orjson

from chengyun.kernel import config, outbound, signing

from ..doors.reading import DROP, HTTP, SFTP
from ..doors.transports import TransportError, sftp
from ..doors.transports.drop import LocalPlace, RemotePlace
from ..doors.transports.fields import value
from .connecting import Way
from .messages import AGAIN, DONE, Verdict, address, verdict
from .settings import HTTP_SETTINGS, SFTP_SETTINGS

log = logging.getLogger(__name__)

KEY, MESSAGE, SEQUENCE = "Idempotency-Key", "X-Chengyun-Message", "X-Chengyun-Sequence"


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
        log.exception("a message to door %s could not be sent", way.code)
        return Verdict(AGAIN, f"回传时出错：{type(error).__name__}")


# --- HTTP push ------------------------------------------------------------------------------------------------------
def push(way: Way, parcel: Parcel) -> Verdict:
    """POST of JSON, signed by the door's scheme, with the key and the name of the message in headers."""
    url = _url(str(_set(way, "url")), parcel)
    body = orjson.dumps(parcel.body)
    headers = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
    headers |= {KEY: parcel.key, MESSAGE: quote(parcel.message), SEQUENCE: str(parcel.seq)}
    headers |= credentials(way, "POST", url, body)
    try:
        answer = outbound.send(outbound.Outgoing("POST", url, headers, body, float(_set(way, "timeout"))))
    except outbound.Unreachable as error:
        return Verdict(AGAIN, error.words)
    return verdict(
        answer.status, answer.text[:2000], _json(answer.body), retry_after=answer.retry_after,
        ok_field=str(_set(way, "ok_field")), ok_values=[one.strip() for one in str(_set(way, "ok_values")).split(",")],
        words_field=str(_set(way, "words_field")), receipt_field=str(_set(way, "receipt_field")),
    )  # fmt: skip


def _set(way: Way, name: str) -> Any:
    return value(HTTP_SETTINGS, way.settings, name)


def credentials(way: Way, method: str, url: str, body: bytes) -> dict[str, str]:
    """The headers by which the other side knows us: a token, a signature, both or nothing."""
    headers: dict[str, str] = {}
    secrets, scheme = way.secrets(), str(way.settings.get("scheme") or "")
    if secrets.get("token"):
        headers[str(_set(way, "token_header"))] = f"{_set(way, 'token_prefix')}{secrets['token']}"
    if scheme in signing.SCHEMES:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        key = secrets.get("key", "")
        headers |= signing.sign(scheme, key, method=method, path=path, body=body, at=datetime.now(UTC))
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


# --- a file in a folder, here or on an SFTP server ------------------------------------------------------------------
def drop(way: Way, parcel: Parcel) -> Verdict:
    """One JSON file a message, named by its key: written beside and renamed, so that nobody reads half of it; the same
    message again is the same file."""
    try:
        return _put(LocalPlace(folder_of(way)), parcel)
    except (OSError, TransportError) as error:
        return Verdict(AGAIN, _fault(error))


def carry(way: Way, parcel: Parcel) -> Verdict:
    """The same on an SFTP server."""
    try:
        with sftp.connect(way.settings, way.secrets()) as client:
            return _put(RemotePlace(client, str(value(SFTP_SETTINGS, way.settings, "folder"))), parcel)
    except (OSError, TransportError) as error:
        return Verdict(AGAIN, _fault(error))


def _put(place: LocalPlace | RemotePlace, parcel: Parcel) -> Verdict:
    name = f"{file_name(parcel)}.json"
    whole = {"key": parcel.key, "id": parcel.external_id, "seq": parcel.seq, "message": parcel.message}
    place.write("", name, orjson.dumps({**whole, "body": parcel.body}, option=orjson.OPT_INDENT_2))
    return Verdict(DONE, "已写入目录", receipt=name)


def file_name(parcel: Parcel) -> str:
    return "".join(ch if ch.isascii() and (ch.isalnum() or ch in "-_") else "_" for ch in parcel.key)


def folder_of(way: Way, setting: str = "folder", default: str = "out") -> Path:
    """A folder of a door below CHENGYUN_HOME/exchange, whatever is written in its settings. Raises TransportError."""
    base = (Path(config.current().home) / "exchange").resolve()
    found = (base / (str(way.settings.get(setting) or "") or f"{way.code}-{default}")).resolve()
    if not found.is_relative_to(base) or found == base:
        raise TransportError("文件夹要在 CHENGYUN_HOME/exchange/ 之下。")
    return found


def _fault(error: Exception) -> str:
    if isinstance(error, TransportError):
        return error.words
    return f"写不进目录：{getattr(error, 'strerror', None) or type(error).__name__}"


register(HTTP, push)
register(DROP, drop)
register(SFTP, carry)
