"""Tables 11 and 12: composition, goals, indicators, and one form for each project."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from .amounts import NOWHERE, Figure, Percent, Place

_VALUE = re.compile(r"^(≥|≤|>|<|=|＝|﹥|﹤)?(\d+(?:\.\d+)?)?(?:[-~—至](\d+(?:\.\d+)?))?(.*)$")
_SAME = {"＝": "=", "﹥": ">", "﹤": "<"}


@dataclass(frozen=True)
class Value:
    """What an indicator shall reach or reached: "≥95%", "10-15 件/人/日", "12期", "持续提升", "≤2025年内"."""

    text: str
    operator: str = ""
    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""

    @property
    def empty(self) -> bool:
        return self.text in ("", "无", "/", "-", "—") or (self.number is None and self.text.strip("≤≥=%％") in _HOLLOW)

    @property
    def scaled(self) -> Decimal | None:
        """The number with 万 multiplied out (10000个 = 1万个)."""
        if self.number is None:
            return None
        many = self.unit.startswith("万") and not self.unit.startswith("万元")
        return self.number * 10000 if many else self.number

    @property
    def bare_unit(self) -> str:
        return "" if self.unit == "万" else self.unit.removeprefix("万") if not self.unit.startswith("万元") else "万元"


_HOLLOW = frozenset({"", "个", "次", "万元", "人", "件", "万件", "条"})


def value_of(text: str) -> Value:
    plain = re.sub(r"\s+", "", text).replace("％", "%")
    found = _VALUE.match(plain)
    if not found:
        return Value(plain)
    operator = _SAME.get(found.group(1) or "", found.group(1) or "")
    if found.group(2) is None:
        return Value(plain, operator)
    upper = Decimal(found.group(3)) if found.group(3) else None
    return Value(plain, operator, Decimal(found.group(2)), upper, found.group(4))


@dataclass
class Indicator:
    """`target`: of the year or the long term. `before`: the two years before, oldest first, as printed."""

    level1: str
    level2: str
    name: str
    target: Value
    before: tuple[Value, Value] = (Value(""), Value(""))
    basis: str = ""
    place: Place = NOWHERE


@dataclass
class Block:
    """The indicators of one goal. `term`: "long" or "annual"."""

    term: str
    title: str
    goal: str = ""
    indicators: list[Indicator] = field(default_factory=list)
    place: Place = NOWHERE
    said: str = ""


@dataclass
class Composition:
    """A line of table 11: 财政拨款, 人员类 … with its share and the two years before."""

    side: str
    label: str
    now: Figure
    share: Percent | None = None
    before: dict[int, Figure] = field(default_factory=dict)


@dataclass
class ProjectLine:
    name: str
    category: str
    total: Figure | None
    year: Figure | None
    place: Place


@dataclass
class Overall:
    lines: list[Composition] = field(default_factory=list)
    projects: list[ProjectLine] = field(default_factory=list)
    goals: list[tuple[str, str, Place]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tasks: list[tuple[str, Place]] = field(default_factory=list)
    line: int = 0

    def of(self, side: str, *labels: str) -> Composition | None:
        return next((one for one in self.lines if one.side == side and one.label in labels), None)


@dataclass
class Detail:
    """A line of 项目支出明细测算."""

    name: str
    amount: Figure
    economic: str = ""
    remark: str = ""


@dataclass
class Purchase:
    """A line of 项目采购."""

    name: str
    amount: Figure
    quantity: str = ""


@dataclass
class Form:
    """Table 12-n. `fields`: label → (text, line); a field the form has but left empty has an empty text."""

    table: str
    name: str = ""
    code: str = ""
    unit: str = "万元"
    line: int = 0
    header: bool = True
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    total: Figure | None = None
    year: Figure | None = None
    sources: list[tuple[str, Figure]] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    purchases_asked: bool = False
    before: dict[int, Figure] = field(default_factory=dict)
    executed: dict[int, tuple[str, str, Place]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    goals: list[tuple[str, str, Place]] = field(default_factory=list)

    def text(self, label: str) -> str:
        return self.fields.get(label, ("", 0))[0]

    def place(self, label: str, column: str = "") -> Place:
        return Place(self.table, label, column or self.name, self.fields.get(label, ("", self.line))[1] or self.line)
