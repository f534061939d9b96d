"""Working calendars as tables: the week of each calendar or variant, and the days that differ from it.

Written through kernel.calendars, so that every change is a new version with its journal line and open limits follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction

from chengyun.kernel import calendars, revision, worktime
from chengyun.kernel.models import Calendar, CalendarDay
from chengyun.kernel.problems import Problem

from ..access import Actor
from ..models import MasterDataChange
from . import writing
from .columns import Column
from .kinds import CREATE, ERROR, UPDATE, Key, Kind, PlannedRow, Values, named_by, register

DAY_RULES = {"close_of_day": "算到当天下班", "same_time": "算到同一时刻"}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LABELS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
REST, WORKING = "休", "班"


def spans_of(text: str) -> list[list[str]]:
    """ "09:00-12:00 13:30-17:00" → spans; "" or 休 → none. ValueError says what is wrong."""
    if text in ("", REST):
        return []
    spans = []
    for part in text.replace("–", "-").replace("、", " ").split():
        start, dash, end = part.partition("-")
        if not dash:
            raise ValueError("时段要写成 09:00-12:00，多段用空格分开")
        spans.append([start.strip(), end.strip()])
    worktime.Calendar("check", 0, "Asia/Shanghai", {0: calendars.parse_spans(spans)})
    return spans


def text_of(spans: Sequence[Sequence[str]] | None) -> str:
    return REST if not spans else " ".join(f"{start}-{end}" for start, end in spans)


class CalendarKind(Kind):
    def existing(self) -> dict[Key, Values]:
        rows = Calendar.objects.select_related("parent").order_by("id")
        found = {}
        for row in rows:
            week = row.weekly or {}
            values: Values = {
                "code": row.code, "name": row.name, "parent": row.parent.code if row.parent else "",
                "source": row.source, "working_day_rule": row.working_day_rule,
                "natural_day_rule": row.natural_day_rule,
            }  # fmt: skip
            for number, day in enumerate(WEEKDAYS):
                values[day] = text_of(week.get(str(number))) if row.weekly is not None else ""
            found[(row.code,)] = values
        return found

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            for day in WEEKDAYS:
                _try_spans(row, day)
            if not row.values.get("parent") and not any(row.values.get(day) for day in WEEKDAYS):
                row.fail("mon", "没有上级日历的，要写明每周的工作时段")

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        for row in plan:
            if row.action not in (CREATE, UPDATE):
                continue
            values = row.values
            week = {str(n): spans_of(values.get(day) or "") for n, day in enumerate(WEEKDAYS) if values.get(day)}
            calendars.save_calendar(
                values["code"], name=values["name"], weekly=week or None, parent=values.get("parent") or None,
                source=values.get("source") or "", account_id=actor.account_id,
                working_day_rule=values.get("working_day_rule") or "",
                natural_day_rule=values.get("natural_day_rule") or "",
            )  # fmt: skip

    def remove(self, keys: Sequence[Key], actor: Actor) -> None:
        Calendar.objects.filter(code__in=[key[0] for key in keys]).delete()
        revision.bump(calendars.TOPIC)

    def used_by(self, key: Key) -> list[str]:
        row = Calendar.objects.filter(code=key[0]).first()
        found = ["下级日历"] if row is not None and row.variants.exists() else []
        if row is not None and row.days.exists():
            found.append("节假日与调休")
        if key[0] == calendars.DEFAULT_CODE:
            found.append("全区（默认日历）")
        return found + named_by(self, str(key[0]))


class CalendarDayKind(Kind):
    def existing(self) -> dict[Key, Values]:
        rows = CalendarDay.objects.select_related("calendar").order_by("calendar_id", "date")
        return {
            (row.calendar.code, row.date.isoformat()): {
                "calendar": row.calendar.code, "date": row.date.isoformat(), "name": row.name, "source": row.source,
                "spans": WORKING if row.spans is None else text_of(row.spans),
            }
            for row in rows
        }  # fmt: skip

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action != ERROR and row.values.get("spans") != WORKING:
                _try_spans(row, "spans")

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        days: dict[tuple[str, str], list[tuple[date, Any, str]]] = {}
        for row in plan:
            if row.action in (CREATE, UPDATE):
                values = row.values
                spans = None if values["spans"] == WORKING else spans_of(values["spans"])
                key = (values["calendar"], values.get("source") or "")
                days.setdefault(key, []).append((date.fromisoformat(values["date"]), spans, values.get("name") or ""))
        for (code, source), rows in days.items():
            calendars.save_days(code, rows, source=source, account_id=actor.account_id, note="基础数据")

    def remove(self, keys: Sequence[Key], actor: Actor) -> None:
        for code in {key[0] for key in keys}:
            gone = [date.fromisoformat(key[1]) for key in keys if key[0] == code]
            calendars.save_days(code, [], source="", remove=gone, account_id=actor.account_id, note="删除")


def import_holidays(years: Sequence[int], code: str, actor: Actor) -> int:
    """Holidays and make-up days that the library knows, with their line in the history; days changed. ValueError for a
    year that it does not know."""
    with transaction.atomic():
        calendars.ensure_default()
        with writing.watched(CALENDAR_DAYS, actor, origin=MasterDataChange.COMMAND, reason="导入节假日安排"):
            return calendars.import_chinesecalendar(years or None, code, actor.account_id)


def year(code: str, number: int) -> dict[str, Any]:
    """Every day of a year as `code` has it. Problem 404 for an unknown calendar, 422 for a year out of reach."""
    row = Calendar.objects.filter(code=code).first()
    if row is None and code != calendars.DEFAULT_CODE:
        raise Problem(404, "not_found", "没有这个日历")
    if not 2000 <= number <= 2100:
        raise Problem(422, "invalid", "年份不对", errors=[{"field": "year", "message": "应在 2000 与 2100 之间"}])
    known = calendars.calendar_for(code)
    own = set(row.days.filter(date__year=number).values_list("date", flat=True)) if row else set()
    days, day = [], date(number, 1, 1)
    while day.year == number:
        spans = known.exceptions.get(day, known.weekly.get(day.weekday(), ()))
        days.append(
            {"date": day.isoformat(), "spans": text_of([(f"{a:%H:%M}", _end(b)) for a, b in spans]),
             "name": known.names.get(day, ""), "working": bool(spans), "special": day in known.exceptions,
             "own": day in own}
        )  # fmt: skip
        day += timedelta(days=1)
    return {
        "code": code, "name": row.name if row else calendars.DEFAULT_NAME, "year": number,
        "known_until": known.known_until.isoformat() if known.known_until else None, "days": days,
    }  # fmt: skip


def _end(moment: time) -> str:
    return "24:00" if moment == time(0) else f"{moment:%H:%M}"


def _try_spans(row: PlannedRow, column: str) -> None:
    try:
        spans_of(row.values.get(column) or "")
    except ValueError as error:
        row.fail(column, f"时段有误：{error}")


CALENDARS = CalendarKind(
    "calendars", "工作日历",
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=100),
        Column("parent", "上级日历", max_length=40, ref="calendars",
               help="变体沿用上级的节假日；七天都不填则沿用上级的作息"),
        *(Column(day, label, widget="spans", help="如 09:00-12:00 13:30-17:00，休息写“休”；变体留空为沿用")
          for day, label in zip(WEEKDAYS, _LABELS, strict=True)),
        Column("working_day_rule", "工作日算到", "choice", choices=DAY_RULES, listed=False, help="空为沿用上级或默认"),
        Column("natural_day_rule", "自然日算到", "choice", choices=DAY_RULES, listed=False, help="空为沿用上级或默认"),
        Column("source", "来源", max_length=300),
    ],
    ["code"], topic=calendars.TOPIC, order=8, permission="org.manage", group="time", removable=True,
    help="每周的工作时段。单位可以有自己的变体，只写不同的。",
)  # fmt: skip
CALENDAR_DAYS = CalendarDayKind(
    "calendar_days", "节假日与调休",
    [
        Column("calendar", "日历编码", required=True, ref="calendars"),
        Column("date", "日期", "date", required=True),
        Column("spans", "工作时段", required=True, widget="day", help="“休”为放假，“班”为照常上班，或写时段"),
        Column("name", "名称", max_length=60),
        Column("source", "来源", required=True, max_length=300),
    ],
    ["calendar", "date"], topic=calendars.TOPIC, order=9, permission="org.manage", group="time", removable=True,
    help="放假、调休上班和临时时段。",
)  # fmt: skip


def register_all() -> None:
    register(CALENDARS, CALENDAR_DAYS)
