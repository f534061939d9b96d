"""A sample is drawn by unit and category; two people look at each case, a third when they differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chengyun.cases.measures import Narrowed, Period, read, read_by
from chengyun.supervision.models import QualitySample, SampleItem

pytestmark = pytest.mark.django_db
URL = "/api/v1/supervision/samples"
GOOD, BAD = {"real": "yes", "manner": "yes"}, {"real": "no", "manner": "yes"}


@pytest.fixture
def closed(world):
    for unit in ("lights", "lights", "water"):
        number = world.handling(unit)
        world.do(number, "contact", unit, what="电话了解情况")
        world.do(number, "reply", unit, reply="已处理完毕并告知诉求人", outcome="solved")
        world.do(number, "review", "clerk")
        world.do(number, "callback", "clerk", solved="yes", satisfaction="satisfied")
        world.do(number, "close", "clerk")
    return world


def draw(client, **more):
    today = timezone.localdate()
    body = {
        "name": "本周抽查",
        "closed_from": str(today - timedelta(days=7)),
        "closed_to": str(today),
        "size": 2,
        **more,
    }
    return client.post(URL, body, "application/json")


def review(client, item, answers, note=""):
    return client.post(
        f"{URL}/{item.sample_id}/items/{item.pk}/review", {"answers": answers, "note": note}, "application/json"
    )


def test_each_stratum_is_drawn_from_and_the_same_seed_draws_the_same_again(closed, desk):
    client = desk("clerk")
    first, again = draw(client, seed=7).json()["id"], draw(client, seed=7).json()["id"]
    told = client.get(f"{URL}/{first}").json()
    assert [(s["unit"], s["category"], s["cases"], s["drawn"]) for s in told["strata"]] == [
        ("照明部门", "道路与设施", 2, 1), ("水务部门", "道路与设施", 1, 1),
    ]  # fmt: skip
    cases = [set(SampleItem.objects.filter(sample_id=key).values_list("case_id", flat=True)) for key in (first, again)]
    assert cases[0] == cases[1]
    assert (told["cases"], told["drawn"], told["units"][0]["decided"]) == (3, 2, 0)


def test_two_reviewers_decide_and_neither_sees_the_other_before(closed, desk, person):
    person("second", ["quality.review", "case.view", "case.view_all"])
    client, other = desk("clerk"), desk("second")
    item = SampleItem.objects.filter(sample_id=draw(client).json()["id"]).first()
    assert review(client, item, GOOD).status_code == 200
    assert review(client, item, GOOD).status_code == 409
    seen = next(row for row in other.get(f"{URL}/{item.sample_id}").json()["items"] if row["id"] == item.pk)
    assert (seen["state_name"], seen["said"], seen["reviews"]) == ("待复评", [], 1)
    told = review(other, item, GOOD).json()
    row = next(row for row in told["items"] if row["id"] == item.pk)
    assert (row["result"], row["score"], len(row["said"])) == ("pass", 100.0, 2)
    assert review(desk("clerk"), item, GOOD).status_code == 409


def test_when_they_differ_a_third_person_decides_and_the_rate_counts_it(closed, desk, person):
    for name in ("second", "third"):
        person(name, ["quality.review"])
    item = SampleItem.objects.filter(sample_id=draw(desk("clerk")).json()["id"]).first()
    review(desk("clerk"), item, GOOD)
    assert review(desk("second"), item, BAD).status_code == 422  # a failing verdict says why
    review(desk("second"), item, BAD, "照片与地点不符")
    item.refresh_from_db()
    assert item.state == "third"
    review(desk("third"), item, BAD, "同意不属实")
    item.refresh_from_db()
    assert (item.state, item.result, item.score) == ("final", "fail", 40.0)
    period = Period(timezone.localdate(), timezone.localdate() + timedelta(days=1))
    reading = read("quality_sample_pass_rate", period)
    assert (reading.numerator, reading.denominator) == (0, 1)
    listed = desk("clerk").get("/api/v1/cases", reading.opened["denominator"]).json()["items"]
    assert [row["number"] for row in listed] == [item.case.number]
    by_unit = read_by(["quality_sample_pass_rate"], period, "unit")
    assert by_unit[item.unit.code]["quality_sample_pass_rate"].denominator == 1


@pytest.mark.parametrize("wrong", [{"closed_from": "2020-01-01", "closed_to": "2020-01-02"}, {"size": 0},
                                   {"closed_from": "2025-01-01"}, {"closed_to": "2020-01-02"}])  # fmt: skip
def test_a_sample_of_nothing_is_refused(closed, desk, wrong):
    assert draw(desk("clerk"), **wrong).status_code == 422
    assert not QualitySample.objects.exists()


@pytest.mark.parametrize(
    "answers", [{}, {"real": "yes"}, {**GOOD, "more": "yes"}, {"real": "perhaps", "manner": "yes"}]
)
def test_every_question_is_answered(closed, desk, answers):
    item = SampleItem.objects.filter(sample_id=draw(desk("clerk")).json()["id"]).first()
    assert review(desk("clerk"), item, answers).status_code == 422


def test_orders_are_counted_by_what_was_done_in_time(closed, desk):
    from chengyun.cases.tests.world import at
    from chengyun.supervision import acting, starting
    from chengyun.supervision.acting import Act

    period, start = Period(date(2026, 3, 1), date(2026, 4, 1)), at("2026-03-02 09:00")
    units = [closed.units["lights"].pk, closed.units["water"].pk]
    wanted = starting.Wanted("interview", "请说明", units=units, numbers=[closed.handling()])
    [order] = starting.start(closed.clerk, wanted, start)
    acting.act(closed.actors["lights"], order.pk, Act("reply", note="已整改到位"), at("2026-03-03 10:00"))
    acting.act(closed.actors["water"], order.pk, Act("reply", note="已整改到位"), at("2026-03-09 10:00"))
    order.refresh_from_db()
    lights = order.parts.get(to=units[0])
    acting.act(closed.clerk, order.pk, Act("accept", order.version, part_id=lights.pk), at("2026-03-10 10:00"))
    done, in_time = read("supervision_completion_rate", period), read("supervision_on_time_reply_rate", period)
    assert (str(done.value), str(in_time.value)) == ("50.00", "50.00")
    assert read("supervision_yellow_cards", period, Narrowed(unit="water")).value == 1
    opened = {key: value for key, value in in_time.opened["numerator"].items() if key != "page"}
    assert [row["id"] for row in desk("clerk").get("/api/v1/supervision/orders", opened).json()["items"]] == [order.pk]
