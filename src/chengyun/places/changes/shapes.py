"""What can be done with outlines: measuring, splitting, merging, fitting, moving a common border. Pure, with shapely.

Degrees inside; square metres are counted in a plane that touches the earth at the shape (good to 0.1 % in a district).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

GRAIN = 1e-7
"""What outlines are rounded to: 1 cm."""
METRES = 111_320.0
LEAST = 1.0
"""Square metres below which a piece is rounding, not land."""


def square_metres(shape: Any) -> float:
    if shape is None or shape.is_empty:
        return 0.0
    _, south, _, north = shape.bounds
    return float(shape.area) * METRES * METRES * math.cos(math.radians((south + north) / 2))


def metres_around(shape: Any) -> float:
    """The length of the border, near enough for telling a strip from a field."""
    _, south, _, north = shape.bounds
    flat = math.cos(math.radians((south + north) / 2))
    return float(shape.length) * METRES * (1 + flat) / 2


def is_strip(shape: Any) -> bool:
    """A piece that is long and thin, as two careless borders leave it: less than 3 m wide on average."""
    around = metres_around(shape)
    return around > 0 and 2 * square_metres(shape) / around < 3.0


def clean(shape: Any) -> Any:
    """Only the areas of a result, rounded to the grain; None when nothing is left."""
    from shapely import make_valid, set_precision
    from shapely.geometry import MultiPolygon

    if shape is None or shape.is_empty:
        return None
    fixed = set_precision(shape, GRAIN)
    if not fixed.is_valid:
        fixed = make_valid(fixed)
    found = [piece for piece in pieces(fixed) if square_metres(piece) >= LEAST]
    if not found:
        return None
    return found[0] if len(found) == 1 else MultiPolygon(found)


def pieces(shape: Any) -> list[Any]:
    """The polygons of a shape, the largest first."""
    if shape is None or shape.is_empty:
        return []
    parts = list(getattr(shape, "geoms", [shape]))
    flat = [p for part in parts for p in (getattr(part, "geoms", None) or [part])]
    return sorted((p for p in flat if p.geom_type == "Polygon"), key=lambda p: -p.area)


def outline_of(shape: Any) -> dict[str, Any]:
    """As GeoJSON, seven digits."""
    found = pieces(shape)
    rings = [
        [[[round(x, 7), round(y, 7)] for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in found
    ]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def split(shape: Any, line: Sequence[Sequence[float]]) -> list[Any]:
    """The parts on either side of a line, west → east, north → south; the shape alone when the line does not cut."""
    from shapely.geometry import LineString
    from shapely.ops import split as cut

    longer = LineString(_stretched(line))
    parts = [part for polygon in pieces(shape) for part in cut(polygon, longer).geoms]
    found = [p for part in parts if (p := clean(part)) is not None]
    return in_order(found)


def _stretched(line: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """A line that ends at a border by eye ends some metres beyond it."""
    points = [(float(x), float(y)) for x, y in line]
    return [_beyond(points[1], points[0]), *points[1:-1], _beyond(points[-2], points[-1])]


def _beyond(inner: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    east, north = end[0] - inner[0], end[1] - inner[1]
    length = math.hypot(east, north) or 1.0
    reach = min(2e-4, length * 0.25)
    return end[0] + east / length * reach, end[1] + north / length * reach


def in_order(shapes: Iterable[Any]) -> list[Any]:
    """West → east within rows, rows north → south."""
    found = list(shapes)
    order = reading_order([_middle(shape) for shape in found], [shape.bounds[3] - shape.bounds[1] for shape in found])
    return [found[at] for at in order]


def reading_order(points: Sequence[tuple[float, float]], heights: Sequence[float]) -> list[int]:
    """The order in which areas are numbered: like reading, rows from the north, each from the west (GB/T 30428.1).

    A row goes on as long as its next area begins less than half of the usual height further south.
    """
    if not points:
        return []
    usual = sorted(heights)[len(heights) // 2]
    southward = sorted(range(len(points)), key=lambda at: (-points[at][1], points[at][0]))
    rows: list[list[int]] = []
    for at in southward:
        if rows and points[rows[-1][0]][1] - points[at][1] <= usual / 2:
            rows[-1].append(at)
        else:
            rows.append([at])
    return [at for row in rows for at in sorted(row, key=lambda one: points[one][0])]


def _middle(shape: Any) -> tuple[float, float]:
    point = shape.representative_point()
    return float(point.x), float(point.y)


def moved_border(old: Any, new: Any, others: dict[str, Any]) -> dict[str, Any]:
    """The neighbours of an area whose border moves from `old` to `new`: what it takes they lose, what it gives up
    goes to the one it has the longest border with. Only those that change; None: nothing is left of it."""
    from shapely.ops import unary_union

    taken = new.difference(old)
    left = clean(old.difference(new))
    result: dict[str, Any] = {}
    for key, shape in others.items():
        if shape.intersects(taken) and square_metres(shape.intersection(taken)) >= LEAST:
            result[key] = clean(shape.difference(new))
    for piece in pieces(left):
        near = {key: result.get(key, shape) for key, shape in others.items() if shape.intersects(piece)}
        borders = {k: piece.boundary.intersection(s).length for k, s in near.items() if s is not None}
        best = max(borders, key=lambda key: borders[key], default=None)
        if best is not None and borders[best] > 0:
            result[best] = clean(unary_union([near[best], piece]))
    return result
