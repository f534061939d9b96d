"""HTTP of the knowledge room for staff. Thin."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Path, Query, Router
from ninja.files import UploadedFile
from pydantic import Field

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.kernel import english
from chengyun.org.auth import session_or_token

from . import (
    board,
    citing,
    corrections,
    importing,
    institution,
    marking,
    queries,
    schemas,
    schemas_more,
    suggesting,
    upward,
    writing,
)
from .permissions import BOARD, PUBLISH, RULES, VIEW
from .telling import Teller

router = Router(auth=session_or_token, tags=["knowledge"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Edition = Annotated[int | None, Field(ge=1, le=2**31 - 1)]


@router.get("/knowledge", response=schemas.KnowledgeStart, summary="The knowledge base as it stands for this person")
def get_start(request: HttpRequest):
    """Topics with articles, work lists with counts, what one may do."""
    return send(queries.start(need(request, VIEW), language_of(request)))


@router.post("/knowledge/search", response=schemas.ArticleHits, summary="Search articles, the answer's passage first")
def search_articles(request: HttpRequest, body: schemas.ArticleSearchIn):
    """By words, synonyms, pinyin, initials, with slips of the keyboard. POST: what is typed may be personal."""
    return send(queries.searched(need(request, VIEW), body, language_of(request)))


@router.post("/knowledge/suggest", response=schemas.SuggestedArticles, summary="Articles for what is being typed")
def suggest_articles(request: HttpRequest, body: schemas.ArticleSuggestIn):
    """At most four, each with the text to insert and what the action records in its field `citations`."""
    found = suggesting.suggest(
        need(request, VIEW), body.text, body.title, body.category_id, body.area_id, language_of(request)
    )
    return send({"items": found})


@router.get("/knowledge/articles", response=schemas.ArticleRows, summary="List articles, the last changed first")
def list_articles(request: HttpRequest, wanted: Query[schemas.ArticleQuery]):
    return send(queries.page(need(request, VIEW), wanted, language_of(request)))


@router.post("/knowledge/articles", response={201: schemas.ArticleOut}, summary="Write an article (a draft)")
def write_article(request: HttpRequest, body: schemas.ArticleIn):
    actor = need(request, VIEW)
    made = writing.create(actor, body.model_dump())
    return send(queries.detail(actor, made.pk, None, language_of(request)), 201)


@router.get("/knowledge/articles/{article_id}", response=schemas.ArticleOut, summary="An article, or an edition of it")
def get_article(request: HttpRequest, article_id: Path[Id], version: Edition = None):
    """`version`: the article as it was in that edition, also when it was withdrawn since; the draft for its writers."""
    return send(queries.detail(need(request, VIEW), article_id, version, language_of(request)))


@router.put("/knowledge/articles/{article_id}", response=schemas.ArticleOut, summary="Save the draft of an article")
def save_article(request: HttpRequest, article_id: Path[Id], body: schemas.ArticleSaveIn):
    """What is published stays until the draft is. 409 with `current` when somebody else saved meanwhile."""
    actor = need(request, VIEW)
    made = writing.save(actor, article_id, body.model_dump(exclude={"row_version"}), body.row_version)
    draft = writing.working(made)
    return send(queries.detail(actor, article_id, draft.number if draft else None, language_of(request)))


@router.post(
    "/knowledge/articles/{article_id}/actions/{step}", response=schemas.ArticleOut, summary="Submit, publish, confirm …"
)
def act_on_article(
    request: HttpRequest, article_id: Path[Id],
    step: Literal["submit", "publish", "return", "drop", "confirm", "withdraw", "restore"],
    body: schemas.ArticleActIn,
):  # fmt: skip
    actor = need(request, VIEW)
    writing.act(actor, article_id, step, body.row_version, body.note)
    return send(queries.detail(actor, article_id, None, language_of(request)))


@router.post("/knowledge/articles/{article_id}/useful", response=schemas.ArticleMarked, summary="Mark as useful or not")
def mark_article(request: HttpRequest, article_id: Path[Id], body: schemas.ArticleMarkIn):
    """Once per person; again changes it, null takes it back."""
    row = marking.mark(need(request, VIEW), article_id, body.useful)
    return send({"useful": row.useful, "useless": row.useless})


@router.post(
    "/knowledge/articles/{article_id}/corrections", response={201: schemas.CorrectionOut}, summary="Report a mistake"
)
def report_mistake(request: HttpRequest, article_id: Path[Id], body: schemas.CorrectionIn):
    actor = need(request, VIEW)
    row = corrections.report(actor, article_id, body.text, body.passage)
    return send(corrections.told(actor, row, Teller(language_of(request))), 201)


@router.get("/knowledge/corrections", response=schemas.CorrectionList, summary="Reported mistakes with their limits")
def list_corrections(request: HttpRequest, wanted: Query[schemas.CorrectionQuery]):
    return send(corrections.page(need(request, VIEW), wanted, language_of(request)))


@router.post("/knowledge/corrections/{correction_id}", response=schemas.CorrectionOut, summary="Answer a correction")
def answer_correction(request: HttpRequest, correction_id: Path[Id], body: schemas.CorrectionAnswerIn):
    actor = need(request, VIEW)
    row = corrections.answer(actor, correction_id, body.decision, body.answer, body.row_version)
    return send(corrections.told(actor, row, Teller(language_of(request))))


@router.get(
    "/knowledge/cases/{number}/citations", response=schemas.CaseCitations, summary="Articles a case was answered with"
)
def list_citations(request: HttpRequest, number: Path[CaseNumber]):
    """Each opens in the edition that was read: GET /knowledge/articles/{article_id}?version={version}."""
    return send({"items": citing.of_case(need(request, VIEW), number, language_of(request))})


# --- import -----------------------------------------------------------------------------------------------------------
@router.get(
    "/knowledge/imports/template", summary="The empty table of articles",
    openapi_extra={"responses": {200: {"content": {XLSX: {}}}}},
)  # fmt: skip
def get_import_template(request: HttpRequest):
    need(request, VIEW)
    importing.owner_of(request.actor, None)  # type: ignore[attr-defined]
    return _file(importing.template(), XLSX, "知识导入.xlsx")


@router.post("/knowledge/imports", response=schemas_more.ImportPreview, summary="Articles from Word or a table")
def import_articles(
    request: HttpRequest,
    file: UploadedFile = File(...),  # noqa: B008
    unit_id: Annotated[int | None, Field(ge=1, le=2**63 - 1)] = Form(None),
    keep: bool = Form(False),
    then: Literal["draft", "review", "publish"] = Form("draft"),
):
    """A preview; with `keep` all lines become articles or none does (422 with each fault). A Word document is cut at
    its headings."""
    actor = need(request, VIEW)
    owner = importing.owner_of(actor, unit_id)
    kind, found = importing.read(file.read(importing.MAX_BYTES + 1), file.name or "", owner)
    kept = importing.keep(actor, found, owner, then) if keep else 0
    return send(importing.told(kind, found, kept, in_english=english.wanted(request)))


# --- figures ----------------------------------------------------------------------------------------------------------
@router.get("/knowledge/board", response=schemas.KnowledgeBoard, summary="Gaps, coverage, freshness, contributions")
def get_knowledge_board(request: HttpRequest, wanted: Query[schemas.BoardQuery]):
    """Every figure says which list opens it: {"articles": query} or {"cases": query} or {"corrections": query}."""
    return send(board.tell(need(request, BOARD), int(wanted.days), language_of(request)))


# --- reporting upward -------------------------------------------------------------------------------------------------
@router.get("/knowledge/upward", response=schemas_more.UpwardOut, summary="Reports to the city's knowledge base")
def get_upward(request: HttpRequest):
    return send(upward.told(need(request, PUBLISH), language_of(request)))


@router.post(
    "/knowledge/upward", response={202: schemas_more.UpwardOut}, summary="Report upward, by file or interface",
    openapi_extra={"responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}}},
)  # fmt: skip
def report_upward(request: HttpRequest, body: schemas_more.UpwardIn):
    """`file`: the answer is the file, in the form of docs/administrator/knowledge.md. `push`: 409 when no interface is
    set up."""
    actor = need(request, PUBLISH)
    if body.way == "file":
        name, content = upward.as_file(actor, body.all)
        return _file(content, "application/json; charset=utf-8", name)
    upward.order(actor, body.all)
    return send(upward.told(actor, language_of(request)), 202)


# --- rules ------------------------------------------------------------------------------------------------------------
@router.get("/knowledge/rules", response=schemas_more.InstitutionRules, summary="The centre's own rules")
def list_institution_rules(request: HttpRequest, wanted: Query[schemas_more.InstitutionRuleQuery]):
    return send(institution.listed(need(request, VIEW), wanted.state, wanted.on, language_of(request)))


@router.post("/knowledge/rules", response={201: schemas_more.InstitutionRuleOut}, summary="Enter a rule")
def add_institution_rule(request: HttpRequest, body: schemas_more.InstitutionRuleIn):
    row = institution.create(need(request, RULES), body.model_dump())
    return send(institution.told(row, language_of(request)), 201)


@router.put("/knowledge/rules/{rule_id}", response=schemas_more.InstitutionRuleOut, summary="Change or repeal a rule")
def change_institution_rule(request: HttpRequest, rule_id: Path[Id], body: schemas_more.InstitutionRuleSaveIn):
    given = body.model_dump(exclude={"row_version"})
    row = institution.save(need(request, RULES), rule_id, given, body.row_version)
    return send(institution.told(row, language_of(request)))


def _file(content: bytes, mime: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=mime)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
