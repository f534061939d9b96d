"""Shapes of the org room's API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from chengyun.kernel.given import AwareMoment, storable_json


def _storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("不能包含空字符")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("包含无效字符") from None
    return value


Text = Annotated[str, StringConstraints(max_length=200), AfterValidator(_storable)]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=1024), AfterValidator(_storable)]


class Named(Schema):
    id: int
    name: str


class CodeName(Schema):
    code: str
    name: str


class AccountOut(Schema):
    id: int
    username: str
    name: str
    unit: Named | None
    must_change_password: bool


class DistrictOut(Schema):
    code: str
    name: str
    centre_name: str
    demo: bool


class ActingForOut(Schema):
    """The colleague whose work is being done (代办)."""

    username: str
    name: str
    reason: str
    until: datetime


class SessionOut(Schema):
    """Who is logged in and what the pages may offer.

    `must` says what has to be done before anything else: password, second_factor or nothing. `permissions` are those
    of the colleague's work while acting for one.
    """

    account: AccountOut
    permissions: list[str]
    roles: list[CodeName]
    csrf_token: str
    district: DistrictOut | None
    lang: str
    version: str
    now: datetime
    must: str
    change_reason: str
    password_min_length: int
    idle_minutes: int
    second_factor: bool
    acting_for: ActingForOut | None


class LoginIn(Schema):
    username: Annotated[Text, StringConstraints(min_length=1, max_length=60)]
    password: Secret
    code: Annotated[Text, StringConstraints(max_length=40)] = ""
    passkey: Annotated[dict[str, Any], AfterValidator(storable_json(16_000))] | None = None


class PasswordIn(Schema):
    old: Secret
    new: Secret


class OneTimeIn(Schema):
    token: Secret
    new_password: Secret


class LanguageIn(Schema):
    lang: Annotated[str, StringConstraints(pattern="^(zh-hans|en)$")]


class TokenIn(Schema):
    name: Annotated[Text, StringConstraints(min_length=1, max_length=80)]
    scopes: list[Annotated[Text, StringConstraints(max_length=60)]] = Field([], max_length=200)
    expires_at: AwareMoment | None = None


class TokenOut(Schema):
    id: int
    name: str
    prefix: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class NewTokenOut(TokenOut):
    """`token` is shown this once."""

    token: str


class LinkOut(Schema):
    """The one-time token for the page /set-password#token; shown this once."""

    token: str
    expires_at: datetime


class AccountEventOut(Schema):
    id: int
    at: datetime
    kind: str
    account: str
    address: str
    device: str
    name: str
    by: str
    detail: dict[str, Any]


class AccountEventPage(Schema):
    items: list[AccountEventOut]
    next_cursor: str | None
