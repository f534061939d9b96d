"""What a plan does to the map: from the areas of a day and a list of operations to the areas afterwards. Pure.

New areas bear a key "*3.1" (operation 3, first part) until the rule of codes names them, so that later operations
of the same plan can go on with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..outlines import OutlineError, read_outline
from . import shapes, topology
from .topology import Fault, Grid

LEVEL_BELOW = {"city": "district", "district": "subdistrict", "subdistrict": "community", "community": "grid",
               "grid": "grid"}  # fmt: skip
IMPOSSIBLE = "impossible"


@dataclass
class Result:
    """`grids`: all areas afterwards by key. `touched`: keys that are new, gone or different. `moved_to`: where the
    land of an area that ends goes. `faults`: what stands in the way of an operation."""

    grids: dict[str, Grid]
    touched: set[str] = field(default_factory=set)
    moved_to: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    restored: set[str] = field(default_factory=set)


class _Impossible(Exception):
    """Why an operation cannot be done, as a code for the page with what it concerns."""

    def __init__(self, words: str, *keys: str):
        super().__init__(words)
        self.words, self.keys = words, keys


def run(before: Mapping[str, Grid], operations: Sequence[Mapping[str, Any]]) -> Result:
    """Do one after the other; what cannot be done becomes a fault and is left out."""
    result = Result(dict(before))
    for operation in operations:
        number = int(operation["id"])
        kept = dict(result.grids)
        try:
            _DO[str(operation["op"])](result, operation)
        except _Impossible as reason:
            result.grids = kept
            result.faults.append(Fault(IMPOSSIBLE, reason.keys, stops=True, operation=number, words=reason.words))
    result.touched = {
        key for key in {*before, *result.grids} if before.get(key) is not result.grids.get(key)
        and before.get(key) != result.grids.get(key)
    }  # fmt: skip
    return result


def parents_of(before: Mapping[str, Grid], result: Result) -> set[str]:
    """Below which areas the map has to be checked."""
    found = set()
    for key in result.touched:
        for grids in (before, result.grids):
            grid = grids.get(key)
            if grid is not None:
                found |= {grid.parent, *([key] if any(g.parent == key for g in grids.values()) else [])}
    return found - {""}


# --- the operations --------------------------------------------------------------------------------------------------
def _draw(result: Result, given: Mapping[str, Any]) -> None:
    parent = _find(result, given.get("parent"))
    level = LEVEL_BELOW.get(parent.level, "grid")
    kind = given.get("kind") or ("micro" if parent.level == "grid" else "base" if level == "grid" else "")
    if (kind == "micro") != (parent.level == "grid"):
        raise _Impossible("micro_below_grid", parent.key)
    shape = _outline(given)
    if given.get("fit"):
        shape = _fitted(result, shape, parent, kind)
    code = str(given.get("code") or "")
    if code in result.grids:
        raise _Impossible("code_taken", code)
    key = code or f"*{given['id']}.1"
    result.grids[key] = Grid(
        key, _name(given), level, kind, parent.key, str(given.get("managed_by") or ""), shape, None, code
    )


def _fitted(result: Result, shape: Any, parent: Grid, kind: str) -> Any:
    """Within the parent and beside the neighbours, as a hand cannot draw it."""
    if parent.shape is not None:
        shape = shape.intersection(parent.shape)
    for other in result.grids.values():
        beside = other.parent == parent.key and (other.kind == "micro") == (kind == "micro")
        if beside and other.shape is not None and other.shape.intersects(shape):
            shape = shape.difference(other.shape)
    fitted = shapes.clean(shape)
    if fitted is None:
        raise _Impossible("nothing_left", parent.key)
    return fitted


def _split(result: Result, given: Mapping[str, Any]) -> None:
    grid = _shaped(result, given.get("code"))
    line = given.get("line") or []
    if len(line) < 2:
        raise _Impossible("line_short", grid.key)
    parts = shapes.split(grid.shape, line)
    if len(parts) < 2:
        raise _Impossible("line_misses", grid.key)
    names = [str(name).strip() for name in given.get("names") or []]
    keep = max(range(len(parts)), key=lambda at: parts[at].area)
    made = []
    for at, part in enumerate(parts):
        name = names[at] if at < len(names) and names[at] else (grid.name if at == keep else f"{grid.name}（{at + 1}）")
        if at == keep:
            result.grids[grid.key] = replace(grid, name=name, shape=part)
            continue
        key = f"*{given['id']}.{at + 1}"
        result.grids[key] = replace(grid, key=key, name=name, shape=part, id=None, code="")
        made.append(key)
    result.moved_to[grid.key] = [grid.key, *made]
    _rehouse(result, grid.key, [grid.key, *made])


def _merge(result: Result, given: Mapping[str, Any]) -> None:
    from shapely.ops import unary_union

    keys = list(dict.fromkeys(str(key) for key in given.get("codes") or []))
    grids = [_shaped(result, key) for key in keys]
    into = str(given.get("into") or (keys[0] if keys else ""))
    if len(grids) < 2 or into not in keys:
        raise _Impossible("merge_two", *keys)
    if len({(grid.level, grid.kind == "micro") for grid in grids}) > 1:
        raise _Impossible("merge_levels", *keys)
    kept = result.grids[into]
    name = str(given.get("name") or "").strip() or kept.name
    for key in keys:
        if key != into:
            _rehouse(result, key, [into])
            result.moved_to[key] = [into]
            del result.grids[key]
    result.grids[into] = replace(kept, name=name, shape=shapes.clean(unary_union([grid.shape for grid in grids])))


def _change(result: Result, given: Mapping[str, Any]) -> None:
    grid = _find(result, given.get("code"))
    changes: dict[str, Any] = {}
    if str(given.get("name") or "").strip():
        changes["name"] = _name(given)
    if given.get("kind"):
        changes["kind"] = str(given["kind"])
    if given.get("managed_by") is not None:
        changes["managed_by"] = str(given["managed_by"])
    if given.get("parent"):
        parent = _find(result, given["parent"])
        if LEVEL_BELOW.get(parent.level) != grid.level or _is_below(result, parent.key, grid.key):
            raise _Impossible("wrong_parent", grid.key, parent.key)
        changes["parent"] = parent.key
    changed = replace(grid, **changes)
    above = result.grids.get(changed.parent)
    if grid.level == "grid" and above is not None and (changed.kind == "micro") != (above.level == "grid"):
        raise _Impossible("micro_below_grid", above.key)
    result.grids[grid.key] = changed


def _boundary(result: Result, given: Mapping[str, Any]) -> None:
    grid = _find(result, given.get("code"))
    shape = _outline(given)
    parent = result.grids.get(grid.parent)
    if given.get("fit") and parent is not None and parent.shape is not None:
        shape = shapes.clean(shape.intersection(parent.shape))
        if shape is None:
            raise _Impossible("nothing_left", parent.key)
    if given.get("neighbours") and grid.shape is not None:
        beside = {
            other.key: other.shape for other in result.grids.values()
            if other.key != grid.key and other.shape is not None and other.level == grid.level
            and other.micro == grid.micro and other.shape.intersects(shape.union(grid.shape))
        }  # fmt: skip
        for key, moved in shapes.moved_border(grid.shape, shape, beside).items():
            if moved is None:
                raise _Impossible("swallows", grid.key, key)
            result.grids[key] = replace(result.grids[key], shape=moved)
    result.grids[grid.key] = replace(grid, shape=shape)


def _retire(result: Result, given: Mapping[str, Any]) -> None:
    grid = _find(result, given.get("code"))
    below = [other.key for other in result.grids.values() if other.parent == grid.key]
    if below:
        raise _Impossible("has_below", grid.key)
    del result.grids[grid.key]
    result.moved_to[grid.key] = []


def _restore(result: Result, given: Mapping[str, Any]) -> None:
    """Areas as they were before a plan; those that were not there end."""
    for state in given.get("grids") or []:
        key = str(state["code"])
        result.restored.add(key)
        if not state.get("was"):
            result.grids.pop(key, None)
            continue
        now = result.grids.get(key)
        outline = state.get("geometry")
        result.grids[key] = Grid(
            key, state["name"], state["level"], state["kind"], state["parent"], state["managed_by"],
            _read(outline) if outline else None, now.id if now else None, key,
        )  # fmt: skip


_DO = {
    "draw": _draw, "split": _split, "merge": _merge, "change": _change, "boundary": _boundary, "retire": _retire,
    "restore": _restore,
}  # fmt: skip


# --- helpers ---------------------------------------------------------------------------------------------------------
def _find(result: Result, key: Any) -> Grid:
    grid = result.grids.get(str(key or ""))
    if grid is None:
        raise _Impossible("no_such_area", str(key or ""))
    return grid


def _shaped(result: Result, key: Any) -> Grid:
    grid = _find(result, key)
    if grid.shape is None:
        raise _Impossible("no_outline", grid.key)
    return grid


def _name(given: Mapping[str, Any]) -> str:
    name = str(given.get("name") or "").strip()
    if not name:
        raise _Impossible("no_name")
    return name[:120]


def _outline(given: Mapping[str, Any]) -> Any:
    return _read(given.get("geometry") or {})


def _read(outline: Mapping[str, Any]) -> Any:
    from shapely.geometry import shape

    try:
        return shape(read_outline(dict(outline)))
    except OutlineError as error:
        raise _Impossible(f"outline: {error}") from None


def _is_below(result: Result, key: str, above: str) -> bool:
    seen: set[str] = set()
    while key and key not in seen:
        if key == above:
            return True
        seen.add(key)
        grid = result.grids.get(key)
        key = grid.parent if grid else ""
    return False


def _rehouse(result: Result, old: str, homes: Sequence[str]) -> None:
    """What lay below an area goes to the part that it lies in."""
    for child in [grid for grid in result.grids.values() if grid.parent == old]:
        shape = child.shape
        inside = [
            key for key in homes
            if shape is not None and (home := result.grids[key].shape) is not None
            and home.contains(shape.representative_point())
        ]  # fmt: skip
        result.grids[child.key] = replace(child, parent=(inside or list(homes))[0])


def faults_of(before: Mapping[str, Grid], result: Result) -> list[Fault]:
    """What stands in the way, and what the plan leaves behind on the map."""
    parents = parents_of(before, result)
    now = topology.check(result.grids, parents)
    return [*result.faults, *topology.compare(now, topology.check(before, parents))]
