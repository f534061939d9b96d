"""A district with a ladder of four steps; who supervises, who answers, who only looks from outside."""

from __future__ import annotations

import pytest
from django.test import Client

from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.kernel import revision
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Account, Grant, Role
from chengyun.supervision import ladder
from chengyun.supervision.models import BusinessScope, ChecklistQuestion, SupervisionRule, SupervisionStep

__all__ = ["clock", "world"]
CENTRE = [
    "supervision.view", "supervision.remind", "supervision.order", "supervision.escalate", "supervision.refer",
    "supervision.accept", "supervision.programme", "supervision.business", "quality.review", "quality.sample",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _ladder_forgotten():
    ladder.forget()
    yield
    ladder.forget()


def allow(world: World, name: str, codes: list[str]) -> None:
    role = Role.objects.get(code=f"role-{name}")
    role.permissions = [*role.permissions, *codes]
    role.save()
    revision.bump("org")
    world.actors[name] = actor_for(world.accounts[name])


@pytest.fixture
def world(db) -> World:
    world = build()
    allow(world, "clerk", [*CENTRE, "case.print"])
    for unit in ("lights", "water"):
        allow(world, unit, ["supervision.view", "supervision.reply"])
    steps()
    revision.bump(ladder.TOPIC)
    ladder.forget()
    return world


def steps() -> None:
    def step(code, name, level, permission, amount, **more):
        SupervisionStep.objects.create(
            code=code, name=name, level=level, permission=f"supervision.{permission}", amount=amount,
            unit="working_day", source="测试", **more,
        )  # fmt: skip

    step("reminder", "催办", 1, "remind", 1, reply_required=False, next="order", grace=1)
    step("order", "督办单", 2, "order", 2, next="interview", grace=1, automatic=True)
    step("interview", "约谈", 3, "escalate", 2, next="referral", card="yellow", red_after=1)
    step("referral", "移送纪委监委", 4, "refer", 5, card="red", told=["discipline"])
    BusinessScope.objects.create(code="b", name="营商环境", flags=["business_environment"], source="测试")
    for code, points, critical in (("real", 60, True), ("manner", 40, False)):
        ChecklistQuestion.objects.create(code=code, name=code, points=points, critical=critical, source="测试")


@pytest.fixture
def rule(world):
    def make(code: str, **fields) -> SupervisionRule:
        fields = {"name": code, "step": "order", "trigger": "overdue", "requirement": "请办理", **fields}
        made = SupervisionRule.objects.create(code=code, source="测试", **fields)
        revision.bump(ladder.TOPIC)
        ladder.forget()
        return made

    return make


@pytest.fixture
def person(world):
    """person("inspector", ["quality.review", …]) → somebody of the centre with these permissions."""

    def make(name: str, permissions: list[str], unit: str = "centre"):
        role = Role.objects.create(code=f"role-{name}", name=name, permissions=permissions)
        account = Account.objects.create(username=name, display_name=name, unit=world.units[unit])
        Grant.objects.create(account=account, role=role)
        revision.bump("org")
        world.accounts[name] = account
        world.actors[name] = actor_for(account)
        return world.actors[name]

    return make


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
