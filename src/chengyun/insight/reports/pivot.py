"""The query page: any two dimensions and a measure over the cases that a person may see; every cell opens its cases.

What the counts by month behind the board can tell comes from them; the rest is counted by the indexes over time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue, filters
from chengyun.cases.actions.words import URGENCIES
from chengyun.cases.models import Case
from chengyun.cases.selection import cases_where, own_unit
from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .. import breakdowns, figures, periods
from ..board import FILTERS, ZONE, span_of, where_of
from ..figures import DONE
from ..outline import NOWHERE, Line
from ..periods import Span

TIMES = ("day", "week", "month", "year")
DIMENSIONS = {
    "channel": "来源", "unit": "承办单位", "area": "区域", "category": "类别", "kind": "诉求类型",
    "urgency": "紧急程度", "state": "状态", "late": "是否超期", "hour": "登记时段",
    "day": "日", "week": "周", "month": "月", "year": "年",
}  # fmt: skip
MEASURES = {
    "received": ("登记", False), "closed": ("办结", False), "on_time": ("按时办结", False),
    "on_time_rate": ("按时办结率", True), "satisfied_rate": ("满意率", True), "dissatisfied": ("不满意", False),
    "in_hand": ("在办", False), "due_soon": ("临期", False), "overdue": ("超期", False),
}  # fmt: skip
"""code → (name, whether it is a share)."""
NOW = ("in_hand", "due_soon", "overdue")
MOST_ROWS, MOST_COLUMNS = 200, 60
_FACES = {"unit": "unit", "area": "subdistrict", "category": "category", "hour": "hour", "day": "day"}
_DAYS = {"day": 92, "week": 371}
_SUMS = {
    "received": ("sum(cases)", "0"), "closed": ("sum(cases)", "0"), "on_time": ("sum(cases) - sum(late)", "0"),
    "on_time_rate": ("sum(cases) - sum(late)", "sum(cases)"),
    "satisfied_rate": ("sum(satisfied) + sum(basically)", "sum(satisfied) + sum(basically) + sum(dissatisfied)"),
    "dissatisfied": ("sum(dissatisfied)", "0"),
}  # fmt: skip
_GOOD = "count(*) FILTER (WHERE satisfaction IN ('satisfied', 'basically'))"
_RATED = "count(*) FILTER (WHERE satisfaction IN ('satisfied', 'basically', 'dissatisfied'))"
_COUNTED = {
    "on_time": ("count(*) FILTER (WHERE NOT was_overdue)", "0"),
    "on_time_rate": ("count(*) FILTER (WHERE NOT was_overdue)", "count(*)"),
    "satisfied_rate": (_GOOD, _RATED),
    "dissatisfied": ("count(*) FILTER (WHERE satisfaction = 'dissatisfied')", "0"),
}  # fmt: skip
_OPEN: dict[str, dict[str, Any]] = {
    "in_hand": {"open": True}, "due_soon": {"due": "due_soon"}, "overdue": {"due": "overdue"},
}  # fmt: skip
_MARKED: dict[str, dict[str, Any]] = {
    "on_time": {"was_overdue": False}, "satisfied_rate": {"satisfaction": "satisfied,basically,dissatisfied"},
    "dissatisfied": {"satisfaction": "dissatisfied"},
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """Whose cases, which, of when; `down` and `across` are dimensions, `across` may be empty."""

    actor: Actor
    wanted: filters.CaseFilter
    span: Span
    down: str
    across: str
    measure: str
    now: datetime

    @property
    def dimensions(self) -> tuple[str, ...]:
        return (self.down, self.across) if self.across else (self.down,)

    @property
    def at(self) -> str:
        """The time that says what lies in the period."""
        return "received_at" if self.measure == "received" else "closed_at"

    @property
    def area(self) -> str:
        return breakdowns.area_column(self.wanted)


def question(actor: Actor, asked: Any, now: datetime | None = None) -> Question:
    """From the parameters (schemas.PivotQuery). Problem 422."""
    now = (now or timezone.now()).astimezone(ZONE)
    given = filters.CaseFilter(**{name: getattr(asked, name) for name in FILTERS if getattr(asked, name)})
    span = span_of(asked.period, asked.start, asked.end, now)
    if asked.rows == asked.columns:
        raise _wrong("columns", "行和列要选不同的维度。")
    for dimension in (asked.rows, asked.columns):
        if dimension in TIMES and asked.measure in NOW:
            raise _wrong("measure", "在办、临期、超期是此刻的数字，不能按时间分。")
        if dimension == "state" and asked.measure not in (*NOW, "received"):
            raise _wrong("measure", "办结的件都已办结，不按状态分；请选登记或在办。")
        if span.days > _DAYS.get(dimension, periods.LONGEST):
            raise _wrong("period", f"按{DIMENSIONS[dimension]}分，时段最长 {_DAYS[dimension]} 天。")
    return Question(actor, given, span, asked.rows, asked.columns, asked.measure, now)


def _wrong(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


def answer(asked: Question) -> dict[str, Any]:
    """{rows, columns, cells, total, filter, measure_query}; a cell is [number] or [part, whole]. The cases of a cell
    are those of filter, measure_query, and of the `where` of its row and column together."""
    tellers = [_teller(asked, dimension) for dimension in asked.dimensions]
    sums: dict[tuple[Line, ...], list[int]] = defaultdict(lambda: [0, 0])
    for *keys, part, whole in _counted(asked):
        cell = sums[tuple(tell(key) for tell, key in zip(tellers, keys, strict=True))]
        cell[0] += part
        cell[1] += whole
    down = _ordered(sums, 0, asked.down)
    across = _ordered(sums, 1, asked.across) if asked.across else []
    width = 2 if MEASURES[asked.measure][1] else 1
    return {
        "at": asked.now.isoformat(timespec="seconds"), "from": asked.span.start.isoformat(),
        "to": asked.span.end.isoformat(), "measure": asked.measure, "measure_name": MEASURES[asked.measure][0],
        "share": width == 2, "down": asked.down, "across": asked.across,
        "filter": {name: getattr(asked.wanted, name) for name in FILTERS if getattr(asked.wanted, name)},
        "measure_query": _query(asked),
        "rows": [_told(asked, asked.down, line, total[:width]) for line, total in down[:MOST_ROWS]],
        "columns": [_told(asked, asked.across, line, total[:width]) for line, total in across[:MOST_COLUMNS]],
        "cells": [
            [sums[row, column][:width] if (row, column) in sums else [0] * width for column, _ in across[:MOST_COLUMNS]]
            for row, _ in down[:MOST_ROWS]
        ],
        "total": [sum(values[place] for values in sums.values()) for place in range(width)],
        "left_out": [max(len(down) - MOST_ROWS, 0), max(len(across) - MOST_COLUMNS, 0)],
    }  # fmt: skip


def _query(asked: Question) -> dict[str, Any]:
    """What the measure asks of a case."""
    if asked.measure in NOW:
        return dict(_OPEN[asked.measure])
    start, end = asked.span.start.isoformat(), asked.span.end.isoformat()
    if asked.measure == "received":
        return {"received_from": start, "received_to": end}
    return {"closed_from": start, "closed_to": end, "state": ",".join(DONE), **_MARKED.get(asked.measure, {})}


# --- lines ------------------------------------------------------------------------------------------------------------
def _teller(asked: Question, dimension: str) -> Callable[[str | None], Line]:
    """The line on which a key is counted."""
    known = catalogue.current()
    if dimension in ("unit", "category", "area", "channel", "state"):
        made: dict[str, Callable[[], breakdowns.LineOf]] = {
            "unit": lambda: breakdowns.units(asked.wanted), "category": lambda: breakdowns.categories(asked.wanted),
            "area": lambda: breakdowns.areas(asked.wanted), "channel": breakdowns.channels,
            "state": breakdowns.states,
        }  # fmt: skip
        return made[dimension]()
    if dimension == "hour":
        return breakdowns.hours()
    if dimension == "kind":
        return breakdowns.plain(lambda code: known.kinds[code].name if code in known.kinds else code)
    if dimension == "urgency":
        return breakdowns.plain(lambda code: URGENCIES.get(code, code))
    if dimension == "late":
        return breakdowns.plain(lambda code: "超过期" if code == "true" else "没有超期")
    return breakdowns.plain(lambda key: _time_name(dimension, key))


def _time_name(dimension: str, key: str) -> str:
    if dimension == "week":
        return f"{key[5:10]} 起一周"
    return key[: {"day": 10, "month": 7, "year": 4}[dimension]]


def _ordered(
    sums: Mapping[tuple[Line, ...], Sequence[int]], place: int, dimension: str
) -> list[tuple[Line, list[int]]]:  # fmt: skip
    """Time as it runs; else the largest first; what has none at the end."""
    totals: dict[Line, list[int]] = defaultdict(lambda: [0, 0])
    for lines, values in sums.items():
        totals[lines[place]][0] += values[0]
        totals[lines[place]][1] += values[1]
    found = [(line, total) for line, total in totals.items() if any(total)]
    if dimension in (*TIMES, "hour"):
        return sorted(
            found, key=lambda one: (not one[0].code, int(one[0].code) if dimension == "hour" else 0, one[0].code)
        )
    return sorted(found, key=lambda one: (not one[0].code, -max(one[1]), one[0].code))


def _told(asked: Question, dimension: str, line: Line, total: Sequence[int]) -> dict[str, Any]:
    return {
        "code": line.code, "name": line.name, "below": line.below, "direct": line.direct, "total": list(total),
        "where": _where(asked, dimension, line),
    }  # fmt: skip


def _where(asked: Question, dimension: str, line: Line) -> dict[str, Any] | None:
    """What a line asks of a case; None when no list can show it."""
    if dimension in TIMES:
        at = datetime.fromisoformat(line.code).replace(tzinfo=ZONE)
        start, end = max(at, asked.span.start), min(_after(at, dimension), asked.span.end)
        name = asked.at.removesuffix("_at")
        return {f"{name}_from": start.isoformat(), f"{name}_to": end.isoformat()}
    if dimension == "hour":
        return {"hour": int(line.code)}
    if dimension == "late":
        return {"was_overdue": line.code == "true"}
    if line == NOWHERE and dimension not in ("unit", "area", "category"):
        return None
    return dict(where_of(dimension, line, asked.wanted))


def _after(at: datetime, dimension: str) -> datetime:
    if dimension == "week":
        return at + (periods.after(at, "day") - at) * 7
    if dimension == "year":
        return at.replace(year=at.year + 1)
    return periods.after(at, dimension)


# --- counting ---------------------------------------------------------------------------------------------------------
def _counted(asked: Question) -> Iterator[Sequence[Any]]:
    """(key of each dimension …, part, whole)."""
    if asked.measure in NOW:
        where = {"in_hand": Q(is_open=True), "due_soon": Q(is_open=True, due_status=Case.DUE_SOON),
                 "overdue": Q(is_open=True, due_status=Case.OVERDUE)}  # fmt: skip
        yield from _live(asked, where[asked.measure])
        return
    parts = [asked.span]
    months = periods.whole_months(asked.span) if _by_counts(asked) else None
    if months is not None:
        first, last = (datetime(day.year, day.month, day.day, tzinfo=ZONE) for day in months)
        parts = [part for part in (Span(asked.span.start, first), Span(last, asked.span.end)) if part.start < part.end]
        yield from _from_counts(asked, months)
    for part in parts:
        within = Q(**{f"{asked.at}__gte": part.start, f"{asked.at}__lt": part.end})
        yield from _live(asked, within if asked.measure == "received" else within & Q(state__in=DONE))


def _by_counts(asked: Question) -> bool:
    """Whether the counts by month have what is asked: one face of them, by month and channel."""
    board = figures.Asked(asked.actor, asked.wanted, "day", asked.area)
    faces = [dimension for dimension in asked.dimensions if dimension in _FACES]
    known = all(dimension in _FACES or dimension in ("month", "year", "channel") for dimension in asked.dimensions)
    return board.from_counts and known and len(faces) <= 1 and not ("hour" in faces and asked.measure != "received")


def _from_counts(asked: Question, months: tuple[Any, Any]) -> Iterator[Sequence[Any]]:
    face = next((_FACES[dimension] for dimension in asked.dimensions if dimension in _FACES), "day")
    keys = {
        "unit": "nullif(key, 0)::text", "area": "nullif(key, 0)::text", "category": "nullif(key, 0)::text",
        "hour": "key::text", "day": f"((date '{figures._EPOCH}' + key::int)::timestamp)::text", "channel": "channel",
        "month": "month::timestamp::text", "year": "date_trunc('year', month)::timestamp::text",
    }  # fmt: skip
    columns = [keys[dimension] for dimension in asked.dimensions]
    where = "axis = %s AND face = %s AND month >= %s AND month < %s"
    params: list[Any] = ["r" if asked.measure == "received" else "c", face, *months]
    if asked.wanted.channel:
        where += " AND channel = ANY(%s)"
        params.append(filters.split(asked.wanted.channel))
    part, whole = _SUMS[asked.measure]
    numbers = ", ".join(str(place) for place in range(1, len(columns) + 1))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns)}, ({part})::int, ({whole})::int FROM insight_counts WHERE {where}"
            f" GROUP BY {numbers}",
            params,
        )
        yield from cursor.fetchall()


def _live(asked: Question, where: Q) -> Iterator[Sequence[Any]]:
    """The same by the cases that this person may see."""
    condition = filters.conditions(asked.wanted) & where
    cases = cases_where(asked.actor, condition, *(() if own_unit(asked.actor) is None else (where,)))
    local = "({} AT TIME ZONE '" + settings.TIME_ZONE + "')"
    fields = {
        "channel": "channel", "unit": "lead_unit_id", "area": asked.area, "category": "category_id", "kind": "kind",
        "urgency": "urgency", "state": "state", "late": "was_overdue", "hour": "received_at",
    }  # fmt: skip
    columns: list[str] = []
    keys: list[str] = []
    for place, dimension in enumerate(asked.dimensions):
        columns.append(fields.get(dimension, asked.at))
        name = "ab"[place]
        if dimension in TIMES:
            keys.append(f"date_trunc('{dimension}', {local.format(name)})")
        elif dimension == "hour":
            keys.append(f"extract(hour FROM {local.format(name)})::int")
        else:
            keys.append(name)
    names = list("ab"[: len(columns)])
    if asked.measure in _COUNTED:
        columns += ["was_overdue", "satisfaction"]
        names += ["was_overdue", "satisfaction"]
    part, whole = _COUNTED.get(asked.measure, ("count(*)", "0"))
    found = rows.compose(cases.order_by().values_list(*columns))
    if not found.sql:
        return
    numbers = [str(place) for place in range(1, len(keys) + 1)]
    told = ", ".join(f"k{number}::text" for number in numbers)  # as text only when they are few
    shaped = ", ".join(f"{key} AS k{number}" for key, number in zip(keys, numbers, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {told}, part, whole FROM (SELECT {shaped}, {part} AS part, {whole} AS whole"
            f" FROM ({found.sql}) t ({', '.join(names)}) GROUP BY {', '.join(numbers)}) g",
            found.params,
        )
        yield from cursor.fetchall()
