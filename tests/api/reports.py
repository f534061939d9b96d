"""A plan of reports with a draft, a template and a saved query."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.insight.reports import cells
from chengyun.insight.reports.models import Report, ReportPlan, ReportTemplate, SavedQuery
from chengyun.kernel.files import save_upload
from chengyun.kernel.paper import word_template
from chengyun.org.models import Account


def rows(account: Account) -> dict[str, Any]:
    plan = ReportPlan.objects.create(
        code="monthly", name="月分析", kind="monthly", head="{区}月分析", mark="试运月析", source="测试"
    )
    table = cells.table("t", "表", [("单位", "text"), ("登记", "count")], [[cells.words("甲"), cells.count(1, {})]])
    report = Report.objects.create(
        plan=plan.code, kind=plan.kind, title="2026年1月月分析", first=date(2026, 1, 1), last=date(2026, 1, 31),
        state="draft", created_at=timezone.now(), created_by="测试",
        content={"sections": [cells.section("overall", "总体情况", "登记 1 件。", table)], "values": {}},
    )  # fmt: skip
    stored = save_upload(io.BytesIO(word_template.built_in()), "模板.docx", account.pk)
    ReportTemplate.objects.create(plan=plan.code, number=1, file_id=stored.pk, at=timezone.now(), actor="测试")
    query = SavedQuery.objects.create(account_id=account.pk, name="我的", query={})
    return {"report_id": report.pk, "plan": plan.code, "query_id": query.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base = "/api/v1/insight"
    return {
        ("POST", f"{base}/reports"): {"plan": ids["plan"], "first": "2026-02-01", "last": "2026-02-28"},
        ("PUT", f"{base}/reports/{{report_id}}"): {"version": 1, "title": "改过的标题"},
        ("POST", f"{base}/reports/{{report_id}}/polish"): {"section": "overall", "version": 1},
        ("POST", f"{base}/reports/{{report_id}}/act"): {"action": "submit", "version": 1},
        ("PUT", f"{base}/reports/templates/{{plan}}"): {"number": 1},
        ("PUT", f"{base}/queries"): {"name": "单位", "query": {"rows": "unit"}},
    }
