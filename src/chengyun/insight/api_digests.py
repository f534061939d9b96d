"""Summaries for leaders over HTTP: each reads only their own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from chengyun.cases.api import need, send
from chengyun.cases.desk import owner
from chengyun.cases.schemas import Id
from chengyun.org.auth import session_or_token

from . import digests

router = Router(auth=session_or_token, tags=["board"])


class DigestOut(Schema):
    """`figures`: as on the board, each with the filter that lists its cases; `worst`: units, categories, areas."""

    id: int
    cadence: str
    start: datetime
    end: datetime
    made_at: datetime
    text: str
    figures: dict[str, Any]
    worst: dict[str, Any]


@router.get("/digests", response=list[DigestOut], summary="My summaries, the newest first")
def get_digests(request: HttpRequest, limit: int = Query(30, ge=1, le=100)):
    return send(digests.listed(owner(need(request, digests.PERMISSION)), limit))


@router.get("/digests/{digest_id}", response=DigestOut, summary="One of my summaries")
def get_digest(request: HttpRequest, digest_id: Id):
    return send(digests.read(owner(need(request, digests.PERMISSION)), digest_id))
