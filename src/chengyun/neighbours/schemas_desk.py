"""Shapes of the desk's side of the residents' front door."""

from __future__ import annotations

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Strict
from chengyun.kernel.given import AwareMoment

from .schemas import CodeAndName

Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, pattern=r"^[^\x00]*$")]
Short = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Version = Annotated[int, Field(ge=1, le=2**31 - 2)]


class BulletinIn(Strict):
    """With `id` and `version` a draft is changed."""

    id: Id | None = None
    version: Version = 1
    kind: Literal["notice", "alert"] = "notice"
    title: Annotated[str, StringConstraints(min_length=2, max_length=60, pattern=r"^[^\x00]*$")]
    text: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    phone: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] = ""
    area_codes: list[Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")]] = Field([], max_length=50)
    until: AwareMoment | None = None


class BulletinSwitch(Strict):
    version: Version
    publish: bool


class AgainIn(Strict):
    again: bool


class PreviewIn(Strict):
    text: Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]


class ShowIn(Strict):
    state: Literal["open", "hidden"]
    words: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00]*$")] = ""
    reason: Short = ""


class RestrictIn(Strict):
    number: Code
    reason: Reason
    days: Annotated[int, Field(ge=1, le=90)] = 7


class RestrictionDecision(Strict):
    lift: bool
    why: Reason


class QuestionIn(Strict):
    text: Annotated[str, StringConstraints(min_length=2, max_length=500, pattern=r"^[^\x00]*$")]


class CaseGroup(Schema):
    code: str
    name: str
    count: int


class FrontDoorOut(Schema):
    """Whether SMS and WeChat are set up, and figures; each group opens its cases."""

    sms: bool
    wechat: bool
    demo: bool
    residents: int
    bound: int
    groups: list[CaseGroup]
    deliveries: dict[str, int]
    fields: list[CodeAndName]


class BulletinOut(Schema):
    id: int
    kind: str
    title: str
    text: str
    phone: str
    area_codes: list[str]
    areas: list[str]
    until: str | None
    state: str
    version: int
    written_by: str
    written_at: str
    published_by: str
    published_at: str | None


class Bulletins(Schema):
    items: list[BulletinOut]


class DeliveryOut(Schema):
    id: str
    to: str
    way: str
    template: str
    text: str
    state: str
    tries: int
    fault: str
    fault_words: str
    case: str | None
    created_at: str
    next_at: str | None
    sent_at: str | None


class Deliveries(Schema):
    items: list[DeliveryOut]


class PreviewOut(Schema):
    text: str
    fault: str
    length: int
    parts: int


class ShownOut(Schema):
    number: str
    category: str
    where: str
    state: str
    callers: int
    words: str
    since: str
    title: str
    received_at: str
    decision: str
    reason: str
    by: str
    at: str | None


class ShownList(Schema):
    waiting: list[ShownOut]
    decided: list[ShownOut]


class RestrictionOut(Schema):
    id: int
    who: str
    reason: str
    from_at: str
    until: str
    by: str
    appeal: str
    appealed_at: str | None
    decision: str
    decided_why: str
    decided_by: str


class Restrictions(Schema):
    items: list[RestrictionOut]


class AskedResident(Schema):
    id: int
    text: str
    asked_at: str
    by: str
    answer: str
    answered_at: str | None


class ResidentSide(Schema):
    own: bool
    joined: int
    private: bool
    anonymous: bool
    followed: bool
    restricted: bool
    emergency: str
    questions: list[AskedResident]
