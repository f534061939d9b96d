"""HTTP of the staff register and training. Thin."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.org.auth import session_or_token

from . import register, schemas, training
from .permissions import LEARN, STAFF, TRAINING

router = Router(auth=session_or_token, tags=["grid staff"])
Day = Annotated[date | None, Query(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Text = Annotated[str, Query(max_length=60, pattern=r"^[^\x00]*$")]


@router.get("/fieldwork/staff/workers", response=schemas.GridStaffList, summary="The register of grid workers")
def list_workers(
    request: HttpRequest, state: Literal["working", "left", "all"] = "working", post: Text = "", unit: Text = "",
    q: Text = "",
):  # fmt: skip
    """Within one's units; at most 500, with how many each post has and should have."""
    return send(register.workers(need(request, STAFF), state=state, post=post, unit=unit, q=q))


@router.get("/fieldwork/staff/workers/{worker_id}", response=schemas.GridStaffDetail, summary="One grid worker")
def get_worker(request: HttpRequest, worker_id: Id):
    return send(register.worker(need(request, STAFF), worker_id))


@router.get("/fieldwork/staff/courses", response=schemas.CourseList, summary="Courses, the latest first")
def list_courses(
    request: HttpRequest, state: Literal["", "planned", "held", "cancelled"] = "", first: Day = None, last: Day = None
):
    """At most 200; `first` and `last`: on these days."""
    need(request, STAFF)
    return send(training.courses(state, first, last))


@router.post("/fieldwork/staff/courses", response=schemas.CourseDetail, summary="Plan or change a course")
def save_course(request: HttpRequest, body: schemas.CourseIn):
    actor = need(request, TRAINING)
    need(request, STAFF)
    return send(training.course(actor, training.save_course(actor, body).pk))


@router.get("/fieldwork/staff/courses/{course_id}", response=schemas.CourseDetail, summary="A course, and who came")
def get_course(request: HttpRequest, course_id: Id):
    return send(training.course(need(request, STAFF), course_id))


@router.post("/fieldwork/staff/courses/{course_id}/marks", response=schemas.CourseDetail, summary="Say who came")
def mark_course(request: HttpRequest, course_id: Id, body: schemas.MarksIn):
    actor = need(request, TRAINING)
    need(request, STAFF)
    training.mark(actor, course_id, body.marks)
    return send(training.course(actor, course_id))


@router.get("/fieldwork/staff/exams", response=schemas.ExamList, summary="Tests, and the topics of the bank")
def list_exams(request: HttpRequest, first: Day = None, last: Day = None):
    """With `first` or `last` those that somebody took on these days, and who did."""
    need(request, STAFF)
    return send(training.exams(first, last))


@router.post("/fieldwork/staff/exams", response={201: schemas.ExamResults}, summary="Make a test")
def make_exam(request: HttpRequest, body: schemas.ExamIn):
    actor = need(request, TRAINING)
    need(request, STAFF)
    return send(training.results(actor, training.save_exam(actor, body).pk), 201)


@router.get("/fieldwork/staff/exams/mine", response=schemas.MyTraining, summary="One's own courses and open tests")
def list_mine(request: HttpRequest):
    return send(training.mine(need(request, LEARN)))


@router.get("/fieldwork/staff/exams/{exam_id}", response=schemas.ExamResults, summary="Results of a test")
def get_exam(request: HttpRequest, exam_id: Id):
    return send(training.results(need(request, STAFF), exam_id))


@router.post("/fieldwork/staff/exams/{exam_id}/papers", response=schemas.PaperOut, summary="Begin a test")
def begin_paper(request: HttpRequest, exam_id: Id, body: schemas.BeginIn):
    """Questions are drawn now; an unfinished try is gone on with. 409 when closed or no tries are left."""
    return send(training.begin(need(request, LEARN), exam_id, body.uuid))


@router.post("/fieldwork/staff/papers/{paper_uuid}", response=schemas.PaperOut, summary="Hand in; once")
def hand_in(request: HttpRequest, paper_uuid: UUID, body: schemas.AnswersIn):
    """The same again gives the first result."""
    return send(training.answer(need(request, LEARN), paper_uuid, body.answers))
