"""Facts of cases: a row each, computed by one statement, renewed by the worker; readers add what is not renewed yet."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import connection, transaction

from chengyun.cases.models import Assignment, Callback, Clock

from .conditions import BITS
from .models import CaseFact, TallyMonth

DAYS = ("received", "accepted", "dispatched", "due", "closed", "called")
COLUMNS = tuple(str(field.column) for field in CaseFact._meta.concrete_fields)
BATCH = 5_000
_DONE = "('closed', 'rated', 'archived')"


def _day(moment: str) -> str:
    return f"({moment} AT TIME ZONE '{settings.TIME_ZONE}')::date"


# One clock of the whole case (办结), the newest that was not cancelled: a redo starts another. A paused one (挂账) is
# told on the day on which it paused.
_CLOSE = (
    "SELECT coalesce(k.due_at, (k.pauses -> -1 ->> 0)::timestamptz) AS due_at, k.state, k.overdue_at"
    " FROM cases_clock k WHERE k.case_id = c.id AND k.stage = 'close'"
    f" AND k.state <> '{Clock.CANCELLED}' ORDER BY k.id DESC LIMIT 1"
)
_STAGES = f"""
  SELECT count(*) FILTER (WHERE k.stage = 'acknowledge') AS sign, count(*) FILTER (WHERE k.stage = 'acknowledge'
      AND k.state <> '{Clock.MET}') AS sign_not, count(*) FILTER (WHERE k.stage = 'contact') AS contact,
    count(*) FILTER (WHERE k.stage = 'contact' AND k.state <> '{Clock.MET}') AS contact_not,
    count(*) FILTER (WHERE k.stage = 'reply') AS reply,
    count(*) FILTER (WHERE k.stage = 'reply' AND k.state <> '{Clock.MET}') AS reply_not,
    min(k.due_at) FILTER (WHERE k.stage = 'reply') AS reply_due,
    count(*) FILTER (WHERE k.stage = 'contact' AND k.overdue_at IS NULL
      AND k.state IN ('{Clock.RUNNING}', '{Clock.PAUSED}')) AS contact_waits,
    count(*) FILTER (WHERE k.stage = 'reply' AND k.overdue_at IS NULL
      AND k.state IN ('{Clock.RUNNING}', '{Clock.PAUSED}')) AS reply_waits
  FROM cases_clock k WHERE k.case_id = c.id AND k.stage IN ('acknowledge', 'contact', 'reply')
    AND k.state <> '{Clock.CANCELLED}'"""
_PARTS = f"""
  SELECT count(*) > 0 AS assigned, bool_or(a.contacted_at IS NOT NULL) AS contacted,
    bool_or(a.replied_at IS NOT NULL) AS replied
  FROM cases_assignment a WHERE a.case_id = c.id AND a.role = '{Assignment.LEAD}'
    AND a.state NOT IN ('{Assignment.WITHDRAWN}', '{Assignment.CANCELLED}')"""
_CALLS = f"""
  SELECT max(b.done_at) AS at, bool_or(b.unit_contacted) AS unit_contacted, bool_and(b.solved = 'yes') AS solved,
    bool_or(b.solved = 'partly') AND NOT bool_or(b.solved = 'no') AS partly,
    bool_or(b.satisfaction = 'dissatisfied') AS dissatisfied, bool_or(b.satisfaction = 'basically') AS basically,
    count(*) > 0 AS called
  FROM cases_callback b WHERE b.case_id = c.id AND b.state = '{Callback.DONE}' AND b.contacted
    AND b.round = (SELECT max(r.round) FROM cases_callback r WHERE r.case_id = c.id
      AND r.state = '{Callback.DONE}' AND r.contacted)"""
_SUMMED = "SELECT min(e.at) AS at FROM cases_event e WHERE e.case_id = c.id AND e.action = 'interim_summary'"
_CLOSED = f"(c.state IN {_DONE} AND c.closed_at IS NOT NULL)"
_MET = f"(clock.state = '{Clock.MET}')"
_TRUE: dict[str, str] = {
    "accepted": "c.accepted_at IS NOT NULL",
    "rejected": "c.state = 'rejected'",
    "void": "c.state = 'void'",
    "joined": "c.state = 'joined'",
    "registered": "c.dispatched_at IS NOT NULL OR (c.lifecycle = 'urban_event' AND c.accepted_at IS NOT NULL)",
    "closed": _CLOSED,
    "open": "c.is_open",
    "suspended": "c.state = 'suspended'",
    "late": "c.was_overdue",
    "in_time": f"{_CLOSED} AND {_MET}",
    "late_close": f"clock.state = '{Clock.LATE}' OR clock.overdue_at IS NOT NULL",
    "assigned": "part.assigned",
    "signed_in_time": "stage.sign > 0 AND stage.sign_not = 0",
    "responded_in_time": "stage.contact > 0 AND stage.contact_not = 0",
    "response_asked": "stage.contact > 0 AND stage.contact_waits = 0",
    "contacted": "part.contacted OR call.unit_contacted",
    "replied": "part.replied",
    "replied_in_time": "stage.reply > 0 AND stage.reply_not = 0",
    "summed_up_in_time": "(stage.reply > 0 AND stage.reply_not = 0) OR summed.at <= stage.reply_due",
    "called": "call.called",
    "solved": "call.solved",
    "partly": "call.partly",
    "satisfied": "call.called AND NOT call.dissatisfied AND NOT call.basically",
    "basically": "call.basically AND NOT call.dissatisfied",
    "dissatisfied": "call.dissatisfied",
    "redone": "c.redo_count > 0",
    "returned": "c.return_count > 0",
    "extended": "c.extension_count > 0",
    "supervised": "c.supervised",
    "reply_due": "stage.reply > 0 AND stage.reply_waits = 0",
    "exempt": "EXISTS (SELECT FROM appraisal_exclusion x WHERE x.case_id = c.id AND x.withdrawn_at IS NULL)",
}
_MARKS = " | ".join(f"(CASE WHEN {test} THEN {BITS[name]}::bigint ELSE 0 END)" for name, test in _TRUE.items())

FRESH = f"""
SELECT c.id AS case_id, {_day("c.received_at")} AS received, {_day("c.accepted_at")} AS accepted,
  {_day("c.dispatched_at")} AS dispatched, {_day("clock.due_at")} AS due,
  CASE WHEN {_CLOSED} THEN {_day("c.closed_at")} END AS closed, {_day("call.at")} AS called,
  c.lead_unit_id AS unit_id, c.subdistrict_id, c.area_id, c.category_id, c.taker_id, c.channel, c.kind, c.lifecycle,
  c.urgency, c.state, ARRAY(SELECT jsonb_array_elements_text(c.flags))::varchar[] AS flags, {_MARKS} AS marks,
  c.redo_count AS redo, c.return_count AS returns
FROM cases_case c
LEFT JOIN LATERAL ({_CLOSE}) clock ON true
LEFT JOIN LATERAL ({_STAGES}) stage ON true
LEFT JOIN LATERAL ({_PARTS}) part ON true
LEFT JOIN LATERAL ({_CALLS}) call ON true
LEFT JOIN LATERAL ({_SUMMED}) summed ON true
WHERE c.id IN (SELECT case_id FROM {{cases}})
"""
"""Facts of the cases of a relation `cases(case_id)`, computed from the cases themselves."""

_RENEW = f"""
WITH taken AS (
  DELETE FROM appraisal_touched WHERE id IN (SELECT id FROM appraisal_touched ORDER BY id LIMIT %s) RETURNING case_id
), which AS (SELECT DISTINCT case_id FROM taken),
old AS (SELECT f.* FROM appraisal_casefact f JOIN which USING (case_id)),
fresh AS ({FRESH.format(cases="which")}),
gone AS (DELETE FROM appraisal_casefact f USING which w WHERE f.case_id = w.case_id
  AND NOT EXISTS (SELECT FROM fresh n WHERE n.case_id = w.case_id)),
kept AS (
  INSERT INTO appraisal_casefact AS f ({", ".join(COLUMNS)}) SELECT {", ".join(COLUMNS)} FROM fresh
  ON CONFLICT (case_id) DO UPDATE SET {", ".join(f"{name} = EXCLUDED.{name}" for name in COLUMNS[1:])}
  WHERE ({", ".join(f"f.{name}" for name in COLUMNS[1:])})
    IS DISTINCT FROM ({", ".join(f"EXCLUDED.{name}" for name in COLUMNS[1:])})
), dirty AS (
  {
    " UNION ".join(
        f"SELECT '{day}' AS axis, date_trunc('month', {day})::date AS month FROM {part} WHERE {day} IS NOT NULL"
        for day in DAYS
        for part in ("old", "fresh")
    )
}
), marked AS (
  UPDATE appraisal_tallymonth m SET places = 0 FROM dirty d WHERE m.axis = d.axis AND m.month = d.month AND m.places > 0
)
SELECT (SELECT count(*) FROM which), (SELECT count(*) FROM taken)
"""


def renew(most: int = 20 * BATCH) -> int:
    """Compute the facts of touched cases anew; how many cases. Months in which they count are no longer kept."""
    done = 0
    while done < most:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(7201948)")  # with `tally`: a month is never kept half old
            cursor.execute(_RENEW, [BATCH])
            cases, rows = cursor.fetchone()
        done += cases
        if rows < BATCH:
            break
    return done


def touch(*case_ids: int) -> None:
    """What counts about these cases has changed beside the case (an exclusion)."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO appraisal_touched (case_id) SELECT unnest(%s::bigint[])", [list(case_ids)])


def waiting() -> int:
    """How many changes are not yet in the facts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM (SELECT FROM appraisal_touched LIMIT 200000) t")
        return int(cursor.fetchone()[0])


def recount() -> None:
    """Everything anew, by the worker: after a new version of the facts."""
    with transaction.atomic(), connection.cursor() as cursor:
        TallyMonth.objects.all().delete()
        cursor.execute("INSERT INTO appraisal_touched (case_id) SELECT id FROM cases_case")


def month_of(day: date) -> date:
    return day.replace(day=1)
