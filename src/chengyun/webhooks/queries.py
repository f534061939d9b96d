"""Reads of the webhooks room."""

from __future__ import annotations

from typing import Any

import orjson
from django.db.models import QuerySet

from chengyun.cases import catalogue, lifecycle
from chengyun.cases.present import iso
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem

from . import events, rules, sending
from .models import Delivery, Subscription

STATES = {
    Subscription.ACTIVE: "启用", Subscription.PAUSED: "暂停", Subscription.DISABLED: "自动停用",
    Subscription.ENDED: "已停用",
}  # fmt: skip
DELIVERY_STATES = {
    Delivery.WAITING: "待发送", Delivery.SENDING: "发送中", Delivery.SENT: "已送达", Delivery.DEAD: "未送达",
}  # fmt: skip
COUNTED_TO = 1000
SKIPPED = ("有人选择不再发送", "Somebody chose not to send it")


def subscription(key: int) -> Subscription:
    row = Subscription.objects.filter(pk=key).exclude(state=Subscription.ENDED).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "没有这个推送，或已经停用。")
    return row


def subscriptions() -> list[dict[str, Any]]:
    return [told(row) for row in Subscription.objects.exclude(state=Subscription.ENDED).order_by("id")]


def told(row: Subscription) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "url": row.url, "contact": row.contact, "scheme": row.scheme,
        "public_key": row.public_key, "events": list(row.events),
        "filters": {name: row.filters.get(name, []) for name in Subscription.FILTERS},
        "state": row.state, "state_name": STATES[row.state], "why": row.why, "failures": row.failures,
        "failing_since": iso(row.failing_since), "hold_until": iso(row.hold_until), "switch_at": iso(row.switch_at),
        "last_ok_at": iso(row.last_ok_at), "created_at": iso(row.created_at), "created_by": row.created_by_name,
        "waiting": _count(row.deliveries.filter(state__in=Delivery.OPEN)),
        "dead": _count(row.deliveries.filter(state=Delivery.DEAD)),
    }  # fmt: skip


def _count(found: QuerySet[Delivery]) -> int:
    return found.order_by()[:COUNTED_TO].count()


def deliveries(
    *, subscription: int | None, state: str, event: str, number: str, cursor: str, limit: int
) -> dict[str, Any]:
    """The log, the newest first."""
    found = Delivery.objects.select_related("subscription").order_by("-id")
    if subscription is not None:
        found = found.filter(subscription_id=subscription)
    if state:
        found = found.filter(state__in=Delivery.OPEN if state == Delivery.WAITING else (state,))
    if event:
        found = found.filter(type=event)
    if number:
        found = found.filter(subject=number)
    if cursor:
        (last,) = decode_cursor(cursor, 1)
        if not isinstance(last, int) or isinstance(last, bool) or not 0 < last < 2**63:
            raise bad_cursor()
        found = found.filter(pk__lt=last)
    some = list(found[: limit + 1])
    more = encode_cursor([some[limit - 1].pk]) if len(some) > limit else None
    return {"items": [_item(row) for row in some[:limit]], "next_cursor": more}


def delivery(key: int) -> dict[str, Any]:
    row = Delivery.objects.select_related("subscription").filter(pk=key).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "没有这条消息，或已经过了保存期。")
    attempts = []
    for one in reversed(row.attempts):
        words, english = _words(one["fault"], one["status"])
        attempts.append(
            {"at": one["at"], "status": one["status"], "ms": one["ms"], "said": one["said"], "words": words,
             "words_en": english}
        )  # fmt: skip
    return {**_item(row), "message": orjson.loads(sending.body_of(row)), "attempts": attempts}


def _item(row: Delivery) -> dict[str, Any]:
    words, english = _words(row.fault, row.status)
    return {
        "id": row.pk, "subscription": row.subscription_id, "subscription_name": row.subscription.name,
        "event_id": row.event_id, "type": row.type, "type_name": events.name_of(row.type), "number": row.subject,
        "at": iso(row.at), "state": row.state, "state_name": DELIVERY_STATES[row.state], "tries": row.tries,
        "next_at": iso(row.next_at) if row.state == Delivery.WAITING else None, "sent_at": iso(row.sent_at),
        "status": row.status, "words": words, "words_en": english,
    }  # fmt: skip


def _words(fault: str, status: int | None) -> tuple[str, str]:
    if fault == "skipped":
        return SKIPPED
    if not fault and status is not None and 200 <= status < 300:
        return "", ""
    return rules.words_of(fault, status)


def tested(row: Delivery, tried: sending.Tried) -> dict[str, Any]:
    words, english = _words(tried.fault, tried.status)
    return {
        "delivery_id": row.pk, "sent": tried.result == rules.SENT, "status": tried.status, "ms": tried.ms,
        "said": tried.said, "words": words, "words_en": english,
    }  # fmt: skip


def choices() -> dict[str, list[dict[str, str]]]:
    """What each filter may name."""
    known = catalogue.current()

    def named(rows: Any, name: str = "name") -> list[dict[str, str]]:
        return [{"code": one.code, "name": getattr(one, name)} for one in rows]

    return {
        "channels": [{"code": code, "name": row["name"]} for code, row in known.channels.items()],
        "units": named(known.units.values()), "categories": named(known.categories.values(), "path_name"),
        "areas": named(known.areas.values()), "kinds": named(known.kinds.values()),
        "lifecycles": named(lifecycle.all_lifecycles()),
    }  # fmt: skip
