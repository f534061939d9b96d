"""Where an indicator is heading: its value at the end of the year if it goes on as lately, and the day on which the
target would be missed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

RECENT = 90
"""Days that say how it goes lately."""
MET, RISK, BELOW, LOST, TOLD, UNKNOWN = "met", "risk", "below", "lost", "told", "unknown"


@dataclass(frozen=True, slots=True)
class Month:
    """What was counted in one month of the year. For counts the denominator is 0."""

    first: date
    numerator: Decimal
    denominator: Decimal


@dataclass(frozen=True, slots=True)
class Aim:
    """`=`, `>=`, `<=` value, or range value to upper."""

    operator: str
    value: Decimal
    upper: Decimal | None = None

    def met_by(self, number: Decimal) -> bool:
        if self.operator == ">=":
            return number >= self.value
        if self.operator == "<=":
            return number <= self.value
        if self.operator == "range":
            return self.value <= number <= (self.upper if self.upper is not None else self.value)
        return number == self.value


@dataclass(frozen=True, slots=True)
class Outlook:
    """`value`: expected for the whole year. `best`: the most (or least) that can still be reached, for rates.
    `missed_on`: the day on which the target is expected to be missed, or the month in which it was."""

    state: str
    value: Decimal | None = None
    best: Decimal | None = None
    missed_on: date | None = None


def outlook(kind: str, months: Sequence[Month], aim: Aim, first: date, end: date, today: date) -> Outlook:
    """The year [first, end) seen on `today`. kind: rate (per cent), average, count."""
    over = sum((month.numerator for month in months), Decimal(0))
    under = sum((month.denominator for month in months), Decimal(0))
    if kind != "count" and not under:
        return Outlook(UNKNOWN)
    passed = max(0, min((today - first).days + 1, (end - first).days))
    left = (end - first).days - passed
    pace_over, pace_under = _pace(months, first, passed)
    scale = 100 if kind == "rate" else 1
    now = _value(kind, over, under, scale)
    if left <= 0 or today >= end:
        return Outlook(MET if aim.met_by(now) else LOST, now, now, _missed_in(kind, months, aim, scale))
    then = _value(kind, over + pace_over * left, under + pace_under * left, scale)
    best = _best(kind, over, under, pace_under * left, aim)
    missed = _missed_in(kind, months, aim, scale) if not aim.met_by(now) else _day(
        kind, (over, under), (pace_over, pace_under), aim, today, left, scale
    )  # fmt: skip
    return Outlook(_state(kind, aim, now, then, best), then, best, missed)


def _pace(months: Sequence[Month], first: date, passed: int) -> tuple[Decimal, Decimal]:
    """A day's numerator and denominator, lately: of the last months that make up RECENT days, or of all there are."""
    if not passed:
        return Decimal(0), Decimal(0)
    last = first + timedelta(days=passed)
    since = max(first, last - timedelta(days=RECENT + 2))
    recent = [m for m in months if since <= m.first < last]
    if not recent:
        return Decimal(0), Decimal(0)
    days = max(1, (last - max(first, min(month.first for month in recent))).days)
    return (
        sum((m.numerator for m in recent), Decimal(0)) / days, sum((m.denominator for m in recent), Decimal(0)) / days,
    )  # fmt: skip


def _value(kind: str, over: Decimal, under: Decimal, scale: int) -> Decimal:
    """Two places; a rate that is not whole is never rounded up to whole."""
    if kind == "count":
        return over.quantize(Decimal(1), ROUND_HALF_UP)
    if not under:
        return Decimal(0)
    exact = over * scale / under
    rounding = ROUND_DOWN if scale == 100 and over < under else ROUND_HALF_UP
    found = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return found if found < 100 or rounding == ROUND_HALF_UP else exact.quantize(Decimal("0.01"), ROUND_DOWN)


def _best(kind: str, over: Decimal, under: Decimal, more: Decimal, aim: Aim) -> Decimal | None:
    """A rate if all that is still to come meets it (or, where less is better, nothing of it)."""
    if kind != "rate":
        return None
    reached = over if aim.operator == "<=" else over + more
    return _value("rate", reached, under + more, 100)


def _state(kind: str, aim: Aim, now: Decimal, then: Decimal, best: Decimal | None) -> str:
    good_now, good_then = aim.met_by(now), aim.met_by(then)
    if kind == "count":
        if aim.operator == ">=":
            return MET if good_now or good_then else BELOW
        if aim.operator == "=":
            return LOST if now > aim.value else MET if good_then else RISK
        return LOST if not good_now and aim.operator == "<=" else MET if good_then else RISK
    if good_now and good_then:
        return MET
    if good_now or good_then:
        return RISK
    return BELOW if best is None or aim.met_by(best) else LOST


def _missed_in(kind: str, months: Sequence[Month], aim: Aim, scale: int) -> date | None:
    """The first day of the month since which the year's figure misses the target without a break; None if it does
    not."""
    over = under = Decimal(0)
    since: date | None = None
    for month in sorted(months, key=lambda one: one.first):
        over, under = over + month.numerator, under + month.denominator
        if kind == "count" and aim.operator in (">=", "="):
            continue
        if kind != "count" and not under:
            continue
        if aim.met_by(_value(kind, over, under, scale)):
            since = None
        elif since is None:
            since = month.first
    return since


def _day(
    kind: str, counted: tuple[Decimal, Decimal], pace: tuple[Decimal, Decimal], aim: Aim, today: date, left: int,
    scale: int,
) -> date | None:  # fmt: skip
    """The first day on which, going on like this, the target is no longer met."""
    low, high = 1, left
    over, under = (Fraction(one) for one in counted)
    per_over, per_under = (Fraction(one) for one in pace)

    def missed(days: int) -> bool:
        if kind == "count":
            return aim.operator in ("<=", "range") and over + per_over * days > Fraction(
                aim.upper if aim.operator == "range" and aim.upper is not None else aim.value
            )
        bottom = under + per_under * days
        found = (over + per_over * days) * scale / bottom if bottom else Fraction(0)
        value = (Decimal(found.numerator) / Decimal(found.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return not aim.met_by(value)

    if not missed(high):
        return None
    while low < high:  # a cumulative figure moves towards its pace: once missed it stays missed
        middle = (low + high) // 2
        low, high = (low, middle) if missed(middle) else (middle + 1, high)
    return today + timedelta(days=low)
