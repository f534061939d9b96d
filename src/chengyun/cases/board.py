"""The board: figures of a period, each with the filter that lists the cases behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, catalogue, lifecycle
from .models import Case

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


def board(actor: Actor, start: datetime, end: datetime) -> dict[str, Any]:
    """All figures of the board for cases this person may see."""
    visible = access.visible_to(actor)
    span = {"received_from": start.isoformat(), "received_to": end.isoformat()}
    received = visible.filter(received_at__gte=start, received_at__lt=end)
    open_now = visible.filter(is_open=True).aggregate(
        in_hand=Count("pk"),
        due_soon=Count("pk", filter=Q(due_status=Case.DUE_SOON)),
        overdue=Count("pk", filter=Q(due_status=Case.OVERDUE)),
    )
    closed = visible.filter(closed_at__gte=start, closed_at__lt=end)
    marks = dict(_groups(closed, "satisfaction"))
    done = sum(marks.values())
    closed_span = {"closed_from": start.isoformat(), "closed_to": end.isoformat()}
    hours = dict(_groups(received.annotate(at_hour=ExtractHour("received_at")), "at_hour"))
    total = sum(hours.values())
    return {
        "from": span["received_from"], "to": span["received_to"],
        "received": {"value": total, "query": span},
        "in_hand": {"value": open_now["in_hand"], "query": {"open": True}},
        "due_soon": {"value": open_now["due_soon"], "query": {"due": "due_soon"}},
        "overdue": {"value": open_now["overdue"], "query": {"due": "overdue"}},
        "closed": {"value": done, "query": closed_span},
        "satisfaction": _satisfaction(marks, closed_span),
        **_breakdowns(received, span),
        "by_hour": [
            {"code": str(hour), "name": f"{hour:02d} 时", "value": hours.get(hour, 0), "query": {**span, "hour": hour}}
            for hour in range(24)
        ],
    }  # fmt: skip


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


def _breakdowns(received: QuerySet[Case], span: dict[str, str]) -> dict[str, Any]:
    known = catalogue.current()

    def items(field: str, key: str, about: Callable[[Any], tuple[str, str] | None]) -> list[dict[str, Any]]:
        found = []
        for value, number in _groups(received, field):
            told = about(value)
            if told is not None:
                found.append({"code": told[0], "name": told[1], "value": number, "query": {**span, key: told[0]}})
        return sorted(found, key=lambda row: -row["value"])

    def named(row: Any) -> tuple[str, str] | None:
        return (row.code, row.name) if row else None

    return {
        "by_channel": items("channel", "channel", lambda value: (value, value)),
        "by_unit": items("lead_unit_id", "unit", lambda value: named(known.unit(value))),
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


def _groups(cases: QuerySet[Any], field: str) -> list[tuple[Any, int]]:
    return list(cases.order_by().values_list(field).annotate(number=Count("pk")))
