"""HTTP of the look for near-identical cases. Thin."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field, StringConstraints

from chengyun.org.auth import session_or_token

from . import similar
from .api import language_of, need, send
from .api_compare import router as compare_router
from .schemas import CaseRow, Code, Id, Line, SimilarReason, Strict

router = Router(auth=session_or_token, tags=["cases"])
router.add_router("", compare_router)


class SimilarIn(Strict):
    """What the form knows so far; all of it may be empty. The point is WGS-84."""

    title: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")] = ""
    text: Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")] = ""
    address: Line = ""
    phone: Line = ""
    lng: float | None = Field(default=None, ge=-180, le=180, allow_inf_nan=False)
    lat: float | None = Field(default=None, ge=-90, le=90, allow_inf_nan=False)
    area_id: Id | None = None
    category_id: Id | None = None
    lifecycle: Code = "request"


class SimilarCase(Schema):
    case: CaseRow
    score: int
    reasons: list[SimilarReason]


class SimilarList(Schema):
    items: list[SimilarCase]


@router.post("/cases/similar", response=SimilarList, summary="Open or lately closed cases like what is being typed")
def find_similar(request: HttpRequest, body: SimilarIn):
    """The likest first, at most five, of what this person may see, masked. Nothing is kept of what was asked."""
    actor: Any = need(request, "case.register")
    asked = similar.Asked(**body.model_dump())
    return send({"items": similar.similar(actor, asked, language_of(request))})
