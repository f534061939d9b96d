"""Shapes of the way out, for checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field

Code = Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_]*$")]
Words = Annotated[str, Field(max_length=300, pattern=r"^[^\x00]*$")]
Asked = Annotated[str, Field(max_length=120, pattern=r"^[^\x00]*$")]
State = Literal["", "waiting", "by_hand", "open", "sending", "done", "dead", "skipped"]


class MessageQuery(BaseModel):
    """The newest first; of what waits the oldest."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    state: State = ""
    door: Code = ""
    q: Asked = Field("", description="Number of the case, the other side's number, or the key of a message")
    cursor: str = Field("", max_length=1000)
    limit: int = Field(30, ge=1, le=100)


class OutMessage(Schema):
    """A message without its content. `name` is our word for it, `message` theirs; `state` is by_hand where a person
    copies it over."""

    id: int
    door: str
    door_name: str
    number: str
    external_id: str
    step: str
    message: str
    name: str
    seq: int
    state: str
    attempts: int
    status: int | None
    error: str
    receipt: str
    by: str
    created_at: str
    next_at: str | None
    settled_at: str | None


class OutCounts(Schema):
    waiting: int
    by_hand: int
    dead: int


class OutMessages(Schema):
    items: list[OutMessage]
    next_cursor: str | None
    counts: OutCounts


class OutStep(Schema):
    at: str
    by: str
    what: str
    note: str


class OutMessageDetail(OutMessage):
    """`text`: the content as lines to be pasted, for whoever may see the case. `behind`: how many later messages of
    this case wait for it. `ahead`: the message that this one waits for."""

    key: str
    answer: str
    sees_content: bool
    text: str
    behind: int
    ahead: str
    fault: str
    may: list[str]
    steps: list[OutStep]


class DecideIn(Schema):
    do: Literal["retry", "replay", "skip", "fill"]
    note: Words = ""
    receipt: Asked = ""


class RetryAllIn(Schema):
    door: Code


class Retried(Schema):
    count: int


class CaseOut(Schema):
    connected: bool
    fault: str
    items: list[OutMessage]


class DoorHealth(Schema):
    """`open`: what to filter cases by for `waiting` and `dead`."""

    code: str
    name: str
    transport: str
    state: Literal["fine", "behind", "away", "stalled", "paused", "hand"]
    fault: str
    waiting: int
    oldest_at: str | None
    lag_seconds: int
    dead: int
    sent_today: int
    last_out_at: str | None
    last_error_at: str | None
    last_error: str
    next_try_at: str | None
    open: list[str]


class DifferenceOut(Schema):
    kind: str
    external_id: str
    number: str | None
    ours: str
    theirs: str
    why: str


class ReconciliationOut(Schema):
    id: int
    door: str
    day: date
    state: str
    at: str
    by: str
    ours: int
    theirs: int
    agreed: int
    only_ours: int
    only_theirs: int
    unlike: int
    error: str


class ReconciliationDetail(ReconciliationOut):
    differences: list[DifferenceOut]
    more: int


class DoorHealthPage(Schema):
    doors: list[DoorHealth]
    reconciliations: list[ReconciliationOut]
    may_handle: bool


class ReconcileIn(Schema):
    door: Code
    day: date
