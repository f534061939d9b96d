"""How often the first dispatch was right: every figure opens exactly its cases, and the budget of statements holds."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases.filter_words import in_words
from chengyun.cases.filters import CaseFilter
from chengyun.cases.tests.world import World
from chengyun.dispatching import proposing, training
from chengyun.dispatching.models import Acting, ModelVersion, Proposal, Waiting
from chengyun.org.access import system_actor
from chengyun.org.auth import BACKEND
from chengyun.org.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(world) -> Client:
    grant(world, "clerk", "dispatching.view", "dispatching.manage")
    return client_of(world, "clerk")


def grant(world: World, name: str, *codes: str) -> None:
    role = Role.objects.get(code=f"role-{name}")
    role.permissions = [*role.permissions, *codes]
    role.save()
    from chengyun.kernel import revision

    revision.bump("org")
    revision.forget()


def client_of(world: World, name: str) -> Client:
    client = Client()
    client.force_login(world.accounts[name], BACKEND)
    return client


@pytest.fixture
def decided(world, leader):
    """Dispatched right, moved, withdrawn, alone; with and without proposals, in two categories."""
    light, public = world.categories["light"].pk, world.categories["public"].pk
    lights, water = world.units["lights"].pk, world.units["water"].pk
    Acting.objects.create(category_id=light, active=True, cut=0.9, switched_at=timezone.now() - timedelta(days=3))
    for at in range(8):
        number = world.request(
            then=[("accept", {})], category_id=(light, light, public, None)[at % 4], text=f"路灯不亮 {at}"
        ).case.number
        if at % 3:
            Proposal.objects.create(
                case_id=_id(number), made_at=timezone.now(), category_id=(light, light, public, None)[at % 4],
                top_unit_id=lights if at % 2 else water, sure=0.95 if at % 4 == 1 else None, alone=at == 5,
            )  # fmt: skip
        world.do(number, "dispatch", "clerk", unit_id=lights)
        if at in (1, 6):
            world.do(number, "reassign", "clerk", unit_id=water)
        if at == 7:
            world.do(number, "withdraw", "clerk")
    return world


def _id(number: str) -> int:
    from chengyun.cases.models import Case

    return Case.objects.values_list("pk", flat=True).get(number=number)


def listed(client: Client, query: dict) -> int:
    return client.get("/api/v1/cases", {**query, "count": "true"}).json()["count"]


def open_figures(told) -> list:
    """(where, value, query) of everything in an answer that has both."""
    found = []
    if isinstance(told, dict):
        if set(told) == {"value", "query"}:
            return [(told["query"], told["value"])]
        for value in told.values():
            found += open_figures(value)
    elif isinstance(told, list):
        for value in told:
            found += open_figures(value)
    return found


@pytest.mark.parametrize("query", [{}, {"months": 1}, {"month": f"{timezone.localdate():%Y-%m}"}])
def test_every_figure_opens_its_cases(decided, leader, query):
    told = leader.get("/api/v1/dispatching/figures", query).json()
    figures = open_figures(told)
    assert len(figures) > 20
    assert [(q, value, listed(leader, q)) for q, value in figures if value != listed(leader, q)] == []


def test_the_month_tells_right_wrong_accepted_and_corrected(decided, leader):
    (month,) = leader.get("/api/v1/dispatching/figures").json()["months"]
    assert {name: month[name]["value"] for name in ("all", "wrong", "proposed", "alone")} == {
        "all": 8, "wrong": 3, "proposed": 5, "alone": 1,
    }  # fmt: skip
    assert month["accepted"]["value"] + month["corrected"]["value"] == 4


def test_dry_figures_of_acting_alone_open_their_cases(decided, leader):
    told = leader.get("/api/v1/dispatching/acting").json()
    (row,) = told["rows"]
    assert (row["sure"]["value"], row["right"]["value"], row["wrong"]["value"]) == (2, 1, 1)
    assert [(q, value) for q, value in open_figures(told) if value != listed(leader, q)] == []


def test_the_card_of_a_version_opens_the_cases_it_was_tried_on(world, leader, history, fake_learning):
    training.run(training.begin(system_actor("测试")).pk)
    told = leader.get("/api/v1/dispatching/models").json()
    assert told["versions"][0]["state"] == "running"
    figures = open_figures(told)
    assert figures
    assert [(q, value) for q, value in figures if value != listed(leader, q)] == []


@pytest.mark.parametrize(
    "what", ["", "luck", "wrong.m202613", "wrong.x1", "wrong.wrong", "v1.accepted", "v999.all", "m1"]
)
def test_a_filter_that_means_nothing_is_refused_in_words(world, leader, what):
    answer = leader.get("/api/v1/cases", {"gathered": f"dispatch:{what}"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"]


def test_the_filter_is_told_in_words(world):
    unit = world.units["lights"].pk
    told = in_words(CaseFilter(gathered=f"dispatch:wrong.m202609.u{unit}"), "-received_at")
    assert "首次派单后改派或撤回，2026-09，照明部门" in told


# --- over HTTP ----------------------------------------------------------------------------------------------------
def test_a_leader_switches_a_category_and_others_may_only_look(world, leader):
    light = world.categories["light"].pk
    path = f"/api/v1/dispatching/acting/{light}"
    refused = leader.put(path, json.dumps({"active": True}), "application/json")
    assert refused.status_code == 409
    assert refused.json()["code"] == "not_sure"
    Acting.objects.filter(category_id=light).update(cut=0.97)
    assert leader.put(path, json.dumps({"active": True}), "application/json").json()["rows"][0]["active"]
    looker = world.person("looker", "centre", ["view", "view_all"])
    assert looker
    grant(world, "looker", "dispatching.view")
    client = client_of(world, "looker")
    assert client.get("/api/v1/dispatching/acting").json()["may_manage"] is False
    assert client.put(path, json.dumps({"active": False}), "application/json").status_code == 403
    assert client.post("/api/v1/dispatching/models/train").status_code == 403


def test_a_unit_is_not_shown_the_whole_district(world):
    grant(world, "lights", "dispatching.view")
    for path in ("figures", "acting", "models"):
        assert client_of(world, "lights").get(f"/api/v1/dispatching/{path}").status_code == 403


def test_train_now_says_what_is_missing_and_is_done_by_a_job(world, leader, history, fake_learning):
    answer = leader.post("/api/v1/dispatching/models/train")
    assert answer.status_code == 202, answer.content
    assert answer.json()["versions"][0]["state"] == "training"
    again = leader.post("/api/v1/dispatching/models/train")
    assert (again.status_code, again.json()["code"]) == (409, "training")
    ModelVersion.objects.all().delete()
    fake_learning.setattr(training, "FEWEST", 1000)
    few = leader.post("/api/v1/dispatching/models/train")
    assert (few.status_code, few.json()["code"]) == (409, "too_few")


def test_one_click_goes_back_to_an_older_version(world, leader, history, fake_learning):
    first = training.run(training.begin(system_actor("测试")).pk)
    second = training.run(training.begin(system_actor("测试")).pk)
    told = leader.post(f"/api/v1/dispatching/models/{second.pk}/promote").json()
    assert [one["state"] for one in told["versions"]] == ["running", "retired"]
    told = leader.post(f"/api/v1/dispatching/models/{first.pk}/promote").json()
    assert [one["state"] for one in told["versions"]] == ["retired", "running"]
    assert leader.post("/api/v1/dispatching/models/99999/promote").status_code == 404


def test_statements_do_not_grow_with_the_number_of_cases(decided, leader):
    leader.get("/api/v1/dispatching/figures")
    for path, most in (("figures", 5), ("acting", 8), ("models", 7)):
        with CaptureQueriesContext(connection) as captured:
            assert leader.get(f"/api/v1/dispatching/{path}").status_code == 200
        told = [query["sql"] for query in captured.captured_queries if "kernel_revision" not in query["sql"]]
        assert len(told) <= most, (path, [sql[:120] for sql in told])


def test_a_proposal_takes_a_bounded_number_of_statements(world, history):
    """About a dozen for each case, however many cases there are: it is the worker that waits, never a person."""
    number = world.request(text="公园路灯不亮，晚上漆黑一片", then=[("accept", {})]).case.number
    Waiting.objects.exclude(case__number=number).delete()
    with CaptureQueriesContext(connection) as captured:
        proposing.work_off()
    told = [query["sql"] for query in captured.captured_queries if "kernel_revision" not in query["sql"]]
    assert len(told) <= 45, [sql[:120] for sql in told]
    assert Proposal.objects.filter(case__number=number).exists()
