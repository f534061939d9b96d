"""Working calendars come in by table, each change a new version."""

import pytest

from chengyun.kernel import calendars
from chengyun.kernel.models import Calendar

from .test_masterdata import bring_in, errors_of, preview

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _default():
    calendars.ensure_default()


def test_a_variant_with_other_hours_keeps_the_holidays_of_its_parent():
    bring_in(
        "calendars",
        "编码,名称,上级日历,周一,周二,周三,周四,周五,周六,来源\n"
        "hall,办事大厅,standard,09:00-17:00,09:00-17:00,09:00-17:00,09:00-17:00,09:00-17:00,09:00-12:00,测试\n",
    )
    from datetime import date

    hall = calendars.calendar_for("hall")
    assert [str(t)[:5] for span in hall.weekly[5] for t in span] == ["09:00", "12:00"]
    assert hall.exceptions[date(2026, 10, 1)] == ()


def test_a_day_can_be_closed_opened_or_given_hours_and_the_version_moves():
    before = Calendar.objects.get(code="standard").version
    bring_in(
        "calendar_days",
        "日历编码,日期,工作时段,名称,来源\n"
        "standard,2026-12-07,休,演示停工,测试\nstandard,2026-12-12,班,演示补班,测试\n"
        "standard,2026-12-13,10:00-12:00,演示半天,测试\n",
    )
    from datetime import date

    calendar = calendars.calendar_for("standard")
    assert calendar.exceptions[date(2026, 12, 7)] == ()
    assert len(calendar.exceptions[date(2026, 12, 12)]) == 2
    assert len(calendar.exceptions[date(2026, 12, 13)]) == 1
    assert Calendar.objects.get(code="standard").version == before + 1


def test_hours_that_make_no_sense_are_named_by_row():
    seen = preview(
        "calendar_days",
        "日历编码,日期,工作时段,来源\nstandard,2026-12-07,上午,测试\nstandard,2026-12-08,12:00-09:00,测试\n",
    )
    assert [(row, column) for row, column, _ in errors_of(seen)] == [(2, "spans"), (3, "spans")]
    assert not seen.token


def test_holidays_loaded_by_command_are_in_the_history_of_the_table():
    from chengyun.org.access import system_actor
    from chengyun.org.masterdata.working_calendars import import_holidays
    from chengyun.org.models import MasterDataChange

    Calendar.objects.get(code="standard").days.filter(date__year=2026).delete()
    changed = import_holidays((2026,), "standard", system_actor("命令行"))
    kept = MasterDataChange.objects.filter(kind="calendar_days")
    assert kept.count() == changed > 20
    assert set(kept.values_list("origin", "account_name")) == {("command", "命令行")}
    assert import_holidays((2026,), "standard", system_actor("命令行")) == 0
    assert kept.count() == changed
    with pytest.raises(ValueError, match="1999"):
        import_holidays((1999,), "standard", system_actor("命令行"))
