"""The cases behind each digit of a score sheet, as a filter of the list: score:2026-10:UNIT:ITEM:PART."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from chengyun.cases import catalogue, gathered

from . import computing, rules, words

SOURCE = "score"


def query(month: date, unit: str, item: str, part: str) -> dict[str, str]:
    return {"gathered": f"{SOURCE}:{month:%Y-%m}:{unit}:{item}:{part}"}


def month_of(text: str) -> date:
    """ "2026-10" as its first day; ValueError."""
    first = date.fromisoformat(f"{text}-01")
    if not 2000 <= first.year <= 2200 or len(text) != 7:
        raise ValueError(text)
    return first


def _parsed(what: str) -> tuple[date, catalogue.UnitRef, str, str]:
    month, code, item, part = [*what.split(":"), "", "", ""][:4]
    unit = next((row for row in catalogue.current().units.values() if row.code == code), None)
    if unit is None or part not in words.PARTS:
        raise ValueError(what)
    return month_of(month), unit, item, part


def condition(what: str) -> Q:
    month, unit, code, part = _parsed(what)
    found = computing.evidence_of(month, unit.id)
    item = found[0].item(code) if found else None
    if found is None or item is None:
        raise ValueError(what)
    return Q(pk__in=rules.part(found[0], item, found[1], part))


def told(what: str) -> str:
    month, unit, code, part = _parsed(what)
    found = computing.evidence_of(month, unit.id)
    item = found[0].item(code) if found else None
    return f"{unit.name} {month:%Y-%m} 考核 {item.name if item else code}：{words.PARTS[part]}"


def register_source() -> None:
    gathered.register(gathered.Source(SOURCE, condition, told))
