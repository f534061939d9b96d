"""Plans against what was done: how often all points of a plan were reached in the present period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places.queries import areas

from . import scope, standards
from .models import Patrol, PatrolPlan, PointCheck
from .words import PERIODS


def period(per: str, today: date) -> tuple[date, date]:
    """First and last day of the day, week or month that `today` is in."""
    if per == "week":
        first = today - timedelta(days=today.weekday())
        return first, first + timedelta(days=6)
    if per == "month":
        return today.replace(day=1), (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return today, today


def told(plans: Sequence[PatrolPlan], today: date | None = None) -> list[dict[str, Any]]:
    """Each plan with `done` of `times` and how many of its points were reached so far in the period."""
    today = today or timezone.localdate()
    here = standards.current()
    if not plans:
        return []
    known = areas().by_code
    people = dict(
        Account.objects.filter(username__in={plan.username for plan in plans}).values_list("username", "display_name")
    )
    runs, reached = _done(plans, today)
    items = []
    for plan in plans:
        points = {point.code for point in here.points_of(plan)}
        first, last = period(plan.per, today)
        per_run = [reached.get(run, set()) for run, day in runs.get(plan.username, ()) if first <= day <= last]
        complete = _rounds(points, per_run, runs, plan, first, last)
        so_far = points & set().union(*per_run) if per_run else set()
        area = known.get(plan.area_code)
        items.append({
            "code": plan.code, "name": plan.name, "worker": people.get(plan.username) or plan.username,
            "grid": {"id": area.id, "code": area.code, "name": area.name} if area else None, "per": plan.per,
            "per_name": PERIODS.get(plan.per, plan.per), "times": plan.times, "done": complete,
            "reached": len(so_far), "points": sorted(points),
        })  # fmt: skip
    return items


def _rounds(points: set[str], per_run: list[set[str]], runs: Any, plan: PatrolPlan, first: date, last: date) -> int:
    """How often every point was reached: patrols after each other may share a round. Without points: patrols made for
    this plan."""
    if not points:
        return sum(1 for _, day in runs.get(plan.username, ()) if first <= day <= last)
    done, missing = 0, set(points)
    for reached in per_run:
        missing -= reached
        if not missing:
            done, missing = done + 1, set(points)
    return done


def _done(plans: Sequence[PatrolPlan], today: date) -> tuple[dict[str, list[tuple[int, date]]], dict[int, set[str]]]:
    """Patrols of the workers since the longest period began, oldest first, and the points reached on each."""
    start = min(period(plan.per, today)[0] for plan in plans)
    names = {plan.username for plan in plans}
    runs: dict[str, list[tuple[int, date]]] = defaultdict(list)
    found = Patrol.objects.filter(account__username__in=names, day__gte=start, day__lte=today)
    for key, username, day in found.order_by("started_at").values_list("pk", "account__username", "day"):
        runs[username].append((key, day))
    reached: dict[int, set[str]] = defaultdict(set)
    seen = PointCheck.objects.filter(patrol__in=found.values("pk"), arrived=True)
    for key, code in seen.values_list("patrol_id", "point__code"):
        reached[key].add(code)
    return runs, reached


def page(actor: Actor) -> dict[str, Any]:
    """All plans of the grids that the person may see, those that lag behind first."""
    seen, known = scope.grids_seen(actor), areas().by_code
    plans = [
        plan for plan in standards.current().plans
        if seen is None or ((area := known.get(plan.area_code)) is not None and area.id in seen)
    ]  # fmt: skip
    items = told(plans)
    items.sort(key=lambda row: (row["done"] >= row["times"], row["code"]))
    done = sum(1 for row in items if row["done"] >= row["times"])
    return {"items": items[:2000], "figures": {"plans": len(items), "done": done, "behind": len(items) - done}}
