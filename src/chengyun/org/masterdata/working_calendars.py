"""Working calendars as tables: the week of each calendar or variant, and the days that differ from it.

Written through kernel.calendars, so that every change is a new version with its journal line and open limits follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from chengyun.kernel import calendars, worktime
from chengyun.kernel.models import Calendar, CalendarDay

from ..access import Actor
from .columns import Column
from .kinds import CREATE, ERROR, UPDATE, Key, Kind, PlannedRow, Values, register

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
                "source": row.source,
            }  # fmt: skip
            for number, day in enumerate(WEEKDAYS):
                values[day] = text_of(week.get(str(number))) if row.weekly is not None else ""
            found[(row.code,)] = values
        return found

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        known = {key[0] for key in existing} | {row.key[0] for row in plan}
        for row in plan:
            if row.action == ERROR:
                continue
            for day in WEEKDAYS:
                _try_spans(row, day)
            parent = row.values.get("parent")
            if parent and parent not in known:
                row.fail("parent", f"没有“{parent}”这个日历")
            if not parent and not any(row.values.get(day) for day in WEEKDAYS):
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
            )  # fmt: skip


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
            calendars.save_days(code, rows, source=source, account_id=actor.account_id, note="导入")


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
        Column("parent", "上级日历", max_length=40, help="变体沿用上级的节假日；七天都不填则沿用上级的作息"),
        *(Column(day, label, help="如 09:00-12:00 13:30-17:00，休息写“休”")
          for day, label in zip(WEEKDAYS, _LABELS, strict=True)),
        Column("source", "来源", max_length=300),
    ],
    ["code"], topic=calendars.TOPIC, order=8, permission="org.manage",
)  # fmt: skip
CALENDAR_DAYS = CalendarDayKind(
    "calendar_days", "节假日与调休",
    [
        Column("calendar", "日历编码", required=True, ref="calendars"),
        Column("date", "日期", "date", required=True),
        Column("spans", "工作时段", required=True, help="“休”为放假，“班”为照常上班，或写时段"),
        Column("name", "名称", max_length=60),
        Column("source", "来源", required=True, max_length=300),
    ],
    ["calendar", "date"], topic=calendars.TOPIC, order=9, permission="org.manage",
)  # fmt: skip


def register_all() -> None:
    register(CALENDARS, CALENDAR_DAYS)
