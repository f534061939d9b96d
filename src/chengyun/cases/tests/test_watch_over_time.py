"""Limits as the days go by: what is told, when, to whom, and that it is told once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from chengyun.cases import notices, watch
from chengyun.cases.models import Case, Clock, Event, LimitPolicy, Notice
from chengyun.kernel import calendars, revision

from .invariants import check_all
from .world import at, build

pytestmark = pytest.mark.django_db


def told(number: str, *kinds: str) -> list[str]:
    """What the platform itself wrote into the history of a case, with the day and the hour."""
    kinds = kinds or ("mark_due_soon", "mark_overdue", "escalate")
    rows = Event.objects.filter(case__number=number, action__in=kinds).order_by("seq")
    return [f"{row.at.astimezone():%m-%d %H:%M} {row.action} {row.payload['stage']}" for row in rows]


def noticed(who) -> list[str]:
    return list(Notice.objects.filter(account_id=who.account_id).order_by("id").values_list("kind", flat=True))


def sweep_every(clock, minutes: int, until: str) -> None:
    """As the worker does: look again and again until a moment."""
    while clock.now < at(until):
        clock.by(minutes=minutes)
        watch.sweep()


@pytest.fixture
def waiting(world, clock):
    """A case that its unit acknowledged and contacted on Monday 28 September 2026 at 10:00, and left lying."""
    clock.to("2026-09-28 10:00")
    number = world.handling()
    world.do(number, "contact", "lights", what="电话了解情况")
    return number


def test_five_working_days_over_national_day_end_on_the_make_up_saturday(waiting):
    # 1–7 October are off, Saturday 10 October is a working day (State Council notice for 2026).
    due = Clock.objects.get(case__number=waiting, stage="reply").due_at
    assert due == at("2026-10-10 17:00")


def test_a_limit_is_announced_then_overdue_then_escalated_each_once_and_in_working_time(world, clock, waiting):
    sweep_every(clock, 30, "2026-10-20 18:00")
    reply = [line for line in told(waiting) if line.endswith("reply")]
    assert reply == [
        "10-09 17:00 mark_due_soon reply",
        "10-10 17:30 mark_overdue reply",
        "10-12 17:00 escalate reply",
        "10-14 17:00 escalate reply",
    ]
    assert noticed(world.lights).count("due_soon") == noticed(world.lights).count("overdue") == 1
    assert noticed(world.clerk).count("escalate2") == 1
    check_all()


def test_messages_of_the_night_are_seen_in_the_morning(world, clock, waiting):
    clock.to("2026-10-10 23:40")
    watch.sweep()
    shown = Notice.objects.get(account_id=world.lights.account_id, kind="overdue").visible_from
    assert shown == at("2026-10-12 09:00")
    from chengyun.cases import notices as messages

    def unread() -> int:
        return messages.page(world.accounts["lights"].pk, unread=True, group="", cursor="", limit=50)["unread"]

    assert unread() == 0
    clock.to("2026-10-12 09:00")
    assert unread() == 1


def test_urgent_cases_are_told_at_night_too(world, clock):
    clock.to("2026-09-28 10:00")
    number = world.dispatched(urgency="emergency").case.number
    clock.to("2026-10-03 02:00")
    watch.sweep()
    assert number in Notice.objects.filter(account_id=world.lights.account_id, visible_from__lte=clock.now).first().text


def test_looking_twice_at_the_same_moment_tells_nothing_twice(clock, waiting):
    for moment in ("2026-10-09 17:00", "2026-10-10 17:00", "2026-10-10 17:00:01", "2026-10-12 17:00"):
        clock.to(moment)
        watch.sweep()
        before = (told(waiting), Notice.objects.count(), Case.objects.get(number=waiting).version)
        assert watch.sweep() == 0
        assert (told(waiting), Notice.objects.count(), Case.objects.get(number=waiting).version) == before


def test_a_worker_that_was_off_for_days_tells_the_present_and_not_each_missed_step(clock, waiting):
    clock.to("2026-10-20 09:00")
    while watch.sweep():
        pass
    reply = [line for line in told(waiting) if line.endswith("reply")]
    assert [line.split()[2] for line in reply] == ["mark_overdue", "escalate", "escalate"]
    check_all()


def test_the_list_shows_due_soon_and_overdue_without_the_sweep(world, clock, waiting):
    from chengyun.cases.filters import CaseFilter
    from chengyun.cases.queries import list_cases

    def status():
        return list_cases(world.clerk, CaseFilter(), "-received_at", 10)["items"][0]["due_status"]

    assert status() == "normal"
    clock.to("2026-10-10 09:00")
    assert status() == "due_soon"
    clock.to("2026-10-12 09:00")
    assert status() == "overdue"


def test_a_crash_in_the_middle_leaves_nothing_half_told(world, clock, waiting, monkeypatch):
    clock.to("2026-10-10 18:00")
    real = notices.tell

    def fails(*args, **kwargs):
        real(*args, **kwargs)
        raise RuntimeError("the power went off")

    monkeypatch.setattr(notices, "tell", fails)
    assert watch.sweep() == 0
    assert (told(waiting), noticed(world.lights)) == ([], [])
    monkeypatch.setattr(notices, "tell", real)
    assert watch.sweep() > 0
    assert noticed(world.lights) == ["overdue"]
    check_all()


def test_one_case_that_fails_does_not_silence_the_others(world, clock, waiting, monkeypatch):
    other = world.handling("water")
    clock.to("2026-10-10 18:00")
    real = watch.look

    def look(number, now):
        if number == waiting:
            raise ValueError("a row that nobody expected")
        return real(number, now)

    monkeypatch.setattr(watch, "look", look)
    watch.sweep()
    assert told(other)


def test_more_cases_than_one_batch_are_all_looked_at(world, clock):
    numbers = [world.request().case.number for _ in range(5)]
    clock.to("2026-03-05 09:00")
    watch.sweep(batch=2)
    assert all(told(number) for number in numbers)


def test_a_suspended_case_is_silent_until_its_review_date(world, clock, waiting):
    world.do(waiting, "request_suspension", "lights", ground="season", reason="汛期不能施工", review_date="2026-11-02")
    world.do(waiting, "decide_suspension", "clerk", approve=True)
    sweep_every(clock, 720, "2026-11-01 12:00")
    watch.resume_suspended()
    assert (told(waiting), Case.objects.get(number=waiting).due_status) == ([], Case.NORMAL)
    clock.to("2026-11-02 00:30")
    assert watch.resume_suspended() == 1
    assert watch.resume_suspended() == 0
    due = Clock.objects.get(case__number=waiting, stage="reply").due_at
    assert due == at("2026-11-06 17:00")  # 28 September did not count, five whole working days are left
    sweep_every(clock, 60, "2026-11-07 09:00")
    assert "mark_overdue" in " ".join(told(waiting))
    check_all()


def test_a_returned_case_is_silent_and_its_limit_runs_on_when_the_return_is_declined(world, clock, waiting):
    clock.to("2026-09-28 16:00")
    world.do(waiting, "return", "lights", reason="unclear", explanation="地址不明，无法办理")
    sweep_every(clock, 720, "2026-10-13 09:00")
    assert [line for line in told(waiting) if line.endswith("reply")] == []
    world.do(waiting, "decline_return", "clerk", reason="地址已补充，请继续办理")
    due = Clock.objects.get(case__number=waiting, stage="reply").due_at
    assert due > at("2026-10-16 16:00")
    check_all()


def test_the_ladder_goes_on_after_a_pause(world, clock, waiting):
    clock.to("2026-10-10 18:00")
    watch.sweep()
    world.do(waiting, "request_suspension", "lights", ground="funds", reason="等待经费到位", review_date="2026-11-02")
    world.do(waiting, "decide_suspension", "clerk", approve=True)
    clock.to("2026-10-11 09:00")
    world.do(waiting, "resume", "clerk", reason="经费已到")
    sweep_every(clock, 240, "2026-10-20 09:00")
    assert [line.split()[2] for line in told(waiting) if line.endswith("reply")] == [
        "mark_overdue", "escalate", "escalate",
    ]  # fmt: skip


def test_a_new_limit_policy_moves_running_limits_and_tells_anew(world, clock, waiting):
    clock.to("2026-10-10 18:00")
    watch.sweep()
    LimitPolicy.objects.create(
        code="default", version=2, lifecycle="request", source="测试",
        stages=[{"stage": "reply", "amount": 10, "unit": "working_day"}],
    )  # fmt: skip
    revision.bump("catalogue")
    assert watch.recompute(dry_run=True)["moved"] == 1
    assert Clock.objects.get(case__number=waiting, stage="reply").due_at == at("2026-10-10 17:00")
    assert watch.recompute()["moved"] == 1
    case = Case.objects.get(number=waiting)
    assert Clock.objects.get(case=case, stage="reply").due_at == at("2026-10-16 17:00")
    clock.to("2026-10-16 18:00")
    watch.sweep()
    assert [line for line in told(waiting, "mark_overdue") if line.endswith("reply")] == [
        "10-10 18:00 mark_overdue reply", "10-16 18:00 mark_overdue reply",
    ]  # fmt: skip
    check_all()


def test_a_day_off_declared_later_moves_limits_that_seemed_overdue(world, clock, waiting):
    clock.to("2026-10-10 18:00")
    watch.sweep()
    calendars.save_days(calendars.DEFAULT_CODE, [(at("2026-10-09 00:00").date(), [], "台风停工")], source="测试")
    assert watch.recompute()["moved"] >= 1
    clock_row = Clock.objects.get(case__number=waiting, stage="reply")
    assert clock_row.due_at == at("2026-10-12 17:00")
    assert (clock_row.overdue_at, clock_row.escalation_level) == (None, 0)
    clock.to("2026-10-12 18:00")
    watch.sweep()
    assert noticed(world.lights).count("overdue") == 2
    check_all()


def test_a_redo_keeps_half_the_limit_when_the_case_is_corrected_or_limits_are_recomputed(world, clock):
    number = world.replied()
    world.do(number, "review", "clerk")
    world.do(number, "callback", "clerk", solved="no", satisfaction="dissatisfied", reasons=["slow"])
    world.do(number, "redo", "clerk", reason="仍然不亮")
    world.do(number, "edit", "clerk", urgency="urgent")
    watch.recompute()
    amounts = dict(Clock.objects.filter(case__number=number, state="running").values_list("stage", "amount"))
    assert (float(amounts["reply"]), float(amounts["close"])) == (2.5, 5)


def test_an_extension_moves_the_limit_and_both_are_told(world, clock, waiting):
    clock.to("2026-10-09 17:00")
    watch.sweep()
    world.do(waiting, "request_extension", "lights", amount="2", reason="等待配件到货", told_requester=True)
    world.do(waiting, "decide_extension", "clerk", approve=True)
    assert Clock.objects.get(case__number=waiting, stage="reply").due_at == at("2026-10-13 17:00")
    sweep_every(clock, 30, "2026-10-13 18:00")
    assert [line.split()[2] for line in told(waiting) if line.endswith("reply")] == [
        "mark_due_soon", "mark_due_soon", "mark_overdue",
    ]  # fmt: skip


def test_the_moment_a_source_asked_for_binds_unit_and_case_and_moves_with_an_extension_only(world, clock):
    clock.to("2026-09-28 10:00")
    number = world.handling(asked_due=at("2026-09-29 18:00"))
    ends = {row.stage: row.due_at for row in Clock.objects.filter(case__number=number, state=Clock.RUNNING)}
    assert ends["reply"] == ends["close"] == at("2026-09-29 18:00")
    assert Case.objects.get(number=number).next_due_at <= at("2026-09-29 18:00")
    world.do(number, "contact", "lights", what="电话了解情况")
    world.do(number, "request_extension", "lights", amount="1", reason="等待配件到货", told_requester=True)
    world.do(number, "decide_extension", "clerk", approve=True)
    assert Clock.objects.get(case__number=number, stage="reply").due_at == at("2026-09-30 17:00")
    sweep_every(clock, 30, "2026-10-01 09:00")
    assert [line for line in told(number, "mark_overdue") if line.endswith("reply")] == [
        "09-30 17:30 mark_overdue reply"
    ]


def test_a_repeated_callback_is_announced_once_per_attempt(world, clock):
    number = world.replied()
    world.do(number, "review", "clerk")
    world.do(number, "callback", "clerk", contacted=False)
    assert watch.remind_callbacks() == 0
    clock.to("2026-03-03 09:00")
    assert watch.remind_callbacks() == 1
    assert watch.remind_callbacks() == 0


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_everything_once(transactional_db, clock):
    world = build()
    clock.to("2026-09-28 10:00")
    numbers = [world.handling() for _ in range(6)]
    clock.to("2026-10-10 18:00")
    barrier = threading.Barrier(2)

    def work(_):
        barrier.wait(5)
        try:
            return watch.sweep()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        made = sum(pool.map(work, range(2)))
    assert made == Event.objects.filter(action__in=["mark_overdue", "mark_due_soon", "escalate"]).count()
    for number in numbers:
        lines = [line for line in told(number) if line.endswith("reply")]
        assert lines == ["10-10 18:00 mark_overdue reply"]
    assert noticed(world.lights).count("overdue") == len(numbers) * 2  # contact and reply of each
    check_all()
