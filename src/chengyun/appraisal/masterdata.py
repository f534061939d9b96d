"""Indicators and targets as tables to edit, import and export; and which files of a district profile hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .conditions import FormulaError, parse
from .library import TOPIC
from .models import Indicator, IndicatorTarget
from .reliability import FIGURES
from .words import BETTER, COMBINE, DAYS, KINDS, LEVEL1, OPERATORS, READS, SYSTEMS, TOPICS

MOST = 99_999_999_999
_HELP = "条件，如 closed and not suspended；写法见用户手册“指标”"


class IndicatorKind(ModelKind):
    """A formula that cannot be read is refused where it is written."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR:
                _check_indicator(row, {**(existing.get(row.key) or {}), **row.values})


def _check_indicator(row: PlannedRow, values: Mapping[str, Any]) -> None:
    reads, kind = values.get("reads"), values.get("kind")
    conditions = [("base", values.get("base")), ("meets", values.get("meets"))]
    conditions += [("excluding", one.get("where")) for one in values.get("excluding") or []]
    for name, text in conditions:
        try:
            parse(str(text or ""))
        except FormulaError as error:
            row.fail(name, str(error))
    if reads == "cases":
        if values.get("day") not in DAYS:
            row.fail("day", "按案件计算的要写以哪一天计")
        if kind == "text":
            row.fail("kind", "定性的不能由案件算出")
        if kind == "rate" and not str(values.get("meets") or "").strip():
            row.fail("meets", "比率要写分子的条件")
    codes = [str(one.get("rule") or "") for one in values.get("excluding") or []]
    if len(set(codes)) != len(codes) or "exempt" in codes:
        row.fail("excluding", "每条剔除规则的编码不能相同，也不能是 exempt")
    if reads == "measure" and not values.get("measure"):
        row.fail("measure", "取自其他模块的要写数据项")
    if reads == "reliability":
        figure, _, systems = str(values.get("measure") or "").partition(":")
        if figure not in FIGURES or any(one not in SYSTEMS for one in systems.split(",") if one):
            row.fail("measure", f"写 {'、'.join(FIGURES)} 之一，可加系统，如 major:video")


class TargetKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR:
                _check_target(row, {**(existing.get(row.key) or {}), **row.values})


def _check_target(row: PlannedRow, values: Mapping[str, Any]) -> None:
    operator = values.get("operator")
    if operator in ("text", "date"):
        if not values.get("text"):
            row.fail("text", "请写目标（文字，或 2026-12-31 这样的日期）")
        return
    if values.get("value") is None:
        row.fail("value", "请写目标值")
    if operator == "range" and (values.get("upper") is None or values["upper"] < (values.get("value") or 0)):
        row.fail("upper", "区间的上限不能小于下限")
    if operator == "if" and (not values.get("if_indicator") or values.get("if_most") is None):
        row.fail("if_indicator", "有条件的目标要写看哪个指标、不超过多少")


INDICATORS = IndicatorKind(
    "indicators", "指标", Indicator,
    [
        Column("code", "编码", required=True, max_length=60),
        Column("name", "名称", required=True, max_length=80),
        Column("name_en", "英文名称", max_length=120, listed=False),
        Column("topic", "归类", "choice", choices=TOPICS, required=True),
        Column("level1", "一级指标", "choice", choices=LEVEL1, required=True),
        Column("level2", "二级指标", max_length=40),
        Column("reads", "数从哪里来", "choice", choices=READS, required=True),
        Column("kind", "是什么", "choice", choices=KINDS, required=True),
        Column("day", "以哪一天计", "choice", choices=DAYS, listed=False),
        Column("base", "分母（件数）的条件", max_length=400, listed=False, widget="textarea", help=_HELP),
        Column("meets", "分子再加的条件", max_length=400, listed=False, widget="textarea", help=_HELP),
        Column("excluding", "不计的案件", "records", listed=False, fields=(
            Column("rule", "规则编码", required=True, max_length=40),
            Column("name", "名称", required=True, max_length=60),
            Column("where", "条件", required=True, max_length=200, help=_HELP),
        ), help="依次看，第一条符合的规则决定；件数和案件都能打开"),
        Column("measure", "数据项", max_length=60, listed=False,
               help="其他模块的数据项；运行台账写 faults、major、running、maintained，可加系统"),
        Column("combine", "多次填报怎么合", "choice", choices=COMBINE, default="sum", listed=False),
        Column("unit", "计量单位", max_length=20),
        Column("better", "方向", "choice", choices=BETTER, default="up", listed=False),
        Column("rule", "口径", max_length=300, widget="textarea", listed=False),
        Column("sort", "排序", "int", minimum=0, maximum=100_000, default=0, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=400, permission="rules.manage", view=("indicator.view",), group="rules",
    removable=True, help="指标怎么算：由案件、填报、运行台账或其他模块来；口径改了，已关账的月份不变。",
)  # fmt: skip
TARGETS = TargetKind(
    "indicator_targets", "绩效目标", IndicatorTarget,
    [
        Column("code", "编码", required=True, max_length=80),
        Column("year", "年度", "int", required=True, minimum=2000, maximum=2100),
        Column("indicator", "指标", ref="indicators", max_length=60, help="用哪个指标的数；有条件的目标可空"),
        Column("name", "目标名称（按印发的写）", required=True, max_length=80),
        Column("form", "出处", max_length=120, listed=False, help="哪张表、哪个项目"),
        Column("operator", "关系", "choice", choices=OPERATORS, required=True),
        Column("value", "目标值", "float", minimum=-MOST, maximum=MOST),
        Column("upper", "上限", "float", minimum=-MOST, maximum=MOST, listed=False),
        Column("text", "文字或日期", max_length=120),
        Column("unit", "计量单位", max_length=20),
        Column("if_indicator", "看哪个指标", ref="indicators", max_length=60, listed=False),
        Column("if_most", "不超过", "float", minimum=-MOST, maximum=MOST, listed=False),
        Column("before2", "前年", max_length=40),
        Column("before1", "上年", max_length=40),
        Column("basis", "确定依据", max_length=40, listed=False),
        Column("sort", "排序", "int", minimum=0, maximum=100_000, default=0, listed=False),
        SOURCE,
    ],
    ["code"], topic=TOPIC, order=401, permission="rules.manage", view=("indicator.view",), group="rules",
    removable=True, help="每年的目标：按印发的绩效目标表写，注明来源；指标页与实际、预测对照。",
)  # fmt: skip


def register_all() -> None:
    register(INDICATORS)
    register(TARGETS)
