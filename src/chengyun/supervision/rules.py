"""What decides, pure: the state of an order, the colour of a card, the strata of a sample, the verdict of a review."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .words import DONE, FAIL, NA, NO, PASS, RED, REPLIED, WAITING, WITHDRAWN, YELLOW, YES


def order_state(parts: Iterable[str]) -> str:
    """Of the parts of its units: somebody has to answer, somebody has to look at answers, or all is done."""
    states = [state for state in parts if state != WITHDRAWN]
    if WAITING in states:
        return WAITING
    if REPLIED in states:
        return REPLIED
    return DONE if states else WITHDRAWN


def card_colour(card: str, red_after: int, yellow_before: int) -> str:
    """A yellow card becomes red when the unit has had so many yellow ones before (0: never)."""
    if card == YELLOW and red_after and yellow_before >= red_after:
        return RED
    return card


@dataclass(frozen=True, slots=True)
class Rung:
    """What the ladder needs to know of a step."""

    code: str
    level: int
    next: str = ""


def ladder_faults(rungs: Sequence[Rung]) -> dict[str, str]:
    """Code → why: a step goes on to one that exists and stands higher, so that every ladder ends."""
    by_code = {rung.code: rung for rung in rungs}
    faults = {}
    for rung in rungs:
        if not rung.next:
            continue
        following = by_code.get(rung.next)
        if following is None:
            faults[rung.code] = f"没有“{rung.next}”这一级"
        elif following.level <= rung.level:
            faults[rung.code] = f"下一级“{rung.next}”的级别要更高"
    return faults


# --- sampling ---------------------------------------------------------------------------------------------------------
Stratum = tuple[Any, ...]


def allocate(strata: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many to draw from each: in proportion, by the largest remainder, one at least from each while that can be,
    never more than there are. The sum is `size`, or all there are."""
    whole = sum(strata.values())
    size = min(size, whole)
    if not size:
        return dict.fromkeys(strata, 0)
    order = sorted(strata, key=lambda key: (-strata[key], repr(key)))
    shares = {key: size * strata[key] / whole for key in order}
    drawn = {key: int(shares[key]) for key in order}
    left = size - sum(drawn.values())
    for key in sorted(order, key=lambda key: (-(shares[key] % 1), repr(key)))[:left]:
        drawn[key] += 1
    for key in order:
        if not drawn[key]:
            richest = max(order, key=lambda other: drawn[other])
            if drawn[richest] < 2:
                break
            drawn[richest] -= 1
            drawn[key] = 1
    return drawn


def draw(members: Mapping[Stratum, Sequence[int]], size: int, seed: int) -> dict[Stratum, list[int]]:
    """The cases drawn from each stratum; the same for the same seed and members, in whatever order they come."""
    counts = allocate({key: len(found) for key, found in members.items()}, size)
    drawn = {}
    for key, found in members.items():
        chance = random.Random(f"{seed}:{key!r}")
        drawn[key] = sorted(chance.sample(sorted(found), counts[key]))
    return drawn


# --- reviewing --------------------------------------------------------------------------------------------------------
def judged(questions: Sequence[Mapping[str, Any]], answers: Mapping[str, str], pass_mark: int) -> tuple[float, str]:
    """(points of 100, pass or fail). What does not apply does not count; a "no" to a critical question fails."""
    asked = [question for question in questions if answers.get(question["code"]) != NA]
    possible = sum(question["points"] for question in asked)
    got = sum(question["points"] for question in asked if answers.get(question["code"]) == YES)
    score = round(100 * got / possible, 1) if possible else 100.0
    broken = any(question["critical"] and answers.get(question["code"]) == NO for question in asked)
    return score, FAIL if broken or score < pass_mark else PASS


def settled(verdicts: Sequence[tuple[float, str]]) -> tuple[str, str, float | None]:
    """(state, result, score) after these reviews, in their order: two that agree decide; when they differ the third
    does."""
    if not verdicts:
        return "open", "", None
    if len(verdicts) == 1:
        return "second", "", None
    (first, said), (second, said_too) = verdicts[:2]
    if said == said_too:
        return "final", said, round((first + second) / 2, 1)
    if len(verdicts) == 2:
        return "third", "", None
    score, result = verdicts[2]
    return "final", result, score
