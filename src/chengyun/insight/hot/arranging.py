"""What people change about hot issues: the name, what belongs together, what is not shown; each with why, in the
history, and so that it can be taken back. Two at once: the second is told what the first has done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import following, queries, ranking
from .models import HotCase, HotIssue, HotRun, HotStep

LONGEST_WINDOW = 400


@dataclass(frozen=True)
class Change:
    """schemas.HotChange as plain values."""

    action: str
    version: int
    why: str = ""
    title: str = ""
    into: int | None = None
    step: int | None = None
    numbers: Sequence[str] = ()


def change(actor: Actor, issue_id: int, wanted: Change, now: datetime | None = None) -> int:
    """Do it; the number of the issue to show then. Problem 404, 409 (somebody else was first), 422."""
    now = now or timezone.now()
    with transaction.atomic():
        rows.execute("SELECT pg_advisory_xact_lock(%s)", [following.LOCK])
        issue = queries.find(actor, issue_id, lock=True)
        if issue.version != wanted.version:
            raise Problem(
                409, "conflict", "热点已有变化", "有人刚整理过这个热点，请看过现在的样子再决定。",
                current={"id": issue.pk, "version": issue.version, "title": issue.title},
            )  # fmt: skip
        shown, touched = _ACTIONS[wanted.action](actor, issue, wanted, now)
        HotIssue.objects.filter(pk__in=touched).update(version=_next(issue))
        following.count(touched)
        ranking.refresh(now, touched)
    return shown


def _next(issue: HotIssue) -> Any:
    from django.db.models import F

    return F("version") + 1


Outcome = tuple[int, set[int]]


def _rename(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    if len(wanted.title) < 2:
        raise _invalid("title", "请写明新的名称，至少两个字。")
    _note(actor, issue.pk, "rename", wanted, now, {"from": issue.title, "to": wanted.title})
    HotIssue.objects.filter(pk=issue.pk).update(title=wanted.title, named=True)
    return issue.pk, {issue.pk}


def _hide(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    if len(wanted.why) < 2:
        raise _invalid("why", "请写明为什么不显示，例如：计划内停水，已公告。")
    return _show_or_hide(actor, issue, wanted, now, hidden=True)


def _show(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    return _show_or_hide(actor, issue, wanted, now, hidden=False)


def _show_or_hide(actor: Actor, issue: HotIssue, wanted: Change, now: datetime, *, hidden: bool) -> Outcome:
    if issue.hidden == hidden:
        raise _invalid("action", "这个热点已经是不显示的。" if hidden else "这个热点本来就是显示的。")
    HotIssue.objects.filter(pk=issue.pk).update(hidden=hidden)
    _note(actor, issue.pk, wanted.action, wanted, now, {})
    return issue.pk, {issue.pk}


def _merge(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    if wanted.into is None or wanted.into == issue.pk:
        raise _invalid("into", "请选择并入哪一个热点。")
    target = queries.find(actor, wanted.into, lock=True)
    following.merge(issue.pk, target.pk, actor.account_id, actor.name, wanted.why, now, kept=True)
    return target.pk, {target.pk}


def _split(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    members = dict(
        HotCase.objects.filter(issue=issue, case__number__in=list(wanted.numbers)).values_list("case__number", "at")
    )
    strange = [number for number in wanted.numbers if number not in members]
    if strange:
        raise _invalid("numbers", f"{strange[0]} 不在这个热点里，可能已被别人移走。")
    if not members:
        raise _invalid("numbers", "请选择要拆出去的案件。")
    if len(members) == HotCase.objects.filter(issue=issue).count():
        raise _invalid("numbers", "至少要留下一件；全部移走请用合并。")
    if len(wanted.title) < 2:
        raise _invalid("title", "请给拆出来的热点起个名称，至少两个字。")
    made = HotIssue.objects.create(
        title=wanted.title, place=issue.place, named=True, words=issue.words, first_at=min(members.values()),
        last_at=max(members.values()), created_at=now, category_id=issue.category_id, area_id=issue.area_id,
    )  # fmt: skip
    HotCase.objects.filter(issue=issue, case__number__in=list(members)).update(issue=made, kept=True)
    HotCase.objects.filter(issue=issue).update(kept=True)
    _note(actor, issue.pk, "split", wanted, now, {"into": made.pk, "title": made.title, "cases": len(members)})
    _note(actor, made.pk, "split_off", wanted, now, {"from": issue.pk, "title": issue.title, "cases": len(members)})
    return made.pk, {issue.pk, made.pk}


def _undo(actor: Actor, issue: HotIssue, wanted: Change, now: datetime) -> Outcome:
    """Take a merging back: the cases that came with it return to the issue they were in."""
    step = HotStep.objects.filter(pk=wanted.step or 0, issue=issue, action="merge").first()
    if step is None:
        raise _invalid("step", "没有这一次合并。")
    old = HotIssue.objects.select_for_update().get(pk=step.detail["from"])
    cases = HotCase.objects.filter(issue=issue, case_id__in=step.detail["cases"])
    if old.merged_into_id is None or not cases.exists():
        raise _invalid("step", "这次合并已经撤销过了。")
    cases.update(issue=old, kept=True)
    if not HotCase.objects.filter(issue=issue).exists():
        raise _invalid("step", "撤销后这个热点就没有案件了。")
    HotCase.objects.filter(issue=issue).update(kept=True)
    HotIssue.objects.filter(pk=old.pk).update(merged_into=None)
    _note(actor, issue.pk, "undo", wanted, now, {"title": old.title, "into": old.pk})
    _note(actor, old.pk, "undone", wanted, now, {"title": issue.title, "from": issue.pk})
    return issue.pk, {issue.pk, old.pk}


_ACTIONS = {
    "rename": _rename, "hide": _hide, "show": _show, "merge": _merge, "split": _split, "undo": _undo,
}  # fmt: skip


def _note(actor: Actor, issue: int, action: str, wanted: Change, now: datetime, detail: dict[str, Any]) -> None:
    HotStep.objects.create(
        issue_id=issue, at=now, actor_id=actor.account_id, actor=actor.name[:120], action=action, note=wanted.why,
        detail=detail,
    )  # fmt: skip


def _invalid(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


# --- a window that somebody asks for --------------------------------------------------------------------------------
def ask(actor: Actor, start: datetime, end: datetime, now: datetime | None = None) -> HotRun:
    """A run over a window, which the worker takes at once; the one that waits already when it is the same."""
    from .jobs import look_at

    now = now or timezone.now()
    if end <= start:
        raise _invalid("end", "结束日期不能早于开始日期。")
    if (end - start).days > LONGEST_WINDOW:
        raise _invalid("end", f"时段最长 {LONGEST_WINDOW} 天，请分几次计算。")
    if start > now:
        raise _invalid("start", "这段时间还没有到。")
    unfinished = HotRun.objects.filter(state__in=(HotRun.WAITING, HotRun.RUNNING))
    with transaction.atomic():
        rows.execute("SELECT pg_advisory_xact_lock(%s)", [following.LOCK + 1])
        waiting = unfinished.filter(start=start, end=min(end, now)).first()
        if waiting is not None:
            return waiting
        if unfinished.filter(asked_by_id=actor.account_id).count() >= 3:
            raise Problem(429, "too_many", "已有三个时段在计算", "请等它们算完再提交新的时段。")
        run = HotRun.objects.create(
            start=start, end=min(end, now), asked_by_id=actor.account_id, asked_by=actor.name[:120], asked_at=now
        )
        transaction.on_commit(lambda: look_at.defer(run_id=run.pk))
    return run
