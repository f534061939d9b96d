"""Who stands behind a session right now: the account, as whom it acts, and what it must do first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from chengyun.kernel import config

from . import acting_for, passwords, rules
from .access import Actor, actor_for
from .models import Account, Cover
from .sessions import account_of


@dataclass(frozen=True, slots=True)
class Presence:
    """`own` is the person; `actor` the person as they act now, for a colleague perhaps (`cover`). `by`: the central
    log-in or passkey that they came with, "" for the password; `factor`: it asked for a second factor itself."""

    account: Account
    own: Actor
    actor: Actor
    cover: Cover | None = None
    cover_is_over: bool = False
    idle: bool = False
    by: str = ""
    factor: bool = False

    @property
    def must(self) -> str:
        """What has to be done before anything else: password, second_factor or ""."""
        if not self.by and passwords.change_reason(self.account):
            return "password"
        has = self.account.second_factor or self.factor
        return "second_factor" if self.own.needs_second_factor and not has else ""


def of(session: Any) -> Presence | None:
    """None when nobody is logged in. `idle` is set when the person was away for too long."""
    account = account_of(session)
    if account is None:
        return None
    own = actor_for(account)
    idle = rules.is_idle(session.last_active, idle_minutes(own), timezone.now())
    came: dict[str, Any] = {"idle": idle, "by": session.get("by", ""), "factor": session.get("factor", False)}
    wanted = session.get(acting_for.SESSION_FIELD)
    if wanted is None:
        return Presence(account, own, own, **came)
    found = acting_for.running(wanted, account)
    if found is None:
        return Presence(account, own, own, cover_is_over=True, **came)
    cover, actor = found
    return Presence(account, own, actor, cover, **came)


def idle_minutes(own: Actor) -> int:
    """After how long without a key or a click this person is asked for the password again; 0 is never."""
    return config.current().idle_minutes if own.idle_minutes is None else own.idle_minutes
