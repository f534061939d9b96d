"""What is known of a request when it arrives: checked, sealed, and made into an unsaved case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.kernel import vault
from chengyun.org.access import Actor

from . import lifecycle, rules
from .actions.base import invalid
from .actions.words import FLAGS, URGENCIES, locate
from .models import Case, Requester
from .models.quick import quick
from .work import Work


@dataclass
class Registration:
    """What is known of a request when it arrives. Times are aware; `digest` is the SM3 of the received request;
    `asked_due`: by when its source wants it done, which its limits then never pass."""

    kind: str
    text: str
    channel: str
    lifecycle: str = "request"
    title: str = ""
    category_id: int | None = None
    external_id: str | None = None
    digest: bytes | None = None
    requester: Mapping[str, Any] = field(default_factory=dict)
    lng: float | None = None
    lat: float | None = None
    crs: str = ""
    address: str = ""
    area_id: int | None = None
    urgency: str = ""
    flags: Sequence[str] = ()
    occurred_at: datetime | None = None
    received_at: datetime | None = None
    asked_due: datetime | None = None
    file_ids: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


def build(actor: Actor, registration: Registration, now: datetime | None = None) -> Work:
    """Check a registration and make the unsaved case of it, without number, requester and events."""
    now = now or timezone.now()
    try:
        life = lifecycle.get(registration.lifecycle)
    except KeyError:
        raise invalid("lifecycle", "没有这种流程。") from None
    text = stored_text(registration.text)
    if not text:
        raise invalid("text", "请填写诉求内容。")
    received = registration.received_at or now
    case = quick(
        Case, lifecycle=life.code, state=life.initial, kind=registration.kind, category_id=registration.category_id,
        title=title_of(registration, text),
        channel=registration.channel, external_id=registration.external_id, intake_digest=registration.digest,
        urgency=registration.urgency, flags=list(registration.flags), address=registration.address[:200],
        lng=registration.lng, lat=registration.lat, crs=registration.crs, area_id=registration.area_id,
        facts=_facts(registration), occurred_at=registration.occurred_at, received_at=received,
        taker_id=actor.account_id, updated_at=now,
    )  # fmt: skip
    work = Work(case, life, actor, now)
    _check(work, registration)
    return work


def _facts(registration: Registration) -> dict[str, Any]:
    asked = registration.asked_due
    return {**registration.facts, **({"asked_due": asked.isoformat()} if asked is not None else {})}


def _check(work: Work, registration: Registration) -> None:
    case, known = work.case, work.catalogue
    kind = known.kinds.get(case.kind)
    if kind is None or kind.lifecycle != case.lifecycle:
        raise invalid("kind", "没有这种诉求类型，请重新选择。")
    if known.channels and case.channel not in known.channels:
        raise invalid("channel", "没有这个渠道，请重新选择。")
    category = known.category(case.category_id)
    if case.category_id is not None and (category is None or category.lifecycle != case.lifecycle):
        raise invalid("category_id", "没有这个类别，请重新选择。")
    case.urgency = case.urgency or (category.default_urgency if category else "") or "normal"
    if case.urgency not in URGENCIES:
        raise invalid("urgency", "请选择普通、紧急或特急。")
    if not set(case.flags) <= set(FLAGS):
        raise invalid("flags", "有不认识的标记。")
    if (case.lng is None) != (case.lat is None):
        raise invalid("place", "经度和纬度要一起填写。")
    if case.area_id is not None:
        lineage = known.lineage(case.area_id)
        if not lineage:
            raise invalid("place.area_id", "没有这个区域，请重新选择。")
        case.subdistrict_id = lineage["subdistrict"][0] if "subdistrict" in lineage else None
    locate(case)


def requester_row(given: Mapping[str, Any]) -> Requester | None:
    """The vault row of a requester; None when nothing about the person is known."""
    if not given:
        return None
    name = str(given.get("name") or "").replace("\x00", "").strip()[:60]
    phone = str(given.get("phone") or "").replace("\x00", "").strip()[:40]
    number = str(given.get("id_number") or "").replace("\x00", "").strip()[:30]
    address = str(given.get("address") or "").replace("\x00", "").strip()[:200]
    anonymous = bool(given.get("anonymous"))
    if not (name or phone or number or address or anonymous):
        return None
    normal = vault.normalise_phone(phone) if phone else ""
    fields = {"name": name, "phone": normal or phone, "id_number": number, "address": address}
    return quick(
        Requester,
        sealed=vault.seal({key: value for key, value in fields.items() if value}),
        phone_index=vault.blind_index("phone", normal) if normal else None,
        id_index=vault.blind_index("id_number", number) if vault.normalise_id(number) else None,
        name_index=vault.blind_index("name", name) if vault.normalise_name(name) else None,
        name_mask=vault.mask_name(name) if name else "",
        phone_mask=vault.mask_phone(normal or phone) if phone else "",
        anonymous=anonymous,
    )


def title_of(registration: Registration, text: str) -> str:
    return (registration.title.replace("\x00", "").strip() or rules.title_of(text))[:120]


def stored_text(text: str) -> str:
    """The words as they are kept."""
    return (text or "").replace("\x00", "").strip()
