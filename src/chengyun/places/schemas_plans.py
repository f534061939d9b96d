"""Shapes of the API of plans. Bounded, so that a hostile request is refused before it costs anything."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Version = Annotated[int, Field(ge=0, le=2**31 - 1)]
Code = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-85, le=85)]
Op = Literal["draw", "split", "merge", "change", "boundary", "retire"]
Kind = Literal["base", "special", "micro"]
State = Literal["", "draft", "submitted", "approved", "applied", "withdrawn"]


class GridOutlineIn(Schema):
    """GeoJSON Polygon or MultiPolygon in WGS-84."""

    type: Literal["Polygon", "MultiPolygon"]
    coordinates: Annotated[list[Any], Field(max_length=1000)]


class GridOperation(Schema):
    """One change. draw: parent, name, geometry. split: code, line, names. merge: codes, into. change: code and name,
    kind, managed_by or parent. boundary: code, geometry, neighbours. retire: code. `fit` cuts an outline to its parent
    and, when drawn, to its neighbours."""

    op: Op
    code: Code | None = None
    codes: Annotated[list[Code], Field(max_length=50)] | None = None
    into: Code | None = None
    parent: Code | None = None
    name: Name | None = None
    names: Annotated[list[Name], Field(max_length=20)] | None = None
    kind: Kind | None = None
    managed_by: Code | None = None
    geometry: GridOutlineIn | None = None
    line: Annotated[list[tuple[Longitude, Latitude]], Field(min_length=2, max_length=500)] | None = None
    fit: bool = False
    neighbours: bool = False


class GridPlanIn(Schema):
    title: Name
    effective_on: date
    note: Note = ""


class GridPlanEdit(Schema):
    version: Version
    title: Name | None = None
    note: Note | None = None
    effective_on: date | None = None
    add: Annotated[list[GridOperation], Field(max_length=3000)] = []
    remove: Annotated[list[Version], Field(max_length=3000)] = []


class GridDecision(Schema):
    version: Version
    action: Literal["submit", "approve", "return", "withdraw", "undo"]
    note: Note = ""


class GridPlanHead(Schema):
    id: int
    title: str
    note: str
    state: str
    version: int
    effective_on: date
    created_by: str
    created_at: str
    applied_at: str | None
    undoes: int | None
    failure: str


class GridPlanStepOut(Schema):
    at: str
    actor: str
    action: str
    note: str


class GridSide(Schema):
    name: str
    kind: str
    parent: str
    parent_name: str
    managed_by: str
    square_metres: int


class GridChange(Schema):
    """`what`: new, changes, ends. `moved`: its outline changes. `goes_to`: which areas take its land."""

    key: str
    code: str
    what: str
    level: str
    before: GridSide | None
    after: GridSide | None
    moved: bool
    goes_to: list[str]


class GridNamed(Schema):
    code: str
    name: str


class GridFault(Schema):
    """`kind`: overlap, gap, outside, strip, tiny, pieces, same_name, no_outline, impossible (`words` says why).
    `stops`: the plan cannot be submitted. `old`: it was there before. `size`: square metres."""

    kind: str
    words: str
    stops: bool
    old: bool
    size: float
    operation: int | None
    geometry: dict[str, Any] | None
    areas: list[GridNamed]


class GridEffect(Schema):
    """`gathered`: the filter of the case list that opens them."""

    code: str
    name: str
    name_en: str
    count: int
    gathered: str
    examples: list[str]
    capped: bool


class NewGridOutline(Schema):
    key: str
    geometry: dict[str, Any]
    bbox: list[float]


class OtherGridPlan(Schema):
    id: int
    title: str
    effective_on: date


class GridPlanDetail(GridPlanHead):
    operations: list[dict[str, Any]]
    steps: list[GridPlanStepOut]
    may: list[str]
    changes: list[GridChange]
    faults: list[GridFault]
    effects: list[GridEffect]
    outlines: list[NewGridOutline]
    others: list[OtherGridPlan]


class OutlineRow(Schema):
    """A row of a file: `operation` is what it would become, null when `errors` says why not."""

    row: int
    code: str
    name: str
    errors: list[str]
    operation: dict[str, Any] | None


class OutlineFile(Schema):
    crs: str
    rows: list[OutlineRow]
    good: int
    bad: int
