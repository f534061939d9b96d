"""Messages leave the house: at least once, in the order of the case, several subscriptions side by side.

Nothing of the database is held while the other side takes its time. A subscription that failed is asked with one
message at a time, after a pause that grows; its other messages wait and lose nothing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel import outbound, rows, signing
from chengyun.kernel.outbound import Outgoing, Unreachable
from chengyun.org import queries as org

from . import events, keeping, rules
from .models import Delivery, Subscription
from .rules import Health

log = logging.getLogger(__name__)
AT_ONCE, PROBE, SIDE_BY_SIDE = 8, 1, 4
SECONDS = 40.0
_CLAIM = """
UPDATE webhooks_delivery SET state = 'sending', tries = tries + 1, next_at = %s WHERE id IN (
  SELECT d.id FROM webhooks_delivery d
  WHERE d.subscription_id = %s AND d.state = 'waiting' AND d.next_at <= %s AND NOT EXISTS (
    SELECT 1 FROM webhooks_delivery e WHERE e.subscription_id = d.subscription_id AND e.subject = d.subject
    AND e.id < d.id AND e.state IN ('waiting', 'sending'))
  ORDER BY d.id LIMIT %s FOR UPDATE SKIP LOCKED)
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one message. `status` None: no answer."""

    delivery: Delivery
    status: int | None
    fault: str
    said: str
    ms: int
    retry_after: float | None

    @property
    def result(self) -> str:
        return rules.outcome(self.status)


def send_due(seconds: float = SECONDS) -> dict[str, int]:
    """Send what is due, as long as there is something and time; how many ended how. Harmless when done twice."""
    ends = time.monotonic() + seconds
    counts: dict[str, int] = {}
    _take_back_lost()
    with ThreadPoolExecutor(SIDE_BY_SIDE, "webhook") as threads:
        while time.monotonic() < ends:
            ready = [one for row in _due_subscriptions() for one in _claimed(row)]
            if not ready:
                break
            outgoing = [(delivery, _outgoing(row, delivery)) for row, delivery in ready]
            _let_go_of_connection()
            tried = list(threads.map(lambda pair: _exchange(*pair), outgoing))
            for row in {row.pk: row for row, _ in ready}.values():
                _settle(row, [one for one in tried if one.delivery.subscription_id == row.pk], counts)
    return counts


def _take_back_lost() -> None:
    """A worker ended while it sent: nobody knows whether it arrived, so it is sent again with the same id."""
    stuck = Delivery.objects.filter(state=Delivery.SENDING, next_at__lt=timezone.now())
    stuck.update(state=Delivery.WAITING, fault=rules.LOST)


def _due_subscriptions() -> list[Subscription]:
    now = timezone.now()
    waiting = Delivery.objects.filter(subscription=OuterRef("pk"), state=Delivery.WAITING, next_at__lte=now)
    free = Q(hold_until=None) | Q(hold_until__lte=now)
    return list(Subscription.objects.filter(free, Exists(waiting), state=Subscription.ACTIVE).order_by("id"))


def _claimed(row: Subscription) -> list[tuple[Subscription, Delivery]]:
    now = timezone.now()
    most = PROBE if row.failures else AT_ONCE
    keys = [key for (key,) in rows.execute(_CLAIM, [now + rules.LEASE, row.pk, now, most]).fetchall()]
    return [(row, one) for one in Delivery.objects.filter(pk__in=keys).order_by("id")]


def _let_go_of_connection() -> None:
    if not connection.in_atomic_block:
        connection.close()


# --- one message ------------------------------------------------------------------------------------------------------
def body_of(delivery: Delivery) -> bytes:
    """The message as it is sent and shown: a CloudEvent."""
    district = org.district()
    return orjson.dumps(
        {
            "specversion": "1.0", "id": delivery.event_id, "source": f"urn:chengyun:{district['code']}"
            if district else "urn:chengyun", "type": delivery.type, "subject": delivery.subject,
            "time": iso(delivery.at), "datacontenttype": "application/json",
            "dataschema": events.schema_id(delivery.type), "data": delivery.data,
        }
    )  # fmt: skip


def _outgoing(row: Subscription, delivery: Delivery, timeout: float = rules.TIMEOUT) -> Outgoing:
    body, parts = body_of(delivery), urlsplit(row.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Content-Type": f"{events.MEDIA}; charset=utf-8", "User-Agent": "chengyun-webhooks",
        "X-Chengyun-Event": delivery.type, "X-Chengyun-Event-Id": delivery.event_id,
        "X-Chengyun-Attempt": str(max(1, delivery.tries)),
        **signing.sign(
            row.scheme, keeping.secret_of(row, timezone.now()), method="POST", path=path, body=body, at=timezone.now()
        ),
    }  # fmt: skip
    return Outgoing("POST", row.url, headers, body, timeout)


def _exchange(delivery: Delivery, outgoing: Outgoing) -> Tried:
    """In a thread, without the database."""
    try:
        answer = outbound.send(outgoing)
    except Unreachable as error:
        return Tried(delivery, None, error.code, "", error.ms, None)
    except Exception:
        log.exception("webhook %s", delivery.pk)
        return Tried(delivery, None, outbound.BROKEN, "", 0, None)
    return Tried(
        delivery, answer.status, "", answer.text[: rules.SAID_AT_MOST].replace("\x00", ""), answer.ms,
        answer.retry_after,
    )  # fmt: skip


def send_now(row: Subscription, delivery: Delivery) -> Tried:
    """A test, while somebody waits for it: says nothing about the subscription's health."""
    outgoing = _outgoing(row, delivery, timeout=5.0)
    _let_go_of_connection()
    tried = _exchange(delivery, outgoing)
    now = timezone.now()
    sent = tried.result == rules.SENT
    _write(tried, now, Delivery.SENT if sent else Delivery.DEAD, now)
    return tried


# --- what came of it --------------------------------------------------------------------------------------------------
def _settle(row: Subscription, tried: Sequence[Tried], counts: dict[str, int]) -> None:
    now = timezone.now()
    well = any(one.result == rules.SENT for one in tried)
    down = [one for one in tried if one.result == rules.LATER]
    health = Health(row.failures, row.failing_since).after(well or not tried, now)
    pause = _pause(health, down) if down else None
    for one in tried:
        state, next_at = Delivery.SENT, now
        if one.result == rules.LATER:
            state, next_at = Delivery.WAITING, now + (pause or timedelta(0))
        elif one.result == rules.REFUSED:
            dead = rules.is_dead(one.result, one.delivery.tries) or one.status == rules.GONE
            state = Delivery.DEAD if dead else Delivery.WAITING
            next_at = now + outbound.wait_before(one.delivery.tries)
        _write(one, now, state, next_at)
        counts[state] = counts.get(state, 0) + 1
    fresh: dict[str, Any] = {
        "failures": health.failures, "failing_since": health.failing_since,
        "hold_until": now + pause if pause else None,
    }  # fmt: skip
    if well:
        fresh["last_ok_at"] = now
    Subscription.objects.filter(pk=row.pk).update(**fresh)
    gone = next((one for one in tried if one.status == rules.GONE), None)
    if gone is not None or health.gives_up(now):
        last = gone or tried[-1]
        keeping.disable(row, health.failures, rules.words_of(last.fault, last.status)[0], now)


def _pause(health: Health, down: Sequence[Tried]) -> timedelta:
    asked = max((one.retry_after or 0.0 for one in down), default=0.0)
    return outbound.wait_before(max(1, health.failures), asked or None)


def _write(one: Tried, now: datetime, state: str, next_at: datetime) -> None:
    attempt = {"at": iso(now), "status": one.status, "ms": one.ms, "fault": one.fault, "said": one.said}
    kept = [*one.delivery.attempts, attempt][-rules.KEPT_ATTEMPTS :]
    Delivery.objects.filter(pk=one.delivery.pk, state=Delivery.SENDING).update(
        state=state, next_at=next_at, status=one.status, fault=one.fault, attempts=kept,
        sent_at=now if state == Delivery.SENT else None,
    )  # fmt: skip
