"""Channels as a table to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.cases import lifecycle
from chengyun.kernel import revision
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import Channel
from .permissions import MANAGE
from .queries import TOPIC

LIFECYCLES: dict[str, str] = {}


class ChannelKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            default, kinds = values.get("default_kind"), values.get("kinds") or []
            if row.action != ERROR and default and kinds and default not in kinds:
                row.fail("default_kind", "不在“可带类型”里")


def _tell_pages(rows: Sequence[Any]) -> None:
    revision.bump("catalogue")  # the vocabulary of the pages names the channels


CHANNELS = ChannelKind(
    "channels", "渠道", Channel,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("kind", "类别", "choice", required=True, choices=Channel.KINDS),
        Column("number", "号码", max_length=40),
        Column("direction", "方向", "choice", choices={"in": "只进", "both": "进出（回传答复）"}, default=Channel.IN),
        Column("lifecycle", "流程", "choice", choices=LIFECYCLES, default="request"),
        Column("kinds", "可带类型", "list", ref="request_kinds", max_length=32, help="空为该流程的全部类型"),
        Column("default_kind", "默认类型", ref="request_kinds", max_length=32),
        Column("auto_accept", "自动受理", "bool", default=False),
        Column("active", "启用", "bool", field="is_active", default=True),
        Column("rate_per_minute", "每分钟上限", "int", default=0, minimum=0, maximum=1_000_000,
               help="每个令牌；0 为默认"),
        Column("sort", "排序", "int", default=0),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=50, permission=MANAGE, group="channels", removable=True, after=_tell_pages,
    help="诉求从哪里来。停用的不再收，老案件保留原渠道。",
)  # fmt: skip


def register_all() -> None:
    LIFECYCLES.update({life.code: life.name for life in lifecycle.all_lifecycles()})
    register(CHANNELS)
