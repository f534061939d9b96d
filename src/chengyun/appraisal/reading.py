"""What indicators say: computed from cases, fed, from the reliability ledger, or from another room's measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from chengyun.cases import gathered, measures
from chengyun.cases.measures import Excluded, Measure, Narrowed, Period, Reading
from chengyun.kernel.problems import Problem

from . import counting, library, records, reliability
from .conditions import in_words
from .library import Definition
from .words import DAYS, READS

SOURCE = "indicator"
_KIND = {"rate": measures.PERCENT, "count": measures.COUNT, "average": measures.AVERAGE, "text": measures.TEXT}


def read(
    codes: Sequence[str], period: Period, narrowed: Narrowed = measures.EVERYTHING, by: str = ""
) -> dict[str, dict[str, Reading]]:
    """key → indicator → reading; those from cases with one statement."""
    here = library.current()
    found: dict[str, dict[str, Reading]] = {} if by else {"": {}}
    ways: dict[str, list[Definition]] = {}
    for code in dict.fromkeys(codes):
        definition = here.indicators.get(code)
        if definition is None:
            why = here.wrong.get(code)
            found.setdefault("", {})[code] = Reading(missing=f"口径有误：{why}" if why else "尚无对应指标")
        else:
            way = "average" if definition.row.kind == "average" else ""
            ways.setdefault(definition.row.reads + way, []).append(definition)
    for way, definitions in ways.items():
        for key, readings in _READERS[way](definitions, period, narrowed, by).items():
            found.setdefault(key, {}).update(readings)
    return found


# --- from cases ---------------------------------------------------------------------------------------------------
def _from_cases(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    wanted, period = wanted_of(definitions), until_today(period)
    counted = counting.count(wanted, period, narrowed, by)
    return {
        key: dict(_told(definitions, values, period, narrowed, by, key)) for key, values in counted.items()
    }  # fmt: skip


def until_today(period: Period) -> Period:
    """Of a period that goes on: what is due tomorrow counts tomorrow, also where it is closed already."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return period if period.end <= tomorrow or period.first >= tomorrow else Period(period.first, tomorrow)


def wanted_of(definitions: Iterable[Definition]) -> list[counting.Wanted]:
    """The counts behind indicators: denominator, numerator, and what each rule left out."""
    found: list[counting.Wanted] = []
    for one in definitions:
        parts = ["denominator", *(["numerator"] if one.row.kind == "rate" else [])]
        parts += [f"out-{rule.code}" for rule in one.rules]
        found += [(one.row.day, part) for name in parts if (part := one.part(name)) is not None]
    return found


def _told(
    definitions: Sequence[Definition], values: Sequence[int], period: Period, narrowed: Narrowed, by: str, key: str
) -> Iterable[tuple[str, Reading]]:
    at = 0
    beside = counting.opened(period, narrowed, by, key)
    days = counting.within(period, by, key)
    for one in definitions:
        size = (2 if one.row.kind == "rate" else 1) + len(one.rules)
        mine, at = values[at : at + size], at + size
        out = tuple(
            Excluded(rule.code, rule.name, number, {**beside, "gathered": what(one.code, f"out-{rule.code}", days)})
            for rule, number in zip(one.rules, mine[size - len(one.rules) :], strict=True)
            if number
        )
        opened: dict[str, Mapping[str, Any]] = {
            name: {**beside, "gathered": what(one.code, name, days)} for name in ("numerator", "denominator", "missed")
        }
        if one.row.kind == "rate":
            yield one.code, measures.rate(mine[1], mine[0], opened=opened, excluded=out)
        else:
            yield one.code, replace(measures.count(mine[0], opened["denominator"]), excluded=out)


def added(one: Definition, months: Sequence[Reading], period: Period, narrowed: Narrowed) -> Reading:
    """A whole period of its months. Days of persons are different ones in each month, so averages add up as well."""
    if one.row.kind == "average":
        cases, days = (sum(int(getattr(m, name) or 0) for m in months) for name in ("numerator", "denominator"))
        return _average(one, cases, days, period, narrowed)
    out = dict.fromkeys((rule.code for rule in one.rules), 0)
    over = under = 0
    for month in months:
        over, under = over + int(month.numerator or 0), under + int(month.denominator or 0)
        for rule in month.excluded:
            out[rule.rule] += rule.count
    values = [under, over, *out.values()] if one.row.kind == "rate" else [over, *out.values()]
    return dict(_told([one], values, until_today(period), narrowed, "", ""))[one.code]


def formula(one: Definition) -> dict[str, Any]:
    """How it is computed, in words, for the page."""
    if one.row.reads != "cases":
        return {"day": "", "base": "", "meets": "", "rules": []}
    return {
        "day": DAYS.get(one.row.day, one.row.day), "base": in_words(one.base), "meets": in_words(one.meets),
        "rules": [{"rule": rule.code, "name": rule.name, "where": in_words(rule.condition)} for rule in one.rules],
    }  # fmt: skip


def what(code: str, part: str, period: Period) -> str:
    return f"{SOURCE}:{code}.{part}.{period.first.isoformat()}.{period.end.isoformat()}"


def _per_person(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    """人均日接件: cases that somebody took, by the days on which each took any."""
    found: dict[str, dict[str, Reading]] = {}
    for one in definitions:
        lines = counting.per_person((one.row.day, one.base), period, narrowed, by)
        for line, cases, days in lines or ([] if by else [("", 0, 0)]):
            span = counting.within(period, by, line)
            found.setdefault(line, {})[one.code] = _average(one, cases, days, span, narrowed)
    return found


def _average(one: Definition, cases: int, days: int, period: Period, narrowed: Narrowed) -> Reading:
    query = {**narrowed.query, "gathered": what(one.code, "denominator", period)}
    return measures.per(cases, days, opened={"numerator": query})


# --- from elsewhere -----------------------------------------------------------------------------------------------
def _from_records(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    return {key: dict(line) for key, line in records.read([one.row for one in definitions], period, by).items()}


def _from_ledger(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    return reliability.read({one.code: one.row.measure for one in definitions}, period, by)


def _from_measures(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    """Another room's measure; where it says nothing, what was fed."""
    others = {code for code, measure in measures.known().items() if measure.reader is not measured}
    asked = {one.code: one.row.measure for one in definitions if one.row.measure in others}
    found: dict[str, dict[str, Reading]] = {}
    why = {one.code: "" if one.code in asked else "这项数据所在的模块没有安装" for one in definitions}
    for key, line in measures.read_by(list(asked.values()), period, by, narrowed).items():
        for code, measure in asked.items():
            if measure in line and not line[measure].missing:
                found.setdefault(key, {})[code] = line[measure]
            elif measure in line:
                why[code] = line[measure].missing
    silent = [one for one in definitions if not any(one.code in line for line in found.values())]
    for key, fed in records.read([one.row for one in silent], period, by).items():
        for code, reading in fed.items():
            said = "" if reading.known else f"{why[code] or '还没有数据'}，也没有填报"
            found.setdefault(key, {})[code] = replace(reading, missing=said)
    return found


def _nowhere(
    definitions: Sequence[Definition], period: Period, narrowed: Narrowed, by: str
) -> dict[str, dict[str, Reading]]:
    return {"": {one.code: Reading(missing=one.row.rule or "来源文件没有说明口径") for one in definitions}}


_READERS = {
    "cases": _from_cases, "casesaverage": _per_person, "records": _from_records, "recordsaverage": _from_records,
    "reliability": _from_ledger, "measure": _from_measures, "measureaverage": _from_measures, "none": _nowhere,
}  # fmt: skip
assert {way.removesuffix("average") for way in _READERS} == set(READS)


# --- how others find them -----------------------------------------------------------------------------------------
def measured(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> Mapping[str, Mapping[str, Reading]]:
    """The reader of cases.measures."""
    return read(codes, period, narrowed, by)


def supplied() -> list[Measure]:
    return [
        Measure(code, one.row.name, one.row.name_en, measured, one.row.unit, _KIND[one.row.kind], rule_of(one),
                one.row.source)
        for code, one in library.current().indicators.items()
    ]  # fmt: skip


def rule_of(one: Definition) -> str:
    """How it is counted, in words."""
    if one.row.rule or one.row.reads != "cases":
        return one.row.rule
    if one.row.kind == "rate":
        return f"{in_words(one.meets)} ÷ {in_words(one.base)}"
    return in_words(one.base)


def _asked(text: str) -> tuple[Definition, str, Period]:
    """Of CODE.PART.FIRST.END; ValueError when there is no such thing."""
    code, part, first, end = text.rsplit(".", 3)
    definition = library.current().indicators.get(code)
    if definition is None or definition.row.reads != "cases" or definition.part(part) is None:
        raise ValueError(text)
    return definition, part, Period(date.fromisoformat(first), date.fromisoformat(end))


def condition(text: str) -> Q:
    definition, part, period = _asked(text)
    asked = definition.part(part)
    if asked is None:
        raise ValueError(text)
    statement, params = counting.members((definition.row.day, asked), period)
    return Q(pk__in=RawSQL(statement, params))


def words(text: str) -> str:
    try:
        definition, part, period = _asked(text)
    except ValueError:
        return text
    rule = next((rule.name for rule in definition.rules if part == f"out-{rule.code}"), "")
    told = {"numerator": "分子", "denominator": "分母", "missed": "未达到的"}.get(part, f"剔除（{rule}）")
    last = date.fromordinal(period.end.toordinal() - 1)
    return f"指标 {definition.row.name} {told} {period.first.isoformat()} 至 {last.isoformat()}"


def definition_of(code: str) -> Definition:
    """Problem 404 when there is no such indicator."""
    found = library.current().indicators.get(code)
    if found is None:
        raise Problem(404, "not_found", "没有这个指标", "它可能已停用，请回到指标页。")
    return found


def register() -> None:
    measures.supply(supplied)
    gathered.register(gathered.Source(SOURCE, condition, words))
