"""Questions of the query page with a name: of one person, or shared."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from chengyun.cases.desk import owner
from chengyun.cases.views import SHARE
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account

from .making import invalid
from .models import SavedQuery

MOST = 50


def listed(actor: Actor) -> list[dict[str, Any]]:
    """My own, then those that others share."""
    mine = owner(actor)
    found = list(SavedQuery.objects.filter(Q(account_id=mine) | Q(shared=True)).order_by("name", "id")[:500])
    names = dict(Account.objects.filter(pk__in={row.account_id for row in found}).values_list("pk", "display_name"))
    return [
        _told(row, mine, names.get(row.account_id, "")) for row in sorted(found, key=lambda r: r.account_id != mine)
    ]


def _told(row: SavedQuery, mine: int, name: str) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "query": row.query, "shared": row.shared, "mine": row.account_id == mine,
        "owner": name,
    }  # fmt: skip


def keep(actor: Actor, name: str, query: dict[str, Any], shared: bool) -> dict[str, Any]:
    """Keep a question; one of mine with the same name is replaced. Problem 403, 422."""
    if shared:
        actor.require(SHARE)
    mine = SavedQuery.objects.filter(account_id=owner(actor))
    if not mine.filter(name=name).exists() and mine[:MOST].count() >= MOST:
        raise invalid("name", f"每人最多保存 {MOST} 个查询，请先删除不用的。")
    row, _ = mine.update_or_create(
        account_id=owner(actor), name=name, defaults={"query": query, "shared": shared}
    )  # fmt: skip
    return _told(row, owner(actor), actor.name)


def remove(actor: Actor, query_id: int) -> None:
    if not SavedQuery.objects.filter(pk=query_id, account_id=owner(actor)).delete()[0]:
        raise Problem(404, "not_found", "没有这个查询", "它可能已被删除，或是别人的。")
