"""From the register to a measure: who is expected, who came, who passed."""

import io
import uuid
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from chengyun.cases import measures
from chengyun.cases.tests.world import build
from chengyun.fieldwork.staff import masterdata, register, training
from chengyun.fieldwork.staff.models import Course, GridPost, GridWorker, Paper, Question
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import TOPIC, actor_for
from chengyun.org.masterdata import service
from chengyun.org.models import Role
from chengyun.places import contacts
from chengyun.places.models import Area

pytestmark = pytest.mark.django_db
PERIOD = measures.Period(date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def team():
    world = build()
    role = Role.objects.get(code="role-clerk")
    role.permissions = [*role.permissions, "staff.view", "staff.training", "masterdata.import", "staff.manage"]
    role.save()
    for name in ("lights", "water"):
        role = Role.objects.get(code=f"role-{name}")
        role.permissions = [*role.permissions, "staff.learn", "staff.view"]
        role.save()
    revision.bump(TOPIC)
    area = Area.objects.create(code="G1", name="第一网格", level="grid")
    revision.bump("places")
    post = GridPost.objects.create(code="full", name="专职网格员", per_grid=2)
    for name in ("lights", "water"):
        GridWorker.objects.create(
            staff_no=name, name=f"演示{name}", username=name, post=post, unit_code=name, grids=["G1"],
            work_phone="13900012345",
        )  # fmt: skip
    for n in range(4):
        Question.objects.create(code=f"Q{n}", topic="走访", kind="judge", text=f"题目{n}", right="A")
    actors = {name: actor_for(world.accounts[name]) for name in ("clerk", "lights", "water")}
    return SimpleNamespace(area=area, **actors)


def course(**more):
    given = {
        "id": None, "version": 1, "name": "走访规范", "topic": "", "about": "", "minutes": 60, "place": "",
        "teacher": "", "at": timezone.now() - timedelta(hours=2), "posts": ["full"], "state": "planned", **more,
    }  # fmt: skip
    return SimpleNamespace(**given)


def exam(team, **more):
    now = timezone.now()
    given = {
        "name": "测试", "course_id": None, "topics": ["走访"], "questions": 4, "pass_mark": 75, "minutes": 10,
        "tries": 2, "opens_at": now - timedelta(hours=1), "closes_at": now + timedelta(hours=1), "posts": [], **more,
    }  # fmt: skip
    return training.save_exam(team.clerk, SimpleNamespace(**given))


def test_whoever_works_in_the_posts_is_expected_and_attendance_is_measured(team):
    row = training.save_course(team.clerk, course())
    expected = training.course(team.clerk, row.pk)["attendance"]
    assert [(a["name"], a["state"]) for a in expected] == [("演示lights", "expected"), ("演示water", "expected")]
    training.mark(team.clerk, row.pk, [SimpleNamespace(worker_id=expected[0]["worker_id"], state="came")])
    assert Course.objects.get().state == "held"
    read = measures.read_many(["grid_training_held", "grid_training_attendance", "grid_test_pass_rate"], PERIOD)
    assert read["grid_training_held"].value == 1
    opened = read["grid_training_held"].opened["value"]
    assert (opened["state"], opened["first"], opened["last"]) == ("held", "2000-01-01", "2099-12-31")
    day = timezone.localdate(row.at)
    assert [len(training.courses("held", day, day)["items"]), len(training.courses("", None, day)["items"])] == [1, 1]
    assert training.courses("held", day + timedelta(days=1))["items"] == []
    assert read["grid_training_attendance"].value == 50
    assert read["grid_test_pass_rate"].missing
    seen = training.course(team.lights, row.pk)["attendance"]
    assert [a["name"] for a in seen] == ["演示lights"]  # each unit sees its own


def test_a_test_is_taken_once_scored_and_tried_again_as_often_as_allowed(team):
    one, key = exam(team), uuid.uuid4()
    paper = training.begin(team.lights, one.pk, key)
    assert "right" not in str(paper["questions"])
    assert training.begin(team.lights, one.pk, uuid.uuid4())["uuid"] == str(key)  # an unfinished try is gone on with
    wrong = {q["code"]: "B" for q in paper["questions"]}
    done = training.answer(team.lights, key, wrong)
    assert (done["score"], done["passed"]) == (0, False)
    right = {q["code"]: "A" for q in paper["questions"]}
    assert training.answer(team.lights, key, right)["score"] == 0  # sent again: the first result
    second = uuid.uuid4()
    training.begin(team.lights, one.pk, second)
    assert training.answer(team.lights, second, right)["passed"] is True
    with pytest.raises(Problem) as refused:
        training.begin(team.lights, one.pk, uuid.uuid4())
    assert refused.value.code == "no_tries_left"
    with pytest.raises(Problem):
        training.answer(team.water, second, right)  # somebody else's paper
    assert measures.read("grid_test_pass_rate", PERIOD).value == 100
    day = timezone.localdate()
    assert [(row["people"], row["passed"]) for row in training.exams(day, day)["items"]] == [(1, 1)]
    assert training.exams(day - timedelta(days=9), day - timedelta(days=1))["items"] == []
    result = training.results(team.clerk, one.pk)["items"]
    assert [(r["name"], r["tries"], r["passed"]) for r in result] == [("演示lights", 2, True), ("演示water", 0, False)]


def test_a_paper_handed_in_long_after_the_time_does_not_pass(team):
    one, key = exam(team), uuid.uuid4()
    paper = training.begin(team.lights, one.pk, key)
    Paper.objects.update(begun_at=timezone.now() - timedelta(hours=1))
    done = training.answer(team.lights, key, {q["code"]: "A" for q in paper["questions"]})
    assert (done["score"], done["passed"], done["late"]) == (100, False, True)


def test_the_register_counts_posts_and_tells_residents_the_work_number(team):
    said = register.workers(team.clerk, state="working", post="", unit="", q="")
    assert (said["total"], said["posts"][0]["count"], said["posts"][0]["wanted"]) == (2, 2, 2)
    assert register.workers(team.lights, state="working", post="", unit="", q="")["total"] == 1
    assert {c.work_phone for c in contacts.of_areas([team.area.pk])} == {"13900012345"}
    GridWorker.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert contacts.of_areas([team.area.pk]) == []
    with pytest.raises(Problem) as refused:
        training.mine(team.lights)
    assert refused.value.code == "not_registered"


def test_a_question_bank_is_previewed_row_by_row(team):
    table = "编码,专题,题型,题目,选项,答案\nN1,走访,多选,哪些对,甲;乙;丙,CA\nN2,走访,单选,哪个对,甲;乙,D\n".encode()
    preview = service.preview(masterdata.QUESTIONS, io.BytesIO(table), "题库.csv", team.clerk)
    assert (preview.counts["create"], preview.counts["error"]) == (1, 1)
    assert [row.errors for row in preview.rows if row.errors] == [[("right", "答案要在 A、B 之中")]]
