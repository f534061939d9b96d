"""HTTP of the doors. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, ConfigDict, Field

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import Code, Id
from chengyun.kernel import english, ratelimit, signing
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from ..auth import ChannelTokenAuth, answer, expect_body
from ..models import ChannelToken
from ..permissions import INBOUND, MANAGE
from ..queries import ChannelRef
from . import connections, queries, schemas, services
from .transports import push
from .transports.fields import value

router = Router(tags=["doors"])
_SAID = ("words", "last_error_in")


def _told(request: HttpRequest, body: Any) -> Any:
    """The answer with what is wrong in the language of the reader. The other side's own words stay."""
    if language_of(request) != "en":
        return body
    if isinstance(body, dict):
        said = (*_SAID, "message") if "field" in body else _SAID
        return {
            name: english.english(value) if name in said and isinstance(value, str) else _told(request, value)
            for name, value in body.items()
        }
    return [_told(request, one) for one in body] if isinstance(body, list) else body


_REGISTER = "case.register"


@router.get("/doors", auth=session_or_token, response=list[schemas.DoorRow], summary="All doors, and how each does")
def get_doors(request: HttpRequest):
    queries.may_see(request.actor)  # type: ignore[attr-defined]
    return send(_told(request, queries.doors()))


@router.get(
    "/doors/by-hand", auth=session_or_token, response=list[schemas.ByHandDoor], summary="Doors to copy from by hand"
)
def get_by_hand(request: HttpRequest):
    need(request, _REGISTER)
    return send(services.by_hand_doors())


@router.get("/doors/{door}", auth=session_or_token, response=schemas.DoorOut, summary="A door: declared and connected")
def get_door(request: HttpRequest, door: Code):
    return send(_told(request, queries.page(queries.may_see(request.actor), door)))  # type: ignore[attr-defined]


@router.put("/doors/{door}", auth=session_or_token, response=schemas.DoorOut, summary="Say how a door is connected")
def put_door(request: HttpRequest, door: Code, body: schemas.DoorIn):
    actor = need(request, MANAGE)
    services.save(actor, door, body)
    return send(_told(request, queries.page(actor, door)))


@router.post("/doors/{door}/test", auth=session_or_token, response=schemas.DoorTested, summary="Ask the other side now")
def test_door(request: HttpRequest, door: Code, body: schemas.DoorTest):
    need(request, MANAGE)
    told = services.test(door, body.what)
    return send(_told(request, {"ok": told.ok, "words": told.words, "items": told.items, "first": dict(told.first)}))


class HeldQuery(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    state: Code = "held"
    cursor: str = Field("", max_length=1000)


@router.get(
    "/doors/{door}/held", auth=session_or_token, response=schemas.HeldList, summary="What did not become a case"
)
def get_held(request: HttpRequest, door: Code, wanted: Query[HeldQuery]):
    need(request, INBOUND)
    return send(_told(request, queries.held_of(door, wanted.state, wanted.cursor)))


@router.post(
    "/doors/{door}/held", auth=session_or_token, response=schemas.AgainOut, summary="Take all held items again"
)
def take_again(request: HttpRequest, door: Code):
    return send(services.again(need(request, INBOUND), door))


@router.get(
    "/doors/{door}/held/{held_id}", auth=session_or_token, response=schemas.HeldOut, summary="A held item, masked"
)
def get_held_item(request: HttpRequest, door: Code, held_id: Id):
    need(request, INBOUND)
    return send(_told(request, queries.held(door, held_id)))


@router.post(
    "/doors/{door}/held/{held_id}", auth=session_or_token, response=schemas.HeldOut, summary="Correct and take, or drop"
)
def decide_held(request: HttpRequest, door: Code, held_id: Id, body: schemas.HeldIn):
    services.decide(need(request, INBOUND), door, held_id, body)
    return send(_told(request, queries.held(door, held_id)))


@router.post(
    "/doors/{door}/copied", auth=session_or_token, response=schemas.CopiedOut, summary="What was copied by hand"
)
def copied(request: HttpRequest, door: Code, body: schemas.CopiedIn):
    need(request, _REGISTER)
    return send(_told(request, services.by_hand(door, body.text, body.corrections, body.take)))


@router.get(
    "/doors/{door}/tokens", auth=session_or_token, response=list[schemas.DoorTokenOut], summary="Tokens of a channel"
)
def get_tokens(request: HttpRequest, door: Code):
    need(request, MANAGE)
    return send(queries.tokens_of(door))


@router.post(
    "/doors/{door}/tokens",
    auth=session_or_token,
    response={201: schemas.DoorTokenNew},
    summary="A token, shown once",
)
def give_token(request: HttpRequest, door: Code, body: schemas.DoorTokenIn):
    return send(services.give_token(need(request, MANAGE), door, body), 201)


@router.post(
    "/doors/{door}/tokens/{channel_token_id}/revoke", auth=session_or_token, response=list[schemas.DoorTokenOut],
    summary="End a token now",
)  # fmt: skip
def revoke_token(request: HttpRequest, door: Code, channel_token_id: Id):
    need(request, MANAGE)
    services.revoke_token(door, channel_token_id)
    return send(queries.tokens_of(door))


class _DoorWrites(ChannelTokenAuth):
    """A signature of the other side (X-Chengyun-…), or a token of the channel where no signature was agreed."""

    def __call__(self, request: HttpRequest) -> ChannelRef:
        signed = signing.SIGNATURE in request.headers
        channel = self._signed(request) if signed else super().__call__(request)
        expect_body(request)
        connection = connections.connection(channel.code)
        if connection is None or connection.transport_in != "push" or not connection.enabled:
            raise Problem(404, "not_pushed", "渠道不接受推送", f"“{channel.name}”没有设为对方推送，或没有启用。")
        if connection.scheme and not signed:
            raise _unsigned(f"这个渠道要求签名（{connection.scheme}）。")
        return channel

    def _signed(self, request: HttpRequest) -> ChannelRef:
        match = request.resolver_match
        code = str(match.kwargs.get("channel", "")) if match is not None else ""
        connection = connections.connection(code)
        if connection is None or not connection.scheme or not connection.channel.open_today:
            raise _unsigned("签名不符：内容被改过，或者密钥不对。")
        limit = int(value(push.SETTINGS, connection.into, "per_minute"))
        request.allowance = ratelimit.take(f"door-{connection.id}", limit)  # type: ignore[attr-defined]
        expect_body(request)
        try:
            push.verify(connection, request.headers, request.method or "", request.get_full_path(), request.body)
        except signing.BadSignature as error:
            raise _unsigned(error.words) from None
        return connection.channel


def _unsigned(words: str) -> Problem:
    return Problem(401, "bad_signature", "签名无效", words, headers={"WWW-Authenticate": 'Signature realm="doors"'})


@router.post(
    "/doors/{channel}/events", auth=_DoorWrites(ChannelToken.WRITE), response=schemas.PushedOut,
    summary="The other side pushes: new requests, supplements, reminders, withdrawals",
)  # fmt: skip
def push_events(request: HttpRequest, channel: str):
    """JSON or XML as the door declares, up to 200 items. Signed: X-Chengyun-Timestamp, -Nonce, -Signature, -Scheme."""
    connection = connections.connection(request.auth.code)  # type: ignore[attr-defined]
    assert connection is not None
    each, ran = push.receive(connection, request.body, request.content_type or "")
    items = [
        {"external_id": one.external_id, "became": one.became, "number": one.number, "reasons": one.reasons}
        for one in each
    ]
    counts = {"created": ran.new, "known": ran.known, "changed": ran.changed, "held": ran.held}
    return answer(request, {**counts, "items": items})
