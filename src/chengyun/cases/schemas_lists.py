"""Shapes of saved views, columns and exports."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.kernel.given import Json

from .filters import SORTS
from .schemas import CaseNumber, Code, Id, Strict

ViewName = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]
Shown = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z_]{1,32}(:[0-9]{2,4})?$")]
"""A column of a list, with its width in px when somebody chose one."""


class ViewIn(Strict):
    name: ViewName
    query: Json = {}
    columns: list[Shown] = Field([], max_length=40)
    shared: bool = False


class ViewChange(Strict):
    """Only what is given changes."""

    name: ViewName | None = None
    query: Json | None = None
    columns: Annotated[list[Shown], Field(max_length=40)] | None = None
    shared: bool | None = None


class ViewOrder(Strict):
    ids: list[Id] = Field(max_length=200)


class ViewOut(Schema):
    id: int
    name: str
    query: dict[str, Any]
    columns: list[str]
    shared: bool
    mine: bool
    owner: str


class ColumnsIn(Strict):
    columns: list[Shown] = Field(max_length=40, description="Empty: as many as there is room for")


class ColumnsOut(Schema):
    columns: list[str]


class ViewCount(Schema):
    id: int
    count: int | None
    capped: bool


class ExportIn(Strict):
    """`query`: the parameters of GET /cases. `numbers`: only these cases of what it finds."""

    format: Literal["xlsx", "csv"]
    query: Json = {}
    sort: SORTS = "-received_at"
    columns: list[Code] = Field([], max_length=40, description="Empty: all of them")
    numbers: list[CaseNumber] = Field([], max_length=2_000)
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^[^\x00]*$")]
    clear: bool = Field(False, description="Names and numbers in clear; needs case.export_clear")
    view: Id | None = Field(None, description="The saved view that was shown; named in the record")
