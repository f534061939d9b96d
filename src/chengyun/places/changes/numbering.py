"""Codes of areas by a rule that is data: what comes before the number, how many digits, in which order. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from . import shapes
from .topology import Grid

ROWS, SOUTH, GIVEN = "west_east", "north_south", "given"
ORDERS = {ROWS: "自西向东、自北向南", SOUTH: "自北向南、自西向东", GIVEN: "按登记先后"}
_PART = re.compile(r"\{(parent|district|kind|serial)(?::(\d))?\}")


@dataclass(frozen=True)
class Rule:
    """`pattern`: "{parent}{serial:3}"; parts are parent (code above), district (its first six digits), kind, serial.

    `kinds`: of which grids (base, special, micro; empty: all). `level`: of which level of areas.
    """

    code: str
    pattern: str
    level: str = "grid"
    kinds: tuple[str, ...] = ()
    order: str = ROWS
    first: int = 1
    kind_codes: Mapping[str, str] | None = None

    def fits(self, grid: Grid) -> bool:
        return self.level == grid.level and (not self.kinds or grid.kind in self.kinds)

    def before(self, grid: Grid, parent: str) -> tuple[str, str]:
        """What stands before and behind the number."""
        parts = {"parent": parent, "district": parent[:6], "kind": (self.kind_codes or {}).get(grid.kind, "")}
        head, tail = self.pattern.split(_serial(self.pattern), 1)
        fill = lambda text: _PART.sub(lambda found: parts[found[1]], text)  # noqa: E731
        return fill(head), fill(tail)

    @property
    def digits(self) -> int:
        found = [int(width or 3) for name, width in _PART.findall(self.pattern) if name == "serial"]
        return found[0] if found else 3


def fault_of(pattern: str) -> str:
    """Why this is no pattern, in Chinese; empty when it is one."""
    if [name for name, _ in _PART.findall(pattern)].count("serial") != 1:
        return "规则里要有且只有一个 {serial:位数}"
    rest = _PART.sub("", pattern)
    if not re.fullmatch(r"[0-9A-Za-z\-]*", rest):
        return "规则里只能有 {parent}、{district}、{kind}、{serial:位数}、数字、字母和“-”"
    return ""


def _serial(pattern: str) -> str:
    return next(found[0] for found in _PART.finditer(pattern) if found[1] == "serial")


def name_new(grids: Mapping[str, Grid], rules: Sequence[Rule], used: Collection[str]) -> dict[str, str]:
    """Key → code for every new area. A number that was ever used does not come again; too many numbers: no code.

    Areas above are named first, since their codes go into those below.
    """
    taken = set(used)
    codes: dict[str, str] = {}
    waiting = [grid for grid in grids.values() if grid.key.startswith("*")]
    while waiting:
        ready = [grid for grid in waiting if not grid.parent.startswith("*") or grid.parent in codes]
        if not ready:
            break
        waiting = [grid for grid in waiting if grid not in ready]
        groups: dict[tuple[str, str, Rule], list[Grid]] = {}
        for grid in ready:
            rule = next((rule for rule in rules if rule.fits(grid)), None)
            if rule is not None:
                head, tail = rule.before(grid, codes.get(grid.parent, grid.parent))
                groups.setdefault((head, tail, rule), []).append(grid)
        for (head, tail, rule), group in groups.items():
            number = _highest(taken, head, tail, rule) + 1
            for grid in ordered(group, rule.order):
                if number >= 10**rule.digits:
                    break
                codes[grid.key] = f"{head}{number:0{rule.digits}d}{tail}"
                taken.add(codes[grid.key])
                number += 1
    return codes


def ordered(group: Sequence[Grid], order: str) -> list[Grid]:
    shaped = [grid for grid in group if grid.shape is not None]
    rest = [grid for grid in group if grid.shape is None]
    if order == GIVEN:
        return sorted(group, key=lambda grid: [int(n) for n in re.findall(r"\d+", grid.key)])
    points = [(p.x, p.y) for p in (grid.shape.representative_point() for grid in shaped)]
    if order == SOUTH:
        points = [(-y, -x) for x, y in points]
    sizes = [grid.shape.bounds for grid in shaped]
    extents = [(b[3] - b[1]) if order == ROWS else (b[2] - b[0]) for b in sizes]
    return [shaped[at] for at in shapes.reading_order(points, extents)] + rest


def _highest(taken: Collection[str], head: str, tail: str, rule: Rule) -> int:
    length = len(head) + rule.digits + len(tail)
    numbers = [
        int(code[len(head) : len(head) + rule.digits]) for code in taken
        if len(code) == length and code.startswith(head) and code.endswith(tail)
        and code[len(head) : len(head) + rule.digits].isdecimal()
    ]  # fmt: skip
    return max([*numbers, rule.first - 1])
