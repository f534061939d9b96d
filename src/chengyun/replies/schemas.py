"""Shapes of the replies room's API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import StringConstraints

from chengyun.cases.schemas import Id, Strict


class ReplyCheckIn(Strict):
    """A reply as it is being written; nothing of it is kept."""

    text: Annotated[str, StringConstraints(max_length=5000, pattern=r"^[^\x00]*$", strip_whitespace=False)]
    assignment_id: Id | None = None


class ReplyElement(Schema):
    """One of the four elements: when, who, done, next. `passages`: where it is told, [start, end) in characters."""

    code: str
    name: str
    found: bool
    passages: list[list[int]]


class ReplyHint(Schema):
    """`severity`: missing, doubt, hint. `write`: what could be written, with blanks in 【】."""

    code: str
    severity: str
    text: str
    write: str
    passages: list[list[int]]


class ReplyCheckOut(Schema):
    """`mark`: how a draft of the language model begins until a person has read it."""

    elements: list[ReplyElement]
    hints: list[ReplyHint]
    mark: str


class SentReply(ReplyCheckOut):
    assignment_id: int
    unit: str
    lead: bool
    at: datetime | None
    text: str


class SentReplies(Schema):
    items: list[SentReply]


class GoodReply(Schema):
    """A reply that satisfied, without personal data; names, numbers and days are blanks. `number`:
    when it may be seen."""

    text: str
    title: str
    unit: str
    category: str
    month: str
    number: str | None
    score: int


class GoodReplies(Schema):
    items: list[GoodReply]


class ReplyQualityUnit(Schema):
    code: str
    name: str


class ReplyQualityFigure(Schema):
    value: int
    query: dict[str, str]


class ReplyQualityRow(Schema):
    """`figures`: all (cases with a reply), complete (no element missing), and one for each hint that was given."""

    unit: ReplyQualityUnit
    figures: dict[str, ReplyQualityFigure]


class ReplyQualityHint(Schema):
    code: str
    severity: str


class ReplyQualityOut(Schema):
    """Days are Shanghai's, both included. `waiting`: replies sent and not looked at yet."""

    first: str
    last: str
    days: int
    hints: list[ReplyQualityHint]
    units: list[ReplyQualityRow]
    waiting: int


class LanguageModelOut(Schema):
    configured: bool
    model: str
    mark: str
    tasks: list[str]


class ModelDraftIn(Strict):
    task: Literal["summary", "title", "reply"]


class ModelDraftOut(Schema):
    """`state`: queued, running, done, failed. `notes`: invented (numbers or names were taken out), cut."""

    id: int
    task: str
    state: str
    model: str
    answer: str
    notes: list[str]
    fault: str
    message: str


class LanguageModelCheck(Schema):
    """`listed`: whether the configured model is among those the service offers."""

    ok: bool
    fault: str
    message: str
    model: str
    models: list[str]
    listed: bool
    ms: int
