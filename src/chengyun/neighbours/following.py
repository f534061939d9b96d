"""A resident's own requests: every step in plain words, the promised time, the answer, and what may be done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue, lifecycle
from chengyun.cases.models import Assignment, Callback, Case, CaseFile, Clock, Event
from chengyun.cases.present import iso
from chengyun.kernel import anonymous, masks
from chengyun.kernel.problems import Problem

from . import known, looking
from .models import Raised, Resident
from .rules import step_of

MOST = 50
ANSWERED = ("callback", "to_close", "closed", "rated", "archived")
"""States in which the unit's answer was checked, so that the resident may read it."""
PROMISES = {
    "accept": "告诉您是否受理", "close": "办结", "reply": "答复", "callback": "回访",
    "verify": "核实", "handle": "处置",
}  # fmt: skip
WITHDRAWABLE = ("logged", "accepted", "dispatched", "returned")


def own(resident: Resident, number: str) -> Raised:
    """Problem 404 for everybody else's request."""
    row = Raised.objects.select_related("case__joined_to").filter(resident=resident, case__number=number).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "没有这件诉求，或不是您提的。")
    return row


def matter_of(row: Raised) -> Case:
    """The case in which it is worked on."""
    return row.case.joined_to or row.case


def listed(resident: Resident) -> list[dict[str, Any]]:
    rows = list(
        Raised.objects.select_related("case__joined_to").filter(resident=resident, followed=True).order_by("-id")[:MOST]
    )
    promises = _promises([matter_of(row).pk for row in rows])
    planned = _planned(rows)
    return [{**_head(row, promises.get(matter_of(row).pk)), "asks": _asks(row, planned)} for row in rows]


def _asks(row: Raised, planned: dict[int, int]) -> str:
    """What the resident is waited for: "rate" or nothing."""
    return "rate" if row.case_id in planned or row.case.state == "closed" else ""


def _head(row: Raised, promise: dict[str, Any] | None) -> dict[str, Any]:
    main = matter_of(row)
    category = catalogue.current().category(row.case.category_id or main.category_id)
    return {
        "number": row.case.number, "title": row.case.title, "category": category.name if category else "",
        "state": looking.state_in_words(main), "phase": _phase(main), "open": main.is_open,
        "received_at": iso(row.case.received_at), "promise": promise if main.is_open else None,
        "joined": row.joined, "callers": main.callers, "private": row.private, "anonymous": row.anonymous,
    }  # fmt: skip


def _phase(case: Case) -> str:
    return lifecycle.get(case.lifecycle).states[case.state].phase


def _promises(cases: list[int]) -> dict[int, dict[str, Any]]:
    """Case → {what, at, late}: whether it is accepted first, then when it will be done."""
    found: dict[int, dict[str, Any]] = {}
    running = Clock.objects.filter(case_id__in=cases, state=Clock.RUNNING, stage__in=PROMISES)
    rank = {stage: at for at, stage in enumerate(PROMISES)}
    for clock in sorted(running, key=lambda one: (rank[one.stage], one.due_at)):
        if clock.due_at is not None:
            late = clock.due_at < timezone.now()
            found.setdefault(clock.case_id, {"what": PROMISES[clock.stage], "at": iso(clock.due_at), "late": late})
    return found


def _planned(rows: list[Raised]) -> dict[int, int]:
    """Own case → the callback that is planned for its person."""
    wanted = [row.case_id for row in rows]
    pairs = Callback.objects.filter(for_case_id__in=wanted, state=Callback.PLANNED, case__state="callback")
    return dict(pairs.values_list("for_case_id", "id"))


def promise_of(case: Case) -> datetime | None:
    """When the matter is promised to be done, for messages."""
    found = _promises([case.pk]).get(case.pk)
    return datetime.fromisoformat(found["at"]) if found else None


# --- one request ------------------------------------------------------------------------------------------------------
def told(resident: Resident, number: str) -> dict[str, Any]:
    row = own(resident, number)
    main = matter_of(row)
    planned = _planned([row])
    questions = list(row.questions.order_by("id"))
    waiting = next((one for one in questions if one.answered_at is None), None)
    return {
        **_head(row, _promises([main.pk]).get(main.pk)), "asks": _asks(row, planned),
        "text": row.case.words.text, "address": row.case.address,
        "steps": _steps(row, main), "answer": answer(row, main), "satisfaction": row.case.satisfaction,
        "questions": [
            {"id": one.pk, "text": one.text, "asked_at": iso(one.asked_at), "answer": one.answer,
             "answered_at": iso(one.answered_at)}
            for one in questions
        ],
        "files": _files(row), "may": _may(row, main, planned, waiting is not None),
    }  # fmt: skip


def _may(row: Raised, main: Case, planned: dict[int, int], asked: bool) -> list[str]:
    may = ["answer"] if asked and main.is_open else []
    if main.is_open:
        may.append("add")
    if _asks(row, planned):
        may.append("rate")
    if row.case.is_open or row.joined:
        may.append("withdraw")
    return may


def _steps(row: Raised, main: Case) -> list[dict[str, Any]]:
    """What happened, in the district's plain words; several of the same kind on end are one."""
    steps = known.current().steps
    events = list(
        Event.objects.filter(case=main).order_by("seq").values_list("at", "action", "to_state", "payload")[:200]
    )
    begun = row.case.received_at
    if main.pk != row.case_id:
        first = Event.objects.filter(case=row.case).order_by("seq").values_list("at", "action", "to_state", "payload")
        events = [*first[:4], *(event for event in events if event[0] > begun)]
    told_steps: list[dict[str, Any]] = []
    for at, action, state, payload in events:
        found = step_of(action, state, steps)
        if found is None or (told_steps and told_steps[-1]["text"] == found.sentence):
            continue
        told_steps.append(
            {"at": iso(at), "text": found.sentence, "tone": found.tone, "more": _explained(action, payload)}
        )
    return told_steps


def _explained(action: str, payload: dict[str, Any]) -> str:
    """What is said to residents in an action itself: why it was not accepted."""
    if action == "reject":
        return masks.mask_text(str(payload.get("explanation") or ""))
    return ""


def answer(row: Raised, main: Case) -> str:
    """The checked answer; for somebody who joined without anything about others."""
    found = ""
    if main.state in ANSWERED:
        part = Assignment.objects.filter(case=main, role=Assignment.LEAD, parent=None, state=Assignment.REPLIED)
        found = part.order_by("-replied_at").values_list("reply", flat=True).first() or ""
    if not found and not main.is_open:
        event = Event.objects.filter(case=main, action__in=("direct_answer", "reject")).order_by("-seq").first()
        found = str(event.payload.get("answer") or event.payload.get("explanation") or "") if event else ""
    return anonymous.clean(found).text if row.joined else masks.mask_text(found)


def _files(row: Raised) -> list[dict[str, Any]]:
    """One's own photos; those of the unit are not told here: they may show others."""
    from .raising import OWNER

    found = CaseFile.objects.select_related("file").filter(case_id__in=[row.case_id, matter_of(row).pk])
    return [
        {"id": str(one.file_id), "name": one.file.name, "kind": one.file.kind}
        for one in found
        if one.file.meta.get(OWNER) == row.resident_id
    ]
