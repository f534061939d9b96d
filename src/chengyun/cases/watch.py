"""The watch over limits: remarks, reminders and escalation in working time, each once.

Every look is one transaction per case that locks the case, does the remark as an action of the engine and leaves
the notices; a killed worker therefore either has done all of it or nothing, and a second worker finds the clock
already told.
"""

from __future__ import annotations

import logging
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.models import Revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from . import catalogue, clockwork, engine, notices
from .conduct import unmeetable
from .models import Assignment, Callback, Case, Clock, LadderRung, LimitPolicy, Notice, StepSetting
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
    made, moved = 0, False
    with transaction.atomic():
        work = engine.load(number, system_actor("时限监督"), now=now)
        for clock in list(work.clocks):
            if clock.state == Clock.RUNNING and clock.next_look_at is not None and clock.next_look_at <= now:
                planned = clock.next_look_at
                made += _remark(work, clock)
                moved = moved or clock.next_look_at != planned
        if made or moved:
            work.flush()
    return made


def _remark(work: Work, clock: Clock) -> int:
    if clock.warned_at is None and clock.due_at is not None and work.now < clock.due_at:
        engine.act(work, "mark_due_soon", {"clock_id": clock.pk})
        _tell(work, clock, "due_soon")
    elif clock.due_at is not None and work.now <= clock.due_at:
        clock.next_look_at = clockwork.next_look(clock)
        return 0
    elif clock.overdue_at is None:
        engine.act(work, "mark_overdue", {"clock_id": clock.pk})
        _tell(work, clock, "overdue")
    else:
        level = clock.escalation_level
        rungs = work.catalogue.conduct.rungs(clock.stage)
        clock.next_look_at = clockwork.rung_at(clock)
        if clock.next_look_at is None or clock.next_look_at > work.now:  # the ladder was changed meanwhile
            return 0
        rung = rungs[level]
        engine.act(work, "escalate", {"clock_id": clock.pk, "level": level + 1, "told": rung.name})
        _tell(work, clock, f"escalate{level + 1}", to=rung.to, level=level + 1)
    clock.next_look_at = clockwork.next_look(clock)
    return 1


def _tell(work: Work, clock: Clock, kind: str, to: str = "unit", level: int = 0) -> None:
    text = work.catalogue.conduct.words(
        kind.rstrip("0123456789"), stage=work.lifecycle.stage_name(clock.stage), number=work.case.number,
        title=work.case.title, level=level, due=f"{timezone.localtime(clock.due_at):%m-%d %H:%M}",
    )  # fmt: skip
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
    if to == "dispatchers":
        return notices.accounts_with("case.dispatch")
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
            notices.accounts_of_units(units), work.case, "resumed",
            work.catalogue.conduct.words("resumed", number=number, title=work.case.title),
            f"{number}-resumed-{today}", now,
        )  # fmt: skip
        done += 1
    return done


def remind_callbacks(now: datetime | None = None) -> int:
    """Tell the callback clerks of repeated attempts whose time has come."""
    now = now or timezone.now()
    clerks = notices.accounts_with("case.callback")
    conduct = catalogue.current().conduct
    told = 0
    key = Concat(Value("callback-"), Cast("pk", CharField()), Value("-"), Cast("attempts", CharField()))
    planned = (
        Callback.objects.filter(state=Callback.PLANNED, attempts__gt=0, planned_at__lte=now)
        .annotate(key=key)
        .exclude(Exists(Notice.objects.filter(case=OuterRef("case"), dedupe=OuterRef("key"))))
        .order_by("planned_at", "id")
    )
    for row in planned.select_related("case")[:200]:
        text = conduct.words("callback", number=row.case.number, title=row.case.title)
        told += notices.tell(clerks, row.case, "callback", text, row.key, now)
    return told


APPLIED, DAY = "limits.applied", "limits.day"


def follow_changes() -> dict[str, int] | None:
    """Recompute running clocks once after calendars or limits have changed, or when a dated limit has begun or ended.

    None when there is nothing to follow.
    """
    latest = max(revision.current("calendars"), revision.current("catalogue"))
    today = timezone.localdate()
    row, _ = Revision.objects.get_or_create(topic=APPLIED, defaults={"value": latest})
    day, _ = Revision.objects.get_or_create(topic=DAY, defaults={"value": today.toordinal()})
    turned = day.value != today.toordinal() and begun_or_ended(date.fromordinal(day.value), today)
    counts = recompute() if turned or row.value != latest else None
    Revision.objects.filter(topic=APPLIED).update(value=latest)
    Revision.objects.filter(topic=DAY).update(value=today.toordinal())
    return counts


def begun_or_ended(since: date, today: date) -> bool:
    """Whether a limit, a rung or a step setting began to be valid, or ceased to be, after `since` up to `today`."""
    began = Q(valid_from__gt=since, valid_from__lte=today)
    ended = Q(valid_to__gte=since, valid_to__lt=today)
    dated = (LimitPolicy, LadderRung, StepSetting)
    return any(model._default_manager.filter(began | ended).exists() for model in dated)


def refresh(work: Work, now: datetime) -> None:
    """The running clocks of one case as limits, calendars and steps are now. Writes nothing."""
    from .actions.words import relimit

    relimit(work)
    skips = work.skips
    for clock in work.running("*"):
        if skips and unmeetable(work.lifecycle, skips, clock.stage):
            clockwork.cancel(clock, now)
        else:
            clockwork.recompute(clock, now)


def recompute(now: datetime | None = None, dry_run: bool = False) -> dict[str, int]:
    """Compute all running clocks anew after a change of calendar or limits; says how many due times moved."""
    now = now or timezone.now()
    looked = moved = 0
    numbers = Case.objects.filter(is_open=True).order_by("id").values_list("number", flat=True)
    for number in numbers.iterator(chunk_size=500):
        with transaction.atomic():
            work = engine.load(number, system_actor("时限重算"), now=now)
            before = {clock.pk: (clock.due_at, clock.next_look_at, clock.state) for clock in work.clocks}
            refresh(work, now)
            looked += 1
            moved += sum(before[clock.pk][0] != clock.due_at for clock in work.clocks)
            changed = any(before[c.pk] != (c.due_at, c.next_look_at, c.state) for c in work.clocks)
            if changed and not dry_run:
                work.flush()
    return {"cases": looked, "moved": moved}
