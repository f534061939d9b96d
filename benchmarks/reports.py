"""How long a monthly report takes from "make" to three files, and what the query page costs.

Example: python -m benchmarks.reports --cases 150000 --json
         python -m benchmarks.reports --home /somewhere --json     (data of an earlier run of `python -m benchmarks`)
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

from .alone import alone

PIVOTS = (
    ("unit", "month", "received"), ("category", "month", "closed"), ("channel", "month", "on_time_rate"),
    ("unit", "category", "received"), ("area", "category", "received"), ("unit", "area", "on_time_rate"),
    ("kind", "month", "received"), ("unit", "state", "in_hand"),
)  # fmt: skip
TIMES = 5


def month() -> dict[str, Any]:
    """The month before this one: made as the worker makes it, in a process of its own, then its files."""
    from django.utils import timezone

    from chengyun.insight.reports import making, paper, planning, plans
    from chengyun.insight.reports.models import Report, ReportPlan
    from chengyun.org.access import system_actor

    plan, _ = ReportPlan.objects.get_or_create(
        code="monthly",
        defaults={"name": "月分析", "kind": "monthly", "head": "{区}月分析", "mark": "测", "source": "-"},
    )
    last = timezone.localdate().replace(day=1) - timedelta(days=1)
    Report.objects.filter(plan=plan.code).delete()
    report = making.begin(system_actor("测量"), plan, *planning.period_of(plan.kind, last))
    begun, used = time.perf_counter(), _cpu()
    subprocess.run([sys.executable, "-m", "chengyun", "insight", "report", str(report.pk)], check=True, stdout=-3)
    filled, written = time.perf_counter(), _cpu()
    report.refresh_from_db()
    files = paper.files(report, plans.find(plan.code), None)
    done = time.perf_counter()
    return {
        "cases_of_the_month": report.content["values"]["登记"]["v"], "sections": len(report.content["sections"]),
        "counted_and_written_seconds": round(filled - begun, 2), "of_these_cpu_here": round(written - used, 2),
        "files_seconds": round(done - filled, 2),
        "whole_seconds": round(done - begun, 2), "bytes": {name: len(file) for name, file in files.items()},
    }  # fmt: skip


def _cpu() -> float:
    """Processor seconds of the processes that this one waited for; the database has its own."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def queries() -> dict[str, Any]:
    """Milliseconds of each question over a year and over everything: median, most."""
    from django.utils import timezone

    from chengyun.cases.filters import CaseFilter
    from chengyun.insight.board import ZONE, span_of
    from chengyun.insight.reports import pivot
    from chengyun.org.access import system_actor

    now, actor = timezone.now().astimezone(ZONE), system_actor("测量")
    today = timezone.localdate()
    spans = {"year": span_of("year"), "four years": span_of("days", today - timedelta(days=1400), today)}
    found: dict[str, Any] = {}
    for name, span in spans.items():
        for down, across, measure in PIVOTS:
            asked = pivot.Question(actor, CaseFilter(), span, down, across, measure, now)
            spent = []
            for _ in range(TIMES):
                begun = time.perf_counter()
                pivot.answer(asked)
                spent.append((time.perf_counter() - begun) * 1000)
            found[f"{name}: {measure} by {down}, {across}"] = [round(statistics.median(spent)), round(max(spent))]
    return found


def measure() -> dict[str, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE relname = 'cases_case'")
        cases = cursor.fetchone()[0]
    return {"cases": cases, "monthly_report": month(), "query_ms_median_max": queries()}


if __name__ == "__main__":
    alone("benchmarks.reports", __doc__, measure)
