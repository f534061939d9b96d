"""Restrictions of residents who misuse the door: with a reason, for a while, with an appeal. Emergencies pass."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import Raised, Resident, Restriction

SHOWN = 100


def current(resident: Resident) -> Restriction | None:
    """What holds now, if anything."""
    held = Restriction.objects.filter(resident=resident, until__gt=timezone.now()).exclude(decision=Restriction.LIFTED)
    return held.order_by("-until").first()


def refuse_restricted(resident: Resident) -> None:
    held = current(resident)
    if held is None:
        return
    until = timezone.localtime(held.until)
    raise Problem(
        403, "restricted", "暂时不能提交诉求",
        f"原因：{held.reason}。{until:%m月%d日 %H:%M} 后恢复；您可以在“我的”里申诉。"
        "紧急情况照常可以提交，请同时拨打 110、119 或 120。",
    )  # fmt: skip


def told(resident: Resident) -> dict[str, Any] | None:
    held = current(resident)
    if held is None:
        return None
    return {
        "reason": held.reason, "until": iso(held.until), "appeal": held.appeal, "decision": held.decision,
        "decided_why": held.decided_why,
    }  # fmt: skip


def appeal(resident: Resident, text: str) -> None:
    """Once for each restriction. Problem 409 when there is none, or it was appealed already."""
    held = current(resident)
    if held is None or held.appeal:
        raise Problem(409, "too_late", "现在不能这样操作", "没有可以申诉的限制，或您已经申诉过，请等待处理。")
    Restriction.objects.filter(pk=held.pk).update(appeal=text, appealed_at=timezone.now())


# --- the desk ---------------------------------------------------------------------------------------------------------
def page() -> list[dict[str, Any]]:
    """Those that hold, appeals first."""
    held = Restriction.objects.select_related("resident").filter(until__gt=timezone.now())
    waiting = Q(appealed_at__isnull=False, decided_at__isnull=True)
    rows = [*held.filter(waiting).order_by("appealed_at")[:SHOWN], *held.exclude(waiting).order_by("-from_at")[:SHOWN]]
    return [
        {
            "id": row.pk, "who": row.resident.phone_mask or f"居民 {row.resident_id}", "reason": row.reason,
            "from_at": iso(row.from_at), "until": iso(row.until), "by": row.by_name, "appeal": row.appeal,
            "appealed_at": iso(row.appealed_at), "decision": row.decision, "decided_why": row.decided_why,
            "decided_by": row.decided_by_name,
        }
        for row in rows[:SHOWN]
    ]  # fmt: skip


def restrict(actor: Actor, number: str, reason: str, days: int) -> Restriction:
    """Whoever raised this case through the front door. Problem 404 when nobody did."""
    row = Raised.objects.filter(case__number=number).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "这件诉求不是从居民端提的。")
    now = timezone.now()
    with transaction.atomic():
        Restriction.objects.filter(resident=row.resident, until__gt=now).exclude(decision=Restriction.LIFTED).update(
            until=now
        )
        return Restriction.objects.create(
            resident=row.resident, reason=reason, from_at=now, until=now + timedelta(days=days), by_name=actor.name[:80]
        )


def decide(actor: Actor, key: int, lift: bool, why: str) -> None:
    """Lift a restriction or keep it, with the reason that the resident reads. Problem 404."""
    decision = Restriction.LIFTED if lift else Restriction.KEPT
    changed = Restriction.objects.filter(pk=key, until__gt=timezone.now()).update(
        decision=decision, decided_why=why, decided_at=timezone.now(), decided_by_name=actor.name[:80]
    )
    if not changed:
        raise Problem(404, "not_found", "没有找到", "没有这条限制，或已到期。")
