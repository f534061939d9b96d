"""Handsets: who has them, the operator's month against the thresholds, the word of communities, the indicators."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.utils import timezone

from chengyun.cases import measures
from chengyun.fieldwork import handsets, measuring
from chengyun.fieldwork import schemas_more as schemas
from chengyun.fieldwork.models import Handset, HandsetUsage
from chengyun.kernel.problems import Problem
from chengyun.org.masterdata import service

from .conftest import START

FILE = (
    "编号,月份,短信条数,语音分钟,呼叫次数,接通次数,正常使用,费用（元）\n"
    "T001,2026-03,40,600,100,98,是,52\nT002,2026-03,10,300,100,90,否,52\n"
)


@pytest.fixture
def two(world):
    return [Handset.objects.create(code=f"T00{n}", work_number=f"1000000000{n}", area_code="g1") for n in (1, 2)]


def act(world, row, action: str, **more):
    row.refresh_from_db()
    handsets.act(world.chief, row.pk, schemas.HandsetAct(action=action, version=row.version, **more), START)
    row.refresh_from_db()


def bring_in(world, text: str):
    kind = service.kind_of("handset_usage")
    seen = service.preview(kind, io.BytesIO(text.encode()), "usage.csv", world.chief)
    return seen, (service.commit(kind, seen.token, world.chief) if seen.token else None)


def test_a_handset_is_handed_over_lost_found_and_scrapped_with_its_history(world, two):
    first, second = two
    act(world, first, "hand_over", username="worker")
    with pytest.raises(Problem) as twice:
        act(world, second, "hand_over", username="worker")
    assert "已领用 T001" in twice.value.extra["errors"][0]["message"]
    act(world, first, "lose", note="巡查途中遗失")
    assert (first.state, first.account_id) == ("lost", None)
    with pytest.raises(Problem) as moved:
        act(world, first, "hand_over", username="worker")
    assert moved.value.status == 409
    act(world, first, "scrap", note="未找回")
    told = handsets.detail(world.chief, first.pk)
    assert [line["action"] for line in told["history"]] == ["scrap", "lose", "hand_over"]
    assert told["history"][1]["holder"] == "worker"


def test_the_operators_file_is_previewed_and_feeds_the_indicators(world, two):
    bad, nothing = bring_in(world, FILE.replace("100,98", "100,980").replace("T002,2026-03", "T002,三月"))
    assert nothing is None
    assert {column for row in bad.rows for column, _ in row.errors} == {"connected", "month"}
    bring_in(world, FILE)
    told = {line["code"]: line for line in handsets.usage("2026-03")["figures"]}
    assert (told["sms"]["value"], told["sms"]["met"], told["sms"]["short"]) == (25, False, 1)
    assert (told["connected"]["value"], told["normal"]["value"], told["cost"]["met"]) == (94, 50, True)
    asked = schemas.HandsetQuery(**told["minutes"]["query"])
    assert [row["code"] for row in handsets.page(world.chief, asked)["items"]] == ["T002"]
    month = measures.Period(date(2026, 3, 1), date(2026, 4, 1))
    found = measures.read_many([measuring.IN_USE, measuring.MINUTES, measuring.CONNECTED], month)
    assert [reading.value for reading in found.values()] == [2, 450, 94]
    HandsetUsage.objects.all().delete()
    assert measures.read(measuring.SMS, month).missing


def test_a_community_answers_once_a_period_for_itself(world):
    period = handsets.period_of(timezone.localdate())
    answers = dict.fromkeys(handsets.QUESTIONS, 5)
    said = schemas.SurveyIn(period=period, area="community", answers=answers)
    handsets.answer(world.secretary, said)
    handsets.answer(world.secretary, said.model_copy(update={"answers": {**answers, "battery": 1}}))
    told = handsets.surveys(world.secretary, "")
    assert (told["answered"], told["satisfied"]) == (1, 1)
    for changed, field in (({"answers": {"battery": 3}}, "answers"), ({"area": "street"}, "area")):
        with pytest.raises(Problem) as refused:
            handsets.answer(world.secretary, said.model_copy(update=changed))
        assert refused.value.extra["errors"][0]["field"] == field
    with pytest.raises(Problem) as closed:
        handsets.answer(world.secretary, said.model_copy(update={"period": "2020-H1"}))
    assert closed.value.code == "closed"
