"""HTTP of the analysis. Thin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.kernel.downloads import download
from chengyun.org.auth import session_or_token

from ..sheets import MEDIA_TYPE
from . import cloud, hexagons, sheets, tables
from .asking import Asked, asked
from .schemas import AnalysisOut, PartQuery

router = Router(auth=session_or_token, tags=["board"])
PARTS: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "words": cloud.words, "trend": tables.trend, "matrix": tables.matrix, "calendar": tables.calendar,
    "hexagons": hexagons.hexagons,
}  # fmt: skip


def _told(request: HttpRequest, wanted: PartQuery) -> dict[str, Any]:
    question = asked(need(request, "case.board"), wanted)
    return {"part": wanted.part, **question.head(), **PARTS[wanted.part](question)}


@router.get("/insight/analysis", response=AnalysisOut, summary="Words, trend, matrix, calendar or map of a period")
def get_analysis(request: HttpRequest, wanted: Query[PartQuery]):
    return send(_told(request, wanted))


@router.get(
    "/insight/analysis/export",
    summary="The table behind one part of the analysis as XLSX",
    openapi_extra={"responses": {200: {"content": {MEDIA_TYPE: {}}}}},
)
def export_part(request: HttpRequest, wanted: Query[PartQuery]):
    actor = need(request, "case.board")
    told = _told(request, wanted)
    return download(sheets.file_name(told), sheets.workbook(told, actor), MEDIA_TYPE)
