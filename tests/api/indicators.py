"""Rows and bodies of the routes of indicators."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from chengyun.appraisal import library
from chengyun.appraisal.models import Exclusion, FedRecord, Indicator, Outage
from chengyun.cases.models import Case

MOMENT = "2026-03-02T10:00:00+08:00"


def rows(number: str) -> dict[str, Any]:
    """An indicator from cases and one that is fed, a record, an outage, an exclusion."""
    rate = {"kind": "rate", "level1": "output", "source": "测试"}
    Indicator.objects.create(
        code="on_time_rate", name="按时办结率", reads="cases", day="received", base="not void", meets="open", **rate
    )
    Indicator.objects.create(code="attendance_rate", name="考勤达标率", reads="records", **rate)
    library.forget()
    now = timezone.now()
    record = FedRecord.objects.create(
        indicator="attendance_rate", first=date(2026, 3, 1), last=date(2026, 3, 31), numerator=98, denominator=100,
        made_at=now, made_by="测试",
    )  # fmt: skip
    outage = Outage.objects.create(
        kind="fault", system="platform", title="网页打不开", started_at=now - timedelta(hours=1)
    )
    excluded = Exclusion.objects.create(
        case=Case.objects.get(number=number), reason="force", note="抢险", made_at=now, made_by="测试"
    )
    return {
        "indicator_code": "on_time_rate", "record_id": record.pk, "outage_id": outage.pk, "exclusion_id": excluded.pk,
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    outage = {"kind": "fault", "system": "platform", "title": "网页打不开", "started_at": MOMENT, "ended_at": MOMENT}
    base = "/api/v1/appraisal"
    return {
        ("POST", f"{base}/records"): {"indicator": "attendance_rate", "first": "2026-03-01", "last": "2026-03-31",
                                      "numerator": 98, "denominator": 100},
        ("POST", f"{base}/records/{{record_id}}/withdraw"): {"why": "填错"},
        ("POST", f"{base}/outages"): outage,
        ("POST", f"{base}/outages/{{outage_id}}"): {**outage, "version": 1},
        ("POST", f"{base}/exclusions"): {"number": ids["number"], "reason": "force", "note": "抢险救灾"},
        ("POST", f"{base}/exclusions/{{exclusion_id}}/withdraw"): {"why": "理由不足"},
        ("POST", f"{base}/indicator-months"): {"month": "2026-03"},
    }  # fmt: skip
