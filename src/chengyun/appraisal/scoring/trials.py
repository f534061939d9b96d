"""Dry run of a scheme: what every unit would have had in past months, beside what it had. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Case
from chengyun.kernel.months import next_month
from chengyun.org.access import Actor
from chengyun.org.masterdata import PlannedRow, trials

from . import computing, facts, rules, scheme
from .masterdata import CODE, SCHEMES
from .models import ScoreMonth

MONTHS = 3
EXAMPLES = 12


def run(planned: Sequence[PlannedRow], actor: Actor, report: trials.Report) -> dict[str, Any]:
    """The proposed scheme over the last three months and the running one."""
    values = _whole(planned[0])
    this = timezone.localdate().replace(day=1)
    months = [next_month(this, -back) for back in range(MONTHS, -1, -1)]
    told, cases, changed = [], 0, {"higher": 0, "lower": 0}
    for month in months:
        proposed = computing.compute(values, month)
        cases += proposed.cases
        report(cases)
        lines = _compare(proposed, _had(month, proposed.scheme.group), changed)
        told.append({
            "month": f"{month:%Y-%m}", "closed": ScoreMonth.objects.filter(month=month).exists(),
            "cases": proposed.cases, "units": lines,
        })  # fmt: skip
    return {
        "digest": scheme.digest(values), "months": told, "cases": cases, "complete": True,
        "changed": sum(changed.values()), "limits": 0, "day": timezone.localdate().isoformat(), "figures": changed,
        "stages": [], "examples": [],
    }  # fmt: skip


def _whole(row: PlannedRow) -> dict[str, Any]:
    now = SCHEMES.existing().get(row.key) or {column.name: column.empty for column in SCHEMES.kept}
    return {**now, **row.values}


def _had(month: date, group: str) -> dict[int, tuple[str | None, int | None]]:
    """What each unit of a group has by the scheme that runs, or had when the month was closed: total and rank."""
    closed = ScoreMonth.objects.filter(month=month).first()
    if closed is not None:
        mine = {one["code"] for one in closed.schemes if one["group"] == group}
        return {
            row.unit_id: (None if row.total is None else str(row.total), row.rank)
            for row in closed.sheets.filter(scheme__in=mine)
        }
    for result in computing.running(month):
        if result.scheme.group == group:
            return {int(one.key): (_text(one), one.rank) for one in result.placed}
    return {}


def _text(one: rules.Placed) -> str | None:
    return None if one.total is None else str(one.total)


def _compare(
    proposed: computing.Result, had: Mapping[int, tuple[str | None, int | None]], changed: dict[str, int]
) -> list[dict[str, Any]]:
    known, found = catalogue.current(), []
    for one in proposed.placed:
        unit, total = int(one.key), _text(one)
        before, rank_before = had.get(unit, (None, None))
        if total is not None and before is not None and total != before:
            changed["higher" if float(total) > float(before) else "lower"] += 1
        found.append({
            "code": known.units[unit].code if unit in known.units else "", "name": known.unit_name(unit),
            "total": total, "rank": one.rank, "before": before, "rank_before": rank_before,
            "cases": proposed.sheets[unit].cases,
        })  # fmt: skip
    return found


def _size() -> int:
    """Cases that a dry run reads, roughly: those received since."""
    this = timezone.localdate().replace(day=1)
    since, _ = facts.month_bounds(next_month(this, -MONTHS))
    return Case.objects.filter(received_at__gte=since)[: trials.AT_ONCE + 1].count()


def register_all() -> None:
    trials.register(CODE, run, _size)
