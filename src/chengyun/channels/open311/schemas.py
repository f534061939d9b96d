"""Shapes of the desk's side of the open interface."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Schema
from pydantic import StringConstraints

from chengyun.cases.schemas import Strict


class Open311KeyIn(Strict):
    name: Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True, pattern=r"^[^\x00]*$")]
    test: bool = False


class Open311KeyChange(Strict):
    action: Literal["rotate", "revoke"]


class Open311ReleaseIn(Strict):
    """`words`: what anybody may read; or why it is kept back."""

    public: bool
    words: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True, pattern=r"^[^\x00]*$")] = ""
    with_media: bool = False


class Open311Key(Schema):
    id: int
    name: str
    prefix: str
    test: bool
    state: Literal["valid", "ending", "expired", "revoked"]
    created_at: str
    created_by: str
    expires_at: str | None
    last_used_at: str | None


class Open311KeyMade(Schema):
    """`secret` is told once, and empty when a key was ended."""

    id: int
    secret: str


class Open311Service(Schema):
    code: str
    name: str
    group: str
    type: str
    questions: int


class Open311Group(Schema):
    code: str
    name: str
    count: int


class Open311Trial(Schema):
    id: str
    key: str
    service: str
    description: str
    at: str
    closed: bool


class Open311Unsettled(Schema):
    """A request to a batch service that has no case yet, with what hinders it."""

    token: str
    key: str
    service: str
    at: str
    fault: str


class Open311Out(Schema):
    """The open interface: where it is, what it offers, who uses it; each group opens its cases."""

    on: bool
    jurisdiction: str
    changeset: str
    groups: list[Open311Group]
    services: list[Open311Service]
    keys: list[Open311Key]
    trials: list[Open311Trial]
    unsettled: list[Open311Unsettled]


class Open311Waiting(Schema):
    number: str
    category: str
    where: str
    state: str
    received_at: str
    text: str
    proposed: str
    media_url: str
    hindered: str


class Open311Decided(Schema):
    number: str
    category: str
    where: str
    state: str
    received_at: str
    public: bool
    words: str
    by: str
    at: str


class Open311Matters(Schema):
    waiting: list[Open311Waiting]
    decided: list[Open311Decided]
