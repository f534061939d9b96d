"""Review, signing, archive and sending. From signing on a report is kept as it is, with a hash over it and its
files."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from chengyun.cases import notices
from chengyun.kernel.chain import canonical_json
from chengyun.kernel.files import storage
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3
from chengyun.org.access import Actor

from . import making, paper, plans, polishing, rights, templates, words
from .making import conflict, invalid, step
from .models import Report, ReportPlan, ReportStep

NOTICE = "report"
RIGHTS = {
    words.SUBMIT: rights.WRITE, words.RETURN: rights.REVIEW, words.PASS: rights.REVIEW,
    words.SIGN: rights.SIGN, words.SEND: rights.SIGN, words.REMAKE: rights.WRITE,
    words.DISCARD: rights.WRITE,
}  # fmt: skip
FROM = {
    words.SUBMIT: (words.DRAFT,), words.RETURN: (words.SUBMITTED, words.REVIEWED), words.PASS: (words.SUBMITTED,),
    words.SIGN: (words.REVIEWED,), words.SEND: (words.SIGNED,), words.REMAKE: (words.DRAFT, words.FAILED),
    words.DISCARD: (words.DRAFT, words.FAILED),
}  # fmt: skip


def may(actor: Actor, report: Report) -> list[str]:
    """What this person can do with it now."""
    return [
        action for action, states in FROM.items()
        if report.state in states and actor.can(_right(actor, action)) and not _own(actor, report, action)
    ]  # fmt: skip


def _right(actor: Actor, action: str) -> str:
    """Who signs may send it back too."""
    return rights.SIGN if action == words.RETURN and actor.can(rights.SIGN) else RIGHTS[action]


def _own(actor: Actor, report: Report, action: str) -> bool:
    """Nobody passes what they submitted themselves."""
    return action == words.PASS and actor.account_id is not None and actor.account_id == report.submitted_by_id


def act(actor: Actor, report_id: int, action: str, version: int, note: str = "", now: datetime | None = None) -> None:
    """One step of a report. Problem 403, 404, 409 (somebody was first), 422."""
    now = now or timezone.now()
    actor.require(_right(actor, action))
    with transaction.atomic():
        report = Report.objects.select_for_update().filter(pk=report_id).first()
        if report is None:
            raise Problem(404, "not_found", "没有找到报告", "编号有误，或您无权查看。")
        making.same_version(report, version)
        if report.state not in FROM[action]:
            raise conflict(report, f"报告现在是“{words.STATES[report.state]}”，不能{words.STEPS[action]}。")
        if _own(actor, report, action):
            raise Problem(409, "own_work", "不能审核自己送审的报告", "请另一位有审核权限的同事审核。")
        note = note.strip()
        if action == words.RETURN and len(note) < 2:
            raise invalid("note", "请写明退回的原因。")
        _DO[action](actor, report, now)
        report.version += 1
        report.save()
        step(report, actor, action, now, note)
        if action in (words.RETURN, words.SUBMIT, words.PASS):
            _tell_colleagues(actor, report, action, note, now)


# --- the steps --------------------------------------------------------------------------------------------------------
def _submit(actor: Actor, report: Report, now: datetime) -> None:
    report.state, report.submitted_by_id = words.SUBMITTED, actor.account_id
    polishing.without(report.content)


def _return(actor: Actor, report: Report, now: datetime) -> None:
    report.state, report.submitted_by_id = words.DRAFT, None


def _pass(actor: Actor, report: Report, now: datetime) -> None:
    report.state = words.REVIEWED


def _sign(actor: Actor, report: Report, now: datetime) -> None:
    """Number, files and hash, in the transaction: a number is given once and never without its files."""
    plan = ReportPlan.objects.select_for_update().filter(code=report.plan).first()
    if plan is None:
        raise Problem(409, "conflict", "报告计划里已没有这种报告", "请先在报告计划里恢复它，才能编号。")
    year = timezone.localdate(now).year
    last = Report.objects.filter(plan=plan.code, year=year).aggregate(last=Max("serial"))["last"]
    report.year, report.serial = year, (last or 0) + 1
    report.number = f"{plan.mark}〔{year}〕{report.serial}号"
    report.state, report.signed_at, report.signed_by = words.SIGNED, now, actor.name[:120]
    made = paper.files(report, plan, templates.content_in_use(plan.code))
    report.files = {name: _keep(report, name, content, actor) for name, content in made.items()}
    report.digest = digest(report)


def _keep(report: Report, name: str, content: bytes, actor: Actor) -> dict[str, Any]:
    with storage.draft() as draft:
        draft.fill(io.BytesIO(content))
        sha256, size = draft.sha256, draft.size
        draft.keep()
    row = StoredFile.objects.create(
        sha256=sha256, name=f"{file_name(report)}.{name}", kind="document", mime=paper.MIME[name], size=size,
        uploaded_by=None, meta={"report": report.pk},
    )  # fmt: skip
    return {"id": str(row.pk), "sha256": sha256, "size": size}


def file_name(report: Report) -> str:
    name = f"{report.number} {report.title}".strip()
    return "".join("_" if char in '\\/:*?"<>|' or not char.isprintable() else char for char in name)[:150]


def digest(report: Report) -> str:
    """SM3 over everything that was signed."""
    body = {
        "plan": report.plan, "kind": report.kind, "title": report.title, "first": report.first.isoformat(),
        "last": report.last.isoformat(), "number": report.number, "content": report.content, "files": report.files,
        "signed_by": report.signed_by,
    }  # fmt: skip
    return sm3(canonical_json(body)).hex()


def whole(report: Report) -> bool | None:
    """Whether a signed report and its files are what was signed; None before."""
    if report.state not in words.DONE:
        return None
    there = all(storage.path_of(file["sha256"]).is_file() for file in report.files.values())
    return there and digest(report) == report.digest


def _send(actor: Actor, report: Report, now: datetime) -> None:
    report.state, report.sent_at = words.SENT, now
    receivers = [account for account in notices.accounts_with(rights.VIEW) if account != actor.account_id]
    notices.tell(receivers, None, NOTICE, f"{report.title}（{report.number}）已印发", f"report-{report.pk}", now)


def _remake(actor: Actor, report: Report, now: datetime) -> None:
    from . import jobs

    report.state, report.progress, report.said = words.WAITING, 0, ""
    jobs.make_report.defer(report_id=report.pk)


def _discard(actor: Actor, report: Report, now: datetime) -> None:
    report.state = words.VOID


_DO: Mapping[str, Callable[[Actor, Report, datetime], None]] = {
    words.SUBMIT: _submit, words.RETURN: _return, words.PASS: _pass, words.SIGN: _sign, words.SEND: _send,
    words.REMAKE: _remake, words.DISCARD: _discard,
}  # fmt: skip


def _tell_colleagues(actor: Actor, report: Report, action: str, note: str, now: datetime) -> None:
    """Whoever has to act next."""
    if action == words.RETURN:
        writers = ReportStep.objects.filter(report=report, action__in=(words.SUBMIT, words.EDIT, "create"))
        receivers = [account for account in writers.values_list("actor_id", flat=True) if account]
        text = f"{report.title} 已退回修改：{note}"
    else:
        receivers = notices.accounts_with(rights.REVIEW if action == words.SUBMIT else rights.SIGN)
        text = f"{report.title} {'待审核' if action == words.SUBMIT else '待签发'}"
    receivers = [account for account in dict.fromkeys(receivers) if account != actor.account_id]
    notices.tell(receivers, None, NOTICE, text, f"report-{report.pk}-{report.version}", now)


def plan_of(report: Report) -> ReportPlan:
    return plans.find(report.plan)
