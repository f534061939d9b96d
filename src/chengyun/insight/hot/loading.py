"""The district's own cases as matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from .matter import Matter

MOST = 200_000
_CASES = """
SELECT c.id, c.title, left(w.text, 400), c.received_at, c.callers, c.flags ? 'sensitive',
       coalesce(encode(r.phone_index, 'hex'), ''),
       coalesce(k.code, '')
FROM cases_case c
JOIN cases_casetext w ON w.case_id = c.id
LEFT JOIN cases_requester r ON r.id = c.requester_id
LEFT JOIN cases_category k ON k.id = c.category_id
WHERE c.received_at >= %s AND c.received_at < %s AND c.joined_to_id IS NULL
ORDER BY c.received_at DESC, c.id DESC
LIMIT %s
"""


@dataclass(slots=True)
class Loaded:
    """`matters` by time; `cut`: there were more than are looked at, the oldest are left out."""

    matters: list[Matter]
    cut: bool


def load(start: datetime, end: datetime) -> Loaded:
    """Matters of a window: joined cases are calls about the one they were joined to."""
    with connection.cursor() as cursor:
        cursor.execute(_CASES, [start, end, MOST + 1])
        rows = cursor.fetchall()
    matters = [
        Matter(
            id=str(case), title=title, text=text, time=at, caller=caller or f"case{case}", calls=max(1, callers),
            sensitive=bool(sensitive), kind=kind,
        )
        for case, title, text, at, callers, sensitive, caller, kind in rows[:MOST]
    ]  # fmt: skip
    return Loaded(matters[::-1], len(rows) > MOST)
