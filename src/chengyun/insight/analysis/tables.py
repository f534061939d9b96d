"""Category by area, categories over time, and the days of a year; each by the index over time, or from day counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from .. import breakdowns, periods
from ..board import ZONE, where_of
from ..figures import day_number
from ..outline import Line
from ..periods import Span
from .asking import Asked, grouped, joined, received

MOST_LINES = 6
_LOCAL = f"(AT AT TIME ZONE '{settings.TIME_ZONE}')"
_EPOCH = date(2000, 1, 1)


def _local(column: str) -> str:
    return _LOCAL.replace("AT AT", f"{column} AT", 1)


# --- category × area ------------------------------------------------------------------------------------------------
def matrix(asked: Asked) -> dict[str, Any]:
    """{rows, columns, cells}: how many cases of each line of categories in each line of areas."""
    categories, areas = breakdowns.categories(asked.wanted), breakdowns.areas(asked.wanted)
    sums: dict[tuple[Line, Line], int] = defaultdict(int)
    for category, area, number in grouped(
        asked.cases(), ["category_id", asked.area_column], "a::text, b::text, count(*)", "GROUP BY 1, 2"
    ):
        sums[categories(category), areas(area)] += number
    down, across = (_ordered(sums, place) for place in (0, 1))
    return {
        "rows": [_told("category", line, total, asked) for line, total in down],
        "columns": [_told("area", line, total, asked) for line, total in across],
        "cells": [[sums.get((row, column), 0) for column, _ in across] for row, _ in down],
    }


def _ordered(sums: dict[tuple[Line, Line], int], place: int) -> list[tuple[Line, int]]:
    """The lines with most first, what has none at the end."""
    totals: dict[Line, int] = defaultdict(int)
    for pair, number in sums.items():
        totals[pair[place]] += number
    return sorted(totals.items(), key=lambda item: (not item[0].code, -item[1], item[0].code))


def _told(name: str, line: Line, total: int, asked: Asked) -> dict[str, Any]:
    return {
        "code": line.code, "name": line.name, "below": line.below, "direct": line.direct, "total": total,
        "where": where_of(name, line, asked.wanted),
    }  # fmt: skip


# --- over time ------------------------------------------------------------------------------------------------------
def trend(asked: Asked) -> dict[str, Any]:
    """{cut, columns, lines}: the categories with most cases over time, and what each was before."""
    by = periods.cut(asked.span)
    line_of = breakdowns.categories(asked.wanted)
    sums: dict[Line, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for category, column, number in _by_category(asked, asked.span, by):
        sums[line_of(category)][column] += number
    earlier: dict[Line, int] = defaultdict(int)
    if asked.before is not None:
        for category, _, number in _by_category(asked, asked.before, "month"):
            earlier[line_of(category)] += number
    ordered = sorted(sums, key=lambda line: (not line.code, -sum(sums[line].values()), line.code))
    columns = periods.columns(asked.span, by)
    return {
        "cut": by,
        "columns": [_column(column, by, asked.span) for column in columns],
        "lines": [
            {
                **_told("category", line, sum(sums[line].values()), asked),
                "before": earlier.get(line, 0) if asked.before is not None else None,
                "values": [sums[line].get(f"{column:%Y-%m-%d %H:%M:%S}", 0) for column in columns],
            }
            for line in ordered[:MOST_LINES]
        ],
        "others": len(ordered) - len(ordered[:MOST_LINES]),
    }  # fmt: skip


def _by_category(asked: Asked, span: Span, by: str) -> Iterator[tuple[str | None, str, int]]:
    """(category, column, cases); whole months from the counts behind the board where they can answer."""
    months = periods.whole_months(span) if asked.everything and by == "month" else None
    parts = [span]
    if months is not None:
        first, last = (datetime(day.year, day.month, day.day, tzinfo=ZONE) for day in months)
        parts = [part for part in (Span(span.start, first), Span(last, span.end)) if part.start < part.end]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nullif(key, 0)::text, month::timestamp::text, sum(cases)::int FROM insight_counts"
                " WHERE axis = 'r' AND face = 'category' AND month >= %s AND month < %s GROUP BY 1, 2",
                list(months),
            )
            yield from cursor.fetchall()
    at = f"date_trunc('{by}', {_local('b')})::text"
    for part in parts:
        found = grouped(asked.cases(part), ["category_id", "received_at"], f"a::text, {at}, count(*)", "GROUP BY 1, 2")
        yield from found  # type: ignore[misc]


def _column(at: datetime, by: str, span: Span) -> dict[str, str]:
    return {
        "from": max(at, span.start).isoformat(), "to": min(periods.after(at, by), span.end).isoformat(),
    }  # fmt: skip


# --- seasons --------------------------------------------------------------------------------------------------------
def calendar(asked: Asked) -> dict[str, Any]:
    """{from, to, days}: cases of each day of the year in which the period ends, so that seasons are seen."""
    last = min(asked.span.end - timedelta(seconds=1), asked.now).astimezone(ZONE).date()
    year = periods.span(date(last.year, 1, 1), date(last.year + 1, 1, 1), ZONE)
    found = _from_counts(year) if asked.everything else _live(asked, year)
    days = [{"day": day.isoformat(), "cases": number} for day, number in sorted(found.items()) if number]
    return {"year": last.year, "span": received(year), "days": days, "total": sum(found.values())}


def _from_counts(year: Span) -> dict[date, int]:
    first, last = year.start.date(), year.end.date()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key::int, sum(cases)::int FROM insight_counts WHERE axis = 'r' AND face = 'day'"
            " AND month >= %s AND month < %s AND key >= %s AND key < %s GROUP BY 1",
            [first, last, day_number(first), day_number(last)],
        )
        return {_EPOCH + timedelta(days=key): number for key, number in cursor.fetchall()}


def _live(asked: Asked, year: Span) -> dict[date, int]:
    by = f"{_local('a')}::date, count(*)"
    return dict(grouped(asked.cases(year), ["received_at"], by, "GROUP BY 1"))  # type: ignore[arg-type]


def cell_where(told: dict[str, Any], row: int, column: int) -> dict[str, Any]:
    """The conditions of one cell of the matrix."""
    return joined(told["rows"][row]["where"], told["columns"][column]["where"])
