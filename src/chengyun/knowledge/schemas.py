"""Shapes of the knowledge room's API."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Id, Strict

Words = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$", strip_whitespace=True)]
Long = Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$", strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00]*$", strip_whitespace=True)]
Keyword = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$", strip_whitespace=True)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Cursor = Annotated[str, StringConstraints(max_length=1000)]
Audience = Literal["public", "call_takers", "unit"]


# --- in ---------------------------------------------------------------------------------------------------------------
class PhoneLineIn(Strict):
    name: Name
    number: Annotated[str, StringConstraints(pattern=r"^[0-9+()\- ×转,，/]{3,40}$", strip_whitespace=True)]


class ArticleSourceIn(Strict):
    name: Name
    url: Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$", strip_whitespace=True)] = ""
    date: Day | None = None


class ArticleIn(Strict):
    """`text`: plain, with light marks ("# heading", "- item"). `unit_id`: who keeps it, one's own unit when absent.
    `review_on`: by the district's periods when absent. `attachment_ids`: of POST /files, or of this article."""

    title: Annotated[str, StringConstraints(min_length=2, max_length=120, pattern=r"^[^\x00]*$", strip_whitespace=True)]
    question: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$", strip_whitespace=True)] = ""
    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000, pattern=r"^[^\x00]*$")]
    keywords: list[Keyword] = Field([], max_length=20)
    audience: Audience = "public"
    unit_id: Id | None = None
    category_ids: list[Id] = Field([], max_length=20)
    area_ids: list[Id] = Field([], max_length=50)
    phones: list[PhoneLineIn] = Field([], max_length=10)
    sources: list[ArticleSourceIn] = Field([], max_length=10)
    attachment_ids: list[uuid.UUID] = Field([], max_length=20)
    valid_from: Day | None = None
    valid_until: Day | None = None
    review_on: Day | None = None
    note: Note = ""


class ArticleSaveIn(ArticleIn):
    row_version: Version


class ArticleActIn(Strict):
    row_version: Version
    note: Note = ""


class ArticleSearchIn(Strict):
    """`fresh`: "" what may be an answer; valid: without what is due for review; due: only that; expired: only what has
    run out, marked. `q` empty: the most used."""

    q: Words = ""
    category_id: Id | None = None
    area_id: Id | None = None
    unit_id: Id | None = None
    audience: Literal["", "public", "call_takers", "unit"] = ""
    fresh: Literal["", "valid", "due", "expired"] = ""
    limit: int = Field(10, ge=1, le=30)
    cursor: Cursor = ""


class ArticleSuggestIn(Strict):
    text: Annotated[str, StringConstraints(max_length=5000, pattern=r"^[^\x00]*$")] = ""
    title: Words = ""
    category_id: Id | None = None
    area_id: Id | None = None
    use: Literal["call", "reply"] = "call"


class ArticleQuery(Schema):
    """`list`: work lists, `published` is what may be an answer today, `live` what was not taken down nor
    run out; the rest narrows. Codes mean what lies below too,
    unless `own` (unit) or `exact` (category) says: this alone."""

    list: Literal["", "to_review", "mine", "due", "expired", "drafts", "withdrawn", "published", "live"] = ""
    state: Literal["", "published", "due", "expired", "withdrawn"] = ""
    unit: Words = ""
    own: bool = False
    category: Words = ""
    exact: bool = False
    audience: Literal["", "public", "call_takers", "unit"] = ""
    published_from: Day | None = None
    published_to: Day | None = None
    due_by: Day | None = None
    limit: int = Field(50, ge=1, le=100)
    cursor: Cursor = ""


class ArticleMarkIn(Strict):
    """null takes one's mark back."""

    useful: bool | None


class CorrectionIn(Strict):
    text: Annotated[str, StringConstraints(min_length=2, max_length=1000, pattern=r"^[^\x00]*$", strip_whitespace=True)]
    passage: Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$", strip_whitespace=True)] = ""


class CorrectionAnswerIn(Strict):
    decision: Literal["accepted", "refused"]
    answer: Annotated[
        str, StringConstraints(min_length=2, max_length=1000, pattern=r"^[^\x00]*$", strip_whitespace=True)
    ]
    row_version: Version


class CorrectionQuery(Schema):
    state: Literal["waiting", "late", "in_time", "accepted", "refused", "all"] = "waiting"
    unit: Words = ""
    own: bool = False
    due_from: Day | None = None
    due_to: Day | None = None
    passed: bool = False
    cursor: Cursor = ""


class BoardQuery(Schema):
    days: Literal["30", "90", "365"] = "90"


# --- out --------------------------------------------------------------------------------------------------------------
class KnowledgeRef(Schema):
    id: int
    code: str
    name: str


class PhoneLine(Schema):
    name: str
    number: str


class PassagePart(Schema):
    text: str
    mark: bool


class ArticleHit(Schema):
    """`version`: the number of the edition that is shown, to cite. `answer`: whether it may be one today. `passage`:
    what answers the question, words of the question marked; `heading`: above it."""

    id: int
    number: str
    version: int
    title: str
    heading: str
    passage: list[PassagePart]
    answer: bool
    state: str
    state_name: str
    tone: str
    audience: str
    audience_name: str
    unit: KnowledgeRef
    categories: list[KnowledgeRef]
    areas: list[KnowledgeRef]
    phones: list[PhoneLine]
    valid_until: date | None
    review_on: date | None
    published_at: datetime | None
    useful: int
    useless: int
    cited: int


class ArticleHits(Schema):
    """`corrected`: the words that were searched instead of what was typed."""

    items: list[ArticleHit]
    next_cursor: str | None
    corrected: str
    more: bool


class SuggestedArticle(ArticleHit):
    """`cite`: the text that one key inserts; `ref`: what the action records in `citations`."""

    cite: str
    ref: str


class SuggestedArticles(Schema):
    items: list[SuggestedArticle]


class ArticleRow(ArticleHit):
    """`draft_state`: of what is written beside what is published."""

    row_version: int
    updated_at: datetime
    updated_by: str
    draft_state: str
    draft_state_name: str
    waiting_since: datetime | None


class ArticleRows(Schema):
    items: list[ArticleRow]
    next_cursor: str | None


class ArticleSource(Schema):
    name: str
    url: str
    date: str


class ArticleAttachment(Schema):
    id: str
    name: str
    size: int
    mime: str
    url: str


class ArticleVersion(Schema):
    number: int
    state: str
    state_name: str
    at: datetime
    by: str
    note: str
    reason: str


class ArticleStepOut(Schema):
    at: datetime
    by: str
    action: str
    action_name: str
    version: int
    note: str


class ArticleAction(Schema):
    code: str
    name: str
    tone: str
    needs_note: bool


class ArticleMarked(Schema):
    useful: int
    useless: int


class CorrectionOut(Schema):
    id: int
    article: KnowledgeRef
    version: int
    row_version: int
    text: str
    passage: str
    by: str
    at: datetime
    due_at: datetime
    limit: str
    late: bool
    unit: KnowledgeRef
    state: str
    state_name: str
    tone: str
    answer: str
    answered_at: datetime | None
    answered_by: str
    may_answer: bool


class CorrectionList(Schema):
    items: list[CorrectionOut]
    next_cursor: str | None


class ArticleOut(ArticleRow):
    """An article whole: what is published, or the edition that was asked for. `current`: whether that is what is
    published now. `marked`: "" useful useless, by this person. `cited_query`: the cases answered with it."""

    text: str
    question: str
    keywords: list[str]
    sources: list[ArticleSource]
    attachments: list[ArticleAttachment]
    valid_from: date | None
    current: bool
    versions: list[ArticleVersion]
    steps: list[ArticleStepOut]
    corrections: list[CorrectionOut]
    marked: str
    cited_query: dict[str, str]
    may_write: bool
    actions: list[ArticleAction]


class KnowledgeName(Schema):
    code: str
    name: str


class KnowledgeState(KnowledgeName):
    tone: str


class KnowledgeTopic(Schema):
    id: int
    code: str
    name: str
    path: str
    articles: int


class KnowledgeWorkList(Schema):
    code: str
    name: str
    count: int
    late: int


class KnowledgeStart(Schema):
    """`may`: write, publish, rules, board, correct."""

    audiences: list[KnowledgeName]
    states: list[KnowledgeState]
    rule_states: list[KnowledgeState]
    categories: list[KnowledgeTopic]
    lists: list[KnowledgeWorkList]
    may: list[str]
    articles: int
    upward: bool


class CaseCitation(Schema):
    article_id: int
    version: int
    title: str
    at: datetime
    by: str
    action: str
    action_name: str


class CaseCitations(Schema):
    items: list[CaseCitation]


class KnowledgeFigure(Schema):
    """`articles`, `cases`, `corrections` or `rules`: the query of that list that shows what is counted."""

    value: int
    opens: dict[str, Any]


class CoverageRow(Schema):
    category: KnowledgeRef
    articles: KnowledgeFigure
    asked: KnowledgeFigure
    direct: KnowledgeFigure
    uncited: KnowledgeFigure


class FreshRow(Schema):
    code: str
    name: str
    tone: str
    figure: KnowledgeFigure


class ContributionRow(Schema):
    unit: KnowledgeRef
    published: KnowledgeFigure
    waiting: KnowledgeFigure
    due: KnowledgeFigure
    corrections: KnowledgeFigure
    late: KnowledgeFigure


class GapSearch(Schema):
    words: str
    times: int
    empty: int
    place: str
    last: date


class KnowledgeBoard(Schema):
    """Days are Shanghai's; `searches`: what was looked for in vain, most often first."""

    first: date
    last: date
    totals: dict[str, KnowledgeFigure]
    coverage: list[CoverageRow]
    freshness: list[FreshRow]
    contribution: list[ContributionRow]
    searches: list[GapSearch]
    searched: int
    found: int
