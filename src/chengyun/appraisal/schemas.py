"""Shapes of indicators, for checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field

from chengyun.kernel.given import AwareMoment

CLEAN = r"^[^\x00]*$"
Code = Annotated[str, Field(max_length=60, pattern=CLEAN)]
Codes = Annotated[str, Field(max_length=400, pattern=CLEAN)]
Year = Annotated[int, Field(ge=2000, le=2100)]
Note = Annotated[str, Field(max_length=1000, pattern=CLEAN)]
Why = Annotated[str, Field(min_length=2, max_length=1000, pattern=CLEAN)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Files = Annotated[list[Annotated[str, Field(max_length=36, pattern=CLEAN)]], Field(max_length=10)]
Amount = Annotated[float, Field(ge=0, le=99_999_999_999)]
"""At most four places are kept."""


class BoardQuery(BaseModel):
    """Year, and which cases only; what is not counted from cases cannot be narrowed."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    year: Year | None = Field(None, description="Default: this year")
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


class EvidenceOut(Schema):
    id: str
    name: str


class RecordQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    indicator: Code = ""
    year: Year | None = None


class FedRecordOut(Schema):
    id: int
    indicator: str
    name: str
    first: str
    last: str
    numerator: str | None
    denominator: str | None
    text: str
    note: str
    files: list[EvidenceOut]
    made_at: str
    made_by: str
    withdrawn_at: str | None
    withdrawn_by: str
    withdrawn_note: str


class FedIndicator(Schema):
    """An indicator that is fed: what its form asks for."""

    code: str
    name: str
    name_en: str
    kind: str
    unit: str
    rule: str
    combine: str


class FedRecordList(Schema):
    items: list[FedRecordOut]
    fed: list[FedIndicator]


class FedRecordIn(Schema):
    """`numerator`: the number (for a rate what was reached, with `denominator`); `text` for what is told in words."""

    model_config = ConfigDict(extra="forbid")
    indicator: Code
    first: Day
    last: Day
    numerator: Amount | None = None
    denominator: Amount | None = None
    text: Annotated[str, Field(max_length=200, pattern=CLEAN)] = ""
    note: Note = ""
    files: Files = []


class FedFault(Schema):
    column: str
    message: str


class FedTableRow(Schema):
    """`cells`: indicator, first, last, numerator, denominator, text, note as they stand in the file."""

    line: int
    name: str
    name_en: str
    cells: dict[str, str]
    errors: list[FedFault]


class FedTable(Schema):
    rows: list[FedTableRow]
    count: int
    wrong: int


class FedTableKept(Schema):
    kept: int


class TakeBackIn(Schema):
    model_config = ConfigDict(extra="forbid")
    why: Why


class OutageQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)
    kind: Annotated[str, Field(max_length=60, pattern=CLEAN)] = Field("", description="fault, major, maintenance")
    system: Annotated[str, Field(max_length=200, pattern=CLEAN)] = ""
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None


class OutageStep(Schema):
    action: str
    by: str
    at: str
    why: str
    before: dict[str, Any]


class OutageOut(Schema):
    id: int
    kind: str
    kind_name: str
    system: str
    system_name: str
    title: str
    note: str
    started_at: str
    ended_at: str | None
    minutes: int | None
    found_by: str
    done: bool
    stopped: bool
    files: list[EvidenceOut]
    steps: list[OutageStep]
    version: int
    withdrawn: bool


class BeatOut(Schema):
    part: str
    name: str
    at: str
    since: str
    alive: bool


class OutageList(Schema):
    items: list[OutageOut]
    beats: list[BeatOut]
    kinds: list[IndicatorWord]
    systems: list[IndicatorWord]


class OutageIn(Schema):
    """`stopped`: people could not work with it. `done` of maintenance: it was carried out."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["fault", "major", "maintenance"]
    system: Literal["platform", "hotline", "video", "calls", "network", "other"]
    title: Annotated[str, Field(min_length=2, max_length=120, pattern=CLEAN)]
    note: Note = ""
    started_at: AwareMoment
    ended_at: AwareMoment | None = None
    done: bool = False
    stopped: bool = True
    why: Note = ""
    files: Files = []


class OutageChangeIn(OutageIn):
    """`version` as it was seen."""

    version: int = Field(ge=1, le=2147483647)
    withdraw: bool = False


class ExclusionOut(Schema):
    id: int
    number: str
    title: str
    reason: str
    reason_name: str
    note: str
    files: list[EvidenceOut]
    made_at: str
    made_by: str
    withdrawn_at: str | None
    withdrawn_by: str
    withdrawn_note: str


class ExclusionList(Schema):
    items: list[ExclusionOut]
    reasons: list[IndicatorWord]


class ExclusionIn(Schema):
    model_config = ConfigDict(extra="forbid")
    number: Annotated[str, Field(min_length=1, max_length=32, pattern=CLEAN)]
    reason: Annotated[str, Field(max_length=20, pattern=CLEAN)]
    note: Why
    files: Files = []


class MonthCorrection(Schema):
    """`then` as it was closed, `now` as it is; `formula`: the formula was changed since."""

    indicator: str
    name: str
    unit: str
    then: ClosedFigure
    now: ClosedFigure
    formula: bool
    opened: dict[str, dict[str, Any]]


class ClosedMonthOut(Schema):
    """`holds`: the signature fits what is kept and the month before."""

    month: str
    closed: bool
    closed_at: datetime | None
    closed_by: str
    note: str
    hash: str
    holds: bool
    corrections: list[MonthCorrection]


class MonthCloseIn(Schema):
    model_config = ConfigDict(extra="forbid")
    month: Annotated[str, Field(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$", description="YYYY-MM")]
    note: Note = ""
