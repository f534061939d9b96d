"""Scoring schemes as a table with history. A scheme is tried on past months before it runs (trials.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from chengyun.cases.actions.words import FLAGS
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY
from chengyun.org.models import MasterDataTrial, Unit

from . import computing, scheme, words
from .models import ScoringScheme
from .reach import SCHEME, VIEW

CODE = "scoring_schemes"
TRIED = timedelta(days=2)

ITEM_FIELDS = (
    Column("code", "编码", required=True, max_length=40),
    Column("name", "名称", required=True, max_length=60),
    Column("kind", "怎么算", "choice", required=True, choices=words.ITEM_KINDS),
    Column("weight", "权重", "float", required=True, minimum=0, maximum=100),
    Column("of", "分母", "choice", choices=words.MARKS),
    Column("hit", "分子或扣分的", "choice", choices=words.MARKS),
    Column("each", "每件扣", "float", minimum=0, maximum=100),
    Column("by", "由谁评", "choice", choices=words.RATERS),
    Column("questions", "评价内容", "list", max_length=40),
    Column("measure", "指标", max_length=60),
    Column("bands", "档次", "list", max_length=24),
    Column("line", "档间按比例", "bool"),
    Column("less", "越低越好", "bool"),
    Column("double", "加倍", "bool"),
    Column("reason", "说明", max_length=200),
)
LEAVE_OUT_FIELDS = (
    Column("name", "名称", required=True, max_length=60),
    Column("flags", "标记", "list", choices=FLAGS, max_length=32),
    Column("kinds", "诉求类型", "list", max_length=32),
    Column("outcomes", "办理结果", "list", max_length=40),
    Column("items", "用于项目", "list", max_length=40),
)


class SchemeKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        rows = {key: dict(values) for key, values in existing.items()}
        for row in plan:
            if row.action == ERROR:
                continue
            base = existing.get(row.key) or {column.name: column.empty for column in self.kept}
            rows[row.key] = {**base, **row.values}
            for fault in scheme.faults(rows[row.key]):
                row.fail(fault.column, fault.message)
        for row in plan:
            if row.action == ERROR or not rows[row.key].get("enabled"):
                continue
            for key, other in rows.items():
                if key != row.key and other.get("enabled") and _clash(rows[row.key], other):
                    row.fail("group", f"同组的“{other.get('name')}”在同一时段启用，请先写它的有效期止")

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        """What runs was tried in the last two days, as it is; profiles bring schemes that do not run yet."""
        if not actor.is_system:
            existing = self.existing()
            for row in plan:
                old = existing.get(row.key)
                new = {**(old or {column.name: column.empty for column in self.kept}), **row.values}
                if new.get("enabled") and (
                    not old or not old.get("enabled") or scheme.digest(old) != scheme.digest(new)
                ):
                    _need_trial(new)
        super().apply(plan, actor)


def _clash(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("group") != other.get("group"):
        return False
    late, early = "9999", ""
    return str(one.get("valid_from") or early) <= str(other.get("valid_to") or late) and str(
        other.get("valid_from") or early
    ) <= str(one.get("valid_to") or late)


def _need_trial(values: Mapping[str, Any]) -> None:
    mark = scheme.digest(values)
    tried = MasterDataTrial.objects.filter(
        kind=CODE, state=MasterDataTrial.DONE, created_at__gte=timezone.now() - TRIED, result__digest=mark
    )
    if not tried.exists():
        detail = "这一版还没有在过去的月份上试算，或试算已过两天。请先试算，看过各单位会得多少分，再启用。"
        raise Problem(409, "not_tried", "先试算，再启用", detail)


def _changed(_: Sequence[Any]) -> None:
    computing.forget()


SCHEMES = SchemeKind(
    CODE, "考核方案", ScoringScheme,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("group", "考核组", "choice", required=True, choices=words.GROUPS),
        Column("kinds", "考核哪些单位", "list", required=True, choices=Unit.KINDS, max_length=16),
        Column("items", "项目", "records", fields=ITEM_FIELDS, listed=False,
               help="权重合计 100；档次写成 起点:得分比例，如 85:60/95:100"),
        Column("double_flags", "加倍的标记", "list", choices=FLAGS, max_length=32, listed=False),
        Column("double_channels", "加倍的渠道", "list", max_length=40, listed=False),
        Column("factor", "加倍", "int", minimum=1, maximum=5, default=2, listed=False),
        Column("minimum", "少于几件不排名", "int", minimum=1, maximum=10_000, default=1),
        Column("leave_out", "不计的案件", "records", fields=LEAVE_OUT_FIELDS, listed=False),
        Column("enabled", "启用", "bool", default=False, help="先在过去的月份上试算，才能启用"),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=computing.TOPIC, order=380, permission=SCHEME, view=(VIEW,), group="rules",
    removable=True, after=_changed,
    help="每组单位按什么打分：项目、权重、档次、扣分、加倍。请在“考核方案”页编写和试算；已关账的月份不受影响。",
)  # fmt: skip


def register_all() -> None:
    register(SCHEMES)
