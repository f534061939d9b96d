"""Handsets as measures for indicators: numbers in use, usage of the month, what communities say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from chengyun.cases.measures import AVERAGE, COUNT, PERCENT, Measure, Narrowed, Period, Reading, per, rate, register
from chengyun.cases.measures import count as counted

from . import handsets
from .models import HandsetSurvey, HandsetUsage

IN_USE, NORMAL, SMS, MINUTES, CONNECTED, SATISFIED = (
    "field_handsets", "field_handset_normal", "field_handset_sms", "field_handset_minutes", "field_calls_connected",
    "field_handset_satisfied",
)  # fmt: skip


def months_of(period: Period) -> list[str]:
    """Whole months of a period, and those it cuts."""
    found, day = [], period.first
    while day < period.end:
        found.append(f"{day:%Y-%m}")
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return found


def read(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> Mapping[str, Mapping[str, Reading]]:
    if narrowed.query:
        return {"": dict.fromkeys(codes, Reading(missing="终端只有全区的数"))}
    months = months_of(period)
    there = sorted(set(HandsetUsage.objects.filter(month__in=months).values_list("month", flat=True)))
    said = handsets.sums(months)
    return {"": {code: _one(code, said, there, period) for code in codes}}


def _one(code: str, said: Mapping[str, Any], months: Sequence[str], period: Period) -> Reading:
    if code == SATISFIED:
        return _satisfied(period)
    if not months:
        return Reading(missing="本期还没有导入运营商用量")
    query = {"page": "handsets", "month": months[-1], "fails": "all"}
    opened = {"value": query, "numerator": query, "denominator": query}
    rows = said["rows"]
    if code == IN_USE:
        return counted(HandsetUsage.objects.filter(month=months[-1]).count(), query)
    if code == NORMAL:
        return rate(said["normal"], rows, opened={**opened, "numerator": {**query, "fails": "normal"}})
    if code == CONNECTED:
        if not said["calls"]:
            return Reading(missing="本期用量里没有呼叫次数")
        return rate(said["connected"], said["calls"], opened=opened)
    return per(Decimal(str(round(said["sms" if code == SMS else "minutes"] or 0, 2))), rows, opened=opened)


def _satisfied(period: Period) -> Reading:
    last = period.end - timedelta(days=1)
    wanted = {handsets.period_of(period.first), handsets.period_of(last)}
    found = HandsetSurvey.objects.filter(period__in=wanted)
    everyone = found.count()
    if not everyone:
        return Reading(missing="本期还没有社区填报")
    query = {"page": "handsets", "tab": "survey", "period": handsets.period_of(last)}
    opened = {"value": query, "numerator": query, "denominator": query}
    return rate(found.filter(satisfied=True).count(), everyone, opened=opened)


def register_all() -> None:
    def measure(code: str, name: str, name_en: str, unit: str, kind: str, rule: str, source: str) -> Measure:
        return Measure(code, name, name_en, read, unit=unit, kind=kind, rule=rule, source=source, divides=())

    register(
        measure(IN_USE, "在用手持终端", "Handsets in use", "台", COUNT, "期末一个月有用量的终端", "S2 (A3)"),
        measure(NORMAL, "工作号正常使用率", "Work numbers in use", "%", PERCENT, "正常使用 ÷ 有用量的台·月", "S2 (A3)"),
        measure(SMS, "每台每月短信", "SMS a handset a month", "条", AVERAGE, "短信总数 ÷ 台·月", "S3 (A3)"),
        measure(
            MINUTES, "每台每月语音分钟", "Minutes a handset a month", "分钟", AVERAGE, "语音分钟总数 ÷ 台·月", "S3 (A3)"
        ),
        measure(CONNECTED, "呼叫接通率", "Calls connected", "%", PERCENT, "接通次数 ÷ 呼叫次数", "S3 (A3)"),
        measure(
            SATISFIED, "社区对终端的满意率", "Communities satisfied with handsets", "%", PERCENT,
            "平均分达标的社区 ÷ 填报的社区", "S2 S3 (A3)",
        ),
    )  # fmt: skip
