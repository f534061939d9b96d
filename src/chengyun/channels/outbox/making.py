"""Messages are made in the transaction of the action that they tell of: with it, or not at all."""

from __future__ import annotations

from typing import Any

import orjson
from django.db import transaction

from chengyun.cases import followers, lifecycle
from chengyun.kernel import rows, vault

from . import connecting, facts, messages
from .models import WriteBack

_LAST = "SELECT coalesce(max(seq), 0) FROM outbox_writeback WHERE case_id = %s"


def follow_all() -> None:
    """Whatever is done to a case may be a step of a door."""
    for life in lifecycle.all_lifecycles():
        for action in life.actions:
            followers.register(action, note)


def note(work: Any, event: Any) -> None:
    """The messages of a step, for cases whose door something goes back through; costs nothing for all others."""
    case = work.case
    way = connecting.way(case.channel)
    if way is None or not any(event.action in step.on for step in way.steps):
        return
    if not case.external_id and not way.by_hand:  # the other side knows nothing of this case
        return
    known = facts.of(work, event)
    steps = messages.fitting(way.steps, event.action, event.payload, known)
    if not steps:
        return
    seq = rows.execute(_LAST, [case.pk]).fetchone()[0]
    made = [_message(case, event, step, known, seq + at) for at, step in enumerate(steps, start=1)]
    rows.insert(made)
    if not way.by_hand and not way.fault:
        transaction.on_commit(wake)


def _message(case: Any, event: Any, step: messages.Step, known: facts.Facts, seq: int) -> WriteBack:
    key = f"{case.number}-{seq}"
    known |= {"key": key, "seq": seq, "message": step.message}
    content = {
        "body": messages.body(step, known), "path": step.path,
        "facts": {name: known.get(name, "") for name in ("external_id", "number", "key", "seq", "message", "action")},
    }  # fmt: skip
    return WriteBack(
        case=case, door=case.channel, step=step.code, message=step.message, seq=seq, event_seq=event.seq, key=key,
        sealed=seal(key, content), next_at=event.at, created_at=event.at,
    )  # fmt: skip


def seal(key: str, content: dict[str, Any]) -> bytes:
    return vault.seal({"content": orjson.dumps(content, default=str).decode()}, key)


def unseal(row: WriteBack) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(vault.open_(bytes(row.sealed), row.key)["content"])
    return content


def wake() -> None:
    """Ask the worker to send now; when it is asked already, or cannot be, the minute does it."""
    from procrastinate.exceptions import AlreadyEnqueued

    from . import jobs

    try:
        jobs.send.defer()
    except AlreadyEnqueued:
        return
