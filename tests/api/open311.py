"""The open interface in the made-up district: a request that may be released, and a key."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.cases import engine
from chengyun.channels import tokens
from chengyun.channels.models import Channel, ChannelToken
from chengyun.kernel import revision
from chengyun.org.access import system_actor


def rows() -> dict[str, Any]:
    """What paths name: a key."""
    channel = Channel.objects.create(code="open311", name="开放接口", kind="api", source="测试")
    revision.bump("channels")
    key, _ = tokens.issue(channel, "演示程序", scopes=[ChannelToken.OPEN311])
    given = engine.Registration(
        kind="complaint", text="路灯不亮", channel="open311", external_id="o-1", received_at=timezone.now()
    )
    engine.create(system_actor("开放接口"), given)
    return {"key_id": key.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    return {
        ("POST", "/api/v1/open311/keys"): {"name": "演示程序"},
        ("POST", "/api/v1/open311/keys/{key_id}"): {"action": "rotate"},
        ("POST", "/api/v1/open311/matters/{number}"): {"public": True, "words": "路灯不亮"},
    }
