"""Shapes of the API of system accounts and their tokens."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from chengyun.kernel.given import AwareMoment

from .schemas import Text

Code = Annotated[Text, StringConstraints(max_length=60)]
Name = Annotated[Text, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class _Strict(Schema):
    model_config = ConfigDict(extra="forbid")


class SystemGrantIn(_Strict):
    """A role, in a unit with all below or (empty) in the whole district."""

    role: Annotated[Text, StringConstraints(min_length=1, max_length=40)]
    unit: Code = ""


class SystemIn(_Strict):
    username: Annotated[str, StringConstraints(min_length=2, max_length=60, pattern=r"^[A-Za-z0-9_.-]+$")]
    name: Name
    unit: Code = ""
    grants: list[SystemGrantIn] = Field(..., min_length=1, max_length=20)


class SystemChangeIn(_Strict):
    name: Name
    unit: Code = ""
    grants: list[SystemGrantIn] = Field(..., min_length=1, max_length=20)
    is_active: bool = True


class SystemTokenIn(_Strict):
    """`per_minute` 0 is the platform's default."""

    name: Annotated[Text, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
    scopes: list[Code] = Field(..., min_length=1, max_length=200)
    expires_at: AwareMoment | None = None
    per_minute: int = Field(0, ge=0, le=100_000)


class RotateIn(_Strict):
    """In how many hours the old token ends."""

    hours: int = Field(168, ge=0, le=720)


class PermissionWords(Schema):
    code: str
    name: str
    name_en: str


class SystemGrantOut(Schema):
    role: str
    role_name: str
    unit: str
    unit_name: str


class SystemTokenOut(Schema):
    id: int
    name: str
    prefix: str
    state: str
    scopes: list[PermissionWords]
    per_minute: int
    created_at: datetime
    created_by: str
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class NewSystemTokenOut(SystemTokenOut):
    """`token` is shown this once."""

    token: str


class PeerSystemOut(Schema):
    """`permissions`: what its tokens may be given."""

    username: str
    name: str
    is_active: bool
    unit: str
    unit_name: str
    grants: list[SystemGrantOut]
    permissions: list[PermissionWords]
    tokens: list[SystemTokenOut]


class RoleChoice(Schema):
    code: str
    name: str
    description: str


class UnitChoice(Schema):
    code: str
    name: str


class PeerSystemsOut(Schema):
    """The systems, and what one chooses from for a new one."""

    items: list[PeerSystemOut]
    roles: list[RoleChoice]
    units: list[UnitChoice]
