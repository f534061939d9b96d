"""A district with two grids and a point, a worker, who leads, and departments to call."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest
from django.test import Client

from chengyun.cases.tests.world import World, at, build
from chengyun.fieldwork import schemas, standards
from chengyun.fieldwork.models import CallLimit, PatrolPlan, PatrolPoint
from chengyun.kernel import revision
from chengyun.org import access
from chengyun.org.access import actor_for
from chengyun.org.auth import BACKEND
from chengyun.org.models import Account, Grant, Role
from chengyun.places import locating, queries
from chengyun.places.models import Area, AreaGeometry

START = at("2026-03-02 09:00")
EAST = 1 / 95_900
"""One metre to the east in degrees, at this latitude."""


@pytest.fixture(autouse=True)
def _forgotten():
    for module in (standards, access, locating, queries):
        module.forget()
    yield
    for module in (standards, access, locating, queries):
        module.forget()


def _square(west: float, south: float, size: float = 0.01) -> dict:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def world(db) -> World:
    world = build()
    street = Area.objects.create(code="street", name="演示街道", level="subdistrict")
    community = Area.objects.create(code="community", name="演示社区", level="community", parent=street)
    street.path = f"/{street.pk}/"
    community.path = f"{street.path}{community.pk}/"
    street.save()
    community.save()
    for number in (1, 2):
        grid = Area.objects.create(code=f"g{number}", name=f"第{number}网格", level="grid", parent=community)
        grid.path = f"{community.path}{grid.pk}/"
        grid.save()
        west = 114.3 + (number - 1) * 0.01
        AreaGeometry.objects.create(area=grid, geometry=_square(west, 30.5), bbox=[west, 30.5, west + 0.01, 30.51])
    for number in (1, 2):
        PatrolPoint.objects.create(
            code=f"P{number}", name=f"第{number}消防栓", area_code="g1", lng=114.301 + number * 100 * EAST, lat=30.505,
            source="测试",
        )  # fmt: skip
    PatrolPlan.objects.create(code="PL1", name="每日一巡", username="worker", area_code="g1", source="测试")
    CallLimit.objects.create(
        code="normal", name="一般", urgency="normal", respond_amount=2, arrive_amount=4, unit="working_hour",
        source="测试",
    )  # fmt: skip
    revision.bump("places")
    revision.bump(standards.TOPIC)
    allow(world, "worker", "community", ["patrol", "call", "call_view"])
    allow(world, "secretary", "community", ["view", "track", "call", "call_confirm", "call_view", "survey"])
    allow(world, "far", "lights", ["view", "track", "call_view", "call_answer"])
    allow(world, "well", "water", ["call_view", "call_answer"])
    allow(world, "chief", "centre", ["view", "track", "call_view", "handsets", "survey"], everywhere=True)
    return world


def allow(world: World, name: str, unit: str, codes: list[str], everywhere: bool = False):
    role = Role.objects.create(code=f"role-{name}", name=name, permissions=[f"fieldwork.{code}" for code in codes])
    account = Account.objects.create(username=name, display_name=name, unit=world.units[unit])
    Grant.objects.create(account=account, role=role, unit=None if everywhere else world.units[unit])
    revision.bump("org")
    world.accounts[name] = account
    world.actors[name] = actor_for(account)
    return world.actors[name]


def begin(moment: datetime = START, **more) -> schemas.PatrolStart:
    return schemas.PatrolStart(id=uuid.uuid4(), at=moment, **more)


def batch(patrol: uuid.UUID, *places: tuple[float, float], sent: datetime | None = None, **more):
    """Positions as (seconds after the start, metres to the east)."""
    last = START + timedelta(seconds=max(place[0] for place in places))
    return schemas.PositionsIn(
        patrol=patrol, sent_at=sent or last,
        positions=[
            {"seq": round(seconds), "at": START + timedelta(seconds=seconds), "lng": 114.301 + metres * EAST,
             "lat": 30.505, "accuracy": 8, "battery": 80, **more}
            for seconds, metres in places
        ],
    )  # fmt: skip


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
