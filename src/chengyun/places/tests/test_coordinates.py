import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.places import coordinates as c

CHINA = (st.floats(73, 135), st.floats(4, 53))


def metres(a, b):
    north = (a[1] - b[1]) * 111_320
    east = (a[0] - b[0]) * 111_320 * math.cos(math.radians(a[1]))
    return math.hypot(north, east)


# The first is published with coordtransform; the others are what coord-convert 0.2 answers.
@pytest.mark.parametrize(
    ("wgs", "gcj"),
    [
        ((116.404, 39.915), (116.41024449916938, 39.91640428150164)),
        ((123, 45), (123.00607541914162, 45.00197815751666)),
        ((114.30, 30.59), (114.30543737635317, 30.58758031049631)),
    ],
)
def test_known_points_in_gcj02(wgs, gcj):
    assert metres(c.wgs84_to_gcj02(*wgs), gcj) < 1
    assert metres(c.gcj02_to_wgs84(*gcj), wgs) < 1


def test_a_known_point_in_bd09():
    assert metres(c.gcj02_to_bd09(116.404, 39.915), (116.41036949371029, 39.92133699351021)) < 0.1
    assert metres(c.bd09_to_gcj02(116.404, 39.915), (116.39762729119315, 39.90865673957631)) < 1


def test_in_wuhan_the_offset_is_some_hundreds_of_metres():
    assert 300 < metres(c.wgs84_to_gcj02(114.30, 30.59), (114.30, 30.59)) < 800


@given(*CHINA)
def test_there_and_back_ends_where_it_began(lng, lat):
    assert metres(c.gcj02_to_wgs84(*c.wgs84_to_gcj02(lng, lat)), (lng, lat)) < 0.01
    assert metres(c.bd09_to_wgs84(*c.wgs84_to_bd09(lng, lat)), (lng, lat)) < 0.02


@pytest.mark.parametrize("point", [(2.35, 48.85), (-74.0, 40.7), (139.7, 35.7)])
def test_outside_china_gcj02_is_wgs84(point):
    assert c.wgs84_to_gcj02(*point) == point == c.gcj02_to_wgs84(*point)


@pytest.mark.parametrize("name", ["GCJ-02", "gcj02", "Gcj02"])
def test_names_of_systems_may_be_written_in_several_ways(name):
    assert c.normalise(114.3, 30.6, name) == c.gcj02_to_wgs84(114.3, 30.6)


def test_cgcs2000_is_taken_as_wgs84():
    assert c.normalise(114.3, 30.6, "CGCS2000") == (114.3, 30.6)


@pytest.mark.parametrize(
    ("lng", "lat", "crs"),
    [(math.nan, 30, "wgs84"), (math.inf, 30, "gcj02"), (200, 30, "wgs84"), (114, 91, "bd09"), (114, 30, "mars")],
)
def test_what_is_no_point_or_no_system_is_refused(lng, lat, crs):
    with pytest.raises(c.CoordinateError):
        c.normalise(lng, lat, crs)
