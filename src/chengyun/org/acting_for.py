"""Acting for a colleague (代办): granted by permission, limited in time, and said in everything that is done.

The person who acts keeps the name and the responsibility; what may be seen and done is the colleague's work on cases,
of those roles that may be covered, and nothing else: no accounts, no settings, no audit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.kernel.problems import Problem

from . import sessions
from .access import Actor, Scope, actor_for
from .models import Account, AccountEvent, Cover

PERMISSION = "account.act_for"
SESSION_FIELD = "cover"
LONGEST_HOURS = 12
OFFERED = 50


def as_colleague(own: Actor, colleague: Account) -> Actor:
    """The person with the colleague's work: only permissions on cases, only of roles that may be covered."""
    theirs = actor_for(colleague)
    scopes: tuple[Scope, ...] = tuple(
        replace(scope, permissions=held)
        for scope in theirs.scopes
        if scope.coverable and (held := frozenset(code for code in scope.permissions if travels(code)))
    )
    permissions = frozenset(code for scope in scopes for code in scope.permissions)
    return replace(
        theirs, account_id=own.account_id, name=own.name, permissions=permissions, scopes=scopes,
        for_id=colleague.pk, for_name=str(colleague),
    )  # fmt: skip


def travels(permission: str) -> bool:
    """Whether a permission is covered: work on cases is, administration is not."""
    return permission.startswith("case.") or permission == "org.view"


def running(cover_id: Any, account: Account) -> tuple[Cover, Actor] | None:
    """The cover and the actor, while it lasts and both may still work."""
    if not isinstance(cover_id, int):
        return None
    cover = (
        Cover.objects.select_related("account")
        .filter(pk=cover_id, by=account, ended_at=None, until__gt=timezone.now(), account__is_active=True)
        .first()
    )
    own = actor_for(account)
    if cover is None or not own.can(PERMISSION):
        return None
    return cover, as_colleague(own, cover.account)


def colleagues(own: Actor) -> QuerySet[Account]:
    """Whom this person may cover: people of the units for which the permission is held."""
    reach = Q(pk=None)
    for scope in own.scopes_for(PERMISSION):
        reach |= Q() if scope.unit_ids is None else Q(unit_id__in=scope.unit_ids)
        if scope.unit_ids is None:
            reach = Q()
            break
    people = Account.objects.filter(kind=Account.PERSON, is_active=True).exclude(pk=own.account_id or 0)
    return people.filter(reach, grants__role__coverable=True).distinct() if own.can(PERMISSION) else people.none()


def offers(own: Actor, wanted: str) -> list[dict[str, Any]]:
    """Colleagues to choose from, by name or user name."""
    own.require(PERMISSION)
    people = colleagues(own).select_related("unit").prefetch_related("grants__role").order_by("username")
    if wanted:
        people = people.filter(Q(username__icontains=wanted) | Q(display_name__icontains=wanted))
    return [
        {
            "username": account.username, "name": str(account), "unit": account.unit.name if account.unit else "",
            "roles": sorted({grant.role.name for grant in account.grants.all() if grant.role.coverable}),
        }
        for account in people[:OFFERED]
    ]  # fmt: skip


def start(request: Any, username: str, reason: str, hours: int) -> Cover:
    """Begin to act for a colleague in this session. Problem 403 without the permission, 422 for whom it is not."""
    own = actor_for(request.account)
    own.require(PERMISSION)
    colleague = colleagues(own).filter(username=username).first()
    if colleague is None:
        words = "不能为这个账号代办"
        raise Problem(
            422, "cannot_cover", words, "请从名单里选一位同事。", errors=[{"field": "username", "message": words}]
        )
    with transaction.atomic():
        stop(request, told=False)
        cover = Cover.objects.create(
            by=request.account, account=colleague, reason=reason, until=timezone.now() + timedelta(hours=hours)
        )
        _record(cover, "cover_started", {"reason": reason, "until": cover.until.isoformat()})
    request.session[SESSION_FIELD] = cover.pk
    sessions.tell_live(request.account.pk)
    return cover


def stop(request: Any, told: bool = True) -> None:
    """Be oneself again; nothing happens when one was."""
    stop_session(request.session)
    if told:
        sessions.tell_live(request.account.pk)


def stop_session(session: Any) -> None:
    """The same for a session, also of somebody who logs out."""
    cover_id = session.pop(SESSION_FIELD, None)
    cover = Cover.objects.filter(pk=cover_id, ended_at=None).first() if cover_id else None
    if cover is not None:
        cover.ended_at = min(timezone.now(), cover.until)
        cover.save(update_fields=["ended_at"])
        _record(cover, "cover_ended", {})


def _record(cover: Cover, kind: str, detail: dict[str, Any]) -> None:
    AccountEvent.objects.create(
        account_id=cover.account_id, by_id=cover.by_id, kind=kind,
        detail={"by": str(cover.by), "for": str(cover.account), **detail},
    )  # fmt: skip


def of_account(account: Account) -> list[dict[str, Any]]:
    """Who covered this person lately: shown to them."""
    found = Cover.objects.filter(account=account).select_related("by").order_by("-id")[:20]
    return [
        {
            "by": str(cover.by), "reason": cover.reason, "started_at": cover.started_at,
            "ended_at": cover.ended_at or (cover.until if cover.until < timezone.now() else None), "until": cover.until,
        }
        for cover in found
    ]  # fmt: skip
