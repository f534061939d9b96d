"""Warning rules as a table to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.cases.actions.words import FLAGS
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import rules
from .models import WarningRule
from .words import CALLERS, COUNT, GROWTH, LEVEL_CHOICES, NATURES, PLACES, WAYS, WORDS

CATEGORY = "categories|urban_event_categories"


class RuleKind(ModelKind):
    """Each way of looking needs something of its own."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR:
                _check(row, {**(existing.get(row.key) or {}), **row.values})


def _check(row: PlannedRow, values: Mapping[str, Any]) -> None:
    way, minimum = values.get("way"), int(values.get("minimum") or 1)
    if way == WORDS:
        if not values.get("words"):
            row.fail("words", "按词语看的规则要写词语")
        if any(not part.strip() for term in values.get("words") or [] for part in term.replace("＋", "+").split("+")):
            row.fail("words", "“+”两边都要有字，如 工资+拖欠")
        if any(len(term.strip()) < 2 for term in values.get("words") or []):
            row.fail("words", "词语至少两个字，一个字会误报")
    elif values.get("words"):
        row.fail("words", "只有按词语看的规则才写词语")
    if way == COUNT and not values.get("flags") and minimum < 3:
        row.fail("minimum", "不限标记时至少 3 件，否则每件都会预警")
    if way == CALLERS and minimum < 2:
        row.fail("minimum", "至少 2 人")
    if way == GROWTH:
        if minimum < 3:
            row.fail("minimum", "异常增长至少 3 件起")
        if not values.get("risk"):
            row.fail("risk", "要写误报率，如 0.01")
    if way != COUNT and values.get("flags"):
        row.fail("flags", "只有按件数看的规则才用标记")


def _changed(_: Sequence[Any]) -> None:
    """The database's sieve follows the rules at once."""
    rules.forget()
    rules.keep_pattern()


RULES = RuleKind(
    "warning_rules", "预警规则", WarningRule,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("nature", "性质", "choice", required=True, choices=NATURES),
        Column("level", "级别", "choice", required=True, choices=LEVEL_CHOICES,
               help="紧急、重要的立即提醒值班人员，关注的等到工作时间"),
        Column("way", "怎么看", "choice", required=True, choices=WAYS,
               help="词语：说到某些词；件数：同类同地达到件数；人数：一件事多人反映；异常增长：比往常同一时段明显多"),
        Column("words", "词语", "list", max_length=40, help="符合其一；几个字都要有的用 + 连接，如 工资+拖欠"),
        Column("unless", "除非说到", "list", max_length=40, listed=False, help="有这些词就不算，如 演练"),
        Column("categories", "类别", "list", ref=CATEGORY, max_length=40, help="空为不限；含下级类别"),
        Column("flags", "标记", "list", choices=FLAGS, max_length=32, listed=False, help="都有才算"),
        Column("place", "在哪里合计", "choice", choices=PLACES, default="community"),
        Column("by_category", "按类别分开", "bool", default=True, listed=False),
        Column("minimum", "至少", "int", minimum=1, maximum=100_000, default=1, help="件数，按人数看时为人数"),
        Column("hours", "多少小时内", "int", minimum=1, maximum=rules.LONGEST_HOURS, default=24),
        Column("risk", "误报率", "float", minimum=0.00001, maximum=0.2, listed=False,
               help="只对异常增长：预警中误报所占份额的上限，如 0.01"),
        Column("advice", "处置建议", max_length=300, widget="textarea", listed=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=rules.TOPIC, order=360, permission="rules.manage", view=("warning.view",), group="rules",
    removable=True, after=_changed,
    help="什么情况要有人看一眼：敏感、群体、安全的词语，短时间内多件同类，多人反映一事，比往常明显多。",
)  # fmt: skip


def register_all() -> None:
    register(RULES)
