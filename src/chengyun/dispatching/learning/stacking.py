"""From several scores a label to one confidence: candidates, learned weights, calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .scorers import Scorers

CANDIDATES = 14
FEWEST = 300
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


@dataclass(slots=True)
class Stack:
    """Gradient-boosted trees over pairs and a choice among candidates, averaged; then calibrated (isotonic)."""

    trees: list[Any]
    choice: Choice
    calibration: Any = None

    @classmethod
    def fit(cls, scores: np.ndarray, chosen: np.ndarray, at: np.ndarray, seeds: int = 3) -> Stack:
        from sklearn.ensemble import HistGradientBoostingClassifier

        told, hit = pairs(scores, chosen), chosen == at[:, None]
        trees = [
            HistGradientBoostingClassifier(
                random_state=seed, max_iter=200, learning_rate=0.05, max_leaf_nodes=12, min_samples_leaf=60,
                l2_regularization=10.0, max_features=0.4, early_stopping=False,
            ).fit(told.reshape(-1, told.shape[2]), hit.ravel())
            for seed in range(seeds)
        ]  # fmt: skip
        return cls(trees, Choice.fit(told, hit))

    def raw(self, scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """(n, c) before calibration."""
        told = pairs(scores, chosen)
        flat = told.reshape(-1, told.shape[2])
        found = sum(one.predict_proba(flat)[:, 1] for one in self.trees) / len(self.trees)
        return np.asarray((found.reshape(chosen.shape) + self.choice.chances(told)) / 2.0)

    def calibrate(self, raw: np.ndarray, hit: np.ndarray) -> None:
        """From raw values of requests that this stack did not learn from, to shares that were right."""
        from sklearn.isotonic import IsotonicRegression

        self.calibration = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(raw.ravel(), hit.ravel())

    def confidence(self, raw: np.ndarray) -> np.ndarray:
        """Calibrated, keeping the order of the raw values."""
        if self.calibration is None:
            return raw
        return np.asarray(self.calibration.predict(raw.ravel()).reshape(raw.shape))


def _softmax(values: np.ndarray) -> np.ndarray:
    values = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(values / values.sum(axis=1, keepdims=True))
