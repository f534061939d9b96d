"""What the algorithm knows of one matter, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """One message or case. `kind`: how it was classified, where that is known; cases of one kind are a little more
    alike, but people describe, and clerks classify, the same matter in several ways."""

    id: str
    title: str
    text: str
    time: datetime | None = None
    supporters: int = 0
    opponents: int = 0
    caller: str = ""
    calls: int = 1
    sensitive: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of the heat: what was counted, what it adds."""

    code: str
    count: float
    points: float


@dataclass(slots=True)
class Issue:
    """Matters about the same thing in the same place."""

    title: str
    place: str
    heat: float
    parts: list[Part]
    first: datetime | None
    last: datetime | None
    members: list[str]
    words: list[tuple[str, int]] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    rank: int = 0


Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Progress that nobody looks at."""
