"""Central log-ins (OpenID Connect, CAS), as a person and an administrator meet them."""

import pytest

from chengyun.kernel import config
from chengyun.org import cas, oidc, outside
from chengyun.org.models import Account, AccountEvent, OutsideIdentity, Person, SignInWay

from .conftest import PASSWORD, Browser
from .peers import CasServer, Provider, query

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    oidc.forget()
    outside.forget()
    yield
    oidc.forget()
    outside.forget()
    config.current.cache_clear()


@pytest.fixture
def admin(browser, make_account):
    make_account("guan", ["signin.manage"])
    browser.log_in("guan")
    return browser


def set_up(admin, **settings):
    body = {
        "name": "单位统一认证", "protocol": "oidc", "enabled": True, "secret": Provider.secret,
        "settings": {"issuer": Provider.issuer, "client_id": "chengyun", "match": "staff_no", "claim": "work_no",
                     "sign_out": True, **settings},
    }  # fmt: skip
    return admin.send("PUT", "/sign-in-ways/unit", body)


@pytest.fixture
def provider(monkeypatch):
    found = Provider()
    monkeypatch.setattr(oidc.outbound, "send", found.send)
    return found


@pytest.fixture
def jie(make_account, units):
    account = make_account("jie", ["org.view"], unit="C")
    account.person = Person.objects.create(staff_no="10023", name="演示接", unit=units["C"])
    account.save()
    return account


def come(provider, subject="u-1", browser=None, after="/cases", **claims):
    """A browser goes to the provider and comes back: (browser, where it is sent then)."""
    browser = browser or Browser("10.0.0.7")
    there = browser.get(f"/sign-in/unit?next={after}")
    assert there.status_code == 302
    back = browser.get(f"/sign-in/unit/back?{query(provider.authorize(there['Location'], subject, **claims))}")
    assert back["Cache-Control"] == "no-store"
    return browser, back["Location"]


def last_reason():
    return AccountEvent.objects.filter(kind="login_failed").latest("id").detail["reason"]


def test_who_is_recognised_by_the_work_number_is_in_and_later_by_the_subject_alone(admin, provider, jie):
    assert set_up(admin).status_code == 200
    assert Browser().get("/session").json()["sign_in"] == {
        "ways": [{"code": "unit", "name": "单位统一认证", "protocol": "oidc"}], "passkeys": False,
    }  # fmt: skip
    browser, place = come(provider, work_no="10023")
    assert place == "/cases"
    assert browser.get("/session").json()["account"]["username"] == "jie"
    login = AccountEvent.objects.filter(kind="login").latest("id")
    assert (login.detail["way"], login.detail["provider"], login.address) == ("oidc", "unit", "10.0.0.7")
    out = browser.send("DELETE", "/session")
    assert out.status_code == 200
    assert out.json()["address"].startswith(f"{Provider.issuer}/logout?client_id=chengyun&post_logout_redirect_uri=")
    assert "id_token_hint=ey" in out.json()["address"]
    assert browser.get("/session").status_code == 401
    again, place = come(provider, work_no="somebody else's number by now")
    assert (place, again.get("/session").json()["account"]["username"]) == ("/cases", "jie")


def test_nobody_gets_an_account_or_rights_by_coming(admin, provider, jie, make_account):
    set_up(admin)
    assert come(provider, "u-9", work_no="99999")[1] == "/login?fault=unknown&way=unit"
    come(provider, "u-1", work_no="10023")
    assert "fault=conflict" in come(provider, "u-2", work_no="10023")[1], "a work number given to the next person"
    chief = make_account("zhu", ["role.manage"])
    chief.person = Person.objects.create(staff_no="1", name="演示主", unit=jie.unit)
    chief.save()
    assert "fault=link_first" in come(provider, "u-3", work_no="1")[1]
    Account.objects.filter(pk=jie.pk).update(is_active=False)
    assert "fault=disabled" in come(provider, "u-1")[1]
    set_up(admin, make_accounts=True, claim="user", match="username")
    assert "fault=waiting" in come(provider, "u-4", user="xinren", name="演示新人")[1]
    made = Account.objects.get(username="xinren")
    assert (made.is_active, made.grants.count(), made.has_usable_password()) == (False, 0, False)
    assert "fault=disabled" in come(provider, "u-4", user="xinren")[1]


@pytest.mark.parametrize(
    ("twist", "reason"),
    [({"aud": "another"}, "bad_answer"), ({"iss": "https://evil.example"}, "bad_answer"),
     ({"nonce": "n"}, "bad_answer"), ({"exp": 1_000_000_000}, "bad_answer"),
     ({"aud": ["chengyun", "x"], "azp": "x"}, "bad_answer")],
)  # fmt: skip
def test_a_token_that_was_not_made_for_this_log_in_is_refused(admin, provider, jie, twist, reason):
    set_up(admin)
    provider.twist = twist
    browser, place = come(provider, work_no="10023")
    assert (place, last_reason()) == (f"/login?fault={reason}&way=unit", reason)
    assert browser.get("/session").status_code == 401
    assert SignInWay.objects.get().last_error


def test_what_comes_back_counts_once_and_only_in_the_browser_that_went(admin, provider, jie):
    set_up(admin)
    browser = Browser()
    answer = query(provider.authorize(browser.get("/sign-in/unit")["Location"], "u-1", work_no="10023"))
    assert "fault=expired" in Browser().get(f"/sign-in/unit/back?{answer}")["Location"], "somebody else's browser"
    kept = browser.client.cookies["chengyun_sign_in"].value
    assert browser.get(f"/sign-in/unit/back?{answer.replace('state=', 'state=x')}")["Location"].count("bad_answer")
    browser.client.cookies["chengyun_sign_in"] = kept
    assert "fault=expired" in browser.get(f"/sign-in/unit/back?{answer}")["Location"], "the same once more"
    assert come(provider, work_no="10023", after="//evil.example")[1] == "/"
    denied = Browser()
    state = dict(p.split("=") for p in denied.get("/sign-in/unit")["Location"].split("?")[1].split("&"))["state"]
    assert "fault=refused" in denied.get(f"/sign-in/unit/back?state={state}&error=access_denied")["Location"]


def test_new_keys_of_the_provider_are_fetched_and_a_provider_that_is_down_is_not_asked_by_everybody(
    admin, provider, jie, monkeypatch
):
    set_up(admin)
    come(provider, work_no="10023")
    provider.rotate("k2")
    monkeypatch.setattr(oidc, "ASK_AGAIN_SECONDS", -1)
    assert come(provider)[1] == "/cases"
    monkeypatch.undo()
    monkeypatch.setattr(oidc.outbound, "send", provider.send)
    oidc.forget()
    provider.down, provider.asked = True, []
    assert [Browser().get("/sign-in/unit")["Location"] for _ in range(3)] == ["/login?fault=provider_down&way=unit"] * 3
    assert len(provider.asked) == 1
    assert Browser().log_in("jie").status_code == 200, "the password goes on working"


def test_a_second_factor_is_asked_for_unless_the_provider_is_trusted_to_have_asked(admin, provider, jie, monkeypatch):
    from chengyun.org import totp

    set_up(admin)
    come(provider, work_no="10023")
    monkeypatch.setattr(totp.time, "time", lambda: 1_800_000_000)
    own = Browser()
    own.log_in("jie")
    own.send("POST", "/account/second-factor", {"password": PASSWORD})
    secret = totp._open(jie, jie.factor)
    own.send("POST", "/account/second-factor/confirm", {"code": totp.code_at(secret, 60_000_000)})
    browser, place = come(provider)
    assert place == "/login?step=code&next=%2Fcases"
    assert browser.get("/session").status_code == 401
    assert browser.send("POST", "/session/second", {"code": "000000"}).json()["factors"] == ["totp"]
    code = totp.code_at(secret, 60_000_001)
    assert Browser().send("POST", "/session/second", {"code": code}).json()["code"] == "handshake_over"
    assert browser.send("POST", "/session/second", {"code": code}).json()["account"]["username"] == "jie"
    assert browser.send("POST", "/session/second", {"code": code}).status_code == 409
    set_up(admin, factor_values=["otp"])
    assert come(provider, amr=["pwd", "otp"])[1] == "/cases"
    assert come(provider, amr=["pwd"])[1].startswith("/login?step=code")


def test_somebody_links_and_unlinks_their_own_account_with_their_password(admin, provider, make_account):
    set_up(admin, match="link", claim="")
    make_account("zhu", ["role.manage"])
    browser = Browser()
    browser.log_in("zhu")
    assert browser.send("POST", "/account/links/unit", {"password": "nonsense"}).status_code == 422
    address = browser.send("POST", "/account/links/unit", {"password": PASSWORD}).json()["address"]
    back = browser.get(f"/sign-in/unit/back?{query(provider.authorize(address, 'u-5'))}")
    assert back["Location"] == "/account?linked=1"
    assert browser.get("/account/safety").json()["links"][0]["linked_at"]
    other, _ = come(provider, "u-5")
    assert other.get("/session").json()["account"]["username"] == "zhu"
    assert browser.send("POST", "/account/links/unit/remove", {"password": PASSWORD}).status_code == 204
    assert not OutsideIdentity.objects.exists()


def test_the_administrators_page_says_what_is_missing_and_never_shows_the_secret(admin, provider):
    assert admin.send("POST", "/sign-in-ways/unit/test").status_code == 404
    answer = set_up(admin, issuer="http://login.example.gov.cn", claim="")
    assert [e["field"] for e in answer.json()["errors"]] == ["settings.issuer", "settings.claim"]
    assert set_up(admin).json()["has_secret"] is True
    assert Provider.secret not in admin.get("/sign-in-ways").content.decode()
    assert Provider.secret.encode() not in bytes(SignInWay.objects.get().sealed)
    assert admin.get("/sign-in-ways").json()[0]["back"] == "http://testserver/api/v1/sign-in/unit/back"
    assert admin.send("POST", "/sign-in-ways/unit/test").json()["ok"] is True
    provider.down = True
    said = admin.client.post("/api/v1/sign-in-ways/unit/test", headers={"X-CSRFToken": admin.token(),
                             "Accept-Language": "en"}).json()  # fmt: skip
    assert said == {"ok": False, "facts": [{"ok": False, "said": "The other side cannot be reached."}]}
    assert admin.send("DELETE", "/sign-in-ways/unit").status_code == 204
    kinds = AccountEvent.objects.filter(kind__startswith="sign_in").values_list("kind", flat=True)
    assert set(kinds) == {"sign_in_way_changed", "sign_in_way_removed"}


def test_a_cas_ticket_is_shown_to_the_server_and_counts_once(admin, jie, monkeypatch):
    server = CasServer()
    monkeypatch.setattr(cas.outbound, "send", server.send)
    body = {"name": "统一身份认证", "protocol": "cas", "enabled": True,
            "settings": {"server": server.server, "match": "staff_no", "claim": "workNo", "sign_out": True},
            }  # fmt: skip
    assert admin.send("PUT", "/sign-in-ways/cas", body).status_code == 200
    assert admin.send("POST", "/sign-in-ways/cas/test").json()["ok"] is True
    browser = Browser()
    answer = server.log_in(browser.get("/sign-in/cas?next=/cases")["Location"], "jie@qu", workNo="10023")
    kept = browser.client.cookies["chengyun_sign_in"].value
    assert browser.get(f"/sign-in/cas/back?{query(answer)}")["Location"] == "/cases"
    assert browser.send("DELETE", "/session").json()["address"].startswith(f"{server.server}/logout?service=")
    browser.client.cookies["chengyun_sign_in"] = kept
    assert "fault=expired" in browser.get(f"/sign-in/cas/back?{query(answer)}")["Location"]
    stolen = Browser()
    fresh = server.log_in(stolen.get("/sign-in/cas")["Location"], "jie@qu")
    assert "bad_answer" in stolen.get(f"/sign-in/cas/back?{query({**fresh, 'ticket': 'ST-1-x'})}")["Location"]


def test_it_works_with_a_provider_from_a_package(admin, jie, monkeypatch):
    """Over HTTP on this machine: discovery, keys, code and token are those of somebody else's program."""
    import httpx
    from oidc_provider_mock import User, run_server_in_thread

    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.1")
    config.current.cache_clear()
    with run_server_in_thread(user_claims=[User(sub="u-1", claims={"work_no": "10023"})]) as server:
        issuer = f"http://localhost:{server.server_port}"
        assert set_up(admin, issuer=issuer).status_code == 200
        assert all(fact["ok"] for fact in admin.send("POST", "/sign-in-ways/unit/test").json()["facts"])
        browser = Browser()
        there = browser.get("/sign-in/unit?next=/cases")["Location"]
        back = httpx.post(there, data={"sub": "u-1"}, trust_env=False).headers["Location"]
        assert browser.get(back.split("/api/v1", 1)[1])["Location"] == "/cases"
        assert browser.get("/session").json()["account"]["username"] == "jie"
