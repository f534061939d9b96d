"""Drafts of the language model: asked for, made by the worker, looked at, forgotten. Nothing waits in a web request."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases.models import Assignment, Case, Event
from chengyun.kernel import anonymous, config, llm, rows, vault
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import checking, prompts
from .models import ModelRequest

log = logging.getLogger(__name__)
KEPT = timedelta(hours=1)
MOST_WAITING = 30
_IN_HAND = Q(state__in=ModelRequest.WAITING)


def peer() -> llm.Peer:
    known = config.current()
    return llm.Peer(known.llm_url, known.llm_key, known.llm_model, float(known.llm_timeout))


# --- asked for --------------------------------------------------------------------------------------------------------
def order(actor: Actor, number: str, task: str) -> ModelRequest:
    """Note the question and have the worker ask it. Problem 409 without a model, 429 when too many wait."""
    from . import jobs

    given = peer()
    if not given.configured:
        raise Problem(
            409, "model_not_configured", "没有配置语言模型",
            "管理员在设置里写明 llm.url 和 llm.model 后可用；其他功能不受影响。",
        )  # fmt: skip
    case = checking.find(actor, number)
    with transaction.atomic():
        _within_bounds(actor)
        row = ModelRequest.objects.create(
            account_id=actor.account_id or 0, account_name=actor.name[:80], for_id=actor.for_id, case=case, task=task,
            model=given.model[:120], asked_at=timezone.now(),
        )  # fmt: skip
        jobs.ask_model.defer(request_id=row.pk)
    return row


def _within_bounds(actor: Actor) -> None:
    now = timezone.now()
    own = ModelRequest.objects.filter(account_id=actor.account_id or 0, asked_at__gte=now - timedelta(hours=1))
    most = config.current().llm_per_hour
    if own[:most].count() >= most:
        raise _later(f"每人每小时最多 {most} 次，请过一会儿再试。", 600)
    waiting = ModelRequest.objects.filter(_IN_HAND, asked_at__gte=now - timedelta(minutes=30))
    if waiting[:MOST_WAITING].count() >= MOST_WAITING:
        raise _later("等候的人太多，请过几分钟再试。", 120)


def _later(detail: str, seconds: int) -> Problem:
    return Problem(429, "too_many_requests", "请稍后再试", detail, headers={"Retry-After": str(seconds)})


# --- made by the worker -----------------------------------------------------------------------------------------------
def ask(request_id: int) -> str:
    """Put the question; keep the answer, or why there is none. What became of it."""
    row = ModelRequest.objects.filter(_IN_HAND, pk=request_id).select_related("case").first()
    if row is None:
        return "gone"
    task, given = prompts.TASKS[row.task], peer()
    ModelRequest.objects.filter(pk=row.pk).update(state=ModelRequest.RUNNING)
    words, removed = material(row.case, task)
    if not connection.in_atomic_block:
        connection.close()  # the model may take its time; the connection is for others meanwhile
    try:
        answer, notes = _usable(task, llm.ask(given, prompts.system(task), words, task.tokens))
        done = {"state": ModelRequest.DONE, "answer": answer, "notes": notes, "received": len(answer)}
    except llm.Fault as fault:
        log.warning("language model: %s", fault)
        done = {"state": ModelRequest.FAILED, "fault": fault.code}
    ModelRequest.objects.filter(pk=row.pk).update(
        ended_at=timezone.now(), sent=len(words), removed=removed, model=given.model[:120], **done
    )
    return str(done.get("fault") or done["state"])


def _usable(task: prompts.Task, text: str) -> tuple[str, list[str]]:
    """The answer without personal data that the model made up, cut to length, marked as a draft."""
    cleaned = anonymous.clean(text)
    answer, cut = prompts.shortened(task, cleaned.text)
    notes = [*(["invented"] if cleaned.removed else []), *(["cut"] if cut else [])]
    return (checking.DRAFT_MARK + answer if task.code == "reply" else answer), notes


def material(case: Case, task: prompts.Task) -> tuple[str, int]:
    """What is sent: the request and what was done about it, without personal data; how many pieces were taken out."""
    facts = checking.facts_of(case)
    people = _people(case)
    asked = checking.asked(facts, None)
    told = {
        "标题": case.title, "类别": asked.category, "地点": case.address, "诉求": facts.text,
        "承办单位": _lead(facts), "办理记录": _record(case, facts),
    }  # fmt: skip
    removed = 0
    for name, text in told.items():
        cleaned = anonymous.clean(text, people)
        told[name], removed = cleaned.text, removed + cleaned.removed
    return prompts.material(told, config.current().llm_max_chars), removed


def _people(case: Case) -> list[dict[str, str]]:
    """Everybody who raised the matter, as the vault knows them: only to take them out of the text."""
    found = rows.execute(
        "SELECT r.sealed FROM cases_requester r WHERE r.id = %s OR r.id IN"
        " (SELECT requester_id FROM cases_case WHERE joined_to_id = %s ORDER BY id LIMIT 50)",
        [case.requester_id, case.pk],
    )
    return [vault.open_(sealed) for (sealed,) in found.fetchall()]


def _lead(facts: checking.Facts) -> str:
    part = max((part for part in facts.parts if part.is_root_lead), key=lambda part: part.pk, default=None)
    return checking.asked(facts, part).unit if part else ""


def _record(case: Case, facts: checking.Facts) -> str:
    """What was done, in order: contacts, measures, summaries, replies."""
    wanted = {"contact": "what", "handle": "measures", "interim_summary": "summary", "direct_answer": "answer"}
    events = (
        Event.objects.filter(case=case, action__in=wanted).order_by("-seq").values_list("at", "action", "payload")[:12]
    )
    lines = [
        f"{timezone.localtime(at):%m月%d日} {payload.get('unit', '')}：{payload.get(wanted[action], '')}"
        for at, action, payload in reversed(events)
    ]
    lines += [f"答复：{part.reply}" for part in facts.parts if part.reply and part.state == Assignment.REPLIED]
    return "\n".join(lines)


# --- looked at and forgotten ------------------------------------------------------------------------------------------
def told(actor: Actor, request_id: int, language: str) -> dict[str, Any]:
    """One's own question and what became of it. Problem 404 for anybody else's."""
    row = ModelRequest.objects.filter(pk=request_id, account_id=actor.account_id or 0, for_id=actor.for_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "没有这份草稿，可能已过一小时被删除。")
    state, fault = row.state, row.fault
    patience = timedelta(seconds=config.current().llm_timeout * MOST_WAITING + 60)
    if state in ModelRequest.WAITING and timezone.now() - row.asked_at > patience:
        state, fault = ModelRequest.FAILED, llm.LOST
    words = llm.FAULTS.get(fault, ("", ""))
    return {
        "id": row.pk, "task": row.task, "state": state, "model": row.model, "answer": row.answer,
        "notes": row.notes, "fault": fault, "message": words[language.startswith("en")],
    }  # fmt: skip


def forget_answers() -> int:
    """Remove what is older than an hour; the record of who asked stays."""
    old = ModelRequest.objects.filter(asked_at__lt=timezone.now() - KEPT).exclude(answer="")
    return old.update(answer="")


def check() -> dict[str, Any]:
    """Whether the model answers now: asked for its list of models, five seconds at most."""
    given = peer()
    if not given.configured:
        return {"ok": False, "fault": llm.NOT_CONFIGURED, "models": [], "listed": False, "ms": 0}
    start = timezone.now()
    try:
        names, fault = llm.models(given), ""
    except llm.Fault as error:
        names, fault = [], error.code
    spent = round((timezone.now() - start).total_seconds() * 1000)
    return {"ok": not fault, "fault": fault, "models": names[:50], "listed": given.model in names, "ms": spent}


def state() -> tuple[bool, dict[str, int]]:
    """Whether a model is configured, and what became of the questions of the last day."""
    since = timezone.now() - timedelta(days=1)
    found = ModelRequest.objects.filter(asked_at__gte=since).values_list("state", flat=True)[:5000]
    counts = dict.fromkeys(ModelRequest.STATES, 0)
    for name in found:
        counts[name] += 1
    return peer().configured, counts
