"""Scores from schemes and facts. Pure: the same scheme and the same facts give the same points, for ever.

A scheme's items have weights. A rate is hit ÷ counted, read off its bands; a deduction starts from its weight and loses
points per case; a rating and a measure are read off bands too. What cannot be measured is left out and its weight
spread over the others. All arithmetic is exact; points are rounded half up to two places once, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import words

HUNDRED = Fraction(100)
ALL = "*"


@dataclass(frozen=True, slots=True)
class Item:
    """`bands`: (from, share), both in percent for rates; from 95 on all, from 85 on 80 %: ((85, 80), (95, 100)).
    `line`: between two bands the share grows evenly; else it jumps. `less`: fewer is better (share falls)."""

    code: str
    name: str
    kind: str
    weight: Fraction
    of: str = ""
    hit: str = ""
    each: Fraction = Fraction(0)
    by: str = ""
    measure: str = ""
    bands: tuple[tuple[Fraction, Fraction], ...] = ()
    line: bool = False
    less: bool = False
    double: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Cases that a scheme does not count in some items (empty: in none of the rates and deductions)."""

    name: str
    flags: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()

    def fits(self, fact: Fact) -> bool:
        asked = ((self.flags, fact.flags), (self.kinds, {fact.kind}), (self.outcomes, {fact.outcome}))
        given = [(wanted, has) for wanted, has in asked if wanted]
        return bool(given) and all(wanted & has for wanted, has in given)


@dataclass(frozen=True, slots=True)
class Scheme:
    code: str
    name: str
    group: str
    kinds: frozenset[str]
    items: tuple[Item, ...]
    double_flags: frozenset[str] = frozenset()
    double_channels: frozenset[str] = frozenset()
    factor: int = 2
    minimum: int = 1
    leave_out: tuple[LeaveOut, ...] = ()

    def item(self, code: str) -> Item | None:
        return next((item for item in self.items if item.code == code), None)


@dataclass(frozen=True, slots=True)
class Fact:
    """One case of one unit in one month: what it is to the unit, and what decides whether it counts, and how."""

    case: int
    marks: frozenset[str]
    flags: frozenset[str] = frozenset()
    channel: str = ""
    kind: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A case (or with `case` None a deduction) that does not count in an item, or in none (ALL)."""

    case: int
    item: str
    why: str
    by: str = words.APPEAL


@dataclass(frozen=True, slots=True)
class Penalty:
    """A deduction entered by hand; `item` empty: from the total."""

    id: int
    item: str
    points: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a unit's month rests on. `ratings`: kind of raters → marks given, each of 1. `measured`: value by
    measure, None while it cannot be measured."""

    facts: Sequence[Fact] = ()
    exclusions: Sequence[Exclusion] = ()
    penalties: Sequence[Penalty] = ()
    ratings: Mapping[str, Sequence[Fraction]] = field(default_factory=dict)
    measured: Mapping[str, Fraction | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The facts of one item: those counted, and those left out with what decided it."""

    counted: tuple[Fact, ...]
    left_out: tuple[tuple[Fact, Exclusion], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a score sheet. `points` None: could not be measured, see `why`."""

    item: Item
    points: Fraction | None
    value: Fraction | None = None
    numerator: int = 0
    denominator: int = 0
    cases: int = 0
    hits: int = 0
    left_out: int = 0
    doubled: int = 0
    lost: Fraction = Fraction(0)
    penalties: tuple[Penalty, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A unit's month. `total` None: nothing could be measured."""

    total: Fraction | None
    lines: tuple[Line, ...]
    measured: Fraction
    weight: Fraction
    cases: int
    penalties: tuple[Penalty, ...] = ()


# --- one item ---------------------------------------------------------------------------------------------------------
def doubled(scheme: Scheme, fact: Fact) -> bool:
    """领导批示、媒体曝光 and whatever else the scheme names counts more than once."""
    return bool(scheme.double_flags & fact.flags) or fact.channel in scheme.double_channels


def sort(scheme: Scheme, item: Item, evidence: Evidence) -> Sorted:
    """Which cases an item counts, and which are left out by appeal, by the centre or by the scheme."""
    wanted = item.of if item.kind == words.RATE else item.hit
    asked = {(one.case, one.item): one for one in evidence.exclusions}
    judged: dict[tuple[frozenset[str], str, str], LeaveOut | None] = {}
    counted: list[Fact] = []
    left: list[tuple[Fact, Exclusion]] = []
    for fact in evidence.facts:
        if wanted not in fact.marks:
            continue
        why = (asked.get((fact.case, item.code)) or asked.get((fact.case, ALL))) if asked else None
        if why is None and scheme.leave_out:
            alike = (fact.flags, fact.kind, fact.outcome)
            if alike not in judged:
                judged[alike] = _by_scheme(scheme, item, fact)
            rule = judged[alike]
            why = None if rule is None else Exclusion(fact.case, item.code, rule.name, words.SCHEME)
        if why is None:
            counted.append(fact)
        else:
            left.append((fact, why))
    return Sorted(tuple(counted), tuple(left))


def _by_scheme(scheme: Scheme, item: Item, fact: Fact) -> LeaveOut | None:
    return next(
        (rule for rule in scheme.leave_out if (not rule.items or item.code in rule.items) and rule.fits(fact)), None
    )


def share_of(item: Item, value: Fraction) -> Fraction:
    """The share of its weight that an item earns with a value, 0 to 1."""
    bands = item.bands
    if not bands:
        return _bounded(value / HUNDRED)
    below = bands[0]
    if value < below[0]:
        return (bands[0][1] if item.less else Fraction(0)) / HUNDRED
    for band in bands[1:]:
        if value < band[0]:
            if item.line:
                grown = (value - below[0]) / (band[0] - below[0])
                return _bounded((below[1] + (band[1] - below[1]) * grown) / HUNDRED)
            return _bounded(below[1] / HUNDRED)
        below = band
    return _bounded(below[1] / HUNDRED)


def _bounded(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


def line(scheme: Scheme, item: Item, evidence: Evidence) -> Line:
    penalties = tuple(one for one in evidence.penalties if one.item == item.code)
    lost = sum((one.points for one in penalties), Fraction(0))
    made = _LINES[item.kind](scheme, item, evidence)
    if made.points is None:
        return _with(made, points=None, penalties=penalties)
    return _with(made, points=max(made.points - lost, Fraction(0)), lost=made.lost + lost, penalties=penalties)


def _with(made: Line, **changes: Any) -> Line:
    values = {name: getattr(made, name) for name in Line.__slots__}
    return Line(**{**values, **changes})


def _times(scheme: Scheme, item: Item, fact: Fact) -> int:
    return scheme.factor if item.double and doubled(scheme, fact) else 1


def _rate(scheme: Scheme, item: Item, evidence: Evidence) -> Line:
    found = sort(scheme, item, evidence)
    hits = [fact for fact in found.counted if item.hit in fact.marks]
    den = sum(_times(scheme, item, fact) for fact in found.counted)
    num = sum(_times(scheme, item, fact) for fact in hits)
    common: dict[str, Any] = {
        "item": item, "cases": len(found.counted), "hits": len(hits), "left_out": len(found.left_out),
        "doubled": _doubled(scheme, item, found.counted),
    }  # fmt: skip
    if not den:
        return Line(points=None, why="nothing", **common)
    value = Fraction(num, den) * HUNDRED
    points = item.weight * share_of(item, value)
    return Line(points=points, value=value, numerator=num, denominator=den, **common)


def _deduct(scheme: Scheme, item: Item, evidence: Evidence) -> Line:
    found = sort(scheme, item, evidence)
    times = sum(_times(scheme, item, fact) for fact in found.counted)
    lost = min(times * item.each, item.weight)
    return Line(
        item=item, points=item.weight - lost, value=Fraction(times), numerator=times, cases=len(found.counted),
        hits=len(found.counted), left_out=len(found.left_out), doubled=_doubled(scheme, item, found.counted), lost=lost,
    )  # fmt: skip


def _rating(scheme: Scheme, item: Item, evidence: Evidence) -> Line:
    given = list(evidence.ratings.get(item.by) or ())
    if not given:
        return Line(item=item, points=None, why="no_rating")
    value = sum(given, Fraction(0)) / len(given) * HUNDRED
    return Line(
        item=item, points=item.weight * share_of(item, value), value=value, numerator=len(given), cases=len(given)
    )


def _measure(scheme: Scheme, item: Item, evidence: Evidence) -> Line:
    value = evidence.measured.get(item.measure)
    if value is None:
        return Line(item=item, points=None, why="no_measure")
    return Line(item=item, points=item.weight * share_of(item, value), value=value)


_LINES = {words.RATE: _rate, words.DEDUCT: _deduct, words.RATING: _rating, words.MEASURE: _measure}


def _doubled(scheme: Scheme, item: Item, facts: Iterable[Fact]) -> int:
    return sum(1 for fact in facts if doubled(scheme, fact)) if item.double else 0


# --- a unit, a group --------------------------------------------------------------------------------------------------
def sheet(scheme: Scheme, evidence: Evidence) -> Sheet:
    """A unit's month: what was measured, brought to 100, less what is taken from the total."""
    lines = tuple(line(scheme, item, evidence) for item in scheme.items)
    weight = sum((item.weight for item in scheme.items), Fraction(0))
    measured = sum((made.item.weight for made in lines if made.points is not None), Fraction(0))
    from_total = tuple(one for one in evidence.penalties if scheme.item(one.item) is None)
    cases = len({fact.case for fact in evidence.facts})
    if not measured:
        return Sheet(None, lines, measured, weight, cases, from_total)
    points = sum((made.points for made in lines if made.points is not None), Fraction(0))
    total = points / measured * HUNDRED - sum((one.points for one in from_total), Fraction(0))
    return Sheet(min(max(total, Fraction(0)), HUNDRED), lines, measured, weight, cases, from_total)


def part(scheme: Scheme, item: Item, evidence: Evidence, what: str) -> list[int]:
    """The cases behind a figure of a line (words.PARTS)."""
    found = sort(scheme, item, evidence)
    if what == "left_out":
        return [fact.case for fact, _ in found.left_out]
    counted = found.counted
    if what == "hit" and item.kind == words.RATE:
        counted = tuple(fact for fact in counted if item.hit in fact.marks)
    elif what == "missed" and item.kind == words.RATE:
        counted = tuple(fact for fact in counted if item.hit not in fact.marks)
    elif what == "double":
        counted = tuple(fact for fact in counted if item.double and doubled(scheme, fact))
    return [fact.case for fact in counted]


@dataclass(frozen=True, slots=True)
class Placed:
    """`rank` None: not ranked, too few cases or nothing measured."""

    key: str
    total: Decimal | None
    rank: int | None


def rank(scheme: Scheme, sheets: Mapping[str, Sheet]) -> list[Placed]:
    """Best first; equal points (as published) share a rank and the next one is skipped: 1, 1, 3. Then the unranked."""
    told = {key: None if made.total is None else rounded(made.total) for key, made in sheets.items()}
    ranked = [key for key, made in sheets.items() if told[key] is not None and made.cases >= scheme.minimum]
    ranked.sort(key=lambda key: (-(told[key] or 0), key))
    placed: list[Placed] = []
    for at, key in enumerate(ranked, 1):
        same = placed and placed[-1].total == told[key]
        placed.append(Placed(key, told[key], placed[-1].rank if same else at))
    placed += [Placed(key, told[key], None) for key in sorted(sheets) if key not in set(ranked)]
    return placed


def rounded(number: Fraction, places: int = 2) -> Decimal:
    """Half up, as points are rounded on paper."""
    exact = number * 10**places
    floor = exact.numerator // exact.denominator
    whole = floor + (1 if exact - floor >= Fraction(1, 2) else 0)
    return Decimal(whole).scaleb(-places)
