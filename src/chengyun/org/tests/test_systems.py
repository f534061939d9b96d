"""Another system works with tokens of an account of its own: scoped, shown once, rotated without a gap, slowed down."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.kernel import ratelimit
from chengyun.org.models import AccessToken, Account, AccountEvent, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(browser, make_account):
    ratelimit.forget()
    make_account("admin", ["account.manage", "role.manage"])
    Role.objects.create(
        code="reader", name="数据读取", permissions=["masterdata.view", "audit.read", "account.manage", "token.own"]
    )
    browser.log_in("admin")
    return browser


def made(admin, **given):
    body = {"username": "bigdata", "name": "大数据局", "grants": [{"role": "reader"}], **given}
    return admin.send("POST", "/systems", body)


def ask(token, path="masterdata"):
    return Client().get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token}"})


def test_a_system_has_an_account_without_log_in_and_tokens_with_some_of_its_permissions(admin):
    told = made(admin).json()
    assert [one["code"] for one in told["permissions"]] == ["audit.read", "masterdata.view"], "what tokens may have"
    account = Account.objects.get(username="bigdata")
    assert (account.kind, account.has_usable_password()) == (Account.SYSTEM, False)
    refused = admin.send("POST", "/systems/bigdata/tokens", {"name": "x", "scopes": ["account.manage"]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "scopes")
    answer = admin.send("POST", "/systems/bigdata/tokens", {"name": "看板", "scopes": ["masterdata.view"]})
    token = answer.json()["token"]
    assert ask(token).status_code == 200
    assert ask(token, "accounts/events").status_code == 403
    shown = admin.get("/systems").json()["items"][0]["tokens"][0]
    assert shown["last_used_at"] is not None
    assert "token" not in shown
    assert shown["scopes"][0]["name"] == "查看基础数据"
    assert set(AccountEvent.objects.filter(account=account).values_list("kind", flat=True)) == {
        "system_made", "token_issued"
    }  # fmt: skip


def test_a_token_is_replaced_without_a_gap_and_a_revoked_one_is_out_at_once(admin):
    made(admin)
    first = admin.send("POST", "/systems/bigdata/tokens", {"name": "看板", "scopes": ["masterdata.view"]}).json()
    path = f"/systems/bigdata/tokens/{first['id']}"
    second = admin.send("POST", f"{path}/rotate", {"hours": 24}).json()
    assert (ask(first["token"]).status_code, ask(second["token"]).status_code) == (200, 200)
    old = AccessToken.objects.get(pk=first["id"])
    assert timedelta(hours=23) < old.expires_at - timezone.now() <= timedelta(hours=24)
    assert second["scopes"] == first["scopes"]
    assert admin.send("DELETE", path).status_code == 204
    assert ask(first["token"]).status_code == 401
    assert admin.send("POST", f"{path}/rotate", {"hours": 1}).json()["code"] == "token_over"
    body = {"name": "大数据局", "grants": [{"role": "reader"}], "is_active": False}
    assert admin.send("PUT", "/systems/bigdata", body).status_code == 200
    assert ask(second["token"]).status_code == 401


def test_a_token_that_asks_too_often_is_told_when_to_come_back(admin):
    made(admin)
    body = {"name": "快", "scopes": ["masterdata.view"], "per_minute": 2}
    token = admin.send("POST", "/systems/bigdata/tokens", body).json()["token"]
    answers = [ask(token) for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[0]["RateLimit-Remaining"] == "1"
    assert answers[0]["RateLimit-Policy"] == '"token";q=2;w=60'
    assert answers[2].json()["code"] == "too_many_requests"
    assert 1 <= int(answers[2]["Retry-After"]) <= 31


def test_what_cannot_be_is_refused_with_the_field(admin):
    made(admin)
    for given, field in (
        ({}, "username"), ({"username": "b2", "grants": [{"role": "none"}]}, "grants"),
        ({"username": "b3", "unit": "NOWHERE"}, "unit"),
    ):  # fmt: skip
        answer = made(admin, **given)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    assert admin.get("/masterdata/grants/rows").status_code == 200, "the table of grants bears roles of systems"
