"""A dispatcher opens a case and sees who should handle it, why, and which closed cases were like it."""

from __future__ import annotations

import pytest
from django.test import Client

from chengyun.cases.models import Case, Category
from chengyun.dispatching import proposing, ranker, training
from chengyun.dispatching.models import Proposal, Waiting
from chengyun.kernel import revision
from chengyun.org.access import system_actor
from chengyun.org.auth import BACKEND

pytestmark = pytest.mark.django_db


def propose(number: str) -> Proposal:
    Waiting.objects.exclude(case__number=number).delete()
    proposing.work_off()
    return Proposal.objects.get(case__number=number)


def waiting_case(world, text="公园门口路灯不亮，晚上漆黑一片", **more) -> str:
    return world.request(text=text, then=[("accept", {})], **more).case.number


def sources_of(found: Proposal) -> set[str]:
    return {reason["source"] for unit in found.units for reason in unit["reasons"]}


def test_without_any_history_there_is_honestly_nothing(world):
    found = propose(waiting_case(world, text="请问怎么办理"))
    assert found.units == []
    assert found.confidence is None


def test_the_category_is_told_from_its_keywords_when_there_is_nothing_to_learn_from(world):
    Category.objects.filter(code="light").update(keywords=["路灯", "照明"])
    revision.bump("catalogue")
    revision.forget()
    found = propose(waiting_case(world, category_id=None))
    assert found.categories[0]["category"] == world.categories["light"].pk
    assert found.categories[0]["confidence"] > 0.5


def test_similar_closed_cases_speak_for_their_unit_before_any_model_is_trained(world, history):
    found = propose(waiting_case(world))
    assert found.top_unit_id == world.units["lights"].pk
    assert "similar" in sources_of(found)
    assert "model" not in sources_of(found)
    assert 1 <= len(found.similar) <= 3
    best = found.similar[0]
    assert best["unit"] == world.units["lights"].pk
    assert best["outcome"] == "solved"
    assert best["number"] in history


def test_the_model_speaks_with_the_words_that_counted(world, history, fake_learning):
    training.run(training.begin(system_actor("测试")).pk)
    found = propose(waiting_case(world))
    top = found.units[0]
    assert top["unit"] == world.units["lights"].pk
    model = next(reason for reason in top["reasons"] if reason["source"] == "model")
    assert "路灯" in model["matched"]
    assert found.version is not None
    assert found.sure is not None


def test_a_rule_goes_before_the_model_and_the_model_is_not_sure_against_it(world, history, fake_learning):
    training.run(training.begin(system_actor("测试")).pk)
    from chengyun.dispatching import rules
    from chengyun.dispatching.facts import RULE, Suggestion

    water = world.units["water"].pk
    said = Suggestion(RULE, water, "规则“夜间照明”", "rule", ref="R1")
    fake_learning.setattr(rules, "proposed", lambda facts: [said])
    found = propose(waiting_case(world))
    assert found.top_unit_id == water
    assert found.confidence == pytest.approx(0.95, abs=0.03)
    assert found.sure is None, "a rule says otherwise"


def test_a_case_whose_sources_fail_still_has_a_proposal_and_the_job_says_so(world, history, monkeypatch):
    from chengyun.dispatching import rules

    monkeypatch.setattr(rules, "proposed", lambda facts: 1 / 0)
    number = waiting_case(world)
    Waiting.objects.exclude(case__number=number).delete()
    with pytest.raises(proposing.SomeFailed, match=number):
        proposing.work_off()
    assert Proposal.objects.get(case__number=number).top_unit_id == world.units["lights"].pk
    assert Waiting.objects.get(case__number=number).attempts == 1


def test_a_broken_model_stops_nothing(world, history, fake_learning):
    training.run(training.begin(system_actor("测试")).pk)

    def broken(version, some):
        raise ranker.RankerError("坏了")

    fake_learning.setattr(ranker, "rank", broken)
    number = waiting_case(world)
    Waiting.objects.exclude(case__number=number).delete()
    with pytest.raises(proposing.SomeFailed, match="坏了"):
        proposing.work_off()
    found = Proposal.objects.get(case__number=number)
    assert found.version is None
    assert found.top_unit_id == world.units["lights"].pk


def test_what_was_decided_is_kept_beside_what_was_proposed(world, history, client_of):
    yes, no = waiting_case(world), waiting_case(world)
    Waiting.objects.exclude(case__number__in=(yes, no)).delete()
    proposing.work_off()
    world.do(yes, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    world.do(no, "dispatch", "clerk", unit_id=world.units["water"].pk)
    client = client_of("clerk")
    assert client.get(f"/api/v1/cases/{yes}/proposal").json()["verdict"] == "accepted"
    told = client.get(f"/api/v1/cases/{no}/proposal").json()
    assert told["verdict"] == "corrected"
    assert told["final"]["name"] == "水务部门"


@pytest.fixture
def client_of(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in


def test_the_page_is_told_units_reasons_and_similar_cases(world, history, client_of):
    number = waiting_case(world)
    client = client_of("clerk")
    assert client.get(f"/api/v1/cases/{number}/proposal").json()["state"] == "waiting"
    propose(number)
    told = client.get(f"/api/v1/cases/{number}/proposal").json()
    assert told["state"] == "ready"
    assert told["units"][0]["unit"]["name"] == "照明部门"
    assert told["units"][0]["reasons"][0]["text"]
    assert told["similar"][0]["outcome_name"] == "已解决"
    english = client.get(f"/api/v1/cases/{number}/proposal", headers={"accept-language": "en"}).json()
    assert "similar closed case" in str(english["units"][0]["reasons"])
    hints = client.get("/api/v1/dispatching/hints", {"numbers": f"{number},TS-1"}).json()
    assert [(one["number"], one["unit"]["name"]) for one in hints] == [(number, "照明部门")]


def test_who_does_not_dispatch_is_told_nothing(world, history, client_of):
    number = world.dispatched("lights").case.number
    assert client_of("lights").get(f"/api/v1/cases/{number}/proposal").status_code == 403
    assert client_of("water").get("/api/v1/dispatching/hints?numbers=x").status_code == 403
    assert client_of("clerk").get("/api/v1/cases/TS-0/proposal").status_code == 404


def test_while_a_request_is_typed_it_is_proposed_who_gets_it_and_nothing_is_kept(world, history, client_of):
    body = {"text": "公园门口路灯不亮，晚上漆黑一片", "category_id": world.categories["light"].pk}
    answer = client_of("clerk").post("/api/v1/dispatching/suggest", body, "application/json")
    assert answer.status_code == 200, answer.content
    assert answer.json()["units"][0]["unit"]["name"] == "照明部门"
    assert not Proposal.objects.exists()


def test_a_case_changed_before_it_is_dispatched_is_looked_at_again(world, history):
    number = waiting_case(world, text="路面问题", category_id=None)
    first = propose(number).made_at
    world.do(number, "edit", "clerk", title="路灯不亮，灯杆倾斜", category_id=world.categories["light"].pk)
    found = propose(number)
    assert found.made_at > first
    assert found.category_id == world.categories["light"].pk


def test_closed_cases_do_not_wait_for_ever(world, history):
    number = waiting_case(world)
    Case.objects.filter(number=number).update(is_open=False, state="void")
    proposing.work_off()
    assert not Waiting.objects.exists()
