"""A small centre whose hot issues are followed; who may arrange them, who may look, who sees only the unit's cases."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.cases import bulk, engine
from chengyun.cases.tests.world import World, build
from chengyun.insight.hot import following
from chengyun.insight.models import HotIssue
from chengyun.kernel import revision
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

from .messages import many


@pytest.fixture
def world(db) -> World:
    world = build()
    for name, more in (("clerk", ["hot.view", "hot.manage"]), ("lights", ["hot.view"])):
        role = Role.objects.get(code=f"role-{name}")
        role.permissions = [*role.permissions, *more]
        role.save()
    revision.bump("org")
    for name in ("clerk", "lights"):
        world.actors[name] = actor_for(world.accounts[name])
    return world


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def came(world, now):
    """came("p", days=3, since=0) → the made-up matters whose number begins so, received in that many days."""

    def make(kinds: str = "psa", days: float = 5, ago: float = 0, prefix: str = "") -> int:
        given = [matter for matter in many() if matter.id[0] in kinds]
        start = now - timedelta(days=ago + days)
        step = timedelta(days=days) / (len(given) + 1)
        registrations = [
            engine.Registration(
                kind="complaint",
                channel="phone",
                title=matter.title,
                text=matter.text,
                requester={
                    "name": f"{prefix}{matter.id}",
                    "phone": f"13900{ord(matter.id[0]):03d}{at + len(prefix):03d}",
                },
                received_at=start + step * (at + 1),
            )
            for at, matter in enumerate(given)
        ]
        bulk.create_many(world.actors["clerk"], registrations, now=start)
        return len(registrations)

    return make


@pytest.fixture
def look(now):
    """Look at the last days; the issues that live, by place."""

    def run(days: int = 90, at: datetime | None = None) -> dict[str, HotIssue]:
        following.look(following.begin(days, None, "测试", at or now), at or now)
        return {issue.place: issue for issue in HotIssue.objects.filter(merged_into=None)}

    return run


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
