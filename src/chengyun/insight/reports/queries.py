"""Reading reports: the list with what is due, one with its sections, its files."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel import files
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import District

from . import paper, planning, plans, polishing, rights, signing, templates, words
from .models import Report, ReportPlan

MOST = 400
DAYS_TOLD = 31
INSIDE = (rights.WRITE, rights.REVIEW, rights.SIGN)


def visible(actor: Actor) -> Any:
    """Signed ones for every reader; drafts for those who work on them."""
    found = Report.objects.all()
    if any(actor.can(right) for right in INSIDE):
        return found
    return found.filter(state__in=words.DONE)


def find(actor: Actor, report_id: int, *, lock: bool = False) -> Report:
    found = visible(actor).filter(pk=report_id)
    report = (found.select_for_update() if lock else found).first()
    if report is None:
        raise Problem(404, "not_found", "没有找到报告", "编号有误，或您无权查看。")
    return report


def page(actor: Actor, asked: Any, now: datetime | None = None) -> dict[str, Any]:
    """{items, plans, years}: the reports of a year, and for each plan what is there, due and missing."""
    today = timezone.localdate(now)
    year = asked.year or today.year
    found = visible(actor).filter(last__year=year).defer("content", "files")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if not asked.void:
        found = found.exclude(state=words.VOID)
    items = [item(row) for row in found.order_by("-last", "-id")[:MOST]]
    return {"year": year, "items": items, "plans": _plans(year, today), "may_write": actor.can(rights.WRITE),
            "may_template": actor.can(rights.TEMPLATES)}  # fmt: skip


def item(row: Report) -> dict[str, Any]:
    return {
        "id": row.pk, "plan": row.plan, "kind": row.kind, "kind_name": words.KINDS[row.kind], "title": row.title,
        "first": row.first.isoformat(), "last": row.last.isoformat(), "state": row.state,
        "state_name": words.STATES[row.state], "progress": row.progress, "said": row.said, "number": row.number,
        "due": row.due.isoformat() if row.due else None, "created_by": row.created_by, "signed_by": row.signed_by,
        "signed_at": iso(row.signed_at), "late": _late(row.due, row.signed_at, timezone.localdate()),
        "version": row.version,
    }  # fmt: skip


def _late(due: date | None, signed_at: datetime | None, today: date) -> bool:
    return due is not None and (timezone.localdate(signed_at) if signed_at else today) > due


# --- what there should be ---------------------------------------------------------------------------------------------
def _plans(year: int, today: date) -> list[dict[str, Any]]:
    """Each plan with its reports of the year: how many were signed, in time, and what is missing."""
    began = District.objects.order_by("loaded_at").values_list("loaded_at", flat=True).first()
    earliest = timezone.localdate(began) if began else today
    there: dict[tuple[str, date], Report] = {}
    signed: dict[str, int] = {}
    rows = Report.objects.filter(last__year=year).exclude(state=words.VOID).defer("content", "files", "options")
    for row in rows.order_by("id"):
        there[row.plan, row.first] = row
        signed[row.plan] = signed.get(row.plan, 0) + (row.state in words.DONE)
    workday = plans.workday()
    return [
        _plan(plan, signed.get(plan.code, 0), _periods(plan, year, today, earliest, there, workday))
        for plan in plans.in_force()
    ]


def _plan(plan: ReportPlan, signed: int, periods: list[dict[str, Any]]) -> dict[str, Any]:
    shown = periods[-DAYS_TOLD:] if plan.kind == words.DAILY else periods
    return {
        "code": plan.code, "name": plan.name, "kind": plan.kind, "kind_name": words.KINDS[plan.kind],
        "regular": plan.kind in words.REGULAR, "automatic": plan.automatic, "at": plan.at, "target": plan.target,
        "signed": signed, "late": sum(1 for one in periods if one["state"] == "late"),
        "missing": sum(1 for one in periods if one["state"] == "missing"), "periods": shown,
    }  # fmt: skip


def _periods(
    plan: ReportPlan, year: int, today: date, earliest: date, there: dict[tuple[str, date], Report],
    workday: planning.IsWorkday,
) -> list[dict[str, Any]]:  # fmt: skip
    """signed, late (signed after its day), working, due (there is time), missing (its day is over), ahead, before (the
    platform was not in use)."""
    found = []
    for one in planning.periods_of_year(plan.kind, year, plan.due_days, workday):
        report = there.get((plan.code, one.first))
        if plan.kind == words.DAILY and one.last >= today:
            break
        if report is not None and report.state in words.DONE:
            state = "late" if _late(report.due, report.signed_at, today) else "signed"
        elif one.last >= today:
            state = "ahead" if report is None else "working"
        elif report is None and one.last < earliest:
            state = "before"
        elif today > one.due:
            state = "missing"
        else:
            state = "working" if report is not None else "due"
        found.append({
            "first": one.first.isoformat(), "last": one.last.isoformat(), "due": one.due.isoformat(), "state": state,
            "report": report.pk if report else None,
        })  # fmt: skip
    return found


# --- one ----------------------------------------------------------------------------------------------------------
def detail(actor: Actor, report_id: int) -> dict[str, Any]:
    """A report with its sections, each figure with what opens its cases, its history and what can be done."""
    row = find(actor, report_id)
    content = row.content or {}
    return {
        **item(row), "sections": [polishing.told(section) for section in content.get("sections", [])],
        "values": content.get("values", {}),
        "made_at": iso(row.made_at), "sent_at": iso(row.sent_at), "options": row.options, "digest": row.digest,
        "whole": signing.whole(row), "can": signing.may(actor, row),
        "may_edit": row.state == words.DRAFT and actor.can(rights.WRITE),
        "may_polish": row.state == words.DRAFT and actor.can(rights.WRITE) and polishing.peer().configured,
        "files": [{"format": name, "size": file["size"], "sha256": file["sha256"]} for name, file in row.files.items()],
        "steps": [
            {"at": iso(step.at), "actor": step.actor, "action": step.action, "name": words.STEPS[step.action],
             "note": step.note}
            for step in row.steps.order_by("-id")[:100]
        ],
    }  # fmt: skip


def file(actor: Actor, report_id: int, name: str) -> tuple[str, bytes]:
    """(file name, bytes): the archived file of a signed report, else a draft made now. Problem 404, 409, 422."""
    row = find(actor, report_id)
    if row.state in words.DONE:
        stored = StoredFile.objects.filter(pk=row.files[name]["id"]).first()
        if stored is None:
            raise Problem(404, "file_missing", "文件已不在存储中", "请联系系统管理员从备份恢复")
        with files.open_original(stored) as opened:
            return stored.name, opened.read()
    if not row.content.get("sections"):
        raise Problem(409, "conflict", "报告还没有生成", "请等它生成后再下载；没有做成的请重新取数。")
    plan = plans.find(row.plan)
    made = paper.files(row, plan, templates.content_in_use(plan.code) if name == "docx" else None, name)
    return f"{signing.file_name(row)}（草稿）.{name}", made[name]
