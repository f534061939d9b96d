"""The board: figures of a period, each with the filter that lists the cases behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour
from django.utils import timezone

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import catalogue, lifecycle
from .models import Case
from .selection import cases_where

DONE = ("closed", "rated", "archived")
"""Handled to the end: joined, void and not accepted requests are over, but nobody has dealt with them."""
PERIODS = ("today", "yesterday", "week", "month", "year")


def span_of(period: str, now: datetime | None = None) -> tuple[datetime, datetime]:
    """[from, to) of a named period in local time; a week starts on Monday. Problem 422 for an unknown name."""
    today = timezone.localdate(now)
    if period == "today":
        first, last = today, today + timedelta(days=1)
    elif period == "yesterday":
        first, last = today - timedelta(days=1), today
    elif period == "week":
        first = today - timedelta(days=today.weekday())
        last = first + timedelta(days=7)
    elif period == "month":
        first = today.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1)
    elif period == "year":
        first, last = today.replace(month=1, day=1), today.replace(year=today.year + 1, month=1, day=1)
    else:
        text = "时段只能是今天、昨天、本周、本月或本年。"
        raise Problem(422, "invalid", "时段有误", text, errors=[{"field": "period", "message": text}])
    zone = timezone.get_current_timezone()
    return datetime.combine(first, time(), zone), datetime.combine(last, time(), zone)


GROUPED = ("channel", "lead_unit_id", "category_id", "subdistrict_id", "kind", "state", "hour")
Groups = dict[str, list[tuple[Any, int]]]


def board(actor: Actor, start: datetime, end: datetime) -> dict[str, Any]:
    """All figures of the board for cases this person may see; three statements."""
    span = {"received_from": start.isoformat(), "received_to": end.isoformat()}
    closed_span = {"closed_from": start.isoformat(), "closed_to": end.isoformat(), "state": ",".join(DONE)}
    groups = _received(actor, start, end)
    hours = dict(groups["hour"])
    open_now = _counted(cases_where(actor, Q(is_open=True)), "due_status")
    marks = _counted(cases_where(actor, Q(closed_at__gte=start, closed_at__lt=end, state__in=DONE)), "satisfaction")
    return {
        "from": span["received_from"], "to": span["received_to"],
        "received": {"value": sum(hours.values()), "query": span},
        "in_hand": {"value": sum(open_now.values()), "query": {"open": True}},
        "due_soon": {"value": open_now.get(Case.DUE_SOON, 0), "query": {"due": "due_soon"}},
        "overdue": {"value": open_now.get(Case.OVERDUE, 0), "query": {"due": "overdue"}},
        "closed": {"value": sum(marks.values()), "query": closed_span},
        "satisfaction": _satisfaction(marks, closed_span),
        **_breakdowns(groups, span),
        "by_hour": [
            {"code": str(hour), "name": f"{hour:02d} 时", "value": hours.get(hour, 0), "query": {**span, "hour": hour}}
            for hour in range(24)
        ],
    }  # fmt: skip


def _received(actor: Actor, start: datetime, end: datetime) -> Groups:
    """How many cases came in, by each column of GROUPED; all counted in one pass."""
    cases = cases_where(actor, Q(received_at__gte=start, received_at__lt=end)).annotate(hour=ExtractHour("received_at"))
    found = rows.compose(cases.order_by().values_list(*GROUPED))
    groups: Groups = {name: [] for name in GROUPED}
    if found.sql:
        names = ", ".join(GROUPED)
        sets = ", ".join(f"({name})" for name in GROUPED)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT grouping({names}), {names}, count(*) FROM ({found.sql}) t ({names})"
                f" GROUP BY GROUPING SETS ({sets})",
                found.params,
            )
            for absent, *values, number in cursor.fetchall():
                at = next(at for at in range(len(GROUPED)) if not absent >> (len(GROUPED) - 1 - at) & 1)
                groups[GROUPED[at]].append((values[at], number))
    return groups


def _counted(cases: QuerySet[Case], field: str) -> dict[Any, int]:
    return dict(cases.order_by().values_list(field).annotate(number=Count("pk")))


def _satisfaction(marks: dict[str, int], span: dict[str, str]) -> dict[str, Any]:
    """满意率 = (satisfied + basically satisfied) / called back with an answer (domain.md B3)."""
    satisfied, basically = marks.get("satisfied", 0), marks.get("basically", 0)
    answered = satisfied + basically + marks.get("dissatisfied", 0)
    return {
        "satisfied": satisfied, "basically": basically, "dissatisfied": marks.get("dissatisfied", 0),
        "numerator": satisfied + basically, "denominator": answered,
        "rate": round((satisfied + basically) / answered, 4) if answered else None,
        "query": {**span, "satisfaction": "satisfied,basically"},
        "denominator_query": {**span, "satisfaction": "satisfied,basically,dissatisfied"},
        "dissatisfied_query": {**span, "satisfaction": "dissatisfied"},
    }  # fmt: skip


def _breakdowns(groups: Groups, span: dict[str, str]) -> dict[str, Any]:
    known = catalogue.current()

    def items(field: str, key: str, about: Callable[[Any], tuple[str, str] | None]) -> list[dict[str, Any]]:
        found = []
        for value, number in groups[field]:
            told = about(value)
            if told is not None:
                found.append({"code": told[0], "name": told[1], "value": number, "query": {**span, key: told[0]}})
        return sorted(found, key=lambda row: -row["value"])

    def named(row: Any) -> tuple[str, str] | None:
        return (row.code, row.name) if row else None

    return {
        "by_channel": items("channel", "channel", lambda value: (value, value)),
        "by_unit": _with_units_below(items("lead_unit_id", "unit", lambda value: named(known.unit(value))), span),
        "by_category": _major(items("category_id", "category", lambda value: named(known.category(value))), span),
        "by_area": items("subdistrict_id", "area", lambda value: named(known.area(value))),
        "by_kind": items("kind", "kind", lambda value: named(known.kinds.get(value))),
        "by_state": items("state", "state", lambda value: (value, _state_name(value))),
    }


def _state_name(state: str) -> str:
    for life in lifecycle.all_lifecycles():
        if state in life.states:
            return life.states[state].name
    return state


def _with_units_below(rows: Sequence[dict[str, Any]], span: dict[str, str]) -> list[dict[str, Any]]:
    """A street counts what it passed on to its communities: each unit under the topmost one that has cases, because
    that is what the list behind the figure shows."""
    known = catalogue.current()
    by_code = {unit.code: unit for unit in known.units.values()}
    present = {by_code[row["code"]].id for row in rows}
    totals: dict[str, dict[str, Any]] = {}
    for row in rows:
        unit = by_code[row["code"]]
        top = known.units[next((above for above in unit.ancestors if above in present), unit.id)]
        item = totals.setdefault(
            top.code, {"code": top.code, "name": top.name, "value": 0, "query": {**span, "unit": top.code}}
        )
        item["value"] += row["value"]
    return sorted(totals.values(), key=lambda row: -row["value"])


def _major(rows: Iterable[dict[str, Any]], span: dict[str, str]) -> list[dict[str, Any]]:
    """Minor classes summed up to their major class."""
    known = catalogue.current()
    by_code = {category.code: category for category in known.categories.values()}
    totals: dict[str, dict[str, Any]] = {}
    for row in rows:
        category = by_code[row["code"]]
        top = known.categories[category.ancestors[0]] if category.ancestors else category
        item = totals.setdefault(
            top.code, {"code": top.code, "name": top.name, "value": 0, "query": {**span, "category": top.code}}
        )
        item["value"] += row["value"]
    return sorted(totals.values(), key=lambda row: -row["value"])
