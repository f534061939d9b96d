"""Stage limits of a case: thin layer between Clock rows and the pure function kernel.worktime.due_at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for

from . import catalogue
from .models import Clock
from .models.quick import quick
from .rules import Limit

SPAN = tuple[datetime, datetime | None]


def pauses_of(clock: Clock) -> list[SPAN]:
    return [
        (datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None) for start, end in clock.pauses
    ]


def derive(clock: Clock, now: datetime | None = None) -> worktime.Derivation:
    """How the due time of this clock comes about, step by step."""
    return worktime.due_at(
        clock.started_at,
        clock.amount + clock.extension,
        worktime.Unit(clock.unit),
        calendar_for(clock.calendar_code or None),
        pauses_of(clock),
    )


def remaining(clock: Clock, now: datetime) -> worktime.Remaining:
    """What is left of a running clock, in the unit of its limit."""
    calendar, unit = calendar_for(clock.calendar_code or None), worktime.Unit(clock.unit)
    if clock.due_at is not None and is_as_asked(clock):
        return worktime.left(now, clock.due_at, unit, calendar)
    total = clock.amount + clock.extension
    return worktime.remaining(now, clock.started_at, total, unit, calendar, pauses_of(clock))


def set_due(clock: Clock) -> None:
    """Compute due, warning and next look from the clock's inputs. A paused clock has no due time."""
    if clock.state != Clock.RUNNING:
        clock.next_look_at = None
        if clock.state == Clock.PAUSED:
            clock.due_at = clock.warn_at = None
        return
    calendar = calendar_for(clock.calendar_code or None)
    clock.calendar_version = calendar.version
    clock.due_at, clock.warn_at = _due_and_warning(clock, calendar)
    asked = asked_moment(clock)
    if asked is not None and asked < clock.due_at:
        clock.due_at = asked
        clock.warn_at = min(clock.warn_at, asked - max(asked - clock.started_at, timedelta()) * (1 - clock.warn_share))
    clock.next_look_at = next_look(clock)


def asked_moment(clock: Clock) -> datetime | None:
    """By when the source of the case asked for it, with what was granted since; a pause does not move it."""
    if clock.asked_due_at is None or not clock.extension:
        return clock.asked_due_at
    calendar = calendar_for(clock.calendar_code or None)
    return worktime.due_at(clock.asked_due_at, clock.extension, worktime.Unit(clock.unit), calendar).due


def is_as_asked(clock: Clock) -> bool:
    """Whether it is the source's moment, not the limit, that this clock ends at."""
    return clock.asked_due_at is not None and clock.due_at is not None and clock.due_at == asked_moment(clock)


def explain(clock: Clock, language: str) -> list[str]:
    """Why this clock ends when it does, line by line."""
    lines = derive(clock).explain(language)
    if is_as_asked(clock) and clock.due_at is not None:
        at = f"{timezone.localtime(clock.due_at):%Y-%m-%d %H:%M}"
        told = {
            "zh": f"来源要求 {at} 前办结，早于以上时限，以来源要求为准。",
            "en": f"The source asks for it by {at}, before the limit above: that counts.",
        }
        lines.append(told.get(language, told["zh"]))
    return lines


def _due_and_warning(clock: Clock, calendar: worktime.Calendar) -> tuple[datetime, datetime]:
    """Both moments; remembered, because cases that come in together have the same limits."""
    total, unit, spans = clock.amount + clock.extension, worktime.Unit(clock.unit), pauses_of(clock)
    key = (id(calendar), clock.started_at, total, unit, clock.warn_share, tuple(spans))
    known = _remembered.get(key)
    if known is None:
        due = worktime.due_at(clock.started_at, total, unit, calendar, spans).due
        warn = worktime.fraction_at(clock.started_at, total, unit, calendar, clock.warn_share, spans)
        if len(_remembered) > 500:
            _remembered.clear()
        known = _remembered[key] = (calendar, due, warn)  # the calendar too, so that its id is not given again
    return known[1], known[2]


_remembered: dict[tuple[object, ...], tuple[worktime.Calendar, datetime, datetime]] = {}


def forget() -> None:
    """Throw away the remembered due times."""
    _remembered.clear()


def next_look(clock: Clock) -> datetime | None:
    """When the watch has to look at this clock again: at the warning, at the limit, at the next rung of the ladder."""
    if clock.overdue_at is not None:
        return rung_at(clock)
    return clock.due_at if clock.warned_at is not None else clock.warn_at


def rung_at(clock: Clock) -> datetime | None:
    """When an overdue clock is to be escalated next; None when the ladder is used up."""
    rungs = catalogue.current().conduct.rungs(clock.stage)
    if clock.escalation_level >= len(rungs) or clock.due_at is None:
        return None
    rung = rungs[clock.escalation_level]
    calendar = calendar_for(clock.calendar_code or None)
    return worktime.due_at(clock.due_at, rung.amount, worktime.Unit(rung.unit), calendar).due


def start(
    case_id: int | None,
    limit: Limit,
    calendar_code: str,
    at: datetime,
    *,
    assignment=None,
    factor: Decimal = Decimal(1),
    asked_due_at: datetime | None = None,
) -> Clock:
    clock = quick(
        Clock,
        case_id=case_id,
        stage=limit.stage,
        amount=(limit.amount * factor).quantize(Decimal("0.001")),
        unit=limit.unit,
        warn_share=limit.warn,
        calendar_code=calendar_code,
        policy_id=limit.policy_id,
        started_at=at,
        asked_due_at=asked_due_at,
        pauses=[],
    )
    if assignment is not None:
        clock.assignment = assignment
    set_due(clock)
    return clock


def stop(clock: Clock, at: datetime) -> None:
    """Met or late is decided by the due time as it stood at the moment of stopping."""
    if clock.state == Clock.PAUSED:
        resume(clock, at)
    late = clock.due_at is not None and at > clock.due_at
    clock.state = Clock.LATE if late else Clock.MET
    clock.stopped_at = at
    clock.next_look_at = None


def cancel(clock: Clock, at: datetime) -> None:
    clock.state = Clock.CANCELLED
    clock.stopped_at = at
    clock.next_look_at = None


def pause(clock: Clock, at: datetime) -> None:
    if clock.state != Clock.RUNNING:
        return
    clock.state = Clock.PAUSED
    clock.pauses = [*clock.pauses, [at.isoformat(), None]]
    set_due(clock)


def resume(clock: Clock, at: datetime) -> None:
    if clock.state != Clock.PAUSED:
        return
    clock.state = Clock.RUNNING
    spans = list(clock.pauses)
    spans[-1] = [spans[-1][0], at.isoformat()]
    clock.pauses = spans
    set_due(clock)
    if clock.overdue_at is None and clock.due_at and clock.warn_at and clock.warn_at > at:
        clock.warned_at = None
        clock.next_look_at = clock.warn_at


def reopen(clock: Clock, at: datetime) -> None:
    """Let a stopped clock run on: the time since it was stopped counts as a pause."""
    if clock.state not in (Clock.MET, Clock.LATE) or clock.stopped_at is None:
        return
    clock.pauses = [*clock.pauses, [clock.stopped_at.isoformat(), at.isoformat()]]
    clock.state = Clock.RUNNING
    clock.stopped_at = None
    set_due(clock)


def recompute(clock: Clock, now: datetime) -> None:
    """Compute a clock anew from its inputs; what was told of a limit that now ends later will be told again."""
    set_due(clock)
    if clock.state != Clock.RUNNING or clock.due_at is None or clock.warn_at is None:
        return
    if clock.overdue_at is not None and now <= clock.due_at:
        clock.overdue_at, clock.escalation_level = None, 0
    if clock.overdue_at is None and now < clock.warn_at:
        clock.warned_at = None
    clock.next_look_at = next_look(clock)


def extend(clock: Clock, amount: Decimal) -> None:
    clock.extension += amount
    clock.warned_at = clock.overdue_at = None
    clock.escalation_level = 0
    set_due(clock)


def earliest(clocks: Iterable[Clock]) -> tuple[datetime | None, str, datetime | None]:
    """(due, stage, warning) over all running clocks: what the work list shows."""
    running = [clock for clock in clocks if clock.state == Clock.RUNNING and clock.due_at is not None]
    if not running:
        return None, "", None
    first = min(running, key=lambda clock: (clock.due_at is None, clock.due_at))
    warns = [clock.warn_at for clock in running if clock.warn_at is not None]
    return first.due_at, first.stage, min(warns) if warns else None


def due_status(due: datetime | None, warn: datetime | None, now: datetime) -> int:
    """0 normal, 1 due soon, 2 overdue (the codes of Case.due_status)."""
    if due is not None and now > due:
        return 2
    if warn is not None and now >= warn:
        return 1
    return 0
