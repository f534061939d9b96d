"""How complete the replies of each unit are; every figure is the list of its cases."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases import access, catalogue
from chengyun.org.access import Actor

from .models import ReplyCheck
from .wording import HINTS, QUALITY

PERIODS = (7, 30, 90)
MOST_UNITS = 400
ALL, COMPLETE = "all", "complete"
SOURCE = "reply"

_COUNT = """
WITH found AS ({found})
SELECT unit_id, 'all' AS code, count(DISTINCT case_id) FROM found GROUP BY 1
UNION ALL SELECT unit_id, 'complete', count(DISTINCT case_id) FROM found WHERE missing = 0 GROUP BY 1
UNION ALL SELECT unit_id, code, count(DISTINCT case_id) FROM found, unnest(codes) code
  WHERE code = ANY(%s) GROUP BY 1, 2
"""


def by_unit(actor: Actor, days: int) -> dict[str, Any]:
    """Cases with a reply in the last so many days, and how many of them each hint was given for."""
    last = timezone.localdate()
    first = last - timedelta(days=days - 1)
    counted = _counted(actor, first, last)
    known = catalogue.current()
    units = sorted(counted, key=lambda key: (-counted[key][ALL], key))[:MOST_UNITS]
    rows = []
    for key in units:
        unit = known.units.get(key)
        code = unit.code if unit else ""
        rows.append({
            "unit": {"code": code, "name": unit.name if unit else known.unit_name(key)},
            "figures": {name: _figure(count, name, first, last, code) for name, count in counted[key].items()},
        })  # fmt: skip
    return {
        "first": first.isoformat(), "last": last.isoformat(), "days": days,
        "hints": [{"code": code, "severity": HINTS[code].severity} for code in QUALITY], "units": rows,
        "waiting": _waiting(),
    }  # fmt: skip


def _figure(count: int, code: str, first: date, last: date, unit: str) -> dict[str, Any]:
    return {"value": count, "query": {"gathered": f"{SOURCE}:{code}:{first}:{last}:{unit}"}}


def _counted(actor: Actor, first: date, last: date) -> dict[int, dict[str, int]]:
    start, end = _bounds(first, last)
    found = ReplyCheck.objects.filter(at__gte=start, at__lt=end, unit__isnull=False)
    if not access.sees_everything(actor):
        seen = access.visible_to(actor).filter(pk=OuterRef("case_id"))
        found = found.filter(Exists(seen), unit_id__in=actor.unit_ids)
    sql, params = found.values("unit_id", "case_id", "codes", "missing").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(found=sql), [*params, list(QUALITY)])
        told: dict[int, dict[str, int]] = defaultdict(lambda: {ALL: 0, COMPLETE: 0})
        for unit, code, count in cursor.fetchall():
            told[unit][code] = count
    return dict(told)


def _waiting() -> int:
    """Replies that were sent and not looked at yet, up to a thousand."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM (SELECT 1 FROM replies_waiting LIMIT 1000) w")
        return int(cursor.fetchone()[0])


def _bounds(first: date, last: date) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


# --- the cases behind a figure ----------------------------------------------------------------------------------------
def _parsed(what: str) -> tuple[str, date, date, str]:
    """ "no_contact:2026-10-23:2026-11-21:UNIT"; ValueError when it names nothing."""
    code, first, last, unit = [*what.split(":"), "", "", ""][:4]
    if code not in QUALITY and code not in (ALL, COMPLETE):
        raise ValueError(code)
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if not date(2000, 1, 1) <= start <= end <= date(2200, 1, 1):
        raise ValueError(what)
    return code, start, end, unit


def condition(what: str) -> Q:
    code, first, last, unit = _parsed(what)
    start, end = _bounds(first, last)
    found = ReplyCheck.objects.filter(at__gte=start, at__lt=end, unit__isnull=False)
    if unit:
        keys = [row.id for row in catalogue.current().units.values() if row.code == unit]
        if not keys:
            raise ValueError(unit)
        found = found.filter(unit_id__in=keys)
    if code == COMPLETE:
        found = found.filter(missing=0)
    elif code != ALL:
        found = found.filter(codes__contains=[code])
    return Q(pk__in=found.values("case_id"))


def words(what: str) -> str:
    code, first, last, unit = _parsed(what)
    name = {ALL: "有答复", COMPLETE: "四要素齐全"}.get(code) or HINTS[code].zh.partition("：")[0]
    whose = next((row.name for row in catalogue.current().units.values() if row.code == unit), unit)
    return f"{whose}{'，' if whose else ''}{first} 至 {last} 的答复：{name}"
