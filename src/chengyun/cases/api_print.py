"""A case as PDF."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field, StringConstraints

from chengyun.kernel.downloads import download
from chengyun.org.auth import session_or_token

from . import printing
from .api import language_of, need
from .schemas import CaseNumber, Strict

router = Router(auth=session_or_token, tags=["cases"])
PDF: Any = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}
DEFAULT_REASON = "打印案件"


class PrintIn(Strict):
    personal: bool = Field(False, description="Names, numbers and addresses in clear; needs case.print_clear")
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^[^\x00]*$")]


def _answer(made: printing.Printed) -> HttpResponse:
    response = download(made.name, made.content, "application/pdf")
    response["X-Export-Id"] = str(made.record_id)
    return response


@router.get(
    "/cases/{number}/print", summary="A case as PDF, personal data masked; recorded", response={200: None},
    openapi_extra=PDF,
)  # fmt: skip
def print_masked(
    request: HttpRequest,
    number: CaseNumber,
    reason: str = Query(DEFAULT_REASON, min_length=2, max_length=200, pattern=r"^[^\x00]*$"),
):
    actor = need(request, printing.PRINT)
    return _answer(
        printing.print_case(number, actor, personal=False, reason=reason.strip(), language=language_of(request))
    )


@router.post(
    "/cases/{number}/print", summary="A case as PDF with personal data, or masked; recorded with the reason",
    response={200: None}, openapi_extra=PDF,
)  # fmt: skip
def print_with_reason(request: HttpRequest, number: CaseNumber, body: PrintIn):
    actor = need(request, printing.PRINT_CLEAR if body.personal else printing.PRINT)
    return _answer(
        printing.print_case(number, actor, personal=body.personal, reason=body.reason, language=language_of(request))
    )
