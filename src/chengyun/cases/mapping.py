"""Cases on a map: counted by cells of a grid that is as fine as the map is close. One statement, bounded answer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connection
from django.db.models import Q

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import filters, lifecycle, worklists
from .selection import cases_where
from .within import in_box

Layer = Literal["clusters", "heat"]
MOST_FEATURES = 2000
MOST_ZOOM = 22
CLOSE = 17
"""From this zoom on every place stands for itself; only what lies within a few metres is counted together."""
COUNT_CAP = 10_000
_PIXELS = {"clusters": 64, "heat": 24}
_CLOSE_PIXELS = 8
_WIDEST = 1000
"""Close cells along a view at most (8,000 px); who asks for more at such a zoom is answered as from farther away."""
_ACROSS = 44
"""Cells along one side at most: 44 × 44 are fewer than MOST_FEATURES."""
_COLUMNS = ("id", "lng", "lat", "is_open", "due_status", "supervised")


@dataclass(frozen=True)
class Box:
    """Degrees, WGS-84."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Grid:
    """Sides of a cell in degrees. Cells hang on the globe, not on the view, so that they stay while it is moved."""

    lng: float
    lat: float

    def around(self, box: Box) -> Box:
        """The box widened to whole cells, so that a cluster at the border is not cut."""
        return Box(
            math.floor(box.west / self.lng) * self.lng, math.floor(box.south / self.lat) * self.lat,
            math.ceil(box.east / self.lng) * self.lng, math.ceil(box.north / self.lat) * self.lat,
        )  # fmt: skip


def read_box(text: str) -> Box | None:
    """ "west,south,east,north"; None for none. Raises Problem 422."""
    if not text.strip():
        return None
    try:
        box = Box(*(float(part) for part in text.split(",")))
    except (ValueError, TypeError):
        raise _bad_box("视野要写成“西,南,东,北”四个数。") from None
    if not all(map(math.isfinite, (box.west, box.south, box.east, box.north))):
        raise _bad_box("视野要写成“西,南,东,北”四个数。")
    if not (-180 <= box.west < box.east <= 180 and -90 <= box.south < box.north <= 90):
        raise _bad_box("视野的经纬度超出范围：西小于东，南小于北，经度 −180 到 180，纬度 −90 到 90。")
    return box


def _bad_box(text: str) -> Problem:
    return Problem(422, "invalid", "视野有误", text, errors=[{"field": "bbox", "message": text}])


def grid_of(layer: Layer, zoom: int, box: Box | None, pixels: int = 0) -> Grid:
    """The cells for a zoom (512 · 2^zoom pixels around the globe); never too many in a box."""
    side = (pixels or _PIXELS[layer]) * 360 / (512 * 2**zoom)
    flat = max(math.cos(math.radians(round((box.south + box.north) / 2 if box else 30))), 0.1)
    if box is not None and not pixels:
        while (box.east - box.west) / side > _ACROSS - 2 or (box.north - box.south) / (side * flat) > _ACROSS - 2:
            side *= 2
    return Grid(side, side * flat)


def map_of(
    actor: Actor,
    wanted: filters.CaseFilter,
    box: Box | None,
    zoom: int,
    layer: Layer = "clusters",
    unplaced: bool = False,
) -> dict[str, Any]:
    """{layer, features, total, bbox, unplaced}: how many cases lie where, of those that this person may see.

    `total` counts the box alone, the features whole cells. One statement; another one when the whole earth is asked
    for or a close view holds too much; one more for `unplaced`.
    """
    features = None
    if layer == "clusters" and zoom >= CLOSE and box is not None:
        grid = grid_of(layer, zoom, box, _CLOSE_PIXELS)
        if box.east - box.west < _WIDEST * grid.lng:
            features = _cells(actor, wanted, box, grid)
    if features is None or len(features) > MOST_FEATURES:
        box = box or _extent(actor, wanted)
        features = _cells(actor, wanted, box, grid_of(layer, zoom, box)) if box else []
    answer: dict[str, Any] = {
        "layer": layer, "total": sum(row["inside"] for row in features), "bbox": _around(features),
        "features": [_told(row, layer) for row in features[:MOST_FEATURES]], "unplaced": None, "unplaced_capped": False,
    }  # fmt: skip
    if unplaced:
        number = _cases(actor, wanted, Q(lng__isnull=True)).order_by()[: COUNT_CAP + 1].count()
        answer |= {"unplaced": min(number, COUNT_CAP), "unplaced_capped": number > COUNT_CAP}
    return answer


def _cases(actor: Actor, wanted: filters.CaseFilter, place: Q) -> Any:
    asked = filters.conditions(wanted, actor)
    if wanted.worklist:
        asked &= worklists.get(wanted.worklist, actor).condition(actor)
    return cases_where(actor, asked & place)


def _extent(actor: Actor, wanted: filters.CaseFilter) -> Box | None:
    """The box around all cases that fit."""
    found = rows.compose(_cases(actor, wanted, Q(lng__isnull=False)).order_by().values_list("lng", "lat"))
    if not found.sql:
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT min(lng), min(lat), max(lng), max(lat) FROM ({found.sql}) t (lng, lat)", found.params)
        west, south, east, north = cursor.fetchone()
    return None if west is None else Box(west - 1e-6, south - 1e-6, east + 1e-6, north + 1e-6)


_NAMES = (
    "n", "lng", "lat", "west", "south", "east", "north", "open", "due_soon", "overdue", "supervised", "inside",
    "number", "title", "lifecycle", "state",
)  # fmt: skip
_CELLS = """
WITH found (id, lng, lat, is_open, due_status, supervised) AS ({source}), cells AS (
  SELECT count(*) n, avg(lng) lng, avg(lat) lat, min(lng) west, min(lat) south, max(lng) east, max(lat) north,
    count(*) FILTER (WHERE is_open) open, count(*) FILTER (WHERE is_open AND due_status = 1) due_soon,
    count(*) FILTER (WHERE is_open AND due_status = 2) overdue,
    count(*) FILTER (WHERE is_open AND supervised) supervised,
    count(*) FILTER (WHERE lng BETWEEN %s AND %s AND lat BETWEEN %s AND %s) inside, min(id) one
  FROM found GROUP BY floor(lng / %s), floor(lat / %s) ORDER BY count(*) DESC, min(id) LIMIT %s
)
SELECT cells.n, cells.lng, cells.lat, west, south, east, north, open, due_soon, overdue, cells.supervised, inside,
  number, title, lifecycle, state
FROM cells LEFT JOIN cases_case c ON cells.n = 1 AND c.id = cells.one
"""


def _cells(actor: Actor, wanted: filters.CaseFilter, box: Box, grid: Grid) -> list[dict[str, Any]]:
    """The cells with cases in them, the fullest first; one more than MOST_FEATURES when there are more."""
    wide = grid.around(box)
    cases = _cases(actor, wanted, in_box(wide.west, wide.south, wide.east, wide.north))
    found = rows.compose(cases.order_by().values_list(*_COLUMNS))
    if not found.sql:
        return []
    beside = (box.west, box.east, box.south, box.north, grid.lng, grid.lat, MOST_FEATURES + 1)
    with connection.cursor() as cursor:
        cursor.execute(_CELLS.format(source=found.sql), [*found.params, *beside])
        return [dict(zip(_NAMES, row, strict=True)) for row in cursor.fetchall()]


def _around(features: list[dict[str, Any]]) -> list[float] | None:
    if not features:
        return None
    return [
        min(row["west"] for row in features), min(row["south"] for row in features),
        max(row["east"] for row in features), max(row["north"] for row in features),
    ]  # fmt: skip


def _told(row: dict[str, Any], layer: Layer) -> dict[str, Any]:
    at = {"lng": round(row["lng"], 6), "lat": round(row["lat"], 6), "count": row["n"]}
    if layer == "heat":
        return at
    case = None
    if row["number"] is not None:
        state = lifecycle.get(row["lifecycle"]).states[row["state"]]
        case = {
            "number": row["number"], "title": row["title"], "state": state.code, "state_name": state.name,
            "tone": state.tone,
        }  # fmt: skip
    return {
        **at, "bbox": [row[name] for name in ("west", "south", "east", "north")], "open": row["open"],
        "due_soon": row["due_soon"], "overdue": row["overdue"], "supervised": row["supervised"], "case": case,
    }  # fmt: skip
