"""The one way in which master data are changed: pages, imports, profiles and undoing end here and leave history."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from chengyun.kernel.problems import Problem

from ..access import Actor
from ..models import MasterDataChange
from .kinds import CREATE, UPDATE, Key, Kind, PlannedRow, Values
from .organisation import has_administrator

ACCESS = "access"
"""The group of tables that decide who may do what."""


def key_text(key: Key) -> str:
    """A key as it is written in addresses and history: a JSON list."""
    return json.dumps(list(key), ensure_ascii=False)


def etag(values: Values | None) -> str:
    """A short mark of a row's content: another mark means that somebody changed it."""
    if values is None:
        return ""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.blake2s(text.encode(), digest_size=10).hexdigest()


def write(
    kind: Kind,
    planned: Sequence[PlannedRow],
    actor: Actor,
    *,
    origin: str,
    reason: str = "",
    undoes: MasterDataChange | None = None,
    batch: uuid.UUID | None = None,
) -> list[MasterDataChange]:
    """Apply a plan and record what became of every row, those that the kind changed along with it too."""
    if all(row.action not in (CREATE, UPDATE) for row in planned):
        return []
    before = kind.existing()
    with _still_administered(kind):
        kind.apply(planned, actor)
    return _record(kind, before, kind.existing(), actor, origin, reason, undoes, batch)


def remove(
    kind: Kind,
    keys: Sequence[Key],
    actor: Actor,
    *,
    origin: str,
    reason: str = "",
    undoes: MasterDataChange | None = None,
    batch: uuid.UUID | None = None,
) -> list[MasterDataChange]:
    """Delete rows and record what they were. The caller has asked `kind.used_by`."""
    before = kind.existing()
    with _still_administered(kind):
        kind.remove(keys, actor)
    return _record(kind, before, kind.existing(), actor, origin, reason, undoes, batch)


@contextmanager
def watched(kind: Kind, actor: Actor, *, origin: str, reason: str = "") -> Iterator[None]:
    """Record what a block changes in a table that it writes by other means."""
    before = kind.existing()
    yield
    _record(kind, before, kind.existing(), actor, origin, reason, None, None)


@contextmanager
def _still_administered(kind: Kind) -> Iterator[None]:
    """A change of rights that would leave nobody to mend it is refused."""
    had = kind.group == ACCESS and has_administrator()
    yield
    if had and not has_administrator():
        detail = "改后没有人能管理角色和授权。请先给另一个账号全区的管理权限。"
        raise Problem(409, "last_administrator", "不能这样改", detail)


def _record(
    kind: Kind,
    before: Mapping[Key, Values],
    after: Mapping[Key, Values],
    actor: Actor,
    origin: str,
    reason: str,
    undoes: MasterDataChange | None,
    batch: uuid.UUID | None,
) -> list[MasterDataChange]:
    together = batch or uuid.uuid4()
    rows = []
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        rows.append(
            MasterDataChange(
                kind=kind.code, key=key_text(key)[:400], name=name_of(kind, new or old or {}),
                action=action_of(old, new), before=old, after=new, origin=origin, reason=reason[:500],
                account_id=actor.account_id,
                account_name=actor.name[:80], undoes=undoes, batch=together,
            )
        )  # fmt: skip
    return MasterDataChange.objects.bulk_create(rows, batch_size=1000)


def action_of(old: Values | None, new: Values | None) -> str:
    if old is None:
        return MasterDataChange.CREATE
    return MasterDataChange.DELETE if new is None else MasterDataChange.UPDATE


def name_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """What people call a row."""
    parts = [values.get(kind.label_column), *(values.get(name) for name in kind.key)]
    return " ".join(dict.fromkeys(str(part) for part in parts if part not in (None, "")))[:200]
