"""Whose patrols somebody may see, and filters that every list here shares."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.places.models import Area
from chengyun.places.queries import areas

from .permissions import VIEW


def visible(actor: Actor, unit: str = "unit_id", grid: str = "grid_id", account: str = "account_id") -> Q:
    """Patrols of the units and areas in which the person may look, and one's own. The names are those of columns."""
    if actor.is_system or any(s.unit_ids is None and s.area_code is None for s in actor.scopes_for(VIEW)):
        return Q()
    condition = Q(**{account: actor.whose})
    for scope in actor.scopes_for(VIEW):
        if scope.area_code is not None and not grid:
            continue
        part = Q()
        if scope.unit_ids is not None:
            part &= Q(**{f"{unit}__in": sorted(scope.unit_ids)})
        if scope.area_code is not None:
            part &= Q(**{f"{grid}__in": below(scope.area_code)})
        condition |= part
    return condition


def below(code: str) -> list[int]:
    """Ids of an area and of all below it, of any time."""
    paths = Area.objects.filter(code=code).values_list("path", flat=True)
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(path__startswith=path)
    return list(Area.objects.filter(condition).values_list("id", flat=True))


def grids_asked(code: str) -> list[int]:
    """Problem 422 when there is no such area."""
    found = below(code)
    if not found:
        raise wrong("grid", f"没有“{code[:40]}”这个区域。")
    return found


def units_asked(code: str) -> list[int]:
    known = catalogue.current().units
    roots = {row.id for row in known.values() if row.code == code}
    if not roots:
        raise wrong("unit", f"没有“{code[:40]}”这个单位。")
    return [row.id for row in known.values() if roots & {row.id, *row.ancestors}]


def wrong(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "筛选条件有误", text, errors=[{"field": field, "message": text}])


def grids_seen(actor: Actor) -> set[int] | None:
    """Grids of today within what the person may see; None: all. A unit's grids are those of its areas' codes."""
    if actor.is_system or any(s.unit_ids is None and s.area_code is None for s in actor.scopes_for(VIEW)):
        return None
    known, units = areas(), catalogue.current().units
    codes: set[str] = set()
    for scope in actor.scopes_for(VIEW):
        if scope.area_code is not None:
            codes.add(scope.area_code)
        elif scope.unit_ids is not None:
            codes |= {units[u].code for u in scope.unit_ids if u in units}
    roots = {row.id for row in known.rows.values() if row.code in codes}
    found = set()
    for row in known.rows.values():
        step: Any = row
        while step is not None:
            if step.id in roots:
                found.add(row.id)
                break
            step = known.rows.get(step.parent_id) if step.parent_id else None
    return found


# --- days -------------------------------------------------------------------------------------------------------------
def span(first: date | None, last: date | None, most: int = 400) -> tuple[date, date]:
    """Both days included; without any, today. Problem 422."""
    today = timezone.localdate()
    start = first or last or today
    end = last or (today if first and first <= today else start)
    if end < start:
        raise wrong("last", "结束日期不能早于开始日期。")
    if (end - start).days > most:
        raise wrong("last", f"一次最多看 {most} 天。")
    return start, end


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())


def month_span(month: str) -> tuple[date, date]:
    """First and last day of "2026-03", of this month when empty."""
    today = timezone.localdate()
    first = date.fromisoformat(f"{month}-01") if month else today.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return first, after - timedelta(days=1)


# --- paging by time ---------------------------------------------------------------------------------------------------
def cursor_of(moment: datetime, key: int) -> str:
    return encode_cursor([moment.isoformat(), key])


def after(cursor: str, column: str) -> Q:
    """What comes after a row, newest first."""
    moment, key = decode_cursor(cursor, 2)
    if not isinstance(key, int) or isinstance(key, bool) or abs(key) >= 2**63:
        raise bad_cursor()
    try:
        at = storable_moment(datetime.fromisoformat(moment))
    except (TypeError, ValueError):
        raise bad_cursor() from None
    return Q(**{f"{column}__lt": at}) | Q(**{column: at, "pk__lt": key})
