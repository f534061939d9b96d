from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org import auth, passwords
from chengyun.org.access import system_actor
from chengyun.org.models import AccessToken, Account, AccountEvent, LoginAttempt, OneTimeLink

from .conftest import PASSWORD, Browser

pytestmark = pytest.mark.django_db


def test_a_person_logs_in_works_and_logs_out(browser, make_account):
    make_account("jie", ["org.view"], unit="C")
    answer = browser.log_in("jie")
    assert answer.status_code == 200
    body = answer.json()
    assert body["account"]["username"] == "jie"
    assert body["account"]["unit"]["name"] == "单位C"
    assert body["permissions"] == ["org.view"]
    assert body["now"].endswith("+08:00")
    assert browser.get("/session").status_code == 200
    assert browser.send("DELETE", "/session").status_code == 204
    assert browser.get("/session").status_code == 401
    assert list(AccountEvent.objects.order_by("id").values_list("kind", flat=True)) == ["login", "logout"]


def test_without_a_session_the_answer_carries_what_logging_in_needs(browser):
    answer = browser.get("/session")
    assert answer.status_code == 401
    assert answer["Content-Type"].startswith("application/problem+json")
    assert answer.json()["csrf_token"]


def test_logging_in_without_the_csrf_token_is_refused(browser, make_account):
    make_account("jie")
    answer = browser.client.post(
        "/api/v1/session", {"username": "jie", "password": PASSWORD}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(browser, make_account):
    make_account("jie")
    wrong = browser.log_in("jie", "nonsense")
    unknown = browser.log_in("nobody", "nonsense")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json()["title"] == unknown.json()["title"]


def test_an_unknown_name_costs_a_password_hash_too(browser, make_account, monkeypatch):
    made = []
    monkeypatch.setattr(auth, "make_password", made.append)
    browser.log_in("nobody", "nonsense")
    assert made == ["nonsense"]


def test_disabled_and_system_accounts_cannot_log_in(browser, make_account):
    disabled, robot = make_account("gone"), make_account("robot")
    Account.objects.filter(pk=disabled.pk).update(is_active=False)
    Account.objects.filter(pk=robot.pk).update(kind=Account.SYSTEM)
    assert browser.log_in("gone").status_code == 401
    assert browser.log_in("robot").status_code == 401


def test_after_five_failures_even_the_right_password_has_to_wait(browser, make_account):
    make_account("jie")
    for _ in range(5):
        assert browser.log_in("jie", "wrong").status_code == 401
    answer = browser.log_in("jie")
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 31
    assert Browser("10.0.0.2").log_in("jie").status_code == 200
    LoginAttempt.objects.update(blocked_until=timezone.now() - timedelta(seconds=1))
    assert browser.log_in("jie").status_code == 200


def test_the_wait_doubles_with_every_further_failure(browser, make_account):
    make_account("jie")
    for _ in range(6):
        LoginAttempt.objects.update(blocked_until=None)
        browser.log_in("jie", "wrong")
    attempt = LoginAttempt.objects.get(scope=LoginAttempt.PAIR)
    assert attempt.failures == 6
    assert timedelta(seconds=50) < attempt.blocked_until - timezone.now() <= timedelta(seconds=60)


def test_one_address_cannot_try_many_names(browser, make_account):
    answers = [browser.log_in(f"name{n}", "wrong").status_code for n in range(11)]
    assert answers[-1] == 429


def test_nothing_typed_into_the_name_box_is_stored(browser):
    browser.log_in("my-secret-password", "x")
    kept = [str(v) for row in LoginAttempt.objects.values() for v in row.values()]
    kept += [str(v) for row in AccountEvent.objects.values() for v in row.values()]
    assert not any("my-secret" in text for text in kept)


def test_a_changed_password_ends_the_other_sessions(make_account):
    make_account("jie")
    here, there = Browser(), Browser()
    here.log_in("jie")
    there.log_in("jie")
    new = "another-good-one-22"
    answer = here.send("POST", "/session/password", {"old": PASSWORD, "new": new})
    assert answer.status_code == 200
    assert here.get("/session").status_code == 200
    assert there.get("/session").status_code == 401
    assert Browser().log_in("jie", new).status_code == 200


def test_a_weak_password_is_refused_with_reasons(browser, make_account):
    make_account("jie")
    browser.log_in("jie")
    answer = browser.send("POST", "/session/password", {"old": PASSWORD, "new": "short"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "new"


def test_who_must_change_the_password_can_do_nothing_else(browser, make_account):
    account = make_account("jie", ["token.own"])
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    assert browser.log_in("jie").json()["account"]["must_change_password"] is True
    assert browser.get("/tokens").json()["code"] == "password_change_required"
    browser.send("POST", "/session/password", {"old": PASSWORD, "new": "another-good-one-22"})
    assert browser.get("/tokens").status_code == 200


def test_a_one_time_link_sets_the_password_once(browser, make_account):
    account = make_account("jie")
    token = auth.issue_link(account, OneTimeLink.INVITE, system_actor("安装"))
    data = {"token": token, "new_password": "another-good-one-22"}
    assert browser.send("POST", "/session/one-time", data).status_code == 204
    assert browser.send("POST", "/session/one-time", data).status_code == 410
    assert browser.log_in("jie", "another-good-one-22").status_code == 200


def test_an_expired_or_replaced_link_is_refused(browser, make_account):
    account = make_account("jie")
    first = auth.issue_link(account, OneTimeLink.INVITE, system_actor("安装"))
    second = auth.issue_link(account, OneTimeLink.RESET, system_actor("安装"))
    body = {"token": first, "new_password": "another-good-one-22"}
    assert browser.send("POST", "/session/one-time", body).status_code == 410
    OneTimeLink.objects.update(expires_at=timezone.now())
    assert browser.send("POST", "/session/one-time", {**body, "token": second}).status_code == 410


def test_a_weak_password_does_not_use_the_link_up(browser, make_account):
    account = make_account("jie")
    token = auth.issue_link(account, OneTimeLink.INVITE, system_actor("安装"))
    assert browser.send("POST", "/session/one-time", {"token": token, "new_password": "x"}).status_code == 422
    good = {"token": token, "new_password": "another-good-one-22"}
    assert browser.send("POST", "/session/one-time", good).status_code == 204


def test_only_account_managers_hand_out_links(make_account):
    make_account("admin", ["account.manage"])
    make_account("jie")
    admin, other = Browser(), Browser()
    admin.log_in("admin")
    other.log_in("jie")
    assert other.send("POST", "/accounts/admin/link").status_code == 403
    answer = admin.send("POST", "/accounts/jie/link")
    assert answer.status_code == 201
    body = {"token": answer.json()["token"], "new_password": "another-good-one-22"}
    assert Browser().send("POST", "/session/one-time", body).status_code == 204


def test_a_token_works_without_session_is_not_stored_and_makes_no_tokens(browser, make_account, client):
    make_account("jie", ["token.own", "masterdata.view", "audit.read", "account.manage"])
    browser.log_in("jie")
    answer = browser.send("POST", "/tokens", {"name": "报表", "scopes": ["masterdata.view"]})
    assert answer.status_code == 201
    text = answer.json()["token"]
    assert text.encode() not in bytes(AccessToken.objects.get().hash)
    headers = {"Authorization": f"Bearer {text}"}
    got = client.get("/api/v1/masterdata", headers=headers)
    assert got.status_code == 200
    assert (got["RateLimit-Limit"], got["RateLimit-Remaining"]) == ("600", "599")
    assert client.get("/api/v1/accounts/events", headers=headers).status_code == 403, "not among its scopes"
    all_of_it = {"Authorization": f"Bearer {auth.issue_token(Account.objects.get(username='jie'), '全部')[1]}"}
    assert client.get("/api/v1/accounts/events", headers=all_of_it).status_code == 200
    assert client.get("/api/v1/accounts/safety", headers=all_of_it).status_code == 403, "accounts are for people"
    for method, path in (("get", "tokens"), ("post", "tokens"), ("get", "systems"), ("post", "accounts/jie/link")):
        assert getattr(client, method)(f"/api/v1/{path}", headers=all_of_it).status_code == 401
    assert browser.send("DELETE", f"/tokens/{answer.json()['id']}").status_code == 204
    assert client.get("/api/v1/masterdata", headers=headers).status_code == 401


def test_an_expired_token_and_one_of_a_disabled_account_are_refused(make_account, client):
    account = make_account("jie", ["token.own"])
    _, old = auth.issue_token(account, "旧", expires_at=timezone.now())
    _, good = auth.issue_token(account, "新")
    assert client.get("/api/v1/masterdata", headers={"Authorization": f"Bearer {old}"}).status_code == 401
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert client.get("/api/v1/masterdata", headers={"Authorization": f"Bearer {good}"}).status_code == 401


def test_nobody_revokes_the_token_of_another(make_account, browser):
    other = make_account("other", ["token.own"])
    token, _ = auth.issue_token(other, "别人的")
    make_account("jie", ["token.own"])
    browser.log_in("jie")
    assert browser.send("DELETE", f"/tokens/{token.pk}").status_code == 404


def test_an_authenticated_request_costs_the_session_and_the_account(
    browser, make_account, django_assert_max_num_queries
):
    make_account("jie", ["token.own"], unit="C")
    browser.log_in("jie")
    browser.get("/session")
    with django_assert_max_num_queries(3):
        assert browser.get("/session").status_code == 200


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000, "\ud800"])
def test_strange_names_are_refused_and_do_not_break_anything(browser, name):
    assert browser.log_in(name, "x").status_code in (400, 401, 422)


def test_the_journal_of_accounts_pages_without_gaps(browser, make_account):
    account = make_account("auditor", ["audit.read"])
    AccountEvent.objects.bulk_create([AccountEvent(account=account, kind=f"k{n}") for n in range(120)])
    browser.log_in("auditor")
    seen, cursor = [], ""
    while cursor is not None:
        page = browser.get(f"/accounts/events?cursor={cursor}").json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
    assert len(seen) == len(set(seen)) == 121
    assert browser.get("/accounts/events?cursor=nonsense!").status_code == 400


def test_logging_in_costs_few_statements(browser, make_account, django_assert_max_num_queries):
    make_account("jie", ["org.view"], unit="C")
    token = browser.token()
    with django_assert_max_num_queries(24):  # a try is counted before the password is looked at
        answer = browser.client.post(
            "/api/v1/session", {"username": "jie", "password": PASSWORD},
            content_type="application/json", headers={"X-CSRFToken": token},
        )  # fmt: skip
    assert answer.status_code == 200


def test_every_broken_password_rule_is_told_in_chinese(db):
    account = Account.objects.create_user("zhangyan", display_name="演示员")
    with pytest.raises(Problem) as refused:
        passwords.check_rules("1234567", account, "new_password")
    told = [error["message"] for error in refused.value.extra["errors"]]
    assert told[0] == "密码至少要 10 个字符。"
    assert not any(word.isascii() for word in told)
