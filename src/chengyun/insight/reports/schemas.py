"""Shapes of reports and of the query page, for checking input and for the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.schemas import Strict

from ..schemas import BoardQuery, Day
from .facts import NARROWED

Kind = Literal["daily", "weekly", "monthly", "circular", "special", "situation"]
Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]
Title = Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\x00]*$")]
Body = Annotated[str, StringConstraints(max_length=8000, pattern=r"^[^\x00]*$")]
Short = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Action = Literal["submit", "return", "pass", "sign", "send", "remake", "discard"]
Format = Literal["docx", "pdf", "xlsx"]


class ReportQuery(BaseModel):
    """The reports whose period ends in a year."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    year: int | None = Field(None, ge=2000, le=2059)
    kind: Literal["", "daily", "weekly", "monthly", "circular", "special", "situation"] = ""
    void: bool = Field(False, description="Also those that were discarded")


class ReportRow(Schema):
    id: int
    plan: str
    kind: str
    kind_name: str
    title: str
    first: str
    last: str
    state: str
    state_name: str
    progress: int
    said: str
    number: str
    due: str | None
    created_by: str
    signed_by: str
    signed_at: str | None
    late: bool
    version: int


class ReportPeriod(Schema):
    """state: signed, late, working, due, missing, ahead, before (the platform was not in use)."""

    first: str
    last: str
    due: str
    state: str
    report: int | None


class ReportPlanTold(Schema):
    code: str
    name: str
    kind: str
    kind_name: str
    regular: bool
    automatic: bool
    at: str
    target: int
    signed: int
    late: int
    missing: int
    periods: list[ReportPeriod]


class ReportList(Schema):
    year: int
    items: list[ReportRow]
    plans: list[ReportPlanTold]
    may_write: bool
    may_template: bool


class ReportCell(Schema):
    """t: as it is shown; v: the number; q: the filter of its cases, or {"page": …}."""

    t: str
    v: float | None
    q: dict[str, Any] | None


class ReportSection(Schema):
    model_config = ConfigDict(extra="allow")
    code: str
    heading: str
    text: str
    proposed: str
    edited: bool
    shown: bool
    blocks: list[dict[str, Any]]


class ReportFile(Schema):
    format: str
    size: int
    sha256: str


class ReportStepOut(Schema):
    at: str
    actor: str
    action: str
    name: str
    note: str


class ReportDetail(ReportRow):
    """`whole`: whether a signed report and its files still are what was signed; `can`: what I may do with it now."""

    sections: list[ReportSection]
    values: dict[str, ReportCell]
    made_at: str | None
    sent_at: str | None
    options: dict[str, Any]
    digest: str
    whole: bool | None
    can: list[str]
    may_edit: bool
    may_polish: bool
    files: list[ReportFile]
    steps: list[ReportStepOut]


class Narrowing(Strict):
    """What a special report is about, as in the filter of the list."""

    channel: Short = ""
    unit: Short = ""
    area: Short = ""
    category: Short = ""
    kind: Short = ""
    urgency: Short = ""
    lifecycle: Short = ""
    flag: Short = ""
    gathered: Short = ""


assert set(Narrowing.model_fields) <= set(NARROWED)


class ReportIn(Strict):
    """`occasion`: the key date of an assessment."""

    plan: Code
    first: Day
    last: Day
    title: Title = ""
    occasion: Title = ""
    filter: Narrowing = Field(default_factory=Narrowing)


class SectionChange(Strict):
    code: Code
    text: Body | None = None
    shown: bool | None = None


class ReportChange(Strict):
    version: Version
    title: Title | None = None
    sections: list[SectionChange] = Field(default_factory=list, max_length=40)


class PolishIn(Strict):
    section: Code
    version: Version


class ReportAct(Strict):
    action: Action
    version: Version
    note: Note = ""


class TemplateVersion(Schema):
    number: int
    note: str
    in_use: bool
    at: str
    actor: str


class TemplatesOf(Schema):
    plan: str
    name: str
    kind: str
    kind_name: str
    versions: list[TemplateVersion]


class TemplateUse(Strict):
    number: Annotated[int, Field(ge=0, le=2**31 - 1, description="0: the built-in template")]


# --- the query page ---------------------------------------------------------------------------------------------------
Dimension = Literal[
    "channel", "unit", "area", "category", "kind", "urgency", "state", "late", "hour", "day", "week", "month", "year",
]  # fmt: skip
Measure = Literal[
    "received", "closed", "on_time", "on_time_rate", "satisfied_rate", "dissatisfied", "in_hand", "due_soon", "overdue",
]  # fmt: skip


class PivotQuery(BoardQuery):
    """Which cases as on the board, by one or two dimensions."""

    period: Literal["today", "yesterday", "week", "month", "quarter", "year", "days"] = "month"
    rows: Dimension = "unit"
    columns: Dimension | Literal[""] = ""
    measure: Measure = "received"


class PivotLine(Schema):
    """`where`: what the line asks of a case; null when no list can show it."""

    code: str
    name: str
    below: bool
    direct: bool
    total: list[int]
    where: dict[str, Any] | None


class PivotOut(Schema):
    """A cell is [number], or [part, whole] of a share. Its cases are those of `filter`, `measure_query` and the `where`
    of its row and column together."""

    model_config = ConfigDict(extra="allow")
    at: str
    measure: str
    measure_name: str
    share: bool
    down: str
    across: str
    filter: dict[str, Any]
    measure_query: dict[str, Any]
    rows: list[PivotLine]
    columns: list[PivotLine]
    cells: list[list[list[int]]]
    total: list[int]
    left_out: list[int]


class QueryIn(Strict):
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00]*$")]
    query: PivotQuery
    shared: bool = False


class SavedQueryOut(Schema):
    id: int
    name: str
    query: dict[str, Any]
    shared: bool
    mine: bool
    owner: str
