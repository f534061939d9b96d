"""Shapes of the API about the safety of accounts: second factor, log-ins, acting for a colleague, the log."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StringConstraints

from .schemas import Secret, Text

Code = Annotated[Text, StringConstraints(max_length=40)]
Reason = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class CoverIn(Schema):
    username: Annotated[Text, StringConstraints(min_length=1, max_length=60)]
    reason: Reason
    hours: int = Field(4, ge=1, le=12)


class ColleagueOut(Schema):
    username: str
    name: str
    unit: str
    roles: list[str]


class CoveredOut(Schema):
    """Somebody acted for this person."""

    by: str
    reason: str
    started_at: datetime
    until: datetime
    ended_at: datetime | None


class LogInOut(Schema):
    """One place where the account is logged in."""

    id: str
    device: str
    agent: str
    address: str
    since: datetime
    last_active: datetime
    here: bool


class FactorOut(Schema):
    on: bool
    required: bool
    since: datetime | None
    recovery_codes_left: int


class PasskeyOut(Schema):
    id: int
    name: str
    synced: bool
    rp_id: str
    created_at: datetime
    last_used_at: datetime | None


class LinkedOut(Schema):
    code: str
    name: str
    linked_at: datetime | None
    last_used_at: datetime | None


class SafetyOut(Schema):
    """All about the safety of one's own account. `has_password`: what must be confirmed is confirmed by it."""

    second_factor: FactorOut
    passkeys: list[PasskeyOut]
    passkeys_possible: bool
    links: list[LinkedOut]
    has_password: bool
    password_changed_at: datetime | None
    password_expires_at: datetime | None
    idle_minutes: int
    sessions: list[LogInOut]
    covered: list[CoveredOut]


class ConfirmIn(Schema):
    """The password once more, for what a stranger at an open screen must not do."""

    password: Secret


class CodeIn(Schema):
    code: Annotated[Code, StringConstraints(min_length=1)]


class FactorBegunOut(Schema):
    """For the authenticator app; shown this once. `svg` is the QR code of `uri`."""

    secret: str
    uri: str
    svg: str


class RecoveryCodesOut(Schema):
    """Ten codes for paper, each good once; shown this once."""

    codes: list[str]


class EndSessionsIn(Schema):
    here_too: bool = False


class EndedOut(Schema):
    ended: int


class AccountStateOut(Schema):
    """One account as its administrator sees it."""

    username: str
    name: str
    unit: str
    is_active: bool
    second_factor: bool
    second_factor_required: bool
    must_change: str
    sessions: int
    last_seen: datetime | None
    waits_until: datetime | None


class AccountStatePage(Schema):
    items: list[AccountStateOut]
    next_cursor: str | None
