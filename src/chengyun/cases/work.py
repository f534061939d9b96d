"""One case while something is being done to it: what was read, what will be written, in one place.

Actions change the objects held here; `flush` writes everything once, with one event per action, so that accepting
and dispatching in one go costs the statements of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from chengyun.kernel import rows
from chengyun.kernel.chain import event_hash
from chengyun.org.access import Actor

from . import catalogue as catalogues
from . import clockwork, followers, rules
from .conduct import refused_stage
from .lifecycle import ActionRule, Lifecycle
from .models import Assignment, Callback, Case, Clock, Event
from .models.quick import quick

ACTED_FOR = "acted_for"
"""In the payload of an event: the colleague for whom it was done (代办)."""


class Work:
    def __init__(
        self,
        case: Case,
        lifecycle: Lifecycle,
        actor: Actor,
        now: datetime,
        assignments: Iterable[Assignment] = (),
        clocks: Iterable[Clock] = (),
    ):
        self.case = case
        self.lifecycle = lifecycle
        self.actor = actor
        self.now = now
        self.assignments = list(assignments)
        self.clocks = list(clocks)
        self.catalogue = catalogues.current()
        self.events: list[Event] = []
        self.after_insert: list[Any] = []
        self.others: dict[str, Work] = {}
        self._new_viewers: set[int] = set()
        self._remember()

    def _remember(self) -> None:
        """The columns as the database has them."""
        self._as_read = columns(self.case) if self.case.pk else {}
        self._assignments_as_read = {a.pk: columns(a) for a in self.assignments if a.pk}
        self._clocks_as_read = {c.pk: columns(c) for c in self.clocks if c.pk}

    # --- reading -------------------------------------------------------------------------------------------------
    @property
    def facts(self) -> dict[str, Any]:
        """What limit conditions may ask about."""
        case = self.case
        return {
            "kind": case.kind, "urgency": case.urgency, "channel": case.channel, "flags": case.flags,
            **case.facts,
        }  # fmt: skip

    @property
    def skips(self) -> frozenset[str]:
        """Optional steps of the lifecycle that are off for the category of this case."""
        conduct = self.catalogue.conduct
        if not conduct.settings:
            return frozenset()
        return conduct.skips(self.lifecycle.code, self.catalogue.category_line(self.case.category_id))

    @property
    def lead(self) -> Assignment | None:
        """The open lead assignment at the root, if there is one."""
        for assignment in self.assignments:
            if assignment.is_root_lead and assignment.state in Assignment.OPEN:
                return assignment
        return None

    def open_assignments(self) -> list[Assignment]:
        return [a for a in self.assignments if a.state in Assignment.OPEN]

    def children_of(self, assignment: Assignment) -> list[Assignment]:
        return [a for a in self.assignments if a.parent_id == assignment.pk and a.pk]

    def running(self, stage: str, assignment: Assignment | None = None) -> list[Clock]:
        """Clocks of a stage that are not over; of one assignment when given. "*" means every stage."""
        return [
            clock
            for clock in self.clocks
            if clock.state in (Clock.RUNNING, Clock.PAUSED)
            and stage in ("*", clock.stage)
            and (assignment is None or clock.assignment_id is None or clock.assignment_id == assignment.pk)
        ]

    # --- changing ------------------------------------------------------------------------------------------------
    def move(self, state: str) -> None:
        self.case.state = state
        is_open = self.lifecycle.states[state].open
        if is_open and not self.case.is_open:
            self.case.closed_at = None
        if not is_open and self.case.is_open:
            self.case.closed_at = self.now
        self.case.is_open = is_open

    def assign(
        self,
        unit_id: int,
        role: str,
        *,
        parent: Assignment | None = None,
        note: str = "",
        redo: int = 0,
        must_handle: bool = False,
    ) -> Assignment:
        assignment = Assignment(
            case=self.case, parent=parent, unit_id=unit_id, role=role, note=note, redo=redo,
            must_handle=must_handle, sent_at=self.now, sent_by_id=self.actor.account_id,
        )  # fmt: skip
        self.assignments.append(assignment)
        if role == Assignment.LEAD and parent is None:
            self.case.lead_unit_id = unit_id
        self.let_see(unit_id)
        return assignment

    def let_see(self, unit_id: int) -> None:
        unit = self.catalogue.unit(unit_id)
        if unit is not None:
            self._new_viewers.update((unit.id, *unit.ancestors))

    def start_clock(self, stage: str, assignment: Assignment | None = None, factor: Decimal = Decimal(1)) -> None:
        """Start the limit of a stage if a policy knows one; a running one of the same owner is kept."""
        limit = self.catalogue.limits(self.lifecycle.code, self.case.category_id, self.facts).get(stage)
        if limit is None or refused_stage(self.lifecycle, self.skips, stage):
            return
        unit_id = assignment.unit_id if assignment is not None else None
        calendar = self.catalogue.calendar_code(unit_id)
        self.clocks.append(
            clockwork.start(
                self.case.pk,
                limit,
                calendar,
                self.now,
                assignment=assignment,
                factor=factor,
                asked_due_at=self._asked_due(stage),
            )
        )

    def _asked_due(self, stage: str) -> datetime | None:
        """The moment the source asked for, where it binds: the end of the case, and a unit's work begun before."""
        asked = rules.asked_due(self.case.facts) if stage in ASKED_STAGES else None
        return asked if asked is not None and (stage == "close" or asked > self.now) else None

    def stop_clock(self, stage: str, assignment: Assignment | None = None) -> None:
        for clock in self.running(stage, assignment):
            clockwork.stop(clock, self.now)

    def cancel_clock(self, stage: str, assignment: Assignment | None = None) -> None:
        for clock in self.running(stage, assignment):
            clockwork.cancel(clock, self.now)

    def apply_clocks(
        self,
        rule: ActionRule,
        assignment: Assignment | None = None,
        started: Iterable[Assignment | None] = (),
        factor: Decimal = Decimal(1),
    ) -> None:
        """The clock effects that the lifecycle declares for an action.

        `assignment` is the one acted on (its own and the case's clocks are touched); `started` are the owners of
        the clocks that start: new assignments, or None for the case itself.
        """
        effect = rule.clocks
        for stage in effect.stop:
            self.stop_clock(stage, assignment)
        for stage in effect.cancel:
            self.cancel_clock(stage)
        for stage in effect.pause:
            for clock in self.running(stage, assignment):
                clockwork.pause(clock, self.now)
        for stage in effect.resume:
            for clock in self.running(stage, assignment):
                clockwork.resume(clock, self.now)
        owners = list(started) or [None]
        for stage in effect.start:
            if stage in CASE_STAGES:
                self.start_clock(stage, None, factor)
            else:
                for owner in owners:
                    self.start_clock(stage, owner, factor)

    def record(self, rule: ActionRule, payload: Mapping[str, Any], from_state: str) -> Event:
        """Append the event of an action to the chain of this case."""
        case = self.case
        case.event_count += 1
        payload = dict(payload)
        if self.actor.for_id is not None:  # done for a colleague: both names stand in the chained record
            payload[ACTED_FOR] = {"id": self.actor.for_id, "name": self.actor.for_name}
        event = quick(
            Event, case_id=case.pk, seq=case.event_count, at=self.now, actor_id=self.actor.account_id,
            actor_name=self.actor.name, actor_unit=self.catalogue.unit_name(self.actor.unit_id),
            action=rule.code, from_state=from_state, to_state=case.state, payload=payload,
            previous=bytes(case.head_hash),
        )  # fmt: skip
        event.case = case
        event.hash = event_hash(bytes(event.previous), event_body(event, case.number))
        case.head_hash = event.hash
        self.events.append(event)
        return event

    def record_note(self, code: str, payload: Mapping[str, Any]) -> Event:
        """An event on a case that another case's action touches; the case stays where it is."""
        return self.record(self.lifecycle.actions["note"], {"what": code, **payload}, self.case.state)

    # --- writing -------------------------------------------------------------------------------------------------
    @property
    def new_viewers(self) -> frozenset[int]:
        """Units that may see the case from now on, not written yet."""
        return frozenset(self._new_viewers)

    def settle(self) -> None:
        """What the case row tells about its clocks, as of now."""
        case = self.case
        due, stage, warn = clockwork.earliest(self.clocks)
        case.next_due_at, case.next_due_stage, case.next_warn_at = due, stage, warn
        case.due_status = clockwork.due_status(due, warn, self.now) if case.is_open else Case.NORMAL
        case.was_overdue = case.was_overdue or case.due_status == Case.OVERDUE
        case.updated_at = self.now

    def flush(self) -> None:
        """Write what has changed: one statement for each kind of row."""
        self.settle()
        case = self.case
        if case.pk is None:
            rows.insert([case])
            if self._new_viewers:
                rows.execute(*self._visibility())
        else:
            case.version += 1
            rows.update(case, changed(case, self._as_read), *(self._visibility() if self._is_seen_elsewhere() else ()))
        for assignment in self.assignments:
            if assignment.pk is None:
                assignment.case_id, assignment.parent = case.pk, assignment.parent
        rows.save([a for a in self.assignments if changed(a, self._assignments_as_read.get(a.pk))])
        for clock in self.clocks:
            if clock.pk is None:
                clock.case_id, clock.assignment = case.pk, clock.assignment
        rows.save([c for c in self.clocks if changed(c, self._clocks_as_read.get(c.pk))])
        kinds: dict[type, list[Any]] = {}
        for row in (*self.after_insert, *self.events):
            row.case = case
            if isinstance(row, Callback) and row.for_case_id is None:  # that case got its key just now
                row.for_case = row.for_case
        for row in self.after_insert:
            kinds.setdefault(type(row), []).append(row)
        for found in kinds.values():
            rows.insert(found)
        rows.insert(self.events)
        happened = self.events
        self.events, self.after_insert, self._new_viewers = [], [], set()
        self._remember()
        followers.tell(self, happened)

    def _is_seen_elsewhere(self) -> bool:
        """Whether units must be told: new ones see the case, or it has another place in their lists."""
        case, before = self.case, self._as_read
        moved = any(getattr(case, name) != before[name] for name in ("is_open", "due_status", "next_due_at"))
        return bool(self._new_viewers) or (moved and bool(self.assignments))

    def _visibility(self) -> tuple[str, list[Any]]:
        """The statement that keeps the sort keys of all units that see the case, and adds the new ones."""
        case = self.case
        keys = [case.pk, case.received_at, case.is_open, case.due_status, case.next_due_at]
        return _VISIBILITY, [*keys, case.pk, sorted(self._new_viewers)]


_VISIBILITY = (
    "INSERT INTO cases_casevisibility (unit_id, case_id, received_at, is_open, due_status, next_due_at)"
    " SELECT unit_id, %s::bigint, %s::timestamptz, %s::boolean, %s::smallint, %s::timestamptz FROM"
    " (SELECT unit_id FROM cases_casevisibility WHERE case_id = %s UNION SELECT unnest(%s::bigint[])) viewers"
    " ON CONFLICT (unit_id, case_id) DO UPDATE"
    " SET is_open = EXCLUDED.is_open, due_status = EXCLUDED.due_status, next_due_at = EXCLUDED.next_due_at"
)

# Stages that belong to the case as a whole; all others belong to the assignment that they were started for.
ASKED_STAGES = ("reply", "close")
CASE_STAGES = frozenset({"accept", "review", "callback", "close", "verify", "open_case", "dispatch", "check"})


def event_body(event: Event, number: str) -> dict[str, Any]:
    """The columns that an event's hash covers, in the form that is hashed."""
    return {
        "case": number,
        "seq": event.seq,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": [event.actor_id, event.actor_name, event.actor_unit],
        "action": event.action,
        "from": event.from_state,
        "to": event.to_state,
        "payload": event.payload,
    }


def columns(row: Any) -> dict[str, Any]:
    """The columns of a row as they are now."""
    values = row.__dict__
    return {name: values[name] for name in _names(row.__class__)}


def changed(row: Any, before: Mapping[str, Any] | None) -> list[str]:
    """The columns that are not what they were; all of them for a new row."""
    values, names = row.__dict__, _names(row.__class__)
    return list(names) if before is None else [name for name in names if values[name] != before[name]]


@cache
def _names(model: Any) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


_COUNT = (
    "INSERT INTO cases_numbercounter AS c (key, last) VALUES (%s, %s)"
    " ON CONFLICT (key) DO UPDATE SET last = c.last + EXCLUDED.last RETURNING last"
)


def next_number(prefix: str, day: str, count: int = 1, *, of_cases: bool = True) -> list[str]:
    """`count` consecutive case numbers "TS-20261121-000123", gapless per prefix and day (the row is locked).

    Numbers that are not of cases (orders, for instance) have counters apart, which the audit of cases does not read.
    """
    key = f"{prefix}-{day}" if of_cases else f":{prefix}-{day}"
    last = rows.execute(_COUNT, [key, count]).fetchone()[0]
    return [f"{prefix}-{day}-{ordinal:06d}" for ordinal in range(last - count + 1, last + 1)]
