"""Reading messages: the list, one with its content, those of a case, how each door does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases import access
from chengyun.cases.gathered import Source
from chengyun.cases.present import iso
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .. import queries as channels
from . import connecting, making, messages
from .models import DoorOut, WriteBack
from .permissions import HANDLE

CODE = "writeback"
BY_HAND = "by_hand"
OUTSTANDING = "open"
CAP = 1000
STALLED = timedelta(minutes=30)
"""A message that is due for so long: the door has stalled."""


def by_hand() -> list[str]:
    return [code for code, way in connecting.ways().items() if way.by_hand]


def in_state(state: str) -> Q:
    """What a filter calls a state: by_hand are those that wait for a person, waiting those that the platform sends."""
    if state == BY_HAND:
        return Q(state__in=WriteBack.OPEN, door__in=by_hand())
    if state == OUTSTANDING:
        return Q(state__in=WriteBack.OPEN)
    if state == WriteBack.WAITING:
        return Q(state__in=WriteBack.OPEN) & ~Q(door__in=by_hand())
    return Q(state=state) if state else Q()


def page(asked: Any) -> dict[str, Any]:
    """{items, next_cursor, counts}, the newest first; of what waits the oldest. `asked`: schemas.MessageQuery."""
    found = WriteBack.objects.filter(in_state(asked.state))
    if asked.door:
        found = found.filter(door=asked.door)
    if asked.q:
        words = asked.q.strip()
        found = found.filter(Q(key__startswith=words) | Q(case__external_id=words) | Q(case__number=words))
    oldest = asked.state in (BY_HAND, OUTSTANDING, WriteBack.WAITING)
    if asked.cursor:
        found = found.filter(_after(asked.cursor, oldest))
    some = list(found.select_related("case").order_by("id" if oldest else "-id")[: asked.limit + 1])
    return {
        "items": [told(row) for row in some[: asked.limit]],
        "next_cursor": encode_cursor([some[asked.limit - 1].pk]) if len(some) > asked.limit else None,
        "counts": counts(asked.door),
    }  # fmt: skip


def _after(cursor: str, oldest: bool) -> Q:
    (last,) = decode_cursor(cursor, 1)
    if not isinstance(last, int) or isinstance(last, bool) or abs(last) >= 2**63:
        raise bad_cursor()
    return Q(pk__gt=last) if oldest else Q(pk__lt=last)


def counts(door: str = "") -> dict[str, int]:
    """How many messages wait, wait for a person, failed; each up to CAP, so that it costs the same in ten years."""
    found = WriteBack.objects.filter(door=door) if door else WriteBack.objects.all()
    return {
        state: found.filter(in_state(state)).order_by()[:CAP].count()
        for state in (WriteBack.WAITING, BY_HAND, WriteBack.DEAD)
    }


def told(row: WriteBack) -> dict[str, Any]:
    """A message without its content."""
    channel = channels.channel(row.door)
    way = connecting.way(row.door)
    waits = row.state in WriteBack.OPEN and way is not None and way.by_hand
    return {
        "id": row.pk, "door": row.door, "door_name": channel.name if channel else row.door,
        "number": row.case.number, "external_id": row.case.external_id or "", "step": row.step, "message": row.message,
        "name": next((step.name for step in way.steps if step.code == row.step), row.message) if way else row.message,
        "seq": row.seq, "state": BY_HAND if waits else row.state, "attempts": row.attempts, "status": row.status,
        "error": row.error, "receipt": row.receipt, "by": row.by_name,
        "created_at": iso(row.created_at), "next_at": iso(row.next_at) if row.state in WriteBack.OPEN else None,
        "settled_at": iso(row.settled_at),
    }  # fmt: skip


def find(message_id: int, *, lock: bool = False) -> WriteBack:
    found = WriteBack.objects.select_related("case")
    row = (found.select_for_update(of=("self",)) if lock else found).filter(pk=message_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这条回传消息", "编号有误，请从列表里打开。")
    return row


def detail(actor: Actor, row: WriteBack) -> dict[str, Any]:
    """With its content for whoever may see the case; what people did about it; what waits behind it."""
    sees = access.visible_to(actor).filter(pk=row.case_id).exists()
    way = connecting.way(row.door)
    behind = WriteBack.objects.filter(case_id=row.case_id, seq__gt=row.seq, state__in=(*WriteBack.OPEN, WriteBack.DEAD))
    ahead = WriteBack.objects.filter(case_id=row.case_id, seq__lt=row.seq, state__in=(*WriteBack.OPEN, WriteBack.DEAD))
    return {
        **told(row), "key": row.key, "answer": row.answer, "sees_content": sees,
        "text": messages.plain(making.unseal(row)["body"]) if sees else "",
        "behind": behind.count(), "ahead": ahead.order_by("seq").values_list("message", flat=True).first() or "",
        "fault": way.fault if way else "这个渠道现在没有回传方式，接通后再回传",
        "may": may(actor, row),
        "steps": [
            {"at": iso(one.at), "by": one.by_name, "what": one.what, "note": one.note} for one in row.steps.all()
        ],
    }  # fmt: skip


def may(actor: Actor, row: WriteBack) -> list[str]:
    """What this person may do about it now."""
    if not actor.can(HANDLE):
        return []
    if row.state == WriteBack.DEAD:
        return ["retry", "skip", "fill"]
    if row.state in WriteBack.OPEN:
        way = connecting.way(row.door)
        return ["fill", "skip"] if way is None or way.by_hand else ["retry", "skip"]
    return ["replay"] if row.state == WriteBack.DONE else ["retry"]


def of_case(actor: Actor, number: str) -> dict[str, Any]:
    """The messages of a case that this person may see, in their order. Problem 404."""
    case = access.find(actor, number)
    if case is None:
        raise Problem(404, "not_found", "没有找到案件", "编号有误，或您无权查看。")
    found = WriteBack.objects.filter(case=case).select_related("case").order_by("seq")[:200]
    way = connecting.way(case.channel)
    items = [told(row) for row in found]
    return {"connected": way is not None, "fault": way.fault if way and items else "", "items": items}


# --- the cases behind a figure --------------------------------------------------------------------------------------
def condition(what: str) -> Q:
    """ "municipal_platform.dead": cases with such a message. ValueError for anything else."""
    door, _, state = what.partition(".")
    if channels.channel(door) is None or state not in (*WriteBack.NAMES, BY_HAND, OUTSTANDING):
        raise ValueError(what)
    found = WriteBack.objects.filter(in_state(state), door=door, case_id=OuterRef("pk"))
    return Q(Exists(found))


def words(what: str) -> str:
    door, _, state = what.partition(".")
    channel = channels.channel(door)
    name = {**WriteBack.NAMES, BY_HAND: "待回填", OUTSTANDING: "还没有回传"}.get(state, state)
    return f"{channel.name if channel else door}：{name}"


SOURCE = Source(CODE, condition, words)


# --- health ---------------------------------------------------------------------------------------------------------
_FIGURES = """
SELECT door, count(*) FILTER (WHERE state <> 'dead'), min(next_at) FILTER (WHERE state <> 'dead' AND NOT held),
  min(created_at) FILTER (WHERE state <> 'dead'), count(*) FILTER (WHERE state = 'dead')
FROM (SELECT w.*, EXISTS (SELECT FROM outbox_writeback e WHERE e.case_id = w.case_id AND e.seq < w.seq
                          AND e.state = 'dead') AS held
      FROM outbox_writeback w WHERE w.state IN ('waiting', 'sending', 'dead')) one GROUP BY door
"""
_TODAY = """
SELECT door, count(*) FROM outbox_writeback WHERE state = 'done' AND settled_at >= %s AND door = ANY(%s) GROUP BY door
"""
UNCONNECTED, FINE, BEHIND, AWAY, STALLS, PAUSED, HAND = (
    "unconnected", "fine", "behind", "away", "stalled", "paused", "hand",
)  # fmt: skip


def health(door: str = "") -> list[dict[str, Any]]:
    """How each connected door does on the way out (one of them when `door` is given)."""
    now = timezone.now()
    ways = {code: way for code, way in connecting.ways().items() if not door or code == door}
    with connection.cursor() as cursor:
        cursor.execute(_FIGURES)
        figures = {code: rest for code, *rest in cursor.fetchall()}
        cursor.execute(_TODAY, [timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0), list(ways)])
        today = dict(cursor.fetchall())
    outs = {row.door: row for row in DoorOut.objects.filter(door__in=ways)}
    return [_told_health(way, figures.get(code), today.get(code, 0), outs.get(code), now) for code, way in ways.items()]


def _told_health(way: connecting.Way, figures: Any, today: int, out: DoorOut | None, now: datetime) -> dict[str, Any]:
    waiting, due, oldest, dead = figures or (0, None, None, 0)
    state = state_of(way, waiting, due, out, now)
    return {
        "code": way.code, "name": way.name, "transport": way.transport, "state": state, "fault": way.fault,
        "waiting": waiting, "oldest_at": iso(oldest),
        "lag_seconds": int((now - oldest).total_seconds()) if oldest else 0,
        "dead": dead, "sent_today": today,
        "last_out_at": iso(out.last_out_at) if out else None,
        "last_error_at": iso(out.last_error_at) if out else None,
        "last_error": out.last_error if out else "",
        "next_try_at": iso(out.closed_until) if out and out.closed_until and out.closed_until > now else None,
        "open": [f"{CODE}:{way.code}.{OUTSTANDING}", f"{CODE}:{way.code}.{WriteBack.DEAD}"],
    }  # fmt: skip


def state_of(way: connecting.Way, waiting: int, due: datetime | None, out: DoorOut | None, now: datetime) -> str:
    if way.fault:
        return PAUSED
    if way.by_hand:
        return HAND
    away = out is not None and out.failures > 0 and out.closed_until is not None
    if away and out is not None and out.last_out_at is not None and now - out.last_out_at < STALLED:
        return AWAY
    if away:
        return STALLS if waiting else AWAY
    return BEHIND if due is not None and now - due > STALLED else FINE
