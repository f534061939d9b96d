"""What a document consists of, and how figures are written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Part:
    """A heading (level 1 part, 2 section), a paragraph (level 0) or a table (rows; the first holds the headings)."""

    text: str = ""
    level: int = 0
    rows: list[list[str]] | None = None


def heading(text: str, level: int = 2) -> Part:
    return Part(text, level)


def told(text: str) -> Part:
    return Part(text)


def grid(rows: list[list[str]]) -> Part:
    return Part(rows=rows)


def fen(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def wan(value: Decimal) -> str:
    """584.53; 0 stays 0.00."""
    return f"{fen(value):f}"


def share(part: Decimal, whole: Decimal) -> str:
    return f"{fen(part * 100 / whole):f}%" if whole else "0%"


def change(now: Decimal, before: Decimal | None, year: int) -> str:
    """ "，比 2025 年预算增加 8.35 万元，增长 24.60%": on the year before, by construction."""
    if before is None:
        return ""
    now, before = fen(now), fen(before)
    delta = now - before
    if not delta:
        return f"，与 {year - 1} 年预算相同"
    words = f"，比 {year - 1} 年预算{'增加' if delta > 0 else '减少'} {abs(delta):f} 万元"
    if before:
        words += f"，{'增长' if delta > 0 else '下降'} {fen(abs(delta) * 100 / before):f}%"
    return words
