"""Somebody who prepares the budget, somebody who only looks, and one made-up budget."""

from __future__ import annotations

import pytest
from django.test import Client

from chengyun.budget import disclosure, keeping
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.kernel import revision
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

from .made_up import budget

__all__ = ["clock", "world"]


def allow(world: World, name: str, codes: list[str]) -> None:
    role = Role.objects.get(code=f"role-{name}")
    role.permissions = [*role.permissions, *codes]
    role.save()
    revision.bump("org")
    world.actors[name] = actor_for(world.accounts[name])


@pytest.fixture
def world(db) -> World:
    world = build()
    allow(world, "clerk", ["budget.view", "budget.manage"])
    allow(world, "lights", ["budget.view"])
    return world


@pytest.fixture
def held(world):
    """The made-up budget of 2026, and that of 2025, as they were imported."""
    actor = world.actors["clerk"]
    keeping.keep(actor, "上年.txt", disclosure.text(budget(2025, "0.9")).encode())
    return keeping.keep(actor, "预算.txt", disclosure.text(budget(), budget(2025, "0.9")).encode())


@pytest.fixture
def page(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], backend=BACKEND)
        return client

    return log_in
