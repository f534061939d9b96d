"""Passkeys, with an authenticator in software that can also be dishonest."""

import pytest

from chengyun.kernel import config
from chengyun.org import outside
from chengyun.org.models import Account, AccountEvent, Passkey, Role

from .conftest import PASSWORD, Browser
from .peers import SecurityKey

pytestmark = pytest.mark.django_db
HERE = "https://chengyun.example.gov.cn"


@pytest.fixture(autouse=True)
def _safe_address(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    monkeypatch.setenv("CHENGYUN_TRUSTED_ORIGINS", HERE)
    config.current.cache_clear()
    outside.forget()
    yield
    outside.forget()
    config.current.cache_clear()


@pytest.fixture
def key():
    return SecurityKey(HERE, "chengyun.example.gov.cn")


def add(browser, key, name="办公电脑"):
    begun = browser.send("POST", "/account/passkeys/options", {"password": PASSWORD})
    options = begun.json()["options"]
    return browser.send("POST", "/account/passkeys", {"name": name, "passkey": key.make(options)})


@pytest.fixture
def owner(browser, make_account, key):
    make_account("jie", ["org.view"])
    browser.log_in("jie")
    answer = add(browser, key)
    assert (answer.status_code, len(answer.json()["codes"])) == (201, 10)
    return browser


def challenge(browser):
    return browser.send("POST", "/session/passkey/options").json()["options"]


def enter(browser, key, **how):
    return browser.send("POST", "/session/passkey", {"passkey": key.sign(challenge(browser), **how)})


def test_a_passkey_logs_in_alone_and_the_password_alone_does_not_any_more(owner, key):
    visitor = Browser("10.0.0.9")
    assert visitor.get("/session").json()["sign_in"]["passkeys"] is True
    assert challenge(visitor)["userVerification"] == "required"
    assert challenge(visitor).get("allowCredentials", []) == [], "a visitor is not told who has which"
    assert enter(visitor, key).json()["account"]["username"] == "jie"
    assert AccountEvent.objects.filter(kind="login").latest("id").detail["way"] == "passkey"
    refused = Browser().log_in("jie")
    assert (refused.json()["code"], refused.json()["factors"]) == ("code_required", ["passkey"])
    second = Browser()
    body = {"username": "jie", "password": PASSWORD, "passkey": key.sign(challenge(second))}
    assert second.send("POST", "/session", body).status_code == 200
    assert AccountEvent.objects.filter(kind="login").latest("id").detail["way"] == "password_passkey"


def test_what_a_stranger_could_try_is_refused(owner, key, make_account):
    visitor = Browser()
    signed = key.sign(challenge(visitor))
    kept = visitor.client.cookies["chengyun_passkey_use"].value
    assert visitor.send("POST", "/session/passkey", {"passkey": signed}).status_code == 200
    again = Browser()
    again.client.cookies["chengyun_passkey_use"] = kept
    assert again.send("POST", "/session/passkey", {"passkey": signed}).json()["code"] == "handshake_over"
    assert enter(Browser(), key, verified=False).status_code == 401, "nobody touched the sensor"
    key.counter = 0
    assert enter(Browser(), key).status_code == 401, "a counter that goes back is a copied key"
    key.counter = 50
    key.origin = "https://chengyun.example.com"
    assert enter(Browser(), key).status_code == 401, "a page that looks like ours"
    key.origin = HERE
    other = SecurityKey(HERE, "chengyun.example.gov.cn")
    other.id = key.id
    assert enter(Browser(), other).status_code == 401, "another key under the same name"
    assert AccountEvent.objects.filter(kind="login_failed").latest("id").detail["reason"] == "passkey"
    make_account("ming")
    body = {"username": "ming", "password": PASSWORD, "passkey": {}}
    assert Browser().send("POST", "/session", body).status_code == 200, "an account without a second factor"
    Account.objects.filter(username="jie").update(is_active=False)
    assert enter(Browser(), key).status_code == 401


def test_adding_needs_the_password_and_an_answer_made_for_this_page(owner, make_account, key):
    assert owner.send("POST", "/account/passkeys/options", {"password": "nonsense"}).status_code == 422
    assert add(owner, key).status_code == 409
    assert add(owner, SecurityKey("https://evil.example", "chengyun.example.gov.cn")).status_code == 422
    assert add(owner, SecurityKey(HERE, "example.gov.cn")).status_code == 422
    assert owner.send("POST", "/account/passkeys", {"name": "x", "passkey": {"id": 1}}).status_code in (409, 422)
    assert Passkey.objects.count() == 1
    assert add(owner, SecurityKey(HERE, "chengyun.example.gov.cn"), "安全钥匙").json()["codes"] == []
    assert [row["name"] for row in owner.get("/account/safety").json()["passkeys"]] == ["办公电脑", "安全钥匙"]


def test_a_role_that_asks_for_a_second_factor_is_content_with_a_passkey_and_keeps_one(browser, make_account, key):
    make_account("jie", ["org.view"])
    Role.objects.update(second_factor=True)
    browser.log_in("jie")
    assert browser.get("/session").json()["must"] == "second_factor"
    assert add(browser, key).status_code == 201
    assert browser.get("/session").json()["must"] == ""
    number = Passkey.objects.get().pk
    refused = browser.send("POST", f"/account/passkeys/{number}/remove", {"password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (409, "second_factor_needed")
    Role.objects.update(second_factor=False)
    from chengyun.org import access

    access.forget()
    assert browser.send("POST", f"/account/passkeys/{number}/remove", {"password": PASSWORD}).status_code == 204
    assert Browser().log_in("jie").status_code == 200
    assert not Account.objects.get(username="jie").recovery_codes.exists()


def test_where_browsers_make_no_passkeys_the_page_is_told_so(browser, make_account, monkeypatch):
    monkeypatch.setenv("CHENGYUN_TRUSTED_ORIGINS", "http://10.1.2.3:8000")
    config.current.cache_clear()
    make_account("jie")
    browser.log_in("jie")
    assert browser.get("/account/safety").json()["passkeys_possible"] is False
    answer = browser.send("POST", "/account/passkeys/options", {"password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (409, "passkeys_impossible")
