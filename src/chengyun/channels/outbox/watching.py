"""Telling people when a door stalls or refuses: once for each door and day, in the notices they read anyway."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases import notices

from . import queries
from .models import DoorOut
from .permissions import HANDLE

KIND = "writeback"


def look(now: datetime | None = None) -> int:
    """How many messages were left."""
    now = now or timezone.now()
    left, accounts = 0, None
    for row in queries.health():
        words = _words(row)
        out, _ = DoorOut.objects.get_or_create(door=row["code"])
        stalled = row["state"] in (queries.STALLS, queries.BEHIND)
        if stalled != (out.stalled_since is not None):
            out.stalled_since = now if stalled else None
            out.save(update_fields=["stalled_since"])
        if words:
            accounts = notices.accounts_with(HANDLE) if accounts is None else accounts
            dedupe = f"{KIND}-{out.pk}-{timezone.localtime(now):%Y%m%d}-{words[0]}"
            left += notices.tell(accounts, None, KIND, words[1], dedupe, now)
    return left


def standing() -> dict[str, Any]:
    """For the system page: how many doors are connected, what waits, what failed, which stand still."""
    rows = queries.health()
    return {
        "doors": len(rows), "waiting": sum(row["waiting"] for row in rows), "dead": sum(row["dead"] for row in rows),
        "still": [row["name"] for row in rows if row["state"] in (queries.STALLS, queries.BEHIND)],
    }  # fmt: skip


def _words(row: dict[str, object]) -> tuple[str, str] | None:
    name = row["name"]
    if row["state"] in (queries.STALLS, queries.BEHIND):
        reason = f"：{row['last_error']}" if row["last_error"] else ""
        return "stalled", f"“{name}”的回传停住了，还有 {row['waiting']} 条没有送出{reason}"
    if row["dead"]:
        return "dead", f"“{name}”有 {row['dead']} 条回传失败，请在“回传”里处理"
    return None
