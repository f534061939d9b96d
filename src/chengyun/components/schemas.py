"""Shapes of the API of components."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import Field

from chengyun.cases.schemas import CaseNumber, Id


class StreetComponentOut(Schema):
    id: int
    code: str
    name: str
    kind: str
    kind_name: str
    state: str
    state_name: str
    lng: float | None
    lat: float | None
    address: str
    grid_code: str
    owner: str
    maintainer: str


class StreetComponentNear(StreetComponentOut):
    metres: int


class StreetComponentPage(Schema):
    """`next`: the code to go on after."""

    items: list[StreetComponentOut]
    next: str | None


class ComponentCaseOut(Schema):
    number: str
    title: str
    open: bool
    received_at: str


class StreetComponentDetail(StreetComponentOut):
    """`gathered`: the filter of the case list with its cases."""

    note: str
    area_path: list[str]
    cases: int
    open_cases: int
    gathered: str
    newest: list[ComponentCaseOut]


class ComponentsOfCase(Schema):
    linked: list[StreetComponentOut]
    near: list[StreetComponentNear]


class ComponentAlone(Schema):
    id: int
    name: str
    state: str


class ComponentFeature(Schema):
    count: int
    lng: float
    lat: float
    bbox: Annotated[list[float], Field(max_length=4)]
    bad: int
    repair: int
    scrapped: int
    component: ComponentAlone | None


class ComponentMap(Schema):
    features: list[ComponentFeature]
    total: int


class ComponentTie(Schema):
    number: CaseNumber
    component_id: Id
    remove: bool = False
