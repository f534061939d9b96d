"""HTTP of master data: tables, rows, saving, dry runs, export, preview, import. Thin; history is in api_changes.py."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile
from pydantic import Field

from chengyun.kernel import english, permissions
from chengyun.kernel.downloads import download
from chengyun.kernel.problems import Problem

from . import schemas_masterdata as shapes
from .auth import session_or_token
from .masterdata import all_kinds, history, rows, saving, service, trials, working_calendars
from .masterdata.columns import Column
from .masterdata.kinds import ERROR, UNCHANGED, Kind, PlannedRow

router = Router(tags=["master data"], auth=session_or_token)

SHOWN_ROWS = 1000
Key = Field("", max_length=400, pattern=r"^[^\x00]*$", description="The row's key as a JSON list")


def viewable(request: Any, code: str) -> Kind:
    kind = service.kind_of(code)
    rows.require_view(kind, request.actor)
    return kind


def changeable(request: Any, code: str) -> Kind:
    kind = service.kind_of(code)
    rows.require_change(kind, request.actor)
    return kind


@router.get("/masterdata", response=list[shapes.KindOut], summary="Tables of master data that one may see")
def list_kinds(request: Any) -> Any:
    actor = request.actor
    found = [kind for kind in all_kinds() if kind.may_view(actor)]
    if not found:
        raise Problem(403, "forbidden", "没有权限", "查看基础数据需要权限 masterdata.view")
    imports, exports = actor.can("masterdata.import"), actor.can("masterdata.export")
    return [
        {
            "code": kind.code, "name": kind.name, "group": kind.group, "help": kind.help, "key": list(kind.key),
            "label_column": kind.label_column, "columns": [_column(kind, column) for column in kind.columns],
            "may_change": kind.may_change(actor), "may_import": imports and kind.may_change(actor),
            "may_export": exports, "removable": kind.removable, "dated": "valid_to" in kind.by_name,
            "trial": trials.knows(kind.code),
        }
        for kind in found
    ]  # fmt: skip


def _column(kind: Kind, column: Column) -> dict[str, Any]:
    return {
        "name": column.name, "label": column.label, "kind": column.kind, "required": column.required,
        "help": column.help, "refs": list(column.refs), "choices": dict(column.choices or {}),
        "key": column.name in kind.key, "virtual": column.virtual, "widget": column.widget, "listed": column.listed,
        "max_length": column.max_length, "minimum": column.minimum, "maximum": column.maximum,
        "default": column.default, "by": column.by,
        "variants": {k: dict(v) for k, v in (column.variants or {}).items()},
        "fields": [_column(kind, field) | {"key": False} for field in column.fields],
    }  # fmt: skip


@router.get("/masterdata/permissions", response=list[shapes.PermissionOut], summary="All permissions in words")
def list_permissions(request: Any) -> Any:
    rows.require_view(service.kind_of("roles"), request.actor)
    return [
        {"code": p.code, "room": p.code.partition(".")[0], "name": p.name_zh, "name_en": p.name_en,
         "description": english.english(p.description) if english.wanted(request) else p.description}
        for p in permissions.all_permissions()
    ]  # fmt: skip


class RowsQuery(shapes.Shape):
    q: str = Field("", max_length=100, pattern=r"^[^\x00]*$")
    state: Literal["", "current", "future", "closed"] = ""
    sort: str = Field("", max_length=60, pattern=r"^[^\x00]*$")
    limit: int = Field(50, ge=1, le=1000)
    offset: int = Field(0, ge=0, le=1_000_000)


@router.get("/masterdata/{kind}/rows", response=shapes.RowList, summary="Rows of a table: search, sort, state")
def list_rows(request: Any, kind: str, wanted: Query[RowsQuery]) -> Any:
    """`q` matches any cell and the pinyin of the name; `sort` is a column, with "-" downwards."""
    return rows.listing(viewable(request, kind), **wanted.model_dump())


@router.get("/masterdata/{kind}/row", response=shapes.MasterRow, summary="One row")
def get_row(request: Any, kind: str, key: str = Query(..., max_length=400)) -> Any:
    found = viewable(request, kind)
    return rows.one(found, rows.parse_key(found, key))


@router.get("/masterdata/{kind}/options", response=list[shapes.OptionOut], summary="Choices for a reference")
def list_options(
    request: Any,
    kind: str,
    q: str = Query("", max_length=100),
    limit: int = Query(30, ge=1, le=500),
) -> Any:
    """By code, words or pinyin; rows that have ended are left out."""
    return rows.options(viewable(request, kind), q, limit)


@router.post("/masterdata/{kind}/rows", response=shapes.SavedOut, summary="Add or change a row")
def save_row(request: Any, kind: str, data: shapes.RowIn) -> Any:
    """Without `key` a new row. `etag` is the mark of the row as it was read: 409 with the difference when somebody
    changed it since. With `effective_at` in the future the change waits and takes effect by itself."""
    found = changeable(request, kind)
    change = saving.save(
        found, data.values, request.actor, key=rows.parse_key(found, data.key) if data.key else None, seen=data.etag,
        reason=data.reason.strip(), effective_at=data.effective_at,
    )  # fmt: skip
    return {"change": history.shown(found, change) if change else None}


@router.post("/masterdata/{kind}/remove", response=shapes.SavedOut, summary="Remove a row that nothing needs")
def remove_row(request: Any, kind: str, data: shapes.RemoveIn) -> Any:
    """409 with what still needs it; rows of most tables are closed by their last day instead."""
    found = changeable(request, kind)
    change = saving.delete(
        found, rows.parse_key(found, data.key), request.actor, seen=data.etag, reason=data.reason.strip()
    )
    return {"change": history.shown(found, change)}


@router.post("/masterdata/{kind}/trial", response={202: shapes.TrialOut}, summary="Dry run: what a change would do")
def start_trial(request: Any, kind: str, data: shapes.TrialIn) -> Any:
    """Nothing is saved. With many open cases the worker answers; ask again under the id."""
    found = changeable(request, kind)
    key = rows.parse_key(found, data.key) if data.key else None
    return Status(202, trials.ask(found, data.values, key, request.actor))


@router.get("/masterdata/trials/{trial_id}", response=shapes.TrialOut, summary="How a dry run stands")
def get_trial(request: Any, trial_id: UUID) -> Any:
    trial = trials.get(trial_id, request.actor)
    changeable(request, trial.kind)
    return trial


@router.get("/masterdata/calendars/{code}/years/{int:year}", response=shapes.YearOut, summary="A calendar's year")
def get_year(request: Any, code: str, year: int) -> Any:
    """Every day with its working spans, its holiday's name, and whether this calendar itself says so."""
    viewable(request, "calendar_days")
    return working_calendars.year(code, year)


@router.get(
    "/masterdata/{kind}/export",
    summary="Export a table",
    openapi_extra={"responses": {200: {"content": {media: {} for media in service.FORMATS.values()}}}},
)
def export_kind(request: Any, kind: str, format: str = "xlsx") -> HttpResponse:
    """The whole table as CSV or XLSX; it can be changed and imported again."""
    found = service.kind_of(kind)
    service.require_export(found, request.actor)
    content, media_type, name = service.export(found, format)
    service.exported(found, format, request.actor)
    return download(name, content, media_type)


@router.post("/masterdata/{kind}/preview", response=shapes.MasterPreviewOut, summary="What an import would do")
def preview_kind(request: Any, kind: str, file: File[UploadedFile]) -> Any:
    """Nothing is written. Rows with errors come first; at most 1,000 rows are shown."""
    found = service.kind_of(kind)
    service.require_import(found, request.actor)
    preview = service.preview(found, file.file, file.name or "", request.actor)
    order = {ERROR: 0, UNCHANGED: 2}
    sorted_rows = sorted(preview.rows, key=lambda row: (order.get(row.action, 1), row.row))
    return {
        "kind": kind,
        "token": preview.token,
        "counts": preview.counts,
        "rows": [_row(found, row) for row in sorted_rows[:SHOWN_ROWS]],
        "truncated": len(sorted_rows) > SHOWN_ROWS,
    }


@router.post("/masterdata/{kind}/import", response=shapes.MasterImportOut, summary="Import what was previewed")
def import_kind(request: Any, kind: str, data: shapes.ImportIn) -> Any:
    """All rows or none. 409 when the data changed since the preview."""
    found = service.kind_of(kind)
    service.require_import(found, request.actor)
    return {"kind": kind, "counts": service.commit(found, data.token, request.actor, data.reason.strip())}


def _row(kind: Kind, row: PlannedRow) -> dict[str, Any]:
    def said(name: str, value: Any) -> Any:
        return kind.by_name[name].show(value) if name in kind.by_name and value is not None else value

    return {
        "row": row.row,
        "key": " / ".join(str(part) for part in row.key if part is not None),
        "action": row.action,
        "errors": [{"column": column, "message": message} for column, message in row.errors],
        "changes": {name: {"old": said(name, old), "new": said(name, new)} for name, (old, new) in row.changes.items()},
    }
