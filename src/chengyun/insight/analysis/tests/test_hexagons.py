"""A point lies in the hexagon whose centre is nearest, and the corners are those of that hexagon."""

from __future__ import annotations

import math

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.insight.analysis.hexagons import METRES_LAT, SIZES, Grid, axial, offset

pytestmark = pytest.mark.django_db
GRIDS = st.builds(Grid, st.sampled_from(SIZES), st.integers(-60, 60))


def cell_of(grid: Grid, lng: float, lat: float) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(grid.cell("%s::float8", "%s::float8"), [lng, lat])
        found = cursor.fetchone()
    return axial(int(found[0]), int(found[1]))


def apart(grid: Grid, lng: float, lat: float, q: int, r: int) -> float:
    x, y = grid.centre(q, r)
    return math.hypot((x - lng) * grid.per_lng, (y - lat) * METRES_LAT)


@given(st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_offset_and_axial_are_each_others_way_back(q, r):
    assert axial(*offset(q, r)) == (q, r)


@settings(deadline=None, max_examples=150)
@given(GRIDS, st.floats(-179, 179), st.floats(-60, 60))
def test_no_neighbour_is_nearer(grid, lng, lat):
    q, r = cell_of(grid, lng, lat)
    here = apart(grid, lng, lat, q, r)
    assert here <= grid.size * (1 + 1e-6)
    for dq, dr in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)):
        assert here <= apart(grid, lng, lat, q + dq, r + dr) + 1e-3


@settings(deadline=None, max_examples=60)
@given(GRIDS, st.integers(-300, 300), st.integers(-300, 300))
def test_the_centre_lies_inside_and_the_corners_around_it(grid, q, r):
    lng, lat = grid.centre(q, r)
    if abs(lng) < 180 and abs(lat) < 85:
        assert cell_of(grid, lng, lat) == (q, r)
    for x, y in grid.corners(q, r):
        assert math.hypot((x - lng) * grid.per_lng, (y - lat) * METRES_LAT) == pytest.approx(grid.size, abs=0.3)
