"""A few numbers that say how a text sounds: texts of which most triples of characters agree share some. Pure.

MinHash in bands (docs/decisions/0039-what-repeats.md). The hashes of all triples lie on a ring; each band has a point
on it and takes the next hash after its point, in four rings whose orders differ. Two texts take the same one with
the probability of their Jaccard likeness, so a band (four of them) agrees with its fourth power. Sorting makes this as
cheap as one pass over the text: no table of hash functions, no numpy.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

BANDS, ROWS = 16, 4
LONGEST = 1_500
"""Characters that count: the matter stands at the beginning, and what is typed must be signed quickly."""
FEWEST = 4
"""Triples without which a text says too little to be compared."""
_MASK = 0xFFFFFFFF
_TURNS = (0x1B873593, 0x0CC9E2D5, 0x165667B1, 0x05EBCA6B)
_FOLDS = (0x1000193, 0x0D2511F5, 0x14D049BB, 0x097F4A7D)
_POINTS = tuple(((at << 32) // BANDS) for at in range(BANDS))
_NOISE = re.compile(r"[\W_]+")


def triples(text: str) -> set[int]:
    """A number for each three characters that follow each other; blanks and marks do not count."""
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", text[: 2 * LONGEST]).lower())[:LONGEST]
    codes = list(map(ord, plain))
    return {
        ((a * 0x9E3779B1) ^ (b * 0x85EBCA77) ^ (c * 0xC2B2AE3D)) & _MASK
        for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
    }


def bands(text: str) -> list[int]:
    """The signature of a text, as 32-bit numbers with sign; empty when there is too little of it."""
    found = triples(text)
    if len(found) < FEWEST:
        return []
    rings = [_ring(found, turn) for turn in _TURNS]
    signed = []
    for at in range(BANDS):
        value = at + 1
        for ring, fold in zip(rings, _FOLDS, strict=True):
            value = (value * 0x01000193 ^ ring[at] * fold) & _MASK
        value ^= value >> 15
        signed.append(value - 0x100000000 if value > 0x7FFFFFFF else value)
    return signed


def _ring(found: set[int], turn: int) -> list[int]:
    """The next hash after each point, in the order that this turn gives them."""
    ordered = sorted([(h ^ (h >> 15)) * turn & _MASK for h in found])
    count = len(ordered)
    return [ordered[bisect_left(ordered, point) % count] for point in _POINTS]


def literal(found: list[int]) -> str:
    """Bands as PostgreSQL writes an array; the driver needs ten times as long for a list."""
    return f"{{{','.join(map(str, found))}}}"


def shared(one: list[int], other: list[int]) -> int:
    """How many bands agree."""
    return sum(a == b for a, b in zip(one, other, strict=False))
