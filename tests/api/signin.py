"""Ways to sign in beside the password, for the walk over all routes."""

from __future__ import annotations

from typing import Any

from chengyun.org.models import Account, Passkey, PeopleSource, SignInWay, SyncRun

PUBLIC = {
    ("GET", "/api/v1/sign-in/{code}"),
    ("GET", "/api/v1/sign-in/{code}/back"),
    ("POST", "/api/v1/session/passkey/options"),
    ("POST", "/api/v1/session/passkey"),
    ("POST", "/api/v1/session/second"),
}
OWN = {
    ("POST", "/api/v1/account/passkeys/options"),
    ("POST", "/api/v1/account/passkeys"),
    ("POST", "/api/v1/account/passkeys/{passkey_id}/remove"),
    ("POST", "/api/v1/account/links/{code}"),
    ("POST", "/api/v1/account/links/{code}/remove"),
}


def rows(account: Account) -> dict[str, Any]:
    SignInWay.objects.create(
        code="standard", name="统一认证", protocol="cas", settings={"server": "http://127.0.0.1:9/cas"}
    )
    key = Passkey.objects.create(account=account, credential_id=b"k", public_key=b"p", name="电脑", rp_id="localhost")
    source = PeopleSource.objects.create(code="standard", name="人事名单", kind="csv")
    return {"passkey_id": key.pk, "sync_id": SyncRun.objects.create(source=source).pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    password = {"password": "correct-horse-7-battery"}
    way = {"name": "统一认证", "protocol": "cas", "settings": {"server": "https://cas.example.gov.cn/cas"}}
    return {
        ("POST", "/api/v1/session/second"): {"code": "123456"},
        ("POST", "/api/v1/session/passkey"): {"passkey": {"id": "x"}},
        ("POST", "/api/v1/account/passkeys/options"): password,
        ("POST", "/api/v1/account/passkeys"): {"name": "电脑", "passkey": {"id": "x"}},
        ("POST", "/api/v1/account/passkeys/{passkey_id}/remove"): password,
        ("POST", "/api/v1/account/links/{code}"): password,
        ("POST", "/api/v1/account/links/{code}/remove"): password,
        ("PUT", "/api/v1/sign-in-ways/{code}"): way,
        ("PUT", "/api/v1/people-sources/{code}"): {"name": "人事名单", "kind": "csv"},
        ("POST", "/api/v1/people-runs/{sync_id}/commit"): {"allow_leavers": False},
    }
