"""HTTP of webhooks: who is told, what was sent, once more. Thin."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.org.auth import session_or_token

from . import events, keeping, queries, sending
from .permissions import MANAGE, VIEW
from .schemas import (
    EventCatalogueOut,
    NewWebhookOut,
    ReplayedOut,
    ReplayIn,
    SecretIn,
    WebhookChangeIn,
    WebhookIn,
    WebhookMessageDetail,
    WebhookMessagePage,
    WebhookOut,
    WebhookTestOut,
)

router = Router(tags=["webhooks"], auth=session_or_token)
Short = Annotated[str, Query(max_length=40, pattern=r"^[^\x00]*$")]
State = Literal["", "waiting", "sent", "dead"]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get(
    "/webhooks/catalogue", response=EventCatalogueOut, summary="Every event with the JSON Schema of its message"
)
def get_catalogue(request: HttpRequest) -> Any:
    need(request, VIEW)
    return send({**events.catalogue(), "filters": queries.choices()})


@router.get("/webhooks/deliveries", response=WebhookMessagePage, summary="What was sent, waits, or did not arrive")
def list_deliveries(
    request: HttpRequest, subscription: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None, state: State = "",
    type: Short = "", number: Short = "", cursor: Annotated[str, Query(max_length=1000)] = "", limit: Limit = 50,
) -> Any:  # fmt: skip
    need(request, VIEW)
    found = queries.deliveries(
        subscription=subscription, state=state, event=type, number=number.strip(), cursor=cursor, limit=limit
    )
    return send(found)


@router.get("/webhooks/deliveries/{push_id}", response=WebhookMessageDetail, summary="A message with its attempts")
def get_delivery(request: HttpRequest, push_id: Id) -> Any:
    need(request, VIEW)
    return send(queries.delivery(push_id))


@router.get("/webhooks", response=list[WebhookOut], summary="Subscriptions with how they do")
def list_webhooks(request: HttpRequest) -> Any:
    need(request, VIEW)
    return send(queries.subscriptions())


@router.post("/webhooks", response={201: NewWebhookOut}, summary="New subscription; its secret is shown this once")
def create_webhook(request: HttpRequest, body: WebhookIn) -> Any:
    row, secret = keeping.create(need(request, MANAGE), body.model_dump())
    return send({**queries.told(row), "secret": secret}, 201)


@router.put("/webhooks/{webhook_id}", response=WebhookOut, summary="Change, pause or resume a subscription")
def change_webhook(request: HttpRequest, webhook_id: Id, body: WebhookChangeIn) -> Any:
    actor = need(request, MANAGE)
    return send(queries.told(keeping.change(actor, queries.subscription(webhook_id), body.model_dump())))


@router.delete("/webhooks/{webhook_id}", response={204: None}, summary="End a subscription")
def end_webhook(request: HttpRequest, webhook_id: Id) -> Any:
    actor = need(request, MANAGE)
    keeping.end(actor, queries.subscription(webhook_id))
    return send(None, 204)


@router.post("/webhooks/{webhook_id}/secret", response=NewWebhookOut, summary="A new secret, shown this once")
def renew_secret(request: HttpRequest, webhook_id: Id, body: SecretIn) -> Any:
    actor = need(request, MANAGE)
    row = queries.subscription(webhook_id)
    secret = keeping.renew_secret(actor, row, body.hours)
    return send({**queries.told(row), "secret": secret})


@router.post("/webhooks/{webhook_id}/test", response=WebhookTestOut, summary="Really send a ping, now")
def test_webhook(request: HttpRequest, webhook_id: Id) -> Any:
    need(request, MANAGE)
    row = queries.subscription(webhook_id)
    delivery = keeping.ping(row)
    return send(queries.tested(delivery, sending.send_now(row, delivery)))


@router.post("/webhooks/{webhook_id}/replay", response=ReplayedOut, summary="Send messages again, one or of a span")
def replay(request: HttpRequest, webhook_id: Id, body: ReplayIn) -> Any:
    need(request, MANAGE)
    row = queries.subscription(webhook_id)
    count = keeping.replay(row, ids=body.ids, since=body.since, until=body.until, all_of_them=body.everything)
    return send({"queued": count})
