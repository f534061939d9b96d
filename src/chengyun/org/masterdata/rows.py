"""What is in a table: rows to search and sort, one row, and choices for references. Reads only."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.kernel.tokens import pinyin_search

from ..access import Actor
from ..models import MasterDataChange
from . import kinds
from .kinds import Key, Kind, Values
from .writing import etag, key_text, name_of

CURRENT, FUTURE, CLOSED = "current", "future", "closed"
PINYIN_UP_TO = 20_000
"""Tables with more rows are searched by their words only."""


@dataclass
class Snapshot:
    """All rows of a table as they were at one revision, with what searching needs."""

    revision: int
    rows: dict[Key, Values]
    words: dict[Key, str] = field(default_factory=dict)


_lock = threading.Lock()
_kept: dict[str, Snapshot] = {}


def snapshot(kind: Kind) -> Snapshot:
    """Kept per process until the kind's revision moves; a volatile table is read anew."""
    number = revision.current(kind.topic)
    known = _kept.get(kind.code)
    if known is not None and known.revision == number and not kind.volatile:
        return known
    found = Snapshot(number, kind.existing())
    with _lock:
        _kept[kind.code] = found
    return found


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    _kept.clear()


def parse_key(kind: Kind, text: str) -> Key:
    """The key of a row from its JSON text. Problem 422."""
    try:
        parts = json.loads(text)
    except ValueError:
        parts = None
    if not isinstance(parts, list) or len(parts) != len(kind.key) or "\x00" in text:
        raise Problem(422, "invalid", "行的编码不对", errors=[{"field": "key", "message": "应为主键各列的 JSON 列表"}])
    if any(isinstance(part, list | dict | float) for part in parts):
        raise Problem(422, "invalid", "行的编码不对", errors=[{"field": "key", "message": "主键各列应为文字"}])
    return tuple(None if part == "" else part for part in parts)


def state_of(values: Mapping[str, Any], today: date | None = None) -> str:
    """Whether a dated row is valid today, will be, or was."""
    day = (today or timezone.localdate()).isoformat()
    if (values.get("valid_to") or "9999") < day:
        return CLOSED
    return FUTURE if (values.get("valid_from") or "") > day else CURRENT


def listing(
    kind: Kind, *, q: str = "", state: str = "", sort: str = "", where: Mapping[str, str] | None = None,
    limit: int = 50, offset: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """A part of the table: {total, rows, offset}; q matches any cell, or the pinyin of the name."""
    found = snapshot(kind)
    waiting = _waiting(kind)
    keys = [
        key
        for key, values in found.rows.items()
        if (not state or state_of(values) == state) and _fits(values, where or {}) and _matches(kind, found, key, q)
    ]
    _order(kind, found, keys, sort)
    shown = keys[offset : offset + limit]
    names = _names(kind, (found.rows[key] for key in shown))
    return {
        "total": len(keys), "all": len(found.rows), "offset": offset,
        "rows": [_shown(kind, key, found.rows[key], names, waiting) for key in shown],
    }  # fmt: skip


def one(kind: Kind, key: Key) -> dict[str, Any]:
    """One row as it is now. Problem 404."""
    values = kind.existing().get(key)
    if values is None:
        raise Problem(404, "not_found", "没有这一行", "可能已被删除，请刷新列表。")
    return _shown(kind, key, values, _names(kind, [values]), _waiting(kind))


def options(kind: Kind, q: str, limit: int, codes: Iterable[str] = ()) -> list[dict[str, str]]:
    """Rows that a reference may name: {code, name, hint}; by code, words or pinyin. `codes`: just these."""
    found = snapshot(kind)
    wanted = set(codes)
    latest: dict[str, dict[str, str]] = {}
    for key, values in found.rows.items():
        code = str(key[0])
        if wanted and code not in wanted:
            continue
        if not wanted and (state_of(values) == CLOSED or not _matches(kind, found, key, q)):
            continue
        latest[code] = {"code": code, "name": str(values.get(kind.label_column) or code), "hint": _hint(kind, values)}
        if len(latest) >= limit and not wanted:
            break
    return list(latest.values())


def _hint(kind: Kind, values: Mapping[str, Any]) -> str:
    column = next((kind.by_name[n] for n in ("level", "kind", "unit", "lifecycle") if n in kind.by_name), None)
    return str(column.show(values.get(column.name))) if column else ""


def _matches(kind: Kind, found: Snapshot, key: Key, q: str) -> bool:
    words = q.strip().lower().split()
    if not words:
        return True
    text = found.words.get(key)
    if text is None:
        text = found.words[key] = _search_text(kind, found, key)
    return all(word in text for word in words)


def _search_text(kind: Kind, found: Snapshot, key: Key) -> str:
    values = found.rows[key]
    cells = [str(column.show(values.get(column.name)))[:300] for column in kind.kept]
    if len(found.rows) <= PINYIN_UP_TO:
        cells.append(_pinyin(str(values.get(kind.label_column) or "")[:60]))
    return " ".join(cells).lower()


@lru_cache(maxsize=50_000)
def _pinyin(name: str) -> str:
    return pinyin_search(name)


def _fits(values: Values, where: Mapping[str, str]) -> bool:
    return all(_cell(values.get(name)) == wanted for name, wanted in where.items())


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def _order(kind: Kind, found: Snapshot, keys: list[Key], sort: str) -> None:
    name, down = sort.lstrip("-"), sort.startswith("-")
    if not name:
        if "sort" in kind.by_name:
            keys.sort(key=lambda key: (found.rows[key].get("sort") or 0, str(key[0])))
        return
    column = kind.by_name.get(name)
    if column is None or column.virtual:
        message = f"没有“{name[:40]}”这一列"
        raise Problem(422, "invalid", "不能按这一列排序", message, errors=[{"field": "sort", "message": message}])
    if column.kind in ("int", "float"):
        keys.sort(key=lambda key: found.rows[key].get(name) or 0, reverse=down)
    else:
        keys.sort(key=lambda key: str(column.show(found.rows[key].get(name))), reverse=down)


def _names(kind: Kind, rows: Iterable[Values]) -> dict[str, dict[str, str]]:
    """Column → code → name, for the references of these rows."""
    shown = list(rows)
    named: dict[str, dict[str, str]] = {}
    for column in kind.kept:
        cells = [row.get(column.name) for row in shown]
        for part in (column, *column.fields):
            codes = {code for cell in cells for code in (_codes(cell) if part is column else _inner(cell, part.name))}
            for ref in part.refs if codes else ():
                other = kinds.find(ref)
                if other is not None and other.label_column != other.key[0]:
                    found = {row["code"]: row["name"] for row in options(other, "", len(codes), codes)}
                    named.setdefault(column.name, {}).update(found)
    return named


def _inner(cell: Any, name: str) -> list[str]:
    """Codes that a condition names under one fact."""
    return _codes(cell.get(name)) if isinstance(cell, dict) else []


def _codes(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [code for inner in value.values() for code in _codes(inner)]
    if isinstance(value, list):
        return [code for code in value if isinstance(code, str) and code]
    return [str(value)] if value else []


def _waiting(kind: Kind) -> dict[str, int]:
    rows = MasterDataChange.objects.filter(kind=kind.code, state=MasterDataChange.WAITING).values_list("key", flat=True)
    found: dict[str, int] = {}
    for key in rows:
        found[key] = found.get(key, 0) + 1
    return found


def _shown(
    kind: Kind, key: Key, values: Values, names: Mapping[str, Mapping[str, str]], waiting: Mapping[str, int]
) -> dict[str, Any]:
    text = key_text(key)
    return {
        "key": text, "name": name_of(kind, values), "values": values, "etag": etag(values), "state": state_of(values),
        "names": {name: {c: known[c] for c in _codes(values.get(name)) if c in known} for name, known in names.items()},
        "waiting": waiting.get(text, 0),
    }  # fmt: skip


def require_view(kind: Kind, actor: Actor) -> None:
    """Problem 403 when this table is not for this person."""
    if not kind.may_view(actor):
        needed = kind.permission or "masterdata.view"
        raise Problem(403, "forbidden", "没有权限", f"查看“{kind.name}”需要权限 {needed}")


def require_change(kind: Kind, actor: Actor) -> None:
    if not kind.may_change(actor):
        needed = kind.permission or "masterdata.import"
        raise Problem(403, "forbidden", "没有权限", f"修改“{kind.name}”需要权限 {needed}")
