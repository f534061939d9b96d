"""Messages inside the desk, and whom a note can name."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router, Status

from chengyun.kernel import english
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import mentions, notices, page
from .api import need, send
from .desk import owner
from .schemas import CaseNumber
from .schemas_notices import MentionList, NoticeList, ReadAllIn, ReadIn

router = Router(auth=session_or_token, tags=["desk"])


def _own(request: HttpRequest) -> int:
    """Whose messages: everybody who has any work here reads their own."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.account_id is None or not actor.permissions:
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。")
    return owner(actor)


@router.get("/notices", response=NoticeList, summary="My messages, the newest first")
def get_notices(
    request: HttpRequest,
    unread: bool = False,
    group: Literal["", "limits", "work", "mention", "digest"] = "",
    cursor: str = Query("", max_length=1000),
    limit: int = Query(50, ge=1, le=200),
):
    found = notices.page(_own(request), unread=unread, group=group, cursor=cursor, limit=limit)
    if english.wanted(request):
        for item in found["items"]:
            item["text"] = english.english(item["text"])
    return send(found)


@router.post("/notices/read", response={204: None}, summary="Mark messages as read")
def read_notices(request: HttpRequest, body: ReadIn):
    notices.read(_own(request), body.ids)
    return Status(204, None)


@router.post("/notices/read-all", response={204: None}, summary="Mark all messages up to a moment as read")
def read_all_notices(request: HttpRequest, body: ReadAllIn):
    notices.read_all(_own(request), body.until)
    return Status(204, None)


@router.get(
    "/cases/{number}/mentionable", response=MentionList, summary="Colleagues and units that a note can name, by pinyin"
)
def get_mentionable(request: HttpRequest, number: CaseNumber, q: str = Query("", max_length=40, pattern=r"^[^\x00]*$")):
    actor = need(request, "case.note")
    return send(mentions.candidates(page.read(number, actor), actor, q))
