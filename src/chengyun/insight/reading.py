"""Reading the words of new cases, once for all who want to know: warnings, and the words of a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel import rows

from .analysis import counting_words
from .warnings import rules
from .warnings.models import WordHit

BATCH = 500
_READING = 0x72_65_61_64
_TAKE = """
DELETE FROM insight_unread WHERE id IN (SELECT id FROM insight_unread ORDER BY id DESC LIMIT %s) RETURNING case_id
"""
_WORDS = """
SELECT c.id, c.title, w.text, c.received_at FROM cases_case c JOIN cases_casetext w ON w.case_id = c.id
WHERE c.id = ANY(%s) ORDER BY c.id
"""


@dataclass(frozen=True, slots=True)
class Read:
    case_id: int
    title: str
    text: str
    at: datetime


def read(most: int = 20_000, now: datetime | None = None) -> int:
    """Read what came, the newest first, in batches of their own; how many cases."""
    done = 0
    while done < most:
        number = _batch(now or timezone.now())
        done += number
        if number < BATCH:
            break
    return done


def _batch(now: datetime) -> int:
    with transaction.atomic():
        rows.execute("SELECT pg_advisory_xact_lock(%s)", [_READING])
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [BATCH])
            taken = [case for (case,) in cursor.fetchall()]
            if not taken:
                return 0
            cursor.execute(_WORDS, [sorted(set(taken))])
            found = [Read(*row) for row in cursor.fetchall()]
        _note_hits(found, now)
        counting_words.count([(one.case_id, one.title, one.text, one.at) for one in found])
        return len(taken)


def _note_hits(found: Sequence[Read], now: datetime) -> None:
    """Which rules the words fit; only of what a rule may still look back to."""
    known, since = rules.current(), now - timedelta(hours=rules.LONGEST_HOURS)
    hits = [
        WordHit(rule=rule.code, case_id=one.case_id, term=term, at=one.at)
        for one in found if one.at >= since
        for rule, term in known.hits(f"{one.title}\n{one.text}")
    ]  # fmt: skip
    WordHit.objects.bulk_create(hits, ignore_conflicts=True)


def forget_old(now: datetime | None = None) -> int:
    """Hits that no rule can look back to any more."""
    since = (now or timezone.now()) - timedelta(hours=rules.LONGEST_HOURS)
    return WordHit.objects.filter(at__lt=since).delete()[0]


def read_again(since: datetime) -> int:
    """Have the cases received since then read once more, for instance after the rules changed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO insight_unread (case_id) SELECT id FROM cases_case WHERE received_at >= %s ORDER BY id",
            [since],
        )
        number: int = cursor.rowcount
    return number
