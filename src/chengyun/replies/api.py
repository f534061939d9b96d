"""HTTP of the replies room. Thin."""

from __future__ import annotations

import threading
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Path, Router

from chengyun.cases.api import language_of, need, send
from chengyun.cases.present import iso
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.kernel import llm
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import checking, drafting, precedents, prompts, quality, schemas

router = Router(auth=session_or_token, tags=["replies"])
_asking = threading.Lock()


@router.post("/cases/{number}/replies/check", response=schemas.ReplyCheckOut, summary="Check a reply being written")
def check_reply(request: HttpRequest, number: Path[CaseNumber], body: schemas.ReplyCheckIn):
    """Four elements, manners, empty phrases, whether it answers this request. Hints never hinder sending."""
    actor = need(request, "reply.check")
    return send(checking.live(actor, number, body.text, body.assignment_id, language_of(request)))


@router.get("/cases/{number}/replies", response=schemas.SentReplies, summary="The replies of a case, each checked")
def list_replies(request: HttpRequest, number: Path[CaseNumber]):
    found = checking.sent(need(request, "reply.check"), number, language_of(request))
    return send({"items": [{**item, "at": iso(item["at"])} for item in found]})


@router.get("/cases/{number}/replies/similar", response=schemas.GoodReplies, summary="Good replies to like requests")
def list_good(request: HttpRequest, number: Path[CaseNumber]):
    """Of closed cases whose callers were satisfied; personal data and days are blanks."""
    return send({"items": precedents.good(need(request, "reply.check"), number)})


@router.get("/replies/quality", response=schemas.ReplyQualityOut, summary="How complete the replies of each unit are")
def get_quality(request: HttpRequest, days: Literal["7", "30", "90"] = "30"):
    """Each figure has the filter that opens its cases."""
    return send(quality.by_unit(need(request, "reply.quality"), int(days)))


# --- the language model -----------------------------------------------------------------------------------------------
@router.get("/replies/model", response=schemas.LanguageModelOut, summary="Whether a language model is configured")
def get_model(request: HttpRequest):
    need(request, "reply.model")
    given = drafting.peer()
    tasks = list(prompts.TASKS) if given.configured else []
    mark = checking.DRAFT_MARK
    return send({"configured": given.configured, "model": given.model, "mark": mark, "tasks": tasks})


@router.post("/cases/{number}/replies/drafts", response={202: schemas.ModelDraftOut}, summary="Ask for a draft")
def order_draft(request: HttpRequest, number: Path[CaseNumber], body: schemas.ModelDraftIn):
    """The worker asks, without personal data; read GET /replies/drafts/{id} until `state` is done or failed.
    409 when no model is configured, 429 when one person or all together ask too much."""
    actor = need(request, "reply.model")
    row = drafting.order(actor, number, body.task)
    return send(drafting.told(actor, row.pk, language_of(request)), 202)


@router.get("/replies/drafts/{asked_id}", response=schemas.ModelDraftOut, summary="What became of a draft of one's own")
def get_draft(request: HttpRequest, asked_id: Path[Id]):
    """Kept for an hour."""
    return send(drafting.told(need(request, "reply.model"), asked_id, language_of(request)))


@router.post("/replies/model/check", response=schemas.LanguageModelCheck, summary="Whether the model answers now")
def check_model(request: HttpRequest):
    """Asks for its list of models, five seconds at most; no text is sent. One at a time."""
    need(request, "system.view")
    if not _asking.acquire(blocking=False):
        raise Problem(429, "too_many_requests", "请稍后再试", "正在检查，请等几秒。", headers={"Retry-After": "5"})
    try:
        found: dict[str, Any] = drafting.check()
    finally:
        _asking.release()
    words = llm.FAULTS.get(found["fault"], ("", ""))[language_of(request) == "en"]
    return send({**found, "message": words, "model": drafting.peer().model})
