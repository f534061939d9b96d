"""Every figure of the board opens the cases that it counts, for whoever looks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases import watch
from chengyun.cases.board import board
from chengyun.cases.filters import CaseFilter
from chengyun.cases.queries import list_cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy(world):
    for at in range(5):
        unit = "street" if at % 2 else "lights"
        number = world.dispatched(unit, kind="help" if at % 3 else "complaint").case.number
        world.do(number, "acknowledge", unit)
    number = world.replied()
    world.do(number, "review", "clerk", approve=True)
    world.do(number, "callback", "clerk", contacted=True, solved="yes", satisfaction="satisfied")
    world.do(number, "close", "clerk")
    world.request()
    watch.sweep(timezone.now() + timedelta(days=2))
    return world


def figures(told, path=""):
    """(where, value, query) of everything on the board that says which cases it counts."""
    if isinstance(told, dict):
        if "value" in told and "query" in told:
            yield path, told["value"], told["query"]
        for key, inner in told.items():
            yield from figures(inner, f"{path}/{key}")
    elif isinstance(told, list):
        for at, inner in enumerate(told):
            yield from figures(inner, f"{path}/{at}")


@pytest.mark.parametrize("who", ["clerk", "street", "lights", "water"])
def test_every_figure_opens_as_many_cases_as_it_says(busy, who):
    actor, now = busy.actors[who], timezone.now()
    told = board(actor, now - timedelta(days=1), now + timedelta(minutes=1))

    for where, value, query in figures(told):
        listed = list_cases(actor, CaseFilter(**query), "-received_at", 200, count=True)
        assert listed["count"] == len(listed["items"]) == value, f"{who}: {where}"
    assert told["received"]["value"] == {"clerk": 7, "street": 2, "lights": 4, "water": 0}[who]


def test_the_breakdowns_and_the_rate_add_up(busy):
    now = timezone.now()
    told = board(busy.clerk, now - timedelta(days=1), now + timedelta(minutes=1))

    for name in ("by_channel", "by_kind", "by_state", "by_category", "by_hour"):
        assert sum(row["value"] for row in told[name]) == 7, name
    assert sum(row["value"] for row in told["by_unit"]) == 6, "one is with no unit yet"
    assert told["closed"]["value"] == told["satisfaction"]["denominator"] == 1
    assert told["satisfaction"]["rate"] == 1
    assert told["in_hand"]["value"] == 6
    assert told["overdue"]["value"] + told["due_soon"]["value"] > 0
