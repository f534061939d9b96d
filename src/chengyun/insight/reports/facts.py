"""What a report is made from: the board of its period and of the one before, hot issues, warnings and measures.

Everything is counted for the whole district, whoever asked for the report; who reads it opens only cases that they may
see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from chengyun.cases import catalogue, filters, measures
from chengyun.cases.models import Case
from chengyun.org.access import Actor, system_actor

from .. import board, periods
from ..board import ZONE
from ..hot.models import HotCase, HotIssue
from ..periods import Span
from ..warnings.models import EarlyWarning
from ..warnings.words import LEVEL_CODES
from . import planning
from .wording import Line, Sums
from .words import MONTHLY, SITUATION

MOST_HOT, MOST_WARNINGS = 10, 10
NARROWED = (*board.FILTERS, "gathered")
"""What a special report can be narrowed to."""


@dataclass(frozen=True)
class Facts:
    """`last`: today for a period that is still running, which is compared with as many days of the one before.
    `than`: how the period before is called; `narrow`: the filter of a special report, as it opens lists."""

    kind: str
    first: date
    last: date
    running: bool
    now: datetime
    than: str
    days: str
    narrow: Mapping[str, Any]
    told: Mapping[str, Any]
    before: Mapping[str, Any]
    year: Mapping[str, Any] | None
    hot: list[dict[str, Any]]
    hot_all: int
    warnings: list[EarlyWarning]
    readings: list[tuple[measures.Measure, measures.Reading]]

    def value(self, name: str) -> int:
        return int(self.told["figures"][name]["value"])

    def query(self, name: str, where: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The filter of the cases of a measure, on a line of a breakdown or all of them."""
        return {**self.narrow, **self.told["measures"][name], **(where or {})}

    def lines(self, by: str, measure: str = "received") -> list[Line]:
        """A breakdown with what each line was before."""
        earlier = {(row["code"], row["direct"]): row[measure] for row in self.before[f"by_{by}"]}
        return [
            Line(row["name"], row[measure], earlier.get((row["code"], row["direct"]), 0))
            for row in self.told[f"by_{by}"] if row["code"]
        ]  # fmt: skip


def sums(told: Mapping[str, Any]) -> Sums:
    value = {name: found["value"] for name, found in told["figures"].items()}
    return Sums(
        value["received"], value["closed"], value["on_time"], value["satisfied"], value["rated"], value["dissatisfied"]
    )


def gather(kind: str, first: date, last: date, options: Mapping[str, Any], now: datetime) -> Facts:
    """All facts of the days from `first` to `last`."""
    actor = system_actor("报告")
    narrow = {name: text for name, text in (options.get("filter") or {}).items() if name in NARROWED and text}
    wanted = filters.CaseFilter(**narrow)
    until = min(last, max(first, now.astimezone(ZONE).date()))
    running = until < last
    start, end = planning.previous(kind, first, last)
    earlier = _span(start, min(end, start + (until - first)) if running else end)
    year = _span(*(periods.months_later(day, -12) for day in (first, until)))
    whole = _span(first, until)
    issues, every = _hot(whole, wanted, narrow)
    return Facts(
        kind, first, until, running, now, planning.than(kind, first, last) + ("同期" if running else ""),
        planning.days_in_words(first, last) + (f"（截至{until.month}月{until.day}日）" if running else ""), narrow,
        told=_board(actor, wanted, whole, now), before=_board(actor, wanted, earlier, now),
        year=_board(actor, wanted, year, now) if kind in (MONTHLY, SITUATION) else None,
        hot=issues, hot_all=every, warnings=_warnings(whole), readings=_readings(first, until, narrow),
    )  # fmt: skip


def _span(first: date, last: date) -> Span:
    return periods.span(first, last + timedelta(days=1), ZONE)


def _board(actor: Actor, wanted: filters.CaseFilter, span: Span, now: datetime) -> dict[str, Any]:
    return board.board(actor, wanted, "days", span, "none", now)


def _hot(span: Span, wanted: filters.CaseFilter, narrow: Mapping[str, Any]) -> tuple[list[dict[str, Any]], int]:
    """The hot issues with most cases in the period, each with the filter of these; and how many issues had any."""
    members = HotCase.objects.filter(at__gte=span.start, at__lt=span.end, issue__hidden=False)
    if wanted.gathered:
        return [], 0  # it is about one issue, or one warning, already
    condition = filters.conditions(wanted)
    if condition:
        members = members.filter(case_id__in=Case.objects.filter(condition).values("pk"))
    found = list(members.values("issue_id").annotate(n=Count("pk")).order_by("-n", "issue_id"))
    known = HotIssue.objects.in_bulk([row["issue_id"] for row in found[:MOST_HOT]])
    here = {"received_from": span.start.isoformat(), "received_to": span.end.isoformat()}
    catalogued = catalogue.current()
    told = []
    for row in found[:MOST_HOT]:
        issue = known[row["issue_id"]]
        category = catalogued.category(issue.category_id)
        told.append({
            "title": issue.title, "place": issue.place, "category": category.name if category else "",
            "cases": row["n"], "all": issue.matters,
            "query": {**narrow, "gathered": f"hot:{issue.pk}", **here},
            "all_query": {"gathered": f"hot:{issue.pk}"},
        })  # fmt: skip
    return told, len(found)


def _warnings(span: Span) -> list[EarlyWarning]:
    """The warnings raised in the period, the most serious first."""
    raised = Q(opened_at__gte=span.start, opened_at__lt=span.end)
    return list(EarlyWarning.objects.filter(raised).order_by("level", "-cases", "pk")[:500])


def _readings(first: date, last: date, narrow: Mapping[str, Any]) -> list[tuple[measures.Measure, measures.Reading]]:
    """What the rooms can measure of these days; what cannot be told yet is left out."""
    known = measures.known()
    asked = {name: narrow[name] for name in ("unit", "area", "channel", "category") if narrow.get(name)}
    if set(narrow) - set(asked):
        return []
    found = measures.read_many(
        list(known), measures.Period(first, last + timedelta(days=1)), measures.Narrowed(**asked)
    )  # fmt: skip
    return [(known[code], reading) for code, reading in found.items() if code in known and reading.known]


def urgent(warnings: list[EarlyWarning]) -> int:
    return sum(1 for one in warnings if one.level == LEVEL_CODES["urgent"])
