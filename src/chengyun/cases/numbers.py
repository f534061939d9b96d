"""What somebody who types a part of a case number may mean. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

RECENT_DAYS = 31
_WHOLE = re.compile(r"([A-Z]{1,8})-?(\d{1,8})(?:-?(\d{1,6}))?")
_DATED = re.compile(r"(\d{8})-?(\d{1,6})?")
_SHORT_DATED = re.compile(r"(\d{4})-(\d{1,6})")
_ORDINAL = re.compile(r"\d{2,6}")


@dataclass(frozen=True, slots=True)
class Meant:
    """`numbers`: whole numbers that may be meant, each found by the unique index. `day`: all of that day.
    `beginning`: of a number, at least prefix and month."""

    numbers: tuple[str, ...] = ()
    beginning: str = ""
    day: date | None = None

    def __bool__(self) -> bool:
        return bool(self.numbers or self.beginning or self.day)


def meant(typed: str, prefixes: Iterable[str], today: date) -> Meant:
    """TS-20261121-000123 · ts20261121123 · TS-202611 · 20261121-123 · 20261121 · 1121-123 · 000123 · 123"""
    text = unicodedata.normalize("NFKC", typed).strip().upper().replace(" ", "")
    known = sorted({prefix for prefix in prefixes if prefix})
    if found := _WHOLE.fullmatch(text):
        return _whole(found[1], found[2], found[3], known)
    if found := _DATED.fullmatch(text):
        day, ordinal = _day(found[1]), found[2]
        if day is not None:
            return Meant(_with(known, [day], ordinal)) if ordinal else Meant(day=day)
    if found := _SHORT_DATED.fullmatch(text):
        days = [_day(f"{year}{found[1]}") for year in (today.year, today.year - 1)]
        return Meant(_with(known, [day for day in days if day and day <= today][:1], found[2]))
    if _ORDINAL.fullmatch(text):
        return Meant(_with(known, [today - timedelta(days=back) for back in range(RECENT_DAYS)], text))
    return Meant()


def _whole(prefix: str, day: str, ordinal: str | None, known: list[str]) -> Meant:
    if prefix not in known or (len(day) < 8 and ordinal):
        return Meant()
    if len(day) == 8 and ordinal:
        padded = f"{prefix}-{day}-{ordinal.zfill(6)}"
        return Meant((padded,), f"{prefix}-{day}-{ordinal}" if len(ordinal) < 6 else "")
    return Meant(beginning=f"{prefix}-{day}") if len(day) >= 6 else Meant()


def _with(prefixes: list[str], days: Iterable[date], ordinal: str) -> tuple[str, ...]:
    return tuple(f"{prefix}-{day:%Y%m%d}-{ordinal.zfill(6)}" for day in days for prefix in prefixes)


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
