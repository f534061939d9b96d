"""A warning is confirmed, dismissed with a reason, or turned into work; of two the second is told of the first."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from chengyun.cases.models import Assignment, Case
from chengyun.insight.models import EarlyWarning
from chengyun.insight.warnings import deciding
from chengyun.kernel.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def raised(world, rule, look, areas) -> EarlyWarning:
    rule("lamps", name="路灯成片", words=["路灯"], level="serious", minimum=3)
    for _ in range(3):
        world.request(area_id=areas["C1"], lng=114.2, lat=30.3, crs="wgs84")
    look()
    return EarlyWarning.objects.get()


def decide(client, warning, action, **more):
    body = {"action": action, "version": warning.version, **more}
    return client.post(f"/api/v1/insight/warnings/{warning.pk}/decide", body, "application/json")


def test_who_confirms_is_kept_with_what_was_written(raised, desk):
    answer = decide(desk("clerk"), raised, "confirm", note="已电话核实")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["state"], told["version"], told["decided_by"]) == ("confirmed", 2, "clerk")
    assert [(step["action"], step["note"]) for step in told["steps"]][-1] == ("confirm", "已电话核实")
    assert told["actions"] == ["supervise", "patrol", "dismiss", "reopen"]


@pytest.mark.parametrize("body", [{}, {"reason": "other"}, {"reason": "weather"}, {"reason": "known", "colour": "red"}])
def test_nothing_is_dismissed_without_a_reason(raised, desk, body):
    assert decide(desk("clerk"), raised, "dismiss", **body).status_code == 422
    raised.refresh_from_db()
    assert (raised.state, raised.version) == ("open", 1)


def test_a_dismissal_counts_against_the_rule_and_a_confirmation_for_it(raised, world, desk, look):
    client = desk("clerk")
    decide(client, raised, "dismiss", reason="planned", note="计划内检修")
    [rule] = client.get("/api/v1/insight/warnings/rules").json()
    assert (rule["judged"], rule["hits"], rule["dismissed"]) == (1, 0, 1)
    listed = client.get("/api/v1/insight/warnings", rule["query"]).json()["items"]
    assert [row["id"] for row in listed] == [raised.pk]
    for _ in range(3):
        world.request(area_id=Case.objects.first().area_id)
    look()
    again = EarlyWarning.objects.get(state="open")
    decide(client, again, "confirm")
    [rule] = client.get("/api/v1/insight/warnings/rules").json()
    assert (rule["judged"], rule["hits"], rule["dismissed"]) == (2, 1, 1)
    for hit, number in ((True, 1), (False, 1)):
        query = {**rule["query"], "hit": str(hit).lower()}
        assert len(client.get("/api/v1/insight/warnings", query).json()["items"]) == number
    one = client.get(f"/api/v1/insight/warnings/{again.pk}").json()
    assert [row["id"] for row in one["earlier"]] == [raised.pk]


def test_supervision_goes_through_the_case_and_leaves_out_what_is_supervised_already(raised, world, desk):
    first, second, third = Case.objects.order_by("pk")
    world.do(first.number, "supervise", "clerk", reason="领导批示")
    told = decide(desk("clerk"), raised, "supervise", note="两小时内报原因").json()
    assert told["state"] == "supervised"
    assert told["steps"][-1]["detail"]["numbers"] == [second.number, third.number]
    assert Case.objects.filter(supervised=True).count() == 3
    story = second.events.order_by("seq").last()
    assert (story.action, story.payload["reason"]) == ("supervise", "两小时内报原因")


def test_only_the_chosen_cases_are_supervised_and_strange_ones_are_refused_by_name(raised, world, desk):
    chosen = Case.objects.order_by("pk").first().number
    elsewhere = world.request("垃圾没有清运").case.number
    answer = decide(desk("clerk"), raised, "supervise", note="请核实", numbers=[elsewhere])
    assert answer.status_code == 422
    assert elsewhere in answer.json()["detail"]
    assert decide(desk("clerk"), raised, "supervise", note="请核实", numbers=[chosen]).status_code == 200
    assert list(Case.objects.filter(supervised=True).values_list("number", flat=True)) == [chosen]


def test_a_look_at_the_place_is_an_event_sent_to_a_unit_for_verification(raised, world, desk):
    told = decide(desk("clerk"), raised, "patrol", note="看有没有积水", unit_id=world.units["street"].pk).json()
    assert told["state"] == "patrolled"
    event = Case.objects.get(lifecycle="urban_event")
    assert told["steps"][-1]["detail"] == {"number": event.number, "unit": "演示街道"}
    assert (event.state, event.lng, event.area_id) == ("verifying", 114.2, raised.area_id)
    part = Assignment.objects.get(case=event)
    assert (part.role, part.unit, part.note) == ("verify", world.units["street"], "看有没有积水")
    assert Case.objects.get(pk=Case.objects.order_by("pk").first().pk).number in event.words.text


def test_a_look_at_the_place_needs_a_unit(raised, desk):
    for unit in (None, 10**9):
        answer = decide(desk("clerk"), raised, "patrol", unit_id=unit)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "unit_id")


def test_a_mistake_is_taken_back(raised, desk):
    client = desk("clerk")
    decide(client, raised, "dismiss", reason="known")
    raised.refresh_from_db()
    told = decide(client, raised, "reopen").json()
    assert (told["state"], told["decided_by"], told["decided_at"]) == ("open", "", None)


def test_what_has_been_raised_anew_is_not_opened_again(raised, world, desk, look):
    client = desk("clerk")
    decide(client, raised, "dismiss", reason="known")
    for _ in range(3):
        world.request(area_id=Case.objects.first().area_id)
    look()
    raised.refresh_from_db()
    answer = decide(client, raised, "reopen")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


def test_the_second_of_two_is_told_who_was_first(raised, desk):
    client = desk("clerk")
    decide(client, raised, "confirm")
    answer = decide(client, raised, "dismiss", reason="known")
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["current"]["state"] == "confirmed"
    assert "clerk" in problem["detail"]


def test_growing_does_not_stop_a_decision(raised, world, desk, look):
    world.request(area_id=Case.objects.first().area_id)
    assert look() == 1
    assert decide(desk("clerk"), raised, "confirm").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_decides(raised, world):
    ready, results = threading.Barrier(2), []

    def one(action: str) -> None:
        try:
            ready.wait()
            deciding.decide(world.actors["clerk"], raised.pk, deciding.Decision(action, 1, reason="known"))
            results.append(action)
        except Problem as problem:
            results.append(problem.status)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(action,)) for action in ("confirm", "dismiss")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, results))[0] == "409"
    assert len(raised.steps.exclude(action="raised")) == 1
