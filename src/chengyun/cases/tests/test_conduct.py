"""What a district sets without programmers: steps off for a category, the ladder, words of messages, dated limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import offers, watch
from chengyun.cases.models import Callback, Case, Clock, Event, LadderRung, LimitPolicy, Notice
from chengyun.kernel import revision
from chengyun.kernel.models import Revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor
from chengyun.org.masterdata import history, rows, saving, service, trials
from chengyun.org.models import MasterDataTrial

from .invariants import check_all
from .world import at

pytestmark = pytest.mark.django_db
ANN = system_actor("管理员安")


def add(kind, **values):
    return saving.save(service.kind_of(kind), {"source": "测试", **values}, ANN, reason="测试")


def off(step, category="", lifecycle="request"):
    return add("steps", lifecycle=lifecycle, step=step, category=category, enabled=False)


def event_names(number):
    return list(Event.objects.filter(case__number=number).order_by("seq").values_list("action", "actor_name"))


# --- steps ------------------------------------------------------------------------------------------------------------
def test_a_category_without_review_goes_straight_to_the_callback_and_the_story_says_so(world):
    off("review", "public")
    number = world.replied()
    assert world.state(number) == "callback"
    assert event_names(number)[-1] == ("review", "流程设置")
    assert Event.objects.filter(case__number=number).last().payload["note"] == "本类别免审核"
    assert not Clock.objects.filter(case__number=number, stage="review").exists()
    assert Callback.objects.filter(case__number=number).count() == 1
    check_all()


def test_a_category_without_review_and_callback_waits_for_closing(world):
    off("review", "light")
    off("callback", "light")
    number = world.replied()
    assert world.state(number) == "to_close"
    assert not Callback.objects.exists()
    world.do(number, "close", "clerk")
    check_all()


def test_the_nearest_category_decides(world):
    off("callback", "public")
    add("steps", lifecycle="request", step="callback", category="light", enabled=True)
    number = world.replied()
    world.do(number, "review", "clerk")
    assert world.state(number) == "callback"


def test_without_first_contact_there_is_no_limit_for_it_and_it_is_not_offered(world):
    off("contact")
    number = world.handling()
    assert not Clock.objects.filter(case__number=number, stage="contact").exists()
    work = watch.engine.load(number, world.lights)
    assert "contact" not in {offer["code"] for offer in offers.offers(work, world.lights)}
    with pytest.raises(Problem, match="不需要先行联系"):
        world.do(number, "contact", "lights", what="电话")


def test_a_contact_that_need_not_happen_any_more_does_not_become_overdue(world):
    number = world.handling()
    off("contact")
    watch.recompute()
    assert Clock.objects.get(case__number=number, stage="contact").state == Clock.CANCELLED
    assert Clock.objects.get(case__number=number, stage="reply").state == Clock.RUNNING


def test_an_urban_event_without_check_is_ready_to_close(world):
    off("check", "E01", "urban_event")
    number = world.request(kind="event", lifecycle="urban_event", category_id=world.garbage.pk).case.number
    world.do(number, "open_case", "clerk")
    world.do(number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    world.do(number, "acknowledge", "lights")
    world.do(number, "reply", "lights", reply="已拆除违建")
    assert world.state(number) == "to_close"
    assert event_names(number)[-1] == ("skip_check", "流程设置")


def test_only_steps_that_the_lifecycle_calls_optional_can_be_switched_off(world):
    with pytest.raises(Problem, match="不能关"):
        off("check", lifecycle="request")


# --- ladder and messages ----------------------------------------------------------------------------------------------
def test_the_district_s_own_ladder_is_climbed_and_its_words_are_used(world, clock):
    clock.to("2026-09-28 10:00")
    add("ladder", code="a", level=1, amount=2, unit="working_hour", to="dispatchers")
    add("message_templates", code="escalate", text="第{level}级 {stage} {number}")
    number = world.handling()
    due = Clock.objects.get(case__number=number, stage="contact").due_at
    for moment in (due, due + timedelta(minutes=1), due + timedelta(days=1), due + timedelta(days=20)):
        watch.sweep(moment)
    levels = Event.objects.filter(case__number=number, action="escalate", payload__stage="contact")
    assert [event.payload["told"] for event in levels] == ["派单员"]
    told = Notice.objects.get(account_id=world.clerk.account_id, kind="escalate1", text__contains="先行联系")
    assert told.text == f"第1级 先行联系 {number}"


def test_a_reminder_says_what_the_district_has_worded(world):
    add("message_templates", code="urge", text="请尽快办理 {number}（{who}：{note}）")
    number = world.handling()
    world.do(number, "urge", "clerk", note="已第二次来电")
    assert Notice.objects.get(kind="urge").text == f"请尽快办理 {number}（clerk：已第二次来电）"


def test_rungs_that_have_all_ended_mean_no_escalation(world, clock):
    clock.to("2026-09-28 10:00")
    LadderRung.objects.create(
        code="old", level=1, amount=1, unit="working_day", to="supervisors", valid_to="2020-01-01", source="测试"
    )
    revision.bump("catalogue")
    number = world.handling()
    for days in (3, 4, 30):
        watch.sweep(at("2026-09-28 10:00") + timedelta(days=days))
    assert not Event.objects.filter(case__number=number, action="escalate").exists()
    assert watch.sweep(at("2026-09-28 10:00") + timedelta(days=60)) == 0


@pytest.mark.parametrize("text", ["{unknown}", "{number", "{number!r}", "{number:>9}", "{0}"])
def test_a_template_that_cannot_be_filled_is_refused(world, text):
    with pytest.raises(Problem):
        add("message_templates", code="overdue", text=text)


# --- limits that begin later ------------------------------------------------------------------------------------------
def later(days=5, **more):
    """A shorter limit for answering, valid in some days."""
    stages = [{"stage": "reply", "amount": 1, "unit": "working_day", "warn": 0.5}]
    begins = (timezone.localdate() + timedelta(days=days)).isoformat()
    return {"code": "default", "version": 2, "lifecycle": "request", "stages": stages, "valid_from": begins,
            "source": "新规定", **more}  # fmt: skip


def test_a_limit_dated_ahead_reaches_running_cases_on_its_day_by_itself(world, clock):
    clock.to("2026-09-28 10:00")
    number = world.handling()
    due = Clock.objects.get(case__number=number, stage="reply").due_at
    add("limits", **later(days=2))
    watch.follow_changes()
    assert Clock.objects.get(case__number=number, stage="reply").due_at == due
    clock.to("2026-09-29 10:00")
    assert watch.follow_changes() is None
    clock.to("2026-09-30 00:01")
    assert watch.follow_changes()["moved"] == 1
    assert Clock.objects.get(case__number=number, stage="reply").due_at < due
    assert watch.follow_changes() is None
    assert Revision.objects.filter(topic=watch.DAY).count() == 1


# --- dry runs ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def followed(world):
    """The platform has looked at its limits once, as the worker does after the start."""
    watch.follow_changes()


def ask(kind, actor=ANN, **values):
    return trials.ask(service.kind_of(kind), {"source": "测试", **values}, None, actor)


def test_a_dry_run_says_what_a_limit_would_do_and_then_exactly_that_happens(world, clock, followed):
    clock.to("2026-09-28 10:00")
    numbers = [world.handling() for _ in range(3)]
    world.request()
    clock.by(days=3)
    result = ask("limits", **later(days=0)).result
    assert (result["cases"], result["changed"], result["complete"]) == (4, 3, True)
    assert (result["figures"]["earlier"], result["figures"]["newly_overdue"]) == (3, 3)
    assert [row["name"] for row in result["stages"]] == ["办理答复"]
    assert {row["number"] for row in result["examples"]} == set(numbers)
    add("limits", **later(days=0))
    assert watch.follow_changes()["moved"] == result["figures"]["earlier"]
    after = {r["number"]: r["after"] for r in result["examples"]}
    for number in numbers:
        due = Clock.objects.get(case__number=number, stage="reply").due_at
        assert after[number] == timezone.localtime(due).isoformat()


def test_a_dry_run_writes_nothing_but_its_answer(world):
    world.handling()
    before = list(Clock.objects.order_by("id").values())
    with CaptureQueriesContext(connection) as seen:
        ask("limits", **later(days=0))
    written = [q["sql"] for q in seen if q["sql"].lstrip().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert all("masterdatatrial" in sql for sql in written)
    assert list(Clock.objects.order_by("id").values()) == before
    assert LimitPolicy.objects.filter(code="default").count() == 1


def test_a_dry_run_of_a_holiday_moves_what_ends_after_it(world, clock, followed):
    clock.to("2026-09-28 10:00")
    world.handling()
    day = {"calendar": "standard", "date": "2026-09-29", "spans": "休", "name": "停电"}
    result = ask("calendar_days", **day).result
    assert result["figures"]["later"] >= 2
    assert result["figures"]["earlier"] == 0
    week = {"code": "standard", "name": "标准", "mon": "09:00-12:00", "tue": "09:00-12:00", "wed": "09:00-12:00"}
    assert trials.ask(service.kind_of("calendars"), week, ("standard",), ANN).result["figures"]["earlier"] >= 2
    add("calendar_days", **day)
    assert watch.follow_changes()["moved"] == result["figures"]["later"]


def test_a_dry_run_of_a_step_counts_the_cases_that_will_go_without_it(world):
    world.handling()
    standing = world.replied()
    result = ask("steps", lifecycle="request", step="review", category="public", enabled=False).result
    assert result["figures"] == {"without": 1, "with_again": 0, "at_step": 1, "past": 0}
    assert standing not in {row["number"] for row in result["examples"]}


def test_who_may_not_see_cases_gets_figures_and_numbers_but_no_titles(world):
    number = world.handling()
    blind = world.person("rules", "centre", [])
    row = ask("limits", actor=blind, **later(days=0)).result["examples"][0]
    assert (row["number"], row["title"], row["visible"]) == (number, None, False)
    row = ask("limits", actor=world.clerk, **later(days=0)).result["examples"][0]
    assert (row["visible"], row["title"]) == (True, Case.objects.get(number=number).title)


def test_many_open_cases_are_left_to_the_worker_with_progress(world, monkeypatch, django_capture_on_commit_callbacks):
    world.handling()
    monkeypatch.setattr(trials, "AT_ONCE", 0)
    trial = ask("limits", **later(days=0))
    assert (trial.state, trial.result) == ("queued", None)
    trials.work_off(str(trial.pk))
    trial = MasterDataTrial.objects.get(pk=trial.pk)
    assert (trial.state, trial.looked, trial.total) == ("done", 1, 1)
    assert trial.result["figures"]["earlier"] == 1


def test_a_dry_run_of_a_wrong_row_names_the_cell(world):
    stages = [{"stage": "penalty", "amount": 1, "unit": "month"}]
    with pytest.raises(Problem, match="没有阶段"):
        ask("limits", code="x", version=1, lifecycle="request", stages=stages)


def test_the_history_of_a_limit_tells_only_the_stages_that_changed(world):
    kind = service.kind_of("limits")
    row = rows.one(kind, ("default", 1))
    stages = [{**s, "amount": 8} if s["stage"] == "reply" else s for s in row["values"]["stages"]]
    done = saving.save(kind, {"stages": stages}, ANN, key=("default", 1), seen=row["etag"], reason="新规定")
    (difference,) = history.shown(kind, done)["differences"]
    assert (difference["before"], difference["after"]) == ("办理答复 5 工作日 0.8", "办理答复 8 工作日 0.8")


def test_limits_go_out_to_a_table_and_come_back_without_a_change(world):
    import io

    add("limits", **later(condition={"kind": ["complaint", "help"], "urgency": "urgent"}, category="public"))
    questions = [{"code": "q", "text": "满意吗", "options": ["是", "否"]}]
    add("scripts", code="s", text="您好，\n请问满意吗？", questions=questions)
    for code in ("limits", "scripts", "ladder", "steps", "message_templates"):
        for form in ("csv", "xlsx"):
            content, _, _ = service.export(service.kind_of(code), form)
            seen = service.preview(service.kind_of(code), io.BytesIO(content), f"x.{form}", ANN)
            assert not {k: v for k, v in seen.counts.items() if k != "unchanged" and v}, (code, form, seen.rows)
