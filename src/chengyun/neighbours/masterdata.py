"""What a district decides of its front door, as tables to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from chengyun.cases import lifecycle
from chengyun.cases.masterdata_desk import ClockKind
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import rules, telling
from .known import TOPIC
from .models import Delivery, DirectoryEntry, EmergencyWord, MessageTemplate, PlainStep, SilentHours, UseLimit

RULES: dict[str, Any] = {
    "topic": TOPIC, "permission": "rules.manage", "view": ("neighbour.view",), "group": "rules", "removable": True,
}  # fmt: skip


def _actions() -> dict[str, str]:
    return {rule.code: rule.name for life in lifecycle.all_lifecycles() for rule in life.actions.values()}


class StepKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        known = _actions()
        for row in plan:
            if row.action != ERROR and str(row.values.get("action") or "register") not in known:
                row.fail("action", "没有这个操作")


class TemplateKind(ModelKind):
    """Words with places that can be filled, and ways that exist."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR:
                _check_template(row, {**(existing.get(row.key) or {}), **row.values})


def _check_template(row: PlannedRow, values: Mapping[str, Any]) -> None:
    fault = rules.template_fault(str(values.get("text") or ""))
    if fault:
        row.fail("text", fault)
    if not values.get("ways"):
        row.fail("ways", "至少一种方式")
    fields = str(values.get("wechat_fields") or "")
    if Delivery.WECHAT in (values.get("ways") or []) and values.get("wechat_template") and not fields:
        row.fail("wechat_fields", "微信模板要写明各字段填什么")
    if fields:
        try:
            found = orjson.loads(fields)
        except ValueError:
            found = None
        if not isinstance(found, dict) or any(value not in rules.FIELDS for value in found.values()):
            row.fail(
                "wechat_fields", '写成 {"thing1": "matter", "time2": "due"}，后面的名字可用：' + "、".join(rules.FIELDS)
            )


LIMITS = ModelKind(
    "neighbour_limits", "居民端用量上限", UseLimit,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("doing", "做什么", "choice", required=True, choices=UseLimit.DOINGS),
        Column("whose", "按谁计", "choice", required=True, choices=UseLimit.WHOSE),
        Column("most", "最多几次", "int", required=True, minimum=1, maximum=100_000),
        Column("minutes", "多少分钟内", "int", required=True, minimum=1, maximum=44_640),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=390, help="防止滥用；写到紧急情况的诉求不受任何上限影响。", **RULES,
)  # fmt: skip
EMERGENCIES = ModelKind(
    "emergency_words", "紧急情况词语", EmergencyWord,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("number", "应拨号码", required=True, max_length=10),
        Column("words", "词语", "list", required=True, max_length=20, help="符合其一；几个字都要有的用 + 连接"),
        Column("unless", "除非说到", "list", max_length=20, listed=False),
        Column("advice", "提示", required=True, max_length=120),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=391, help="居民写到这些词语时，先显示该拨的号码。", **RULES,
)  # fmt: skip
STEPS = StepKind(
    "neighbour_steps", "居民看到的进展", PlainStep,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("action", "操作", required=True, max_length=40, help="流程里的操作编码，如 dispatch"),
        Column("state", "到达状态", max_length=32, help="空为任何状态"),
        Column("sentence", "怎么说", required=True, max_length=200),
        Column("tone", "语气", "choice", choices=PlainStep.TONES, default="go"),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=392, help="把流程里的操作说成居民听得懂的话；没有写的操作不告诉居民。", **RULES,
)  # fmt: skip
TEMPLATES = TemplateKind(
    "neighbour_templates", "居民消息模板", MessageTemplate,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("event", "什么时候", "choice", required=True, choices={**telling.EVENTS, **telling.OTHERS}),
        Column("state", "到达状态", max_length=32, listed=False, help="空为任何状态"),
        Column("ways", "方式", "list", required=True, choices=Delivery.WAYS, max_length=8),
        Column("text", "内容", required=True, max_length=300, widget="textarea",
               help="可用：" + "、".join(f"{{{code}}} {name}" for code, name in rules.FIELDS.items())),
        Column("sms_template", "短信平台模板号", max_length=60, listed=False),
        Column("wechat_template", "微信模板号", max_length=80, listed=False),
        Column("wechat_fields", "微信模板字段", max_length=300, listed=False, help='如 {"thing1": "matter"}'),
        Column("urgent", "不受免打扰限制", "bool", default=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=393, help="告诉居民什么、用什么方式；在“居民端”页可以预览。", **RULES,
)  # fmt: skip
DIRECTORY = ModelKind(
    "service_directory", "便民服务目录", DirectoryEntry,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("group", "分组", required=True, max_length=30),
        Column("name", "名称", required=True, max_length=60),
        Column("phone", "电话", max_length=40),
        Column("hours", "服务时间", max_length=80),
        Column("address", "地址", max_length=120, listed=False),
        Column("about", "办什么", max_length=200, listed=False),
        Column("area", "区域编码", max_length=40, help="空为全区"),
        Column("sort", "排序", "int", default=0, minimum=0, maximum=100_000, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=394, help="居民在“服务”里看到的电话、时间和地点；只写公开的办公电话。", **RULES,
)  # fmt: skip
SILENT = ClockKind(
    "neighbour_silent_hours", "居民免打扰时段", SilentHours,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("start", "开始", required=True, max_length=5, help="如 21:00"),
        Column("end", "结束", required=True, max_length=5, help="如 08:00，可以跨过零点"),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=395, help="这段时间里不发短信和微信，结束时再发；应用内照常。", **RULES,
)  # fmt: skip


def register_all() -> None:
    register(LIMITS, EMERGENCIES, STEPS, TEMPLATES, DIRECTORY, SILENT)
