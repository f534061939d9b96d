"""Business cases on a board of their own; the discipline commission is pointed to them, and what it opens is kept."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from chengyun.cases import measures
from chengyun.cases.models import Notice
from chengyun.supervision.models import LookRecord

pytestmark = pytest.mark.django_db
URL = "/api/v1/supervision"
COMMISSION = ["case.view", "case.view_all", "supervision.discipline"]


@pytest.fixture
def commission(person):
    return person("commission", COMMISSION)


def test_the_board_counts_business_cases_only_and_every_figure_opens_its_cases(world, desk):
    world.handling()
    number = world.handling(flags=["business_environment"])
    client = desk("clerk")
    board = client.get(f"{URL}/business").json()
    assert (board["figures"]["open"]["value"], [case["number"] for case in board["cases"]]) == (1, [number])
    assert [(unit["code"], unit["figures"]["open"]["value"]) for unit in board["units"]] == [("lights", 1)]
    for figure in (*board["figures"].values(), *board["units"][0]["figures"].values()):
        listed = client.get("/api/v1/cases", {**figure["query"], "count": "true"}).json()
        assert listed["count"] == figure["value"], figure


def test_the_rate_is_that_of_the_indicator_so_that_what_is_late_and_open_counts_too(world, desk, monkeypatch):
    world.handling(flags=["business_environment"])
    assert desk("clerk").get(f"{URL}/business").json()["figures"]["due"]["value"] == 0, "nothing closed, no indicator"
    late = {"denominator": {"due": "overdue"}, "numerator": {"due": "none"}}
    reader = measures.each(lambda days, narrowed: measures.rate(0, 1, opened=late))
    told = measures.Measure("business_on_time_rate", "按时办结率", "In time", reader)
    monkeypatch.setitem(measures._measures, told.code, told)
    figures = desk("clerk").get(f"{URL}/business").json()["figures"]
    assert (figures["on_time"], figures["due"]) == (
        {"value": 0, "query": {"due": "none"}}, {"value": 1, "query": {"due": "overdue"}},
    )  # fmt: skip


def test_a_cue_reaches_the_commission_is_seen_and_answered(world, desk, commission):
    number = world.handling(flags=["business_environment"])
    sent = desk("clerk").post(f"{URL}/cues", {"number": number, "note": "企业反映吃拿卡要"}, "application/json")
    assert sent.status_code == 201, sent.content
    assert (
        Notice.objects.get(account_id=world.accounts["commission"].pk).text
        == f"城运中心提示：{number} 企业反映吃拿卡要"
    )
    client = desk("commission")
    [cue] = client.get(f"{URL}/cues").json()["items"]
    assert (cue["number"], cue["may_answer"]) == (number, True)
    answered = client.post(f"{URL}/cues/{cue['id']}/answer", {"text": "已约谈责任人"}, "application/json").json()
    assert answered["items"][0]["answer"] == "已约谈责任人"
    again = client.post(f"{URL}/cues/{cue['id']}/answer", {"text": "再次反馈"}, "application/json")
    assert again.status_code == 409
    assert Notice.objects.filter(account_id=world.accounts["clerk"].pk, text__contains="已约谈责任人").exists()


def test_only_business_cases_and_those_under_supervision_are_pointed_to(world, desk):
    number = world.handling()
    client = desk("clerk")
    assert client.post(f"{URL}/cues", {"number": number, "note": "请关注"}, "application/json").status_code == 422
    world.do(number, "supervise", "clerk", reason="久拖不决")
    assert client.post(f"{URL}/cues", {"number": number, "note": "请关注"}, "application/json").status_code == 201
    assert client.post(f"{URL}/cues", {"note": "请关注"}, "application/json").status_code == 422
    assert desk("lights").get(f"{URL}/business").status_code == 403


def test_every_look_of_the_commission_stands_in_the_read_audit_for_ever(world, desk, commission, person):
    number = world.handling(flags=["business_environment"])
    client = desk("commission")
    client.get(f"{URL}/business")
    client.get(f"/api/v1/cases/{number}")
    desk("clerk").get(f"/api/v1/cases/{number}")
    person("auditor", ["audit.reads"])
    audit = desk("auditor")
    found = audit.get("/api/v1/audit/reads", {"kind": "look"}).json()["items"]
    assert [(row["account"], row["kind"], row["number"]) for row in found] == [
        ("commission", "look", number), ("commission", "look", None),
    ]  # fmt: skip
    of_the_case = audit.get("/api/v1/audit/reads", {"number": number}).json()["items"]
    assert [row["words"] for row in of_the_case] == [f"案件 {number}"]
    with pytest.raises(DatabaseError), transaction.atomic():
        LookRecord.objects.update(words="别的")


def test_the_commission_sees_what_was_referred_to_it_and_no_other_order(world, desk, commission):
    from chengyun.supervision import starting
    from chengyun.supervision.starting import Wanted

    [plain] = starting.start(world.clerk, Wanted("order", "请办理", numbers=[world.handling()]))
    [referred] = starting.start(world.clerk, Wanted("referral", "移送处理", numbers=[world.handling()]))
    client = desk("commission")
    assert [row["id"] for row in client.get(f"{URL}/orders").json()["items"]] == [referred.pk]
    assert client.get(f"{URL}/orders/{plain.pk}").status_code == 404
    assert client.get(f"{URL}/orders/{referred.pk}").json()["number"] == referred.number
    assert Notice.objects.filter(account_id=world.accounts["commission"].pk, kind="supervision").exists()
    assert LookRecord.objects.filter(words__contains=referred.number).exists()
