"""疑似重复 in lists: how many cases a person is told of, and the filter. Nobody is told of a case they may not see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from chengyun.org.access import Actor

from . import access
from .models import Case, Likely


def likely_in(actor: Actor, found: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    """By case id, from rows with ROW_FIELDS; one statement for those who do not see everything, and only if there is
    something to tell."""
    marked = {row["id"]: row["likely"] for row in found if row["likely"] and row["is_open"]}
    if not marked or access.sees_everything(actor):
        return marked
    mine = _seen(actor, Likely.objects.filter(case_id__in=list(marked), live=True))
    return dict(mine.order_by().values_list("case_id").annotate(Count("pk")))


def condition(wanted: bool, actor: Actor | None) -> Q:
    """Cases that may be the same matter as another open one, or are not."""
    pairs = Likely.objects.filter(case_id=OuterRef("pk"), live=True)
    if actor is not None and not access.sees_everything(actor):
        pairs = _seen(actor, pairs)
    return Q(Exists(pairs), is_open=True) if wanted else ~Q(Exists(pairs))


def _seen(actor: Actor, pairs: Any) -> Any:
    return pairs.filter(other_id__in=access.visible_to(actor, Case.objects.all()).values("id"))
