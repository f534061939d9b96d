"""What the check said of every reply that was sent: the history notes it (a trigger), the worker looks at it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from chengyun.cases import catalogue
from chengyun.cases.models import Assignment, Case
from chengyun.kernel import rows

from . import checking
from .models import ReplyCheck

log = logging.getLogger(__name__)
AT_ONCE = 200

_TAKE = """
DELETE FROM replies_waiting WHERE event_id IN (
  SELECT event_id FROM replies_waiting ORDER BY event_id LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING event_id
"""
_EVENTS = """
SELECT e.id, e.case_id, e.at, e.payload->>'reply', e.payload->>'unit' FROM cases_event e
WHERE e.id = ANY(%s) AND e.action = 'reply' ORDER BY e.id
"""
_TEXTS = """
SELECT t.case_id, t.text, r.name_mask FROM cases_casetext t JOIN cases_case c ON c.id = t.case_id
LEFT JOIN cases_requester r ON r.id = c.requester_id WHERE t.case_id = ANY(%s)
"""


def look_at_sent(most: int = AT_ONCE * 25) -> int:
    """Check what was sent since the last time; how many. Harmless when done twice or by two at once."""
    done = 0
    while done < most:
        with transaction.atomic():
            taken = _look(AT_ONCE)
        done += taken
        if taken < AT_ONCE:
            break
    return done


def _look(limit: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [limit])
        keys = [key for (key,) in cursor.fetchall()]
        if not keys:
            return 0
        cursor.execute(_EVENTS, [keys])
        events = cursor.fetchall()
    facts = _facts({case for _, case, *_ in events})
    made: list[ReplyCheck] = []
    said: dict[tuple[int | None, bytes], set[int]] = {}
    for event in events:
        try:
            made.append(_row(event, facts, said))
        except (KeyError, ValueError, RecursionError) as error:
            log.warning("the reply of event %s could not be checked: %s", event[0], error)
    ReplyCheck.objects.bulk_create(made, ignore_conflicts=True)
    return len(keys)


def _facts(cases: Iterable[int]) -> dict[int, checking.Facts]:
    keys = sorted(cases)
    texts = {key: (text, mask or "") for key, text, mask in rows.execute(_TEXTS, [keys]).fetchall()}
    parts: dict[int, list[Assignment]] = {}
    for part in rows.fetch(Assignment, "case_id = ANY(%s) ORDER BY id", [keys]):
        parts.setdefault(part.case_id, []).append(part)
    return {
        case.pk: checking.Facts(case, *texts.get(case.pk, ("", "")), parts.get(case.pk, []))
        for case in Case.objects.filter(pk__in=keys)
    }


def _row(
    event: tuple[Any, ...], facts: dict[int, checking.Facts], said: dict[tuple[int | None, bytes], set[int]]
) -> ReplyCheck:
    """`said`: which cases of this round a unit has answered with the same words."""
    event_id, case_id, at, reply, unit = event
    found = facts[case_id]
    part = _part(found.parts, at, unit or "")
    same, digest = 0, checking.digest_of(reply or "")
    if part and digest:
        others = said.setdefault((part.unit_id, digest), set())
        same = checking.same_as(part.unit_id, digest, case_id) + len(others - {case_id})
        others.add(case_id)
    return checking.row_of((event_id, case_id, at), reply or "", found, part, same)


def _part(parts: Iterable[Assignment], at: datetime, unit: str) -> Assignment | None:
    """Whose reply it was: answered at that moment, else (sent back since) the part of the unit of that name."""
    known = catalogue.current()
    of_unit = [part for part in parts if known.unit_name(part.unit_id) == unit]
    return next((part for part in of_unit if part.replied_at == at), of_unit[-1] if of_unit else None)
