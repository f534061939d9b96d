"""The watch over limits: remarks, reminders and escalation in working time, each once.

Every look is one transaction per case that locks the case, does the remark as an action of the engine and leaves
the notices; a killed worker therefore either has done all of it or nothing, and a second worker finds the clock
already told.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import connection, transaction
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.models import Revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from . import clockwork, engine, notices
from .models import Assignment, Callback, Case, Clock, Notice
from .rules import LADDER
from .work import Work

log = logging.getLogger(__name__)


def sweep(now: datetime | None = None, batch: int = 500) -> int:
    """Look at every clock whose time has come. Returns how many remarks were made.

    A case that fails is logged and left for the next sweep; it does not keep the others from being looked at.
    """
    now = now or timezone.now()
    done, last = 0, 0
    waiting = Case.objects.filter(clocks__state=Clock.RUNNING, clocks__next_look_at__lte=now).order_by("id").distinct()
    while numbers := list(waiting.filter(id__gt=last).values_list("id", "number")[:batch]):
        for _, number in numbers:
            try:
                done += look(number, now)
            except Problem as problem:
                log.warning("watch: %s: %s", number, problem)
            except Exception:
                if not connection.is_usable():
                    raise
                log.exception("watch: %s", number)
        last = numbers[-1][0]
    return done


def look(number: str, now: datetime) -> int:
    """All remarks that are due on one case."""
    made = 0
    with transaction.atomic():
        work = engine.load(number, system_actor("时限监督"), now=now)
        for clock in list(work.clocks):
            if clock.state == Clock.RUNNING and clock.next_look_at is not None and clock.next_look_at <= now:
                made += _remark(work, clock)
        if made:
            work.flush()
    return made


def _remark(work: Work, clock: Clock) -> int:
    if clock.warned_at is None and clock.due_at is not None and work.now < clock.due_at:
        engine.act(work, "mark_due_soon", {"clock_id": clock.pk})
        _tell(work, clock, "due_soon", "即将到期")
    elif clock.due_at is not None and work.now <= clock.due_at:
        return 0
    elif clock.overdue_at is None:
        engine.act(work, "mark_overdue", {"clock_id": clock.pk})
        _tell(work, clock, "overdue", "已超期")
    else:
        level = clock.escalation_level
        rung = LADDER[level]
        engine.act(work, "escalate", {"clock_id": clock.pk, "level": level + 1, "told": rung.name})
        _tell(work, clock, f"escalate{level + 1}", "超期未办", to=rung.to)
    clock.next_look_at = clockwork.next_look(clock)
    return 1


def _tell(work: Work, clock: Clock, kind: str, words: str, to: str = "unit") -> None:
    stage = work.lifecycle.stage_name(clock.stage)
    text = f"{stage}{words}：{work.case.number} {work.case.title}"
    key = f"{work.case.number}-{kind}-{clock.pk}-{clock.due_at:%Y%m%d%H%M}"
    notices.tell(
        _recipients(work, clock, to), work.case, kind, text, key, work.now, urgent=work.case.urgency != "normal"
    )


# Who answers for a stage that belongs to the case and not to a unit's part.
STAGE_PERMISSIONS = {
    "accept": "case.accept", "open_case": "case.open_case", "dispatch": "case.dispatch", "review": "case.review",
    "callback": "case.callback", "close": "case.close", "check": "case.assign_check", "verify": "case.open_case",
}  # fmt: skip


def _recipients(work: Work, clock: Clock, to: str) -> list[int]:
    if to == "supervisors":
        return notices.accounts_with("case.supervise")
    unit_id = next((a.unit_id for a in work.assignments if a.pk == clock.assignment_id), None)
    if unit_id is None:
        return notices.accounts_with(STAGE_PERMISSIONS.get(clock.stage, "case.supervise"))
    unit = work.catalogue.unit(unit_id)
    if to == "superior" and unit is not None:
        return notices.accounts_of_units(unit.ancestors) or notices.accounts_with("case.supervise")
    return notices.accounts_of_units([unit_id])


def resume_suspended(now: datetime | None = None) -> int:
    """Cases whose review date has come are handled again, by the platform itself."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    done = 0
    suspended = Case.objects.filter(is_open=True, state="suspended", review_date__lte=today)  # open: by its index
    for number in suspended.values_list("number", flat=True):
        try:
            work = engine.perform(number, "resume", system_actor("时限监督"), {"reason": "挂账复核日期已到"}, now=now)
        except Problem as problem:
            log.warning("resume %s: %s", number, problem)
            continue
        units = [a.unit_id for a in work.assignments if a.state in Assignment.OPEN]
        notices.tell(
            notices.accounts_of_units(units), work.case, "resumed", f"挂账到期，恢复办理：{number}",
            f"{number}-resumed-{today}", now,
        )  # fmt: skip
        done += 1
    return done


def remind_callbacks(now: datetime | None = None) -> int:
    """Tell the callback clerks of repeated attempts whose time has come."""
    now = now or timezone.now()
    clerks = notices.accounts_with("case.callback")
    told = 0
    key = Concat(Value("callback-"), Cast("pk", CharField()), Value("-"), Cast("attempts", CharField()))
    planned = (
        Callback.objects.filter(state=Callback.PLANNED, attempts__gt=0, planned_at__lte=now)
        .annotate(key=key)
        .exclude(Exists(Notice.objects.filter(case=OuterRef("case"), dedupe=OuterRef("key"))))
        .order_by("planned_at", "id")
    )
    for row in planned.select_related("case")[:200]:
        told += notices.tell(clerks, row.case, "callback", f"再次回访：{row.case.number}", row.key, now)
    return told


APPLIED = "limits.applied"


def follow_changes() -> dict[str, int] | None:
    """Recompute running clocks once after calendars or limits have changed; None when nothing has."""
    latest = max(revision.current("calendars"), revision.current("catalogue"))
    row, _ = Revision.objects.get_or_create(topic=APPLIED, defaults={"value": latest})
    if row.value == latest:
        return None
    counts = recompute()
    Revision.objects.filter(topic=APPLIED).update(value=latest)
    return counts


def recompute(now: datetime | None = None, dry_run: bool = False) -> dict[str, int]:
    """Compute all running clocks anew after a change of calendar or limits; says how many due times moved."""
    from .actions.words import relimit

    now = now or timezone.now()
    looked = moved = 0
    numbers = Case.objects.filter(is_open=True).order_by("id").values_list("number", flat=True)
    for number in numbers.iterator(chunk_size=500):
        with transaction.atomic():
            work = engine.load(number, system_actor("时限重算"), now=now)
            before = {clock.pk: clock.due_at for clock in work.clocks}
            relimit(work)
            for clock in work.running("*"):
                clockwork.recompute(clock, now)
            changed = sum(before[clock.pk] != clock.due_at for clock in work.clocks)
            looked, moved = looked + 1, moved + changed
            if changed and not dry_run:
                work.flush()
    return {"cases": looked, "moved": moved}
