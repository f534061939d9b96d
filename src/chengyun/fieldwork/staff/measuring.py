"""What training can be measured by: courses held, attendance, tests passed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from chengyun.cases.measures import COUNT, Measure, Narrowed, Period, Reading, count, rate, register

from .models import Attendance, Course, Paper

HELD, ATTENDED, PASSED = "grid_training_held", "grid_training_attendance", "grid_test_pass_rate"


def read(
    codes: Sequence[str], period: Period, narrowed: Narrowed, by: str
) -> Mapping[str, Mapping[str, Reading]]:  # fmt: skip
    if narrowed.unit or narrowed.area or narrowed.channel or narrowed.category:
        return {"": dict.fromkeys(codes, Reading(missing="培训只能看全区，不能按单位、区域、渠道、类别"))}
    zone = timezone.get_default_timezone()
    start, end = (datetime.combine(day, time(), zone) for day in (period.first, period.end))
    days = {"first": str(period.first), "last": str(period.end - timedelta(days=1))}
    return {"": {code: _READERS[code](start, end, days) for code in codes}}


def _held(start: datetime, end: datetime, days: Mapping[str, str]) -> Reading:
    number = Course.objects.filter(state=Course.HELD, at__gte=start, at__lt=end).count()
    return count(number, {"page": "grid-staff", "tab": "training", "state": "held", **days})


def _attended(start: datetime, end: datetime, days: Mapping[str, str]) -> Reading:
    rows = Attendance.objects.filter(course__state=Course.HELD, course__at__gte=start, course__at__lt=end)
    expected = rows.exclude(state=Attendance.EXCUSED).count()
    if not expected:
        return Reading(missing="本期没有举办培训")
    page = {"page": "grid-staff", "tab": "training", "state": "held", **days}
    came = rows.filter(state__in=(Attendance.CAME, Attendance.LATE)).count()
    return rate(came, expected, opened={"value": page, "numerator": page, "denominator": page})


def _passed(start: datetime, end: datetime, days: Mapping[str, str]) -> Reading:
    """Of everybody who took a test in the period: who passed it, in whichever try."""
    rows = Paper.objects.filter(ended_at__gte=start, ended_at__lt=end)
    taken = rows.values("exam_id", "worker_id").distinct().count()
    if not taken:
        return Reading(missing="本期没有人参加考试")
    page = {"page": "grid-staff", "tab": "exams", **days}
    passed = rows.filter(passed=True).values("exam_id", "worker_id").distinct().count()
    return rate(passed, taken, opened={"value": page, "numerator": page, "denominator": page})


_READERS = {HELD: _held, ATTENDED: _attended, PASSED: _passed}


def register_all() -> None:
    register(
        Measure(HELD, "举办培训期数", "Trainings held", read, unit="期", kind=COUNT, divides=(),
                rule="期内已举办的网格队伍培训", source="S0 S2 S3 S4 (A1 #39)"),
        Measure(ATTENDED, "培训到课率", "Training attended", read, divides=(),
                rule="到课（含迟到）÷ 应到（请假的不计）", source="FR-23"),
        Measure(PASSED, "培训考试合格率", "Tests passed", read, divides=(),
                rule="合格的人次 ÷ 参加的人次（补考取最好成绩）", source="FR-23"),
    )  # fmt: skip
