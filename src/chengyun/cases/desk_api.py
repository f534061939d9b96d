"""Drafts, files and the vocabulary of the pages."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from chengyun.org.auth import session_or_token

from . import desk, file_access, vocabulary
from .api import need, send
from .schemas import DraftIn, DraftOut

router = Router(auth=session_or_token, tags=["desk"])


@router.get(
    "/meta", summary="Vocabulary of the pages: lifecycles, kinds, categories, units, areas, reasons", response=dict
)
def meta(request: HttpRequest):
    need(request, "case.view")
    body, etag = vocabulary.document()
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response


@router.get("/drafts", response=list[DraftOut], summary="My drafts")
def get_drafts(request: HttpRequest):
    return send(desk.drafts(need(request, "case.register")))


@router.put("/drafts", response={204: None}, summary="Keep a draft")
def put_draft(request: HttpRequest, body: DraftIn):
    desk.save_draft(need(request, "case.register"), body.id, body.data)
    return Status(204, None)


@router.delete("/drafts/{draft_id}", response={204: None}, summary="Throw a draft away")
def delete_draft(request: HttpRequest, draft_id: uuid.UUID):
    desk.save_draft_used(need(request, "case.register"), draft_id)
    return Status(204, None)


@router.post("/files", response={201: dict}, summary="Upload a file, to be attached by an action")
def upload(request: HttpRequest, file: File[UploadedFile]):
    actor = need(request, "case.view")
    return send(file_access.save(file, actor), 201)


@router.get("/files/{file_id}", summary="A file of a case that this person may see", response={200: None})
def download(
    request: HttpRequest,
    file_id: uuid.UUID,
    variant: str = Query("original", pattern="^(original|public|thumb)$"),
    view: bool = Query(False, description="To be read inside the page: a PDF without active content"),
):
    actor = need(request, "case.view")
    return file_access.respond(file_id, actor, variant, view=view, asked_range=request.headers.get("Range", ""))
