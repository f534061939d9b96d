"""Documents are read, looked at, kept, changed, removed; each time all rules are run."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org import profiles
from chengyun.org.access import Actor

from . import queries, storing, telling
from .models import BudgetDocument, BudgetRow, BudgetTarget
from .reading import read
from .rules import Finding, check
from .tables import COLUMNS, Budget, Figure, Place, Row, Table, money

MAX_BYTES = 4_000_000
MAX_LINES = 20_000
MAX_ROWS = 500


def invalid(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


def understood(name: str, data: bytes) -> tuple[Budget, str]:
    """A published text or the platform's XLSX. Problem 422 when it is neither."""
    if len(data) > MAX_BYTES:
        raise invalid("file", "文件大于 4 MB，请只上传部门预算文本或模板。")
    if data[:4] == b"PK\x03\x04":
        from .workbook import read_workbook

        return read_workbook(data), "xlsx"
    if data[:4] in (b"%PDF", b"\xd0\xcf\x11\xe0"):
        raise invalid("file", "请上传文本（TXT）或 XLSX 模板；PDF、Word 请先另存为文本。")
    text = _decoded(data)
    if text.count("\n") > MAX_LINES:
        raise invalid("file", "文本超过 20000 行，不像是部门预算。")
    found = read(text)
    if not found.tables and found.overall is None:
        raise invalid("file", "没有认出部门预算：没有“第二部分”“表 1.”等标题。")
    return found, "text"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    raise invalid("file", "不是文本文件，请另存为 UTF-8 或 GB18030 文本。")


def preview(name: str, data: bytes) -> dict[str, Any]:
    """What would be kept; nothing is."""
    budget, origin = understood(name, data)
    findings = check(budget)
    there = BudgetDocument.objects.filter(year=budget.year, name=budget.name[:120]).first()
    return {
        "year": budget.year, "name": budget.name, "origin": origin,
        "tables": [{"code": code, "rows": len(table.rows)} for code, table in budget.tables.items()],
        "forms": len(budget.forms), "indicators": len(_targets(budget)), "claims": len(budget.claims),
        "errors": sum(one.severity == "E" for one in findings), "doubts": sum(one.severity == "W" for one in findings),
        "unread": storing.to_plain(budget.unread[:200]), "replaces": there.pk if there else None,
        "findings": queries.told_findings([_plain(one) for one in findings], False),
    }  # fmt: skip


def keep(actor: Actor, name: str, data: bytes, year: int | None = None, unit: str = "") -> BudgetDocument:
    """A new document, or the next version of the one of this year and unit."""
    budget, origin = understood(name, data)
    budget = replace(budget, year=year or budget.year, name=(unit or budget.name).strip()[:120])
    if not budget.year or not budget.name:
        raise invalid("file", "没有读到年度或部门名称，请在导入时填写。")
    if not 2000 <= budget.year <= 2199:
        raise invalid("year", "年度不对。")
    with transaction.atomic():
        there = BudgetDocument.objects.select_for_update().filter(year=budget.year, name=budget.name).first()
        document = there or BudgetDocument(year=budget.year, name=budget.name)
        document.origin, document.file_name = origin, name[:200]
        document.district = _district(budget.name)
        document.version = document.version + 1 if there else 1
        _write(actor, document, budget)
    return document


def _district(name: str) -> str:
    """The profile whose name stands in the unit's name."""
    for one in profiles.names():
        known = str(profiles.find(one).info.get("name", ""))
        if known and known.removesuffix("区") in name:
            return one
    return ""


def _write(actor: Actor, document: BudgetDocument, budget: Budget) -> None:
    document.content = storing.content_of(budget)
    document.unread = storing.to_plain(budget.unread[:500])
    total = budget.amount("1", "支出总计", "支出预算数") or budget.amount("3", "合计", "合计") or _told_total(budget)
    document.total = total
    _stamp(actor, document)
    _judge(document, budget)
    document.save()
    document.rows.all().delete()
    document.targets.all().delete()
    fields = [one for table in budget.tables.values() for one in storing.row_fields(table)]
    BudgetRow.objects.bulk_create([BudgetRow(document=document, **one) for one in fields], 500)
    BudgetTarget.objects.bulk_create([BudgetTarget(document=document, **one) for one in _targets(budget)], 500)


def _told_total(budget: Budget) -> Decimal | None:
    line = budget.overall.of("支出", "合计") if budget.overall else None
    return line.now.wan if line else None


def _stamp(actor: Actor, document: BudgetDocument) -> None:
    document.changed_at = timezone.now()
    document.changed_by_id, document.changed_by = actor.account_id, actor.name[:120]


def _judge(document: BudgetDocument, budget: Budget) -> None:
    findings = check(budget)
    document.findings = [_plain(one) for one in findings]
    document.errors = sum(one.severity == "E" for one in findings)
    document.doubts = sum(one.severity == "W" for one in findings)


def _plain(finding: Finding) -> dict[str, Any]:
    return {**telling.finding_as_data(finding), "english": finding.english}


def _targets(budget: Budget) -> list[dict[str, Any]]:
    blocks = [("整体绩效", "", block) for block in (budget.overall.blocks if budget.overall else [])]
    blocks += [(form.table, form.name, block) for form in budget.forms for block in form.blocks]
    return [
        {
            "form": table[:40], "project": project[:200], "term": block.term,
            "level1": one.level1, "level2": one.level2,
            "name": one.name[:200], "target": one.target.text[:60], "before2": one.before[0].text[:60],
            "before1": one.before[1].text[:60], "basis": one.basis[:40], "line": one.place.line,
        }
        for table, project, block in blocks for one in block.indicators
    ]  # fmt: skip


def change_table(actor: Actor, document_id: int, code: str, version: int, rows: list[dict[str, Any]]) -> None:
    """The rows of one table as a person typed them. Problem 409, 422."""
    if code not in COLUMNS:
        raise Problem(404, "not_found", "没有这张表", "请在表 1 到表 10 和采购、购买服务、资产表中选择。")
    if len(rows) > MAX_ROWS:
        raise invalid("rows", "一张表最多 500 行。")
    with transaction.atomic():
        document = queries.find(document_id, lock=True)
        if document.version != version:
            raise Problem(409, "conflict", "预算已有变化", "别人刚改过这份预算，请刷新后再改；您填的还在页面上。",
                          current={"version": document.version})  # fmt: skip
        budget = queries.budget_of(document)
        unit = budget.tables[code].unit if code in budget.tables else "万元"
        table = Table(code, unit=unit, line=budget.table(code).line)
        for number, given in enumerate(rows, start=1):
            table.rows.append(_row(table, given, number))
        budget.tables[code] = table
        document.version += 1
        _write(actor, document, budget)


def _row(table: Table, given: dict[str, Any], number: int) -> Row:
    row = Row(given["code"].strip(), given["name"].strip() or "合计", line=0)
    for column, text in given["cells"].items():
        if column not in COLUMNS[table.code]:
            raise invalid("rows", f"表中没有“{column[:20]}”一列。")
        if not text.strip():
            continue
        value = money(text)
        if value is None:
            raise invalid("rows", f"第 {number} 行“{column}”不是数字：{text[:20]}")
        row.cells[column] = Figure(value, Place(table.code, row.label, column, 0), table.unit)
    return row


def remove(actor: Actor, document_id: int) -> None:
    with transaction.atomic():
        queries.find(document_id, lock=True).delete()
