"""What people do about messages: try again, send anew, give up with a reason, fill in by hand. Each is written down."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import delivering, making, queries
from .models import DoorOut, WriteBack, WriteBackStep

RETRY, REPLAY, SKIP, FILL = "retry", "replay", "skip", "fill"
_STEPS = {
    RETRY: WriteBackStep.RETRY, REPLAY: WriteBackStep.REPLAY, SKIP: WriteBackStep.SKIP, FILL: WriteBackStep.FILLED,
}  # fmt: skip


def decide(actor: Actor, message_id: int, what: str, note: str = "", receipt: str = "") -> WriteBack:
    """Problem 409 when this is not possible now, 422 without a reason where one is needed."""
    note, receipt = note.strip(), receipt.strip()
    with transaction.atomic():
        row = queries.find(message_id, lock=True)
        if what not in queries.may(actor, row):
            raise Problem(
                409, "conflict", "这条消息已有变化", f"现在是“{WriteBack.NAMES[row.state]}”，请看过最新状态再操作。"
            )
        if what in (SKIP, REPLAY) and len(note) < 4:
            raise _missing("note", "请写明理由，不少于四个字。")
        if what == FILL and not (note or receipt):
            raise _missing("receipt", "请填写对方的回执号，没有的写明填在了哪里。")
        _change(actor, row, what, note, receipt)
        WriteBackStep.objects.create(
            write_back=row, by_id=actor.account_id, by_name=actor.name, what=_STEPS[what],
            note=f"{receipt} {note}".strip()[:300],
        )  # fmt: skip
    return row


def _change(actor: Actor, row: WriteBack, what: str, note: str, receipt: str) -> None:
    now = timezone.now()
    if what in (RETRY, REPLAY):
        row.state, row.next_at, row.settled_at = WriteBack.WAITING, now, None
        if row.attempts >= delivering.GIVE_UP:
            row.attempts = 0
        DoorOut.objects.filter(door=row.door).update(closed_until=None)
        transaction.on_commit(making.wake)
    else:
        row.state = WriteBack.SKIPPED if what == SKIP else WriteBack.DONE
        row.settled_at, row.by_id, row.by_name = now, actor.account_id, actor.name
        row.error = note[:300] if what == SKIP else ""
        row.receipt = receipt[:120] if what == FILL else row.receipt
        transaction.on_commit(making.wake)  # what waited behind it may go now
    row.save()


def retry_all(actor: Actor, door: str) -> int:
    """All dead letters of a door once more, 500 at most; how many."""
    with transaction.atomic():
        found = list(
            WriteBack.objects.select_for_update(skip_locked=True)
            .filter(door=door, state=WriteBack.DEAD).order_by("id")[:500]
        )  # fmt: skip
        ids = [row.pk for row in found]
        WriteBack.objects.filter(pk__in=ids).update(
            state=WriteBack.WAITING, next_at=timezone.now(), settled_at=None, attempts=0
        )
        WriteBackStep.objects.bulk_create(
            WriteBackStep(
                write_back_id=key, by_id=actor.account_id, by_name=actor.name, what=WriteBackStep.RETRY, note="全部重试"
            )
            for key in ids
        )
        delivering.wake_up([door])
        transaction.on_commit(making.wake)
    return len(ids)


def _missing(field: str, words: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", words, errors=[{"field": field, "message": words}])
