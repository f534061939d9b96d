"""The map of a day as the operations want it, and what a plan would make of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Grant, valid_on

from ..models import Area, AreaGeometry, GridPlan, GridRule, Place
from . import numbering, operations, shapes, topology
from .effects import Effect, Moves, look, register
from .topology import Fault, Grid

RULES_KEPT = 50
MOST_PLACES = 20_000


def grids_on(day: date) -> dict[str, Grid]:
    """All areas of a day by code, with their outlines."""
    from shapely.geometry import shape

    rows = Area.objects.filter(valid_on(day)).values_list(
        "id", "code", "name", "level", "kind", "parent_id", "managed_by_unit__code"
    )
    areas = list(rows)
    codes = dict(Area.objects.values_list("id", "code"))
    outlines = dict(AreaGeometry.objects.filter(valid_on(day)).order_by("id").values_list("area_id", "geometry"))
    found = {}
    for id_, code, name, level, kind, parent_id, unit in areas:
        outline = outlines.get(id_)
        if level == Area.GRID and not kind:
            kind = Area.BASE
        found[code] = Grid(
            code, name, level, kind, codes.get(parent_id, "") if parent_id else "", unit or "",
            shape(outline) if outline else None, id_, code,
        )  # fmt: skip
    for code, grid in found.items():
        above = found.get(grid.parent)
        if grid.level == Area.GRID and grid.kind == Area.BASE and above is not None and above.level == Area.GRID:
            found[code] = Grid(code, grid.name, grid.level, Area.MICRO, grid.parent, grid.managed_by, grid.shape,
                               grid.id, code)  # fmt: skip
    return found


def rules_on(day: date) -> list[numbering.Rule]:
    rows = list(GridRule.objects.filter(valid_on(day)).order_by("sort", "code")[:RULES_KEPT])
    if not rows:
        return [numbering.Rule("built_in", "{parent}{serial:3}")]
    return [
        numbering.Rule(row.code, row.pattern, row.level, tuple(row.kinds), row.order, row.first)
        for row in rows
    ]  # fmt: skip


@dataclass
class Outlook:
    """What a plan does on its day. `codes`: key → code for what is new."""

    day: date
    before: dict[str, Grid]
    result: operations.Result
    faults: list[Fault]
    codes: dict[str, str]

    @property
    def stops(self) -> list[Fault]:
        return [fault for fault in self.faults if fault.stops]


def outlook(plan: GridPlan, day: date | None = None) -> Outlook:
    day = day or plan.effective_on
    before = grids_on(day)
    result = operations.run(before, plan.operations)
    faults = operations.faults_of(before, result)
    used = set(Area.objects.values_list("code", flat=True))
    codes = numbering.name_new(result.grids, rules_on(day), used)
    unnamed = [key for key in result.grids if key.startswith("*") and key not in codes]
    found = [_stop("no_code", key) for key in unnamed]
    found += [_stop("code_was_used", key) for key in _back_from_the_dead(before, result, used)]
    found += [_stop(words, key) for words, key in _in_time(result, day)]
    if plan.undoes is not None:
        found += [_stop("changed_since", key) for key in _changed_since(before, plan.undoes)]
    return Outlook(day, before, result, [*found, *faults], codes)


def _stop(words: str, *keys: str) -> Fault:
    return Fault(operations.IMPOSSIBLE, keys, stops=True, words=words)


def _back_from_the_dead(before: Mapping[str, Grid], result: operations.Result, used: set[str]) -> list[str]:
    """The code of an area that ended is its own for ever; only taking a plan back brings it again."""
    new = {key for key in result.touched if key not in before and key in result.grids}
    return sorted(key for key in new if key in used and key not in result.restored)


def _in_time(result: operations.Result, day: date) -> list[tuple[str, str]]:
    """Areas that changed on this very day already, or for which a later version is kept."""
    codes = [key for key in result.touched if not key.startswith("*")]
    begun = Q(valid_from=day)
    same = set(Area.objects.filter(begun, code__in=codes).values_list("code", flat=True))
    same |= set(AreaGeometry.objects.filter(begun, area__code__in=codes).values_list("area__code", flat=True))
    ahead = Q(valid_from__gt=day)
    later = set(Area.objects.filter(ahead, code__in=codes).values_list("code", flat=True))
    later |= set(AreaGeometry.objects.filter(ahead, area__code__in=codes).values_list("area__code", flat=True))
    return [("same_day", code) for code in sorted(same)] + [("later_version", code) for code in sorted(later)]


def _changed_since(before: Mapping[str, Grid], undone: GridPlan) -> list[str]:
    """Areas that are no longer as the plan that is taken back left them."""
    return [state["code"] for state in undone.became if state_of(before.get(state["code"]), state["code"]) != state]


def state_of(grid: Grid | None, code: str) -> dict[str, Any]:
    """An area as a plan remembers it."""
    if grid is None:
        return {"code": code, "was": False}
    return {
        "code": code, "was": True, "name": grid.name, "level": grid.level, "kind": grid.kind, "parent": grid.parent,
        "managed_by": grid.managed_by, "geometry": shapes.outline_of(grid.shape) if grid.shape is not None else None,
    }  # fmt: skip


def whole_map(day: date, parent: str = "") -> list[Fault]:
    """Faults of the map as it is: below one area, or everywhere."""
    grids = grids_on(day)
    if parent and parent not in grids:
        raise Problem(404, "not_found", "没有这个区域")
    return topology.check(grids, {parent} if parent else {grid.parent for grid in grids.values() if grid.parent})


# --- in the words of the API -----------------------------------------------------------------------------------------
def told(plan: GridPlan, actor: Actor) -> dict[str, Any]:
    """What a plan changes, what is wrong with it, what else it touches, and the new outlines."""
    seen = outlook(plan)
    names = {key: grid.name for grids in (seen.before, seen.result.grids) for key, grid in grids.items()}
    effects = look(Moves(plan.pk, seen.day, seen.before, seen.result), actor) if seen.result.touched else []
    touched = sorted(seen.result.touched)
    return {
        "changes": [_change(seen, key) for key in touched],
        "faults": [fault_told(fault, names, seen.codes) for fault in seen.faults[: topology.MOST]],
        "effects": [_effect(effect) for effect in effects],
        "outlines": [
            {"key": key, "geometry": shapes.outline_of(grid.shape), "bbox": list(grid.shape.bounds)}
            for key in touched if (grid := seen.result.grids.get(key)) is not None and grid.shape is not None
        ],
        "others": _others(plan, seen.result),
    }  # fmt: skip


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "code": effect.code, "name": effect.name, "name_en": effect.name_en, "count": effect.count,
        "gathered": effect.gathered, "examples": list(effect.examples), "capped": effect.capped,
    }  # fmt: skip


def _change(seen: Outlook, key: str) -> dict[str, Any]:
    old, new = seen.before.get(key), seen.result.grids.get(key)
    grid = new or old
    assert grid is not None
    what = "new" if old is None else "ends" if new is None else "changes"
    return {
        "key": key, "code": seen.codes.get(key, "" if key.startswith("*") else key), "what": what, "level": grid.level,
        "before": _side(old, seen.before, seen.codes), "after": _side(new, seen.result.grids, seen.codes),
        "moved": old is not None and new is not None and _moved(old, new),
        "goes_to": [seen.codes.get(k, k) for k in seen.result.moved_to.get(key, []) if k != key],
    }  # fmt: skip


def _moved(old: Grid, new: Grid) -> bool:
    if old.shape is None or new.shape is None:
        return old.shape is not new.shape
    return not old.shape.equals(new.shape)


def _side(grid: Grid | None, grids: Mapping[str, Grid], codes: Mapping[str, str]) -> dict[str, Any] | None:
    if grid is None:
        return None
    above = grids.get(grid.parent)
    return {
        "name": grid.name, "kind": grid.kind, "parent": codes.get(grid.parent, grid.parent),
        "parent_name": above.name if above else "", "managed_by": grid.managed_by,
        "square_metres": round(shapes.square_metres(grid.shape)),
    }  # fmt: skip


def fault_told(fault: Fault, names: Mapping[str, str], codes: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": fault.kind, "words": fault.words, "stops": fault.stops, "old": fault.old, "size": fault.size,
        "operation": fault.operation, "geometry": fault.geometry,
        "areas": [{"code": codes.get(key, key), "name": names.get(key, "")} for key in fault.keys],
    }  # fmt: skip


def _others(plan: GridPlan, result: operations.Result) -> list[dict[str, Any]]:
    """Other plans on their way that change the same areas."""
    rows = GridPlan.objects.filter(state__in=(GridPlan.SUBMITTED, GridPlan.APPROVED)).exclude(pk=plan.pk)
    found = []
    for other in rows.order_by("effective_on")[:50]:
        if result.touched & named_in(other.operations):
            found.append({"id": other.pk, "title": other.title, "effective_on": other.effective_on.isoformat()})
    return found


def named_in(given: Iterable[Mapping[str, Any]]) -> set[str]:
    """The codes that operations name."""
    found: set[str] = set()
    for operation in given:
        found |= {str(operation[name]) for name in ("code", "into", "parent") if operation.get(name)}
        found |= {str(code) for code in operation.get("codes") or []}
        found |= {str(state["code"]) for state in operation.get("grids") or []}
    return found


# --- what places itself has to say -----------------------------------------------------------------------------------
def _places(moves: Moves, actor: Actor) -> list[Effect]:
    box = moves.bbox
    if box is None:
        return []
    rows = list(
        Place.objects.filter(
            valid_on(moves.day), lng__range=(box[0], box[2]), lat__range=(box[1], box[3])
        ).values_list("name", "lng", "lat")[:MOST_PLACES]
    )  # fmt: skip
    at = moves.elsewhere([(lng, lat) for _, lng, lat in rows])
    names = tuple(rows[i][0] for i in at[:5])
    return [Effect("places", "地名点位", "Named places", len(at), "", names, len(rows) == MOST_PLACES)]


def _grants(moves: Moves, actor: Actor) -> list[Effect]:
    """Accounts whose rights are bound to an area that ends: they would see nothing new."""
    if not moves.ended:
        return []
    rows = Grant.objects.filter(
        valid_on(max(moves.day, timezone.localdate() - timedelta(days=1))), area_code__in=sorted(moves.ended)
    )  # fmt: skip
    names = list(rows.order_by("account__display_name").values_list("account__display_name", flat=True).distinct())
    return [Effect("grants", "授权在撤销区域的账号", "Accounts bound to areas that end", len(names), "",
                   tuple(names[:5]))]  # fmt: skip


def register_all() -> None:
    register("places", _places)
    register("grants", _grants)
