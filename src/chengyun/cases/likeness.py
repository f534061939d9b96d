"""How alike two requests are, in points and in words. Pure.

Words count most (which share of the rarer tokens both have), then the distance, the caller and the category. A
score of 100 is the same request told twice; from SHOWN on a call-taker should look at it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

SHOWN = 35
SAME = 50  # from here on two cases are marked as perhaps one matter, without anybody asking
WORDS, PLACE, CALLER, CATEGORY, AREA, CLOSED = 50, 25, 20, 12, 6, -8
NEAR_M, FAR_M = 30.0, 500.0
ENOUGH = 3.0  # so much weight of words must be shared to count in full: "希望尽快处理" alone says nothing
TELLING = 0.12
MOST_WORDS = 5
_EARTH_M = 6_371_008.8


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a request."""

    tokens: frozenset[str]
    lng: float | None = None
    lat: float | None = None
    area_id: int | None = None
    category_id: int | None = None
    above: frozenset[int] = frozenset()
    caller: bytes | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Likeness:
    """`reasons`: (code, metres if it is about the distance). `far`: both have a point, and they lie far apart."""

    score: int
    reasons: tuple[tuple[str, str], ...]
    far: bool = False


def metres(lng: float, lat: float, other_lng: float, other_lat: float) -> float:
    """Between two points of WGS-84, good for the distances inside a city."""
    x = math.radians(other_lng - lng) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(x, math.radians(other_lat - lat)) * _EARTH_M


def weights_of(shares: Mapping[str, float]) -> dict[str, float]:
    """What a token tells, by how large a part of all cases holds it: of every second case little, a rare one 1."""
    return {token: min(1.0, -math.log10(max(share, 0.0005)) / 3.3) for token, share in shares.items()}


def compare(new: Told, old: Told, weights: Mapping[str, float]) -> Likeness:
    """`weights`: of common tokens; what is not in it is rare and counts in full."""
    reasons: list[tuple[str, str]] = []
    points = 0.0
    if new.caller is not None and new.caller == old.caller:
        points += CALLER
        reasons.append(("caller", ""))
    nearness, away = _nearness(new, old)
    points += PLACE * nearness
    if away is not None and nearness > 0:
        reasons.append(("near", str(away)))
    elif away is None and new.area_id is not None and new.area_id == old.area_id:
        points += AREA
        reasons.append(("area", ""))
    part = _in_common(new, old, weights)
    points += WORDS * part
    if part >= TELLING:
        reasons.append(("words", ""))
    if new.category_id is not None and new.category_id == old.category_id:
        points += CATEGORY
        reasons.append(("category", ""))
    elif new.above & old.above:
        points += CATEGORY / 3
    if not old.is_open:
        points += CLOSED
        reasons.append(("closed", ""))
    far = away is not None and nearness == 0
    return Likeness(max(0, min(100, round(points))), tuple(reasons), far)


def alike(found: Likeness) -> bool:
    """Worth showing: not for the category or the caller alone."""
    kinds = {code for code, _ in found.reasons}
    return found.score >= SHOWN and bool(kinds & {"near", "words"})


def same_matter(found: Likeness, told_again: bool = False) -> bool:
    """Likely one matter; never in two places. `told_again`: by the same person later; then the place and the caller are
    no evidence, people call from home about many things, and the words must agree."""
    if found.far:
        return False
    kinds = {code for code, _ in found.reasons}
    return found.score >= SAME and ("words" in kinds if told_again else alike(found))


def _nearness(new: Told, old: Told) -> tuple[float, int | None]:
    """(1 here … 0 far away, metres in round figures); (0, None) when one of them has no point."""
    if new.lng is None or new.lat is None or old.lng is None or old.lat is None:
        return 0.0, None
    away = metres(new.lng, new.lat, old.lng, old.lat)
    part = 1 - (away - NEAR_M) / (FAR_M - NEAR_M)
    return max(0.0, min(1.0, part)), int(round(away, -1)) if away >= 10 else round(away)


def _in_common(new: Told, old: Told, weights: Mapping[str, float]) -> float:
    """The part of the shorter of two requests that both say, by weight."""
    both = new.tokens & old.tokens
    if not both:
        return 0.0
    shared, whole = weighed(both, weights), min(weighed(new.tokens, weights), weighed(old.tokens, weights))
    return min(1.0, shared / whole) * min(1.0, shared / ENOUGH) if whole else 0.0


def weighed(found: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(map(weights.get, found, repeat(1.0)))


def words_of_both(new: Told, old: Told, weights: Mapping[str, float]) -> list[str]:
    """The most telling words that two requests share."""
    both = (token for token in new.tokens & old.tokens if len(token) > 1)
    words = _joined_up(sorted(both, key=lambda token: (-weights.get(token, 1.0), token)))
    return [word for word in words if not any(word != other and word in other for other in words)][:MOST_WORDS]


def _joined_up(pairs: Sequence[str]) -> list[str]:
    """Pairs of characters that follow each other as one word: 路灯, 灯不, 不亮 → 路灯不亮."""
    left, made = list(pairs), []
    while left:
        word = left.pop(0)
        grown = True
        while grown and len(word) < 8:
            grown = False
            for other in left:
                if len(other) == 2 and other[0] == word[-1]:
                    word, grown = word + other[1], True
                elif len(other) == 2 and other[1] == word[0]:
                    word, grown = other[0] + word, True
                if grown:
                    left.remove(other)
                    break
        made.append(word)
    return made
