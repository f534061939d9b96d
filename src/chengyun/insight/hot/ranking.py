"""How hot the known issues are in a window: the same heat as for a file, over the cases that were found for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from . import heat
from .matter import Matter, Part
from .models import HotHeat

WINDOWS = (1, 7, 30, 90)
STATES = {"new": "新出现", "growing": "升温", "steady": "持平", "fading": "降温", "back": "再起"}
_MEMBERS = """
SELECT m.issue_id, m.case_id, m.at, m.sensitive, c.callers, coalesce(encode(r.phone_index, 'hex'), '')
FROM insight_hotcase m
JOIN insight_hotissue i ON i.id = m.issue_id
JOIN cases_case c ON c.id = m.case_id
LEFT JOIN cases_requester r ON r.id = c.requester_id
WHERE m.at >= %s AND m.at < %s AND NOT i.hidden AND (%s::bigint[] IS NULL OR m.issue_id = ANY(%s))
ORDER BY m.issue_id, m.at
"""
_BEFORE = """
SELECT m.issue_id, count(*) FILTER (WHERE m.at >= %s), count(*)
FROM insight_hotcase m WHERE m.at < %s AND m.issue_id = ANY(%s) GROUP BY m.issue_id
"""
_RANK = """
UPDATE insight_hotheat h SET rank = r.rank FROM (
  SELECT issue_id, row_number() OVER (ORDER BY heat DESC, matters DESC, issue_id) rank FROM insight_hotheat
  WHERE days = %s
) r WHERE h.days = %s AND h.issue_id = r.issue_id AND h.rank <> r.rank
"""


@dataclass(slots=True)
class Ranked:
    """An issue in a window."""

    issue_id: int
    heat: float
    parts: list[Part]
    matters: int
    before: int
    state: str
    trend: list[int] = field(default_factory=list)

    def stored(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "issue": self.issue_id, "heat": self.heat, "matters": self.matters, "before": self.before,
            "state": self.state, "trend": self.trend,
            "parts": [[part.code, part.count, part.points] for part in self.parts],
        }  # fmt: skip


def ranked(start: datetime, end: datetime, issues: Iterable[int] | None = None, limit: int = 1000) -> list[Ranked]:
    """The issues of a window, the hottest first; with how many matters the equally long time before had."""
    wanted = None if issues is None else sorted(issues)
    members: dict[int, list[Matter]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERS, [start, end, wanted, wanted])
        for issue, case, at, sensitive, callers, caller in cursor.fetchall():
            members[issue].append(
                Matter(str(case), "", "", at, caller=caller or f"case{case}", calls=callers, sensitive=sensitive)
            )
    found = []
    for issue, matters in members.items():
        if len(matters) < 2 and max(matter.calls for matter in matters) < 2:
            continue
        parts = heat.parts(matters, start, end)
        found.append(Ranked(issue, round(sum(part.points for part in parts), 1), parts, len(matters), 0, "new"))
    found.sort(key=lambda row: (-row.heat, -row.matters, row.issue_id))
    found = found[:limit]
    _compare(found, start, end)
    for row in found:
        row.trend = _trend(members[row.issue_id], start, end)
    return found


def _compare(found: Sequence[Ranked], start: datetime, end: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_BEFORE, [start - (end - start), start, [row.issue_id for row in found]])
        earlier = {issue: (before, ever) for issue, before, ever in cursor.fetchall()}
    for row in found:
        row.before, ever = earlier.get(row.issue_id, (0, 0))
        row.state = state_of(row.matters, row.before, ever)


def state_of(matters: int, before: int, ever: int) -> str:
    """`before`: matters of the equally long time before; `ever`: of all time before."""
    if not ever:
        return "new"
    if not before:
        return "back"
    if matters - before >= 2 and matters >= 1.3 * before:
        return "growing"
    return "fading" if before - matters >= 2 and matters <= 0.7 * before else "steady"


def _trend(matters: Sequence[Matter], start: datetime, end: datetime) -> list[int]:
    """Matters by day of the platform's zone; by hour in a window of two days or less."""
    zone = timezone.get_default_timezone()
    if end - start <= timedelta(days=2):
        hours = [0] * (int((end - start).total_seconds() // 3600) or 1)
        for matter in matters:
            assert matter.time is not None
            hours[min(len(hours) - 1, int((matter.time - start).total_seconds() // 3600))] += 1
        return hours
    first = start.astimezone(zone).date()
    days = [0] * ((end - timedelta(microseconds=1)).astimezone(zone).date() - first).days
    days.append(0)
    for matter in matters:
        assert matter.time is not None
        days[(matter.time.astimezone(zone).date() - first).days] += 1
    return days


def refresh(now: datetime, issues: Iterable[int] | None = None) -> None:
    """Bring the windows that are kept ready up to date: all issues, or some."""
    chosen = None if issues is None else sorted(issues)
    for days in WINDOWS:
        rows = ranked(now - timedelta(days=days), now + timedelta(minutes=1), chosen)
        old = HotHeat.objects.filter(days=days)
        (old if chosen is None else old.filter(issue_id__in=chosen)).delete()
        HotHeat.objects.bulk_create(
            HotHeat(
                issue_id=row.issue_id, days=days, rank=rank, heat=row.heat, parts=row.stored()["parts"],
                matters=row.matters, before=row.before, state=row.state, trend=row.trend,
            )
            for rank, row in enumerate(rows, start=1)
        )  # fmt: skip
        if chosen is not None:
            with connection.cursor() as cursor:
                cursor.execute(_RANK, [days, days])
