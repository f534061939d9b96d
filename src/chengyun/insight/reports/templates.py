"""Templates that an office makes of the built-in one: tried before they are kept, numbered, one in use."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel import files
from chengyun.kernel.models import StoredFile
from chengyun.kernel.paper import charts, process, shape
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import paper, plans
from .models import Report, ReportPlan, ReportTemplate
from .words import KINDS

LARGEST = 5 * 1024 * 1024
MOST = 200
EXAMPLES = {
    "登记": "1,234", "登记较上期": "比上月上升 3.2%", "办结": "1,180", "按时办结": "1,165", "按时办结率": "98.7%",
    "满意率": "92.4%", "不满意": "61", "在办": "154", "临期": "12", "超期": "3", "时段": "2026年10月",
}  # fmt: skip


def content_in_use(code: str) -> bytes | None:
    """The template that fills; None: the built-in one."""
    row = ReportTemplate.objects.filter(plan=code, in_use=True).first()
    return None if row is None else _bytes(row)


def _bytes(row: ReportTemplate) -> bytes:
    stored = StoredFile.objects.filter(pk=row.file_id).first()
    if stored is None:
        raise Problem(404, "file_missing", "文件已不在存储中", "请联系系统管理员从备份恢复")
    with files.open_original(stored) as opened:
        return opened.read()


def listed() -> list[dict[str, Any]]:
    """Each plan with the versions of its template, the newest first."""
    versions: dict[str, list[ReportTemplate]] = {}
    for row in ReportTemplate.objects.order_by("-number")[:2000]:
        versions.setdefault(row.plan, []).append(row)
    return [
        {
            "plan": plan.code, "name": plan.name, "kind": plan.kind, "kind_name": KINDS[plan.kind],
            "versions": [
                {
                    "number": row.number, "note": row.note, "in_use": row.in_use, "at": iso(row.at),
                    "actor": row.actor,
                }
                for row in versions.get(plan.code, [])
            ],
        }
        for plan in plans.in_force()
    ]  # fmt: skip


def upload(actor: Actor, code: str, upload: Any, note: str, now: datetime | None = None) -> None:
    """A new version, tried with an example and in use at once. Problem 413, 422 with what is wrong in words."""
    plan = plans.find(code)
    if upload.size > LARGEST:
        raise Problem(413, "file_too_large", "文件过大", "模板最大 5 MB。")
    content = upload.read()
    tried(plan, content)
    if ReportTemplate.objects.filter(plan=code).count() >= MOST:
        raise Problem(409, "conflict", "版本太多", f"一种报告最多保留 {MOST} 个版本。")
    stored = files.save_upload(io.BytesIO(content), upload.name or "template.docx", actor.account_id)
    with transaction.atomic():
        ReportPlan.objects.select_for_update().get(pk=plan.pk)
        last = ReportTemplate.objects.filter(plan=code).aggregate(last=Max("number"))["last"] or 0
        ReportTemplate.objects.filter(plan=code, in_use=True).update(in_use=False)
        ReportTemplate.objects.create(
            plan=code, number=last + 1, file_id=stored.pk, note=note.strip()[:200], in_use=True,
            at=now or timezone.now(), actor_id=actor.account_id, actor=actor.name[:120],
        )  # fmt: skip


def use(code: str, number: int) -> None:
    """Fill with this version from now on; 0 is the built-in one. Problem 404."""
    with transaction.atomic():
        ReportPlan.objects.select_for_update().get(pk=plans.find(code).pk)
        if number and not ReportTemplate.objects.filter(plan=code, number=number).exists():
            raise _missing()
        ReportTemplate.objects.filter(plan=code, in_use=True).update(in_use=False)
        ReportTemplate.objects.filter(plan=code, number=number).update(in_use=True)


def file(code: str, number: int, filled: bool) -> bytes:
    """A version as it was uploaded (0: the built-in one), or filled with the newest report of its kind."""
    plan = plans.find(code)
    content: bytes | None = None
    if number:
        row = ReportTemplate.objects.filter(plan=code, number=number).first()
        if row is None:
            raise _missing()
        content = _bytes(row)
    if filled:
        return tried(plan, content)
    return content or process.render(["template"])["template"]


def _missing() -> Problem:
    return Problem(404, "not_found", "没有这个版本", "编号有误，请刷新。")


def tried(plan: ReportPlan, content: bytes | None) -> bytes:
    """The template filled with the newest report of its plan, or with an example; every name has to exist."""
    report = Report.objects.filter(plan=plan.code).exclude(content={}).order_by("-last", "-id").first()
    if report is not None and report.content.get("sections"):
        told, values = paper.of(report, plan), paper.figures(report.content)
    else:
        told, values = example(plan), EXAMPLES
    return process.render(["docx"], told, values, content, strict=True)["docx"]


def example(plan: ReportPlan) -> shape.Paper:
    drawn = charts.lines(["1日", "2日", "3日"], [("本期登记", [40, 52, 47]), ("上月登记", [38, 41, 50])])
    return shape.Paper(
        head=paper.filled(plan.head), number=f"{plan.mark}〔2026〕1号", signer="", issue="",
        title=f"{plan.name}（试填）", to=plan.to, copy=plan.copy, date="2026年11月2日",
        closing=paper.filled(plan.closing),
        printed=paper.filled("{中心}"), mark="草稿",
        blocks=[
            shape.heading("一、总体情况"), shape.text("2026年10月，全区共登记市民诉求 1,234 件，比上月上升 3.2%。"),
            shape.table("表1　示例", [("单位", "left", 3), ("登记", "right", 1)], [["示例单位", "12"]], note="示例。"),
            shape.chart("图1　示例", drawn),
        ],
    )  # fmt: skip
