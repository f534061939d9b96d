"""Dispatching alone: only where past cases were right 99 times in 100, only while it stays so, always with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases.models import Case, Event, Notice
from chengyun.dispatching import acting, proposing, training
from chengyun.dispatching.models import Acting, FirstDispatch, Proposal, Waiting
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

pytestmark = pytest.mark.django_db
ME = system_actor("值班长")


@pytest.fixture
def learnt(world, history, fake_learning):
    training.run(training.begin(ME).pk)
    Waiting.objects.all().delete()
    return world


def light(world) -> int:
    return world.categories["light"].pk


def new(world, text="公园门口路灯不亮，灯杆倾斜，晚上漆黑一片", **more) -> str:
    number = world.request(text=text, then=[("accept", {})], **more).case.number
    proposing.work_off()
    return number


# --- the cut ---------------------------------------------------------------------------------------------------------
def test_the_cut_is_the_lowest_confidence_that_was_right_99_times_in_100():
    tested = [(0.9 - n / 1000, True) for n in range(200)] + [(0.6, False)] * 20
    found = acting.fit(tested)
    assert found.cut == pytest.approx(0.701)
    assert found.precision == 1.0
    assert found.coverage == pytest.approx(200 / 220)


def test_one_mistake_in_a_hundred_is_allowed():
    tested = [(0.9, True)] * 99 + [(0.8, False)] + [(0.7, False)]
    assert acting.fit(tested).cut == 0.8


def test_equal_confidences_are_taken_together():
    assert acting.fit([(0.9, True)] * 50 + [(0.9, False)] * 10).cut is None


def test_a_few_cases_are_no_proof():
    found = acting.fit([(0.99, True)] * 10)
    assert (found.cut, found.why) == (None, "too_few")


def test_a_cut_that_does_not_hold_on_later_cases_is_none():
    tested = [(7, 0.95, True)] * 100
    assert acting.fit_all(tested, [(7, 0.96, True)] * 20)[7].cut == 0.95
    found = acting.fit_all(tested, [(7, 0.96, True)] * 15 + [(7, 0.97, False)] * 5)[7]
    assert (found.cut, found.why) == (None, "later")


@pytest.mark.parametrize(("count", "wrong", "stops"), [
    (10, 0, False), (10, 1, False), (10, 2, True), (100, 2, False), (100, 4, True), (1000, 12, False), (1000, 20, True),
    (50_000, 5_000, True),
])  # fmt: skip
def test_it_stops_when_mistakes_are_more_than_chance(count, wrong, stops):
    assert acting.improbable(count, wrong) is stops


# --- one case --------------------------------------------------------------------------------------------------------
def test_it_is_off_by_default(learnt):
    number = new(learnt)
    assert learnt.state(number) == "accepted"
    row = Acting.objects.get(category_id=light(learnt))
    assert row.cut is not None
    assert not row.active


def test_switched_on_it_dispatches_a_sure_case_and_says_why_in_the_timeline(learnt):
    acting.switch(light(learnt), True, ME)
    number = new(learnt)
    assert learnt.state(number) == "dispatched"
    case = Case.objects.get(number=number)
    assert case.lead_unit_id == learnt.units["lights"].pk
    event = Event.objects.filter(case=case, action="dispatch").get()
    assert event.actor_name == "系统派单"
    assert "置信度" in event.payload["note"]
    assert "路灯" in event.payload["note"]
    found = Proposal.objects.get(case=case)
    assert found.alone
    assert found.final_unit_id == found.top_unit_id


def test_a_case_that_waits_to_be_accepted_is_dispatched_when_it_is_accepted(learnt):
    acting.switch(light(learnt), True, ME)
    number = learnt.request(text="公园门口路灯不亮，灯杆倾斜，晚上漆黑一片").case.number
    proposing.work_off()
    assert learnt.state(number) == "logged"
    learnt.do(number, "accept", "clerk")
    proposing.work_off()
    assert learnt.state(number) == "dispatched"


@pytest.mark.parametrize("more", [{"urgency": "urgent"}, {"flags": ["sensitive"]}])
def test_what_is_not_ordinary_is_left_to_people(learnt, more):
    acting.switch(light(learnt), True, ME)
    assert learnt.state(new(learnt, **more)) == "accepted"


def test_what_it_is_not_sure_of_is_left_to_people(learnt):
    acting.switch(light(learnt), True, ME)
    Acting.objects.update(cut=1.01)
    assert learnt.state(new(learnt)) == "accepted"


def test_another_category_is_not_touched(learnt):
    acting.switch(light(learnt), True, ME)
    assert learnt.state(new(learnt, category_id=learnt.categories["public"].pk)) == "accepted"


def test_a_person_undoes_it_as_always(learnt):
    acting.switch(light(learnt), True, ME)
    number = new(learnt)
    learnt.do(number, "withdraw", "clerk")
    assert learnt.state(number) == "accepted"
    proposing.work_off()
    assert learnt.state(number) == "accepted", "what people took back is theirs"
    assert FirstDispatch.objects.get(case__number=number).taken_back


def test_without_a_cut_it_cannot_be_switched_on(world):
    with pytest.raises(Problem) as told:
        acting.switch(light(world), True, ME)
    assert told.value.code == "not_sure"
    with pytest.raises(Problem):
        acting.switch(2**40, True, ME)


# --- the daily check -------------------------------------------------------------------------------------------------
def decided(world, count: int, wrong: int) -> None:
    """Cases that the model was sure of, of which people gave some to another unit."""
    lights, water = world.units["lights"].pk, world.units["water"].pk
    for at in range(count):
        case = world.dispatched("water" if at < wrong else "lights").case
        Proposal.objects.create(
            case_id=case.pk, made_at=timezone.now(), category_id=light(world), top_unit_id=lights, sure=0.999,
            final_unit_id=water if at < wrong else lights, decided_at=timezone.now(),
        )  # fmt: skip


def test_it_stops_itself_when_people_decide_otherwise_and_tells_those_who_dispatch(world):
    Acting.objects.create(
        category_id=light(world), active=True, cut=0.9, switched_at=timezone.now() - timedelta(days=9)
    )
    decided(world, 12, 3)
    assert acting.check() == ["路灯"]
    row = Acting.objects.get()
    assert not row.active
    assert "12 件中只有 9 件正确" in row.stopped_why
    notice = Notice.objects.get(account_id=world.accounts["clerk"].pk, kind="dispatching")
    assert "自动派单已停用" in notice.text
    assert acting.check() == [], "told once"


def test_it_goes_on_while_it_is_right(world):
    Acting.objects.create(
        category_id=light(world), active=True, cut=0.9, switched_at=timezone.now() - timedelta(days=9)
    )
    decided(world, 12, 0)
    assert acting.check() == []
    row = Acting.objects.get()
    assert row.active
    assert row.checked == {"sure": 12, "right": 12, "alone": 0, "alone_right": 0}


def test_what_another_unit_had_to_take_later_counts_against_it(learnt):
    acting.switch(light(learnt), True, ME)
    numbers = [new(learnt) for _ in range(4)]
    for number in numbers[:2]:
        learnt.do(number, "reassign", "clerk", unit_id=learnt.units["water"].pk)
    assert acting.check() == ["路灯"]
    assert Acting.objects.get(category_id=light(learnt)).checked["alone_right"] == 2


def test_a_new_model_that_is_not_sure_there_stops_it(world):
    Acting.objects.create(category_id=light(world), active=True, cut=0.9)
    acting.keep({light(world): acting.Fitted(None, None, None, 50, "not_sure")})
    row = Acting.objects.get()
    assert (row.active, row.cut) == (False, None)
    assert row.stopped_why
