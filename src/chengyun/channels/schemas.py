"""Shapes of the intake API, for checking input and for the OpenAPI document."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from chengyun.kernel.given import Moment

from .rules import clean

CRS = Literal["wgs84", "cgcs2000", "gcj02", "bd09"]


def _clean_text(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


# Text that is cleaned first and measured then.
_cleaned = BeforeValidator(_clean_text)
Text20 = Annotated[str, StringConstraints(max_length=20), _cleaned]
Text40 = Annotated[str, StringConstraints(max_length=40), _cleaned]
Text60 = Annotated[str, StringConstraints(max_length=60), _cleaned]
Text120 = Annotated[str, StringConstraints(max_length=120), _cleaned]
Text200 = Annotated[str, StringConstraints(max_length=200), _cleaned]
Text300 = Annotated[str, StringConstraints(max_length=300), _cleaned]
Key = Annotated[str, StringConstraints(min_length=1, max_length=120), _cleaned]
FileKey = Annotated[str, StringConstraints(min_length=1, max_length=40), _cleaned]
FileName = Annotated[str, StringConstraints(min_length=1, max_length=200), _cleaned]
Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000), _cleaned]


class Given(Schema):
    """Unknown members are refused by name: a misspelt one would otherwise be lost in silence."""

    model_config = ConfigDict(extra="forbid", title=None)


class IntakeRequester(Given):
    name: Text60 = ""
    phone: Text40 = ""
    id_number: Text40 = ""
    address: Text200 = ""
    anonymous: bool = False


class IntakePlace(Given):
    """A point and/or words. `crs` says in which coordinates the point is given; it is kept as WGS-84."""

    lng: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    crs: CRS = "wgs84"
    address: Text200 = ""

    @model_validator(mode="after")
    def _pair(self) -> IntakePlace:
        if (self.lng is None) != (self.lat is None):
            raise ValueError("经度和纬度要一起填写。")
        return self


class IntakeFile(Given):
    """A small file within the request. Larger ones: POST …/files first, then its id."""

    name: FileName
    content_base64: Annotated[str, StringConstraints(min_length=4, max_length=7_000_000)]


class IntakeBody(Given):
    """One request. `external_id` is the other side's own number: sending it again never makes a second case."""

    external_id: Key
    kind: Text40 = Field("", description="code or name of the kind (诉求类型); empty: the channel's default")
    title: Text300 = ""
    text: Words
    category: Text120 = Field("", description="code or name of the category (类别)")
    urgency: Text20 = Field("", description="normal, urgent or emergency")
    requester: IntakeRequester = IntakeRequester()
    place: IntakePlace = IntakePlace()
    occurred_at: Moment | None = Field(None, description="without a zone: China time")
    asked_due: Moment | None = Field(None, description="by when the other side wants it done; a day alone: its end")
    files: list[FileKey | IntakeFile] = Field([], max_length=20)


class IntakeOut(Schema):
    number: str
    state: str
    received_at: datetime


class IntakeStatus(Schema):
    """How a request stands. `reply` is filled when the answer was checked, `closed_at` when all is done."""

    number: str
    state: str
    state_name: str
    received_at: datetime
    closed_at: datetime | None
    outcome: str
    outcome_name: str
    reply: str
    updated_at: datetime


class FileAccepted(Schema):
    id: str
    name: str
    kind: str
    size: int
