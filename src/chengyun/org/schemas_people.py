"""Shapes of the API about lists of staff kept elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from .schemas import Text
from .schemas_signin import Name

Line = Annotated[Text, StringConstraints(strip_whitespace=True, max_length=200)]
Attribute = Annotated[str, StringConstraints(pattern=r"^([A-Za-z][A-Za-z0-9-]{0,59}(;[A-Za-z0-9-]{1,20})?)?$")]
Field_ = Literal["external_id", "staff_no", "name", "unit", "post", "username", "email", "phone", "active"]


class PeopleSourceSettings(Schema):
    """Of a directory. `attributes`: our field → their attribute; `units`: their value → the code of our unit."""

    address: Line = ""
    security: Literal["starttls", "ldaps", "plain"] = "starttls"
    bind_dn: Line = ""
    base_dn: Line = ""
    filter: Annotated[Text, StringConstraints(strip_whitespace=True, max_length=500)] = "(objectClass=person)"
    attributes: dict[Field_, Attribute] = Field(default_factory=dict)
    units: dict[Line, Line] = Field(default_factory=dict, max_length=500)


class PeopleSourceIn(Schema):
    """`secret`: absent leaves it, empty removes it. `every_hours`: 0 is by hand only."""

    name: Name
    kind: Literal["ldap", "csv"]
    enabled: bool = False
    every_hours: int = Field(0, ge=0, le=720)
    brake_percent: int = Field(10, ge=0, le=100)
    make_accounts: bool = False
    settings: PeopleSourceSettings = Field(default_factory=PeopleSourceSettings)
    secret: Annotated[Text, StringConstraints(max_length=200)] | None = None


class SyncCounts(Schema):
    new: int = 0
    changed: int = 0
    back: int = 0
    left: int = 0
    same: int = 0
    wrong: int = 0
    accounts_made: int = 0
    accounts_locked: int = 0
    known: int = 0
    brake: bool = False


class SyncChange(Schema):
    """`changes`: what, before, after; `account`: make, change, lock or nothing."""

    kind: str
    row: int
    external_id: str
    staff_no: str
    name: str
    unit: str
    changes: list[list[str]]
    account: str
    username: str
    words: str


class SyncRunOut(Schema):
    """One look at a source. `open`: it can be taken over. At most 500 changes are shown."""

    id: int
    source: str
    at: datetime
    by: str
    state: str
    file_name: str
    counts: SyncCounts
    said: str
    finished_at: datetime | None
    open: bool
    changes: list[SyncChange]


class PeopleSourceOut(Schema):
    code: str
    name: str
    kind: str
    enabled: bool
    every_hours: int
    brake_percent: int
    make_accounts: bool
    settings: PeopleSourceSettings
    has_secret: bool
    next_run_at: datetime | None
    people: int
    runs: list[SyncRunOut]


class TakeOverIn(Schema):
    """`allow_leavers`: a person looked at the list and says that so many have really left."""

    allow_leavers: bool = False
