"""The measures that case rows tell by themselves: received, closed, on time, satisfied; as the board counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from . import access, catalogue, filters
from .measures import COUNT, Measure, Narrowed, Period, Query, Reading, count, rate, register
from .models import Case

DONE = ("closed", "rated", "archived")
"""Handled to the end: joined, void and not accepted requests are over, but nobody has dealt with them."""
_ANSWERED = Q(satisfaction__in=("satisfied", "basically", "dissatisfied"))
_COLUMNS = {"unit": "lead_unit_id", "area": "subdistrict_id", "category": "category_id", "channel": "channel"}
# what is counted → which time says in which period, condition beside it, the same as a filter of the list
_COUNTED: dict[str, tuple[str, Q, Mapping[str, Any]]] = {
    "received": ("received", Q(), {}),
    "closed": ("closed", Q(state__in=DONE), {"state": ",".join(DONE)}),
    "on_time": ("closed", Q(state__in=DONE, was_overdue=False), {"state": ",".join(DONE), "was_overdue": False}),
    "satisfied": ("closed", Q(state__in=DONE, satisfaction__in=("satisfied", "basically")),
                  {"state": ",".join(DONE), "satisfaction": "satisfied,basically"}),
    "answered": ("closed", Q(state__in=DONE) & _ANSWERED,
                 {"state": ",".join(DONE), "satisfaction": "satisfied,basically,dissatisfied"}),
}  # fmt: skip
_RATES = {"cases_on_time_rate": ("on_time", "closed"), "cases_satisfied_rate": ("satisfied", "answered")}
_COUNTS = {"cases_received": "received", "cases_closed": "closed"}


def moment(day: date) -> datetime:
    """Where a day of the district begins."""
    return datetime.combine(day, time(), timezone.get_default_timezone())


def read(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> dict[str, dict[str, Reading]]:
    wanted = {name for code in codes for name in (_RATES.get(code) or (_COUNTS[code],))}
    counted: dict[str, dict[str, int]] = {}
    for at in {_COUNTED[name][0] for name in wanted}:
        here = [name for name in wanted if _COUNTED[name][0] == at]
        for key, values in _count(at, here, period, narrowed, by).items():
            counted.setdefault(key, {}).update(values)
    if not by:
        counted.setdefault("", {})
    return {
        key: {code: _reading(code, values, _within(period, by, key, narrowed)) for code in codes}
        for key, values in counted.items()
    }


def _count(at: str, names: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> dict[str, dict[str, int]]:
    asked = filters.conditions(filters.CaseFilter.model_validate(narrowed.query))
    cases = Case.objects.all() if narrowed.actor is None else access.visible_to(narrowed.actor)
    column = f"{at}_at"
    cases = cases.filter(
        asked, **{f"{column}__gte": moment(period.first), f"{column}__lt": moment(period.end)}
    ).order_by()
    sums = {name: Count("id", filter=_COUNTED[name][1]) for name in names}
    if not by:
        return {"": dict(cases.aggregate(**sums))}
    key = TruncMonth(column) if by == "month" else F(_COLUMNS[by])
    lines: Any = cases.annotate(key=key).values("key").annotate(**sums)
    return {_code(by, line["key"]): {name: line[name] for name in names} for line in lines}


def _code(by: str, key: Any) -> str:
    here = catalogue.current()
    tables: Mapping[str, Any] = {"unit": here.units, "area": here.areas, "category": here.categories}
    if key is None:
        return "-"
    if by == "month":
        return f"{key:%Y-%m}"
    return tables[by][key].code if by in tables and key in tables[by] else str(key)


def _within(period: Period, by: str, key: str, narrowed: Narrowed) -> tuple[Period, dict[str, Any]]:
    """The days and the filter of one line."""
    query: dict[str, Any] = dict(narrowed.query)
    if by == "month" and key:
        first = date(int(key[:4]), int(key[5:]), 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return Period(max(first, period.first), min(after, period.end)), query
    if by and key == "-":
        query["unset"] = by
    elif by and key:
        query[by] = key
        if by != "channel":
            query["direct"] = by
    return period, query


def _reading(code: str, values: Mapping[str, int], within: tuple[Period, dict[str, Any]]) -> Reading:
    if code in _COUNTS:
        name = _COUNTS[code]
        return count(values.get(name, 0), _query(name, *within))
    over, under = _RATES[code]
    opened = {"numerator": _query(over, *within), "denominator": _query(under, *within)}
    return rate(values.get(over, 0), values.get(under, 0), opened=opened)


def _query(name: str, period: Period, narrowed: Mapping[str, Any]) -> Query:
    at, _, more = _COUNTED[name]
    return {
        **narrowed, f"{at}_from": moment(period.first).isoformat(), f"{at}_to": moment(period.end).isoformat(), **more,
    }  # fmt: skip


def register_all() -> None:
    register(
        Measure("cases_received", "受理诉求件数", "Requests received", read, "件", COUNT, "本期登记的案件"),
        Measure("cases_closed", "办结件数", "Cases closed", read, "件", COUNT, "本期结案的案件"),
        Measure("cases_on_time_rate", "按时结案率", "Closed on time", read, rule="从未超期的 ÷ 本期结案的"),
        Measure("cases_satisfied_rate", "满意率", "Satisfied", read, rule="满意、基本满意 ÷ 本期结案且回访评价的"),
    )  # fmt: skip
