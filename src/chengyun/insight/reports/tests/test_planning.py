"""Which reports there should be: twelve months, the days since the last working day, weeks from Monday."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chengyun.insight.reports import paper, planning
from chengyun.insight.reports.making import kept
from chengyun.insight.reports.words import DAILY, MONTHLY, SPECIAL, WEEKLY

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def test_a_year_has_twelve_months_and_each_is_due_some_working_days_after_its_end():
    months = list(planning.periods_of_year(MONTHLY, 2026, 5, weekdays))
    assert len(months) == 12
    assert (months[1].first, months[1].last, months[1].due) == (date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 6))
    assert not list(planning.periods_of_year(SPECIAL, 2026, 5, weekdays))


@given(st.integers(2000, 2100), st.sampled_from((DAILY, WEEKLY, MONTHLY)))
def test_the_periods_of_years_follow_each_other_without_gap_or_overlap(year, kind):
    found = [*planning.periods_of_year(kind, year, 1, weekdays), *planning.periods_of_year(kind, year + 1, 1, weekdays)]
    assert all(after.first == before.last + timedelta(days=1) for before, after in itertools.pairwise(found))
    assert all(one.last.year in (year, year + 1) and weekdays(one.due) and one.due > one.last for one in found)


@given(DAYS)
def test_every_day_is_reported_once_although_nobody_works_on_days_off(day):
    made = [
        period for ahead in range(14)
        for period in planning.to_make(DAILY, day + timedelta(days=ahead), weekdays)
    ]  # fmt: skip
    days = [first for first, _ in made]
    assert days == sorted(set(days))
    assert all(later == earlier + timedelta(days=1) for earlier, later in itertools.pairwise(days))
    monday = day + timedelta(days=-day.weekday())
    assert len(planning.to_make(DAILY, monday, weekdays)) == 3
    assert planning.to_make(WEEKLY, monday, weekdays) == [(monday - timedelta(days=7), monday - timedelta(days=1))]


@given(DAYS, st.integers(0, 200))
def test_the_period_before_ends_the_day_before(first, days):
    last = first + timedelta(days=days)
    start, end = planning.previous(SPECIAL, first, last)
    assert end == first - timedelta(days=1)
    assert start <= end
    assert planning.than(SPECIAL, first, last)
    assert planning.days_in_words(first, last).startswith(f"{first.year}年{first.month}月")


def test_months_are_compared_with_months_and_named_so():
    assert planning.previous(MONTHLY, date(2026, 3, 1), date(2026, 3, 31)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert planning.than(MONTHLY, date(2026, 3, 1), date(2026, 3, 31)) == "上月"
    assert planning.days_in_words(date(2026, 2, 1), date(2026, 2, 28)) == "2026年2月"
    assert planning.days_in_words(date(2025, 12, 29), date(2026, 1, 4)) == "2025年12月29日至2026年1月4日"


def test_sections_are_numbered_as_in_official_papers():
    assert [paper.numeral(n) for n in (1, 9, 10, 11, 20, 35)] == ["一", "九", "十", "十一", "二十", "三十五"]


def test_counting_anew_keeps_what_people_wrote_and_what_they_left_out():
    def section(code, text, **more):
        return {"code": code, "text": text, "proposed": text, "edited": False, "shown": True, **more}

    before = {"sections": [section("a", "人写的", edited=True), section("b", "旧"), section("c", "旧", shown=False)]}
    made = {"sections": [section(code, "新") for code in "abc"]}
    after = {one["code"]: one for one in kept(before, made)["sections"]}
    assert (after["a"]["text"], after["a"]["proposed"], after["b"]["text"]) == ("人写的", "新", "新")
    assert not after["c"]["shown"]
