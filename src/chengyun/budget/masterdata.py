"""From where the execution of a budget warns, as a table to edit, import and export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from chengyun.kernel import revision
from chengyun.org.masterdata import ERROR, Column, Key, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE

from .models import SpendingLimit
from .permissions import VIEW
from .spending_rules import Limits

TOPIC = "budget"
CODES = tuple(one.name for one in fields(Limits))
MONTHS = ("from_month", "idle_from")


class LimitKind(ModelKind):
    """Only what the rules ask for; a month is a whole number."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            values = {**(existing.get(row.key) or {}), **row.values}
            if values["code"] not in CODES:
                row.fail("code", f"没有这个参数，只有：{'、'.join(CODES)}")
            elif values["code"] in MONTHS and not (
                1 <= values["value"] <= 12 and values["value"] == int(values["value"])
            ):
                row.fail("value", "月份写 1 到 12 的整数")


LIMITS = LimitKind(
    "spending_limits", "预算执行预警", SpendingLimit,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=80),
        Column("value", "数值", "float", required=True, minimum=0, maximum=100),
        Column("unit", "单位", max_length=20),
        SOURCE,
    ],
    ["code"], topic=TOPIC, order=500, permission="rules.manage", view=(VIEW,), group="rules",
    help="执行率落后多少、年末突击花到多少、结转闲置到几月才预警。",
)  # fmt: skip


def _read(today: date) -> Limits:
    held = dict(SpendingLimit.objects.filter(code__in=CODES).values_list("code", "value"))
    given: dict[str, Any] = {code: int(value) if code in MONTHS else value for code, value in held.items()}
    return Limits(**given)


current = revision.Kept(TOPIC, _read)
forget = current.forget


def register_all() -> None:
    register(LIMITS)
