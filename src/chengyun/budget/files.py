"""A budget as a file. What needs fonts or spreadsheets is made in a process that ends (kernel.paper)."""

from __future__ import annotations

from django.utils import timezone

from chengyun.kernel.paper import process

from . import datapackage, queries, workbook
from .tables import Budget

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "application/zip",
    "txt": "text/plain; charset=utf-8",
}


def of(document_id: int, format: str) -> tuple[str, bytes]:
    document = queries.find(document_id)
    budget = queries.budget_of(document)
    name = f"{document.name}{document.year}年部门预算"
    if format == "xlsx":
        return f"{name}.xlsx", _workbook(budget, document.year, document.name)
    if format == "csv":
        return f"{name}.zip", datapackage.package(budget)
    from .disclosure import paper as disclosed_paper
    from .disclosure import text as disclosed_text

    before = queries.year_before(document)
    if format == "txt":
        return f"{name}.txt", disclosed_text(budget, before).encode()
    paper = disclosed_paper(budget, before)
    return f"{name}.{format}", process.render([format], paper)[format]


def template() -> bytes:
    return _workbook(Budget(), timezone.localdate().year + 1, "")


def _workbook(budget: Budget, year: int, name: str) -> bytes:
    return process.render(["xlsx"], sheets=workbook.sheets(budget, year, name))["xlsx"]
