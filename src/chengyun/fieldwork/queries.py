"""What is told of patrols: today on the phone, who is out now, lists, one track, points checked."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q, Sum
from django.utils import timezone

from chengyun.cases import catalogue, looks
from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places.models import Area
from chengyun.places.queries import areas

from . import planning, scope, standards, tracks
from .models import LastPosition, Patrol, PointCheck, Position, TrackLook
from .rules import MARKS, staleness, stretches

PHONE_RULES = ("sample_seconds", "batch_seconds", "batch_most", "gap_minutes", "accuracy_metres", "radius_metres")
NOW_MOST = 3000


def area_told(area_id: int | None, names: Mapping[int, tuple[str, str]] | None = None) -> dict[str, Any] | None:
    if area_id is None:
        return None
    row = areas().rows.get(area_id)
    if row is not None:
        return {"id": row.id, "code": row.code, "name": row.name}
    code, name = (names or old_names([area_id])).get(area_id, ("", ""))
    return {"id": area_id, "code": code, "name": name}


def old_names(ids: Any) -> dict[int, tuple[str, str]]:
    """Names of areas that are no more."""
    known = areas().rows
    gone = {key for key in ids if key is not None and key not in known}
    if not gone:
        return {}
    return {key: (code, name) for key, code, name in Area.objects.filter(pk__in=gone).values_list("id", "code", "name")}


def told(row: Patrol, names: Mapping[int, tuple[str, str]] | None = None) -> dict[str, Any]:
    return {
        "id": str(row.uid), "number": row.pk, "worker": row.worker, "unit": catalogue.current().unit_name(row.unit_id),
        "state": "running" if row.ended_at is None else "ended", "ended_how": row.ended_how,
        "day": row.day.isoformat(), "started_at": iso(row.started_at), "ended_at": iso(row.ended_at),
        "grid": area_told(row.grid_id, names), "plan": row.plan, "positions": row.positions, "marked": row.marked,
        "gaps": row.gaps, "distance_m": round(row.distance_m, 1), "seconds": row.seconds,
        "grid_seconds": row.grid_seconds, "checked": row.checked, "skew_s": row.skew_s, "last_at": iso(row.last_at),
        "note": row.note,
    }  # fmt: skip


# --- the phone --------------------------------------------------------------------------------------------------------
def today(actor: Actor) -> dict[str, Any]:
    """Everything of the day: the running patrol, plans with what is done, points, numbers, own figures."""
    here = standards.current()
    whose = actor.whose or 0
    username = Account.objects.filter(pk=whose).values_list("username", flat=True).first() or ""
    own = here.plans_of(username)
    running = Patrol.objects.filter(account_id=whose, ended_at__isnull=True).first()
    points = {point.code: point for plan in own for point in here.points_of(plan)}
    looked = dict(
        PointCheck.objects.filter(point__code__in=points, arrived=True).values_list("point__code").annotate(Max("at"))
    )
    first, last = scope.month_span("")
    said = Patrol.objects.filter(account_id=whose, day__gte=first, day__lte=last).aggregate(
        days=Count("day", distinct=True), metres=Sum("distance_m"), seconds=Sum("seconds")
    )
    reached = PointCheck.objects.filter(account_id=whose, at__gte=scope.midnight(first), arrived=True)
    return {
        "patrol": told(running) if running else None,
        "plans": planning.told(own),
        "points": [
            {
                "code": p.code, "name": p.name, "kind": p.kind, "lng": p.lng, "lat": p.lat,
                "radius": p.radius or int(here["radius_metres"]), "question": p.question,
                "photo_required": p.photo_required, "grid": p.area_code, "last_at": iso(looked.get(p.code)),
            }
            for p in points.values()
        ],
        "rules": {name: here[name] for name in PHONE_RULES},
        "figures": {
            "month": f"{first:%Y-%m}", "patrol_days": said["days"] or 0,
            "km": round((said["metres"] or 0) / 1000, 1), "hours": round((said["seconds"] or 0) / 3600, 1),
            "points": reached.values("point").distinct().count(),
        },
    }  # fmt: skip


# --- who is out now ---------------------------------------------------------------------------------------------------
def now(actor: Actor, at: datetime | None = None) -> dict[str, Any]:
    """Running patrols with each worker's last position; those of whom nothing was heard the longest come first."""
    at = at or timezone.now()
    gap = standards.current().bounds.gap_seconds
    found = Patrol.objects.filter(scope.visible(actor), ended_at__isnull=True).select_related("account")
    patrols = list(found.order_by("started_at", "pk")[:NOW_MOST])
    last = {p.account_id: p for p in LastPosition.objects.filter(account_id__in=[p.account_id for p in patrols])}
    names = old_names([p.grid_id for p in patrols])
    items = [_out(row, last.get(row.account_id), at, gap, names) for row in patrols]
    items.sort(key=lambda row: -(row["seconds_ago"] if row["seconds_ago"] is not None else 10**9))
    figures = {"running": len(items), "fresh": 0, "slow": 0, "lost": 0, "none": 0}
    for row in items:
        figures[row["freshness"]] += 1
    return {"items": items, "figures": figures, "at": iso(at), "gap_minutes": gap / 60}


def _out(row: Patrol, there: LastPosition | None, at: datetime, gap: float, names: Any) -> dict[str, Any]:
    there = there if there is not None and there.patrol_id == row.pk else None
    ago = max(0, round((at - there.at).total_seconds())) if there else None
    grid = area_told(there.grid_id) if there else None
    return {
        "patrol": str(row.uid), "worker": row.worker, "username": row.account.username,
        "unit": catalogue.current().unit_name(row.unit_id), "grid": area_told(row.grid_id, names),
        "at_grid": grid["name"] if grid else "", "started_at": iso(row.started_at),
        "at": iso(there.at) if there else None, "seconds_ago": ago,
        "freshness": "none" if ago is None else staleness(ago, there.battery if there else None, gap),
        "lng": there.lng if there else None, "lat": there.lat if there else None,
        "accuracy": there.accuracy if there else None, "battery": there.battery if there else None,
        "distance_m": round(row.distance_m, 1), "gaps": row.gaps, "checked": row.checked,
    }  # fmt: skip


# --- lists ------------------------------------------------------------------------------------------------------------
def page(actor: Actor, asked: Any) -> dict[str, Any]:
    found = Patrol.objects.filter(scope.visible(actor))
    if asked.state:
        found = found.filter(ended_at__isnull=asked.state == "running")
    if asked.worker:
        found = found.filter(account__username=asked.worker)
    if asked.unit:
        found = found.filter(unit_id__in=scope.units_asked(asked.unit))
    if asked.grid:
        ids = scope.grids_asked(asked.grid)
        found = found.filter(Q(grid_id__in=ids) | Q(pk__in=_been_in(ids, asked)))
    if asked.first or asked.last:
        first, last = scope.span(asked.first, asked.last)
        found = found.filter(day__gte=first, day__lte=last)
    if asked.gaps is not None:
        found = found.filter(gaps__gt=0) if asked.gaps else found.filter(gaps=0)
    if asked.marked is not None:
        found = found.filter(marked__gt=0) if asked.marked else found.filter(marked=0)
    if asked.cursor:
        found = found.filter(scope.after(asked.cursor, "started_at"))
    some = list(found.order_by("-started_at", "-pk")[: asked.limit + 1])
    more, some = len(some) > asked.limit, some[: asked.limit]
    names = old_names([row.grid_id for row in some])
    return {
        "items": [told(row, names) for row in some],
        "next_cursor": scope.cursor_of(some[-1].started_at, some[-1].pk) if more else None,
    }


def _been_in(ids: list[int], asked: Any) -> Any:
    from .models import PatrolGrid

    found = PatrolGrid.objects.filter(grid_id__in=ids)
    if asked.first or asked.last:
        first, last = scope.span(asked.first, asked.last)
        found = found.filter(day__gte=first, day__lte=last)
    return found.values("patrol_id")


def checks(actor: Actor, asked: Any) -> dict[str, Any]:
    own = scope.visible(actor, "patrol__unit_id", "patrol__grid_id", "account_id")
    found = PointCheck.objects.filter(own)
    if asked.worker:
        found = found.filter(account__username=asked.worker)
    if asked.grid:
        codes = set(Area.objects.filter(pk__in=scope.grids_asked(asked.grid)).values_list("code", flat=True))
        found = found.filter(point__area_code__in=codes)
    if asked.point:
        found = found.filter(point__code=asked.point)
    if asked.patrol:
        found = found.filter(patrol__uid=asked.patrol)
    if asked.result:
        found = found.filter(result=asked.result)
    if asked.arrived is not None:
        found = found.filter(arrived=asked.arrived)
    if asked.first or asked.last:
        first, last = scope.span(asked.first, asked.last)
        found = found.filter(at__gte=scope.midnight(first), at__lt=scope.midnight(last + timedelta(days=1)))
    if asked.cursor:
        found = found.filter(scope.after(asked.cursor, "at"))
    some = list(found.select_related("point", "patrol").order_by("-at", "-pk")[: asked.limit + 1])
    more, some = len(some) > asked.limit, some[: asked.limit]
    return {
        "items": [check_told(row) for row in some],
        "next_cursor": scope.cursor_of(some[-1].at, some[-1].pk) if more else None,
    }


def check_told(row: PointCheck) -> dict[str, Any]:
    grid = areas().by_code.get(row.point.area_code)
    return {
        "id": str(row.uid), "point": row.point.code, "point_name": row.point.name,
        "grid": grid.name if grid else row.point.area_code, "worker": row.patrol.worker, "at": iso(row.at),
        "received_at": iso(row.received_at), "arrived": row.arrived, "distance_m": row.distance_m,
        "result": row.result, "note": row.note, "photos": [str(key) for key in row.photos],
        "patrol": str(row.patrol.uid),
    }  # fmt: skip


# --- one track --------------------------------------------------------------------------------------------------------
def track(actor: Actor, uid: uuid.UUID, at: datetime | None = None) -> dict[str, Any]:
    """A track as it was: lines with gaps between, doubtful points apart. The look is kept. Problem 404."""
    row = Patrol.objects.filter(scope.visible(actor), uid=uid).first()
    if row is None:
        raise Problem(404, "not_found", "没有这次巡查", "编号有误，或不在您能看的范围。")
    if row.account_id != actor.account_id:
        words = f"{row.worker} {timezone.localtime(row.started_at):%Y-%m-%d %H:%M} 的巡查轨迹"
        TrackLook.objects.create(
            at=at or timezone.now(), account_id=actor.account_id, for_id=actor.for_id, patrol=row, words=words[:200]
        )
    start = row.started_at

    def short(point: Any) -> list[float]:
        return [round((point.at - start).total_seconds()), round(point.lng, 6), round(point.lat, 6)]

    found = stretches(tracks.points_of(row), standards.current().bounds)
    doubtful = Position.objects.filter(patrol_id=row.pk, at__gte=start, marks__gt=0).order_by("at")[:2000]
    found_checks = PointCheck.objects.filter(patrol=row).select_related("point", "patrol").order_by("at")
    return {
        "patrol": told(row),
        "stretches": [
            {"gap": part.gap, "seconds": part.seconds, "points": [short(point) for point in part.points]}
            for part in found
        ],
        "doubtful": [
            {"at": iso(p.at), "lng": p.lng, "lat": p.lat, "accuracy": p.accuracy,
             "why": [name for bit, name in MARKS.items() if p.marks & bit]}
            for p in doubtful
        ],
        "checks": [check_told(row) for row in found_checks],
    }  # fmt: skip


_LOOKS = (
    "SELECT l.at, {source} AS source, l.id, 'track' AS kind, l.account_id, l.for_id, '' AS reason,"
    " l.number, l.words, false AS clear, 1 AS rows, true AS complete"
    " FROM (SELECT *, NULL::text AS number FROM fieldwork_tracklook) l WHERE {where} ORDER BY l.at DESC, l.id DESC"
)


def register_all() -> None:
    looks.keep(looks.Kept("track", "查看轨迹", _LOOKS))


def days_between(first: date, last: date) -> int:
    return (last - first).days + 1
