"""What the database notes by itself: who waits for a proposal, who was given a case first, whether that lasted."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from chengyun.cases import bulk, engine
from chengyun.cases.models import Case
from chengyun.dispatching.models import FirstDispatch, Proposal, Waiting
from chengyun.org.access import system_actor

pytestmark = pytest.mark.django_db


def first(number: str) -> FirstDispatch:
    return FirstDispatch.objects.get(case__number=number)


def test_a_new_case_waits_for_a_proposal_and_one_job_is_asked_for(world):
    for _ in range(3):
        world.request()
    assert Waiting.objects.count() == 3
    assert ProcrastinateJob.objects.filter(task_name="dispatching.propose", status="todo").count() == 1


def test_an_import_of_many_asks_once(world):
    registrations = [engine.Registration(kind="complaint", text=f"路灯不亮 {n}", channel="phone") for n in range(20)]
    bulk.create_many(system_actor("导入"), registrations)
    assert Waiting.objects.count() == 20
    assert ProcrastinateJob.objects.filter(task_name="dispatching.propose").count() == 1


def test_a_case_that_changes_before_it_is_dispatched_waits_again(world):
    number = world.request().case.number
    Waiting.objects.all().delete()
    world.do(number, "accept", "clerk")
    assert Waiting.objects.filter(case__number=number).exists()
    world.do(number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    Waiting.objects.all().delete()
    world.do(number, "acknowledge", "lights")
    assert not Waiting.objects.exists(), "who has it is decided"


def test_who_was_given_a_case_first_is_kept_with_who_decided(world):
    work = world.dispatched("lights", co=["water"])
    found = first(work.case.number)
    assert (found.unit_id, found.by_id) == (world.units["lights"].pk, world.accounts["clerk"].pk)
    assert found.category_id == world.light.pk
    assert not found.moved
    assert not found.taken_back


def test_another_unit_means_that_the_first_was_wrong(world):
    number = world.dispatched("lights").case.number
    world.do(number, "reassign", "clerk", unit_id=world.units["water"].pk)
    assert first(number).moved
    assert first(number).unit_id == world.units["lights"].pk
    world.do(number, "reassign", "clerk", unit_id=world.units["lights"].pk)
    assert first(number).moved, "it did not stay there at first"


def test_what_is_withdrawn_is_taken_back_until_it_is_given_again(world):
    number = world.dispatched("lights").case.number
    world.do(number, "withdraw", "clerk")
    assert first(number).taken_back
    world.do(number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    assert not first(number).taken_back
    assert not first(number).moved


def test_a_proposal_learns_what_was_decided_and_only_the_first_time(world):
    number = world.request(then=[("accept", {})]).case.number
    case = Case.objects.get(number=number)
    Proposal.objects.create(case=case, made_at=case.received_at, top_unit_id=world.units["water"].pk)
    world.do(number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    world.do(number, "reassign", "clerk", unit_id=world.units["water"].pk)
    found = Proposal.objects.get(case=case)
    assert (found.final_unit_id, found.decided_by_id) == (world.units["lights"].pk, world.accounts["clerk"].pk)
    assert found.decided_at is not None


def test_a_new_category_is_counted_there(world):
    number = world.dispatched("lights").case.number
    world.do(number, "edit", "clerk", category_id=world.public.pk)
    assert first(number).category_id == world.public.pk
