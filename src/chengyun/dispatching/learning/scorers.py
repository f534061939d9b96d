"""Several views of the same request, each with a score for every label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from .features import EMBEDDING_WEIGHT, Numbers

NEVER = -2.0
NEIGHBOURS, NEWEST = 20, 20_000
CHUNK = 512
DIRECTIONS_WEIGHT = 1.5


@dataclass(slots=True)
class Linear:
    """One linear scorer a label: a support vector machine over sparse pieces and the embedding beside them."""

    weights: np.ndarray
    """(pieces, labels) float32; the last 512 rows belong to the embedding where there is one."""
    bias: np.ndarray

    @classmethod
    def fit(cls, pieces: sparse.csr_matrix, dense: np.ndarray | None, at: np.ndarray, labels: int, c: float) -> Linear:
        from sklearn.svm import LinearSVC

        both = pieces if dense is None else sparse.hstack([pieces, sparse.csr_matrix(dense * EMBEDDING_WEIGHT)], "csr")
        weights = np.zeros((both.shape[1], labels), np.float32)
        all_bias = np.full(labels, NEVER, np.float32)
        if len(np.unique(at)) < 2:
            all_bias[at[0]] = 1.0
            return cls(weights, all_bias)
        machine = LinearSVC(C=c, tol=0.02, max_iter=300, random_state=0).fit(both, at)
        coefficients, bias = machine.coef_, machine.intercept_
        if len(machine.classes_) == 2:
            coefficients, bias = np.vstack([-coefficients, coefficients]), np.concatenate([-bias, bias])
        weights[:, machine.classes_] = coefficients.T
        all_bias[machine.classes_] = bias
        return cls(weights, all_bias)

    def scores(self, pieces: sparse.csr_matrix, dense: np.ndarray | None) -> np.ndarray:
        """(n, labels)."""
        found = np.asarray(pieces @ self.weights[: pieces.shape[1]]) + self.bias
        if dense is not None:
            found += (dense * EMBEDDING_WEIGHT) @ self.weights[pieces.shape[1] :]
        return found


@dataclass(slots=True)
class Meaning:
    """Multinomial logistic regression on the embedding and 300 directions of the characters (latent semantic analysis,
    Deerwester et al. 1990): spreads its confidence better over second and third places than the machines above."""

    directions: np.ndarray
    """(pieces, up to 300) float32."""
    weights: np.ndarray
    bias: np.ndarray

    @classmethod
    def fit(cls, numbers: Numbers, at: np.ndarray, labels: int) -> Meaning:
        from sklearn.decomposition import TruncatedSVD
        from sklearn.linear_model import LogisticRegression

        pieces = numbers.characters
        size = max(1, min(300, min(pieces.shape) - 1))
        directions = TruncatedSVD(size, random_state=0, n_iter=3).fit(pieces).components_.T.astype(np.float32)
        told = cls(directions, np.zeros((0, 0)), np.zeros(0))._told(numbers)
        weights, bias = np.zeros((told.shape[1], labels), np.float32), np.full(labels, -20.0, np.float32)
        if len(np.unique(at)) < 2:
            bias[at[0]] = 0.0
            return cls(directions, weights, bias)
        machine = LogisticRegression(C=3.0, max_iter=100, tol=1e-3).fit(told, at)
        coefficients, intercept = machine.coef_, machine.intercept_
        if len(machine.classes_) == 2:
            coefficients, intercept = np.vstack([0 * coefficients, coefficients]), np.append(0 * intercept, intercept)
        weights[:, machine.classes_] = coefficients.T
        bias[machine.classes_] = intercept
        return cls(directions, weights, bias)

    def _told(self, numbers: Numbers) -> np.ndarray:
        lying = np.asarray(numbers.characters @ self.directions) * DIRECTIONS_WEIGHT
        return np.hstack([numbers.embedding, lying]).astype(np.float32)

    def scores(self, numbers: Numbers) -> np.ndarray:
        """(n, labels): logarithms of the chances."""
        found = self._told(numbers) @ self.weights + self.bias
        found -= found.max(axis=1, keepdims=True)
        chance = np.exp(found)
        return np.asarray(np.log(chance / chance.sum(axis=1, keepdims=True) + 1e-6))


@dataclass(slots=True)
class Bayes:
    """Complement naive Bayes over characters (Rennie et al. 2003): strong where a label has few cases."""

    weights: np.ndarray
    bias: np.ndarray

    @classmethod
    def fit(cls, pieces: sparse.csr_matrix, at: np.ndarray, labels: int) -> Bayes:
        from sklearn.naive_bayes import ComplementNB

        machine = ComplementNB(alpha=0.3).fit(pieces, at)
        weights = np.zeros((pieces.shape[1], labels), np.float32)
        weights[:, machine.classes_] = machine.feature_log_prob_.T
        missing = np.ones(labels, bool)
        missing[machine.classes_] = False
        return cls(weights, np.where(missing, -50.0, 0.0).astype(np.float32))

    def scores(self, pieces: sparse.csr_matrix) -> np.ndarray:
        found = np.asarray(pieces @ self.weights) + self.bias
        return found - found.max(axis=1, keepdims=True)


@dataclass(slots=True)
class Neighbours:
    """Who handled the most similar earlier requests; the newest 20,000 are kept."""

    pieces: sparse.csr_matrix
    """(pieces, requests): a request's similarity to all of them is one sparse product."""
    dense: np.ndarray
    at: np.ndarray
    labels: int

    @classmethod
    def fit(cls, numbers: Numbers, at: np.ndarray, days: np.ndarray, labels: int) -> Neighbours:
        newest = np.sort(np.argsort(days, kind="stable")[:NEWEST])
        pieces = numbers.characters[newest].T.tocsr()
        return cls(pieces, numbers.embedding[newest], at[newest], labels)

    def scores(self, numbers: Numbers) -> tuple[np.ndarray, ...]:
        """Shares of the nearest by characters and by meaning, and the nearest one's similarity, each (n, labels)."""
        found = []
        for first in range(0, numbers.size, CHUNK):
            rows = slice(first, first + CHUNK)
            by_pieces = (numbers.characters[rows] @ self.pieces).toarray()
            by_meaning = numbers.embedding[rows] @ self.dense.T
            found.append((*self._votes(by_pieces, 3.0), *self._votes(by_meaning, 12.0)))
        return tuple(np.vstack(view) for view in zip(*found, strict=True))

    def _votes(self, alike: np.ndarray, power: float) -> tuple[np.ndarray, np.ndarray]:
        most = min(NEIGHBOURS, alike.shape[1])
        near = np.argpartition(-alike, most - 1, axis=1)[:, :most]
        share = np.zeros((len(alike), self.labels), np.float32)
        best = np.zeros_like(share)
        for row, columns in enumerate(near):
            value = np.maximum(alike[row, columns], 0.0)
            np.add.at(share[row], self.at[columns], value**power)
            np.maximum.at(best[row], self.at[columns], value)
        return share / (share.sum(axis=1, keepdims=True) + 1e-9), best


class Scorers:
    """All views, fitted on the same requests."""

    names = (
        "characters",
        "words",
        "plain",
        "meaning",
        "bayes",
        "near",
        "nearest",
        "alike",
        "alikest",
        "habit",
        "lately",
    )

    def __init__(self, numbers: Numbers, at: np.ndarray, days: np.ndarray, labels: int):
        self.characters = Linear.fit(numbers.characters, numbers.embedding, at, labels, 0.7)
        self.words = Linear.fit(numbers.words, None, at, labels, 0.7)
        self.plain = Linear.fit(numbers.characters, None, at, labels, 0.7)
        self.meaning = Meaning.fit(numbers, at, labels)
        self.bayes = Bayes.fit(numbers.characters, at, labels)
        self.neighbours = Neighbours.fit(numbers, at, days, labels)
        self.habit = _log_share(at, np.ones(len(at)), labels)
        self.lately = _log_share(at, np.exp(-(days - days.min()) / 20.0), labels)

    def scores(self, numbers: Numbers) -> np.ndarray:
        """(n, labels, views) float32, in the order of `names`."""
        shape = (numbers.size, len(self.habit))
        views: list[Any] = [
            self.characters.scores(numbers.characters, numbers.embedding),
            self.words.scores(numbers.words, None),
            self.plain.scores(numbers.characters, None),
            self.meaning.scores(numbers),
            self.bayes.scores(numbers.characters),
            *self.neighbours.scores(numbers),
            np.broadcast_to(self.habit, shape),
            np.broadcast_to(self.lately, shape),
        ]
        return np.stack(views, axis=2).astype(np.float32)


def _log_share(at: np.ndarray, weight: np.ndarray, labels: int) -> np.ndarray:
    counted = np.bincount(at, weights=weight, minlength=labels)
    return np.log(counted / max(counted.sum(), 1e-9) + 1e-5).astype(np.float32)
