"""A breakdown by a tree: the lines one level below what was chosen, and on which of them a case is counted. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Node(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def ancestors(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a breakdown: a node with all below it; with `direct` the node itself only; without code: none."""

    code: str
    name: str
    below: bool = False
    direct: bool = False


NOWHERE = Line("", "")


class Outline:
    """Where each node of a tree is counted. `chosen` are codes; with one of them its children are told apart, with
    several each is a line, with none the topmost nodes (below a single root: its children)."""

    def __init__(self, nodes: Mapping[int, Node], chosen: Collection[str] = ()):
        self.nodes = nodes
        self.parents = {node.ancestors[-1] for node in nodes.values() if node.ancestors}
        self.chosen = {node.id for node in nodes.values() if node.code in chosen}
        self.codes = set(chosen)
        if not self.codes:
            roots = {(node.ancestors or (node.id,))[0] for node in nodes.values()}
            only = next(iter(roots)) if len(roots) == 1 else None
            if only in self.parents and only in nodes:
                self.chosen, self.codes = {only}, {nodes[only].code}

    def line(self, key: int | None) -> Line:
        """The line on which a case with this node is counted."""
        node = self.nodes.get(key) if key is not None else None
        if node is None:
            return NOWHERE
        chain: Sequence[int] = (*node.ancestors, node.id)
        if not self.codes:
            return self._whole(chain[0])
        at = next((place for place, step in enumerate(chain) if step in self.chosen), None)
        if at is None:
            return NOWHERE
        if len(self.codes) > 1:
            return self._whole(chain[at])
        if at + 1 < len(chain):
            return self._whole(chain[at + 1])
        return Line(node.code, node.name, direct=node.id in self.parents)

    def _whole(self, key: int) -> Line:
        node = self.nodes[key]
        return Line(node.code, node.name, below=key in self.parents)
