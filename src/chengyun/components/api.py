"""HTTP of components. Thin."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import linking, queries
from .permissions import LINK, VIEW
from .schemas import ComponentMap, ComponentsOfCase, ComponentTie, StreetComponentDetail, StreetComponentPage

router = Router(tags=["components"], auth=session_or_token)
Words = Annotated[str, Query(max_length=60, pattern=r"^[^\x00]*$")]
Digits = Annotated[str, Query(max_length=40, pattern=r"^[^\x00]*$")]
State = Literal["", "normal", "damaged", "missing", "repair", "scrapped"]
Limit = Annotated[int, Query(ge=1, le=200)]
Zoom = Annotated[int, Query(ge=0, le=22)]


@router.get("/components", response=StreetComponentPage, summary="Components by code, words, class, state, area")
def list_components(
    request: HttpRequest, words: Words = "", kind: Digits = "", state: State = "", area: Digits = "",
    after: Digits = "", limit: Limit = 50,
) -> Any:  # fmt: skip
    need(request, VIEW)
    return send(queries.page(queries.rows_of(words.strip(), kind, state, area), after, limit))


@router.get("/components/map", response=ComponentMap, summary="Components in view, counted in clusters")
def map_components(
    request: HttpRequest, bbox: Words, zoom: Zoom, words: Words = "", kind: Digits = "", state: State = "",
    area: Digits = "",
) -> Any:  # fmt: skip
    """`bbox`: west,south,east,north in WGS-84."""
    need(request, VIEW)
    rows = queries.rows_of(words.strip(), kind, state, area)
    return send(queries.clusters(rows, _box(bbox), zoom))


@router.get("/components/of-case/{number}", response=ComponentsOfCase, summary="Components of a case, and near it")
def of_case(request: HttpRequest, number: CaseNumber) -> Any:
    return send(queries.of_case(need(request, VIEW), number))


@router.post("/components/tie", response=ComponentsOfCase, summary="Tie a case to a component, or take that back")
def tie(request: HttpRequest, body: ComponentTie) -> Any:
    actor = need(request, LINK)
    linking.tie(actor, body.component_id, body.number, remove=body.remove)
    return send(queries.of_case(actor, body.number))


@router.get("/components/{component_id}", response=StreetComponentDetail, summary="A component with its cases")
def get_component(request: HttpRequest, component_id: Id) -> Any:
    return send(queries.detail(need(request, VIEW), component_id))


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise _bad_box() from None
    if not all(map(math.isfinite, (west, south, east, north))) or west >= east or south >= north:
        raise _bad_box()
    return west, south, east, north


def _bad_box() -> Problem:
    message = "范围应写成“西,南,东,北”四个数。"
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "bbox", "message": message}])
