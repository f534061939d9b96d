"""HTTP of the assessment of units. Thin."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from ninja import Path, Router

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.downloads import download
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import acting, circular, closing, queries, rating, reach, schemas

router = Router(auth=session_or_token, tags=["assessment"])
PDF: Any = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}


def _any(request: HttpRequest, *wanted: str) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    return need(request, next((code for code in wanted if actor.can(code)), wanted[0]))


@router.get("/appraisal/scores", response=schemas.RankingOut, summary="The ranking of a month by group")
def get_ranking(request: HttpRequest, month: schemas.MonthOrNone = ""):
    """The centre sees all; a unit sees itself, and everybody once the circular is issued."""
    return send(queries.ranking(need(request, reach.VIEW), queries.given_month(month)))


@router.get("/appraisal/scores/{month}/units/{unit}", response=schemas.SheetOut, summary="A unit's score sheet")
def get_sheet(request: HttpRequest, month: Path[schemas.Month], unit: Path[schemas.UnitCode]):
    """Every line with how it is counted; each figure has the filter that opens its cases."""
    return send(queries.sheet(need(request, reach.VIEW), queries.given_month(month), unit))


@router.post(
    "/appraisal/scores/{month}/close", response=schemas.RankingOut, summary="Close a month: freeze and sign it"
)
def close_month(request: HttpRequest, month: Path[schemas.Month]):
    actor, first = _centre(request), queries.given_month(month)
    closing.close(actor, first)
    return send(queries.ranking(actor, first))


@router.post("/appraisal/scores/{month}/publish", response=schemas.RankingOut, summary="Issue the circular of a month")
def publish_month(request: HttpRequest, month: Path[schemas.Month], body: schemas.CircularIn):
    actor, first = _centre(request), queries.given_month(month)
    closing.publish(actor, first, body.circular, body.note)
    return send(queries.ranking(actor, first))


def _centre(request: HttpRequest) -> Any:
    actor = need(request, reach.CLOSE)
    if not reach.sees_all(actor):
        raise Problem(403, "forbidden", "没有权限", "由运行中心关账和发布通报。")
    return actor


@router.get("/appraisal/scores/{month}/verify", response=schemas.Verified, summary="Check the seal of a closed month")
def verify_month(request: HttpRequest, month: Path[schemas.Month]):
    """Recomputes every total from the frozen cases and compares; nothing is changed."""
    actor = need(request, reach.VIEW)
    if not reach.sees_all(actor):
        raise Problem(403, "forbidden", "没有权限", "由运行中心核对签名。")
    return send(queries.verified(queries.given_month(month)))


@router.get(
    "/appraisal/scores/{month}/circular", summary="The circular of a closed month as PDF", response={200: None},
    openapi_extra=PDF,
)  # fmt: skip
def get_circular(request: HttpRequest, month: Path[schemas.Month]):
    actor = need(request, reach.VIEW)
    name, content = circular.printed(actor, queries.given_month(month), language_of(request))
    return download(name, content, "application/pdf")


# --- appeals and deductions -------------------------------------------------------------------------------------------
@router.get("/appraisal/appeals", response=schemas.AppealList, summary="Appeals and exclusions of a month")
def list_appeals(request: HttpRequest, month: schemas.MonthOrNone = ""):
    return send(queries.appeals(need(request, reach.VIEW), queries.given_month(month)))


@router.post(
    "/appraisal/appeals", response={201: schemas.SheetOut}, summary="Appeal for one's unit, or leave a case out"
)
def file_appeal(request: HttpRequest, body: schemas.AppealIn):
    """A unit's appeal waits for the centre; what the centre files is granted at once. 409 once the month is closed."""
    actor = _any(request, reach.APPEAL, reach.MANAGE)
    need(request, reach.VIEW)
    month = queries.given_month(body.month)
    acting.file_appeal(actor, acting.Filed(**{**body.model_dump(), "month": month}))
    return send(queries.sheet(actor, month, body.unit), 201)


@router.post(
    "/appraisal/appeals/{appeal_id}/decide", response=schemas.AppealList, summary="Rule on an appeal, or withdraw"
)
def decide_appeal(request: HttpRequest, appeal_id: Path[Id], body: schemas.AppealDecision):
    actor = _any(request, reach.APPEAL if body.verdict == "withdrawn" else reach.MANAGE)
    need(request, reach.VIEW)
    row = acting.decide(actor, appeal_id, body.verdict, body.note)
    return send(queries.appeals(actor, row.month))


@router.post(
    "/appraisal/deductions", response={201: schemas.SheetOut}, summary="Take points from a unit, with a reason"
)
def add_deduction(request: HttpRequest, body: schemas.DeductionIn):
    actor = _manager(request)
    month = queries.given_month(body.month)
    acting.deduct(actor, acting.Taken(**{**body.model_dump(), "month": month, "points": _points(body.points)}))
    return send(queries.sheet(actor, month, body.unit), 201)


@router.post("/appraisal/deductions/{deduction_id}/lift", response=schemas.SheetOut, summary="Lift a deduction")
def lift_deduction(request: HttpRequest, deduction_id: Path[Id], body: schemas.LiftIn):
    actor = _manager(request)
    row = acting.lift(actor, deduction_id, body.why)
    return send(queries.sheet(actor, row.month, row.unit.code))


def _manager(request: HttpRequest) -> Any:
    actor = need(request, reach.MANAGE)
    need(request, reach.VIEW)
    if not reach.sees_all(actor):
        raise Problem(403, "forbidden", "没有权限", "由运行中心办理考核。")
    return actor


def _points(number: float) -> Decimal:
    """As it was typed, to two places."""
    return Decimal(str(number)).quantize(Decimal("0.01"))


def _answers(given: Mapping[str, float]) -> dict[str, Decimal]:
    return {name: _points(number) for name, number in given.items()}


# --- raters -----------------------------------------------------------------------------------------------------------
@router.get("/appraisal/ratings", response=schemas.RatingsOut, summary="What one is to rate, and one's own results")
def get_ratings(request: HttpRequest, month: schemas.MonthOrNone = ""):
    wanted = (reach.PEER, reach.THIRD, reach.PUBLIC, reach.MANAGE)
    return send(queries.ratings(_any(request, *wanted), queries.given_month(month)))


@router.put("/appraisal/ratings/units", response=schemas.RatingsOut, summary="A subdistrict's rating of departments")
def rate_units(request: HttpRequest, body: schemas.UnitRatingsIn):
    """May be changed until the month is closed."""
    actor, month = need(request, reach.PEER), queries.given_month(body.month)
    rating.rate_units(actor, month, {form.unit: (_answers(form.answers), form.comment) for form in body.forms})
    return send(queries.ratings(actor, month))


@router.post("/appraisal/ratings/samples", response={201: schemas.RatingsOut}, summary="Draw cases for raters")
def draw_sample(request: HttpRequest, body: schemas.RaterSampleIn):
    """Stratified by unit and category; dealt evenly to the raters."""
    actor, month = _manager(request), queries.given_month(body.month)
    rating.draw(actor, month, body.by, body.number)
    return send(queries.ratings(actor, month), 201)


@router.get(
    "/appraisal/ratings/{rating_id}", response=schemas.CaseToRate, summary="A drawn case, without personal data"
)
def get_case_to_rate(request: HttpRequest, rating_id: Path[Id]):
    return send(rating.to_rate(_any(request, reach.THIRD, reach.PUBLIC), rating_id))


@router.put("/appraisal/ratings/{rating_id}", response=schemas.CaseToRate, summary="Rate a drawn case")
def put_rating(request: HttpRequest, rating_id: Path[Id], body: schemas.CaseRatingIn):
    actor = _any(request, reach.THIRD, reach.PUBLIC)
    row = rating.rate_case(actor, rating_id, _answers(body.answers), body.comment)
    return send(rating.to_rate(actor, row.pk))
