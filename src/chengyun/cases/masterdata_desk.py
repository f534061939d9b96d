"""Quiet hours and digests of roles as tables to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import notices
from .models import DigestSetting, QuietHours
from .quiet import TOPIC, clock

RULES: dict[str, Any] = {"permission": "rules.manage", "group": "rules", "removable": True}


class ClockKind(ModelKind):
    """Rows that name a role and times of the day."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            for name in ("start", "end", "at"):
                self._check_clock(row, name)

    @staticmethod
    def _check_clock(row: PlannedRow, name: str) -> None:
        if name not in row.values:
            return
        try:
            row.values[name] = f"{clock(str(row.values[name])):%H:%M}"
        except ValueError:
            row.fail(name, "请写成 22:30 这样的时刻")


def _move_held(rows: Sequence[Any]) -> None:
    """Messages that are held follow the new hours, once these are in force."""
    transaction.on_commit(notices.rearrange, robust=True)


QUIET = ClockKind(
    "quiet_hours", "免打扰时段", QuietHours,
    [
        Column("role", "角色编码", required=True, ref="roles", max_length=40),
        Column("start", "开始", required=True, max_length=5, help="如 22:00；与结束相同为全天都可提醒"),
        Column("end", "结束", required=True, max_length=5, help="如 07:00，可以跨过零点"),
        Column("off_days", "休息日整天", "bool", default=False),
        *VALIDITY, SOURCE,
    ],
    ["role"], topic=TOPIC, order=45, **RULES, after=_move_held,
    help="不紧急的消息在这段时间里先留着，结束时送到；紧急件照常提醒。没有写的角色等到工作时间。",
)  # fmt: skip
DIGESTS = ClockKind(
    "digests", "情况摘要", DigestSetting,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("role", "角色编码", required=True, ref="roles", max_length=40),
        Column("cadence", "周期", "choice", required=True, choices=DigestSetting.CADENCES),
        Column("weekday", "星期", "int", minimum=1, maximum=7, default=1, help="1 为周一；只对每周的摘要"),
        Column("at", "时刻", required=True, max_length=5, default="08:30"),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=46, **RULES,
    help="到时刻给有看板权限的人一份数据摘要：每日的讲昨天，每周的讲上周。范围与各人的看板相同。",
)  # fmt: skip


def register_all() -> None:
    register(QUIET, DIGESTS)
