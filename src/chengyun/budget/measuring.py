"""What the budget can be measured by: how much of a year's budget was spent."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.db.models import Sum

from chengyun.cases.measures import Measure, Narrowed, Period, Reading, each, rate, register

from .models import BudgetActual, BudgetDocument


def register_all() -> None:
    register(
        Measure(
            "budget_execution_rate", "预算执行率", "Budget spent", each(execution),
            rule="导入的执行数（到期末那个月）÷ 全年预算", divides=(),
        )
    )  # fmt: skip


def execution(period: Period, narrowed: Narrowed) -> Reading:
    """万元 spent from January to the last month of the period, of the budgets held for that year."""
    if narrowed.query:
        return Reading(missing="预算不按单位、区域、渠道、类别分")
    last = period.end - timedelta(days=1)
    held = BudgetDocument.objects.filter(year=last.year, total__gt=0)
    spent = BudgetActual.objects.filter(document__in=held, month__lte=last.month)
    told = spent.aggregate(total=Sum("amount"))["total"]
    if told is None:
        return Reading(missing=f"{last.year} 年的预算还没有导入执行数")
    planned = held.filter(pk__in=spent.values("document_id")).aggregate(total=Sum("total"))["total"] or Decimal(0)
    query = {"page": "budget", "year": last.year}
    return rate(told / 10000, planned, opened={"value": query, "numerator": query, "denominator": query})
