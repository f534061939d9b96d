"""HTTP of the search box. Thin."""

from __future__ import annotations

from typing import Annotated, Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field, StringConstraints

from . import searching
from .auth import session_or_token

router = Router(tags=["search"], auth=session_or_token)

Words = Annotated[str, StringConstraints(max_length=searching.LONGEST, pattern=r"^[^\x00]*$")]
Limit = Annotated[int, Field(ge=1, le=searching.MOST)]


class SearchIn(Schema):
    model_config = ConfigDict(extra="forbid")
    q: Words
    limit: Limit = 6


class HitOut(Schema):
    """`kind` (case, unit, area, place, category, person, account …) and `key` say what to open; `more` is what only
    this kind has: of a case its row in the list."""

    kind: str
    key: str
    title: str
    detail: str
    more: dict[str, Any] | None


class HitGroup(Schema):
    """`partial`: the search was bounded, older or further ones may fit too."""

    code: str
    name: str
    partial: bool
    hits: list[HitOut]


class SearchOut(Schema):
    q: str
    groups: list[HitGroup]


def _answer(request: HttpRequest, words: str, limit: int, personal: bool) -> HttpResponse:
    language = "en" if request.headers.get("Accept-Language", "zh").startswith("en") else "zh"
    actor = request.actor  # type: ignore[attr-defined]
    found = searching.search(actor, words, limit, language, personal)
    response = HttpResponse(orjson.dumps(found), content_type="application/json; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


@router.get("/search", response=SearchOut, summary="Find cases, units, areas, categories … within what one may see")
def search(
    request: HttpRequest,
    q: str = Query(..., max_length=searching.LONGEST, pattern=r"^[^\x00]*$"),
    limit: int = Query(6, ge=1, le=searching.MOST),
):
    """Words, two characters, parts of a number, pinyin and initials. Residents are found by POST only."""
    return _answer(request, q, limit, personal=False)


@router.post("/search", response=SearchOut, summary="The same, and residents by full name or number")
def search_people_too(request: HttpRequest, body: SearchIn):
    """What may be a resident's name or number is sent in the body, so that no log of addresses holds it."""
    return _answer(request, body.q, body.limit, personal=True)
