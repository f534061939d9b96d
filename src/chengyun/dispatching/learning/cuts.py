"""From which confidence on a first place may be acted on without a person. Pure."""

from __future__ import annotations

import numpy as np

PRECISION = 0.99
FEWEST_ABOVE = 50
LIKELY = 1.28  # standard errors: nine times in ten


def cut(confidence: np.ndarray, right: np.ndarray, precision: float = PRECISION) -> float | None:
    """The lowest confidence from which on, over cases not learned from, it is likely that `precision` are right.

    The lowest of many confidences that just reach it does so partly by luck: the share that was right must exceed it
    by so much of its own uncertainty that it is truly that good nine times in ten. At least 50 cases must lie above it
    (with 50 of 50 right the share is still unknown to about 2 %: acting alone is therefore checked every day against
    what people decide). None where there is no such confidence. Cases of equal confidence are taken together.
    """
    order = np.argsort(-confidence, kind="stable")
    value, hits = confidence[order], np.cumsum(right[order].astype(float))
    above = np.arange(1, len(order) + 1)
    last = np.append(value[1:] != value[:-1], True)
    good = last & (above >= FEWEST_ABOVE) & (lower_bound(hits, above, LIKELY) >= precision)
    return float(value[np.flatnonzero(good)[-1]]) if good.any() else None


def lower_bound(right: np.ndarray, of: np.ndarray, z: float = 1.645) -> np.ndarray:
    """Wilson's lower limit of shares (Wilson 1927), one-sided 95 % by default; `of` above zero."""
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return np.asarray((middle - spread) / (1 + z * z / of))
