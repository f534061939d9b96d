"""Rulings of the centre on who handles what: found again for a new case by category and words, and as a list to search.

A precedent speaks when its words are in the new case: the share of the ruled matter's telling tokens (rare ones count
more) that the case has too. The same category or area makes it count more, another major class less.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from chengyun.cases import catalogue, finding, likeness
from chengyun.cases.models import Precedent
from chengyun.kernel import tokens

from .facts import PRECEDENT, Facts, Suggestion
from .rules import names as naming

ENOUGH, SAME_CATEGORY, ABOVE, SAME_AREA, OTHER = 0.55, 0.25, 0.12, 0.1, -0.25
MOST = 3
FRESH_S = 10.0
AT_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    id: int
    number: str
    category_id: int | None
    area_id: int | None
    unit_id: int
    matter: str
    basis: str
    ruled_at: datetime
    tokens: frozenset[str]


@dataclass(frozen=True)
class _Kept:
    looked: float
    rows: Mapping[int, Known]


_kept: _Kept | None = None


def known() -> Mapping[int, Known]:
    """The precedents that hold, the newest 20,000; at most ten seconds behind."""
    global _kept
    kept, now = _kept, time.monotonic()
    if kept is None or now - kept.looked > FRESH_S:
        _kept = kept = _Kept(now, _renewed(kept.rows if kept else {}))
    return kept.rows


def forget() -> None:
    """Look again at the next question (after a change in this process, and in tests)."""
    global _kept
    _kept = None


def _renewed(before: Mapping[int, Known]) -> dict[int, Known]:
    """What holds now; only rulings that are not known yet are read with their words."""
    ids = list(Precedent.objects.filter(is_active=True).order_by("-id").values_list("id", flat=True)[:AT_MOST])
    new = [key for key in ids if key not in before]
    rows = {key: before[key] for key in ids if key in before}
    fields = ("id", "case__number", "category_id", "area_id", "unit_id", "matter", "basis", "ruled_at")
    for start in range(0, len(new), 5000):
        for row in Precedent.objects.filter(pk__in=new[start : start + 5000]).values_list(*fields):
            id_, number, category, area, unit, matter, basis, at = row
            words = frozenset(tokens.index_tokens(matter))
            rows[id_] = Known(id_, number, category, area, unit, matter, basis, at, words)
    return rows


def proposed(facts: Facts) -> list[Suggestion]:
    """Rulings on the same kind of matter, the best first; one for each unit."""
    held = known()
    if not held:
        return []
    words = frozenset(tokens.index_tokens(facts.words))
    weights = likeness.weights_of(finding.token_shares())
    line = catalogue.current().category_line(facts.category_id)
    scored = []
    for one in held.values():
        shared = one.tokens & words
        if shared:
            score = _score(one, shared, weights, line, facts)
            if score >= ENOUGH:
                scored.append((score, one.ruled_at, one, shared))
    found: dict[int, Suggestion] = {}
    names = naming.current()
    for score, _, one, shared in sorted(scored, key=lambda row: row[:2], reverse=True)[: MOST * 4]:
        if names.open_unit(one.unit_id) is not None:
            found.setdefault(one.unit_id, _suggestion(one, score, shared))
    return list(found.values())[:MOST]


def _score(
    one: Known, shared: frozenset[str], weights: Mapping[str, float], line: tuple[int, ...], facts: Facts
) -> float:
    """Share of the matter's words that the case has, with what category and area add or take."""
    whole = sum(weights.get(token, 1.0) for token in one.tokens) or 1.0
    score = sum(weights.get(token, 1.0) for token in shared) / whole * 0.75
    if one.category_id is not None and line:
        theirs = catalogue.current().category_line(one.category_id)
        if one.category_id == line[0]:
            score += SAME_CATEGORY
        else:
            score += ABOVE if set(theirs) & set(line) else OTHER
    if one.area_id is not None and one.area_id == _subdistrict(facts):
        score += SAME_AREA
    return min(score, 1.0)


def _subdistrict(facts: Facts) -> int | None:
    if facts.area_id is None:
        return None
    found = catalogue.current().lineage(facts.area_id).get("subdistrict")
    return found[0] if found else None


def _suggestion(one: Known, score: float, shared: frozenset[str]) -> Suggestion:
    return Suggestion(
        PRECEDENT, one.unit_id, f"裁定先例 {one.number}：{one.matter}。{one.basis}"[:400],
        f"Ruling {one.number}: {one.matter}. {one.basis}"[:400], confidence=round(score, 2),
        link=f"/cases/{one.number}", ref=one.number, matched=_passages(one.matter, shared),
    )  # fmt: skip


def _passages(matter: str, shared: frozenset[str]) -> tuple[str, ...]:
    """The runs of the matter's text that the case has too."""
    text = tokens.normalise(matter)
    marked = [False] * len(text)
    for token in shared:
        at = text.find(token)
        while at >= 0:
            marked[at : at + len(token)] = [True] * len(token)
            at = text.find(token, at + 1)
    runs: list[str] = []
    for letter, hit in zip(text, marked, strict=True):
        if hit and runs:
            runs[-1] += letter
        elif hit:
            runs.append(letter)
        elif runs and runs[-1]:
            runs.append("")
    return tuple(run for run in runs if len(run) > 1)[:6]
