"""Shapes of the budget's API."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Strict

Text = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Amount = Annotated[str, StringConstraints(max_length=24, pattern=r"^[^\x00]*$")]
TableCode = Annotated[str, StringConstraints(max_length=12, pattern=r"^[^\x00]*$")]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Format = Literal["xlsx", "csv", "docx", "pdf", "txt"]


class BudgetSummary(Schema):
    """`total` in 万元; `errors`, `doubts`: of the last check."""

    id: int
    year: int
    name: str
    origin: str
    file_name: str
    errors: int
    doubts: int
    total: str | None
    version: int
    changed_at: str
    changed_by: str


class BudgetDocuments(Schema):
    items: list[BudgetSummary]


class BudgetPlace(Schema):
    table: str
    row: str
    column: str
    line: int


class BudgetFinding(Schema):
    """`severity`: E error, W doubt, r rounding."""

    rule: str
    severity: str
    places: list[BudgetPlace]
    values: list[str]
    difference: str | None
    message: str
    identity: str


class BudgetUnread(Schema):
    line: int
    table: str
    text: str
    why: str


class BudgetTableSize(Schema):
    code: str
    rows: int


class BudgetPreview(Schema):
    """What an import would keep. `replaces`: the document of the same year and unit."""

    year: int
    name: str
    origin: str
    tables: list[BudgetTableSize]
    forms: int
    indicators: int
    claims: int
    errors: int
    doubts: int
    unread: list[BudgetUnread]
    replaces: int | None
    findings: list[BudgetFinding]


class BudgetTableRow(Schema):
    code: str
    name: str
    cells: dict[str, str]
    line: int


class BudgetTableOut(Schema):
    code: str
    title: str
    columns: list[str]
    unit: str
    held: bool
    rows: list[BudgetTableRow]


class BudgetTargetOut(Schema):
    form: str
    project: str
    term: str
    level1: str
    level2: str
    name: str
    target: str
    before2: str
    before1: str
    basis: str
    line: int


class BudgetFormField(Schema):
    label: str
    text: str
    line: int


class BudgetFormLine(Schema):
    name: str
    amount: str
    line: int
    row: str
    more: str


class BudgetForm(Schema):
    table: str
    name: str
    code: str
    unit: str
    line: int
    total: str | None
    year: str | None
    fields: list[BudgetFormField]
    sources: list[BudgetFormLine]
    details: list[BudgetFormLine]
    purchases: list[BudgetFormLine]


class BudgetComposition(Schema):
    side: str
    label: str
    now: str
    line: int
    share: str | None
    before: dict[str, str]


class BudgetClaim(Schema):
    section: str
    label: str
    line: int
    table: str
    row: str
    amount: str | None
    share: str | None
    against: int | None
    delta: str | None
    growth: str | None


class BudgetRule(Schema):
    code: str
    identity: str
    tolerance: str


class BudgetDetail(BudgetSummary):
    tables: list[BudgetTableOut]
    targets: list[BudgetTargetOut]
    forms: list[BudgetForm]
    composition: list[BudgetComposition]
    claims: list[BudgetClaim]
    findings: list[BudgetFinding]
    unread: list[BudgetUnread]
    rules: list[BudgetRule]


class BudgetRowIn(Strict):
    code: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    name: Text = ""
    cells: dict[Text, Amount] = Field(default_factory=dict, max_length=20)


class BudgetTableIn(Strict):
    """The rows of one table, in their order; an empty cell is left out."""

    version: Version
    rows: list[BudgetRowIn] = Field(max_length=500)


class BudgetKept(Schema):
    id: int
    version: int


class BudgetTaken(Schema):
    """`written`: targets that are indicators' targets now."""

    written: int
    skipped: int


class SpendingMonth(Schema):
    month: int
    amount: str
    total: str


class SpendingLine(Schema):
    """`kind`: total, item, project, three; amounts in 万元."""

    kind: str
    code: str
    name: str
    budget: str
    spent: str
    rate: str | None


class SpendingWarning(Schema):
    """`code`: behind, rush, over, three, idle."""

    code: str
    kind: str
    row: str
    name: str
    said: str


class SpendingOut(Schema):
    """Up to `month`; `progress`: of the year, per cent."""

    year: int
    name: str
    month: int
    progress: str
    months: list[SpendingMonth]
    lines: list[SpendingLine]
    warnings: list[SpendingWarning]


class SpendingTaken(Schema):
    rows: int


class EvaluationRow(Schema):
    """`counted`: what the platform counted, or None and `why_not`; `words`: a target in words, rated by `quality`;
    `share`: per cent of the target that was reached."""

    name: str
    level1: str
    level2: str
    target: str
    words: bool
    actual: str
    quality: str
    explanation: str
    evidence: str
    counted: str | None
    why_not: str
    indicator: str
    points: str
    score: str | None
    share: str | None
    unexplained: bool


class EvaluationForm(Schema):
    form: str
    project: str


class EvaluationOut(Schema):
    form: str
    project: str
    year: int
    name: str
    budget: str | None
    executed: str | None
    counted: str | None
    execution_points: str
    execution_score: str | None
    rows: list[EvaluationRow]
    score: str | None
    grade: str
    version: int
    changed_by: str
    forms: list[EvaluationForm]


class EvaluationRowIn(Strict):
    name: Text
    actual: Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")] = ""
    quality: Literal["", "full", "part", "none"] = ""
    explanation: Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\x00]*$")] = ""
    evidence: Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\x00]*$")] = ""


class EvaluationIn(Strict):
    """`version` 0 for the first time; `executed` in 万元 when it is not to be what was imported."""

    version: Annotated[int, Field(ge=0, le=2**31 - 1)]
    executed: Amount = ""
    rows: list[EvaluationRowIn] = Field(max_length=200)


FormCode = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]
Paper = Literal["docx", "pdf", "xlsx"]
