"""Webhooks and tokens of systems: rows and right bodies."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

_HOOK = {"name": "大数据局", "url": "https://peer.example/hook"}


def rows() -> dict[str, Any]:
    """A subscription with a message that did not arrive."""
    from chengyun.org import systems
    from chengyun.org.access import system_actor
    from chengyun.org.models import Account, Grant, Role
    from chengyun.webhooks import keeping
    from chengyun.webhooks.models import Delivery

    given = {**_HOOK, "contact": "", "scheme": "hmac-sm3", "events": ["case.closed"], "filters": {}}
    hook, _ = keeping.create(system_actor("测试"), given)
    type(hook).objects.filter(pk=hook.pk).update(url="http://192.0.2.1/hook")  # refused at once, without a look-up
    now = timezone.now()
    message = Delivery.objects.create(
        subscription=hook, event_id="TS-1-1", type="case.closed", subject="TS-1", at=now, next_at=now,
        state=Delivery.DEAD, status=404,
    )  # fmt: skip
    role = Role.objects.create(code="reader", name="数据读取", permissions=["case.view", "case.view_all"])
    account = Account.objects.create(username="bigdata", display_name="大数据局", kind=Account.SYSTEM)
    Grant.objects.create(account=account, role=role)
    token, _ = systems.issue(account, "看板", ["case.view"], by_id=None)
    return {
        "webhook_id": hook.pk, "push_id": message.pk, "system": account.username, "system_token_id": token.pk
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    one = "/api/v1/webhooks/{webhook_id}"
    system = {"name": "大数据局", "grants": [{"role": "reader"}]}
    return {
        ("POST", "/api/v1/systems"): {"username": "gis", **system},
        ("PUT", "/api/v1/systems/{system}"): system,
        ("POST", "/api/v1/systems/{system}/tokens"): {"name": "看板", "scopes": ["case.view"]},
        ("POST", "/api/v1/systems/{system}/tokens/{system_token_id}/rotate"): {"hours": 1},
        ("POST", "/api/v1/webhooks"): _HOOK,
        ("PUT", one): _HOOK,
        ("POST", f"{one}/secret"): {"hours": 1},
        ("POST", f"{one}/replay"): {"ids": [ids["push_id"]]},
    }
