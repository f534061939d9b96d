"""Hours, days of the week and days of the year: one spelling for each, and what lies within."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from .syntax import DATE, TIME, WEEKDAY

EXAMPLES = {
    TIME: ("18:00-06:00", "18:00-06:00"),
    WEEKDAY: ("周一-周五 或 周六", "mon-fri or sat"),
    DATE: ("06-01~09-30 或 2026-11-01~2026-11-10", "06-01~09-30 or 2026-11-01~2026-11-10"),
}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE = "一二三四五六日"
_DASH = re.compile(r"\s*(?:[-–—~]|至|到|\.\.)\s*")
_BETWEEN_DATES = re.compile(r"\s*(?:[~]|至|到|\.\.)\s*")
_CLOCK = re.compile(r"(\d{1,2})(?:[::](\d{2})|[点时])?$")
_YEAR_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$")


def canonical(field: str, text: str) -> str:
    """The one spelling of a span: "18:00-06:00", "1-5", "06-01~09-30". ValueError when it is none."""
    return {TIME: _clock_span, WEEKDAY: _weekdays, DATE: _dates}[field](text.strip())


def _clock_span(text: str) -> str:
    first, last = _DASH.split(text)
    begin, end = _minutes(first), _minutes(last)
    if begin == end or begin == 1440:
        raise ValueError(text)
    return f"{begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}"


def _minutes(text: str) -> int:
    found = _CLOCK.match(text)
    if found is None:
        raise ValueError(text)
    minutes = int(found.group(1)) * 60 + int(found.group(2) or 0)
    if minutes > 1440 or int(found.group(2) or 0) > 59:
        raise ValueError(text)
    return minutes


def _weekdays(text: str) -> str:
    lower = text.lower()
    if lower in ("周末", "weekend", "weekends"):
        return "6-7"
    if lower in ("平日", "weekdays"):
        return "1-5"
    days = [_weekday(part) for part in _DASH.split(lower)]
    if len(days) > 2:
        raise ValueError(text)
    return f"{days[0]}" if len(days) == 1 or days[0] == days[1] else f"{days[0]}-{days[1]}"


def _weekday(text: str) -> int:
    if text[:3] in _ENGLISH and (len(text) == 3 or text.endswith("day")):
        return _ENGLISH.index(text[:3]) + 1
    bare = text.removeprefix("周").removeprefix("星期").removeprefix("礼拜").replace("天", "日")
    if bare and bare in _CHINESE:
        return _CHINESE.index(bare) + 1
    if len(text) == 1 and text in "1234567":
        return int(text)
    raise ValueError(text)


def _dates(text: str) -> str:
    parts = [_year_day(part) for part in _BETWEEN_DATES.split(text)]
    if len(parts) > 2 or len({len(part) for part in parts}) != 1:
        raise ValueError(text)
    first, last = parts[0], parts[-1]
    if len(first) == 10 and last < first:
        raise ValueError(text)
    return f"{first}~{last}"


def _year_day(text: str) -> str:
    found = _YEAR_DAY.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    checked = date(int(year or 2000), int(month), int(day))
    return checked.isoformat() if year else f"{checked:%m-%d}"


def told(field: str, text: str, language: str) -> str:
    """A canonical span as it is written in an expression."""
    if field != WEEKDAY:
        return text
    names = _ENGLISH if language == "en" else [f"周{name}" for name in _CHINESE]
    return "-".join(names[int(day) - 1] for day in text.split("-"))


def within(field: str, text: str) -> Callable[[datetime], bool]:
    """Whether a local moment lies in a canonical span."""
    return {TIME: _in_hours, WEEKDAY: _in_days, DATE: _in_dates}[field](text)


def _in_hours(text: str) -> Callable[[datetime], bool]:
    begin, end = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
    if begin < end:
        return lambda at: begin <= at.hour * 60 + at.minute < end
    return lambda at: not end <= at.hour * 60 + at.minute < begin


def _in_days(text: str) -> Callable[[datetime], bool]:
    first, _, last = text.partition("-")
    begin, end = int(first), int(last or first)
    if begin <= end:
        return lambda at: begin <= at.isoweekday() <= end
    return lambda at: not end < at.isoweekday() < begin


def _in_dates(text: str) -> Callable[[datetime], bool]:
    first, last = text.split("~")
    if len(first) == 10:
        return lambda at: first <= f"{at:%Y-%m-%d}" <= last
    if first <= last:
        return lambda at: first <= f"{at:%m-%d}" <= last
    return lambda at: not last < f"{at:%m-%d}" < first
