"""Shapes of what phones send and get."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, CasePage, CaseRow, Code, Id, NextAction, PlaceIn, Strict
from chengyun.kernel.given import AwareMoment, Json, LongJson


class PhoneReportIn(Strict):
    """A new event. The channel is that of grid workers; `then` may settle it on the spot."""

    kind: Code = "event"
    category_id: Id | None = None
    text: Annotated[str, StringConstraints(min_length=2, max_length=20_000, pattern=r"^[^\x00]*$")]
    urgency: Code = ""
    place: PlaceIn = PlaceIn()
    files: list[UUID] = Field([], max_length=30)
    then: list[NextAction] = Field([], max_length=1)


class PhoneActIn(Strict):
    """An action on a case, as in POST /cases/{number}/actions/{action}. `version` is the one that the worker saw."""

    number: CaseNumber
    action: Code
    version: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    assignment_id: Id | None = None
    data: LongJson = {}


class PhoneCommandIn(Strict):
    """Exactly one of `act` and `report`."""

    uuid: UUID
    made_at: AwareMoment
    act: PhoneActIn | None = None
    report: PhoneReportIn | None = None


class PhoneCommandsIn(Strict):
    commands: list[PhoneCommandIn] = Field(min_length=1, max_length=20)


class PhoneCommandResult(Schema):
    """`status` 200: carried out, now or before (`repeated`). 424: not tried, as an earlier one of the same case in this
    sending failed. Else the status of `problem` (RFC 9457); a 409 has `now`, the case as it is."""

    uuid: UUID
    status: int
    repeated: bool = False
    answer: dict[str, Any] | None = None
    problem: dict[str, Any] | None = None
    now: dict[str, Any] | None = None


class PhoneCommandsOut(Schema):
    results: list[PhoneCommandResult]


class PhoneUploadIn(Strict):
    uuid: UUID
    name: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00/\\]*$")]
    size: Annotated[int, Field(ge=1, le=50 * 1024 * 1024)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    proof: Json = {}


class PhoneUploadOut(Schema):
    """`received`: from which byte on the rest is wanted. `file_id`: it is whole, and this is its file."""

    uuid: UUID
    size: int
    received: int
    file_id: UUID | None


class PhoneGridOut(Schema):
    id: int
    code: str
    name: str
    level: str
    geometry: dict[str, Any] | None
    bbox: list[float] | None


class PhoneWorkerOut(Schema):
    name: str
    unit: str
    unit_id: int | None


class PhoneDayOut(Schema):
    """What a phone needs for the day; the tasks themselves are read one by one, when their version is newer."""

    at: datetime
    worker: PhoneWorkerOut
    grids: list[PhoneGridOut]
    tasks: list[CaseRow]
    more: bool
    done_today: int
    piece: int


class PhoneTaskOut(CasePage):
    """A case with what can be done after the action named, so that a worker without a network can go on."""

    after: dict[str, list[dict[str, Any]]]
