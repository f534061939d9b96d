"""The page of hot issues over HTTP."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chengyun.cases.models import Case
from chengyun.insight.hot import demo, following
from chengyun.insight.models import HotIssue, HotRun

pytestmark = pytest.mark.django_db
HOT = "/api/v1/insight/hot"


@pytest.fixture
def issues(came, look) -> dict[str, HotIssue]:
    came()
    return look()


def change(client, issue, action, **more):
    version = HotIssue.objects.get(pk=issue.pk).version
    body = {"action": action, "version": version, **more}
    return client.post(f"{HOT}/{issue.pk}/change", body, "application/json")


def test_the_ranking_tells_what_where_how_many_and_why_it_is_hot(issues, desk):
    told = desk("clerk").get(HOT, {"days": "7"}).json()
    first = told["items"][0]
    assert first["rank"] == 1
    assert first["place"] in {"青云苑", "白鹭新城"}
    assert sum(part["points"] for part in first["parts"]) == pytest.approx(first["heat"], abs=0.01)
    assert told["looked"]["cases"] == 22
    assert told["running"] is None


def test_every_figure_opens_exactly_its_cases(issues, desk):
    client = desk("clerk")
    row = next(row for row in client.get(HOT).json()["items"] if row["place"] == "青云苑")
    for query, figure in (
        (row["query"], row["matters"]),
        (row["before_query"], 0),
        (row["all_query"], row["all_matters"]),
    ):
        assert len(client.get("/api/v1/cases", query).json()["items"]) == figure
    parts = {part["code"]: part for part in row["parts"]}
    assert parts["matters"]["query"] == row["query"]
    assert parts["growth"]["query"] is None


def test_who_may_not_see_each_of_its_cases_does_not_see_the_issue(issues, desk):
    assert desk("lights").get(HOT).json()["total"] == 0
    one = next(iter(issues.values()))
    assert desk("lights").get(f"{HOT}/{one.pk}").status_code == 404
    assert desk("water").get(HOT).status_code == 403


def test_looking_does_not_mean_arranging(issues, desk):
    one = next(iter(issues.values()))
    assert change(desk("lights"), one, "rename", title="别的名称").status_code == 403
    assert (
        desk("lights").post(f"{HOT}/runs", {"start": "2025-01-01", "end": "2025-01-02"}, "application/json").status_code
        == 403
    )


def test_an_issue_shows_words_life_cases_and_history(issues, desk):
    told = desk("clerk").get(f"{HOT}/{issues['青云苑'].pk}", {"days": "30"}).json()
    assert {"车位", "捆绑"} <= {row["word"] for row in told["words"]}
    assert sum(told["life"]["counts"]) == 6
    assert len(told["members"]) == 6
    assert told["steps"][-1]["action"] == "found"
    assert {"7", "30", "90"} <= set(told["windows"])


def test_renaming_keeps_the_old_name_and_why(issues, desk):
    answer = change(desk("clerk"), issues["青云苑"], "rename", title="青云苑车位捆绑", why="居民都这样叫")
    assert answer.status_code == 200
    told = answer.json()
    assert told["title"] == "青云苑车位捆绑"
    assert told["steps"][0]["detail"]["to"] == "青云苑车位捆绑"
    assert told["steps"][0]["note"] == "居民都这样叫"
    assert told["steps"][0]["actor"] == "clerk"


def test_the_second_of_two_is_told_of_the_first(issues, desk):
    client, one = desk("clerk"), issues["青云苑"]
    assert change(client, one, "rename", title="甲名称").status_code == 200
    body = {"action": "rename", "version": one.version, "title": "乙名称"}
    refused = client.post(f"{HOT}/{one.pk}/change", body, "application/json")
    assert refused.status_code == 409
    assert refused.json()["current"]["title"] == "甲名称"


def test_a_hidden_issue_leaves_the_ranking_and_can_be_shown_again(issues, desk):
    client, one = desk("clerk"), issues["青云苑"]
    assert change(client, one, "hide").status_code == 422  # why?
    assert change(client, one, "hide", why="已统一答复").status_code == 200
    told = client.get(HOT).json()
    assert one.pk not in [row["id"] for row in told["items"]]
    assert told["hidden"] == 1
    assert [row["id"] for row in client.get(HOT, {"hidden": "true"}).json()["items"]] == [one.pk]
    assert change(client, one, "show").status_code == 200
    assert one.pk in [row["id"] for row in client.get(HOT).json()["items"]]


def test_merging_puts_all_cases_together_and_can_be_taken_back(issues, desk):
    client, one, other = desk("clerk"), issues["青云苑"], issues["白鹭新城"]
    told = change(client, other, "merge", into=one.pk, why="同一个开发商").json()
    assert (told["id"], told["all_matters"]) == (one.pk, 10)
    assert client.get(f"{HOT}/{other.pk}").status_code == 404
    assert len(client.get("/api/v1/cases", {"gathered": f"hot:{other.pk}"}).json()["items"]) == 10
    step = next(step for step in told["steps"] if step["action"] == "merge")
    told = change(client, one, "undo", step=step["id"]).json()
    assert told["all_matters"] == 6
    assert client.get(f"{HOT}/{other.pk}").json()["all_matters"] == 4
    assert change(client, one, "undo", step=step["id"]).status_code == 422


def test_splitting_makes_a_new_issue_of_the_chosen_cases(issues, desk):
    client, one = desk("clerk"), issues["青云苑"]
    numbers = [row["number"] for row in client.get(f"{HOT}/{one.pk}").json()["members"]]
    told = change(client, one, "split", numbers=numbers[:2], title="青云苑合同问题", why="不是一回事").json()
    assert (told["title"], told["all_matters"]) == ("青云苑合同问题", 2)
    assert client.get(f"{HOT}/{one.pk}").json()["all_matters"] == 4
    assert change(client, one, "split", numbers=numbers[:1], title="别的").status_code == 422  # not in it any more
    assert change(client, one, "split", numbers=numbers[2:], title="全部").status_code == 422
    assert change(client, one, "split", numbers=numbers[2:3]).status_code == 422  # no name


@pytest.mark.parametrize("more", [{"into": None}, {"into": 999999}])
def test_an_issue_cannot_be_merged_into_nothing(issues, desk, more):
    assert change(desk("clerk"), issues["青云苑"], "merge", **more).status_code in (404, 422)


def test_any_window_is_found_as_a_job(issues, desk, now, monkeypatch):
    client = desk("clerk")
    day = f"{now - timedelta(days=20):%Y-%m-%d}", f"{now:%Y-%m-%d}"
    asked = client.post(f"{HOT}/runs", {"start": day[0], "end": day[1]}, "application/json")
    assert asked.status_code == 202
    run = asked.json()
    assert run["state"] == "waiting"
    assert client.get(HOT).json()["running"]["id"] == run["id"]
    assert client.get(HOT, {"run": run["id"]}).status_code == 404  # not yet
    following.look(HotRun.objects.get(pk=run["id"]))
    assert client.get(f"{HOT}/runs/{run['id']}").json()["state"] == "done"
    told = client.get(HOT, {"run": run["id"]}).json()
    assert {"青云苑", "白鹭新城"} <= {row["place"] for row in told["items"]}


@pytest.mark.parametrize(
    ("start", "end"),
    [("2025-02-01", "2025-01-01"), ("2023-01-01", "2025-01-01"), ("2199-01-01", "2199-01-02"), ("1", "2")],
)
def test_a_window_that_makes_no_sense_is_refused_in_words(world, desk, start, end):
    answer = desk("clerk").post(f"{HOT}/runs", {"start": start, "end": end}, "application/json")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"]


def test_finding_by_words_and_by_how_it_goes(issues, desk):
    client = desk("clerk")
    assert {row["place"] for row in client.get(HOT, {"q": "青云"}).json()["items"]} == {"青云苑"}
    assert client.get(HOT, {"state": "fading"}).json()["items"] == []
    assert client.get(HOT, {"state": "burning"}).status_code == 422


def test_the_ranking_costs_a_few_statements_whatever_it_shows(issues, desk, django_assert_max_num_queries):
    client = desk("clerk")
    client.get(HOT)
    with django_assert_max_num_queries(9):
        client.get(HOT)
    with django_assert_max_num_queries(12):
        client.get(f"{HOT}/{issues['青云苑'].pk}")


def test_the_demo_district_has_issues_that_grow_and_come_back(world):
    if not Case.objects.exists():
        assert demo.fill() == 0  # a district without these communities has none
