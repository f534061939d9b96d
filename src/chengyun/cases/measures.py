"""Measures: what can be counted, by whom. Rooms register theirs in AppConfig.ready; indicators, scores, reports and
the budget's self-evaluation read them here, so that no room knows another.

    register(Measure("order_completion_rate", "督办完成率", "Orders completed", reader=each(read_it)))
    read("order_completion_rate", Period(date(2026, 1, 1), date(2027, 1, 1)))

What is not registered, or cannot be told yet, is a Reading with `missing`: why. Never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from chengyun.org.access import Actor

PERCENT, COUNT, AVERAGE, MONEY, TEXT = "percent", "count", "average", "money", "text"
KINDS = (PERCENT, COUNT, AVERAGE, MONEY, TEXT)
DIMENSIONS = ("unit", "area", "category", "channel", "month")
"""What a reading may be divided by: keys are codes as in the filter of the list, "YYYY-MM" for months."""

Query = Mapping[str, Any]
"""The filter of the case list that shows what a number counts; or {"page": ROUTE, …} for what is not a case."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to before `end`, in the district's own time."""

    first: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError("a period has at least one day")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Only these cases, as in the filter of the list: codes separated by commas, what lies below included. With an
    `actor` only what this person may see."""

    unit: str = ""
    area: str = ""
    channel: str = ""
    category: str = ""
    actor: Actor | None = field(default=None, compare=False)

    @property
    def query(self) -> dict[str, str]:
        """The same for the case list."""
        given = {"unit": self.unit, "area": self.area, "channel": self.channel, "category": self.category}
        return {name: text for name, text in given.items() if text}


EVERYTHING = Narrowed()


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was left out, and the rule that decided."""

    rule: str
    name: str
    count: int
    query: Query


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure says. For a rate `value` is per cent with two places, None when the denominator is 0.
    `opened`: what shows the cases behind "value", "numerator", "denominator"."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    opened: Mapping[str, Query] = field(default_factory=dict)
    excluded: tuple[Excluded, ...] = ()
    missing: str = ""
    text: str = ""

    @property
    def known(self) -> bool:
        return not self.missing and (self.value is not None or bool(self.text))


Reader = Callable[[Sequence[str], Period, Narrowed, str], Mapping[str, Mapping[str, Reading]]]
"""(measures, period, narrowed, divided by or "") → key ("" when not divided) → measure → reading."""


@dataclass(frozen=True)
class Measure:
    """`rule`: how it is counted, in words; `divides`: by what it can be divided."""

    code: str
    name: str
    name_en: str
    reader: Reader
    unit: str = "%"
    kind: str = PERCENT
    rule: str = ""
    source: str = ""
    divides: tuple[str, ...] = DIMENSIONS


_measures: dict[str, Measure] = {}
_suppliers: list[Callable[[], Sequence[Measure]]] = []


def register(*measures: Measure) -> None:
    for measure in measures:
        _measures[measure.code] = measure


def supply(source: Callable[[], Sequence[Measure]]) -> None:
    """Measures that are data: asked for each time."""
    _suppliers.append(source)


def known() -> dict[str, Measure]:
    """All measures by code."""
    found = dict(_measures)
    for supplier in _suppliers:
        found.update((measure.code, measure) for measure in supplier())
    return found


def read(code: str, period: Period, narrowed: Narrowed = EVERYTHING) -> Reading:
    return read_many([code], period, narrowed)[code]


def read_many(codes: Sequence[str], period: Period, narrowed: Narrowed = EVERYTHING) -> dict[str, Reading]:
    """Each measure's reading; measures of one reader are read together."""
    found = read_by(codes, period, "", narrowed).get("", {})
    return {code: found.get(code) or Reading(missing="没有这个数据来源") for code in codes}


def read_by(
    codes: Sequence[str], period: Period, by: str, narrowed: Narrowed = EVERYTHING
) -> dict[str, dict[str, Reading]]:
    """Divided by one of DIMENSIONS: key → measure → reading. Keys of nothing counted may be absent."""
    here = known()
    readers: dict[Reader, list[str]] = {}
    result: dict[str, dict[str, Reading]] = {}
    for code in dict.fromkeys(codes):
        measure = here.get(code)
        if measure is None:
            result.setdefault("", {})[code] = Reading(missing="没有这个数据来源")
        elif by and by not in measure.divides:
            result.setdefault("", {})[code] = Reading(missing="不能这样分组")
        else:
            readers.setdefault(measure.reader, []).append(code)
    for reader, together in readers.items():
        for key, readings in reader(together, period, narrowed, by).items():
            result.setdefault(key, {}).update(readings)
    return result


def each(function: Callable[[Period, Narrowed], Reading]) -> Reader:
    """A reader of a measure that is read by itself and not divided."""

    def reader(
        codes: Sequence[str], period: Period, narrowed: Narrowed, by: str
    ) -> Mapping[str, Mapping[str, Reading]]:
        return {"": {code: function(period, narrowed) for code in codes}}

    return reader


def rate(numerator: int | Decimal, denominator: int | Decimal, **more: Any) -> Reading:
    """numerator / denominator in per cent, two places: 911/972 = 93.72."""
    over, under = Decimal(numerator), Decimal(denominator)
    value = (over * 100 / under).quantize(Decimal("0.01"), ROUND_HALF_UP) if under else None
    return Reading(value, over, under, **more)


def count(number: int | Decimal, query: Query | None = None, **more: Any) -> Reading:
    return Reading(Decimal(number), Decimal(number), None, {"value": query} if query else {}, **more)


def per(numerator: int | Decimal, denominator: int | Decimal, **more: Any) -> Reading:
    """numerator / denominator as it is (cases a person a day), two places."""
    found = rate(numerator, denominator, **more)
    if found.value is None or found.denominator is None or found.numerator is None:
        return found
    return replace(found, value=(found.numerator / found.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP))
