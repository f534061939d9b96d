"""A made-up district with a scheme that runs, and a month of cases: some in time, some late, one of a leader."""

from __future__ import annotations

import pytest
from django.test import Client

from chengyun.appraisal.scoring import computing
from chengyun.appraisal.scoring.models import ScoringScheme
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.kernel import revision
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

__all__ = ["clock", "world"]
CENTRE = ["score.view", "score.manage", "score.close", "score.scheme", "masterdata.view"]
SCHEME = {
    "code": "departments", "name": "部门考核", "group": "department", "kinds": ["department"], "factor": 2,
    "double_flags": ["leader"], "minimum": 1, "enabled": True, "source": "测试",
    "items": [
        {"code": "on_time", "name": "按时办结率", "kind": "rate", "weight": 40, "of": "due", "hit": "on_time",
         "double": True},
        {"code": "satisfied", "name": "满意率", "kind": "rate", "weight": 20, "of": "called", "hit": "satisfied"},
        {"code": "redone", "name": "重办", "kind": "deduct", "weight": 10, "hit": "redone", "each": 2},
        {"code": "street", "name": "街道评价", "kind": "rating", "weight": 30, "by": "peer",
         "questions": ["配合:40", "效果:60"]},
    ],
    "leave_out": [],
}  # fmt: skip
STREETS = {
    **SCHEME, "code": "streets", "name": "街道考核", "group": "subdistrict", "kinds": ["subdistrict"],
    "items": [
        {**SCHEME["items"][0], "weight": 80},
        {"code": "third", "name": "第三方评价", "kind": "rating", "weight": 20, "by": "third",
         "questions": ["答复:100"]},
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _forgotten():
    computing.forget()
    yield
    computing.forget()


@pytest.fixture
def world(db, clock) -> World:
    world = build()
    for name, more in (
        ("clerk", CENTRE), ("lights", ["score.view", "score.appeal"]), ("water", ["score.view", "score.appeal"]),
        ("street", ["score.view", "score.rate_units"]),
    ):  # fmt: skip
        role = Role.objects.get(code=f"role-{name}")
        role.permissions = [*role.permissions, *more]
        role.save()
    world.person("rater", "centre", [])
    Role.objects.filter(code="role-rater").update(permissions=["score.rate_third"])
    ScoringScheme.objects.create(**SCHEME)
    ScoringScheme.objects.create(**STREETS)
    revision.bump("org")
    for name, account in world.accounts.items():
        world.actors[name] = actor_for(account)
    return world


@pytest.fixture
def done(world, clock):
    """done("lights", late=True, satisfaction="dissatisfied") → the number of a case closed in March 2026."""

    def make(unit: str = "lights", *, late: bool = False, satisfaction: str = "satisfied", **fields) -> str:
        clock.to("2026-03-02 09:00")
        number = world.handling(unit, **fields)
        world.do(number, "contact", unit, what="电话了解情况")
        clock.to("2026-03-20 10:00" if late else "2026-03-03 10:00")
        world.do(number, "reply", unit, reply="已更换灯具，恢复照明，请演示甲放心，电话13800000000", outcome="solved")
        world.do(number, "review", "clerk", approve=True)
        unhappy = satisfaction == "dissatisfied"
        world.do(
            number, "callback", "clerk", solved="no" if unhappy else "yes", satisfaction=satisfaction,
            reasons=["slow"] if unhappy else [], unit_contacted=True,
        )  # fmt: skip
        world.do(number, "close", "clerk")
        return number

    return make


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
