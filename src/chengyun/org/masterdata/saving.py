"""One row from a page: save, close, remove; now or later. Two people on one row do not overwrite each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem

from ..access import Actor
from ..models import MasterDataChange
from . import planning, service
from .kinds import CREATE, ERROR, UNCHANGED, Key, Kind, ModelKind, PlannedRow, Values
from .writing import action_of, etag, key_text, name_of, remove, write


def plan_row(kind: Kind, cells: Mapping[str, Any], key: Key | None) -> PlannedRow:
    """One row compared with the table. Problem 422 names every cell that is wrong."""
    unknown = [name for name in cells if name not in kind.by_name]
    if unknown:
        raise _invalid([(unknown[0], "没有这一列")], kind)
    given = dict(cells)
    if key is not None:
        for name, part in zip(kind.key, key, strict=True):
            given.setdefault(name, "" if part is None else part)
    else:
        for column in kind.columns:
            if column.name in kind.key or column.required:
                given.setdefault(column.name, "")
    given = whole(kind, given, kind.existing().get(key) if key is not None else None)
    row = planning.plan(kind, [(1, given)])[0]
    if row.action == ERROR:
        raise _invalid(row.errors, kind)
    if key is not None and row.key != key:
        message = "编码不能改：案件和其他表按它引用。请新增一行，再停用这一行。"
        raise _invalid([(kind.key[0], message)], kind)
    return row


def whole(kind: Kind, cells: Mapping[str, Any], now: Values | None) -> dict[str, Any]:
    """The cells with what the row has already; kinds kept in one model leave absent columns alone by themselves."""
    return dict(cells) if isinstance(kind, ModelKind) or now is None else {**now, **cells}


def save(
    kind: Kind,
    cells: Mapping[str, Any],
    actor: Actor,
    *,
    key: Key | None = None,
    seen: str = "",
    reason: str = "",
    effective_at: datetime | None = None,
) -> MasterDataChange | None:
    """Add a row (key None) or change one, whose mark was `seen`. None when nothing would change.

    Problem 404 gone, 409 somebody else was faster (with the difference) or the code is taken, 422 cells.
    """
    with transaction.atomic():
        service.one_at_a_time()
        old = _current(kind, key, seen, cells)
        row = plan_row(kind, cells, key)
        if key is None and row.action != CREATE:
            raise Problem(409, "exists", "已经有这一行", f"“{name_of(kind, row.values)}”已存在，请打开它修改。")
        if row.action == UNCHANGED:
            return None
        if effective_at is not None and effective_at > timezone.now():
            return _wait(kind, row, old, actor, reason, effective_at)
        done = write(kind, [row], actor, origin=MasterDataChange.PAGE, reason=reason)
    return next((change for change in done if change.key == key_text(row.key)), None)


def delete(kind: Kind, key: Key, actor: Actor, *, seen: str, reason: str) -> MasterDataChange:
    """Remove a row of a kind whose rows may go. Problem 409 names what still needs it."""
    if not kind.removable:
        detail = f"“{kind.name}”的行不能删除，请填写有效期止来停用。"
        raise Problem(409, "not_removable", "不能删除", detail)
    with transaction.atomic():
        service.one_at_a_time()
        _current(kind, key, seen, {})
        refuse_used(kind, key)
        done = remove(kind, [key], actor, origin=MasterDataChange.PAGE, reason=reason)
    return done[-1]


def refuse_used(kind: Kind, key: Key) -> None:
    needed = kind.used_by(key)
    if needed:
        detail = "用到它的有：" + "、".join(needed) + "。请改为填写有效期止。"
        raise Problem(409, "in_use", "还有别处用到", detail, used_by=needed)


def _current(kind: Kind, key: Key | None, seen: str, wanted: Mapping[str, Any]) -> Values | None:
    """The row as it is now, refused when it is not what this person had seen."""
    if key is None:
        return None
    now = kind.existing().get(key)
    if now is None:
        raise Problem(404, "not_found", "没有这一行", "可能已被删除，请刷新列表。")
    if etag(now) != seen:
        raise _stale(kind, key, now, wanted)
    return now


def _stale(kind: Kind, key: Key, now: Values, wanted: Mapping[str, Any]) -> Problem:
    last = MasterDataChange.objects.filter(kind=kind.code, key=key_text(key), state=MasterDataChange.DONE).last()
    differences = []
    for column in kind.kept:
        if column.name in wanted and column.name not in kind.key:
            try:
                mine = column.parse(wanted[column.name])
            except ValueError:
                mine = wanted[column.name]
            if mine != now.get(column.name):
                differences.append(
                    {"column": column.name, "label": column.label, "yours": column.show(mine),
                     "now": column.show(now.get(column.name))}
                )  # fmt: skip
    who = f"{last.account_name} 于 {timezone.localtime(last.settled_at or last.at):%m-%d %H:%M}" if last else "他人"
    return Problem(
        409, "stale_row", "这一行刚被改过", f"{who} 改了这一行。请对照后再保存，您填写的内容没有丢失。",
        current=now, etag=etag(now), differences=differences,
    )  # fmt: skip


def _wait(
    kind: Kind, row: PlannedRow, old: Values | None, actor: Actor, reason: str, effective_at: datetime
) -> MasterDataChange:
    new = {**(old or {c.name: c.empty for c in kind.kept}), **_kept(kind, row.values)}
    return MasterDataChange.objects.create(
        kind=kind.code, key=key_text(row.key)[:400], name=name_of(kind, new), action=action_of(old, new), before=old,
        after={**new, **{n: row.values[n] for n in row.values if kind.by_name[n].virtual}}, reason=reason[:500],
        origin=MasterDataChange.PAGE, account_id=actor.account_id, account_name=actor.name[:80],
        state=MasterDataChange.WAITING, effective_at=effective_at,
    )  # fmt: skip


def _kept(kind: Kind, values: Values) -> Values:
    names = {column.name for column in kind.kept}
    return {name: value for name, value in values.items() if name in names}


def _invalid(errors: list[tuple[str, str]], kind: Kind) -> Problem:
    found = [{"field": name, "message": message} for name, message in errors]
    label = kind.by_name[errors[0][0]].label if errors[0][0] in kind.by_name else errors[0][0][:40]
    return Problem(422, "invalid", "提交的内容有误", f"{label}：{errors[0][1]}", errors=found)
