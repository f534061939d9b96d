"""An area that somebody drew: one ring of points, as text in an address. Pure.

"114.20,30.50;114.30,30.50;114.30,30.60": longitude and latitude in WGS-84, at least three points. The ring closes
itself; the first point may be repeated at the end. It may not cross itself, so that inside and outside are plain.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST_POINTS = 200
LONGEST = 6000
_GRAIN = 1e7
"""Steps in a degree (1 cm): PostgreSQL's geometric types compare with a tolerance of 0.000001 units."""


class RingError(ValueError):
    """Why this is no area, in Chinese."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Corners without the repeated last one."""

    points: tuple[tuple[float, float], ...]

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        lngs, lats = [p[0] for p in self.points], [p[1] for p in self.points]
        return min(lngs), min(lats), max(lngs), max(lats)

    @property
    def is_box(self) -> bool:
        """Whether the bounding box says it all."""
        west, south, east, north = self.bbox
        corners = {(west, south), (west, north), (east, south), (east, north)}
        return len(self.points) == 4 and set(self.points) == corners

    def contains(self, lng: float, lat: float) -> bool:
        """Inside, by counting the edges to the east; what is exact on an edge may fall either way."""
        inside = False
        for (x1, y1), (x2, y2) in zip(self.points, self.points[1:] + self.points[:1], strict=True):
            if (y1 > lat) != (y2 > lat) and lng < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def polygon(self) -> str:
        """As PostgreSQL's polygon, counted in steps of 1 cm from the south-west corner."""
        west, south, *_ = self.bbox
        return "(" + ",".join(f"({step(x, west)},{step(y, south)})" for x, y in self.points) + ")"


def step(degrees: float, origin: float) -> int:
    return round((degrees - origin) * _GRAIN)


def read_ring(text: str) -> Ring:
    """The ring that a text means. Raises RingError with what to mend."""
    parts = [part for part in text.strip().strip(";").split(";") if part.strip()]
    points = [_point(part) for part in parts[: MOST_POINTS + 2]]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < 3:
        raise RingError("圈定的范围至少要有三个点，写成“经度,纬度;经度,纬度;…”。")
    if len(points) > MOST_POINTS:
        raise RingError(f"圈定的范围最多 {MOST_POINTS} 个点，请画得简单一些。")
    if len(set(points)) != len(points):
        raise RingError("圈定的范围有重复的点，请重新画一次。")
    if _crosses(points):
        raise RingError("圈定的范围边线互相交叉，请重新画一次。")
    ring = Ring(tuple(points))
    if abs(_area(points)) < 1e-14:
        raise RingError("圈定的范围没有面积，请重新画一次。")
    return ring


def _point(text: str) -> tuple[float, float]:
    pair = text.split(",")
    try:
        lng, lat = (float(part) for part in pair)
    except ValueError:
        raise RingError(f"“{text.strip()[:40]}”不是一个点，应写成“经度,纬度”。") from None
    if not (math.isfinite(lng) and math.isfinite(lat) and -180 <= lng <= 180 and -85 <= lat <= 85):
        raise RingError(f"“{text.strip()[:40]}”的经纬度超出范围（经度在前，−180 到 180；纬度 −85 到 85）。")
    return round(lng, 7), round(lat, 7)


def _crosses(points: list[tuple[float, float]]) -> bool:
    """Whether edges touch or cross anywhere but in their common corner."""
    from shapely.geometry import LinearRing

    return not LinearRing(points).is_simple


def _area(points: list[tuple[float, float]]) -> float:
    west, south = points[0]
    moved = [(x - west, y - south) for x, y in points]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(moved, moved[1:] + moved[:1], strict=True)) / 2
