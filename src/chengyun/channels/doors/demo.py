"""Doors of the demo district: two that are copied by hand, one that is pushed to, with items that wait for a person."""

from __future__ import annotations

import secrets

from chengyun.kernel import revision, signing

from .. import queries
from ..models import Channel, DoorConnection, InboundItem
from . import connections, taking

BY_HAND = ("leaders_board", "media")
PUSHED = "hotline_12345"


def fill() -> None:
    """Nothing is overwritten: filling again changes nothing."""
    for code in BY_HAND:
        channel = Channel.objects.filter(code=code).first()
        if channel is not None:
            out = "by_hand" if channel.direction == Channel.BOTH else ""
            DoorConnection.objects.get_or_create(
                channel=channel, defaults={"transport_in": "by_hand", "transport_out": out, "enabled": True}
            )
    channel = Channel.objects.filter(code=PUSHED).first()
    if channel is None or DoorConnection.objects.filter(channel=channel).exists():
        revision.bump(connections.TOPIC)
        return
    sealed = connections.seal_secrets(channel.pk, {"key": secrets.token_urlsafe(24)})
    DoorConnection.objects.create(
        channel=channel, transport_in="push", scheme=signing.HMAC_SM3, sealed=sealed, enabled=True
    )
    revision.bump(connections.TOPIC)
    for part in (revision, queries, connections):
        part.forget()
    connection = connections.connection(PUSHED)
    if connection is not None and not InboundItem.objects.exists():
        taking.take_all(connection, _items(), "push")


def _items() -> list[dict[str, object]]:
    """What cannot be taken as it is: a class that is not known here, a reminder of a request that did not come."""
    return [
        {"orderNo": "RX-演示-9101", "action": "转办", "appealType": "投诉", "appealClass": "夜间扰民（市级分类）",
         "title": "夜间噪声", "content": "演示：夜间装卸货物噪声大。", "urgency": "一般",
         "citizen": {"name": "演示来电人", "phone": "13800000009"}, "address": "演示路 18 号"},
        {"orderNo": "RX-演示-9102", "action": "催单", "actionId": "C-1", "remark": "演示：请尽快答复。"},
    ]  # fmt: skip
