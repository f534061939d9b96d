"""What the worker does for the doors: read the scheduled ones, one at a time each, and forget what is settled."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from chengyun.kernel import outbound

from ..models import DoorConnection, InboundItem, LinkedFile, SeenNonce
from . import connections, linked
from .transports import Ran, TransportError, transport_in

log = logging.getLogger(__name__)

SCHEDULED = ("pull", "drop", "sftp", "open311")
KEEP = timedelta(days=30)
"""How long a settled item is kept as it came: it holds personal data."""
KEEP_NONCE = timedelta(hours=3)
_EVERY = 10


@app.periodic(cron="* * * * *")
@app.task(name="channels.read_doors", queueing_lock="channels.read_doors")
def read_doors(timestamp: int) -> int:
    """Every minute: ask for a reading of each door whose time has come."""
    now = timezone.now()
    due = DoorConnection.objects.filter(
        Q(next_try_at__isnull=True) | Q(next_try_at__lte=now), enabled=True, transport_in__in=SCHEDULED,
        channel__is_active=True,
    )  # fmt: skip
    count = 0
    for code in due.values_list("channel__code", flat=True):
        count += ask(code)
    return count


def ask(code: str) -> bool:
    """Have a door read by the worker; False when that is asked for already. One at a time for each door."""
    try:
        app.configure_task("channels.read_door", queueing_lock=f"door-{code}", lock=f"door-{code}").defer(code=code)
    except AlreadyEnqueued:
        return False
    return True


@app.task(name="channels.read_door")
def read_door(code: str) -> dict[str, Any]:
    """Read what is new at one door."""
    connection = connections.connection(code)
    if connection is None or not connection.enabled or not connection.channel.open_today:
        return {"skipped": True}
    ran = read(connection)
    return {} if ran is None else {"new": ran.new, "changed": ran.changed, "held": ran.held, "known": ran.known}


def read(connection: connections.Connection) -> Ran | None:
    """Read one door now and note how it went; None when it failed. Failing waits longer each time."""
    transport = transport_in(connection.transport_in)
    if transport is None or transport.run is None:
        return None
    mine = DoorConnection.objects.filter(pk=connection.id)
    try:
        ran = transport.run(connection)
    except TransportError as error:
        failed(connection, error.words, error.later)
        return None
    except Exception as error:
        log.exception("door %s could not be read", connection.channel.code)
        failed(connection, f"读取时出错（{type(error).__name__}），详情见后台日志。")
        return None
    now = timezone.now()
    mine.update(
        last_try_at=now, next_try_at=now + every(connection), last_error_in="", errors_in=0,
    )  # fmt: skip
    return ran


def every(connection: connections.Connection) -> timedelta:
    given = connection.into.get("every_minutes")
    return timedelta(minutes=given if isinstance(given, int) and given > 0 else _EVERY) - timedelta(seconds=20)


def failed(connection: connections.Connection, words: str, later: float | None = None) -> None:
    """Note why a door could not be read, and when to try again."""
    now = timezone.now()
    mine = DoorConnection.objects.filter(pk=connection.id)
    attempt = (mine.values_list("errors_in", flat=True).first() or 0) + 1
    mine.update(
        last_try_at=now, next_try_at=now + outbound.wait_before(attempt, later), last_error_in=words[:300],
        last_error_in_at=now, errors_in=F("errors_in") + 1,
    )  # fmt: skip


@app.periodic(cron="* * * * *")
@app.task(name="channels.fetch_linked", queueing_lock="channels.fetch_linked", lock="channels.fetch_linked")
def fetch_linked(timestamp: int) -> int:
    """Every minute: fetch the files that items point to."""
    return linked.fetch_due()


@app.periodic(cron="41 3 * * *")
@app.task(name="channels.forget_items", queueing_lock="channels.forget_items")
def forget_items(timestamp: int) -> int:
    """Every night: what was settled a month ago is no longer kept as it came; old nonces go."""
    now = timezone.now()
    SeenNonce.objects.filter(at__lt=now - KEEP_NONCE).delete()
    LinkedFile.objects.exclude(state=LinkedFile.WAITING).filter(came_at__lt=now - KEEP).delete()
    old = InboundItem.objects.filter(settled_at__lt=now - KEEP, sealed__isnull=False)
    return old.update(sealed=None)


__all__ = ["ask", "every", "failed", "read", "read_door", "read_doors"]
