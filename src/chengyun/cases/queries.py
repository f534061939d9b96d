"""Reads: the list, the timeline, earlier cases. Each with a fixed number of statements. The case page is in page.py."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, catalogue, clockwork, filters, lifecycle, worklists
from .engine import not_found
from .models import Case, Clock, Event, Requester
from .present import case_row, event_item

ROW_FIELDS = (
    "id", "number", "version", "lifecycle", "state", "kind", "category_id", "title", "channel", "area_id",
    "area__name", "subdistrict_id", "address", "lead_unit_id", "urgency", "flags", "supervised", "pending",
    "received_at", "next_due_at", "next_warn_at", "next_due_stage", "due_status", "is_open", "closed_at", "outcome",
    "satisfaction", "callers", "requester__name_mask", "requester__phone_mask", "requester__anonymous",
)  # fmt: skip
COUNT_CAP = 10_000


def cases_for(actor: Actor, wanted: filters.CaseFilter) -> QuerySet[Case]:
    cases = access.visible_to(actor)
    if wanted.worklist:
        cases = worklists.narrow(cases, wanted.worklist, actor)
    return filters.apply(cases, wanted)


def list_cases(
    actor: Actor,
    wanted: filters.CaseFilter,
    sort: str,
    limit: int,
    cursor: str = "",
    count: bool = False,
    language: str = "zh",
) -> dict[str, Any]:
    """{items, next_cursor, count?}: one statement for the page, one more when the count is asked."""
    cases = cases_for(actor, wanted)
    unit_id = None if access.sees_everything(actor) else access.single_unit(actor)
    ordered = _ordered(cases, sort, unit_id, cursor)
    rows = list(ordered.values(*ROW_FIELDS)[: limit + 1])
    more, rows = len(rows) > limit, rows[:limit]
    now, known = timezone.now(), catalogue.current()
    answer: dict[str, Any] = {
        "items": [case_row(row, known, now, language) for row in rows],
        "next_cursor": _cursor_of(rows[-1], sort) if more else None,
    }
    if count:
        found = cases.order_by()[: COUNT_CAP + 1].count()
        answer["count"] = min(found, COUNT_CAP)
        answer["count_capped"] = found > COUNT_CAP
    return answer


def _ordered(cases: QuerySet[Case], sort: str, unit_id: int | None, cursor: str) -> QuerySet[Case]:
    """Order by a pair of columns that an index has, and go on after the cursor.

    For a person who sees one unit only, the order comes from the visibility rows of that unit, so that the list
    stays one index scan however many cases there are.
    """
    prefix, key = "", "id"
    if unit_id is not None and sort != "-closed_at":
        cases = cases.filter(visibility__unit_id=unit_id)
        prefix, key = "visibility__", "visibility__case_id"
    column = prefix + sort.lstrip("-")
    if sort == "-closed_at":
        cases = cases.filter(closed_at__isnull=False)
    if sort == "next_due_at":
        cases = cases.filter(**{f"{prefix}is_open": True})
    if cursor:
        cases = cases.filter(_after(cursor, sort, column, key))
    if sort == "next_due_at":
        return cases.order_by(F(column).asc(nulls_last=True), key)
    if sort == "received_at":
        return cases.order_by(column, key)
    return cases.order_by(f"-{column}", f"-{key}")


def _after(cursor: str, sort: str, column: str, key: str) -> Q:
    saved_sort, moment, last = decode_cursor(cursor, 3)
    if saved_sort != sort or not isinstance(last, int):
        raise bad_cursor()
    try:
        at = datetime.fromisoformat(moment) if moment else None
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if at is not None and at.tzinfo is None:
        raise bad_cursor()
    if at is None:
        return Q(**{f"{column}__isnull": True, f"{key}__gt": last})
    if sort.startswith("-"):
        return Q(**{f"{column}__lte": at}) & (Q(**{f"{column}__lt": at}) | Q(**{f"{key}__lt": last}))
    after = Q(**{f"{column}__gt": at}) | Q(**{column: at, f"{key}__gt": last})
    if sort == "next_due_at":
        return after | Q(**{f"{column}__isnull": True})
    return Q(**{f"{column}__gte": at}) & after


def _cursor_of(row: dict[str, Any], sort: str) -> str:
    moment = row[sort.lstrip("-")]
    return encode_cursor([sort, moment.isoformat() if moment else None, row["id"]])


def timeline(number: str, actor: Actor, language: str) -> dict[str, Any]:
    """{items}: the events of a case, oldest first, each with a sentence."""
    case = access.visible_to(actor).filter(number=number).first()
    if case is None:
        raise not_found(number)
    life = lifecycle.get(case.lifecycle)
    events = Event.objects.filter(case=case).order_by("seq")
    return {"items": [event_item(event, life, language) for event in events]}


def by_phone(phone: str, actor: Actor, limit: int = 20) -> dict[str, Any]:
    """The earlier cases of a phone number, newest first, as far as this person may see them."""
    normal = vault.normalise_phone(phone)
    known, now = catalogue.current(), timezone.now()
    rows: list[dict[str, Any]] = []
    if normal:
        same = Requester.objects.filter(phone_index=vault.blind_index("phone", normal))
        cases = access.visible_to(actor).filter(requester__in=same).order_by("-received_at", "-id")
        rows = list(cases.values(*ROW_FIELDS)[:limit])
    return {"mask": vault.mask_phone(normal or phone), "cases": [case_row(row, known, now) for row in rows]}


def explain(number: str, clock_id: int, actor: Actor, language: str) -> list[str]:
    """Why a limit ends when it does, line by line. Raises Problem 404."""
    case = access.visible_to(actor).filter(number=number).first()
    if case is None:
        raise not_found(number)
    clock = Clock.objects.filter(case=case, pk=clock_id).first() if 0 < clock_id < 2**63 else None
    if clock is None:
        raise Problem(404, "not_found", "没有这个时限", "它可能已被重新计算，请刷新。")
    return clockwork.derive(clock).explain(language)
