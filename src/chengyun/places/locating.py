"""From a point to its areas: one shapely STRtree over all outlines, kept until places change.

Outlines are dated, so the tree holds all of them and the day is asked afterwards. shapely is loaded with the first
question, not with the process.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision

from .models import Area, AreaGeometry

TOPIC = "places"
MOST_LEVELS = 8
_ORDER = {Area.CITY: 0, Area.DISTRICT: 1, Area.SUBDISTRICT: 2, Area.COMMUNITY: 3, Area.GRID: 4}


@dataclass(frozen=True, slots=True)
class Located:
    """Ids of the areas around a point, None where no outline or parent is known."""

    grid_id: int | None = None
    community_id: int | None = None
    subdistrict_id: int | None = None
    district_id: int | None = None
    micro_id: int | None = None
    """A micro grid within the grid."""

    @property
    def area_id(self) -> int | None:
        """The smallest of them."""
        return self.micro_id or self.grid_id or self.community_id or self.subdistrict_id or self.district_id


@dataclass(frozen=True, slots=True)
class _Node:
    id: int
    code: str
    level: str
    parent_id: int | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Outline:
    node: _Node
    first: date | None
    last: date | None
    size: float


class Index:
    """All areas with their outlines, as of one revision."""

    def __init__(self) -> None:
        from shapely import STRtree, prepare
        from shapely.geometry import shape

        rows = Area.objects.values_list("id", "code", "level", "parent_id", "valid_from", "valid_to")
        self.nodes = {row[0]: _Node(*row) for row in rows}
        self.by_code: dict[str, list[_Node]] = {}
        for node in self.nodes.values():
            self.by_code.setdefault(node.code, []).append(node)
        self.outlines: list[_Outline] = []
        shapes: list[Any] = []
        geometries = AreaGeometry.objects.order_by("id").values_list("area_id", "geometry", "valid_from", "valid_to")
        for area_id, geometry, first, last in geometries:
            polygon = shape(geometry)
            self.outlines.append(_Outline(self.nodes[area_id], first, last, round(polygon.area, 9)))
            shapes.append(polygon)
        prepare(shapes)
        self.tree: Any = STRtree(shapes)

    def locate(self, lng: float, lat: float, day: date) -> Located | None:
        """The smallest outline around the point that was valid, and its parents; on a border the smaller code."""
        from shapely import Point

        hits = [self.outlines[i] for i in self.tree.query(Point(lng, lat), predicate="intersects")]
        hits = [o for o in hits if _valid(o.first, o.last, day) and _valid(o.node.first, o.node.last, day)]
        if not hits:
            return None
        best = min(hits, key=lambda o: (-_ORDER.get(o.node.level, 0), o.size, o.node.code))
        return self.lineage(best.node, day)

    def lineage(self, node: _Node, day: date) -> Located:
        """An area with all above it, each in the version of that day."""
        found: dict[str, int] = {}
        micro: int | None = None
        step: _Node | None = node
        for _ in range(MOST_LEVELS):
            if step is None:
                break
            micro = found.get(step.level, micro) if step.level == Area.GRID else micro
            found[step.level] = step.id
            step = self._version(step.parent_id, day) if step.parent_id else None
        return Located(
            found.get(Area.GRID),
            found.get(Area.COMMUNITY),
            found.get(Area.SUBDISTRICT),
            found.get(Area.DISTRICT),
            micro,
        )

    def _version(self, area_id: int, day: date) -> _Node | None:
        node = self.nodes.get(area_id)
        if node is None or _valid(node.first, node.last, day):
            return node
        return next((n for n in self.by_code[node.code] if _valid(n.first, n.last, day)), node)

    def of_code(self, code: str, day: date) -> Located | None:
        rows = [n for n in self.by_code.get(code, ()) if _valid(n.first, n.last, day)]
        return self.lineage(rows[-1], day) if rows else None


def _valid(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


_lock = threading.Lock()
_index: tuple[int, Index] | None = None


def index() -> Index:
    """The index of now; at most about a second behind a change made by another process."""
    global _index
    number = revision.current(TOPIC)
    known = _index
    if known is None or known[0] != number:
        with _lock:
            known = _index
            if known is None or known[0] != number:
                known = (number, Index())
                _index = known
    return known[1]


def forget() -> None:
    """Throw the index away (tests)."""
    global _index
    _index = None


def locate(
    lng: float | None, lat: float | None, at: date | None = None, area_code: str | None = None
) -> Located | None:
    """Areas around a WGS-84 point on a day; without a point, or outside of every outline, those of `area_code`."""
    day = at or timezone.localdate()
    found = index().locate(lng, lat, day) if lng is not None and lat is not None else None
    if found is None and area_code:
        found = index().of_code(area_code, day)
    return found
