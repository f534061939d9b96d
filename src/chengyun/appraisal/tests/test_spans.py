"""The days that figures are asked for."""

from __future__ import annotations

from datetime import date

import pytest

from chengyun.appraisal.spans import SpanError, span_of

TODAY = date(2026, 11, 22)


def test_nothing_is_this_year_and_a_year_written_out_in_days_is_that_year():
    assert span_of(None, None, None, TODAY).whole
    assert span_of(2025, date(2025, 1, 1), date(2025, 12, 31), TODAY).whole
    assert not span_of(2025, date(2025, 1, 1), date(2025, 12, 30), TODAY).whole
    assert span_of(None, date(2025, 12, 1), date(2026, 1, 31), TODAY).year == 2026


def test_the_same_days_of_a_year_before():
    leap = span_of(None, date(2024, 2, 29), date(2024, 2, 29), TODAY).earlier(1).period
    assert (leap.first, leap.end) == (date(2023, 2, 28), date(2023, 3, 1))
    quarter = span_of(None, date(2026, 10, 1), date(2026, 12, 31), TODAY).earlier(2)
    assert (quarter.year, quarter.period.first, quarter.period.end) == (2024, date(2024, 10, 1), date(2025, 1, 1))


def test_only_months_that_lie_in_it_wholly_are_months_of_it():
    span = span_of(None, date(2025, 12, 15), date(2026, 2, 28), TODAY)
    assert [span.holds_month(month) for month in ("2025-12", "2026-01", "2026-02", "2026-03")] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "field"), [
    (date(2026, 1, 1), None, "last"), (None, date(2026, 1, 1), "first"),
    (date(2026, 2, 1), date(2026, 1, 31), "last"), (date(2010, 1, 1), date(2026, 1, 1), "last"),
])  # fmt: skip
def test_days_that_make_no_period_are_refused_with_the_field(first, last, field):
    with pytest.raises(SpanError) as refused:
        span_of(None, first, last, TODAY)
    assert refused.value.field == field
