"""Who is asking: log-in, access tokens, and the two ways to authenticate.

router = Router(auth=session_or_token)      # request.account, request.actor and request.presence are set
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from chengyun.kernel import ratelimit
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import acting_for, lockout, passkeys, presence, sessions, systems, totp
from .access import Actor, actor_for
from .addresses import client_address, device_of
from .models import AccessToken, Account, AccountEvent
from .passwords import change_password, issue_link, use_link

__all__ = [
    "BACKEND", "SessionAuth", "TokenAuth", "account_of_token", "begin_session", "change_password", "issue_link",
    "issue_token", "log_in", "log_in_with_passkey", "log_out", "refuse_forged", "second_factor",
    "session_before_change", "session_before_factor", "session_only", "session_or_token", "use_link",
]  # fmt: skip

BACKEND = "django.contrib.auth.backends.ModelBackend"
TOKEN_SEEN_EVERY = timedelta(minutes=1)
SAFE = ("GET", "HEAD", "OPTIONS")


class ActorRequest(HttpRequest):
    """A request that passed `session_or_token`."""

    account: Account
    actor: Actor
    presence: presence.Presence | None


# --- log-in ---------------------------------------------------------------------------------------------------------
def log_in(
    request: Any, username: str, password: str, code: str = "", passkey: dict[str, Any] | None = None
) -> Account:
    """Start a session. Problem 401 when name or password is wrong or a one-time code is missing or wrong, 429 while
    waiting is imposed. A passkey of the account stands in for the code.

    An unknown name costs the same time as a wrong password and gives the same answer.
    """
    now, address = timezone.now(), client_address(request)
    username = Account.normalize_username(username.strip())
    keys = lockout.keys_of(username, address)
    wait = lockout.claim(keys, now)
    account = Account.objects.filter(username=username).select_related("unit").first()
    allowed = account is not None and account.is_active and account.kind == Account.PERSON
    if account is None or not allowed:
        make_password(password)
        matches = False
    else:
        matches = account.check_password(password)
    if account is None or not matches:
        wait = lockout.failed(keys, now) or wait
        why = "unknown" if account is None else "password" if allowed else "disabled"
        _record(account, "login_failed", request, reason=why, wait=wait)
        raise Problem(401, "login_failed", "账号或密码不正确")
    lockout.forgive(keys)
    way = second_factor(request, account, code, passkey) if account.second_factor else "password"
    begin_session(request, account, "password_passkey" if way == "passkey" else way)
    return account


def log_in_with_passkey(request: Any, credential: dict[str, Any]) -> Account:
    """Start a session by a passkey alone. Problem 401 when it does not fit, 409 when the challenge is used or old."""
    account = _passkey(request, credential, None)
    begin_session(request, account, "passkey")
    request.session["by"] = "passkey"
    return account


def begin_session(request: Any, account: Account, way: str, **detail: Any) -> None:
    """This browser is this account from now on; whoever calls has proven it."""
    login(request, account, backend=BACKEND)
    for name in ("by", "by_token", "factor"):
        request.session.pop(name, None)
    request.session.began(account, client_address(request), device_of(request))
    Account.objects.filter(pk=account.pk).update(last_seen=timezone.now())
    _record(account, "login", request, by_id=account.pk, way=way, **detail)


def second_factor(request: HttpRequest, account: Account, code: str, passkey: dict[str, Any] | None) -> str:
    """How the account was proven beside what came first: "totp", "recovery" or "passkey". Problem 401, 429."""
    if passkey is not None:
        _passkey(request, passkey, account)
        return "passkey"
    try:
        return totp.check(account, code)
    except Problem as problem:
        if problem.code == "wrong_code":
            _record(account, "login_failed", request, reason="code")
        if problem.code in ("wrong_code", "code_required"):
            problem.extra["factors"] = totp.kinds(account)
        raise


def _passkey(request: HttpRequest, credential: dict[str, Any], account: Account | None) -> Account:
    try:
        return passkeys.check(request, credential, account)
    except Problem as problem:
        if problem.code == "wrong_passkey":
            _record(account, "login_failed", request, reason="passkey")
        raise


def _record(account: Account | None, kind: str, request: HttpRequest, by_id: int | None = None, **detail: Any) -> None:
    detail = {name: value for name, value in detail.items() if value} | {"agent": device_of(request)}
    AccountEvent.objects.create(account=account, kind=kind, address=client_address(request), by_id=by_id, detail=detail)


def log_out(request: HttpRequest) -> None:
    account_id = request.session.get(SESSION_KEY)
    acting_for.stop_session(request.session)
    logout(request)
    if account_id:
        AccountEvent.objects.create(
            account_id=int(account_id), kind="logout", address=client_address(request), by_id=int(account_id)
        )
        sessions.tell_live(int(account_id))


# --- access tokens --------------------------------------------------------------------------------------------------
def issue_token(
    account: Account, name: str, scopes: list[str] | None = None, expires_at: datetime | None = None
) -> tuple[AccessToken, str]:
    """A token of one's own: the row and the text, which is shown once and never stored."""
    return systems.issue(account, name, scopes or (), by_id=account.pk, expires_at=expires_at)


def account_of_token(text: str) -> tuple[Account, Actor]:
    """Whose token this is. Problem 401 when it is unknown, revoked, expired, or its account is disabled."""
    token = _valid_token(text)
    return token.account, _actor_of(token)


def _valid_token(text: str) -> AccessToken:
    now = timezone.now()
    token = AccessToken.objects.select_related("account").filter(hash=sm3(text.encode("utf-8", "replace"))).first()
    if token is None or not systems.is_valid(token, now) or not token.account.is_active:
        raise Problem(401, "bad_token", "令牌无效或已过期", headers={"WWW-Authenticate": "Bearer"})
    if token.last_used_at is None or now - token.last_used_at > TOKEN_SEEN_EVERY:
        AccessToken.objects.filter(pk=token.pk).update(last_used_at=now)
    return token


def _actor_of(token: AccessToken) -> Actor:
    """What the token may do: what its account may, or less; never what is for people at the desk only."""
    actor = actor_for(token.account)
    return actor.limited_to((frozenset(token.scopes) if token.scopes else actor.permissions) - systems.NEVER)


# --- django-ninja ---------------------------------------------------------------------------------------------------
class TokenAuth(HttpBearer):
    """`Authorization: Bearer cyt_…` for scripts and other systems, so many requests a minute."""

    def authenticate(self, request: Any, token: str) -> Account:
        found = _valid_token(token)
        request.allowance = ratelimit.take(f"token-{found.pk}", systems.limit_of(found))
        return _put(request, found.account, _actor_of(found))


class SessionAuth(APIKeyCookie):
    """The session cookie; unsafe methods need the CSRF header as well.

    Who must change the password or set up the second factor may do nothing else, except where `even_if` says so.
    """

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, even_if: tuple[str, ...] = ()):
        self.even_if = even_if
        super().__init__(csrf=False)

    def authenticate(self, request: Any, key: str | None) -> Account | None:
        if not key:
            return None
        present = presence.of(request.session)
        if present is None:
            return None
        account = present.account
        if present.idle:
            end_idle(request, account)
        request.user = account  # what Django would find by asking the database again
        refuse_forged(request)
        must = present.must
        if must and must not in self.even_if:
            raise Problem(403, *_MUST[must])
        if request.method not in SAFE:
            request.session.touch()
            if present.cover_is_over:
                acting_for.stop_session(request.session)
                raise Problem(
                    409, "cover_ended", "代办已结束", "您现在以自己的身份工作，刚才的操作没有执行，请确认后重试。"
                )
        request.presence = present
        return _put(request, account, present.actor)


_MUST = {
    "password": ("password_change_required", "请先修改密码"),
    "second_factor": ("second_factor_required", "请先启用动态口令"),
}


def end_idle(request: Any, account: Account, quietly: bool = False) -> None:
    """End a log-in that was left alone; Problem 401 that says so, unless the caller says it."""
    acting_for.stop_session(request.session)
    request.session.flush()
    AccountEvent.objects.create(account=account, kind="idle_logout", address=client_address(request))
    sessions.tell_live(account.pk)
    if not quietly:
        raise Problem(401, "session_idle", "离开时间较长，请重新登录", "没有提交的内容还在页面上。")


def refuse_forged(request: HttpRequest) -> None:
    """Problem 403 when an unsafe request came without the CSRF token."""
    if check_csrf(request) is not None:
        raise Problem(403, "csrf_failed", "页面已过期，请刷新后重试", "缺少或不符的 X-CSRFToken。")


def _put(request: Any, account: Account, actor: Actor) -> Account:
    request.account = account
    request.actor = actor
    return account


session_or_token = [TokenAuth(), SessionAuth()]
session_before_change = [SessionAuth(even_if=("password", "second_factor"))]
session_before_factor = [SessionAuth(even_if=("second_factor",))]
session_only = [SessionAuth()]
