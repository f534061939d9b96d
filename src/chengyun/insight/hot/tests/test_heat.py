"""The index as it is written."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from .. import heat
from ..matter import Matter

START = datetime(2025, 3, 1)
END = datetime(2025, 3, 31)


def matter(at: int, day: float = 1, **more: object) -> Matter:
    given = {"title": "路灯不亮", "text": "三盏灯坏了", "time": START + timedelta(days=day), "caller": f"c{at}", **more}
    return Matter(f"m{at}", **given)  # type: ignore[arg-type]


def points(matters: list[Matter]) -> dict[str, float]:
    return {part.code: part.points for part in heat.parts(matters, START, END)}


def test_each_part_is_what_the_formula_says():
    found = points([matter(at, supporters=3, opponents=2) for at in range(7)])
    assert found["matters"] == 24.0  # 8·log₂ 8
    assert found["callers"] == 36.0  # 12·log₂ 8
    assert found["supporters"] == 12.0  # 4·log₂ 8
    assert found["density"] == 15.0  # all on one day
    assert found["growth"] == 0.0
    assert found["sensitive"] == 0.0


def test_one_person_who_writes_ten_times_is_colder_than_ten_people():
    one = [matter(at, caller="same") for at in range(10)]
    ten = [matter(at) for at in range(10)]
    assert sum(points(one).values()) < sum(points(ten).values())


def test_calls_joined_to_one_matter_count_as_callers():
    assert points([matter(0, calls=3)])["callers"] == points([matter(at) for at in range(3)])["callers"]


def test_more_against_than_for_is_no_support_and_takes_none_from_others():
    assert points([matter(0, supporters=1, opponents=9), matter(1, supporters=3)])["supporters"] == 8.0


@pytest.mark.parametrize(("days", "growth"), [((1, 2, 3), 0.0), ((28, 29, 29), 15.0), ((2, 10, 18, 28), 0.0)])
def test_growth_is_the_last_quarter_against_the_three_before(days: tuple[int, ...], growth: float):
    assert points([matter(at, day) for at, day in enumerate(days)])["growth"] == growth


def test_sensitive_words_and_the_mark_of_the_centre_add_points():
    words = points([matter(0, text="有人准备集体上访"), matter(1)])
    marked = points([matter(0, sensitive=True), matter(1)])
    assert words["sensitive"] == marked["sensitive"] == 10.0


def test_matters_without_time_or_caller_do_not_break_it():
    found = points([matter(0, time=None, caller=""), matter(1, time=None, caller="")])
    assert found["callers"] == points([matter(0), matter(1)])["callers"]
    assert heat.parts([matter(0)], None, None)[3].points == 0.0
