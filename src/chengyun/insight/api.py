"""HTTP of the board. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from chengyun.cases.api import need, send
from chengyun.cases.filters import CaseFilter
from chengyun.kernel.downloads import download
from chengyun.org.auth import session_or_token

from . import layout, sheets
from .board import FILTERS, board, span_of
from .schemas import BoardOut, BoardQuery, ExportQuery, LayoutIn, LayoutOut

router = Router(auth=session_or_token, tags=["board"])


def _told(request: HttpRequest, wanted: BoardQuery) -> dict[str, Any]:
    actor = need(request, "case.board")
    given = CaseFilter(**{name: getattr(wanted, name) for name in FILTERS if getattr(wanted, name)})
    return board(actor, given, wanted.period, span_of(wanted.period, wanted.start, wanted.end), wanted.compare)


@router.get("/board", response=BoardOut, summary="Figures of a period, each with the filter that opens its cases")
def get_board(request: HttpRequest, wanted: Query[BoardQuery]):
    return send(_told(request, wanted))


@router.get(
    "/board/export",
    summary="The table behind one panel of the board as XLSX",
    openapi_extra={"responses": {200: {"content": {sheets.MEDIA_TYPE: {}}}}},
)
def export_panel(request: HttpRequest, wanted: Query[ExportQuery]):
    actor = need(request, "case.board")
    told = _told(request, wanted)
    return download(sheets.file_name(told, wanted.panel), sheets.workbook(told, wanted.panel, actor), sheets.MEDIA_TYPE)


@router.get("/board/layout", response=LayoutOut, summary="My board: panels, order and size")
def get_layout(request: HttpRequest):
    return send({"panels": layout.of(need(request, "case.board"))})


@router.put("/board/layout", response={204: None}, summary="Keep my board as it is")
def put_layout(request: HttpRequest, body: LayoutIn):
    layout.save(need(request, "case.board"), [panel.model_dump() for panel in body.panels])
    return Status(204, None)


@router.delete("/board/layout", response={204: None}, summary="My board as it was at first")
def delete_layout(request: HttpRequest):
    layout.forget(need(request, "case.board"))
    return Status(204, None)
