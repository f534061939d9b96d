"""Calendars as data: import, variants, versions, journal."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from chengyun.kernel import calendars, revision
from chengyun.kernel.models import Calendar, CalendarChange, CalendarDay
from chengyun.kernel.worktime import DayRule, Unit, due_at

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = ((time(9), time(12)),)
WEEK = {str(day): [["08:30", "12:00"], ["14:30", "17:30"]] for day in range(6)}


@pytest.fixture(autouse=True)
def fresh():
    revision.forget()
    calendars._cache_key = None
    yield
    revision.forget()
    calendars._cache_key = None


def test_without_any_data_the_built_in_calendar_knows_the_holidays():
    calendar = calendars.calendar_for(None)
    assert calendar.exceptions[date(2025, 10, 1)] == ()
    assert calendar.names[date(2025, 10, 1)] == "国庆节"
    assert calendar.exceptions[date(2025, 9, 28)] == ((time(9), time(12)), (time(13, 30), time(17)))
    assert calendar.known_until is not None
    assert not Calendar.objects.exists()


def test_the_default_calendar_in_the_tables_is_the_built_in_one_with_sources():
    built_in = calendars.calendar_for(None)
    calendars.ensure_default()
    stored = calendars.calendar_for("")
    assert (stored.weekly, stored.exceptions, stored.names) == (built_in.weekly, built_in.exceptions, built_in.names)
    assert stored.known_until == built_in.known_until
    assert all(day.source.startswith("chinesecalendar") for day in CalendarDay.objects.all())
    assert "默认" in Calendar.objects.get().source


def test_doing_it_again_changes_nothing():
    calendars.ensure_default()
    version = Calendar.objects.get().version
    calendars.ensure_default()
    assert calendars.import_chinesecalendar() == 0
    assert Calendar.objects.get().version == version


def test_a_year_that_nobody_knows_yet_is_refused():
    calendars.ensure_default()
    with pytest.raises(ValueError, match="does not know"):
        calendars.import_chinesecalendar([2199])


def test_a_changed_day_is_a_new_version_that_is_used_at_once_and_written_down():
    calendars.ensure_default()
    before = calendars.calendar_for(None)
    start = datetime(2026, 3, 10, 10, tzinfo=ZONE)
    assert due_at(start, 1, Unit.WORKING_DAY, before).due.day == 11
    day = date(2026, 3, 11)
    assert calendars.save_days("standard", [(day, [], "停电")], source="区政府通知", account_id=7) == 1
    after = calendars.calendar_for(None)
    assert after.version == before.version + 1
    assert due_at(start, 1, Unit.WORKING_DAY, after).due.day == 12
    journal = CalendarChange.objects.get(version=after.version)
    assert journal.account_id == 7
    assert journal.changes == [{"date": "2026-03-11", "before": None, "after": [[], "停电"]}]
    assert calendars.save_days("standard", [(day, [], "停电")], source="区政府通知") == 0
    assert calendars.save_days("standard", [], remove=[day], source="撤销") == 1
    assert due_at(start, 1, Unit.WORKING_DAY, calendars.calendar_for(None)).due.day == 11


def test_a_variant_keeps_its_own_hours_and_follows_the_days_of_its_parent():
    calendars.ensure_default()
    calendars.save_calendar("street", name="街道", weekly=WEEK, parent="standard", source="街道作息")
    street = calendars.calendar_for("street")
    assert street.weekly[5] == ((time(8, 30), time(12)), (time(14, 30), time(17, 30)))
    assert street.exceptions[date(2025, 10, 1)] == ()
    assert street.exceptions[date(2025, 9, 28)] == street.weekly[0]
    version = street.version
    calendars.save_days("standard", [(date(2026, 12, 24), [["09:00", "12:00"]], "半天")], source="测试")
    street = calendars.calendar_for("street")
    assert street.version == version + 1
    assert street.exceptions[date(2026, 12, 24)] == MORNING
    calendars.save_days("street", [(date(2026, 12, 24), [], "休")], source="测试")
    assert calendars.calendar_for("street").exceptions[date(2026, 12, 24)] == ()
    assert calendars.calendar_for("standard").exceptions[date(2026, 12, 24)] == MORNING


def test_rules_of_days_are_data_and_inherited():
    calendars.ensure_default()
    calendars.save_calendar("exact", name="按时刻", parent="standard", working_day_rule="same_time")
    calendars.save_calendar("exact-duty", name="值班", parent="exact", weekly={"6": [["00:00", "24:00"]]})
    assert calendars.calendar_for("exact").working_day_rule is DayRule.SAME_TIME
    assert calendars.calendar_for("exact-duty").working_day_rule is DayRule.SAME_TIME
    assert calendars.calendar_for("exact-duty").weekly[6] == ((time(0), time(0)),)
    assert calendars.calendar_for("standard").working_day_rule is DayRule.CLOSE_OF_DAY


def test_saving_the_same_hours_again_is_no_new_version():
    calendars.ensure_default()
    calendars.save_calendar("street", name="街道", weekly=WEEK, parent="standard")
    calendars.save_calendar("street", name="街道", weekly=WEEK, parent="standard")
    assert Calendar.objects.get(code="street").version == 1
    calendars.save_calendar("street", name="街道（新）", weekly=WEEK, parent="standard")
    assert Calendar.objects.get(code="street").version == 2


@pytest.mark.parametrize(
    "values",
    [
        {"weekly": None},
        {"weekly": {"0": [["12:00", "09:00"]]}},
        {"weekly": {"9": [["09:00", "12:00"]]}},
        {"weekly": {"0": [["9 o'clock", "12:00"]]}},
        {"weekly": {"0": [["09:00"]]}},
        {"weekly": {"0": 5}},
        {"weekly": WEEK, "working_day_rule": "sometimes"},
    ],
)
def test_hours_that_make_no_sense_are_refused(values):
    with pytest.raises(ValueError, match=r".+"):
        calendars.save_calendar("bad", name="错", **values)
    assert not Calendar.objects.filter(code="bad").exists()


def test_a_calendar_cannot_become_its_own_ancestor():
    calendars.ensure_default()
    calendars.save_calendar("a", name="甲", parent="standard")
    calendars.save_calendar("b", name="乙", parent="a")
    with pytest.raises(ValueError, match="variant of its own variant"):
        calendars.save_calendar("a", name="甲", parent="b")


def test_a_unit_that_names_a_missing_calendar_still_gets_limits(caplog):
    calendars.ensure_default()
    assert calendars.calendar_for("missing").code == "standard"
    assert "missing" in caplog.text
    assert calendars.known_codes() == {"standard"}


def test_asking_again_costs_no_statement(django_assert_num_queries):
    calendars.ensure_default()
    first = calendars.calendar_for(None)
    with django_assert_num_queries(0):
        assert calendars.calendar_for("") is first
