"""Log-ins of one account in several places: seen, ended, left alone; passwords that are over; the log."""

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.utils import timezone

from chengyun.kernel import config
from chengyun.org.models import Account, AccountEvent, Role, Session

from .conftest import PASSWORD, Browser

pytestmark = pytest.mark.django_db


def two_places(make_account, name="jie", permissions=()):
    make_account(name, permissions)
    here, there = Browser("10.0.0.1"), Browser("10.0.0.2")
    here.client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537"
    there.client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140"
    assert here.log_in(name).status_code == there.log_in(name).status_code == 200
    return here, there


def long_ago(minutes):
    Session.objects.update(last_active=timezone.now() - timedelta(minutes=minutes))


def test_a_person_sees_where_they_are_logged_in_and_which_is_here(make_account):
    here, _ = two_places(make_account)
    rows = here.get("/account/safety").json()["sessions"]
    assert {(row["device"], row["address"], row["here"]) for row in rows} == {
        ("Chrome · Windows", "10.0.0.1", True), ("Firefox · Linux", "10.0.0.2", False),
    }  # fmt: skip
    keys = set(Session.objects.values_list("session_key", flat=True))
    assert not keys & {row["id"] for row in rows}


def test_one_log_in_is_ended_and_the_others_go_on(make_account):
    here, there = two_places(make_account)
    other = next(row for row in here.get("/account/safety").json()["sessions"] if not row["here"])
    assert here.send("DELETE", f"/account/sessions/{other['id']}").status_code == 204
    assert here.send("DELETE", f"/account/sessions/{other['id']}").status_code == 404
    assert (here.get("/session").status_code, there.get("/session").status_code) == (200, 401)


def test_nobody_ends_a_log_in_of_somebody_else(make_account):
    here, _ = two_places(make_account)
    stranger, _ = two_places(make_account, "yan")
    mine = here.get("/account/safety").json()["sessions"][0]["id"]
    assert stranger.send("DELETE", f"/account/sessions/{mine}").status_code == 404
    assert here.get("/session").status_code == 200


def test_logging_out_everywhere_ends_this_one_too_if_wanted(make_account):
    here, there = two_places(make_account)
    assert here.send("POST", "/account/log-out-everywhere", {"here_too": False}).json() == {"ended": 1}
    assert (here.get("/session").status_code, there.get("/session").status_code) == (200, 401)
    there.log_in("jie")
    assert here.send("POST", "/account/log-out-everywhere", {"here_too": True}).json() == {"ended": 2}
    assert (here.get("/session").status_code, there.get("/session").status_code) == (401, 401)


def test_an_administrator_logs_somebody_out_everywhere(make_account):
    here, there = two_places(make_account)
    make_account("admin", ["account.manage"])
    admin = Browser()
    admin.log_in("admin")
    assert admin.send("POST", "/accounts/jie/log-out").json() == {"ended": 2}
    assert (here.get("/session").status_code, there.get("/session").status_code) == (401, 401)


def test_who_was_away_too_long_is_asked_for_the_password_again(make_account):
    here, _ = two_places(make_account, permissions=["token.own"])
    long_ago(29)
    assert here.get("/tokens").status_code == 200
    long_ago(31)
    answer = here.get("/tokens")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_idle")
    assert here.get("/session").status_code == 401
    assert AccountEvent.objects.filter(kind="idle_logout").count() == 1
    assert here.log_in("jie").status_code == 200


def test_reading_does_not_put_the_time_out_off_but_doing_does(make_account):
    here, _ = two_places(make_account, permissions=["token.own"])
    long_ago(20)
    here.get("/tokens")
    assert Session.objects.filter(last_active__gt=timezone.now() - timedelta(minutes=1)).count() == 0
    here.send("POST", "/session/active")
    assert Session.objects.filter(last_active__gt=timezone.now() - timedelta(minutes=1)).count() == 1


def test_a_role_has_its_own_time_out_and_the_strictest_counts(make_account):
    here, _ = two_places(make_account, permissions=["token.own"])
    Role.objects.update(idle_minutes=5)
    Account.objects.update(grants_version=9)
    assert here.get("/session").json()["idle_minutes"] == 5
    long_ago(6)
    assert here.get("/tokens").json()["code"] == "session_idle"


def test_an_administrator_asks_for_a_new_password(make_account):
    here, _ = two_places(make_account, permissions=["token.own"])
    make_account("admin", ["account.manage"])
    admin = Browser()
    admin.log_in("admin")
    assert admin.send("POST", "/accounts/jie/require-change").status_code == 204
    assert here.get("/session").json()["change_reason"] == "asked"
    assert here.get("/tokens").json()["code"] == "password_change_required"
    same = here.send("POST", "/session/password", {"old": PASSWORD, "new": PASSWORD})
    assert (same.status_code, same.json()["errors"][-1]["message"]) == (422, "新密码不能与现在的密码相同。")
    here.send("POST", "/session/password", {"old": PASSWORD, "new": "another-good-one-22"})
    assert here.get("/tokens").status_code == 200


def test_a_password_that_is_too_old_has_to_be_changed(make_account, monkeypatch):
    here, _ = two_places(make_account, permissions=["token.own"])
    monkeypatch.setenv("CHENGYUN_PASSWORD_DAYS", "90")
    config.current.cache_clear()
    try:
        assert here.get("/tokens").status_code == 200
        Account.objects.update(password_changed_at=timezone.now() - timedelta(days=91))
        assert here.get("/session").json()["change_reason"] == "expired"
        assert here.get("/tokens").json()["code"] == "password_change_required"
    finally:
        monkeypatch.undo()
        config.current.cache_clear()


def test_a_password_needs_two_kinds_of_characters_and_must_not_hold_the_name(make_account, settings):
    settings.AUTH_PASSWORD_VALIDATORS = [
        {"NAME": f"chengyun.org.passwords.{name}"} for name in ("Length", "Kinds", "NotTheName")
    ]
    here, _ = two_places(make_account, "zhangjie")
    for weak, why in (
        ("short-1", "密码至少要 10 个字符。"), ("onlyletterseverywhere", "字母、数字、符号至少要有两种。"),
        ("aaaaaaaaaa11", "密码里重复的字符太多。"), ("my-Zhangjie-2026", "密码里不能有账号。"),
        ("eijgnahz-2026!", "密码里不能有账号。"),
    ):  # fmt: skip
        answer = here.send("POST", "/session/password", {"old": PASSWORD, "new": weak})
        assert why in [error["message"] for error in answer.json()["errors"]], weak


def test_an_old_hash_becomes_argon2_at_the_next_log_in(make_account, settings):
    settings.PASSWORD_HASHERS = [
        "chengyun.org.hashers.Argon2idHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]  # fmt: skip
    account = make_account("jie")
    old = make_password(PASSWORD, hasher="pbkdf2_sha256")
    Account.objects.filter(pk=account.pk).update(password=old)
    assert Browser().log_in("jie").status_code == 200
    new = Account.objects.get(pk=account.pk).password
    assert new.startswith("argon2$argon2id$v=19$m=")
    assert check_password(PASSWORD, new)
    assert not check_password("nonsense", new)
    assert identify_hasher(new).must_update(new) is False
    assert Browser().log_in("jie").status_code == 200


def test_the_log_tells_who_failed_why_and_from_where(make_account):
    make_account("auditor", ["audit.read"])
    gone = make_account("gone")
    Account.objects.filter(pk=gone.pk).update(is_active=False)
    auditor = Browser("10.0.0.7")
    auditor.log_in("auditor")
    for name in ("auditor", "gone", "nobody"):
        Browser("10.0.0.8").log_in(name, "wrong")
    rows = auditor.get("/accounts/events?kind=login_failed").json()["items"]
    assert [(row["account"], row["detail"]["reason"], row["address"]) for row in rows] == [
        ("", "unknown", "10.0.0.8"), ("gone", "disabled", "10.0.0.8"), ("auditor", "password", "10.0.0.8"),
    ]  # fmt: skip
    assert auditor.get("/accounts/events?address=10.0.0.7").json()["items"][0]["kind"] == "login"
    assert auditor.get("/accounts/events?until=2020-01-01T00:00:00Z").json()["items"] == []


def test_the_log_is_exported_and_that_is_recorded_too(make_account):
    make_account("auditor", ["audit.read"])
    auditor = Browser()
    auditor.log_in("auditor")
    answer = auditor.get("/accounts/events/export?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (rows[0][3], rows[1][3]) == ("事项", "登录")
    assert "导出" in rows[-1][0], "watermark"
    assert AccountEvent.objects.latest("id").kind == "audit_exported"
    assert auditor.get("/accounts/events/export?format=xlsx").content[:2] == b"PK"
