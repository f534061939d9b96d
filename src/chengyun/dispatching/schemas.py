"""Shapes of the dispatching API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Line, Strict


class UnitName(Schema):
    id: int
    name: str


class ReasonOut(Schema):
    """source: rule, responsibility, precedent, model, similar, habit. `link`: where the desk shows it."""

    source: str
    text: str
    ref: str
    link: str
    matched: list[str]


class ProposedUnit(Schema):
    unit: UnitName
    confidence: float
    co_units: list[UnitName]
    reasons: list[ReasonOut]


class ProposedCategory(Schema):
    id: int
    code: str
    name: str
    path: str
    confidence: float


class LikeCase(Schema):
    number: str
    title: str
    unit: UnitName
    outcome: str
    outcome_name: str
    score: int


class ProposalOut(Schema):
    """state: waiting (not made yet), ready, none. verdict: accepted, corrected, alone, or empty while undecided."""

    state: str
    made_at: datetime | None
    version: int | None
    units: list[ProposedUnit]
    categories: list[ProposedCategory]
    similar: list[LikeCase]
    final: UnitName | None
    decided_at: datetime | None
    verdict: str


class SuggestIn(Strict):
    """What the form knows so far. The point is WGS-84."""

    title: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")] = ""
    text: Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")] = ""
    address: Line = ""
    kind: Code = ""
    channel: Code = ""
    lng: float | None = Field(default=None, ge=-180, le=180, allow_inf_nan=False)
    lat: float | None = Field(default=None, ge=-90, le=90, allow_inf_nan=False)
    area_id: Id | None = None
    category_id: Id | None = None
    lifecycle: Code = "request"


class HintOut(Schema):
    number: str
    unit: UnitName
    confidence: float
    source: str


class Figure(Schema):
    """`query`: the filter that lists these cases."""

    value: int
    query: dict[str, str]


class CardRow(Schema):
    id: int
    name: str
    asked: Figure
    right: Figure
    wrong: Figure
    top3: int


class Span(Schema):
    cases: int
    since: datetime
    until: datetime


class Card(Schema):
    """What a version was trained on, how it did on later cases, in all and by category; null before it is done."""

    trained: Span
    units: int
    tried: Span
    asked: Figure
    right: Figure
    wrong: Figure
    top3: int
    categories_asked: int
    categories_right: int
    compared_with: int | None
    compared_right: int | None
    seconds: float
    by_category: list[CardRow]


class VersionOut(Schema):
    """state: training, ready, running, retired, failed. `there`: whether its files can be used."""

    id: int
    state: str
    started_at: datetime
    finished_at: datetime | None
    started_by: str
    promoted_at: datetime | None
    promoted_by: str
    note: str
    there: bool
    card: Card | None


class VersionsOut(Schema):
    """`closed`: closed cases to learn from, counted no further than `fewest`."""

    versions: list[VersionOut]
    closed: int
    fewest: int
    may_manage: bool


class ActingRow(Schema):
    """`why`: why there is no cut: too_few, not_sure, later. `sure` and others are of the last 60 days, or since the
    last switch."""

    id: int
    code: str
    name: str
    active: bool
    cut: float | None
    precision: float | None
    coverage: float | None
    fitted_on: int
    why: str
    sure: Figure
    right: Figure
    wrong: Figure
    alone: Figure
    checked_at: datetime | None
    switched_at: datetime | None
    switched_by: str
    stopped_at: datetime | None
    stopped_why: str


class ActingOut(Schema):
    rows: list[ActingRow]
    wanted: float
    has_model: bool
    may_manage: bool


class SwitchIn(Strict):
    active: bool


class FiguresRow(Schema):
    all: Figure
    wrong: Figure
    proposed: Figure
    accepted: Figure
    corrected: Figure
    alone: Figure
    alone_wrong: Figure


class MonthRow(FiguresRow):
    month: str


class NamedRow(FiguresRow):
    id: int
    name: str


class FiguresOut(Schema):
    """First dispatches by month, category and unit. `wrong`: another unit had to take it, or it was withdrawn."""

    since: str
    until: str
    months: list[MonthRow]
    categories: list[NamedRow]
    units: list[NamedRow]


class FiguresQuery(Schema):
    months: int = Field(6, ge=1, le=24)
    month: Annotated[str, StringConstraints(pattern=r"^(20\d{2}-(0[1-9]|1[0-2]))?$")] = ""


class NumbersQuery(Schema):
    numbers: Annotated[str, StringConstraints(max_length=6_800, pattern=r"^[^\x00]*$")] = Field(
        description="Case numbers, separated by commas; at most 200"
    )
