"""Good replies to like requests: closed cases whose callers were satisfied, without anybody's personal data.

The newest cases of the category, a few of each other one of its class, and those that hold the rarest words of the
request: none of these grows with the number of cases. What is shown can be taken over as a draft: names, numbers and
days are blanks to be filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone

from chengyun.cases import access, catalogue, finding, likeness, similar
from chengyun.cases.likeness import Told
from chengyun.kernel import anonymous, rows, vault
from chengyun.org.access import Actor

from . import checking, phrases
from .rules import Asked, check

SHOWN, LOOKED_AT = 5, 24
OF_CATEGORY, OF_SIBLING, OF_WORDS = 400, 30, 150
MOST_SIBLINGS = 30
RARE = 4
LEAST_SCORE, LEAST_LETTERS = 10, 20
_BAD = {"only_empty", "rude", "copied", "placeholder", "draft", "no_action", "no_result"}

_OF_CATEGORY = """
SELECT newest.id FROM unnest(%s::bigint[], %s::int[]) AS wanted (category, most)
CROSS JOIN LATERAL (SELECT c.id, c.satisfaction FROM cases_case c WHERE c.category_id = wanted.category
  ORDER BY c.received_at DESC, c.id DESC LIMIT wanted.most) newest
WHERE newest.satisfaction = 'satisfied' AND newest.id <> %s LIMIT 400
"""
_OF_WORDS = """
SELECT c.id FROM (SELECT case_id FROM cases_casetext WHERE search @@ %s::tsquery AND case_id <> %s
  ORDER BY case_id DESC LIMIT %s) found JOIN cases_case c ON c.id = found.case_id WHERE c.satisfaction = 'satisfied'
"""
_TOLD = """
SELECT c.id, c.category_id, array_to_string(tsvector_to_array(t.search), ' ')
FROM cases_case c JOIN cases_casetext t ON t.case_id = c.id
WHERE c.id = ANY(%s) AND c.lifecycle = %s AND c.joined_to_id IS NULL AND NOT c.is_open
  AND NOT c.flags @> '["sensitive"]'::jsonb
"""
_REPLIES = """
SELECT DISTINCT ON (a.case_id) a.case_id, a.reply, a.unit_id, c.title, c.number, c.closed_at, c.category_id, r.sealed
FROM cases_assignment a JOIN cases_case c ON c.id = a.case_id LEFT JOIN cases_requester r ON r.id = c.requester_id
WHERE a.case_id = ANY(%s) AND a.role = 'lead' AND a.parent_id IS NULL AND a.state = 'replied' AND a.reply <> ''
ORDER BY a.case_id, a.id DESC
"""


def good(actor: Actor, number: str) -> list[dict[str, Any]]:
    """The likest first, at most SHOWN; none when it would take too long."""
    case = checking.find(actor, number)
    try:
        with transaction.atomic():
            finding.patience()
            ranked = _ranked(case)
            found = rows.execute(_REPLIES, [[key for _, key in ranked]]).fetchall() if ranked else []
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        return []
    by_case = {row[0]: row for row in found}
    made, said = [], set()
    for score, key in ranked:
        item = _item(by_case.get(key), score)
        if item is not None and item["text"] not in said:
            said.add(item["text"])
            made.append((key, item))
    chosen = made[:SHOWN]
    seen = set(access.visible_to(actor).filter(pk__in=[key for key, _ in chosen]).values_list("pk", flat=True))
    return [{**item, "number": item["number"] if key in seen else None} for key, item in chosen]


def _ranked(case: Any) -> list[tuple[int, int]]:
    shares = finding.token_shares()
    held = rows.execute(
        "SELECT array_to_string(tsvector_to_array(search), ' ') FROM cases_casetext WHERE case_id = %s", [case.pk]
    ).fetchone()
    words = frozenset((held[0] or "").split()) if held else frozenset()
    new = Told(words, category_id=case.category_id, above=_above(case.category_id))
    weights = likeness.weights_of(shares)
    scored = [
        (likeness.compare(new, old, weights).score, key) for key, old in _told(_candidates(case, words, shares), case)
    ]
    best = sorted((one for one in scored if one[0] >= LEAST_SCORE), key=lambda one: (-one[0], -one[1]))
    return best[:LOOKED_AT]


def _candidates(case: Any, words: frozenset[str], shares: Mapping[str, float]) -> list[int]:
    keys: set[int] = set()
    if case.category_id is not None:
        near = _siblings(case.category_id)
        most = [OF_CATEGORY, *(OF_SIBLING for _ in near)]
        found = rows.execute(_OF_CATEGORY, [[case.category_id, *near], most, case.pk])
        keys.update(key for (key,) in found.fetchall())
    rare = similar.rare_words(words, shares)[:RARE]
    if rare:
        query = " | ".join(f"'{word}'" for word in rare)
        found = rows.execute(_OF_WORDS, [query, case.pk, OF_WORDS])
        keys.update(key for (key,) in found.fetchall())
    return sorted(keys)


def _siblings(category_id: int) -> list[int]:
    """Categories of the same major class."""
    known = catalogue.current()
    own = known.category(category_id)
    if own is None or own.parent_id is None:
        return []
    found = [row.id for row in known.categories.values() if row.parent_id == own.parent_id and row.id != own.id]
    return found[:MOST_SIBLINGS]


def _told(keys: Sequence[int], case: Any) -> list[tuple[int, Told]]:
    if not keys:
        return []
    found = rows.execute(_TOLD, [list(keys), case.lifecycle]).fetchall()
    return [
        (key, Told(frozenset((held or "").split()), category_id=category, above=_above(category)))
        for key, category, held in found
    ]


def _above(category_id: int | None) -> frozenset[int]:
    category = catalogue.current().category(category_id)
    return frozenset(category.ancestors) if category else frozenset()


def _item(row: Sequence[Any] | None, score: int) -> dict[str, Any] | None:
    """A reply as an example; None when it is no good one."""
    if row is None:
        return None
    _, reply, unit_id, title, number, closed_at, category_id, sealed = row
    known = catalogue.current()
    found = check(reply, Asked(title=title, contact_asked=False), phrases.current())
    if len(reply) < LEAST_LETTERS or _BAD & set(found.codes):
        return None
    people = [vault.open_(sealed)] if sealed else []
    category = known.category(category_id)
    return {
        "text": anonymous.clean(reply, people, dates=True).text,
        "title": anonymous.clean(title, people, dates=True).text,
        "unit": known.unit_name(unit_id), "category": category.name if category else "", "number": number,
        "month": f"{timezone.localtime(closed_at):%Y-%m}" if closed_at else "", "score": score,
    }  # fmt: skip
