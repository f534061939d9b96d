"""What administrators see and do about the safety of accounts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from chengyun.kernel import config, paging
from chengyun.kernel.problems import Problem

from . import acting_for, lockout, outside, passkeys, passwords, presence, queries, sessions, totp
from .access import Actor, actor_for
from .models import Account, AccountEvent, Session
from .origins import passkeys_possible

PAGE = 50


def own(request: Any) -> dict[str, Any]:
    """All about the safety of one's own account."""
    account: Account = request.account
    session_key = request.session.session_key
    actor, days = actor_for(account), config.current().password_days
    changed = account.password_changed_at
    return {
        "second_factor": {**totp.state_of(account), "required": actor.needs_second_factor},
        "passkeys": passkeys.state_of(account), "passkeys_possible": passkeys_possible(request),
        "links": outside.links_of(account), "has_password": account.has_usable_password(),
        "password_changed_at": changed,
        "password_expires_at": (changed or account.created_at) + timedelta(days=days) if days else None,
        "idle_minutes": presence.idle_minutes(actor),
        "sessions": sessions.list_of(account.pk, session_key),
        "covered": acting_for.of_account(account),
    }  # fmt: skip


def states(search: str, waiting: bool, cursor: str) -> dict[str, Any]:
    """Accounts of people in the order of their names, a page at a time."""
    now = timezone.now()
    people = Account.objects.filter(kind=Account.PERSON).select_related("unit").order_by("username")
    if search:
        people = people.filter(Q(username__icontains=search) | Q(display_name__icontains=search))
    if cursor:
        (after,) = paging.decode_cursor(cursor, 1)
        if not isinstance(after, str) or "\x00" in after:
            raise paging.bad_cursor()
        people = people.filter(username__gt=after)
    found = _waiting(list(people), now) if waiting else list(people[: PAGE + 1])
    more = found[PAGE - 1].username if len(found) > PAGE else None
    return {
        "items": _told(found[:PAGE], now),
        "next_cursor": paging.encode_cursor([more]) if more else None,
    }


def _waiting(people: list[Account], now: datetime) -> list[Account]:
    waits = lockout.waits([account.username for account in people], now)
    return [account for account in people if account.username in waits]


def _told(people: list[Account], now: datetime) -> list[dict[str, Any]]:
    waits = lockout.waits([account.username for account in people], now)
    counts = dict(
        Session.objects.filter(account__in=people, expire_date__gt=now)
        .values("account_id").annotate(n=Count("pk")).values_list("account_id", "n")
    )  # fmt: skip
    return [
        {
            "username": account.username, "name": str(account), "unit": account.unit.name if account.unit else "",
            "is_active": account.is_active, "second_factor": account.second_factor,
            "second_factor_required": actor_for(account).needs_second_factor,
            "must_change": passwords.change_reason(account), "sessions": counts.get(account.pk, 0),
            "last_seen": account.last_seen, "waits_until": waits.get(account.username),
        }
        for account in people
    ]  # fmt: skip


def account_of(username: str) -> Account:
    account = queries.account_by_name(username)
    if account is None or account.kind != Account.PERSON:
        raise Problem(404, "not_found", "没有这个账号")
    return account


def unlock(account: Account, by: Actor, address: str) -> int:
    lifted = lockout.lift(account.username)
    _record(account, "unlocked", by, address)
    return lifted


def log_out_everywhere(account: Account, by: Actor, address: str) -> int:
    ended = sessions.end(account.pk)
    _record(account, "logged_out_by_admin", by, address, {"ended": ended})
    return ended


def require_change(account: Account, by: Actor, address: str) -> None:
    account.must_change_password = True
    account.password_changed_at = account.password_changed_at or account.created_at
    account.save(update_fields=["must_change_password", "password_changed_at"])
    _record(account, "change_asked", by, address)


def reset_second_factor(account: Account, by: Actor, address: str) -> None:
    """For a lost telephone: the app, the passkeys and the paper codes count no longer, and the account is logged out
    everywhere."""
    account.passkeys.all().delete()
    totp.remove(account, by.account_id, address)
    sessions.end(account.pk)


def _record(account: Account, kind: str, by: Actor, address: str, detail: dict[str, Any] | None = None) -> None:
    AccountEvent.objects.create(
        account=account, kind=kind, address=address, by_id=by.account_id, detail={"by": by.name, **(detail or {})}
    )
