"""HTTP of master data: which tables there are, export, preview, import. Thin."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from ninja import File, Router
from ninja.files import UploadedFile

from . import schemas
from .auth import session_or_token
from .masterdata import all_kinds, service
from .masterdata.kinds import ERROR, UNCHANGED, PlannedRow

router = Router(tags=["master data"], auth=session_or_token)

SHOWN_ROWS = 1000


@router.get("/masterdata", response=list[schemas.KindOut], summary="Tables of master data")
def list_kinds(request: Any) -> Any:
    actor = request.actor
    actor.require("masterdata.export")
    return [
        {
            "code": kind.code,
            "name": kind.name,
            "columns": [
                {
                    "name": c.name, "label": c.label, "kind": c.kind, "required": c.required, "help": c.help,
                    "ref": c.ref, "choices": dict(c.choices or {}), "key": c.name in kind.key,
                }
                for c in kind.columns
            ],
            "may_import": actor.can("masterdata.import") and (not kind.permission or actor.can(kind.permission)),
            "may_export": True,
        }
        for kind in all_kinds()
    ]  # fmt: skip


@router.get(
    "/masterdata/{kind}/export",
    summary="Export a table",
    openapi_extra={"responses": {200: {"content": {media: {} for media in service.FORMATS.values()}}}},
)
def export_kind(request: Any, kind: str, format: str = "xlsx") -> HttpResponse:
    """The whole table as CSV or XLSX; it can be changed and imported again."""
    request.actor.require("masterdata.export")
    content, media_type, name = service.export(service.kind_of(kind), format)
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "no-store"
    return response


@router.post("/masterdata/{kind}/preview", response=schemas.MasterPreviewOut, summary="What an import would do")
def preview_kind(request: Any, kind: str, file: File[UploadedFile]) -> Any:
    """Nothing is written. Rows with errors come first; at most 1,000 rows are shown."""
    found = service.kind_of(kind)
    service.require_import(found, request.actor)
    preview = service.preview(found, file.file, file.name or "", request.actor)
    order = {ERROR: 0, UNCHANGED: 2}
    rows = sorted(preview.rows, key=lambda row: (order.get(row.action, 1), row.row))
    return {
        "kind": kind,
        "token": preview.token,
        "counts": preview.counts,
        "rows": [_row(row) for row in rows[:SHOWN_ROWS]],
        "truncated": len(rows) > SHOWN_ROWS,
    }


@router.post("/masterdata/{kind}/import", response=schemas.MasterImportOut, summary="Import what was previewed")
def import_kind(request: Any, kind: str, data: schemas.ImportIn) -> Any:
    """All rows or none. 409 when the data changed since the preview."""
    found = service.kind_of(kind)
    service.require_import(found, request.actor)
    return {"kind": kind, "counts": service.commit(found, data.token, request.actor)}


def _row(row: PlannedRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "key": " / ".join(str(part) for part in row.key if part is not None),
        "action": row.action,
        "errors": [{"column": column, "message": message} for column, message in row.errors],
        "changes": {name: {"old": old, "new": new} for name, (old, new) in row.changes.items()},
    }
