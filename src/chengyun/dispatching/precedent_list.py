"""The list of precedents: searched, opened, and marked when one no longer holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.cases import access, catalogue
from chengyun.cases.models import Precedent
from chengyun.cases.present import iso
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account

from . import precedents
from .models import PrecedentMark
from .rules import names as naming

CHANGE = "dispatching.rules"
MOST_WORDS = 6


def page(
    actor: Actor, *, q: str, category: str, unit: str, holds: bool | None, cursor: str, limit: int
) -> dict[str, Any]:
    """{items, next_cursor, may_change}, the newest first. Problem 422 for a category or unit that does not exist."""
    found = _matching(Precedent.objects.all(), q, category, unit, holds)
    if cursor:
        found = found.filter(_after(cursor))
    some = list(found.select_related("category", "area").order_by("-ruled_at", "-id")[: limit + 1])
    shown = some[:limit]
    last = shown[-1] if len(some) > limit else None
    return {
        "items": told(shown, actor), "may_change": actor.can(CHANGE),
        "next_cursor": encode_cursor([last.ruled_at.isoformat(), last.pk]) if last else None,
    }  # fmt: skip


def _matching(rows: QuerySet[Precedent], q: str, category: str, unit: str, holds: bool | None) -> QuerySet[Precedent]:
    for word in q.split()[:MOST_WORDS]:
        rows = rows.filter(
            Q(matter__icontains=word) | Q(basis__icontains=word) | Q(case__number__istartswith=word)
        )  # fmt: skip
    known = catalogue.current()
    if category:
        root = next((row for row in known.categories.values() if row.code == category), None)
        if root is None:
            raise _unknown("category", category)
        below = [row.id for row in known.categories.values() if root.id in (row.id, *row.ancestors)]
        rows = rows.filter(category_id__in=below)
    if unit:
        owner = naming.current().units.get(unit)
        if owner is None:
            raise _unknown("unit", unit)
        rows = rows.filter(unit_id=owner.id)
    return rows if holds is None else rows.filter(is_active=holds)


def _unknown(field: str, value: str) -> Problem:
    text = f"没有“{value[:40]}”这个值。"
    return Problem(422, "invalid", "筛选条件有误", text, errors=[{"field": field, "message": text}])


def _after(cursor: str) -> Q:
    moment, last = decode_cursor(cursor, 2)
    try:
        at = storable_moment(datetime.fromisoformat(moment))
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if not isinstance(last, int) or isinstance(last, bool) or abs(last) >= 2**63:
        raise bad_cursor()
    return Q(ruled_at__lt=at) | Q(ruled_at=at, id__lt=last)


def told(rows: Iterable[Precedent], actor: Actor) -> list[dict[str, Any]]:
    """Precedents with names; the number of the case only for those who may see it."""
    rows = list(rows)
    names, known = naming.current(), catalogue.current()
    numbers = dict(access.visible_to(actor).filter(pk__in=[row.case_id for row in rows]).values_list("id", "number"))
    people = dict(
        Account.objects.filter(pk__in={row.ruled_by_id for row in rows if row.ruled_by_id}).values_list(
            "id", "display_name"
        )
    )
    marks: dict[int, list[PrecedentMark]] = {}
    for mark_row in PrecedentMark.objects.filter(precedent_id__in=[row.pk for row in rows]).order_by("-at", "-id"):
        marks.setdefault(mark_row.precedent_id, []).append(mark_row)
    found = []
    for row in rows:
        unit, category = names.unit(row.unit_id), known.category(row.category_id)
        found.append({
            "id": row.pk, "matter": row.matter, "basis": row.basis,
            "unit": {"code": unit.code, "name": unit.name} if unit else {"code": "", "name": ""},
            "category": {"code": category.code, "name": category.path_name} if category else None,
            "area": row.area.name if row.area else "", "number": numbers.get(row.case_id, ""),
            "ruled_at": iso(row.ruled_at), "ruled_by": people.get(row.ruled_by_id or 0, ""), "holds": row.is_active,
            "marks": [
                {"holds": one.holds, "why": one.why, "by": one.by_name, "at": iso(one.at)}
                for one in marks.get(row.pk, [])[:10]
            ],
        })  # fmt: skip
    return found


def mark(precedent_id: int, holds: bool, why: str, actor: Actor) -> dict[str, Any]:
    """Say that a precedent no longer holds, or holds again; who and why is kept. Problem 404, 409 when it is so."""
    with transaction.atomic():
        row = Precedent.objects.select_for_update(of=("self",)).filter(pk=precedent_id).first()
        if row is None:
            raise Problem(404, "not_found", "没有这条先例")
        if row.is_active == holds:
            detail = "可能别人刚改过，请刷新页面。"
            raise Problem(409, "unchanged", "已经是这个状态", detail)
        row.is_active = holds
        row.save(update_fields=["is_active"])
        PrecedentMark.objects.create(
            precedent=row, holds=holds, why=why, by_id=actor.account_id, by_name=actor.name[:80], at=timezone.now()
        )
    precedents.forget()
    return told([row], actor)[0]
