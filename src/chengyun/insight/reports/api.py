"""HTTP of reports and of the query page. Thin."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.downloads import download
from chengyun.org.auth import session_or_token

from . import making, paper, pivot, pivot_sheet, plans, polishing, queries, rights, saved, signing, templates
from . import schemas as shapes

router = Router(auth=session_or_token, tags=["reports"])
BOARD = "case.board"
DOCX = paper.MIME["docx"]


# --- the query page ---------------------------------------------------------------------------------------------------
@router.get(
    "/insight/query", response=shapes.PivotOut, summary="Cases by any two dimensions, each cell opens its cases"
)
def get_pivot(request: HttpRequest, wanted: Query[shapes.PivotQuery]):
    return send(pivot.answer(pivot.question(need(request, BOARD), wanted)))


@router.get(
    "/insight/query/export", summary="The table of the query page as XLSX",
    openapi_extra={"responses": {200: {"content": {paper.MIME["xlsx"]: {}}}}},
)  # fmt: skip
def export_pivot(request: HttpRequest, wanted: Query[shapes.PivotQuery]):
    actor = need(request, BOARD)
    told = pivot.answer(pivot.question(actor, wanted))
    return download(pivot_sheet.file_name(told), pivot_sheet.workbook(told, actor), paper.MIME["xlsx"])


@router.get("/insight/queries", response=list[shapes.SavedQueryOut], summary="Saved queries: mine and shared ones")
def get_queries(request: HttpRequest):
    return send(saved.listed(need(request, BOARD)))


@router.put("/insight/queries", response=shapes.SavedQueryOut, summary="Keep a query by its name; share it")
def put_query(request: HttpRequest, body: shapes.QueryIn):
    asked = body.query.model_dump(mode="json", exclude_defaults=True)
    return send(saved.keep(need(request, BOARD), body.name.strip(), asked, body.shared))


@router.delete("/insight/queries/{query_id}", response={204: None}, summary="Remove one of my saved queries")
def delete_query(request: HttpRequest, query_id: Id):
    saved.remove(need(request, BOARD), query_id)
    return Status(204, None)


# --- templates --------------------------------------------------------------------------------------------------------
@router.get(
    "/insight/reports/templates", response=list[shapes.TemplatesOf], summary="Templates of reports and their versions"
)
def get_templates(request: HttpRequest):
    need(request, rights.TEMPLATES)
    return send(templates.listed())


@router.post(
    "/insight/reports/templates/{plan}", response=list[shapes.TemplatesOf],
    summary="A new version of a template, tried before it is kept",
)  # fmt: skip
def post_template(
    request: HttpRequest,
    plan: shapes.Code,
    file: UploadedFile = File(...),  # noqa: B008
    note: shapes.Note = Form(""),  # noqa: B008
):
    templates.upload(need(request, rights.TEMPLATES), plan, file, note)
    return send(templates.listed())


@router.put(
    "/insight/reports/templates/{plan}", response=list[shapes.TemplatesOf], summary="Use this version from now on"
)
def put_template(request: HttpRequest, plan: shapes.Code, body: shapes.TemplateUse):
    need(request, rights.TEMPLATES)
    templates.use(plan, body.number)
    return send(templates.listed())


@router.get(
    "/insight/reports/templates/{plan}/file", summary="A version of a template, as it is or filled to try it",
    openapi_extra={"responses": {200: {"content": {DOCX: {}}}}},
)  # fmt: skip
def get_template_file(
    request: HttpRequest, plan: shapes.Code, number: int = Query(0, ge=0, le=2**31 - 1), filled: bool = False
):
    need(request, rights.TEMPLATES)
    name = f"{plans.find(plan).name}{'（试填）' if filled else '模板'}{f' {number}' if number else ''}.docx"
    return download(name, templates.file(plan, number, filled), DOCX)


# --- reports ----------------------------------------------------------------------------------------------------------
@router.get("/insight/reports", response=shapes.ReportList, summary="Reports of a year, and what is due or missing")
def get_reports(request: HttpRequest, wanted: Query[shapes.ReportQuery]):
    return send(queries.page(need(request, rights.VIEW), wanted))


@router.post("/insight/reports", response=shapes.ReportDetail, summary="Begin a report; the worker fills it")
def post_report(request: HttpRequest, body: shapes.ReportIn):
    actor = need(request, rights.WRITE)
    need(request, rights.VIEW)
    options = {
        name: value
        for name, value in (
            ("occasion", body.occasion.strip()), ("filter", body.filter.model_dump(exclude_defaults=True))
        )
        if value
    }  # fmt: skip
    report = making.begin(actor, plans.find(body.plan), body.first, body.last, body.title, options)
    return send(queries.detail(actor, report.pk))


@router.get("/insight/reports/{report_id}", response=shapes.ReportDetail, summary="A report: text beside its figures")
def get_report(request: HttpRequest, report_id: Id):
    return send(queries.detail(need(request, rights.VIEW), report_id))


@router.put("/insight/reports/{report_id}", response=shapes.ReportDetail, summary="Change the text of a draft")
def put_report(request: HttpRequest, report_id: Id, body: shapes.ReportChange):
    actor = need(request, rights.WRITE)
    need(request, rights.VIEW)
    with transaction.atomic():
        report = queries.find(actor, report_id, lock=True)
        making.edit(actor, report, body.version, body.model_dump(exclude={"version"}), timezone.now())
    return send(queries.detail(actor, report_id))


@router.post("/insight/reports/{report_id}/act", response=shapes.ReportDetail, summary="Submit, review, sign, send …")
def act_on_report(request: HttpRequest, report_id: Id, body: shapes.ReportAct):
    actor = need(request, rights.VIEW)
    signing.act(actor, report_id, body.action, body.version, body.note)
    return send(queries.detail(actor, report_id))


@router.post(
    "/insight/reports/{report_id}/polish", response=shapes.ReportDetail,
    summary="Have the language model polish a section; its words are offered, not taken",
)  # fmt: skip
def polish_section(request: HttpRequest, report_id: Id, body: shapes.PolishIn):
    actor = need(request, rights.WRITE)
    need(request, rights.VIEW)
    with transaction.atomic():
        report = queries.find(actor, report_id, lock=True)
        polishing.order(actor, report, body.version, body.section, timezone.now())
    return send(queries.detail(actor, report_id))


@router.get(
    "/insight/reports/{report_id}/file", summary="The report as DOCX, PDF, or its figures as XLSX",
    openapi_extra={"responses": {200: {"content": {mime: {} for mime in paper.MIME.values()}}}},
)  # fmt: skip
def get_report_file(request: HttpRequest, report_id: Id, format: shapes.Format = "pdf"):
    name, content = queries.file(need(request, rights.VIEW), report_id, format)
    return download(name, content, paper.MIME[format])
