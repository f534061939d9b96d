"""Shapes of the API of webhooks."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from chengyun.cases.schemas import Code, Id, Line, Strict
from chengyun.kernel.given import AwareMoment

Scheme = Literal["hmac-sha256", "hmac-sm3", "sm2"]
Codes = Annotated[list[Code], Field(max_length=200)]


class WebhookFilters(Strict):
    """Codes; empty asks for nothing. Units, categories and areas stand for all below them."""

    channels: Codes = []
    units: Codes = []
    categories: Codes = []
    areas: Codes = []
    kinds: Codes = []
    lifecycles: Codes = []


class WebhookIn(Strict):
    """`events` empty is every event."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00]*$")]
    url: Annotated[str, StringConstraints(min_length=8, max_length=500, pattern=r"^[^\x00]*$")]
    contact: Line = ""
    scheme: Scheme = "hmac-sha256"
    events: Codes = []
    filters: WebhookFilters = WebhookFilters()


class WebhookChangeIn(WebhookIn):
    """`skip_waiting`: what is queued is not sent."""

    active: bool = True
    skip_waiting: bool = False


class WebhookOut(Schema):
    """`waiting` and `dead` count up to 1,000. `why`: why it was disabled."""

    id: int
    name: str
    url: str
    contact: str
    scheme: str
    public_key: str
    events: list[str]
    filters: WebhookFilters
    state: str
    state_name: str
    why: str
    failures: int
    failing_since: str | None
    hold_until: str | None
    switch_at: str | None
    last_ok_at: str | None
    created_at: str | None
    created_by: str
    waiting: int
    dead: int


class NewWebhookOut(WebhookOut):
    """`secret` is shown this once; empty for sm2, where the other side needs the public key only."""

    secret: str


class SecretIn(Strict):
    """In how many hours the new secret counts; until then the old one signs."""

    hours: int = Field(24, ge=0, le=168)


class WebhookTestOut(Schema):
    delivery_id: int
    sent: bool
    status: int | None
    ms: int
    said: str
    words: str
    words_en: str


class WebhookMessageOut(Schema):
    id: int
    subscription: int
    subscription_name: str
    event_id: str
    type: str
    type_name: str
    number: str
    at: str | None
    state: str
    state_name: str
    tries: int
    next_at: str | None
    sent_at: str | None
    status: int | None
    words: str
    words_en: str


class WebhookMessagePage(Schema):
    items: list[WebhookMessageOut]
    next_cursor: str | None


class WebhookAttempt(Schema):
    at: str
    status: int | None
    ms: int
    said: str
    words: str
    words_en: str


class WebhookMessageDetail(WebhookMessageOut):
    """`message`: what was sent, or will be; its signature is made anew each time."""

    message: dict[str, Any]
    attempts: list[WebhookAttempt]


class ReplayIn(Strict):
    """Messages by id, or those of a span; `everything` sends again what arrived too."""

    ids: Annotated[list[Id], Field(max_length=500)] = []
    since: AwareMoment | None = None
    until: AwareMoment | None = None
    everything: bool = False


class ReplayedOut(Schema):
    queued: int


class EventTypeOut(Schema):
    type: str
    name: str
    name_en: str
    when: str
    when_en: str
    actions: list[str]
    schema_id: str
    message_schema: dict[str, Any]


class FilterChoice(Schema):
    code: str
    name: str


class EventCatalogueOut(Schema):
    """`filters`: for each filter of a subscription the codes that it may name (areas down to the community)."""

    version: str
    media_type: str
    events: list[EventTypeOut]
    filters: dict[str, list[FilterChoice]]
