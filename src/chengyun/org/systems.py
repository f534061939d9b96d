"""Accounts of other systems and their tokens: the only writer of both.

A system account has roles and scopes as a person has, no password and no log-in. It works with tokens, each of which
holds some of its permissions; several are valid at a time, so that the other side changes over without a gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import config, permissions, revision
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import queries
from .access import TOPIC, Actor, actor_for
from .models import AccessToken, Account, AccountEvent, Grant, Role, Unit, valid_on

PREFIX = "cyt_"
SHOWN_TOKENS = 30
NEVER = frozenset({"account.manage", "account.act_for", "role.manage", "signin.manage", "token.own"})
"""What no token can do, whatever its account may: accounts, roles, log-in and tokens are for people at the desk."""


# --- tokens -----------------------------------------------------------------------------------------------------------
def issue(
    account: Account, name: str, scopes: Sequence[str], *, by_id: int | None, expires_at: datetime | None = None,
    per_minute: int = 0, kind: str = "token_issued",
) -> tuple[AccessToken, str]:  # fmt: skip
    """A new bearer token: the row and the text, which is shown once and never stored."""
    text = new_token(PREFIX)
    with transaction.atomic():
        token = AccessToken.objects.create(
            account=account, name=name, hash=sm3(text.encode()), prefix=text[: len(PREFIX) + 6],
            scopes=sorted(set(scopes)), expires_at=expires_at, per_minute=per_minute, created_by_id=by_id,
        )  # fmt: skip
        AccountEvent.objects.create(
            account=account, kind=kind, by_id=by_id, detail={"name": name, "prefix": token.prefix}
        )
    return token, text


def new_system_token(actor: Actor, account: Account, given: Mapping[str, Any]) -> tuple[AccessToken, str]:
    held = actor_for(account).permissions - NEVER
    beyond = sorted(set(given["scopes"]) - held)
    if beyond:
        raise _invalid("scopes", f"这个系统账号没有这些权限，或不能交给令牌：{'、'.join(beyond)}。")
    expires = given["expires_at"]
    if expires is not None and expires <= timezone.now():
        raise _invalid("expires_at", "到期时间要晚于现在。")
    return issue(
        account, given["name"], given["scopes"], by_id=actor.account_id, expires_at=expires,
        per_minute=given["per_minute"],
    )  # fmt: skip


def rotate(actor: Actor, token: AccessToken, hours: int) -> tuple[AccessToken, str]:
    """A token like this one, which ends in so many hours. The new one lives as long as this one was to live."""
    now = timezone.now()
    if not is_valid(token, now):
        raise Problem(409, "token_over", "令牌已失效", "已过期或已撤销的令牌不能更换，请新建一个。")
    life = token.expires_at - token.created_at if token.expires_at else None
    end = now + timedelta(hours=hours)
    with transaction.atomic():
        made = issue(
            token.account, token.name, token.scopes, by_id=actor.account_id, per_minute=token.per_minute,
            expires_at=now + life if life else None, kind="token_rotated",
        )  # fmt: skip
        if token.expires_at is None or token.expires_at > end:
            AccessToken.objects.filter(pk=token.pk).update(expires_at=end)
    return made


def revoke(actor: Actor, token: AccessToken) -> None:
    """It opens nothing from the next request on."""
    changed = AccessToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
    if changed:
        AccountEvent.objects.create(
            account=token.account, kind="token_revoked", by_id=actor.account_id,
            detail={"name": token.name, "prefix": token.prefix},
        )  # fmt: skip


def is_valid(token: AccessToken, now: datetime) -> bool:
    return token.revoked_at is None and (token.expires_at is None or token.expires_at > now)


def limit_of(token: AccessToken) -> int:
    """Requests per minute."""
    return token.per_minute or int(config.current().rate_api)


# --- accounts ---------------------------------------------------------------------------------------------------------
def create(actor: Actor, given: Mapping[str, Any]) -> Account:
    """Needs role.manage, because it gives roles."""
    actor.require("role.manage")
    username = Account.normalize_username(given["username"])
    if username != given["username"] or any(char.isspace() for char in username):
        raise _invalid("username", "不能有空格或全角字母")
    if Account.objects.filter(username=username).exists():
        raise _invalid("username", "已有这个账号，请换一个名字。")
    unit, grants = _checked(given)
    with transaction.atomic():
        account = Account(username=username, display_name=given["name"], unit=unit, kind=Account.SYSTEM)
        account.set_unusable_password()
        account.save()
        _give(account, grants)
        _record(actor, account, "system_made", given)
    return account


def change(actor: Actor, account: Account, given: Mapping[str, Any]) -> Account:
    """Name, unit, roles, and whether it may do anything at all; its tokens stay."""
    actor.require("role.manage")
    unit, grants = _checked(given)
    with transaction.atomic():
        account.display_name, account.unit, account.is_active = given["name"], unit, given["is_active"]
        account.grants_version += 1
        account.save(update_fields=["display_name", "unit", "is_active", "grants_version"])
        account.grants.all().delete()
        _give(account, grants)
        _record(actor, account, "system_changed", given)
    return account


def _checked(given: Mapping[str, Any]) -> tuple[Unit | None, list[tuple[Role, Unit | None]]]:
    wanted = [*(one["unit"] for one in given["grants"]), given["unit"]]
    units = Unit.objects.in_bulk([code for code in wanted if code], field_name="code")
    roles = Role.objects.in_bulk([one["role"] for one in given["grants"]], field_name="code")
    unknown = sorted({code for code in wanted if code and code not in units})
    if unknown:
        raise _invalid("unit", f"没有这些单位：{'、'.join(unknown)}。")
    missing = sorted({one["role"] for one in given["grants"]} - set(roles))
    if missing:
        raise _invalid("grants", f"没有这些角色：{'、'.join(missing)}。")
    grants = [(roles[one["role"]], units.get(one["unit"])) for one in given["grants"]]
    return units.get(given["unit"]), list(dict.fromkeys(grants))


def _give(account: Account, grants: Sequence[tuple[Role, Unit | None]]) -> None:
    Grant.objects.bulk_create([Grant(account=account, role=role, unit=unit) for role, unit in grants])
    revision.bump(TOPIC)


def _record(actor: Actor, account: Account, kind: str, given: Mapping[str, Any]) -> None:
    AccountEvent.objects.create(
        account=account, kind=kind, by_id=actor.account_id,
        detail={"roles": [one["role"] for one in given["grants"]], "active": given.get("is_active", True)},
    )  # fmt: skip


# --- reading ----------------------------------------------------------------------------------------------------------
def account_of(username: str) -> Account:
    account = queries.account_by_name(username)
    if account is None or account.kind != Account.SYSTEM:
        raise Problem(404, "not_found", "没有找到", "没有这个系统账号。")
    return account


def token_of(account: Account, key: int) -> AccessToken:
    token = account.tokens.select_related("account").filter(pk=key).first()
    if token is None:
        raise Problem(404, "not_found", "没有这个令牌")
    return token


def listed() -> dict[str, Any]:
    """All of them, and the roles and units that one chooses from."""
    accounts = Account.objects.filter(kind=Account.SYSTEM).select_related("unit").order_by("username")
    units = Unit.objects.filter(valid_on(timezone.localdate())).order_by("sort", "id")
    return {
        "items": [told(account) for account in accounts.prefetch_related("tokens")[:200]],
        "roles": list(Role.objects.order_by("sort", "id").values("code", "name", "description")),
        "units": list(units.values("code", "name")[:5000]),
    }


def told(account: Account) -> dict[str, Any]:
    grants = account.grants.filter(valid_on(timezone.localdate())).select_related("role", "unit").order_by("id")
    tokens = sorted(account.tokens.all(), key=lambda row: -row.pk)[:SHOWN_TOKENS]
    makers = dict(
        Account.objects.filter(pk__in={t.created_by_id for t in tokens if t.created_by_id}).values_list(
            "pk", "display_name"
        )
    )
    held = sorted(actor_for(account).permissions - NEVER)
    return {
        "username": account.username, "name": account.display_name, "is_active": account.is_active,
        "unit": account.unit.code if account.unit else "", "unit_name": account.unit.name if account.unit else "",
        "grants": [
            {"role": one.role.code, "role_name": one.role.name, "unit": one.unit.code if one.unit else "",
             "unit_name": one.unit.name if one.unit else ""}
            for one in grants
        ],
        "permissions": [words_of(code) for code in held],
        "tokens": [told_token(one, makers.get(one.created_by_id or 0, "")) for one in tokens],
    }  # fmt: skip


def told_token(token: AccessToken, by: str = "") -> dict[str, Any]:
    now = timezone.now()
    state = "revoked" if token.revoked_at else "valid" if is_valid(token, now) else "expired"
    return {
        "id": token.pk, "name": token.name, "prefix": token.prefix, "state": state,
        "scopes": [words_of(code) for code in token.scopes], "per_minute": limit_of(token),
        "created_at": token.created_at, "created_by": by, "expires_at": token.expires_at,
        "revoked_at": token.revoked_at, "last_used_at": token.last_used_at,
    }  # fmt: skip


def words_of(code: str) -> dict[str, str]:
    try:
        one = permissions.get(code)
    except KeyError:
        return {"code": code, "name": code, "name_en": code}
    return {"code": code, "name": one.name_zh, "name_en": one.name_en}


def _invalid(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])
