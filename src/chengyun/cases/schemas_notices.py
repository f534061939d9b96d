"""Shapes of notices and mentions."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from chengyun.kernel.given import AwareMoment

from .schemas import Id, Strict


class NoticeOpens(Schema):
    page: str
    id: int


class NoticeOut(Schema):
    """group: limits, work, mention, digest. `digest`, `warning`: the summary or early warning that it opens; `opens`:
    another page of the desk, with what it shows there."""

    id: int
    kind: str
    group: str
    text: str
    case: str | None
    at: datetime
    read: bool
    digest: int | None
    warning: int | None
    opens: NoticeOpens | None = None


class NoticeList(Schema):
    items: list[NoticeOut]
    next_cursor: str | None
    unread: int


class ReadIn(Strict):
    ids: list[Id] = Field(max_length=500)


class ReadAllIn(Strict):
    until: AwareMoment = Field(description="The moment of the newest message that was seen; later ones stay unread")


class MentionOut(Schema):
    id: int
    name: str
    unit: str
    may_see: bool


class MentionList(Schema):
    people: list[MentionOut]
    units: list[MentionOut]
