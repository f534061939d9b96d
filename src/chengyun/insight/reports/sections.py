"""The parts of each kind of report: a heading, the text that the figures propose, a table, a chart. No database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases.measures import PERCENT, Measure, Reading
from chengyun.kernel.paper import charts

from ..warnings.words import HITS, LEVELS, NATURES, OPEN
from ..warnings.words import STATES as WARNING_STATES
from . import cells, wording
from .facts import Facts, sums, urgent
from .words import CIRCULAR, DAILY, MONTHLY, SITUATION, SPECIAL, WEEKLY

Section = dict[str, Any]
MOST_LINES = 12


def build(facts: Facts) -> dict[str, Any]:
    """{sections, values}: the content of a report."""
    found = [section for make in RECIPES[facts.kind] if (section := make(facts)) is not None]
    return {"sections": found, "values": _values(facts), "than": facts.than, "at": facts.now.isoformat()}


def _values(facts: Facts) -> dict[str, cells.Cell]:
    """Figures by name, for templates and for whoever reads beside the text."""
    now, before = sums(facts.told), sums(facts.before)
    query = facts.query
    return {
        "登记": cells.count(now.received, query("received")),
        "登记较上期": cells.words(wording.change(now.received, before.received, facts.than)),
        "办结": cells.count(now.closed, query("closed")),
        "按时办结": cells.count(now.on_time, query("on_time")),
        "按时办结率": cells.rate(now.on_time, now.closed, query("closed")),
        "满意率": cells.rate(now.satisfied, now.rated, query("rated")),
        "不满意": cells.count(now.dissatisfied, query("dissatisfied")),
        "在办": cells.count(facts.value("in_hand"), query("in_hand")),
        "临期": cells.count(facts.value("due_soon"), query("due_soon")),
        "超期": cells.count(facts.value("overdue"), query("overdue")),
        "时段": cells.words(facts.days),
    }


def _at(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local.month}月{local.day}日{local.hour}时{local.minute:02d}分"


# --- sections ---------------------------------------------------------------------------------------------------------
def overall(facts: Facts) -> Section:
    now, before = sums(facts.told), sums(facts.before)
    year = sums(facts.year) if facts.year else None
    text = wording.overall(facts.days, now, before, facts.than, year)
    waiting = wording.in_hand(_at(facts.now), facts.value("in_hand"), facts.value("due_soon"), facts.value("overdue"))
    columns = [("指标", "text"), ("本期", "count"), (facts.than, "count")] + ([("去年同期", "count")] if year else [])
    rows = []
    for name, label in (
        ("received", "登记"), ("closed", "办结"), ("on_time", "按时办结"), ("satisfied", "满意和基本满意"),
        ("dissatisfied", "不满意"),
    ):  # fmt: skip
        boards = [facts.told, facts.before, *([facts.year] if facts.year else [])]
        rows.append([
            cells.words(label),
            *(cells.count(one["figures"][name]["value"], {**facts.narrow, **one["measures"][name]}) for one in boards),
        ])  # fmt: skip
    return cells.section(
        "overall", "总体情况", f"{text}\n{waiting}", cells.table("figures", "总体情况", columns, rows), _trend(facts)
    )


def _trend(facts: Facts) -> Mapping[str, Any]:
    """Over time, beside the period before where both have as many columns; one day by its hours."""
    now, before = facts.told["series"], facts.before["series"]
    cut = facts.told["cut"]

    def label(row: Mapping[str, Any]) -> str:
        at = datetime.fromisoformat(row["from"])
        return f"{at.hour}时" if cut == "hour" else f"{at.month}月" if cut == "month" else f"{at.month}/{at.day}"

    values = [row["received"] for row in now]
    earlier = [row["received"] for row in before][: len(values)]
    series: list[tuple[str, list[float]]] = [("本期登记", values), (f"{facts.than}登记", earlier)]
    what = {"hour": "分时", "day": "每日", "month": "每月"}[cut]
    return cells.chart("trend", f"{what}登记量", charts.lines([label(row) for row in now], series))


def categories(facts: Facts) -> Section:
    return _spread(facts, "category", "categories", "诉求类别", "类别")


def areas(facts: Facts) -> Section:
    return _spread(facts, "area", "areas", "区域分布", "街道")


def channels(facts: Facts) -> Section:
    return _spread(facts, "channel", "channels", "诉求来源", "渠道")


def _spread(facts: Facts, by: str, code: str, heading: str, what: str) -> Section:
    lines = facts.lines(by)
    whole = facts.value("received")
    told = [row for row in facts.told[f"by_{by}"] if row["received"] or row["in_hand"]]
    earlier = {(row["code"], row["direct"]): row for row in facts.before[f"by_{by}"]}
    rows = []
    for row in told[:MOST_LINES]:
        before = earlier.get((row["code"], row["direct"]), {}).get("received", 0)
        then = {**facts.narrow, **facts.before["measures"]["received"], **row["where"]}
        rows.append([
            cells.words(_name(row)), cells.count(row["received"], facts.query("received", row["where"])),
            cells.rate(row["received"], whole, facts.query("received", row["where"])), cells.count(before, then),
            cells.count(row["in_hand"], facts.query("in_hand", row["where"])),
        ])  # fmt: skip
    columns = [(what, "text"), ("登记", "count"), ("占比", "rate"), (facts.than, "count"), ("在办", "count")]
    drawn = [(line.name, float(line.now)) for line in sorted(lines, key=lambda line: -line.now)[:8] if line.now]
    return cells.section(
        code, heading, wording.spread(what, lines, whole, facts.than),
        cells.table(code, f"按{what}分布", columns, rows, "只列较多的。" if len(told) > MOST_LINES else ""),
        cells.chart(f"{code}_chart", f"登记较多的{what}", charts.bars(drawn) if len(drawn) > 1 else ""),
    )  # fmt: skip


def _name(row: Mapping[str, Any]) -> str:
    if not row["code"]:
        return "未明确"
    return f"{row['name']}（本级）" if row.get("direct") else str(row["name"])


def units(facts: Facts) -> Section:
    """Units by what they closed in time, what is late, how satisfied people were."""
    told = [row for row in facts.told["by_unit"] if row["code"] and (row["closed"] or row["in_hand"])]
    late = [wording.Line(row["name"], row["overdue"]) for row in told]
    slow = wording.slow_units([(row["name"], row["on_time"], row["closed"]) for row in told])
    text = f"{wording.late_units(late)}\n{slow}".strip()
    order = sorted(told, key=lambda row: (-row["overdue"], -row["closed"], row["name"]))
    most = None if facts.kind == CIRCULAR else MOST_LINES
    rows = [_unit(facts, row) for row in order[:most]]
    columns = [
        ("单位", "text"), ("登记", "count"), ("办结", "count"), ("按时办结率", "rate"), ("满意率", "rate"),
        ("在办", "count"), ("超期", "count"),
    ]  # fmt: skip
    note = "按时办结率＝各环节都没有超期的 ÷ 办结；满意率＝（满意＋基本满意）÷ 已评价；在办、超期为生成时的数字。"
    return cells.section("units", "承办单位办理情况", text, cells.table("units", "各单位办理情况", columns, rows, note))


def _unit(facts: Facts, row: Mapping[str, Any]) -> list[cells.Cell]:
    def query(name: str) -> dict[str, Any]:
        return facts.query(name, row["where"])

    return [
        cells.words(_name(row)), cells.count(row["received"], query("received")),
        cells.count(row["closed"], query("closed")), cells.rate(row["on_time"], row["closed"], query("closed")),
        cells.rate(row["satisfied"], row["rated"], query("rated")), cells.count(row["in_hand"], query("in_hand")),
        cells.count(row["overdue"], query("overdue")),
    ]  # fmt: skip


def hot(facts: Facts) -> Section | None:
    if "gathered" in facts.narrow:
        return None
    text = wording.hot([(one["title"], one["cases"]) for one in facts.hot], facts.hot_all)
    rows = [
        [
            cells.words(one["title"]), cells.words(one["category"]), cells.count(one["cases"], one["query"]),
            cells.count(one["all"], one["all_query"]),
        ]
        for one in facts.hot
    ]  # fmt: skip
    columns = [("热点", "text"), ("类别", "text"), ("本期", "count"), ("累计", "count")]
    return cells.section("hot", "热点问题", text, cells.table("hot", "热点问题", columns, rows))


def warned(facts: Facts) -> Section | None:
    if facts.narrow:
        return None
    found = facts.warnings
    acted = sum(1 for one in found if one.state in HITS)
    text = wording.warnings(len(found), urgent(found), acted, sum(1 for one in found if one.state == OPEN))
    rows = [
        [
            cells.words(one.title), cells.words(NATURES.get(one.nature, one.nature)), cells.words(LEVELS[one.level]),
            cells.count(one.cases, {"gathered": f"warning:{one.pk}"}),
            cells.words(WARNING_STATES.get(one.state, one.state)),
        ]
        for one in found[:10]
    ]  # fmt: skip
    columns = [("预警", "text"), ("性质", "text"), ("级别", "text"), ("案件", "count"), ("研判", "text")]
    return cells.section("warnings", "风险预警", text, cells.table("warnings", "预警情况", columns, rows))


def indicators(facts: Facts) -> Section | None:
    """The measures that the rooms can read of this period."""
    if not facts.readings:
        return None
    rows = [_reading(measure, reading) for measure, reading in facts.readings]
    columns = [("指标", "text"), ("数值", "count"), ("分子", "count"), ("分母", "count")]
    rates = [
        f"{measure.name} {reading.value:f}%" for measure, reading in facts.readings
        if measure.kind == PERCENT and reading.value is not None
    ]  # fmt: skip
    first = f"{wording.listed(rates[:6])}。" if rates else ""
    text = f"{first}期间可计算的指标共 {len(rows)} 项，见下表；口径和逐件依据见指标页。"
    return cells.section("indicators", "指标完成情况", text, cells.table("indicators", "指标", columns, rows))


def _reading(measure: Measure, reading: Reading) -> list[cells.Cell]:
    opened = reading.opened
    shown = reading.text or f"{reading.value:f}{measure.unit}"
    value = cells.words(shown, opened.get("value") or opened.get("denominator"))
    if reading.value is not None:
        value["v"] = float(reading.value)
    parts = []
    for name, number in (("numerator", reading.numerator), ("denominator", reading.denominator)):
        whole = number is not None and reading.denominator and number == number.to_integral_value()
        parts.append(cells.count(int(number), opened.get(name)) if number is not None and whole else cells.words(""))
    return [cells.words(measure.name), value, *parts]


def follows(facts: Facts) -> Section:
    late = sorted((row for row in facts.told["by_unit"] if row["code"] and row["overdue"]), key=_by("overdue"))
    unhappy = sorted(
        (row for row in facts.told["by_unit"] if row["code"] and row["dissatisfied"]), key=_by("dissatisfied")
    )
    up = sorted((line for line in facts.lines("category") if line.more >= wording.SMALL), key=lambda line: -line.more)
    text = wording.advice(
        [row["name"] for row in late], [line.name for line in up], [row["name"] for row in unhappy],
        [one["title"] for one in facts.hot[:2]],
    )  # fmt: skip
    return cells.section("advice", "下一步工作建议", text)


def _by(name: str) -> Callable[[Mapping[str, Any]], tuple[int, str]]:
    return lambda row: (-row[name], row["name"])


RECIPES: dict[str, tuple[Callable[[Facts], Section | None], ...]] = {
    DAILY: (overall, categories, areas, units, hot, warned),
    WEEKLY: (overall, categories, areas, channels, units, hot, warned, follows),
    MONTHLY: (overall, indicators, categories, areas, channels, units, hot, warned, follows),
    CIRCULAR: (overall, units, indicators, follows),
    SPECIAL: (overall, categories, areas, units, hot, follows),
    SITUATION: (overall, warned, hot, categories, areas, units, follows),
}
