"""Reports are begun by people or by the calendar, filled by the worker, written by people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import orjson
from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.cases import filters, quiet
from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from . import planning, plans, rights, words
from .models import Report, ReportPlan, ReportStep
from .words import MONTHLY, REGULAR, SITUATION

log = logging.getLogger(__name__)
CLOCK = "报告计划"
LONGEST_DAYS = 370
LATE = timedelta(hours=20)
"""How long after its hour a report is still begun, when the worker was away."""


def begin(
    actor: Actor, plan: ReportPlan, first: date, last: date, title: str = "", options: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> Report:  # fmt: skip
    """A new report, filled by the worker as soon as it may. Problem 409 when there is one, 422."""
    from . import jobs

    now = now or timezone.now()
    options = dict(options or {})
    _check(plan, first, last, title, options, now)
    try:
        with transaction.atomic():
            report = Report.objects.create(
                plan=plan.code, kind=plan.kind, title=title.strip() or title_of(plan, first, last, options),
                first=first, last=last, options=options, due=planning.due_on(last, plan.due_days, plans.workday()),
                created_at=now, created_by_id=actor.account_id, created_by=actor.name[:120],
            )  # fmt: skip
            step(report, actor, "create", now)
            jobs.make_report.defer(report_id=report.pk)
    except IntegrityError:
        there = Report.objects.filter(plan=plan.code, first=first, last=last).exclude(state=words.VOID).first()
        raise Problem(
            409, "conflict", "这一期已经有了", "请打开已有的那一份；要重新取数，在草稿里选“重新取数”。",
            current={"id": there.pk if there else None},
        ) from None  # fmt: skip
    return report


def _check(
    plan: ReportPlan, first: date, last: date, title: str, options: Mapping[str, Any], now: datetime
) -> None:  # fmt: skip
    today = timezone.localdate(now)
    if last < first:
        raise invalid("last", "结束日期不能早于开始日期。")
    if (last - first).days >= LONGEST_DAYS:
        raise invalid("last", "一份报告最长一年。")
    if first > today:
        raise invalid("first", "这段时间还没有到。")
    if plan.kind in REGULAR:
        if (first, last) != planning.period_of(plan.kind, first):
            raise invalid("first", {MONTHLY: "月分析要是一整个月。"}.get(plan.kind, "周报要从周一到周日，日报是一天。"))
    elif len(title.strip()) < 2:
        raise invalid("title", "请写明标题。")
    if plan.kind == SITUATION and len(str(options.get("occasion", "")).strip()) < 2:
        raise invalid("occasion", "请写明是哪个重要节点，如 国庆假期。")
    if options.get("filter"):
        filters.conditions(filters.CaseFilter(**options["filter"]))  # what it names exists


def invalid(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


def title_of(plan: ReportPlan, first: date, last: date, options: Mapping[str, Any]) -> str:
    return f"{planning.days_in_words(first, last)}{plan.name}"[:120]


def announce() -> None:
    """Open pages read their reports again."""
    body = orjson.dumps({"type": "report", "permission": rights.VIEW})
    rows.execute("SELECT pg_notify('chengyun_live', %s)", [body.decode()])


def step(report: Report, actor: Actor, action: str, now: datetime, note: str = "") -> None:
    ReportStep.objects.create(
        report=report, at=now, actor_id=actor.account_id, actor=actor.name[:120], action=action, note=note[:400]
    )
    announce()


# --- filled by the worker ---------------------------------------------------------------------------------------------
def fill(report_id: int, now: datetime | None = None) -> Report | None:
    """Count, draw and propose text for a report that waits; None when it no longer does. What people wrote stays."""
    from . import facts, sections

    now = now or timezone.now()
    waiting = Report.objects.filter(pk=report_id, state__in=(words.WAITING, words.MAKING))
    if not waiting.update(state=words.MAKING, progress=5, said=""):
        return None
    report = Report.objects.get(pk=report_id)
    known = facts.gather(report.kind, report.first, report.last, report.options, now)
    waiting.update(progress=60)
    content = kept(report.content, sections.build(known))
    waiting.update(progress=90)
    with transaction.atomic():
        waiting.update(state=words.DRAFT, progress=100, content=content, made_at=now, version=report.version + 1)
        step(report, system_actor(CLOCK), words.MADE, now)
    report.refresh_from_db()
    return report


def fail(report_id: int, said: str) -> None:
    Report.objects.filter(pk=report_id, state__in=(words.WAITING, words.MAKING)).update(
        state=words.FAILED, said=said[:200]
    )
    announce()


def kept(before: Mapping[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """What was computed anew, with the text and the choices that people made. Pure."""
    old = {section["code"]: section for section in before.get("sections", [])}
    for section in made["sections"]:
        known = old.pop(section["code"], None)
        if known is not None:
            section["shown"] = known["shown"]
            if known["edited"]:
                section["text"], section["edited"] = known["text"], True
    made["sections"] += [section for section in old.values() if section.get("own")]
    return made


# --- written by people ------------------------------------------------------------------------------------------------
def edit(actor: Actor, report: Report, version: int, changes: Mapping[str, Any], now: datetime) -> None:
    """Title, texts and which sections are shown; `report` is locked. Problem 409, 422."""
    same_version(report, version)
    if report.state != words.DRAFT:
        raise conflict(report, "只有草稿可以修改；已送审的请先退回。")
    title = changes.get("title")
    if title is not None:
        report.title = title.strip()
        if len(report.title) < 2:
            raise invalid("title", "请写明标题。")
    sections = {section["code"]: section for section in report.content.get("sections", [])}
    for change in changes.get("sections") or []:
        section = sections.get(change["code"])
        if section is None:
            raise invalid("sections", "没有这一段，可能已重新取数，请刷新。")
        if change.get("text") is not None and change["text"] != section["text"]:
            section["text"] = change["text"]
            section["edited"] = change["text"] != section["proposed"]
        if change.get("shown") is not None:
            section["shown"] = change["shown"]
    report.version += 1
    report.save(update_fields=["title", "content", "version"])
    last = report.steps.order_by("-id").first()
    if last is None or last.action != words.EDIT or last.actor_id != actor.account_id:
        step(report, actor, words.EDIT, now)
    else:
        announce()


def same_version(report: Report, version: int) -> None:
    if report.version != version:
        raise conflict(report, "别人刚改过这份报告，请刷新后再改；您写的还在页面上。")


def conflict(report: Report, text: str) -> Problem:
    return Problem(
        409, "conflict", "报告已有变化", text, current={"version": report.version, "state": report.state}
    )  # fmt: skip


# --- by the calendar --------------------------------------------------------------------------------------------------
def begin_due(now: datetime | None = None) -> list[Report]:
    """Begin every report whose hour has come and that is not there yet. Harmless when done twice."""
    now = now or timezone.now()
    local = timezone.localtime(now)
    workday = plans.workday()
    begun = []
    for plan in plans.in_force(local.date()):
        if not plan.automatic or plan.kind not in REGULAR:
            continue
        moment = datetime.combine(local.date(), quiet.clock(plan.at), local.tzinfo)
        if not moment <= local < moment + LATE:
            continue
        for first, last in planning.to_make(plan.kind, local.date(), workday):
            if Report.objects.filter(plan=plan.code, first=first, last=last).exists():
                continue
            try:
                begun.append(begin(system_actor(CLOCK), plan, first, last, now=now))
            except Problem:
                log.exception("report %s of %s", plan.code, first)
    return begun
