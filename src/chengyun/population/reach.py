"""Whose data a person reaches: areas of the grants that hold a permission. None is the whole district."""

from __future__ import annotations

from django.db.models import Q

from chengyun.org.access import Actor
from chengyun.org.models import Unit
from chengyun.places import queries
from chengyun.places.models import Area


def areas(actor: Actor, permission: str) -> frozenset[str] | None:
    """Codes of areas (what lies below them included in `within`); empty when the person reaches nothing."""
    if actor.is_system:
        return None
    codes: set[str] = set()
    units: set[int] = set()
    for scope in actor.scopes_for(permission):
        if scope.area_code is None and scope.unit_ids is None:
            return None
        if scope.area_code is not None:
            codes.add(scope.area_code)
        elif scope.unit_ids is not None:
            units |= scope.unit_ids
    if units:
        codes |= set(Unit.objects.filter(pk__in=units).values_list("code", flat=True)) & set(queries.areas().by_code)
        codes |= set(Area.objects.filter(managed_by_unit_id__in=units).values_list("code", flat=True))
    return frozenset(codes)


def within(codes: frozenset[str] | None, prefix: str = "") -> Q:
    """Rows of a `Placed` model that lie in these areas."""
    if codes is None:
        return ~Q(pk__in=[])  # everything, also when it is ORed
    names = ("subdistrict_code", "community_code", "grid_code")
    found = Q(pk__in=[])
    for name in names:
        found |= Q(**{f"{prefix}{name}__in": sorted(codes)})
    return found


def of(actor: Actor, permission: str, prefix: str = "") -> Q:
    return within(areas(actor, permission), prefix)


def narrowed(area: str, prefix: str = "") -> Q:
    """Only one area, whatever its level; the district and "" are everything."""
    row = queries.areas().by_code.get(area)
    if not area or (row is not None and row.level in (Area.CITY, Area.DISTRICT)):
        return Q()
    return within(frozenset([area]), prefix)
