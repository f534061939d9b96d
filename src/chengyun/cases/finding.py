"""The newest few cases that hold some words, at a cost that does not grow with the number of cases."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from django.db import OperationalError, connection, transaction

from chengyun.kernel import rows, tokens
from chengyun.org.access import Actor

from . import access, catalogue
from .models import CaseVisibility
from .selection import own_unit

WINDOWS = (400, 4_000)
"""How many of a person's newest cases are looked through for words, one after the other, before the index is asked.

A common word has thousands of hits, all of which an index would hand over before the newest could be told; a look at
the newest cases finds enough of them at once. A word that is not among 4,000 is rare, and its index entry short.
"""
MOST_HITS = 2_000
PATIENCE_MS = 250


class Newest(NamedTuple):
    ids: list[int]
    partial: bool


def newest(actor: Actor, words: str, limit: int) -> Newest:
    """Ids of the newest cases that fit the words and that this person may see, in a bounded time.

    `partial` when the bounds were met: more, and older ones, may fit.
    """
    wanted = tokens.tsquery(words)
    if not wanted:
        return Newest([], False)
    try:
        with transaction.atomic():
            patience()
            for window in WINDOWS:
                mine = _window(actor, window, catalogue.current().versions)
                if not mine.sql:
                    return Newest([], False)
                size, found = _in_window(mine, wanted, limit)
                if len(found) >= limit or size < window:
                    return Newest(found, False)
            return _by_index(actor, wanted, limit, found)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != CANCELLED:
            raise
        return Newest([], True)


CANCELLED = "57014"


def patience(milliseconds: int = PATIENCE_MS) -> None:
    """From here to the end of the transaction no statement runs longer, and no table is read from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {milliseconds}; SET LOCAL enable_seqscan = off")


@lru_cache(maxsize=1000)
def _window(actor: Actor, size: int, versions: tuple[int, ...]) -> rows.Composed:
    """The statement for (id, received_at) of the newest cases that a person may see. `versions`: scopes name areas
    and categories by code."""
    unit_id = own_unit(actor)
    if unit_id is not None:
        given = CaseVisibility.objects.filter(unit_id=unit_id).order_by("-received_at", "-case_id")
        return rows.compose(given.values_list("case_id", "received_at")[:size])
    seen = access.visible_to(actor).order_by("-received_at", "-id")
    return rows.compose(seen.values_list("id", "received_at")[:size])


def _in_window(mine: rows.Composed, wanted: str, limit: int) -> tuple[int, list[int]]:
    """(how many cases were looked through, the ids of those that fit)."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH mine (id, received_at) AS MATERIALIZED ({mine.sql})"
            " SELECT (SELECT count(*) FROM mine), ARRAY(SELECT id FROM (SELECT mine.id, mine.received_at, t.search"
            " FROM mine JOIN cases_casetext t ON t.case_id = mine.id OFFSET 0) seen WHERE search @@ %s::tsquery"
            " ORDER BY received_at DESC, id DESC LIMIT %s)",
            [*mine.params, wanted, limit],
        )
        size, found = cursor.fetchone()
        return size, list(found)


def _by_index(actor: Actor, wanted: str, limit: int, found: list[int]) -> Newest:
    """By the index of tokens; what the windows `found` stays when the index has too much to tell."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id FROM (SELECT case_id, search FROM cases_casetext WHERE search @@ %s::tsquery OFFSET 0) few"
            " WHERE search @@ %s::tsquery LIMIT %s",
            [_for_index(wanted), wanted, MOST_HITS + 1],
        )
        hits = [key for (key,) in cursor.fetchall()]
    if len(hits) > MOST_HITS:
        return Newest(found, True)
    seen = rows.compose(
        access.visible_to(actor).filter(id__in=hits).order_by("-received_at", "-id").values_list("id")[:limit]
    )
    if not seen.sql:
        return Newest([], False)
    with connection.cursor() as cursor:
        cursor.execute(seen.sql, seen.params)
        return Newest([key for (key,) in cursor.fetchall()], False)


def _for_index(wanted: str) -> str:
    """The parts of a query that the index is asked for: it pays for each part, a pair that begins where the one
    before ends (路灯, 灯不, 不亮) hardly narrows the hits, and a single character as a beginning costs most."""
    parts = wanted.split(" & ")
    whole = [part for part in parts if len(part) != len("'号':*") or not part.endswith(":*")] or parts
    chosen: list[str] = []
    for part in whole:
        if not chosen or len(part) != 4 or part[1] != chosen[-1][-2]:
            chosen.append(part)
    return " & ".join(chosen)


# --- how common tokens are ---------------------------------------------------------------------------------------
_SHARES_KEPT = 900.0
_shares: tuple[float, dict[str, float]] | None = None


def token_shares() -> Mapping[str, float]:
    """How large a part of the cases holds each common token, as the database's own statistics know it; read again
    every quarter of an hour. Empty before the first ANALYZE."""
    global _shares
    now, kept = time.monotonic(), _shares
    if kept is None or now - kept[0] > _SHARES_KEPT:
        found = rows.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats"
            " WHERE schemaname = current_schema() AND tablename = 'cases_casetext' AND attname = 'search'"
        ).fetchone()
        names, parts = found if found is not None and found[0] is not None else ([], [])
        kept = _shares = (now, dict(zip(names, parts, strict=False)))
    return kept[1]


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _shares
    _shares = None
