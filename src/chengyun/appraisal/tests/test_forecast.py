"""The end of the year, and the day on which a target is missed."""

from datetime import date, timedelta
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from chengyun.appraisal.forecast import BELOW, LOST, MET, RISK, UNKNOWN, Aim, Month, outlook

YEAR = (date(2026, 1, 1), date(2027, 1, 1))


def months(*pairs):
    return [Month(date(2026, at, 1), D(over), D(under)) for at, (over, under) in enumerate(pairs, 1)]


def test_one_miss_loses_a_target_of_all():
    found = outlook("rate", months((100, 100), (99, 100)), Aim("=", D(100)), *YEAR, date(2026, 2, 28))
    assert found.state == LOST
    assert found.missed_on == date(2026, 2, 1)
    assert found.best is not None
    assert found.best < 100


def test_a_rate_that_falls_names_the_day():
    counted = months((100, 100), (85, 100), (80, 100), (80, 100))
    found = outlook("rate", counted, Aim(">=", D(85)), *YEAR, date(2026, 4, 30))
    assert found.state == RISK
    assert found.missed_on is not None
    assert date(2026, 4, 30) < found.missed_on < date(2026, 12, 31)


def test_below_the_target_but_still_to_be_reached():
    found = outlook("rate", months((80, 100), (84, 100)), Aim(">=", D(90)), *YEAR, date(2026, 2, 28))
    assert found.state == BELOW
    assert found.best > 90
    assert found.missed_on == date(2026, 1, 1)


def test_three_failures_are_allowed_and_the_fourth_has_a_day():
    quiet = outlook("count", months((0, 0), (1, 0)), Aim("<=", D(3)), *YEAR, date(2026, 12, 1))
    assert quiet.state == MET
    many = outlook("count", months((1, 0), (1, 0), (1, 0)), Aim("<=", D(3)), *YEAR, date(2026, 3, 31))
    assert many.state == RISK
    assert many.missed_on is not None
    assert outlook("count", months((4, 0)), Aim("<=", D(3)), *YEAR, date(2026, 3, 31)).state == LOST


def test_a_number_to_be_reached_goes_on_as_lately():
    found = outlook("count", months(*[(1, 0)] * 6), Aim("=", D(12)), *YEAR, date(2026, 6, 30))
    assert found.state == MET
    assert found.value == 12
    assert outlook("count", months((10_000, 0)), Aim(">=", D(150_000)), *YEAR, date(2026, 1, 31)).state == BELOW


def test_nothing_counted_is_not_a_hundred_per_cent():
    assert outlook("rate", months((0, 0)), Aim("=", D(100)), *YEAR, date(2026, 1, 5)).state == UNKNOWN


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 50)), min_size=1, max_size=12),
    st.integers(0, 364), st.sampled_from([">=", "<="]), st.integers(1, 100),
)  # fmt: skip
def test_what_is_told_is_never_beyond_what_can_be(pairs, day, operator, target):
    today = YEAR[0] + timedelta(days=day)
    counted = [(good, good + bad) for good, bad in pairs][: today.month]
    found = outlook("rate", months(*counted), Aim(operator, D(target)), *YEAR, today)
    if found.state == UNKNOWN:
        return
    assert 0 <= found.value <= 100
    assert found.best is not None
    if operator == ">=":
        assert found.best >= found.value
    else:
        assert found.best <= found.value
    if found.missed_on:
        assert YEAR[0] <= found.missed_on <= YEAR[1]
    if found.state == LOST:
        assert not Aim(operator, D(target)).met_by(found.best)
