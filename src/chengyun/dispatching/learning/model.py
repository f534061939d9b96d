"""A model of who handles what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .examples import Example


@dataclass(frozen=True, slots=True)
class Ranked:
    """One label with its calibrated confidence (0…1)."""

    label: str
    confidence: float


class Model:
    """What training made: labels, cuts for acting alone, and a folder that holds it."""

    labels: tuple[str, ...]
    cut: float | None
    """Confidence from which on a first place was right in 99 % of the cross-validated training cases; None: nowhere."""
    cuts: dict[str, float]
    """The same for single labels that reach it."""

    def rank(self, example: Example, most: int = 5) -> list[Ranked]:
        """The likeliest labels, best first."""
        raise NotImplementedError

    def words(self, example: Example, label: str, most: int = 6) -> list[tuple[str, float]]:
        """The pieces of text that counted most for this label, with their weight."""
        raise NotImplementedError

    def save(self, folder: Path) -> None:
        """Write the model; the folder is new or empty."""
        raise NotImplementedError

    @classmethod
    def load(cls, folder: Path) -> Model:
        """Open a model written by save; its large arrays stay mapped, not read."""
        raise NotImplementedError


def train(examples: Sequence[Example], labels: Sequence[str], *, days: Sequence[float] | None = None) -> Model:
    """Learn from closed cases; `days` is how long ago each was (older ones count less)."""
    raise NotImplementedError
