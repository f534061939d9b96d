"""Limits: properties that hold for every calendar, start, amount and pause."""

from __future__ import annotations

import calendar as month_lengths
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.kernel.worktime import (
    Calendar,
    DayRule,
    Unit,
    before_due,
    due_at,
    fraction_at,
    is_working,
    left,
    next_working_moment,
    remaining,
    working_seconds,
)

ZONE = ZoneInfo("Asia/Shanghai")
FIRST = date(2025, 1, 1)
WORKING = (Unit.WORKING_HOUR, Unit.WORKING_DAY)
MICROSECOND = timedelta(microseconds=1)
HALF_HOURS = st.integers(0, 47)


@st.composite
def day_spans(draw):
    """Up to three spans of a day on half hours; the last one may end at 24:00."""
    points = sorted(draw(st.lists(HALF_HOURS, min_size=2, max_size=6, unique=True)))
    times = [time(p // 2, p % 2 * 30) for p in points]
    spans = list(zip(times[::2], times[1::2], strict=False))
    if len(times) % 2 and draw(st.booleans()):
        spans.append((times[-1], time(0)))
    return spans


@st.composite
def calendars(draw):
    """Any week with at least one working day, a fortnight of exceptions, both rules."""
    weekly = draw(st.dictionaries(st.integers(0, 6), day_spans(), min_size=1, max_size=7))
    days = draw(st.dictionaries(st.integers(0, 500), st.one_of(st.just([]), day_spans()), max_size=14))
    return Calendar(
        code="drawn",
        version=1,
        tz="Asia/Shanghai",
        weekly=weekly,
        exceptions={FIRST + timedelta(days=d): spans for d, spans in days.items()},
        working_day_rule=draw(st.sampled_from(DayRule)),
        natural_day_rule=draw(st.sampled_from(DayRule)),
    )


moments = st.integers(0, 300 * 86_400).map(lambda s: datetime(2025, 1, 1, tzinfo=ZONE) + timedelta(seconds=s))
amounts = st.decimals(Decimal("0.1"), Decimal(30), places=1)
units = st.sampled_from(Unit)


@st.composite
def pauses_after(draw, start):
    """Finished pauses around a start, in any order, some overlapping."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        begin = start + timedelta(minutes=draw(st.integers(-2000, 20_000)))
        found.append((begin, begin + timedelta(minutes=draw(st.integers(0, 6000)))))
    return draw(st.permutations(found))


@st.composite
def limits(draw, of=units):
    start = draw(moments)
    return start, draw(amounts), draw(of), draw(calendars()), draw(pauses_after(start))


@given(limits(), amounts)
def test_a_longer_limit_never_ends_earlier(limit, more):
    start, amount, unit, calendar, pauses = limit
    assert due_at(start, amount, unit, calendar, pauses).due <= due_at(start, amount + more, unit, calendar, pauses).due


@given(limits(of=st.sampled_from(WORKING)))
def test_a_working_limit_ends_in_working_time(limit):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    assert due >= start
    assert is_working(due, calendar) or is_working(due - MICROSECOND, calendar)


@given(limits())
def test_used_and_left_make_the_whole_limit(limit):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    whole = remaining(start, start, amount, unit, calendar, pauses).limit
    for now in (start, start + (due - start) / 3, due, due + timedelta(days=9)):
        rest = remaining(now, start, amount, unit, calendar, pauses)
        assert rest.used + rest.left == rest.limit == whole
        assert rest.used >= 0
        assert rest.overdue == (now > due)
    # A microsecond is the smallest time there is: a share of a day can be off by less than that.
    at_due = remaining(due, start, amount, unit, calendar, pauses)
    assert abs(at_due.left) <= (10**15 // 10**6 if unit is Unit.WORKING_DAY else 0)


@given(limits(of=st.just(Unit.WORKING_HOUR)))
def test_working_hours_between_start_and_due_are_the_amount_and_the_pauses(limit):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    paused = 0
    at = start
    for a, b in sorted(pauses):
        a, b = max(a, at), min(b, due)
        if b > a:
            paused += working_seconds(a, b, calendar)
            at = b
    assert working_seconds(start, due, calendar) == int(amount * 3600) + paused


@given(limits(), st.integers(1, 9000), st.integers(1, 3000))
def test_a_pause_moves_the_end_by_exactly_what_it_takes(limit, after, minutes):
    start, amount, unit, calendar, _ = limit
    plain = due_at(start, amount, unit, calendar).due
    pause = (start + timedelta(minutes=after), start + timedelta(minutes=after + minutes))
    moved = due_at(start, amount, unit, calendar, [pause]).due
    if pause[0] >= plain:
        assert moved == plain
    elif unit is Unit.WORKING_HOUR:
        assert working_seconds(plain, moved, calendar) == working_seconds(*pause, calendar)
    elif unit is not Unit.WORKING_DAY:
        counted_from = start
        if calendar.natural_day_rule is DayRule.CLOSE_OF_DAY and unit in (Unit.NATURAL_DAY, Unit.MONTH):
            counted_from = datetime.combine(start.date() + timedelta(days=1), time(0), ZONE)
        assert moved - plain == max(pause[1], counted_from) - max(pause[0], counted_from)
    else:
        assert moved >= plain


@given(limits(), st.integers(1, 9000), st.integers(2, 3000), st.data())
def test_cutting_a_pause_in_two_changes_nothing(limit, after, minutes, data):
    start, amount, unit, calendar, pauses = limit
    a, b = start + timedelta(minutes=after), start + timedelta(minutes=after + minutes)
    middle = a + timedelta(minutes=data.draw(st.integers(0, minutes)))
    whole = due_at(start, amount, unit, calendar, [*pauses, (a, b)]).due
    assert due_at(start, amount, unit, calendar, [(middle, b), *pauses, (a, middle)]).due == whole


@given(limits())
def test_the_same_moments_in_another_zone_give_the_same_end(limit):
    start, amount, unit, calendar, pauses = limit
    utc = ZoneInfo("UTC")
    elsewhere = [(a.astimezone(utc), b.astimezone(utc)) for a, b in pauses]
    here = due_at(start, amount, unit, calendar, pauses).due
    assert due_at(start.astimezone(utc), amount, unit, calendar, elsewhere).due == here
    assert here.utcoffset() == timedelta(hours=8)


@given(limits())
def test_warnings_come_before_the_end_and_in_order(limit):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    half = fraction_at(start, amount, unit, calendar, 0.5, pauses)
    late = fraction_at(start, amount, unit, calendar, Decimal("0.8"), pauses)
    assert half <= late <= due
    assert fraction_at(start, amount, unit, calendar, 1, pauses) == due


@given(limits(of=st.sampled_from([u for u in Unit if u is not Unit.MONTH])), st.integers(1, 9))
def test_half_a_limit_is_where_half_of_it_is_used(limit, whole):
    start, _, unit, calendar, pauses = limit
    half = due_at(start, Decimal(whole) / 2, unit, calendar, pauses).due
    assert half == fraction_at(start, whole, unit, calendar, Decimal("0.5"), pauses)


@given(limits(of=st.sampled_from(WORKING)))
def test_the_counted_days_of_a_derivation_add_up_to_the_limit(limit):
    start, amount, unit, calendar, pauses = limit
    steps = due_at(start, amount, unit, calendar, pauses).steps
    counted = sum(step.detail["counted"] for step in steps if step.kind == "count")
    assert abs(counted - amount) < Decimal("0.000001")
    assert steps[0].kind == "start"
    assert steps[-1].kind == "due"


@given(limits())
def test_another_calendar_only_matters_where_the_calendars_differ(limit):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    far = due.date() + timedelta(days=40)
    changed = replace(calendar, version=2, exceptions={**calendar.exceptions, far: []})
    assert due_at(start, amount, unit, changed, pauses).due == due


@given(moments, calendars())
def test_the_next_working_moment_is_working_time_with_none_before_it(at, calendar):
    found = next_working_moment(at, calendar)
    assert found >= at
    assert is_working(found, calendar)
    assert working_seconds(at, found, calendar) == 0
    assert next_working_moment(found, calendar) == found


@given(moments, st.integers(0, 60))
def test_months_end_on_the_same_day_or_the_last_of_the_month(start, months):
    calendar = Calendar("c", 1, "Asia/Shanghai", {0: [(time(9), time(17))]})
    due = due_at(start, months, Unit.MONTH, calendar).due
    assert due.timetz() == start.timetz()
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == min(start.day, month_lengths.monthrange(due.year, due.month)[1])


@given(moments, moments, moments, calendars())
def test_working_time_adds_up(a, b, c, calendar):
    total = working_seconds(a, b, calendar) + working_seconds(b, c, calendar)
    assert total == working_seconds(a, c, calendar)


@given(limits(of=st.sampled_from(WORKING)), st.decimals(Decimal("0.1"), Decimal(3), places=1))
def test_a_warning_before_the_end_leaves_what_it_promises(limit, left):
    start, amount, unit, calendar, pauses = limit
    due = due_at(start, amount, unit, calendar, pauses).due
    warning = before_due(due, left, Unit.WORKING_HOUR, calendar, pauses)
    assert warning <= due
    assert is_working(warning, calendar)
    if not any(a < due and b > warning for a, b in pauses):
        assert abs(working_seconds(warning, due, calendar) - int(left * 3600)) <= 1


@settings(max_examples=30)
@given(limits())
def test_every_derivation_can_be_read_in_both_languages(limit):
    start, amount, unit, calendar, pauses = limit
    derivation = due_at(start, amount, unit, calendar, [*pauses, (start + timedelta(hours=1), None)])
    for lang in ("zh", "en"):
        lines = derivation.explain(lang)
        assert len(lines) >= 3
        assert all(lines)


def test_a_limit_cannot_be_negative_or_float_without_a_zone():
    calendar = Calendar("c", 1, "Asia/Shanghai", {0: [(time(9), time(17))]})
    start = datetime(2025, 3, 3, 9, tzinfo=ZONE)
    with pytest.raises(ValueError, match="negative"):
        due_at(start, -1, Unit.WORKING_DAY, calendar)
    with pytest.raises(ValueError, match="negative"):
        due_at(start, -1, Unit.MONTH, calendar)
    with pytest.raises(ValueError, match="time zone"):
        due_at(datetime(2025, 3, 3, 9), 1, Unit.URGENT_HOUR, calendar)
    with pytest.raises(ValueError, match="before it begins"):
        due_at(start, 1, Unit.URGENT_HOUR, calendar, [(start, start - timedelta(hours=1))])


def test_a_calendar_without_working_time_is_an_error_and_not_an_endless_search():
    calendar = Calendar("c", 1, "Asia/Shanghai", {})
    start = datetime(2025, 3, 3, 9, tzinfo=ZONE)
    for ask in (
        lambda: due_at(start, 1, Unit.WORKING_DAY, calendar),
        lambda: due_at(start, 1, Unit.WORKING_HOUR, calendar),
        lambda: next_working_moment(start, calendar),
    ):
        with pytest.raises(ValueError, match="120 years"):
            ask()
    assert due_at(start, 1, Unit.URGENT_HOUR, calendar).due == start + timedelta(hours=1)


@pytest.mark.parametrize(
    "spans",
    [
        [(time(9), time(12)), (time(11), time(13))],
        [(time(12), time(9))],
        [(time(9), time(9))],
        [(time(0), time(0)), (time(9), time(10))],
    ],
)
def test_spans_that_overlap_or_run_backwards_are_refused(spans):
    with pytest.raises(ValueError, match="spans"):
        Calendar("c", 1, "Asia/Shanghai", {0: spans})


@given(limits(of=st.sampled_from([Unit.WORKING_HOUR, Unit.URGENT_HOUR, Unit.WORKING_DAY])), st.integers(0, 5000))
def test_what_is_left_until_a_known_due_time_is_what_is_left_of_the_limit(limit, minutes):
    start, amount, unit, calendar, _ = limit
    due = due_at(start, amount, unit, calendar).due
    now = start + timedelta(minutes=minutes)
    whole = remaining(now, start, amount, unit, calendar)
    known = left(now, due, unit, calendar)
    assert known.overdue == whole.overdue
    if unit is not Unit.WORKING_DAY and now <= due:
        assert abs(known.seconds - whole.seconds) <= 1
