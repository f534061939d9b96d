"""The map on which a resident shows where something is, and how a point is called."""

from __future__ import annotations

import math
from typing import Any

from django.utils import timezone

from chengyun import places
from chengyun.org.models import valid_on
from chengyun.places import basemap, queries
from chengyun.places.models import Area, AreaGeometry, Place

from .looking import Place as Point

MOST_OUTLINES = 600
REACH = 300.0
"""Metres within which a named place says where a point is."""


def ground() -> dict[str, Any]:
    """The base map and the outlines of streets and communities, as anybody may know them."""
    day = timezone.localdate()
    rows = AreaGeometry.objects.filter(
        valid_on(day), valid_on(day, "area__"), area__level__in=(Area.SUBDISTRICT, Area.COMMUNITY)
    )
    shown = rows.select_related("area").order_by("-area__level", "area__code")[:MOST_OUTLINES]
    return {
        "base": basemap.base_map(),
        "outlines": [
            {"id": row.area_id, "name": row.area.name, "level": row.area.level, "bbox": row.bbox,
             "geometry": row.geometry}
            for row in shown
        ],
    }  # fmt: skip


def called(point: Point) -> dict[str, Any]:
    """Areas around a point, and the nearest named place. Never anybody's home: only the register of places is read."""
    if point.lng is None or point.lat is None:
        return {"path": [], "near": "", "metres": None, "inside": False}
    found = places.locate(point.lng, point.lat)
    path = queries.area_path(found.area_id) if found and found.area_id else []
    near, metres = _nearest(point.lng, point.lat)
    return {"path": path, "near": near, "metres": metres, "inside": bool(path)}


def _nearest(lng: float, lat: float) -> tuple[str, int | None]:
    north = REACH / 111_320
    east = north / max(0.1, math.cos(math.radians(lat)))
    rows = Place.objects.filter(
        valid_on(timezone.localdate()), lng__range=(lng - east, lng + east), lat__range=(lat - north, lat + north)
    )
    best, least = "", REACH
    for name, address, x, y in rows.values_list("name", "address", "lng", "lat")[:500]:
        if x is None or y is None:
            continue
        metres = math.hypot((x - lng) / east, (y - lat) / north) * REACH
        if metres < least:
            best, least = " ".join(dict.fromkeys(filter(None, (address, name)))), metres
    return best, round(least) if best else None
