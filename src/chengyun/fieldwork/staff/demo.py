"""Invented grid staff for the demo district: a register, two courses, a test with papers. All names are 演示."""

from __future__ import annotations

import random
import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from chengyun.org.models import Account
from chengyun.places import queries as places
from chengyun.places.models import Area

from . import rules
from .models import Attendance, Course, Exam, GridPost, GridWorker, Paper, Question

SEED = 20261121
ACCOUNTS = {"grid_worker": "full_time", "grid_leader": "grid_leader", "collector": "collector"}
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
COMMUNITY = "429999001001"


def fill() -> int:
    """How many workers there are then; nothing is made twice."""
    posts = {row.code: row for row in GridPost.objects.all()}
    if GridWorker.objects.exists() or not posts:
        return GridWorker.objects.count()
    chance = random.Random(SEED)
    _register(posts, chance)
    people = list(GridWorker.objects.filter(valid_to=None))
    _training(people, chance)
    return len(people)


def _register(posts: dict[str, GridPost], chance: random.Random) -> None:
    today, rows = timezone.localdate(), []
    areas = list(places.areas().rows.values())
    named = dict(Account.objects.filter(username__in=ACCOUNTS).values_list("username", "display_name"))
    for number, (username, code) in enumerate(ACCOUNTS.items()):
        if code in posts and username in named:
            grids = _grids(areas, COMMUNITY)[:2] or [COMMUNITY]
            rows.append(_row(number, named[username], posts[code], COMMUNITY, grids, username, today))
    communities = sorted(row.code for row in areas if row.level == Area.COMMUNITY)[:20]
    for number, community in enumerate(communities, 3):
        name = SURNAMES[number % len(SURNAMES)] + "演示"
        post = posts.get(chance.choice(("full_time", "full_time", "grid_leader", "part_time"))) or next(
            iter(posts.values())
        )
        row = _row(number, name, post, community, _grids(areas, community)[:2] or [community], "", today)
        row.employment = chance.choice((GridWorker.CONTRACT, GridWorker.OUTSOURCED))
        row.employer = "演示人力公司" if row.employment == GridWorker.OUTSOURCED else ""
        if number % 9 == 0:
            row.valid_to, row.leave_reason = today - timedelta(days=20), "个人原因"
        rows.append(row)
    GridWorker.objects.bulk_create(rows)


def _grids(areas: list[Any], community: str) -> list[str]:
    key = next((row.id for row in areas if row.code == community), None)
    return sorted(row.code for row in areas if row.parent_id == key and row.level == Area.GRID)


def _row(
    number: int, name: str, post: GridPost, unit: str, grids: list[str], username: str, today: Any
) -> GridWorker:  # fmt: skip
    return GridWorker(
        staff_no=f"WG{number + 1:04d}", name=name, post=post, unit_code=unit, grids=grids, username=username,
        work_phone=f"139000{60000 + number:05d}", valid_from=today - timedelta(days=200 + number * 11),
        employment=GridWorker.CONTRACT, source="演示（虚构）",
    )  # fmt: skip


def _training(people: list[GridWorker], chance: random.Random) -> None:
    now = timezone.now()
    held = Course.objects.create(
        name="走访规范和个人信息保护", topic="走访", about="走访怎么记、重点人员信息怎么保护、常见问题。",
        at=now - timedelta(days=9), minutes=120, place="区城运中心三楼会议室", teacher="演示讲师", state=Course.HELD,
        made_by="演示",
    )  # fmt: skip
    states = (Attendance.CAME,) * 8 + (Attendance.LATE, Attendance.EXCUSED, Attendance.ABSENT)
    Attendance.objects.bulk_create([Attendance(course=held, worker=p, state=chance.choice(states)) for p in people])
    coming = Course.objects.create(
        name="巡查上报和吹哨报到", topic="巡查上报", about="手机上怎么巡查、上报、吹哨。", at=now + timedelta(days=5),
        minutes=90, place="线上", teacher="演示讲师", made_by="演示",
    )  # fmt: skip
    Attendance.objects.bulk_create([Attendance(course=coming, worker=p) for p in people])
    bank = list(Question.objects.all())
    if len(bank) < 5:
        return
    exam = Exam.objects.create(
        name="走访规范测试", course=held, questions=5, pass_mark=80, minutes=20, tries=2, made_by="演示",
        opens_at=now - timedelta(days=8), closes_at=now + timedelta(days=20),
    )  # fmt: skip
    for person in people[1:14]:
        _paper(exam, person, chance.sample(bank, 5), chance)


def _paper(exam: Exam, person: GridWorker, drawn: list[Question], chance: random.Random) -> None:
    questions = [
        {"code": q.code, "kind": q.kind, "text": q.text, "why": q.why, "right": q.right,
         "options": q.options or ["正确", "错误"]}
        for q in drawn
    ]  # fmt: skip
    answers = {q.code: q.right if chance.random() < 0.85 else "A" for q in drawn}
    score, _ = rules.score(questions, answers)
    begun = exam.opens_at + timedelta(hours=chance.randint(1, 100))
    Paper.objects.create(
        uuid=uuid.UUID(int=chance.getrandbits(128), version=4), exam=exam, worker=person, number=1, drawn=questions,
        answers=answers, begun_at=begun, ended_at=begun + timedelta(minutes=12), score=score,
        passed=score >= exam.pass_mark,
    )  # fmt: skip
