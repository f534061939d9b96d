"""What a district decides of its knowledge base: synonyms, periods of review and correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import KnowledgePeriod, SynonymGroup
from .periods import TOPIC

RULES: dict[str, Any] = {
    "topic": TOPIC, "permission": "rules.manage", "view": ("knowledge.view",), "group": "rules", "removable": True,
}  # fmt: skip


class SynonymKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR:
                words = {**(existing.get(row.key) or {}), **row.values}.get("words") or []
                if len(words) < 2 or any(not 1 < len(word) <= 20 for word in words) or len(words) > 8:
                    row.fail("words", "写 2 到 8 个同义的词，每个 2 到 20 字")


class PeriodKind(ModelKind):
    """Reviews are counted in days or months, answers in working time."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            working = str(values.get("unit") or "").startswith("working")
            if working != (values.get("kind") == KnowledgePeriod.CORRECTION) and values.get("unit") != "day":
                row.fail("unit", "复核用自然日或月，纠错用工作日、工作小时或自然日")
            elif values.get("kind") == KnowledgePeriod.WARN and values.get("unit") != "day":
                row.fail("unit", "提前提醒用自然日")


SYNONYMS = SynonymKind(
    "knowledge_synonyms", "知识同义词", SynonymGroup,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("words", "同义的词", "list", required=True, help="搜其中一个，也找到写另外几个的知识"),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=480, help="搜索知识时把这些词当作一个意思。", **RULES,
)  # fmt: skip
PERIODS = PeriodKind(
    "knowledge_periods", "知识时限", KnowledgePeriod,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("kind", "管什么", "choice", required=True, choices=KnowledgePeriod.KINDS),
        Column("category", "类别", ref="categories", help="留空为所有类别"),
        Column("amount", "数量", "int", required=True, minimum=1, maximum=400),
        Column("unit", "单位", "choice", required=True, choices=KnowledgePeriod.UNITS),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=481, help="多久复核一次、提前几天提醒、纠错几时答复；指明类别的优先。", **RULES,
)  # fmt: skip


def register_all() -> None:
    register(SYNONYMS, PERIODS)
