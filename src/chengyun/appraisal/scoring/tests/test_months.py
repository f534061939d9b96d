"""A month of assessment as people live it: points, cases behind them, appeals, closing, the circular."""

from __future__ import annotations

import json

import pytest
from django.db import DatabaseError, transaction

from chengyun.appraisal.scoring import closing, computing, queries
from chengyun.appraisal.scoring.models import ScoreMonth, ScoreSheet, ScoringScheme
from chengyun.cases.models import Case, Notice

MARCH = "/api/v1/appraisal/scores/2026-03"


def post(client, path, **body):
    return client.post(f"/api/v1/appraisal/{path}", json.dumps(body), "application/json")


def line(sheet, code):
    return next(one for one in sheet["lines"] if one["code"] == code)


@pytest.fixture
def march(done, clock):
    """Lights: two in time, one of a leader late and redone by a dissatisfied caller; water: one in time."""
    numbers = [done(), done(), done(late=True, satisfaction="dissatisfied", flags=["leader"])]
    done("water")
    clock.to("2026-03-31 18:00")
    return numbers


def test_every_digit_of_a_sheet_opens_exactly_its_cases(march, desk):
    client = desk("clerk")
    sheet = client.get(f"{MARCH}/units/lights").json()
    on_time = line(sheet, "on_time")
    assert (on_time["numerator"], on_time["denominator"], on_time["cases"], on_time["doubled"]) == (2, 4, 3, 1)
    assert (on_time["value"], on_time["points"]) == ("50.00", "20.00")
    assert line(sheet, "street")["why"] == "no_rating"
    for part, wanted in (("counted", set(march)), ("hit", set(march[:2])), ("missed", {march[2]})):
        found = client.get("/api/v1/cases", on_time["opens"][part]).json()["items"]
        assert {row["number"] for row in found} == wanted
    assert sheet["measured"] == "70.00"


def test_a_unit_sees_itself_and_not_the_ranking_until_the_circular(march, desk, clock):
    own = desk("lights").get("/api/v1/appraisal/scores?month=2026-03").json()
    units = [unit for group in own["groups"] for unit in group["units"]]
    assert [(unit["code"], unit["rank"]) for unit in units] == [("lights", None)]
    assert desk("lights").get(f"{MARCH}/units/water").status_code == 404
    clock.to("2026-04-02 09:00")
    assert desk("clerk").post(f"{MARCH}/close").status_code == 200
    assert desk("lights").get(f"{MARCH}/circular").status_code == 403
    assert post(desk("clerk"), "scores/2026-03/publish", circular="演通〔2026〕3号").status_code == 200
    whole = desk("lights").get("/api/v1/appraisal/scores?month=2026-03").json()
    ranked = [(unit["code"], unit["rank"], unit["opens"]) for group in whole["groups"] for unit in group["units"]]
    assert ranked[:2] == [("water", 1, False), ("lights", 2, True)]
    paper = desk("lights").get(f"{MARCH}/circular")
    assert paper.content.startswith(b"%PDF")


def test_an_appeal_that_is_granted_takes_the_case_out_and_says_why(march, desk, clock, world):
    unit = desk("lights")
    before = unit.get(f"{MARCH}/units/lights").json()["total"]
    filed = post(
        unit,
        "appeals",
        month="2026-03",
        unit="lights",
        case=march[2],
        item="on_time",
        reason="force",
        text="台风停工三日",
    )
    assert filed.status_code == 201
    assert filed.json()["appeals"][0]["state"] == "pending"
    again = post(
        unit, "appeals", month="2026-03", unit="lights", case=march[2], item="on_time", reason="force", text="再次申诉"
    )
    assert again.status_code == 409
    clock.to("2026-04-01 09:00")
    unit, centre = desk("lights"), desk("clerk")
    assert centre.post(f"{MARCH}/close").json()["code"] == "appeals_waiting"
    waiting = centre.get("/api/v1/appraisal/appeals?month=2026-03").json()["items"][0]
    assert post(unit, f"appeals/{waiting['id']}/decide", verdict="granted", note="自己同意").status_code == 403
    assert post(centre, f"appeals/{waiting['id']}/decide", verdict="granted", note="停工属实").status_code == 200
    told = dict(Notice.objects.filter(kind__startswith="appeal").values_list("account_id", "text"))
    assert "提出申诉" in told[world.accounts["clerk"].pk]
    assert "申诉成立" in told[world.accounts["lights"].pk]
    after = unit.get(f"{MARCH}/units/lights").json()
    on_time = line(after, "on_time")
    assert (on_time["value"], on_time["left_out"]) == ("100.00", 1)
    assert float(after["total"]) > float(before)
    found = centre.get("/api/v1/cases", on_time["opens"]["left_out"]).json()["items"]
    assert [row["number"] for row in found] == [march[2]]


def test_a_closed_month_stays_as_it_was_whatever_is_changed_later(march, desk, clock, world):
    clock.to("2026-04-01 09:00")
    centre = desk("clerk")
    assert centre.post(f"{MARCH}/close").status_code == 200
    before = centre.get(f"{MARCH}/units/lights").json()
    scheme = ScoringScheme.objects.get(code="departments")
    scheme.items[0]["weight"], scheme.items[1]["weight"] = 10, 50
    scheme.save()
    Case.objects.filter(number=march[0]).update(satisfaction="dissatisfied", was_overdue=True)
    computing.forget()
    assert centre.get(f"{MARCH}/units/lights").json() == before
    found = centre.get("/api/v1/cases", line(before, "on_time")["opens"]["hit"]).json()["items"]
    assert len(found) == 2
    assert post(
        centre, "deductions", month="2026-03", unit="lights", points=1, reason="迟到的扣分"
    ).json()["code"] == "month_closed"  # fmt: skip
    assert centre.get(f"{MARCH}/verify").json()["sound"] is True
    with pytest.raises(DatabaseError), transaction.atomic():
        ScoreSheet.objects.update(total=100)
    ScoreMonth.objects.update(schemes=[{**one, "minimum": 99} for one in ScoreMonth.objects.get().schemes])
    assert closing.verify(ScoreMonth.objects.get()) == ["签名对不上"]


def test_months_follow_one_another_in_the_chain(march, clock, world):
    clock.to("2026-05-02 09:00")
    first = closing.close(world.clerk, queries.given_month("2026-03"))
    second = closing.close(world.clerk, queries.given_month("2026-04"))
    assert bytes(second.previous) == bytes(first.hash)
    assert closing.verify(first) == closing.verify(second) == []


def test_a_month_that_still_runs_is_not_closed(march, desk):
    assert desk("clerk").post(f"{MARCH}/close").json()["code"] == "month_running"
    assert desk("lights").post(f"{MARCH}/close").status_code == 403


def test_a_deduction_by_hand_names_its_reason_and_may_be_lifted(march, desk):
    centre = desk("clerk")
    before = centre.get(f"{MARCH}/units/lights").json()["total"]
    taken = post(centre, "deductions", month="2026-03", unit="lights", points=1.5, item="redone", reason="虚假答复")
    assert taken.status_code == 201
    assert line(taken.json(), "redone")["points"] == "8.50"
    key = taken.json()["deductions"][0]["id"]
    assert post(centre, f"deductions/{key}/lift", why="核实无误").json()["total"] == before
    assert post(centre, f"deductions/{key}/lift", why="再撤一次").status_code == 409
    assert (
        post(centre, "deductions", month="2026-03", unit="lights", points=11, item="redone", reason="太多").status_code
        == 422
    )


def test_a_case_that_is_late_and_still_open_counts_in_the_month_of_its_limit_and_never_again(world, clock):
    clock.to("2026-03-02 09:00")
    number = world.handling("lights")
    clock.to("2026-03-31 18:00")
    Case.objects.filter(number=number).update(was_overdue=True)  # what the platform's own round does
    march = computing.compute(computing.schemes_of(queries.given_month("2026-03"))[0], queries.given_month("2026-03"))
    lights = march.sheets[world.units["lights"].pk]
    assert (lights.lines[0].denominator, lights.lines[0].numerator) == (1, 0)
    clock.to("2026-04-07 10:00")
    world.do(number, "contact", "lights", what="电话联系")
    world.do(number, "reply", "lights", reply="路灯已经修好", outcome="solved")
    world.do(number, "review", "clerk", approve=True)
    world.do(number, "callback", "clerk", solved="yes", satisfaction="satisfied", unit_contacted=True)
    world.do(number, "close", "clerk")
    for text, wanted in (("2026-03", 1), ("2026-04", 0)):
        month = queries.given_month(text)
        again = computing.compute(computing.schemes_of(month)[0], month)
        assert again.sheets[world.units["lights"].pk].lines[0].denominator == wanted
