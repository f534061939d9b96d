"""What each case is to its unit in a month, read from cases, limits, callbacks and returns in one statement.

A case belongs to the month in which it was closed. One that was late and still open when its month of limit ended is
counted late in that month, and then not again when it is closed: each case once, whenever one looks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.measured import DONE
from chengyun.kernel.months import next_month

from .rules import Fact

OLDEST = timedelta(days=120)
"""A case that is open longer than this was late in an earlier month."""
_NOT = ("void", "rejected", "joined")
_COLUMNS = (
    "c.id, c.lead_unit_id, c.flags, c.channel, c.kind, c.outcome, c.satisfaction, c.redo_count, c.return_count,"
    " c.extension_count, c.supervised, c.closed_at >= %(start)s AND c.closed_at < %(end)s AS closed"
)
_MARKS = {
    "due": "k.late >= %(start)s AND k.late < %(end)s OR c.closed AND k.reply AND k.late IS NULL",
    "on_time": "c.closed AND k.reply AND k.late IS NULL", "late": "k.late >= %(start)s AND k.late < %(end)s",
    "closed": "c.closed", "contact_due": "c.closed AND k.contact",
    "contacted": "c.closed AND k.contact AND k.contacted",
    "called": "c.closed AND c.satisfaction IN ('satisfied', 'basically', 'dissatisfied')",
    "satisfied": "c.closed AND c.satisfaction IN ('satisfied', 'basically')",
    "dissatisfied": "c.closed AND c.satisfaction = 'dissatisfied'",
    "asked": "c.closed AND b.asked", "solved": "c.closed AND b.asked AND b.solved", "told": "c.closed AND b.told",
    "spoken": "c.closed AND b.told AND b.spoken", "redone": "c.closed AND c.redo_count > 0",
    "return_refused": "c.closed AND r.refused", "returned": "c.closed AND c.return_count > 0",
    "extended": "c.closed AND c.extension_count > 0", "supervised": "c.closed AND c.supervised",
}  # fmt: skip
"""When a case has each mark; the statement says all of them as one number, a bit for each."""
_SQL = """
WITH chosen AS (
  SELECT {columns} FROM cases_case c
  WHERE c.closed_at >= %(start)s AND c.closed_at < %(end)s AND c.state = ANY(%(done)s) {units}
  UNION ALL
  SELECT {columns} FROM cases_case c
  WHERE c.received_at >= %(oldest)s AND c.received_at < %(end)s AND c.was_overdue
    AND (c.closed_at IS NULL OR c.closed_at >= %(end)s) AND c.state <> ALL(%(not)s) {units}
)
SELECT c.id, c.lead_unit_id, c.flags::text, c.channel, c.kind, c.outcome, {marks}
FROM chosen c
LEFT JOIN LATERAL (
  SELECT bool_or(k.stage = 'reply') AS reply,
    min(k.due_at) FILTER (WHERE k.stage = 'reply' AND (k.state = 'late' OR k.state = 'running' AND k.due_at < %(now)s))
      AS late,
    bool_or(k.stage = 'contact') AS contact, bool_and(k.state = 'met') FILTER (WHERE k.stage = 'contact') AS contacted
  FROM cases_clock k JOIN cases_assignment a ON a.id = k.assignment_id
  WHERE k.case_id = c.id AND k.stage IN ('reply', 'contact') AND k.state IN ('met', 'late', 'running')
    AND a.role = 'lead' AND a.parent_id IS NULL AND a.unit_id = c.lead_unit_id
) k ON true
LEFT JOIN LATERAL (
  SELECT bool_or(b.solved <> '') AS asked, bool_and(b.solved = 'yes') FILTER (WHERE b.solved <> '') AS solved,
    bool_or(b.unit_contacted IS NOT NULL) AS told, bool_and(b.unit_contacted) AS spoken
  FROM cases_callback b
  WHERE c.closed AND c.satisfaction <> '' AND b.case_id = c.id AND b.state = 'done' AND b.round = c.redo_count
) b ON true
LEFT JOIN LATERAL (
  SELECT true AS refused FROM cases_approval p JOIN cases_assignment a ON a.id = p.assignment_id
  WHERE c.closed AND c.return_count > 0 AND p.case_id = c.id AND p.kind = 'return' AND p.state = 'refused'
    AND a.unit_id = c.lead_unit_id LIMIT 1
) r ON true
"""


def month_bounds(month: date) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return datetime.combine(month, time(), zone), datetime.combine(next_month(month), time(), zone)


def assessed_units(kinds: Collection[str]) -> dict[int, int]:
    """Every unit → the one that is assessed for it: the highest above it (or itself) that is of these kinds."""
    units = catalogue.current().units
    found = {}
    for unit in units.values():
        line = [units[key] for key in (*unit.ancestors, unit.id) if key in units]
        top = next((one for one in line if one.kind in kinds), None)
        if top is not None:
            found[unit.id] = top.id
    return found


def read(month: date, assessed: Mapping[int, int], only: int | None = None) -> dict[int, list[Fact]]:
    """Assessed unit → its facts of the month, by case. `only`: of this one."""
    start, end = month_bounds(month)
    wanted = [unit for unit, top in assessed.items() if only is None or top == only]
    params: dict[str, Any] = {
        "start": start, "end": end, "oldest": start - OLDEST, "done": list(DONE), "not": list(_NOT),
        "now": timezone.now(), "units": wanted,
    }  # fmt: skip
    marks = " + ".join(f"CASE WHEN {asked} THEN {1 << bit} ELSE 0 END" for bit, asked in enumerate(_MARKS.values()))
    sql = _SQL.format(columns=_COLUMNS, marks=marks, units="AND c.lead_unit_id = ANY(%(units)s)")
    found: dict[int, list[Fact]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for case, unit, flags, channel, kind, outcome, bits in cursor.fetchall():
            if bits:
                found[assessed[unit]].append(Fact(case, _marks(bits), _flags(flags), channel, kind, outcome))
    return {unit: sorted(facts, key=lambda fact: fact.case) for unit, facts in found.items()}


@lru_cache(maxsize=4096)
def _marks(bits: int) -> frozenset[str]:
    return frozenset(name for bit, name in enumerate(_MARKS) if bits >> bit & 1)


@lru_cache(maxsize=1024)
def _flags(text: str) -> frozenset[str]:
    return frozenset(orjson.loads(text))
