"""The circular (通报) of a closed month on paper: the ranking of every group, what was left out and taken, the seal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel.pdf import Mark, Sheet
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import District

from . import queries, words
from .models import Appeal, Deduction, ScoreMonth

_WORDS = {
    "zh": {
        "title": "{year} 年 {month} 月承办单位考核情况通报", "draft": "（未发布）", "rank": "名次",
        "unit": "单位", "total": "得分", "cases": "案件", "none": "无",
        "idle": "{n} 个单位不足 {least} 件，不排名：{names}。", "and": "、",
        "left_out": "剔除和扣分", "by": "考核方案：{name}（{source}）",
        "excluded": "剔除案件 {n} 件次，其中申诉成立 {m} 件次。", "deducted": "手工扣分 {n} 条，合计 {points} 分。",
        "seal": "关账", "sealed": "{at} 由{by}关账，签名（SM3）{hash}",
        "page": "第 {n} 页 / 共 {of} 页", "note": "说明",
    },
    "en": {
        "title": "Circular on the assessment of units, {year}-{month:02}", "draft": "(not issued)", "rank": "Rank",
        "unit": "Unit", "total": "Points", "cases": "Cases", "none": "none",
        "idle": "{n} units have fewer than {least} cases and are not ranked: {names}.", "and": ", ",
        "left_out": "Left out and deducted",
        "by": "Scheme: {name} ({source})", "excluded": "{n} exclusions, {m} of them by appeal.",
        "deducted": "{n} deductions by hand, {points} points together.", "seal": "Closed",
        "sealed": "Closed {at} by {by}; seal (SM3) {hash}", "page": "Page {n} / {of}", "note": "Note",
    },
}  # fmt: skip


def printed(actor: Actor, month: date, language: str) -> tuple[str, bytes]:
    """File name and PDF. Problem 409 before the month is closed, 403 for a unit before the circular is issued."""
    closed = ScoreMonth.objects.filter(month=month).first()
    if closed is None:
        raise Problem(409, "not_closed", "还没有关账", "关账以后才有通报。")
    if closed.published_at is None and not queries.reach.sees_all(actor):
        raise Problem(403, "forbidden", "还没有发布", "通报发布以后才能查看。")
    told = queries.ranking(actor, month)
    say = _WORDS["en" if language == "en" else "zh"]
    title = say["title"].format(year=month.year, month=month.month)
    district = District.objects.first()
    centre = (district.centre_name or district.name) if district else ""
    number = closed.circular or say["draft"]
    sheet = Sheet(title, centre, Mark("" if closed.published_at else say["draft"], (number,), say["page"]))
    sheet.top(title, centre, number)
    for group in told["groups"]:
        _group(sheet, group, say)
    _left_out(sheet, closed, say)
    if closed.note:
        sheet.heading(say["note"])
        sheet.text(closed.note)
    sheet.heading(say["seal"])
    at = f"{timezone.localtime(closed.closed_at):%Y-%m-%d %H:%M}"
    sheet.text(say["sealed"].format(at=at, by=closed.closed_by, hash=bytes(closed.hash).hex()), muted=True, size=9)
    return f"{title}.pdf", sheet.render()


def _group(sheet: Sheet, group: dict[str, Any], say: dict[str, str]) -> None:
    sheet.heading(words.GROUPS.get(group["group"], group["group"]))
    items = [(item["code"], f"{item['name']}\n({_points(item['weight'])})") for item in group["items"]]
    rows = []
    for unit in group["units"]:
        points = {item["code"]: item["points"] for item in unit["items"]}
        if unit["rank"]:
            rows.append([
                str(unit["rank"]), unit["name"], _points(unit["total"]), str(unit["cases"]),
                *(_points(points.get(code)) for code, _ in items),
            ])  # fmt: skip
    head = [say["rank"], say["unit"], say["total"], say["cases"], *(name for _, name in items)]
    each = 0.58 / max(len(items), 1)
    if rows:
        sheet.table(head, rows, [0.07, 0.19, 0.08, 0.08, *([each] * len(items))])
    idle = [unit["name"] for unit in group["units"] if not unit["rank"]]
    if idle:
        sheet.text(say["idle"].format(n=len(idle), least=group["minimum"], names=say["and"].join(idle)), size=8.5)
    sheet.text(say["by"].format(name=group["name"], source=group["source"] or say["none"]), muted=True, size=8.5)


def _points(text: str | None) -> str:
    """Points without zeros that say nothing."""
    return "—" if text is None else text.rstrip("0").rstrip(".") if "." in text else text


def _left_out(sheet: Sheet, closed: ScoreMonth, say: dict[str, str]) -> None:
    granted = list(Appeal.objects.filter(month=closed.month, state=Appeal.GRANTED))
    taken = list(Deduction.objects.filter(month=closed.month, lifted_at=None).order_by("unit_id", "id"))
    sheet.heading(say["left_out"])
    appealed = sum(1 for row in granted if row.origin == words.APPEAL)
    sheet.text(say["excluded"].format(n=len(granted), m=appealed))
    points = sum((row.points for row in taken), start=type(taken[0].points)(0)) if taken else 0
    sheet.text(say["deducted"].format(n=len(taken), points=points))
    known = catalogue.current()
    for row in taken[:60]:
        sheet.text(f"{known.unit_name(row.unit_id)}：-{row.points}，{row.reason}", size=9, indent=12)
