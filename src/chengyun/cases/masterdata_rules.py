"""Limits, callback scripts, the ladder, words of messages and optional steps as tables to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.kernel import worktime
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import lifecycle, messages
from .actions.words import FLAGS, URGENCIES
from .models import CallbackScript, LadderRung, LimitPolicy, MessageTemplate, StepSetting

TOPIC = "catalogue"
RULES: dict[str, Any] = {"permission": "rules.manage", "group": "rules", "removable": True}
UNITS = {
    "natural_minute": "分钟", "urgent_hour": "紧急工作时", "working_hour": "工作时", "working_day": "工作日",
    "natural_day": "自然日", "month": "月",
}  # fmt: skip
LIFECYCLES: dict[str, str] = {}
STAGES: dict[str, str] = {}
STEPS: dict[str, str] = {}
STAGES_OF: dict[str, dict[str, str]] = {}
STEPS_OF: dict[str, dict[str, str]] = {}
CATEGORY = "categories|urban_event_categories"
CONDITION = (
    Column("kind", "诉求类型", "list", ref="request_kinds", max_length=32),
    Column("urgency", "紧急程度", "list", choices=URGENCIES),
    Column("channel", "渠道", "list", ref="channels", max_length=40),
    Column("flags", "标记", "list", choices=FLAGS),
)


class LimitKind(ModelKind):
    """Stages must belong to the lifecycle, and the category too."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            old = existing.get(row.key) or {}
            values = {**old, **row.values}
            if values.get("stages") == old.get("stages") and values.get("lifecycle") == old.get("lifecycle"):
                continue
            life = next((found for found in lifecycle.all_lifecycles() if found.code == values.get("lifecycle")), None)
            if life is None:
                row.fail("lifecycle", f"没有“{values.get('lifecycle')}”这种流程")
                continue
            _check_stages(row, values.get("stages") or [], life)
            if int(values.get("version") or 1) > 1 and not values.get("source"):
                row.fail("source", "新版本要写明依据")


def _check_stages(row: PlannedRow, stages: Sequence[Mapping[str, Any]], life: lifecycle.Lifecycle) -> None:
    seen: set[tuple[str, str]] = set()
    for stage in stages:
        name = stage.get("stage", "")
        if name not in life.stages:
            row.fail("stages", f"流程“{life.name}”没有阶段“{STAGES.get(name, name)}”")
        if not 0 < float(stage.get("amount") or 0) < 10_000:
            row.fail("stages", f"“{life.stage_name(name)}”的时限要大于 0")
        if not 0 < float(stage.get("warn", 0.8)) < 1:
            row.fail("stages", f"“{life.stage_name(name)}”的预警比例要在 0 与 1 之间")
        mark = (name, repr(stage.get("condition")))
        if mark in seen:
            row.fail("stages", f"“{life.stage_name(name)}”写了两次")
        seen.add(mark)


class LadderKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        places = {(v.get("stage") or "", v.get("level")): key for key, v in existing.items() if not v.get("valid_to")}
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action == ERROR or values.get("valid_to"):
                continue
            if not float(values.get("amount") or 0) > 0:
                row.fail("amount", "要大于 0")
            taken = places.setdefault((values.get("stage") or "", values.get("level")), row.key)
            if taken != row.key:
                row.fail("level", f"与“{taken[0]}”是同一级")


class TemplateKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR and "text" in row.values:
                fault = messages.fault(str(row.key[0]), row.values["text"])
                if fault:
                    row.fail("text", fault)


class StepKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        lives = {life.code: life for life in lifecycle.all_lifecycles()}
        for row in plan:
            life = lives.get(row.values.get("lifecycle") or "")
            if row.action != ERROR and life is not None and row.values.get("step") not in life.steps:
                names = "、".join(step.name for step in life.steps.values()) or "无"
                row.fail("step", f"流程“{life.name}”的这个环节不能关，可以关的：{names}")


LIMITS = LimitKind(
    "limits", "办理时限", LimitPolicy,
    [
        Column("code", "编码", required=True, max_length=60),
        Column("version", "版本", "int", required=True, minimum=1, maximum=9999, default=1,
               help="改规定时新增一个更大的版本，并写有效期起；当日有效的最大版本起作用"),
        Column("lifecycle", "流程", "choice", required=True, choices=LIFECYCLES),
        Column("category", "类别", ref=CATEGORY, help="空为不限；含下级类别"),
        Column("condition", "适用条件", "map", fields=CONDITION, help="都符合才适用；同一项写多个的，符合其一即可"),
        Column("stages", "各阶段时限", "records", required=True, fields=(
            Column("stage", "阶段", "choice", required=True, choices=STAGES, by="lifecycle", variants=STAGES_OF),
            Column("amount", "时限", "float", required=True, minimum=0, maximum=10_000),
            Column("unit", "单位", "choice", required=True, choices=UNITS),
            Column("warn", "预警比例", "float", minimum=0, maximum=1, help="用去多少时算临期，如 0.8"),
            Column("condition", "另需条件", "map", fields=CONDITION),
            Column("source", "依据"),
            Column("name", "名称", max_length=60),
        )),
        Column("default", "平台默认", "bool", field="is_default", help="暂用值，不是本区规定"),
        *VALIDITY, Column("source", "依据", required=True, max_length=300),
    ],
    ["code", "version"], topic=TOPIC, order=40, **RULES,
    help="每个阶段多久算到期。最具体的一条起作用；改了以后正在计时的两分钟内重算。",
)  # fmt: skip
SCRIPTS = ModelKind(
    "scripts", "回访话术", CallbackScript,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("category", "类别", ref=CATEGORY, help="空为通用；含下级类别，取最近的一条"),
        Column("medium", "方式", "choice", choices={"phone": "电话", "message": "短信"}, default="phone"),
        Column("text", "话术", required=True, max_length=4000, widget="textarea"),
        Column("questions", "问题", "records", listed=False, fields=(
            Column("code", "编码", required=True, max_length=40),
            Column("text", "问题", required=True),
            Column("options", "可选回答", "list", max_length=40),
        )),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=41, **RULES, help="回访员照着问的话；按案件类别取最近的一条。",
)  # fmt: skip
TEMPLATES = TemplateKind(
    "message_templates", "消息模板", MessageTemplate,
    [
        Column("code", "消息", "choice", required=True, choices=messages.NAMES),
        Column("text", "文字", required=True, max_length=200, widget="textarea",
               help="可用：{number} 编号、{title} 标题；时限的还有 {stage} 阶段、{due} 到期、{level} 级别；"
                    "催办、督办 {who} 谁、{note} 意见；提到 {who}、{text}"),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=42, **RULES, help="平台内提醒的文字。没有写的用自带的。",
)  # fmt: skip
LADDER = LadderKind(
    "ladder", "督办阶梯", LadderRung,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("stage", "阶段", "choice", choices=STAGES, help="空为所有阶段；某阶段写了自己的，就只用自己的"),
        Column("level", "级别", "int", required=True, minimum=1, maximum=9),
        Column("amount", "超期后", "float", required=True, minimum=0, maximum=1000),
        Column("unit", "单位", "choice", required=True, choices=UNITS),
        Column("to", "告知", "choice", required=True, choices=LadderRung.RECEIVERS),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=43, **RULES, help="超期以后，多久告诉谁。一条都没有时用自带的两级。",
)  # fmt: skip
STEP_SETTINGS = StepKind(
    "steps", "流程环节", StepSetting,
    [
        Column("lifecycle", "流程", "choice", required=True, choices=LIFECYCLES),
        Column("step", "环节", "choice", required=True, choices=STEPS, by="lifecycle", variants=STEPS_OF),
        Column("category", "类别", ref=CATEGORY, help="空为整个流程；含下级类别，取最近的一条"),
        Column("enabled", "启用", "bool", default=False),
        *VALIDITY, SOURCE,
    ],
    ["lifecycle", "step", "category"], topic=TOPIC, order=44, **RULES,
    help="某些类别可以免去先行联系、审核、回访、核查。免去的环节由系统记在经过里。",
)  # fmt: skip


def register_all() -> None:
    for life in lifecycle.all_lifecycles():
        LIFECYCLES.setdefault(life.code, life.name)
        STAGES_OF[life.code] = dict(life.stages)
        STEPS_OF[life.code] = {step.code: step.name for step in life.steps.values()}
        for code, name in life.stages.items():
            known = STAGES.get(code, "")
            STAGES[code] = known if name in known.split("／") else "／".join(filter(None, (known, name)))
        for step in life.steps.values():
            STEPS.setdefault(step.code, step.name)
    assert set(UNITS) == {unit.value for unit in worktime.Unit}
    from . import trials

    trials.register_all()
    register(LIMITS, SCRIPTS, TEMPLATES, LADDER, STEP_SETTINGS)
