"""Several views of the same request, each with a score for every label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from .features import EMBEDDING_WEIGHT, LARGE, Numbers

NEVER = -2.0
NEIGHBOURS, NEWEST = 20, 20_000
CHUNK = 512
DIRECTIONS_WEIGHT = 1.5
SMOOTHING = 0.3


def _beside(pieces: sparse.csr_matrix, dense: np.ndarray | None) -> sparse.csr_matrix:
    """Sparse pieces and dense columns as one matrix, at once in the form in which the machine learns from it."""
    if dense is None:
        return pieces.astype(np.float64)
    rows, wide = dense.shape
    starts = pieces.indptr.astype(np.int64) + np.arange(rows + 1) * wide
    data, columns = np.empty(starts[-1], np.float64), np.empty(starts[-1], np.int32)
    last = np.arange(wide, dtype=np.int32) + pieces.shape[1]
    for row in range(rows):
        first, end = pieces.indptr[row], pieces.indptr[row + 1]
        there, middle = starts[row], starts[row] + end - first
        data[there:middle], columns[there:middle] = pieces.data[first:end], pieces.indices[first:end]
        data[middle : starts[row + 1]] = dense[row] * EMBEDDING_WEIGHT
        columns[middle : starts[row + 1]] = last
    return sparse.csr_matrix((data, columns, starts.astype(np.int32)), (rows, pieces.shape[1] + wide))


def _sums(pieces: sparse.csr_matrix) -> np.ndarray:
    """The sum of each column in 64 bits."""
    return np.bincount(pieces.indices, weights=pieces.data, minlength=pieces.shape[1])


@dataclass(slots=True)
class Linear:
    """One linear scorer a label: a support vector machine over sparse pieces and the embedding beside them."""

    weights: np.ndarray
    """(pieces, labels) float32; the last 512 rows belong to the embedding where there is one."""
    bias: np.ndarray

    @classmethod
    def fit(cls, pieces: sparse.csr_matrix, dense: np.ndarray | None, at: np.ndarray, labels: int, c: float) -> Linear:
        from sklearn.svm import LinearSVC

        columns = pieces.shape[1] + (0 if dense is None else dense.shape[1])
        all_bias = np.full(labels, NEVER, np.float32)
        if len(np.unique(at)) < 2:
            all_bias[at[0]] = 1.0
            return cls(np.zeros((columns, labels), np.float32), all_bias)
        machine = LinearSVC(C=c, tol=0.02, max_iter=300, random_state=0).fit(_beside(pieces, dense), at)
        coefficients, bias = machine.coef_, machine.intercept_
        weights = np.zeros((columns, labels), np.float32)
        if len(machine.classes_) == 2:
            coefficients, bias = np.vstack([-coefficients, coefficients]), np.concatenate([-bias, bias])
        weights[:, machine.classes_] = coefficients.T
        all_bias[machine.classes_] = bias
        return cls(weights, all_bias)

    @classmethod
    def fit_by_ratio(cls, pieces: sparse.csr_matrix, at: np.ndarray, labels: int, c: float) -> Linear:
        """A machine a label over pieces that count as much as they occur more often in it than elsewhere (logarithm of
        the ratio of shares; Wang and Manning 2012)."""
        from sklearn.svm import LinearSVC

        weights = np.zeros((pieces.shape[1], labels), np.float32)
        bias = np.full(labels, NEVER, np.float32)
        present = np.unique(at)
        if len(present) < 2:
            bias[at[0]] = 1.0
            return cls(weights, bias)
        held = sparse.csr_matrix((np.ones_like(pieces.data), pieces.indices, pieces.indptr), pieces.shape)
        everywhere = np.asarray(held.sum(axis=0)).ravel()
        for label in present:
            inside = np.asarray(held[at == label].sum(axis=0)).ravel()
            here, elsewhere = inside + 1.0, everywhere - inside + 1.0
            ratio = np.log((here / here.sum()) / (elsewhere / elsewhere.sum())).astype(np.float32)
            weighed = sparse.csr_matrix(
                (pieces.data * ratio[pieces.indices], pieces.indices, pieces.indptr), pieces.shape
            )
            machine = LinearSVC(C=c, tol=0.02, max_iter=300, random_state=0).fit(weighed, at == label)
            weights[:, label], bias[label] = machine.coef_[0] * ratio, machine.intercept_[0]
        return cls(weights, bias)

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
        weights = np.zeros((pieces.shape[1], labels), np.float32)
        bias = np.full(labels, -50.0, np.float32)
        everywhere = _sums(pieces) + SMOOTHING
        for label in np.unique(at):  # one after the other: all at once in 64 bits takes several times the memory
            elsewhere = everywhere - _sums(pieces[at == label])
            weights[:, label] = -np.log(elsewhere / elsewhere.sum())
            bias[label] = 0.0
        return cls(weights, bias)

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

    FITTED = ("characters", "words", "plain", "meaning", "bayes", "neighbours")
    """What is learned by itself, the largest first."""

    def __init__(self, fitted: Mapping[str, Any], habits: tuple[np.ndarray, np.ndarray]):
        self.characters: Linear = fitted["characters"]
        self.words: Linear = fitted["words"]
        self.plain: Linear = fitted["plain"]
        self.meaning: Meaning = fitted["meaning"]
        self.bayes: Bayes = fitted["bayes"]
        self.neighbours: Neighbours = fitted["neighbours"]
        self.habit, self.lately = habits

    @classmethod
    def fit(cls, numbers: Numbers, at: np.ndarray, days: np.ndarray, labels: int) -> Scorers:
        fitted = {name: fit_view(name, numbers, at, days, labels) for name in cls.FITTED}
        return cls(fitted, habits_of(at, days, labels))

    def scores(self, numbers: Numbers) -> np.ndarray:
        """(n, labels, views) float32, in the order of `names`."""
        told = [score_view(name, getattr(self, name), numbers) for name in self.FITTED]
        return stacked(told, (self.habit, self.lately))


def stacked(told: Sequence[Sequence[np.ndarray]], habits: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """(n, labels, views) float32 from what each of FITTED says."""
    views = [view for one in told for view in one]
    found = np.empty((*views[0].shape, len(Scorers.names)), np.float32)
    for at, view in enumerate([*views, *habits]):
        found[:, :, at] = view
    return found


def habits_of(at: np.ndarray, days: np.ndarray, labels: int) -> tuple[np.ndarray, np.ndarray]:
    """How often each label occurs, in all and lately."""
    lately = np.exp(-(days - days.min()) / 20.0)
    return _log_share(at, np.ones(len(at)), labels), _log_share(at, lately, labels)


def fit_view(name: str, numbers: Numbers, at: np.ndarray, days: np.ndarray, labels: int) -> Any:
    """One view, learned from these requests."""
    if name == "meaning":
        return Meaning.fit(numbers, at, labels)
    if name == "bayes":
        return Bayes.fit(numbers.characters, at, labels)
    if name == "neighbours":
        return Neighbours.fit(numbers, at, days, labels)
    if name == "plain" and numbers.size < LARGE:  # for more it takes too long, and helps where a label has few cases
        return Linear.fit_by_ratio(numbers.characters, at, labels, 0.3)
    pieces = numbers.words if name == "words" else numbers.characters
    return Linear.fit(pieces, numbers.embedding if name == "characters" else None, at, labels, 0.7)


def score_view(name: str, view: Any, numbers: Numbers) -> Sequence[np.ndarray]:
    """What one view says of these requests, each (n, labels); neighbours say four things."""
    if name == "neighbours":
        return tuple(view.scores(numbers))
    if name == "meaning":
        return (view.scores(numbers),)
    if name == "bayes":
        return (view.scores(numbers.characters),)
    pieces = numbers.words if name == "words" else numbers.characters
    return (view.scores(pieces, numbers.embedding if name == "characters" else None),)


def _log_share(at: np.ndarray, weight: np.ndarray, labels: int) -> np.ndarray:
    counted = np.bincount(at, weights=weight, minlength=labels)
    return np.log(counted / max(counted.sum(), 1e-9) + 1e-5).astype(np.float32)
