"""Every number opens: the list behind a figure has exactly as many cases as the figure says, for whoever asks."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.db import transaction

from chengyun.cases.models import Case
from chengyun.insight.tests.open_figures import figures

pytestmark = pytest.mark.django_db
PEOPLE = ("admin", "lights", "street", "community", "nobody_yet")


@pytest.fixture(scope="module")
def busy(district, django_db_blocker):
    """More cases: with a street and its community, in several categories and channels, overdue and due soon; for
    this file alone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _busier(district)
        transaction.set_rollback(True)


def _busier(district):
    world = district.world
    world.person("nobody_yet", "water", ["view", "board"], scope="water")
    for unit in ("street", "community", "community", "water"):
        world.dispatched(unit)
    world.dispatched("street", co=["water"])
    world.request(category_id=world.public.pk)
    world.request(category_id=None, channel="app", kind="help", urgency="urgent", flags=["media", "leader"])
    world.do(world.handling(), "supervise", "clerk", reason="领导批示")
    passed_on = world.handling("street")
    world.do(passed_on, "pass_on", "street", unit_id=world.units["community"].pk)
    return district


def listed(client, query) -> int:
    """How many cases the list shows for a figure's query, counted and by turning all pages."""
    query = {key: str(value).lower() if isinstance(value, bool) else value for key, value in query.items()}
    first = client.get(f"/api/v1/cases?{urlencode({**query, 'count': 'true', 'limit': 7})}").json()
    numbers, page = [row["number"] for row in first["items"]], first
    while page["next_cursor"]:
        page = client.get(f"/api/v1/cases?{urlencode({**query, 'limit': 7, 'cursor': page['next_cursor']})}").json()
        numbers += [row["number"] for row in page["items"]]
    assert len(numbers) == len(set(numbers)) == first["count"], query
    return first["count"]


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("period", ["today", "yesterday", "month", "year"])
def test_every_figure_of_the_board_opens_its_cases(busy, who, period):
    client = busy.client(who)
    board = client.get("/api/v1/board", {"period": period}).json()
    wrong = [(where, value, query) for where, value, query in figures(board) if value != listed(client, query)]
    assert wrong == []


@pytest.mark.parametrize("who", PEOPLE)
def test_every_work_list_has_as_many_cases_as_it_says(busy, who):
    client = busy.client(who)
    for worklist in client.get("/api/v1/worklists").json():
        query = {"worklist": worklist["code"], "sort": worklist["sort"]}
        if worklist["count"] is not None:
            assert (worklist["code"], worklist["count"]) == (worklist["code"], listed(client, query))
            for name, due in (("due_soon", "due_soon"), ("overdue", "overdue")):
                assert (worklist["code"], name, worklist[name]) == (
                    worklist["code"], name, listed(client, {**query, "due": due}),
                )  # fmt: skip


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("sort", ["-received_at", "received_at", "next_due_at", "-closed_at"])
def test_turning_the_pages_shows_every_case_once_and_in_order(busy, who, sort):
    client = busy.client(who)
    whole = client.get("/api/v1/cases", {"sort": sort, "limit": 200}).json()["items"]
    turned, cursor = [], ""
    while True:
        page = client.get("/api/v1/cases", {"sort": sort, "limit": 3, "cursor": cursor}).json()
        turned += page["items"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert [row["number"] for row in turned] == [row["number"] for row in whole]
    column = sort.lstrip("-")
    values = [row[column] for row in whole if row[column]]
    assert values == sorted(values, reverse=sort.startswith("-"))
    missing = [row[column] is None for row in whole]
    assert missing == sorted(missing), "cases without a limit come last"


def test_a_units_list_is_what_its_visibility_says_and_no_more(busy):
    for who in ("lights", "street", "community", "water"):
        unit = busy.world.units[who]
        mine = set(Case.objects.filter(visibility__unit=unit).values_list("number", flat=True))
        shown = busy.client(who).get("/api/v1/cases", {"limit": 200}).json()["items"]
        assert {row["number"] for row in shown} == mine
        assert mine


def test_filters_together_narrow_each_other(busy):
    client = busy.client("admin")
    everything = client.get("/api/v1/cases", {"limit": 200}).json()["items"]
    asked = {
        "kind": ("complaint", lambda row: row["kind"] == "complaint"),
        "urgency": ("urgent", lambda row: row["urgency"] == "urgent"),
        "flag": ("media,leader", lambda row: {"media", "leader"} <= set(row["flags"])),
        "state": ("handling,dispatched", lambda row: row["state"] in ("handling", "dispatched")),
        "lifecycle": ("urban_event", lambda row: row["lifecycle"] == "urban_event"),
        "open": ("true", lambda row: row["open"]),
        "channel": ("app", lambda row: row["channel"] == "app" or row["channel"] == {"code": "app"}),
        "unit": ("street", lambda row: row["lead_unit"] and row["lead_unit"]["name"] in ("演示街道", "演示社区")),
        "category": ("public", lambda row: row["category"] and row["category"]["code"] in ("public", "light")),
        "joined": ("true", lambda row: row["callers"] > 1),
    }
    names = sorted(asked)
    for first in names:
        for second in names:
            query = {first: asked[first][0], second: asked[second][0], "limit": 200}
            shown = {row["number"] for row in client.get("/api/v1/cases", query).json()["items"]}
            wanted = {r["number"] for r in everything if asked[first][1](r) and asked[second][1](r)}
            assert shown == wanted, query


@pytest.mark.parametrize("who", ["admin", "lights", "street"])
def test_what_the_list_shows_of_a_case_is_what_its_page_says(busy, who):
    client = busy.client(who)
    for row in client.get("/api/v1/cases", {"limit": 200}).json()["items"]:
        page = client.get(f"/api/v1/cases/{row['number']}").json()
        differs = {key: (value, page[key]) for key, value in row.items() if page[key] != value and key != "remaining"}
        assert differs == {}


@pytest.mark.parametrize("who", ["admin", "lights", "street"])
def test_every_action_that_the_page_offers_is_documented_with_fields_that_a_form_can_show(busy, who):
    known = set(
        "text textarea choice choices unit units category datetime date case cases bool files number place lng lat"
        " return_reason person satisfaction outcome callback parts kind note mentions citations".split()
    )
    client = busy.client(who)
    for row in client.get("/api/v1/cases", {"limit": 200}).json()["items"]:
        page = client.get(f"/api/v1/cases/{row['number']}").json()
        for offer in page["actions"]:
            types = {spec["type"] for spec in offer["fields"]}
            assert types <= known, (offer["code"], types - known)
            assert all(spec["label"] for spec in offer["fields"])
