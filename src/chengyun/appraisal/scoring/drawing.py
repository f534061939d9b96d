"""Drawing a stratified sample. Pure: the same cases, number and seed give the same draw."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")


def shares(sizes: Mapping[Key, int], wanted: int) -> dict[Key, int]:
    """How many of each stratum: in proportion, every stratum one while there are enough, never more than it has.

    The remainder goes to the largest fractions, then the larger strata.
    """
    sizes = {key: size for key, size in sizes.items() if size > 0}
    total = sum(sizes.values())
    wanted = min(max(wanted, 0), total)
    if not wanted:
        return {}
    order = sorted(sizes, key=lambda key: (-sizes[key], str(key)))
    given = {key: (1 if at < wanted else 0) for at, key in enumerate(order)}
    exact = {key: wanted * sizes[key] / total for key in order}
    while sum(given.values()) < wanted:
        free = [key for key in order if given[key] < sizes[key]]
        given[max(free, key=lambda key: (exact[key] - given[key], sizes[key], str(key)))] += 1
    return {key: number for key, number in given.items() if number}


def draw(strata: Mapping[Key, Sequence[int]], wanted: int, seed: int) -> dict[Key, list[int]]:
    """Cases of each stratum, drawn at random."""
    chance = random.Random(seed)
    number = shares({key: len(cases) for key, cases in strata.items()}, wanted)
    return {key: sorted(chance.sample(sorted(strata[key]), number[key])) for key in sorted(number, key=str)}


def deal(cases: Sequence[int], raters: Sequence[int], seed: int) -> dict[int, list[int]]:
    """Each case to one rater, evenly."""
    chance = random.Random(seed + 1)
    mixed = list(cases)
    chance.shuffle(mixed)
    dealt: dict[int, list[int]] = {rater: [] for rater in raters}
    for at, case in enumerate(mixed):
        dealt[raters[at % len(raters)]].append(case)
    return dealt
