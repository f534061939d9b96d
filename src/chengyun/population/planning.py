"""Who is to be visited, when and by whom: plans follow from the kinds, the base and the grants of the workers.

`refresh` may run at any time; what it finds right it leaves alone. A first visit is spread over the interval, so that
nobody begins with a thousand visits on one day.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.org.access import actor_for
from chengyun.org.models import Account, valid_on

from . import reach
from .models import Address, Household, KeyPerson, Premises, VisitKind, VisitPlan
from .permissions import ASSIGN, VISIT
from .words import EMPTY, HOUSEHOLD, KEY_PERSON

_PLACE = ("subdistrict_code", "community_code", "grid_code")


def kinds(day: date | None = None) -> list[VisitKind]:
    return list(VisitKind.objects.filter(valid_on(day or timezone.localdate()), every_days__gt=0))


def refresh(day: date | None = None) -> int:
    """How many plans were made. Plans of what is no longer visited rest."""
    day = day or timezone.localdate()
    with transaction.atomic():
        current = kinds(day)
        made = sum(_of_kind(kind, day) for kind in current)
        VisitPlan.objects.filter(active=True).exclude(kind__in=current).update(active=False)
        assign()
    return made


def _of_kind(kind: VisitKind, day: date) -> int:
    column, subjects = _subjects(kind)
    known = dict(VisitPlan.objects.filter(kind=kind).values_list(f"{column}_id", "pk"))
    new = [
        VisitPlan(
            kind=kind, address_id=address_id, due_on=first_due(kind, key, day), sensitive=kind.subject == KEY_PERSON,
            **{f"{column}_id": key},
        )
        for key, address_id in subjects.items()
        if key not in known
    ]  # fmt: skip
    _place(new)
    VisitPlan.objects.bulk_create(new, batch_size=1000, ignore_conflicts=True)
    gone = [pk for key, pk in known.items() if key not in subjects]
    VisitPlan.objects.filter(pk__in=gone, active=True).update(active=False)
    return len(new)


def _subjects(kind: VisitKind, only: int | None = None) -> tuple[str, dict[int, int]]:
    """(column of the plan, subject → its address)."""
    one = Q() if only is None else Q(pk=only)
    if kind.subject == HOUSEHOLD:
        rows = Household.objects.filter(one, until=None, residents__until=None).exclude(house__tenure=EMPTY)
        if kind.tenure:
            rows = rows.filter(house__tenure=kind.tenure)
        return "household", dict(rows.values_list("pk", "house__address_id").distinct())
    if kind.subject == KEY_PERSON:
        people = KeyPerson.objects.filter(one, kind=kind, until=None, resident__until=None)
        return "key_person", dict(people.values_list("pk", "resident__household__house__address_id"))
    return "premises", dict(Premises.objects.filter(one, closed_on=None).values_list("pk", "address_id"))


def first_due(kind: VisitKind, key: int, day: date) -> date:
    return day + timedelta(days=zlib.crc32(f"{kind.code}/{key}".encode()) % max(kind.every_days, 1))


def _place(plans: Iterable[VisitPlan]) -> None:
    plans = list(plans)
    places = {row["pk"]: row for row in Address.objects.filter(pk__in={p.address_id for p in plans}).values(
        "pk", *_PLACE
    )}  # fmt: skip
    for plan in plans:
        for name in _PLACE:
            setattr(plan, name, places[plan.address_id][name])


# --- who goes ---------------------------------------------------------------------------------------------------------
def workers() -> dict[str, list[int]]:
    """Area code → accounts that make visits there; those who also assign them are not given any by themselves."""
    found: dict[str, list[int]] = {}
    rows = Account.objects.filter(
        grants__role__permissions__contains=[VISIT], is_active=True, kind=Account.PERSON
    ).distinct()  # fmt: skip
    for account in rows.order_by("pk"):
        actor = actor_for(account)
        codes = reach.areas(actor, VISIT)
        if codes and not actor.can(ASSIGN):
            for code in codes:
                found.setdefault(code, []).append(account.pk)
    return found


def assign() -> int:
    """Give every plan that nobody was given by hand to the worker of its grid, else of its community."""
    known, moved = workers(), []
    rows = VisitPlan.objects.filter(active=True, by_hand=False).only("pk", "worker_id", "address_id", *_PLACE)
    for plan in rows.iterator(chunk_size=2000):
        at = next((known[code] for code in (plan.grid_code, plan.community_code) if known.get(code)), None)
        worker = at[plan.address_id % len(at)] if at else None
        if plan.worker_id != worker:
            plan.worker_id = worker
            moved.append(plan)
    VisitPlan.objects.bulk_update(moved, ["worker_id"], batch_size=1000)
    return len(moved)


def for_subject(**subject: Any) -> None:
    """Plans of one household, key person or unit, at once when it was written."""
    day = timezone.localdate()
    for kind in kinds(day):
        wanted = subject.get(kind.subject)
        if wanted is not None:
            column, subjects = _subjects(kind, wanted)
            _one(kind, column, wanted, subjects.get(wanted), day)


def _one(kind: VisitKind, column: str, key: int, address_id: int | None, day: date) -> None:
    found = VisitPlan.objects.filter(Q(kind=kind), **{f"{column}_id": key})
    if address_id is None:
        found.update(active=False)
    elif not found.update(active=True):
        plan = VisitPlan(
            kind=kind, address_id=address_id, due_on=first_due(kind, key, day), sensitive=kind.subject == KEY_PERSON,
            **{f"{column}_id": key},
        )  # fmt: skip
        _place([plan])
        at = workers()
        mine = next((at[code] for code in (plan.grid_code, plan.community_code) if at.get(code)), None)
        plan.worker_id = mine[address_id % len(mine)] if mine else None
        plan.save()
