"""Shapes of the master data API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.kernel.given import AwareMoment, LongJson

from .schemas import Text

Shape = Schema
Reason = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
KeyText = Annotated[str, StringConstraints(max_length=400, pattern=r"^[^\x00]*$")]
Mark = Annotated[str, StringConstraints(max_length=64, pattern=r"^[^\x00]*$")]


class KindOut(Schema):
    code: str
    name: str
    group: str
    help: str
    key: list[str]
    label_column: str
    columns: list[dict[str, Any]]
    may_change: bool
    may_import: bool
    may_export: bool
    removable: bool
    dated: bool
    trial: bool


class PermissionOut(Schema):
    code: str
    room: str
    name: str
    name_en: str
    description: str


class MasterRow(Schema):
    """`etag` marks the content; `names` gives the names of what the row refers to, by column."""

    key: str
    name: str
    values: dict[str, Any]
    etag: str
    state: str
    names: dict[str, dict[str, str]]
    waiting: int


class RowList(Schema):
    total: int
    all: int
    offset: int
    rows: list[MasterRow]


class OptionOut(Schema):
    code: str
    name: str
    hint: str


class RowIn(Schema):
    key: KeyText = ""
    values: LongJson
    etag: Mark = ""
    reason: Reason = Field("", description="Why; shown in the history")
    effective_at: AwareMoment | None = Field(None, description="When it takes effect; empty or past: at once")


class TrialIn(Schema):
    key: KeyText = ""
    values: LongJson


class RemoveIn(Schema):
    key: Annotated[KeyText, StringConstraints(min_length=2)]
    etag: Mark
    reason: Reason = ""


class UndoIn(Schema):
    reason: Reason = ""


class Difference(Schema):
    column: str
    label: str
    before: str
    after: str


class ChangeOut(Schema):
    id: int
    kind: str
    key: str
    name: str
    action: str
    state: str
    origin: str
    reason: str
    by: str
    at: datetime
    effective_at: datetime | None
    settled_at: datetime | None
    error: str
    undoes: int | None
    undone_by: list[int]
    differences: list[Difference]


class ChangePage(Schema):
    items: list[ChangeOut]
    next_cursor: str | None


class SavedOut(Schema):
    """`change` is empty when nothing would have changed."""

    change: ChangeOut | None


class TrialOut(Schema):
    """`result` is there when the state is done: figures, stages and examples."""

    id: UUID
    kind: str
    state: str
    looked: int
    total: int
    result: dict[str, Any] | None


class DayOut(Schema):
    date: str
    spans: str
    name: str
    working: bool
    special: bool
    own: bool


class YearOut(Schema):
    code: str
    name: str
    year: int
    known_until: str | None
    days: list[DayOut]


class RowError(Schema):
    column: str
    message: str


class RowOut(Schema):
    row: int
    key: str
    action: str
    errors: list[RowError]
    changes: dict[str, Any]


class MasterPreviewOut(Schema):
    """`token` is empty when nothing may be imported because of errors, or nothing would change."""

    kind: str
    token: str
    counts: dict[str, int]
    rows: list[RowOut]
    truncated: bool


class ImportIn(Schema):
    token: Annotated[Text, StringConstraints(min_length=1, max_length=64)]
    reason: Reason = ""


class MasterImportOut(Schema):
    kind: str
    counts: dict[str, int]
