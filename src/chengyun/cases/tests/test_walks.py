"""Long random ways through each lifecycle: whatever people do, in whatever order, the case stays whole.

Each walk is fixed by its seed, so a failure is repeated by its name.
"""

from __future__ import annotations

import os
import random
from datetime import timedelta

import pytest
from django.db import transaction

from chengyun.cases import engine, lifecycle, watch
from chengyun.cases.models import Case, Category
from chengyun.cases.offers import fields_of, offers
from chengyun.kernel.problems import Problem

from .filling import Filler
from .invariants import check_all, check_near
from .world import CENTRE, at

pytestmark = pytest.mark.django_db

PEOPLE = ("clerk", "dispatcher", "reviewer", "lights", "water", "street", "community")
ROLES = {
    "dispatcher": "view view_all accept dispatch withdraw reassign rule consult add_co_unit join unjoin split void"
    " decide_extension decide_suspension resume open_case cancel_case assign_verification urge supervise note",
    "reviewer": "view view_all review callback close rate redo assign_check archive note edit supplement",
}
STEPS = 40
WALKS = int(os.environ.get("WALKS", "8"))  # more of them for a longer search


class Walk:
    """Some cases, some people, a clock of its own; `log` tells how it came to where it is."""

    def __init__(self, world, clock, seed: int, life: str):
        self.world = world
        self.rng = random.Random(f"{life}-{seed}")
        self.life = lifecycle.get(life)
        self.clock = clock
        clock.now = at("2026-09-28 09:00") + timedelta(hours=self.rng.randint(0, 72))
        self.log: list[str] = []
        self.numbers: list[str] = []
        for _ in range(3):
            self.register()

    @property
    def now(self):
        return self.clock.now

    def register(self) -> None:
        kind = "event" if self.life.code == "urban_event" else "complaint"
        category = "garbage" if self.life.code == "urban_event" else "light"
        who = {"name": "演示甲", "phone": "13800000000"} if self.rng.random() < 0.8 else {}
        made = engine.create(
            self.world.clerk,
            engine.Registration(
                kind=kind, text="路灯不亮，影响出行", channel="phone", lifecycle=self.life.code, requester=who,
                category_id=self.world.categories[category].pk,
            ),
        )  # fmt: skip
        self.numbers.append(made.case.number)

    def step(self) -> None:
        self.pass_time()
        number = self.rng.choice(self.numbers)
        for name in self.rng.sample(PEOPLE, len(PEOPLE)):
            actor = self.world.actors[name]
            try:
                with transaction.atomic():
                    work = engine.load(number, actor)
                    offered = offers(work, actor)
            except Problem as problem:
                if problem.status != 404:
                    raise
                continue
            if offered:
                break
        else:
            return
        self.refuse_the_rest(work, actor, offered)
        offer = self.rng.choices(offered, [weight(offer) for offer in offered])[0]
        data = Filler(self.rng, work, actor).fill(offer)
        if data is None:
            return
        self.log.append(f"{self.now:%m-%d %H:%M} {name}: {number} {work.case.state} {offer['code']} {data}")
        done = engine.perform(
            number, offer["code"], actor, data, version=work.case.version, assignment_id=offer["assignment_id"]
        )
        after = Case.objects.get(number=number)
        assert after.version == work.case.version + 1
        assert after.event_count == work.case.event_count + 1
        if offer["code"] == "split":
            known = set(self.numbers)
            self.numbers += [n for n in Case.objects.values_list("number", flat=True).order_by("id") if n not in known]
        wanted = self.life.actions[offer["code"]].to or (work.case.state,)
        assert done.case.state in (*wanted, work.case.state, "to_close")
        check_near(number)

    def pass_time(self) -> None:
        self.clock.now += timedelta(minutes=self.rng.choice([1, 7, 45, 200, 1440, 2900]))
        if self.rng.random() < 0.3:
            watch.sweep()
            watch.resume_suspended()

    def refuse_the_rest(self, work, actor, offered) -> None:
        """An action that is not offered is refused, with data as good as they can be."""
        have = {offer["code"] for offer in offered}
        rest = [rule for rule in self.life.actions.values() if rule.code not in have | {"register"}]
        rule = self.rng.choice(rest)
        data = {}
        if rule.side != "unit":
            spec = {"code": rule.code, "assignment_id": None, "fields": fields_of(rule)}
            try:
                data = Filler(self.rng, work, actor).fill(spec) or {}
            except IndexError:
                data = {}
        self.log.append(f"not offered to {actor.name}: {work.case.number} {rule.code} {data}")
        with pytest.raises(Problem) as refused:
            engine.perform(work.case.number, rule.code, actor, data)
        assert refused.value.status in (403, 404, 409, 422), refused.value
        self.log.pop()


def weight(offer) -> int:
    """Mostly forward, so that walks come far; endings are rare."""
    if offer["code"] in ("void", "reject", "cancel_case", "direct_answer", "archive", "join"):
        return 1
    return 12 if offer["tone"] == "primary" else 3


@pytest.fixture
def district(world):
    for name, permissions in ROLES.items():
        world.person(name, "centre", permissions.split())
    Category.objects.create(code="E02", name="占道经营", lifecycle="urban_event", source="测试")
    return world


@pytest.mark.parametrize("life", ["request", "urban_event"])
@pytest.mark.parametrize("seed", range(WALKS))
def test_a_random_way_through_the_lifecycle_keeps_every_case_whole(district, clock, life, seed):
    walk = Walk(district, clock, seed, life)
    try:
        for _ in range(STEPS):
            walk.step()
        check_all()
    except BaseException as error:
        error.add_note("\n".join(walk.log))
        raise


def test_the_centre_has_every_permission_that_a_lifecycle_asks_for():
    asked = {r.permission for life in lifecycle.all_lifecycles() for r in life.actions.values() if r.side == "centre"}
    assert asked <= {f"case.{name}" for name in CENTRE}
