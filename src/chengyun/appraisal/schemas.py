"""Shapes of indicators as they are read: the board and one of them. For checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field

CLEAN = r"^[^\x00]*$"
Code = Annotated[str, Field(max_length=60, pattern=CLEAN)]
Codes = Annotated[str, Field(max_length=400, pattern=CLEAN)]
Year = Annotated[int, Field(ge=2000, le=2100)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]


class BoardQuery(BaseModel):
    """Year or days, and which cases only; what is not counted from cases cannot be narrowed."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    year: Year | None = Field(None, description="Default: this year")
    first: Day | None = Field(None, description="With `last`: these days, not the whole year")
    last: Day | None = Field(None, description="This day included; at most ten years")
    unit: Codes = Field("", description="Unit codes; what is below is included")
    area: Codes = ""
    channel: Codes = ""
    category: Codes = ""


class DetailQuery(BoardQuery):
    by: Literal["", "unit", "area", "category", "channel"] = Field("unit", description="Divided by")


class IndicatorExcluded(Schema):
    """What was left out by which rule; `query` lists the cases."""

    rule: str
    name: str
    count: int
    query: dict[str, Any]


class IndicatorReading(Schema):
    """Decimals as text. `opened`: what lists the cases of "value", "numerator", "denominator", "missed". `missing`:
    why there is no figure."""

    value: str | None
    numerator: str | None
    denominator: str | None
    text: str
    missing: str
    opened: dict[str, dict[str, Any]]
    excluded: list[IndicatorExcluded]


class IndicatorTargetOut(Schema):
    code: str
    year: int
    operator: str
    operator_name: str
    words: str
    value: str | None
    upper: str | None
    text: str
    form: str
    before2: str
    before1: str
    basis: str
    source: str


class IndicatorMonth(Schema):
    month: str
    value: str | None
    numerator: str | None
    denominator: str | None


class IndicatorRow(Schema):
    """`state`: met, risk, below (can still be reached), lost, told (nothing to compare), unknown. `forecast`: the whole
    year if it goes on as lately; `best`: what can still be reached; `missed_on`: when the target is or was missed."""

    key: str
    indicator: str
    name: str
    own_name: str
    own_name_en: str
    topic: str
    level1: str
    level2: str
    reads: str
    reads_name: str
    kind: str
    unit: str
    better: str
    rule: str
    source: str
    target: IndicatorTargetOut | None
    actual: IndicatorReading
    state: str
    forecast: str | None
    best: str | None
    missed_on: str | None
    months: list[IndicatorMonth]


class IndicatorWord(Schema):
    code: str
    name: str


class IndicatorBoard(Schema):
    """`targets_of`: the year whose targets are shown (the last one that has any). `waiting`: changes that the worker
    has not taken up yet; they are in the figures."""

    year: int
    targets_of: int | None
    years: list[int]
    first: str
    last: str
    whole: bool
    today: str
    all_cases: bool
    waiting: int
    filter: dict[str, str]
    topics: list[IndicatorWord]
    rows: list[IndicatorRow]


class ExclusionRule(Schema):
    rule: str
    name: str
    where: str


class IndicatorFormula(Schema):
    day: str
    base: str
    meets: str
    rules: list[ExclusionRule]


class ClosedFigure(Schema):
    value: str | None
    numerator: str | None
    denominator: str | None
    text: str
    excluded: dict[str, int]


class IndicatorMonthLine(IndicatorReading):
    month: str
    closed: ClosedFigure | None


class IndicatorLine(IndicatorReading):
    code: str
    name: str


class IndicatorYearLine(IndicatorReading):
    year: int


class IndicatorDetail(Schema):
    indicator: str
    name: str
    name_en: str
    year: int
    first: str
    last: str
    whole: bool
    by: str
    rule: str
    source: str
    unit: str
    kind: str
    reads: str
    better: str
    formula: IndicatorFormula
    targets: list[IndicatorTargetOut]
    actual: IndicatorReading
    months: list[IndicatorMonthLine]
    lines: list[IndicatorLine]
    earlier: list[IndicatorYearLine]
