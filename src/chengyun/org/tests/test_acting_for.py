"""Acting for a colleague: who may, for how long, with which rights, and that it is said everywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.org.models import Account, AccountEvent, Cover, Grant, Role

from .conftest import Browser

pytestmark = pytest.mark.django_db
LEAD = ["account.act_for", "case.view", "account.manage"]


@pytest.fixture
def leader(make_account):
    make_account("leader", LEAD, unit="C")
    make_account("clerk", ["case.view", "case.close", "org.view", "audit.read", "token.own"], unit="D1", scope="D1")
    here = Browser()
    here.log_in("leader")
    return here


def cover(browser, name="clerk", **change):
    return browser.send("POST", "/session/acting-for", {"username": name, "reason": "临时离岗", "hours": 2} | change)


def test_a_leader_does_the_work_of_a_colleague_with_their_rights_and_no_others(leader):
    assert cover(leader).status_code == 201
    session = leader.get("/session").json()
    assert session["account"]["username"] == "leader"
    assert session["acting_for"]["username"] == "clerk"
    assert session["permissions"] == ["case.close", "case.view", "org.view"], "no audit, no tokens, no accounts"
    assert leader.get("/accounts/safety").status_code == 403, "nor the leader's own administration meanwhile"
    assert leader.send("DELETE", "/session/acting-for").status_code == 204
    assert leader.get("/session").json()["acting_for"] is None
    assert leader.get("/accounts/safety").status_code == 200


def test_it_is_recorded_on_the_colleague_who_can_see_it(leader):
    cover(leader)
    leader.send("DELETE", "/session/acting-for")
    clerk = Account.objects.get(username="clerk")
    kinds = list(AccountEvent.objects.filter(account=clerk).order_by("id").values_list("kind", flat=True))
    assert kinds == ["cover_started", "cover_ended"]
    theirs = Browser()
    theirs.log_in("clerk")
    (row,) = theirs.get("/account/safety").json()["covered"]
    assert (row["by"], row["reason"], row["ended_at"] is not None) == ("演示leader", "临时离岗", True)


def test_after_its_time_nothing_is_done_by_mistake_as_oneself(leader):
    cover(leader)
    Cover.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert leader.get("/session").json()["acting_for"] is None
    refused = leader.send("POST", "/accounts/clerk/unlock")
    assert (refused.status_code, refused.json()["code"]) == (409, "cover_ended")
    assert leader.send("POST", "/accounts/clerk/unlock").status_code == 204


def test_without_the_permission_nobody_acts_for_anybody(make_account, leader):
    theirs = Browser()
    theirs.log_in("clerk")
    assert theirs.get("/session/colleagues").status_code == 403
    assert cover(theirs, "leader").status_code == 403


def test_only_colleagues_of_the_units_that_the_permission_is_for_are_offered(make_account):
    make_account("head", LEAD, unit="S1", scope="S1")
    make_account("below", ["case.view"], unit="S1-1", scope="S1-1")
    make_account("elsewhere", ["case.view"], unit="D1", scope="D1")
    head = Browser()
    head.log_in("head")
    assert [row["username"] for row in head.get("/session/colleagues").json()] == ["below"]
    assert cover(head, "elsewhere").status_code == 422
    assert cover(head, "head").status_code == 422
    assert cover(head, "below").status_code == 201


def test_a_role_that_may_not_be_covered_does_not_travel(make_account, leader):
    clerk = Account.objects.get(username="clerk")
    second = Role.objects.create(code="auditors", name="审计", permissions=["case.supervise"], coverable=False)
    Grant.objects.create(account=clerk, role=second)
    cover(leader)
    assert "case.supervise" not in leader.get("/session").json()["permissions"]
    Role.objects.update(coverable=False)
    make_account("other", ["case.view"])
    Role.objects.filter(code="role-other").update(coverable=False)
    assert leader.send("DELETE", "/session/acting-for").status_code == 204
    assert leader.get("/session/colleagues").json() == []


def test_it_ends_with_the_log_in_and_when_the_permission_is_taken_away(leader):
    cover(leader)
    Role.objects.filter(code="role-leader").update(permissions=["case.view"])
    Account.objects.filter(username="leader").update(grants_version=7)
    assert leader.get("/session").json()["acting_for"] is None
    Role.objects.filter(code="role-leader").update(permissions=LEAD)
    Account.objects.filter(username="leader").update(grants_version=8)
    cover(leader)
    leader.send("DELETE", "/session")
    assert not Cover.objects.filter(ended_at=None).exists()


def test_it_cannot_be_nested_and_needs_a_reason_and_an_end(leader, make_account):
    make_account("third", ["case.view"], unit="D1")
    assert cover(leader, reason=" ").status_code == 422
    assert cover(leader, hours=13).status_code == 422
    cover(leader)
    assert cover(leader, "third").status_code == 201
    assert leader.get("/session").json()["acting_for"]["username"] == "third"
    assert Cover.objects.filter(ended_at=None).count() == 1
