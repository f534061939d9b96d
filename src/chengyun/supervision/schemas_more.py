"""Shapes of the supervision API: programmes, business cases, samples."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, Code, Id, Strict

from .schemas import Note


def _sensible(day: date) -> date:
    if not 2000 <= day.year < 2100:
        raise ValueError("年份要在 2000 到 2099 之间")
    return day


Day = Annotated[date, AfterValidator(_sensible)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80, pattern=r"^[^\x00]*$")]
Figure = dict[str, Any]
Amount = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]


# --- programmes -------------------------------------------------------------------------------------------------------
class GoalIn(Strict):
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00]*$")]
    unit: Annotated[str, StringConstraints(max_length=10, pattern=r"^[^\x00]*$")] = ""
    target: Amount
    actual: Amount | None = None


class ProgrammeUnitIn(Strict):
    unit_id: Id
    task: Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")] = ""


class ProgrammeIn(Strict):
    """`version` when it is changed. Its cases: `numbers`, and those of `categories` in `areas` while it runs."""

    version: int | None = Field(None, ge=1, le=2147483647)
    name: Name
    aim: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    starts: Day
    ends: Day
    lead_id: Id | None = None
    units: list[ProgrammeUnitIn] = Field([], max_length=100)
    categories: list[Code] = Field([], max_length=50)
    areas: list[Code] = Field([], max_length=50)
    numbers: list[CaseNumber] = Field([], max_length=500)
    goals: list[GoalIn] = Field([], max_length=20)


class ProgrammeReportIn(Strict):
    """`unit_id` empty: the centre about the whole. `goals`: name → what was reached."""

    unit_id: Id | None = None
    percent: int = Field(0, ge=0, le=100)
    text: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    goals: dict[Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")], Amount] = Field(
        {}, max_length=20
    )


class ProgrammeMoveIn(Strict):
    version: int = Field(ge=1, le=2147483647)
    state: Literal["running", "finished", "stopped"]
    text: Note = ""


class ProgrammeOut(Schema):
    """`elapsed`: share of its time that has passed; `percent`: what units report on average."""

    id: int
    name: str
    state: str
    state_name: str
    version: int
    starts: str
    ends: str
    lead: str
    late: bool
    elapsed: int
    percent: int | None
    figures: dict[str, Figure]
    orders: dict[str, int]


class ProgrammeList(Schema):
    items: list[ProgrammeOut]
    may_manage: bool


class CodeNamed(Schema):
    code: str
    name: str


class ProgrammeMember(Schema):
    number: str
    title: str
    open: bool


class ProgrammeUnitOut(Schema):
    id: int
    name: str
    task: str
    percent: int
    reported_at: str | None
    mine: bool


class ProgrammeReportOut(Schema):
    at: str
    actor: str
    unit: str
    action: str
    percent: int | None
    text: str
    goals: list[dict[str, Any]]


class GoalOut(Schema):
    name: str
    unit: str
    target: float
    actual: float | None


class ProgrammeDetail(ProgrammeOut):
    """`moves`: the states that this person may move it to."""

    aim: str
    goals: list[GoalOut]
    lead_id: int | None
    created_by: str
    created_at: str
    finished_on: str | None
    categories: list[CodeNamed]
    areas: list[CodeNamed]
    numbers: list[str]
    named: list[ProgrammeMember]
    units: list[ProgrammeUnitOut]
    reports: list[ProgrammeReportOut]
    may_manage: bool
    may_report: bool
    moves: list[str]


# --- business cases ---------------------------------------------------------------------------------------------------
class BusinessUnit(Schema):
    id: int
    code: str
    name: str
    figures: dict[str, Figure]


class BusinessCase(Schema):
    number: str
    title: str
    received_at: str
    due_status: str
    next_due_at: str | None
    unit: str
    supervised: bool
    channel: str


class BusinessBoard(Schema):
    """Every figure has the filter (`query`) that opens its cases. `cases`: what is due first."""

    days: int
    since: str
    scopes: list[str]
    figures: dict[str, Figure]
    units: list[BusinessUnit]
    cases: list[BusinessCase]
    may_cue: bool
    discipline: bool


class CueIn(Strict):
    """Either the number of a case or an order."""

    number: Annotated[str, StringConstraints(max_length=32, pattern=r"^[^\x00]*$")] = ""
    order_id: Id | None = None
    note: Annotated[str, StringConstraints(min_length=2, max_length=1000, pattern=r"^[^\x00]*$")]


class CueAnswerIn(Strict):
    text: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]


class CueOrder(Schema):
    id: int
    number: str


class CueOut(Schema):
    id: int
    number: str | None
    title: str
    order: CueOrder | None
    unit: str
    note: str
    sent_at: str
    sent_by: str
    seen_at: str | None
    seen_by: str
    answer: str
    answered_at: str | None
    answered_by: str
    may_answer: bool


class CueList(Schema):
    items: list[CueOut]


# --- samples ----------------------------------------------------------------------------------------------------------
class SampleIn(Strict):
    """Without a `seed` one is chosen; the same seed over the same cases draws the same sample."""

    name: Name
    closed_from: Day
    closed_to: Day
    size: int = Field(ge=1, le=1000)
    seed: int | None = Field(None, ge=0, le=2**53 - 1)
    pass_mark: int = Field(60, ge=1, le=100)


class SampleMade(Schema):
    id: int


class SampleOut(Schema):
    """`cases`: how many were closed in that time; `drawn` of them."""

    id: int
    name: str
    closed_from: str
    closed_to: str
    size: int
    seed: int
    pass_mark: int
    cases: int
    drawn: int
    decided: int
    passed: int
    drawn_at: str
    drawn_by: str
    query: dict[str, str]


class SampleList(Schema):
    items: list[SampleOut]
    questions: int


class Question(Schema):
    code: str
    name: str
    help: str
    points: int
    critical: bool


class StratumOut(Schema):
    unit: str
    category: str
    cases: int
    drawn: int


class SampleUnit(Schema):
    name: str
    drawn: int
    decided: int
    passed: int
    score: float | None
    query: dict[str, str]


class ReviewOut(Schema):
    reviewer: str
    at: str
    answers: dict[str, str]
    note: str
    score: float
    verdict: str


class SampleItemOut(Schema):
    """`said`: one's own review; all of them once the result is there."""

    id: int
    number: str
    title: str
    unit: str
    category: str
    state: str
    state_name: str
    result: str
    score: float | None
    reviews: int
    mine: bool
    may_review: bool
    said: list[ReviewOut]


class SampleDetail(SampleOut):
    questions: list[Question]
    strata: list[StratumOut]
    units: list[SampleUnit]
    items: list[SampleItemOut]
    may_draw: bool


class ReviewIn(Strict):
    """An answer for each question of the sample. A failing verdict needs a `note`."""

    answers: dict[Code, Literal["yes", "no", "na"]] = Field(max_length=100)
    note: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")] = ""
