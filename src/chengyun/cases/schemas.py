"""Shapes of the cases API, for checking input and for the OpenAPI document."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from chengyun.kernel.given import AwareMoment, LongJson
from chengyun.org.schemas import Named

Text = Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")]
Line = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
CaseNumber = Annotated[str, StringConstraints(min_length=1, max_length=32, pattern=r"^[^\x00]*$")]


class Strict(Schema):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class RequesterIn(Strict):
    name: Line = ""
    phone: Line = ""
    id_number: Line = ""
    address: Line = ""
    anonymous: bool = False


class PlaceIn(Strict):
    lng: float | None = Field(default=None, ge=-180, le=180, allow_inf_nan=False)
    lat: float | None = Field(default=None, ge=-90, le=90, allow_inf_nan=False)
    crs: Code = "wgs84"
    address: Line = ""
    area_id: Id | None = None


class NextAction(Strict):
    action: Code
    data: LongJson = {}


class CaseIn(Strict):
    """What a call-taker registers. `then` lists actions done at once, for example accept and dispatch."""

    lifecycle: Code = "request"
    kind: Code
    category_id: Id | None = None
    title: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")] = ""
    text: Annotated[str, StringConstraints(min_length=2, max_length=20_000, pattern=r"^[^\x00]*$")]
    channel: Code
    urgency: Code = ""
    flags: list[Code] = Field([], max_length=20)
    requester: RequesterIn = RequesterIn()
    place: PlaceIn = PlaceIn()
    occurred_at: AwareMoment | None = None
    attachments: list[uuid.UUID] = Field([], max_length=30)
    then: list[NextAction] = Field([], max_length=4)
    draft_id: uuid.UUID | None = None


class CategoryOut(Schema):
    id: int
    code: str
    name: str
    path: str


class CaseAreaOut(Schema):
    id: int | None
    name: str
    subdistrict: str | None


class MaskOut(Schema):
    name: str
    phone: str
    anonymous: bool = False


class CaseRow(Schema):
    number: str
    version: int
    lifecycle: str
    state: str
    state_name: str
    phase: str
    tone: str
    open: bool
    kind: str
    kind_name: str
    category: CategoryOut | None
    title: str
    channel: str
    area: CaseAreaOut | None
    address: str
    lng: float | None
    lat: float | None
    lead_unit: Named | None
    urgency: str
    flags: list[str]
    pending: str
    received_at: datetime
    next_due_at: datetime | None
    next_due_stage: str
    next_due_stage_name: str
    remaining: dict[str, Any] | None
    due_status: str
    closed_at: datetime | None
    outcome: str
    satisfaction: str
    callers: int
    likely: int
    requester_mask: MaskOut


class SimilarReason(Schema):
    """`code`: caller, near, area, words, category, closed. `text`: the same for people."""

    code: str
    text: str


class CaseList(Schema):
    """`count`: rows. `matters`: joined requests count once, with the case that leads; `calls`: everybody who asked
    about them. None when there are more than are counted."""

    items: list[CaseRow]
    next_cursor: str | None
    count: int | None = None
    count_capped: bool | None = None
    matters: int | None = None
    calls: int | None = None


class FieldSpec(Schema):
    model_config = ConfigDict(extra="allow")
    name: str
    label: str
    type: str
    required: bool
    help: str | None = None
    options: list[dict[str, str]] | None = None


class ActionOffer(Schema):
    code: str
    name: str
    name_en: str
    tone: str
    assignment_id: int | None
    unit: str
    bulk: bool
    confirm: str | None
    fields: list[FieldSpec]


class ClockOut(Schema):
    id: int
    stage: str
    stage_name: str
    unit: str
    assignment_id: int | None
    state: str
    state_name: str
    started_at: datetime
    due_at: datetime | None
    warn_at: datetime | None
    stopped_at: datetime | None
    remaining: dict[str, Any] | None
    policy: dict[str, str]
    due_status: str


class AssignmentOut(Schema):
    id: int
    parent_id: int | None
    unit: Named
    role: str
    role_name: str
    state: str
    state_name: str
    note: str
    reply: str
    measures: str
    must_handle: bool
    redo: int
    sent_at: datetime
    acknowledged_at: datetime | None
    contacted_at: datetime | None
    replied_at: datetime | None
    returned_at: datetime | None


class PlaceOut(Schema):
    lng: float | None
    lat: float | None
    crs: str
    address: str
    area_id: int | None
    area_path: list[str]


class RequesterOut(Schema):
    name: str
    phone: str
    anonymous: bool
    earlier_cases: int
    may_unmask: bool


class CallbackOut(Schema):
    id: int
    for_case: str
    state: str
    planned_at: datetime
    attempts: int
    contacted: bool | None
    solved: str
    satisfaction: str
    satisfaction_name: str
    reasons: list[str]
    comment: str
    done_at: datetime | None
    round: int
    requester: dict[str, str] | None


class FileOut(Schema):
    id: str
    name: str
    kind: str
    mime: str
    size: int
    stage: str
    caption: str
    event_seq: int
    url: str
    thumb_url: str | None
    public_url: str | None
    view_url: str | None
    scan_state: str


class CasePage(CaseRow):
    text: str
    place: PlaceOut
    occurred_at: datetime | None
    accepted_at: datetime | None
    dispatched_at: datetime | None
    review_date: str | None
    external_id: str | None
    facts: dict[str, Any]
    requester: RequesterOut | None
    clocks: list[ClockOut]
    assignments: list[AssignmentOut]
    joined: list[CaseRow]
    joined_to: str | None
    split_from: str | None
    parts: list[str]
    callbacks: list[CallbackOut]
    attachments: list[FileOut]
    returns: dict[str, int]
    actions: list[ActionOffer]
    head: dict[str, Any]


class EventOut(Schema):
    seq: int
    at: datetime
    actor: dict[str, str]
    action: str
    action_name: str
    summary: str
    from_state: str
    to_state: str
    to_state_name: str
    payload: dict[str, Any]
    hash: str


class EventList(Schema):
    items: list[EventOut]


class Done(Schema):
    """What an action left behind; the page reads the case again."""

    number: str
    version: int
    state: str
    state_name: str
    open: bool
    next_due_at: datetime | None


class BulkItem(Strict):
    number: Code
    version: int | None = Field(None, ge=1, le=2**31 - 1)


class BulkIn(Strict):
    items: list[BulkItem] = Field(min_length=1, max_length=200)
    data: LongJson = {}


class BulkOut(Schema):
    results: list[dict[str, Any]]


class ByPhoneIn(Strict):
    """In the body: a number in the address would stay in the logs of every machine on the way."""

    phone: Annotated[str, StringConstraints(min_length=3, max_length=40, pattern=r"^[^\x00]*$")]


class UnmaskIn(Strict):
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^[^\x00]*$")]


class Unmasked(Schema):
    name: str
    phone: str
    id_number: str
    address: str
    expires_in: int


class ByPhone(Schema):
    mask: str
    cases: list[CaseRow]


class DraftIn(Strict):
    id: uuid.UUID
    data: LongJson


class DraftOut(Schema):
    id: uuid.UUID
    data: dict[str, Any]
    updated_at: datetime


class WorkListOut(Schema):
    code: str
    name: str
    name_en: str
    sort: str
    count: int | None
    due_soon: int
    overdue: int


class Lines(Schema):
    lines: list[str]
