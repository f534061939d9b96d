"""Keeping counts by month: which conditions have a place, and counting months that are over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel.months import next_month

from .conditions import All as Both
from .conditions import Any as Either
from .conditions import Condition, Field, Not, parse, sql, written
from .counting import Wanted, categories_below
from .facts import DAYS
from .models import Tally, TallyMonth

LOCK = "SELECT pg_advisory_xact_lock(7201948)"
"""The same as of facts.renew: a month is never kept half old."""


def keepable(condition: Condition) -> bool:
    """Which cases a category has changes with master data: such counts are not kept."""
    match condition:
        case Field(name, _, _):
            return name != "category"
        case Not(of):
            return keepable(of)
        case Both(of) | Either(of):
            return all(keepable(part) for part in of)
        case _:
            return True


def know(wanted: Iterable[Wanted]) -> int:
    """Give conditions a place in the kept counts; how many were new. They are counted by the next `tally`."""
    known = {(axis, text): place for axis, text, place in Tally.objects.values_list("axis", "condition", "place")}
    new = []
    for axis, condition in wanted:
        key = (axis, written(condition))
        if key not in known and keepable(condition):
            known[key] = 1 + max((place for (day, _), place in known.items() if day == axis), default=0)
            new.append(Tally(axis=axis, condition=key[1], place=known[key]))
    Tally.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def tally(most: int = 12, today: date | None = None) -> int:
    """Keep the counts of months that are over and not kept yet, the newest first; how many."""
    today = today or timezone.localdate()
    done = 0
    for axis in DAYS:
        conditions = list(Tally.objects.filter(axis=axis).order_by("place").values_list("place", "condition"))
        if not conditions:
            continue
        for month in _not_kept(axis, conditions[-1][0], today)[: max(0, most - done)]:
            _keep(axis, month, conditions)
            done += 1
    return done


def _not_kept(axis: str, places: int, today: date) -> list[date]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m::date FROM (SELECT min({axis}) AS first FROM appraisal_casefact) f,"
            " generate_series(date_trunc('month', f.first), date_trunc('month', %s::date) - interval '1 month',"
            " interval '1 month') m WHERE NOT EXISTS (SELECT FROM appraisal_tallymonth t"
            " WHERE t.axis = %s AND t.month = m::date AND t.places >= %s) ORDER BY 1 DESC",
            [today, axis, places],
        )
        return [row[0] for row in cursor.fetchall()]


def _keep(axis: str, month: date, conditions: Sequence[tuple[int, str]]) -> None:
    columns, params = [], list[Any]()
    for _, text in conditions:
        condition, given = sql(parse(text), categories_below)
        columns.append(f"count(*) FILTER (WHERE {condition})::int")
        params += given
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOCK)
        cursor.execute("DELETE FROM appraisal_monthtally WHERE axis = %s AND month = %s", [axis, month])
        cursor.execute(
            "INSERT INTO appraisal_monthtally (axis, month, face, key, channel, counts)"
            f" SELECT %s, %s, v.face, v.key, f.channel, ARRAY[{', '.join(columns)}] FROM appraisal_casefact f"
            " CROSS JOIN LATERAL (VALUES ('all', 0::bigint), ('unit', coalesce(f.unit_id, 0)),"
            " ('subdistrict', coalesce(f.subdistrict_id, 0)), ('category', coalesce(f.category_id, 0))) v (face, key)"
            f" WHERE f.{axis} >= %s AND f.{axis} < %s GROUP BY 3, 4, 5",
            [axis, month, *params, month, next_month(month)],
        )
        TallyMonth.objects.update_or_create(axis=axis, month=month, defaults={"places": conditions[-1][0]})
