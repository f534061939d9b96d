"""Shapes of the assessment API, for checking input and for the OpenAPI document."""

from __future__ import annotations

import uuid
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, Id, Strict

Month = Annotated[str, StringConstraints(pattern=r"^(20\d\d|21\d\d)-(0[1-9]|1[0-2])$", max_length=7)]
MonthOrNone = Annotated[str, StringConstraints(pattern=r"^((20\d\d|21\d\d)-(0[1-9]|1[0-2]))?$", max_length=7)]
UnitCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]
ItemCode = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]
Said = Annotated[str, StringConstraints(min_length=2, max_length=1000, pattern=r"^[^\x00]*$")]
Short = Annotated[str, StringConstraints(min_length=2, max_length=500, pattern=r"^[^\x00]*$")]
Comment = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]
Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Question = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]
Answers = Annotated[dict[Question, Points], Field(max_length=12)]


class AppealIn(Strict):
    """Either `case` (left out of `item`, or of all when that is empty) or `deduction_id` (to be lifted)."""

    month: Month
    unit: UnitCode
    reason: Literal["suspended", "no_conditions", "malicious", "duty", "force", "error", "other"]
    text: Said
    item: ItemCode = ""
    case: Annotated[str, StringConstraints(max_length=32, pattern=r"^[^\x00]*$")] = ""
    deduction_id: Id | None = None
    files: list[uuid.UUID] = Field([], max_length=10)


class AppealDecision(Strict):
    verdict: Literal["granted", "refused", "withdrawn"]
    note: Comment = ""


class DeductionIn(Strict):
    month: Month
    unit: UnitCode
    points: Annotated[float, Field(ge=0.01, le=100, allow_inf_nan=False)]
    reason: Short
    item: ItemCode = ""
    case: CaseNumber | Literal[""] = ""
    files: list[uuid.UUID] = Field([], max_length=10)


class LiftIn(Strict):
    why: Short


class CircularIn(Strict):
    circular: Annotated[str, StringConstraints(min_length=2, max_length=60, pattern=r"^[^\x00]*$")]
    note: Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")] = ""


class RaterSampleIn(Strict):
    month: Month
    by: Literal["third", "public"]
    number: Annotated[int, Field(ge=1, le=500)]


class UnitAnswers(Strict):
    unit: UnitCode
    answers: Answers
    comment: Comment = ""


class UnitRatingsIn(Strict):
    month: Month
    forms: list[UnitAnswers] = Field(min_length=1, max_length=100)


class CaseRatingIn(Strict):
    answers: Answers
    comment: Comment = ""


class MonthTold(Schema):
    month: str
    state: str = Field(description="open, closed or published")


class ClosingTold(Schema):
    at: str
    by: str
    hash: str = Field(description="SM3, chained to the month closed before")
    published_at: str | None
    published_by: str
    circular: str
    note: str


class ItemPoints(Schema):
    code: str
    points: str | None
    why: str


class RankedUnit(Schema):
    code: str
    name: str
    mine: bool
    total: str | None
    rank: int | None
    cases: int
    before: str | None = Field(description="Total of the month before, once that is closed")
    opens: bool
    items: list[ItemPoints]


class SchemeItem(Schema):
    code: str
    name: str
    weight: str


class GroupRanking(Schema):
    group: str
    scheme: str
    name: str
    minimum: int
    source: str
    items: list[SchemeItem]
    units: list[RankedUnit]


class RankingOut(Schema):
    """`whole`: all units are told; else only those of the reader, without ranks, until the circular is issued."""

    month: str
    state: str
    whole: bool
    running: bool
    groups: list[GroupRanking]
    closed: ClosingTold | None
    may: dict[str, bool]
    months: list[MonthTold]
    counts: dict[str, int]


class LineTold(Schema):
    """`opens`: part → filter of the list that shows exactly these cases."""

    code: str
    name: str
    kind: str
    weight: str
    points: str | None
    value: str | None
    numerator: int
    denominator: int
    cases: int
    hits: int
    left_out: int
    doubled: int
    lost: str | None
    why: str
    of: str
    hit: str
    by: str
    penalties: list[dict[str, Any]]
    opens: dict[str, dict[str, str]]
    formula: str
    bands: list[str]
    between: bool
    reason: str
    each: float
    double: bool


class AppealTold(Schema):
    id: int
    month: str
    unit: dict[str, str]
    origin: str
    item: str
    item_name: str
    case: str
    title: str
    deduction: dict[str, str] | None
    reason: str
    reason_name: str
    text: str
    files: list[dict[str, str]]
    state: str
    filed_at: str
    filed_by: str
    decided_at: str | None
    decided_by: str
    decision: str
    may: dict[str, bool]


class DeductionTold(Schema):
    id: int
    item: str
    points: str
    reason: str
    at: str
    by: str
    case: str
    files: list[dict[str, str]]
    lifted_at: str | None
    lifted_by: str
    lifted_why: str


class RatingSummary(Schema):
    by: str
    name: str
    number: int
    mean: str
    comments: list[dict[str, str]]


class SheetOut(Schema):
    month: str
    state: str
    unit: dict[str, str]
    scheme: dict[str, str]
    group: str
    total: str | None
    measured: str | None
    weight: str | None
    rank: int | None
    rank_told: bool = Field(description="false: a unit does not learn ranks before the circular")
    of: int
    cases: int
    minimum: int
    factor: int
    lines: list[LineTold]
    penalties: list[dict[str, Any]]
    deductions: list[DeductionTold]
    appeals: list[AppealTold]
    ratings: list[RatingSummary]
    closed: ClosingTold | None
    may: dict[str, bool]
    reasons: dict[str, str]


class AppealList(Schema):
    month: str
    state: str
    items: list[AppealTold]
    counts: dict[str, int]
    months: list[MonthTold]


class RatingQuestion(Schema):
    name: str
    most: float


class PeerUnit(Schema):
    """`cases`: how many it has in the month; those with the most come first."""

    code: str
    name: str
    cases: int
    answers: dict[str, float]
    comment: str
    rated_at: str | None


class PeerForm(Schema):
    unit: str
    questions: list[RatingQuestion]
    units: list[PeerUnit]


class DealtCase(Schema):
    id: int
    month: str
    by: str
    title: str
    rated_at: str | None
    share: str | None


class OwnResult(Schema):
    month: str
    by: str
    number: int
    mean: str


class OwnRatings(Schema):
    waiting: list[DealtCase]
    done: list[DealtCase]
    results: list[OwnResult]


class RatingProgress(Schema):
    by: str
    name: str
    drawn: int
    rated: int
    raters: int
    samples: list[dict[str, Any]]


class RatingsOut(Schema):
    month: str
    state: str
    form: PeerForm | None
    mine: OwnRatings
    progress: list[RatingProgress]
    months: list[MonthTold]


class CaseToRate(DealtCase):
    """A drawn case without personal data."""

    category: str
    area: str
    received: str
    closed: str
    request: str
    reply: str
    questions: list[RatingQuestion]
    answers: dict[str, float]
    comment: str


class Verified(Schema):
    sound: bool
    faults: list[str]
    hash: str
