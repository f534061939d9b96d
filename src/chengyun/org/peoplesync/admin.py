"""What administrators do with the sources of people: set up, change, take away."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.problems import Problem

from ..access import Actor
from ..models import AccountEvent, PeopleSource
from . import ldap, service

MOST = 20
RUNS = 5


def states() -> list[dict[str, Any]]:
    return [told(source) for source in PeopleSource.objects.all()]


def told(source: PeopleSource) -> dict[str, Any]:
    return {
        "code": source.code, "name": source.name, "kind": source.kind, "enabled": source.enabled,
        "every_hours": source.every_hours, "brake_percent": source.brake_percent,
        "make_accounts": source.make_accounts, "settings": source.settings, "has_secret": bool(source.sealed),
        "next_run_at": source.next_run_at if source.enabled and source.every_hours else None,
        "people": source.people.filter(left_at=None).count(),
        "runs": [service.told(run) for run in source.runs.select_related("source").order_by("-id")[:RUNS]],
    }  # fmt: skip


def save(code: str, data: dict[str, Any], actor: Actor, address: str) -> PeopleSource:
    """Make or change a source. Problem 422 names what is missing or wrong."""
    found = PeopleSource.objects.filter(code=code).first()
    if found is None and PeopleSource.objects.count() >= MOST:
        raise Problem(409, "too_many_sources", "人员来源太多了", "请先删除不用的。")
    source = found or PeopleSource(code=code)
    if found and found.kind != data["kind"]:
        raise Problem(409, "kind_fixed", "来源的种类不能改", "请另建一个来源。")
    secret = data.pop("secret")
    for name, value in data.items():
        setattr(source, name, value)
    if source.kind == PeopleSource.LDAP:
        _check(source.settings)
    if secret is not None:
        source.sealed = vault.seal({"secret": secret}, f"people:{code}") if secret else None
    source.changed_at = timezone.now()
    source.next_run_at = timezone.now() if source.enabled and source.every_hours else None
    source.save()
    _record(actor, address, source, "saved")
    return source


def _check(given: dict[str, Any]) -> None:
    errors = [_error(name, "请填写") for name in ("address", "base_dn") if not given[name]]
    try:
        parts = urlsplit(given["address"])
        fits = parts.scheme in ("ldap", "ldaps") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        fits = False
    if given["address"] and not fits:
        errors.append(_error("address", "写成 ldap://主机 或 ldaps://主机:端口"))
    elif fits and (parts.scheme == "ldaps") != (given["security"] == ldap.LDAPS):
        errors.append(_error("security", "ldaps:// 的地址选 LDAPS，ldap:// 的地址选 StartTLS"))
    if given["filter"] and not (given["filter"].startswith("(") and given["filter"].endswith(")")):
        errors.append(_error("filter", "条件要写在括号里，如 (objectClass=person)"))
    if errors:
        raise Problem(422, "invalid", "提交的内容有误", errors[0]["message"], errors=errors)


def _error(name: str, message: str) -> dict[str, str]:
    return {"field": f"settings.{name}", "message": message}


def remove(code: str, actor: Actor, address: str) -> None:
    """Forget a source. The people stay; nobody leaves because of it."""
    source = service.source_of(code)
    with transaction.atomic():
        _record(actor, address, source, "removed")
        source.delete()


def _record(actor: Actor, address: str, source: PeopleSource, what: str) -> None:
    AccountEvent.objects.create(
        account_id=actor.account_id, kind="people_source_changed", address=address, by_id=actor.account_id,
        detail={"by": actor.name, "source": source.name, "what": what},
    )  # fmt: skip
