"""Amounts as printed, safe to the fen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

WAN = "万元"
YUAN = "元"
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,13}(?:\.\d{1,6})?")
_MONEY = re.compile(rf"^({_NUMBER.pattern})(万元|元|万)?$")


@dataclass(frozen=True)
class Place:
    """Where something is printed: a table ("3", "情况说明·三"), its row, its column, and the line of the text."""

    table: str
    row: str
    column: str = ""
    line: int = 0


NOWHERE = Place("", "")


@dataclass(frozen=True)
class Figure:
    """An amount with its place. `value` in `unit` as printed; `decimals` as printed."""

    value: Decimal
    place: Place
    unit: str = WAN

    @property
    def wan(self) -> Decimal:
        """In 万元."""
        return self.value if self.unit == WAN else self.value / 10000

    @property
    def decimals(self) -> int:
        return max(0, -int(self.value.as_tuple().exponent))


@dataclass(frozen=True)
class Percent:
    """A share or a growth as printed, 60.98 for 60.98 %."""

    value: Decimal
    place: Place

    @property
    def decimals(self) -> int:
        return max(0, -int(self.value.as_tuple().exponent))


def money(text: str) -> Decimal | None:
    """ "1,234.50", "150万元", "178" → the number as printed, unit dropped; None for anything else."""
    found = _MONEY.match(text.strip())
    return Decimal(found.group(1).replace(",", "")) if found else None


def percent(text: str) -> Decimal | None:
    found = re.match(r"^(-?\d{1,6}(?:\.\d{1,4})?)[%％]$", text.strip())
    return Decimal(found.group(1)) if found else None
