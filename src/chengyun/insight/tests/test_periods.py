"""Periods and what they are compared with; columns; trees. All pure."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.insight import periods
from chengyun.insight.outline import NOWHERE, Line, Outline
from chengyun.insight.periods import Span

ZONE = ZoneInfo("Asia/Shanghai")
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@given(DAYS, st.sampled_from(["today", "week", "month", "quarter", "year"]))
def test_a_named_period_holds_today_and_ends_where_the_next_begins(today, period):
    first, last = periods.days_of(period, today)
    assert first <= today < last
    assert periods.days_of(period, last)[0] == last


@given(
    DAYS,
    st.integers(0, 400),
    st.sampled_from(periods.COMPARISONS),
    st.sampled_from(periods.PERIODS),
    st.integers(0, 86_399),
)
def test_what_a_period_is_compared_with_lies_before_and_is_as_long_as_what_has_passed(
    first, length, comparison, period, second
):
    of = periods.span(first, first + timedelta(days=length + 1), ZONE)
    now = of.start + timedelta(days=length // 2, seconds=second)
    before = periods.compared(of, period, comparison, now)
    if comparison == "none":
        assert before is None
        return
    assert before is not None
    assert before.start < of.start
    assert before.start <= before.end < min(of.end, now) + timedelta(seconds=1)
    passed, was = min(of.end, now) - of.start, before.end - before.start
    assert abs(passed - was) <= timedelta(days=3), "months differ by three days at most"


@pytest.mark.parametrize(("comparison", "start", "end"), [
    ("previous", "2026-02-01 00:00", "2026-02-28 12:00"), ("week", "2026-02-22 00:00", "2026-03-24 12:00"),
    ("month", "2026-02-01 00:00", "2026-02-28 12:00"), ("year", "2025-03-01 00:00", "2025-03-31 12:00"),
])  # fmt: skip
def test_the_last_of_a_month_is_compared_with_the_last_of_a_shorter_one(comparison, start, end):
    of = periods.span(*periods.days_of("month", date(2026, 3, 31)), ZONE)
    assert periods.compared(of, "month", comparison, moment("2026-03-31 12:00")) == Span(moment(start), moment(end))


@given(DAYS, st.integers(1, 3700))
def test_the_columns_of_a_period_cover_it_without_gap(first, length):
    of = periods.span(first, first + timedelta(days=length), ZONE)
    by = periods.cut(of)
    found = periods.columns(of, by)
    assert found[0] <= of.start < periods.after(found[0], by)
    assert found[-1] < of.end <= periods.after(found[-1], by)
    assert all(periods.after(one, by) == two for one, two in itertools.pairwise(found))
    assert len(found) <= 123


@given(DAYS, st.integers(1, 900), st.integers(0, 86_399))
def test_the_whole_months_of_a_period_lie_in_it_and_what_is_left_is_less_than_a_month_on_each_side(
    first, length, second
):
    start = datetime.combine(first, datetime.min.time(), ZONE) + timedelta(seconds=second)
    of = Span(start, start + timedelta(days=length))
    months = periods.whole_months(of)
    if months is None:
        assert length < 62
        return
    begin, end = (datetime.combine(day, datetime.min.time(), ZONE) for day in months)
    assert of.start <= begin < end <= of.end
    assert begin - of.start < timedelta(days=32)
    assert of.end - end < timedelta(days=32)


@dataclass(frozen=True)
class Node:
    id: int
    code: str
    name: str
    ancestors: tuple[int, ...] = ()


TREE = {
    node.id: node
    for node in (
        Node(1, "A", "甲"), Node(2, "A1", "甲一", (1,)), Node(3, "A11", "甲一一", (1, 2)), Node(4, "B", "乙"),
    )
}  # fmt: skip


@pytest.mark.parametrize(("chosen", "key", "line"), [
    ((), 3, Line("A", "甲", below=True)), ((), 4, Line("B", "乙")), ((), None, NOWHERE), ((), 99, NOWHERE),
    (("A",), 3, Line("A1", "甲一", below=True)), (("A",), 1, Line("A", "甲", direct=True)), (("A",), 4, NOWHERE),
    (("A1",), 3, Line("A11", "甲一一")), (("A11",), 3, Line("A11", "甲一一")), (("B",), 4, Line("B", "乙")),
    (("A", "B"), 2, Line("A", "甲", below=True)), (("A", "B"), 4, Line("B", "乙")),
])  # fmt: skip
def test_a_case_is_counted_one_level_below_what_was_chosen(chosen, key, line):
    assert Outline(TREE, chosen).line(key) == line


def test_a_single_root_is_opened_at_once():
    under_one = {key: node for key, node in TREE.items() if key != 4}
    assert Outline(under_one).line(3) == Line("A1", "甲一", below=True)
    assert Outline(under_one).line(1) == Line("A", "甲", direct=True)
