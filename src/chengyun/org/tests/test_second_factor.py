"""One-time codes and recovery codes, as a person meets them."""

import pytest

from chengyun.kernel import config, vault
from chengyun.org import totp
from chengyun.org.models import Account, AccountEvent, LoginAttempt, RecoveryCode, Role, SecondFactor

from .conftest import PASSWORD, Browser

pytestmark = pytest.mark.django_db
NOW = 1_800_000_000


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    yield
    config.current.cache_clear()


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = NOW

        def step(self, steps=1):
            self.now += 30 * steps

    found = Clock()
    monkeypatch.setattr(totp.time, "time", lambda: found.now)
    return found


def secret_of(name):
    factor = SecondFactor.objects.get(account__username=name)
    return totp._open(factor.account, factor)


def enrol(browser, clock, name="jie"):
    begun = browser.send("POST", "/account/second-factor", {"password": PASSWORD}).json()
    assert begun["svg"].startswith("<svg")
    code = totp.code_at(secret_of(name), clock.now // 30)
    return browser.send("POST", "/account/second-factor/confirm", {"code": code}).json()["codes"]


def with_code(browser, name, code):
    return browser.send("POST", "/session", {"username": name, "password": PASSWORD, "code": code})


@pytest.mark.parametrize(
    ("moment", "code"),
    [(59, "94287082"), (1111111109, "07081804"), (1111111111, "14050471"), (1234567890, "89005924"),
     (2000000000, "69279037"), (20000000000, "65353130")],
)  # fmt: skip
def test_codes_are_those_of_rfc_6238(moment, code):
    assert totp.code_at(b"12345678901234567890", moment // 30, digits=8) == code


def test_after_enrolling_the_password_alone_is_not_enough(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    assert len(enrol(browser, clock)) == 10
    clock.step(5)
    fresh = Browser()
    assert (fresh.log_in("jie").status_code, fresh.log_in("jie").json()["code"]) == (401, "code_required")
    assert fresh.get("/session").status_code == 401
    assert with_code(fresh, "jie", totp.code_at(secret_of("jie"), clock.now // 30)).status_code == 200
    assert fresh.get("/session").json()["second_factor"] is True
    assert AccountEvent.objects.filter(kind="login").latest("id").detail["way"] == "totp"


def test_a_code_counts_once_even_within_its_half_minute(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    enrol(browser, clock)
    clock.step(5)
    code = totp.code_at(secret_of("jie"), clock.now // 30)
    assert with_code(Browser(), "jie", code).status_code == 200
    again = with_code(Browser(), "jie", code)
    assert (again.status_code, again.json()["code"]) == (401, "wrong_code")
    clock.step()
    assert with_code(Browser(), "jie", totp.code_at(secret_of("jie"), clock.now // 30)).status_code == 200


def test_a_telephone_may_be_half_a_minute_off_but_not_more(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    enrol(browser, clock)
    clock.step(10)
    secret = secret_of("jie")
    assert with_code(Browser(), "jie", totp.code_at(secret, clock.now // 30 - 2)).status_code == 401
    assert with_code(Browser(), "jie", totp.code_at(secret, clock.now // 30 - 1)).status_code == 200


def test_a_recovery_code_stands_in_once_however_it_is_typed(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    codes = enrol(browser, clock)
    typed = codes[0].replace("-", " ").upper()
    assert with_code(Browser(), "jie", typed).status_code == 200
    assert with_code(Browser(), "jie", codes[0]).status_code == 401
    assert browser.get("/account/safety").json()["second_factor"]["recovery_codes_left"] == 9


def test_new_recovery_codes_end_the_old_ones(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    old = enrol(browser, clock)
    new = browser.send("POST", "/account/recovery-codes", {"password": PASSWORD}).json()["codes"]
    assert with_code(Browser(), "jie", old[0]).status_code == 401
    assert with_code(Browser(), "jie", new[0]).status_code == 200


def test_neither_secret_nor_recovery_codes_are_stored_in_clear(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    codes = enrol(browser, clock)
    kept = bytes(SecondFactor.objects.get().sealed)
    assert secret_of("jie") not in kept
    assert vault.sealed_counts()["org.SecondFactor", "sealed"] == {1: 1}
    digests = b"".join(bytes(row.hash) for row in RecoveryCode.objects.all())
    assert not any(code.encode() in digests for code in codes)


def test_guessing_codes_makes_the_account_wait_wherever_it_is_tried(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    enrol(browser, clock)
    clock.step(5)
    for number in range(5):
        assert with_code(Browser(f"10.0.1.{number}"), "jie", "000000").status_code == 401
    answer = with_code(Browser("10.0.1.9"), "jie", totp.code_at(secret_of("jie"), clock.now // 30))
    assert answer.status_code == 429
    assert LoginAttempt.objects.filter(scope=LoginAttempt.CODE).exists()


def test_enrolling_asks_for_the_password_and_for_a_right_code(browser, make_account, clock):
    make_account("jie")
    browser.log_in("jie")
    assert browser.send("POST", "/account/second-factor", {"password": "nonsense"}).status_code == 422
    assert browser.send("POST", "/account/second-factor/confirm", {"code": "000000"}).status_code == 409
    browser.send("POST", "/account/second-factor", {"password": PASSWORD})
    assert browser.send("POST", "/account/second-factor/confirm", {"code": "000000"}).status_code == 422
    assert Account.objects.get(username="jie").second_factor is False


def test_who_needs_a_second_factor_by_role_can_do_nothing_before_it_is_set_up(browser, make_account, clock):
    make_account("jie", ["token.own"])
    Role.objects.update(second_factor=True)
    assert browser.log_in("jie").json()["must"] == "second_factor"
    assert browser.get("/tokens").json()["code"] == "second_factor_required"
    enrol(browser, clock)
    assert browser.get("/tokens").status_code == 200
    refused = browser.send("POST", "/account/second-factor/remove", {"password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (409, "second_factor_needed")


def test_an_administrator_resets_the_codes_of_a_lost_telephone(browser, make_account, clock):
    make_account("jie")
    make_account("admin", ["account.manage"])
    admin = Browser()
    browser.log_in("jie")
    admin.log_in("admin")
    enrol(browser, clock)
    assert admin.send("POST", "/accounts/jie/reset-second-factor").status_code == 204
    assert browser.get("/session").status_code == 401, "logged out everywhere"
    assert Browser().log_in("jie").status_code == 200
