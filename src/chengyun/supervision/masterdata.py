"""The ladder, the rules, the business scopes and the checklist as tables to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.cases.actions.words import FLAGS
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import ladder
from .models import BusinessScope, ChecklistQuestion, SupervisionRule, SupervisionStep
from .rules import Rung, ladder_faults
from .words import CARDS, OVERDUE, REDO, RETURNED, STARTERS, STEP_UNITS, TOLD, TRIGGERS

CATEGORY = "categories|urban_event_categories"
COMMON: dict[str, Any] = {
    "topic": ladder.TOPIC, "permission": "rules.manage", "view": ("supervision.view",), "group": "rules",
    "removable": True,
}  # fmt: skip


class StepKind(ModelKind):
    """Each step goes on to a higher one; a referral to nobody is no referral."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        after: dict[Key, Values] = {key: dict(values) for key, values in existing.items()}
        for row in plan:
            if row.action != ERROR:
                after[row.key] = {**(after.get(row.key) or {}), **row.values}
        rungs = [
            Rung(str(key[0]), int(values.get("level") or 0), str(values.get("next") or ""))
            for key, values in after.items() if not values.get("valid_to")
        ]  # fmt: skip
        faults = ladder_faults(rungs)
        for row in plan:
            if row.action == ERROR:
                continue
            values = after[row.key]
            if not 0 < float(values.get("amount") or 0) <= 1000:
                row.fail("amount", "要大于 0，不超过 1000")
            if str(row.key[0]) in faults:
                row.fail("next", faults[str(row.key[0])])
            if values.get("red_after") and values.get("card") != "yellow":
                row.fail("red_after", "只有出示黄牌的一级才能累计成红牌")
            if values.get("automatic") and not values.get("next"):
                row.fail("automatic", "没有下一级，不能自动升级")


class RuleKind(ModelKind):
    """A rule starts a step that is there."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action == ERROR:
                continue
            if values.get("trigger") in (REDO, RETURNED) and int(values.get("times") or 0) < 1:
                row.fail("times", "至少 1 次")
            if values.get("trigger") != OVERDUE and float(values.get("amount") or 0):
                row.fail("amount", "只有按超期发起的规则才写时间")


class ScopeKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action != ERROR and not any(values.get(name) for name in ("categories", "channels", "flags")):
                row.fail("categories", "类别、渠道、标记至少写一项")


STEPS = StepKind(
    "supervision_steps", "督办梯级", SupervisionStep,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=40),
        Column("level", "级别", "int", required=True, minimum=1, maximum=20),
        Column("permission", "谁可发起", "choice", required=True, choices=STARTERS),
        Column("amount", "答复时限", "float", required=True, minimum=0, maximum=1000),
        Column("unit", "时限单位", "choice", required=True, choices=STEP_UNITS),
        Column("again", "退回后时限比例", "float", minimum=0.1, maximum=1, default=0.5, listed=False,
               help="验收不通过退回时，再给原时限的多少"),
        Column("reply_required", "须书面答复", "bool", default=True, help="否：案件答复或办结即视为完成"),
        Column("next", "下一级", max_length=40, help="未按时完成时升到哪一级，写编码"),
        Column("grace", "宽限", "float", minimum=0, maximum=1000, default=0, help="超期后再过多久升级，单位同时限"),
        Column("automatic", "自动升级", "bool", default=False, help="否：提醒督办员，由人决定"),
        Column("card", "出示", "choice", choices=CARDS),
        Column("red_after", "几张黄牌变红牌", "int", minimum=0, maximum=20, default=0, listed=False,
               help="一年内已有这么多张黄牌时改出红牌；0 为不累计"),
        Column("told", "同时告知", "list", choices=TOLD, max_length=16),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=370,
    help="督办的阶梯：每一级谁可发起、多久答复、要不要书面答复、未完成升到哪一级、出不出黄牌红牌。", **COMMON,
)  # fmt: skip
RULES = RuleKind(
    "supervision_rules", "督办规则", SupervisionRule,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("step", "发起哪一级", required=True, ref="supervision_steps", max_length=40),
        Column("trigger", "看什么", "choice", required=True, choices=TRIGGERS),
        Column("amount", "超期多久", "float", minimum=0, maximum=1000, default=0),
        Column("unit", "单位", "choice", choices=STEP_UNITS, default="working_day"),
        Column("times", "至少几次", "int", minimum=1, maximum=20, default=1, help="重办、退单的次数"),
        Column("minimum", "一个单位至少几件", "int", minimum=1, maximum=1000, default=1),
        Column("categories", "类别", "list", ref=CATEGORY, max_length=40, help="空为不限；含下级类别"),
        Column("channels", "渠道", "list", ref="channels", max_length=40, listed=False),
        Column("flags", "标记", "list", choices=FLAGS, max_length=32, listed=False, help="有其一即可"),
        Column("requirement", "督办要求", required=True, max_length=500, widget="textarea"),
        Column("enabled", "启用", "bool", default=True),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=371,
    help="什么情况下平台自动发起督办：每个承办单位一份，列出符合的案件；已在同级或更高督办中的不重复发。", **COMMON,
)  # fmt: skip
SCOPES = ScopeKind(
    "business_scopes", "营商环境范围", BusinessScope,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("categories", "类别", "list", ref=CATEGORY, max_length=40, help="含下级类别"),
        Column("channels", "渠道", "list", ref="channels", max_length=40),
        Column("flags", "标记", "list", choices=FLAGS, max_length=32),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=372,
    help="哪些案件算营商环境办件：符合任一类别、渠道或标记。时限在“办理时限”里设。", **COMMON,
)  # fmt: skip
CHECKLIST = ModelKind(
    "quality_checklist", "质量评查清单", ChecklistQuestion,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "评查项", required=True, max_length=120),
        Column("help", "怎么看", max_length=200, widget="textarea"),
        Column("points", "分值", "int", required=True, minimum=0, maximum=100),
        Column("critical", "一票否决", "bool", default=False),
        Column("sort", "顺序", "int", default=0, minimum=0, maximum=10_000),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=373, help="抽查已结案件时逐项回答；改动只影响以后抽取的样本。", **COMMON,
)  # fmt: skip


def register_all() -> None:
    register(STEPS, RULES, SCOPES, CHECKLIST)
