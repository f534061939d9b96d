"""What helping units ask for, and what becomes of a request when the case moves on without a decision."""

from __future__ import annotations

import pytest

from chengyun.cases.models import Approval, Assignment, Case, Clock
from chengyun.cases.offers import offers
from chengyun.cases.page import read
from chengyun.kernel.problems import Problem

from .invariants import check_all

pytestmark = pytest.mark.django_db
RETURN = {"reason": "unclear", "explanation": "与本单位职责无关"}


def offered(world, number: str, who: str) -> set[str]:
    actor = world.actors[who]
    return {offer["code"] for offer in offers(read(number, actor), actor)}


def helper_returns(world) -> str:
    number = world.dispatched(co=["water"]).case.number
    world.do(number, "acknowledge", "lights")
    world.do(number, "return", "water", **RETURN)
    return number


def part_of(world, number: str, unit: str) -> Assignment:
    return Assignment.objects.get(case__number=number, unit=world.units[unit])


def test_the_return_of_a_helping_unit_is_granted_and_its_limits_end(world):
    number = helper_returns(world)
    assert {"release_co", "decline_return"} <= offered(world, number, "clerk")
    world.do(number, "release_co", "clerk", note="由主办单位一并办理")
    case = Case.objects.get(number=number)
    assert (case.state, case.pending, part_of(world, number, "water").state) == ("handling", "", "withdrawn")
    assert not Clock.objects.filter(
        assignment=part_of(world, number, "water"), state__in=["running", "paused"]
    ).exists()
    assert Approval.objects.get(case=case).state == Approval.APPROVED
    check_all()


def test_the_return_of_a_helping_unit_is_declined_and_its_limits_run_on(world):
    number = helper_returns(world)
    world.do(number, "decline_return", "clerk", reason="管线归你单位管理")
    case = Case.objects.get(number=number)
    assert (case.state, case.pending, part_of(world, number, "water").state) == ("handling", "", "sent")
    check_all()


def test_a_lead_that_answers_while_a_helpers_return_waits_leaves_nothing_waiting(world):
    number = helper_returns(world)
    world.do(number, "reply", "lights", reply="已修复路灯", outcome="solved")
    assert Case.objects.get(number=number).pending == ""
    assert Approval.objects.get(case__number=number).state == Approval.OBSOLETE
    check_all()


def test_an_extension_asked_before_a_reassignment_is_not_thereby_granted(world):
    number = world.handling()
    world.do(number, "request_extension", "lights", amount="1", reason="等待配件到货", told_requester=True)
    world.do(number, "reassign", "clerk", unit_id=world.units["water"].pk)
    case = Case.objects.get(number=number)
    assert (case.pending, case.extension_count) == ("", 0)
    assert Approval.objects.get(case=case).state == Approval.OBSOLETE
    check_all()


def test_a_return_is_not_offered_once_its_time_is_over(world, monkeypatch):
    from datetime import timedelta

    from django.utils import timezone

    number = world.handling()
    assert "return" in offered(world, number, "lights")
    later = timezone.now() + timedelta(days=30)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert not {"return", "request_extension"} & offered(world, number, "lights")


def test_a_joined_request_is_not_offered_to_be_joined_again_but_the_matter_is(world):
    main, second = world.request().case.number, world.request().case.number
    world.do(second, "join", "clerk", into=main)
    assert "join" not in offered(world, second, "clerk")
    assert "join" in offered(world, main, "clerk")


def test_what_is_not_offered_is_refused_with_the_present_state(world):
    number = world.request().case.number
    world.do(number, "supervise", "clerk", reason="领导批示")
    assert "supervise" not in offered(world, number, "clerk")
    with pytest.raises(Problem) as refused:
        world.do(number, "supervise", "clerk", reason="再次列入")
    assert (refused.value.status, refused.value.extra["current"]["state"]) == (409, "logged")
