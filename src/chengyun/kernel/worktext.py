"""Due times and remainders in words, Chinese and English. Pure; worked out only when somebody asks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from .workdays import DAY_PARTS, DayRule, WorkTable
from .worktime import Derivation, Measure, Remaining, Step, Unit

_UNIT_WORDS = {
    Unit.NATURAL_MINUTE: ("分钟", "minute(s)"),
    Unit.URGENT_HOUR: ("小时（紧急工作时）", "hour(s)"),
    Unit.WORKING_HOUR: ("工作时", "working hour(s)"),
    Unit.WORKING_DAY: ("个工作日", "working day(s)"),
    Unit.NATURAL_DAY: ("个自然日", "natural day(s)"),
    Unit.MONTH: ("个月", "month(s)"),
}
_WEEKEND = ("周末", "weekend")


def steps_of(d: Derivation) -> tuple[Step, ...]:
    """The whole way from the start to the due time; the counts of its "count" steps add up to the amount."""
    zone = d.calendar.zone
    start = d.start.astimezone(zone)
    close = _rule(d) is DayRule.CLOSE_OF_DAY
    steps = [Step(start, "start", {})]
    steps.append(Step(start, "rule", {"amount": d.amount, "unit": d.unit, "close": close}))
    pauses = [(a, b, is_open) for a, b, is_open in d.pauses if a < d.due]
    if d.unit.is_working:
        steps += _runs(d, pauses)
    for a, b, is_open in pauses:
        if is_open:
            steps.append(Step(a.astimezone(zone), "open_pause", {}))
        if b > a:
            lost = _lost(d, a, b)
            steps.append(Step(a.astimezone(zone), "pause", {"to": b.astimezone(zone), "lost": lost, "unit": d.unit}))
    known = d.calendar.known_until
    if known is not None and d.unit.is_working and d.due.date() > known:
        steps.append(Step(d.due, "unknown", {"known_until": known}))
    steps.append(Step(d.due, "due", {"provisional": d.paused_since is not None}))
    return tuple(steps)


def _rule(d: Derivation) -> DayRule:
    if d.unit is Unit.WORKING_DAY:
        return d.calendar.working_day_rule
    if d.unit in (Unit.NATURAL_DAY, Unit.MONTH):
        return d.calendar.natural_day_rule
    return DayRule.SAME_TIME


def _lost(d: Derivation, a: datetime, b: datetime) -> Decimal:
    """What a pause costs, in the unit (natural days and months: in days)."""
    measure = Measure(d.unit, d.calendar, d.start)
    return _in_unit(max(measure.at(b), d.base) - max(measure.at(a), d.base), d.unit)


def _in_unit(amount: int, unit: Unit) -> Decimal:
    per = {Unit.NATURAL_MINUTE: 60_000_000, Unit.URGENT_HOUR: 3_600_000_000, Unit.WORKING_HOUR: 3_600_000_000}
    return Decimal(amount) / (DAY_PARTS if unit is Unit.WORKING_DAY else per.get(unit, 86_400_000_000))


def _runs(d: Derivation, pauses: list[tuple[datetime, datetime, bool]]) -> list[Step]:
    """Runs of counted days and of days off between the base and the due time."""
    measure = Measure(d.unit, d.calendar, d.start)
    table = measure.table
    assert table is not None
    day, _ = table.split(d.start)
    last, _ = table.split(d.due)
    end = measure.at(d.due)
    holes = [(max(measure.at(a), d.base), max(measure.at(b), d.base)) for a, b, _ in pauses]
    runs: list[tuple[tuple[str, str], int, int]] = []
    for index in range(day, last + 1):
        label = _label(d, table, index)
        if runs and runs[-1][0] == label:
            runs[-1] = (label, runs[-1][1], index)
        else:
            runs.append((label, index, index))
    steps = []
    for (kind, name), first, final in runs:
        at, to = table.moment(first, 0), table.moment(final, 0).date()
        if kind == "off":
            steps.append(Step(at, "off", {"to": to, "name": name}))
            continue
        a = max(_position(measure, first), d.base)
        b = min(_position(measure, final + 1), end)
        counted = b - a - sum(max(0, min(b, q) - max(a, p)) for p, q in holes)
        if b > a:
            detail = {"to": to, "name": name, "counted": _in_unit(counted, d.unit), "unit": d.unit}
            steps.append(Step(at, "count", detail))
    return steps


def _position(measure: Measure, day: int) -> int:
    assert measure.table is not None
    measure.table.reach(day)
    return measure.table.counted[day] * DAY_PARTS if measure.days else measure.table.worked[day]


def _label(d: Derivation, table: WorkTable, day: int) -> tuple[str, str]:
    name = d.calendar.names.get(date.fromordinal(table.first + day), "")
    if not table.spans(day):
        return "off", name if table.is_special(day) else ""
    return "count", name or "调休" if table.is_special(day) and not table.weekly_open(day) else ""


# --- words -----------------------------------------------------------------------------------------------------------
def line_of(step: Step, lang: str) -> str:
    """One step as one sentence."""
    return (_line_zh if lang.startswith("zh") else _line_en)(step)


def _line_zh(step: Step) -> str:
    detail = step.detail
    match step.kind:
        case "start":
            return f"{_moment(step.at)} 起计"
        case "rule":
            return f"时限 {_number(detail['amount'])} {_unit(detail['unit'], 'zh')}" + (
                "：当日不计，次日（工作日）起算，计至末日终了" if detail["close"] else "：自起计时刻连续计算"
            )
        case "count":
            makeup = f"（{detail['name']}，调休上班）" if detail["name"] else ""
            days = _days(step.at.date(), detail["to"], "至")
            return f"{days}{makeup} 计 {_number(detail['counted'])} {_unit(detail['unit'], 'zh')}"
        case "off":
            return f"{_days(step.at.date(), detail['to'], '至')} {detail['name'] or _WEEKEND[0]}，不计"
        case "pause":
            lost = f"{_number(detail['lost'])} {_unit(_pause_unit(detail['unit']), 'zh')}"
            return f"暂停 {_moment(step.at)} 至 {_moment(detail['to'])}，顺延 {lost}"
        case "open_pause":
            return f"{_moment(step.at)} 起暂停，尚未恢复，以下为暂计"
        case "unknown":
            return f"{detail['known_until']:%Y年%m月%d日} 之后的节假日安排尚未载入，仅按周计算"
    return ("如现在恢复，" if detail["provisional"] else "") + f"到期 {_moment(step.at, closing=True)}"


def _line_en(step: Step) -> str:
    detail = step.detail
    match step.kind:
        case "start":
            return f"Counted from {_moment(step.at)}"
        case "rule":
            return f"Limit: {_number(detail['amount'])} {_unit(detail['unit'], 'en')}, " + (
                "the day of the start is not counted, the last day counts to its end"
                if detail["close"]
                else "counted from the moment of the start"
            )
        case "count":
            makeup = f" (make-up day: {detail['name']})" if detail["name"] else ""
            days = _days(step.at.date(), detail["to"], " to ")
            return f"{days}{makeup}: {_number(detail['counted'])} {_unit(detail['unit'], 'en')}"
        case "off":
            return f"{_days(step.at.date(), detail['to'], ' to ')}: {detail['name'] or _WEEKEND[1]}, not counted"
        case "pause":
            lost = f"{_number(detail['lost'])} {_unit(_pause_unit(detail['unit']), 'en')}"
            return f"Paused {_moment(step.at)} to {_moment(detail['to'])}: {lost} later"
        case "open_pause":
            return f"Paused since {_moment(step.at)} and not resumed: provisional from here"
        case "unknown":
            return f"Holidays after {detail['known_until']} are not loaded yet: only the week is counted"
    return ("If resumed now, due " if detail["provisional"] else "Due ") + _moment(step.at, closing=True)


def remaining_text(rest: Remaining, lang: str) -> str:
    """What is left or overdue, in the largest units that still say something.

    At night and over a weekend working time stands still at "less than a minute"; then real time is told.
    """
    chinese = lang.startswith("zh")
    seconds = abs(rest.seconds)
    standing = rest.unit.is_working and not rest.paused and seconds < 60 <= abs(rest.natural)
    if standing:
        amount = _duration(abs(rest.natural), False, chinese)
    elif rest.unit is Unit.WORKING_DAY and abs(rest.left) >= DAY_PARTS:
        days = abs(rest.amount).quantize(Decimal("0.1"), ROUND_FLOOR)
        unit = _unit(Unit.WORKING_DAY, lang).replace("(s)", "" if days == 1 else "s")
        amount = f"{_number(days)} {unit}"
    else:
        amount = _duration(seconds, rest.unit.is_working, chinese)
    if rest.overdue:
        text = f"超 {amount}" if chinese else f"{amount} overdue"
    else:
        text = f"剩 {amount}" if chinese else f"{amount} left"
    if standing:
        text += "（非工作时间）" if chinese else " (outside working hours)"
    if rest.paused:
        text += "（暂停中）" if chinese else " (paused)"
    return text


def _duration(seconds: int, working: bool, chinese: bool) -> str:
    days, rest = (0, seconds) if working else divmod(seconds, 86_400)
    hours, minutes = divmod(rest // 60, 60)
    names = ("天", "工作时" if working else "小时", "分") if chinese else ("d", "working h" if working else "h", "min")
    parts = [f"{n} {name}" for n, name in zip((days, hours, minutes), names, strict=True) if n]
    if days:
        parts = parts[:2]
    return " ".join(parts) or ("不足 1 分" if chinese else "less than 1 min")


def _pause_unit(unit: Unit) -> Unit:
    return Unit.NATURAL_DAY if unit is Unit.MONTH else unit


def _unit(unit: Unit, lang: str) -> str:
    return _UNIT_WORDS[unit][0 if lang.startswith("zh") else 1]


def _number(value: Any) -> str:
    text = f"{Decimal(value).quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".")


def _days(first: date, last: date, to: str) -> str:
    return f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d}{to}{last:%Y-%m-%d}"


def _moment(at: datetime, closing: bool = False) -> str:
    if closing and (at.hour, at.minute, at.second, at.microsecond) == (0, 0, 0, 0):
        return f"{at - timedelta(days=1):%Y-%m-%d} 24:00"
    return f"{at:%Y-%m-%d %H:%M}" + (f":{at:%S}" if at.second else "")
