"""Files over HTTP: upload by staff, download by whoever may see a case that has the file."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

from django.http import FileResponse, HttpResponseBase

from chengyun.kernel import files
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access
from .models import Case, CaseFile


def save(upload: Any, actor: Actor) -> dict[str, Any]:
    row = files.save_upload(upload, upload.name or "file", actor.account_id)
    return {"id": str(row.id), "name": row.name, "kind": row.kind, "size": row.size, "mime": row.mime}


def respond(file_id: uuid.UUID, actor: Actor, variant: str) -> HttpResponseBase:
    """The bytes. 404 unless the file is one's own upload or belongs to a case that the actor may see."""
    row = StoredFile.objects.filter(id=file_id).first()
    if row is None or not _may_read(row, actor):
        raise Problem(404, "not_found", "没有这个文件", "文件不存在，或您无权查看。")
    if row.scan_state == StoredFile.INFECTED:
        raise Problem(409, "infected", "文件含有病毒", "扫描发现病毒，已停止提供。")
    opened = files.open_public(row) if variant == "public" else (
        files.open_thumb(row) if variant == "thumb" else files.open_original(row)
    )  # fmt: skip
    response = FileResponse(opened, content_type=opened.mime)
    disposition = "inline" if row.kind in ("image", "audio") else "attachment"
    response["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{quote(row.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, max-age=3600"
    return response


def _may_read(row: StoredFile, actor: Actor) -> bool:
    if row.uploaded_by is not None and row.uploaded_by == actor.account_id:
        return True
    cases = CaseFile.objects.filter(file=row).values_list("case_id", flat=True)
    return access.visible_to(actor, Case.objects.filter(pk__in=list(cases))).exists()
