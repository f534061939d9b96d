"""What reports can be measured by: monthly analyses signed, circulars and special reports issued of those planned."""

from __future__ import annotations

from django.db.models import QuerySet

from chengyun.cases.measures import COUNT, Measure, Narrowed, Period, Reading, count, each, rate, register

from . import plans, words
from .models import Report

OFFICIAL = (words.CIRCULAR, words.SPECIAL)
WHOLE_YEAR = 360
_OURS = "报告不按单位、区域、渠道、类别分"


def register_all() -> None:
    register(
        Measure(
            "reports_monthly_count", "月分析期数", "Monthly analyses issued", each(monthly), unit="期", kind=COUNT,
            rule="已签发的月分析，按其月份的最后一天", divides=(),
        ),
        Measure(
            "reports_circular_rate", "通报和专报完成率", "Circulars and special reports issued", each(circulars),
            rule="已签发 ÷ 报告计划里写的全年篇数", divides=(),
        ),
    )  # fmt: skip


def monthly(period: Period, narrowed: Narrowed) -> Reading:
    if narrowed.query:
        return Reading(missing=_OURS)
    query = {"page": "reports", "kind": words.MONTHLY, "year": period.first.year}
    return count(_signed(period).filter(kind=words.MONTHLY).count(), query)


def circulars(period: Period, narrowed: Narrowed) -> Reading:
    """Planned is what the plans say for a year; for less than a year it cannot be told."""
    if narrowed.query:
        return Reading(missing=_OURS)
    planned = sum(plan.target for plan in plans.in_force() if plan.kind in OFFICIAL)
    if not planned:
        return Reading(missing="报告计划里没有写通报、专报全年几篇")
    if (period.end - period.first).days < WHOLE_YEAR:
        return Reading(missing="计划按全年写，一段时间算不出")
    query = {"page": "reports", "kind": words.CIRCULAR, "year": period.first.year}
    return rate(_signed(period).filter(kind__in=OFFICIAL).count(), planned, opened={"value": query, "numerator": query})


def _signed(period: Period) -> QuerySet[Report]:
    return Report.objects.filter(state__in=words.DONE, last__gte=period.first, last__lt=period.end)
