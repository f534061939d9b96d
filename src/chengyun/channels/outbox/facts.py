"""What a message can tell about a case and what was just done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chengyun.cases.actions.intake import SATISFACTION
from chengyun.cases.models import Assignment, Case

from .. import intake

SPOKEN = ("reply", "answer", "explanation", "summary", "measures", "what", "reason", "text", "note", "comment")
"""Members of an event's payload that hold its words, the most telling first."""
REASONS = ("explanation", "reason", "reason_name", "ground_name", "note")


class Facts(dict[str, Any]):
    """Facts by name; those that cost a statement are looked up when a message asks for them."""

    def __init__(self, known: dict[str, Any], later: dict[str, Callable[[], Any]]):
        super().__init__(known)
        self._later = later

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self and name in self._later:
            self[name] = self._later.pop(name)()
        return super().get(name, default)


def of(work: Any, event: Any) -> Facts:
    """The facts of a case in hand (cases.work.Work) and of one event on it, without those of the message itself."""
    case: Case = work.case
    payload = event.payload
    state = work.lifecycle.states[case.state]
    outcome = work.catalogue.outcomes.get(case.outcome)
    rule = work.lifecycle.actions.get(event.action)
    known = {
        "external_id": case.external_id or "", "number": case.number, "title": case.title, "channel": case.channel,
        "state": case.state, "state_name": state.name, "action": event.action,
        "action_name": rule.name if rule else event.action, "at": intake.shown(event.at).isoformat(),
        "unit": work.catalogue.unit_name(case.lead_unit_id) if case.lead_unit_id else "",
        "actor_unit": event.actor_unit, "text": _first(payload, SPOKEN), "return_reason": _first(payload, REASONS),
        "outcome": case.outcome, "outcome_name": outcome.name if outcome else str(payload.get("outcome_name", "")),
        "satisfaction": SATISFACTION.get(case.satisfaction, ""),
        "due_at": _close_limit(work),
    }  # fmt: skip
    return Facts(known, {"answer": lambda: _answer(work, event)})


def _first(payload: Any, names: tuple[str, ...]) -> str:
    return next((str(payload[name]) for name in names if payload.get(name)), "")


def _close_limit(work: Any) -> str:
    running = work.running("close")
    return intake.shown(running[0].due_at).isoformat() if running else ""


def _answer(work: Any, event: Any) -> str:
    """What the requester is told: the unit's answer, a direct answer or a refusal; of its matter when it was joined."""
    replied = [a for a in work.assignments if a.is_root_lead and a.state == Assignment.REPLIED and a.reply]
    if replied:
        return str(max(replied, key=lambda part: part.replied_at).reply)
    said = event.payload.get("answer") or event.payload.get("explanation")
    return str(said) if said else intake.reply_of(work.case)
