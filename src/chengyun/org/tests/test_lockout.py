"""Waiting after wrong passwords: for many at once, for unknown names, and lifted by an administrator."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org import lockout
from chengyun.org.models import LoginAttempt

from .conftest import Browser


@pytest.mark.django_db(transaction=True)
def test_trying_from_two_threads_at_once_gives_no_more_tries():
    keys = lockout.keys_of("jie", "10.0.0.1")
    together, allowed, refused = threading.Barrier(2), [], []

    def try_often():
        try:
            together.wait()
            for _ in range(6):
                try:
                    lockout.claim(keys, timezone.now())
                    allowed.append(1)
                except Problem as problem:
                    refused.append(problem.status)
        finally:
            connection.close()

    threads = [threading.Thread(target=try_often) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(allowed) == 5
    assert refused == [429] * 7
    assert LoginAttempt.objects.get(scope=LoginAttempt.PAIR).failures == 5


@pytest.mark.django_db
def test_an_unknown_name_waits_exactly_like_a_known_one(make_account):
    make_account("jie")
    told = []
    for name in ("jie", "nobody"):
        here = Browser(f"10.0.2.{len(told)}")
        answers = [here.log_in(name, "wrong") for _ in range(7)]
        told.append([(answer.status_code, answer.json()["title"]) for answer in answers])
    assert told[0] == told[1]
    assert told[0][-1][0] == 429


@pytest.mark.django_db
def test_the_wait_is_told_in_words(make_account):
    make_account("jie")
    here = Browser()
    for _ in range(5):
        here.log_in("jie", "wrong")
    detail = here.log_in("jie").json()["detail"]
    assert "秒后重试" in detail
    for _ in range(3):
        LoginAttempt.objects.update(blocked_until=None)
        here.log_in("jie", "wrong")
    assert "分钟后重试" in here.log_in("jie").json()["detail"]


@pytest.mark.django_db
def test_logging_in_forgives_what_was_typed_wrong_before(make_account):
    make_account("jie")
    here = Browser()
    for _ in range(4):
        here.log_in("jie", "wrong")
    assert here.log_in("jie").status_code == 200
    assert not LoginAttempt.objects.filter(scope=LoginAttempt.PAIR).exists()
    for _ in range(4):
        assert here.log_in("jie", "wrong").status_code == 401


@pytest.mark.django_db
def test_thirty_people_at_one_address_log_in_at_shift_change(make_account):
    names = [f"taker{number}" for number in range(30)]
    for name in names:
        make_account(name)
    assert {Browser("10.0.3.1").log_in(name).status_code for name in names} == {200}


@pytest.mark.django_db
def test_an_administrator_sees_who_waits_and_lifts_it(make_account):
    make_account("jie")
    make_account("admin", ["account.manage"])
    here, admin = Browser(), Browser("10.0.0.9")
    admin.log_in("admin")
    for _ in range(5):
        here.log_in("jie", "wrong")
    assert here.log_in("jie").status_code == 429
    waiting = admin.get("/accounts/safety?waiting=true").json()["items"]
    assert [row["username"] for row in waiting] == ["jie"]
    assert admin.send("POST", "/accounts/jie/unlock").status_code == 204
    assert here.log_in("jie").status_code == 200
    assert admin.get("/accounts/safety?waiting=true").json()["items"] == []


@pytest.mark.django_db
def test_only_account_managers_see_the_state_of_accounts(make_account):
    make_account("jie", ["audit.read"])
    here = Browser()
    here.log_in("jie")
    assert here.get("/accounts/safety").status_code == 403
    for action in ("unlock", "log-out", "require-change", "reset-second-factor"):
        assert here.send("POST", f"/accounts/jie/{action}").status_code == 403
