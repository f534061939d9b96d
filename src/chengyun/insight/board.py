"""The board: figures of a period for one person, each with the filter that lists the cases behind it.

A figure's cases are those of `filter`, of its measure's `query`, and of its line's `where`, together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from chengyun.cases.filters import CaseFilter, split
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import breakdowns, periods
from .figures import DONE, WIDTH, Asked, Counted, column_key, count
from .outline import NOWHERE, Line
from .periods import Span

ZONE = ZoneInfo(settings.TIME_ZONE)
FILTERS = ("channel", "unit", "area", "category", "kind", "urgency", "lifecycle", "flag", "unset", "direct")
"""What the board can be narrowed to."""
PARTS = ("received", "open", "closed")
EARLIER = (
    "received", "received_matters", "closed", "closed_matters", "on_time", "satisfied", "rated", "dissatisfied",
)  # fmt: skip
"""What can be told of a period that is over."""


def span_of(period: str, start: date | None = None, end: date | None = None, now: datetime | None = None) -> Span:
    """A named period, or the days from `start` to `end`, both included. Problem 422 when they make no period."""
    if period != "days":
        return periods.span(*periods.days_of(period, timezone.localdate(now)), ZONE)
    if start is None or end is None:
        raise _no_period("start" if start is None else "end", "请给出起止日期。")
    if end < start:
        raise _no_period("end", "结束日期不能早于开始日期。")
    if (end - start).days > periods.LONGEST:
        raise _no_period("end", "时段最长十年。")
    return periods.span(start, date.fromordinal(end.toordinal() + 1), ZONE)


def _no_period(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "时段有误", text, errors=[{"field": field, "message": text}])


def board(
    actor: Actor, wanted: CaseFilter, period: str, span: Span, comparison: str = "previous", now: datetime | None = None
) -> dict[str, Any]:
    """Everything on the board; one statement."""
    now = (now or timezone.now()).astimezone(ZONE)
    before = periods.compared(span, period, comparison, now)
    asked = Asked(actor, wanted, periods.cut(span), breakdowns.area_column(wanted))
    counted = count(asked, span, before)
    return {
        "at": now.isoformat(timespec="seconds"), "period": period,
        "from": span.start.isoformat(), "to": span.end.isoformat(), "cut": asked.by,
        "compared": None if before is None else {
            "with": comparison, "from": before.start.isoformat(), "to": before.end.isoformat(),
        },
        "filter": {name: getattr(wanted, name) for name in FILTERS if getattr(wanted, name)},
        "measures": _measures(span),
        "figures": _figures(counted, span, before),
        "series": _series(counted, asked.by, span, before),
        **_breakdowns(counted, wanted),
    }  # fmt: skip


# --- measures -----------------------------------------------------------------------------------------------------
def _received(span: Span) -> dict[str, Any]:
    return {"received_from": span.start.isoformat(), "received_to": span.end.isoformat()}


def _closed(span: Span) -> dict[str, Any]:
    return {"closed_from": span.start.isoformat(), "closed_to": span.end.isoformat(), "state": ",".join(DONE)}


def _measures(span: Span) -> dict[str, Any]:
    """What each measure asks of a case, beside the filter and the line."""
    closed = _closed(span)
    return {
        "received": _received(span), "received_matters": {**_received(span), "matter": True},
        "in_hand": {"open": True}, "in_hand_calls": {"open_matter": True}, "due_soon": {"due": "due_soon"},
        "overdue": {"due": "overdue"}, "closed": closed, "closed_matters": {**closed, "matter": True},
        "on_time": {**closed, "was_overdue": False},
        "satisfied": {**closed, "satisfaction": "satisfied,basically"},
        "rated": {**closed, "satisfaction": "satisfied,basically,dissatisfied"},
        "dissatisfied": {**closed, "satisfaction": "dissatisfied"},
    }  # fmt: skip


def _values(received: list[int], in_hand: list[int], closed: list[int]) -> dict[str, int]:
    """满意率 = (satisfied + basically) / called back with an answer; on time: no limit was ever exceeded (domain.md
    B3). What was registered or closed are calls, what is in hand are matters; each is counted the other way too."""
    number, late, satisfied, basically, dissatisfied, joined = closed
    return {
        "received": received[0], "received_matters": received[0] - received[-1],
        "in_hand": in_hand[0], "in_hand_calls": in_hand[0] + in_hand[-1], "due_soon": in_hand[1],
        "overdue": in_hand[2], "closed": number, "closed_matters": number - joined, "on_time": number - late,
        "satisfied": satisfied + basically, "rated": satisfied + basically + dissatisfied,
        "dissatisfied": dissatisfied,
    }  # fmt: skip


def _figures(counted: Counted, span: Span, before: Span | None) -> dict[str, Any]:
    """Each measure with its list, and what it was before where that can be told."""
    values = _values(counted.total("received"), counted.total("open", "channel"), counted.total("closed"))
    measures = _measures(span)
    found: dict[str, Any] = {name: {"value": values[name], "query": measures[name]} for name in values}
    if before is not None:
        earlier = _values(counted.total("received_before"), [0] * 5, counted.total("closed_before"))
        then = _measures(before)
        for name in EARLIER:
            found[name]["before"] = {"value": earlier[name], "query": then[name]}
    return found


# --- over time ----------------------------------------------------------------------------------------------------
def _series(counted: Counted, by: str, span: Span, before: Span | None) -> list[dict[str, Any]]:
    """Received and closed by hour, day or month, beside the column at the same place of the period before."""
    earlier = periods.columns(before, by) if before is not None else []
    found = []
    for place, at in enumerate(periods.columns(span, by)):
        column = Span(max(at, span.start), min(periods.after(at, by), span.end))
        row: dict[str, Any] = {"from": column.start.isoformat(), "to": column.end.isoformat()}
        row.update(_of_column(counted, "", at))
        if place < len(earlier):
            then = earlier[place]
            row["before"] = {
                "from": max(then, before.start).isoformat() if before else "",
                "to": min(periods.after(then, by), before.end).isoformat() if before else "",
                **_of_column(counted, "_before", then),
            }
        found.append(row)
    return found


def _of_column(counted: Counted, mark: str, at: datetime) -> dict[str, Any]:
    key = column_key(at)
    received = counted.of(f"received{mark}", "column").get(key, [0] * WIDTH)
    closed = counted.of(f"closed{mark}", "column").get(key, [0] * WIDTH)
    return {"received": received[0], "closed": closed[0]}


# --- by place -----------------------------------------------------------------------------------------------------
def _breakdowns(counted: Counted, wanted: CaseFilter) -> dict[str, Any]:
    lines: dict[str, breakdowns.LineOf] = {
        "channel": breakdowns.channels(), "unit": breakdowns.units(wanted), "area": breakdowns.areas(wanted),
        "category": breakdowns.categories(wanted), "state": breakdowns.states(),
    }  # fmt: skip
    found = {f"by_{name}": _lines(counted, name, line_of, wanted) for name, line_of in lines.items()}
    hours = counted.of("received", "hour")
    found["by_hour"] = [
        {"code": str(hour), "name": f"{hour:02d} 时", "where": {"hour": hour},
         "received": hours.get(str(hour), [0])[0]}
        for hour in range(24)
    ]  # fmt: skip
    return found


def _lines(
    counted: Counted, name: str, line_of: Callable[[str | None], Line], wanted: CaseFilter
) -> list[dict[str, Any]]:
    """The lines of one breakdown, the largest first, what has none at the end."""
    sums: dict[Line, list[int]] = {}
    for place, part in enumerate(PARTS):
        for key, values in counted.of(part, name).items():
            total = sums.setdefault(line_of(key), [0] * (WIDTH * len(PARTS)))
            for at, value in enumerate(values, place * WIDTH):
                total[at] += value
    found = []
    for line, values in sums.items():
        row = _values(values[:WIDTH], values[WIDTH : 2 * WIDTH], values[2 * WIDTH :])
        if any(row.values()):
            told = {"code": line.code, "name": line.name, "below": line.below, "direct": line.direct}
            found.append({**told, "where": where_of(name, line, wanted), **row})
    return sorted(found, key=lambda row: (not row["code"], -row["received"], -row["in_hand"], row["code"]))


def where_of(name: str, line: Line, wanted: CaseFilter) -> Mapping[str, Any]:
    if line == NOWHERE:
        return {"unset": also(wanted.unset, name)}
    if line.direct:
        return {name: line.code, "direct": also(wanted.direct, name)}
    return {name: line.code}


def also(given: str, name: str) -> str:
    return ",".join(dict.fromkeys((*split(given), name)))
