"""Findings as plain data: for the command, the API and files."""

from __future__ import annotations

from typing import Any

from .rules import Finding
from .tables import Budget


def finding_as_data(finding: Finding, english: bool = False) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "places": [
            {"table": place.table, "row": place.row, "column": place.column, "line": place.line}
            for place in finding.places
        ],
        "values": finding.values,
        "difference": finding.difference,
        "message": (finding.english or finding.message) if english else finding.message,
    }


def as_data(budget: Budget, findings: list[Finding], english: bool = False) -> dict[str, Any]:
    return {
        "year": budget.year,
        "name": budget.name,
        "findings": [finding_as_data(finding, english) for finding in findings],
        "unread": [
            {"line": one.line, "table": one.table, "text": one.text, "why": one.why} for one in budget.unread[:500]
        ],
    }
