"""重复识别: how far back is looked, and whether the platform may join by itself, as a table to edit."""

from __future__ import annotations

from typing import Any

from chengyun.org.masterdata import Column, ModelKind, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .masterdata_rules import LIFECYCLES, RULES
from .models import RepeatPolicy

LONGEST, LONGEST_AGAIN = 90, 365
_DAYS: dict[str, Any] = {"required": True, "minimum": 1}

REPEATS = ModelKind(
    "repeat_rules", "重复识别", RepeatPolicy,
    [
        Column("lifecycle", "流程", "choice", required=True, choices=LIFECYCLES),
        Column("likely_days", "疑似重复看多少天", "int", default=60, maximum=LONGEST, **_DAYS,
               help="与多少天以内登记、还在办理的案件比较"),
        Column("again_days", "重复投诉算多少天", "int", default=90, maximum=LONGEST_AGAIN, **_DAYS,
               help="同一诉求人的同一事项，办结后多少天内再来算重复投诉"),
        Column("auto_join", "自动并案", "bool", default=False,
               help="只对接口和文件转来的；当面和电话登记的从不自动并案"),
        Column("auto_score", "自动并案的相似度", "int", required=True, minimum=70, maximum=100, default=90),
        *VALIDITY, SOURCE,
    ],
    ["lifecycle"], topic="catalogue", order=45, **RULES,
    help="哪些案件标为疑似重复、重复投诉。没有写的用 60 天、90 天，不自动并案；并案 1 小时内可以取消。",
)  # fmt: skip


def register_all() -> None:
    register(REPEATS)
