"""Looks at every new case once: which open ones may be the same matter, and is it a matter that was closed lately?

Runs in a job, a moment after the case came, so that registering costs nothing more. What it finds are pairs
(`Likely`) and the mark 重复投诉; it joins nothing unless the district has switched that on for what comes by API and
file. Harmless when done twice. (docs/decisions/0039-what-repeats.md)
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from . import catalogue, engine, finding, lifecycle, likeness, signatures, similar
from .catalogue import Catalogue
from .likeness import Told
from .models import RepeatPolicy, Signature

log = logging.getLogger(__name__)
AT_ONCE, OLD_AT_ONCE = 100, 20
EARLIER = 20
NAME = "重复识别"
FLAG = "repeat"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the district has decided for one lifecycle; as RepeatPolicy, whose defaults these are."""

    likely_days: int = 60
    again_days: int = 90
    auto_join: bool = False
    auto_score: int = 90


@dataclass(slots=True)
class Newcomer:
    """A case that nobody has looked at yet."""

    id: int
    number: str
    lifecycle: str
    state: str
    is_open: bool
    joined_to_id: int | None
    callers: int
    external_id: str | None
    received_at: datetime
    flags: list[str]
    text: str
    told: Told
    bands: list[int]


def rules_of(today: Any = None) -> dict[str, Rules]:
    """The rules in force, by lifecycle."""
    day = today or timezone.localdate()
    return {
        row.lifecycle: Rules(row.likely_days, row.again_days, row.auto_join, row.auto_score)
        for row in RepeatPolicy.objects.all()
        if (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to >= day)
    }


def look(most: int = 2_000) -> int:
    """Look at the cases that wait for it, oldest first; how many were looked at."""
    done = 0
    while done < most and (waiting := _waiting(min(AT_ONCE, most - done))):
        _sign(waiting)
        known, rules, weights = catalogue.current(), rules_of(), likeness.weights_of(finding.token_shares())
        for case in waiting:
            try:
                _look_at(case, rules.get(case.lifecycle, Rules()), known, weights)
            except Problem as problem:
                log.warning("repeats: %s: %s", case.number, problem)
            except Exception:
                if not connection.is_usable():
                    raise
                log.exception("repeats: %s", case.number)
            rows.execute("UPDATE cases_signature SET looked = true WHERE case_id = %s", [case.id])
        done += len(waiting)
    return done


def look_back(seconds: float = 10.0) -> int:
    """Pair open cases from before there were signatures, for so long and while nothing new waits; how many.

    They are only paired: marks and joining are for what comes. Each is ticked off, so it can be stopped at any moment.
    """
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until and not Signature.objects.filter(looked=False).exists():
        waiting = _waiting(OLD_AT_ONCE, OLD)
        if not waiting:
            break
        known, rules, weights = catalogue.current(), rules_of(), likeness.weights_of(finding.token_shares())
        for case in waiting:
            if case.is_open and case.bands is not None:
                with transaction.atomic():
                    _pair(case, rules.get(case.lifecycle, Rules()), known, weights)
            rows.execute("UPDATE cases_signature SET looked = true WHERE case_id = %s", [case.id])
        done += len(waiting)
    return done


_WAITING = """
SELECT c.id, c.number, c.lifecycle, c.state, c.is_open, c.joined_to_id, c.callers, c.external_id, c.received_at,
  array(SELECT jsonb_array_elements_text(c.flags)), t.text, s.bands,
  array_to_string(tsvector_to_array(t.search), ' '), c.lng, c.lat, c.area_id, c.category_id, r.phone_index
FROM (SELECT case_id, bands FROM cases_signature WHERE {which} LIMIT %s) s
JOIN cases_case c ON c.id = s.case_id JOIN cases_casetext t ON t.case_id = c.id
LEFT JOIN cases_requester r ON r.id = c.requester_id ORDER BY c.id
"""


COLUMNS = 11  # of them stand in Newcomer as they are
NEW, OLD = "NOT looked ORDER BY case_id", "looked IS NULL ORDER BY case_id DESC"
"""What came just now, and open cases from before there were signatures, the newest first."""


def _waiting(most: int, which: str = NEW) -> list[Newcomer]:
    known, found = catalogue.current(), []
    for row in rows.execute(_WAITING.format(which=which), [most]).fetchall():
        bands, held, *facts = row[COLUMNS:]
        found.append(Newcomer(*(*row[:COLUMNS], similar.told_of(held, facts, known), bands)))
    return found


def _sign(cases: list[Newcomer]) -> None:
    """The bands of those that came without (files)."""
    unsigned = [case for case in cases if case.bands is None]
    for case in unsigned:
        case.bands = signatures.bands(case.text)
    if unsigned:
        write_bands([(case.id, case.bands) for case in unsigned])


def write_bands(signed: list[tuple[int, list[int]]]) -> None:
    """Keep the bands of cases that have a signature row."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE cases_signature SET bands = %s::int[] WHERE case_id = %s", [(found, key) for key, found in signed]
        )


# --- one case ------------------------------------------------------------------------------------------------------
def _look_at(case: Newcomer, rules: Rules, known: Catalogue, weights: Mapping[str, float]) -> None:
    if case.joined_to_id is not None:
        return
    with transaction.atomic():
        earlier = _earlier(case, rules, known, weights) if case.told.caller is not None else None
        if earlier is not None:
            _mark(case, *earlier, rules)
        best = _pair(case, rules, known, weights) if case.is_open else None
    if best is not None and rules.auto_join and case.external_id and best[0] >= rules.auto_score:
        _join(case, best[1])


def _pair(case: Newcomer, rules: Rules, known: Catalogue, weights: Mapping[str, float]) -> tuple[int, str] | None:
    """Write the pairs of a case; the score and the number of the likest."""
    since = case.received_at - timedelta(days=rules.likely_days)
    first = similar.first_since(since)
    keys = similar.likeliest(case.told, case.bands, first)
    if case.told.lng is None:
        rare = similar.rare_words(case.told.tokens, finding.token_shares())
        keys.update(similar.holding(rare, first) if rare else ())
    keys.discard(case.id)
    everybody = system_actor(NAME)
    found = []
    for key, other in similar.seen(everybody, sorted(k for k in keys if k > first), case.lifecycle, known):
        like = likeness.compare(case.told, other, weights)
        if key != case.id and other.is_open and likeness.same_matter(like):
            found.append((like.score, key, like, other))
    found.sort(key=lambda one: (-one[0], one[1]))
    best = found[: similar.SHOWN]
    if not best:
        return None
    told = {row["id"]: row for row in similar.rows_of([key for _, key, _, _ in best])}
    for score, key, like, other in best:
        words = likeness.words_of_both(case.told, other, weights)
        _keep(case.id, key, score, similar.arguments(like, told[key], words, known))
    return best[0][0], told[best[0][1]]["number"]


_KEEP = """
INSERT INTO cases_likely (case_id, other_id, score, reasons, live, decided, decided_by, found_at)
SELECT a.id, b.id, %s, %s, a.is_open AND b.is_open, '', '', now()
FROM cases_case a, cases_case b WHERE (a.id = %s AND b.id = %s) OR (a.id = %s AND b.id = %s)
ON CONFLICT (case_id, other_id) DO NOTHING
"""


def _keep(case_id: int, other_id: int, score: int, reasons: list[tuple[str, str]]) -> None:
    rows.execute(_KEEP, [score, Jsonb(reasons), case_id, other_id, other_id, case_id])


_EARLIER = """
SELECT c.number, c.closed_at, array_to_string(tsvector_to_array(t.search), ' '),
  c.lng, c.lat, c.area_id, c.category_id
FROM (SELECT id FROM cases_requester WHERE phone_index = %s ORDER BY id DESC LIMIT 200) r
JOIN cases_case c ON c.requester_id = r.id JOIN cases_casetext t ON t.case_id = c.id
WHERE c.id <> %s AND c.lifecycle = %s AND NOT c.is_open AND c.closed_at BETWEEN %s AND %s
  AND c.state NOT IN ('void', 'rejected', 'joined')
ORDER BY c.closed_at DESC LIMIT %s
"""


def _earlier(
    case: Newcomer, rules: Rules, known: Catalogue, weights: Mapping[str, float]
) -> tuple[str, datetime] | None:
    """The latest closed case of the same caller about the same matter."""
    since = case.received_at - timedelta(days=rules.again_days)
    asked = [case.told.caller, case.id, case.lifecycle, since, case.received_at, EARLIER]
    for number, closed_at, held, *facts in rows.execute(_EARLIER, asked).fetchall():
        other = similar.told_of(held, (*facts, case.told.caller), known)
        if likeness.same_matter(likeness.compare(case.told, other, weights), told_again=True):
            return number, closed_at
    return None


def _mark(case: Newcomer, number: str, closed_at: datetime, rules: Rules) -> None:
    life = lifecycle.get(case.lifecycle)
    rule = life.actions.get("mark_repeat")
    if rule is None or FLAG in case.flags or case.state not in rule.from_states:
        return
    work = engine.load(case.number, _platform())
    if work.case.state not in rule.from_states or FLAG in work.case.flags:
        return
    days = max(0, (timezone.localtime(case.received_at).date() - timezone.localtime(closed_at).date()).days)
    engine.act(work, "mark_repeat", {"earlier": number, "days": days, "window": rules.again_days})
    work.flush()


def _join(case: Newcomer, into: str) -> None:
    """What the district has switched on: as near as this, and not by a person."""
    try:
        engine.perform(case.number, "join", _platform(), {"into": into, "note": "按本区规则自动并案"})
    except Problem as problem:  # it has moved on, or the matter has ended: people will see the pair
        log.info("repeats: %s not joined to %s: %s", case.number, into, problem)


def _platform() -> Actor:
    return system_actor(NAME)
