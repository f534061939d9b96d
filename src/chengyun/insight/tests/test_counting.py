"""Counts by month are what counting the cases says, whatever is done to cases, in whatever order and by how many."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import transaction
from django.db.models import Sum

from chengyun.cases import bulk, engine, watch
from chengyun.cases.engine import Registration
from chengyun.cases.models import Case
from chengyun.cases.offers import offers
from chengyun.cases.tests.filling import Filler
from chengyun.cases.tests.world import at
from chengyun.insight import cli, counting, jobs
from chengyun.insight.models import Difference, MonthCount, Recount
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

pytestmark = pytest.mark.django_db
PEOPLE = ("clerk", "lights", "water", "street", "community")


def step(world, rng: random.Random) -> None:
    """Something that somebody may do to some case; joined, void, reopened and redone ones come by themselves."""
    number = rng.choice(list(Case.objects.values_list("number", flat=True)))
    for name in rng.sample(PEOPLE, len(PEOPLE)):
        actor = world.actors[name]
        try:
            with transaction.atomic():
                work = engine.load(number, actor)
                offered = [offer for offer in offers(work, actor) if offer["code"] != "note"]
        except Problem:
            continue
        if offered:
            offer = rng.choice(offered)
            data = Filler(rng, work, actor).fill(offer)
            if data is not None:
                engine.perform(number, offer["code"], actor, data, assignment_id=offer["assignment_id"])
            return


@pytest.mark.parametrize("seed", range(3))
def test_after_a_random_walk_the_counts_are_what_a_recount_finds(world, clock, seed):
    rng = random.Random(f"counts-{seed}")
    clock.now = at("2026-09-28 09:00")
    for _ in range(6):
        world.request()
    states = set()
    for _ in range(70):
        clock.now += timedelta(minutes=rng.choice([1, 45, 600, 2900]))
        step(world, rng)
        if rng.random() < 0.2:
            watch.sweep()
        if rng.random() < 0.2:
            counting.merge()
        states |= set(Case.objects.values_list("state", flat=True))
    assert counting.compare() == []
    counting.merge()
    assert counting.compare() == []
    assert not Difference.objects.exists()
    days = MonthCount.objects.filter(axis="r", face="day").aggregate(n=Sum("cases"))["n"]
    assert days == Case.objects.count()
    assert len(states) > 4


def test_a_case_that_is_closed_reopened_and_closed_again_counts_once(world):
    number = world.replied()
    world.do(number, "review", "clerk", approve=True)
    world.do(
        number, "callback", "clerk", contacted=True, solved="no", satisfaction="dissatisfied", reasons=["not_solved"]
    )
    world.do(number, "redo", "clerk", reason="诉求人反映仍不亮")
    assert counting.compare() == []
    Case.objects.filter(number=number).update(
        state="closed", closed_at=at("2026-11-01 10:00"), satisfaction="basically"
    )
    Case.objects.filter(number=number).update(state="handling", closed_at=None)
    Case.objects.filter(number=number).update(state="rated", closed_at=at("2026-12-01 10:00"), was_overdue=True)
    counting.merge()
    assert counting.compare() == []
    rows = MonthCount.objects.filter(axis="c", face="hour", cases__gt=0)
    assert [(f"{row.month:%Y-%m}", row.key, row.cases, row.late, row.basically) for row in rows] == [
        ("2026-12", 10, 1, 1, 1)
    ]


def test_many_at_once_and_deleted_ones_are_counted(world):
    bulk.create_many(
        system_actor("测试"), [Registration(kind="help", text=f"第{n}件事", channel="app") for n in range(50)]
    )
    assert Difference.objects.count() == 1, "one row for all that are alike"
    assert counting.compare() == []
    template = Case.objects.values("lifecycle", "kind", "channel", "received_at", "updated_at").first()
    alone = Case.objects.create(number="XX-1", state="closed", closed_at=template["received_at"], **template)
    assert counting.compare() == []
    alone.delete()
    assert counting.compare() == []


def test_what_nobody_counts_leaves_no_difference(world):
    number = world.handling()
    counting.merge()
    world.do(number, "note", "clerk", text="与诉求人约了时间")
    world.do(number, "supplement", "clerk", text="诉求人补充了情况")
    assert not Difference.objects.exists()


def test_counts_that_are_wrong_are_named_and_put_right(world):
    for _ in range(3):
        world.dispatched("lights")
    counting.merge()
    MonthCount.objects.filter(axis="r", face="unit", key=world.units["lights"].pk).update(cases=7)
    MonthCount.objects.filter(axis="r", face="hour").delete()
    wrong = {(row["face"], row["told"], row["cases"]) for row in counting.compare()}
    assert ("unit", 7, -4) in wrong
    assert any(face == "hour" and told == 0 for face, told, _ in wrong)
    found = counting.recount()
    assert found.wrong == len(found.differences) == len(wrong)
    assert counting.compare() == []
    assert counting.recount().wrong == 0
    assert Recount.objects.count() == 2


def test_the_command_says_what_it_found(world, monkeypatch):
    monkeypatch.setattr("chengyun.cli.base.set_up_django", lambda: None)
    world.request()
    run = CliRunner().invoke(cli.insight, ["recount"])
    assert run.exit_code == 0
    assert "与案件相符" in run.output
    MonthCount.objects.filter(face="day").update(cases=5)
    run = CliRunner().invoke(cli.insight, ["recount"])
    assert run.exit_code == 1
    assert "已更正" in run.output


def test_the_night_says_in_the_log_what_was_wrong(world, caplog):
    world.request()
    assert jobs.merge_differences(0) == 1
    assert jobs.recount_all(0) == 0
    MonthCount.objects.filter(face="day").update(cases=5)
    assert jobs.recount_all(0) == 1
    assert "1 of" in caplog.text
