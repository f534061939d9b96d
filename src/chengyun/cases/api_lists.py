"""Saved views with their counts, and the export of a list."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import ValidationError

from chengyun.kernel.downloads import download
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import export_files, exporting, views
from .api import need, send
from .filters import CaseFilter
from .schemas import Id
from .schemas_lists import ColumnsIn, ColumnsOut, ExportIn, ViewChange, ViewCount, ViewIn, ViewOrder, ViewOut
from .validation import field_errors

router = Router(auth=session_or_token, tags=["desk"])


@router.get("/views", response=list[ViewOut], summary="Saved views, mine and shared")
def get_views(request: HttpRequest):
    return send(views.listed(need(request, "case.view")))


@router.post("/views", response={201: ViewOut}, summary="Save a view")
def post_view(request: HttpRequest, body: ViewIn):
    return send(views.create(need(request, "case.view"), body.name, body.query, body.columns, body.shared), 201)


@router.get("/views/counts", response=list[ViewCount], summary="How many cases each view has, up to 999")
def get_view_counts(request: HttpRequest):
    return send(views.counts(need(request, "case.view")))


@router.put("/views/order", response={204: None}, summary="The order of my views")
def put_view_order(request: HttpRequest, body: ViewOrder):
    views.reorder(need(request, "case.view"), body.ids)
    return Status(204, None)


@router.get("/views/columns", response=ColumnsOut, summary="The columns of my lists")
def get_columns(request: HttpRequest):
    return send({"columns": views.columns_of(need(request, "case.view"))})


@router.put("/views/columns", response={204: None}, summary="Keep the columns of my lists")
def put_columns(request: HttpRequest, body: ColumnsIn):
    views.keep_columns(need(request, "case.view"), body.columns)
    return Status(204, None)


@router.patch("/views/{view_id}", response=ViewOut, summary="Rename, share or change one of my views")
def patch_view(request: HttpRequest, view_id: Id, body: ViewChange):
    actor = need(request, "case.view")
    return send(views.change(actor, view_id, body.model_dump(exclude_unset=True, exclude_none=True)))


@router.delete("/views/{view_id}", response={204: None}, summary="Delete one of my views")
def delete_view(request: HttpRequest, view_id: Id):
    views.remove(need(request, "case.view"), view_id)
    return Status(204, None)


@router.post(
    "/exports",
    summary="Export a list or chosen cases as XLSX or CSV; recorded with the reason",
    response={200: None},
    openapi_extra={
        "responses": {200: {"content": {kind: {} for kind in (export_files.XLSX_TYPE, export_files.CSV_TYPE)}}}
    },
)
def export(request: HttpRequest, body: ExportIn):
    """XLSX up to 100,000 rows, CSV without limit; with names and numbers in clear up to 2,000."""
    actor = need(request, "case.export")
    view = views.seen(actor, body.view).name if body.view is not None else ""
    made = exporting.start(
        actor,
        exporting.Wanted(
            body.format, _filter(body), body.sort, tuple(body.columns), tuple(body.numbers), body.reason, body.clear,
            view,
        ),
    )  # fmt: skip
    response = download(made.name, made, made.writer.media_type)
    response["X-Export-Id"] = str(made.record.pk)
    return response


def _filter(body: ExportIn) -> CaseFilter:
    try:
        return CaseFilter.model_validate(body.query)
    except ValidationError as error:
        errors = field_errors(error)
        raise Problem(422, "invalid", "筛选条件有误", errors[0]["message"], errors=errors) from None
