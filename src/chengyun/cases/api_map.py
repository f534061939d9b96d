"""HTTP of the map of cases. Thin."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from chengyun.org.auth import session_or_token

from . import mapping
from .api import need, send
from .filters import CaseFilter

router = Router(auth=session_or_token, tags=["cases"])


class MapQuery(CaseFilter):
    bbox: Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")] = Field(
        "", description="west,south,east,north in WGS-84 degrees; without it the box around all cases that fit"
    )
    zoom: int = Field(11, ge=0, le=mapping.MOST_ZOOM)
    layer: mapping.Layer = "clusters"
    unplaced: bool = Field(False, description="Count the cases without a point too")


class MapCase(Schema):
    number: str
    title: str
    state: str
    state_name: str
    tone: str


class MapFeature(Schema):
    """Cases of one cell: their mean point, how many, how they stand; `case` when there is only one. Heat has only
    the first three."""

    lng: float
    lat: float
    count: int
    bbox: list[float] = []
    open: int = 0
    due_soon: int = 0
    overdue: int = 0
    supervised: int = 0
    case: MapCase | None = None


class CaseMap(Schema):
    """`total` counts the cases in the box; `bbox` lies around the features; `unplaced` when asked."""

    layer: str
    total: int
    bbox: list[float] | None
    features: list[MapFeature]
    unplaced: int | None
    unplaced_capped: bool


@router.get("/cases/map", response=CaseMap, summary="Cases on the map: clusters, single cases, or heat")
def get_map(request: HttpRequest, wanted: Query[MapQuery]):
    """The filters of the list; at most 2,000 features, whatever lies in the box."""
    actor = need(request, "case.view")
    box = mapping.read_box(wanted.bbox)
    return send(mapping.map_of(actor, wanted, box, wanted.zoom, wanted.layer, wanted.unplaced))
