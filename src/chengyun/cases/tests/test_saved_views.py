"""A saved view is a filter with a name: one's own, or shared."""

from __future__ import annotations

import pytest

from chengyun.cases.models import SavedView
from chengyun.org.auth import issue_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(world, client):
    def get(who: str, path: str):
        token = issue_token(world.accounts[who], "测试")[1]
        return client.get(path, headers={"authorization": f"Bearer {token}"})

    return get


def test_a_view_filters_and_what_is_asked_beside_it_wins(world, ask):
    first = world.request().case.number
    second = world.dispatched().case.number
    view = SavedView.objects.create(
        account_id=world.clerk.account_id, name="待受理", query={"state": "logged", "limit": 10}
    )
    found = ask("clerk", f"/api/v1/cases?view={view.pk}").json()["items"]
    assert [row["number"] for row in found] == [first]
    found = ask("clerk", f"/api/v1/cases?view={view.pk}&state=dispatched").json()["items"]
    assert [row["number"] for row in found] == [second]


def test_somebody_elses_view_is_not_there_and_one_that_fits_no_longer_says_so(world, ask):
    mine = SavedView.objects.create(account_id=world.clerk.account_id, name="甲", query={})
    broken = SavedView.objects.create(account_id=world.clerk.account_id, name="乙", query={"hour": 99})
    assert ask("lights", f"/api/v1/cases?view={mine.pk}").status_code == 404
    answer = ask("clerk", f"/api/v1/cases?view={broken.pk}")
    assert (answer.status_code, answer.json()["code"]) == (422, "view_outdated")
