"""Shapes of the field API: patrols, positions, points checked, what leaders see."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.schemas import Code, Strict
from chengyun.kernel.given import AwareMoment

Note = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]
Lng = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Metres = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Month = Annotated[str, StringConstraints(pattern=r"^(20[0-9]{2}-(0[1-9]|1[0-2]))?$")]
Cursor = Annotated[str, Field(max_length=1000)]


# --- from the phone ---------------------------------------------------------------------------------------------------
class PatrolStart(Strict):
    """`id` is made by the phone: the same again changes nothing. Without `grid`: that of the plan or of the place."""

    id: uuid.UUID
    at: AwareMoment
    sent_at: AwareMoment | None = None
    plan: Code = ""
    grid: Code = ""
    lng: Lng | None = None
    lat: Lat | None = None


class PatrolStop(Strict):
    at: AwareMoment
    sent_at: AwareMoment | None = None
    note: Note = ""


class PositionIn(Strict):
    """`seq` rises within a patrol; (patrol, seq, at) is taken once."""

    seq: int = Field(ge=0, le=2**31 - 1)
    at: AwareMoment
    lng: Lng
    lat: Lat
    accuracy: Metres | None = None
    speed: Annotated[float, Field(ge=0, le=500, allow_inf_nan=False)] | None = None
    battery: int | None = Field(None, ge=0, le=100)


class PositionsIn(Strict):
    """`sent_at`: what the phone's clock says when it sends, so that a wrong clock is noted."""

    patrol: uuid.UUID
    sent_at: AwareMoment
    positions: list[PositionIn] = Field(min_length=1, max_length=200)


class CheckIn(Strict):
    id: uuid.UUID
    patrol: uuid.UUID
    point: Code
    at: AwareMoment
    sent_at: AwareMoment | None = None
    lng: Lng
    lat: Lat
    accuracy: Metres | None = None
    result: Literal["fine", "problem"] = "fine"
    note: Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")] = ""
    photos: list[uuid.UUID] = Field([], max_length=9)


class PositionsOut(Schema):
    """`known`: came before; `outside`: not within the patrol, not kept."""

    stored: int
    known: int
    marked: int
    outside: int
    last_seq: int


class PointCheckOut(Schema):
    id: str
    point: str
    arrived: bool
    distance_m: float


class PatrolAreaOut(Schema):
    id: int
    code: str
    name: str


class PatrolOut(Schema):
    id: str
    number: int
    worker: str
    unit: str
    state: str
    ended_how: str
    day: str
    started_at: str
    ended_at: str | None
    grid: PatrolAreaOut | None
    plan: str
    positions: int
    marked: int
    gaps: int
    distance_m: float
    seconds: int
    grid_seconds: int
    checked: int
    skew_s: int
    last_at: str | None
    note: str


class PointOut(Schema):
    code: str
    name: str
    kind: str
    lng: float
    lat: float
    radius: int
    question: str
    photo_required: bool
    grid: str
    last_at: str | None


class PlanOut(Schema):
    """`done` of `times` in the present period: patrols on which every point was reached."""

    code: str
    name: str
    worker: str
    grid: PatrolAreaOut | None
    per: str
    per_name: str
    times: int
    done: int
    reached: int
    points: list[str]


class TodayOut(Schema):
    patrol: PatrolOut | None
    plans: list[PlanOut]
    points: list[PointOut]
    rules: dict[str, float]
    figures: dict[str, Any]


# --- for the desk -----------------------------------------------------------------------------------------------------
class PatrolQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    state: Literal["", "running", "ended"] = ""
    worker: Code = Field("", description="User name")
    grid: Code = Field("", description="Area code; all below is included")
    unit: Code = ""
    first: date | None = None
    last: date | None = None
    gaps: bool | None = None
    marked: bool | None = None
    cursor: Cursor = ""
    limit: int = Field(50, ge=1, le=200)


class PatrolList(Schema):
    items: list[PatrolOut]
    next_cursor: str | None


class CheckQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    worker: Code = ""
    grid: Code = ""
    point: Code = ""
    patrol: uuid.UUID | None = None
    result: Literal["", "fine", "problem"] = ""
    arrived: bool | None = None
    first: date | None = None
    last: date | None = None
    cursor: Cursor = ""
    limit: int = Field(50, ge=1, le=200)


class CheckRow(Schema):
    id: str
    point: str
    point_name: str
    grid: str
    worker: str
    at: str
    received_at: str
    arrived: bool
    distance_m: float
    result: str
    note: str
    photos: list[str]
    patrol: str


class CheckList(Schema):
    items: list[CheckRow]
    next_cursor: str | None


class NowRow(Schema):
    patrol: str
    worker: str
    username: str
    unit: str
    grid: PatrolAreaOut | None
    at_grid: str
    started_at: str
    at: str | None
    seconds_ago: int | None
    freshness: str
    lng: float | None
    lat: float | None
    accuracy: float | None
    battery: int | None
    distance_m: float
    gaps: int
    checked: int


class NowOut(Schema):
    items: list[NowRow]
    figures: dict[str, int]
    at: str
    gap_minutes: float


class TrackOut(Schema):
    """`stretches`: lines of good points as [seconds since the start, lng, lat] and gaps between them; `doubtful`:
    marked points, which are in no line."""

    patrol: PatrolOut
    stretches: list[dict[str, Any]]
    doubtful: list[dict[str, Any]]
    checks: list[CheckRow]


class CoverageOut(Schema):
    first: str
    last: str
    figures: dict[str, Any]
    grids: list[dict[str, Any]]
    points: list[dict[str, Any]]


class PatrolRankingOut(Schema):
    by: str
    month: str
    weights: list[dict[str, Any]]
    items: list[dict[str, Any]]


class PlanList(Schema):
    items: list[PlanOut]
    figures: dict[str, int]
