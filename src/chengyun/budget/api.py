"""HTTP of the budget. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Path, Router, Status
from ninja.files import UploadedFile

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.downloads import download
from chengyun.org.auth import session_or_token

from . import evaluating, files, keeping, queries, schemas, spending
from .permissions import MANAGE, VIEW

router = Router(auth=session_or_token, tags=["budget"])
_FILES: Any = {"responses": {200: {"content": {mime: {} for mime in files.MIME.values()}}}}


def _content(file: UploadedFile) -> bytes:
    if (file.size or 0) > keeping.MAX_BYTES:
        raise keeping.invalid("file", "文件大于 4 MB，请只上传部门预算文本或模板。")
    return file.read()


@router.get("/budget/documents", response=schemas.BudgetDocuments, summary="Department budgets by year")
def list_documents(request: HttpRequest):
    need(request, VIEW)
    return send({"items": queries.listed()})


@router.post("/budget/preview", response=schemas.BudgetPreview, summary="Read and check a budget; nothing is kept")
def preview_document(request: HttpRequest, file: UploadedFile = File(...)):  # noqa: B008
    """A published text (UTF-8 or GB18030) or the XLSX template."""
    need(request, MANAGE)
    return send(keeping.preview(file.name or "", _content(file)))


@router.post("/budget/documents", response={201: schemas.BudgetKept}, summary="Keep a budget from a file")
def post_document(
    request: HttpRequest,
    file: UploadedFile = File(...),  # noqa: B008
    year: int | None = Form(None, ge=2000, le=2199),
    name: schemas.Text = Form(""),  # noqa: B008
):
    """The same year and unit again: its next version. `year`, `name` where the file does not tell them."""
    actor = need(request, MANAGE)
    made = keeping.keep(actor, file.name or "", _content(file), year, name)
    return send({"id": made.pk, "version": made.version}, 201)


@router.get(
    "/budget/documents/{document_id}", response=schemas.BudgetDetail, summary="A budget: tables, targets, findings"
)
def get_document(request: HttpRequest, document_id: Path[Id]):
    need(request, VIEW)
    return send(queries.detail(document_id, language_of(request) == "en"))


@router.put(
    "/budget/documents/{document_id}/tables/{table}", response=schemas.BudgetDetail, summary="The rows of one table"
)
def put_table(request: HttpRequest, document_id: Path[Id], table: Path[schemas.TableCode], body: schemas.BudgetTableIn):
    """All rules are run again. 409 when somebody changed the budget meanwhile."""
    actor = need(request, MANAGE)
    keeping.change_table(actor, document_id, table, body.version, [row.model_dump() for row in body.rows])
    return send(queries.detail(document_id, language_of(request) == "en"))


@router.delete("/budget/documents/{document_id}", response={204: None}, summary="Remove a budget")
def delete_document(request: HttpRequest, document_id: Path[Id]):
    keeping.remove(need(request, MANAGE), document_id)
    return Status(204, None)


@router.get(
    "/budget/documents/{document_id}/file", summary="A budget as XLSX, CSV package, or the document to publish",
    openapi_extra=_FILES,
)  # fmt: skip
def get_file(request: HttpRequest, document_id: Path[Id], format: schemas.Format = "xlsx"):
    need(request, VIEW)
    name, content = files.of(document_id, format)
    return download(name, content, files.MIME[format])


@router.get("/budget/template", summary="The empty XLSX form", openapi_extra=_FILES)
def get_template(request: HttpRequest):
    need(request, VIEW)
    return download("部门预算模板.xlsx", files.template(), files.MIME["xlsx"])


# --- execution --------------------------------------------------------------------------------------------------------
@router.get(
    "/budget/documents/{document_id}/execution", response=schemas.SpendingOut,
    summary="What was spent against the budget and the time gone, with warnings",
)  # fmt: skip
def get_execution(request: HttpRequest, document_id: Path[Id]):
    need(request, VIEW)
    return send(spending.view(document_id, language_of(request) == "en"))


@router.post(
    "/budget/documents/{document_id}/execution", response=schemas.SpendingTaken, summary="Monthly actuals by file"
)
def post_execution(request: HttpRequest, document_id: Path[Id], file: UploadedFile = File(...)):  # noqa: B008
    """CSV or XLSX: 月份, 功能科目编码, 经济科目编码, 项目编码, 上年结转, 支出金额（元）. A month in the file replaces
    what is held of it."""
    actor = need(request, MANAGE)
    return send({"rows": spending.take(actor, document_id, file.name or "", _content(file))})


# --- self-evaluation --------------------------------------------------------------------------------------------------
@router.get(
    "/budget/documents/{document_id}/evaluation", response=schemas.EvaluationOut,
    summary="Self-evaluation of a form: targets, what was counted, points",
)  # fmt: skip
def get_evaluation(request: HttpRequest, document_id: Path[Id], form: schemas.FormCode = "整体绩效"):
    need(request, VIEW)
    return send(evaluating.view(document_id, form))


@router.put(
    "/budget/documents/{document_id}/evaluation", response=schemas.EvaluationOut, summary="Fill in a self-evaluation"
)
def put_evaluation(
    request: HttpRequest, document_id: Path[Id], body: schemas.EvaluationIn, form: schemas.FormCode = "整体绩效"
):
    """422 when a target was exceeded by 30 % or more without a word about it."""
    actor = need(request, MANAGE)
    rows = [row.model_dump() for row in body.rows]
    evaluating.keep(actor, document_id, form, body.version, evaluating.amount(body.executed), rows)
    return send(evaluating.view(document_id, form))


@router.get(
    "/budget/documents/{document_id}/evaluation/file", summary="The self-evaluation form as DOCX, PDF or XLSX",
    openapi_extra=_FILES,
)  # fmt: skip
def get_evaluation_file(
    request: HttpRequest, document_id: Path[Id], form: schemas.FormCode = "整体绩效",
    format: schemas.Paper = "docx",
):  # fmt: skip
    need(request, VIEW)
    name, content = evaluating.file(document_id, form, format)
    return download(name, content, files.MIME[format])


@router.post(
    "/budget/documents/{document_id}/targets", response=schemas.BudgetTaken,
    summary="The targets of a budget become the targets of the indicators",
)  # fmt: skip
def post_targets(request: HttpRequest, document_id: Path[Id]):
    return send(evaluating.publish(need(request, MANAGE), document_id))
