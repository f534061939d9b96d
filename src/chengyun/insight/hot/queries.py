"""Reading hot issues: who sees which, the ranking of a window, one with its words, trend, cases and history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import HotCase, HotHeat, HotIssue, HotRun
from .ranking import STATES

SHOWN_CASES = 100
LONG_LIFE = 183
_NONE = HotHeat(rank=0, heat=0.0, parts=[], matters=0, before=0, state="steady", trend=[])


def visible(actor: Actor) -> QuerySet[HotIssue]:
    """An issue is shown to whoever may see each of its cases; else its figures would tell of others."""
    living = HotIssue.objects.filter(merged_into=None)
    if access.sees_everything(actor):
        return living
    seen = access.visible_to(actor).filter(pk=OuterRef("case_id"))
    hidden = HotCase.objects.filter(~Exists(seen), issue_id=OuterRef("pk"))
    return living.filter(~Exists(hidden))


def find(actor: Actor, issue_id: int, *, lock: bool = False) -> HotIssue:
    found = visible(actor)
    issue = (found.select_for_update(of=("self",)) if lock else found).filter(pk=issue_id).first()
    if issue is None:
        raise Problem(404, "not_found", "没有找到热点", "编号有误、已并入别的热点，或其中有您无权查看的案件。")
    return issue


# --- the ranking of a window ----------------------------------------------------------------------------------------
def page(actor: Actor, asked: Any, now: datetime | None = None) -> dict[str, Any]:
    """{items, total, start, end, looked, running, hidden}; `asked`: schemas.HotQuery."""
    now = now or timezone.now()
    start, end, heats = _window(asked, now)
    issues = visible(actor)
    if asked.q.strip():
        issues = issues.filter(Q(title__icontains=asked.q.strip()) | Q(place__icontains=asked.q.strip()))
    if asked.hidden:
        rows = issues.filter(hidden=True).order_by("-last_at", "-id")
        found = [(issue, heats.get(issue.pk, _NONE)) for issue in rows[: asked.limit]]
        total = rows.count()
    else:
        known = {issue.pk: issue for issue in issues.filter(hidden=False, pk__in=list(heats))}
        ordered = sorted((heat for key, heat in heats.items() if key in known), key=lambda heat: heat.rank)
        ordered = [heat for heat in ordered if not asked.state or heat.state == asked.state]
        found = [(known[heat.issue_id], heat) for heat in ordered[: asked.limit]]
        total = len(ordered)
    runs = list(HotRun.objects.defer("ranking").order_by("-asked_at")[:50])
    return {
        "items": [told(issue, heat, start, end) for issue, heat in found], "total": total,
        "start": iso(start), "end": iso(end), "hidden": visible(actor).filter(hidden=True).count(),
        "looked": next((run_told(run) for run in runs if run.state == HotRun.DONE), None),
        "running": next((run_told(run) for run in runs if run.state in (HotRun.WAITING, HotRun.RUNNING)), None),
    }  # fmt: skip


def _window(asked: Any, now: datetime) -> tuple[datetime, datetime, dict[int, HotHeat]]:
    """Start, end and the heat of each issue in it, hottest first by `rank`."""
    if asked.run:
        run = HotRun.objects.filter(pk=asked.run, state=HotRun.DONE).first()
        if run is None:
            raise Problem(404, "not_found", "没有这次计算", "它还没有算完，或已超过一个月被清理；请重新计算。")
        return run.start, run.end, {row["issue"]: _stored(row, rank) for rank, row in enumerate(run.ranking, start=1)}
    days = int(asked.days)
    return now - timedelta(days=days), now, {row.issue_id: row for row in HotHeat.objects.filter(days=days)}


def _stored(row: dict[str, Any], rank: int) -> HotHeat:
    return HotHeat(
        issue_id=row["issue"], rank=rank, heat=row["heat"], parts=row["parts"], matters=row["matters"],
        before=row["before"], state=row["state"], trend=row["trend"],
    )  # fmt: skip


def told(issue: HotIssue, heat: HotHeat, start: datetime, end: datetime) -> dict[str, Any]:
    known = catalogue.current()
    area, category = known.area(issue.area_id), known.category(issue.category_id)
    everything = {"gathered": f"hot:{issue.pk}"}
    here = {**everything, "received_from": iso(start), "received_to": iso(end)}
    return {
        "id": issue.pk, "rank": heat.rank, "title": issue.title, "place": issue.place, "named": issue.named,
        "heat": heat.heat, "parts": [_part(part, here) for part in heat.parts],
        "matters": heat.matters, "before": heat.before, "state": heat.state, "state_name": STATES[heat.state],
        "trend": heat.trend, "all_matters": issue.matters, "all_callers": issue.callers,
        "first_at": iso(issue.first_at), "last_at": iso(issue.last_at),
        "area": {"code": area.code, "name": area.name} if area else None,
        "category": {"code": category.code, "name": category.name} if category else None,
        "lng": issue.lng, "lat": issue.lat, "version": issue.version, "hidden": issue.hidden, "query": here,
        "before_query": {**everything, "received_from": iso(start - (end - start)), "received_to": iso(start)},
        "all_query": everything,
    }  # fmt: skip


def _part(part: list[Any], here: dict[str, Any]) -> dict[str, Any]:
    code, count, points = part
    opens = code in ("matters", "callers") and count
    return {"code": code, "count": count, "points": points, "query": here if opens else None}


def run_told(run: HotRun) -> dict[str, Any]:
    return {
        "id": run.pk, "start": iso(run.start), "end": iso(run.end), "state": run.state, "asked_by": run.asked_by,
        "asked_at": iso(run.asked_at), "finished_at": iso(run.finished_at), "cases": run.cases, "issues": run.issues,
        "seconds": run.seconds, "said": run.said,
    }  # fmt: skip


def find_run(run_id: int) -> HotRun:
    run = HotRun.objects.defer("ranking").filter(pk=run_id).first()
    if run is None:
        raise Problem(404, "not_found", "没有这次计算", "编号有误，或已超过一个月被清理。")
    return run


# --- one ------------------------------------------------------------------------------------------------------------
def detail(actor: Actor, issue_id: int, asked: Any, now: datetime | None = None) -> dict[str, Any]:
    """An issue in a window, with everything else that is known of it; `asked`: schemas.HotWindow."""
    now = now or timezone.now()
    issue = find(actor, issue_id)
    start, end, heats = _window(asked, now)
    return {
        **told(issue, heats.get(issue.pk, _NONE), start, end),
        "words": [{"word": word, "cases": cases} for word, cases in issue.words],
        "life": _life(issue), "members": _members(actor, issue), "merged_into": issue.merged_into_id,
        "windows": {str(days): heat for days, heat in issue.heats.values_list("days", "heat")},
        "steps": [
            {**step, "at": iso(step["at"]), "detail": _shown(step["detail"])}
            for step in issue.steps.order_by("-id").values("id", "at", "actor", "action", "note", "detail")[:100]
        ],
    }  # fmt: skip


def _shown(kept: dict[str, Any]) -> dict[str, Any]:
    """Which cases a merging moved is for undoing it; a reader needs their number."""
    return {**kept, "cases": len(kept["cases"])} if isinstance(kept.get("cases"), list) else kept


def _life(issue: HotIssue) -> dict[str, Any]:
    zone = timezone.get_default_timezone()
    days = [at.astimezone(zone).date() for at in issue.members.order_by("at").values_list("at", flat=True)]
    first, last = (days[0], days[-1]) if days else (issue.first_at.date(), issue.first_at.date())
    step = 7 if (last - first).days > LONG_LIFE else 1
    counts = [0] * ((last - first).days // step + 1)
    for day in days:
        counts[(day - first).days // step] += 1
    return {"start": first.isoformat(), "days": step, "counts": counts}


def _members(actor: Actor, issue: HotIssue) -> list[dict[str, Any]]:
    """The newest of its cases; all of them are in the list that `all_query` opens."""
    known = catalogue.current()
    columns = ("number", "title", "received_at", "is_open", "callers", "category_id", "area_id", "subdistrict_id")
    cases = access.visible_to(actor, Case.objects.filter(pk__in=_ids([issue.pk])))
    found = []
    for row in cases.order_by("-received_at", "-id").values(*columns)[:SHOWN_CASES]:
        category = known.category(row["category_id"])
        area = known.area(row["area_id"]) or known.area(row["subdistrict_id"])
        found.append({
            "number": row["number"], "title": row["title"], "received_at": iso(row["received_at"]),
            "open": row["is_open"], "callers": row["callers"], "category": category.name if category else "",
            "area": area.name if area else "",
        })  # fmt: skip
    return found


def _ids(issues: Iterable[int]) -> QuerySet[Any, Any]:
    return HotCase.objects.filter(issue_id__in=list(issues)).values("case_id")


# --- as a filter of every list --------------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    """Cases of an issue; of one that lives on in another, those of the other."""
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 16 else 0
    issue = HotIssue.objects.filter(pk=number).only("pk", "merged_into_id").first()
    if issue is None:
        raise ValueError(what)
    return Q(pk__in=_ids([issue.merged_into_id or issue.pk]))


def register_source() -> None:
    gathered.register(gathered.Source("hot", _gathered, lambda what: f"热点 {what}"))
