"""The plans of reports in force, and working days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.models import valid_on

from .models import ReportPlan
from .planning import IsWorkday


def in_force(day: date | None = None) -> list[ReportPlan]:
    return list(ReportPlan.objects.filter(valid_on(day or timezone.localdate())))


def find(code: str) -> ReportPlan:
    """Also one that is no longer in force: its reports stay. Problem 404."""
    row = ReportPlan.objects.filter(code=code).first() if "\x00" not in code else None
    if row is None:
        raise Problem(404, "not_found", "没有这种报告", "编码有误，或报告计划里已删除。")
    return row


def workday() -> IsWorkday:
    """Whether a day has working time by the centre's calendar."""
    calendar, zone = calendar_for(None), timezone.get_default_timezone()

    def known(day: date) -> bool:
        start = datetime.combine(day, time(), zone)
        return worktime.working_seconds(start, start + timedelta(days=1), calendar) > 0

    return known
