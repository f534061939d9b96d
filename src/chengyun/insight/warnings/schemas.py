"""Shapes of warnings, for checking input and for the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chengyun.cases.schemas import Id
from chengyun.kernel.given import Moment

from .words import LEVEL_CODES

Code = Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")]
Note = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")]
State = Literal["", "open", "decided", "confirmed", "supervised", "patrolled", "dismissed"]
Level = Literal["urgent", "serious", "watch"]


class WarningQuery(BaseModel):
    """Open ones come by level and last growth, all others by the time they were raised."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    state: State = "open"
    level: Annotated[
        Literal["", "urgent", "serious", "watch"], AfterValidator(lambda code: LEVEL_CODES.get(code, 0))
    ] = ""
    nature: Literal["", "safety", "collective", "sensitive", "emerging"] = ""
    rule: Code = ""
    area: Code = Field("", description="Area code; what is below is included")
    decided_from: Moment | None = None
    hit: bool | None = Field(None, description="true: confirmed or acted upon; false: dismissed")
    cursor: str = Field("", max_length=1000)
    limit: int = Field(30, ge=1, le=100)


class WarningNamed(Schema):
    code: str
    name: str


class WarningOut(Schema):
    """`query` opens its cases as a list; `evidence` is what each rule found, with counts and, for growth, what was to
    be expected and how rarely chance alone gives as many (`p`)."""

    id: int
    title: str
    level: str
    level_name: str
    nature: str
    nature_name: str
    state: str
    state_name: str
    version: int
    cases: int
    query: dict[str, Any]
    rules: list[WarningNamed]
    evidence: list[dict[str, Any]]
    advice: str
    area: WarningNamed | None
    category: WarningNamed | None
    opened_at: str
    last_at: str
    decided_at: str | None
    decided_by: str
    reason: str


class OpenCounts(Schema):
    total: int
    urgent: int
    serious: int
    watch: int


class WarningList(Schema):
    items: list[WarningOut]
    next_cursor: str | None
    open: OpenCounts
    at: str


class WarningMember(Schema):
    number: str
    title: str
    received_at: str
    open: bool
    supervised: bool
    callers: int
    category: str
    area: str


class WarningStepOut(Schema):
    at: str
    actor: str
    action: str
    note: str
    detail: dict[str, Any]


class WarningDetail(WarningOut):
    """`members`: its newest cases, 50 at most. `actions`: what this person may do now. `earlier`: the same matter
    before."""

    members: list[WarningMember]
    actions: list[str]
    steps: list[WarningStepOut]
    earlier: list[WarningOut]


class RuleTold(Schema):
    """`judged`, `hits`, `dismissed`: warnings decided in the last 90 days; `query` lists them."""

    code: str
    name: str
    way: str
    way_name: str
    level: str
    nature: str
    valid: bool
    source: str
    minimum: int
    hours: int
    words: list[str]
    judged: int
    hits: int
    dismissed: int
    query: dict[str, Any]


class DecisionIn(Schema):
    """`version` as it was seen. dismiss asks for a `reason`, supervise for a `note`, patrol for a `unit_id`."""

    model_config = ConfigDict(extra="forbid")
    action: Literal["confirm", "dismiss", "supervise", "patrol", "reopen"]
    version: int = Field(ge=1, le=2147483647)
    note: Note = ""
    reason: Literal["", "unrelated", "known", "planned", "wording", "repeated", "other"] = ""
    numbers: list[Annotated[str, Field(max_length=32, pattern=r"^[^\x00]*$")]] = Field([], max_length=50)
    unit_id: Id | None = None
