"""HTTP of indicators. Thin."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Form, Path, Query, Router
from ninja.files import UploadedFile

from chengyun.cases import filters
from chengyun.cases.api import need, send
from chengyun.cases.measures import Narrowed
from chengyun.cases.schemas import Id
from chengyun.kernel import english
from chengyun.kernel.downloads import download
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import board, closing, exclusions, queries, records, records_file, reliability, spans
from .evidence import VIEW
from .schemas import CLEAN, BoardQuery, DetailQuery, IndicatorBoard, IndicatorDetail
from .schemas_entered import (
    ClosedMonthOut,
    ExclusionIn,
    ExclusionList,
    ExclusionOut,
    FedRecordIn,
    FedRecordList,
    FedRecordOut,
    FedTable,
    FedTableKept,
    Files,
    MonthCloseIn,
    OutageChangeIn,
    OutageIn,
    OutageList,
    OutageOut,
    OutageQuery,
    RecordQuery,
    TakeBackIn,
)

router = Router(auth=session_or_token, tags=["appraisal"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RECORD, EXCLUDE, CLOSE = "indicator.record", "indicator.exclude", "indicator.close"


def _narrowed(wanted: BoardQuery) -> Narrowed:
    """Problem 422 for codes that do not exist."""
    found = Narrowed(unit=wanted.unit, area=wanted.area, channel=wanted.channel, category=wanted.category)
    filters.conditions(filters.CaseFilter.model_validate(found.query))
    return found


def _span(wanted: BoardQuery) -> spans.Span:
    """Problem 422 for days that are no period."""
    try:
        return spans.span_of(wanted.year, wanted.first, wanted.last, timezone.localdate())
    except spans.SpanError as fault:
        raise Problem(
            422, "invalid", "提交的内容有误", fault.words, errors=[{"field": fault.field, "message": fault.words}]
        ) from None


@router.get("/appraisal/indicators", response=IndicatorBoard, summary="Indicators of a year or of any days")
def get_indicators(request: HttpRequest, wanted: Query[BoardQuery]):
    return send(board.board(need(request, VIEW), _span(wanted), _narrowed(wanted)))


@router.get(
    "/appraisal/indicators/{indicator_code}", response=IndicatorDetail, summary="One indicator: months, lines, formula"
)
def get_indicator(
    request: HttpRequest,
    indicator_code: Annotated[str, Path(max_length=60, pattern=CLEAN)],
    wanted: Query[DetailQuery],
):
    return send(board.detail(need(request, VIEW), indicator_code, _span(wanted), wanted.by, _narrowed(wanted)))


@router.get("/appraisal/records", response=FedRecordList, summary="What was fed to indicators, with evidence")
def get_records(request: HttpRequest, wanted: Query[RecordQuery]):
    need(request, VIEW)
    return send(queries.records(wanted.indicator, wanted.year))


@router.post("/appraisal/records", response={201: FedRecordOut}, summary="Feed an indicator")
def post_record(request: HttpRequest, body: FedRecordIn):
    return send(queries.record_out(records.enter(need(request, RECORD), body.model_dump())), 201)


@router.get(
    "/appraisal/records/template", summary="The empty table of what is fed",
    openapi_extra={"responses": {200: {"content": {XLSX: {}}}}},
)  # fmt: skip
def get_records_template(request: HttpRequest):
    need(request, RECORD)
    return download("指标填报.xlsx", records_file.template(), XLSX)


@router.post("/appraisal/records/preview", response=FedTable, summary="What a table would feed; nothing is kept")
def preview_records(request: HttpRequest, file: UploadedFile = File(...)):  # noqa: B008
    """CSV or XLSX as the template. Lines with faults come first; at most 500 are shown."""
    need(request, RECORD)
    found = records_file.read(file.read(records_file.MAX_BYTES + 1), file.name or "")
    return send(records_file.told(found, in_english=english.wanted(request)))


@router.post("/appraisal/records/table", response={201: FedTableKept}, summary="Feed indicators by a table")
def post_records_table(request: HttpRequest, file: UploadedFile = File(...), files: Files = Form([])):  # noqa: B008
    """All lines or none; `files`: evidence of all of them, uploaded before."""
    actor = need(request, RECORD)
    found = records_file.read(file.read(records_file.MAX_BYTES + 1), file.name or "")
    return send({"kept": records_file.keep(actor, found, files)}, 201)


@router.post("/appraisal/records/{record_id}/withdraw", response=FedRecordOut, summary="Take back what was fed")
def withdraw_record(request: HttpRequest, record_id: Id, body: TakeBackIn):
    return send(queries.record_out(records.withdraw(need(request, RECORD), record_id, body.why)))


@router.get("/appraisal/outages", response=OutageList, summary="The reliability ledger")
def get_outages(request: HttpRequest, wanted: Query[OutageQuery]):
    need(request, VIEW)
    return send(queries.outages(wanted.kind, wanted.system, wanted.from_, wanted.to))


@router.post("/appraisal/outages", response={201: OutageOut}, summary="Enter a failure or a planned maintenance")
def post_outage(request: HttpRequest, body: OutageIn):
    return send(queries.outage_out(reliability.enter(need(request, RECORD), body.model_dump())), 201)


@router.post("/appraisal/outages/{outage_id}", response=OutageOut, summary="Correct or withdraw an entry")
def change_outage(request: HttpRequest, outage_id: Id, body: OutageChangeIn):
    given: dict[str, Any] = body.model_dump()
    return send(queries.outage_out(reliability.change(need(request, RECORD), outage_id, given.pop("version"), given)))


@router.get("/appraisal/exclusions", response=ExclusionList, summary="Cases that were left out of the rates")
def get_exclusions(request: HttpRequest):
    return send(queries.exclusions(need(request, VIEW)))


@router.post("/appraisal/exclusions", response={201: ExclusionOut}, summary="Leave a case out of the rates")
def post_exclusion(request: HttpRequest, body: ExclusionIn):
    actor = need(request, EXCLUDE)
    return send(queries.exclusion_out(exclusions.exclude(actor, body.number, body.model_dump())), 201)


@router.post("/appraisal/exclusions/{exclusion_id}/withdraw", response=ExclusionOut, summary="Count a case again")
def withdraw_exclusion(request: HttpRequest, exclusion_id: Id, body: TakeBackIn):
    return send(queries.exclusion_out(exclusions.withdraw(need(request, EXCLUDE), exclusion_id, body.why)))


@router.get("/appraisal/indicator-months", response=list[ClosedMonthOut], summary="Closed months and their corrections")
def get_months(request: HttpRequest):
    need(request, VIEW)
    return send(closing.months())


@router.post("/appraisal/indicator-months", response={201: list[ClosedMonthOut]}, summary="Close a month")
def close_month(request: HttpRequest, body: MonthCloseIn):
    year, month = body.month.split("-")
    closing.close(need(request, CLOSE), date(int(year), int(month), 1), body.note)
    return send(closing.months(), 201)
