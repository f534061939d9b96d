"""Waiting after wrong passwords and codes: counted before the password is looked at, so that many at once do not get
more tries than one after the other.

Nothing here asks whether the account exists: the same names wait in the same way.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from chengyun.kernel import config
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import rules
from .models import LoginAttempt

Keys = dict[str, bytes]


def keys_of(username: str, address: str) -> Keys:
    """What a try is counted under: the account from this address, the account, the address."""
    name, where = username.casefold().encode(), address.encode()
    return {
        LoginAttempt.PAIR: sm3(b"pair\0" + name + b"\0" + where),
        LoginAttempt.ACCOUNT: account_key(username),
        LoginAttempt.ADDRESS: sm3(b"address\0" + where),
    }


def account_key(username: str) -> bytes:
    return sm3(b"account\0" + username.casefold().encode())


def claim(keys: Keys, now: datetime) -> int:
    """Count this try for the account as if it failed; `forgive` takes it back. Problem 429 while a wait lasts.

    The address is only asked here and counted by `failed`: a whole hall logs in from one address at shift change.
    The seconds to wait if it does fail.
    """
    counted = {scope: key for scope, key in keys.items() if scope != LoginAttempt.ADDRESS}
    with transaction.atomic():
        about = keys.get(LoginAttempt.ACCOUNT)
        rows = _locked(counted, now, about)
        _refuse_blocked(keys, now)
        return max(_count(row, now) for row in rows)


def failed(keys: Keys, now: datetime) -> int:
    """The try was wrong: the address is counted too. The seconds it has to wait."""
    with transaction.atomic():
        rows = _locked({LoginAttempt.ADDRESS: keys[LoginAttempt.ADDRESS]}, now, None)
        return max(_count(row, now) for row in rows)


def forgive(keys: Keys) -> None:
    """The try was right: it counts no longer, and earlier ones of this account from here neither."""
    LoginAttempt.objects.filter(
        Q(scope=LoginAttempt.PAIR, key=keys.get(LoginAttempt.PAIR))
        | Q(scope=LoginAttempt.CODE, key=keys.get(LoginAttempt.CODE))
    ).delete()
    LoginAttempt.objects.filter(scope=LoginAttempt.ACCOUNT, key=keys.get(LoginAttempt.ACCOUNT)).update(
        failures=Greatest(0, F("failures") - 1), blocked_until=None, strikes=0
    )


def lift(username: str) -> int:
    """An administrator ends all waits of an account; how many there were."""
    key = account_key(username)
    return LoginAttempt.objects.filter(Q(about=key) | Q(scope=LoginAttempt.ACCOUNT, key=key)).delete()[0]


def waits(usernames: list[str], now: datetime) -> dict[str, datetime]:
    """Until when which of these accounts has to wait, from wherever it is tried."""
    names = {account_key(name): name for name in usernames}
    found: dict[str, datetime] = {}
    rows = LoginAttempt.objects.filter(about__in=list(names), blocked_until__gt=now)
    for about, until in rows.values_list("about", "blocked_until"):
        name = names[bytes(about or b"")]
        if until is not None:
            found[name] = max(until, found.get(name, until))
    return found


def _locked(keys: Keys, now: datetime, about: bytes | None) -> list[LoginAttempt]:
    """The rows of these keys, made where missing, locked in one order for everybody."""
    LoginAttempt.objects.bulk_create(
        [LoginAttempt(scope=scope, key=key, window_started=now, about=about) for scope, key in keys.items()],
        ignore_conflicts=True,
    )
    return list(LoginAttempt.objects.select_for_update().filter(key__in=list(keys.values())).order_by("scope"))


def _count(row: LoginAttempt, now: datetime) -> int:
    if row.scope in (LoginAttempt.PAIR, LoginAttempt.CODE):
        row.failures, row.window_started, row.blocked_until = rules.pair_after_failure(
            row.failures, row.window_started, now
        )
    else:
        row.failures, row.window_started, row.blocked_until, row.strikes = rules.window_after_failure(
            row.failures, row.window_started, now, config.current().rate_login, row.strikes
        )
    row.save()
    return int((row.blocked_until - now).total_seconds()) + 1 if row.blocked_until else 0


def _refuse_blocked(keys: Keys, now: datetime) -> None:
    until = (
        LoginAttempt.objects.filter(key__in=list(keys.values()), blocked_until__gt=now)
        .order_by("-blocked_until")
        .values_list("blocked_until", flat=True)
        .first()
    )
    if until is not None:
        seconds = max(1, int((until - now).total_seconds()) + 1)
        words = rules.wait_in_words(timedelta(seconds=seconds))
        raise Problem(
            429, "too_many_attempts", "尝试次数过多，请稍后再试", f"请在{words}后重试。",
            headers={"Retry-After": str(seconds)}, retry_after=seconds,
        )  # fmt: skip
