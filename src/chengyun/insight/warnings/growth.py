"""Is this many more than usual? Counts of a window against the same hours of the week before. Pure.

Method, after the Bayesian detector of Höhle (2007, "surveillance: An R package for the monitoring of infectious
diseases", Computational Statistics 22) and the negative binomial tail of Noufaily et al. (2013, "An improved
algorithm for outbreak detection in multiple surveillance systems", Statistics in Medicine 32):

- A group (category × place) has counts y₁…yₙ in n comparable windows: same weekday, same hours. Its rate is
  Gamma(κ·μ₀ + Σy, κ + n), where μ₀ is what the category and the place would give if they had nothing to do with each
  other (shrinkage: a group with little history borrows it). The predictive count of the next window is negative
  binomial; its variance is widened by the dispersion that all groups show together.
- The tail P(X ≥ now) is exact. With windows of the same season last year the larger of both tails counts, so what
  comes every year at this time raises nothing (intersection–union).
- All groups of a look are tested at once; Benjamini–Hochberg (1995) keeps the share of false alarms among the alarms
  below `risk`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WEIGHT = 2.0
"""κ: how many windows the borrowed history counts for."""
FLOOR = 0.02
"""Nothing is thought to be impossible: the least mean of a window."""
WIDEST = 6.0
"""The widest dispersion that is believed; beyond it nothing would ever be noticed."""


@dataclass(frozen=True, slots=True)
class Growth:
    """`now` cases where `expected` were to be expected; `p`: how often chance alone would give as many."""

    now: int
    expected: float
    p: float


@dataclass(frozen=True)
class History:
    """Counts of each group (category, place) in each of `windows` comparable windows."""

    windows: int
    counts: Mapping[Any, Sequence[int]]


def tail(now: int, mean: float, variance: float) -> float:
    """P(X ≥ now) of a negative binomial (of a Poisson when the variance is not larger than the mean)."""
    if now <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    log_of = _poisson(mean) if variance <= mean * (1 + 1e-9) else _negative_binomial(mean, variance)
    if now <= mean:
        return max(0.0, min(1.0, 1.0 - math.fsum(math.exp(log_of(k)) for k in range(now))))
    total, k = 0.0, now
    while True:
        step = math.exp(log_of(k))
        total += step
        if step < total * 1e-12 or step == 0.0 or k > now + 100_000:
            return min(1.0, total)
        k += 1


def _poisson(mean: float) -> Any:
    return lambda k: k * math.log(mean) - mean - math.lgamma(k + 1)


def _negative_binomial(mean: float, variance: float) -> Any:
    size = mean * mean / (variance - mean)
    hit, miss = math.log(size / (size + mean)), math.log(mean / (size + mean))
    return lambda k: math.lgamma(k + size) - math.lgamma(size) - math.lgamma(k + 1) + size * hit + k * miss


def dispersion(history: History) -> float:
    """How much more counts vary from window to window than a Poisson would: between 1 and WIDEST."""
    if history.windows < 2:
        return 1.5
    squares, freedom = 0.0, 0
    for counts in history.counts.values():
        mean = sum(counts) / history.windows
        if mean > 0:
            spread = sum((count - mean) ** 2 for count in counts) + (history.windows - len(counts)) * mean**2
            squares += spread / mean
            freedom += history.windows - 1
    return min(WIDEST, max(1.0, squares / freedom)) if freedom else 1.0


def borrowed(history: History) -> Mapping[Any, float]:
    """What each group would have by chance: share of the category × share of the place × all, for a window."""
    by: list[dict[Any, float]] = [{}, {}]
    total = 0.0
    for group, counts in history.counts.items():
        number = float(sum(counts))
        total += number
        for table, part in zip(by, _parts(group), strict=True):
            table[part] = table.get(part, 0.0) + number
    if not total or not history.windows:
        return {}
    return {
        group: by[0].get(_parts(group)[0], 0.0) * by[1].get(_parts(group)[1], 0.0) / total / history.windows
        for group in history.counts
    }


def _parts(group: Any) -> tuple[Any, Any]:
    return group if isinstance(group, tuple) and len(group) == 2 else (group, None)


def grown(now: Mapping[Any, int], history: History) -> dict[Any, Growth]:
    """Every group that has cases now, tested."""
    known = dict(history.counts)
    for group in now:
        known.setdefault(group, ())
    whole = History(history.windows, known)
    priors, wide = borrowed(whole), dispersion(whole)
    found = {}
    for group, number in now.items():
        if number <= 0:
            continue
        weight = WEIGHT + history.windows
        mean = max(FLOOR, (WEIGHT * max(FLOOR, priors.get(group, 0.0)) + sum(known[group])) / weight)
        found[group] = Growth(number, mean, tail(number, mean, mean * wide + mean / weight))
    return found


def seasonal(recent: Mapping[Any, Growth], season: Mapping[Any, Growth]) -> dict[Any, Growth]:
    """Of both looks the one that finds less: it must be unusual for these weeks and for this season."""
    return {
        group: max(growth, season.get(group, growth), key=lambda one: (one.p, one.expected))
        for group, growth in recent.items()
    }


def alarms(found: Mapping[Any, Growth], risk: float) -> set[Any]:
    """The groups that stand out with at most `risk` false ones among them (Benjamini–Hochberg)."""
    ordered = sorted(found, key=lambda group: found[group].p)
    last = 0
    for rank, group in enumerate(ordered, 1):
        if found[group].p <= risk * rank / len(ordered):
            last = rank
    return set(ordered[:last])
