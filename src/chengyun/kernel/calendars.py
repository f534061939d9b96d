"""Working calendars as data: kept in tables, edited with a journal, handed out as worktime.Calendar.

Every change of a calendar raises its version and those of its variants, and bumps the revision "calendars";
who keeps due times recomputes them then. Where the tables hold no default calendar yet, the built-in one is
used: the default week below with the holidays that `chinesecalendar` knows.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import transaction

from . import revision, worktime
from .holidays import days_of_years, known_until, known_years
from .models import Calendar, CalendarChange, CalendarDay

TOPIC = "calendars"
DEFAULT_CODE = "standard"
DEFAULT_NAME = "标准工作日历"
DEFAULT_SOURCE = "平台默认值（待各单位按实际作息修改）"
DEFAULT_WEEK: dict[str, Any] = {str(day): [["09:00", "12:00"], ["13:30", "17:00"]] for day in range(5)}

log = logging.getLogger(__name__)

_cache: dict[str, worktime.Calendar] = {}
_cache_key: int | None = None


def calendar_for(code: str | None = None) -> worktime.Calendar:
    """The calendar with this code, the default one for None or "". Kept until the revision moves.

    An unknown code is answered with the default calendar and an error in the log: a request must not be lost
    because a unit names a calendar that is not there. Master data are checked with `known_codes` before they
    are saved.
    """
    global _cache, _cache_key
    key = revision.current(TOPIC)
    if key != _cache_key:
        _cache, _cache_key = {}, key
    cache = _cache
    wanted = code or DEFAULT_CODE
    supposed = _supposed.get()
    if supposed is not None:
        return supposed.calendar(wanted)
    found = cache.get(wanted)
    if found is None:
        found = cache[wanted] = _load(wanted)
    return found


def known_codes() -> frozenset[str]:
    """Codes that a unit may name."""
    return frozenset(Calendar.objects.values_list("code", flat=True)) | {DEFAULT_CODE}


@dataclass
class _Supposed:
    """Calendars as they would be after a change that is not made (dry runs)."""

    weeks: Mapping[str, Mapping[str, Any]]
    days: Mapping[tuple[str, date], tuple[Any, str]]
    built: dict[str, worktime.Calendar] = field(default_factory=dict)

    def calendar(self, code: str) -> worktime.Calendar:
        found = self.built.get(code)
        if found is None:
            found = self.built[code] = _load(code, self)
        return found


_supposed: ContextVar[_Supposed | None] = ContextVar("supposed_calendars", default=None)


@contextmanager
def supposing(
    *,
    weeks: Mapping[str, Mapping[str, Any]] | None = None,
    days: Mapping[tuple[str, date], tuple[Any, str]] | None = None,
) -> Iterator[None]:
    """Within the block `calendar_for` answers as if these weeks (fields of Calendar) and days (spans, name) were
    kept. Nothing is written."""
    token = _supposed.set(_Supposed(weeks or {}, days or {}))
    try:
        yield
    finally:
        _supposed.reset(token)


def _load(code: str, supposed: _Supposed | None = None) -> worktime.Calendar:
    rows = {row.pk: row for row in Calendar.objects.all()}
    for row in rows.values():
        for name, value in (supposed.weeks.get(row.code, {}) if supposed else {}).items():
            setattr(row, name, value)
    return _assemble(code, rows, supposed)


def _assemble(code: str, rows: Mapping[int, Calendar], supposed: _Supposed | None) -> worktime.Calendar:
    row = next((row for row in rows.values() if row.code == code), None)
    if row is None:
        if code == DEFAULT_CODE:
            return _built_in()
        log.error("unknown working calendar %r: the default one is used", code)
        return calendar_for(None)
    line = [row]
    while line[-1].parent_id is not None:
        line.append(rows[line[-1].parent_id])
    days: dict[date, CalendarDay] = {}
    by_calendar: dict[int, list[CalendarDay]] = {}
    for day in CalendarDay.objects.filter(calendar_id__in=[c.pk for c in line]):
        by_calendar.setdefault(day.calendar_id, []).append(day)
    for calendar in reversed(line):
        days.update({day.date: day for day in by_calendar.get(calendar.pk, ())})
        for (of, when), (spans, name) in (supposed.days if supposed else {}).items():
            if of == calendar.code:
                days[when] = CalendarDay(calendar=calendar, date=when, spans=spans, name=name)
    return build(
        code=row.code,
        version=row.version,
        tz=row.tz,
        weekly=next((c.weekly for c in line if c.weekly is not None), DEFAULT_WEEK),
        days={day.date: (day.spans, day.name) for day in days.values()},
        known_until=next((c.known_until for c in line if c.known_until is not None), None),
        working_day_rule=next((c.working_day_rule for c in line if c.working_day_rule), ""),
        natural_day_rule=next((c.natural_day_rule for c in line if c.natural_day_rule), ""),
    )


def _built_in() -> worktime.Calendar:
    days = {day: (spans, name) for day, spans, name in days_of_years(known_years())}
    return build(
        code=DEFAULT_CODE,
        version=0,
        tz="Asia/Shanghai",
        weekly=DEFAULT_WEEK,
        days=days,
        known_until=known_until(),
    )


def build(
    *,
    code: str,
    version: int,
    tz: str,
    weekly: Mapping[str, Any],
    days: Mapping[date, tuple[Any, str]],
    known_until: date | None = None,
    working_day_rule: str = "",
    natural_day_rule: str = "",
) -> worktime.Calendar:
    """A worktime.Calendar from the JSON forms of the tables; ValueError when they make no sense.

    A day with spans None is open like an ordinary working day: like the first weekday that has working time.
    """
    week = {int(day): parse_spans(spans) for day, spans in weekly.items()}
    ordinary = next((week[day] for day in sorted(week) if week[day]), ())
    return worktime.Calendar(
        code=code,
        version=version,
        tz=tz,
        weekly=week,
        exceptions={day: ordinary if spans is None else parse_spans(spans) for day, (spans, _) in days.items()},
        names={day: name for day, (_, name) in days.items() if name},
        known_until=known_until,
        working_day_rule=worktime.DayRule(working_day_rule or worktime.DayRule.CLOSE_OF_DAY),
        natural_day_rule=worktime.DayRule(natural_day_rule or worktime.DayRule.SAME_TIME),
    )


def parse_spans(spans: Any) -> tuple[tuple[time, time], ...]:
    """[["09:00", "12:00"], …] as times ("24:00" is the end of the day); ValueError for anything else."""
    try:
        return tuple((_time(a), _time(b)) for a, b in spans)
    except (TypeError, AttributeError) as error:
        raise ValueError(f'working spans must look like [["09:00", "12:00"]], not {spans!r}') from error


def _time(text: str) -> time:
    return time(0) if text == "24:00" else time.fromisoformat(text)


# --- verbs -----------------------------------------------------------------------------------------------------------
@transaction.atomic
def ensure_default(years: Iterable[int] | None = None) -> Calendar:
    """The default calendar in the tables, made with the built-in week and the holidays of these years (default: all
    that are known) if it is missing."""
    row, made = Calendar.objects.get_or_create(
        code=DEFAULT_CODE,
        defaults={"name": DEFAULT_NAME, "weekly": DEFAULT_WEEK, "source": DEFAULT_SOURCE},
    )
    if made:
        CalendarChange.objects.create(calendar=row, version=row.version, note="新建")
        import_chinesecalendar(years)
    return row


@transaction.atomic
def save_calendar(
    code: str,
    *,
    name: str,
    weekly: Mapping[str, Any] | None = None,
    parent: str | None = None,
    working_day_rule: str = "",
    natural_day_rule: str = "",
    tz: str = "Asia/Shanghai",
    source: str = "",
    account_id: int | None = None,
) -> Calendar:
    """Make a calendar or change its week and rules. weekly None: as the parent (needs one).

    ValueError: no week and no parent, a parent that does not exist or descends from this one, bad spans or
    rules.
    """
    parent_row = Calendar.objects.select_for_update().get(code=parent) if parent else None
    if weekly is None and parent_row is None:
        raise ValueError("a calendar without a parent needs working hours")
    build(
        code=code, version=0, tz=tz, weekly=weekly or DEFAULT_WEEK, days={},
        working_day_rule=working_day_rule, natural_day_rule=natural_day_rule,
    )  # fmt: skip
    row = Calendar.objects.select_for_update().filter(code=code).first()
    if row is not None and parent_row is not None and _descends(parent_row, row):
        raise ValueError(f"calendar {code} cannot be a variant of its own variant {parent}")
    values = {
        "name": name, "weekly": weekly, "parent": parent_row, "tz": tz, "source": source,
        "working_day_rule": working_day_rule, "natural_day_rule": natural_day_rule,
    }  # fmt: skip
    if row is None:
        row = Calendar.objects.create(code=code, **values)
        CalendarChange.objects.create(calendar=row, version=1, account_id=account_id, note="新建")
        revision.bump(TOPIC)
        return row
    changes = [
        {"field": field, "before": _shown(getattr(row, field)), "after": _shown(value)}
        for field, value in values.items()
        if getattr(row, field) != value
    ]
    if changes:
        for field, value in values.items():
            setattr(row, field, value)
        row.save()
        _changed(row, changes, account_id, "修改作息")
    return row


@transaction.atomic
def save_days(
    code: str,
    days: Iterable[tuple[date, Sequence[Sequence[str]] | None, str]],
    *,
    source: str,
    remove: Iterable[date] = (),
    account_id: int | None = None,
    note: str = "",
) -> int:
    """Set days (date, spans, name) of a calendar and remove others; how many really changed. spans as in
    CalendarDay.

    One new version for all of them together, none when nothing changed. Calendar.DoesNotExist for an unknown
    code.
    """
    row = Calendar.objects.select_for_update().get(code=code)
    present = {day.date: day for day in row.days.all()}
    changes, kept = [], []
    for day, spans, name in days:
        if spans is not None:
            worktime.Calendar(code, 0, row.tz, {0: parse_spans(spans)})
        before = present.get(day)
        after = None if spans is None else [list(span) for span in spans]
        if before is not None and (before.spans, before.name) == (after, name):
            continue
        changes.append({"date": day.isoformat(), "before": _day(before), "after": [after, name]})
        kept.append(CalendarDay(calendar=row, date=day, spans=after, name=name, source=source))
    gone = [day for day in remove if day in present]
    changes += [{"date": day.isoformat(), "before": _day(present[day]), "after": None} for day in gone]
    CalendarDay.objects.bulk_create(
        kept,
        update_conflicts=True,
        unique_fields=["calendar", "date"],
        update_fields=["spans", "name", "source"],
    )
    row.days.filter(date__in=gone).delete()
    if changes:
        _changed(row, changes, account_id, note or source)
    return len(changes)


@transaction.atomic
def import_chinesecalendar(
    years: Iterable[int] | None = None, code: str = DEFAULT_CODE, account_id: int | None = None
) -> int:
    """Load holidays and 调休 make-up days of these years (default: all that the library knows); days changed.

    Days that somebody edited by hand for these years are overwritten only where the library names the same
    day. ValueError for a year that the library does not know.
    """
    from importlib.metadata import version

    wanted = sorted(set(years)) if years is not None else known_years()
    unknown = sorted(set(wanted) - set(known_years()))
    if unknown:
        raise ValueError(f"chinesecalendar does not know {unknown}: it ends with {known_years()[-1]}")
    source = f"chinesecalendar {version('chinesecalendar')}（国务院办公厅节假日安排）"
    changed = save_days(code, days_of_years(wanted), source=source, account_id=account_id)
    row = Calendar.objects.get(code=code)
    last = date(max(wanted), 12, 31)
    if row.known_until is None or row.known_until < last:
        Calendar.objects.filter(pk=row.pk).update(known_until=last)
        revision.bump(TOPIC)
    return changed


def _changed(row: Calendar, changes: list[dict[str, Any]], account_id: int | None, note: str) -> None:
    """New versions of a calendar and of everything that inherits from it, each with its line in the
    journal."""
    family, wave = [row], [row]
    while wave:
        wave = list(Calendar.objects.select_for_update().filter(parent__in=wave))
        family += wave
    for member in family:
        member.version += 1
        member.save(update_fields=["version"])
        own = changes if member is row else [{"parent": row.code, "version": row.version}]
        CalendarChange.objects.create(
            calendar=member, version=member.version, account_id=account_id, note=note[:300], changes=own
        )
    revision.bump(TOPIC)


def _descends(row: Calendar, ancestor: Calendar) -> bool:
    at: Calendar | None = row
    while at is not None:
        if at.pk == ancestor.pk:
            return True
        at = at.parent
    return False


def _day(day: CalendarDay | None) -> Any:
    return None if day is None else [day.spans, day.name]


def _shown(value: Any) -> Any:
    return value.code if isinstance(value, Calendar) else value
