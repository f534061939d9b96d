"""HTTP of places: search, locate, list areas and outlines. Thin."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.utils import timezone
from ninja import Query, Router, Schema

from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token
from chengyun.org.models import valid_on

from . import basemap, queries
from .coordinates import CoordinateError, normalise
from .locating import locate
from .models import Area, AreaGeometry

router = Router(tags=["places"], auth=session_or_token)

MOST_AREAS = 5000
ShortText = Annotated[str, Query(max_length=100)]


class FoundPlace(Schema):
    type: str
    id: int
    name: str
    level: str
    address: str
    lng: float | None
    lat: float | None
    area_id: int | None
    area_path: list[str]


class AreaOut(Schema):
    id: int
    code: str
    name: str
    level: str
    kind: str
    parent_id: int | None
    managed_by_unit_id: int | None
    lng: float | None
    lat: float | None
    pinyin: str
    valid_from: date | None
    valid_to: date | None


class LocatedOut(Schema):
    """WGS-84 point and its areas; `area_path` names them from the district down, empty outside of all outlines."""

    lng: float
    lat: float
    area_id: int | None
    grid_id: int | None
    community_id: int | None
    subdistrict_id: int | None
    area_path: list[str]


class BaseMapOut(Schema):
    """`tiles`: XYZ templates, lowest first; `file`: a PMTiles file on this server; neither: draw the outlines alone.
    `missing`: a file is configured but not there."""

    tiles: list[str]
    file: str | None
    crs: str
    zoom: int
    attribution: str
    missing: bool


@router.get("/places/basemap", response=BaseMapOut, summary="What lies under the map")
def get_base_map(request: Any) -> Any:
    request.actor.require("org.view")
    return basemap.base_map()


@router.get("/places/search", response=list[FoundPlace], summary="Find places, addresses and areas")
def search_places(request: Any, q: ShortText, limit: int = 20) -> Any:
    """By Chinese words, pinyin or initials; at most 50, best first."""
    request.actor.require("org.view")
    return queries.search(_storable(q), limit)


@router.get("/places/locate", response=LocatedOut, summary="Which areas lie around a point")
def locate_point(request: Any, lng: float, lat: float, crs: ShortText = "wgs84", at: date | None = None) -> Any:
    """The point may be GCJ-02 or BD-09 (`crs`); areas are those of the day `at`."""
    request.actor.require("org.view")
    try:
        x, y = normalise(lng, lat, crs)
    except CoordinateError as error:
        raise Problem(
            422, "invalid", "坐标有误", str(error), errors=[{"field": "lng", "message": str(error)}]
        ) from error
    found = locate(x, y, at)
    ids = {} if found is None else {
        "area_id": found.area_id, "grid_id": found.grid_id, "community_id": found.community_id,
        "subdistrict_id": found.subdistrict_id,
    }  # fmt: skip
    empty = dict.fromkeys(("area_id", "grid_id", "community_id", "subdistrict_id"))
    return {"lng": x, "lat": y, **empty, **ids, "area_path": queries.area_path(ids.get("area_id"))}


@router.get("/places/areas", response=list[AreaOut], summary="Areas of a level or below an area")
def list_areas(request: Any, level: ShortText = "", parent: int | None = None, at: date | None = None) -> Any:
    """Areas as they were on the day `at` (today); at most 5,000, ordered by code."""
    request.actor.require("org.view")
    rows = Area.objects.filter(valid_on(at or timezone.localdate()))
    if level:
        rows = rows.filter(level=_storable(level))
    if parent is not None:
        rows = rows.filter(parent_id=parent)
    return rows.order_by("code")[:MOST_AREAS]


@router.get("/places/outlines", response=dict[str, Any], summary="Outlines of areas as GeoJSON")
def list_outlines(request: Any, level: ShortText, parent: int | None = None, at: date | None = None) -> Any:
    """A FeatureCollection in WGS-84 of the outlines valid on the day `at`, with the areas' id, code and name."""
    request.actor.require("org.view")
    day = at or timezone.localdate()
    rows = AreaGeometry.objects.filter(valid_on(day), valid_on(day, "area__"), area__level=_storable(level))
    if parent is not None:
        rows = rows.filter(area__parent_id=parent)
    features = [
        {
            "type": "Feature",
            "bbox": row.bbox,
            "geometry": row.geometry,
            "properties": {
                "id": row.area_id,
                "code": row.area.code,
                "name": row.area.name,
                "kind": row.area.kind,
                "parent": row.area.parent.code if row.area.parent else "",
                "source": row.source,
                "valid_from": row.valid_from,
                "valid_to": row.valid_to,
            },
        }
        for row in rows.select_related("area__parent").order_by("area__code")[:MOST_AREAS]
    ]
    return {"type": "FeatureCollection", "features": features}


def _storable(text: str) -> str:
    if "\x00" in text:
        raise Problem(422, "invalid", "包含无效字符", errors=[{"field": "q", "message": "包含无效字符"}])
    return text
