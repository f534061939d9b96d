"""Outlines as GeoJSON: reading, checking, bringing to WGS-84, measuring. Pure."""

from __future__ import annotations

import json
from typing import Any

from .coordinates import CoordinateError, normalise

MAX_POINTS = 100_000
DIGITS = 7


class OutlineError(ValueError):
    """Why this is no outline, in Chinese."""


def read_outline(text: str | dict[str, Any], crs: str = "wgs84") -> dict[str, Any]:
    """A GeoJSON Polygon or MultiPolygon in WGS-84, rings closed, seven digits (1 cm). Raises OutlineError."""
    from shapely.geometry import shape
    from shapely.validation import explain_validity

    try:
        geometry = json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        raise OutlineError("不是 GeoJSON") from None
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise OutlineError("应为 GeoJSON 的 Polygon 或 MultiPolygon")
    polygons = geometry.get("coordinates")
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    try:
        converted = [[_ring(ring, crs) for ring in polygon] for polygon in polygons or ()]
    except (TypeError, ValueError, IndexError) as error:
        raise OutlineError(str(error) if isinstance(error, CoordinateError) else "坐标格式不对") from None
    if not converted or sum(len(ring) for polygon in converted for ring in polygon) > MAX_POINTS:
        raise OutlineError(f"坐标点应有 1 至 {MAX_POINTS} 个")
    single = len(converted) == 1
    outline = {
        "type": "Polygon" if single else "MultiPolygon",
        "coordinates": converted[0] if single else converted,
    }
    try:
        polygon = shape(outline)
    except ValueError:
        raise OutlineError("边界至少要有三个点") from None
    if polygon.is_empty or not polygon.is_valid:
        raise OutlineError("边界不合法：" + explain_validity(polygon))
    return outline


def _ring(points: Any, crs: str) -> list[list[float]]:
    ring = []
    for point in points:
        lng, lat = normalise(float(point[0]), float(point[1]), crs)
        ring.append([round(lng, DIGITS), round(lat, DIGITS)])
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    return ring


def bounds(outline: dict[str, Any]) -> list[float]:
    """[west, south, east, north]."""
    polygons = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    points = [point for polygon in polygons for point in polygon[0]]
    lngs, lats = [p[0] for p in points], [p[1] for p in points]
    return [min(lngs), min(lats), max(lngs), max(lats)]


def centre(outline: dict[str, Any]) -> tuple[float, float]:
    """A point that surely lies inside."""
    from shapely.geometry import shape

    point = shape(outline).representative_point()
    return round(point.x, DIGITS), round(point.y, DIGITS)
