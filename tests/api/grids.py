"""Rows and bodies of the routes of grids."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.components.models import Component, ComponentClass
from chengyun.places.models import Area, GridPlan

OUTLINE = {"type": "Polygon", "coordinates": [[[114.3, 30.5], [114.31, 30.5], [114.31, 30.51], [114.3, 30.5]]]}


def rows() -> dict[str, Any]:
    """A plan of today with one new grid."""
    above = Area.objects.order_by("id").first()
    parent = above.code if above else ""
    draw = {"id": 1, "op": "draw", "parent": parent, "name": "新网格", "geometry": OUTLINE}
    plan = GridPlan.objects.create(
        title="演示方案", effective_on=timezone.localdate(), operations=[draw], next_operation=2
    )
    kind = ComponentClass.objects.create(code="0115", name="路灯")
    lamp = Component.objects.create(code="4299990115000001", name="路灯 001", kind=kind, lng=114.3, lat=30.5)
    return {"grid_plan_id": plan.pk, "component_id": lamp.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    day = timezone.localdate().isoformat()
    return {
        ("POST", "/api/v1/components/tie"): {"number": ids["number"], "component_id": ids["component_id"]},
        ("POST", "/api/v1/places/plans"): {"title": "拆分网格", "effective_on": day},
        ("POST", "/api/v1/places/plans/{grid_plan_id}/edit"): {"version": 1, "title": "拆分两个网格"},
        ("POST", "/api/v1/places/plans/{grid_plan_id}/decide"): {"version": 1, "action": "submit"},
    }
