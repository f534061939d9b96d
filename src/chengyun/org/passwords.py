"""What a password must be, changing it, and the one-time links by which it is set."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from chengyun.kernel import config
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import lockout, rules, sessions
from .access import Actor
from .addresses import client_address
from .models import Account, AccountEvent, OneTimeLink

LINK_HOURS = 72

_WORDS = {
    "password_too_short": "密码至少要 {min_length} 个字符。",
    "password_too_common": "这个密码太常见，容易被猜到。",
    "password_entirely_numeric": "密码不能只有数字。",
    "password_too_similar": "密码不能与账号或姓名相似。",
}


# --- rules (settings.AUTH_PASSWORD_VALIDATORS) ----------------------------------------------------------------------
class Length:
    """At least as many characters as the setting says."""

    def validate(self, password: str, user: Any = None) -> None:
        least = config.current().password_min_length
        if len(password) < least:
            raise ValidationError("too short", code="password_too_short", params={"min_length": least})


class Kinds:
    """Letters, digits, signs: at least two of the three, and not one character over and over."""

    def validate(self, password: str, user: Any = None) -> None:
        kinds = {("letter" if c.isalpha() else "digit" if c.isdigit() else "sign") for c in password}
        if len(kinds) < 2:
            raise ValidationError("字母、数字、符号至少要有两种。", code="password_one_kind")
        if len(set(password)) < 4:
            raise ValidationError("密码里重复的字符太多。", code="password_repeats")


class NotTheName:
    """Does not contain the user name, forwards or backwards."""

    def validate(self, password: str, user: Any = None) -> None:
        name = str(getattr(user, "username", "") or "").casefold()
        text = password.casefold()
        if len(name) >= 3 and (name in text or name[::-1] in text):
            raise ValidationError("密码里不能有账号。", code="password_has_name")


def _told(fault: ValidationError) -> str:
    words = _WORDS.get(fault.code or "")
    return words.format(**(fault.params or {})) if words else str(fault.messages[0])


def check_rules(password: str, account: Account, field: str) -> None:
    """Problem 422 listing every rule that the password breaks."""
    faults: list[str] = []
    try:
        validate_password(password, account)
    except ValidationError as error:
        faults = [_told(fault) for fault in error.error_list]
    if account.has_usable_password() and account.check_password(password):
        faults.append("新密码不能与现在的密码相同。")
    if faults:
        errors = [{"field": field, "message": fault} for fault in faults]
        raise Problem(422, "weak_password", "密码不符合要求", faults[0], errors=errors)


# --- changing -------------------------------------------------------------------------------------------------------
def change_reason(account: Account) -> str:
    """Why the password has to be changed before anything else: first, asked, expired, or "" when it need not be."""
    if account.must_change_password:
        return "first" if account.password_changed_at is None else "asked"
    changed = account.password_changed_at or account.created_at
    return "expired" if rules.password_is_over(changed, config.current().password_days, timezone.now()) else ""


def set_password(account: Account, password: str, field: str, kind: str, address: str) -> None:
    """Write a new password after checking it. Sessions elsewhere end, because their hash no longer fits."""
    check_rules(password, account, field)
    account.set_password(password)
    account.must_change_password = False
    account.password_changed_at = timezone.now()
    account.save(update_fields=["password", "must_change_password", "password_changed_at"])
    AccountEvent.objects.create(account=account, kind=kind, address=address, by_id=account.pk)


FRESH = timedelta(minutes=10)


def confirm_person(request: Any, password: str) -> None:
    """That it is still the person: by the password, or for who has none by a log-in of the last ten minutes."""
    account: Account = request.account
    if account.has_usable_password():
        return confirm(account, password, client_address(request))
    began = request.session.created_at
    if began is None or timezone.now() - began > FRESH:
        raise Problem(403, "log_in_again", "请重新登录后再操作", "您没有本地密码，请退出后重新登录，在 10 分钟内操作。")


def confirm(account: Account, password: str, address: str, field: str = "password") -> None:
    """Problem 422 unless this is the account's password; tries are counted like log-ins."""
    keys = lockout.keys_of(account.username, address)
    now = timezone.now()
    lockout.claim(keys, now)
    if not account.check_password(password):
        lockout.failed(keys, now)
        words = "原密码不正确" if field == "old" else "密码不正确"
        raise Problem(422, "wrong_password", words, errors=[{"field": field, "message": words}])
    lockout.forgive(keys)


def change_password(request: Any, old: str, new: str) -> None:
    """The person's own change; this session goes on, all others end."""
    account = request.account
    confirm(account, old, client_address(request), "old")
    set_password(account, new, "new", "password_changed", client_address(request))
    update_session_auth_hash(request, account)
    sessions.end(account.pk, but=request.session.session_key)


def issue_link(account: Account, purpose: str, by: Actor, hours: int = LINK_HOURS) -> str:
    """A token for a link that sets this account's password once; earlier unused links end."""
    now, token = timezone.now(), new_token()
    with transaction.atomic():
        account.links.filter(used_at=None, expires_at__gt=now).update(expires_at=now)
        OneTimeLink.objects.create(
            account=account, hash=sm3(token.encode()), purpose=purpose, expires_at=now + timedelta(hours=hours)
        )
        AccountEvent.objects.create(
            account=account, kind="link_issued", by_id=by.account_id, detail={"purpose": purpose, "by": by.name}
        )
    return token


def use_link(request: HttpRequest, token: str, new_password: str) -> Account:
    """Set the password by a one-time link. Problem 410 when it is unknown, used or expired."""
    now = timezone.now()
    with transaction.atomic():
        link = (
            OneTimeLink.objects.select_for_update(of=("self",))
            .select_related("account")
            .filter(hash=sm3(token.encode()), used_at=None, expires_at__gt=now, account__is_active=True)
            .first()
        )
        if link is None:
            raise Problem(410, "link_invalid", "链接无效或已过期", "请联系管理员重新发送。")
        set_password(link.account, new_password, "new_password", "link_used", client_address(request))
        link.used_at = now
        link.save(update_fields=["used_at"])
        sessions.end(link.account_id)
    return link.account
