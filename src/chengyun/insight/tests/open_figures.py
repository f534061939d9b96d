"""Every figure of a board with the filter of the list behind it, joined as the board says: filter, measure, line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

BREAKDOWNS = ("by_channel", "by_unit", "by_area", "by_category", "by_state", "by_hour")


def figures(told: Mapping[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """(where, value, query)."""
    given, measures = told["filter"], told["measures"]
    for name, figure in told["figures"].items():
        yield name, figure["value"], {**given, **figure["query"]}
        if "before" in figure:
            yield f"{name} before", figure["before"]["value"], {**given, **figure["before"]["query"]}
    for panel in BREAKDOWNS:
        for row in told[panel]:
            for name in measures.keys() & row.keys():
                if panel != "by_state" or name in ("in_hand", "due_soon", "overdue"):
                    query = {**given, **measures[name], **row["where"]}
                    yield f"{panel} {row['name']} {name}", row[name], query
    for row in told["series"]:
        yield from _column(row, given, measures, row["from"])
        if "before" in row:
            yield from _column(row["before"], given, measures, f"before {row['from']}")


def _column(row: Any, given: Any, measures: Any, where: str) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for name in ("received", "closed"):
        span = {f"{name}_from": row["from"], f"{name}_to": row["to"]}
        yield f"{where} {name}", row[name], {**given, **measures[name], **span}
