"""R01 to R25: whether the tables, the forms and the words of a budget agree."""

from ..tables import Budget
from . import buying, forms, goals, same, shares, sums, words
from .base import BY_CODE, RULES, Finding, Findings, Rule

__all__ = ["BY_CODE", "RULES", "Finding", "Rule", "check"]


def check(budget: Budget) -> list[Finding]:
    """All findings, errors first, in the order of the rules. Roundings of the same figures are told once."""
    found = Findings()
    for room in (sums, same, shares, forms, buying, goals, words):
        room.check(budget, found)
    order = {"E": 0, "W": 1, "r": 2}
    return sorted(found.items, key=lambda one: (order[one.severity], one.rule))
