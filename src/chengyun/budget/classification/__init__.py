"""Codes and names of the functional and economic classification, by year. Data with sources, in two CSV files.

The full tables are the finance ministry's; these are the subjects that a district centre uses. What is not listed here
is not judged."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_FILES = {"功能": "functional.csv", "经济": "economic.csv"}


@cache
def known_names(year: int, kind: str) -> dict[str, str]:
    """Code → name as of `year`."""
    found: dict[str, str] = {}
    for row in rows(kind):
        if int(row["from"]) <= (year or 9999) <= int(row["to"] or 9999):
            found[row["code"]] = row["name"]
    return found


@cache
def rows(kind: str) -> tuple[dict[str, str], ...]:
    with (Path(__file__).parent / _FILES[kind]).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
