"""Holidays and 调休 make-up days of mainland China, as the library `chinesecalendar` knows them.
No Django."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

OFF: list[Any] = []
LIKE_A_WORKING_DAY = None

_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年",
}


def known_years() -> list[int]:
    """Years whose arrangement the installed library contains."""
    from chinese_calendar import constants

    return sorted({day.year for day in constants.holidays})


def known_until() -> date:
    return date(known_years()[-1], 12, 31)


def days_of_years(years: Iterable[int]) -> list[tuple[date, Any, str]]:
    """(date, spans, name): spans [] for a day off, None for a make-up day. Holidays on weekends are included.

    Years that the library does not know give nothing.
    """
    from chinese_calendar import constants

    wanted = set(years)
    days: list[tuple[date, Any, str]] = [
        (day, OFF, _chinese(name)) for day, name in constants.holidays.items() if day.year in wanted
    ]
    days += [
        (day, LIKE_A_WORKING_DAY, _chinese(name)) for day, name in constants.workdays.items() if day.year in wanted
    ]
    return sorted(days)


def _chinese(name: str) -> str:
    return _NAMES.get(str(name), str(name))
