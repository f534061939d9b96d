"""Shapes of the replies room's API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import StringConstraints

from chengyun.cases.schemas import Id, Strict


class CheckIn(Strict):
    """A reply as it is being written; nothing of it is kept."""

    text: Annotated[str, StringConstraints(max_length=5000, pattern=r"^[^\x00]*$", strip_whitespace=False)]
    assignment_id: Id | None = None


class ElementOut(Schema):
    """One of the four elements: when, who, done, next. `passages`: where it is told, [start, end) in characters."""

    code: str
    name: str
    found: bool
    passages: list[list[int]]


class HintOut(Schema):
    """`severity`: missing, doubt, hint. `write`: what could be written, with blanks in 【】."""

    code: str
    severity: str
    text: str
    write: str
    passages: list[list[int]]


class CheckOut(Schema):
    """`mark`: how a draft of the language model begins until a person has read it."""

    elements: list[ElementOut]
    hints: list[HintOut]
    mark: str


class SentOut(CheckOut):
    assignment_id: int
    unit: str
    lead: bool
    at: datetime | None
    text: str


class SentList(Schema):
    items: list[SentOut]


class GoodOut(Schema):
    """A reply that satisfied, without personal data; names, numbers and days are blanks. `number`:
    when it may be seen."""

    text: str
    title: str
    unit: str
    category: str
    month: str
    number: str | None
    score: int


class GoodList(Schema):
    items: list[GoodOut]


class QualityUnit(Schema):
    code: str
    name: str


class QualityFigure(Schema):
    value: int
    query: dict[str, str]


class QualityRow(Schema):
    """`figures`: all (cases with a reply), complete (no element missing), and one for each hint that was given."""

    unit: QualityUnit
    figures: dict[str, QualityFigure]


class QualityHint(Schema):
    code: str
    severity: str


class QualityOut(Schema):
    """Days are Shanghai's, both included. `waiting`: replies sent and not looked at yet."""

    first: str
    last: str
    days: int
    hints: list[QualityHint]
    units: list[QualityRow]
    waiting: int


class ModelOut(Schema):
    configured: bool
    model: str
    mark: str
    tasks: list[str]


class DraftIn(Strict):
    task: Literal["summary", "title", "reply"]


class DraftOut(Schema):
    """`state`: queued, running, done, failed. `notes`: invented (numbers or names were taken out), cut."""

    id: int
    task: str
    state: str
    model: str
    answer: str
    notes: list[str]
    fault: str
    message: str


class ModelCheckOut(Schema):
    """`listed`: whether the configured model is among those the service offers."""

    ok: bool
    fault: str
    message: str
    model: str
    models: list[str]
    listed: bool
    ms: int
