"""Rows and bodies of the routes of field work."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils import timezone

from chengyun.fieldwork import handsets
from chengyun.fieldwork.models import CallPart, CallUp, Handset, Patrol
from chengyun.org.models import Account, Unit


def rows(account: Account) -> dict[str, Any]:
    """A patrol that ended, a call-up that waits for a unit, a handset in store."""
    now, unit = timezone.now(), Unit.objects.get(code="lights")
    patrol = Patrol.objects.create(
        uid=uuid.uuid4(), account=account, worker=str(account), unit=account.unit, day=timezone.localdate(),
        started_at=now, ended_at=now, ended_how="worker", received_at=now,
    )  # fmt: skip
    call = CallUp.objects.create(
        uid=uuid.uuid4(), number="CS-1", matter="路面塌陷", state="called", by_unit=Unit.objects.get(code="street"),
        started_by_id=account.pk, started_by=str(account), started_at=now, received_at=now, called_at=now,
    )  # fmt: skip
    CallPart.objects.create(call=call, to=unit, called_at=now, respond_due=now, arrive_due=now)
    return {
        "patrol_id": patrol.uid, "call_id": call.uid, "handset_id": Handset.objects.create(code="T1").pk,
        "called_id": unit.pk,
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    now, base = timezone.now().isoformat(), "/api/v1/fieldwork"
    place = {"lng": 114.3, "lat": 30.5}
    return {
        ("POST", f"{base}/patrols"): {"id": str(uuid.uuid4()), "at": now},
        ("POST", f"{base}/patrols/{{patrol_id}}/stop"): {"at": now},
        ("POST", f"{base}/positions"): {
            "patrol": str(ids["patrol_id"]), "sent_at": now, "positions": [{"seq": 1, "at": now, **place}],
        },
        ("POST", f"{base}/checks"): {
            "id": str(uuid.uuid4()), "patrol": str(ids["patrol_id"]), "point": "P1", "at": now, **place,
        },
        ("POST", f"{base}/calls"): {"id": str(uuid.uuid4()), "matter": "路面塌陷请报到", "units": [ids["called_id"]]},
        ("POST", f"{base}/calls/{{call_id}}/act"): {"id": str(uuid.uuid4()), "action": "withdraw", "note": "已经解决"},
        ("POST", f"{base}/handsets/{{handset_id}}/act"): {"action": "repair", "version": 1},
        ("POST", f"{base}/handsets/survey"): {
            "period": "2026-H1", "area": "x", "answers": dict.fromkeys(handsets.QUESTIONS, 4),
        },
    }  # fmt: skip
