"""What is worth showing, and which of the words that sound alike was meant. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LEAST, NEAR = 1.25, 0.6
"""Scores of `search.rank`: below LEAST one word of many stands somewhere; NEAR: the share of the best one's score."""


def likely(score: float, best: float, of_category: bool) -> bool:
    """Whether an article is suggested beside a call: near the best one, or of the very category of the call."""
    return of_category or score >= max(LEAST, NEAR * best)


def meant(groups: Iterable[Sequence[str]], *texts: str) -> str:
    """Of words that sound alike those that the first answer has, the title's before the text's."""
    return " ".join(next((word for text in texts for word in words if word in text), words[0]) for words in groups)
