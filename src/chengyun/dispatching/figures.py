"""How often the first dispatch was right: by month, category and unit, and what became of proposals. Each figure with
the filter that lists its cases (gathering.py), counted by the same conditions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from chengyun.cases import catalogue

from .gathering import FROM, KINDS, ZONE, query

COUNTED = ("all", "wrong", "proposed", "accepted", "corrected", "alone", "alone_wrong")
SHOWN = 100
_SUMS = ", ".join(f"count(*) FILTER (WHERE {KINDS[name]})" for name in COUNTED)
_GROUPED = f"""
SELECT grouping(month), grouping(category), grouping(unit), month, category, unit, {_SUMS} FROM (
  SELECT f.*, date_trunc('month', f.at AT TIME ZONE 'Asia/Shanghai')::date AS month,
    coalesce(f.category_id, 0) AS category, f.unit_id AS unit
  FROM dispatching_firstdispatch f WHERE f.at >= %s AND f.at < %s) f
LEFT JOIN dispatching_proposal p ON p.case_id = f.case_id
GROUP BY GROUPING SETS ((month), (category), (unit))
"""
assert FROM.startswith("dispatching_firstdispatch f")


def first_of(day: date, back: int) -> date:
    """The first day of the month, `back` months earlier."""
    number = day.year * 12 + day.month - 1 - back
    return date(number // 12, number % 12 + 1, 1)


def figures(months: int = 6, month: date | None = None, now: datetime | None = None) -> dict[str, Any]:
    """{months, categories, units, total}: the last months, or one month. One statement."""
    today = (now or timezone.now()).astimezone(ZONE).date()
    start = month or first_of(today, months - 1)
    end = first_of(start, -1) if month else first_of(today, -1)
    with connection.cursor() as cursor:
        cursor.execute(_GROUPED, [_midnight(start), _midnight(end)])
        found = cursor.fetchall()
    known = catalogue.current()
    span: dict[str, Any] = {"month": month} if month else {"since": start}
    told: dict[str, list[dict[str, Any]]] = {"months": [], "categories": [], "units": []}
    for by_month, by_category, _, key_month, category, unit, *sums in found:
        if not by_month:
            told["months"].append({"month": f"{key_month:%Y-%m}", **_row(sums, month=key_month)})
        elif not by_category:
            ref = known.category(category)
            row = _row(sums, category=category, **span)
            told["categories"].append({"id": category, "name": ref.path_name if ref else "", **row})
        else:
            row = _row(sums, unit=unit, **span)
            told["units"].append({"id": unit, "name": known.unit_name(unit), **row})
    told["months"].sort(key=lambda row: row["month"])
    for name in ("categories", "units"):
        told[name].sort(key=lambda row: (-row["all"]["value"], row["id"]))
        told[name] = told[name][:SHOWN]
    return {"since": start.isoformat(), "until": (end - timedelta(days=1)).isoformat(), **told}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZONE)


def _row(sums: list[int], **where: Any) -> dict[str, Any]:
    return {name: {"value": value, "query": query(name, **where)} for name, value in zip(COUNTED, sums, strict=True)}
