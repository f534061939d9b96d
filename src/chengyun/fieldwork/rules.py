"""What a track says: marks on single points, and what lies between two of them. Pure.

A point is kept as the phone said it; a bad one is marked. Between two good points there is way and time, unless they
lie too far apart in time: then there is a gap, and nothing is told of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

INACCURATE, JUMP, CLOCK = 1, 2, 4
MARKS = {INACCURATE: "inaccurate", JUMP: "jump", CLOCK: "clock"}
EARTH = 6_371_008.8


@dataclass(frozen=True, slots=True)
class Bounds:
    """Numbers of the district (FieldRule)."""

    gap_seconds: float = 180
    accuracy_m: float = 100
    speed_mps: float = 33.3
    skew_seconds: float = 120


@dataclass(frozen=True, slots=True)
class Point:
    at: datetime
    lng: float
    lat: float
    accuracy: float | None = None
    marks: int = 0
    grid_id: int | None = None
    seq: int = 0


@dataclass(slots=True)
class Told:
    """What a stretch of a track adds up to."""

    distance_m: float = 0
    seconds: int = 0
    gaps: int = 0
    marked: int = 0
    positions: int = 0
    grids: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    """(day, grid) → [seconds, positions]."""


def metres(lng_a: float, lat_a: float, lng_b: float, lat_b: float) -> float:
    """Along the great circle."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    a = math.sin((q - p) / 2) ** 2
    a += math.cos(p) * math.cos(q) * math.sin(math.radians(lng_b - lng_a) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(a)))


def marks_of(
    before: Point | None, point: Point, bounds: Bounds, skew: float, received: datetime, started: datetime
) -> int:
    """What is doubtful about a point: its accuracy, a speed nobody goes, the phone's clock."""
    marks = 0
    if point.accuracy is not None and point.accuracy > bounds.accuracy_m:
        marks |= INACCURATE
    late = (point.at - received).total_seconds()
    if abs(skew) > bounds.skew_seconds or late > bounds.skew_seconds or point.at < started:
        marks |= CLOCK
    if before is not None and point.at > before.at:
        apart = (point.at - before.at).total_seconds()
        unsure = (before.accuracy or 0) + (point.accuracy or 0)
        way = metres(before.lng, before.lat, point.lng, point.lat) - unsure
        if way > bounds.speed_mps * max(apart, 1):
            marks |= JUMP
    return marks


def good(point: Point) -> bool:
    """Whether way and time are counted with this point; a wrong clock alone does not spoil the way."""
    return not point.marks & (INACCURATE | JUMP)


def add(told: Told, before: Point | None, point: Point, bounds: Bounds, day: str) -> Point | None:
    """Count one more point; the last good one afterwards."""
    told.positions += 1
    told.marked += bool(point.marks)
    if not good(point):
        return before
    if before is not None:
        apart = (point.at - before.at).total_seconds()
        if apart > bounds.gap_seconds:
            told.gaps += 1
        elif apart > 0:
            told.distance_m += metres(before.lng, before.lat, point.lng, point.lat)
            told.seconds += round(apart)
            if point.grid_id is not None:
                told.grids.setdefault((day, point.grid_id), [0, 0])[0] += round(apart)
    if point.grid_id is not None:
        told.grids.setdefault((day, point.grid_id), [0, 0])[1] += 1
    return point


@dataclass(slots=True)
class Stretch:
    """Points without a gap between them, or (when `gap`) nothing but two ends."""

    gap: bool
    points: list[Point]

    @property
    def seconds(self) -> int:
        return round((self.points[-1].at - self.points[0].at).total_seconds())


def stretches(points: Iterable[Point], bounds: Bounds) -> list[Stretch]:
    """A track in order of time as it is drawn: lines of good points, with gaps between. Never a line over a gap."""
    found: list[Stretch] = []
    for point in points:
        if not good(point):
            continue
        if not found:
            found.append(Stretch(False, [point]))
            continue
        last = found[-1].points[-1]
        if (point.at - last.at).total_seconds() > bounds.gap_seconds:
            found += [Stretch(True, [last, point]), Stretch(False, [point])]
        else:
            found[-1].points.append(point)
    return found


def staleness(seconds: float, battery: int | None, gap_seconds: float) -> str:
    """How fresh a last position is: fresh, slow (missed some), lost (a gap already)."""
    if seconds > gap_seconds:
        return "lost"
    return "slow" if seconds > gap_seconds / 2 else "fresh"


def share(done: float, wanted: float) -> float:
    """Between 0 and 1; nothing wanted counts as nothing."""
    return max(0.0, min(1.0, done / wanted)) if wanted > 0 else 0.0
