"""What administrators do with the ways to sign in: set up, switch on, try out, take away."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone

from chengyun.kernel import outbound, revision, vault
from chengyun.kernel.problems import Problem

from . import outside
from .access import TOPIC, Actor
from .models import AccountEvent, SignInWay
from .origins import own_origin

MOST = 20


def states(request: HttpRequest) -> list[dict[str, Any]]:
    return [told(way, request) for way in SignInWay.objects.annotate(linked=Count("identities"))]


def told(way: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "code": way.code, "name": way.name, "protocol": way.protocol, "enabled": way.enabled, "sort": way.sort,
        "settings": way.settings, "has_secret": bool(way.sealed), "linked": getattr(way, "linked", 0),
        "back": f"{own_origin(request)}{outside.back_path(way.code)}", "last_ok_at": way.last_ok_at,
        "last_error_at": way.last_error_at, "last_error": way.last_error,
    }  # fmt: skip


def save(code: str, data: dict[str, Any], actor: Actor, address: str) -> SignInWay:
    """Make or change a way. Problem 422 names what is missing before it can be switched on."""
    found = SignInWay.objects.filter(code=code).first()
    if found is None and SignInWay.objects.count() >= MOST:
        raise Problem(409, "too_many_ways", "登录方式太多了", "请先删除不用的。")
    way = found or SignInWay(code=code)
    before = (way.enabled, way.settings)
    secret = data.pop("secret")
    for name, value in data.items():
        setattr(way, name, value)
    _check(way)
    if secret is not None:
        way.sealed = vault.seal({"secret": secret}, f"way:{code}") if secret else None
    way.changed_at = timezone.now()
    with transaction.atomic():
        way.save()
        revision.bump(TOPIC)
        changed = sorted(k for k, v in way.settings.items() if before[1].get(k) != v)
        detail = {"by": actor.name, "way": way.name, "on": way.enabled, "changed": changed}
        detail |= {"secret": True} if secret is not None else {}
        _record("sign_in_way_changed", actor, address, detail)
    return way


def _check(way: SignInWay) -> None:
    given, errors = way.settings, []
    needed = ("issuer", "client_id") if way.protocol == SignInWay.OIDC else ("server",)
    errors += [_error(name, "请填写") for name in needed if way.enabled and not given[name]]
    for name in ("issuer", "server"):
        if given[name]:
            errors += _address_faults(name, given[name])
    if way.enabled and given["match"] != outside.LINK and not given["claim"]:
        errors.append(_error("claim", "请填写：用哪一项认人"))
    if errors:
        raise Problem(422, "invalid", "提交的内容有误", errors[0]["message"], errors=errors)


def _address_faults(name: str, address: str) -> list[dict[str, str]]:
    fault = outbound.refusal(address)
    if fault is not None:
        return [_error(name, fault.words)]
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        return [_error(name, "网址里不要有 ? 和 #")]
    if parts.scheme == "http" and not _inside(parts.hostname or ""):
        return [_error(name, "要用 https；只有内网的 IP 地址可以用 http")]
    return []


def _inside(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"


def _error(name: str, message: str) -> dict[str, str]:
    return {"field": f"settings.{name}", "message": message}


def remove(code: str, actor: Actor, address: str) -> None:
    """Take a way away with the links to accounts; the accounts stay as they are."""
    way = outside.way_of(code, only_enabled=False)
    with transaction.atomic():
        linked = way.identities.count()
        way.delete()
        revision.bump(TOPIC)
        _record("sign_in_way_removed", actor, address, {"by": actor.name, "way": way.name, "linked": linked})


def try_out(code: str) -> dict[str, Any]:
    """Ask the other side as a log-in would, without one. Nothing is kept but how it went."""
    from . import cas, oidc

    way = outside.way_of(code, only_enabled=False)
    facts: list[dict[str, Any]] = []
    try:
        if way.protocol == SignInWay.CAS:
            cas.describe(way)
            facts.append(_fact("CAS 3.0 服务应答正常"))
        else:
            found = oidc.describe(way, fresh=True)
            facts.append(_fact("读到了对方的描述"))
            facts.append(_fact(f"有 {len(oidc.signing_keys(way, None))} 把签名公钥"))
            pkce = found.get("code_challenge_methods_supported")
            facts.append(_fact("支持 PKCE" if pkce is None or "S256" in pkce else "没有说支持 PKCE（S256）"))
            if way.settings.get("sign_out"):
                has = isinstance(found.get("end_session_endpoint"), str)
                facts.append(_fact("可以一并退出" if has else "对方没有退出的地址，只退出本系统", has))
    except outside.Fault as fault:
        facts.append(_fact(str(fault), False))
    return {"ok": all(fact["ok"] for fact in facts), "facts": facts}


def _fact(said: str, ok: bool = True) -> dict[str, Any]:
    return {"ok": ok, "said": said}


def _record(kind: str, actor: Actor, address: str, detail: dict[str, Any]) -> None:
    AccountEvent.objects.create(
        account_id=actor.account_id, kind=kind, address=address, by_id=actor.account_id, detail=detail
    )
