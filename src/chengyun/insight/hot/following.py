"""Issues followed over days: what was found today is given to the issues that are known, by the cases they share.

A case stays in the issue it is in unless a person moves it. New cases join the issue that most of their group is in;
a group none of whose cases is known is a new issue. Two issues become one when one group holds most of both.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel import rows

from . import heat, ranking
from .find import find
from .loading import load
from .matter import Issue, Matter
from .models import HotCase, HotIssue, HotRun, HotStep

SHARED = 0.6
MACHINE = "系统"
LOCK = 0x68_6F_74_69
_TOTALS = """
UPDATE insight_hotissue i SET matters = t.matters, callers = t.callers, first_at = t.first_at, last_at = t.last_at,
  category_id = t.category_id, area_id = t.area_id, lng = t.lng, lat = t.lat
FROM (
  SELECT m.issue_id, count(*) matters, sum(c.callers) callers, min(m.at) first_at, max(m.at) last_at,
    mode() WITHIN GROUP (ORDER BY c.category_id) category_id,
    mode() WITHIN GROUP (
      ORDER BY CASE WHEN a.level IN ('subdistrict', 'community') THEN a.id
                    ELSE coalesce(a.parent_id, c.subdistrict_id) END
    ) area_id,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY c.lng) lng, percentile_disc(0.5) WITHIN GROUP (ORDER BY c.lat) lat
  FROM insight_hotcase m JOIN cases_case c ON c.id = m.case_id LEFT JOIN places_area a ON a.id = c.area_id
  WHERE m.issue_id = ANY(%s) GROUP BY m.issue_id
) t WHERE t.issue_id = i.id
"""


@dataclass(slots=True)
class Outcome:
    """What a look has changed."""

    cases: int = 0
    added: int = 0
    new: int = 0
    merged: int = 0


def look(run: HotRun, now: datetime | None = None) -> Outcome:
    """Look at the cases of the run's window; its ranking is kept with it, and the windows that are always ready."""
    begun, now = time.perf_counter(), now or timezone.now()
    HotRun.objects.filter(pk=run.pk).update(state=HotRun.RUNNING)
    loaded = load(run.start, run.end)
    found = find(loaded.matters, run.start, run.end, most=None)
    with transaction.atomic():
        rows.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        outcome = keep(found, loaded.matters, now)
        ranking.refresh(now)
        best = ranking.ranked(run.start, run.end, limit=200)
    outcome.cases = len(loaded.matters)
    run.state, run.finished_at = HotRun.DONE, timezone.now()
    run.cases, run.issues, run.seconds = outcome.cases, len(best), round(time.perf_counter() - begun, 1)
    run.ranking = [row.stored() for row in best]
    run.said = f"只看了最新的 {outcome.cases} 件。" if loaded.cut else ""
    run.save()
    return outcome


def keep(found: Sequence[Issue], matters: Sequence[Matter], now: datetime) -> Outcome:
    """Give what was found to the issues that are known."""
    outcome = Outcome()
    by_id = {int(matter.id): matter for matter in matters}
    known = dict(HotCase.objects.filter(case_id__in=list(by_id)).values_list("case_id", "issue_id"))
    kept = set(HotCase.objects.filter(issue_id__in=set(known.values()), kept=True).values_list("issue_id", flat=True))
    total = Counter(known.values())
    touched: set[int] = set()
    for group in sorted(found, key=lambda issue: -len(issue.members)):
        cases = [int(member) for member in group.members]
        votes = Counter(known[case] for case in cases if case in known)
        fresh = [case for case in cases if case not in known]
        if votes:
            best = min(votes, key=lambda issue: (-votes[issue], issue))
            for other in _absorbed(best, votes, total, kept):
                merge(other, best, None, MACHINE, "两件事的案件已分不开", now)
                known = {case: best if issue == other else issue for case, issue in known.items()}
                outcome.merged += 1
        elif fresh:
            best = _new(group, by_id, now)
            outcome.new += 1
        if fresh or not votes:
            _join(best, fresh, by_id)
            outcome.added += len(fresh)
        known.update(dict.fromkeys(fresh, best))
        touched.add(best)
        _name(best, group)
    count(touched)
    return outcome


def _absorbed(best: int, votes: Counter[int], total: Counter[int], kept: set[int]) -> list[int]:
    """Issues most of whose cases are in the group that holds most of `best` too; none that a person has arranged."""
    if best in kept or votes[best] < SHARED * total[best]:
        return []
    return [issue for issue in votes if issue != best and issue not in kept and votes[issue] >= SHARED * total[issue]]


def _new(group: Issue, by_id: dict[int, Matter], now: datetime) -> int:
    moments = [moment for member in group.members if (moment := by_id[int(member)].time) is not None]
    issue = HotIssue.objects.create(
        title=group.title[:120], place=group.place[:80], words=[list(pair) for pair in group.words],
        first_at=min(moments), last_at=max(moments), created_at=now, titled_matters=len(group.members),
    )  # fmt: skip
    HotStep.objects.create(issue=issue, at=now, actor=MACHINE, action="found", detail={"cases": len(group.members)})
    return issue.pk


def _join(issue: int, cases: Sequence[int], by_id: dict[int, Matter]) -> None:
    HotCase.objects.bulk_create(
        [
            HotCase(case_id=case, issue_id=issue, at=moment, sensitive=heat.is_sensitive(by_id[case]))
            for case in cases
            if (moment := by_id[case].time) is not None
        ],
        ignore_conflicts=True,
    )


def _name(issue_id: int, group: Issue) -> None:
    """The machine's name and words follow while an issue grows; a name given by a person stays."""
    size = len(group.members)
    rows_ = HotIssue.objects.filter(pk=issue_id)
    rows_.update(words=[list(pair) for pair in group.words])
    rows_.filter(named=False, titled_matters__lte=size // 2).update(
        title=group.title[:120], place=group.place[:80], titled_matters=size
    )


def count(issues: set[int]) -> None:
    """Matters, callers, times and middle of issues whose cases have changed."""
    with connection.cursor() as cursor:
        cursor.execute(_TOTALS, [sorted(issues)])


def merge(
    source: int, target: int, actor_id: int | None, actor: str, note: str, now: datetime, *, kept: bool = False
) -> int:
    """All cases of one issue go to another; how many."""
    cases = list(HotCase.objects.filter(issue_id=source).values_list("case_id", flat=True))
    HotCase.objects.filter(issue_id=source).update(issue_id=target, **({"kept": True} if kept else {}))
    HotIssue.objects.filter(merged_into_id=source).update(merged_into_id=target)
    old = HotIssue.objects.get(pk=source)
    old.merged_into_id, old.version = target, old.version + 1
    old.save(update_fields=["merged_into_id", "version"])
    old.heats.all().delete()
    for issue, action, detail in (
        (source, "merged", {"into": target}),
        (target, "merge", {"from": source, "title": old.title, "cases": cases}),
    ):
        HotStep.objects.create(
            issue_id=issue, at=now, actor_id=actor_id, actor=actor[:120], action=action, note=note[:400], detail=detail
        )
    return len(cases)


def begin(days: int, actor_id: int | None, actor: str, now: datetime | None = None) -> HotRun:
    """A run over the last days, waiting for its turn."""
    now = now or timezone.now()
    return HotRun.objects.create(
        start=now - timedelta(days=days), end=now, asked_by_id=actor_id, asked_by=actor[:120], asked_at=now
    )


def forget_old(now: datetime | None = None) -> int:
    """Runs older than a month: their rankings are in the issues."""
    return HotRun.objects.filter(asked_at__lt=(now or timezone.now()) - timedelta(days=30)).delete()[0]


def is_due(now: datetime | None = None) -> bool:
    """Whether cases came or a day has passed since the last look."""
    now = now or timezone.now()
    last = HotRun.objects.filter(state=HotRun.DONE).order_by("-end").values_list("end", flat=True).first()
    if last is None or now - last > timedelta(hours=20):
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM cases_case WHERE received_at >= %s)", [last])
        return bool(cursor.fetchone()[0])
