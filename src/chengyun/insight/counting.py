"""The counts by month: adding up the differences, and comparing with the cases themselves."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from .models import FACES, Recount

MEASURES = ("cases", "late", "satisfied", "basically", "dissatisfied", "joined")
SHOWN = 200
"""How many wrong counts a recount names."""

_KEY = "axis, month, face, key, channel"
_SUMS = ", ".join(f"sum({name})::int AS {name}" for name in MEASURES)
_ADDED = (
    f"INSERT INTO insight_monthcount AS m ({_KEY}, {', '.join(MEASURES)})"
    " {rows} ON CONFLICT (axis, month, face, key, channel) DO UPDATE SET "
    + ", ".join(f"{name} = m.{name} + EXCLUDED.{name}" for name in MEASURES)
)
# The view insight_faces spreads differences that are there; these are gone already.
_MERGE = f"""
WITH gone AS (DELETE FROM insight_difference RETURNING *), spread AS (
  SELECT d.axis, date_trunc('month', d.day)::date AS month, f.face, f.key, d.channel,
    {", ".join(f"d.{name}" for name in MEASURES)}
  FROM gone d CROSS JOIN LATERAL (VALUES
    ('unit', coalesce(d.unit_id, 0)), ('subdistrict', coalesce(d.subdistrict_id, 0)),
    ('category', coalesce(d.category_id, 0)), ('hour', d.hour::bigint), ('day', (d.day - date '2000-01-01')::bigint)
  ) f (face, key)
), added AS ({_ADDED.format(rows=f"SELECT {_KEY}, {_SUMS} FROM spread GROUP BY {_KEY} ORDER BY {_KEY}")} RETURNING 1)
SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM added)
"""
_COLUMN = {
    "unit": "coalesce(lead_unit_id, 0)", "subdistrict": "coalesce(subdistrict_id, 0)",
    "category": "coalesce(category_id, 0)", "hour": "hour", "day": "(day - date '2000-01-01')::bigint",
}  # fmt: skip
_TRUTH = " UNION ALL ".join(
    f"SELECT axis, date_trunc('month', day)::date AS month, '{face}' AS face, {_COLUMN[face]} AS key, channel,"
    " count(*)::int AS cases, (count(*) FILTER (WHERE late))::int AS late, "
    + ", ".join(f"(count(*) FILTER (WHERE satisfaction = '{name}'))::int AS {name}" for name in MEASURES[2:5])
    + ", (count(*) FILTER (WHERE joined))::int AS joined"
    + " FROM insight_cases GROUP BY 1, 2, 3, 4, 5"
    for face in FACES
)
_COMPARED = f"""
WITH truth AS ({_TRUTH}), told AS (SELECT {_KEY}, {_SUMS} FROM insight_counts GROUP BY {_KEY}),
wrong AS (
  SELECT {_KEY}, {", ".join(f"coalesce(truth.{name}, 0) - coalesce(told.{name}, 0) AS {name}" for name in MEASURES)},
    coalesce(told.cases, 0) AS told
  FROM truth FULL JOIN told USING ({_KEY})
  WHERE {" OR ".join(f"coalesce(truth.{name}, 0) <> coalesce(told.{name}, 0)" for name in MEASURES)}
)"""
_WRONG = f"{_COMPARED} SELECT *, (SELECT count(*) FROM truth) FROM wrong ORDER BY {_KEY}"
_SIZE = "SELECT count(*) FROM insight_monthcount"
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('chengyun.insight.recount'))"


def merge() -> int:
    """Add the differences noted so far to the counts; how many there were. Harmless at any moment: a reader sees
    all of it or nothing, and two at once do not take the same rows."""
    with connection.cursor() as cursor:
        cursor.execute(_MERGE)
        noted: int = cursor.fetchone()[0]
    return noted


def compare() -> list[dict[str, Any]]:
    """Every count that is not what the cases say: where, what it says (`told`) and by how much it is wrong."""
    with connection.cursor() as cursor:
        cursor.execute(_WRONG)
        names = ("axis", "month", "face", "key", "channel", *MEASURES, "told")
        return [dict(zip(names, row, strict=False)) for row in cursor.fetchall()]


def put_right() -> list[dict[str, Any]]:
    """Compare and correct. What is wrong is found in one snapshot and added as a difference, so nobody has to wait
    and changes made meanwhile count too."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_LOCK)
        wrong = compare()
        if wrong:
            _correct(wrong)
    return wrong


def _correct(wrong: list[dict[str, Any]]) -> None:
    names = ("axis", "month", "face", "key", "channel", *MEASURES)
    types = ("text", "date", "text", "bigint", "text", *("int",) * len(MEASURES))
    rows = f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in types)})"
    for first in range(0, len(wrong), 10_000):
        some = wrong[first : first + 10_000]
        with connection.cursor() as cursor:
            cursor.execute(_ADDED.format(rows=rows), [[row[name] for row in some] for name in names])


def recount() -> Recount:
    """Compare, correct and keep a record of it."""
    merge()
    wrong = put_right()
    named = [{**row, "month": f"{row['month']:%Y-%m}"} for row in wrong[:SHOWN]]
    with connection.cursor() as cursor:
        cursor.execute(_SIZE)
        size: int = cursor.fetchone()[0]
    return Recount.objects.create(at=timezone.now(), counts=size, wrong=len(wrong), differences=named)
