"""Shapes of hot issues, for checking input and for the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.cases.schemas import CaseNumber, Id
from chengyun.insight.schemas import Day

State = Literal["", "new", "growing", "steady", "fading", "back"]
Words = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]
Why = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400, pattern=r"^[^\x00]*$")]


class HotWindow(BaseModel):
    """The last 1, 7, 30 or 90 days, or the window of a run that somebody asked for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    days: Literal["1", "7", "30", "90"] = "7"
    run: Annotated[int, Field(ge=0, le=2**63 - 1)] = Field(0, description="Number of a finished run; 0 for none")


class HotQuery(HotWindow):
    state: State = ""
    q: Words = Field("", description="Part of the name or the place")
    hidden: bool = Field(False, description="Those that were hidden, newest first, instead of the ranking")
    limit: int = Field(50, ge=1, le=200)


class HotNamed(Schema):
    code: str
    name: str


class HeatPart(Schema):
    """One summand of the heat: what was counted, what it adds. `query` opens the cases counted, where there are any."""

    code: str
    count: float
    points: float
    query: dict[str, Any] | None


class HotRow(Schema):
    """An issue in a window. `before`: matters in the equally long time before; `trend`: matters by day (by hour in a
    window of a day), the first one beginning at `start`. `query`, `before_query` and `all_query` open the cases."""

    id: int
    rank: int
    title: str
    place: str
    named: bool
    heat: float
    parts: list[HeatPart]
    matters: int
    before: int
    state: str
    state_name: str
    trend: list[int]
    all_matters: int
    all_callers: int
    first_at: str
    last_at: str
    area: HotNamed | None
    category: HotNamed | None
    lng: float | None
    lat: float | None
    version: int
    hidden: bool
    query: dict[str, Any]
    before_query: dict[str, Any]
    all_query: dict[str, Any]


class HotRunOut(Schema):
    """A look at the cases: `state` is waiting, running, done or failed."""

    id: int
    start: str
    end: str
    state: str
    asked_by: str
    asked_at: str
    finished_at: str | None
    cases: int
    issues: int
    seconds: float
    said: str


class HotList(Schema):
    """`looked`: the last look that was finished; `running`: one that is on its way."""

    items: list[HotRow]
    total: int
    start: str
    end: str
    looked: HotRunOut | None
    running: HotRunOut | None
    hidden: int


class HotMember(Schema):
    number: str
    title: str
    received_at: str
    open: bool
    callers: int
    category: str
    area: str


class HotWord(Schema):
    word: str
    cases: int


class HotStepOut(Schema):
    id: int
    at: str
    actor: str
    action: str
    note: str
    detail: dict[str, Any]


class HotLife(Schema):
    """Matters from the first to the last, by day, or by week when that is longer than half a year."""

    start: str
    days: int
    counts: list[int]


class HotDetail(HotRow):
    """`members`: its newest cases, 100 at most; `windows`: the heat in the windows that are kept ready."""

    words: list[HotWord]
    life: HotLife
    members: list[HotMember]
    steps: list[HotStepOut]
    windows: dict[str, float]
    merged_into: int | None


class HotChange(Schema):
    """`version` as it was seen. rename asks for a `title`, merge for `into`, split for `numbers` and a `title`, undo
    for the `step` of a merging. `why` is kept with it."""

    model_config = ConfigDict(extra="forbid")
    action: Literal["rename", "hide", "show", "merge", "split", "undo"]
    version: int = Field(ge=1, le=2147483647)
    why: Why = ""
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60, pattern=r"^[^\x00]*$")] = ""
    into: Id | None = None
    step: Id | None = None
    numbers: list[CaseNumber] = Field([], max_length=200)


class HotRunIn(Schema):
    """The days of a window, both included; at most 400."""

    model_config = ConfigDict(extra="forbid")
    start: Day
    end: Day
