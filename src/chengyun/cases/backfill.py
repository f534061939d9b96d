"""Signatures of cases that were there before there were any, in batches from the newest back; the old ones forgotten.

Open ones are paired later, when there is time
(`repeats.look_back`). Where it stands needs no note: signatures reach back without a gap, so the next batch is below
the lowest. It can be stopped and begun again at any moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel import rows

from . import signatures, similar
from .copying import copy_tuples
from .models import Case, Signature

KEPT = timedelta(days=100)
"""Longer than any rule may look back (masterdata_repeats.LONGEST)."""
BATCH = 2_000


def run(seconds: float = 600.0, say: Callable[[int], None] = lambda done: None) -> int:
    """Sign batch after batch for so long; how many were signed. 0: nothing is left to do."""
    until, done = time.monotonic() + seconds, 0
    floor = _floor()
    while time.monotonic() < until and (made := _batch(floor)):
        done += made
        say(done)
    return done


def _floor() -> int:
    """The id of the oldest case that is still compared."""
    return similar.first_since(timezone.now() - KEPT) + 1


def _batch(floor: int) -> int:
    with transaction.atomic():
        rows.execute("SELECT pg_advisory_xact_lock(hashtext('chengyun.signatures'))")
        lowest = rows.execute("SELECT min(case_id) FROM cases_signature").fetchone()[0]
        if lowest is None:
            lowest = (Case.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
        found = rows.execute(
            "SELECT t.case_id, t.text, CASE WHEN c.is_open THEN NULL ELSE true END FROM cases_casetext t"
            " JOIN cases_case c ON c.id = t.case_id WHERE t.case_id < %s AND t.case_id >= %s"
            " ORDER BY t.case_id DESC LIMIT %s",
            [lowest, floor, BATCH],
        ).fetchall()
        copy_tuples(
            Signature._meta.db_table, ("case_id", "bands", "looked"),
            ((key, signatures.bands(text), looked) for key, text, looked in found),
        )  # fmt: skip
    return len(found)


def forget() -> int:
    """Drop the signatures of cases older than may be compared."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cases_signature WHERE case_id < %s AND looked IS NOT FALSE", [_floor()])
        return int(cursor.rowcount)
