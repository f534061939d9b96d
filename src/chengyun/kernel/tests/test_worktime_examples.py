"""Limits: worked examples, checked against the wall calendar of 2025 and 2026."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from chengyun.kernel import calendars
from chengyun.kernel.holidays import days_of_years
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


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def office(**changes) -> Calendar:
    """The default week (6.5 hours a day) with the real holidays of 2025 and 2026."""
    values = {
        "code": "standard",
        "version": 1,
        "tz": "Asia/Shanghai",
        "weekly": calendars.DEFAULT_WEEK,
        "days": {day: (spans, name) for day, spans, name in days_of_years([2025, 2026])},
        "known_until": date(2026, 12, 31),
    }
    return calendars.build(**{**values, **changes})


OFFICE = office()


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        # 国庆 2025: 28 September (Sunday) and 11 October (Saturday) are make-up days, 1 to 8 October are off.
        ("2025-09-26 16:00", 1, Unit.WORKING_DAY, "2025-09-28 17:00"),
        ("2025-09-26 16:00", 5, Unit.WORKING_DAY, "2025-10-10 17:00"),
        ("2025-09-26 16:00", 6, Unit.WORKING_DAY, "2025-10-11 17:00"),
        ("2025-09-26 16:00", 7, Unit.WORKING_DAY, "2025-10-13 17:00"),
        ("2025-09-30 16:00", 4, Unit.WORKING_HOUR, "2025-10-09 12:00"),
        ("2025-09-30 16:00", Decimal("4.5"), Unit.WORKING_HOUR, "2025-10-09 14:00"),
        # 春节 2026: 15 to 23 February off, 14 and 28 February (Saturdays) are make-up days.
        ("2026-02-13 10:00", 1, Unit.WORKING_DAY, "2026-02-14 17:00"),
        ("2026-02-13 10:00", 2, Unit.WORKING_DAY, "2026-02-24 17:00"),
        ("2026-02-27 18:00", 2, Unit.WORKING_DAY, "2026-03-02 17:00"),
        # Received outside working time: nights, weekends, before opening.
        ("2025-03-07 22:00", 1, Unit.WORKING_DAY, "2025-03-10 17:00"),
        ("2025-03-08 10:00", 1, Unit.WORKING_DAY, "2025-03-10 17:00"),
        ("2025-03-10 06:00", 1, Unit.WORKING_DAY, "2025-03-11 17:00"),
        ("2025-03-08 10:00", 4, Unit.WORKING_HOUR, "2025-03-10 14:30"),
        ("2025-03-10 12:30", 1, Unit.WORKING_HOUR, "2025-03-10 14:30"),
        # Exactly a working day of hours ends at closing, not at the next opening.
        ("2025-03-10 09:00", Decimal("6.5"), Unit.WORKING_HOUR, "2025-03-10 17:00"),
        # Half limits for redo: half of 5 and of 1 working day.
        ("2025-03-10 15:00", Decimal("2.5"), Unit.WORKING_DAY, "2025-03-13 13:45"),
        ("2025-03-10 15:00", Decimal("0.5"), Unit.WORKING_DAY, "2025-03-11 13:45"),
        # Natural units do not know nights or holidays.
        ("2025-10-01 23:50", 30, Unit.NATURAL_MINUTE, "2025-10-02 00:20"),
        ("2025-10-01 23:00", 2, Unit.URGENT_HOUR, "2025-10-02 01:00"),
        ("2025-10-01 23:00", 7, Unit.NATURAL_DAY, "2025-10-08 23:00"),
        ("2025-01-31 10:00", 1, Unit.MONTH, "2025-02-28 10:00"),
        ("2024-01-31 10:00", 1, Unit.MONTH, "2024-02-29 10:00"),
        ("2025-11-30 10:00", 3, Unit.MONTH, "2026-02-28 10:00"),
        ("2025-01-31 00:00", Decimal("0.5"), Unit.MONTH, "2025-02-14 00:00"),
    ],
)
def test_due_times_of_reality(start, amount, unit, due):
    assert due_at(at(start), amount, unit, OFFICE).due == at(due)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        ("2025-03-10 10:00", 7, Unit.NATURAL_DAY, "2025-03-18 00:00"),
        ("2025-01-30 10:00", 1, Unit.MONTH, "2025-03-01 00:00"),
        ("2025-01-15 10:00", 1, Unit.MONTH, "2025-02-16 00:00"),
    ],
)
def test_days_and_months_can_run_to_the_end_of_the_last_day(start, amount, unit, due):
    closing = office(natural_day_rule="close_of_day")
    derivation = due_at(at(start), amount, unit, closing)
    assert derivation.due == at(due)
    assert derivation.explain()[-1].endswith("24:00")


def test_working_days_can_be_counted_from_the_very_moment():
    exact = office(working_day_rule="same_time")
    assert due_at(at("2025-03-10 10:00"), 1, Unit.WORKING_DAY, exact).due == at("2025-03-11 10:00")
    assert due_at(at("2025-03-10 22:00"), 1, Unit.WORKING_DAY, exact).due == at("2025-03-11 17:00")
    assert due_at(at("2025-03-07 10:00"), Decimal("1.5"), Unit.WORKING_DAY, exact).due == at("2025-03-10 14:45")


def test_a_pause_of_a_day_costs_a_day_and_a_pause_at_night_costs_nothing():
    start = at("2025-03-10 10:00")
    day = [(at("2025-03-11 10:00"), at("2025-03-12 10:00"))]
    assert due_at(start, 3, Unit.WORKING_DAY, OFFICE, day).due == at("2025-03-14 17:00")
    night = [(at("2025-03-11 18:00"), at("2025-03-12 08:00"))]
    assert due_at(start, 3, Unit.WORKING_DAY, OFFICE, night).due == at("2025-03-13 17:00")
    holiday = [(at("2025-10-01 00:00"), at("2025-10-08 23:00"))]
    assert due_at(at("2025-09-30 10:00"), 1, Unit.WORKING_DAY, OFFICE, holiday).due == at("2025-10-09 17:00")


def test_a_pause_on_the_day_that_does_not_count_costs_nothing():
    pause = [(at("2025-03-10 11:00"), at("2025-03-10 16:00"))]
    assert due_at(at("2025-03-10 10:00"), 1, Unit.WORKING_DAY, OFFICE, pause).due == at("2025-03-11 17:00")


def test_a_pause_in_a_natural_limit_costs_its_whole_length():
    pause = [(at("2025-03-10 18:00"), at("2025-03-11 08:00"))]
    assert due_at(at("2025-03-10 17:00"), 2, Unit.URGENT_HOUR, OFFICE, pause).due == at("2025-03-11 09:00")


def test_a_pause_after_the_end_changes_nothing():
    pause = [(at("2025-03-11 17:00"), at("2025-03-13 10:00"))]
    assert due_at(at("2025-03-10 10:00"), 1, Unit.WORKING_DAY, OFFICE, pause).due == at("2025-03-11 17:00")


def test_an_open_pause_leaves_the_end_open_and_says_so():
    start, pause = at("2025-03-10 10:00"), [(at("2025-03-11 12:00"), None)]
    now = at("2025-03-13 12:00")
    derivation = due_at(start, 2, Unit.WORKING_DAY, OFFICE, pause, now)
    assert derivation.paused_since == at("2025-03-11 12:00")
    assert derivation.due == at("2025-03-14 17:00")
    assert "如现在恢复" in derivation.explain()[-1]
    assert due_at(start, 2, Unit.WORKING_DAY, OFFICE, pause).due == at("2025-03-12 17:00")
    for day in (11, 13, 25):
        rest = remaining(at(f"2025-03-{day} 15:00"), start, 2, Unit.WORKING_DAY, OFFICE, pause)
        assert rest.paused
        assert not rest.overdue
        assert rest.text() == "剩 1.5 个工作日（暂停中）"


def test_an_open_pause_that_began_too_late_does_not_save_the_limit():
    pause = [(at("2025-03-12 09:30"), None)]
    derivation = due_at(at("2025-03-10 10:00"), 1, Unit.WORKING_DAY, OFFICE, pause, at("2025-03-14 10:00"))
    assert derivation.paused_since is None
    assert derivation.due == at("2025-03-11 17:00")


def test_what_is_left_is_said_in_words():
    start = at("2025-03-10 10:00")

    def text(now, lang="zh"):
        return remaining(at(now), start, 3, Unit.WORKING_DAY, OFFICE).text(lang)

    assert text("2025-03-10 11:00") == "剩 3 个工作日"
    assert text("2025-03-12 09:00", "en") == "2 working days left"
    assert text("2025-03-13 09:00", "en") == "1 working day left"
    assert text("2025-03-13 14:00") == "剩 3 工作时"
    assert text("2025-03-13 14:00", "en") == "3 working h left"
    assert text("2025-03-14 14:00") == "超 3 工作时 30 分"
    assert text("2025-03-13 16:59:30") == "剩 不足 1 分"
    assert remaining(at("2025-03-10 10:10"), start, 2, Unit.URGENT_HOUR, OFFICE).text() == "剩 1 小时 50 分"
    assert remaining(at("2025-03-12 10:10"), start, 7, Unit.NATURAL_DAY, OFFICE).text("en") == "4 d 23 h left"


def test_over_a_weekend_the_real_time_is_told_because_working_time_stands_still():
    friday_evening, saturday = at("2025-03-14 17:00"), at("2025-03-15 09:10")
    assert left(saturday, friday_evening, Unit.WORKING_DAY, OFFICE).text() == "超 16 小时 10 分（非工作时间）"
    assert left(saturday, friday_evening, Unit.WORKING_HOUR, OFFICE).text("en") == (
        "16 h 10 min overdue (outside working hours)"
    )
    start = at("2025-03-11 17:00")
    assert remaining(saturday, start, 3, Unit.WORKING_DAY, OFFICE).text() == "超 16 小时 10 分（非工作时间）"
    monday = at("2025-03-17 09:00")
    assert left(saturday, monday, Unit.WORKING_HOUR, OFFICE).text() == "剩 1 天 23 小时（非工作时间）"
    assert left(at("2025-03-17 11:00"), friday_evening, Unit.WORKING_HOUR, OFFICE).text() == "超 2 工作时"


def test_a_holiday_added_later_moves_the_end_and_the_make_up_day_brings_it_back():
    start = at("2025-03-10 10:00")
    assert due_at(start, 3, Unit.WORKING_DAY, OFFICE).due == at("2025-03-13 17:00")
    days = {day: (spans, name) for day, spans, name in days_of_years([2025])}
    off = office(version=2, days={**days, date(2025, 3, 12): ([], "停电")})
    assert due_at(start, 3, Unit.WORKING_DAY, off).due == at("2025-03-14 17:00")
    short = office(version=3, days={**days, date(2025, 3, 13): ([["09:00", "11:00"]], "半天")})
    assert due_at(start, 3, Unit.WORKING_DAY, short).due == at("2025-03-13 11:00")


def test_a_duty_office_works_around_the_clock():
    duty = Calendar("duty", 1, "Asia/Shanghai", {day: [(time(0), time(0))] for day in range(7)})
    assert due_at(at("2025-10-01 22:00"), 4, Unit.WORKING_HOUR, duty).due == at("2025-10-02 02:00")
    assert due_at(at("2025-10-01 22:00"), 1, Unit.WORKING_DAY, duty).due == at("2025-10-03 00:00")
    assert is_working(at("2025-10-05 03:00"), duty)


def test_reminders_wait_for_working_time():
    assert next_working_moment(at("2025-09-30 17:00"), OFFICE) == at("2025-10-09 09:00")
    assert next_working_moment(at("2025-09-28 12:10"), OFFICE) == at("2025-09-28 13:30")
    assert next_working_moment(at("2025-03-10 09:00"), OFFICE) == at("2025-03-10 09:00")


def test_warnings_by_share_and_by_what_is_left():
    start = at("2025-03-10 10:00")
    assert fraction_at(start, 5, Unit.WORKING_DAY, OFFICE, 0.8) == at("2025-03-14 17:00")
    due = due_at(start, 5, Unit.WORKING_DAY, OFFICE).due
    assert due == at("2025-03-17 17:00")
    assert before_due(due, 4, Unit.WORKING_HOUR, OFFICE) == at("2025-03-17 11:30")
    assert before_due(due, 1, Unit.WORKING_DAY, OFFICE) == at("2025-03-17 09:00")
    assert before_due(due, 30, Unit.NATURAL_MINUTE, OFFICE) == at("2025-03-17 16:30")
    lunch = [(at("2025-03-17 14:00"), at("2025-03-17 15:00"))]
    assert before_due(due, 3, Unit.WORKING_HOUR, OFFICE, lunch) == at("2025-03-17 11:30")


def test_a_limit_that_passes_the_known_holidays_says_so():
    lines = due_at(at("2026-12-30 10:00"), 5, Unit.WORKING_DAY, OFFICE).explain()
    assert any("2026年12月31日" in line for line in lines)
    assert not any("尚未载入" in line for line in due_at(at("2025-12-30 10:00"), 5, Unit.WORKING_DAY, OFFICE).explain())


def test_the_derivation_of_a_national_holiday_reads_well():
    assert due_at(at("2025-09-26 16:00"), 5, Unit.WORKING_DAY, OFFICE).explain() == [
        "2025-09-26 16:00 起计",
        "时限 5 个工作日：当日不计，次日（工作日）起算，计至末日终了",
        "2025-09-27 周末，不计",
        "2025-09-28（国庆节，调休上班） 计 1 个工作日",
        "2025-09-29至2025-09-30 计 2 个工作日",
        "2025-10-01至2025-10-05 国庆节，不计",
        "2025-10-06 中秋节，不计",
        "2025-10-07至2025-10-08 国庆节，不计",
        "2025-10-09至2025-10-10 计 2 个工作日",
        "到期 2025-10-10 17:00",
    ]


def test_nothing_to_do_is_due_at_once():
    assert due_at(at("2025-03-10 20:00"), 0, Unit.WORKING_DAY, OFFICE).due == at("2025-03-11 09:00")
    assert due_at(at("2025-03-10 20:00"), 0, Unit.URGENT_HOUR, OFFICE).due == at("2025-03-10 20:00")


def test_years_before_the_first_question_can_be_asked_later():
    calendar = office()
    assert due_at(at("2026-03-09 10:00"), 1, Unit.WORKING_DAY, calendar).due == at("2026-03-10 17:00")
    assert due_at(at("2010-03-08 10:00"), 1, Unit.WORKING_DAY, calendar).due == at("2010-03-09 17:00")
    assert working_seconds(at("2010-03-08 00:00"), at("2010-03-09 00:00"), calendar) == int(6.5 * 3600)
    assert due_at(at("2026-03-09 10:00"), 1, Unit.WORKING_DAY, calendar).due == at("2026-03-10 17:00")


def test_a_limit_of_many_years_is_still_exact():
    days = timedelta(days=3650)
    assert due_at(at("2025-03-10 10:00"), 3650, Unit.NATURAL_DAY, OFFICE).due == at("2025-03-10 10:00") + days
    long = due_at(at("2025-03-10 10:00"), 2500, Unit.WORKING_DAY, OFFICE).due
    assert long.year >= 2034
    assert (long.hour, long.minute) == (17, 0)


def test_day_rules_are_the_two_that_are_documented():
    assert {rule.value for rule in DayRule} == {"close_of_day", "same_time"}
