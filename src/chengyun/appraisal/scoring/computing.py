"""What every unit has in a month: schemes, evidence and sheets, computed for a running month, read for a closed one."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chengyun.appraisal.models import Exclusion as IndicatorExclusion
from chengyun.cases import catalogue, measures
from chengyun.kernel import revision
from chengyun.kernel.months import next_month
from chengyun.org.models import valid_on

from . import facts, rules, scheme, words
from .models import Appeal, Deduction, FrozenFact, Rating, ScoreMonth, ScoreSheet, ScoringScheme
from .rules import ALL, Evidence, Exclusion, Fact, Penalty, Placed, Scheme, Sheet

TOPIC = "scoring"
KEEP_SECONDS = 120.0
"""How long figures of a running month are shown before they are computed anew; appeals and deductions show at once."""
COLUMNS = (
    "code", "name", "group", "kinds", "items", "double_flags", "double_channels", "factor", "minimum", "leave_out",
    "source",
)  # fmt: skip
OLDEST_SECONDS = 600.0
"""Older figures are shown to nobody, even while they are being computed."""
OPENED, OPENED_SECONDS = 6, 60.0


@dataclass(frozen=True)
class Result:
    """One scheme of one month. `evidence` without facts: those are read again for the unit whose figure is opened."""

    scheme: Scheme
    values: Mapping[str, Any]
    sheets: Mapping[int, Sheet]
    placed: tuple[Placed, ...]
    evidence: Mapping[int, Evidence]
    cases: int = 0


_lock, _computing = threading.Lock(), threading.Lock()
_known: dict[tuple[Any, ...], tuple[float, list[Result]]] = {}
_opened: dict[tuple[Any, ...], tuple[float, tuple[Scheme, Evidence] | None]] = {}


def forget() -> None:
    with _lock:
        _known.clear()
        _opened.clear()


def values_of(row: ScoringScheme) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


def schemes_of(month: date) -> list[dict[str, Any]]:
    """The schemes that run in a month, as they are kept."""
    return [values_of(row) for row in ScoringScheme.objects.filter(valid_on(month), enabled=True)]


def running(month: date) -> list[Result]:
    """All schemes over a month that is not closed; at most two minutes old."""
    key = (month, revision.current(TOPIC), catalogue.current().versions)
    known = _known.get(key)
    age = time.monotonic() - known[0] if known else OLDEST_SECONDS
    if known is not None and age < KEEP_SECONDS:
        return known[1]
    wait = known is None or age >= OLDEST_SECONDS
    if not _computing.acquire(blocking=wait) and known is not None:
        return known[1]  # somebody else computes it anew
    try:
        known = _known.get(key)
        if known is not None and time.monotonic() - known[0] < KEEP_SECONDS:
            return known[1]
        made = [compute(values, month) for values in schemes_of(month)]
        with _lock:
            for old in [old for old in _known if old[0] == month or len(_known) > 6]:
                _known.pop(old, None)
            _known[key] = (time.monotonic(), made)
        return made
    finally:
        _computing.release()


def compute(values: Mapping[str, Any], month: date, keep_facts: bool = False) -> Result:
    """Every unit of a scheme in a month, as things are now."""
    made = scheme.read(values)
    assessed = facts.assessed_units(made.kinds)
    found = facts.read(month, assessed)
    evidence = evidences(made, month, sorted(set(assessed.values())), found)
    sheets = {unit: rules.sheet(made, given) for unit, given in evidence.items()}
    placed = rules.rank(made, {str(unit): one for unit, one in sheets.items()})
    kept = evidence if keep_facts else {unit: replace(given, facts=()) for unit, given in evidence.items()}
    return Result(made, values, sheets, tuple(placed), kept, sum(len(some) for some in found.values()))


def evidences(
    made: Scheme, month: date, units: Sequence[int], found: Mapping[int, Sequence[Fact]]
) -> dict[int, Evidence]:
    excluded = _exclusions(month, units, found)
    penalties: dict[int, list[Penalty]] = defaultdict(list)
    for row in Deduction.objects.filter(month=month, unit_id__in=units, lifted_at=None).order_by("id"):
        penalties[row.unit_id].append(Penalty(row.pk, row.item, Fraction(row.points), row.reason))
    ratings: dict[int, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    rated = Rating.objects.filter(month=month, unit_id__in=units, rated_at__isnull=False, share__isnull=False)
    for unit, by, share in rated.order_by("id").values_list("unit_id", "by", "share"):
        ratings[unit][by].append(Fraction(share or 0))
    measured = _measured(made, month, units)
    return {
        unit: Evidence(
            tuple(found.get(unit) or ()), tuple(excluded.get(unit) or ()), tuple(penalties.get(unit) or ()),
            {by: tuple(given) for by, given in ratings.get(unit, {}).items()}, measured.get(unit, {}),
        )
        for unit in units
    }  # fmt: skip


def _exclusions(month: date, units: Sequence[int], found: Mapping[int, Sequence[Fact]]) -> dict[int, list[Exclusion]]:
    """What appeals and the centre took out of this month, and what is left out of the indicators altogether."""
    excluded: dict[int, list[Exclusion]] = defaultdict(list)
    granted = Appeal.objects.filter(
        month=month, unit_id__in=units, state=Appeal.GRANTED, case_id__isnull=False, deduction=None
    )
    for row in granted.order_by("id"):
        why = row.decision or row.text
        excluded[row.unit_id].append(Exclusion(row.case_id or 0, row.item or ALL, why, row.origin))
    owner = {fact.case: unit for unit, some in found.items() for fact in some}
    everywhere = IndicatorExclusion.objects.filter(withdrawn_at=None).order_by("id")
    for case, note in everywhere.values_list("case_id", "note"):
        if case in owner:
            excluded[owner[case]].append(Exclusion(case, ALL, note, words.CENTRE))
    return excluded


def _measured(made: Scheme, month: date, units: Sequence[int]) -> dict[int, dict[str, Fraction | None]]:
    wanted = [item.measure for item in made.items if item.kind == words.MEASURE]
    if not wanted:
        return {}
    known, period = catalogue.current().units, measures.Period(month, next_month(month))
    found: dict[int, dict[str, Fraction | None]] = {}
    for unit in units:
        if unit not in known:
            continue
        read = measures.read_many(wanted, period, measures.Narrowed(unit=known[unit].code))
        found[unit] = {code: None if one.value is None else Fraction(one.value) for code, one in read.items()}
    return found


# --- the cases behind a figure ----------------------------------------------------------------------------------------
def evidence_of(month: date, unit: int) -> tuple[Scheme, Evidence] | None:
    """One unit with its cases: as frozen in a closed month, as they are now in another; kept for a minute, because
    a list asks for its rows, its count and its words."""
    key = (month, unit, revision.current(TOPIC), catalogue.current().versions)
    with _lock:
        known = _opened.get(key)
        if known is not None and time.monotonic() - known[0] < OPENED_SECONDS:
            return known[1]
    found = _evidence_of(month, unit)
    with _lock:
        while len(_opened) >= OPENED:
            _opened.pop(next(iter(_opened)))
        _opened[key] = (time.monotonic(), found)
    return found


def _evidence_of(month: date, unit: int) -> tuple[Scheme, Evidence] | None:
    closed = ScoreMonth.objects.filter(month=month).first()
    if closed is not None:
        return _frozen(closed, unit)
    for values in schemes_of(month):
        made = scheme.read(values)
        assessed = facts.assessed_units(made.kinds)
        if unit in assessed.values():
            found = facts.read(month, assessed, unit)
            return made, evidences(made, month, [unit], found)[unit]
    return None


def _frozen(closed: ScoreMonth, unit: int) -> tuple[Scheme, Evidence] | None:
    row = ScoreSheet.objects.filter(month=closed, unit_id=unit).first()
    values = next((one for one in closed.schemes if row is not None and one["code"] == row.scheme), None)
    if row is None or values is None:
        return None
    return scheme.read(values), thawed(row.body["evidence"], frozen_facts(closed, unit))


def frozen_facts(closed: ScoreMonth, unit: int | None = None) -> list[Fact]:
    rows = FrozenFact.objects.filter(month=closed).order_by("unit_id", "case_id")
    if unit is not None:
        rows = rows.filter(unit_id=unit)
    columns = ("case_id", "marks", "flags", "channel", "kind", "outcome")
    return [
        Fact(case, frozenset(marks), frozenset(flags), channel, kind, outcome)
        for case, marks, flags, channel, kind, outcome in rows.values_list(*columns)
    ]


def frozen(evidence: Evidence) -> dict[str, Any]:
    """Evidence beside the cases as plain JSON, exact."""
    return {
        "exclusions": [[one.case, one.item, one.why, one.by] for one in evidence.exclusions],
        "penalties": [[one.id, one.item, str(one.points), one.reason] for one in evidence.penalties],
        "ratings": {by: [str(one) for one in given] for by, given in evidence.ratings.items()},
        "measured": {code: None if one is None else str(one) for code, one in evidence.measured.items()},
    }


def thawed(kept: Mapping[str, Any], found: Sequence[Fact]) -> Evidence:
    return Evidence(
        tuple(found), tuple(Exclusion(*one) for one in kept["exclusions"]),
        tuple(Penalty(key, item, Fraction(points), why) for key, item, points, why in kept["penalties"]),
        {by: tuple(Fraction(one) for one in given) for by, given in kept["ratings"].items()},
        {code: None if one is None else Fraction(one) for code, one in kept["measured"].items()},
    )  # fmt: skip


# --- as it is told ----------------------------------------------------------------------------------------------------
def told(made: Sheet) -> dict[str, Any]:
    """A sheet as plain JSON: points as on paper."""
    return {
        "total": _text(made.total), "measured": _text(made.measured), "weight": _text(made.weight), "cases": made.cases,
        "lines": [_line(line) for line in made.lines],
        "penalties": [_penalty(one) for one in made.penalties],
    }  # fmt: skip


def _line(line: rules.Line) -> dict[str, Any]:
    item = line.item
    return {
        "code": item.code, "name": item.name, "kind": item.kind, "weight": _text(item.weight),
        "points": _text(line.points), "value": _text(line.value), "numerator": line.numerator,
        "denominator": line.denominator, "cases": line.cases, "hits": line.hits, "left_out": line.left_out,
        "doubled": line.doubled, "lost": _text(line.lost), "why": line.why, "of": item.of, "hit": item.hit,
        "by": item.by, "penalties": [_penalty(one) for one in line.penalties],
    }  # fmt: skip


def _penalty(one: Penalty) -> dict[str, Any]:
    return {"id": one.id, "points": _text(one.points), "reason": one.reason}


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(rules.rounded(number))


def decimal_of(number: Fraction | None) -> Decimal | None:
    return None if number is None else rules.rounded(number)
