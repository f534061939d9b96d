"""A small district with a few articles: who writes, who reviews, who only asks."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.kernel import revision
from chengyun.knowledge import indexing, periods, search, writing
from chengyun.knowledge.models import Article, SynonymGroup
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

__all__ = ["clock", "world"]
ALL = ["view", "propose", "publish", "board", "rules"]


def allow(world: World, name: str, codes: list[str]) -> None:
    role = Role.objects.get(code=f"role-{name}")
    role.permissions = [*role.permissions, *(f"knowledge.{code}" for code in codes)]
    role.save()
    revision.bump("org")
    world.actors[name] = actor_for(world.accounts[name])


@pytest.fixture
def world(db) -> Any:
    world = build()
    world.person("chief", "centre", ["view", "view_all"])
    allow(world, "chief", ALL)
    allow(world, "clerk", ["view"])
    for unit in ("lights", "water"):
        allow(world, unit, ["view", "propose"])
    SynonymGroup.objects.create(code="lamp", words=["路灯", "照明灯"], source="测试")
    revision.bump(periods.TOPIC)
    periods.forget()
    search.forget()
    yield world
    periods.forget()


@pytest.fixture
def wrote(world):
    """wrote(title, text, by="chief", publish=True, …) → an article."""

    def write(
        title: str, text: str = "", *, by: str = "lights", publish: bool = True, learn: bool = True, **more: Any
    ) -> Article:
        text = text or f"{title}：请到服务窗口办理，带身份证。"
        made = writing.create(world.actors[by], {"title": title, "text": text, "audience": "public", **more})
        if publish:
            made = writing.act(world.actors["chief"], made.pk, "publish", made.version)
            if learn:
                indexing.learn_articles([made.pk], here=True)
        return made

    return write


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
