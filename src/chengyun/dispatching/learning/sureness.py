"""How likely the first place is right, learned from what views and weighing said of it and of the places behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .scorers import Scorers

PENALTY = 100.0
_LEAST = 1e-4


def places(says: np.ndarray) -> np.ndarray:
    """(n, c) by what candidates are put in order: the mean of the first two that speak."""
    return np.asarray(says[:, :, :2].mean(axis=2))


def signs(says: np.ndarray, scores: np.ndarray, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n, columns) what tells whether the first place is right, and (n,) the label in that place.

    `says` (n, c, 2 or 3): what is said of each candidate; `scores` (n, labels, views); `chosen` (n, c).
    """
    rows = np.arange(len(chosen))
    one, choice = says[:, :, 0], says[:, :, 1]
    order = np.argsort(-places(says), axis=1, kind="stable")
    first, second = order[:, 0], order[:, min(1, order.shape[1] - 1)]
    columns = [
        *_lead(one, rows, first, second), _odds(choice[rows, first]), _odds(choice[rows, second]), one.sum(axis=1),
    ]  # fmt: skip
    if says.shape[2] > 2:
        third = says[:, :, 2]
        others = third.copy()
        others[rows, first] = -1.0
        columns += _lead(third, rows, first, others.argmax(axis=1))
    label = chosen[rows, first]
    agree = np.zeros(len(rows))
    for at in range(len(Scorers.names)):
        view = scores[:, :, at]
        others = view.copy()
        others[rows, label] = -np.inf
        lead = view[rows, label] - others.max(axis=1)
        columns.append(lead)
        agree += lead > 0
    return np.stack([*columns, agree], axis=1), label


@dataclass(slots=True)
class Sureness:
    """A logistic regression over the signs, with a share of its own for each label."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray
    label_weights: np.ndarray
    bias: float

    @classmethod
    def fit(cls, told: np.ndarray, label: np.ndarray, right: np.ndarray, labels: int) -> Sureness | None:
        """None where all of them are right, or all wrong: there is nothing to tell apart."""
        from scipy.sparse import csr_matrix, hstack
        from sklearn.linear_model import LogisticRegression

        if right.all() or not right.any():
            return None
        mean, spread = told.mean(axis=0), told.std(axis=0) + 1e-6
        share = np.bincount(label, minlength=labels) / len(label)
        own_spread = np.sqrt(share * (1 - share)) + 1e-3
        rows = np.arange(len(label))
        own = csr_matrix((1.0 / own_spread[label], (rows, label)), (len(label), labels))
        found = LogisticRegression(C=1.0 / (2.0 * PENALTY), max_iter=1000).fit(
            hstack([csr_matrix((told - mean) / spread), own]).tocsr(), right
        )
        weights = found.coef_[0]
        return cls(
            mean, spread, weights[: told.shape[1]], weights[told.shape[1] :] / own_spread, float(found.intercept_[0])
        )

    def of(self, told: np.ndarray, label: np.ndarray) -> np.ndarray:
        """(n,) chance that the first place is right."""
        value = ((told - self.mean) / self.spread) @ self.weights + self.label_weights[label] + self.bias
        return np.asarray(1.0 / (1.0 + np.exp(-value)))


def _lead(said: np.ndarray, rows: np.ndarray, first: np.ndarray, other: np.ndarray) -> list[np.ndarray]:
    """How far one place is ahead of another, and how undecided it is among all."""
    share = said / np.maximum(said.sum(axis=1, keepdims=True), _LEAST)
    best, rival = _odds(said[rows, first]), _odds(said[rows, other])
    return [best, rival, best - rival, _odds(share[rows, first]), -(share * np.log(share.clip(_LEAST))).sum(axis=1)]


def _odds(share: np.ndarray) -> np.ndarray:
    share = share.clip(_LEAST, 1 - _LEAST)
    return np.asarray(np.log(share / (1 - share)))
