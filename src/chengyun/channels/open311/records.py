"""A service request as it is told, whether it is a case or a test. Pure but for the words of lifecycles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chengyun.cases import lifecycle

from .formats import moment

_CUT = re.compile(r"[0-9０-９一二三四五六七八九十百]+\s*(?:号|栋|幢|座|单元|室|楼|层|弄|组|户|#).*$|[，。,（(].*$")
PLACES = 4
"""Decimals of a degree that are told: about ten metres."""
PHASES = {
    "intake": ("已收到，等待受理", "open"), "dispatch": ("已受理，正在安排承办单位", "investigating"),
    "handling": ("承办单位正在办理", "in_progress"), "review": ("已办理，正在核对", "in_progress"),
    "callback": ("已办理，正在回访", "fixed"), "done": ("已办结", "closed"),
}  # fmt: skip
STATES = {
    "rejected": ("不属于本区受理范围", "not_councils_responsibility"), "joined": ("与同一事项合并办理", "duplicate"),
    "suspended": ("需要较长时间，已列入计划", "action_scheduled"),
}  # fmt: skip


@dataclass(frozen=True)
class Note:
    """A step in the history that anybody may read."""

    seq: int
    at: datetime
    words: str
    status: str


@dataclass
class Record:
    id: str
    closed: bool
    status_notes: str
    service_name: str
    service_code: str
    description: str
    agency: str
    notice: str
    requested_at: datetime
    updated_at: datetime
    expected_at: datetime | None
    address: str
    address_id: str
    lng: float | None
    lat: float | None
    media_url: str
    channel: str = ""
    ward: str = ""
    notes: Sequence[Note] = ()

    def told(self, extended: bool = False) -> dict[str, Any]:
        said: dict[str, Any] = {
            "service_request_id": self.id, "status": "closed" if self.closed else "open",
            "status_notes": self.status_notes or None, "service_name": self.service_name,
            "service_code": self.service_code, "description": self.description or None,
            "agency_responsible": self.agency or None, "service_notice": self.notice or None,
            "requested_datetime": moment(self.requested_at), "updated_datetime": moment(self.updated_at),
            "expected_datetime": moment(self.expected_at), "address": self.address or None,
            "address_id": self.address_id or None, "zipcode": None,
            "lat": None if self.lat is None else round(self.lat, PLACES),
            "long": None if self.lng is None else round(self.lng, PLACES), "media_url": self.media_url or None,
        }  # fmt: skip
        if extended:
            title = f"{self.address} {self.service_name}".strip()
            said["extended_attributes"] = {"channel": self.channel, "ward": self.ward or None, "title": title}
            said["notes"] = [
                {"datetime": moment(note.at), "description": note.words, "status": note.status} for note in self.notes
            ]
        return said


@dataclass(frozen=True)
class Update:
    """A step of a request, as GET servicerequestupdates tells it."""

    id: str
    request_id: str
    status: str
    at: datetime
    words: str
    state: str = ""

    def told(self) -> dict[str, Any]:
        return {
            "update_id": self.id, "service_request_id": self.request_id, "status": self.status,
            "updated_datetime": moment(self.at), "description": self.words or None, "media_url": None,
            "external_status_code": self.state or None,
        }  # fmt: skip


def public_address(text: str) -> str:
    """An address without house, building and room."""
    return _CUT.sub("", text.strip()).strip()[:80]


def state_words(life: str, state: str) -> tuple[str, str]:
    """How a state is told: words, and FixMyStreet's extended status."""
    if state in STATES:
        return STATES[state]
    known = lifecycle.get(life).states.get(state)
    return PHASES.get(known.phase if known else "", PHASES["handling"])


def notes(life: str, events: Sequence[tuple[int, datetime, str]]) -> list[Note]:
    """The steps of (seq, at, state) that change what is told; what the desk does inside one step is not told."""
    found: list[Note] = []
    for seq, at, state in events:
        words, status = state_words(life, state)
        if not found or found[-1].words != words:
            found.append(Note(seq, at, words, status))
    return found
