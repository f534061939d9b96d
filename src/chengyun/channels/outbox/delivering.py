"""Sending what waits: at least once, in the order of each case, cases side by side, never a flood.

A worker claims messages with SKIP LOCKED and a lease (`next_at`). A killed worker's messages come free when the lease
ends and are sent again under the same key. Claims of a door happen under its row (DoorOut), so that any number of
workers together keep its limits: so many at once, so many in a minute, one at a time while it is away.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import masks, outbound, rows

from . import connecting, making, transports
from .connecting import Way
from .messages import AGAIN, DONE, Verdict
from .models import DoorOut, WriteBack
from .transports import Parcel

log = logging.getLogger(__name__)

TOO_MANY = 5
"""Failures in a row from which a door counts as away."""
AT_ONCE, POOL = 4, 8
IN_A_MINUTE = 240
LEASE = timedelta(seconds=60)
"""Longer than an attempt may take: after it the message is anybody's again."""
GIVE_UP = 60
"""Attempts after which a message that the door never takes becomes a dead letter: about two days of its own."""

_DUE = (
    "SELECT DISTINCT door FROM outbox_writeback WHERE state IN ('waiting', 'sending') AND next_at <= %s"
)  # fmt: skip
_CLAIM = """
UPDATE outbox_writeback w SET state = 'sending', attempts = attempts + 1, next_at = %s
WHERE w.id IN (
  SELECT d.id FROM outbox_writeback d
  WHERE d.door = %s AND d.state IN ('waiting', 'sending') AND d.next_at <= %s
    AND NOT EXISTS (SELECT FROM outbox_writeback e WHERE e.case_id = d.case_id AND e.seq < d.seq
                    AND e.state IN ('waiting', 'sending', 'dead'))
  ORDER BY d.next_at, d.id LIMIT %s FOR UPDATE SKIP LOCKED)
RETURNING w.id
"""
_ON_THE_WAY = "SELECT count(*) FROM outbox_writeback WHERE door = %s AND state = 'sending' AND next_at > %s"


def work_off(seconds: float = 25.0) -> dict[str, int]:
    """Send what is due, for so many seconds at most; how many were done, refused, put off."""
    counts: dict[str, int] = {}
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(max_workers=POOL, thread_name_prefix="outbox") as pool:
        flying: dict[Future[Verdict], tuple[WriteBack, Way]] = {}
        while True:
            if time.monotonic() < until:
                for row, way in _claim_some(POOL - len(flying)):
                    flying[pool.submit(transports.send, way, parcel_of(row))] = (row, way)
            if not flying:
                return counts
            done, _ = wait(flying, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in done:
                row, way = flying.pop(future)
                kind = settle(row, future.result())
                counts[kind] = counts.get(kind, 0) + 1


def _claim_some(room: int) -> list[tuple[WriteBack, Way]]:
    """Messages of all doors that have some due, each door in turn getting its share of the room."""
    claimed: list[tuple[WriteBack, Way]] = []
    ways = connecting.ways()
    due = [code for (code,) in rows.execute(_DUE, [timezone.now()]).fetchall()] if room > 0 else []
    sending = [ways[code] for code in due if code in ways and not ways[code].by_hand and not ways[code].fault]
    share = max(1, room // max(1, len(sending)))
    for way in sending:
        left = room - len(claimed)
        if left > 0:
            claimed += [(row, way) for row in claim(way, min(left, share))]
    return claimed


def claim(way: Way, wanted: int, now: datetime | None = None) -> list[WriteBack]:
    """Messages of a door that this worker sends now; as many as the door may get."""
    now = now or timezone.now()
    with transaction.atomic():
        DoorOut.objects.get_or_create(door=way.code)
        door = DoorOut.objects.select_for_update().get(door=way.code)
        count = min(wanted, _allowed(door, way, now))
        if count <= 0:
            return []
        ids = [key for (key,) in rows.execute(_CLAIM, [now + LEASE, way.code, now, count]).fetchall()]
        if not ids:
            return []
        if door.minute is None or now - door.minute >= timedelta(minutes=1):
            door.minute, door.in_minute = now, 0
        door.in_minute += len(ids)
        door.save(update_fields=["minute", "in_minute"])
    return list(WriteBack.objects.filter(pk__in=ids).order_by("next_at", "id"))


def _allowed(door: DoorOut, way: Way, now: datetime) -> int:
    if door.closed_until is not None and now < door.closed_until:
        return 0
    on_the_way = rows.execute(_ON_THE_WAY, [way.code, now]).fetchone()[0]
    at_once = 1 if door.failures >= TOO_MANY else min(door.allowance, int(way.settings.get("at_once") or AT_ONCE))
    a_minute = int(way.settings.get("per_minute") or IN_A_MINUTE)
    fresh = door.minute is None or now - door.minute >= timedelta(minutes=1)
    return int(min(at_once - on_the_way, a_minute if fresh else a_minute - door.in_minute))


def parcel_of(row: WriteBack) -> Parcel:
    content = making.unseal(row)
    facts = content["facts"]
    return Parcel(
        row.key, facts["number"], facts["external_id"], row.seq, row.step, row.message, content["path"],
        content["body"], facts,
    )  # fmt: skip


def settle(row: WriteBack, result: Verdict, now: datetime | None = None) -> str:
    """Write down what became of an attempt; what state the message is in now. Whose lease ended meanwhile is not
    heard: somebody else has the message."""
    now = now or timezone.now()
    state = {DONE: WriteBack.DONE, AGAIN: WriteBack.WAITING}.get(result.kind, WriteBack.DEAD)
    words = told(result.words, 300)
    if state == WriteBack.WAITING and row.attempts >= GIVE_UP:
        state, words = WriteBack.DEAD, f"试了 {row.attempts} 次都没有送到：{words}"[:300]
    changes = {
        "state": state, "error": "" if state == WriteBack.DONE else words, "status": result.status,
        "answer": told(result.answer, 2000), "receipt": told(result.receipt, 120),
        "settled_at": now if state != WriteBack.WAITING else None,
    }  # fmt: skip
    if state == WriteBack.WAITING:
        changes["next_at"] = now + outbound.wait_before(row.attempts, result.retry_after)
    with transaction.atomic():
        door, _ = DoorOut.objects.select_for_update().get_or_create(door=row.door)
        mine = WriteBack.objects.filter(pk=row.pk, state=WriteBack.SENDING, attempts=row.attempts).update(**changes)
        _learn(door, result, now)
    return state if mine else "late"


def told(text: str, longest: int) -> str:
    """What the other side said, as it is kept: it may name people, whose numbers are masked."""
    return masks.mask_text("".join(ch for ch in text[:4000] if ch.isprintable() or ch in "\n\t"))[:longest]


def _learn(door: DoorOut, result: Verdict, now: datetime) -> None:
    """What this attempt says about the door: a refusal is an answer too."""
    if result.kind == AGAIN:
        door.failures += 1
        door.allowance = 1
        door.last_error_at, door.last_error = now, told(result.words, 300)
        if door.failures >= TOO_MANY or result.retry_after is not None:
            pause = outbound.wait_before(max(1, door.failures - TOO_MANY + 1), result.retry_after)
            door.closed_until = max(door.closed_until or now, now + pause)
    else:
        door.allowance = 1 if door.failures >= TOO_MANY else min(door.allowance * 2, 64)
        door.failures, door.closed_until = 0, None
        door.last_out_at = now
    door.save()


def wake_up(codes: Sequence[str]) -> None:
    """Somebody says that the other side is there again: try at once."""
    DoorOut.objects.filter(door__in=codes).update(closed_until=None)
