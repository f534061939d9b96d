"""Files over HTTP: upload by staff, download by whoever may see a case that has the file."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse

from chengyun.kernel import files
from chengyun.kernel.downloads import disposition
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access
from .models import Case, CaseFile

PDF = "application/pdf"
LOCKED = "default-src 'none'; sandbox"
"""No answer with a file may run anything, whatever it is."""
READER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
"""For a PDF in the page's viewer: a sandbox would keep the browser's reader out."""
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PIECE = 256 * 1024
_readers: list[Callable[[StoredFile, Actor], bool]] = []


def allow(reader: Callable[[StoredFile, Actor], bool]) -> None:
    """A room above whose records have files says who may read them (AppConfig.ready)."""
    _readers.append(reader)


def save(upload: Any, actor: Actor) -> dict[str, Any]:
    row = files.save_upload(upload, upload.name or "file", actor.account_id)
    return {"id": str(row.id), "name": row.name, "kind": row.kind, "size": row.size, "mime": row.mime}


def respond(
    file_id: uuid.UUID, actor: Actor, variant: str, *, view: bool = False, asked_range: str = ""
) -> HttpResponseBase:
    """The bytes. 404 unless the file is one's own upload or belongs to a case that the actor may see.

    `view`: to be read inside the page, which only a PDF without active content may be. `asked_range`: the Range
    header, for players that jump.
    """
    row = StoredFile.objects.filter(id=file_id).first()
    if row is None or not _may_read(row, actor):
        raise Problem(404, "not_found", "没有这个文件", "文件不存在，或您无权查看。")
    if row.scan_state == StoredFile.INFECTED:
        raise Problem(409, "infected", "文件含有病毒", "扫描发现病毒，已停止提供。")
    opened = files.open_public(row) if variant == "public" else (
        files.open_thumb(row) if variant == "thumb" else files.open_original(row)
    )  # fmt: skip
    reading = view and variant == "original" and readable_inside(row)
    response = _ranged(opened, asked_range) if row.kind in ("audio", "video") else None
    response = response or FileResponse(opened, content_type=opened.mime)
    inline = reading or row.kind in ("image", "audio")
    response["Content-Disposition"] = disposition(row.name, inline)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = READER if reading else LOCKED
    if reading:
        response["X-Frame-Options"] = "SAMEORIGIN"
    if row.kind in ("audio", "video"):
        response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, max-age=3600"
    return response


def readable_inside(row: StoredFile) -> bool:
    """Whether the page may show it in a frame: a PDF without scripts and without files inside."""
    return row.mime == PDF and not row.meta.get("active_content")


def _ranged(opened: Any, asked: str) -> HttpResponseBase | None:
    """One range of a recording; None when none was asked in a way that we know: then the whole is the answer."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or found[1] == found[2] == "":
        return None
    size = opened.seek(0, 2)
    first = int(found[1]) if found[1] else max(size - int(found[2]), 0)
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        opened.close()
        raise Problem(416, "range_not_satisfiable", "没有这一段", f"文件共 {size} 字节。")
    opened.seek(first)
    answer = StreamingHttpResponse(_pieces(opened, last - first + 1), status=206, content_type=opened.mime)
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Content-Length"] = str(last - first + 1)
    return answer


def _pieces(opened: IO[bytes], left: int) -> Iterator[bytes]:
    with opened:
        while left > 0 and (piece := opened.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece


def _may_read(row: StoredFile, actor: Actor) -> bool:
    if row.uploaded_by is not None and row.uploaded_by == actor.account_id:
        return True
    cases = CaseFile.objects.filter(file=row).values_list("case_id", flat=True)
    if access.visible_to(actor, Case.objects.filter(pk__in=list(cases))).exists():
        return True
    return any(reader(row, actor) for reader in _readers)
