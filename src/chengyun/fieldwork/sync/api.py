"""HTTP of the phone in the field. Thin."""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import CaseNumber
from chengyun.kernel import english
from chengyun.org.auth import session_or_token

from . import day, receiving, uploads
from .permissions import APP
from .schemas import PhoneCommandsIn, PhoneCommandsOut, PhoneDayOut, PhoneTaskOut, PhoneUploadIn, PhoneUploadOut

router = Router(auth=session_or_token, tags=["field"])
Offset = Annotated[int, Query(ge=0, le=2**31 - 1, description="From which byte on")]
PIECE_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/field/day", response=PhoneDayOut, summary="What a phone needs for the day: own grids and tasks")
def get_day(request: HttpRequest):
    return send(day.day(need(request, APP), language_of(request)))


@router.get(
    "/field/tasks/{number}", response=PhoneTaskOut, summary="A case, with what can be done after signing for it"
)
def get_task(request: HttpRequest, number: Path[CaseNumber]):
    return send(day.task(number, need(request, APP), language_of(request)))


@router.post(
    "/field/commands", response=PhoneCommandsOut, summary="Carry out what was recorded on the phone, each once"
)
def post_commands(request: HttpRequest, body: PhoneCommandsIn):
    """In the order given. A uuid that came before gets the first answer. After a failure the later ones of the same
    case are not tried (424)."""
    actor = need(request, APP)
    results = receiving.receive(actor, body.commands, language_of(request))
    if english.wanted(request):
        for row in results:
            if row.get("problem"):
                row["problem"] = english.problem_in_english(row["problem"])
    return send({"results": results})


@router.post(
    "/field/uploads", response=PhoneUploadOut, summary="Begin a file that comes in pieces, or ask how far it is"
)
def begin_upload(request: HttpRequest, body: PhoneUploadIn):
    """`proof` is kept with the file: when and where the picture was taken, EXIF of the original."""
    return send(uploads.begin(need(request, APP), body))


@router.put(
    "/field/uploads/{upload_id}", response=PhoneUploadOut, summary="A piece of a file, 256 KiB at most",
    openapi_extra=PIECE_BODY,
)  # fmt: skip
def put_piece(request: HttpRequest, upload_id: uuid.UUID, offset: Offset) -> Any:
    """Bytes that are there already are passed over. `file_id` is given when the last piece has come and the SHA-256
    is right; `received` is 0 again when it is not."""
    actor = need(request, APP)
    return send(uploads.take(actor, upload_id, offset, request.body))
