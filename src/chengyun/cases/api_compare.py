"""Likely duplicates and two cases side by side over HTTP. Thin."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema, Status

from chengyun.org.auth import session_or_token

from . import comparing, discreet
from .api import language_of, need, send
from .schemas import CaseNumber, CaseRow, SimilarReason

router = Router(auth=session_or_token, tags=["cases"])


class LikelyCase(Schema):
    case: CaseRow
    score: int
    reasons: list[SimilarReason]


class LikelyList(Schema):
    items: list[LikelyCase]


class Side(Schema):
    case: CaseRow
    text: str
    external_id: str | None
    occurred_at: datetime | None
    units: list[str]


class JoinWay(Schema):
    """`why_not` is empty when `number` may be joined to `into` now."""

    number: str
    into: str
    why_not: str


class SaidDifferent(Schema):
    by: str
    at: datetime | None


class Comparison(Schema):
    """`lead`: which of the two should lead. `different`: who said that they are not the same matter."""

    left: Side
    right: Side
    score: int
    reasons: list[SimilarReason]
    different: SaidDifferent | None
    joins: list[JoinWay]
    lead: str
    may_decide: bool


@router.get("/cases/{number}/likely", response=LikelyList, summary="Open cases that may be the same matter")
def get_likely(request: HttpRequest, number: CaseNumber):
    """The likest first, at most twenty, of what this person may see."""
    actor = need(request, "case.view")
    return send({"items": discreet.for_reader(comparing.likely(number, actor, language_of(request)), actor)})


@router.get("/cases/{number}/compare/{other}", response=Comparison, summary="Two cases side by side")
def get_comparison(request: HttpRequest, number: CaseNumber, other: CaseNumber):
    actor = need(request, "case.view")
    return send(discreet.for_reader(comparing.compare(number, other, actor, language_of(request)), actor))


@router.put("/cases/{number}/different/{other}", response={204: None}, summary="Say that two cases are not the same")
def put_different(request: HttpRequest, number: CaseNumber, other: CaseNumber):
    """Remembered with the name of who says so; the pair is not suggested again."""
    comparing.decide(number, other, need(request, comparing.JOIN), True)
    return Status(204, None)


@router.delete("/cases/{number}/different/{other}", response={204: None}, summary="Take that back")
def delete_different(request: HttpRequest, number: CaseNumber, other: CaseNumber):
    comparing.decide(number, other, need(request, comparing.JOIN), False)
    return Status(204, None)
