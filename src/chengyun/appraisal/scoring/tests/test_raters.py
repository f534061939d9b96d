"""Raters: subdistricts on a form, third parties on drawn cases without personal data, each with their own results."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.appraisal.scoring import drawing
from chengyun.appraisal.scoring.models import Rating, RatingSample


def send(client, verb, path, **body):
    return getattr(client, verb)(f"/api/v1/appraisal/ratings{path}", json.dumps(body), "application/json")


def line(sheet, code):
    return next(one for one in sheet["lines"] if one["code"] == code)


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 50), max_size=12), st.integers(-5, 300))
def test_a_sample_is_as_large_as_asked_and_takes_no_more_than_there_is(sizes, wanted):
    given_ = drawing.shares(sizes, wanted)
    total = sum(sizes.values())
    assert sum(given_.values()) == min(max(wanted, 0), total)
    assert all(0 < number <= sizes[key] for key, number in given_.items())
    if wanted >= sum(1 for size in sizes.values() if size):
        assert set(given_) == {key for key, size in sizes.items() if size}


@given(st.lists(st.integers(1, 400), unique=True, max_size=40), st.integers(1, 40), st.integers(0, 9))
def test_the_same_seed_draws_the_same_cases_and_every_case_goes_to_one_rater(cases, wanted, seed):
    strata = {key: [case for case in cases if case % 3 == key] for key in range(3)}
    drawn = drawing.draw(strata, wanted, seed)
    assert drawn == drawing.draw(strata, wanted, seed)
    chosen = [case for some in drawn.values() for case in some]
    dealt = drawing.deal(chosen, [7, 8, 9], seed)
    assert sorted(case for some in dealt.values() for case in some) == sorted(chosen)
    assert max(map(len, dealt.values())) - min(map(len, dealt.values())) <= 1


def test_a_subdistrict_rates_departments_and_it_is_thirty_of_a_hundred(done, desk, clock):
    done()
    street = desk("street")
    form = street.get("/api/v1/appraisal/ratings?month=2026-03").json()["form"]
    assert {unit["code"] for unit in form["units"]} == {"lights", "water"}
    wrong = send(
        street, "put", "/units", month="2026-03", forms=[{"unit": "lights", "answers": {"配合": 50, "效果": 60}}]
    )
    assert "配合应在" in wrong.json()["detail"]
    answer = send(
        street, "put", "/units", month="2026-03",
        forms=[{"unit": "lights", "answers": {"配合": 20, "效果": 30}, "comment": "到场较慢"}],
    )  # fmt: skip
    assert answer.json()["form"]["units"][0]["answers"] == {"配合": 20, "效果": 30}
    sheet = desk("clerk").get("/api/v1/appraisal/scores/2026-03/units/lights").json()
    assert line(sheet, "street")["points"] == "15.00"
    assert sheet["ratings"][0]["comments"][0]["who"] == "演示街道"
    mine = desk("lights").get("/api/v1/appraisal/scores/2026-03/units/lights").json()
    assert mine["ratings"][0]["comments"] == [{"who": "", "share": "50.00", "comment": "到场较慢"}]
    assert send(desk("lights"), "put", "/units", month="2026-03", forms=[]).status_code in (403, 422)


@pytest.fixture
def drawn(done, desk, world):
    for _ in range(3):
        done("street")
    answer = send(desk("clerk"), "post", "/samples", month="2026-03", by="third", number=2)
    assert answer.status_code == 201
    return answer.json()


def test_a_rater_reads_drawn_cases_without_personal_data_and_nothing_else(drawn, desk):
    rater = desk("rater")
    mine = rater.get("/api/v1/appraisal/ratings").json()
    assert (len(mine["mine"]["waiting"]), mine["progress"], mine["form"]) == (2, [], None)
    key = mine["mine"]["waiting"][0]["id"]
    told = rater.get("/api/v1/notices").json()["items"]
    assert [(one["text"][:12], one["opens"]) for one in told] == [("2026-03 有 2 ", {"page": "ratings", "id": key})]
    case = rater.get(f"/api/v1/appraisal/ratings/{key}")
    assert case.json()["questions"] == [{"name": "答复", "most": 100}]
    for secret in ("演示甲", "13800000000", "TS-2026"):
        assert secret not in case.content.decode()
    for path in ("cases", "appraisal/scores", "appraisal/appeals", f"appraisal/ratings/{key + 999}"):
        assert rater.get(f"/api/v1/{path}").status_code in (403, 404)
    assert send(rater, "put", f"/{key}", answers={"答复": 80}).status_code == 200
    after = rater.get("/api/v1/appraisal/ratings").json()["mine"]
    assert (len(after["waiting"]), after["results"][0]["mean"]) == (1, "80.00")
    sheet = desk("clerk").get("/api/v1/appraisal/scores/2026-03/units/street").json()
    assert line(sheet, "third")["points"] == "16.00"


def test_cases_that_were_drawn_are_not_drawn_again(drawn, desk):
    more = send(desk("clerk"), "post", "/samples", month="2026-03", by="third", number=9)
    assert more.status_code == 201
    assert Rating.objects.filter(by="third").count() == 3
    assert sum(row["drawn"] for row in RatingSample.objects.latest("id").strata) == 1
    assert send(desk("clerk"), "post", "/samples", month="2026-03", by="public", number=9).json()["code"] == "no_raters"
