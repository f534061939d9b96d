"""The residents' front door in the made-up district: a resident, a request, rows of the desk's pages."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from chengyun.channels.models import Channel
from chengyun.kernel import revision, vault
from chengyun.kernel.files import save_upload
from chengyun.neighbours import entering, raising, settings
from chengyun.neighbours.models import Bulletin, Delivery, Restriction
from chengyun.neighbours.schemas import RequestIn

SECURITY = {"ResidentCookie", "ResidentBearer"}
PUBLIC = {
    ("GET", "/api/v1/neighbour/start"),
    ("GET", "/api/v1/neighbour/around"),
    ("POST", "/api/v1/neighbour/codes"),
    ("POST", "/api/v1/neighbour/session"),
}
PHONE = "13800000021"


def rows(picture: Any) -> dict[str, Any]:
    """What paths name; `resident_token` is a log-in."""
    now = timezone.now()
    Channel.objects.create(code=settings.CHANNEL, name="居民端", kind="app", source="测试")
    revision.bump("channels")
    resident = entering._of_phone(PHONE, vault.blind_index("phone", PHONE))
    given = RequestIn(uuid=uuid.UUID(int=7), text="路灯不亮，晚上出行不便", kind="complaint")
    raised = raising.raise_(resident, given, "", "")[0]
    photo = save_upload(picture, "照片.png", None)
    photo.meta = {**photo.meta, raising.OWNER: resident.pk}
    photo.save()
    bulletin = Bulletin.objects.create(title="停水", text="今晚停水", written_at=now)
    message = Delivery.objects.create(
        resident=resident, case=raised.case, template="accepted", way=Delivery.SMS, text="已受理", dedupe="x",
        state=Delivery.DEAD, created_at=now, next_at=now,
    )  # fmt: skip
    restriction = Restriction.objects.create(
        resident=resident, reason="测试", from_at=now, until=now + timedelta(days=1)
    )
    return {
        "resident_token": entering._begin(resident, ""), "own_number": raised.case.number, "photo_id": photo.pk,
        "bulletin_id": bulletin.pk, "delivery_id": message.pk, "restriction_id": restriction.pk, "area_code": "C-0",
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    mine, desk = "/api/v1/neighbour", "/api/v1/neighbours"
    return {
        ("POST", f"{mine}/codes"): {"phone": PHONE},
        ("POST", f"{mine}/session"): {"phone": PHONE, "code": "000000"},
        ("POST", f"{mine}/me"): {"large_text": True},
        ("POST", f"{mine}/home"): {"address": "演示"},
        ("POST", f"{mine}/look"): {"text": "路灯不亮"},
        ("POST", f"{mine}/where"): {"lng": 114.3, "lat": 30.5},
        ("POST", f"{mine}/requests"): {"uuid": str(uuid.UUID(int=9)), "text": "路灯不亮，晚上出行不便"},
        ("POST", f"{mine}/requests/{{number}}"): {"act": "add", "text": "还是不亮"},
        ("POST", f"{mine}/messages/read"): {"ids": [str(ids["delivery_id"])]},
        ("POST", f"{mine}/appeal"): {"text": "不是我"},
        ("POST", f"{desk}/bulletins"): {"title": "停水", "text": "今晚停水"},
        ("POST", f"{desk}/bulletins/{{bulletin_id}}"): {"version": 1, "publish": True},
        ("POST", f"{desk}/deliveries/{{delivery_id}}"): {"again": True},
        ("POST", f"{desk}/templates/preview"): {"text": "{number}"},
        ("POST", f"{desk}/shown/{{number}}"): {"state": "hidden"},
        ("POST", f"{desk}/restrictions"): {"number": ids["own_number"], "reason": "测试", "days": 1},
        ("POST", f"{desk}/restrictions/{{restriction_id}}"): {"lift": True, "why": "误会"},
        ("POST", f"{desk}/cases/{{number}}"): {"text": "在几号楼？"},
    }  # fmt: skip
