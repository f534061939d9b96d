"""Counting facts: many conditions at once, over a period, divided by unit, area, category, channel or month.

What is kept by month (MonthTally) is taken where nothing has changed since; everything else is counted from the facts.
Cases that were touched and not renewed yet are computed anew in the same statement, so that every figure is exact in
its snapshot and equals its list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from chengyun.cases import access, catalogue
from chengyun.cases.filters import split
from chengyun.cases.measures import Narrowed, Period
from chengyun.kernel import rows
from chengyun.kernel.months import next_month

from .conditions import Condition, sql, written
from .facts import FRESH
from .models import Tally, TallyMonth, Touched

Wanted = tuple[str, Condition]
"""Which day says whether a case counts in the period, and what it must be."""
FACES = {"": "all", "month": "all", "channel": "all", "unit": "unit", "area": "subdistrict", "category": "category"}
_KEYS = {"unit": "unit_id", "area": "subdistrict_id", "category": "category_id", "channel": "channel"}
LOCK = "SELECT pg_advisory_xact_lock(7201948)"
_TOUCHED = "touched AS MATERIALIZED (SELECT DISTINCT case_id FROM appraisal_touched)"
_FRESH = f"fresh AS MATERIALIZED ({FRESH.format(cases='touched')})"
_USED = "(months)"
"""The key of the line that says how many kept months were taken."""
_NOT_TOUCHED = "NOT EXISTS (SELECT FROM touched t WHERE t.case_id = f.case_id)"


@dataclass
class _Part:
    text: str
    params: list[Any] = field(default_factory=list)


# --- which cases --------------------------------------------------------------------------------------------------
def narrowed_sql(narrowed: Narrowed) -> tuple[str, list[Any]]:
    """What the filter asks of a fact."""
    known = catalogue.current()
    parts, params = ["true"], list[Any]()
    for name, table, column in (
        ("unit", known.units, "unit_id"), ("category", known.categories, "category_id"),
    ):  # fmt: skip
        codes = set(split(getattr(narrowed, name)))
        if codes:
            roots = {row.id for row in table.values() if row.code in codes}
            parts.append(f"{column} = ANY(%s)")
            params.append([row.id for row in table.values() if roots & {row.id, *row.ancestors}])
    if narrowed.channel:
        parts.append("channel = ANY(%s)")
        params.append(split(narrowed.channel))
    if narrowed.area:
        streets, areas = _areas(split(narrowed.area))
        parts.append("(subdistrict_id = ANY(%s) OR area_id = ANY(%s))")
        params += [streets, areas]
    if narrowed.actor is not None and not access.sees_everything(narrowed.actor):
        seen = rows.compose(access.visible_to(narrowed.actor).order_by().values_list("id"))
        parts.append(f"case_id IN ({seen.sql})" if seen.sql else "false")
        params += seen.params if seen.sql else []
    return " AND ".join(parts), params


def _areas(codes: Sequence[str]) -> tuple[list[int], list[int]]:
    """Subdistricts, and other areas: those named and all below, in all versions."""
    known = catalogue.current().areas
    roots = {area.id for area in known.values() if area.code in codes}
    below = [area for area in known.values() if roots & {area.id, *area.ancestors}]
    return [a.id for a in below if a.level == "subdistrict"], [a.id for a in below if a.level != "subdistrict"]


def categories_below(code: str) -> list[int]:
    known = catalogue.current().categories
    roots = {row.id for row in known.values() if row.code == code}
    return [row.id for row in known.values() if roots & {row.id, *row.ancestors}]


def members(wanted: Wanted, period: Period) -> tuple[str, list[Any]]:
    """A statement with the ids of the cases that a count counts, for a list."""
    day, condition = wanted
    text, params = sql(condition, categories_below)
    inside = f"{day} >= %s AND {day} < %s AND {text}"
    given = [period.first, period.end, *params]
    return (
        f"WITH {_TOUCHED}, {_FRESH} SELECT f.case_id FROM appraisal_casefact f WHERE {inside} AND {_NOT_TOUCHED}"
        f" UNION ALL SELECT case_id FROM fresh WHERE {inside}",
        given * 2,
    )


def per_person(wanted: Wanted, period: Period, narrowed: Narrowed, by: str) -> list[tuple[str, int, int]]:
    """(key, cases that somebody took, days on which each took any), for all or by month."""
    day, condition = wanted
    text, params = sql(condition, categories_below)
    where, given = narrowed_sql(narrowed)
    inside = f"{day} >= %s AND {day} < %s AND taker_id IS NOT NULL AND {text} AND {where}"
    values = [period.first, period.end, *params, *given]
    key = "to_char(day, 'YYYY-MM')" if by == "month" else "''"
    columns = f"taker_id, {day} AS day"
    facts = f"SELECT {columns} FROM appraisal_casefact f WHERE {inside}"
    text, values = facts, list(values)
    beginning = ""
    if Touched.objects.exists():
        beginning = f"WITH {_TOUCHED}, {_FRESH} "
        text = f"{facts} AND {_NOT_TOUCHED} UNION ALL SELECT {columns} FROM fresh WHERE {inside}"
        values *= 2
    with connection.cursor() as cursor:
        cursor.execute(
            f"{beginning}SELECT {key}, sum(cases)::bigint, count(*) FROM ("
            f"SELECT taker_id, day, count(*) AS cases FROM ({text}) a GROUP BY 1, 2) b GROUP BY 1",
            values,
        )
        return list(cursor.fetchall())


# --- counting -----------------------------------------------------------------------------------------------------
def count(wanted: Sequence[Wanted], period: Period, narrowed: Narrowed, by: str = "") -> dict[str, list[int]]:
    """How many cases each condition has: key → counts in the order of `wanted`."""
    wanted = list(wanted)
    result: dict[str, list[int]] = {} if by else {"": [0] * len(wanted)}
    kept = _kept(wanted, period, narrowed, by)
    found, used = _run(wanted, period, narrowed, by, kept)
    if used != sum(len(group.months) for group in _groups(wanted, kept)):
        found, _ = _run(wanted, period, narrowed, by, _Kept())  # a month changed between the two statements
    for key, values in found:
        line = result.setdefault(code_of(by, key), [0] * len(wanted))
        for at, value in values:
            line[at] += value or 0
    return {key: line for key, line in result.items() if not by or any(line)}


@dataclass(frozen=True)
class _Kept:
    """axis → months that can be taken as kept; where each condition stands in the counts of its axis."""

    months: dict[str, list[date]] = field(default_factory=dict)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    face: str = "all"
    keys: list[int] | None = None


def _kept(wanted: Sequence[Wanted], period: Period, narrowed: Narrowed, by: str) -> _Kept:
    months = whole_months(period)
    face = _face(narrowed, by)
    if not months or face is None:
        return _Kept()
    places = {(axis, text): place for axis, text, place in Tally.objects.values_list("axis", "condition", "place")}
    usable: dict[str, int] = {}
    for axis, condition in wanted:
        usable[axis] = max(places.get((axis, written(condition)), 0), usable.get(axis, 0))
    clean = TallyMonth.objects.filter(month__in=months, axis__in=usable).values_list("axis", "month", "places")
    found: dict[str, list[date]] = {}
    for axis, month, counted in clean:
        if 0 < usable[axis] <= counted:
            found.setdefault(axis, []).append(month)
    return _Kept(found, places, *face)


def _face(narrowed: Narrowed, by: str) -> tuple[str, list[int] | None] | None:
    """Which kept counts answer, and of which keys; None when they cannot."""
    if narrowed.actor is not None and not access.sees_everything(narrowed.actor):
        return None
    given = [name for name in ("unit", "area", "category") if getattr(narrowed, name)]
    face = FACES[by]
    if not given:
        return face, None
    wanted = {"unit": "unit", "area": "subdistrict", "category": "category"}[given[0]]
    if len(given) > 1 or (face != "all" and face != wanted):
        return None
    known = catalogue.current()
    if given[0] == "area":
        streets, _ = _areas(split(narrowed.area))
        return None if not streets or _partly(split(narrowed.area)) else ("subdistrict", streets)
    table: Any = known.units if given[0] == "unit" else known.categories
    codes = set(split(getattr(narrowed, given[0])))
    roots = {row.id for row in table.values() if row.code in codes}
    return wanted, [row.id for row in table.values() if roots & {row.id, *row.ancestors}]


def _partly(codes: Sequence[str]) -> bool:
    """Whether something smaller than a subdistrict is named."""
    known = catalogue.current().areas.values()
    return any(area.level not in ("subdistrict", "district") for area in known if area.code in codes)


@dataclass(frozen=True)
class _Group:
    """Conditions counted on one day, all of them kept by month or none; `at`: where they stand in the whole."""

    axis: str
    at: tuple[int, ...]
    conditions: tuple[Condition, ...]
    months: list[date]


def _groups(wanted: Sequence[Wanted], kept: _Kept) -> list[_Group]:
    found: dict[tuple[str, bool], list[int]] = {}
    for at, (axis, condition) in enumerate(wanted):
        found.setdefault((axis, bool(kept.months.get(axis)) and (axis, written(condition)) in kept.places), []).append(
            at
        )
    return [
        _Group(axis, tuple(places), tuple(wanted[at][1] for at in places), kept.months[axis] if is_kept else [])
        for (axis, is_kept), places in found.items()
    ]


def _run(
    wanted: Sequence[Wanted], period: Period, narrowed: Narrowed, by: str, kept: _Kept
) -> tuple[list[tuple[str | None, list[tuple[int, int | None]]]], int]:
    """(key, [(place in `wanted`, count)]) of all parts, and how many kept months stood behind them."""
    groups, touched = _groups(wanted, kept), Touched.objects.exists()
    parts: list[_Part] = []
    for number, group in enumerate(groups):
        parts += _parts(number, group, period, narrowed, by, touched)
        if group.months:
            parts += _from_kept(number, group, by, narrowed, kept)
    text = " UNION ALL ".join(f"({part.text})" for part in parts)
    with connection.cursor() as cursor:
        beginning = f"WITH {_TOUCHED}, {_FRESH} " if touched else ""
        cursor.execute(beginning + text, [value for part in parts for value in part.params])
        lines = cursor.fetchall()
    used = sum(values[0] for key, _, values in lines if key == _USED)
    return [
        (key, list(zip(groups[number].at, values, strict=True))) for key, number, values in lines if key != _USED
    ], used


def _parts(number: int, group: _Group, period: Period, narrowed: Narrowed, by: str, touched: bool) -> list[_Part]:
    """From the facts, without the kept months; touched cases anew, in the kept months instead of what was kept."""
    axis, parts = group.axis, list[_Part]()
    where, given = narrowed_sql(narrowed)
    head, columns = _selected(number, group, by)
    spans = spans_without(period, group.months)
    if spans:
        inside = " OR ".join(f"({axis} >= %s AND {axis} < %s)" for _ in spans)
        params = [*columns, *(day for span in spans for day in (span.first, span.end)), *given]
        beside = f" AND {_NOT_TOUCHED}" if touched else ""
        parts.append(_Part(f"{head} FROM appraisal_casefact f WHERE ({inside}) AND {where}{beside} GROUP BY 1", params))
    if touched:
        parts.append(_Part(f"{head} FROM fresh WHERE {axis} >= %s AND {axis} < %s AND {where} GROUP BY 1",
                           [*columns, period.first, period.end, *given]))  # fmt: skip
    if touched and group.months:
        minus, _ = _selected(number, group, by, "-")
        parts.append(_Part(
            f"{minus} FROM appraisal_casefact f JOIN touched USING (case_id)"
            f" WHERE date_trunc('month', {axis})::date = ANY(%s) AND {where} GROUP BY 1",
            [*columns, group.months, *given],
        ))  # fmt: skip
    return parts


def _selected(number: int, group: _Group, by: str, sign: str = "") -> tuple[str, list[Any]]:
    """SELECT key, group, the count of each of its conditions."""
    key = f"to_char({group.axis}, 'YYYY-MM')" if by == "month" else f"{_KEYS[by]}::text" if by else "''"
    columns, params = [], list[Any]()
    for condition in group.conditions:
        text, given = sql(condition, categories_below)
        columns.append(f"{sign}count(*) FILTER (WHERE {text})")
        params += given
    return f"SELECT {key}, {number}, ARRAY[{', '.join(columns)}]::bigint[]", params


def _from_kept(number: int, group: _Group, by: str, narrowed: Narrowed, kept: _Kept) -> list[_Part]:
    key = {"": "''", "month": "to_char(m.month, 'YYYY-MM')", "channel": "m.channel"}.get(
        by, "CASE WHEN m.key = 0 THEN NULL ELSE m.key::text END"
    )
    places = [kept.places[(group.axis, written(condition))] for condition in group.conditions]
    where, params = "m.axis = %s AND m.month = ANY(%s) AND m.face = %s", [group.axis, group.months, kept.face]
    if kept.keys is not None:
        where += " AND m.key = ANY(%s)"
        params.append(kept.keys)
    if narrowed.channel:
        where += " AND m.channel = ANY(%s)"
        params.append(split(narrowed.channel))
    sums = ", ".join(f"sum(m.counts[{place}])" for place in places)
    return [
        _Part(f"SELECT {key}, {number}, ARRAY[{sums}]::bigint[] FROM appraisal_monthtally m WHERE {where} GROUP BY 1",
              params),
        _Part(
            f"SELECT '{_USED}', {number}, ARRAY[count(*)]::bigint[] FROM appraisal_tallymonth"
            " WHERE axis = %s AND month = ANY(%s) AND places >= %s",
            [group.axis, group.months, max(places)],
        ),
    ]  # fmt: skip


def code_of(by: str, key: str | None) -> str:
    """The code of a key, as lists are filtered by it; "-" for none."""
    if not by:
        return ""
    if key is None:
        return "-"
    known = catalogue.current()
    tables: dict[str, Any] = {"unit": known.units, "area": known.areas, "category": known.categories}
    row = tables[by].get(int(key)) if by in tables else None
    return row.code if row is not None else key


# --- periods ------------------------------------------------------------------------------------------------------
def whole_months(period: Period) -> list[date]:
    """The first days of the calendar months that lie wholly in a period."""
    at = period.first if period.first.day == 1 else next_month(period.first)
    found = []
    while next_month(at) <= period.end:
        found.append(at)
        at = next_month(at)
    return found


def spans_without(period: Period, months: Iterable[date]) -> list[Period]:
    """What is left of a period without some of its whole months."""
    found, at = [], period.first
    for month in sorted(months):
        if at < month:
            found.append(Period(at, month))
        at = next_month(month)
    if at < period.end:
        found.append(Period(at, period.end))
    return found


def opened(period: Period, narrowed: Narrowed, by: str, key: str) -> dict[str, Any]:
    """The filter of a line's list, beside what the count asks."""
    query: dict[str, Any] = dict(narrowed.query)
    if by and by != "month":
        if key == "-":
            query["unset"] = by
        else:
            query[by] = key
            if by != "channel":
                query["direct"] = by
    return query


def within(period: Period, by: str, key: str) -> Period:
    """The days of a line."""
    if by != "month" or not key:
        return period
    first = date(int(key[:4]), int(key[5:]), 1)
    return Period(max(first, period.first), min(next_month(first), period.end))
