"""The register as tables to edit, import and export; the rule of codes; the grid of each row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY
from chengyun.places import locate
from chengyun.places.models import Area

from . import codes
from .models import Component, ComponentClass
from .permissions import MANAGE, VIEW

TOPIC = "components"


class ComponentKind(ModelKind):
    """A code of sixteen digits says district, class and number (GB/T 30428.2); other codes are the district's own."""

    def complete(self, plan: Sequence[PlannedRow]) -> None:
        codes.give(plan)

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            fault = fault_of(str(row.key[0] or ""), str(values.get("kind") or ""))
            if fault:
                row.fail("code", fault)
            if (values.get("lng") is None) != (values.get("lat") is None):
                row.fail("lng", "经度和纬度要一起填写")


def fault_of(code: str, kind: str) -> str:
    """Why a code does not fit its class; empty when it does."""
    if len(kind) != 4:
        return "部件要归到小类（四位）"
    if re.fullmatch(r"\d{16}", code) and code[6:10] != kind:
        return f"十六位编码的第 7 至 10 位应是小类 {kind}"
    return ""


def place(rows: Sequence[Any]) -> None:
    """The grid that each component stands in today."""
    moved, of_area = [], dict(Area.objects.values_list("id", "code"))
    for row in rows:
        found = locate(row.lng, row.lat) if row.lng is not None and row.lat is not None else None
        code = of_area.get(found.area_id, "") if found and found.area_id else ""
        if row.grid_code != code:
            row.grid_code = code
            moved.append(row)
    Component.objects.bulk_update(moved, ["grid_code"], batch_size=1000)


CLASSES = ModelKind(
    "component_classes", "部件类别", ComponentClass,
    [
        Column("code", "编码", required=True, max_length=8),
        Column("name", "名称", required=True, max_length=80),
        Column("category", "对应案件类别", max_length=40),
        Column("sort", "排序", "int", default=0, minimum=0, maximum=9999),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=190, permission=MANAGE, view=(VIEW,), group="places", removable=True,
    help="部件的大类（两位）和小类（四位）；小类对应城管部件类别。",
)  # fmt: skip
COMPONENTS = ComponentKind(
    "components", "部件台账", Component,
    [
        Column("code", "编码", max_length=40, help="可留空，由平台给号：区划 6 位 + 类别 4 位 + 顺序号 6 位"),
        Column("name", "名称", required=True, max_length=120),
        Column("kind", "类别编码", required=True, ref="component_classes"),
        Column("state", "状态", "choice", choices=Component.STATES, default=Component.NORMAL),
        Column("lng", "经度", "float", minimum=-180, maximum=180),
        Column("lat", "纬度", "float", minimum=-90, maximum=90),
        Column("address", "位置"),
        Column("owner", "权属单位编码", ref="units"),
        Column("maintainer", "养护单位编码", ref="units"),
        Column("note", "备注", max_length=300),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=191, permission=MANAGE, view=(VIEW,), group="places", after=place,
    help="井盖、路灯等部件：编码、类别、位置、状态、权属和养护单位。所在网格由位置得出。",
)  # fmt: skip


def register_all() -> None:
    register(CLASSES, COMPONENTS)
