"""The rules that are valid today, read once for each change; which of them the words of a case fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from chengyun.cases import catalogue
from chengyun.kernel import revision
from chengyun.kernel.tokens import normalise
from chengyun.org.models import valid_on

from .models import SeverePattern, WarningRule
from .words import LEVEL_CODES, SERIOUS, WATCH, WORDS

TOPIC = "warnings"
LONGEST_HOURS = 168


@dataclass(frozen=True)
class Rule:
    """A row of the table, ready to be asked."""

    code: str
    name: str
    nature: str
    level: int
    way: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    categories: tuple[str, ...]
    flags: tuple[str, ...]
    place: str
    by_category: bool
    minimum: int
    hours: int
    risk: float
    advice: str

    @cached_property
    def terms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(term as written, its parts as compared)."""
        return tuple((word, tuple(p for p in re.split(r"[+＋]", normalise(word)) if p.strip())) for word in self.words)

    @cached_property
    def exceptions(self) -> tuple[str, ...]:
        return tuple(normalise(word) for word in self.unless)

    @property
    def window(self) -> timedelta:
        return timedelta(hours=self.hours)

    def term_in(self, text: str) -> str | None:
        """The first term that a text (normalised) says; None when it says none, or an exception."""
        found = next((word for word, parts in self.terms if parts and all(part in text for part in parts)), None)
        return None if found is None or any(word in text for word in self.exceptions) else found

    def category_ids(self) -> frozenset[int] | None:
        """The categories meant, with all below; None for any."""
        if not self.categories:
            return None
        known = catalogue.current().categories
        roots = {row.id for row in known.values() if row.code in self.categories}
        return frozenset(row.id for row in known.values() if roots & {row.id, *row.ancestors})


@dataclass(frozen=True)
class RuleSet:
    rules: tuple[Rule, ...]

    def by_way(self, way: str) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.way == way)

    def find(self, code: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.code == code), None)

    def hits(self, text: str) -> Iterator[tuple[Rule, str]]:
        """The word rules that a text fits, each with the term that it says."""
        plain = normalise(text)
        for rule in self.by_way(WORDS):
            term = rule.term_in(plain)
            if term is not None:
                yield rule, term


def _read(today: date) -> RuleSet:
    return RuleSet(tuple(map(_rule, WarningRule.objects.filter(valid_on(today)).order_by("code"))))


def _rule(row: WarningRule) -> Rule:
    return Rule(
        row.code, row.name, row.nature, LEVEL_CODES.get(row.level, WATCH), row.way, tuple(row.words),
        tuple(row.unless), tuple(row.categories), tuple(row.flags), row.place, row.by_category,
        max(1, row.minimum), min(max(1, row.hours), LONGEST_HOURS), row.risk or 0.01, row.advice,
    )  # fmt: skip


# --- the sieve of the database --------------------------------------------------------------------------------------
def severe_pattern(rules: Sequence[Rule]) -> str:
    """A regular expression for what cannot wait: the longest part of each term of the rules that one case suffices
    for."""
    severe = (rule for rule in rules if rule.way == WORDS and rule.minimum == 1 and rule.level <= SERIOUS)
    parts = {max(parts, key=len) for rule in severe for _, parts in rule.terms if parts}
    return "|".join(re.sub(r"([^\w])", r"\\\1", part) for part in sorted(parts))


def keep_pattern() -> None:
    """Give the database the sieve of today's rules; nothing is written when it has it already."""
    pattern = severe_pattern(current().rules)
    if not SeverePattern.objects.filter(pattern=pattern).exists():
        SeverePattern.objects.update_or_create(pk=1, defaults={"pattern": pattern})


current = revision.Kept(TOPIC, _read)
forget = current.forget
