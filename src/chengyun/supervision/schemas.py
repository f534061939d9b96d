"""Shapes of the supervision API: orders."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, Code, Id, Strict
from chengyun.kernel.given import Moment

Note = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
Title = Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")]
State = Literal["", "all", "open", "waiting", "replied", "overdue", "done", "escalated", "withdrawn"]


class OrderQuery(BaseModel):
    """Orders that are open come by what is due first, all others the newest first."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    state: State = "open"
    step: Code = ""
    origin: Literal["", "hand", "case", "rule", "ladder", "programme"] = ""
    unit: Code = Field("", description="Unit code; units below are included")
    programme: Id | None = None
    case: Annotated[str, Field(max_length=32, pattern=r"^[^\x00]*$")] = Field("", description="A case's number")
    due_from: Moment | None = Field(None, description="First limit of a unit's part, as the measures count")
    due_to: Moment | None = None
    part: Literal["", "done", "not_done", "on_time", "late", "required"] = ""
    card: Literal["", "any", "yellow", "red"] = ""
    card_from: Moment | None = None
    card_to: Moment | None = None
    q: Annotated[str, Field(max_length=80, pattern=r"^[^\x00]*$")] = ""
    cursor: str = Field("", max_length=1000)
    limit: int = Field(30, ge=1, le=100)


class OrderOut(Schema):
    """`remaining`: what is left of the limit in its own unit; `proposed`: the step failed, the next one is proposed."""

    id: int
    number: str
    title: str
    step: str
    step_name: str
    level: int
    state: str
    state_name: str
    overdue: bool
    due_soon: bool
    origin: str
    origin_name: str
    cases: int
    query: dict[str, Any]
    units: list[str]
    due_at: str | None
    remaining: str
    started_at: str
    started_by: str
    closed_at: str | None
    version: int
    sent_back: int
    reply_required: bool
    proposed: bool


class OrderFigures(Schema):
    open: int
    waiting: int
    replied: int
    overdue: int


class OrderList(Schema):
    items: list[OrderOut]
    next_cursor: str | None
    figures: OrderFigures
    at: str


class UnitNamed(Schema):
    id: int
    name: str


class OrderPartOut(Schema):
    """`clock`: how the due time comes about. `late`: the first answer came after the first limit. `mine`: this person
    may answer."""

    id: int
    unit: UnitNamed
    state: str
    state_name: str
    due_at: str
    clock: list[str]
    overdue: bool
    reply: str
    replied_at: str | None
    replied_by: str
    sent_back: int
    late: bool
    mine: bool


class OrderMember(Schema):
    number: str
    title: str
    open: bool
    due_status: str
    next_due_at: str | None
    unit: str
    received_at: str
    closed_at: str | None


class CardOut(Schema):
    id: int
    colour: str
    name: str
    at: str
    reason: str
    unit: str
    withdrawn_at: str | None
    withdrawn_why: str
    may_withdraw: bool


class OrderStepOut(Schema):
    at: str
    actor: str
    for_name: str
    action: str
    unit: str
    note: str
    detail: dict[str, Any]


class OrderLink(Schema):
    id: int
    number: str
    step_name: str


class NextStep(Schema):
    """`usual`: the one that the ladder names."""

    code: str
    name: str
    usual: bool
    card: str


class ProgrammeLink(Schema):
    id: int
    name: str


class OrderDetail(OrderOut):
    """`settled`: no case of it waits for its unit any more. `actions`: what this person may do now."""

    requirement: str
    settled: bool
    actions: list[str]
    next: list[NextStep]
    parts: list[OrderPartOut]
    members: list[OrderMember]
    cards: list[CardOut]
    steps: list[OrderStepOut]
    previous: OrderLink | None
    following: list[OrderLink]
    programme: ProgrammeLink | None


class OrderIn(Strict):
    """`unit_ids` empty: each unit that leads one of the cases gets its own order; else one order for all these."""

    step: Code
    requirement: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    title: Title = ""
    numbers: list[CaseNumber] = Field([], max_length=200)
    unit_ids: list[Id] = Field([], max_length=30)
    programme_id: Id | None = None


class OrdersMade(Schema):
    items: list[OrderLink]


class OrderActIn(Strict):
    """`version` of the order as seen (not for reply). reply, send_back, withdraw and withdraw_card need a `note`."""

    action: Literal["reply", "accept", "send_back", "escalate", "withdraw", "withdraw_card"]
    version: int | None = Field(None, ge=1, le=2147483647)
    note: Note = ""
    part_id: Id | None = None
    card_id: Id | None = None
    step: Code = ""


class LadderStep(Schema):
    code: str
    name: str
    level: int
    may: bool
    amount: str
    unit: str
    reply_required: bool
    next: str
    automatic: bool
    card: str


class LadderOut(Schema):
    steps: list[LadderStep]
