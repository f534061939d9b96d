"""The plan of reports as a table to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chengyun.cases.quiet import clock
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import ReportPlan
from .words import KINDS, REGULAR

TOPIC = "report_plans"


class PlanKind(ModelKind):
    """Only what has a day, week or month can be made by itself."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            if values.get("automatic") and values.get("kind") not in REGULAR:
                row.fail("automatic", "只有日报、周报、月分析可以自动生成")
            try:
                clock(str(values.get("at") or "08:00"))
            except ValueError:
                row.fail("at", "请写成 08:00 这样的时刻")


PLANS = PlanKind(
    "report_plans", "报告计划", ReportPlan,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=60),
        Column("kind", "种类", "choice", required=True, choices=KINDS),
        Column("head", "红头", required=True, max_length=80, help="可写 {区}、{中心}，生成时换成本区、本中心的名称"),
        Column("mark", "发文字号代字", required=True, max_length=20, help="如 城运月报，编号为 城运月报〔2026〕1号"),
        Column("to", "主送", max_length=200, listed=False),
        Column("copy", "抄送", max_length=200, listed=False),
        Column("closing", "落款", max_length=80, default="{中心}", listed=False),
        Column("automatic", "自动生成", "bool", default=False, help="到时刻自动生成草稿；休息日顺延到下一个工作日"),
        Column("at", "时刻", max_length=5, default="08:00"),
        Column("due_days", "几个工作日内签发", "int", minimum=1, maximum=60, default=1),
        Column("target", "每年篇数", "int", minimum=0, maximum=366, default=0,
               help="预算绩效目标，如月分析 12；0 为不考核"),
        Column("sort", "排序", "int", minimum=0, maximum=10_000, default=0, listed=False),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=365, permission="rules.manage", view=("report.view",), group="rules", removable=True,
    help="中心编发哪些报告：红头、字号、主送、何时自动生成、几个工作日内签发、每年多少篇。",
)  # fmt: skip


def register_all() -> None:
    register(PLANS)
