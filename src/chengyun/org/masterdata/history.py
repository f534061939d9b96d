"""Who changed what and why, undoing it, and changes that wait for their moment."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import paging
from chengyun.kernel.problems import Problem

from ..access import Actor, system_actor
from ..models import MasterDataChange
from . import kinds, planning, service, structured
from .columns import Column
from .kinds import ERROR, UNCHANGED, Key, Kind, Values
from .saving import refuse_used, whole
from .writing import key_text, remove, write

log = logging.getLogger(__name__)
PAGE = 50


def changes(kind: Kind, *, key: Key | None = None, state: str = "", cursor: str = "") -> dict[str, Any]:
    """What happened to a table or to one row, newest first, 50 a page."""
    rows = MasterDataChange.objects.filter(kind=kind.code).order_by("-id")
    if key is not None:
        rows = rows.filter(key=key_text(key))
    if state:
        rows = rows.filter(state=state)
    if cursor:
        (last,) = paging.decode_cursor(cursor, 1)
        if not isinstance(last, int) or isinstance(last, bool) or not 0 < last < 2**63:
            raise paging.bad_cursor()
        rows = rows.filter(id__lt=last)
    found = list(rows.prefetch_related("undone_by")[: PAGE + 1])
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    return {
        "items": [shown(kind, row) for row in found[:PAGE]],
        "next_cursor": paging.encode_cursor([more]) if more else None,
    }


def shown(kind: Kind, row: MasterDataChange) -> dict[str, Any]:
    """A change as people read it: every column with what it was and what it became."""
    before, after = row.before or {}, row.after or {}
    differences = []
    for column in kind.columns:
        old, new = before.get(column.name), after.get(column.name)
        if old != new and not (row.before is None and new in (None, "", [], {}, False)):
            was, became = _told(column, old, new, after or before)
            differences.append({"column": column.name, "label": column.label, "before": was, "after": became})
    return {
        "id": row.pk, "kind": row.kind, "key": row.key, "name": row.name, "action": row.action, "state": row.state,
        "origin": row.origin, "reason": row.reason, "by": row.account_name, "at": row.at,
        "effective_at": row.effective_at, "settled_at": row.settled_at, "error": row.error, "undoes": row.undoes_id,
        "undone_by": [undo.pk for undo in row.undone_by.all()], "differences": differences,
    }  # fmt: skip


def _told(column: Column, old: Any, new: Any, row: Values) -> tuple[str, str]:
    """Before and after in words; of a small table only the lines that differ."""
    if column.kind != "records":
        return _text(column.show(old)), _text(column.show(new))
    was, became = (
        [structured.readable(column, record, row) for record in value] if isinstance(value, list) else []
        for value in (old, new)
    )
    return (
        _text("；".join(line for line in was if line not in became)),
        _text("；".join(line for line in became if line not in was)),
    )


def _text(cell: Any) -> str:
    text = str(cell)
    return text if len(text) <= 2000 else text[:2000] + "…"


def undo(change: MasterDataChange, actor: Actor, reason: str) -> MasterDataChange:
    """Take a change back, as a new change; a waiting one is cancelled. Problem 409 says why it cannot be."""
    kind = service.kind_of(change.kind)
    with transaction.atomic():
        service.one_at_a_time()
        change = MasterDataChange.objects.select_for_update().get(pk=change.pk)
        if change.state == MasterDataChange.WAITING:
            return _cancel(change, actor, reason)
        if change.state != MasterDataChange.DONE:
            raise _cannot("这次变更没有生效，不用撤销。")
        if change.undone_by.exists():
            raise _cannot("这次变更已经撤销过。")
        key: Key = tuple(json.loads(change.key))
        now = kind.existing().get(key)
        _refuse_later(kind, change, now)
        if change.before is None:
            refuse_used(kind, key)
            return remove(kind, [key], actor, origin=MasterDataChange.UNDO, reason=reason, undoes=change)[-1]
        cells = _cells(kind, change.before, change.after)
        done = _apply(kind, key, cells, actor, MasterDataChange.UNDO, reason, change)
    return done


def _cells(kind: Kind, wanted: Values, other: Values | None) -> dict[str, Any]:
    """The key and the columns that differ: all of the row when there is nothing to differ from."""
    names = {c.name for c in kind.kept} | set(kind.key)
    return {
        name: value
        for name, value in wanted.items()
        if name in names and (other is None or name in kind.key or other.get(name) != value)
    }


def _apply(
    kind: Kind, key: Key, cells: Mapping[str, Any], actor: Actor, origin: str, reason: str,
    undoes: MasterDataChange | None,
) -> MasterDataChange:  # fmt: skip
    row = planning.plan(kind, [(1, whole(kind, cells, kind.existing().get(key)))])[0]
    if row.action == ERROR:
        words = [f"{kind.by_name[name].label}：{message}" for name, message in row.errors]
        raise _cannot("；".join(words))
    if row.action == UNCHANGED:
        raise _cannot("现在已经是这个样子。")
    done = write(kind, [row], actor, origin=origin, reason=reason, undoes=undoes)
    mine = [change for change in done if change.key == key_text(key)]
    if not mine:
        raise _cannot("现在已经是这个样子。")
    return mine[0]


def _refuse_later(kind: Kind, change: MasterDataChange, now: Values | None) -> None:
    """What was changed must still be as the change left it."""
    if change.after is None:
        if now is not None:
            raise _cannot("这一行后来又加了回来。")
        return
    if now is None:
        raise _cannot("这一行后来被删除了，请先撤销那次删除。")
    before = change.before or {}
    moved = [
        column
        for column in kind.kept
        if now.get(column.name) != change.after.get(column.name)
        and (change.before is None or change.after.get(column.name) != before.get(column.name))
    ]
    if moved:
        later = MasterDataChange.objects.filter(kind=change.kind, key=change.key, id__gt=change.pk)
        mine = [row for row in later if any(_of(row.before, c.name) != _of(row.after, c.name) for c in moved)]
        who = "、".join(dict.fromkeys(row.account_name for row in mine if row.account_name)) or "他人"
        names = "、".join(column.label for column in moved)
        raise _cannot(f"{names} 后来又由 {who} 改过，请先撤销后来的变更，或直接修改。")


def _of(values: Values | None, name: str) -> Any:
    return (values or {}).get(name)


def _cancel(change: MasterDataChange, actor: Actor, reason: str) -> MasterDataChange:
    change.state, change.settled_at = MasterDataChange.CANCELLED, timezone.now()
    change.error = f"{actor.name} 取消" + (f"：{reason}" if reason else "")
    change.error = change.error[:500]
    change.save(update_fields=["state", "settled_at", "error"])
    return change


def _cannot(detail: str) -> Problem:
    return Problem(409, "cannot_undo", "不能撤销", detail)


# --- waiting ----------------------------------------------------------------------------------------------------------
def apply_due(now: datetime | None = None) -> dict[str, int]:
    """Changes whose moment has come take effect. One that no longer fits fails with the reason; others go on."""
    now = now or timezone.now()
    counts = {"done": 0, "failed": 0}
    due = MasterDataChange.objects.filter(state=MasterDataChange.WAITING, effective_at__lte=now)
    for pk in list(due.order_by("effective_at", "id").values_list("pk", flat=True)):
        counts["done" if _settle(pk) else "failed"] += 1
    return counts


def _settle(pk: int) -> bool:
    try:
        with transaction.atomic():
            service.one_at_a_time()
            change = MasterDataChange.objects.select_for_update().get(pk=pk)
            if change.state != MasterDataChange.WAITING:
                return True
            _take_effect(change)
            change.state, change.settled_at = MasterDataChange.DONE, timezone.now()
            change.save(update_fields=["state", "settled_at", "before", "after"])
        return True
    except Problem as problem:
        reason = problem.detail or problem.title
    except Exception:
        log.exception("master data change %s", pk)
        reason = "程序出错，详见日志"
    MasterDataChange.objects.filter(pk=pk, state=MasterDataChange.WAITING).update(
        state=MasterDataChange.FAILED, settled_at=timezone.now(), error=reason[:500]
    )
    return False


def _take_effect(change: MasterDataChange) -> None:
    """Only the columns that were changed are written; somebody else's change of them since then is not lost."""
    kind = kinds.find(change.kind)
    if kind is None or change.after is None:
        raise Problem(409, "gone", "没有这种基础数据")
    key: Key = tuple(json.loads(change.key))
    now = kind.existing().get(key)
    if (now is None) != (change.before is None):
        raise Problem(409, "changed", "等待期间这一行被新增或删除")
    before = change.before
    touched = _cells(kind, change.after, before)
    touched |= {n: v for n, v in change.after.items() if n in kind.by_name and kind.by_name[n].virtual and v}
    if before is not None and now is not None:
        moved = [kind.by_name[n].label for n in touched if now.get(n) != before.get(n) and not kind.by_name[n].virtual]
        if moved:
            raise Problem(409, "changed", "等待期间有人改过", f"等待期间有人改过：{'、'.join(moved)}。请重新填写。")
    planned = planning.plan(kind, [(1, whole(kind, touched, now))])
    if planned[0].action == ERROR:
        words = [f"{kind.by_name[name].label}：{message}" for name, message in planned[0].errors]
        raise Problem(409, "invalid", "内容已不合适", "；".join(words))
    if planned[0].action != UNCHANGED:
        kind.apply(planned, system_actor(change.account_name or "系统"))
    change.before, change.after = now, kind.existing().get(key)


def waiting(actor: Actor) -> Sequence[MasterDataChange]:
    """All that waits or failed lately, of the tables that this person may see."""
    rows = MasterDataChange.objects.filter(state__in=[MasterDataChange.WAITING, MasterDataChange.FAILED])
    found = []
    for row in rows.order_by("effective_at", "id")[:200]:
        kind = kinds.find(row.kind)
        if kind is not None and kind.may_view(actor):
            found.append(row)
    return found
