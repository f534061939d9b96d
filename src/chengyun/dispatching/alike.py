"""The closed cases most like a new one, with who handled them and what became of them; by index, a bounded number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import OperationalError, connection, transaction

from chengyun.cases import catalogue, finding, likeness, similar
from chengyun.cases.likeness import Told
from chengyun.kernel import tokens

from .facts import Facts

LOOKED_BACK = timedelta(days=365)
PATIENCE_MS = 250
OF_WORDS, OF_CATEGORY = 120, 40
SHOWN, LEAST = 3, 22
DONE = ("closed", "rated", "archived")
NEIGHBOURS = 8
FEW_HITS = 2_000.0
"""So many cases may hold a word that is looked for, where there are fewer than half a million."""

_CANDIDATES = """
SELECT c.id, c.number, c.lead_unit_id, c.outcome, c.category_id, c.title,
  array_to_string(tsvector_to_array(t.search), ' ')
FROM cases_case c JOIN cases_casetext t ON t.case_id = c.id
WHERE c.id = ANY(%s) AND c.lifecycle = %s AND c.state = ANY(%s) AND c.lead_unit_id IS NOT NULL
"""
_HOLDING = (
    "SELECT case_id FROM (SELECT case_id FROM cases_casetext WHERE search @@ %s::tsquery AND case_id > %s OFFSET 0) f"
    " ORDER BY case_id DESC LIMIT %s"
)
_OF_CATEGORY = (
    "SELECT id FROM cases_case WHERE category_id = %s AND received_at BETWEEN %s AND %s"
    " ORDER BY received_at DESC, id DESC LIMIT %s"
)
_FIRST = "SELECT id FROM cases_case WHERE received_at < %s ORDER BY received_at DESC, id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`words`: those that both hold."""

    number: str
    unit_id: int
    outcome: str
    title: str
    score: int
    words: tuple[str, ...]


def closed(facts: Facts) -> list[Neighbour]:
    """At most NEIGHBOURS closed cases, the likest first; none when looking would take too long."""
    new = _told(facts)
    try:
        with transaction.atomic():
            finding.patience(PATIENCE_MS)
            shares = finding.token_shares()
            found = _compared(facts, new, shares)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        return []
    return sorted(found, key=lambda one: -one.score)[:NEIGHBOURS]


def _told(facts: Facts) -> Told:
    category = catalogue.current().category(facts.category_id)
    above = frozenset(category.ancestors) if category else frozenset()
    held = frozenset(tokens.index_tokens(f"{facts.title}\n{facts.address}\n{facts.text}"))
    return Told(held, category_id=facts.category_id, above=above)  # who handles it hardly depends on the place


def _compared(facts: Facts, new: Told, shares: Mapping[str, float]) -> list[Neighbour]:
    weights = likeness.weights_of(shares)
    known = catalogue.current()
    keys = _candidates(facts, new, shares)
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, [keys, facts.lifecycle, list(DONE)])
        rows = cursor.fetchall()
    found = []
    for key, number, unit, outcome, category, title, held in rows:
        if key == facts.case_id:
            continue
        ref = known.category(category)
        above = frozenset(ref.ancestors) if ref else frozenset()
        old = Told(frozenset(held.split()), category_id=category, above=above)
        score = likeness.compare(new, old, weights).score
        if score >= LEAST:
            words = tuple(likeness.words_of_both(new, old, weights))
            found.append(Neighbour(number, unit, outcome, title, score, words))
    return found


def _telling(cursor: Any, held: Iterable[str], shares: Mapping[str, float]) -> list[str]:
    """The words to look for: rare ones, and while there are few cases the rarest there are."""
    cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'cases_casetext'::regclass")
    size = max(1.0, float(cursor.fetchone()[0]))
    most = max(similar.MOST_OF_A_TOKEN, min(0.3, FEW_HITS / size))
    telling = [token for token in held if 2 <= len(token) <= 12 and shares.get(token, 0.0) <= most]
    return sorted(telling, key=lambda token: (shares.get(token, 0.0), -len(token), token))[: similar.RARE_WORDS * 2]


def _candidates(facts: Facts, new: Told, shares: Mapping[str, float]) -> list[int]:
    since = facts.at - LOOKED_BACK
    keys: set[int] = set()
    with connection.cursor() as cursor:
        if facts.category_id is not None:
            cursor.execute(_OF_CATEGORY, [facts.category_id, since, facts.at, OF_CATEGORY])
            keys.update(key for (key,) in cursor.fetchall())
        rare = _telling(cursor, new.tokens, shares)
        if rare:
            cursor.execute(_FIRST, [since])
            first = cursor.fetchone()
            query = " | ".join(f"'{word}'" for word in rare)
            cursor.execute(_HOLDING, [query, first[0] if first else 0, OF_WORDS])
            keys.update(key for (key,) in cursor.fetchall())
    return sorted(keys)
