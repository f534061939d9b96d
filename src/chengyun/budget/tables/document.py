"""The whole published document."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from .amounts import Figure, Percent, Place
from .layout import Table
from .performance import Form, Overall


@dataclass(frozen=True)
class Unread:
    """A line that could not be read, or only by guessing. `text` holds no telephone number."""

    line: int
    table: str
    text: str
    why: str


@dataclass
class Claim:
    """A figure told in words: "卫生健康支出 43.61 万元", with what is said about it.

    `section`: number of the heading it stands under; `against`: the year it is compared with; `delta` signed, 万元;
    `growth` signed, percent; `same`: told to be unchanged."""

    section: str
    label: str
    place: Place
    amount: Figure | None = None
    share: Percent | None = None
    against: int | None = None
    delta: Figure | None = None
    growth: Percent | None = None
    same: bool = False
    within: str = ""


@dataclass(frozen=True)
class Term:
    """A subject explained under 名词解释: 类, 款, 项 as written (may be empty)."""

    place: Place
    names: tuple[tuple[str, str], ...]


@dataclass
class Budget:
    """What was read. Money stays as printed (万元 or 元)."""

    year: int = 0
    name: str = ""
    tables: dict[str, Table] = field(default_factory=dict)
    overall: Overall | None = None
    forms: list[Form] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    wordings: list[tuple[str, Place]] = field(default_factory=list)
    explained_numbers: list[tuple[str, Place]] = field(default_factory=list)
    overview: list[str] = field(default_factory=list)
    staff: tuple[int, Place] | None = None
    counted: list[tuple[str, int, Place]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def table(self, code: str) -> Table:
        return self.tables.get(code) or Table(code)

    def amount(self, code: str, row: str, column: str) -> Decimal | None:
        found = self.table(code).by_code(row) or self.table(code).named(row)
        figure = found.cells.get(column) if found else None
        return figure.wan if figure else None
