"""Reads: the list, the timeline, earlier cases. Each with a fixed number of statements. The case page is in page.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from chengyun.kernel import rows, vault
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, catalogue, clockwork, discreet, filters, lifecycle, repeating, worklists
from .engine import not_found
from .models import Case, Clock, Event, Requester
from .present import RowTeller, event_item
from .selection import cases_where, own_unit

ROW_FIELDS = (
    "id", "number", "version", "lifecycle", "state", "kind", "category_id", "title", "channel", "area_id",
    "area__name", "subdistrict_id", "address", "lng", "lat", "lead_unit_id", "urgency", "flags", "supervised",
    "pending", "received_at", "next_due_at", "next_warn_at", "next_due_stage", "due_status", "is_open", "closed_at",
    "outcome", "satisfaction", "callers", "requester_id", "requester__name_mask", "requester__phone_mask",
    "requester__anonymous", "likely",
)  # fmt: skip
COUNT_CAP = 10_000
_ANYWHERE = Q()


LIKELY = "(SELECT count(*)::int FROM cases_likely l WHERE l.case_id = c.id AND l.live)"
"""How many open cases may be the same matter as c."""
_COLUMNS = ", ".join(
    LIKELY if name == "likely" else name.replace("__", ".") if "__" in name else f"c.{name}" for name in ROW_FIELDS
)
_JOINS = (
    "LEFT JOIN places_area area ON area.id = c.area_id"
    " LEFT JOIN cases_requester requester ON requester.id = c.requester_id"
)
_ORDERS = {
    "-received_at": "c.received_at DESC, c.id DESC", "received_at": "c.received_at, c.id",
    "next_due_at": "c.next_due_at, c.id", "-next_due_at": "c.next_due_at DESC, c.id DESC",
    "-closed_at": "c.closed_at DESC, c.id DESC", "closed_at": "c.closed_at, c.id",
}  # fmt: skip


def rows_of_cases(source: str, rest: str, params: Sequence[Any]) -> list[dict[str, Any]]:
    """The columns of ROW_FIELDS of cases. `source`: SQL that names them c; `rest`: which of them, in what order."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} FROM {source} {_JOINS} {rest}", params)
        return [rows.named(ROW_FIELDS, row, json=("flags",)) for row in cursor.fetchall()]


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
    known, now = catalogue.current(), timezone.now()
    if wanted.related or wanted.gathered:  # depends on how things are now
        page = _composed(actor, wanted, sort, limit, cursor)
    else:
        page = _page(actor, wanted, sort, limit, cursor, known.versions)
    found = _rows_of(page, sort)
    more, found = len(found) > limit, found[:limit]
    teller = RowTeller(known, now, language, repeating.likely_in(actor, found))
    answer: dict[str, Any] = {
        "items": [teller.tell(row) for row in found],
        "next_cursor": _cursor_of(found[-1], sort) if more else None,
    }
    if count:
        number, answer["matters"], answer["calls"] = matters_and_calls(actor, wanted, sort, COUNT_CAP + 1)
        answer["count"] = min(number, COUNT_CAP)
        answer["count_capped"] = number > COUNT_CAP
    return answer


def counted(actor: Actor, wanted: filters.CaseFilter, sort: str, most: int) -> int:
    """How many cases the list has, counted no further than `most`."""
    return _countable(actor, wanted, sort)[:most].count()


def matters_and_calls(
    actor: Actor, wanted: filters.CaseFilter, sort: str, most: int
) -> tuple[int, int | None, int | None]:
    """(cases of the list, the matters that they are about, the calls about these); beyond `most` only the first.

    Requests that were joined are one matter with the case that leads it, and its callers all count as calls.
    """
    listed = rows.compose(_countable(actor, wanted, sort).values_list("id", "joined_to_id", "callers")[:most])
    if not listed.sql:
        return 0, 0, 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH listed (id, joined_to, callers) AS MATERIALIZED ({listed.sql})"
            " SELECT count(*), count(DISTINCT coalesce(joined_to, id)),"
            " coalesce(sum(callers) FILTER (WHERE joined_to IS NULL), 0)"
            " + count(*) FILTER (WHERE joined_to NOT IN (SELECT id FROM listed)) FROM listed",
            listed.params,
        )
        cases, matters, calls = cursor.fetchone()
    return (cases, None, None) if cases >= most else (cases, matters, int(calls))


def counting(actor: Actor, wanted: filters.CaseFilter, sort: str, most: int) -> rows.Composed:
    """A statement with a row for each case of the list, no more than `most`."""
    return rows.compose(_countable(actor, wanted, sort).values_list("id")[:most])


def _countable(actor: Actor, wanted: filters.CaseFilter, sort: str) -> QuerySet[Case]:
    """The cases of a list without their order; an order may leave cases out: see _place."""
    prefix, _ = _keys(actor, sort)
    return _cases_for(actor, wanted, _place("", sort, prefix, "", "")).order_by()


def page_of(
    actor: Actor, wanted: filters.CaseFilter, sort: str, limit: int, cursor: str, numbers: frozenset[str] = frozenset()
) -> tuple[list[dict[str, Any]], str]:
    """(rows with ROW_FIELDS, cursor of the next page or ""), for files; with `numbers` only these cases."""
    found = _rows_of(_composed(actor, wanted, sort, limit, cursor, numbers), sort)
    return found[:limit], _cursor_of(found[limit - 1], sort) if len(found) > limit else ""


def _rows_of(page: rows.Composed, sort: str) -> list[dict[str, Any]]:
    if not page.sql:
        return []
    source = f"(WITH page (id) AS MATERIALIZED ({page.sql}) SELECT id FROM page) page JOIN cases_case c USING (id)"
    return rows_of_cases(source, f"ORDER BY {_ORDERS[sort]}", page.params)


@lru_cache(maxsize=1000)
def _page(
    actor: Actor, wanted: filters.CaseFilter, sort: str, limit: int, cursor: str, versions: tuple[int, ...]
) -> rows.Composed:
    """The statement of a page is kept, because people look at the same lists all day; `versions` because filters and
    scopes name master data by code."""
    return _composed(actor, wanted, sort, limit, cursor)


def _composed(
    actor: Actor, wanted: filters.CaseFilter, sort: str, limit: int, cursor: str, numbers: frozenset[str] = frozenset()
) -> rows.Composed:
    """The statement that finds the ids of a page, and one more.

    Only ids are found here: what else is shown is read for these few cases alone, whatever the planner thinks of the
    conditions.
    """
    prefix, key = _keys(actor, sort)
    column = prefix + sort.lstrip("-")
    cases = _cases_for(actor, wanted, _place(cursor, sort, prefix, column, key))
    if numbers:
        cases = cases.filter(number__in=sorted(numbers))
    if sort.startswith("-"):
        ordered = cases.order_by(F(column).desc(), f"-{key}")
    else:
        ordered = cases.order_by(F(column).asc(), key)
    return rows.compose(ordered.values_list("id")[: limit + 1])


def _keys(actor: Actor, sort: str) -> tuple[str, str]:
    """(where the sort column is, the column that decides between equals): the visibility row when one unit's rows are
    looked at and it has the column."""
    if own_unit(actor) is not None and sort.lstrip("-") != "closed_at":
        return "visibility__", "visibility__case_id"
    return "", "id"


def _cases_for(actor: Actor, wanted: filters.CaseFilter, place: Q = _ANYWHERE) -> QuerySet[Case]:
    """The cases of a list, from a `place` in it onwards."""
    asked = filters.conditions(wanted, actor)
    if wanted.worklist:
        asked &= worklists.get(wanted.worklist, actor).condition(actor)
    return cases_where(actor, asked, place)


def _place(cursor: str, sort: str, prefix: str, column: str, key: str) -> Q:
    """What a sort order asks of its rows (only open cases have limits), and what comes after the cursor."""
    place = Q()
    if sort.lstrip("-") == "closed_at":
        place = Q(closed_at__isnull=False)
    if sort.lstrip("-") == "next_due_at":
        place = Q(**{f"{prefix}is_open": True})
    return place & _after(cursor, sort, column, key) if cursor else place


def _after(cursor: str, sort: str, column: str, key: str) -> Q:
    """Nothing due comes last, and first when the order is turned round."""
    saved_sort, moment, last = decode_cursor(cursor, 3)
    if saved_sort != sort or not isinstance(last, int):
        raise bad_cursor()
    try:
        at = storable_moment(datetime.fromisoformat(moment)) if moment else None
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if at is not None and at.tzinfo is None:
        raise bad_cursor()
    if sort.startswith("-"):
        if at is None:
            return Q(**{f"{column}__isnull": False}) | Q(**{f"{key}__lt": last})
        return Q(**{f"{column}__lte": at}) & (Q(**{f"{column}__lt": at}) | Q(**{f"{key}__lt": last}))
    if at is None:
        return Q(**{f"{column}__isnull": True, f"{key}__gt": last})
    after = Q(**{f"{column}__gt": at}) | Q(**{column: at, f"{key}__gt": last})
    if sort == "next_due_at":
        return after | Q(**{f"{column}__isnull": True})
    return Q(**{f"{column}__gte": at}) & after


def _cursor_of(row: dict[str, Any], sort: str) -> str:
    moment = row[sort.lstrip("-")]
    return encode_cursor([sort, moment.isoformat() if moment else None, row["id"]])


def timeline(number: str, actor: Actor, language: str) -> dict[str, Any]:
    """{items}: the events of a case, oldest first, each with a sentence."""
    case = access.find(actor, number)
    if case is None:
        raise not_found(number)
    life = lifecycle.get(case.lifecycle)
    events = rows.fetch(Event, "case_id = %s ORDER BY seq", [case.pk])
    return {"items": discreet.for_reader([event_item(event, life, language) for event in events], actor)}


def by_phone(phone: str, actor: Actor, limit: int = 20) -> dict[str, Any]:
    """The earlier cases of a phone number, newest first, as far as this person may see them."""
    normal = vault.normalise_phone(phone)
    known, now = catalogue.current(), timezone.now()
    found: list[dict[str, Any]] = []
    if normal:
        same = Requester.objects.filter(phone_index=vault.blind_index("phone", normal))
        cases = access.visible_to(actor).filter(requester__in=same).order_by("-received_at", "-id")
        earlier = rows.compose(cases.values_list("id")[:limit])
        if earlier.sql:
            source = f"(SELECT * FROM ({earlier.sql}) e (id)) page JOIN cases_case c USING (id)"
            found = rows_of_cases(source, f"ORDER BY {_ORDERS['-received_at']}", earlier.params)
    teller = RowTeller(known, now)
    return {"mask": vault.mask_phone(normal or phone), "cases": [teller.tell(row) for row in found]}


def explain(number: str, clock_id: int, actor: Actor, language: str) -> list[str]:
    """Why a limit ends when it does, line by line. Raises Problem 404."""
    case = access.find(actor, number)
    if case is None:
        raise not_found(number)
    clock = Clock.objects.filter(case=case, pk=clock_id).first() if 0 < clock_id < 2**63 else None
    if clock is None:
        raise Problem(404, "not_found", "没有这个时限", "它可能已被重新计算，请刷新。")
    return clockwork.explain(clock, language)
