"""The words of a period: how many cases say each, beside the period before; a word opens its cases.

For who sees everything, unfiltered: sums of days. Else the words of the cases themselves, of the newest MOST_CASES.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q

from chengyun.cases import gathered
from chengyun.kernel import rows

from ..board import ZONE
from ..periods import Span
from .asking import Asked, received
from .models import CaseWords, Word

SHOWN = 80
LEAST = 3
"""A word that fewer cases say is not shown: it says nothing about the district, but may about a person."""
MOST_CASES = 50_000

_DAYS = """
SELECT w.id, w.word, sum(d.cases)::int FROM insight_wordday d JOIN insight_word w ON w.id = d.word_id
WHERE d.day >= %s AND d.day < %s GROUP BY w.id HAVING sum(d.cases) >= %s ORDER BY 3 DESC, w.id LIMIT %s
"""
_SAME = (
    "SELECT word_id, sum(cases)::int FROM insight_wordday WHERE day >= %s AND day < %s AND word_id = ANY(%s) GROUP BY 1"
)
_CASES = """
WITH counted (case_id) AS ({source} LIMIT {most})
SELECT u.word, count(*)::int
FROM counted JOIN insight_casewords c USING (case_id) CROSS JOIN LATERAL unnest(c.words) u (word) GROUP BY 1
"""


def words(asked: Asked) -> dict[str, Any]:
    """{words, cases, before, since}: `since` when only the newest cases were counted."""
    whole = asked.everything
    since = None if whole else _since(asked)
    span = asked.span if since is None else Span(since, asked.span.end)
    found = _of_days(span) if whole else _of_cases(asked, span)
    earlier: Mapping[int, int] = {}
    if asked.before is not None:
        ids = [key for key, _, _ in found]
        earlier = _same_words(asked.before, ids) if whole else dict(_counts(asked, asked.before))
    return {
        "words": [
            {"word": word, "cases": number, "before": earlier.get(key, 0) if asked.before is not None else None,
             "where": {"gathered": f"word:{word}"}}
            for key, word, number in found
        ],
        "cases": asked.cases(span).count() if not whole else _total(span),
        "cases_before": None if asked.before is None else _total(asked.before) if whole else (
            asked.cases(asked.before).count()
        ),
        "since": None if since is None else since.isoformat(),
        "span": received(span),
    }  # fmt: skip


def _days(span: Span) -> tuple[date, date]:
    """Words are counted by whole days."""
    last = (span.end - timedelta(microseconds=1)).astimezone(ZONE).date()
    return span.start.astimezone(ZONE).date(), last + timedelta(days=1)


def _of_days(span: Span) -> list[tuple[int, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [*_days(span), LEAST, SHOWN])
        return cursor.fetchall()


def _same_words(span: Span, ids: list[int]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(_SAME, [*_days(span), ids])
        return dict(cursor.fetchall())


def _total(span: Span) -> int:
    """Cases of whole days, by the counts behind the board."""
    from ..figures import day_number

    first, last = _days(span)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(cases), 0)::int FROM insight_counts WHERE axis = 'r' AND face = 'day'"
            " AND month >= date_trunc('month', %s::date) AND month < %s AND key >= %s AND key < %s",
            [first, last, day_number(first), day_number(last)],
        )
        return int(cursor.fetchone()[0])


# --- of some cases --------------------------------------------------------------------------------------------------
def _since(asked: Asked) -> datetime | None:
    """The moment from which the newest MOST_CASES begin; None when all are counted."""
    newest = asked.cases().order_by("-received_at", "-id").values_list("received_at", flat=True)
    beyond = list(newest[MOST_CASES - 1 : MOST_CASES + 1])
    return beyond[0] if len(beyond) > 1 else None


def _counts(asked: Asked, span: Span) -> list[tuple[int, int]]:
    cases = rows.compose(asked.cases(span).order_by("-received_at", "-id").values_list("id"))
    if not cases.sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_CASES.format(source=cases.sql, most=MOST_CASES), cases.params)
        return cursor.fetchall()


def _of_cases(asked: Asked, span: Span) -> list[tuple[int, str, int]]:
    counted = sorted(_counts(asked, span), key=lambda row: (-row[1], row[0]))
    counted = [row for row in counted if row[1] >= LEAST][:SHOWN]
    names = dict(Word.objects.filter(pk__in=[key for key, _ in counted]).values_list("pk", "word"))
    return [(key, names[key], number) for key, number in counted if key in names]


# --- as a filter of every list --------------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    key = Word.objects.filter(word=what[:20]).values_list("pk", flat=True).first()
    if key is None:
        raise ValueError(what)
    return Q(pk__in=CaseWords.objects.filter(words__contains=[key]).values("case_id"))


def register_source() -> None:
    gathered.register(gathered.Source("word", _gathered, lambda what: f"说到“{what}”"))
