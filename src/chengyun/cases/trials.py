"""Dry runs for limits, calendars and optional steps: what would become of the open cases. Nothing is written.

Every open case is put through the same functions as a real recomputation (`watch.refresh`), on rows that are read and
thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone

from chengyun.kernel import calendars
from chengyun.org.access import Actor, system_actor
from chengyun.org.masterdata import PlannedRow, trials
from chengyun.org.masterdata.working_calendars import WEEKDAYS, WORKING, spans_of

from . import access, catalogue, lifecycle
from .catalogue import Catalogue, PolicyRef
from .conduct import off_steps
from .models import Assignment, Case, Category, Clock, LimitPolicy
from .watch import refresh
from .work import Work

BATCH = 250
AT_MOST = 50_000
"""Cases looked at; more than a district has open at a time. The answer says when it did not look at all."""
EXAMPLES = 12
FIGURES = ("earlier", "later", "newly_overdue", "no_longer_overdue", "cancelled")


@dataclass
class Tally:
    """What is counted on the way."""

    now: datetime
    cases: int = 0
    changed: int = 0
    limits: int = 0
    figures: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0))
    stages: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    examples: list[dict[str, Any]] = field(default_factory=list)

    def look(self, work: Work, before: Mapping[int, datetime]) -> None:
        self.cases += 1
        touched = False
        for clock in work.clocks:
            old = before.get(clock.pk)
            if old is None:
                continue
            self.limits += 1
            found = _judge(old, clock, self.now)
            touched = touched or bool(found)
            if found:
                self._note(work, clock, old, found)
        self.changed += touched

    def _note(self, work: Work, clock: Clock, old: datetime, found: Sequence[str]) -> None:
        key = (work.lifecycle.code, clock.stage)
        row = self.stages.setdefault(key, dict.fromkeys(FIGURES, 0))
        for name in found:
            self.figures[name] += 1
            row[name] += 1
        example = {
            "number": work.case.number, "stage": work.lifecycle.stage_name(clock.stage), "before": old,
            "after": clock.due_at if clock.state == Clock.RUNNING else None, "what": found[-1],
            "_rank": ("newly_overdue" in found, abs((clock.due_at or old) - old)),
        }  # fmt: skip
        self.examples.append(example)
        if len(self.examples) > 4 * EXAMPLES:
            self._trim()

    def _trim(self) -> None:
        self.examples.sort(key=lambda example: example["_rank"], reverse=True)
        del self.examples[EXAMPLES:]

    def answer(self, actor: Actor, day: date, total: int) -> dict[str, Any]:
        self._trim()
        return {
            "cases": self.cases, "complete": self.cases >= total, "changed": self.changed, "limits": self.limits,
            "day": day.isoformat(), "figures": self.figures,
            "stages": [
                {"name": _stage_name(life, stage), **row} for (life, stage), row in sorted(self.stages.items())
            ],
            "examples": _told(self.examples, actor),
        }  # fmt: skip


def _judge(old: datetime, clock: Clock, now: datetime) -> list[str]:
    """What happens to a limit that was due at `old`; the weightiest word last."""
    if clock.state == Clock.CANCELLED:
        return ["cancelled"]
    if clock.due_at is None or clock.due_at == old:
        return []
    found = ["earlier" if clock.due_at < old else "later"]
    if clock.due_at < now <= old:
        found.append("newly_overdue")
    if old < now <= clock.due_at:
        found.append("no_longer_overdue")
    return found


def _stage_name(life: str, stage: str) -> str:
    return lifecycle.get(life).stage_name(stage)


def _told(examples: Iterable[dict[str, Any]], actor: Actor) -> list[dict[str, Any]]:
    """Titles only of cases that this person may see; who keeps the rules need not see any."""
    rows = [{key: value for key, value in example.items() if key != "_rank"} for example in examples]
    titles: dict[str, str] = {}
    if actor.can("case.view"):
        seen = access.visible_to(actor).filter(number__in=[row["number"] for row in rows])
        titles = dict(seen.values_list("number", "title"))
    return [
        {**row, "before": _iso(row["before"]), "after": _iso(row["after"]), "title": titles.get(row["number"]),
         "visible": row["number"] in titles}
        for row in rows
    ]  # fmt: skip


def _iso(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None


def open_cases() -> int:
    return Case.objects.filter(is_open=True).count()


def compare(
    known: Catalogue, actor: Actor, report: Callable[[int], None], day: date, only: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Put every open case through a recomputation with `known`."""
    tally, last = Tally(timezone.now()), 0
    wanted = Case.objects.filter(is_open=True, **(only or {})).order_by("id")
    total = wanted.count()
    while tally.cases < AT_MOST:
        cases = list(wanted.filter(id__gt=last)[:BATCH])
        if not cases:
            break
        last = cases[-1].pk
        for work in _works(cases, known, tally.now):
            before = {c.pk: c.due_at for c in work.clocks if c.state == Clock.RUNNING and c.due_at is not None}
            refresh(work, tally.now)
            tally.look(work, before)
        report(tally.cases)
    return tally.answer(actor, day, total)


def _works(cases: Sequence[Case], known: Catalogue, now: datetime) -> Iterator[Work]:
    ids = [case.pk for case in cases]
    parts: dict[int, list[Assignment]] = {}
    clocks: dict[int, list[Clock]] = {}
    for part in Assignment.objects.filter(case_id__in=ids).order_by("id"):
        parts.setdefault(part.case_id, []).append(part)
    for clock in Clock.objects.filter(case_id__in=ids, state__in=[Clock.RUNNING, Clock.PAUSED]).order_by("id"):
        clocks.setdefault(clock.case_id, []).append(clock)
    actor = system_actor("试算")
    for case in cases:
        found = clocks.get(case.pk)
        work = Work(case, lifecycle.get(case.lifecycle), actor, now, parts.get(case.pk, ()), found or ())
        work.catalogue = known
        yield work


# --- limits -----------------------------------------------------------------------------------------------------------
def limits(planned: Sequence[PlannedRow], actor: Actor, report: trials.Report) -> dict[str, Any]:
    """As on the day on which the proposed limit begins, if that is later than today."""
    today = timezone.localdate()
    begins = [str(row.values.get("valid_from") or "") for row in planned]
    day = max([today, *(date.fromisoformat(text) for text in begins if text)])
    return compare(catalogue.current().supposing(_policies(planned, day)), actor, report, day)


def _policies(planned: Sequence[PlannedRow], day: date) -> list[PolicyRef]:
    rows = {(row.code, row.version): row for row in LimitPolicy.objects.order_by("code", "version")}
    ids = dict(Category.objects.values_list("code", "id"))
    for proposed in planned:
        row = rows.setdefault(proposed.key, LimitPolicy(code=proposed.key[0], version=proposed.key[1]))
        for name, value in proposed.values.items():
            if name == "category":
                row.category_id = ids.get(value)
            elif name in ("valid_from", "valid_to"):
                setattr(row, name, date.fromisoformat(value) if value else None)
            elif name not in ("code", "version", "default"):
                setattr(row, name, value)
    latest: dict[str, LimitPolicy] = {}
    for row in sorted(rows.values(), key=lambda row: (row.code, row.version)):
        if (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or row.valid_to >= day):
            latest[row.code] = row
    return [
        PolicyRef(
            row.pk or 0, row.code, row.version, row.lifecycle, row.category_id, row.condition or {},
            tuple(row.stages or ()), row.source,
        )
        for row in latest.values()
    ]  # fmt: skip


# --- calendars --------------------------------------------------------------------------------------------------------
def weeks(planned: Sequence[PlannedRow], actor: Actor, report: trials.Report) -> dict[str, Any]:
    proposed = {}
    for row in planned:
        values = row.values
        week = {str(n): spans_of(values.get(day) or "") for n, day in enumerate(WEEKDAYS) if values.get(day)}
        proposed[str(row.key[0])] = {
            "weekly": week or None, "working_day_rule": values.get("working_day_rule") or "",
            "natural_day_rule": values.get("natural_day_rule") or "",
        }  # fmt: skip
    with calendars.supposing(weeks=proposed), _fresh_years():
        return compare(catalogue.current(), actor, report, timezone.localdate())


def days(planned: Sequence[PlannedRow], actor: Actor, report: trials.Report) -> dict[str, Any]:
    proposed = {}
    for row in planned:
        text = row.values.get("spans") or ""
        spans = None if text == WORKING else spans_of(text)
        proposed[str(row.key[0]), date.fromisoformat(str(row.key[1]))] = (spans, row.values.get("name") or "")
    with calendars.supposing(days=proposed), _fresh_years():
        return compare(catalogue.current(), actor, report, timezone.localdate())


@contextmanager
def _fresh_years() -> Iterator[None]:
    """Due times remembered for calendars that are only supposed are of no use to anybody else."""
    from . import clockwork

    try:
        yield
    finally:
        clockwork.forget()


# --- steps ------------------------------------------------------------------------------------------------------------
def steps(planned: Sequence[PlannedRow], actor: Actor, report: trials.Report) -> dict[str, Any]:
    """How many open cases will go without the step (or with it again), and how many stand at it now."""
    known = catalogue.current()
    row = planned[0].values
    life, code = lifecycle.get(row["lifecycle"]), row["step"]
    step = life.steps[code]
    ids = dict(Category.objects.values_list("code", "id"))
    target = ids.get(row.get("category") or "")
    settings = {key: dict(value) for key, value in known.conduct.settings.items()}
    settings.setdefault((life.code, code), {})[target] = bool(row.get("enabled"))
    order = list(life.states)
    until = step.state or step.until
    early = set(order[: order.index(until)]) if until else set(order)
    counts = dict.fromkeys(("without", "with_again", "at_step", "past"), 0)
    open_now = Case.objects.filter(is_open=True, lifecycle=life.code).values("category_id", "state")
    for group in open_now.annotate(n=Count("id")):
        line = known.category_line(group["category_id"])
        was = code in known.conduct.skips(life.code, line)
        will = code in off_steps(settings, life.code, line)
        if was == will:
            continue
        if group["state"] in early:
            counts["without" if will else "with_again"] += group["n"]
        else:
            counts["at_step" if group["state"] == until else "past"] += group["n"]
    looked = sum(counts.values())
    report(looked)
    return {
        "cases": looked, "complete": True, "changed": counts["without"] + counts["with_again"], "limits": 0,
        "day": timezone.localdate().isoformat(), "figures": counts, "stages": [],
        "examples": _step_examples(life, known, settings, code, early, actor),
    }  # fmt: skip


def _step_examples(
    life: lifecycle.Lifecycle, known: Catalogue, settings: Any, code: str, early: set[str], actor: Actor
) -> list[dict[str, Any]]:
    found = []
    for number, state, category_id in (
        Case.objects.filter(is_open=True, lifecycle=life.code, state__in=early)
        .order_by("-id").values_list("number", "state", "category_id")[:2000]
    ):  # fmt: skip
        line = known.category_line(category_id)
        will = code in off_steps(settings, life.code, line)
        if will != (code in known.conduct.skips(life.code, line)):
            found.append(
                {"number": number, "stage": life.states[state].name, "before": None, "after": None,
                 "what": "without" if will else "with_again"}
            )  # fmt: skip
        if len(found) == EXAMPLES:
            break
    return _told(found, actor)


def register_all() -> None:
    trials.register("limits", limits, open_cases)
    trials.register("calendars", weeks, open_cases)
    trials.register("calendar_days", days, open_cases)
    trials.register("steps", steps, lambda: 0)
