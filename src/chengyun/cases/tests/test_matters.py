"""One matter of many callers, joined to another one: all follow, all are called, and undoing puts everything back."""

from __future__ import annotations

import contextlib
import random
from datetime import timedelta
from functools import partial

import pytest

from chengyun.cases import engine, queries
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Case, Event
from chengyun.kernel.problems import Problem

from .invariants import check_all
from .test_two_at_once import together
from .world import at, build


def people(world, count: int) -> list[str]:
    """So many callers, each with a number of their own."""
    return [
        world.request(text=f"东门的路灯不亮（{n}）", requester={"name": "演示", "phone": f"1390000{n:04d}"}).case.number
        for n in range(count)
    ]


def matters() -> dict[str, tuple[str, str | None, int]]:
    """Everything that joining changes: number → (state, joined to, callers)."""
    return {
        case.number: (case.state, case.joined_to.number if case.joined_to else None, case.callers)
        for case in Case.objects.select_related("joined_to")
    }


@pytest.mark.django_db
def test_a_matter_is_joined_with_all_its_callers_and_undone_to_where_they_were(world, clock):
    clock.now = at("2026-11-20 09:00")
    main, lead, one, two = people(world, 4)
    world.do(one, "join", "clerk", into=lead)
    world.do(two, "join", "clerk", into=lead)
    before = matters()
    clock.now += timedelta(minutes=30)
    world.do(lead, "join", "clerk", into=main)
    assert matters() == {
        main: ("logged", None, 4), lead: ("joined", main, 1), one: ("joined", main, 1), two: ("joined", main, 1),
    }  # fmt: skip
    listed = queries.list_cases(world.clerk, CaseFilter(), "-received_at", 50, count=True)
    assert [listed[name] for name in ("count", "matters", "calls")] == [4, 1, 4]
    told = [queries.timeline(number, world.clerk, "zh")["items"][-1]["summary"] for number in (main, lead, one)]
    assert told == [f"{lead} (+2) 并入本案", f"并入 {main} (+2)", f"随 {lead} 并入 {main}"]
    check_all()
    world.do(lead, "unjoin", "clerk")
    assert matters() == before
    assert "仍并入" in queries.timeline(one, world.clerk, "zh")["items"][-1]["summary"]
    check_all()


@pytest.mark.django_db
def test_everybody_of_two_matters_that_became_one_is_called_back_and_closed_with_it(world):
    lead, one = people(world, 2)
    world.do(one, "join", "clerk", into=lead)
    main = world.replied()
    world.do(main, "review", "clerk")
    world.do(lead, "join", "clerk", into=main)
    planned = Case.objects.get(number=main).callbacks.filter(state="planned")
    assert {row.for_case.number for row in planned} == {main, lead, one}
    world.do(lead, "unjoin", "clerk")
    assert {row.for_case.number for row in planned.all()} == {main}
    world.do(lead, "join", "clerk", into=main)
    for _ in range(3):
        world.do(main, "callback", "clerk", contacted=True, solved="yes", satisfaction="satisfied")
    world.do(main, "close", "clerk")
    assert {state for state, _, _ in matters().values()} == {"closed"}
    check_all()


@pytest.mark.django_db
def test_matters_joined_one_after_another_are_let_go_in_any_order(world, clock):
    """Every order of undoing three joins leaves each request with what it had come with."""
    clock.now = at("2026-11-20 09:00")
    a, b, c, d = people(world, 4)
    steps = [(a, b), (b, c), (c, d)]
    for first, into in steps:
        world.do(first, "join", "clerk", into=into)
    assert matters()[d] == ("logged", None, 4)
    world.do(b, "unjoin", "clerk")
    assert matters() == {
        a: ("joined", b, 1), b: ("logged", None, 2), c: ("joined", d, 1), d: ("logged", None, 2)
    }  # fmt: skip
    check_all()
    world.do(b, "join", "clerk", into=d)
    world.do(c, "unjoin", "clerk")
    assert matters()[c] == ("logged", None, 1), "b was joined to d by itself meanwhile"
    world.do(a, "unjoin", "clerk")
    world.do(b, "unjoin", "clerk")
    assert {(state, into, callers) for state, into, callers in matters().values()} == {("logged", None, 1)}
    check_all()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_joined_undone_and_split_in_whatever_order_every_caller_is_kept(world, clock, seed):
    rng = random.Random(f"matters-{seed}")
    clock.now = at("2026-11-20 09:00")
    people(world, 5)
    for _ in range(30):
        clock.now += timedelta(minutes=rng.choice([1, 5, 20]))
        numbers = sorted(matters())
        number, action = rng.choice(numbers), rng.choice(["join", "join", "unjoin", "unjoin", "accept", "split"])
        data = {"into": rng.choice(numbers)} if action == "join" else {}
        if action == "split":
            data = {"parts": [{"title": "另一件事", "text": "井盖也坏了"}]} if len(numbers) < 8 else {}
        with contextlib.suppress(Problem):  # not in this state, or not into that one
            world.do(number, action, "clerk", **data)
        check_all()
    open_callers = sum(callers for state, _, callers in matters().values() if state != "joined")
    assert open_callers == Case.objects.count()


@pytest.mark.django_db
def test_a_matter_that_ends_otherwise_ends_for_all_its_callers_and_is_not_voided(world):
    main, one = people(world, 2)
    world.do(one, "join", "clerk", into=main)
    with pytest.raises(Problem) as refused:
        world.do(main, "void", "clerk", reason="登记有误")
    assert (refused.value.status, refused.value.code) == (409, "is_matter")
    world.do(main, "direct_answer", "clerk", answer="已安排今晚维修")
    assert matters() == {main: ("closed", None, 2), one: ("closed", main, 1)}
    assert Event.objects.filter(case__number=one, action="follow_matter").exists()
    check_all()


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_lose_nobody(transactional_db):
    """One joins a matter to another while the next lets a caller go, or joins a new one to it."""
    world = build()
    main, lead, one, new = people(world, 4)
    world.do(one, "join", "clerk", into=lead)
    for calls in (
        (("unjoin", one, {}), ("join", lead, {"into": main})),
        (("join", new, {"into": main}), ("unjoin", lead, {})),
    ):
        made = together(*(partial(engine.perform, number, action, world.clerk, data) for action, number, data in calls))
        assert all(not isinstance(r, Problem) or r.status == 409 for r in made)
        assert any(not isinstance(r, Problem) for r in made)
        check_all()
    assert sum(callers for state, _, callers in matters().values() if state != "joined") == 4
