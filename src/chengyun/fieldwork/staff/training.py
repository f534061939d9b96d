"""Courses and who came; tests drawn from the bank, taken on the phone or the desk, scored at once."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Avg, Count, Max, Q
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from ..scope import midnight
from . import register, rules
from .models import Attendance, Course, Exam, GridPost, GridWorker, Paper, Question
from .permissions import STAFF, TRAINING
from .register import visible, working

MOST = 200
CAME = (Attendance.CAME, Attendance.LATE)


def _invalid(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])


def _missing(what: str) -> Problem:
    return Problem(404, "not_found", what, "可能已被删除，或不在您的范围内。")


def _posts(codes: list[str]) -> list[str]:
    known = set(GridPost.objects.filter(code__in=codes).values_list("code", flat=True))
    if known != set(codes):
        raise _invalid("posts", "没有这个岗位。")
    return sorted(known)


def _on(moment: str, first: date | None, last: date | None) -> Q:
    """That a moment lies on these days."""
    wanted = Q()
    if first is not None:
        wanted &= Q(**{f"{moment}__gte": midnight(first)})
    if last is not None:
        wanted &= Q(**{f"{moment}__lt": midnight(last) + timedelta(days=1)})
    return wanted


# --- courses ----------------------------------------------------------------------------------------------------------
def _came() -> dict[str, Any]:
    return {
        "expected": Count("attendance", filter=~Q(attendance__state=Attendance.EXCUSED)),
        "came": Count("attendance", filter=Q(attendance__state__in=CAME)),
    }


def courses(state: str, first: date | None = None, last: date | None = None) -> dict[str, Any]:
    """Of a state, and of some days, the last included."""
    rows = Course.objects.annotate(**_came()).filter(_on("at", first, last)).order_by("-at", "-pk")
    if state:
        rows = rows.filter(state=state)
    return {"items": [course_head(row) for row in rows[:MOST]]}


def course_head(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "topic": row.topic, "about": row.about, "at": row.at, "minutes": row.minutes,
        "place": row.place, "teacher": row.teacher, "posts": row.posts, "state": row.state, "version": row.version,
        "expected": row.expected, "came": row.came,
    }  # fmt: skip


def course(actor: Actor, key: int) -> dict[str, Any]:
    row: Any = Course.objects.filter(pk=key).annotate(**_came()).first()
    if row is None:
        raise _missing("没有这门课程")
    people = Attendance.objects.filter(worker__in=GridWorker.objects.filter(visible(actor)), course=row)
    return {
        **course_head(row),
        "attendance": [
            {"worker_id": a.worker_id, "name": a.worker.name, "staff_no": a.worker.staff_no, "state": a.state,
             "post_name": a.worker.post.name}
            for a in people.select_related("worker__post").order_by("worker__staff_no")
        ],
        "exams": [{"id": e.pk, "name": e.name} for e in row.exams.order_by("pk")],
    }  # fmt: skip


def save_course(actor: Actor, given: Any) -> Course:
    """Plan a course or change one; whoever works in its posts within reach is expected."""
    with transaction.atomic():
        posts = _posts(given.posts)
        if given.id is None:
            row = Course(made_by=actor.name[:120])
        else:
            found = Course.objects.select_for_update().filter(pk=given.id).first()
            if found is None:
                raise _missing("没有这门课程")
            row = found
            if row.version != given.version:
                detail = "请刷新后再改，您填写的内容还在页面上。"
                raise Problem(409, "stale", "课程已被别人修改", detail, version=row.version)
            row.version += 1
        for name in ("name", "topic", "about", "at", "minutes", "place", "teacher", "state"):
            setattr(row, name, getattr(given, name))
        row.posts = posts
        if row.state == Course.HELD and row.at > timezone.now():
            raise _invalid("state", "还没到上课时间，不能记为已举办。")
        row.save()
        if row.state == Course.PLANNED:
            _expect(row, actor)
    return row


def _expect(row: Course, actor: Actor) -> None:
    people = GridWorker.objects.filter(visible(actor, TRAINING), working(timezone.localtime(row.at).date()))
    if row.posts:
        people = people.filter(post__code__in=row.posts)
    row.attendance.filter(state=Attendance.EXPECTED).exclude(worker__in=people).delete()
    Attendance.objects.bulk_create(
        [Attendance(course=row, worker=person) for person in people], ignore_conflicts=True
    )  # fmt: skip


def mark(actor: Actor, key: int, marks: list[Any]) -> None:
    """Who came. The course counts as held once it has begun and somebody is marked."""
    with transaction.atomic():
        row = Course.objects.select_for_update().filter(pk=key).first()
        if row is None:
            raise _missing("没有这门课程")
        if row.state == Course.CANCELLED:
            raise Problem(409, "cancelled", "课程已取消", "已取消的课程不能签到。")
        if row.at > timezone.now():
            raise Problem(409, "not_begun", "还没有上课", "上课以后再签到。")
        wanted = {given.worker_id: given.state for given in marks}
        known = GridWorker.objects.filter(visible(actor, TRAINING), pk__in=wanted)
        if known.count() != len(wanted):
            raise _invalid("marks", "有人不在名册里，或不在您的范围内。")
        for worker in known:
            Attendance.objects.update_or_create(course=row, worker=worker, defaults={"state": wanted[worker.pk]})
        if row.state == Course.PLANNED:
            row.state, row.version = Course.HELD, row.version + 1
            row.save(update_fields=["state", "version"])


# --- tests ------------------------------------------------------------------------------------------------------------
def topics() -> list[dict[str, Any]]:
    rows = Question.objects.filter(working()).order_by("topic").values("topic").annotate(questions=Count("pk"))
    return [dict(row) for row in rows]


def exams(first: date | None = None, last: date | None = None) -> dict[str, Any]:
    """With who took and passed them; of some days those that were taken then, with who took them then."""
    ended = Q(papers__ended_at__isnull=False) & _on("papers__ended_at", first, last)
    rows = Exam.objects.select_related("course").annotate(
        people=Count("papers__worker", filter=ended, distinct=True),
        passed=Count("papers__worker", filter=ended & Q(papers__passed=True), distinct=True),
        average=Avg("papers__score", filter=ended),
    )  # fmt: skip
    if first is not None or last is not None:
        rows = rows.filter(people__gt=0)
    return {"items": [exam_head(row) for row in rows.order_by("-opens_at", "-pk")[:MOST]], "topics": topics()}


def exam_head(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "course_id": row.course_id, "topics": row.topics, "questions": row.questions,
        "pass_mark": row.pass_mark, "minutes": row.minutes, "tries": row.tries, "opens_at": row.opens_at,
        "closes_at": row.closes_at, "posts": row.posts, "people": row.people, "passed": row.passed,
        "average": None if row.average is None else round(row.average, 1),
    }  # fmt: skip


def save_exam(actor: Actor, given: Any) -> Exam:
    if given.closes_at <= given.opens_at:
        raise _invalid("closes_at", "截止时间要晚于开始时间。")
    bank = Question.objects.filter(working(), topic__in=given.topics) if given.topics else Question.objects.filter(
        working()
    )  # fmt: skip
    there = bank.count()
    if there < given.questions:
        raise _invalid("questions", f"题库里这些专题只有 {there} 道题，请减少题数或先导入题库。")
    if given.course_id is not None and not Course.objects.filter(pk=given.course_id).exists():
        raise _invalid("course_id", "没有这门课程。")
    return Exam.objects.create(
        name=given.name, course_id=given.course_id, topics=sorted(set(given.topics)), questions=given.questions,
        pass_mark=given.pass_mark, minutes=given.minutes, tries=given.tries, opens_at=given.opens_at,
        closes_at=given.closes_at, posts=_posts(given.posts), made_by=actor.name[:120],
    )  # fmt: skip


def results(actor: Actor, key: int) -> dict[str, Any]:
    """Everybody who should take it, with the best of the tries, and the questions most were wrong about."""
    row = Exam.objects.filter(pk=key).first()
    if row is None:
        raise _missing("没有这场考试")
    mine = visible(actor, STAFF)
    people = GridWorker.objects.filter(mine).filter(working() | Q(papers__exam=row)).distinct()
    if row.posts:
        people = people.filter(post__code__in=row.posts)
    best: dict[int, Any] = {
        found["worker_id"]: found
        for found in Paper.objects.filter(exam=row, ended_at__isnull=False)
        .order_by()
        .values("worker_id")
        .annotate(score=Max("score"), tries=Count("pk"), at=Max("ended_at"))
    }
    passed = set(Paper.objects.filter(exam=row, passed=True).values_list("worker_id", flat=True))
    items = [
        {
            "worker_id": person.pk, "name": person.name, "staff_no": person.staff_no, "post_name": person.post.name,
            "score": best.get(person.pk, {}).get("score"), "tries": best.get(person.pk, {}).get("tries", 0),
            "at": best.get(person.pk, {}).get("at"), "passed": person.pk in passed,
        }
        for person in people.select_related("post").order_by("staff_no")[: MOST * 5]
    ]  # fmt: skip
    return {"id": row.pk, "name": row.name, "pass_mark": row.pass_mark, "items": items, "hard": _hard(row)}


def _hard(row: Exam) -> list[dict[str, Any]]:
    wrong: dict[str, list[Any]] = {}
    for drawn, answers in Paper.objects.filter(exam=row, ended_at__isnull=False).values_list("drawn", "answers")[:2000]:
        _, codes = rules.score(drawn, answers)
        for question in drawn:
            said = wrong.setdefault(question["code"], [question["text"], 0, 0])
            said[1] += 1
            said[2] += question["code"] in codes
    ranked = sorted((said for said in wrong.values() if said[2]), key=lambda said: -said[2] / said[1])
    return [{"text": text, "asked": asked, "wrong": missed} for text, asked, missed in ranked[:10]]


# --- taking a test ----------------------------------------------------------------------------------------------------
def own(actor: Actor) -> GridWorker:
    row = register.of_account(actor)
    if row is None:
        raise Problem(409, "not_registered", "名册里没有您", "请联系网格科把您的账号登记到网格员名册。")
    return row


def mine(actor: Actor) -> dict[str, Any]:
    """One's own courses to come and tests that are open."""
    me, now = own(actor), timezone.now()
    open_ = Exam.objects.filter(opens_at__lte=now, closes_at__gt=now).order_by("closes_at")
    open_ = open_.filter(Q(posts=[]) | Q(posts__contains=[me.post.code]))
    papers: dict[int, list[Paper]] = {}
    for paper in Paper.objects.filter(worker=me, exam__in=open_).order_by("number"):
        papers.setdefault(paper.exam_id, []).append(paper)
    coming = Attendance.objects.filter(worker=me, course__state=Course.PLANNED, course__at__gte=now - timedelta(days=1))
    return {
        "courses": [
            {"id": a.course_id, "name": a.course.name, "at": a.course.at, "place": a.course.place, "state": a.state}
            for a in coming.select_related("course").order_by("course__at")[:50]
        ],
        "exams": [
            {
                "id": e.pk, "name": e.name, "questions": e.questions, "pass_mark": e.pass_mark, "minutes": e.minutes,
                "closes_at": e.closes_at, "tries_left": max(e.tries - len(papers.get(e.pk, [])), 0),
                "best": max((p.score for p in papers.get(e.pk, []) if p.score is not None), default=None),
                "passed": any(p.passed for p in papers.get(e.pk, [])),
                "open_paper": next((str(p.uuid) for p in papers.get(e.pk, []) if p.ended_at is None), None),
            }
            for e in open_[:50]
        ],
    }  # fmt: skip


def begin(actor: Actor, exam_id: int, uuid: Any) -> dict[str, Any]:
    """A new paper, or the one that this uuid (or an unfinished try) already is. Right answers stay here."""
    me, now = own(actor), timezone.now()
    with transaction.atomic():
        exam = Exam.objects.filter(pk=exam_id).first()
        if exam is None or (exam.posts and me.post.code not in exam.posts):
            raise _missing("没有这场考试")
        GridWorker.objects.select_for_update().get(pk=me.pk)  # one try at a time
        known = Paper.objects.filter(worker=me, exam=exam).order_by("number")
        again = known.filter(uuid=uuid).first() or known.filter(ended_at=None).first()
        if again is not None:
            return paper(again)
        if not exam.opens_at <= now < exam.closes_at:
            raise Problem(409, "closed", "考试没有开放", "请在开放时间内作答。")
        number = known.count() + 1
        if number > exam.tries:
            raise Problem(409, "no_tries_left", "次数用完了", f"这场考试最多 {exam.tries} 次。")
        bank: dict[str, list[str]] = {}
        questions = {q.code: q for q in Question.objects.filter(working())}
        for q in questions.values():
            if not exam.topics or q.topic in exam.topics:
                bank.setdefault(q.topic, []).append(q.code)
        chosen = rules.draw(bank, exam.questions, random.SystemRandom())
        drawn = [
            {"code": code, "kind": questions[code].kind, "text": questions[code].text, "why": questions[code].why,
             "options": questions[code].options or ["正确", "错误"], "right": questions[code].right}
            for code in chosen
        ]  # fmt: skip
        try:
            with transaction.atomic():
                row = Paper.objects.create(
                    uuid=uuid, exam=exam, worker=me, number=number, drawn=drawn, begun_at=now
                )  # fmt: skip
        except IntegrityError:
            raise Problem(409, "uuid_taken", "编号已被使用", "请重新打开考试。") from None
    return paper(row)


def answer(actor: Actor, uuid: Any, answers: dict[str, str]) -> dict[str, Any]:
    """Hand in; the same again gives the first result. What comes in after the time is scored, and marked late."""
    me, now = own(actor), timezone.now()
    with transaction.atomic():
        row = Paper.objects.select_for_update(of=("self",)).select_related("exam").filter(uuid=uuid, worker=me).first()
        if row is None:
            raise _missing("没有这份试卷")
        if row.ended_at is None:
            asked = {q["code"] for q in row.drawn}
            row.answers = {code: rules.letters(text) for code, text in answers.items() if code in asked}
            row.score, _ = rules.score(row.drawn, row.answers)
            row.ended_at = now
            row.late = now > row.begun_at + timedelta(minutes=row.exam.minutes + rules.GRACE_MINUTES)
            row.passed = row.score >= row.exam.pass_mark and not row.late
            row.save()
    return paper(row)


def paper(row: Paper) -> dict[str, Any]:
    """The questions; after handing in with right answers and reasons."""
    ended = row.ended_at is not None
    _, wrong = rules.score(row.drawn, row.answers) if ended else (0, [])
    return {
        "uuid": str(row.uuid), "exam_id": row.exam_id, "name": row.exam.name, "number": row.number,
        "begun_at": row.begun_at, "ends_at": row.begun_at + timedelta(minutes=row.exam.minutes),
        "ended_at": row.ended_at, "score": row.score, "passed": row.passed, "late": row.late,
        "pass_mark": row.exam.pass_mark,
        "questions": [
            {
                "code": q["code"], "kind": q["kind"], "text": q["text"], "options": q["options"],
                **({"right": q["right"], "why": q["why"], "answer": row.answers.get(q["code"], ""),
                    "wrong": q["code"] in wrong} if ended else {}),
            }
            for q in row.drawn
        ],
    }  # fmt: skip
