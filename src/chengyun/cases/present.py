"""Rows and objects as the API shows them. No queries here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from django.utils import timezone

from chengyun.kernel import masks, worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.models import StoredFile

from . import clockwork, file_access, lifecycle
from .actions import implementation_of
from .actions.intake import SATISFACTION
from .catalogue import Catalogue
from .lifecycle import Lifecycle
from .models import Assignment, Case, CaseFile, Clock, Event
from .work import Work

ASSIGNMENT_STATES = {
    "sent": "待签收", "acknowledged": "办理中", "replied": "已答复", "returned": "已退单", "withdrawn": "已撤回",
    "reassigned": "已改派", "cancelled": "已取消",
}  # fmt: skip
ROLES = {"lead": "主办", "co": "协办", "verify": "核实", "check": "核查"}
CLOCK_STATES = {"running": "计时中", "paused": "暂停", "met": "按时", "late": "超期完成", "cancelled": "已取消"}


def iso(moment: datetime | None) -> str | None:
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds") if moment else None


class RowTeller:
    """Makes CaseRows from the columns of queries.ROW_FIELDS, for one answer.

    Due status is told as of now, not as of the last sweep.
    """

    def __init__(self, known: Catalogue, now: datetime, language: str = "zh", likely: Mapping[int, int] | None = None):
        """`likely`: how many cases that this person may see are perhaps the same matter, by case id."""
        self.known, self.now, self.language, self.likely = known, now, language, likely or {}
        self._left: dict[tuple[Any, ...], dict[str, Any]] = {}

    def tell(self, row: Mapping[str, Any]) -> dict[str, Any]:
        known = self.known
        life = lifecycle.get(row["lifecycle"])
        state = life.states[row["state"]]
        category = known.category(row["category_id"])
        kind = known.kinds.get(row["kind"])
        due = row["next_due_at"]
        status = clockwork.due_status(due, row["next_warn_at"], self.now) if row["is_open"] else 0
        area = known.areas.get(row["subdistrict_id"]) if row["subdistrict_id"] else None
        flags = list(row["flags"])
        if row["supervised"]:
            flags.append("supervised")
        return {
            "number": row["number"], "version": row["version"], "lifecycle": row["lifecycle"],
            "state": state.code, "state_name": state.name, "phase": state.phase, "tone": state.tone,
            "open": row["is_open"], "kind": row["kind"], "kind_name": kind.name if kind else row["kind"],
            "category": {
                "id": category.id, "code": category.code, "name": category.name, "path": category.path_name,
            } if category else None,
            "title": masks.mask_text(row["title"]), "channel": row["channel"],
            "area": _area_item(row, area.name if area else None),
            "address": row["address"], "lng": row["lng"], "lat": row["lat"],
            "lead_unit": {"id": row["lead_unit_id"], "name": known.unit_name(row["lead_unit_id"])}
            if row["lead_unit_id"] else None,
            "urgency": row["urgency"], "flags": flags, "pending": row["pending"],
            "received_at": iso(row["received_at"]), "next_due_at": iso(due), "next_due_stage": row["next_due_stage"],
            "next_due_stage_name": life.stage_name(row["next_due_stage"]) if row["next_due_stage"] else "",
            "remaining": self._remaining(row) if due is not None and row["is_open"] else None,
            "due_status": Case.DUE_NAMES[status], "closed_at": iso(row["closed_at"]),
            "outcome": row["outcome"], "satisfaction": row["satisfaction"], "callers": row["callers"],
            "likely": self.likely.get(row["id"], 0) if row["is_open"] else 0,
            "requester_mask": {
                "name": row["requester__name_mask"] or "", "phone": row["requester__phone_mask"] or "",
                "anonymous": bool(row["requester__anonymous"]),
            },
        }  # fmt: skip

    def _remaining(self, row: Mapping[str, Any]) -> dict[str, Any] | None:
        """What is left of the next limit, in the unit that its policy counts in."""
        known = self.known
        facts = {"kind": row["kind"], "urgency": row["urgency"], "channel": row["channel"], "flags": row["flags"]}
        limit = known.limits(row["lifecycle"], row["category_id"], facts).get(row["next_due_stage"])
        if limit is None:
            return None
        key = (row["next_due_at"], limit.unit, known.calendar_code(row["lead_unit_id"]))
        told = self._left.get(key)
        if told is None:
            due, unit, code = key
            rest = worktime.left(self.now, due, worktime.Unit(unit), calendar_for(code or None))
            told = {"text": rest.text(self.language), "seconds": rest.seconds, "unit": unit, "overdue": rest.overdue}
            self._left[key] = told
        return told


def _area_item(row: Mapping[str, Any], subdistrict: str | None) -> dict[str, Any] | None:
    name = row["area__name"] or subdistrict
    if not name:
        return None
    return {"id": row["area_id"] or row["subdistrict_id"], "name": name, "subdistrict": subdistrict}


def place_of(case: Case, area_name: str | None, area_parent_id: int | None, known: Catalogue) -> dict[str, Any]:
    path = []
    subdistrict = known.area(case.subdistrict_id)
    if subdistrict:
        path.append(subdistrict.name)
    if area_name is not None and case.area_id != case.subdistrict_id:
        parent = known.area(area_parent_id)
        if parent is not None and parent.level == "community":
            path.append(parent.name)
        path.append(area_name)
    return {
        "lng": case.lng, "lat": case.lat, "crs": case.crs, "address": case.address, "area_id": case.area_id,
        "area_path": path,
    }  # fmt: skip


def clock_item(clock: Clock, work: Work, sources: Mapping[int, str], language: str = "zh") -> dict[str, Any]:
    """`sources`: where each limit policy comes from, by id."""
    unit_id = next((a.unit_id for a in work.assignments if a.pk == clock.assignment_id), None)
    remaining = None
    if clock.state == Clock.RUNNING:
        left = clockwork.remaining(clock, work.now)
        remaining = {"text": left.text(language), "overdue": left.overdue, "unit": clock.unit}
    amount = f"{clock.amount.normalize():f}"
    return {
        "id": clock.pk, "stage": clock.stage, "stage_name": work.lifecycle.stage_name(clock.stage),
        "unit": work.catalogue.unit_name(unit_id), "assignment_id": clock.assignment_id,
        "state": clock.state, "state_name": CLOCK_STATES[clock.state],
        "started_at": iso(clock.started_at), "due_at": iso(clock.due_at), "warn_at": iso(clock.warn_at),
        "stopped_at": iso(clock.stopped_at), "remaining": remaining,
        "policy": {
            "amount": amount, "extension": f"{clock.extension.normalize():f}", "unit": clock.unit,
            "source": sources.get(clock.policy_id or 0, ""),
        },
        "due_status": Case.DUE_NAMES[clockwork.due_status(clock.due_at, clock.warn_at, work.now)]
        if clock.state == Clock.RUNNING else "normal",
    }  # fmt: skip


def assignment_item(part: Assignment, work: Work) -> dict[str, Any]:
    return {
        "id": part.pk, "parent_id": part.parent_id,
        "unit": {"id": part.unit_id, "name": work.catalogue.unit_name(part.unit_id)},
        "role": part.role, "role_name": ROLES.get(part.role, part.role), "state": part.state,
        "state_name": ASSIGNMENT_STATES[part.state], "note": part.note, "reply": part.reply,
        "measures": part.measures, "must_handle": part.must_handle, "redo": part.redo,
        "sent_at": iso(part.sent_at), "acknowledged_at": iso(part.acknowledged_at),
        "contacted_at": iso(part.contacted_at), "replied_at": iso(part.replied_at),
        "returned_at": iso(part.returned_at),
    }  # fmt: skip


class CallbackRow(NamedTuple):
    """A callback with the number and the masked requester of the case that it is for."""

    id: int
    for_case: str
    state: str
    planned_at: datetime
    attempts: int
    contacted: bool | None
    solved: str
    satisfaction: str
    reasons: str
    comment: str
    done_at: datetime | None
    round: int
    name_mask: str | None
    phone_mask: str | None


def callback_item(row: CallbackRow) -> dict[str, Any]:
    return {
        "id": row.id, "for_case": row.for_case, "state": row.state, "planned_at": iso(row.planned_at),
        "attempts": row.attempts, "contacted": row.contacted, "solved": row.solved,
        "satisfaction": row.satisfaction, "satisfaction_name": SATISFACTION.get(row.satisfaction, ""),
        "reasons": orjson.loads(row.reasons), "comment": row.comment, "done_at": iso(row.done_at), "round": row.round,
        "requester": {"name": row.name_mask, "phone": row.phone_mask} if row.name_mask is not None else None,
    }  # fmt: skip


def file_item(row: CaseFile, file: StoredFile) -> dict[str, Any]:
    base = f"/api/v1/files/{file.pk}"
    return {
        "id": str(file.pk), "name": file.name, "kind": file.kind, "mime": file.mime, "size": file.size,
        "stage": row.stage, "caption": row.caption, "event_seq": row.event_seq, "url": base,
        "thumb_url": f"{base}?variant=thumb" if file.thumb_sha256 else None,
        "public_url": f"{base}?variant=public" if file.public_sha256 else None,
        "scan_state": file.scan_state,
        "view_url": f"{base}?view=true" if file_access.readable_inside(file) else None,
    }  # fmt: skip


def _doer(event: Event) -> dict[str, str]:
    """Who did it; `for` names the colleague whose work it was."""
    acted_for = event.payload.get("acted_for")
    told = {"name": event.actor_name, "unit": event.actor_unit}
    return told | {"for": str(acted_for["name"])} if isinstance(acted_for, dict) else told


def event_item(event: Event, life: Lifecycle, language: str) -> dict[str, Any]:
    rule = life.actions.get(event.action)
    chinese = language.startswith("zh")
    sentence = implementation_of(rule.implementation).tell(event.payload, language) if rule else event.action
    return {
        "seq": event.seq, "at": iso(event.at), "actor": _doer(event),
        "action": event.action, "action_name": (rule.name if chinese else rule.name_en) if rule else event.action,
        "summary": sentence, "from_state": event.from_state, "to_state": event.to_state,
        "to_state_name": life.states[event.to_state].name if event.to_state in life.states else event.to_state,
        "payload": event.payload, "hash": bytes(event.hash).hex(),
    }  # fmt: skip
