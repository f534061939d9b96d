"""What an administrator notices on the pages: search, save, conflict, history, undo, and changes that wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.kernel import calendars
from chengyun.kernel.problems import Problem
from chengyun.org.access import actor_for, system_actor
from chengyun.org.masterdata import history, rows, saving, service
from chengyun.org.masterdata.columns import Column
from chengyun.org.masterdata.writing import key_text
from chengyun.org.models import Account, MasterDataChange, Post, Role, Unit, UnitName

pytestmark = pytest.mark.django_db

ANN, BOB = system_actor("管理员安"), system_actor("管理员博")


@pytest.fixture(autouse=True)
def _fresh():
    rows.forget()
    yield
    rows.forget()


def kind(code="units"):
    return service.kind_of(code)


def change(code, key, values, who=ANN, reason="调整", **more):
    found = kind(code)
    seen = rows.one(found, key)["etag"]
    return saving.save(found, values, who, key=key, seen=seen, reason=reason, **more)


def test_a_table_is_searched_by_code_words_pinyin_and_initials(units):
    Unit.objects.filter(code="D1").update(name="区城市管理执法局")
    rows.forget()
    for q in ("D1", "管理执法", "guanli", "qcsglzfj", "城市 执法"):
        assert [row["values"]["code"] for row in rows.listing(kind(), q=q)["rows"]] == ["D1"], q
    assert rows.listing(kind(), q="没有的")["rows"] == []


def test_rows_show_what_they_refer_to_by_name_and_whether_they_are_valid(units):
    Unit.objects.filter(code="S1-1").update(valid_to=timezone.localdate() - timedelta(days=1))
    Unit.objects.filter(code="S1").update(valid_from=timezone.localdate() + timedelta(days=9))
    rows.forget()
    found = {row["values"]["code"]: row for row in rows.listing(kind())["rows"]}
    assert found["S1-1"]["names"]["parent"] == {"S1": "单位S1"}
    assert (found["S1-1"]["state"], found["S1"]["state"], found["C"]["state"]) == ("closed", "future", "current")
    assert [row["values"]["code"] for row in rows.listing(kind(), state="closed")["rows"]] == ["S1-1"]


def test_a_row_is_added_and_the_history_says_who_and_why(units):
    done = saving.save(kind(), {"code": "N", "name": "新局", "kind": "department"}, ANN, reason="机构改革")
    assert Unit.objects.get(code="N").pinyin
    told = history.shown(kind(), done)
    assert (told["action"], told["by"], told["reason"]) == ("create", "管理员安", "机构改革")
    assert {"column": "name", "label": "单位名称", "before": "", "after": "新局"} in told["differences"]


def test_wrong_cells_are_named_and_nothing_is_saved(units):
    with pytest.raises(Problem) as refused:
        saving.save(kind(), {"code": "N", "kind": "星球"}, ANN)
    assert {error["field"] for error in refused.value.extra["errors"]} == {"name", "kind"}
    assert not Unit.objects.filter(code="N").exists()


def test_the_code_of_a_row_stays(units):
    with pytest.raises(Problem, match="编码不能改"):
        change("units", ("D1",), {"code": "D9", "name": "改名", "kind": "department"})


def test_an_existing_code_cannot_be_added_again(units):
    with pytest.raises(Problem) as refused:
        saving.save(kind(), {"code": "D1", "name": "又一个", "kind": "department"}, ANN)
    assert refused.value.status == 409


def test_the_second_of_two_administrators_gets_the_difference_and_loses_nothing(units):
    seen = rows.one(kind(), ("D1",))["etag"]
    saving.save(kind(), {"name": "安的名称"}, ANN, key=("D1",), seen=seen)
    with pytest.raises(Problem) as refused:
        saving.save(kind(), {"name": "博的名称", "phone_duty": "1"}, BOB, key=("D1",), seen=seen)
    assert (refused.value.status, refused.value.code) == (409, "stale_row")
    assert "管理员安" in refused.value.detail
    differences = {row["column"]: row for row in refused.value.extra["differences"]}
    assert differences["name"] == {"column": "name", "label": "单位名称", "yours": "博的名称", "now": "安的名称"}
    saving.save(kind(), {"name": "博的名称"}, BOB, key=("D1",), seen=refused.value.extra["etag"])
    assert Unit.objects.get(code="D1").name == "博的名称"


def test_a_change_is_undone_as_a_new_change(units):
    done = change("units", ("D1",), {"name": "改错了", "phone_duty": "027-1"})
    undone = history.undo(done, BOB, "改错了")
    assert Unit.objects.get(code="D1").name == "单位D1"
    assert (undone.origin, undone.undoes_id, undone.reason) == ("undo", done.pk, "改错了")
    with pytest.raises(Problem, match="已经撤销过"):
        history.undo(done, BOB, "")
    history.undo(undone, ANN, "其实没错")
    assert Unit.objects.get(code="D1").name == "改错了"


def test_an_older_change_is_undone_only_if_nobody_changed_the_same_later(units):
    first = change("units", ("D1",), {"name": "一"})
    other = change("units", ("D1",), {"phone_duty": "027-1"})
    change("units", ("D1",), {"name": "二"}, who=BOB)
    with pytest.raises(Problem, match="单位名称 后来又由 管理员博 改过"):
        history.undo(first, ANN, "")
    history.undo(other, ANN, "")
    unit = Unit.objects.get(code="D1")
    assert (unit.name, unit.phone_duty) == ("二", "")


def test_a_new_row_is_taken_back_unless_something_uses_it(units):
    made = saving.save(kind(), {"code": "N", "name": "新局", "kind": "department"}, ANN)
    post = Post.objects.create(code="P", name="岗", unit=Unit.objects.get(code="N"))
    with pytest.raises(Problem) as refused:
        history.undo(made, ANN, "")
    assert refused.value.extra["used_by"] == ["岗位"]
    post.delete()
    history.undo(made, ANN, "")
    assert not Unit.objects.filter(code="N").exists()


def test_a_row_named_by_text_in_another_table_is_in_use_too(units, make_account):
    calendars.ensure_default()
    calendars.save_calendar("late", name="晚班", parent="standard")
    Unit.objects.filter(code="D1").update(calendar_code="late")
    assert kind("calendars").used_by(("late",)) == ["单位"]


def test_grants_are_removed_and_come_back_by_undoing(units, make_account):
    account = make_account("jie", ["org.view"], scope="D1")
    key = ("jie", "role-jie", "D1", None, None)
    done = saving.delete(kind("grants"), key, ANN, seen=rows.one(kind("grants"), key)["etag"], reason="调离")
    assert not actor_for(account).can("org.view")
    history.undo(done, ANN, "弄错人")
    assert actor_for(Account.objects.get(pk=account.pk)).can("org.view")


def test_rows_of_most_tables_are_closed_not_removed(units):
    with pytest.raises(Problem, match="有效期止"):
        saving.delete(kind(), ("D1",), ANN, seen=rows.one(kind(), ("D1",))["etag"], reason="")


def test_the_last_administrator_cannot_take_the_rights_from_everybody(units, make_account):
    make_account("root", ["role.manage"])
    with pytest.raises(Problem, match="没有人能管理角色"):
        change("roles", ("role-root",), {"permissions": ["org.view"]})
    assert Role.objects.get(code="role-root").permissions == ["role.manage"]
    with pytest.raises(Problem):
        change("accounts", ("root",), {"is_active": False})
    make_account("other", ["role.manage"])
    change("roles", ("role-root",), {"permissions": ["org.view"]})


def test_renaming_on_a_page_keeps_the_old_name(units):
    Unit.objects.filter(code="D1").update(valid_from="2020-01-01")
    rows.forget()
    change("units", ("D1",), {"name": "新名", "changed_on": "2026-05-01"})
    assert UnitName.objects.get().name == "单位D1"


def test_imports_and_profiles_leave_history_too(units):
    import io

    seen = service.preview(kind(), io.BytesIO("code,name,kind\nD1,导入名,department\n".encode()), "单位.csv", ANN)
    service.commit(kind(), seen.token, ANN, "年度核对")
    row = MasterDataChange.objects.get()
    assert (row.origin, row.reason, row.before["name"], row.after["name"]) == (
        "import", "导入 单位.csv：年度核对", "单位D1", "导入名",
    )  # fmt: skip


def test_what_a_kind_changes_along_with_a_row_is_in_the_history(db):
    saving.save(kind("areas"), {"code": "A", "name": "甲街道", "level": "subdistrict", "valid_from": "2020-01-01"}, ANN)
    new = {"code": "A", "name": "新甲街道", "level": "subdistrict", "valid_from": "2026-01-01"}
    saving.save(kind("areas"), new, ANN, reason="更名")
    closed = MasterDataChange.objects.get(kind="areas", action="update")
    assert (closed.key, closed.after["valid_to"]) == (key_text(("A", "2020-01-01")), "2025-12-31")


def test_a_change_dated_ahead_waits_and_takes_effect_by_itself(units):
    when = timezone.now() + timedelta(days=3)
    waits = change("units", ("D1",), {"name": "下月的名称"}, effective_at=when)
    assert Unit.objects.get(code="D1").name == "单位D1"
    assert rows.one(kind(), ("D1",))["waiting"] == 1
    assert history.apply_due() == {"done": 0, "failed": 0}
    change("units", ("D1",), {"phone_duty": "027-2"})
    assert history.apply_due(when + timedelta(minutes=1)) == {"done": 1, "failed": 0}
    unit = Unit.objects.get(code="D1")
    assert (unit.name, unit.phone_duty) == ("下月的名称", "027-2")
    waits.refresh_from_db()
    assert waits.state == "done"
    assert waits.settled_at
    history.undo(waits, ANN, "推迟")
    assert Unit.objects.get(code="D1").name == "单位D1"


def test_a_waiting_change_is_cancelled_by_undoing_and_fails_when_somebody_changed_the_same(units):
    when = timezone.now() + timedelta(days=3)
    one = change("units", ("D1",), {"name": "一"}, effective_at=when)
    history.undo(one, BOB, "不改了")
    one.refresh_from_db()
    assert one.state == "cancelled"
    two = change("units", ("D1",), {"name": "二"}, effective_at=when)
    change("units", ("D1",), {"name": "现在就改"})
    assert history.apply_due(when) == {"done": 0, "failed": 1}
    two.refresh_from_db()
    assert (two.state, Unit.objects.get(code="D1").name) == ("failed", "现在就改")
    assert "等待期间有人改过：单位名称" in two.error
    assert [row.pk for row in history.waiting(ANN)] == [two.pk]


def test_a_new_row_can_wait_for_its_day(units):
    when = timezone.now() + timedelta(hours=1)
    saving.save(kind(), {"code": "N", "name": "新局", "kind": "department"}, ANN, effective_at=when)
    assert not Unit.objects.filter(code="N").exists()
    history.apply_due(when)
    assert Unit.objects.get(code="N").name == "新局"


def test_a_holiday_is_set_changed_and_taken_back(db):
    calendars.ensure_default()
    days = kind("calendar_days")
    key = ("standard", "2026-12-24")
    values = {"calendar": "standard", "date": "2026-12-24", "spans": "休", "name": "临时放假", "source": "区政府通知"}
    made = saving.save(days, values, ANN, reason="通知")
    assert not calendars.calendar_for().exceptions[timezone.datetime(2026, 12, 24).date()]
    change("calendar_days", key, {"spans": "09:00-11:00 14:00-15:00 16:00-17:00"})
    assert len(calendars.calendar_for().exceptions[timezone.datetime(2026, 12, 24).date()]) == 3
    with pytest.raises(Problem, match="后来又"):
        history.undo(made, ANN, "")
    history.undo(MasterDataChange.objects.last(), ANN, "")
    history.undo(made, ANN, "")
    assert timezone.datetime(2026, 12, 24).date() not in calendars.calendar_for().exceptions


def test_changing_the_name_of_a_calendar_leaves_its_week_and_rules(db):
    calendars.ensure_default()
    week = {"0": [["09:00", "12:00"]]}
    calendars.save_calendar("standard", name="标准", weekly=week, natural_day_rule="close_of_day")
    change("calendars", ("standard",), {"name": "新名"})
    row = calendars.Calendar.objects.get(code="standard")
    assert (row.weekly["0"], row.weekly["6"], row.natural_day_rule) == ([["09:00", "12:00"]], [], "close_of_day")


STAGES = Column(
    "stages", "阶段", "records",
    fields=(
        Column("stage", "阶段", "choice", choices={"reply": "答复"}, required=True),
        Column("amount", "时限", "float", required=True),
        Column("condition", "条件", "map", fields=(Column("kind", "类型"),)),
        Column("source", "依据"),
    ),
)  # fmt: skip


def test_a_small_table_in_a_cell_reads_back_as_it_was_written():
    second = {"stage": "reply", "amount": 0.5, "source": "F20; 甲|乙\\\n丙"}
    value = [{"stage": "reply", "amount": 2, "condition": {"kind": ["a", "b"]}}, second]
    assert STAGES.parse(STAGES.show(value)) == value
    assert STAGES.parse(value) == STAGES.parse("答复|2.0|kind=a,b\n答复|0.5||F20\\; 甲\\|乙\\\\\\n丙") == value


@pytest.mark.parametrize(
    "cell",
    ["答复", "星球|1", "答复|x", "答复|1|kind=a||x|y", [{"stage": "reply"}], [{"x": 1}], ["a"], 5, "答复|1|无效"],
)
def test_a_small_table_with_a_fault_is_refused_in_words(cell):
    with pytest.raises(ValueError, match=r"项|类型|应"):
        STAGES.parse(cell)
