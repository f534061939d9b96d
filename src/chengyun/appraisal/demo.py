"""Invented records for the demo district: attendance, phone usage, a failure, maintenance, last month closed. Nothing
here is real; the cases behind the computed indicators are those of the demo."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from chengyun.cases.measured import moment
from chengyun.cases.models import Case
from chengyun.kernel.months import next_month
from chengyun.org.access import system_actor

from . import closing, exclusions, facts, keeping, library, reading
from .models import ClosedMonth, FedRecord, Outage

SEED = 20261125
HANDSETS = 96


def fill() -> int:
    """Make it all unless something was fed already; how many records."""
    if FedRecord.objects.exists():
        return 0
    library.forget()
    today, rng = timezone.localdate(), random.Random(SEED)
    rows = [row for row in _records(today, rng) if row.first <= today and row.indicator in library.current().indicators]
    FedRecord.objects.bulk_create(rows)
    Outage.objects.bulk_create(_ledger(today))
    facts.renew()
    keeping.know(reading.wanted_of(one for one in library.current().indicators.values() if one.row.reads == "cases"))
    _close_last_month(today)
    _one_left_out()
    return len(rows)


def _records(today: date, rng: random.Random) -> Iterator[FedRecord]:
    def record(code: str, first: date, last: date, over: float, under: float | None = None, **more: str) -> FedRecord:
        return FedRecord(
            indicator=code, first=first, last=last, numerator=Decimal(str(over)),
            denominator=None if under is None else Decimal(str(under)), made_at=timezone.now(), made_by="演示数据",
            **more,
        )  # fmt: skip

    for month in range(1, today.month + 1):
        first = date(today.year, month, 1)
        last = min(today, next_month(first) - timedelta(days=1))
        due = 12 * (last.day - last.day // 4)
        yield record("attendance_rate", first, last, due - rng.choice((0, 1, 2, 3)), due, note="接线员考勤月报")
        yield record("handset_sms", first, last, HANDSETS * rng.randint(31, 40), HANDSETS, note="运营商账单")
        yield record("handset_minutes", first, last, HANDSETS * rng.randint(505, 560), HANDSETS, note="运营商账单")
        yield record("mobile_cost", first, last, round(HANDSETS * 52 / 10_000, 4), note="运营商账单")
        if month % 2 == 0:
            yield record("training_count", first, last, 1, note="承办单位业务培训")
    january = date(today.year, 1, 1)
    yield record("operator_count", january, january, 12, note="年初花名册")
    words = FedRecord(
        indicator="happiness", first=january, last=min(today, date(today.year, 6, 30)), text="持续提升",
        note="上半年群众座谈和回访意见汇总", made_at=timezone.now(), made_by="演示数据",
    )  # fmt: skip
    yield words


def _ledger(today: date) -> list[Outage]:
    def entry(kind: str, title: str, days: int, hours: float, **more: object) -> Outage:
        start: datetime = moment(today - timedelta(days=days)) + timedelta(hours=1)
        step = {
            "action": "entered",
            "by": "演示数据",
            "at": start.isoformat(timespec="seconds"),
            "why": "",
            "before": {},
        }
        return Outage(
            kind=kind, title=title, started_at=start, ended_at=start + timedelta(hours=hours), steps=[step],
            **{"system": "platform", "done": True, **more},
        )  # fmt: skip

    return [
        entry("fault", "机房市电闪断，切换后恢复", 41, 0.6, system="network"),
        entry("fault", "热线话务线路中断", 96, 1.2, system="hotline"),
        entry("maintenance", "月度例行维护", 12, 1.0, stopped=False),
        entry("maintenance", "数据库升级", 43, 2.0, stopped=False),
        Outage(kind="maintenance", title="下月例行维护", system="platform", stopped=False,
               started_at=moment(today + timedelta(days=10)) + timedelta(hours=1)),
    ]  # fmt: skip


def _close_last_month(today: date) -> None:
    last = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    if not ClosedMonth.objects.exists():
        closing.close(system_actor("演示数据"), last, "按月关账")


def _one_left_out() -> None:
    """A case of last month that was closed late: it shows as a correction."""
    late = Case.objects.filter(was_overdue=True, closed_at__isnull=False).order_by("-closed_at").first()
    if late is not None:
        given = {"reason": "force", "note": "演示：道路塌陷抢险期间，现场不具备办理条件", "files": []}
        exclusions.exclude(system_actor("演示数据"), late.number, given)
        facts.renew()
