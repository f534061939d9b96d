"""How alike two requests are, in points and in words. Pure.

Words count most (which share of the rarer tokens both have), then the distance, the caller and the category. A
score of 100 is the same request told twice; from SHOWN on a call-taker should look at it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SHOWN = 35
WORDS, PLACE, CALLER, CATEGORY, AREA, CLOSED = 50, 25, 20, 12, 6, -8
NEAR_M, FAR_M = 30.0, 500.0
ENOUGH = 3.0  # so much weight of words must be shared to count in full: "希望尽快处理" alone says nothing
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
    """`reasons`: (code, number or words)."""

    score: int
    reasons: tuple[tuple[str, str], ...]


def metres(lng: float, lat: float, other_lng: float, other_lat: float) -> float:
    """Between two points of WGS-84, good for the distances inside a city."""
    x = math.radians(other_lng - lng) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(x, math.radians(other_lat - lat)) * _EARTH_M


def compare(new: Told, old: Told, share: Mapping[str, float]) -> Likeness:
    """`share`: how large a part of all cases holds a token; what is not in it is rare."""
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
    common, part = _words(new.tokens, old.tokens, share)
    points += WORDS * part
    if common:
        reasons.append(("words", "、".join(common)))
    if new.category_id is not None and new.category_id == old.category_id:
        points += CATEGORY
        reasons.append(("category", ""))
    elif new.above & old.above:
        points += CATEGORY / 3
    if not old.is_open:
        points += CLOSED
        reasons.append(("closed", ""))
    return Likeness(max(0, min(100, round(points))), tuple(reasons))


def alike(found: Likeness) -> bool:
    """Worth showing: not for the category or the caller alone."""
    kinds = {code for code, _ in found.reasons}
    return found.score >= SHOWN and bool(kinds & {"near", "words"})


def _nearness(new: Told, old: Told) -> tuple[float, int | None]:
    """(1 here … 0 far away, metres in round figures); (0, None) when one of them has no point."""
    if new.lng is None or new.lat is None or old.lng is None or old.lat is None:
        return 0.0, None
    away = metres(new.lng, new.lat, old.lng, old.lat)
    part = 1 - (away - NEAR_M) / (FAR_M - NEAR_M)
    return max(0.0, min(1.0, part)), int(round(away, -1)) if away >= 10 else round(away)


def weight(token: str, share: Mapping[str, float]) -> float:
    """What a token tells: a token of every second case nothing, a rare one much."""
    return min(1.0, -math.log10(max(share.get(token, 0.0005), 0.0005)) / 3.3)


def _words(new: frozenset[str], old: frozenset[str], share: Mapping[str, float]) -> tuple[list[str], float]:
    """(the most telling words of both, their part in the shorter of the two requests)."""
    both = new & old
    if not both:
        return [], 0.0
    shared, whole = _weighed(both, share), min(_weighed(new, share), _weighed(old, share))
    part = min(1.0, shared / whole) * min(1.0, shared / ENOUGH) if whole else 0.0
    telling = sorted((t for t in both if len(t) > 1), key=lambda t: (-weight(t, share), t))
    return (_joined_up(telling)[:MOST_WORDS] if part >= 0.12 else []), part


def _weighed(found: Iterable[str], share: Mapping[str, float]) -> float:
    return sum(weight(token, share) for token in found)


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
