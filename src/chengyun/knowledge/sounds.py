"""How words sound when they are typed: pinyin as one string of letters, initials, slips. Pure.

What sounds alike to many is one spelling: zh z, ch c, sh s, ang an, eng en, ing in, ü u.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LONGEST = 40
LONGEST_SOUND, LONGEST_INITIALS = 24, 8
MOST_ALIKE = 8
_FLAT = str.maketrans({"v": "u", "ü": "u"})


class Known(NamedTuple):
    """A word that articles have, and how often."""

    word: str
    sound: str
    initials: str
    weight: int


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Hanzi → syllable when it stands alone; less than a megabyte."""
    lines = Path(__file__).with_name("hanzi.txt").read_text(encoding="utf-8").splitlines()
    return {hanzi: syllable for line in lines[1:] for syllable, _, all_ in [line.partition(" ")] for hanzi in all_}


def letters_of(text: str) -> str:
    """How a text sounds, letters as they are; what is in no table falls away."""
    return "".join(_table().get(one, one if one.isascii() else "") for one in text)


def plain_sound(letters: str) -> str:
    """One spelling for what sounds alike; letters and digits only."""
    text = re.sub(r"[^a-z0-9]", "", letters.lower().translate(_FLAT))
    text = re.sub(r"([zcs])h", r"\1", text)
    return re.sub(r"([aei])ng(?![aeiou])", r"\1n", text)


def pieces(sound: str) -> list[str]:
    """Threes of letters, with the ends marked, for finding what is nearly the same."""
    padded = f"^{sound}$"
    return sorted({padded[at : at + 3] for at in range(len(padded) - 2)})


def parts_of(text: str, longest: int) -> list[str]:
    """Every run of at least two letters within a text."""
    return sorted({text[at:end] for at in range(len(text)) for end in range(at + 2, min(at + longest, len(text)) + 1)})


def covered(text: str, known: Iterable[Known], by: str) -> list[tuple[str, ...]]:
    """Words that together sound like the text, with those that sound alike; empty when something is left over.
    `by`: "sound" or "initials". Few long words win over many short ones."""
    held: dict[str, list[Known]] = {}
    for one in known:
        held.setdefault(getattr(one, by), []).append(one)
    best: dict[int, tuple[int, int, list[str]]] = {0: (0, 0, [])}
    for end in range(1, len(text) + 1):
        for start in range(end):
            piece = text[start:end]
            if start in best and piece in held:
                words, weight, path = best[start]
                heard = max(one.weight for one in held[piece])
                candidate = (words + 1, weight - heard, [*path, piece])
                if end not in best or candidate[:2] < best[end][:2]:
                    best[end] = candidate
    if not text or len(text) not in best:
        return []
    return [_alike(held[piece]) for piece in best[len(text)][2]]


def nearest(sound: str, known: Iterable[Known]) -> tuple[str, ...]:
    """Words that sound nearly so: a letter in four may be wrong, missing or doubled."""
    allowed = max(1, len(sound) // 4)
    near: list[tuple[int, int, str]] = []
    for one in known:
        away = distance(sound, one.sound, allowed)
        if away <= allowed:
            near.append((away, -one.weight, one.word))
    near.sort()
    return tuple(word for away, _, word in near if away == near[0][0])[:MOST_ALIKE]


def begun(sound: str, known: Iterable[Known]) -> tuple[str, ...]:
    """Words that begin so, for what is not typed to its end."""
    found = sorted((-one.weight, one.word) for one in known if one.sound.startswith(sound))
    return tuple(word for _, word in found[:MOST_ALIKE])


def _alike(known: Sequence[Known]) -> tuple[str, ...]:
    return tuple(one.word for one in sorted(known, key=lambda one: (-one.weight, one.word))[:MOST_ALIKE])


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add or drop; neighbours that changed places count once. More than `most` is most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, against in enumerate(other, 1):
            cost = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (letter != against))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def wildcards(word: str) -> list[str]:
    """Patterns for LIKE in which one Hanzi may be another."""
    return [f"{word[:at]}_{word[at + 1 :]}" for at in range(len(word))] if 3 <= len(word) <= 8 else []


def shared(tokens: Sequence[str], shares: Mapping[str, float], unknown: float = 0.0005) -> float:
    """How large a part of the articles has the rarest of these tokens."""
    return min((shares.get(token, unknown) for token in tokens), default=1.0)
