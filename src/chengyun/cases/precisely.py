"""Two conditions that make the parts of a figure add up to the whole: what has no unit, category or area yet, and
what is with a unit, category or area itself and not with one below it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from . import catalogue

NAMES = {name: name for name in ("unit", "category", "area")}
_ABSENT = {"unit": "lead_unit", "category": "category", "area": "subdistrict"}
_LEVELS = ("city", "district", "subdistrict", "community", "grid")


def without(name: str) -> Q:
    """Cases that have none of these (NAMES)."""
    return Q(**{f"{_ABSENT[name]}__isnull": True})


def directly(name: str, codes: Iterable[str]) -> Q:
    """Of the cases of these codes, those that are with none below them."""
    known = catalogue.current()
    wanted = set(codes)
    if name == "unit":
        return Q(lead_unit_id__in=[unit.id for unit in known.units.values() if unit.code in wanted])
    if name == "category":
        return Q(category_id__in=[category.id for category in known.categories.values() if category.code in wanted])
    condition = Q()
    for level in {area.level for area in known.areas.values() if area.code in wanted}:
        below = _LEVELS[_LEVELS.index(level) + 1 :]
        own = Q(area__isnull=True) | ~Q(area__level__in=below)
        condition |= own & Q(subdistrict__isnull=True) if "subdistrict" in below else own
    return condition
