"""A phone number that was typed into the words of a case is not for everybody."""

from __future__ import annotations

import pytest

from chengyun.cases.filters import CaseFilter
from chengyun.cases.page import case_page
from chengyun.cases.queries import list_cases, timeline
from chengyun.cases.tests.world import build

pytestmark = pytest.mark.django_db
NUMBER = "13912345678"
TEXT = f"门口路灯不亮，回电请打{NUMBER}，证件号420106199001011234。"


@pytest.fixture
def world():
    return build()


def test_a_number_typed_into_the_text_is_masked_for_whoever_may_not_see_requesters(world):
    number = world.dispatched("lights", text=TEXT).case.number
    shown = case_page(number, world.lights)
    assert "139****5678" in shown["text"]
    assert NUMBER not in repr(shown)
    assert "199001011234" not in repr(shown)
    assert shown["number"] == number
    assert shown["text"].startswith("门口路灯不亮，回电请打")


def test_whoever_may_see_requesters_reads_the_text_as_it_was_written(world):
    number = world.dispatched("lights", text=TEXT).case.number
    assert case_page(number, world.clerk)["text"] == TEXT


def test_what_units_wrote_is_masked_in_the_story_too_and_its_checksums_are_not(world):
    number = world.handling("lights")
    world.do(number, "contact", "lights", what=f"拨打{NUMBER}，约好上门。")
    assert NUMBER not in repr(timeline(number, world.lights, "zh"))
    told, clear = timeline(number, world.lights, "zh")["items"], timeline(number, world.clerk, "zh")["items"]
    assert NUMBER in repr(clear)
    assert [event["hash"] for event in told] == [event["hash"] for event in clear]


def test_no_list_shows_a_number_in_a_title(world):
    world.request(text=f"{NUMBER}这个号码一直骚扰我。")
    rows = list_cases(world.clerk, CaseFilter(), "-received_at", 50)["items"]
    assert rows[0]["title"].startswith("139****5678")
