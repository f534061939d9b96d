"""Who is visited how often, as a table to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import VisitKind
from .words import HOUSEHOLD, KEY_PERSON, SUBJECTS, TENURES


class VisitKinds(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            values = {**(existing.get(row.key) or {}), **row.values}
            if row.action != ERROR and values.get("tenure") and values.get("subject") != HOUSEHOLD:
                row.fail("tenure", "只有住户按居住情况分")


VISIT_KINDS = VisitKinds(
    "visit_kinds", "走访对象", VisitKind,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=40),
        Column("subject", "对象", "choice", required=True, choices=SUBJECTS, default=KEY_PERSON),
        Column("tenure", "居住情况", "choice", choices=TENURES, help="住户只走访这一种；空为全部"),
        Column("every_days", "几天一访", "int", required=True, minimum=0, maximum=1100, help="0：不安排"),
        Column("ask", "走访要看什么", max_length=300, widget="textarea"),
        Column("sort", "顺序", "int", default=0, minimum=0, maximum=10_000),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic="population", order=479, permission="rules.manage", view=("population.assign",), group="rules",
    help="谁多久走访一次：住户、单位和各类重点人员。改动在当晚重排走访计划时生效。",
)  # fmt: skip


def register_all() -> None:
    register(VISIT_KINDS)
