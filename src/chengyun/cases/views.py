"""Saved views: a filter with a name, an order and columns; of one person, or shared with everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import Max, Q, QuerySet
from pydantic import ValidationError

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account

from . import queries
from .actions.base import invalid
from .desk import owner
from .filters import SORT_CODES, CaseFilter
from .models import ListLayout, SavedView

MOST = 50
COUNTED = 30
COUNT_CAP = 999
PATIENCE = 1_500
"""Milliseconds for the counts of all views: they are a courtesy, and a view without one still opens."""
SHARE = "case.view_all"


def listed(actor: Actor) -> list[dict[str, Any]]:
    """The person's own views in their order, then those that others share. Two statements at most."""
    found = list(_seen_by(actor))
    names = dict(
        Account.objects.filter(pk__in={row.account_id for row in found}).values_list("pk", "display_name")
    )  # fmt: skip
    mine = owner(actor)
    found.sort(key=lambda row: (row.account_id != mine, row.sort, row.pk))
    return [item(row, actor, names.get(row.account_id, "")) for row in found]


def _seen_by(actor: Actor) -> QuerySet[SavedView]:
    return SavedView.objects.filter(Q(account_id=owner(actor)) | Q(shared=True))


def item(row: SavedView, actor: Actor, owner_name: str = "") -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "query": row.query, "columns": row.columns, "shared": row.shared,
        "mine": row.account_id == actor.account_id, "owner": owner_name,
    }  # fmt: skip


def seen(actor: Actor, view_id: int) -> SavedView:
    """A view of one's own or a shared one. Raises Problem 404."""
    row = _seen_by(actor).filter(pk=view_id).first()
    if row is None:
        raise _missing()
    return row


def saved_query(actor: Actor, view_id: int) -> dict[str, Any]:
    return dict(seen(actor, view_id).query)


def _missing() -> Problem:
    return Problem(404, "not_found", "没有这个视图", "它可能已被删除，或是别人的。")


def create(actor: Actor, name: str, query: dict[str, Any], columns: Sequence[str], shared: bool) -> dict[str, Any]:
    """A new view, after those that are there. Raises Problem 403 or 422."""
    if shared:
        actor.require(SHARE)
    mine = SavedView.objects.filter(account_id=owner(actor))
    if mine.count() >= MOST:
        raise invalid("name", f"每人最多保存 {MOST} 个视图，请先删除不用的。")
    last = mine.aggregate(last=Max("sort"))["last"]
    row = SavedView.objects.create(
        account_id=owner(actor), name=name, query=query, columns=list(columns), shared=shared,
        sort=0 if last is None else last + 1,
    )  # fmt: skip
    return item(row, actor, actor.name)


def change(actor: Actor, view_id: int, changes: dict[str, Any]) -> dict[str, Any]:
    """Rename, share, take back, or save what the view now shows. Raises Problem 403 or 404."""
    if changes.get("shared"):
        actor.require(SHARE)
    if changes:
        SavedView.objects.filter(pk=view_id, account_id=owner(actor)).update(**changes)
    row = SavedView.objects.filter(pk=view_id, account_id=owner(actor)).first()
    if row is None:
        raise _missing()
    return item(row, actor, actor.name)


def remove(actor: Actor, view_id: int) -> None:
    if not SavedView.objects.filter(pk=view_id, account_id=owner(actor)).delete()[0]:
        raise _missing()


def reorder(actor: Actor, ids: Sequence[int]) -> None:
    """One's own views in this order; those that are not named come after, as they were."""
    with transaction.atomic():
        mine = {row.pk: row for row in SavedView.objects.filter(account_id=owner(actor)).select_for_update()}
        order = [key for key in dict.fromkeys(ids) if key in mine]
        order += [key for key in mine if key not in order]
        for place, key in enumerate(order):
            mine[key].sort = place
        SavedView.objects.bulk_update(mine.values(), ["sort"])


def columns_of(actor: Actor) -> list[str]:
    """The columns of this person's lists; empty: as many as there is room for."""
    row = ListLayout.objects.filter(account_id=owner(actor)).first()
    return list(row.columns) if row else []


def keep_columns(actor: Actor, columns: Sequence[str]) -> None:
    ListLayout.objects.update_or_create(account_id=owner(actor), defaults={"columns": list(columns)})


def counts(actor: Actor) -> list[dict[str, Any]]:
    """{id, count, capped} of each view, counted no further than COUNT_CAP, in one statement; count None when it is
    unknown: the view fits no longer, its list is not this person's, or counting takes too long."""
    found = sorted(_seen_by(actor), key=lambda row: (row.account_id != actor.account_id, row.sort, row.pk))
    parts: list[str] = []
    params: list[Any] = []
    for row in found[:COUNTED]:
        part = _counting(actor, row)
        if part is not None:
            parts.append(f"SELECT {row.pk}::bigint, (SELECT count(*) FROM ({part.sql}) t)" if part.sql
                         else f"SELECT {row.pk}::bigint, 0::bigint")  # fmt: skip
            params += part.params
    numbers = _ask(" UNION ALL ".join(parts), params) if parts else {}
    return [
        {
            "id": row.pk, "capped": numbers.get(row.pk, 0) > COUNT_CAP,
            "count": min(numbers[row.pk], COUNT_CAP) if row.pk in numbers else None,
        }
        for row in found
    ]  # fmt: skip


def _counting(actor: Actor, row: SavedView) -> rows.Composed | None:
    sort = row.query.get("sort")
    try:
        wanted = CaseFilter.model_validate(row.query)
        return queries.counting(actor, wanted, sort if sort in SORT_CODES else "-received_at", COUNT_CAP + 1)
    except (ValidationError, Problem):
        return None


def _ask(sql: str, params: Sequence[Any]) -> dict[int, int]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {PATIENCE}")
            cursor.execute(sql, params)
            return dict(cursor.fetchall())
    except OperationalError as error:
        if "statement timeout" not in str(error):
            raise
        return {}
