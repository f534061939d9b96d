"""A track is evidence: what is doubtful is marked, what is missing is a gap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chengyun.fieldwork.rules import (
    CLOCK,
    INACCURATE,
    JUMP,
    Bounds,
    Point,
    Told,
    add,
    marks_of,
    metres,
    staleness,
    stretches,
)  # fmt: skip

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
BOUNDS = Bounds(gap_seconds=180, accuracy_m=100, speed_mps=33, skew_seconds=120)


def point(seconds: float, east_m: float, **more) -> Point:
    return Point(START + timedelta(seconds=seconds), 114.3 + east_m / 95_900, 30.5, **more)


def test_the_way_between_two_known_points_is_right_within_a_metre():
    assert abs(metres(114.3, 30.5, 114.3, 30.501) - 111.2) < 0.1
    assert metres(114.3, 30.5, 114.3, 30.5) == 0


def test_a_bad_accuracy_a_leap_and_a_wrong_clock_are_marked():
    before, now = point(0, 0, accuracy=10), START + timedelta(seconds=30)

    def marks(p: Point, skew: float = 0) -> int:
        return marks_of(before, p, BOUNDS, skew, now, START)

    assert marks(point(10, 15, accuracy=10)) == 0
    assert marks(point(10, 15, accuracy=400)) == INACCURATE
    assert marks(point(10, 2000, accuracy=10)) == JUMP
    assert marks(point(10, 15), skew=600) == CLOCK
    assert marks(point(3600, 15)) == CLOCK  # later than it was received


def test_a_gap_adds_neither_way_nor_time():
    told, last = Told(), None
    for p in (point(0, 0), point(60, 60), point(700, 600), point(760, 660)):
        last = add(told, last, p, BOUNDS, "2026-03-02")
    assert (told.gaps, told.seconds, round(told.distance_m)) == (1, 120, 120)


def test_marked_points_are_in_no_line_and_gaps_are_told_as_gaps():
    drawn = stretches([point(0, 0), point(30, 30), point(40, 9000, marks=JUMP), point(900, 300)], BOUNDS)
    assert [(part.gap, len(part.points)) for part in drawn] == [(False, 2), (True, 2), (False, 1)]
    assert drawn[1].seconds == 870


def test_time_in_grids_is_counted_by_day_and_grid():
    told, last = Told(), None
    for p in (point(0, 0, grid_id=1), point(60, 60, grid_id=1), point(120, 120, grid_id=2)):
        last = add(told, last, p, BOUNDS, "2026-03-02")
    assert told.grids == {("2026-03-02", 1): [60, 2], ("2026-03-02", 2): [60, 1]}


def test_a_last_position_says_how_fresh_it_is():
    assert [staleness(s, 80, 180) for s in (10, 100, 200)] == ["fresh", "slow", "lost"]
