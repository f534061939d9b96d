"""Kinds, categories, return reasons and outcomes as tables to import and export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chengyun.kernel.tokens import pinyin_search
from chengyun.org.masterdata import Column, ModelKind, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import lifecycle, masterdata_desk, masterdata_repeats, masterdata_rules
from .actions.words import URGENCIES
from .models import Category, Outcome, RequestKind, ReturnReason

TOPIC = "catalogue"
CODE = Column("code", "编码", required=True, max_length=40)
RULES: dict[str, Any] = {"permission": "rules.manage", "group": "rules", "removable": True}
SORT = Column("sort", "排序", "int", default=0)


def _refresh(rows: Sequence[Any]) -> None:
    """Path, pinyin and initials of all categories, from the tree and the names as they are now."""
    nodes = {row.pk: row for row in Category.objects.all()}
    for row in nodes.values():
        chain, node, seen = [row.pk], row, {row.pk}
        while node.parent_id is not None and node.parent_id not in seen and node.parent_id in nodes:
            node = nodes[node.parent_id]
            seen.add(node.pk)
            chain.append(node.pk)
        row.path = "/" + "".join(f"{pk}/" for pk in reversed(chain))
        spelled, _, initials = pinyin_search(row.name).partition(" ")
        row.pinyin, row.initials = spelled[:300], initials[:80]
    Category.objects.bulk_update(nodes.values(), ["path", "pinyin", "initials"], batch_size=500)


def _category_columns(ref: str) -> list[Column]:
    return [
        CODE,
        Column("name", "名称", required=True, max_length=80),
        Column("parent", "上级编码", ref=ref),
        Column("keywords", "关键词", "list", max_length=40),
        Column("urgency", "默认紧急程度", "choice", choices=URGENCIES, field="default_urgency"),
        Column("description", "说明", max_length=2000, widget="textarea", listed=False),
        SORT,
        *VALIDITY,
        SOURCE,
    ]


CATEGORIES = ModelKind(
    "categories", "诉求类别", Category, _category_columns("categories"), ["code"],
    topic=TOPIC, order=31, after=_refresh, fixed={"lifecycle": "request"}, **RULES,
    help="诉求的大类、小类。停用的填有效期止，老案件保留原类别。",
)  # fmt: skip
EVENT_CATEGORIES = ModelKind(
    "urban_event_categories", "事件部件类别", Category, _category_columns("urban_event_categories"), ["code"],
    topic=TOPIC, order=32, after=_refresh, fixed={"lifecycle": "urban_event"}, **RULES,
    help="城市管理事件（S）和部件（B）的类别。",
)  # fmt: skip
KINDS = ModelKind(
    "request_kinds", "诉求类型", RequestKind,
    [
        CODE,
        Column("name", "名称", required=True, max_length=40),
        Column("prefix", "编号前缀", required=True, max_length=4),
        Column(
            "lifecycle", "流程", "choice", default="request",
            choices={"request": "诉求", "urban_event": "城市事件"},
        ),
        SORT, *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=30, **RULES, help="咨询、求助、投诉等，决定案件编号的前缀和走哪个流程。",
)  # fmt: skip
RETURN_REASONS = ModelKind(
    "return_reasons", "退单理由", ReturnReason,
    [
        CODE,
        Column("name", "理由", required=True, max_length=100),
        Column("needs_basis", "须写依据", "bool", default=True),
        Column("needs_suggestion", "须建议承办单位", "bool", default=True),
        SORT, *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=33, **RULES, help="承办单位退单时只能选这里的理由。",
)  # fmt: skip
OUTCOMES = ModelKind(
    "outcomes", "办理结果", Outcome,
    [
        CODE,
        Column("name", "结果", required=True, max_length=60),
        Column("counts_as_solved", "算已解决", "bool", default=False),
        Column("needs_reason", "须写原因", "bool", default=False),
        Column("needs_review_date", "须写复核日期", "bool", default=False),
        SORT, *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=34, **RULES, help="答复时选的结果；结案不等于解决。",
)  # fmt: skip


def register_all() -> None:
    for life in lifecycle.all_lifecycles():
        KINDS.by_name["lifecycle"].choices.setdefault(life.code, life.name)  # type: ignore[union-attr]
    register(KINDS, CATEGORIES, EVENT_CATEGORIES, RETURN_REASONS, OUTCOMES)
    masterdata_rules.register_all()
    masterdata_repeats.register_all()
    masterdata_desk.register_all()
