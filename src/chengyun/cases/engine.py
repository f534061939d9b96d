"""The one way in which a case is made or changed. Pages, API, imports, rules and jobs all come through here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from pydantic import BaseModel, ValidationError

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, conduct, lifecycle, search
from .actions import implementation_of
from .actions.step import input_of
from .attachments import attach_files
from .models import Assignment, Case, Clock, Event
from .registration import Registration as Registration
from .registration import build as build
from .registration import requester_row as requester_row
from .registration import stored_text as stored_text
from .registration import title_of as title_of
from .validation import field_errors
from .work import Work, next_number

Then = Sequence[tuple[str, Mapping[str, Any]]]
_RETRIES = 3
_MARKS = 10


def create(actor: Actor, registration: Registration, then: Then = (), *, now: datetime | None = None) -> Work:
    """Register a case and do further actions on it in the same transaction; all or nothing.

    Raises Problem: 403 without case.register, 422 with the fields that do not fit.
    """
    if not (actor.is_system or actor.can("case.register")):
        raise _forbidden("case.register")
    return _tried_again(lambda: _create(actor, registration, then, now))


def _create(actor: Actor, registration: Registration, then: Then, now: datetime | None) -> Work:
    with transaction.atomic():
        work = build(actor, registration, now)
        _lock_others(work, then)
        requester = requester_row(registration.requester)
        if requester is not None:
            rows.insert([requester])
            work.case.requester = requester
        attach_files(work, registration.file_ids, "intake")
        _begin(work)
        follow_up(work, then)
        _insert(work, registration.text)
        for other in work.others.values():
            other.flush()
    return work


def _lock_others(work: Work, then: Then) -> None:
    """Lock the cases that further actions change (join), before the number is counted: whoever holds a case and then
    counts (split) goes the same way."""
    numbers = {n for code, data in then if lifecycle.locks_others(code) for n in _also_locks(work.case, code, data)}
    if numbers:
        work.others = _locked(numbers, work.actor, work.now)


def _begin(work: Work) -> None:
    """Number, accept clock and the first event."""
    work.case.number = next_number(*number_key(work))[0]
    start(work)


def number_key(work: Work) -> tuple[str, str]:
    """(prefix, day) that the number of this case is counted under."""
    return work.catalogue.kinds[work.case.kind].prefix, _day(work.case)


def start(work: Work) -> None:
    """The accept clock and the first event of a case that has its number.

    A subdistrict or grid that registers a case goes on seeing it; the centre sees it anyway.
    """
    if work.actor.unit_id is not None and not access.sees_everything(work.actor):
        work.let_see(work.actor.unit_id)
    work.apply_clocks(work.lifecycle.actions["register"])
    work.record(work.lifecycle.actions["register"], first_payload(work), "")


def follow_up(work: Work, then: Then) -> None:
    """Further actions on a case that is not written yet."""
    for code, data in then:
        _do(work, code, data)


def first_payload(work: Work) -> dict[str, Any]:
    """What the first event says: enough to see later what was received, without personal data."""
    case = work.case
    return {
        "kind": case.kind, "channel": case.channel, "title": case.title,
        **({"external_id": case.external_id} if case.external_id else {}),
        **({"category": work.catalogue.categories[case.category_id].code} if case.category_id else {}),
    }  # fmt: skip


def _day(case: Case) -> str:
    return f"{timezone.localtime(case.received_at):%Y%m%d}"


def _insert(work: Work, text: str) -> None:
    work.flush()
    search.insert_text(work.case.pk, work.case.title, stored_text(text), work.case.address)


def create_part(parent: Work, title: str, text: str, category_id: int | None) -> Work:
    """A part split from a case: same requester, place and channel, its own number and limits. In the caller's
    transaction."""
    origin = parent.case
    registration = Registration(
        kind=origin.kind, text=text, title=title, channel=origin.channel, lifecycle=origin.lifecycle,
        category_id=category_id or origin.category_id, lng=origin.lng, lat=origin.lat, crs=origin.crs,
        address=origin.address, area_id=origin.area_id, urgency=origin.urgency, flags=origin.flags,
        occurred_at=origin.occurred_at, received_at=origin.received_at,
    )  # fmt: skip
    work = build(parent.actor, registration, parent.now)
    work.case.requester_id = origin.requester_id
    work.case.split_from = origin
    _begin(work)
    if origin.accepted_at is not None:
        for code in ("accept", "open_case"):
            if code in work.lifecycle.actions:
                _run(work, work.lifecycle.actions[code], {}, None)
                break
    _insert(work, text)
    return work


def perform(
    number: str,
    action: str,
    actor: Actor,
    data: Mapping[str, Any] | None = None,
    *,
    version: int | None = None,
    assignment_id: int | None = None,
    now: datetime | None = None,
) -> Work:
    """Do one action on a case.

    Raises Problem: 404 not there or not this person's, 403 not permitted, 409 when the case has moved on
    (`version` is stale, or its state does not allow the action; the answer says what it is now), 422 bad input.
    A deadlock or serialisation failure is tried again a few times and then reported as 409.
    """
    return _tried_again(lambda: _perform(number, action, actor, data or {}, version, assignment_id, now))


def _perform(
    number: str,
    action: str,
    actor: Actor,
    data: Mapping[str, Any],
    version: int | None,
    assignment_id: int | None,
    now: datetime | None,
) -> Work:
    with transaction.atomic():
        work = load(number, actor, now=now, action=action, data=data)
        if version is not None and _moved_on(work, version):
            raise conflict(work, "该案件刚被他人处理，请查看最新状态后再操作。")
        _do(work, action, data, assignment_id)
        work.flush()
        for other in work.others.values():
            other.flush()
    return work


def _moved_on(work: Work, version: int) -> bool:
    """Whether somebody did something since that version. What the platform only marked meanwhile (due soon, overdue,
    said again) takes nobody's half-filled form away."""
    since = work.case.version - version
    if not 0 < since <= _MARKS:
        return since != 0
    newest = Event.objects.filter(case=work.case).order_by("-id").values_list("action", flat=True)[:since]
    rules = [work.lifecycle.actions.get(action) for action in newest]
    return len(rules) < since or not all(rule and rule.side == "system" and not rule.to for rule in rules)


def _tried_again(attempt_once: Callable[[], Work]) -> Work:
    """What was done; after a deadlock or serialisation failure it is tried again a few times."""
    for attempt in range(_RETRIES):
        try:
            return attempt_once()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") not in ("40P01", "40001", "55P03"):
                raise
            time.sleep(0.05 * (attempt + 1))
    raise Problem(409, "busy", "该案件正被他人处理", "请稍候再试，您填写的内容没有丢失。")


def load(
    number: str,
    actor: Actor,
    *,
    now: datetime | None = None,
    action: str = "",
    data: Mapping[str, Any] | None = None,
) -> Work:
    """Lock a case, and those that the action also changes, with all that acting needs.

    Several cases are locked in one order for everybody, so that two people joining two cases crosswise do not
    block each other.
    """
    now = now or timezone.now()
    alone = not lifecycle.locks_others(action)
    case = access.find(actor, number, lock=alone)
    if case is None:
        raise not_found(number)
    if alone:
        return _work(case, actor, now)
    works = _locked({number, *_also_locks(case, action, data or {})}, actor, now)
    work = works.pop(number)
    work.others = works
    return work


def _locked(numbers: Iterable[str], actor: Actor, now: datetime) -> dict[str, Work]:
    """Those of several cases that this person may see, locked in one order for everybody."""
    cases = access.visible_to(actor).select_for_update(of=("self",)).filter(number__in=numbers).order_by("id")
    return {row.number: _work(row, actor, now) for row in cases}


def _work(case: Case, actor: Actor, now: datetime) -> Work:
    return Work(
        case, lifecycle.get(case.lifecycle), actor, now,
        rows.fetch(Assignment, "case_id = %s ORDER BY id", [case.pk]),
        rows.fetch(Clock, "case_id = %s ORDER BY id", [case.pk]),
    )  # fmt: skip


def _also_locks(case: Case, action: str, data: Mapping[str, Any]) -> Iterable[str]:
    rule = lifecycle.get(case.lifecycle).actions.get(action)
    if rule is None:
        return ()
    implementation = implementation_of(rule.implementation)
    try:
        parsed = parse(rule, data)
    except Problem:
        return ()
    return implementation.also_locks(case, parsed)


def parse(rule: lifecycle.ActionRule, data: Mapping[str, Any]) -> Any:
    """The input of an action, checked. Raises Problem 422 with every field that does not fit."""
    model = input_of(rule) if rule.implementation == "step" else implementation_of(rule.implementation).Input
    if not issubclass(model, BaseModel):
        return dict(data)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        errors = field_errors(error)
        raise Problem(422, "invalid", "提交的内容有误", errors[0]["message"], errors=errors) from None


def _do(work: Work, code: str, data: Mapping[str, Any], assignment_id: int | None = None) -> None:
    rule = work.lifecycle.actions.get(code)
    if rule is None:
        raise Problem(404, "no_such_action", "没有这个操作", f"{work.lifecycle.name}流程没有“{code}”这一操作。")
    check_permission(work, rule)
    if work.case.state not in rule.from_states:
        state = work.lifecycle.states[work.case.state].name
        raise conflict(work, f"案件现在是“{state}”，不能{rule.name}。")
    if rule.pending and work.case.pending != rule.pending:
        raise conflict(work, "没有等待审批的申请，可能已被他人处理。")
    assignment = own_assignment(work, rule, assignment_id) if rule.side == "unit" else None
    _run(work, rule, data, assignment)


def act(work: Work, code: str, data: Mapping[str, Any]) -> None:
    """Do an action on a case that the caller holds locked and will flush (the watch, roll-ups)."""
    _do(work, code, data)


def _run(work: Work, rule: lifecycle.ActionRule, data: Mapping[str, Any], assignment: Assignment | None) -> None:
    action = implementation_of(rule.implementation)(work, rule, parse(rule, data), assignment)
    from_state = work.case.state
    action.check()
    step = conduct.refused_action(work.lifecycle, work.skips, rule.code)
    if step:
        raise conflict(work, f"这一类别不需要{step}。")
    if not action.possible(work, rule, assignment):
        raise conflict(work, f"现在不能{rule.name}。")
    was_open = work.case.is_open
    payload = action.do()
    work.record(rule, payload, from_state)
    if was_open and not work.case.is_open and work.case.callers > 1:
        run_on_joined(work, "follow_matter", {"outcome": work.case.outcome})
    conduct.carry_on(work, _run)


def hold(work: Work, cases: QuerySet[Case]) -> list[Work]:
    """Lock further cases for the caller, who changes them; they are written with the case that is acted on."""
    held = []
    for case in cases.select_for_update().order_by("id"):
        held.append(work.others.get(case.number) or _work(case, work.actor, work.now))
        work.others[case.number] = held[-1]
    return held


def run_on_joined(main: Work, code: str, data: Mapping[str, Any]) -> None:
    """Do a system action on every case joined to this matter, in the caller's transaction."""
    for case in Case.objects.select_for_update().filter(joined_to_id=main.case.pk).order_by("id"):
        work = _work(case, main.actor, main.now)
        rule = work.lifecycle.actions[code]
        if case.state in rule.from_states:
            _run(work, rule, data, None)
            main.others[case.number] = work


def check_permission(work: Work, rule: lifecycle.ActionRule) -> None:
    if not permitted(work, rule):
        raise _forbidden(rule.permission)


def permitted(work: Work, rule: lifecycle.ActionRule) -> bool:
    """Whether the acting person may do this kind of action here, whatever the state of the case."""
    actor = work.actor
    if actor.is_system:
        return True
    if rule.side == "system":
        return False
    if rule.side == "unit":
        return actor.can(rule.permission)
    if rule.side == "taker":
        return access.registered(actor, rule.permission, work)
    if rule.options.get("registered") and access.registered(actor, rule.permission, work):
        return True
    return access.may_do(actor, rule.permission, work)


def own_assignment(work: Work, rule: lifecycle.ActionRule, assignment_id: int | None) -> Assignment:
    """The part of the case that this person acts on: the one named, or the only one that fits."""
    fitting = [
        a for a in work.assignments
        if a.state in rule.when and fits_role(rule, a) and access.acts_for(work.actor, rule.permission, a.unit_id)
    ]  # fmt: skip
    if assignment_id is not None:
        fitting = [a for a in fitting if a.pk == assignment_id]
    if not fitting:
        raise conflict(work, f"本单位没有可以{rule.name}的任务，可能已被他人处理。")
    return fitting[0]


def fits_role(rule: lifecycle.ActionRule, assignment: Assignment) -> bool:
    role = rule.options.get("role")
    if role == "any":
        return True
    if role is not None:
        return assignment.role == role
    return assignment.role in (Assignment.LEAD, Assignment.CO)


def conflict(work: Work, detail: str) -> Problem:
    case = work.case
    return Problem(
        409, "conflict", "案件已有变化", detail,
        current={
            "number": case.number, "version": case.version, "state": case.state,
            "state_name": work.lifecycle.states[case.state].name,
        },
    )  # fmt: skip


def not_found(number: str) -> Problem:
    return Problem(404, "not_found", "没有找到案件", f"没有编号为 {number[:40]} 的案件，或您无权查看。")


def _forbidden(permission: str) -> Problem:
    return Problem(403, "forbidden", "没有权限", "您没有这项操作的权限，请联系管理员。", permission=permission)
