"""Shapes of call-ups and handsets."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Line, Strict
from chengyun.kernel.given import AwareMoment

from .schemas import Cursor, Lat, Lng, Metres, Month, Note


# --- call-ups ---------------------------------------------------------------------------------------------------------
class CallStart(Strict):
    """Without the right to call directly it waits for the subdistrict, which may name the units."""

    id: uuid.UUID
    at: AwareMoment | None = None
    sent_at: AwareMoment | None = None
    matter: Annotated[str, StringConstraints(min_length=4, max_length=120, pattern=r"^[^\x00]*$")]
    detail: Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")] = ""
    number: Annotated[str, StringConstraints(max_length=32, pattern=r"^[^\x00]*$")] = ""
    units: list[Id] = Field([], max_length=12)
    urgency: Literal["normal", "urgent"] = "normal"
    lng: Lng | None = None
    lat: Lat | None = None
    address: Line = ""


class CallAct(Strict):
    """`id` is made by the caller: the same again changes nothing. `unit_id`: whose part, when several are own."""

    id: uuid.UUID
    action: Literal["confirm", "decline", "respond", "arrive", "conclude", "rate", "withdraw"]
    at: AwareMoment | None = None
    sent_at: AwareMoment | None = None
    unit_id: Id | None = None
    units: list[Id] = Field([], max_length=12)
    note: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")] = ""
    lng: Lng | None = None
    lat: Lat | None = None
    accuracy: Metres | None = None
    stars: int | None = Field(None, ge=1, le=5)
    solved: bool | None = None


CallState = Literal["", "open", "late", "asked", "called", "handling", "concluded", "closed", "declined", "withdrawn"]


class CallQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    state: CallState = "open"
    unit: Code = Field("", description="Called unit, with those below")
    number: Annotated[str, Field(max_length=32, pattern=r"^[^\x00]*$")] = Field("", description="A case's number")
    stars: int | None = Field(None, ge=1, le=5)
    rated: bool | None = None
    in_time: bool | None = None
    first: date | None = None
    last: date | None = None
    cursor: Cursor = ""
    limit: int = Field(50, ge=1, le=100)


class CallPartOut(Schema):
    unit_id: int
    unit: str
    state: str
    state_name: str
    respond_due: str
    arrive_due: str
    responded_at: str | None
    responded_by: str
    arrived_at: str | None
    arrived_by: str
    arrived_m: float | None
    late: str
    stars: int | None
    rating_note: str
    mine: bool


class CallOut(Schema):
    id: str
    key: int
    number: str
    version: int
    matter: str
    state: str
    state_name: str
    urgency: str
    by_unit: str
    started_by: str
    started_at: str
    called_at: str | None
    case_number: str | None
    late: bool
    parts: list[CallPartOut]


class CallDetail(CallOut):
    detail: str
    address: str
    lng: float | None
    lat: float | None
    conclusion: str
    solved: bool | None
    concluded_at: str | None
    closed_at: str | None
    actions: list[str]
    steps: list[dict[str, Any]]


class CallList(Schema):
    items: list[CallOut]
    next_cursor: str | None
    figures: dict[str, int]
    may_call: bool
    direct: bool


# --- handsets ---------------------------------------------------------------------------------------------------------
class HandsetQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    state: Literal["", "store", "used", "lost", "repair", "scrapped"] = ""
    replace: bool = Field(False, description="Due for replacement within 90 days")
    q: Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")] = ""
    month: Month = Field("", description="With the usage of this month")
    fails: Literal["", "sms", "minutes", "connected", "normal", "any", "all"] = Field(
        "", description="Whose usage of the month is below the threshold; all: whoever has usage"
    )
    cursor: Cursor = ""
    limit: int = Field(50, ge=1, le=200)


class HandsetRow(Schema):
    id: int
    code: str
    work_number: str
    model: str
    state: str
    state_name: str
    area: str
    holder: str
    since: str | None
    replace_on: str | None
    usage: dict[str, Any] | None


class HandsetList(Schema):
    items: list[HandsetRow]
    next_cursor: str | None
    figures: dict[str, int]
    may: bool


class HandsetDetail(HandsetRow):
    version: int
    imei: str
    bought_on: str | None
    cost: float | None
    note: str
    actions: list[str]
    history: list[dict[str, Any]]
    months: list[dict[str, Any]]


class HandsetAct(Strict):
    action: Literal["hand_over", "give_back", "lose", "find", "repair", "repaired", "scrap", "plan"]
    version: int = Field(ge=1, le=2**31 - 1)
    username: Code = ""
    on: date | None = None
    note: Note = ""


class UsageOut(Schema):
    """`figures`: what the month says against its threshold, each with the filter of its handsets."""

    month: str
    months: list[str]
    handsets: int
    figures: list[dict[str, Any]]


class SurveyOut(Schema):
    period: str
    periods: list[str]
    questions: list[dict[str, str]]
    areas: list[dict[str, Any]]
    answered: int
    satisfied: int
    may: bool


class SurveyIn(Strict):
    period: Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-H[12]$")]
    area: Code
    answers: dict[Literal["signal", "battery", "speed", "app", "service"], Annotated[int, Field(ge=1, le=5)]]
    note: Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")] = ""
