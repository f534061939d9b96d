"""Dispatch rules and the responsibility list as tables: history, undo, import and export (decision 0033)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from chengyun.cases.actions.words import URGENCIES
from chengyun.kernel import english
from chengyun.org.masterdata import CREATE, ERROR, UPDATE, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import VALIDITY

from .models import DispatchRule, Responsibility, RuleTrial
from .models_rules import NOBODY, UNIT
from .rules import language as lang
from .rules import names as naming
from .rules.content import MEANING, digest, read, result_faults

CATEGORY = "categories|urban_event_categories"
TARGETS = dict(DispatchRule.TARGETS)
PERMISSION, VIEW = "dispatching.rules", ("dispatching.view",)


class RuleKind(ModelKind):
    """Names become codes; what is on was tried before, exactly as it is."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        names = naming.current()
        for row in plan:
            old = existing.get(row.key) or {}
            values = {**{column.name: column.empty for column in self.kept}, **old, **row.values}
            if row.action == ERROR:
                continue
            self._check_content(row, old, values, names)
            if row.action != ERROR and values["enabled"]:
                self._check_tried(row, old, values)

    @staticmethod
    def _check_content(row: PlannedRow, old: Values, values: Values, names: naming.Names) -> None:
        if values["target"] != UNIT and values["unit"]:
            values["unit"] = row.values["unit"] = ""
        if old and all(values[name] == old[name] for name in MEANING):
            return
        found = read(values, names)
        if found.node is not None and not found.faults.get("expression"):
            values["expression"] = row.values["expression"] = lang.to_text(found.node)
        if old and all(values[name] == old[name] for name in MEANING):
            return
        for column, faults in found.faults.items():
            for fault in faults:
                row.fail(column, english.remember(fault.zh, fault.en))

    @staticmethod
    def _check_tried(row: PlannedRow, old: Values, values: Values) -> None:
        mark = digest(values)
        if old.get("enabled") and digest(old) == mark:
            return
        if not RuleTrial.objects.filter(digest=mark, state=RuleTrial.DONE).exists():
            row.fail("enabled", "这一版还没有试算过，请先在“派单规则”页试算，再启用")

    def apply(self, plan: Sequence[PlannedRow], actor: Any) -> None:
        """New rules go last; a change of what a rule means makes a new version of it."""
        last = self.queryset().aggregate(last=Max("position"))["last"] or 0
        for row in plan:
            if row.action == CREATE and not row.values.get("position"):
                last += 10
                row.values["position"] = last
        super().apply(plan, actor)
        changed = [str(row.key[0]) for row in plan if row.action == UPDATE and set(MEANING) & set(row.changes)]
        for rule in DispatchRule.objects.filter(code__in=changed):
            rule.version += 1
            rule.save(update_fields=["version"])


class ResponsibilityKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        names = naming.current()
        for row in plan:
            old = existing.get(row.key) or {}
            values = {**{column.name: column.empty for column in self.kept}, **old, **row.values}
            if row.action == ERROR:
                continue
            if values["target"] != UNIT and values["unit"]:
                values["unit"] = row.values["unit"] = ""
            said = ("target", "unit", "co_units", "category")
            if values.get("valid_to") or (old and all(values[name] == old[name] for name in said)):
                continue
            for column, faults in result_faults(values, names).items():
                for fault in faults:
                    row.fail(column, english.remember(fault.zh, fault.en))


def _result_columns(targets: Mapping[str, str]) -> tuple[Column, ...]:
    return (
        Column("target", "由谁办理", "choice", choices=dict(targets), default=UNIT),
        Column("unit", "单位编码", ref="units", max_length=40),
        Column("co_units", "协办单位编码", "list", ref="units", max_length=40),
    )


RULES = RuleKind(
    "dispatch_rules", "派单规则", DispatchRule,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("position", "顺序", "int", default=0, minimum=0, maximum=1_000_000, help="小的先看，先符合的起作用"),
        Column("expression", "条件", required=True, max_length=2000, widget="textarea",
               help='如：类别 属于 "占道经营" 且 区域 在 "某某街道" 且 时间 在 18:00-06:00'),
        *_result_columns(TARGETS),
        Column("category", "改定类别", ref=CATEGORY, max_length=40),
        Column("urgency", "改定紧急程度", "choice", choices=URGENCIES),
        Column("enabled", "启用", "bool", default=False, help="先试算这一版，才能启用"),
        *VALIDITY,
        Column("source", "依据", required=True, max_length=300),
    ],
    ["code"], topic=naming.TOPIC, order=50, permission=PERMISSION, view=VIEW, group="rules", removable=True,
    help="符合条件的案件建议派给谁；按顺序，先符合的起作用。请在“派单规则”页编写和试算。",
)  # fmt: skip
RESPONSIBILITIES = ResponsibilityKind(
    "responsibilities", "权责清单", Responsibility,
    [
        Column("code", "编码", required=True, max_length=60),
        Column("matter", "事项", max_length=200),
        Column("category", "类别", required=True, ref=CATEGORY, max_length=40, help="含下级类别，取最近的一条"),
        Column("area", "区域编码", ref="areas", field="area_code", max_length=40, help="空为全区；取最小的区域"),
        *_result_columns({code: name for code, name in TARGETS.items() if code != NOBODY}),
        Column("document", "依据文件", required=True, max_length=300),
        *VALIDITY,
        Column("source", "来源", required=True, max_length=300),
    ],
    ["code"], topic=naming.TOPIC, order=51, permission=PERMISSION, view=VIEW, group="rules", removable=True,
    help="哪类事在哪里由谁负责、谁协办，出自哪个文件。派单建议按类别和区域取最具体的一条。",
)  # fmt: skip


def register_all() -> None:
    register(RULES, RESPONSIBILITIES)
