"""Tracks in the database: a batch written with one statement, counted as it comes; counted anew when needed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import rows
from chengyun.places import locating

from . import standards
from .models import Patrol, PatrolGrid, Position
from .rules import Bounds, Point, Told, add, good, marks_of

_LOCK = """
SELECT p.id, p.account_id, p.started_at, p.ended_at, p.last_at, l.at, l.lng, l.lat, l.accuracy
FROM fieldwork_patrol p
LEFT JOIN fieldwork_lastposition l ON l.account_id = p.account_id AND l.patrol_id = p.id
WHERE p.uid = %s AND p.account_id = %s FOR NO KEY UPDATE OF p
"""
_COLUMNS = "patrol_id, at, seq, lng, lat, accuracy, speed, battery, marks, grid_id, received_at"
_ARRAYS = (
    "%s::bigint, a.at, a.seq, a.lng, a.lat, a.accuracy, a.speed, a.battery, a.marks, a.grid_id, %s::timestamptz"
    " FROM unnest(%s::timestamptz[], %s::int[], %s::float8[], %s::float8[], %s::float8[], %s::float8[], %s::int2[],"
    " %s::int2[], %s::int8[]) AS a (at, seq, lng, lat, accuracy, speed, battery, marks, grid_id)"
)
_INSERT = f"INSERT INTO fieldwork_position ({_COLUMNS}) SELECT {_ARRAYS} ON CONFLICT DO NOTHING"
_PUT_IN = f"{_INSERT} RETURNING marks"
_GO_ON = f"""
WITH put AS ({_INSERT}),
grids AS (
  INSERT INTO fieldwork_patrolgrid AS g (patrol_id, day, grid_id, seconds, positions)
  SELECT %s::bigint, d.day, d.grid, d.seconds, d.positions
  FROM unnest(%s::date[], %s::int8[], %s::int[], %s::int[]) AS d (day, grid, seconds, positions)
  ON CONFLICT (patrol_id, day, grid_id)
  DO UPDATE SET seconds = g.seconds + EXCLUDED.seconds, positions = g.positions + EXCLUDED.positions
),
last AS (
  INSERT INTO fieldwork_lastposition AS l (account_id, patrol_id, at, lng, lat, accuracy, battery, grid_id, received_at)
  SELECT a.* FROM (VALUES (%s::bigint, %s::bigint, %s::timestamptz, %s::float8, %s::float8, %s::float8, %s::int2,
    %s::int8, %s::timestamptz)) AS a WHERE a.column3 IS NOT NULL
  ON CONFLICT (account_id) DO UPDATE SET patrol_id = EXCLUDED.patrol_id, at = EXCLUDED.at, lng = EXCLUDED.lng,
    lat = EXCLUDED.lat, accuracy = EXCLUDED.accuracy, battery = EXCLUDED.battery, grid_id = EXCLUDED.grid_id,
    received_at = EXCLUDED.received_at
  WHERE l.patrol_id <> EXCLUDED.patrol_id OR l.at < EXCLUDED.at
)
UPDATE fieldwork_patrol SET positions = positions + %s, marked = marked + %s, gaps = gaps + %s,
  distance_m = distance_m + %s, seconds = seconds + %s, grid_seconds = grid_seconds + %s, last_at = %s,
  skew_s = CASE WHEN abs(%s) > abs(skew_s) THEN %s ELSE skew_s END
WHERE id = %s
"""


@dataclass(slots=True)
class Locked:
    id: int
    account_id: int
    started_at: datetime
    until: datetime | None
    last_at: datetime | None
    before: Point | None


def lock(uid: uuid.UUID, account_id: int | None) -> Locked | None:
    """The patrol with the last good point, held until the transaction ends."""
    row = rows.execute(_LOCK, [uid, account_id]).fetchone()
    if row is None:
        return None
    before = Point(row[5], row[6], row[7], row[8]) if row[5] is not None else None
    return Locked(row[0], row[1], row[2], row[3], row[4], before)


def located(lng: float, lat: float, day: Any) -> int | None:
    found = locating.locate(lng, lat, day)
    return found.grid_id if found else None


def _points(
    given: Sequence[Any], before: Point | None, bounds: Bounds, skew: int, now: datetime, started: datetime
) -> list[Point]:
    """Each with its grid and its marks, in order."""
    made = []
    for p in given:
        grid = located(p.lng, p.lat, timezone.localdate(p.at))
        bare = Point(p.at, p.lng, p.lat, p.accuracy, 0, grid, p.seq)
        point = Point(
            p.at, p.lng, p.lat, p.accuracy, marks_of(before, bare, bounds, skew, now, started), grid, p.seq
        )  # fmt: skip
        made.append(point)
        before = point if good(point) else before
    return made


def _arrays(patrol: int, given: Sequence[Any], points: Sequence[Point], now: datetime) -> list[Any]:
    return [
        patrol, now, [p.at for p in points], [p.seq for p in points], [p.lng for p in points],
        [p.lat for p in points], [p.accuracy for p in points], [g.speed for g in given], [g.battery for g in given],
        [p.marks for p in points], [p.grid_id for p in points],
    ]  # fmt: skip


def go_on(patrol: Locked, given: Sequence[Any], bounds: Bounds, skew: int, now: datetime) -> int:
    """Points after all others: one statement writes them and what they add. How many are marked."""
    points = _points(given, patrol.before, bounds, skew, now, patrol.started_at)
    told, before, last = Told(), patrol.before, None
    for at, point in enumerate(points):
        after = add(told, before, point, bounds, timezone.localdate(point.at).isoformat())
        if after is not before:
            before, last = after, at
    days = list(told.grids)
    there = points[last] if last is not None else None
    rows.execute(_GO_ON, [
        *_arrays(patrol.id, given, points, now),
        patrol.id, [day for day, _ in days], [grid for _, grid in days],
        [told.grids[key][0] for key in days], [told.grids[key][1] for key in days],
        patrol.account_id, patrol.id, there.at if there else None, there.lng if there else None,
        there.lat if there else None, there.accuracy if there else None,
        given[last].battery if last is not None else None, there.grid_id if there else None, now,
        told.positions, told.marked, told.gaps, told.distance_m, told.seconds,
        sum(seconds for seconds, _ in told.grids.values()), points[-1].at, skew, skew, patrol.id,
    ])  # fmt: skip
    return told.marked


def put_in(patrol: Locked, given: Sequence[Any], bounds: Bounds, skew: int, now: datetime) -> tuple[int, int]:
    """Points that come late, or again: (stored, marked). The patrol is counted anew later."""
    points = _points(given, None, bounds, skew, now, patrol.started_at)
    found = rows.execute(_PUT_IN, _arrays(patrol.id, given, points, now)).fetchall()
    if found:
        rows.execute("UPDATE fieldwork_patrol SET stale = true WHERE id = %s", [patrol.id])
    return len(found), sum(1 for (marks,) in found if marks)


# --- counted anew -----------------------------------------------------------------------------------------------------
def points_of(patrol: Patrol) -> list[Point]:
    """The whole track in order of time."""
    found = Position.objects.filter(patrol_id=patrol.pk, at__gte=patrol.started_at)
    if patrol.ended_at is not None:
        found = found.filter(at__lte=patrol.ended_at)
    columns = ("at", "lng", "lat", "accuracy", "marks", "grid_id", "seq")
    return [Point(*row) for row in found.order_by("at", "seq").values_list(*columns)]


def count_anew(patrol: Patrol) -> None:
    """All sums of a patrol and its grids from its points; the caller saves the patrol."""
    bounds, told = standards.current().bounds, Told()
    before: Point | None = None
    points = points_of(patrol)
    for point in points:
        before = add(told, before, point, bounds, timezone.localdate(point.at).isoformat())
    patrol.positions, patrol.marked, patrol.gaps = told.positions, told.marked, told.gaps
    patrol.distance_m, patrol.seconds, patrol.stale = told.distance_m, told.seconds, False
    patrol.grid_seconds = sum(seconds for seconds, _ in told.grids.values())
    patrol.last_at = points[-1].at if points else None
    if before is not None and patrol.ended_at is not None:
        patrol.gaps += (patrol.ended_at - before.at).total_seconds() > bounds.gap_seconds
    PatrolGrid.objects.filter(patrol=patrol).delete()
    PatrolGrid.objects.bulk_create(
        PatrolGrid(patrol_id=patrol.pk, day=day, grid_id=grid, seconds=seconds, positions=number)
        for (day, grid), (seconds, number) in told.grids.items()
    )


def count_stale(most: int = 200) -> int:
    """Patrols to which something came late."""
    done = 0
    for key in Patrol.objects.filter(stale=True).values_list("pk", flat=True)[:most]:
        with transaction.atomic():
            row = Patrol.objects.select_for_update().filter(pk=key, stale=True).first()
            if row is not None:
                count_anew(row)
                row.save()
                done += 1
    return done
