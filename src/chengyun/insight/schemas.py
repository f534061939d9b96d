"""Shapes of the board, for checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.filters import Text

PANELS = ("figures", "series", "by_hour", "by_channel", "by_unit", "by_area", "by_category", "by_state")
MEASURES = Literal["received", "in_hand", "due_soon", "overdue", "closed", "on_time", "satisfaction"]


def _storable(day: date) -> date:
    if not 1900 <= day.year < 2200:
        raise ValueError("年份要在 1900 到 2200 之间")
    return day


Day = Annotated[date, AfterValidator(_storable)]


class BoardQuery(BaseModel):
    """The period, what to compare it with, and what to narrow the board to (as in the list of cases)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    period: Literal["today", "yesterday", "week", "month", "quarter", "year", "days"] = "today"
    start: Day | None = Field(None, description="First day, with period=days")
    end: Day | None = Field(None, description="Last day, with period=days")
    compare: Literal["previous", "week", "month", "year", "none"] = "previous"
    channel: Text = ""
    unit: Text = Field("", description="Unit codes; units below are included")
    area: Text = Field("", description="Area codes (subdistrict, community or grid)")
    category: Text = Field("", description="Category codes; a major class includes its minor classes")
    kind: Text = ""
    urgency: Text = ""
    lifecycle: Text = ""
    flag: Text = ""
    unset: Text = Field("", description="unit, category, area: cases that have none")
    direct: Text = Field("", description="unit, category, area: without those below")


class ExportQuery(BoardQuery):
    panel: Literal["figures", "series", "by_hour", "by_channel", "by_unit", "by_area", "by_category", "by_state"]


class BoardOut(Schema):
    """The cases of a figure are those of `filter`, of the measure's query and of the line's `where` together."""

    model_config = ConfigDict(extra="allow")
    at: str
    period: str
    cut: str
    compared: dict[str, Any] | None
    filter: dict[str, Any]
    measures: dict[str, Any]
    figures: dict[str, Any]
    series: list[dict[str, Any]]
    by_hour: list[dict[str, Any]]
    by_channel: list[dict[str, Any]]
    by_unit: list[dict[str, Any]]
    by_area: list[dict[str, Any]]
    by_category: list[dict[str, Any]]
    by_state: list[dict[str, Any]]


class PanelIn(Schema):
    model_config = ConfigDict(extra="forbid")
    panel: Annotated[str, StringConstraints(max_length=20, pattern=r"^[a-z_]+$")]
    wide: bool = False
    measure: MEASURES = "received"


class LayoutIn(Schema):
    model_config = ConfigDict(extra="forbid")
    panels: list[PanelIn] = Field(max_length=20)


class LayoutOut(Schema):
    """Empty when the person has changed nothing."""

    panels: list[PanelIn]
