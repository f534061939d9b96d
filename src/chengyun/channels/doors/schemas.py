"""Shapes of the doors, for checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from chengyun.kernel.given import LongJson

Short = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(max_length=4000, pattern=r"^[^\x00]*$")]
Secret = Annotated[str, StringConstraints(max_length=8000, pattern=r"^[^\x00]*$")]
Fields = Annotated[dict[Short, Words], Field(max_length=60)]
State = Literal["inside", "unconfigured", "off", "ok", "error", "stalled"]


class DoorStrict(Schema):
    model_config = ConfigDict(extra="forbid", title=None)


class DoorRow(Schema):
    """A door in the list. `query` opens the cases of the last seven days."""

    code: str
    name: str
    kind: str
    declared: bool
    inside: bool
    active: bool
    state: State
    state_name: str
    transport_in: str
    transport_in_name: str
    transport_out: str
    transport_out_name: str
    last_in_at: datetime | None
    last_error_in: str
    last_error_in_at: datetime | None
    held: int
    cases: int
    query: dict[str, Any]


class DoorFieldOut(Schema):
    name: str
    label: str
    way: str
    what: str
    labels: list[str]
    default: str
    source: str
    changed: bool


class DoorCodesOut(Schema):
    name: str
    label: str
    rows: dict[str, str]
    source: str
    changed: bool


class DoorLimitOut(Schema):
    """A limit that binds cases of this door. `policy`: the row of the master data table "limits" it stands in."""

    stage: str
    stage_name: str
    amount: str
    unit: str
    policy: str
    source: str


class DoorStepOut(Schema):
    code: str
    name: str
    on: list[str]
    on_names: list[str]
    message: str
    path: str
    fields: dict[str, str]
    source: str
    enabled: bool


class DoorDeclared(Schema):
    """What the door declares, with the district's changes."""

    source: str
    note: str
    operator: dict[str, str]
    testing: dict[str, str]
    transports: list[str]
    items: str
    fields: list[DoorFieldOut]
    codes: list[DoorCodesOut]
    codes_out: list[DoorCodesOut]
    limits_text: str
    limits_source: str
    limits: list[DoorLimitOut]
    write_back: list[DoorStepOut]
    faults: list[dict[str, str]]


class DoorConnectionOut(Schema):
    """How it is connected. `secrets`: which are set, never what they are."""

    transport_in: str
    transport_out: str
    settings_in: dict[str, Any]
    settings_out: dict[str, Any]
    scheme: str
    secrets: dict[str, bool]
    enabled: bool
    changes: dict[str, Any]
    watermark: dict[str, Any]
    last_try_at: datetime | None
    next_try_at: datetime | None
    errors_in: int
    version: int
    updated_at: datetime | None
    updated_by: str


class DoorChoice(Schema):
    """`search`: pinyin and words by which it is found too."""

    code: str
    name: str
    search: str = ""


class DoorEditing(Schema):
    """What the form of this district's changes stands on. `declared`: with what the district's profile brought
    (`profile`), without the changes made on the page. `fields`: all that an item may fill, besides facts.…;
    `choices`: our codes of a field, where they are a closed list."""

    declared: DoorDeclared
    profile: dict[str, Any]
    fields: list[DoorChoice]
    codes_out: list[DoorChoice]
    choices: dict[str, list[DoorChoice]]


class DoorOut(DoorRow):
    """`forms`: the settings of each way in and out; `public_key`: ours, when we sign with SM2."""

    declaration: DoorDeclared | None
    connection: DoorConnectionOut
    forms: dict[str, Any]
    editing: DoorEditing | None
    public_key: str
    push_path: str
    may_manage: bool


class DoorIn(DoorStrict):
    """Secrets: only those that change; "" removes one. `version`: as it was seen; somebody saved meanwhile: 409."""

    transport_in: Short = ""
    transport_out: Short = ""
    settings_in: LongJson = {}
    settings_out: LongJson = {}
    scheme: Literal["", "hmac-sha256", "hmac-sm3", "sm2"] = ""
    secrets: Annotated[dict[Short, Secret], Field(max_length=10)] = {}
    enabled: bool = False
    changes: LongJson | None = None
    version: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class DoorTest(DoorStrict):
    """`what`: in or out; now: have it read at once by the worker."""

    what: Literal["in", "out", "now"] = "in"


class DoorTested(Schema):
    ok: bool
    words: str
    items: int
    first: dict[str, str]


class HeldRow(Schema):
    id: int
    external_id: str
    what: str
    what_name: str
    state: str
    state_name: str
    reasons: list[dict[str, str]]
    waits: bool
    case_number: str
    transport: str
    came_from: str
    received_at: datetime
    settled_at: datetime | None
    settled_by: str
    note: str


class HeldList(Schema):
    items: list[HeldRow]
    next: str


class HeldOut(HeldRow):
    """`fields`: as understood, people masked; `raw`: as it came, masked."""

    fields: dict[str, str]
    labels: dict[str, str]
    raw: str


class HeldIn(DoorStrict):
    """take: with corrections; drop: with the reason."""

    do: Literal["take", "drop"]
    corrections: Fields = {}
    note: Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")] = ""


class AgainOut(Schema):
    new: int
    changed: int
    held: int


class CopiedIn(DoorStrict):
    """A copied message, or rows of a table with their header. `take`: make cases of it, else only a preview."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=60_000, pattern=r"^[^\x00]*$")]
    corrections: Fields = {}
    take: bool = False


class CopiedItem(Schema):
    fields: dict[str, str]
    errors: list[dict[str, str]]
    became: str
    number: str
    item_id: int | None


class CopiedOut(Schema):
    items: list[CopiedItem]
    labels: dict[str, str]
    template: str


class ByHandDoor(Schema):
    code: str
    name: str
    labels: dict[str, str]
    template: str


class DoorTokenOut(Schema):
    id: int
    name: str
    prefix: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class DoorTokenIn(DoorStrict):
    """`overlap_hours`: how long the present ones go on; absent: they are left alone."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00]*$")]
    days: Annotated[int, Field(ge=1, le=3650)] | None = None
    read_only: bool = False
    overlap_hours: Annotated[int, Field(ge=0, le=2160)] | None = None


class DoorTokenNew(DoorTokenOut):
    secret: str


class PushedItem(Schema):
    external_id: str
    became: Literal["created", "known", "changed", "held"]
    number: str
    reasons: list[dict[str, str]]


class PushedOut(Schema):
    """What became of each item, in their order. `held`: kept for a person, not lost; do not send it again."""

    created: int
    known: int
    changed: int
    held: int
    items: list[PushedItem]
