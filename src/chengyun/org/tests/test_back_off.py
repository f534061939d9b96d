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
    assert rules.window_after_failure(9, started, NOW, 10) == (10, started, started + timedelta(minutes=1), 1)
    assert rules.window_after_failure(9, NOW - timedelta(minutes=1), NOW, 10) == (1, NOW, None, 0)


def test_an_address_that_goes_on_waits_longer_each_time_and_is_forgotten_after_an_hour():
    waits = [rules.window_after_failure(9, NOW, NOW, 10, strikes)[2] - NOW for strikes in range(6)]
    assert waits == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15, 15)]
    later = NOW + timedelta(hours=1)
    assert rules.window_after_failure(9, NOW, later, 1, 5)[2] == later + timedelta(minutes=1)


def test_a_wait_is_told_in_words():
    assert rules.wait_in_words(timedelta(seconds=40)) == " 40 秒"
    assert rules.wait_in_words(timedelta(seconds=121)) == " 3 分钟"


def test_idle_and_expiry_can_be_switched_off():
    long_ago = NOW - timedelta(days=900)
    assert not rules.is_idle(long_ago, 0, NOW)
    assert rules.is_idle(NOW - timedelta(minutes=31), 30, NOW)
    assert not rules.is_idle(NOW - timedelta(minutes=29), 30, NOW)
    assert not rules.password_is_over(long_ago, 0, NOW)
    assert rules.password_is_over(NOW - timedelta(days=91), 90, NOW)
