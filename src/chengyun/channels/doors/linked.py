"""Files that an item only points to: fetched by the worker and made part of its case.

What cannot be fetched is said on the case, with the address, so that a person can fetch it. Addresses are kept sealed:
they often hold a key.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from django.db import transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.kernel import files, outbound, vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac

from .. import intake, queries
from ..models import LinkedFile
from . import connections
from .connections import Connection
from .reading import Door

log = logging.getLogger(__name__)

LARGEST = 20 * 1024 * 1024
MOST = 30
ATTEMPTS = 8
_BETWEEN = re.compile(r"[\s;,|；，、]+")
_NONE = frozenset({"无", "空", "-", "null", "none", "[]", "0", "false"})
_GONE = frozenset({400, 401, 403, 404, 410})


def links_of(door: Door, row: Mapping[str, str]) -> list[str]:
    """What the door's field of files holds: addresses in one cell, in a list, or as members of a list of objects."""
    one = door.fields.get("files")
    if one is None or one.way != "column":
        return []
    cells = [words for name, words in row.items() if name == one.what or name.startswith(f"{one.what}.")]
    parts = [part for words in cells for part in _BETWEEN.split(words) if part and part.lower() not in _NONE]
    inside = any(name.startswith(f"{one.what}.") for name in row)
    found = [part for part in parts if not inside or part.startswith(("http://", "https://", "/"))]
    return list(dict.fromkeys(found))[:MOST]


def remember(connection: Connection, number: str, links: Iterable[str]) -> None:
    """Have these fetched; once for a case, however often they are sent."""
    base = str(connection.into.get("url") or "")
    for link in links:
        address = urljoin(base, link) if base else link
        LinkedFile.objects.get_or_create(
            case_number=number, mark=sm3_hmac(vault.key_ring().index_key, b"link\0" + address.encode()),
            defaults={"channel_id": connection.channel.id, "sealed": vault.seal({"url": address})},
        )  # fmt: skip


def fetch_due(limit: int = 50) -> int:
    """Fetch what is due, case by case; how many files became part of one."""
    due = LinkedFile.objects.filter(state=LinkedFile.WAITING, next_try_at__lte=timezone.now())
    numbers = list(dict.fromkeys(due.order_by("id").values_list("case_number", flat=True)[:limit]))
    return sum(_fetch_for(number) for number in numbers)


def _fetch_for(number: str) -> int:
    due = LinkedFile.objects.filter(case_number=number, state=LinkedFile.WAITING, next_try_at__lte=timezone.now())
    rows = list(due.order_by("id"))
    got = [(row, kept) for row in rows if (kept := _fetched(row)) is not None]  # no transaction waits for the network
    with transaction.atomic():
        if got:
            _attach(number, got)
        for row in rows:
            row.save(update_fields=["state", "attempts", "next_try_at", "reason"])
        _tell(number, [row for row in rows if row.state == LinkedFile.GIVEN_UP])
    return sum(row.state == LinkedFile.TAKEN for row in rows)


def _fetched(row: LinkedFile) -> tuple[str, str] | None:
    """(id, name) of the stored file; None when it did not come, with the row saying why."""
    row.attempts += 1
    address = _address(row)
    try:
        headers = _headers(row.channel_id, address)
        answer = outbound.send(outbound.Outgoing("GET", address, headers, timeout=60.0, largest=LARGEST))
    except outbound.Unreachable as fault:
        _later(row, fault.words, final=fault.code in (outbound.ADDRESS, outbound.FORBIDDEN))
        return None
    if not answer.ok:
        _later(
            row, f"对方回答 {answer.status}。", answer.retry_after, final=answer.status in _GONE and row.attempts > 2
        )
        return None
    if not answer.whole:
        _later(row, f"文件超过 {LARGEST // 1024**2} MB。", final=True)
        return None
    try:
        kept = files.save_upload(io.BytesIO(answer.body), _name(address, answer.headers), None)
    except Problem as problem:
        _later(row, problem.detail or problem.title, final=True)
        return None
    row.state, row.reason = LinkedFile.TAKEN, ""
    return str(kept.pk), kept.name


def _later(row: LinkedFile, words: str, asked: float | None = None, *, final: bool = False) -> None:
    row.reason = words[:300]
    if final or row.attempts >= ATTEMPTS:
        row.state = LinkedFile.GIVEN_UP
    else:
        row.next_try_at = timezone.now() + outbound.wait_before(row.attempts, asked)


def _attach(number: str, got: Sequence[tuple[LinkedFile, tuple[str, str]]]) -> None:
    names = "、".join(name for _, (_, name) in got)
    data = {"text": f"来源附件：{names}"[:4000], "files": [key for _, (key, _) in got]}
    try:
        with transaction.atomic():
            engine.perform(number, "supplement", _actor(got[0][0].channel_id), data)
    except Problem as problem:
        for row, _ in got:
            row.state, row.reason = LinkedFile.GIVEN_UP, (problem.detail or problem.title)[:300]


def _tell(number: str, rows: Sequence[LinkedFile]) -> None:
    """Say on the case what did not come, and where it lies."""
    if not rows:
        return
    told = "；".join(f"{_address(row)}（{row.reason}）" for row in rows)
    try:
        with transaction.atomic():
            engine.perform(number, "note", _actor(rows[0].channel_id), {"text": f"来源附件没有取到：{told}"[:4000]})
    except Problem as problem:
        log.warning("files of %s did not come, and the case takes no note: %s", number, problem.title)


def _address(row: LinkedFile) -> str:
    return vault.open_(bytes(row.sealed))["url"]


def _actor(channel_id: int):
    return intake.actor_of(next(row for row in queries.channels().values() if row.id == channel_id))


def _headers(channel_id: int, address: str) -> dict[str, str]:
    """The token of the door's own interface, for addresses of the same host only."""
    one = next((one for one in connections.connections().values() if one.channel.id == channel_id), None)
    if one is None or urlsplit(str(one.into.get("url") or "")).netloc != urlsplit(address).netloc:
        return {}
    token = one.secret("token")
    header, prefix = one.into.get("token_header", "Authorization"), one.into.get("token_prefix", "Bearer ")
    return {str(header): f"{prefix}{token}"} if token else {}


def _name(address: str, headers: Mapping[str, str]) -> str:
    """The name the other side gives, else the end of the address; its kind decides where it has no ending."""
    found = re.search(r"filename\*=UTF-8''([^;]+)|filename=\"?([^\";]+)", headers.get("content-disposition", ""), re.I)
    given = unquote(next(filter(None, found.groups()), "")) if found else ""
    name = PurePosixPath(given or unquote(urlsplit(address).path)).name or "附件"
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    return name if "." in name else f"{name}{_ENDINGS.get(kind, '')}"


_ENDINGS = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif", "application/pdf": ".pdf",
    "audio/mpeg": ".mp3", "audio/amr": ".amr", "video/mp4": ".mp4",
}  # fmt: skip
