"""Shapes of the population API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Line, Strict
from chengyun.kernel.given import AwareMoment

Short = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^[^\x00]*$")]
Lng = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Level = Literal["estate", "building", "unit", "room"]
Use = Literal["", "home", "shop", "office", "mixed", "other"]
Tenure = Literal["", "own", "rented", "empty", "other"]
Residence = Literal["", "local", "floating", "abroad", "away"]
Outcome = Literal["met", "absent", "refused", "moved"]


class AddressIn(Strict):
    """With `id` a change (point, other spellings, note, use), else a new node below `parent_id`, or in `area`."""

    id: Id | None = None
    parent_id: Id | None = None
    area: Code = ""
    level: Level = "building"
    name: Short = ""
    lng: Lng | None = None
    lat: Lat | None = None
    aliases: list[Line] | None = Field(None, max_length=10)
    note: Line | None = None
    use: Use = ""
    tenure: Tenure = ""


class ResidentIn(Strict):
    """With `id` a change; empty fields keep what is known."""

    id: Id | None = None
    address_id: Id | None = None
    name: Short = ""
    phone: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    id_number: Annotated[str, StringConstraints(max_length=30, pattern=r"^[^\x00]*$")] = ""
    relation: Annotated[str, StringConstraints(max_length=20, pattern=r"^[^\x00]*$")] = ""
    residence: Residence = ""
    moved_out: bool = False


class PremisesIn(Strict):
    id: Id | None = None
    address_id: Id | None = None
    name: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")] = ""
    trade: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    staff: int | None = Field(None, ge=0, le=100_000)
    contact: Short = ""
    phone: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    closed: bool = False


class KindsIn(Strict):
    """Kinds of key persons from today on; `note` is sealed."""

    kinds: list[Code] = Field(..., max_length=20)
    note: Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")] = ""


class WhyIn(Strict):
    reason: Reason


class FindPeopleIn(Strict):
    """A whole name, phone or ID number."""

    text: Annotated[str, StringConstraints(min_length=2, max_length=60, pattern=r"^[^\x00]*$")]


class VisitProblemIn(Strict):
    text: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    category_id: Id | None = None
    urgency: Literal["normal", "urgent"] = "normal"


class VisitIn(Strict):
    """What the visitor's phone sends; `uuid` is made on the phone, so that sending again is harmless."""

    uuid: UUID
    plan_id: Id
    at: AwareMoment
    lng: Lng | None = None
    lat: Lat | None = None
    accuracy: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)] | None = None
    outcome: Outcome
    found: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")] = ""
    file_ids: list[UUID] = Field([], max_length=9)
    problem: VisitProblemIn | None = None


class AssignIn(Strict):
    """`username` empty: back to the rule (the worker of the grid)."""

    plan_ids: list[Id] = Field(..., min_length=1, max_length=500)
    username: Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")] = ""


class ExportPeopleIn(Strict):
    what: Literal["residents", "premises", "key_persons", "visits"]
    area: Code = ""
    month: Annotated[str, StringConstraints(max_length=7, pattern=r"^(\d{4}-\d{2})?$")] = ""
    format: Literal["xlsx", "csv"] = "xlsx"
    reason: Reason


# --- answers ----------------------------------------------------------------------------------------------------------
class AddressOut(Schema):
    id: int
    parent_id: int | None
    level: str
    name: str
    whole: str
    lng: float | None
    lat: float | None
    grid: str
    grid_code: str
    community: str
    community_code: str
    aliases: list[str]
    note: str


class AddressNode(AddressOut):
    """`homes`, `people`, `units` at or below it."""

    homes: int
    people: int
    units: int


class AddressTree(Schema):
    items: list[AddressNode]
    more: bool


class AddressFound(Schema):
    """`read`: how the words were understood; `near` only when nothing was found."""

    read: dict[str, str]
    found: list[AddressOut]
    near: list[AddressOut]


class ResidentOut(Schema):
    """All masked."""

    id: int
    name: str
    phone: str
    id_number: str
    relation: str
    residence: str
    since: date | None
    kinds: list[dict[str, str]]
    household_id: int | None = None


class HouseOut(Schema):
    id: int
    address_id: int
    address: str
    name: str
    use: str
    tenure: str
    people: list[ResidentOut]


class PremisesOut(Schema):
    id: int
    address_id: int
    name: str
    trade: str
    staff: int | None
    contact: str
    phone: str


class AddressDetail(AddressOut):
    path: list[dict[str, Any]]
    houses: list[HouseOut]
    premises: list[PremisesOut]
    may_unmask: bool
    may_key: bool


class ResidentFound(ResidentOut):
    address: str
    address_id: int
    until: date | None


class ResidentsFound(Schema):
    items: list[ResidentFound]


class ResidentClear(Schema):
    """Shown for a minute; the look is recorded."""

    name: str
    phone: str
    id_number: str
    expires_in: int


class VisitOut(Schema):
    id: int
    uuid: str
    plan_id: int
    at: datetime
    received_at: datetime
    worker: str
    outcome: str
    found: str
    metres: int | None
    due_was: date
    case_number: str | None
    files: list[dict[str, str]]


class VisitRow(VisitOut):
    kind_name: str
    title: str
    address: str
    address_id: int


class VisitList(Schema):
    items: list[VisitRow]
    total: int
    next_cursor: str | None


class VisitPlanOut(Schema):
    id: int
    kind: str
    kind_name: str
    ask: str
    subject: str
    title: str
    address: str
    address_id: int
    grid: str
    grid_code: str
    lng: float | None
    lat: float | None
    due_on: date
    overdue_days: int
    last_at: datetime | None
    active: bool
    worker: str
    worker_name: str
    by_hand: bool


class VisitPlanList(Schema):
    items: list[VisitPlanOut]
    total: int
    next_cursor: str | None


class PlanPerson(Schema):
    id: int
    name_mask: str
    phone_mask: str
    relation: str


class MyPlan(VisitPlanOut):
    people: list[PlanPerson]


class MyVisits(Schema):
    items: list[MyPlan]
    total: int
    day: date


class VisitPlanDetail(MyPlan):
    note: str
    visits: list[VisitOut]


class VisitAnswer(Schema):
    id: int
    uuid: str
    plan_id: int
    at: datetime
    outcome: str
    next_due_on: date | None
    case_number: str | None
    metres: int | None


class VisitFigures(Schema):
    due: int
    done: int
    overdue: int
    plans: int
    share: float | None


class CoveragePart(VisitFigures):
    key: str
    name: str


class VisitCoverage(Schema):
    """`due` in the month, `done` of them, `overdue` now, `plans` in all; `share` is done / due in per cent."""

    month: str
    by: str
    whole: VisitFigures
    items: list[CoveragePart]
    kinds: list[dict[str, str]]


class Assigned(Schema):
    assigned: int
