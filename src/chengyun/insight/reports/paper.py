"""A report as the paper that is typeset, with its figures by name and its tables as sheets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.kernel.paper import process, shape
from chengyun.org import queries as org

from . import words
from .models import Report, ReportPlan

FORMATS = ("docx", "pdf", "xlsx")
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ALIGN = {"text": "center", "count": "right", "rate": "right"}
_NUMERALS = "〇一二三四五六七八九"


def files(report: Report, plan: ReportPlan, template: bytes | None, *formats: str) -> dict[str, bytes]:
    """The report in these formats, made in a process that ends. Problem 422 for a fault in the template."""
    return process.render(
        formats or FORMATS, of(report, plan), figures(report.content), template,
        sheets=sheets(report) if "xlsx" in (formats or FORMATS) else (),
    )  # fmt: skip


def of(report: Report, plan: ReportPlan) -> shape.Paper:
    day = timezone.localdate(report.signed_at) if report.signed_at else timezone.localdate()
    return shape.Paper(
        head=filled(plan.head), number=report.number or f"{plan.mark}〔{day.year}〕  号",
        signer=report.signed_by if report.signed_at else "", title=report.title, to=plan.to,
        blocks=blocks(report.content), closing=filled(plan.closing), date=in_words(day), copy=plan.copy,
        printed=filled("{中心}"), mark="" if report.state in words.DONE else "草稿", issue="",
    )  # fmt: skip


def filled(text: str) -> str:
    """{区} and {中心} are the names of this district and its centre."""
    here = org.district() or {"name": "", "centre_name": ""}
    return text.replace("{区}", here["name"]).replace(
        "{中心}", here["centre_name"] or f"{here['name']}城市运行管理中心"
    )


def in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def blocks(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The shown sections with their numbers, tables and charts numbered through."""
    found: list[dict[str, Any]] = []
    shown = [section for section in content.get("sections", []) if section["shown"]]
    counts = {"table": 0, "chart": 0}
    for place, section in enumerate(shown, start=1):
        found.append(shape.heading(f"{numeral(place)}、{section['heading']}"))
        if section["text"].strip():
            found.append(shape.text(section["text"]))
        for block in section["blocks"]:
            counts[block["type"]] += 1
            name = {"table": "表", "chart": "图"}[block["type"]]
            title = f"{name}{counts[block['type']]}　{block['title']}"
            found.append(_table(block, title) if block["type"] == "table" else shape.chart(title, block["svg"]))
    return found


def _table(block: Mapping[str, Any], title: str) -> dict[str, Any]:
    longest = [
        max([len(column["name"]), *(len(row[place]["t"]) for row in block["rows"])])
        for place, column in enumerate(block["columns"])
    ]
    columns = [
        (column["name"], _ALIGN[column["kind"]] if place else "left", float(min(max(width, 4), 16)))
        for place, (column, width) in enumerate(zip(block["columns"], longest, strict=True))
    ]
    rows = [[cell["t"] for cell in row] for row in block["rows"]]
    return shape.table(title, columns, rows, note=block.get("note", ""), total=block.get("total", False))


def numeral(number: int) -> str:
    """一 … 九十九"""
    tens, ones = divmod(number, 10)
    return (("" if tens < 2 else _NUMERALS[tens]) + "十" if tens else "") + (_NUMERALS[ones] if ones else "")


def figures(content: Mapping[str, Any]) -> dict[str, str]:
    return {name: cell["t"] for name, cell in content.get("values", {}).items()}


def sheets(report: Report) -> list[dict[str, Any]]:
    """The figures by name, then every table, numbers as numbers."""
    about = [report.title, f"{in_words(report.first)} 至 {in_words(report.last)}", report.number or "草稿"]
    values = report.content.get("values", {})
    found: list[dict[str, Any]] = [{
        "name": "主要数据", "about": about, "columns": ["名称", "数值"], "kinds": ["text", "count"],
        "rows": [
            [name, cell["t"] if cell["v"] is None or name.endswith("率") else cell["v"]]
            for name, cell in values.items()
        ],
    }]  # fmt: skip
    for section in report.content.get("sections", []):
        for block in section["blocks"]:
            if block["type"] == "table":
                found.append({
                    "name": block["title"], "about": [*about, block["title"]],
                    "columns": [column["name"] for column in block["columns"]],
                    "kinds": [column["kind"] for column in block["columns"]],
                    "rows": [[cell["t"] if cell["v"] is None else cell["v"] for cell in row] for row in block["rows"]],
                })  # fmt: skip
    return found
