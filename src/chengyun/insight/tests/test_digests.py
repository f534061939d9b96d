"""Summaries for leaders: at their hour, once, with the figures of one's own board."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from chengyun.cases.models import Digest, DigestSetting, Notice
from chengyun.cases.tests.world import at, build
from chengyun.insight import digests
from chengyun.org.auth import issue_token
from chengyun.org.models import Account

pytestmark = pytest.mark.django_db
MONDAY = at("2026-03-02 08:31")


@pytest.fixture
def world(db):
    return build()


def wanted(who="clerk", cadence="daily", hour="08:30", **more):
    DigestSetting.objects.create(code=f"{who}-{cadence}", role=f"role-{who}", cadence=cadence, at=hour, **more)


def get(world, path, who="clerk"):
    token = issue_token(world.accounts[who], "测试")[1]
    return Client().get(f"/api/v1{path}", headers={"authorization": f"Bearer {token}"})


def test_a_summary_is_made_at_its_hour_and_not_before(world):
    wanted()
    assert digests.make_due(MONDAY - timedelta(minutes=2)) == 0
    assert digests.make_due(MONDAY) == 1
    row = Digest.objects.get()
    assert (row.start, row.end) == (at("2026-03-01 00:00"), at("2026-03-02 00:00"))


def test_it_is_made_once_whoever_asks_again(world):
    wanted()
    assert [digests.make_due(MONDAY + timedelta(minutes=5 * n)) for n in range(4)] == [1, 0, 0, 0]
    assert Notice.objects.filter(kind="digest").count() == 1


def test_a_worker_that_was_away_makes_it_later_but_not_the_next_day(world):
    wanted()
    assert digests.make_due(at("2026-03-02 19:00")) == 1
    Digest.objects.all().delete()
    assert digests.make_due(at("2026-03-03 08:00")) == 0


def test_the_weekly_one_tells_of_monday_to_sunday_before(world):
    wanted(cadence="weekly", weekday=1)
    assert digests.make_due(at("2026-03-03 08:31")) == 0
    assert digests.make_due(MONDAY) == 1
    row = Digest.objects.get()
    assert (row.start, row.end) == (at("2026-02-23 00:00"), at("2026-03-02 00:00"))


def test_it_tells_the_figures_of_ones_own_board_and_opens_their_lists(world):
    world.dispatched("lights")
    world.dispatched("water")
    wanted("clerk")
    wanted("lights")
    assert digests.make_due(MONDAY) == 2
    for who, number in (("clerk", 2), ("lights", 1)):
        told = get(world, "/digests", who).json()[0]
        assert told["figures"]["in_hand"]["value"] == number
        assert f"在办 {number} 件" in told["text"]
        assert told["figures"]["in_hand"]["query"] == {"open": True}


def test_the_message_opens_the_summary(world):
    wanted()
    digests.make_due(MONDAY)
    Notice.objects.update(visible_from=MONDAY)
    item = get(world, "/notices").json()["items"][0]
    assert get(world, f"/digests/{item['digest']}").json()["text"] == item["text"]


def test_nobody_reads_the_summaries_of_others(world):
    wanted()
    digests.make_due(MONDAY)
    assert get(world, f"/digests/{Digest.objects.get().pk}", "lights").status_code == 404
    assert get(world, "/digests", "lights").json() == []


def test_who_has_no_board_or_no_account_gets_none(world):
    wanted()
    Account.objects.filter(pk=world.accounts["clerk"].pk).update(is_active=False)
    assert digests.make_due(MONDAY) == 0


def test_a_setting_that_is_over_makes_none(world):
    wanted(valid_to="2026-03-01")
    assert digests.make_due(MONDAY) == 0
