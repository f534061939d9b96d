"""Growth is told only where chance would hardly give it, and what repeats every year tells nothing."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.insight.warnings import growth
from chengyun.insight.warnings.growth import Growth, History

MEANS = st.floats(0.01, 60)
WIDTHS = st.floats(1.0, 6.0)


@given(MEANS, WIDTHS, st.integers(0, 200))
def test_a_tail_is_a_probability_and_more_cases_are_never_likelier(mean, width, now):
    here, above = growth.tail(now, mean, mean * width), growth.tail(now + 1, mean, mean * width)
    assert 0.0 <= above <= here + 1e-12 <= 1.0 + 1e-9


@given(st.floats(0.5, 40), st.integers(0, 120))
def test_without_more_spread_it_is_the_poisson_tail(mean, now):
    exact = 1 - math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(now))
    assert growth.tail(now, mean, mean) == pytest.approx(max(0.0, exact), abs=1e-9)


@settings(deadline=None, max_examples=25)
@given(st.floats(0.05, 15), WIDTHS)
def test_the_mean_of_the_distribution_is_the_one_that_was_given(mean, width):
    assert math.fsum(growth.tail(k, mean, mean * width) for k in range(1, 500)) == pytest.approx(mean, rel=1e-3)


@given(st.floats(1, 30), st.integers(2, 80))
def test_a_history_that_jumps_about_makes_one_more_careful(mean, more):
    now = int(mean * 3) + 6 + more
    assert growth.tail(now, mean, mean * 3) >= growth.tail(now, mean, mean) - 1e-12


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.floats(0.001, 0.2))
def test_benjamini_hochberg_takes_the_smallest_and_lies_between_bonferroni_and_nothing(chances, risk):
    found = {at: Growth(5, 1.0, p) for at, p in enumerate(chances)}
    chosen = growth.alarms(found, risk)
    assert {at for at, p in enumerate(chances) if p <= risk / len(chances)} <= chosen
    assert chosen <= {at for at, p in enumerate(chances) if p <= risk}
    assert all(chances[at] <= chances[other] for at in chosen for other in found.keys() - chosen)


def weeks(rng: random.Random, rates, windows=8):
    def draw(mean):
        limit, k, product = math.exp(-mean), 0, rng.random()
        while product > limit:
            k, product = k + 1, product * rng.random()
        return k

    return {group: [draw(rate) for _ in range(windows)] for group, rate in rates.items()}, draw


def test_in_quiet_weeks_there_is_hardly_ever_a_false_alarm():
    rng, wrong = random.Random(7), 0
    rates = {(c, p): rng.choice((0.05, 0.3, 1, 3, 9)) for c in range(20) for p in range(8)}
    for _ in range(60):
        counts, draw = weeks(rng, rates)
        now = {group: draw(rate) for group, rate in rates.items()}
        wrong += bool(growth.alarms(growth.grown(now, History(8, counts)), 0.01))
    assert wrong <= 4, "60 looks with at most 1 % of false ones each"


def test_a_real_outbreak_is_noticed_and_named():
    rng = random.Random(8)
    rates = {(c, p): 0.8 for c in range(20) for p in range(8)}
    counts, draw = weeks(rng, rates)
    now = {group: draw(rate) for group, rate in rates.items()} | {(3, 5): 12}
    assert growth.alarms(growth.grown(now, History(8, counts)), 0.01) == {(3, 5)}


def test_a_group_without_history_borrows_that_of_its_category_and_place():
    counts = {("noise", place): [9] * 8 for place in "abc"} | {("water", "d"): [9] * 8}
    busy, rare = growth.grown({("noise", "d"): 6, ("pests", "d"): 6}, History(8, counts)).values()
    assert busy.expected > rare.expected
    assert busy.p > rare.p


def test_what_comes_every_year_at_this_time_is_no_news():
    recent = growth.grown({("heating", "a"): 30}, History(8, {("heating", "a"): [2] * 8}))
    season = growth.grown({("heating", "a"): 30}, History(3, {("heating", "a"): [28, 33, 30]}))
    assert growth.alarms(recent, 0.01)
    assert not growth.alarms(growth.seasonal(recent, season), 0.01)


def test_with_no_history_at_all_a_few_cases_are_no_alarm_and_many_are():
    none = History(0, {})
    assert not growth.alarms(growth.grown({("noise", "a"): 1}, none), 0.01)
    assert growth.alarms(growth.grown({("noise", "a"): 12, ("noise", "b"): 1}, none), 0.01)
