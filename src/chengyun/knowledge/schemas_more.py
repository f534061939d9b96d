"""Shapes of import, the rules library, reporting upward and the public help."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Id, Strict

from .schemas import Cursor, Day, KnowledgeRef, PassagePart, PhoneLine, Version, Words

Line = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$", strip_whitespace=True)]


# --- import -----------------------------------------------------------------------------------------------------------
class ImportFault(Schema):
    column: str
    message: str


class ImportedArticle(Schema):
    """`line`: of the table, or the number of the heading. `head`: how the text begins."""

    line: int
    title: str
    head: str
    categories: list[str]
    audience: str
    errors: list[ImportFault]


class ImportPreview(Schema):
    """`kept`: drafts that were made, 0 for a preview; at most 500 rows are shown, those with faults first."""

    kind: str
    rows: list[ImportedArticle]
    count: int
    wrong: int
    kept: int


# --- rules ------------------------------------------------------------------------------------------------------------
class InstitutionRuleIn(Strict):
    name: Annotated[str, StringConstraints(min_length=2, max_length=120, pattern=r"^[^\x00]*$", strip_whitespace=True)]
    number: Line = ""
    edition: Annotated[str, StringConstraints(max_length=20, pattern=r"^[^\x00]*$", strip_whitespace=True)] = ""
    state: Literal["draft", "consulting", "in_force", "repealed"] = "draft"
    unit_id: Id | None = None
    issued_on: Day | None = None
    effective_on: Day | None = None
    repealed_on: Day | None = None
    summary: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$", strip_whitespace=True)] = ""
    file_id: uuid.UUID | None = None
    replaced_by_id: Id | None = None


class InstitutionRuleSaveIn(InstitutionRuleIn):
    row_version: Version


class InstitutionRuleQuery(Schema):
    """`on`: in force on this day."""

    state: Literal["", "draft", "consulting", "in_force", "repealed"] = ""
    on: Day | None = None


class RuleFile(Schema):
    id: str
    name: str
    size: int
    mime: str
    url: str


class RuleStep(Schema):
    at: datetime
    by: str
    what: str


class InstitutionRuleOut(Schema):
    id: int
    name: str
    number: str
    edition: str
    state: str
    state_name: str
    tone: str
    unit: KnowledgeRef
    issued_on: date | None
    effective_on: date | None
    repealed_on: date | None
    summary: str
    file: RuleFile | None
    replaced_by: KnowledgeRef | None
    row_version: int
    changed_at: datetime
    changed_by: str
    history: list[RuleStep]


class InstitutionRules(Schema):
    """`in_force`: how many are today."""

    items: list[InstitutionRuleOut]
    may_manage: bool
    in_force: int


# --- upward -----------------------------------------------------------------------------------------------------------
class UpwardItem(Schema):
    way: str
    way_name: str
    state: str
    state_name: str
    tone: str
    title: str
    articles: int
    at: datetime
    by: str
    tries: int
    fault: str


class UpwardOut(Schema):
    """`configured`: whether the city's interface is set up. `waiting`: public articles that were not reported in their
    present edition."""

    configured: bool
    address: str
    waiting: int
    items: list[UpwardItem]


class UpwardIn(Strict):
    """`file`: the answer is the file; `push`: the worker sends. `all`: not only what is new since the last report."""

    way: Literal["file", "push"]
    all: bool = False


# --- public help ------------------------------------------------------------------------------------------------------
class HelpTopic(Schema):
    id: int
    name: str
    count: int


class HelpHit(Schema):
    id: int
    title: str
    heading: str
    passage: list[PassagePart]
    topics: list[str]
    phones: list[PhoneLine]
    changed_on: date | None
    useful: int


class HelpStart(Schema):
    topics: list[HelpTopic]
    popular: list[HelpHit]
    articles: int


class HelpHits(Schema):
    items: list[HelpHit]
    next_cursor: str | None
    corrected: str


class HelpSearchIn(Strict):
    """Words, a topic, or both; without words the most used of the topic."""

    q: Words = ""
    topic: Id | None = None
    limit: int = Field(10, ge=1, le=20)
    cursor: Cursor = ""


class HelpFile(Schema):
    name: str
    size: int
    mime: str
    url: str


class HelpArticle(HelpHit):
    text: str
    unit: str
    valid_until: date | None
    sources: list[dict[str, Any]]
    files: list[HelpFile]


class HelpMarkIn(Strict):
    useful: bool


class HelpMarked(Schema):
    useful: int
