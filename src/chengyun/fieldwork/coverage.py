"""Which grids and points were looked at in a span of days, and who did how much: every figure with its list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils import timezone

from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places.models import Area
from chengyun.places.queries import areas

from . import scope, standards
from .models import Patrol, PatrolGrid, PointCheck
from .rules import share

WEIGHTS = {
    "days": ("weight_days", "wanted_days"), "points": ("weight_points", ""), "time": ("weight_time", "wanted_hours"),
    "gaps": ("weight_gaps", ""), "found": ("weight_found", "wanted_found"),
}  # fmt: skip
"""What a rank is made of: weight, and the amount that earns it in full (in a month of 30 days)."""


def of_days(actor: Actor, first: date | None, last: date | None) -> dict[str, Any]:
    """Grids of today with the time spent in each, points with how often they were reached."""
    start, end = scope.span(first, last, 100)
    here, known, seen = standards.current(), areas(), scope.grids_seen(actor)
    grids = [row for row in known.rows.values() if row.level == Area.GRID and (seen is None or row.id in seen)]
    codes = {row.code for row in grids}
    times = _times(start, end)
    reached = _reached(start, end)
    points = [point for point in here.points.values() if seen is None or point.area_code in codes]
    by_grid: dict[str, list[Any]] = {}
    for point in points:
        by_grid.setdefault(point.area_code, []).append(point)
    days, least = (end - start).days + 1, here["covered_minutes"] * 60
    told = [_grid(row, times.get(row.code), by_grid.get(row.code, []), reached, least, start, end) for row in grids]
    told.sort(key=lambda row: (row["covered"], row["minutes"], row["code"]))
    been = sum(1 for row in told if row["covered"])
    got = sum(1 for point in points if reached.get(point.code))
    return {
        "first": start.isoformat(), "last": end.isoformat(),
        "figures": {
            "days": days, "grids": len(told), "covered": been, "points": len(points), "reached": got,
            "minutes": round(sum(row["minutes"] for row in told)),
            "patrols": Patrol.objects.filter(scope.visible(actor), day__gte=start, day__lte=end).count(),
            "problems": _problems(actor, start, end), "covered_minutes": here["covered_minutes"],
        },
        "grids": told,
        "points": [
            {
                "code": point.code, "name": point.name, "lng": point.lng, "lat": point.lat, "grid": point.area_code,
                "times": reached.get(point.code, 0),
            }
            for point in points
        ],
    }  # fmt: skip


def _times(start: date, end: date) -> dict[str, dict[str, Any]]:
    """Area code (whatever its version then) → seconds, days, patrols."""
    rows = (
        PatrolGrid.objects.filter(day__gte=start, day__lte=end).order_by().values("grid__code")
        .annotate(seconds=Sum("seconds"), days=Count("day", distinct=True), patrols=Count("patrol", distinct=True))
    )  # fmt: skip
    return {row["grid__code"]: dict(row) for row in rows}


def _reached(start: date, end: date) -> dict[str, int]:
    found = PointCheck.objects.filter(
        at__gte=scope.midnight(start), at__lt=scope.midnight(end + timedelta(days=1)), arrived=True
    )
    return dict(found.order_by().values_list("point__code").annotate(Count("pk")))


def _problems(actor: Actor, start: date, end: date) -> int:
    own = scope.visible(actor, "patrol__unit_id", "patrol__grid_id", "account_id")
    return PointCheck.objects.filter(
        own, at__gte=scope.midnight(start), at__lt=scope.midnight(end + timedelta(days=1)), result="problem"
    ).count()


def _grid(
    row: Any, time: Mapping[str, Any] | None, points: list[Any], reached: Mapping[str, int], least: float,
    start: date, end: date,
) -> dict[str, Any]:  # fmt: skip
    seconds = time["seconds"] if time else 0
    span = {"grid": row.code, "first": start.isoformat(), "last": end.isoformat()}
    above = areas().rows.get(row.parent_id) if row.parent_id else None
    return {
        "id": row.id, "code": row.code, "name": row.name, "community": above.name if above else "",
        "minutes": round(seconds / 60, 1), "days": time["days"] if time else 0,
        "patrols": time["patrols"] if time else 0, "covered": seconds >= least,
        "points": len(points), "reached": sum(1 for point in points if reached.get(point.code)), "query": span,
    }  # fmt: skip


# --- ranking ----------------------------------------------------------------------------------------------------------
def ranking(actor: Actor, by: str, month: str) -> dict[str, Any]:
    """Workers or grids of a month by points out of 100; each part with its figure and what opens it."""
    here = standards.current()
    start, end = scope.month_span(month)
    until = min(end, timezone.localdate())
    whole = max(1, (until - start).days + 1) / 30
    people = _people(actor, start, end) if by == "worker" else _grids(actor, start, end)
    items = [_ranked(row, here, whole, by, start, end) for row in people]
    items.sort(key=lambda row: (-row["score"], row["code"]))
    place, last = 0, None
    for number, row in enumerate(items, 1):
        if row["score"] != last:
            place, last = number, row["score"]
        row["place"] = place
    return {
        "by": by, "month": f"{start:%Y-%m}",
        "weights": [
            {"part": part, "weight": here[weight], "wanted": round(here[wanted] * whole, 1) if wanted else None}
            for part, (weight, wanted) in WEIGHTS.items()
        ],
        "items": items[:2000],
    }  # fmt: skip


def _ranked(row: dict[str, Any], here: Any, whole: float, by: str, start: date, end: date) -> dict[str, Any]:
    span = {by: row["code"], "first": start.isoformat(), "last": end.isoformat()}
    figures: dict[str, tuple[float, float, dict[str, Any]]] = {
        "days": (row["days"], here["wanted_days"] * whole, {"page": "patrols", **span}),
        "points": (row["reached"], row["points"], {"page": "checks", **span, "arrived": "true"}),
        "time": (round(row["seconds"] / 3600, 1), here["wanted_hours"] * whole, {"page": "patrols", **span}),
        "gaps": (row["broken"], row["patrols"], {"page": "patrols", **span, "gaps": "true"}),
        "found": (row["found"], here["wanted_found"] * whole, {"page": "checks", **span, "result": "problem"}),
    }
    parts = []
    for part, (weight, _) in WEIGHTS.items():
        value, wanted, query = figures[part]
        full = share(value, wanted)
        if part == "gaps":
            full = 1 - full if wanted else 0.0
        points = round(here[weight] * full, 1)
        parts.append({
            "part": part, "value": value, "wanted": round(wanted, 1), "points": points, "weight": here[weight],
            "query": query,
        })  # fmt: skip
    return {
        "code": row["code"], "name": row["name"], "under": row["under"],
        "score": round(sum(p["points"] for p in parts), 1),
        "km": round(row["metres"] / 1000, 1), "patrols": row["patrols"], "parts": parts,
    }  # fmt: skip


def _people(actor: Actor, start: date, end: date) -> list[dict[str, Any]]:
    from chengyun.cases import catalogue

    here = standards.current()
    rows = (
        Patrol.objects.filter(scope.visible(actor), day__gte=start, day__lte=end).order_by()
        .values("account__username", "worker", "unit_id")
        .annotate(
            days=Count("day", distinct=True), seconds=Sum("seconds"), metres=Sum("distance_m"), patrols=Count("pk"),
            broken=Count("pk", filter=Q(gaps__gt=0)),
        )
    )  # fmt: skip
    found = PointCheck.objects.filter(
        at__gte=scope.midnight(start), at__lt=scope.midnight(end + timedelta(days=1))
    ).order_by()
    checked = {
        row["account__username"]: row
        for row in found.values("account__username").annotate(
            reached=Count("point", filter=Q(arrived=True), distinct=True), found=Count("pk", filter=Q(result="problem"))
        )
    }
    made = {}
    for row in rows:
        name = row["account__username"]
        wanted = {point.code for plan in here.plans_of(name) for point in here.points_of(plan)}
        seen: dict[str, Any] = dict(checked.get(name, {}))
        made[name] = {
            "code": name, "name": row["worker"], "under": catalogue.current().unit_name(row["unit_id"]),
            "days": row["days"], "seconds": row["seconds"] or 0, "metres": row["metres"] or 0,
            "patrols": row["patrols"], "broken": row["broken"], "points": len(wanted),
            "reached": seen.get("reached", 0), "found": seen.get("found", 0),
        }  # fmt: skip
    for username, name, unit in _idle(actor, set(made)):
        wanted = {point.code for plan in here.plans_of(username) for point in here.points_of(plan)}
        made[username] = {
            "code": username, "name": name, "under": unit, "days": 0, "seconds": 0, "metres": 0, "patrols": 0,
            "broken": 0, "points": len(wanted), "reached": 0, "found": 0,
        }  # fmt: skip
    return list(made.values())


def _idle(actor: Actor, there: set[str]) -> list[tuple[str, str, str]]:
    """Who has a plan and did nothing: absent from a ranking nobody would see them."""
    from chengyun.cases import catalogue

    names = {plan.username for plan in standards.current().plans} - there
    found = Account.objects.filter(scope.visible(actor, "unit_id", "", "id"), username__in=names, is_active=True)
    rows = found.values_list("username", "display_name", "unit_id")
    return [(username, name or username, catalogue.current().unit_name(unit)) for username, name, unit in rows]


def _grids(actor: Actor, start: date, end: date) -> list[dict[str, Any]]:
    told = of_days(actor, start, end)
    spent: dict[str, dict[str, Any]] = {
        row["grid__code"]: dict(row)
        for row in Patrol.objects.filter(day__gte=start, day__lte=end, grid__isnull=False).order_by()
        .values("grid__code").annotate(metres=Sum("distance_m"), patrols=Count("pk"),
                                       broken=Count("pk", filter=Q(gaps__gt=0)))
    }  # fmt: skip
    found = PointCheck.objects.filter(
        at__gte=scope.midnight(start), at__lt=scope.midnight(end + timedelta(days=1)), result="problem"
    )
    problems = dict(found.order_by().values_list("point__area_code").annotate(Count("pk")))
    return [
        {
            "code": row["code"], "name": row["name"], "under": row["community"], "days": row["days"],
            "seconds": row["minutes"] * 60, "metres": spent.get(row["code"], {}).get("metres", 0) or 0,
            "patrols": spent.get(row["code"], {}).get("patrols", 0),
            "broken": spent.get(row["code"], {}).get("broken", 0), "points": row["points"],
            "reached": row["reached"], "found": problems.get(row["code"], 0),
        }
        for row in told["grids"]
    ]  # fmt: skip
