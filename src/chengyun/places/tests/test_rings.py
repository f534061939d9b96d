"""An area that somebody drew: read, refused with what to mend, and true to the ground."""

import math
import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.places.rings import LONGEST, MOST_POINTS, RingError, read_ring

SQUARE = "114.2,30.5;114.3,30.5;114.3,30.6;114.2,30.6"


def test_a_ring_closes_itself_and_may_repeat_its_first_point():
    assert read_ring(SQUARE) == read_ring(SQUARE + ";114.2,30.5") == read_ring(f" {SQUARE};")
    assert read_ring(SQUARE).bbox == (114.2, 30.5, 114.3, 30.6)


def test_a_rectangle_is_told_by_its_box_alone_and_a_quarter_turn_is_not():
    assert read_ring(SQUARE).is_box
    assert not read_ring("114.2,30.55;114.25,30.5;114.3,30.55;114.25,30.6").is_box


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "至少要有三个点"),
        ("114.2,30.5;114.3,30.5", "至少要有三个点"),
        ("114.2,30.5;114.3,30.5;114.2,30.5", "至少要有三个点"),
        ("114.2,30.5;北,30.5;114.3,30.6", "“北,30.5”不是一个点"),
        ("114.2,30.5;114.3;114.3,30.6", "“114.3”不是一个点"),
        ("114.2,30.5;114.3,30.5,9;114.3,30.6", "不是一个点"),
        ("30.5,114.2;30.5,114.3;30.6,114.3", "超出范围"),
        ("114.2,nan;114.3,30.5;114.3,30.6", "超出范围"),
        ("114.2,inf;114.3,30.5;114.3,30.6", "超出范围"),
        ("114.2,30.5;114.3,30.6;114.3,30.5;114.2,30.6", "互相交叉"),
        ("114.2,30.5;114.3,30.5;114.4,30.5", "面积|交叉"),
        ("114.2,30.5;114.3,30.5;114.2,30.5;114.3,30.6", "重复的点"),
        (";".join(f"{114 + k / 1000},{30 + math.sin(k)}" for k in range(MOST_POINTS + 1)), "最多 200 个点"),
    ],
)
def test_what_is_no_area_is_refused_with_what_to_mend(text, says):
    with pytest.raises(RingError, match=says):
        read_ring(text)


def test_the_longest_ring_fits_into_the_address():
    points = [(114.3 + 0.1 * math.cos(k / 100 * math.pi), 30.5 + 0.1 * math.sin(k / 100 * math.pi)) for k in range(200)]
    text = ";".join(f"{x:.6f},{y:.6f}" for x, y in points)
    assert len(read_ring(text).points) == MOST_POINTS
    assert len(text) <= LONGEST


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_ring_or_a_clear_refusal(text):
    with suppress(RingError):
        assert read_ring(text).points


def test_inside_agrees_with_shapely_for_random_points_and_stars():
    from shapely.geometry import Point, Polygon

    rng = random.Random(7)
    for _ in range(20):
        corners = sorted(rng.random() * 2 * math.pi for _ in range(rng.randint(3, 30)))
        points = [
            (114.3 + rng.uniform(0.02, 0.1) * math.cos(a), 30.5 + rng.uniform(0.02, 0.1) * math.sin(a)) for a in corners
        ]
        polygon = Polygon(points)
        if not polygon.is_valid:
            continue
        ring = read_ring(";".join(f"{x:.7f},{y:.7f}" for x, y in points))
        for _ in range(200):
            lng, lat = rng.uniform(114.2, 114.4), rng.uniform(30.4, 30.6)
            if polygon.boundary.distance(Point(lng, lat)) > 1e-6:
                assert ring.contains(lng, lat) == polygon.contains(Point(lng, lat))
