"""Whether areas lie beside each other as they should: no overlaps, no gaps, nothing outside. Pure, with shapely."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import shapes

OVERLAP, GAP, OUTSIDE, STRIP, TINY, PIECES, SAME_NAME, NO_OUTLINE = (
    "overlap", "gap", "outside", "strip", "tiny", "pieces", "same_name", "no_outline",
)  # fmt: skip
STOPS = frozenset({OVERLAP, OUTSIDE, SAME_NAME})
"""A plan that brings one of these cannot be submitted; the others are told."""
SMALLEST = 100.0
MOST = 500


@dataclass(frozen=True)
class Grid:
    """An area as it is on a day, or will be. `key` is its code, or "*…" while it has none. `id`: the row it is now."""

    key: str
    name: str
    level: str
    kind: str
    parent: str
    managed_by: str
    shape: Any
    id: int | None = None
    code: str = ""

    @property
    def micro(self) -> bool:
        return self.kind == "micro"


@dataclass(frozen=True)
class Fault:
    """`keys`: the areas it concerns. `size`: square metres. `old`: it was there before. `operation`: whose it is."""

    kind: str
    keys: tuple[str, ...]
    geometry: dict[str, Any] | None = None
    size: float = 0.0
    stops: bool = False
    old: bool = False
    operation: int | None = None
    words: str = ""


def check(grids: Mapping[str, Grid], parents: Collection[str]) -> list[Fault]:
    """Faults among the areas below `parents`, at most 500, the grave ones first."""
    found: list[Fault] = []
    below: dict[str, list[Grid]] = {}
    for grid in grids.values():
        if grid.parent in parents:
            below.setdefault(grid.parent, []).append(grid)
    for parent, children in below.items():
        found += _within(grids.get(parent), children)
        found += _names(children)
        for child in children:
            found += _alone(child)
    found += _overlaps(grids, {child.key for children in below.values() for child in children})
    return sorted(found, key=lambda fault: (not fault.stops, -fault.size))[:MOST]


def compare(now: Iterable[Fault], before: Iterable[Fault]) -> list[Fault]:
    """Faults that were there before, and no worse, stop nobody."""
    sizes: dict[tuple[str, tuple[str, ...]], float] = {}
    for fault in before:
        key = (fault.kind, fault.keys)
        sizes[key] = max(sizes.get(key, 0.0), fault.size)
    return [
        replace(fault, old=True, stops=False)
        if (fault.kind, fault.keys) in sizes and fault.size <= sizes[fault.kind, fault.keys] * 1.001 + shapes.LEAST
        else fault
        for fault in now
    ]


def _fault(kind: str, keys: Iterable[str], shape: Any = None, stops: bool | None = None) -> Fault:
    return Fault(
        kind, tuple(sorted(keys)), shapes.outline_of(shape) if shape is not None else None,
        round(shapes.square_metres(shape), 1), kind in STOPS if stops is None else stops,
    )  # fmt: skip


def _alone(grid: Grid) -> list[Fault]:
    if grid.shape is None:
        return [_fault(NO_OUTLINE, [grid.key])]
    parts = shapes.pieces(grid.shape)
    if shapes.square_metres(grid.shape) < SMALLEST:
        return [_fault(TINY, [grid.key], grid.shape)]
    return [_fault(PIECES, [grid.key], grid.shape)] if len(parts) > 1 else []


def _names(children: Iterable[Grid]) -> list[Fault]:
    by_name: dict[str, list[str]] = {}
    for child in children:
        by_name.setdefault(child.name, []).append(child.key)
    return [_fault(SAME_NAME, keys) for keys in by_name.values() if len(keys) > 1]


def _within(parent: Grid | None, children: list[Grid]) -> list[Fault]:
    """What lies outside of the parent, and what of it belongs to nobody."""
    from shapely.ops import unary_union

    shapes_below = [child.shape for child in children if child.shape is not None]
    if parent is None or parent.shape is None or not shapes_below:
        return []
    found = []
    for child in children:
        if child.shape is None or parent.shape.covers(child.shape):
            continue
        rest = shapes.clean(child.shape.difference(parent.shape))
        if rest is not None:
            strip = all(shapes.is_strip(piece) for piece in shapes.pieces(rest))
            found.append(_fault(STRIP if strip else OUTSIDE, [child.key, parent.key], rest))
    if all(child.micro for child in children):
        return found  # micro grids need not fill their grid
    open_land = shapes.clean(parent.shape.difference(unary_union(shapes_below)))
    for piece in shapes.pieces(open_land):
        found.append(_fault(STRIP if shapes.is_strip(piece) else GAP, [parent.key], piece))
    return found


def _overlaps(grids: Mapping[str, Grid], asked: Collection[str]) -> list[Fault]:
    """Areas of one level that cover the same land, also across the border of their parents."""
    from shapely import STRtree

    shaped = [grid for grid in grids.values() if grid.shape is not None]
    tree = STRtree([grid.shape for grid in shaped])
    found = []
    for at, grid in enumerate(shaped):
        if grid.key not in asked:
            continue
        for other_at in tree.query(grid.shape, predicate="intersects").tolist():
            other = shaped[other_at]
            beside = other.level == grid.level and other.micro == grid.micro
            if not beside or other_at == at or (other.key in asked and other_at < at):
                continue
            common = shapes.clean(grid.shape.intersection(other.shape))
            if common is not None:
                strip = all(shapes.is_strip(piece) for piece in shapes.pieces(common))
                found.append(_fault(STRIP if strip else OVERLAP, [grid.key, other.key], common))
    return found
