"""Shapes of what people enter: records with evidence, the ledger of reliability, exclusions, closing of months."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field

from chengyun.kernel.given import AwareMoment

from .schemas import CLEAN, ClosedFigure, Code, Day, IndicatorWord, Year

Note = Annotated[str, Field(max_length=1000, pattern=CLEAN)]
Why = Annotated[str, Field(min_length=2, max_length=1000, pattern=CLEAN)]
Files = Annotated[list[Annotated[str, Field(max_length=36, pattern=CLEAN)]], Field(max_length=10)]
Amount = Annotated[float, Field(ge=0, le=99_999_999_999)]
"""At most four places are kept."""


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
