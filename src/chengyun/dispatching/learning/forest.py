"""Boosted trees asked for a few rows: all trees at once, a level at a time.

scikit-learn asks its trees one after the other, which is right for many rows and costs most of a single proposal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes of all trees of several HistGradientBoostingClassifier (two classes, numbers without gaps), one after
    the other. Of each node: which feature, up to which value it goes left, where left and right are (a leaf: itself),
    and what a leaf says; `roots` (models, trees), `base` (models,)."""

    feature: np.ndarray
    most: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    roots: np.ndarray
    base: np.ndarray
    depth: int

    @classmethod
    def of(cls, models: Sequence[Any]) -> Forest:
        trees = [[tree.nodes for (tree,) in model._predictors] for model in models]
        flat = [nodes for some in trees for nodes in some]
        sizes = np.array([len(nodes) for nodes in flat])
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        nodes, moved = np.concatenate(flat), np.repeat(begins, sizes)
        itself, leaf = np.arange(len(nodes)), nodes["is_leaf"].astype(bool)
        return cls(
            feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.intp),
            most=nodes["num_threshold"].astype(float),
            left=np.where(leaf, itself, nodes["left"] + moved),
            right=np.where(leaf, itself, nodes["right"] + moved),
            value=nodes["value"].astype(float),
            roots=begins.reshape(len(models), -1),
            base=np.array([float(np.ravel(model._baseline_prediction)[0]) for model in models]),
            depth=int(nodes["depth"].max()),
        )

    def chances(self, rows: np.ndarray) -> np.ndarray:
        """(n, features) → (n,) the mean of what the models say."""
        of = np.arange(len(rows))[:, None]
        at = np.broadcast_to(self.roots.ravel(), (len(rows), self.roots.size))
        for _ in range(self.depth):
            at = np.where(rows[of, self.feature[at]] <= self.most[at], self.left[at], self.right[at])
        raw = self.value[at].reshape(len(rows), *self.roots.shape).sum(axis=2) + self.base
        return np.asarray((1.0 / (1.0 + np.exp(-raw))).mean(axis=1))
