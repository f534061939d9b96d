"""Shapes of the residents' API."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Line, Strict
from chengyun.places.api import BaseMapOut

Words = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
Phone = Annotated[str, StringConstraints(min_length=5, max_length=20, pattern=r"^[^\x00]*$")]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Lng = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Lat = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Crs = Literal["wgs84", "gcj02", "cgcs2000"]


# --- asked ------------------------------------------------------------------------------------------------------------
class LoginCodeIn(Strict):
    phone: Phone


class EnterIn(Strict):
    """Either phone and code, or what WeChat gave. `keep` asks for the token in the answer (mini-program)."""

    phone: Annotated[str, StringConstraints(max_length=20, pattern=r"^[^\x00]*$")] = ""
    code: Annotated[str, StringConstraints(max_length=6, pattern=r"^[^\x00]*$")] = ""
    wechat: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")] = ""
    wechat_phone: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")] = ""
    keep: bool = False


class HomeIn(Strict):
    address: Line = ""
    lng: Lng | None = None
    lat: Lat | None = None
    crs: Crs = "wgs84"
    card: Annotated[str, StringConstraints(max_length=100, pattern=r"^[^\x00]*$")] = ""


class MeIn(Strict):
    name: Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00]*$")] | None = None
    large_text: bool | None = None
    by_sms: bool | None = None


class LookIn(Strict):
    text: Words = ""
    address: Line = ""
    lng: Lng | None = None
    lat: Lat | None = None
    crs: Crs = "wgs84"
    category_id: Id | None = None


class PointIn(Strict):
    lng: Lng
    lat: Lat
    crs: Crs = "wgs84"


class RequestIn(Strict):
    """`into`: the number of a known problem nearby (“me too”). `at_home`: in one's own grid, when there is no point."""

    uuid: UUID
    text: Annotated[str, StringConstraints(min_length=2, max_length=2000, pattern=r"^[^\x00]*$")]
    kind: Code = "complaint"
    category_id: Id | None = None
    address: Line = ""
    lng: Lng | None = None
    lat: Lat | None = None
    crs: Crs = "wgs84"
    at_home: bool = False
    files: list[UUID] = Field([], max_length=9)
    private: bool = False
    anonymous: bool = False
    into: Annotated[str, StringConstraints(max_length=32, pattern=r"^[^\x00]*$")] = ""


class ResidentActIn(Strict):
    """answer and add: text, files. withdraw: text. rate: satisfaction, solved, contacted, reasons, text."""

    act: Literal["answer", "add", "withdraw", "rate"]
    text: Words = ""
    files: list[UUID] = Field([], max_length=9)
    satisfaction: Literal["", "satisfied", "basically", "dissatisfied"] = ""
    solved: Literal["", "yes", "partly", "no"] = ""
    contacted: bool | None = None
    reasons: list[Code] = Field([], max_length=6)


class MessagesReadIn(Strict):
    ids: list[UUID] = Field(max_length=200)


class RestrictionAppealIn(Strict):
    text: Annotated[str, StringConstraints(min_length=2, max_length=500, pattern=r"^[^\x00]*$")]


# --- answered ---------------------------------------------------------------------------------------------------------
class CodeAndName(Schema):
    code: str
    name: str


class EmergencyOut(Schema):
    number: str
    words: list[str]
    unless: list[str]
    advice: str


class ContactOut(Schema):
    name: str
    role: str
    work_phone: str
    area: str


class HomeOut(Schema):
    area_id: int
    path: list[str]
    contacts: list[ContactOut]


class RestrictedOut(Schema):
    reason: str
    until: str
    appeal: str
    decision: str
    decided_why: str


class MeOut(Schema):
    phone_mask: str
    name_mask: str
    large_text: bool
    by_sms: bool
    home: HomeOut | None
    restricted: RestrictedOut | None
    unread: int


class CategoryShort(Schema):
    id: int
    name: str
    path: str


class StartOut(Schema):
    district: str
    centre: str
    demo: bool
    sms: bool
    wechat: bool
    csrf: str
    kinds: list[CodeAndName]
    reasons: list[CodeAndName]
    categories: list[CategoryShort]
    emergencies: list[EmergencyOut]
    me: MeOut | None


class CodeOut(Schema):
    minutes: int
    wait: int
    demo_code: str | None


class EnteredOut(Schema):
    token: str | None
    me: MeOut


class GuessOut(Schema):
    id: int
    code: str
    name: str
    path: str


class NearbyOut(Schema):
    number: str
    category: str
    where: str
    state: str
    callers: int
    words: str
    since: str
    near: str


class EmergencyHint(Schema):
    number: str
    advice: str
    word: str


class LookOut(Schema):
    emergency: EmergencyHint | None
    categories: list[GuessOut]
    nearby: list[NearbyOut]


class DoorOutline(Schema):
    id: int
    name: str
    level: str
    bbox: list[float]
    geometry: dict[str, Any]


class DoorMapOut(Schema):
    """WGS-84. `base` as in places: the system of its tiles is for drawing alone."""

    base: BaseMapOut
    outlines: list[DoorOutline]


class PointCalled(Schema):
    """`path`: areas from the district down; `near`: the nearest named place, `metres` away."""

    path: list[str]
    near: str
    metres: int | None
    inside: bool


class PhotoOut(Schema):
    id: str
    name: str
    kind: str
    size: int


class PromiseOut(Schema):
    what: str
    at: str
    late: bool


class RequestRow(Schema):
    number: str
    title: str
    category: str
    state: str
    phase: str
    open: bool
    received_at: str
    promise: PromiseOut | None
    joined: bool
    callers: int
    private: bool
    anonymous: bool
    asks: str


class RequestRows(Schema):
    items: list[RequestRow]


class StepOut(Schema):
    at: str
    text: str
    tone: str
    more: str


class AskedOut(Schema):
    id: int
    text: str
    asked_at: str
    answer: str
    answered_at: str | None


class OwnFile(Schema):
    id: str
    name: str
    kind: str


class RequestOut(RequestRow):
    text: str
    address: str
    steps: list[StepOut]
    answer: str
    satisfaction: str
    questions: list[AskedOut]
    files: list[OwnFile]
    may: list[str]


class BulletinShort(Schema):
    id: int
    kind: str
    title: str
    text: str
    phone: str
    areas: list[str]
    published_at: str
    until: str | None


class ServiceOut(Schema):
    group: str
    name: str
    phone: str
    hours: str
    address: str
    about: str


class AroundOut(Schema):
    bulletins: list[BulletinShort]
    services: list[ServiceOut]


class MessageOut(Schema):
    id: str
    text: str
    case: str | None
    at: str
    read: bool


class MessagesOut(Schema):
    items: list[MessageOut]
