"""Text of a request as the model reads it: characters, words, near-identical groups. No Django."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from .examples import Example

MOST_CHARACTERS = 2000
EMBEDDED_CHARACTERS, EMBEDDED_UNDER_A_TITLE = 400, 160
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\w")
_BANDS, _ROWS = 12, 2
_GRAM = 5


def joined(example: Example) -> str:
    """Title and text as one; a title that the text repeats is said once."""
    title, text = _plain(example.title), _plain(example.text)
    if title and title not in text:
        text = f"{title}\n{text}"
    return text[:MOST_CHARACTERS]


def title(example: Example) -> str:
    """The title alone: where there is one it says what the text is about."""
    return _plain(example.title)


def embedded(example: Example) -> str:
    """What the sentence embedding reads: the beginning, less of it where a title says what it is about."""
    return joined(example)[: EMBEDDED_UNDER_A_TITLE if example.title else EMBEDDED_CHARACTERS] or " "


def words(text: str) -> list[str]:
    """Words and neighbouring pairs of words."""
    import rjieba

    found = [word for word in rjieba.cut(text) if _LETTER.search(word)]
    return found + [f"{a} {b}" for a, b in pairwise(found)]


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip()


def groups_of(texts: Sequence[str]) -> np.ndarray:
    """A number for each text, the same for near-identical ones.

    MinHash over characters in fives: texts that agree in a band of two minima and in most of all minima are one group
    (Broder 1997). Used to keep repeats on one side of a split; without it a model looks surer than it is.
    """
    signatures = np.array([_signature(text) for text in texts], dtype=np.uint32).reshape(len(texts), -1)
    above = np.arange(len(texts))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for band in range(_BANDS):
        first: dict[bytes, int] = {}
        for at, key in enumerate(signatures[:, band * _ROWS : (band + 1) * _ROWS]):
            other = first.setdefault(key.tobytes(), at)
            if other != at and (signatures[other] == signatures[at]).mean() >= 0.5:
                above[root(at)] = root(other)
    return np.array([root(at) for at in range(len(texts))])


def _signature(text: str) -> np.ndarray:
    text = text.replace(" ", "")
    grams = {text[i : i + _GRAM] for i in range(max(1, len(text) - _GRAM + 1))}
    hashes = np.array([zlib.crc32(gram.encode()) for gram in grams], dtype=np.uint64)
    mixed = hashes[:, None] * _FACTORS[None, :] + _ADDED[None, :]
    return ((mixed % _PRIME) & 0xFFFFFFFF).min(axis=0).astype(np.uint32)


_PRIME = np.uint64((1 << 61) - 1)
_random = np.random.default_rng(20261121)
_FACTORS = _random.integers(1, 1 << 29, _BANDS * _ROWS, dtype=np.uint64)
_ADDED = _random.integers(0, 1 << 31, _BANDS * _ROWS, dtype=np.uint64)
