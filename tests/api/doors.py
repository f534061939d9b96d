"""Rows and bodies of the routes of doors."""

from __future__ import annotations

from typing import Any

from chengyun.channels import tokens
from chengyun.channels.doors import connections, taking
from chengyun.channels.models import Channel, DoorConnection, InboundItem
from chengyun.channels.queries import TOPIC
from chengyun.kernel import revision

DOOR = "leaders_board"


def rows() -> dict[str, Any]:
    """A door that is copied from by hand, an item that is held there, a token of its channel."""
    channel, _ = Channel.objects.get_or_create(
        code=DOOR, defaults={"name": "书记留言板", "kind": "message", "direction": "both", "source": "测试"}
    )
    DoorConnection.objects.create(channel=channel, transport_in="by_hand", transport_out="by_hand", enabled=True)
    revision.bump(TOPIC)
    revision.bump(connections.TOPIC)
    item = InboundItem.objects.create(
        channel=channel, external_id="L-1", digest=b"0" * 32, reasons=[{"field": "kind", "message": "没有这个类型"}],
        sealed=taking.seal({"留言ID": "L-1", "留言内容": "路灯不亮", "网友昵称": "演示网友"}), transport="by_hand",
    )  # fmt: skip
    return {"door": DOOR, "held_id": item.pk, "channel_token_id": tokens.issue(channel, "测试")[0].pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    one = "/api/v1/doors/{door}"
    return {
        ("PUT", one): {"transport_in": "by_hand", "transport_out": "by_hand", "enabled": True},
        ("POST", f"{one}/test"): {"what": "in"},
        ("POST", f"{one}/held/{{held_id}}"): {"do": "drop", "note": "测试件"},
        ("POST", f"{one}/copied"): {"text": "留言ID：L-2\n留言内容：路灯不亮"},
        ("POST", f"{one}/tokens"): {"name": "测试", "days": 30},
    }
