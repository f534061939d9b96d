"""Messages are made in the transaction of the action that they tell of: with it, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from django.db import transaction

from chengyun.kernel import rows, vault

from . import connecting, facts, messages
from .models import WriteBack

_LAST = "SELECT coalesce(max(seq), 0) FROM outbox_writeback WHERE case_id = %s"


def note(happened: Sequence[tuple[Any, Any]]) -> None:
    """The messages of (work, event): whatever is done to a case, by a person or a file, may be a step of its door."""
    awake = [_note(work, event) for work, event in happened]
    if any(awake):
        transaction.on_commit(wake)


def _note(work: Any, event: Any) -> bool:
    """Whether there is something to send now; costs nothing for cases whose door nothing goes back through."""
    case = work.case
    way = connecting.way(case.channel)
    if way is None or not any(event.action in step.on for step in way.steps):
        return False
    if not case.external_id and not way.by_hand:  # the other side knows nothing of this case
        return False
    known = facts.of(work, event)
    steps = messages.fitting(way.steps, event.action, event.payload, known)
    if not steps:
        return False
    seq = rows.execute(_LAST, [case.pk]).fetchone()[0]
    made = [_message(case, event, step, known, seq + at) for at, step in enumerate(steps, start=1)]
    rows.insert(made)
    return not way.by_hand and not way.fault


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
