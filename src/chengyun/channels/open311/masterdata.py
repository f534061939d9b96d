"""The services of the open interface as a table to edit, import and export."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.cases import catalogue
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import Service
from .services import TOPIC

_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")
LISTS = ("singlevaluelist", "multivaluelist")


class ServiceKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        known = catalogue.current() if existing else None  # a profile is checked without a database
        lifecycles = {row.code: row.lifecycle for row in known.categories.values()} if known else {}
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action == ERROR:
                continue
            kind = known.kinds.get(str(values.get("kind") or "")) if known else None
            lifecycle = lifecycles.get(str(row.key[0]))
            if kind is not None and lifecycle is not None and kind.lifecycle != lifecycle:
                row.fail("kind", "这个类型与类别不属于同一个流程")
            fault = attribute_fault(values.get("attributes") or [])
            if fault:
                row.fail("attributes", fault)


def attribute_fault(attributes: Sequence[Mapping[str, Any]]) -> str:
    """What is wrong with the questions of a service, in Chinese; "" when they can be asked."""
    codes = [str(one.get("code") or "") for one in attributes]
    if any(not _CODE.fullmatch(code) for code in codes):
        return "问题的编码只能用字母、数字、- 和 _"
    if len(set(codes)) < len(codes):
        return "问题的编码重复"
    for one in attributes:
        keys = [str(value).partition("=")[0].strip() for value in one.get("values") or []]
        if (one.get("datatype") in LISTS) != bool(keys):
            return f"“{one.get('description')}”：单选、多选要有选项，其他的不要"
        if len(set(keys)) < len(keys) or "" in keys:
            return f"“{one.get('description')}”：选项的编码重复或没有写"
    return ""


SERVICES = ServiceKind(
    "open311_services", "开放接口的服务", Service,
    [
        Column("category", "类别编码", required=True, max_length=40, ref="categories|urban_event_categories"),
        Column("name", "对外名称", max_length=80, help="空为类别的名称"),
        Column("description", "说明", max_length=500, widget="textarea", listed=False),
        Column("keywords", "关键词", "list", max_length=40, help="空为类别的关键词"),
        Column("kind", "诉求类型", required=True, max_length=32, ref="request_kinds"),
        Column("type", "怎样给编号", "choice", choices=Service.TYPES, default=Service.REALTIME),
        Column("notice", "受理提示", max_length=300, listed=False, help="随编号一起告诉提交的人"),
        Column("attributes", "要问的问题", "records", listed=False, fields=(
            Column("code", "编码", required=True, max_length=40),
            Column("description", "问题", required=True, max_length=200),
            Column("datatype", "怎样答", "choice", required=True, choices=Service.DATATYPES),
            Column("required", "必答", "bool", default=False),
            Column("values", "选项", "list", max_length=80, help="编码=名称"),
            Column("hint", "怎样填", max_length=200),
        )),
        Column("sort", "排序", "int", default=0, minimum=0, maximum=1_000_000, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["category"], topic=TOPIC, order=52, permission="rules.manage", view=("open311.view",), group="channels",
    removable=True, help="公众可以通过 Open311 反映哪些类别；不在这里的类别不对外。",
)  # fmt: skip


def register_all() -> None:
    register(SERVICES)
