"""What a resident is told when coming in, of oneself and of the door."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.actions.callback import REASONS
from chengyun.cases.present import iso
from chengyun.kernel import vault
from chengyun.org.models import District

from . import bulletins, homes, known, restricting, settings
from .models import Delivery, Resident

KINDS = ("complaint", "help", "inquiry", "suggestion", "report_violation", "praise")
MESSAGES = 100


def start(resident: Resident | None, csrf: str) -> dict[str, Any]:
    district = District.objects.first()
    kinds, held = catalogue.current().kinds, known.current()
    return {
        "district": district.name if district else "", "centre": district.centre_name if district else "",
        "demo": bool(district and district.is_demo), "sms": settings.gateway().configured,
        "wechat": settings.mini_program().configured, "csrf": csrf,
        "kinds": [{"code": code, "name": kinds[code].name} for code in KINDS if code in kinds],
        "reasons": [{"code": code, "name": name} for code, name in REASONS.items()],
        "categories": _categories(),
        "emergencies": [
            {"number": one.number, "words": list(one.words), "unless": list(one.unless), "advice": one.advice}
            for one in held.emergencies
        ],
        "me": told(resident) if resident is not None else None,
    }  # fmt: skip


def _categories() -> list[dict[str, Any]]:
    """The categories of requests that have none below them, for who wants another than those proposed."""
    rows = [row for row in catalogue.current().categories.values() if row.lifecycle == "request"]
    parents = {row.parent_id for row in rows}
    return [{"id": row.id, "name": row.name, "path": row.path_name} for row in rows if row.id not in parents][:400]


def told(resident: Resident) -> dict[str, Any]:
    unread = Delivery.objects.filter(resident=resident, way=Delivery.APP, read_at__isnull=True)
    return {
        "phone_mask": resident.phone_mask, "name_mask": resident.name_mask, "large_text": resident.large_text,
        "by_sms": resident.by_sms, "home": homes.home_of(resident), "restricted": restricting.told(resident),
        "unread": unread[:100].count(),
    }  # fmt: skip


def change(resident: Resident, name: str | None, large_text: bool | None, by_sms: bool | None) -> None:
    if name is not None:
        resident.sealed = vault.seal({**vault.open_(bytes(resident.sealed)), "name": name})
        resident.name_mask = vault.mask_name(name) if name else ""
    if large_text is not None:
        resident.large_text = large_text
    if by_sms is not None:
        resident.by_sms = by_sms
    resident.save(update_fields=["sealed", "name_mask", "large_text", "by_sms"])


def around(resident: Resident | None) -> dict[str, Any]:
    """Notices and services of one's own areas and of the district."""
    codes = homes.codes_of(resident)
    services = [row for row in known.current().directory if not row.area or row.area in codes]
    return {
        "bulletins": bulletins.for_areas(codes),
        "services": [
            {"group": row.group, "name": row.name, "phone": row.phone, "hours": row.hours, "address": row.address,
             "about": row.about}
            for row in services
        ],
    }  # fmt: skip


def messages(resident: Resident) -> list[dict[str, Any]]:
    rows = Delivery.objects.select_related("case").filter(resident=resident, way=Delivery.APP)
    return [
        {"id": str(row.pk), "text": row.text, "case": row.case.number if row.case else None,
         "at": iso(row.created_at), "read": row.read_at is not None}
        for row in rows.order_by("-created_at")[:MESSAGES]
    ]  # fmt: skip


def read(resident: Resident, ids: list[Any]) -> None:
    mine = Delivery.objects.filter(resident=resident, way=Delivery.APP, pk__in=ids, read_at__isnull=True)
    mine.update(read_at=timezone.now())
