"""From several scores a label to one confidence: candidates, learned weights, calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .forest import Forest
from .scorers import Scorers
from .sureness import Sureness, places, signs

CANDIDATES = 14
FEWEST = 300
FEW_LABELS, ENOUGH = 40, 25
_TIE = 1e-6
SEEDS = 3  # as many forests, of which the mean is taken
FEW_ROWS = 100  # up to here it is cheaper to ask all trees at once
_MACHINES = ("characters", "words", "plain")
_SHARES = ("near", "alike")
_RANKED = (*_MACHINES, "meaning", "bayes")


def candidates(scores: np.ndarray) -> np.ndarray:
    """(n, c) labels worth looking at, the likeliest first by a plain vote of the views."""
    vote = np.zeros(scores.shape[:2], np.float32)
    for name in (*_MACHINES, *_SHARES, "meaning"):
        view = scores[:, :, Scorers.names.index(name)]
        vote += _softmax(view * 3.0) if name in _MACHINES else np.exp(view) if name == "meaning" else view
    return np.argsort(-vote, axis=1, kind="stable")[:, :CANDIDATES]


def pairs(scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """(n, c, columns): what is known of each request with each candidate."""
    rows = np.arange(len(chosen))[:, None]
    columns = []
    for at, name in enumerate(Scorers.names):
        view = scores[:, :, at]
        value = view[rows, chosen]
        columns.append(value)
        if name in _RANKED:
            columns.append(value - view.max(axis=1, keepdims=True))
            columns.append(np.log1p((view[:, None, :] > value[:, :, None]).sum(axis=2)))
        if name == "meaning":
            columns.append(np.exp(value))
    return np.stack(columns, axis=2).astype(np.float32)


@dataclass(slots=True)
class Choice:
    """A choice among candidates (McFadden 1974): a candidate's chance grows with a weighted sum of what is known."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray

    @classmethod
    def fit(cls, told: np.ndarray, hit: np.ndarray, penalty: float = 1.0) -> Choice:
        from scipy.optimize import minimize
        from scipy.special import logsumexp

        flat = told.reshape(-1, told.shape[2])
        mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-6
        among = hit.any(axis=1)
        known, truth = ((told - mean) / spread)[among], hit[among].argmax(axis=1)
        rows = np.arange(len(known))

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            value = known @ weights
            total = logsumexp(value, axis=1)
            chance = np.exp(value - total[:, None])
            slope = np.einsum("ncf,nc->f", known, chance) - known[rows, truth].sum(axis=0)
            return float(
                (total - value[rows, truth]).sum() + penalty * weights @ weights
            ), slope + 2 * penalty * weights

        found = minimize(loss, np.zeros(told.shape[2]), jac=True, method="L-BFGS-B", options={"maxiter": 200})
        return cls(mean, spread, found.x)

    def chances(self, told: np.ndarray) -> np.ndarray:
        return _softmax(((told - self.mean) / self.spread) @ self.weights)


def are_few(scores: np.ndarray) -> bool:
    """Whether labels are so few that each number of a whole is taught by 25 requests or more."""
    rows, labels, views = scores.shape
    return 3 <= labels <= FEW_LABELS and rows >= ENOUGH * labels * views


@dataclass(slots=True)
class Whole:
    """Where labels are few: a multinomial logistic regression over what every view says of every label."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray
    """(labels, labels · views)."""
    bias: np.ndarray

    @classmethod
    def fit(cls, scores: np.ndarray, at: np.ndarray) -> Whole:
        from sklearn.linear_model import LogisticRegression

        flat = scores.reshape(len(scores), -1)
        mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-6
        found = LogisticRegression(C=0.1, max_iter=500).fit((flat - mean) / spread, at)
        weights, bias = np.zeros((scores.shape[1], flat.shape[1])), np.full(scores.shape[1], -20.0)
        weights[found.classes_], bias[found.classes_] = found.coef_, found.intercept_
        return cls(mean, spread, weights, bias)

    def chances(self, scores: np.ndarray) -> np.ndarray:
        """(n, labels)."""
        flat = scores.reshape(len(scores), -1)
        return _softmax(((flat - self.mean) / self.spread) @ self.weights.T + self.bias)


@dataclass(slots=True)
class Stack:
    """Gradient-boosted trees over pairs and a choice among candidates put them in order; where labels are few, a whole
    and the choice do. Then all of them tell how sure the first place is."""

    trees: list[Any]
    whole: Whole | None
    choice: Choice
    forest: Forest
    sureness: Sureness | None = None
    calibration: Any = None
    first: Any = None

    @classmethod
    def fit(cls, scores: np.ndarray, chosen: np.ndarray, at: np.ndarray, few: bool) -> Stack:
        from sklearn.ensemble import HistGradientBoostingClassifier

        told, hit = pairs(scores, chosen), chosen == at[:, None]
        trees = [
            HistGradientBoostingClassifier(
                random_state=seed, max_iter=200, learning_rate=0.05, max_leaf_nodes=12, min_samples_leaf=60,
                l2_regularization=10.0, max_features=0.4, early_stopping=False,
            ).fit(told.reshape(-1, told.shape[2]), hit.ravel())
            for seed in range(SEEDS)
        ]  # fmt: skip
        return cls(trees, Whole.fit(scores, at) if few else None, Choice.fit(told, hit), Forest.of(trees))

    def says(self, scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """(n, c, 2 or 3) what is said of each candidate: by trees and choice, or by whole, choice and trees."""
        told = pairs(scores, chosen)
        flat = told.reshape(-1, told.shape[2])
        if len(flat) <= FEW_ROWS:
            trees = self.forest.chances(flat)
        else:
            trees = sum(one.predict_proba(flat)[:, 1] for one in self.trees) / len(self.trees)
        said = [trees.reshape(chosen.shape), self.choice.chances(told)]
        if self.whole is not None:
            whole = self.whole.chances(scores)[np.arange(len(chosen))[:, None], chosen]
            said = [whole, said[1], said[0]]
        return np.stack(said, axis=2)

    def sure(self, says: np.ndarray, scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """(n,) how sure the first place is."""
        if self.sureness is None:
            return np.asarray(places(says).max(axis=1))
        return self.sureness.of(*signs(says, scores, chosen))

    def calibrate(
        self, says: np.ndarray, scores: np.ndarray, chosen: np.ndarray, at: np.ndarray, parts: np.ndarray
    ) -> np.ndarray:
        """From what was said of requests that this stack did not learn from, to shares that were right.

        `at` (n,) the labels; `parts` (n,): how sure the rows of one part are is taught by the others. Returns that.
        """
        raw = places(says)
        self.calibration = _isotonic(raw.ravel(), (chosen == at[:, None]).ravel())
        told, label = signs(says, scores, chosen)
        right, labels = label == at, scores.shape[1]
        sure = np.zeros(len(at))
        for part in np.unique(parts):
            apart = parts == part
            one = Sureness.fit(told[~apart], label[~apart], right[~apart], labels)
            sure[apart] = raw[apart].max(axis=1) if one is None else one.of(told[apart], label[apart])
        self.sureness = Sureness.fit(told, label, right, labels)
        self.first = _isotonic(sure, right)
        return sure

    def confidence(self, raw: np.ndarray, sure: np.ndarray) -> np.ndarray:
        """(n, c) calibrated: the first place by how sure it is, what is left for the others in their order."""
        rows, best = np.arange(len(raw)), raw.argmax(axis=1)
        others = self.calibration.predict(raw.ravel()).reshape(raw.shape) + raw * _TIE
        others[rows, best] = 0.0
        first = self.first.predict(sure) + sure * _TIE
        most, total = np.maximum(others.max(axis=1), _TIE), np.maximum(others.sum(axis=1), _TIE)
        left = np.minimum(1.0, np.minimum((1.0 - first).clip(0.0) / total, 0.999 * first / most))
        found = others * left[:, None]
        found[rows, best] = first
        return np.asarray(found)


def _isotonic(value: np.ndarray, right: np.ndarray) -> Any:
    from sklearn.isotonic import IsotonicRegression

    return IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(value, right)


def _softmax(values: np.ndarray) -> np.ndarray:
    values = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(values / values.sum(axis=1, keepdims=True))
