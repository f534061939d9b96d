"""Indicators and targets as they are now, kept per process until master data changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chengyun.kernel import revision

from .conditions import Condition, FormulaError, Mark, Not, joined, parse
from .models import Indicator, IndicatorTarget

TOPIC = "indicators"
EXEMPT = "exempt"
"""The rule of what the centre left out case by case, with reason and evidence."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One exclusion: code, name, and which cases."""

    code: str
    name: str
    condition: Condition


@dataclass(frozen=True)
class Definition:
    """An indicator ready to be counted. `parts`: name → which cases of the day; `rules` in the order they decide."""

    code: str
    row: Indicator
    base: Condition
    meets: Condition
    rules: tuple[Rule, ...] = ()

    @property
    def denominator(self) -> Condition:
        return joined(self.base, *(Not(rule.condition) for rule in self.rules))

    @property
    def numerator(self) -> Condition:
        return joined(self.denominator, self.meets)

    def left_out(self, code: str) -> Condition | None:
        """The cases that this rule took out, and no rule before it."""
        before: list[Condition] = []
        for rule in self.rules:
            if rule.code == code:
                return joined(self.base, *before, rule.condition)
            before.append(Not(rule.condition))
        return None

    def part(self, name: str) -> Condition | None:
        """numerator, denominator, missed (counted, but does not meet), out-RULE; None when there is no such part."""
        if name == "denominator":
            return self.denominator
        if name == "numerator":
            return self.numerator
        if name == "missed":
            return joined(self.denominator, Not(self.meets))
        return self.left_out(name.removeprefix("out-")) if name.startswith("out-") else None


@dataclass(frozen=True)
class Library:
    indicators: Mapping[str, Definition]
    targets: tuple[IndicatorTarget, ...]
    wrong: Mapping[str, str]

    def years(self) -> list[int]:
        return sorted({target.year for target in self.targets}, reverse=True)

    def of_year(self, year: int) -> tuple[int | None, list[IndicatorTarget]]:
        """The targets of a year, or of the last year before that has any (and then of the first after it)."""
        years = self.years()
        found = next((one for one in years if one <= year), years[-1] if years else None)
        return found, [target for target in self.targets if target.year == found]


def _load(today: date) -> Library:
    definitions: dict[str, Definition] = {}
    wrong: dict[str, str] = {}
    for row in Indicator.objects.all():
        if (row.valid_from and row.valid_from > today) or (row.valid_to and row.valid_to < today):
            continue
        try:
            definitions[row.code] = define(row)
        except FormulaError as error:
            wrong[row.code] = str(error)
    return Library(definitions, tuple(IndicatorTarget.objects.all()), wrong)


def define(row: Indicator) -> Definition:
    """FormulaError when a condition cannot be read."""
    rules: list[Rule] = []
    if row.reads == "cases" and row.kind == "rate":
        rules.append(Rule(EXEMPT, "经批准剔除", Mark("exempt")))
    rules += [
        Rule(str(one.get("rule", "")), str(one.get("name", "")), parse(str(one.get("where", ""))))
        for one in row.excluding or []
    ]
    return Definition(row.code, row, parse(row.base), parse(row.meets), tuple(rules))


def number(value: Decimal | None) -> str | None:
    """A decimal without needless zeros, as text."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


current = revision.Kept(TOPIC, _load)
forget = current.forget
