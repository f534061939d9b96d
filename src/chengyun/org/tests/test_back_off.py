from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chengyun.org import rules

NOW = datetime(2026, 11, 21, 8, 0)


def test_the_first_four_failures_cost_nothing():
    assert [rules.back_off(n) for n in range(5)] == [timedelta(0)] * 5


@given(st.integers(0, 10_000))
def test_waiting_never_shrinks_and_never_exceeds_a_quarter_of_an_hour(failures):
    assert rules.back_off(failures) <= rules.back_off(failures + 1) <= timedelta(minutes=15)


def test_a_day_later_failures_are_forgiven():
    assert rules.pair_after_failure(9, NOW - timedelta(hours=25), NOW) == (1, NOW, None)


def test_a_whole_address_is_stopped_until_its_minute_ends():
    started = NOW - timedelta(seconds=20)
    assert rules.window_after_failure(9, started, NOW, 10) == (10, started, started + timedelta(minutes=1))
    assert rules.window_after_failure(9, NOW - timedelta(minutes=1), NOW, 10) == (1, NOW, None)
