"""Who is acting and how far that reaches: the one description of a person's rights that other rooms see."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.problems import Problem

from .models import Account, Grant, Unit, valid_on

TOPIC = "org"
CACHE_SIZE = 5000
SEES_ALL = "case.view_all"
"""The permission that, held for the whole district, lets a person follow every case live."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One grant: unit with everything below × area (with everything below) × category. None is everywhere.

    `unit_ids` are `unit_id` and all units below it. `permissions` are those of the grant's role; `coverable` says
    whether a colleague may do this work meanwhile (acting_for.py).
    """

    unit_id: int | None = None
    area_code: str | None = None
    category_code: str | None = None
    unit_ids: frozenset[int] | None = None
    permissions: frozenset[str] = frozenset()
    coverable: bool = field(default=True, compare=False)

    @property
    def is_everywhere(self) -> bool:
        return self.unit_id is None and self.area_code is None and self.category_code is None

    @property
    def area_codes(self) -> tuple[str, ...] | None:
        return None if self.area_code is None else (self.area_code,)

    @property
    def category_codes(self) -> tuple[str, ...] | None:
        return None if self.category_code is None else (self.category_code,)


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: a person, a script with a token, or the platform itself (`is_system`, may do all).

    `for_id` and `for_name` name the colleague whose work is being done (acting_for.py); `account_id` stays the person
    who does it. `idle_minutes` and `needs_second_factor` are what the roles ask of a log-in.
    """

    account_id: int | None
    name: str
    unit_id: int | None = None
    unit_path: str = ""
    permissions: frozenset[str] = frozenset()
    scopes: tuple[Scope, ...] = ()
    is_system: bool = False
    roles: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    for_id: int | None = None
    for_name: str = ""
    idle_minutes: int | None = field(default=None, compare=False)
    needs_second_factor: bool = field(default=False, compare=False)

    @property
    def whose(self) -> int | None:
        """The account whose work this is: one's own, or the colleague's while acting for them."""
        return self.account_id if self.for_id is None else self.for_id

    def can(self, code: str) -> bool:
        return self.is_system or code in self.permissions

    def require(self, code: str) -> None:
        """Problem 403 when the permission is missing."""
        if not self.can(code):
            raise Problem(403, "forbidden", "没有权限", f"需要权限 {code}")

    def scopes_for(self, code: str) -> tuple[Scope, ...]:
        """The scopes of those grants whose role holds the permission."""
        return tuple(scope for scope in self.scopes if code in scope.permissions)

    @property
    def is_centre_wide(self) -> bool:
        """Whether any grant reaches the whole district."""
        return self.is_system or any(scope.is_everywhere for scope in self.scopes)

    @property
    def unit_ids(self) -> frozenset[int]:
        """All units that some grant names, with those below, and the own unit."""
        own = frozenset() if self.unit_id is None else frozenset((self.unit_id,))
        return own.union(*(scope.unit_ids for scope in self.scopes if scope.unit_ids is not None))

    def limited_to(self, codes: frozenset[str]) -> Actor:
        """The same actor with no more than these permissions (an access token's scopes)."""
        scopes = tuple(
            replace(scope, permissions=scope.permissions & codes) for scope in self.scopes if scope.permissions & codes
        )
        return replace(self, permissions=self.permissions & codes, scopes=scopes)


def system_actor(name: str) -> Actor:
    """The platform itself: jobs, imports, rules. `name` is what the timeline shows."""
    return Actor(account_id=None, name=name, is_system=True)


_lock = threading.Lock()
_actors: OrderedDict[tuple, Actor] = OrderedDict()
_subtrees: tuple[int, Mapping[int, str]] | None = None


def actor_for(account: Account) -> Actor:
    """What this account may do today; kept per process until its grants or the organisation change."""
    key = (
        account.pk, account.grants_version, account.unit_id, str(account),
        revision.current(TOPIC), timezone.localdate(),
    )  # fmt: skip
    with _lock:
        actor = _actors.get(key)
        if actor is not None:
            _actors.move_to_end(key)
            return actor
    actor = _build(account)
    with _lock:
        _actors[key] = actor
        while len(_actors) > CACHE_SIZE:
            _actors.popitem(last=False)
    return actor


def _build(account: Account) -> Actor:
    paths = unit_paths()
    today = timezone.localdate()
    scopes: list[Scope] = []
    permissions: set[str] = set()
    roles: dict[str, str] = {}
    idle: list[int] = []
    needs_second_factor = False
    if account.is_active:
        grants = Grant.objects.filter(valid_on(today), account=account).select_related("role").order_by("id")
        for grant in grants:
            held = frozenset(grant.role.permissions)
            permissions |= held
            roles[grant.role.code] = grant.role.name
            below = None if grant.unit_id is None else subtree(grant.unit_id, paths)
            scopes.append(
                Scope(
                    grant.unit_id, grant.area_code or None, grant.category_code or None, below, held,
                    grant.role.coverable,
                )
            )  # fmt: skip
            idle += [] if grant.role.idle_minutes is None else [grant.role.idle_minutes]
            needs_second_factor |= grant.role.second_factor
    unit_path = paths.get(account.unit_id, "") if account.unit_id else ""
    return Actor(
        account.pk, str(account), account.unit_id, unit_path, frozenset(permissions), tuple(scopes),
        False, tuple(roles.items()), idle_minutes=_strictest(idle), needs_second_factor=needs_second_factor,
    )  # fmt: skip


def _strictest(minutes: list[int]) -> int | None:
    """The shortest of several idle time-outs; 0, which is never, only when no role asks for one."""
    asked = [number for number in minutes if number > 0]
    return min(asked) if asked else min(minutes, default=None)


def unit_paths() -> Mapping[int, str]:
    """Path ("/1/5/") of every unit by id, kept until the organisation changes."""
    global _subtrees
    number = revision.current(TOPIC)
    known = _subtrees
    if known is None or known[0] != number:
        known = (number, dict(Unit.objects.values_list("id", "path")))
        _subtrees = known
    return known[1]


def subtree(unit_id: int, paths: Mapping[int, str] | None = None) -> frozenset[int]:
    """The unit and all units below it."""
    paths = unit_paths() if paths is None else paths
    mark = f"/{unit_id}/"
    return frozenset([unit_id, *(id_ for id_, path in paths.items() if mark in path)])


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _subtrees
    with _lock:
        _actors.clear()
    _subtrees = None


def live_filter(actor: Actor, payload: Mapping[str, Any]) -> bool:
    """Whether a live message may go to this person.

    payload: {"permission": …} goes to whoever has it and no others. Else {"unit_ids": […], "accounts": […]}, and
    when the message is about a case also "area_codes" (the area with its ancestors) and "category_codes". Who sees
    all cases of the district gets all; what a scope asks about and the message does not say is a no.
    """
    if payload.get("permission"):
        return actor.can(str(payload["permission"]))
    if actor.is_system or any(s.is_everywhere and SEES_ALL in s.permissions for s in actor.scopes):
        return True
    if actor.account_id is not None and actor.account_id in (payload.get("accounts") or ()):
        return True
    units = set(payload.get("unit_ids") or ())
    if actor.unit_id is not None and actor.unit_id in units:
        return True
    return any(_reaches(scope, units, payload) for scope in actor.scopes if not scope.is_everywhere)


def _reaches(scope: Scope, units: set[int], payload: Mapping[str, Any]) -> bool:
    if scope.unit_ids is not None and units.isdisjoint(scope.unit_ids):
        return False
    if scope.area_code is not None and scope.area_code not in (payload.get("area_codes") or ()):
        return False
    return scope.category_code is None or scope.category_code in (payload.get("category_codes") or ())
