"""Two people acting on one case: the second is told the present state; nothing is lost, nobody gets a fault."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from chengyun.cases import engine
from chengyun.cases.models import Case, Event
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from .world import build, chains_hold

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db):
    return build()


def together(*calls):
    """Run the calls at the same moment in threads; what each returned or raised."""
    barrier = threading.Barrier(len(calls))

    def run(call):
        barrier.wait(5)
        try:
            return call()
        except Problem as problem:
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_two_dispatchers_one_wins_and_the_other_learns_the_state(world):
    number = world.request(then=[("accept", {})]).case.number
    version = Case.objects.get(number=number).version

    def send(unit):
        return lambda: engine.perform(
            number, "dispatch", world.clerk, {"unit_id": world.units[unit].pk}, version=version
        )

    results = together(send("lights"), send("water"))
    lost = [r for r in results if isinstance(r, Problem)]
    assert len(lost) == 1
    assert lost[0].status == 409
    assert lost[0].extra["current"]["state_name"] == "待签收"
    assert Case.objects.get(number=number).assignments.count() == 1
    assert chains_hold()


def test_a_stale_version_is_refused_even_when_the_state_would_allow_it(world):
    number = world.request().case.number
    version = Case.objects.get(number=number).version
    engine.perform(number, "note", world.clerk, {"text": "先看看"}, version=version)
    with pytest.raises(Problem) as refused:
        engine.perform(number, "accept", world.clerk, {}, version=version)
    assert (refused.value.status, refused.value.code) == (409, "conflict")


def test_what_the_platform_marks_meanwhile_does_not_take_a_form_away(world):
    earlier, number = world.request().case.number, world.request().case.number
    version = Case.objects.get(number=number).version
    marked = {"earlier": earlier, "days": 3, "window": 30}
    engine.perform(number, "mark_repeat", system_actor("识别"), marked)
    assert Case.objects.get(number=number).version == version + 1
    engine.perform(number, "accept", world.clerk, {}, version=version)
    assert Case.objects.get(number=number).state == "accepted"
    with pytest.raises(Problem) as refused:
        engine.perform(number, "note", world.clerk, {"text": "再看看"}, version=version + 1)
    assert refused.value.status == 409


def test_joining_two_cases_crosswise_does_not_block(world):
    first, second = world.request().case.number, world.request().case.number
    results = together(
        lambda: engine.perform(first, "join", world.clerk, {"into": second}),
        lambda: engine.perform(second, "join", world.clerk, {"into": first}),
    )
    assert sum(isinstance(r, Problem) for r in results) == 1
    assert sorted(Case.objects.values_list("state", flat=True)) == ["joined", "logged"]


def test_many_creators_at_once_get_gapless_numbers(world):
    def create():
        return lambda: world.request().case.number

    numbers = together(*(create() for _ in range(8)))
    ordinals = sorted(int(number.rsplit("-", 1)[1]) for number in numbers)
    assert ordinals == list(range(1, 9))
    assert Event.objects.count() == 8
