"""A saved view is a filter with a name: one's own, or shared."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengyun.cases.models import SavedView
from chengyun.cases.views import _ask
from chengyun.org.auth import issue_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(world, client):
    def get(who: str, path: str):
        token = issue_token(world.accounts[who], "测试")[1]
        return client.get(path, headers={"authorization": f"Bearer {token}"})

    return get


@pytest.fixture
def send(world, client):
    tokens = {}

    def ask(who: str, method: str, path: str, body=None):
        token = tokens.setdefault(who, issue_token(world.accounts[who], "测试")[1])
        data = "" if body is None else json.dumps(body)
        headers = {"authorization": f"Bearer {token}"}
        return client.generic(method.upper(), f"/api/v1{path}", data, "application/json", headers=headers)

    return ask


def test_a_view_filters_and_what_is_asked_beside_it_wins(world, ask):
    first = world.request().case.number
    second = world.dispatched().case.number
    view = SavedView.objects.create(
        account_id=world.clerk.account_id, name="待受理", query={"state": "logged", "limit": 10}
    )
    found = ask("clerk", f"/api/v1/cases?view={view.pk}").json()["items"]
    assert [row["number"] for row in found] == [first]
    found = ask("clerk", f"/api/v1/cases?view={view.pk}&state=dispatched").json()["items"]
    assert [row["number"] for row in found] == [second]


def test_somebody_elses_view_is_not_there_and_one_that_fits_no_longer_says_so(world, ask):
    mine = SavedView.objects.create(account_id=world.clerk.account_id, name="甲", query={})
    broken = SavedView.objects.create(account_id=world.clerk.account_id, name="乙", query={"hour": 99})
    assert ask("lights", f"/api/v1/cases?view={mine.pk}").status_code == 404
    answer = ask("clerk", f"/api/v1/cases?view={broken.pk}")
    assert (answer.status_code, answer.json()["code"]) == (422, "view_outdated")


def test_views_keep_the_order_of_their_owner_and_shared_ones_say_whose_they_are(world, send):
    for name in ("甲", "乙", "丙"):
        assert send("clerk", "post", "/views", {"name": name, "query": {"state": "logged"}}).status_code == 201
    a, b, c = (row["id"] for row in send("clerk", "get", "/views").json())
    assert send("clerk", "put", "/views/order", {"ids": [c, a]}).status_code == 204
    assert [row["name"] for row in send("clerk", "get", "/views").json()] == ["丙", "甲", "乙"]

    shared = send(
        "clerk", "patch", f"/views/{b}", {"shared": True, "name": "大家看", "columns": ["number:160", "title"]}
    )
    assert shared.json()["columns"] == ["number:160", "title"]
    assert shared.json()["query"] == {"state": "logged"}
    (seen,) = send("lights", "get", "/views").json()
    assert (seen["name"], seen["owner"], seen["mine"], seen["shared"]) == ("大家看", "clerk", False, True)
    send("clerk", "patch", f"/views/{b}", {"shared": False})
    assert send("lights", "get", "/views").json() == []


def test_nobody_changes_or_deletes_what_belongs_to_another_and_sharing_needs_a_permission(world, send):
    view = send("clerk", "post", "/views", {"name": "甲", "shared": True}).json()["id"]
    assert send("lights", "patch", f"/views/{view}", {"name": "乙"}).status_code == 404
    assert send("lights", "delete", f"/views/{view}").status_code == 404
    send("lights", "put", "/views/order", {"ids": [view]})
    assert SavedView.objects.get(pk=view).sort == 0
    assert send("lights", "post", "/views", {"name": "乙", "shared": True}).status_code == 403
    own = send("lights", "post", "/views", {"name": "乙"}).json()["id"]
    assert send("lights", "patch", f"/views/{own}", {"shared": True}).status_code == 403


def test_counts_agree_with_the_lists_and_stop_at_their_bound(world, send, monkeypatch):
    for _ in range(3):
        world.request()
    world.dispatched("lights")
    ids = [
        send("clerk", "post", "/views", {"name": "视图", "query": query, "shared": True}).json()["id"]
        for query in (
            {"state": "logged"},
            {"q": "路灯"},
            {"sort": "-closed_at"},
            {"area": "none"},
            {"worklist": "to_accept"},
        )
    ]
    told = {row["id"]: (row["count"], row["capped"]) for row in send("clerk", "get", "/views/counts").json()}
    assert [told[key] for key in ids] == [(3, False), (4, False), (0, False), (0, False), (3, False)]
    told = {row["id"]: row["count"] for row in send("lights", "get", "/views/counts").json()}
    assert [told[key] for key in ids] == [0, 1, 0, 0, None], "a list that this person does not have is not counted"
    monkeypatch.setattr("chengyun.cases.views.COUNT_CAP", 2)
    told = {row["id"]: (row["count"], row["capped"]) for row in send("clerk", "get", "/views/counts").json()}
    assert told[ids[0]] == (2, True)


def test_counting_all_views_is_one_statement_and_a_slow_one_gives_up(world, send, monkeypatch):
    world.request()
    send("clerk", "get", "/views/counts")
    costs = set()
    for _ in range(4):
        send("clerk", "post", "/views", {"name": "视图", "query": {"state": "logged"}})
        with CaptureQueriesContext(connection) as captured:
            send("clerk", "get", "/views/counts")
        told = [query["sql"] for query in captured.captured_queries if "kernel_revision" not in query["sql"]]
        costs.add(len(told))
        assert sum("count(*)" in sql for sql in told) == 1
    assert len(costs) == 1, told
    monkeypatch.setattr(
        "chengyun.cases.views._ask", lambda sql, params: _ask("SELECT 1::bigint, pg_sleep(1)::text", [])
    )
    monkeypatch.setattr("chengyun.cases.views.PATIENCE", 20)
    assert {row["count"] for row in send("clerk", "get", "/views/counts").json()} == {None}


@pytest.mark.parametrize("columns", [["title; drop"], ["title:9"], ["a" * 70], ["title"] * 41])
def test_columns_that_are_none_are_refused(world, send, columns):
    assert send("clerk", "post", "/views", {"name": "甲", "columns": columns}).status_code == 422


def test_the_columns_of_a_person_are_kept_and_are_nobody_elses(world, send):
    assert send("clerk", "get", "/views/columns").json() == {"columns": []}
    assert send("clerk", "put", "/views/columns", {"columns": ["title:320", "number"]}).status_code == 204
    assert send("clerk", "get", "/views/columns").json() == {"columns": ["title:320", "number"]}
    assert send("lights", "get", "/views/columns").json() == {"columns": []}
