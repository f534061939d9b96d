"""Shapes of the analysis, for checking input and for the OpenAPI document."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict

from ..schemas import BoardQuery

Part = Literal["words", "trend", "matrix", "calendar", "hexagons"]


class PartQuery(BoardQuery):
    part: Part


class AnalysisOut(Schema):
    """One part. The cases of a figure are those of `filter`, `measure` (when they were received) and its `where`
    together; a column of the trend and a day of the calendar say themselves when."""

    model_config = ConfigDict(extra="allow")
    part: str
    at: str
    period: str
    compared: dict[str, Any] | None
    filter: dict[str, Any]
    measure: dict[str, Any]
    measure_before: dict[str, Any] | None
