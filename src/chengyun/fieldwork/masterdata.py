"""Points, plans, numbers, limits of call-ups, handsets and their usage as tables to edit, import and export."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import standards
from .models import CallLimit, FieldRule, Handset, HandsetUsage, PatrolPlan, PatrolPoint
from .permissions import CALL_VIEW, HANDSETS, VIEW
from .words import PERIODS, UNITS, URGENCIES

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
PATROLS: dict[str, Any] = {
    "topic": standards.TOPIC, "permission": "fieldwork.plan", "view": (VIEW,), "group": "field",
}  # fmt: skip


class PlanKind(ModelKind):
    """A plan's points are in its own grid."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        named = {code for row in plan if row.action != ERROR for code in row.values.get("points") or ()}
        grids = dict(PatrolPoint.objects.filter(code__in=named).values_list("code", "area_code"))
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            here = values["area_code"]
            outside = [code for code in values.get("points") or () if grids.get(code, here) != here]
            if outside:
                row.fail("points", f"不在这个网格：{'、'.join(outside[:5])}")


class UsageKind(ModelKind):
    """A month is a month, and no more calls are connected than made."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            if not MONTH.fullmatch(str(values.get("month") or "")):
                row.fail("month", "写成 2026-03 这样的年月")
            if (values.get("connected") or 0) > (values.get("calls") or 0):
                row.fail("connected", "接通数不能多于呼叫数")


POINTS = ModelKind(
    "patrol_points", "巡查点", PatrolPoint,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("kind", "类型", max_length=40),
        Column("area_code", "网格", required=True, ref="areas", max_length=40),
        Column("lng", "经度", "float", required=True, minimum=-180, maximum=180, help="WGS-84"),
        Column("lat", "纬度", "float", required=True, minimum=-90, maximum=90),
        Column("radius", "到点半径（米）", "int", minimum=5, maximum=2000, help="空为全区统一的半径"),
        Column("question", "到点要答的问题", max_length=200, widget="textarea", listed=False),
        Column("photo_required", "须拍照", "bool", default=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=480, help="网格员要走到、看到的地方：手机到了半径以内才算到点。", **PATROLS,
)  # fmt: skip
PLANS = PlanKind(
    "patrol_plans", "巡查计划", PatrolPlan,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("username", "网格员", required=True, ref="accounts", max_length=60),
        Column("area_code", "网格", required=True, ref="areas", max_length=40),
        Column("per", "周期", "choice", required=True, choices=PERIODS),
        Column("times", "每周期次数", "int", required=True, minimum=1, maximum=50),
        Column("points", "巡查点", "list", ref="patrol_points", max_length=40, help="空为网格内全部巡查点"),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=481, help="谁、在哪个网格、多久走几遍。", **PATROLS,
)  # fmt: skip
RULES = ModelKind(
    "field_rules", "网格工作参数", FieldRule,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("value", "数值", "float", required=True, minimum=0, maximum=1_000_000),
        Column("unit", "单位", max_length=20),
        SOURCE,
    ],
    ["code"], order=482, help="轨迹多久没有位置算中断、多近算到点、留存几个月、排名权重、终端用量标准。",
    **{**PATROLS, "permission": "rules.manage"},
)  # fmt: skip
LIMITS = ModelKind(
    "call_limits", "吹哨时限", CallLimit,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=40),
        Column("urgency", "紧急程度", "choice", required=True, choices=URGENCIES),
        Column("respond_amount", "响应时限", "float", required=True, minimum=0.05, maximum=1000),
        Column("arrive_amount", "到场时限", "float", required=True, minimum=0.05, maximum=1000),
        Column("unit", "时限单位", "choice", required=True, choices=UNITS),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=standards.TOPIC, order=483, permission="rules.manage", view=(CALL_VIEW,), group="field",
    help="吹哨以后部门多久响应、多久到场。",
)  # fmt: skip
HANDSETS_KIND = ModelKind(
    "handsets", "手持终端", Handset,
    [
        Column("code", "编号", required=True, max_length=40),
        Column("work_number", "网格工作号", max_length=20),
        Column("model", "型号", max_length=60),
        Column("imei", "机身号", max_length=20, listed=False),
        Column("area_code", "网格或社区", ref="areas", max_length=40),
        Column("bought_on", "购置日期", "date"),
        Column("replace_on", "计划更换", "date"),
        Column("cost", "购置费（元）", "float", minimum=0, maximum=1_000_000, listed=False),
        Column("note", "说明", max_length=300, widget="textarea", listed=False),
    ],
    ["code"], topic=standards.TOPIC, order=484, permission=HANDSETS, view=(VIEW,), group="field", volatile=True,
    help="终端和工作号登记；领用、归还、挂失、报废在“手持终端”页办理。",
)  # fmt: skip
USAGE = UsageKind(
    "handset_usage", "终端月用量", HandsetUsage,
    [
        Column("handset", "编号", required=True, ref="handsets", max_length=40),
        Column("month", "月份", required=True, max_length=7, help="如 2026-03"),
        Column("sms", "短信条数", "int", required=True, minimum=0, maximum=1_000_000),
        Column("minutes", "语音分钟", "float", required=True, minimum=0, maximum=100_000),
        Column("calls", "呼叫次数", "int", minimum=0, maximum=1_000_000, default=0),
        Column("connected", "接通次数", "int", minimum=0, maximum=1_000_000, default=0),
        Column("normal", "正常使用", "bool", default=True),
        Column("cost", "费用（元）", "float", minimum=0, maximum=1_000_000, default=0),
        SOURCE,
    ],
    ["handset", "month"], topic=standards.TOPIC, order=485, permission=HANDSETS, view=(VIEW,), group="field",
    volatile=True, removable=True, help="运营商每月用量：一号一行，导入前先看预览。",
)  # fmt: skip


def register_all() -> None:
    register(POINTS, PLANS, RULES, LIMITS, HANDSETS_KIND, USAGE)
