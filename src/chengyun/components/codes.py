"""Codes for components that come without one: district 6 + class 4 + serial 6 (GB/T 30428.2), each given once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from chengyun.org.masterdata import ERROR, PlannedRow
from chengyun.org.models import District, MasterDataChange

from .models import Component

SERIALS = 999_999


def serial_of(code: str, prefix: str) -> int:
    """The serial of a code that begins so; 0 when it is not of sixteen digits."""
    return int(code[10:]) if len(code) == 16 and code.isdecimal() and code.startswith(prefix) else 0


def give(plan: Sequence[PlannedRow]) -> None:
    """Fill in missing codes. The same thing at the same point keeps the code that it has, so that a file without codes
    brought in twice does not double the register."""
    waiting = [row for row in plan if row.action != ERROR and not row.values.get("code") and _kind(row)]
    if not waiting:
        return
    district = _district()
    last: dict[str, int] = {}
    known = _known({_kind(row) for row in waiting})
    for row in waiting:
        there = known.get(_thing(row))
        if there:
            _put(row, there.pop(0))
            continue
        prefix = district + _kind(row)
        if not district:
            row.fail("code", "本区没有六位区划代码，请填写编码")
            continue
        if prefix not in last:
            last[prefix] = _last(prefix, plan)
        if last[prefix] >= SERIALS:
            row.fail("code", f"{prefix} 的顺序号已用完，请填写编码")
            continue
        last[prefix] += 1
        _put(row, f"{prefix}{last[prefix]:06d}")


def _put(row: PlannedRow, code: str) -> None:
    row.values["code"], row.key, row.given = code, (code,), ("code",)


def _kind(row: PlannedRow) -> str:
    kind = str(row.values.get("kind") or "")
    return kind if len(kind) == 4 and kind.isdecimal() else ""


def _district() -> str:
    code = (District.objects.values_list("code", flat=True).first() or "")[:6]
    return code if len(code) == 6 and code.isdecimal() else ""


def _last(prefix: str, plan: Iterable[PlannedRow]) -> int:
    """The highest serial that is in the register, in this file, or in the history: changes that wait, rows undone."""
    kept = Component.objects.filter(code__startswith=prefix).values_list("code", flat=True)
    past = MasterDataChange.objects.filter(kind="components", key__startswith=f'["{prefix}').values_list(
        "key", flat=True
    )
    told = [*kept, *(str(json.loads(key)[0]) for key in past), *(str(row.values.get("code") or "") for row in plan)]
    return max((serial_of(code, prefix) for code in told), default=0)


def _thing(row: PlannedRow) -> Any:
    values = row.values
    return _kind(row), values.get("name"), values.get("lng"), values.get("lat")


def _known(kinds: set[str]) -> dict[Any, list[str]]:
    rows = Component.objects.filter(kind__code__in=kinds, lng__isnull=False, lat__isnull=False)
    found: dict[Any, list[str]] = {}
    for code, *thing in rows.order_by("code").values_list("code", "kind__code", "name", "lng", "lat"):
        found.setdefault(tuple(thing), []).append(code)
    return found
