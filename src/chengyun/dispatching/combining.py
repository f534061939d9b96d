"""From what several sources say to one ranking. Pure.

Sources are asked in order of authority: rule, responsibility list, precedent, model, similar cases, habit. Each lays
claim to a part of what is left: a rule that was right nine times in ten takes 0.9, the model shares the rest by its own
confidence, and so on. Sources that agree add up; nothing exceeds 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

RULE, RESPONSIBILITY, PRECEDENT, MODEL, SIMILAR, HABIT = (
    "rule", "responsibility", "precedent", "model", "similar", "habit",
)  # fmt: skip
ORDER = (RULE, RESPONSIBILITY, PRECEDENT, MODEL, SIMILAR, HABIT)
PRIOR = {RULE: (19, 20), RESPONSIBILITY: (8, 10), PRECEDENT: (7, 10)}
"""(right, asked) that a source is credited with before anybody has decided anything."""
SHOWN = 5
LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Reason:
    source: str
    zh: str
    en: str
    ref: str = ""
    link: str = ""
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one source says: the share of each unit (together at most 1), and why."""

    source: str
    shares: Mapping[int, float]
    reasons: Mapping[int, Reason] = field(default_factory=dict)
    co_units: tuple[int, ...] = ()


@dataclass(slots=True)
class Choice:
    unit: int
    confidence: float
    reasons: list[Reason]
    co_units: tuple[int, ...] = ()


def trust(source: str, asked: int, hits: int) -> float:
    """How often a source is right, by its record and what it is credited with."""
    right, of = PRIOR.get(source, (5, 10))
    return (right + hits) / (of + asked)


def combine(opinions: Iterable[Opinion], most: int = SHOWN) -> list[Choice]:
    """The units in question, the likeliest first."""
    left = 1.0
    choices: dict[int, Choice] = {}
    for opinion in sorted(opinions, key=lambda one: ORDER.index(one.source)):
        whole = sum(opinion.shares.values())
        scale = left / whole if whole > 1 else left
        for unit, share in opinion.shares.items():
            choice = choices.setdefault(unit, Choice(unit, 0.0, []))
            choice.confidence += share * scale
            if unit in opinion.reasons:
                choice.reasons.append(opinion.reasons[unit])
            choice.co_units = choice.co_units or opinion.co_units
        left *= max(0.0, 1.0 - whole)
    ranked = sorted(choices.values(), key=lambda one: -one.confidence)
    return [one for one in ranked if one.confidence >= LEAST][:most]


def votes(found: Iterable[tuple[int, float]], doubt: float) -> dict[int, float]:
    """Shares of units by weight; `doubt` is the weight of not knowing."""
    sums: dict[int, float] = {}
    for unit, weight in found:
        sums[unit] = sums.get(unit, 0.0) + weight
    whole = sum(sums.values()) + doubt
    return {unit: weight / whole for unit, weight in sums.items()} if whole else {}
