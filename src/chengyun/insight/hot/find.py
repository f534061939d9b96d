"""Hot issues of many matters: describe, group, name, weigh, rank. Pure but for the clock of the measuring."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime

from . import heat, naming
from .describing import Described
from .grouping import by_time, groups
from .matter import Issue, Matter, Progress, silent

LEAST = 2
LOUD, CALLED = 10, 5
"""One matter alone is an issue when so many people stand behind it, or so many called about it."""


def find(
    matters: Sequence[Matter],
    start: datetime | None = None,
    end: datetime | None = None,
    most: int | None = 200,
    progress: Progress = silent,
) -> list[Issue]:
    """The hottest issues of a window, which is what the matters span unless told; the hottest first."""
    if not matters:
        return []
    one_thread()
    times = [matter.time for matter in matters]
    known = [moment for moment in times if moment is not None]
    start = start or (min(known) if known else None)
    end = end or (max(known) if known else None)
    described = Described(matters, progress)
    found: list[Issue] = []
    for group in groups(described, progress):
        for rows in by_time(group, times):
            members = [matters[row] for row in rows]
            if len(rows) >= LEAST or is_loud(members[0]):
                found.append(_issue(members, rows, start, end))
    found.sort(key=lambda issue: (-issue.heat, -len(issue.members), issue.members[0]))
    titles = [matter.title for matter in matters]
    for rank, issue in enumerate(found[:most], start=1):
        issue.rank = rank
        issue.place = naming.place_of(described, titles, issue.positions)
        issue.title = naming.title_of(matters, described, issue.positions, issue.place)
        issue.words = naming.words_of(described, issue.positions)
    progress("done", 1.0)
    return found[:most]


def one_thread() -> None:
    """Threads that wait for each other cost more than they bring here, and stop other work; before numpy is loaded."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def is_loud(matter: Matter) -> bool:
    return matter.supporters - matter.opponents >= LOUD or matter.calls >= CALLED


def _issue(members: list[Matter], rows: list[int], start: datetime | None, end: datetime | None) -> Issue:
    parts = heat.parts(members, start, end)
    dated = [member.time for member in members if member.time is not None]
    return Issue(
        title="",
        place="",
        heat=round(sum(part.points for part in parts), 1),
        parts=parts,
        first=min(dated, default=None),
        last=max(dated, default=None),
        members=[member.id for member in members],
        positions=list(rows),
    )
