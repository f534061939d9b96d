"""HTTP of warnings. Thin."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.org.auth import session_or_token

from . import deciding, queries, raising
from .schemas import DecisionIn, OpenCounts, RuleTold, WarningDetail, WarningList, WarningQuery

router = Router(auth=session_or_token, tags=["warnings"])


@router.get("/insight/warnings", response=WarningList, summary="Warnings: the open ones, or those of the past")
def get_warnings(request: HttpRequest, wanted: Query[WarningQuery]):
    return send(queries.page(need(request, queries.VIEW), wanted))


@router.get("/insight/warnings/open", response=OpenCounts, summary="How many warnings wait, by level")
def get_open(request: HttpRequest):
    return send(queries.open_counts(need(request, queries.VIEW)))


@router.get("/insight/warnings/rules", response=list[RuleTold], summary="The rules, and how often each was right")
def get_rules(request: HttpRequest):
    return send(queries.rules_told(need(request, queries.VIEW)))


@router.get("/insight/warnings/{warning_id}", response=WarningDetail, summary="A warning with its cases and history")
def get_warning(request: HttpRequest, warning_id: Id):
    return send(queries.detail(need(request, queries.VIEW), warning_id))


@router.post("/insight/warnings/{warning_id}/decide", response=WarningDetail, summary="Confirm, dismiss or act on it")
def decide(request: HttpRequest, warning_id: Id, body: DecisionIn):
    actor = need(request, raising.HANDLE)
    need(request, queries.VIEW)
    return send(deciding.decide(actor, warning_id, deciding.Decision(**body.model_dump())))
