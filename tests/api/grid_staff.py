"""A grid worker, a course, a test and a paper, for the tests of all routes."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from chengyun.fieldwork.staff.models import Attendance, Course, Exam, GridPost, GridWorker, Paper, Question
from chengyun.org.models import Account


def rows(account: Account) -> dict[str, Any]:
    now = timezone.now()
    post = GridPost.objects.create(code="full", name="专职网格员", source="测试")
    worker = GridWorker.objects.create(
        staff_no="WG1", name="演示", username=account.username, post=post, unit_code="lights"
    )
    course = Course.objects.create(name="走访规范", at=now - timedelta(days=1), made_by="测试")
    Attendance.objects.create(course=course, worker=worker)
    Question.objects.create(code="Q1", topic="走访", kind="judge", text="对吗", right="A", source="测试")
    exam = Exam.objects.create(
        name="测试", questions=1, opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1), made_by="测试"
    )
    drawn = [{"code": "Q1", "kind": "judge", "text": "对吗", "options": ["正确", "错误"], "right": "A", "why": ""}]
    paper = Paper.objects.create(
        uuid=uuid.UUID(int=9), exam=exam, worker=worker, number=1, drawn=drawn, begun_at=now
    )  # fmt: skip
    return {"worker_id": worker.pk, "course_id": course.pk, "exam_id": exam.pk, "paper_uuid": paper.uuid}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base = "/api/v1/fieldwork/staff"
    return {
        ("POST", f"{base}/courses"): {"name": "巡查上报", "at": "2026-03-02T10:00:00+08:00"},
        ("POST", f"{base}/courses/{{course_id}}/marks"): {"marks": [{"worker_id": ids["worker_id"], "state": "came"}]},
        ("POST", f"{base}/exams"): {
            "name": "补考", "questions": 1, "opens_at": "2026-03-02T10:00:00+08:00",
            "closes_at": "2026-03-03T10:00:00+08:00",
        },
        ("POST", f"{base}/exams/{{exam_id}}/papers"): {"uuid": str(uuid.UUID(int=10))},
        ("POST", f"{base}/papers/{{paper_uuid}}"): {"answers": {"Q1": "A"}},
    }  # fmt: skip
