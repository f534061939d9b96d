"""Shapes of the dispatch rules' API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, Code, Line, Strict

from .language.syntax import MOST_CHARACTERS

Expression = Annotated[
    str, StringConstraints(max_length=2 * MOST_CHARACTERS, pattern=r"^[^\x00]*$", strip_whitespace=False)
]
"""As it was typed: faults name places in it, and completing needs the blank at its end."""
RuleCode = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]
Target = Literal["unit", "subdistrict", "community", "manager", "none"]
Urgency = Literal["", "normal", "urgent", "emergency"]
Reason = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
Mark = Annotated[str, StringConstraints(max_length=64, pattern=r"^[^\x00]*$")]


def _storable(day: date) -> date:
    if not 1900 <= day.year < 2200:
        raise ValueError("年份要在 1900 到 2200 之间")
    return day


Day = Annotated[date, AfterValidator(_storable)]


class RuleCodeName(Schema):
    code: str
    name: str


class RuleTrialCounts(Schema):
    """matched = agreed + differing + undecided (not dispatched yet) + unresolved (no unit for its place) + earlier
    (another rule before this one decides)."""

    matched: int
    agreed: int
    differing: int
    undecided: int
    unresolved: int
    earlier: int


class RuleTrialUnit(Schema):
    name: str
    code: str
    cases: int


class RuleTrialOut(Schema):
    """A dry run. Cases of a figure: GET /cases?gathered=rule_trial:ID.GROUP. `current`: of what the rule says now."""

    id: UUID
    state: Literal["queued", "running", "done", "failed"]
    rule: str
    looked: int
    total: int
    since: datetime
    until: datetime
    at: datetime
    by: str
    counts: RuleTrialCounts
    agreement: float | None
    units: list[RuleTrialUnit]
    current: bool


class DispatchRuleOut(Schema):
    """`expression` with codes, `shown` with names. state: on, off, broken (on, but something it names is gone), future,
    closed. `tried`: what it says now has been tried, so that it can be switched on."""

    code: str
    name: str
    position: int
    expression: str
    shown: str
    target: str
    target_name: str
    unit: RuleCodeName | None
    co_units: list[RuleCodeName]
    category: RuleCodeName | None
    urgency: str
    enabled: bool
    state: str
    version: int
    valid_from: date | None
    valid_to: date | None
    source: str
    etag: str
    faults: list[str]
    alarm_since: datetime | None
    trial: RuleTrialOut | None
    tried: bool


class DispatchRuleList(Schema):
    """In the order in which they are asked. `mark` is to be sent along when the order is changed."""

    rules: list[DispatchRuleOut]
    mark: str
    may_change: bool
    targets: list[RuleCodeName]


class RuleContent(Strict):
    expression: Expression = Field(min_length=1)
    target: Target = "unit"
    unit: RuleCode = ""
    co_units: list[RuleCode] = Field([], max_length=20)
    category: RuleCode = ""
    urgency: Urgency = ""


class DispatchRuleIn(RuleContent):
    """A whole rule. Names in the expression become codes."""

    code: RuleCode = ""
    name: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00]*$")]
    valid_from: Day | None = None
    valid_to: Day | None = None
    source: Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
    reason: Reason = ""
    etag: Mark = ""


class RuleSwitchIn(Strict):
    on: bool
    reason: Annotated[str, StringConstraints(min_length=2, max_length=500, pattern=r"^[^\x00]*$")]
    etag: Mark


class RuleOrderIn(Strict):
    codes: list[RuleCode] = Field(max_length=5000)
    mark: Mark
    reason: Reason = ""


class RulesMoved(Schema):
    moved: int


class RuleTrialIn(RuleContent):
    """What is to be tried: a saved rule has its code, a new one none."""

    code: RuleCode = ""


class RuleCheckIn(Strict):
    expression: Expression = ""


class RuleFault(Schema):
    """Characters `at` to `end`; `instead` is what may be written there."""

    at: int
    end: int
    message: str
    instead: list[str]


class RuleCheckOut(Schema):
    ok: bool
    shown: str
    faults: list[RuleFault]


class RuleCompleteItem(Schema):
    text: str
    label: str
    detail: str
    kind: Literal["name", "word"]


class RuleCompleteOut(Schema):
    start: int
    items: list[RuleCompleteItem]


class NamesQuery(Strict):
    field: Literal["unit", "category"]
    q: Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\x00]*$")] = ""


class RuleNameOut(Schema):
    code: str
    name: str
    hint: str


class RuleExplainIn(RuleCheckIn):
    number: CaseNumber


class RuleExplainPart(Schema):
    text: str
    held: bool
    passages: list[str]


class RuleExplainOut(Schema):
    number: str
    title: str
    holds: bool
    parts: list[RuleExplainPart]


# --- precedents -------------------------------------------------------------------------------------------------------
class PrecedentQuery(Strict):
    q: Line = Field("", description="Words of the matter or the basis, or the number of the case")
    category: Code = Field("", description="Category code; a major class includes its minor classes")
    unit: Code = Field("", description="Unit code")
    holds: bool | None = None
    cursor: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")] = ""
    limit: int = Field(30, ge=1, le=100)


class PrecedentMarkOut(Schema):
    holds: bool
    why: str
    by: str
    at: datetime


class PrecedentOut(Schema):
    """`number` is empty when this person may not see the case."""

    id: int
    matter: str
    basis: str
    unit: RuleCodeName
    category: RuleCodeName | None
    area: str
    number: str
    ruled_at: datetime
    ruled_by: str
    holds: bool
    marks: list[PrecedentMarkOut]


class PrecedentPage(Schema):
    items: list[PrecedentOut]
    next_cursor: str | None
    may_change: bool


class PrecedentMarkIn(Strict):
    holds: bool
    why: Annotated[str, StringConstraints(min_length=2, max_length=500, pattern=r"^[^\x00]*$")]
