"""Posts, the register and the question bank as tables to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from . import rules
from .models import GridPost, GridWorker, Question
from .permissions import MANAGE, STAFF, TRAINING

TOPIC = "grid_staff"


class Workers(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        taken = {v["username"]: key for key, v in existing.items() if v.get("username") and not v.get("valid_to")}
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action == ERROR:
                continue
            name = values.get("username")
            if name and not values.get("valid_to") and taken.setdefault(name, row.key) != row.key:
                row.fail("username", "这个账号已登记给另一个在岗的人")
            if values.get("employment") == GridWorker.OUTSOURCED and not values.get("employer"):
                row.fail("employer", "劳务外包的要写用工单位")
            if values.get("leave_reason") and not values.get("valid_to"):
                row.fail("valid_to", "写了离岗原因，要写离岗日期")


class Questions(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action == ERROR:
                continue
            right = str(values.get("right") or "")
            fault = rules.question_faults(str(values.get("kind")), values.get("options") or [], right)
            if fault:
                row.fail(*fault)
            elif "right" in row.values:
                row.values["right"] = rules.letters(right)


_COMMON: dict[str, Any] = {"topic": TOPIC, "group": "field"}
POSTS = ModelKind(
    "grid_posts", "网格岗位", GridPost,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=40),
        Column("duties", "职责", max_length=500, widget="textarea"),
        Column("per_grid", "每个网格配备", "float", minimum=0, maximum=100, default=0, help="0：不按网格配备"),
        Column("sort", "顺序", "int", default=0, minimum=0, maximum=10_000),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=490, permission=MANAGE, view=(STAFF,), help="网格长、网格员、采集员等岗位和配备标准。", **_COMMON,
)  # fmt: skip
WORKERS = Workers(
    "grid_workers", "网格员名册", GridWorker,
    [
        Column("staff_no", "工号", required=True, max_length=40),
        Column("name", "姓名", required=True, max_length=60),
        Column("username", "账号", max_length=60, help="手机和电脑登录用的账号"),
        Column("post", "岗位", required=True, ref="grid_posts"),
        Column("unit_code", "所属单位", required=True, ref="units", max_length=40),
        Column("grids", "负责网格", "list", ref="areas", max_length=40, help="网格或社区的编码，多个用分号隔开"),
        Column("work_phone", "工作号", max_length=20, help="工作用号码，会给居民看；不要写私人号码"),
        Column("employment", "用工方式", "choice", choices=GridWorker.EMPLOYMENTS, default=GridWorker.CONTRACT),
        Column("employer", "用工单位", max_length=80),
        Column("leave_reason", "离岗原因", max_length=200, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["staff_no"], order=491, permission=MANAGE, view=(STAFF,),
    help="网格队伍：岗位、负责的网格、工作号、入职（有效期起）和离岗（有效期止）。", secret=True, **_COMMON,
)  # fmt: skip
QUESTIONS = Questions(
    "grid_questions", "培训题库", Question,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("topic", "专题", required=True, max_length=40),
        Column("kind", "题型", "choice", required=True, choices=Question.KINDS),
        Column("text", "题目", required=True, max_length=500, widget="textarea"),
        Column("options", "选项", "list", max_length=200, help="用分号隔开，依次为 A、B、C…；判断题不写"),
        Column("right", "答案", required=True, max_length=8, help="字母，如 B 或 ACD；判断题 A 正确 B 错误"),
        Column("why", "依据", max_length=300, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], order=492, permission=TRAINING, help="考试从这里随机抽题；停用的题不再抽。", secret=True, **_COMMON,
)  # fmt: skip


def register_all() -> None:
    register(POSTS, WORKERS, QUESTIONS)
