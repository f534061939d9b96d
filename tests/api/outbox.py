"""Rows and bodies of the routes of the way out."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.cases.models import Case
from chengyun.channels.outbox import making
from chengyun.channels.outbox.models import Difference, Reconciliation, WriteBack


def rows(number: str) -> dict[str, Any]:
    """A message that was refused, and a day on which both sides do not agree."""
    case = Case.objects.get(number=number)
    content = {"body": {"words": "已更换灯具"}, "path": "", "facts": {}}
    made = WriteBack.objects.create(
        case=case, door="city", step="close", message="办结", seq=1, event_seq=1, key=f"{number}-1",
        sealed=making.seal(f"{number}-1", content), state=WriteBack.DEAD, error="对方没有这一件（404）",
        settled_at=timezone.now(),
    )  # fmt: skip
    day = Reconciliation.objects.create(door="city", day=timezone.localdate(), state="differs", ours=1, only_ours=1)
    Difference.objects.create(reconciliation=day, kind="only_ours", external_id="A-1", case=case)
    return {"write_back_id": made.pk, "reconciliation_id": day.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base = "/api/v1/outbox"
    return {
        ("POST", f"{base}/messages/{{write_back_id}}/decide"): {"do": "skip", "note": "对方已电话确认"},
        ("POST", f"{base}/retry"): {"door": "city"},
        ("POST", f"{base}/reconcile"): {"door": "city", "day": "2026-11-21"},
    }
