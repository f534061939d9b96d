"""Which cases in hand lie elsewhere when the map changes: told to plans of grids, and opened as a list.

A case keeps the grid of its time; what is counted here is where its place will belong.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from chengyun.org.access import Actor
from chengyun.places.changes import effects, reading
from chengyun.places.models import GridPlan

from . import access, gathered
from .models import Case

SOURCE = "grid-plan"
MOST = 20_000


def ids_of(moves: effects.Moves, rows: QuerySet[Case]) -> list[int]:
    """Open cases whose place changes its grid."""
    box = moves.bbox
    if box is None:
        return []
    inside = rows.filter(is_open=True, lng__range=(box[0], box[2]), lat__range=(box[1], box[3]))
    found = list(inside.order_by("id").values_list("id", "lng", "lat")[:MOST])
    return [found[at][0] for at in moves.elsewhere([(lng, lat) for _, lng, lat in found])]


def look(moves: effects.Moves, actor: Actor) -> Iterable[effects.Effect]:
    count = len(ids_of(moves, access.visible_to(actor)))
    return [
        effects.Effect(
            "cases", "在办案件的位置将属别的网格", "Open cases whose place will lie in another grid", count,
            f"{SOURCE}:{moves.plan_id}", (), count >= MOST,
        )
    ]  # fmt: skip


def condition(what: str) -> Q:
    plan = GridPlan.objects.filter(pk=int(what)).first()
    if plan is None:
        raise ValueError(what)
    seen = reading.outlook(plan)
    return Q(pk__in=ids_of(effects.Moves(plan.pk, seen.day, seen.before, seen.result), Case.objects.all()))


def words(what: str) -> str:
    title = GridPlan.objects.filter(pk=int(what)).values_list("title", flat=True).first() if what.isdecimal() else None
    return f"网格调整“{title or what}”涉及的在办案件"


def register_all() -> None:
    effects.register("cases", look)
    gathered.register(gathered.Source(SOURCE, condition, words))
