"""Reading the register: lists, clusters for the map, one component with its cases, what stands near a case."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.cases import access
from chengyun.cases.models import Case
from chengyun.org.access import Actor
from chengyun.org.models import valid_on
from chengyun.places import queries as places
from chengyun.places.changes.effects import Effect, Moves

from .linking import case_of, find
from .models import Component, ComponentCase, ComponentClass

SOURCE = "component"
MOST_NEAR = 20
REACH = 150.0
"""Metres within which a component may be what a case is about."""
SINGLE_FROM = 17
MOST_CELLS = 44
MOST_MOVED = 20_000


def rows_of(words: str = "", kind: str = "", state: str = "", area: str = "") -> QuerySet[Component]:
    rows = Component.objects.filter(valid_on(timezone.localdate()))
    if words:
        rows = rows.filter(Q(code__startswith=words) | Q(name__icontains=words) | Q(address__icontains=words))
    if kind:
        rows = rows.filter(kind__code__startswith=kind)
    if state:
        rows = rows.filter(state=state)
    if area:
        rows = rows.filter(grid_code__startswith=area)
    return rows


def page(rows: QuerySet[Component], after: str, limit: int) -> dict[str, Any]:
    """By code; `next` is the code to go on after."""
    found = list(
        rows.filter(code__gt=after).select_related("kind", "owner", "maintainer").order_by("code")[: limit + 1]
    )
    more = len(found) > limit
    return {"items": [told(row) for row in found[:limit]], "next": found[limit - 1].code if more else None}


def told(row: Component) -> dict[str, Any]:
    return {
        "id": row.pk, "code": row.code, "name": row.name, "kind": row.kind.code, "kind_name": row.kind.name,
        "state": row.state, "state_name": Component.STATES.get(row.state, row.state), "lng": row.lng, "lat": row.lat,
        "address": row.address, "grid_code": row.grid_code,
        "owner": row.owner.name if row.owner else "", "maintainer": row.maintainer.name if row.maintainer else "",
    }  # fmt: skip


def detail(actor: Actor, component_id: int) -> dict[str, Any]:
    """A component with the newest of its cases that the actor may see."""
    row = find(component_id)
    cases = access.visible_to(actor).filter(pk__in=_case_ids(row.pk))
    area = places.areas().by_code.get(row.grid_code)
    return {
        **told(row), "note": row.note, "area_path": places.area_path(area.id) if area else [],
        "cases": cases.count(), "open_cases": cases.filter(is_open=True).count(), "gathered": f"{SOURCE}:{row.pk}",
        "newest": [
            {
                "number": case.number, "title": case.title, "open": case.is_open,
                "received_at": case.received_at.isoformat(),
            }
            for case in cases.order_by("-received_at")[:10]
        ],
    }  # fmt: skip


def of_case(actor: Actor, number: str) -> dict[str, Any]:
    """What a case is tied to, and what of the fitting class stands near it."""
    case = case_of(actor, number)
    linked = list(
        Component.objects.filter(links__case=case, links__removed_at=None).select_related("kind", "owner", "maintainer")
    )
    return {"linked": [told(row) for row in linked], "near": _near(case, {row.pk for row in linked})}


def _near(case: Case, without: set[int]) -> list[dict[str, Any]]:
    """Only for categories of components; those of the very class first, then by distance."""
    if case.lng is None or case.lat is None or case.category_id is None:
        return []
    category = case.category.code if case.category else ""
    kinds = list(ComponentClass.objects.filter(category=category).values_list("code", flat=True)) if category else []
    if not kinds and not category.startswith("B"):
        return []
    north = REACH / 111_320
    east = north / max(0.1, math.cos(math.radians(case.lat)))
    rows = rows_of().filter(
        lng__range=(case.lng - east, case.lng + east), lat__range=(case.lat - north, case.lat + north)
    ).exclude(pk__in=without)  # fmt: skip
    if kinds:
        rows = rows.filter(kind__code__in=kinds)
    found = []
    for row in rows.select_related("kind", "owner", "maintainer")[:500]:
        metres = math.hypot((row.lng - case.lng) / east, (row.lat - case.lat) / north) * REACH  # type: ignore[operator]
        if metres <= REACH:
            found.append({**told(row), "metres": round(metres)})
    return sorted(found, key=lambda one: one["metres"])[:MOST_NEAR]


def clusters(rows: QuerySet[Component], bbox: tuple[float, float, float, float], zoom: int) -> dict[str, Any]:
    """Counted in cells of 64 px that hang on the globe; from zoom 17 on every thing by itself where it stands alone."""
    cell = 360 / (512 * 2 ** min(zoom, 20)) * (12 if zoom >= SINGLE_FROM else 64)
    cell = max(cell, (bbox[2] - bbox[0]) / MOST_CELLS, (bbox[3] - bbox[1]) / MOST_CELLS, 1e-7)
    inside = rows.filter(lng__range=(bbox[0], bbox[2]), lat__range=(bbox[1], bbox[3]))
    sql, params = inside.order_by().values("id", "lng", "lat", "state").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), avg(lng), avg(lat), min(lng), min(lat), max(lng), max(lat), min(id),"
            " count(*) FILTER (WHERE state IN ('damaged', 'missing')), count(*) FILTER (WHERE state = 'repair'),"
            " count(*) FILTER (WHERE state = 'scrapped')"
            f" FROM ({sql}) AS inside (id, lng, lat, state)"
            " GROUP BY floor(lng / %s), floor(lat / %s)",
            [*params, cell, cell],
        )
        cells = cursor.fetchall()
    alone = Component.objects.in_bulk([cell[7] for cell in cells if cell[0] == 1])
    features = [
        {
            "count": n, "lng": lng, "lat": lat, "bbox": [west, south, east, north], "bad": bad, "repair": repair,
            "scrapped": scrapped,
            "component": _alone(alone.get(first)),
        }
        for n, lng, lat, west, south, east, north, first, bad, repair, scrapped in cells
    ]  # fmt: skip
    return {"features": features, "total": sum(cell[0] for cell in cells)}


def _alone(row: Component | None) -> dict[str, Any] | None:
    return {"id": row.pk, "name": row.name, "state": row.state} if row else None


# --- for lists of cases and plans of grids ---------------------------------------------------------------------------
def _case_ids(component_id: int) -> QuerySet[Any]:
    return ComponentCase.objects.filter(component_id=component_id, removed_at=None).values("case_id")


def condition(what: str) -> Q:
    if not Component.objects.filter(pk=int(what)).exists():
        raise ValueError(what)
    return Q(pk__in=_case_ids(int(what)))


def words(what: str) -> str:
    name = Component.objects.filter(pk=int(what)).values_list("name", flat=True).first() if what.isdecimal() else None
    return f"部件“{name or what}”的案件"


def elsewhere(moves: Moves, actor: Actor) -> Iterable[Effect]:
    box = moves.bbox
    if box is None:
        return []
    found = rows_of().filter(lng__range=(box[0], box[2]), lat__range=(box[1], box[3]))
    rows = list(found.order_by("id").values_list("name", "lng", "lat")[:MOST_MOVED])
    at = moves.elsewhere([(lng, lat) for _, lng, lat in rows])
    examples = tuple(rows[i][0] for i in at[:5])
    return [Effect("components", "部件", "Components", len(at), "", examples, len(rows) == MOST_MOVED)]
