"""A district with its community and a few rules; who is on duty and who may only look."""

from __future__ import annotations

import pytest
from django.test import Client

from chengyun.cases import bulk, engine
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.insight import reading
from chengyun.insight.models import WarningRule
from chengyun.insight.warnings import raising, rules
from chengyun.kernel import revision
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role
from chengyun.places.models import Area

__all__ = ["clock", "world"]


@pytest.fixture(autouse=True)
def _rules_forgotten():
    yield
    rules.forget()


@pytest.fixture
def world(db) -> World:
    world = build()
    for name, more in (("clerk", ["warning.view", "warning.handle"]), ("lights", ["warning.view"])):
        role = Role.objects.get(code=f"role-{name}")
        role.permissions = [*role.permissions, *more]
        role.save()
    revision.bump("org")
    for name in ("clerk", "lights"):
        world.actors[name] = actor_for(world.accounts[name])
    return world


@pytest.fixture
def areas(world) -> dict[str, int]:
    """One subdistrict with two communities, by code."""
    street = Area.objects.create(code="S1", name="梧桐街道", level="subdistrict")
    found = {"S1": street.pk}
    for code, name in (("C1", "梧桐里社区"), ("C2", "书香苑社区")):
        found[code] = Area.objects.create(code=code, name=name, level="community", parent=street).pk
    revision.bump("places")
    return found


@pytest.fixture
def rule(db):
    """rule("gas", words=[…]) → a rule that is valid at once."""

    def make(code: str, **fields) -> WarningRule:
        fields = {"name": code, "nature": "safety", "level": "urgent", "way": "words", "source": "测试", **fields}
        made = WarningRule.objects.create(code=code, **fields)
        revision.bump(rules.TOPIC)
        rules.forget()
        return made

    return make


@pytest.fixture
def look():
    """Read what came in, and look; how many warnings opened or grew."""

    def run(now=None) -> int:
        reading.read(now=now)
        return raising.run(now)

    return run


@pytest.fixture
def many(world):
    """many(5, moment) → that many cases received then."""

    def make(number: int, at, **fields):
        fields = {"kind": "complaint", "channel": "phone", "category_id": world.categories["light"].pk, **fields}
        given = [engine.Registration(text=f"路灯不亮，第 {n} 盏", received_at=at, **fields) for n in range(number)]
        return bulk.create_many(world.actors["clerk"], given, now=at)

    return make


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
