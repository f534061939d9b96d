"""What people do with a warning: confirm it, dismiss it with a reason, put its cases under supervision, have somebody
look at the place, open it again. Two at once: the second is told what the first has done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.cases import access, catalogue, engine
from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import queries, raising
from .models import EarlyWarning, WarningStep
from .words import CONFIRMED, DISMISSED, HITS, LEVELS, OPEN, PATROLLED, REASONS, STATES, SUPERVISED

MOST_SUPERVISED = 50
EVENT = "urban_event"


@dataclass(frozen=True)
class Decision:
    """`numbers`: which cases are supervised (none: all that can be). `unit_id`: who looks at the place."""

    action: str
    version: int
    note: str = ""
    reason: str = ""
    numbers: Sequence[str] = ()
    unit_id: int | None = None


def decide(actor: Actor, warning_id: int, decision: Decision, now: datetime | None = None) -> dict[str, Any]:
    """The warning as it is then. Problem 404, 409 (somebody else was first), 422."""
    now = now or timezone.now()
    with transaction.atomic():
        warning = queries.find(actor, warning_id, lock=True)
        if warning.version != decision.version:
            raise _conflict(warning)
        state, detail = _ACTIONS[decision.action](actor, warning, decision, now)
        warning.state, warning.version = state, warning.version + 1
        warning.decided_at = None if state == OPEN else now
        warning.decided_by_id = None if state == OPEN else actor.account_id
        warning.decided_by = "" if state == OPEN else actor.name[:120]
        warning.reason = decision.reason if state == DISMISSED else ""
        _save(warning)
        WarningStep.objects.create(
            warning=warning, at=now, actor_id=actor.account_id, actor=actor.name[:120], action=decision.action,
            note=decision.note[:1000], detail=detail,
        )  # fmt: skip
        raising.announce()
    return queries.detail(actor, warning_id)


def _save(warning: EarlyWarning) -> None:
    try:
        with transaction.atomic():
            warning.save(update_fields=["state", "version", "decided_at", "decided_by_id", "decided_by", "reason"])
    except IntegrityError:
        raise Problem(
            409, "conflict", "不能重新打开", "同一件事已有新的预警在研判，请到那一条里处理。", current=_now(warning)
        ) from None


# --- the actions: the state they lead to, and what the history keeps ------------------------------------------------
Outcome = tuple[str, dict[str, Any]]


def _confirm(actor: Actor, warning: EarlyWarning, decision: Decision, now: datetime) -> Outcome:
    _from(warning, OPEN)
    return CONFIRMED, {}


def _dismiss(actor: Actor, warning: EarlyWarning, decision: Decision, now: datetime) -> Outcome:
    _from(warning, OPEN, CONFIRMED)
    if decision.reason not in REASONS:
        raise _invalid("reason", "请选择排除的理由。")
    if decision.reason == "other" and len(decision.note.strip()) < 2:
        raise _invalid("note", "选“其他”要写明理由。")
    return DISMISSED, {"reason": decision.reason}


def _reopen(actor: Actor, warning: EarlyWarning, decision: Decision, now: datetime) -> Outcome:
    _from(warning, CONFIRMED, DISMISSED)
    if raising.superseded(warning):
        raise Problem(
            409, "conflict", "不能重新打开", "同一件事已有新的预警，请到那一条里处理。", current=_now(warning)
        )
    return OPEN, {}


def _supervise(actor: Actor, warning: EarlyWarning, decision: Decision, now: datetime) -> Outcome:
    """列入督办, through the engine, case by case; those that cannot be are named and do not stop the others."""
    _from(warning, OPEN, CONFIRMED, PATROLLED, SUPERVISED)
    if len(decision.note.strip()) < 2:
        raise _invalid("note", "请写明督办要求。")
    numbers = list(_to_supervise(actor, warning, decision.numbers))
    if not numbers:
        raise _invalid("numbers", "没有可以督办的案件：都已办结，或都已在督办。")
    done: list[str] = []
    refused: list[dict[str, Any]] = []
    for number in sorted(numbers):
        try:
            engine.perform(number, "supervise", actor, {"reason": decision.note}, now=now)
            done.append(number)
        except Problem as problem:
            refused.append({"number": number, "why": str(problem.body().get("detail", ""))[:200]})
            first = problem
    if not done:
        raise first
    return SUPERVISED, {"numbers": done, "refused": refused}


def _to_supervise(actor: Actor, warning: EarlyWarning, chosen: Sequence[str]) -> Sequence[str]:
    cases = access.visible_to(actor, Case.objects.filter(pk__in=queries.member_ids(warning)))
    cases = cases.filter(is_open=True, supervised=False).order_by("-received_at", "-id")
    open_ones = list(cases.values_list("number", flat=True)[:2000])
    if chosen:
        strange = [number for number in chosen if number not in open_ones]
        if strange:
            raise _invalid("numbers", f"{strange[0][:40]} 不在这条预警里，或已办结、已督办。")
        return list(dict.fromkeys(chosen))
    return open_ones[:MOST_SUPERVISED]


def _patrol(actor: Actor, warning: EarlyWarning, decision: Decision, now: datetime) -> Outcome:
    """派核实: an urban event at the place, sent to a unit that looks there before anything is opened."""
    _from(warning, OPEN, CONFIRMED, SUPERVISED, PATROLLED)
    if decision.unit_id is None:
        raise _invalid("unit_id", "请选择去现场核实的单位。")
    unit = catalogue.current().unit(decision.unit_id)
    if unit is None:
        raise _invalid("unit_id", "没有这个单位，请重新选择。")
    what = {"unit_id": decision.unit_id, "note": decision.note}
    work = engine.create(actor, _event_of(warning, decision), [("assign_verification", what)], now=now)
    return PATROLLED, {"number": work.case.number, "unit": unit.name}


def _event_of(warning: EarlyWarning, decision: Decision) -> engine.Registration:
    known = catalogue.current()
    kinds = [kind.code for kind in known.kinds.values() if kind.lifecycle == EVENT]
    if not kinds:
        raise _invalid("", "本区没有城市事件的诉求类型，不能派核实；可以先转督办。")
    some = Case.objects.filter(pk__in=queries.member_ids(warning)).order_by("-received_at")
    first, numbers = some.first(), list(some.values_list("number", flat=True)[:20])
    assert first is not None
    placed = some.filter(lng__isnull=False).first() or first
    lines = [
        f"预警转现场核实：{warning.title}（{LEVELS[warning.level]}，{warning.cases} 件）。",
        *([f"要求：{decision.note.strip()}"] if decision.note.strip() else []),
        f"相关案件：{'、'.join(numbers)}{'等' if warning.cases > len(numbers) else ''}。",
    ]
    return engine.Registration(
        kind=kinds[0], text="\n".join(lines), lifecycle=EVENT, channel=_channel(first.channel, known),
        title=f"核实：{warning.title}"[:120], area_id=placed.area_id, lng=placed.lng, lat=placed.lat, crs=placed.crs,
        address=placed.address, urgency="urgent" if warning.level == 1 else "", facts={"warning": warning.pk},
    )  # fmt: skip


def _channel(first: str, known: catalogue.Catalogue) -> str:
    """The door of the platform's own findings when the district has one, else that of the newest case."""
    for code in ("sensing", "urban_supervision"):
        if code in known.channels:
            return code
    return first


_ACTIONS = {
    "confirm": _confirm, "dismiss": _dismiss, "supervise": _supervise, "patrol": _patrol, "reopen": _reopen,
}  # fmt: skip


# --- refusals -------------------------------------------------------------------------------------------------------
def _from(warning: EarlyWarning, *states: str) -> None:
    if warning.state not in states:
        raise _conflict(warning)


def _conflict(warning: EarlyWarning) -> Problem:
    who = f"{warning.decided_by} " if warning.decided_by else ""
    return Problem(
        409, "conflict", "预警已有变化", f"{who}刚处理过这条预警，现在是“{STATES[warning.state]}”。请看过后再决定。",
        current=_now(warning),
    )  # fmt: skip


def _now(warning: EarlyWarning) -> Mapping[str, Any]:
    return {"id": warning.pk, "version": warning.version, "state": warning.state, "state_name": STATES[warning.state]}


def _invalid(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


def possible(actor: Actor, warning: EarlyWarning) -> list[str]:
    """Which actions this person may choose now."""
    if not actor.can(raising.HANDLE):
        return []
    may: list[str] = []
    if warning.state == OPEN:
        may.append("confirm")
    if warning.state in (OPEN, *HITS):
        if actor.can("case.supervise"):
            may.append("supervise")
        if actor.can("case.register") and actor.can("case.assign_verification"):
            may.append("patrol")
    if warning.state in (OPEN, CONFIRMED):
        may.append("dismiss")
    if warning.state in (CONFIRMED, DISMISSED):
        may.append("reopen")
    return may
