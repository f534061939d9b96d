"""Lists show what another room gathered, and nothing that one may not see."""

from __future__ import annotations

import pytest
from django.db.models import Q
from django.test import Client

from chengyun.cases import gathered
from chengyun.cases.filter_words import in_words
from chengyun.cases.filters import CaseFilter
from chengyun.org.auth import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def source(monkeypatch):
    def numbers(what: str) -> Q:
        if not what.isdigit():
            raise ValueError(what)
        return Q(pk__gte=int(what))

    monkeypatch.setattr(gathered, "_sources", {"from": gathered.Source("from", numbers, lambda what: f"自 {what}")})


def ask(world, who: str, value: str):
    client = Client()
    client.force_login(world.accounts[who], BACKEND)
    return client.get("/api/v1/cases", {"gathered": value})


def test_a_list_shows_what_was_gathered_and_only_what_one_may_see(world):
    world.request()
    second = world.dispatched("lights").case
    third = world.request().case
    shown = {row["number"] for row in ask(world, "clerk", f"from:{second.pk}").json()["items"]}
    assert shown == {second.number, third.number}
    assert {row["number"] for row in ask(world, "lights", f"from:{second.pk}").json()["items"]} == {second.number}


@pytest.mark.parametrize("value", ["from:x", "from:", "from", "weather:1", ":"])
def test_what_nobody_gathered_is_refused_by_name(world, value):
    answer = ask(world, "clerk", value)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "gathered"


def test_records_say_it_in_words():
    assert "归在一起的：自 7" in in_words(CaseFilter.model_validate({"gathered": "from:7"}), "-received_at")
