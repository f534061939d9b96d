"""Rulings of the centre on who handles what: found again for a new case by category and words, and as a list to search.

A precedent speaks when its words are in the new case: the share of the ruled matter's telling tokens (rare ones count
more) that the case has too. The same category or area makes it count more, another major class less.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from chengyun.cases import catalogue, finding, likeness
from chengyun.cases.models import Precedent
from chengyun.kernel import tokens

from .facts import PRECEDENT, Facts, Suggestion
from .models import PrecedentMark
from .rules import names as naming

ENOUGH, BY_WORDS, SAME_CATEGORY, ABOVE, SAME_AREA, OTHER = 0.55, 0.75, 0.25, 0.12, 0.1, -0.25
MOST, LOOKED_AT = 3, 60
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
class Shelf:
    """The precedents that hold, found by token. `whole`: the weight of all telling words of each."""

    mark: tuple[int, int]
    rows: Mapping[int, Known]
    by_token: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    whole: Mapping[int, float]


_kept: tuple[float, Shelf] | None = None


def shelf() -> Shelf:
    """The newest 20,000 precedents that hold; at most ten seconds behind, built anew only when there is a change."""
    global _kept
    kept, now = _kept, time.monotonic()
    if kept is None or now - kept[0] > FRESH_S:
        mark = _mark()
        found = kept[1] if kept is not None and kept[1].mark == mark else _build(mark, kept[1].rows if kept else {})
        _kept = kept = (now, found)
    return kept[1]


def forget() -> None:
    """Look again at the next question (after a change in this process, and in tests)."""
    global _kept
    _kept = None


def _mark() -> tuple[int, int]:
    """The last ruling and the last word about one: both only grow."""
    ruled = Precedent.objects.aggregate(last=Max("id"))["last"]
    return ruled or 0, PrecedentMark.objects.aggregate(last=Max("id"))["last"] or 0


def _build(mark: tuple[int, int], before: Mapping[int, Known]) -> Shelf:
    """Only rulings that are not known yet are read with their words."""
    ids = list(Precedent.objects.filter(is_active=True).order_by("-id").values_list("id", flat=True)[:AT_MOST])
    rows = {key: before[key] for key in ids if key in before}
    new = [key for key in ids if key not in before]
    fields = ("id", "case__number", "category_id", "area_id", "unit_id", "matter", "basis", "ruled_at")
    for start in range(0, len(new), 5000):
        for row in Precedent.objects.filter(pk__in=new[start : start + 5000]).values_list(*fields):
            id_, number, category, area, unit, matter, basis, at = row
            words = frozenset(tokens.index_tokens(matter))
            rows[id_] = Known(id_, number, category, area, unit, matter, basis, at, words)
    weights = likeness.weights_of(finding.token_shares())
    by_token: dict[str, list[int]] = {}
    for one in rows.values():
        for token in one.tokens:
            by_token.setdefault(token, []).append(one.id)
    whole = {one.id: sum(weights.get(token, 1.0) for token in one.tokens) or 1.0 for one in rows.values()}
    return Shelf(mark, rows, by_token, weights, whole)


def proposed(facts: Facts) -> list[Suggestion]:
    """Rulings on the same kind of matter, the best first; one for each unit."""
    held = shelf()
    if not held.rows:
        return []
    words = frozenset(tokens.index_tokens(facts.words))
    points: dict[int, float] = {}
    for token in words & held.by_token.keys():
        weight = held.weights.get(token, 1.0)
        for key in held.by_token[token]:
            points[key] = points.get(key, 0.0) + weight
    shares = ((total / held.whole[key], key) for key, total in points.items())
    worth = [(share, key) for share, key in shares if share * BY_WORDS + SAME_CATEGORY + SAME_AREA >= ENOUGH]
    return _best(held, heapq.nlargest(LOOKED_AT, worth), words, facts)


def _best(held: Shelf, some: Sequence[tuple[float, int]], words: frozenset[str], facts: Facts) -> list[Suggestion]:
    known, names = catalogue.current(), naming.current()
    line, subdistrict = known.category_line(facts.category_id), _subdistrict(facts)
    scored = []
    for share, key in some:
        one = held.rows[key]
        score = share * BY_WORDS + _of_category(one, line, known)
        score += SAME_AREA if one.area_id is not None and one.area_id == subdistrict else 0
        if score >= ENOUGH:
            scored.append((min(score, 1.0), one.ruled_at, one))
    found: dict[int, Suggestion] = {}
    for score, _, one in sorted(scored, key=lambda row: row[:2], reverse=True):
        if one.unit_id not in found and names.open_unit(one.unit_id) is not None:
            found[one.unit_id] = _suggestion(one, score, one.tokens & words)
    return list(found.values())[:MOST]


def _of_category(one: Known, line: tuple[int, ...], known: catalogue.Catalogue) -> float:
    """What a category adds when it is the same, or takes when it is another major class."""
    if one.category_id is None or not line:
        return 0.0
    if one.category_id == line[0]:
        return SAME_CATEGORY
    return ABOVE if set(known.category_line(one.category_id)) & set(line) else OTHER


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
