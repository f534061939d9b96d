"""Webhooks and tokens of systems: rows and right bodies."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

_HOOK = {"name": "大数据局", "url": "https://peer.example/hook"}


def rows() -> dict[str, Any]:
    """A subscription with a message that did not arrive."""
    from chengyun.org.access import system_actor
    from chengyun.webhooks import keeping
    from chengyun.webhooks.models import Delivery

    given = {**_HOOK, "contact": "", "scheme": "hmac-sm3", "events": ["case.closed"], "filters": {}}
    hook, _ = keeping.create(system_actor("测试"), given)
    now = timezone.now()
    message = Delivery.objects.create(
        subscription=hook, event_id="TS-1-1", type="case.closed", subject="TS-1", at=now, next_at=now,
        state=Delivery.DEAD, status=404,
    )  # fmt: skip
    return {"webhook_id": hook.pk, "push_id": message.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    one = "/api/v1/webhooks/{webhook_id}"
    return {
        ("POST", "/api/v1/webhooks"): _HOOK,
        ("PUT", one): _HOOK,
        ("POST", f"{one}/secret"): {"hours": 1},
        ("POST", f"{one}/replay"): {"ids": [ids["push_id"]]},
    }
