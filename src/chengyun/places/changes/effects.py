"""What else a new map touches: rooms above say what of theirs will lie elsewhere. Registered in AppConfig.ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from chengyun.org.access import Actor

from .operations import Result
from .topology import Grid


@dataclass(frozen=True)
class Effect:
    """So many things will lie elsewhere. `gathered`: a filter of the case list that opens them. `examples`: names."""

    code: str
    name: str
    name_en: str
    count: int
    gathered: str = ""
    examples: tuple[str, ...] = ()
    capped: bool = False


class Moves:
    """The map before and after, for asking where points lie."""

    def __init__(self, plan_id: int, day: date, before: Mapping[str, Grid], result: Result):
        self.plan_id, self.day, self.before, self.result = plan_id, day, before, result
        self.after = result.grids
        self.ended = {key for key in result.touched if key in before and key not in self.after}

    @cached_property
    def moved(self) -> set[str]:
        """Keys of areas whose land changes."""
        found = set()
        for key in self.result.touched:
            old, new = self.before.get(key), self.after.get(key)
            if old is None or new is None or _differs(old.shape, new.shape):
                found.add(key)
        return found

    @cached_property
    def bbox(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north of all land that changes hands."""
        boxes = [
            grid.shape.bounds for key in self.moved for grid in (self.before.get(key), self.after.get(key))
            if grid is not None and grid.shape is not None
        ]  # fmt: skip
        if not boxes:
            return None
        return (
            min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
        )  # fmt: skip

    def elsewhere(self, points: Sequence[tuple[Any, Any]]) -> list[int]:
        """Longitude, latitude of each. Positions in `points` of those that lie in another grid afterwards."""
        if not points or not self.moved:
            return []
        was, becomes = _keys(self.before, points), _keys(self.after, points)
        return [at for at in range(len(points)) if was[at] != becomes[at]]


def _differs(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is not other
    return not one.equals(other)


def _keys(grids: Mapping[str, Grid], points: Sequence[tuple[Any, Any]]) -> list[str]:
    """The grid around each point: the key, or "" outside of all; micro grids do not count."""
    from shapely import STRtree
    from shapely import points as of

    shaped = [g for g in grids.values() if g.shape is not None and g.level == "grid" and not g.micro]
    found = [""] * len(points)
    asked, hits = STRtree([grid.shape for grid in shaped]).query(of(points), predicate="intersects")
    for at, hit in zip(asked.tolist(), hits.tolist(), strict=True):
        key = shaped[hit].key
        if not found[at] or key < found[at]:
            found[at] = key
    return found


Looker = Callable[[Moves, Actor], Iterable[Effect]]
_lookers: dict[str, Looker] = {}


def register(code: str, looker: Looker) -> None:
    """`looker` says what of its room will lie elsewhere, counting only what the actor may see."""
    _lookers[code] = looker


def look(moves: Moves, actor: Actor) -> list[Effect]:
    return [effect for looker in _lookers.values() for effect in looker(moves, actor) if effect.count]
