"""A programme has cases, units and goals, says how far it has come, and its orders count for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chengyun.cases.measures import Narrowed, Period, read
from chengyun.supervision.models import Order, Programme

pytestmark = pytest.mark.django_db
URL = "/api/v1/supervision/programmes"


def body(world, **more):
    today = timezone.localdate()
    return {
        "name": "背街小巷照明整治", "aim": "三个月内消除背街小巷无灯路段", "lead_id": world.units["lights"].pk,
        "starts": str(today - timedelta(days=10)), "ends": str(today + timedelta(days=20)),
        "units": [{"unit_id": world.units["lights"].pk, "task": "修灯"}],
        "goals": [{"name": "修复路灯", "unit": "盏", "target": 100}], **more,
    }  # fmt: skip


def test_named_cases_and_those_of_its_categories_belong_to_it_and_every_figure_opens_them(world, desk):
    named = world.handling(category_id=world.public.pk)
    ruled = world.handling()
    client = desk("clerk")
    made = client.post(URL, body(world, numbers=[named], categories=["light"]), "application/json")
    assert made.status_code == 201, made.content
    told = made.json()
    assert (told["figures"]["cases"]["value"], told["elapsed"], told["numbers"]) == (2, 33, [named])
    listed = client.get("/api/v1/cases", told["figures"]["cases"]["query"]).json()["items"]
    assert {row["number"] for row in listed} == {named, ruled}


def test_units_report_the_centre_moves_it_and_the_second_writer_is_told(world, desk):
    centre, unit, stranger = desk("clerk"), desk("lights"), desk("water")
    told = centre.post(URL, body(world), "application/json").json()
    address = f"{URL}/{told['id']}"
    assert stranger.get(address).status_code == 404
    said = {"unit_id": world.units["lights"].pk, "percent": 40, "text": "已修复 40 盏", "goals": {"修复路灯": 40}}
    after = unit.post(f"{address}/reports", said, "application/json").json()
    assert (after["percent"], after["goals"][0]["actual"], after["reports"][0]["text"]) == (40, 40.0, "已修复 40 盏")
    assert unit.post(f"{address}/reports", {**said, "goals": {"别的": 1}}, "application/json").status_code == 422
    assert unit.post(f"{address}/reports", {"text": "总体情况良好"}, "application/json").status_code == 403
    moved = centre.post(f"{address}/state", {"version": 1, "state": "running"}, "application/json").json()
    assert (moved["state_name"], moved["moves"]) == ("进行中", ["finished", "stopped"])
    again = centre.post(f"{address}/state", {"version": 1, "state": "stopped", "text": "不再需要"}, "application/json")
    assert again.status_code == 409
    assert centre.put(address, body(world, version=1), "application/json").status_code == 409
    assert centre.put(address, body(world, version=2, name="照明整治"), "application/json").json()["name"] == "照明整治"


def test_an_order_for_a_programme_goes_to_its_units(world, desk):
    told = desk("clerk").post(URL, body(world), "application/json").json()
    order = {
        "step": "interview", "requirement": "进度滞后，请说明", "programme_id": told["id"],
        "unit_ids": [world.units["lights"].pk],
    }  # fmt: skip
    made = desk("clerk").post("/api/v1/supervision/orders", order, "application/json")
    assert made.status_code == 201, made.content
    assert (Order.objects.get().programme_id, Order.objects.get().title) == (told["id"], "背街小巷照明整治")
    assert desk("clerk").get(f"{URL}/{told['id']}").json()["orders"]["open"] == 1


def test_a_programme_finished_in_time_counts_as_completed_one_past_its_day_does_not(world):
    period = Period(date(2026, 1, 1), date(2027, 1, 1))
    assert read("programme_completion_rate", period).missing
    common = {"aim": "测试", "starts": date(2026, 1, 1), "created_at": timezone.now(), "created_by": "测试"}
    Programme.objects.create(name="甲", ends=date(2026, 3, 1), state="finished", finished_on=date(2026, 2, 1), **common)
    Programme.objects.create(name="乙", ends=date(2026, 3, 1), state="running", **common)
    Programme.objects.create(name="丙", ends=date(2026, 3, 1), state="stopped", **common)
    reading = read("programme_completion_rate", period)
    assert (reading.numerator, reading.denominator, str(reading.value)) == (1, 2, "50.00")
    assert read("programme_completion_rate", period, Narrowed(unit="lights")).missing


@pytest.mark.parametrize("wrong", [{"ends": "2020-01-01"}, {"categories": ["x"]}, {"areas": ["x"]}, {"lead_id": 9999},
                                   {"numbers": ["TS-0"]}, {"name": ""}])  # fmt: skip
def test_what_is_not_there_is_named(world, desk, wrong):
    answer = desk("clerk").post(URL, body(world, **wrong), "application/json")
    assert (answer.status_code, Programme.objects.count()) == (422, 0)
