"""Calendar months, each named by its first day."""

from __future__ import annotations

from datetime import date


def next_month(day: date, by: int = 1) -> date:
    """The first day of the month so many months after (or, negative, before) the one of a day."""
    at = day.year * 12 + day.month - 1 + by
    return date(at // 12, at % 12 + 1, 1)
