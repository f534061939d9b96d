"""Shapes of the staff API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Strict
from chengyun.kernel.given import AwareMoment

Short = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(min_length=2, max_length=80, pattern=r"^[^\x00]*$")]
Topic = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


class CourseIn(Strict):
    """With `id` and `version` a change."""

    id: Id | None = None
    version: int = Field(1, ge=1, le=2147483647)
    name: Name
    topic: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    about: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")] = ""
    at: AwareMoment
    minutes: int = Field(120, ge=5, le=2880)
    place: Short = ""
    teacher: Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00]*$")] = ""
    posts: list[Code] = Field([], max_length=30)
    state: Literal["planned", "held", "cancelled"] = "planned"


class MarkIn(Strict):
    worker_id: Id
    state: Literal["expected", "came", "late", "excused", "absent"]


class MarksIn(Strict):
    marks: list[MarkIn] = Field(..., min_length=1, max_length=2000)


class ExamIn(Strict):
    name: Name
    course_id: Id | None = None
    topics: list[Topic] = Field([], max_length=30)
    questions: int = Field(10, ge=1, le=200)
    pass_mark: int = Field(80, ge=1, le=100)
    minutes: int = Field(30, ge=1, le=600)
    tries: int = Field(2, ge=1, le=20)
    opens_at: AwareMoment
    closes_at: AwareMoment
    posts: list[Code] = Field([], max_length=30)


class BeginIn(Strict):
    """`uuid` is made where the test is taken: the same again is the same paper."""

    uuid: UUID


class AnswersIn(Strict):
    """Code of the question → letters."""

    answers: dict[Code, Annotated[str, StringConstraints(max_length=8, pattern=r"^[^\x00]*$")]] = Field(
        ..., max_length=200
    )


class GridStaffPost(Schema):
    code: str
    name: str
    duties: str
    count: int
    wanted: int
    per_grid: float


class GridStaffRow(Schema):
    id: int
    staff_no: str
    name: str
    username: str
    post: str
    post_name: str
    unit: str
    unit_name: str
    grids: list[dict[str, str]]
    work_phone: str
    employment: str
    employer: str
    since: date | None
    until: date | None
    leave_reason: str


class GridStaffList(Schema):
    items: list[GridStaffRow]
    total: int
    more: bool
    posts: list[GridStaffPost]


class GridStaffDetail(GridStaffRow):
    courses: list[dict[str, Any]]
    papers: list[dict[str, Any]]


class CourseOut(Schema):
    """`expected` leaves those with leave out."""

    id: int
    name: str
    topic: str
    about: str
    at: datetime
    minutes: int
    place: str
    teacher: str
    posts: list[str]
    state: str
    version: int
    expected: int
    came: int


class CourseList(Schema):
    items: list[CourseOut]


class AttendanceRow(Schema):
    worker_id: int
    name: str
    staff_no: str
    post_name: str
    state: str


class CourseDetail(CourseOut):
    attendance: list[AttendanceRow]
    exams: list[dict[str, Any]]


class ExamOut(Schema):
    id: int
    name: str
    course_id: int | None
    topics: list[str]
    questions: int
    pass_mark: int
    minutes: int
    tries: int
    opens_at: datetime
    closes_at: datetime
    posts: list[str]
    people: int
    passed: int
    average: float | None


class ExamList(Schema):
    items: list[ExamOut]
    topics: list[dict[str, Any]]


class ExamResult(Schema):
    worker_id: int
    name: str
    staff_no: str
    post_name: str
    score: float | None
    tries: int
    at: datetime | None
    passed: bool


class ExamResults(Schema):
    """`hard`: questions that most were wrong about."""

    id: int
    name: str
    pass_mark: int
    items: list[ExamResult]
    hard: list[dict[str, Any]]


class MyTraining(Schema):
    courses: list[dict[str, Any]]
    exams: list[dict[str, Any]]


class PaperQuestion(Schema):
    """`right`, `why`, `answer`, `wrong` only once it was handed in."""

    code: str
    kind: str
    text: str
    options: list[str]
    right: str | None = None
    why: str | None = None
    answer: str | None = None
    wrong: bool | None = None


class PaperOut(Schema):
    uuid: str
    exam_id: int
    name: str
    number: int
    begun_at: datetime
    ends_at: datetime
    ended_at: datetime | None
    score: float | None
    passed: bool | None
    late: bool
    pass_mark: int
    questions: list[PaperQuestion]
