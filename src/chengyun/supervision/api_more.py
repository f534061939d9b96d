"""HTTP of programmes, business cases with the cues to the discipline commission, and quality samples. Thin."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import business, programmes, samples
from . import schemas_more as schemas
from .permissions import BUSINESS, DISCIPLINE, PROGRAMME, QUALITY, SAMPLE, VIEW

router = Router(auth=session_or_token, tags=["supervision"])
States = Literal["open", "all", "planned", "running", "finished", "stopped"]


# --- programmes -------------------------------------------------------------------------------------------------------
@router.get("/supervision/programmes", response=schemas.ProgrammeList, summary="Special programmes, the newest first")
def list_programmes(request: HttpRequest, state: States = "open"):
    return send(programmes.listed(need(request, VIEW), state))


@router.post("/supervision/programmes", response={201: schemas.ProgrammeDetail}, summary="Make a special programme")
def make_programme(request: HttpRequest, body: schemas.ProgrammeIn):
    actor = need(request, PROGRAMME)
    need(request, VIEW)
    return send(programmes.detail(actor, programmes.save(actor, body).pk), 201)


@router.get("/supervision/programmes/{programme_id}", response=schemas.ProgrammeDetail, summary="A programme")
def get_programme(request: HttpRequest, programme_id: Id):
    return send(programmes.detail(need(request, VIEW), programme_id))


@router.put("/supervision/programmes/{programme_id}", response=schemas.ProgrammeDetail, summary="Change a programme")
def change_programme(request: HttpRequest, programme_id: Id, body: schemas.ProgrammeIn):
    actor = need(request, PROGRAMME)
    need(request, VIEW)
    programmes.save(actor, body, programme_id)
    return send(programmes.detail(actor, programme_id))


@router.post(
    "/supervision/programmes/{programme_id}/reports", response=schemas.ProgrammeDetail, summary="Report progress"
)
def report_progress(request: HttpRequest, programme_id: Id, body: schemas.ProgrammeReportIn):
    actor = need(request, VIEW)
    programmes.report(actor, programme_id, body)
    return send(programmes.detail(actor, programme_id))


@router.post(
    "/supervision/programmes/{programme_id}/state", response=schemas.ProgrammeDetail, summary="Begin, finish, stop"
)
def move_programme(request: HttpRequest, programme_id: Id, body: schemas.ProgrammeMoveIn):
    actor = need(request, PROGRAMME)
    need(request, VIEW)
    programmes.move(actor, programme_id, body)
    return send(programmes.detail(actor, programme_id))


# --- business cases ---------------------------------------------------------------------------------------------------
def _of_business(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not (actor.can(BUSINESS) or actor.can(DISCIPLINE)):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=BUSINESS)
    return actor


@router.get("/supervision/business", response=schemas.BusinessBoard, summary="Board of business-environment cases")
def get_business(request: HttpRequest, days: Literal["7", "30", "90", "365"] = "30"):
    return send(business.board(_of_business(request), int(days)))


@router.get("/supervision/cues", response=schemas.CueList, summary="Cues to the discipline commission")
def list_cues(request: HttpRequest, state: Literal["open", "all"] = "open"):
    return send(business.cues(_of_business(request), state))


@router.post("/supervision/cues", response={201: schemas.CueList}, summary="Point the discipline commission to a case")
def send_cue(request: HttpRequest, body: schemas.CueIn):
    actor = need(request, BUSINESS)
    business.send_cue(actor, body)
    return send(business.cues(actor, "open"), 201)


@router.post("/supervision/cues/{cue_id}/answer", response=schemas.CueList, summary="What the commission did with it")
def answer_cue(request: HttpRequest, cue_id: Id, body: schemas.CueAnswerIn):
    actor = need(request, DISCIPLINE)
    business.answer_cue(actor, cue_id, body.text)
    return send(business.cues(actor, "all"))


# --- samples ----------------------------------------------------------------------------------------------------------
@router.get("/supervision/samples", response=schemas.SampleList, summary="Quality samples, the newest first")
def list_samples(request: HttpRequest):
    need(request, QUALITY)
    return send(samples.listed())


@router.post("/supervision/samples", response={201: schemas.SampleMade}, summary="Draw a stratified sample")
def draw_sample(request: HttpRequest, body: schemas.SampleIn):
    return send({"id": samples.draw(need(request, SAMPLE), body)}, 201)


@router.get("/supervision/samples/{sample_id}", response=schemas.SampleDetail, summary="A sample and its results")
def get_sample(request: HttpRequest, sample_id: Id):
    return send(samples.detail(need(request, QUALITY), sample_id))


@router.post(
    "/supervision/samples/{sample_id}/items/{item_id}/review", response=schemas.SampleDetail, summary="Review a case"
)
def review_item(request: HttpRequest, sample_id: Id, item_id: Id, body: schemas.ReviewIn):
    actor = need(request, QUALITY)
    samples.review(actor, sample_id, item_id, body)
    return send(samples.detail(actor, sample_id))
