"""The register of grid workers, courses with attendance, the question bank, tests and their papers."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from chengyun.org.models import Dated


class GridPost(Dated):
    """A post in the grids: 网格长, 专职网格员, 采集员… `per_grid`: how many a grid should have."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    duties = models.CharField(max_length=500, blank=True, default="")
    per_grid = models.FloatField(default=0)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name


class GridWorker(Dated):
    """One member of the grid staff in a span of days: entry (`valid_from`) to leave (`valid_to`). Names accounts,
    units and areas by code; `work_phone` is the number of the work, never a private one."""

    OWN, CONTRACT, OUTSOURCED, VOLUNTEER = "own", "contract", "outsourced", "volunteer"
    EMPLOYMENTS = {OWN: "在编", CONTRACT: "合同制", OUTSOURCED: "劳务外包", VOLUNTEER: "兼职、志愿"}

    staff_no = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    username = models.CharField(max_length=60, blank=True, default="", db_index=True)
    post = models.ForeignKey(GridPost, on_delete=models.PROTECT, related_name="workers")
    unit_code = models.CharField(max_length=40)
    grids = ArrayField(models.CharField(max_length=40), default=list)
    work_phone = models.CharField(max_length=20, blank=True, default="")
    employment = models.CharField(max_length=12, default=CONTRACT)
    employer = models.CharField(max_length=80, blank=True, default="")
    leave_reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["staff_no"]
        indexes = [models.Index(fields=["unit_code"], name="gridworker_unit")]

    def __str__(self) -> str:
        return self.name


class Course(models.Model):
    """A training: when, by whom, for whom. `posts` empty: for all."""

    PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
    STATES = {PLANNED: "计划", HELD: "已举办", CANCELLED: "取消"}

    name = models.CharField(max_length=80)
    topic = models.CharField(max_length=40, blank=True, default="")
    about = models.CharField(max_length=1000, blank=True, default="")
    at = models.DateTimeField()
    minutes = models.IntegerField(default=120)
    place = models.CharField(max_length=80, blank=True, default="")
    teacher = models.CharField(max_length=60, blank=True, default="")
    unit_code = models.CharField(max_length=40, blank=True, default="")
    posts = ArrayField(models.CharField(max_length=40), default=list)
    state = models.CharField(max_length=10, default=PLANNED)
    version = models.IntegerField(default=1)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="course_by_time")]

    def __str__(self) -> str:
        return self.name


class Attendance(models.Model):
    """Who was expected at a course, and whether they came."""

    EXPECTED, CAME, LATE, EXCUSED, ABSENT = "expected", "came", "late", "excused", "absent"
    STATES = {EXPECTED: "应到", CAME: "到课", LATE: "迟到", EXCUSED: "请假", ABSENT: "缺席"}

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="attendance")
    worker = models.ForeignKey(GridWorker, on_delete=models.PROTECT, related_name="attendance")
    state = models.CharField(max_length=10, default=EXPECTED)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "worker"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.course_id} {self.worker_id} {self.state}"


class Question(Dated):
    """A question of the bank. `options` are the choices, `right` their letters; true/false: A is 正确."""

    SINGLE, MULTIPLE, JUDGE = "single", "multiple", "judge"
    KINDS = {SINGLE: "单选", MULTIPLE: "多选", JUDGE: "判断"}

    code = models.CharField(max_length=40, unique=True)
    topic = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    text = models.CharField(max_length=500)
    options = ArrayField(models.CharField(max_length=200), default=list)
    right = models.CharField(max_length=8)
    why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["topic", "code"]

    def __str__(self) -> str:
        return self.text[:40]


class Exam(models.Model):
    """A test: so many questions of some topics, drawn anew for each paper."""

    name = models.CharField(max_length=80)
    course = models.ForeignKey(Course, null=True, on_delete=models.SET_NULL, related_name="exams")
    topics = ArrayField(models.CharField(max_length=40), default=list)
    questions = models.IntegerField()
    pass_mark = models.IntegerField(default=80)
    minutes = models.IntegerField(default=30)
    tries = models.IntegerField(default=2)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    posts = ArrayField(models.CharField(max_length=40), default=list)
    made_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["-opens_at", "-id"], name="exam_by_time")]

    def __str__(self) -> str:
        return self.name


class Paper(models.Model):
    """One try of one worker. `drawn`: the questions as they were, right answers with them; `uuid` is the phone's."""

    uuid = models.UUIDField(unique=True)
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="papers")
    worker = models.ForeignKey(GridWorker, on_delete=models.PROTECT, related_name="papers")
    number = models.SmallIntegerField()
    drawn = models.JSONField()
    answers = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    score = models.FloatField(null=True)
    passed = models.BooleanField(null=True)
    late = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exam", "worker", "number"], name="paper_once")]
        indexes = [models.Index(fields=["exam", "worker"], name="paper_ended", condition=Q(ended_at__isnull=False))]

    def __str__(self) -> str:
        return f"{self.exam_id} {self.worker_id} {self.number}"
