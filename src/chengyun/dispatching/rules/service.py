"""Changing rules: saving, switching on and off, moving. Everything goes through the one writer of master data, so that
history and undo are those of every table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.masterdata import planning, saving, service, writing
from chengyun.org.models import MasterDataChange

from ..models_rules import DispatchRule
from .content import digest
from .listing import KIND, order_mark

STEP = 10
LAST = 1_000_000


def save(values: Mapping[str, Any], actor: Actor, *, code: str = "", seen: str = "", reason: str = "") -> str:
    """Add a rule (no `code`) or change one; its code. Problem 409 when somebody else was faster, 422 with faults."""
    kind = service.kind_of(KIND)
    cells = {name: value for name, value in values.items() if value is not None}
    cells.pop("position", None)
    if code:
        cells.pop("code", None)
        saving.save(kind, cells, actor, key=(code,), seen=seen, reason=reason)
        return code
    with transaction.atomic():
        service.one_at_a_time()
        cells["code"] = str(cells.get("code") or "").strip() or _next_code()
        saving.save(kind, cells, actor, reason=reason)
    return str(cells["code"])


def _next_code() -> str:
    """R001, R002 …"""
    taken = [int(m.group(1)) for c in DispatchRule.objects.values_list("code", flat=True)
             if (m := re.fullmatch(r"R(\d{1,8})", c))]  # fmt: skip
    return f"R{max(taken, default=0) + 1:03}"


def switch(code: str, on: bool, actor: Actor, *, seen: str, reason: str) -> None:
    """Switch a rule on or off, with the reason. Problem 422 when it was not tried as it is."""
    saving.save(service.kind_of(KIND), {"enabled": on}, actor, key=(code,), seen=seen, reason=reason)


def reorder(codes: Sequence[str], mark: str, actor: Actor, reason: str) -> int:
    """Bring the rules into this order; how many were given another place. Problem 409 when the order changed since."""
    kind = service.kind_of(KIND)
    with transaction.atomic():
        service.one_at_a_time()
        places = dict(DispatchRule.objects.order_by("position", "code").values_list("code", "position"))
        now = list(places)
        if order_mark(now) != mark:
            detail = "别人刚刚调整过顺序，或增删了规则。请看过现在的顺序再移动。"
            raise Problem(409, "stale_order", "顺序刚被改过", detail, mark=order_mark(now))
        if sorted(codes) != sorted(now):
            message = "要写全部规则，每条一次。"
            raise Problem(422, "invalid", "顺序有误", message, errors=[{"field": "codes", "message": message}])
        wanted = _places(now, list(codes), places)
        rows = [(n, {"code": code, "position": place}) for n, (code, place) in enumerate(wanted.items(), 1)]
        planned = planning.plan(kind, rows)
        done = writing.write(kind, planned, actor, origin=MasterDataChange.PAGE, reason=reason or "调整顺序")
    return len(done)


def _places(now: list[str], wanted: list[str], places: Mapping[str, int]) -> dict[str, int]:
    """Only the rule that was moved gets another place when there is room between its neighbours; else all do."""
    if now == wanted:
        return {}
    moved = _moved(now, wanted)
    if moved is not None:
        at = wanted.index(moved)
        before = places[wanted[at - 1]] if at else 0
        after = places[wanted[at + 1]] if at + 1 < len(wanted) else before + 2 * STEP
        if after - before >= 2 and after <= LAST:
            return {moved: (before + after) // 2}
    return {code: (n + 1) * STEP for n, code in enumerate(wanted)}


def _moved(now: list[str], wanted: list[str]) -> str | None:
    """The one rule that was taken from its place and put elsewhere."""
    at = next(n for n, (a, b) in enumerate(zip(now, wanted, strict=True)) if a != b)
    for code in (now[at], wanted[at]):
        if [c for c in now if c != code] == [c for c in wanted if c != code]:
            return code
    return None


def position_of(code: str) -> int | None:
    return DispatchRule.objects.filter(code=code).values_list("position", flat=True).first() if code else None


def digest_of(code: str) -> str:
    """The mark of what a saved rule says now; empty when there is none."""
    values = service.kind_of(KIND).existing().get((code,)) if code else None
    return digest(values) if values else ""
