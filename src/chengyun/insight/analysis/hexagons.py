"""Cases on hexagons of a fixed grid, so that neighbouring districts and periods can be laid side by side.

Pointy-top hexagons in axial coordinates (q, r) after Amit Patel's "Hexagonal Grids" (redblobgames.com), on a plane in
which a degree of longitude is as long as at latitude `flat`. A point belongs to the nearest centre; centres form two
interleaved rectangular lattices, of which the nearer one wins. The list of a hexagon asks the same expression.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q

from chengyun.cases import gathered
from chengyun.cases.within import in_box
from chengyun.kernel import rows

from .asking import Asked

SIZES = (50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600, 51200, 102400)
"""Metres from the centre to a corner."""
ACROSS = 18
METRES_LAT = 110_574.0
METRES_LNG = 111_320.0
MOST = 2000
SAMPLE = 5000
"""The newest cases, by which the size of the hexagons is chosen."""


@dataclass(frozen=True)
class Grid:
    size: int
    flat: int

    @property
    def across(self) -> float:
        """Degrees of latitude in which everything is measured here: from corner to corner half, and row to row."""
        return math.sqrt(3) * self.size

    @property
    def per_lng(self) -> float:
        return round(METRES_LNG * math.cos(math.radians(self.flat)), 6)

    def cell(self, lng: str, lat: str, source: str = "") -> str:
        """SELECT row, column of the row, for the points of a source; each step is computed once (OFFSET 0).

        Points to a centimetre, so that no square of a tiny difference is too small for the database.
        """
        w, h = repr(round(self.across, 9)), repr(3.0 * self.size)
        x, y = (
            f"floor({value} * 1e7::float8 + 0.5) / 1e7::float8 * {per!r}::float8"
            for value, per in ((lng, self.per_lng), (lat, METRES_LAT))
        )
        return (
            f"SELECT CASE WHEN near THEN 2 * ay ELSE 2 * by + 1 END AS row, CASE WHEN near THEN ax ELSE bx END AS col"
            f" FROM (SELECT ax, ay, bx, by, (x - ax * {w}) * (x - ax * {w}) + (y - ay * {h}) * (y - ay * {h}) <="
            f" (x - (bx + 0.5) * {w}) * (x - (bx + 0.5) * {w}) + (y - (by + 0.5) * {h}) * (y - (by + 0.5) * {h})"
            f" AS near FROM (SELECT x, y, round(x / {w}) AS ax, round(y / {h}) AS ay, floor(x / {w}) AS bx,"
            f" floor(y / {h}) AS by FROM (SELECT {x} AS x, {y} AS y {source} OFFSET 0) p OFFSET 0) q OFFSET 0) n"
        )

    def centre(self, q: int, r: int) -> tuple[float, float]:
        x = self.across * (q + r / 2)
        y = 1.5 * self.size * r
        return x / self.per_lng, y / METRES_LAT

    def corners(self, q: int, r: int) -> list[list[float]]:
        lng, lat = self.centre(q, r)
        half = self.across / 2
        steps = (
            (0, self.size), (half, self.size / 2), (half, -self.size / 2), (0, -self.size), (-half, -self.size / 2),
            (-half, self.size / 2),
        )  # fmt: skip
        return [[round(lng + x / self.per_lng, 6), round(lat + y / METRES_LAT, 6)] for x, y in steps]


def axial(row: int, column: int) -> tuple[int, int]:
    return column - (row - (row & 1)) // 2, row


def offset(q: int, r: int) -> tuple[int, int]:
    return r, q + (r - (r & 1)) // 2


# --- counting -------------------------------------------------------------------------------------------------------
def hexagons(asked: Asked) -> dict[str, Any]:
    """{size, cells, placed, unplaced, bbox}: the fullest first."""
    newest = rows.compose(asked.cases().order_by("-received_at", "-id").values_list("lng", "lat")[:SAMPLE])
    around = _around(newest) if newest.sql else None
    if around is None:  # none of the newest has a point
        total = asked.cases().order_by().count()
        return {"size": None, "flat": None, "cells": [], "placed": 0, "unplaced": total, "bbox": None}
    grid = _grid(around)
    counted = _cells(rows.compose(asked.cases().order_by().values_list("lng", "lat")), grid)
    nowhere = sum(number for row, _, number in counted if row is None)
    somewhere = [
        (int(row), int(column), number) for row, column, number in counted if row is not None and column is not None
    ]
    cells = [_told(grid, *cell) for cell in somewhere[:MOST]]
    placed = sum(number for _, _, number in somewhere)
    return {
        "size": grid.size, "flat": grid.flat, "cells": cells, "placed": placed, "unplaced": nowhere,
        "bbox": list(around),
    }  # fmt: skip


def _around(found: rows.Composed) -> tuple[float, float, float, float] | None:
    """Where most of them lie, without the few that lie far away by mistake."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT percentile_disc(ARRAY[0.01, 0.99]) WITHIN GROUP (ORDER BY a),"
            f" percentile_disc(ARRAY[0.01, 0.99]) WITHIN GROUP (ORDER BY b) FROM ({found.sql}) t (a, b)"
            " WHERE a IS NOT NULL",
            found.params,
        )
        lng, lat = cursor.fetchone()
    return None if lng is None else (lng[0], lat[0], lng[1], lat[1])


def _grid(around: tuple[float, float, float, float]) -> Grid:
    west, south, east, north = around
    flat = round((south + north) / 2)
    wide = max((east - west) * METRES_LNG * math.cos(math.radians(flat)), (north - south) * METRES_LAT)
    size = next((size for size in SIZES if wide <= size * math.sqrt(3) * ACROSS), SIZES[-1])
    return Grid(size, max(-85, min(85, flat)))


def _cells(found: rows.Composed, grid: Grid) -> list[tuple[float | None, float | None, int]]:
    """(row, column, cases), the fullest first; None for those without a point."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT row, col, count(*) FROM ({grid.cell('a', 'b', f'FROM ({found.sql}) t (a, b)')}) c"
            " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
            found.params,
        )
        return cursor.fetchall()


def _told(grid: Grid, row: int, column: int, number: int) -> dict[str, Any]:
    q, r = axial(row, column)
    return {
        "q": q, "r": r, "cases": number, "corners": grid.corners(q, r),
        "where": {"gathered": f"hexagon:{grid.size}.{grid.flat}.{q}.{r}"},
    }  # fmt: skip


# --- as a filter of every list --------------------------------------------------------------------------------------
class InHexagon(Func):
    """Whether the point of a case lies in a hexagon: the same expression as is counted by."""

    output_field = BooleanField()

    def __init__(self, grid: Grid, q: int, r: int):
        super().__init__(F("lng"), F("lat"))
        self.grid, self.q, self.r = grid, q, r

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **more: Any) -> tuple[str, Any]:
        lng, lat = (compiler.compile(expression)[0] for expression in self.get_source_expressions())
        wanted = offset(self.q, self.r)
        return f"(SELECT row = %s AND col = %s FROM ({self.grid.cell(lng, lat)}) c)", wanted

    @property
    def identity(self) -> tuple[Any, ...]:
        return (type(self), self.grid, self.q, self.r)


def _gathered(what: str) -> Q:
    try:
        size, flat, q, r = (int(part) for part in what.split("."))
    except ValueError:
        raise ValueError(what) from None
    if size not in SIZES or abs(flat) > 85 or max(abs(q), abs(r)) > 10_000_000:
        raise ValueError(what)
    grid = Grid(size, flat)
    lng, lat = grid.centre(q, r)
    wide, high = 1.1 * grid.size / grid.per_lng, 1.1 * grid.size / METRES_LAT
    return in_box(lng - wide, lat - high, lng + wide, lat + high) & Q(InHexagon(grid, q, r))


def register_source() -> None:
    gathered.register(gathered.Source("hexagon", _gathered, lambda what: "地图上的一格"))
