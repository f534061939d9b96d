"""Monthly actuals by file, and the view of execution."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum

from chengyun.kernel.problems import Problem
from chengyun.kernel.tabular import TableError, read_rows
from chengyun.org.access import Actor

from . import keeping, masterdata, queries
from .models import BudgetActual, BudgetDocument
from .rules.sums import projects
from .spending_rules import THREE, Spent, by_month, lines, percent, warnings
from .tables import Budget, money

MAX_ROWS = 20_000
_COLUMNS = ("月份", "功能科目编码", "经济科目编码", "项目编码", "上年结转", "支出金额")


def _cell(row: dict[str, str], name: str) -> str:
    return next((text.strip() for head, text in row.items() if head.replace(" ", "").startswith(name)), "")


def take(actor: Actor, document_id: int, name: str, data: bytes) -> int:
    """Months in the file replace those held. How many rows were taken. Problem 422 with the line."""
    document = queries.find(document_id)
    try:
        header, rows = read_rows(io.BytesIO(data), name)
        told = list(_parsed(header, rows, document))
    except TableError as error:
        raise keeping.invalid("file", str(error)) from None
    if not told:
        raise keeping.invalid("file", "文件里没有执行数。")
    with transaction.atomic():
        queries.find(document_id, lock=True)
        document.actuals.filter(month__in={one.month for one in told}).delete()
        BudgetActual.objects.bulk_create(told, 1000)
    return len(told)


def _parsed(header: list[str], rows: Any, document: BudgetDocument) -> Any:
    missing = [
        name for name in ("月份", "支出金额") if not any(head.replace(" ", "").startswith(name) for head in header)
    ]
    if missing:
        raise keeping.invalid("file", f"缺少列：{'、'.join(missing)}。要有：{'、'.join(_COLUMNS)}（元）。")
    for number, (line, row) in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise keeping.invalid("file", f"执行数最多 {MAX_ROWS} 行。")
        month, amount = _cell(row, "月份").removesuffix("月"), money(_cell(row, "支出金额").replace("元", ""))
        if not (month.isdigit() and len(month) < 3 and 1 <= int(month) <= 12):
            raise keeping.invalid("file", f"第 {line} 行月份不对：{month[:20]}")
        if amount is None or abs(amount) >= 10**15:
            raise keeping.invalid("file", f"第 {line} 行支出金额不是数字。")
        function, project = _cell(row, "功能科目编码")[:12], _cell(row, "项目编码")[:40]
        yield BudgetActual(
            document=document, month=int(month), function=function, economic=_cell(row, "经济科目编码")[:12],
            project=project, kind="project" if project else "basic", amount=amount,
            carried=_cell(row, "上年结转") in ("是", "1", "结转"),
        )  # fmt: skip


def _spent(document: BudgetDocument) -> list[Spent]:
    rows = document.actuals.values("month", "function", "economic", "project", "carried").annotate(total=Sum("amount"))
    return [
        Spent(row["month"], row["function"], row["economic"], row["project"], row["carried"], row["total"] / 10000)
        for row in rows
    ]


def view(document_id: int, english: bool = False) -> dict[str, Any]:
    document = queries.find(document_id)
    budget = queries.budget_of(document)
    spent = _spent(document)
    month = max((one.month for one in spent), default=0)
    found = lines(*_planned(budget), spent)
    before = _three_before(document, month)
    told = warnings(found, month, spent, _carried(budget), before, masterdata.current()) if month else []
    running = Decimal(0)
    months = []
    for number, amount in by_month(spent).items():
        running += amount
        if number <= month:
            months.append({"month": number, "amount": _fen(amount), "total": _fen(running)})
    return {
        "year": document.year, "name": document.name, "month": month,
        "progress": str(percent(Decimal(month), Decimal(12)) or 0), "months": months,
        "lines": [
            {"kind": line.kind, "code": line.code, "name": line.name, "budget": _fen(line.budget),
             "spent": _fen(line.spent), "rate": str(line.rate) if line.rate is not None else None}
            for line in found
        ],
        "warnings": [
            {"code": one.code, "kind": one.line.kind, "row": one.line.code, "name": one.line.name,
             "said": one.english if english else one.said}
            for one in told
        ],
    }  # fmt: skip


def _fen(amount: Decimal) -> str:
    return f"{amount.quantize(Decimal('0.01')):f}"


def _planned(budget: Budget) -> tuple[Decimal, dict[str, Any], dict[str, Any], dict[str, Any]]:
    five = budget.table("5-1") if budget.table("5-1").rows else budget.table("3")
    items = {row.code: (row.name, row.wan("合计")) for row in five.body if len(row.code) == 7}
    held = {row.code or row.name: (row.name, row.wan("合计")) for row in projects(budget)}
    held = held or {form.code or form.table: (form.name, form.year.wan) for form in budget.forms if form.year}
    seven = budget.table("7").total
    three = {code: (name, seven.wan(name) if seven else Decimal(0)) for code, name in THREE.items()}
    total = budget.amount("3", "合计", "合计") or budget.amount("1", "支出总计", "支出预算数") or Decimal(0)
    return total, items, held, three


def _carried(budget: Budget) -> Decimal:
    row = budget.table("2").total
    return row.wan("上年结转小计") if row else Decimal(0)


def _three_before(document: BudgetDocument, month: int) -> Decimal | None:
    before = BudgetActual.objects.filter(
        document__year=document.year - 1, document__name=document.name, month__lte=month, economic__in=THREE
    )
    total = before.aggregate(total=Sum("amount"))["total"]
    return total / 10000 if total is not None else None


def spent_by(document: BudgetDocument, project: str) -> Decimal | None:
    """万元 spent on a project ("" is all) so far; None when nothing was imported."""
    rows = document.actuals.filter(project=project) if project else document.actuals.all()
    total = rows.aggregate(total=Sum("amount"))["total"]
    return total / 10000 if total is not None else None


def missing(document_id: int) -> Problem:
    return Problem(404, "not_found", "没有这张自评表", f"预算 {document_id} 里没有这个项目的绩效目标。")
