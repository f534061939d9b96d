"""What is true of every case at every moment, whatever was done to it and in which order."""

from __future__ import annotations

from collections import Counter

from django.db.models import Q

from chengyun.cases import audit, catalogue, lifecycle
from chengyun.cases.models import Approval, Assignment, Callback, Case, CaseText, CaseVisibility, Clock, Event

# Stages that must have a limit while a case is in a state: (stage of the case, stage of the lead's part).
CASE_STAGES = {
    "request": {
        "logged": {"accept"}, "accepted": {"close"}, "dispatched": {"close"}, "handling": {"close"},
        "returned": {"close"}, "suspended": {"close"}, "review": {"close", "review"},
        "callback": {"close", "callback"}, "to_close": {"close"},
    },
    "urban_event": {
        "reported": {"accept"}, "verifying": {"verify"}, "to_open": {"open_case"}, "accepted": {"close", "dispatch"},
        "dispatched": {"close"}, "handling": {"close"}, "returned": {"close"}, "suspended": {"close"},
        "to_check": {"close", "check"}, "checking": {"close", "check"}, "to_close": {"close"},
    },
}  # fmt: skip
WITH_LEAD = {"dispatched", "handling", "returned", "suspended"}


def check_all() -> None:
    """Every case in the database, and the chains of all. AssertionError says which case and what is wrong with it."""
    for case in Case.objects.all():
        check(case)
    assert list(audit.verify()) == []


def check_near(number: str) -> None:
    """The case, the matter it belongs to and the cases joined to it."""
    case = Case.objects.get(number=number)
    for row in Case.objects.filter(Q(pk=case.pk) | Q(pk=case.joined_to_id) | Q(joined_to=case.pk)):
        check(row)
    assert list(audit.verify([number])) == []


def check(case: Case) -> None:
    where = f"{case.number} ({case.lifecycle}, {case.state})"
    life = lifecycle.get(case.lifecycle)
    clocks = list(Clock.objects.filter(case=case))
    parts = list(Assignment.objects.filter(case=case))
    assert case.is_open == life.states[case.state].open, f"{where}: open flag does not fit the state"
    assert case.event_count == Event.objects.filter(case=case).count(), f"{where}: number of events"
    assert CaseText.objects.filter(case=case).exists(), f"{where}: the words are gone"
    _closing(case, clocks, parts, where)
    _limits(case, clocks, parts, where)
    _row_follows_clocks(case, clocks, where)
    _parts(case, parts, where)
    _visibility(case, parts, where)
    _approvals(case, where)
    assert case.callers == 1 + Case.objects.filter(joined_to=case).count(), f"{where}: callers"
    assert (case.joined_to_id is not None) or case.state != "joined", f"{where}: joined to nothing"
    if case.joined_to is not None:
        assert case.joined_to.joined_to_id is None, f"{where}: joined to a case that is joined itself"
        assert case.state != "joined" or case.joined_to.is_open, f"{where}: waits for a matter that is over"
    _callbacks(case, where)


def _closing(case: Case, clocks: list[Clock], parts: list[Assignment], where: str) -> None:
    alive = [c.stage for c in clocks if c.state in (Clock.RUNNING, Clock.PAUSED)]
    if case.is_open:
        assert case.closed_at is None, f"{where}: open, but has a closing time"
        return
    assert alive == [], f"{where}: over, but these limits still run: {alive}"
    assert case.next_due_at is None, f"{where}: over, but has a next limit"
    assert case.closed_at is not None, f"{where}: over, but without closing time"
    assert case.due_status == Case.NORMAL, f"{where}: over, but shown as due"
    assert [p.state for p in parts if p.state in Assignment.OPEN] == [], f"{where}: over, but parts are open"


def _limits(case: Case, clocks: list[Clock], parts: list[Assignment], where: str) -> None:
    alive = [c for c in clocks if c.state in (Clock.RUNNING, Clock.PAUSED)]
    twice = [key for key, n in Counter((c.stage, c.assignment_id) for c in alive).items() if n > 1]
    assert not twice, f"{where}: limits running twice: {twice}"
    wanted = CASE_STAGES[case.lifecycle].get(case.state, set())
    have = {c.stage for c in alive if c.assignment_id is None}
    assert wanted <= have, f"{where}: limits missing: {sorted(wanted - have)}"
    assert have <= wanted, f"{where}: limits that nobody works on: {sorted(have - wanted)}"
    part_states = {p.pk: p.state for p in parts}
    for clock in alive:
        if clock.assignment_id is not None:
            state = part_states[clock.assignment_id]
            assert state in Assignment.OPEN, f"{where}: {clock.stage} runs for a part that is {state}"
            if clock.stage == "acknowledge":
                assert state != Assignment.ACKNOWLEDGED, f"{where}: acknowledged, but its limit runs"
    for part in parts:
        if part.state in Assignment.OPEN and part.role in (Assignment.LEAD, Assignment.CO):
            stages = {c.stage for c in alive if c.assignment_id == part.pk}
            assert "reply" in stages, f"{where}: part {part.unit_id} ({part.role}, {part.state}) has no limit of reply"
    if case.state == "suspended":
        assert {c.state for c in alive} <= {Clock.PAUSED}, f"{where}: suspended, but a limit runs"
    if case.state not in ("suspended", "returned"):
        halted = [
            (c.stage, part_states.get(c.assignment_id)) for c in alive
            if c.state == Clock.PAUSED and part_states.get(c.assignment_id) != Assignment.RETURNED
        ]  # fmt: skip
        assert not halted, f"{where}: limits stand still though nothing is suspended: {halted}"


def _row_follows_clocks(case: Case, clocks: list[Clock], where: str) -> None:
    due = [c.due_at for c in clocks if c.state == Clock.RUNNING and c.due_at is not None]
    assert case.next_due_at == (min(due) if due else None), f"{where}: next limit on the row"
    for clock in clocks:
        if clock.state == Clock.RUNNING:
            assert clock.due_at is not None, f"{where}: {clock.stage} runs without due time"
            assert clock.warn_at <= clock.due_at, f"{where}: {clock.stage} warns after it is due"
        if clock.state != Clock.RUNNING:
            assert clock.next_look_at is None, f"{where}: {clock.stage} is {clock.state} but still watched"
    rows = CaseVisibility.objects.filter(case=case)
    keys = (case.is_open, case.due_status, case.next_due_at)
    stale = [v.unit_id for v in rows if (v.is_open, v.due_status, v.next_due_at) != keys]
    assert not stale, f"{where}: work lists of units {stale} are out of date"


def _parts(case: Case, parts: list[Assignment], where: str) -> None:
    leads = [p for p in parts if p.is_root_lead and p.state in Assignment.OPEN]
    if case.state in WITH_LEAD:
        assert len(leads) == 1, f"{where}: {len(leads)} units have the lead"
        assert case.lead_unit_id == leads[0].unit_id, f"{where}: lead unit on the row"
        returned = leads[0].state == Assignment.RETURNED
        assert returned == (case.state == "returned"), f"{where}: the lead's part is {leads[0].state}"
        if case.state in ("dispatched", "handling"):
            wanted = Assignment.SENT if case.state == "dispatched" else Assignment.ACKNOWLEDGED
            assert leads[0].state == wanted, f"{where}: the lead's part is {leads[0].state}"
    else:
        assert leads == [], f"{where}: a unit still has the lead"
    by_pk = {p.pk: p for p in parts}
    for part in parts:
        above = by_pk.get(part.parent_id)
        if part.state in Assignment.OPEN and above is not None:
            assert above.state in Assignment.OPEN, f"{where}: a part goes on below one that is {above.state}"
    busy = Counter((p.unit_id, p.role, p.parent_id) for p in parts if p.state in Assignment.OPEN)
    assert max(busy.values(), default=1) == 1, f"{where}: a unit has the same part twice"


def _visibility(case: Case, parts: list[Assignment], where: str) -> None:
    known = catalogue.current().units
    wanted = {unit for p in parts for unit in (p.unit_id, *known[p.unit_id].ancestors)}
    have = set(CaseVisibility.objects.filter(case=case).values_list("unit_id", flat=True))
    assert have == wanted, f"{where}: seen by {sorted(have)} instead of {sorted(wanted)}"


def _approvals(case: Case, where: str) -> None:
    pending = set(Approval.objects.filter(case=case, state=Approval.PENDING).values_list("kind", flat=True))
    wanted = {case.pending} - {""}
    if case.state == "returned":
        wanted.add(Approval.RETURN)
    assert pending == wanted, f"{where}: waits for {sorted(pending)}, the row says {sorted(wanted)}"
    assert case.is_open or not pending, f"{where}: over, but something waits for a decision"
    life = lifecycle.get(case.lifecycle)
    deciders = [r for r in life.actions.values() if r.pending == case.pending and case.state in r.from_states]
    assert deciders or not case.pending, f"{where}: nobody can decide the {case.pending} asked for"
    for kind in pending - {Approval.RETURN}:
        part = Approval.objects.get(case=case, state=Approval.PENDING, kind=kind).assignment
        assert part.state in Assignment.OPEN, f"{where}: {kind} asked for a part that is {part.state}"


def _callbacks(case: Case, where: str) -> None:
    planned = Callback.objects.filter(case=case, state=Callback.PLANNED).exists()
    assert planned == (case.state == "callback"), f"{where}: planned callbacks {planned}"
