"""The indicators of a year or of any days: what was aimed at, what is, where it is heading; each figure with what opens
it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from chengyun.cases import access, catalogue
from chengyun.cases.measures import Narrowed, Period, Reading
from chengyun.org.access import Actor

from . import closing, facts, library, reading
from .forecast import BELOW, LOST, MET, TOLD, UNKNOWN, Aim, Month, Outlook, outlook
from .library import number
from .models import IndicatorTarget
from .spans import Span, year_of
from .words import LEVEL1, OPERATORS, READS, TOPICS

NOT_SO = "这样筛选时没有这项数据"
EARLIER = 2
"""How many years before are computed beside the year."""


def board(actor: Actor, span: Span, narrowed: Narrowed, today: date | None = None) -> dict[str, Any]:
    """Every target of the year and every indicator without one. Days that are not a year have no forecast."""
    today = today or timezone.localdate()
    here = library.current()
    year, period = span.year, span.period
    found_year, targets = here.of_year(year)
    narrowed = replace(narrowed, actor=actor)
    codes = list(here.indicators)
    codes += [t.indicator for t in targets if t.indicator and t.indicator not in here.indicators]
    by_month = _months(codes, period, narrowed) if span.whole else {}
    whole = _whole(codes, period, narrowed, by_month) if span.whole else _days(codes, period, narrowed)
    aimed = {target.indicator for target in targets}
    rows = [_target_row(target, whole, by_month, span, today) for target in targets]
    rows += [_row(code, None, whole[code], by_month, span, today) for code in here.indicators if code not in aimed]
    return {
        "year": year, "targets_of": found_year, "years": here.years(), "first": period.first.isoformat(),
        "last": (period.end - timedelta(days=1)).isoformat(), "whole": span.whole, "today": today.isoformat(),
        "all_cases": access.sees_everything(actor), "waiting": facts.waiting(), "rows": rows,
        "topics": [{"code": code, "name": name} for code, name in TOPICS.items()],
        "filter": narrowed.query,
    }  # fmt: skip


def _months(codes: Sequence[str], period: Period, narrowed: Narrowed) -> dict[str, dict[str, Reading]]:
    """indicator → month → reading."""
    found: dict[str, dict[str, Reading]] = {}
    for month, line in reading.read(codes, period, narrowed, "month").items():
        for code, one in line.items():
            if month:
                found.setdefault(code, {})[month] = one
    return found


def _days(codes: Sequence[str], period: Period, narrowed: Narrowed) -> dict[str, Reading]:
    found = reading.read(codes, period, narrowed).get("", {})
    return {code: found.get(code, Reading(missing=NOT_SO)) for code in codes}


def _whole(
    codes: Sequence[str], period: Period, narrowed: Narrowed, by_month: Mapping[str, Mapping[str, Reading]]
) -> dict[str, Reading]:
    """The year's readings: months added up where cases are counted, so that the year is read once."""
    here = library.current().indicators
    added = [code for code in codes if code in here and here[code].row.reads == "cases"
             and here[code].row.kind in ("rate", "count", "average")]  # fmt: skip
    others = [code for code in dict.fromkeys(codes) if code not in set(added)]
    found = reading.read(others, period, narrowed)
    whole = dict(found.get("", {}))
    for code in others:
        whole.setdefault(code, Reading(missing=NOT_SO))
    for code in added:
        whole[code] = reading.added(here[code], list(by_month.get(code, {}).values()), period, narrowed)
    return whole


def _target_row(
    target: IndicatorTarget, whole: Mapping[str, Reading], by_month: Mapping[str, Mapping[str, Reading]],
    span: Span, today: date,
) -> dict[str, Any]:  # fmt: skip
    if target.operator == "if":
        return _row(target.indicator, target, _conditional(target, whole), {}, span, today)
    if not target.indicator:
        return _row("", target, Reading(missing="尚无对应指标"), by_month, span, today)
    return _row(target.indicator, target, whole[target.indicator], by_month, span, today)


def _conditional(target: IndicatorTarget, whole: Mapping[str, Reading]) -> Reading:
    """The value that is promised, if the other indicator stays within its bound; nothing of it otherwise."""
    other = whole.get(target.if_indicator) or reading.read([target.if_indicator], year_of(target.year)).get("", {}).get(
        target.if_indicator, Reading(missing="尚无对应指标")
    )
    if other.missing or other.value is None:
        return Reading(missing=f"要看的指标还不能计算：{other.missing}")
    held = target.if_most is not None and other.value <= target.if_most
    return Reading(target.value if held else Decimal(0), opened={"value": next(iter(other.opened.values()), {})})


def _row(
    code: str, target: IndicatorTarget | None, actual: Reading, by_month: Mapping[str, Mapping[str, Reading]],
    span: Span, today: date,
) -> dict[str, Any]:  # fmt: skip
    definition = library.current().indicators.get(code)
    row = definition.row if definition else None
    kind = row.kind if row else "rate"
    months = by_month.get(code, {})
    seen = _outlook(kind, target, actual, months, span, today)
    return {
        "key": target.code if target else f"-{code}", "indicator": code if definition else "",
        "name": target.name if target else (row.name if row else code), "own_name": row.name if row else "",
        "own_name_en": row.name_en if row else "",
        "topic": row.topic if row else "platform", "level1": LEVEL1.get(row.level1, "") if row else "",
        "level2": row.level2 if row else "", "reads": row.reads if row else "none",
        "reads_name": READS[row.reads] if row else "", "kind": kind, "unit": _unit(target, row),
        "better": row.better if row else "up", "rule": reading.rule_of(definition) if definition else "",
        "source": row.source if row else "", "target": target_out(target), "actual": reading_out(actual),
        "state": seen.state, "forecast": number(seen.value), "best": number(seen.best),
        "missed_on": seen.missed_on.isoformat() if seen.missed_on else None,
        "months": [
            {"month": month, "value": number(one.value), "numerator": number(one.numerator),
             "denominator": number(one.denominator)}
            for month, one in sorted(months.items()) if not one.missing
        ],
    }  # fmt: skip


def _unit(target: IndicatorTarget | None, row: Any) -> str:
    if target is not None and target.unit:
        return str(target.unit)
    return str(row.unit) if row is not None else ""


def _outlook(
    kind: str, target: IndicatorTarget | None, actual: Reading, months: Mapping[str, Reading], span: Span,
    today: date,
) -> Outlook:  # fmt: skip
    if not actual.known:
        return Outlook(UNKNOWN)
    if target is None or target.operator in ("text", "date"):
        return Outlook(TOLD)
    if actual.value is None or target.value is None:
        return Outlook(UNKNOWN)
    if target.operator == "if":
        return Outlook(MET if actual.value >= target.value else LOST)
    aim, period = Aim(target.operator, target.value, target.upper), span.period
    definition = library.current().indicators.get(target.indicator)
    if not span.whole:
        return _of_days(kind, aim, actual.value, definition)
    steady = definition is not None and (definition.row.combine != "sum" or definition.row.reads == "reliability")
    if kind == "text" or (steady and kind != "count") or (definition and definition.row.combine == "last"):
        met = aim.met_by(actual.value)
        return Outlook(MET if met else LOST if today >= period.end else BELOW, actual.value)
    counted = [
        Month(date(int(month[:4]), int(month[5:]), 1), one.numerator or Decimal(0), one.denominator or Decimal(0))
        for month, one in months.items() if not one.missing
    ]  # fmt: skip
    if not counted:
        met = aim.met_by(actual.value)
        return Outlook(MET if met else BELOW, actual.value)
    return outlook(kind, counted, aim, period.first, period.end, today)


def _of_days(kind: str, aim: Aim, value: Decimal, definition: library.Definition | None) -> Outlook:
    """Of days that are no year: what adds up over the year is only told."""
    adds_up = kind == "count" and (definition is None or definition.row.combine == "sum")
    return Outlook(TOLD if adds_up else MET if aim.met_by(value) else BELOW)


# --- shapes -------------------------------------------------------------------------------------------------------
def target_out(target: IndicatorTarget | None) -> dict[str, Any] | None:
    if target is None:
        return None
    return {
        "code": target.code, "year": target.year, "operator": target.operator, "words": target_words(target),
        "value": number(target.value), "upper": number(target.upper), "text": target.text, "form": target.form,
        "before2": target.before2, "before1": target.before1, "basis": target.basis, "source": target.source,
        "operator_name": OPERATORS[target.operator],
    }  # fmt: skip


def target_words(target: IndicatorTarget) -> str:
    """≥ 95 %, 10–15 件/人/日, 持续提升, 不晚于 2025-12-31."""
    unit = target.unit if target.unit == "%" else f" {target.unit}".rstrip()
    if target.operator == "text":
        return target.text
    if target.operator == "date":
        return f"≤ {target.text}"
    if target.operator == "range":
        return f"{number(target.value)}–{number(target.upper)}{unit}"
    sign = {">=": "≥ ", "<=": "≤ ", "=": "= ", "if": "= "}[target.operator]
    return f"{sign}{_thousands(number(target.value))}{unit}"


def _thousands(text: str | None) -> str:
    whole, _, rest = (text or "").partition(".")
    return f"{int(whole or 0):,}" + (f".{rest}" if rest else "")


def reading_out(one: Reading) -> dict[str, Any]:
    return {
        "value": number(one.value), "numerator": number(one.numerator), "denominator": number(one.denominator),
        "text": one.text, "missing": "" if one.known else one.missing or "本期没有可计的",
        "opened": {name: dict(query) for name, query in one.opened.items()},
        "excluded": [
            {"rule": rule.rule, "name": rule.name, "count": rule.count, "query": dict(rule.query)}
            for rule in one.excluded
        ],
    }  # fmt: skip


# --- one indicator ------------------------------------------------------------------------------------------------
def detail(actor: Actor, code: str, span: Span, by: str, narrowed: Narrowed) -> dict[str, Any]:
    """One indicator: its formula in words, months with what was closed, lines by unit or else, earlier years."""
    definition = reading.definition_of(code)
    narrowed = replace(narrowed, actor=actor)
    year, period = span.year, span.period
    closed = {month: figures for one in range(period.first.year, period.end.year + 1)
              for month, figures in closing.closed_values([code], one).items() if span.holds_month(month)}  # fmt: skip
    months = {month: line[code] for month, line in reading.read([code], period, narrowed, "month").items()
              if month and code in line}  # fmt: skip
    divided = reading.read([code], period, narrowed, by) if by else {}
    targets = [t for t in library.current().of_year(year)[1] if t.indicator == code]
    names = names_of(by)
    return {
        "indicator": code, "name": definition.row.name, "name_en": definition.row.name_en, "year": year, "by": by,
        "first": period.first.isoformat(), "last": (period.end - timedelta(days=1)).isoformat(), "whole": span.whole,
        "rule": reading.rule_of(definition), "source": definition.row.source, "unit": definition.row.unit,
        "kind": definition.row.kind, "reads": definition.row.reads, "better": definition.row.better,
        "formula": reading.formula(definition), "targets": [target_out(target) for target in targets],
        "actual": reading_out(reading.read([code], period, narrowed)[""].get(code, Reading(missing="没有数据"))),
        "months": [
            {"month": month, **reading_out(one), "closed": closed.get(month, {}).get(code)}
            for month, one in sorted(months.items())
        ],
        "lines": sorted(
            ({"code": key, "name": names.get(key, key), **reading_out(line[code])}
             for key, line in divided.items() if code in line and (key or not line[code].missing)),
            key=lambda line: (-float(line["denominator"] or line["value"] or 0), line["code"]),
        )[:200],
        "earlier": [
            {"year": one.year, **reading_out(reading.read([code], one.period, narrowed)[""].get(code, Reading()))}
            for one in (span.earlier(years) for years in range(EARLIER, 0, -1))
        ],
    }  # fmt: skip


def names_of(by: str) -> Mapping[str, str]:
    known = catalogue.current()
    if by == "channel":
        return {code: str(row["name"]) for code, row in known.channels.items()}
    tables: dict[str, Any] = {"unit": known.units, "area": known.areas, "category": known.categories}
    return {row.code: row.name for row in tables[by].values()} if by in tables else {}
