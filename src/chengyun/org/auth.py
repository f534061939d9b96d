"""Who is asking: log-in with back-off, one-time links, access tokens, and the two ways to authenticate.

router = Router(auth=session_or_token)      # request.account and request.actor are set
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout, update_session_auth_hash
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from chengyun.kernel import config
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import rules
from .access import Actor, actor_for
from .models import AccessToken, Account, AccountEvent, LoginAttempt, OneTimeLink
from .sessions import account_of

BACKEND = "django.contrib.auth.backends.ModelBackend"
TOKEN_PREFIX = "cyt_"
TOKEN_SEEN_EVERY = timedelta(minutes=1)
LINK_HOURS = 72


class ActorRequest(HttpRequest):
    """A request that passed `session_or_token`."""

    account: Account
    actor: Actor


# --- log-in ---------------------------------------------------------------------------------------------------------
def client_address(request: HttpRequest) -> str:
    """The caller's address. X-Forwarded-For counts only behind the TLS proxy, and then its last entry."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and config.current().behind_tls:
        return forwarded.rsplit(",", 1)[-1].strip()[:45]
    return request.META.get("REMOTE_ADDR", "")[:45]


def log_in(request: HttpRequest, username: str, password: str) -> Account:
    """Start a session. Problem 401 when name or password is wrong, 429 while waiting is imposed.

    An unknown name costs the same time as a wrong password and gives the same answer.
    """
    now, address = timezone.now(), client_address(request)
    username = Account.normalize_username(username.strip())
    keys = _attempt_keys(username, address)
    _refuse_blocked(keys, now)
    account = Account.objects.filter(username=username).select_related("unit").first()
    allowed = account is not None and account.is_active and account.kind == Account.PERSON
    if account is None or not allowed:
        make_password(password)
        matches = False
    else:
        matches = account.check_password(password)
    if account is None or not matches:
        _count_failure(keys, now)
        AccountEvent.objects.create(account=account, kind="login_failed", address=address)
        raise Problem(401, "login_failed", "账号或密码不正确")
    LoginAttempt.objects.filter(scope=LoginAttempt.PAIR, key=keys[LoginAttempt.PAIR]).delete()
    login(request, account, backend=BACKEND)
    Account.objects.filter(pk=account.pk).update(last_seen=now)
    AccountEvent.objects.create(account=account, kind="login", address=address, by_id=account.pk)
    return account


def log_out(request: HttpRequest) -> None:
    account_id = request.session.get(SESSION_KEY)
    logout(request)
    if account_id:
        AccountEvent.objects.create(
            account_id=int(account_id), kind="logout", address=client_address(request), by_id=int(account_id)
        )


def _attempt_keys(username: str, address: str) -> dict[str, bytes]:
    name, where = username.casefold().encode(), address.encode()
    return {
        LoginAttempt.PAIR: sm3(b"pair\0" + name + b"\0" + where),
        LoginAttempt.ACCOUNT: sm3(b"account\0" + name),
        LoginAttempt.ADDRESS: sm3(b"address\0" + where),
    }


def _refuse_blocked(keys: dict[str, bytes], now: datetime) -> None:
    until = (
        LoginAttempt.objects.filter(key__in=list(keys.values()), blocked_until__gt=now)
        .order_by("-blocked_until")
        .values_list("blocked_until", flat=True)
        .first()
    )
    if until is not None:
        seconds = max(1, int((until - now).total_seconds()) + 1)
        raise Problem(
            429, "too_many_attempts", "尝试次数过多，请稍后再试", f"请在 {seconds} 秒后重试。",
            headers={"Retry-After": str(seconds)}, retry_after=seconds,
        )  # fmt: skip


def _count_failure(keys: dict[str, bytes], now: datetime) -> None:
    per_minute = config.current().rate_login
    with transaction.atomic():
        LoginAttempt.objects.bulk_create(
            [LoginAttempt(scope=scope, key=key, window_started=now) for scope, key in keys.items()],
            ignore_conflicts=True,
        )
        attempts = LoginAttempt.objects.select_for_update().filter(key__in=list(keys.values()))
        for attempt in attempts.order_by("scope"):
            if attempt.scope == LoginAttempt.PAIR:
                after = rules.pair_after_failure(attempt.failures, attempt.window_started, now)
            else:
                after = rules.window_after_failure(attempt.failures, attempt.window_started, now, per_minute)
            attempt.failures, attempt.window_started, attempt.blocked_until = after
            attempt.save()


# --- passwords and one-time links -----------------------------------------------------------------------------------
_PASSWORD_WORDS = {
    "password_too_short": "密码至少要 {min_length} 个字符。",
    "password_too_common": "这个密码太常见，容易被猜到。",
    "password_entirely_numeric": "密码不能只有数字。",
    "password_too_similar": "密码不能与账号或姓名相似。",
}


def _password_words(fault: ValidationError) -> str:
    words = _PASSWORD_WORDS.get(fault.code or "")
    return words.format(**(fault.params or {})) if words else fault.messages[0]


def check_password_rules(password: str, account: Account, field: str) -> None:
    """Problem 422 listing every rule that the password breaks."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        errors = [{"field": field, "message": _password_words(fault)} for fault in error.error_list]
        raise Problem(422, "weak_password", "密码不符合要求", errors=errors) from error


def set_password(account: Account, password: str, field: str, kind: str, address: str) -> None:
    """Write a new password after checking it. Sessions elsewhere end, because their hash no longer fits."""
    check_password_rules(password, account, field)
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    AccountEvent.objects.create(account=account, kind=kind, address=address, by_id=account.pk)


def change_password(request: ActorRequest, old: str, new: str) -> None:
    """The person's own change; this session goes on. Wrong old passwords are counted like failed log-ins."""
    account, now = request.account, timezone.now()
    keys = _attempt_keys(account.username, client_address(request))
    _refuse_blocked(keys, now)
    if not account.check_password(old):
        _count_failure(keys, now)
        raise Problem(422, "wrong_password", "原密码不正确", errors=[{"field": "old", "message": "原密码不正确"}])
    set_password(account, new, "new", "password_changed", client_address(request))
    update_session_auth_hash(request, account)


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
    return link.account


# --- access tokens --------------------------------------------------------------------------------------------------
def issue_token(
    account: Account, name: str, scopes: list[str] | None = None, expires_at: datetime | None = None
) -> tuple[AccessToken, str]:
    """A new bearer token: the row and the text, which is shown once and never stored."""
    text = new_token(TOKEN_PREFIX)
    token = AccessToken.objects.create(
        account=account, name=name, hash=sm3(text.encode()), prefix=text[: len(TOKEN_PREFIX) + 6],
        scopes=sorted(set(scopes or [])), expires_at=expires_at,
    )  # fmt: skip
    AccountEvent.objects.create(
        account=account, kind="token_issued", by_id=account.pk, detail={"name": name, "prefix": token.prefix}
    )
    return token, text


def account_of_token(text: str) -> tuple[Account, Actor]:
    """Whose token this is. Problem 401 when it is unknown, revoked, expired, or its account is disabled."""
    now = timezone.now()
    token = AccessToken.objects.select_related("account").filter(hash=sm3(text.encode())).first()
    if (
        token is None
        or token.revoked_at is not None
        or (token.expires_at is not None and token.expires_at <= now)
        or not token.account.is_active
    ):
        raise Problem(401, "bad_token", "令牌无效或已过期", headers={"WWW-Authenticate": "Bearer"})
    if token.last_used_at is None or now - token.last_used_at > TOKEN_SEEN_EVERY:
        AccessToken.objects.filter(pk=token.pk).update(last_used_at=now)
    actor = actor_for(token.account)
    return token.account, actor.limited_to(frozenset(token.scopes)) if token.scopes else actor


# --- django-ninja ---------------------------------------------------------------------------------------------------
class TokenAuth(HttpBearer):
    """`Authorization: Bearer cyt_…` for scripts."""

    def authenticate(self, request: HttpRequest, token: str) -> Account:
        account, actor = account_of_token(token)
        return _put(request, account, actor)


class SessionAuth(APIKeyCookie):
    """The session cookie; unsafe methods need the CSRF header as well.

    An account that must change its password may do nothing else, except where `before_change` is set.
    """

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, before_change: bool = False):
        self.before_change = before_change
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Account | None:
        if not key:
            return None
        account = account_of(request.session)
        if account is None:
            return None
        request.user = account  # what Django would find by asking the database again
        refuse_forged(request)
        if account.must_change_password and not self.before_change:
            raise Problem(403, "password_change_required", "请先修改初始密码")
        return _put(request, account, actor_for(account))


def refuse_forged(request: HttpRequest) -> None:
    """Problem 403 when an unsafe request came without the CSRF token."""
    if check_csrf(request) is not None:
        raise Problem(403, "csrf_failed", "页面已过期，请刷新后重试", "缺少或不符的 X-CSRFToken。")


def _put(request: Any, account: Account, actor: Actor) -> Account:
    request.account = account
    request.actor = actor
    return account


session_or_token = [TokenAuth(), SessionAuth()]
session_before_change = [SessionAuth(before_change=True)]
