"""Which lines a breakdown has: units, areas and categories by their trees, the others as they are."""

from __future__ import annotations

import threading
from collections.abc import Callable

from chengyun.cases import catalogue, filters, lifecycle
from chengyun.places.models import Area

from .outline import NOWHERE, Line, Outline

LineOf = Callable[[str | None], Line]


def plain(name_of: Callable[[str], str]) -> LineOf:
    return lambda key: NOWHERE if key is None else Line(key, name_of(key))


def units(wanted: filters.CaseFilter) -> LineOf:
    outline = Outline(catalogue.current().units, filters.split(wanted.unit))
    return lambda key: outline.line(None if key is None else int(key))


def categories(wanted: filters.CaseFilter) -> LineOf:
    outline = Outline(catalogue.current().categories, filters.split(wanted.category))
    return lambda key: outline.line(None if key is None else int(key))


def area_column(wanted: filters.CaseFilter) -> str:
    """What to group by: subdistricts, or within one of them its communities."""
    levels, several = _levels(wanted), len(filters.split(wanted.area)) > 1
    return "subdistrict_id" if levels <= {"city", "district"} or (levels == {"subdistrict"} and several) else "area_id"


def areas(wanted: filters.CaseFilter) -> LineOf:
    """Subdistricts; within a subdistrict communities (what is with none of them is with the subdistrict itself); one
    line for what has nothing below it."""
    known, codes, levels = catalogue.current(), filters.split(wanted.area), _levels(wanted)
    if area_column(wanted) == "subdistrict_id":
        return _by_subdistrict(known)
    if levels == {"subdistrict"} and len(codes) == 1:
        return _by_community(known, codes[0])
    names = {area.code: area.name for area in known.areas.values()}
    whole = Line(",".join(codes), "、".join(names.get(code, code) for code in codes))
    return lambda key: whole


def states() -> LineOf:
    names = {state.code: state.name for life in lifecycle.all_lifecycles() for state in life.states.values()}
    return plain(lambda code: names.get(code, code))


def channels() -> LineOf:
    known = catalogue.current().channels
    return plain(lambda code: known[code]["name"] if code in known else code)


def hours() -> LineOf:
    return lambda key: NOWHERE if key is None else Line(key, f"{int(key):02d} 时")


def _levels(wanted: filters.CaseFilter) -> set[str]:
    known = catalogue.current().areas
    by_code = {area.code: area.level for area in known.values()}
    return {by_code.get(code, "grid") for code in filters.split(wanted.area)}


def _by_subdistrict(known: catalogue.Catalogue) -> LineOf:
    cut = {area.ancestors[-1] for area in known.areas.values() if area.level == "community" and area.ancestors}

    def line(key: str | None) -> Line:
        area = known.area(None if key is None else int(key))
        return NOWHERE if area is None else Line(area.code, area.name, below=area.id in cut)

    return line


def _by_community(known: catalogue.Catalogue, code: str) -> LineOf:
    own = next(area for area in known.areas.values() if area.code == code)
    has_communities = any(area.level == "community" and own.id in area.ancestors for area in known.areas.values())
    itself = Line(own.code, own.name, direct=has_communities)
    parents = _parents_of_grids(known.versions)

    def line(key: str | None) -> Line:
        if key is None:
            return itself
        community = known.area(parents.get(int(key), int(key)))
        if community is None or community.level != "community":
            return itself
        return Line(community.code, community.name)

    return line


_lock = threading.Lock()
_grids: tuple[tuple[int, ...], dict[int, int]] | None = None


def _parents_of_grids(versions: tuple[int, ...]) -> dict[int, int]:
    """Grid → community; there are thousands, so they are not in the catalogue."""
    global _grids
    with _lock:
        if _grids is None or _grids[0] != versions:
            _grids = (versions, dict(Area.objects.filter(level="grid").values_list("id", "parent_id")))
        return _grids[1]
