"""Related cases over HTTP."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Schema

from chengyun.org.auth import session_or_token

from . import related
from .api import language_of, need, send
from .schemas import CaseNumber, CaseRow

router = Router(auth=session_or_token, tags=["cases"])


class RelatedGroup(Schema):
    """code: person, place, category, joined. `query` lists them all."""

    code: str
    count: int | None
    capped: bool
    items: list[CaseRow]
    query: dict[str, str]


class RelatedOut(Schema):
    groups: list[RelatedGroup]
    by_point: bool


@router.get(
    "/cases/{number}/related", response=RelatedOut, summary="Cases of the same person, place, category and matter"
)
def get_related(request: HttpRequest, number: CaseNumber):
    return send(related.related(number, need(request, "case.view"), language_of(request)))
