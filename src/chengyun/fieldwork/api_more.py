"""HTTP of call-ups, handsets and the survey. Thin."""

from __future__ import annotations

import uuid
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router
from pydantic import Field

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import call_lists, calls, handsets
from . import schemas_more as schemas
from .permissions import CALL, CALL_VIEW, HANDSETS, SURVEY, VIEW

router = Router(auth=session_or_token, tags=["fieldwork"])
PeriodName = Annotated[str, Field(pattern=r"^(20[0-9]{2}-H[12])?$")]


CallKey = Annotated[str, Path(pattern=r"^([0-9]{1,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
"""The phone's id or the number of the record."""


def key_of(text: str) -> uuid.UUID | int:
    return int(text) if text.isdigit() else uuid.UUID(text)


def of_handsets(request: HttpRequest):
    """Whoever keeps the register or leads workers."""
    actor = request.actor  # type: ignore[attr-defined]
    if not (actor.can(HANDSETS) or actor.can(VIEW)):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=HANDSETS)
    return actor


@router.get("/fieldwork/calls", response=schemas.CallList, summary="Call-ups, the newest first, with figures")
def list_calls(request: HttpRequest, wanted: Query[schemas.CallQuery]):
    return send(call_lists.page(need(request, CALL_VIEW), wanted))


@router.post(
    "/fieldwork/calls", response=schemas.CallDetail, summary="Call departments, or ask for it; the same id once"
)
def start_call(request: HttpRequest, body: schemas.CallStart):
    actor = need(request, CALL)
    need(request, CALL_VIEW)
    return send(call_lists.detail(actor, calls.start(actor, body).uid))


@router.get("/fieldwork/calls/{call_id}", response=schemas.CallDetail, summary="A call-up with its steps")
def get_call(request: HttpRequest, call_id: CallKey):
    return send(call_lists.detail(need(request, CALL_VIEW), key_of(call_id)))


@router.post("/fieldwork/calls/{call_id}/act", response=schemas.CallDetail, summary="Confirm, respond, arrive, rate …")
def act_on_call(request: HttpRequest, call_id: CallKey, body: schemas.CallAct):
    """409 with `current` when it has moved on meanwhile."""
    actor = need(request, CALL_VIEW)
    return send(call_lists.detail(actor, calls.act(actor, key_of(call_id), body).uid))


@router.get("/fieldwork/handsets", response=schemas.HandsetList, summary="Handsets and work numbers")
def list_handsets(request: HttpRequest, wanted: Query[schemas.HandsetQuery]):
    return send(handsets.page(of_handsets(request), wanted))


@router.get("/fieldwork/handsets/usage", response=schemas.UsageOut, summary="A month against its thresholds")
def get_usage(request: HttpRequest, month: schemas.Month = ""):
    of_handsets(request)
    return send(handsets.usage(month))


@router.get("/fieldwork/handsets/survey", response=schemas.SurveyOut, summary="What communities say of the handsets")
def get_survey(request: HttpRequest, period: PeriodName = ""):
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.can(SURVEY):
        of_handsets(request)
    return send(handsets.surveys(actor, period))


@router.post("/fieldwork/handsets/survey", response=schemas.SurveyOut, summary="A community answers for this period")
def answer_survey(request: HttpRequest, body: schemas.SurveyIn):
    actor = need(request, SURVEY)
    handsets.answer(actor, body)
    return send(handsets.surveys(actor, body.period))


@router.get("/fieldwork/handsets/{handset_id}", response=schemas.HandsetDetail, summary="A handset with its history")
def get_handset(request: HttpRequest, handset_id: Id):
    return send(handsets.detail(of_handsets(request), handset_id))


@router.post("/fieldwork/handsets/{handset_id}/act", response=schemas.HandsetDetail, summary="Hand over, lose, scrap …")
def act_on_handset(request: HttpRequest, handset_id: Id, body: schemas.HandsetAct):
    actor = need(request, HANDSETS)
    handsets.act(actor, handset_id, body)
    return send(handsets.detail(actor, handset_id))
