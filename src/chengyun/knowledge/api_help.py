"""HTTP of the public help: nobody is logged in, only public articles that are valid today are told. Thin."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

from django.http import FileResponse, HttpRequest
from ninja import Path, Router

from chengyun.cases.api import language_of, send
from chengyun.cases.schemas import Id
from chengyun.kernel.files import services as files
from chengyun.org.addresses import client_address
from chengyun.org.auth import refuse_forged

from . import public
from .schemas_more import HelpArticle, HelpHits, HelpMarked, HelpMarkIn, HelpSearchIn, HelpStart

router = Router(tags=["help"])
LONGEST = 64
MINI = "X-Mini-Program"


def own_page(request: HttpRequest) -> None:
    """From our own page (its CSRF token) or the mini-program, not from a page elsewhere."""
    if request.headers.get(MINI) != "1":
        refuse_forged(request)


@router.get("/help", response=HelpStart, auth=None, summary="Topics, and what is read most")
def get_help(request: HttpRequest):
    public.take("read", client_address(request))
    return send(public.start(language_of(request)))


@router.post("/help/search", response=HelpHits, auth=None, summary="Search the public articles")
def search_help(request: HttpRequest, body: HelpSearchIn):
    """By words, pinyin, initials; POST, so that nobody's words stand in an address."""
    own_page(request)
    public.take("search", client_address(request))
    return send(public.searched(body.q, body.topic, body.limit, body.cursor, language_of(request)))


@router.get("/help/articles/{article_id}", response=HelpArticle, auth=None, summary="Read a public article")
def get_help_article(request: HttpRequest, article_id: Path[Id]):
    public.take("read", client_address(request))
    return send(public.detail(article_id, language_of(request)))


@router.get(
    "/help/articles/{article_id}/files/{file_id}", response={200: Any}, auth=None, summary="A file of a public article"
)
def get_help_file(request: HttpRequest, article_id: Path[Id], file_id: Path[uuid.UUID]):
    public.take("read", client_address(request))
    row = public.file_of(article_id, file_id)
    opened = files.open_original(row)
    response = FileResponse(opened, content_type=opened.mime)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@router.post("/help/articles/{article_id}/useful", response=HelpMarked, auth=None, summary="Useful or not")
def mark_help(request: HttpRequest, article_id: Path[Id], body: HelpMarkIn):
    """Once per browser and address; again changes it."""
    own_page(request)
    address = client_address(request)
    public.take("mark", address)
    device = request.headers.get("X-Device", "").replace("\x00", "")[:LONGEST]
    return send({"useful": public.mark(article_id, body.useful, address, device)})
