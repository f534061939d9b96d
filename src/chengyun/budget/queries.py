"""What is held: documents, their tables, findings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from chengyun.kernel.problems import Problem

from .models import BudgetDocument, BudgetTarget
from .rules import BY_CODE, RULES
from .storing import rebuilt
from .tables import COLUMNS, TITLES, Budget

_ROW = ("table", "position", "code", "name", "cells", "more", "unit", "line")


def find(document_id: int, *, lock: bool = False) -> BudgetDocument:
    held = BudgetDocument.objects.select_for_update() if lock else BudgetDocument.objects
    found = held.filter(pk=document_id).first()
    if found is None:
        raise Problem(404, "not_found", "没有找到这份预算", "可能已经删除，请回到列表再看。")
    return found


def budget_of(document: BudgetDocument) -> Budget:
    return rebuilt(document.content, list(document.rows.values(*_ROW)))


def of_district(district: str, year: int | None) -> Budget | None:
    """The newest document of this district (its code, or part of the unit's name)."""
    held = BudgetDocument.objects.filter(year=year) if year else BudgetDocument.objects.all()
    found = held.filter(district=district).first() or held.filter(name__contains=district).first()
    return budget_of(found) if found else None


def listed() -> list[dict[str, Any]]:
    return [_summary(document) for document in BudgetDocument.objects.defer("content", "findings", "unread")[:200]]


def _summary(document: BudgetDocument) -> dict[str, Any]:
    return {
        "id": document.pk, "year": document.year, "name": document.name, "origin": document.origin,
        "file_name": document.file_name, "errors": document.errors, "doubts": document.doubts,
        "total": f"{document.total.quantize(Decimal('0.01')):f}" if document.total is not None else None,
        "version": document.version,
        "changed_at": document.changed_at.isoformat(), "changed_by": document.changed_by,
    }  # fmt: skip


def table_order(codes: list[str]) -> list[str]:
    return sorted(codes, key=lambda code: list(TITLES).index(code) if code in TITLES else 99)


def told_tables(rows: list[dict[str, Any]], held: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for code in table_order(list(dict.fromkeys([*TITLES, *held]))):
        if code in ("整体绩效", "项目绩效"):
            continue
        mine = [row for row in rows if row["table"] == code]
        found.append(
            {
                "code": code, "title": TITLES.get(code, code), "columns": list(COLUMNS.get(code, ())),
                "unit": mine[0]["unit"] if mine else held.get(code, {}).get("unit", "万元"), "held": code in held,
                "rows": [
                    {"code": row["code"], "name": row["name"], "cells": row["cells"], "line": row["line"]}
                    for row in mine
                ],
            }
        )  # fmt: skip
    return found


def detail(document_id: int, english: bool = False) -> dict[str, Any]:
    document = find(document_id)
    rows = list(document.rows.values(*_ROW))
    targets = BudgetTarget.objects.filter(document=document).order_by("id")
    return {
        **_summary(document),
        "tables": told_tables(rows, document.content.get("tables", {})),
        "targets": [
            {
                "form": one.form, "project": one.project, "term": one.term, "level1": one.level1, "level2": one.level2,
                "name": one.name, "target": one.target, "before2": one.before2, "before1": one.before1,
                "basis": one.basis, "line": one.line,
            }
            for one in targets
        ],
        "forms": [_form(form) for form in document.content.get("forms", [])],
        "composition": [_composition(line) for line in (document.content.get("overall") or {}).get("lines", [])],
        "claims": [_claim(claim) for claim in document.content.get("claims", [])],
        "findings": told_findings(document.findings, english),
        "unread": document.unread,
        "rules": [
            {"code": rule.code, "identity": rule.english if english else rule.identity, "tolerance": rule.tolerance}
            for rule in RULES
        ],
    }  # fmt: skip


def told_findings(findings: list[dict[str, Any]], english: bool) -> list[dict[str, Any]]:
    return [
        {
            **{key: value for key, value in one.items() if key != "english"},
            "message": (one.get("english") or one["message"]) if english else one["message"],
            "identity": BY_CODE[one["rule"]].english if english else BY_CODE[one["rule"]].identity,
        }
        for one in findings
    ]


def _claim(claim: dict[str, Any]) -> dict[str, Any]:
    def printed(name: str, key: str = "value") -> str | None:
        return claim[name][key] if claim.get(name) else None

    return {
        "section": claim["section"], "label": claim["label"], "line": claim["place"]["line"],
        "table": claim["place"]["table"], "row": claim["place"]["row"], "amount": printed("amount"),
        "share": printed("share"), "against": claim.get("against"), "delta": printed("delta"),
        "growth": printed("growth"),
    }  # fmt: skip


def _composition(line: dict[str, Any]) -> dict[str, Any]:
    return {
        "side": line["side"], "label": line["label"], "now": line["now"]["value"], "line": line["now"]["place"]["line"],
        "share": line["share"]["value"] if line.get("share") else None,
        "before": {year: figure["value"] for year, figure in line["before"].items()},
    }  # fmt: skip


def _form(form: dict[str, Any]) -> dict[str, Any]:
    def rows(name: str) -> list[dict[str, Any]]:
        return [
            {"name": one["name"], "amount": one["amount"]["value"], "line": one["amount"]["place"]["line"],
             "row": one["amount"]["place"]["row"], "more": one.get("economic") or one.get("quantity") or ""}
            for one in form.get(name, [])
        ]  # fmt: skip

    hidden = ("项目负责人", "联系电话")
    return {
        "table": form["table"], "name": form["name"], "code": form["code"], "unit": form["unit"], "line": form["line"],
        "total": form["total"]["value"] if form["total"] else None,
        "year": form["year"]["value"] if form["year"] else None,
        "fields": [
            {"label": label, "text": text, "line": line}
            for label, (text, line) in form["fields"].items() if label not in hidden and len(text) < 2000
        ],
        "sources": [
            {"name": label, "amount": one["value"], "line": one["place"]["line"], "row": one["place"]["row"],
             "more": ""}
            for label, one in form["sources"]
        ],
        "details": rows("details"), "purchases": rows("purchases"),
    }  # fmt: skip


def year_before(document: BudgetDocument) -> Budget | None:
    found = BudgetDocument.objects.filter(year=document.year - 1, name=document.name).first()
    return budget_of(found) if found else None
