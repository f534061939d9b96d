"""What comes with a key becomes a case through the one writer, once; updates of it become supplements."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Case
from chengyun.channels import intake
from chengyun.channels.models import ChannelToken
from chengyun.channels.queries import ChannelRef
from chengyun.channels.tokens import TokenRef
from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.places.models import Place

from . import services
from .asking import Submitted, answered_words
from .models import Received, Service, Told
from .refusing import Refused, bad
from .settings import SAME


def submit(channel: ChannelRef, token: TokenRef, given: Submitted, uploads: Sequence[Any]) -> dict[str, Any]:
    """The answer to POST requests: a number, or a token, or neither, as the service says."""
    if given.address_id and not Place.objects.filter(code=given.address_id).exists():
        raise bad(f"没有地点 {given.address_id}。", f"There is no address_id {given.address_id}.")
    plain = given.plain()
    files = [intake.store_file(channel, one, one.name or "file") for one in uploads]
    plain["file_ids"] = [str(row.pk) for row in files]
    digest = intake.content_digest(
        {**plain, "key": token.id, "file_ids": [row.sha256 for row in files], "person": None}, plain["person"]
    )
    with transaction.atomic():
        with connection.cursor() as cursor:  # two of the same at once: the second finds the first
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(digest[:8], signed=True)])
        now = timezone.now()
        row = Received.objects.select_related("case").filter(digest=digest, created_at__gte=now - SAME).first()
        if row is None:
            row = _keep(token, given, plain, digest, now)
            if given.service.type == Service.BATCH:
                _settle_later(row)
            else:
                _make(row, channel, plain)
    return _answer(row, given)


def _keep(token: TokenRef, given: Submitted, plain: Mapping[str, Any], digest: bytes, now: datetime) -> Received:
    name = ChannelToken.objects.values_list("name", flat=True).get(pk=token.id)
    return Received.objects.create(
        key_id=token.id, key_name=name, service_code=given.service.code, type=given.service.type, digest=digest,
        sealed=vault.seal(dict(plain)), media_url=given.media_url, address_id=given.address_id, created_at=now,
    )  # fmt: skip


def _settle_later(row: Received) -> None:
    from .jobs import settle_one

    settle_one.defer(received_id=str(row.pk))


def _answer(row: Received, given: Submitted) -> dict[str, Any]:
    number: dict[str, Any] = {}
    if row.type == Service.BATCH:
        number = {"token": str(row.pk)}
    elif row.type == Service.REALTIME and row.case is not None:
        number = {"service_request_id": row.case.number}
    account = given.person.get("account_id") or None
    return {**number, "service_notice": given.service.notice or None, "account_id": account}


def settle(received_id: uuid.UUID, channel: ChannelRef) -> str:
    """Make the case of a batch request; what hinders it is kept for the desk. Harmless when done twice."""
    with transaction.atomic():
        row = Received.objects.select_for_update().filter(pk=received_id, settled_at__isnull=True).first()
        if row is None:
            return ""
        try:
            with transaction.atomic():
                _make(row, channel, vault.open_(bytes(row.sealed)))
        except Problem as problem:
            row.settled_at, row.fault = timezone.now(), (problem.detail or problem.title)[:200]
            row.save(update_fields=["settled_at", "fault"])
            return row.fault
    return ""


def _make(row: Received, channel: ChannelRef, plain: Mapping[str, Any]) -> None:
    """The case, and the row without what the case now holds."""
    service = services.current().by_code.get(row.service_code)
    if service is None:
        raise Problem(404, "not_found", "没有找到", "这个服务已经停用。")
    person = {name: plain["person"].get(name, "") for name in ("name", "phone")}
    point, place = plain.get("point"), _place(str(plain.get("address_id") or ""))
    if point is None and place is not None and place.lng is not None and place.lat is not None:
        point = (place.lng, place.lat)
    address = plain.get("address") or (f"{place.address or place.name}" if place is not None else "")
    registration = engine.Registration(
        kind=service.kind, text=_text(service, plain), channel=channel.code, lifecycle=service.lifecycle,
        title="" if plain.get("description") else service.name, category_id=service.category_id,
        external_id=str(row.pk), digest=bytes(row.digest),
        requester=person if any(person.values()) else {"anonymous": True},
        lng=point[0] if point else None, lat=point[1] if point else None, crs="wgs84" if point else "",
        address=str(address)[:200], file_ids=plain.get("file_ids") or [], facts={"open311": True},
    )  # fmt: skip
    accepts = channel.auto_accept and service.lifecycle == channel.lifecycle
    work = engine.create(_actor(channel, row), registration, [("accept", {})] if accepts else [])
    row.case, row.settled_at = work.case, timezone.now()
    row.sealed = vault.seal({name: plain["person"][name] for name in _KEPT if plain["person"].get(name)})
    row.save(update_fields=["case", "settled_at", "sealed"])


ATTACHED = "提交时附的网址："
_KEPT = ("email", "account_id", "device_id")


def _actor(channel: ChannelRef, row: Received) -> Actor:
    return system_actor(f"{channel.name}·{row.key_name}"[:80])


def _place(code: str) -> Place | None:
    return Place.objects.filter(code=code).first() if code else None


def _text(service: services.ServiceRef, plain: Mapping[str, Any]) -> str:
    lines = [plain.get("description") or service.name, *answered_words(service, plain.get("attributes") or {})]
    if plain.get("media_url"):
        lines.append(f"{ATTACHED}{plain['media_url']}")
    return "\n".join(lines)


# --- updates ----------------------------------------------------------------------------------------------------------
def update(
    channel: ChannelRef, token: TokenRef, number: str, external_id: str, words: str, uploads: Sequence[Any]
) -> str:
    """Add to a request that came with the same key; the id of the step. Sent again, it is added once."""
    row = Received.objects.select_related("case").filter(key_id=token.id, case__number=number).first()
    if row is None or row.case is None or row.type == Service.BLACKBOX:
        raise Refused(404, (f"这个密钥没有提交过 {number[:40]}。", f"This key sent no request {number[:40]}."))
    with transaction.atomic():
        Received.objects.select_for_update().get(pk=row.pk)
        told = Told.objects.filter(received=row, external_id=external_id).first() if external_id else None
        if told is None:
            told = _supplement(channel, row, row.case, external_id, words, uploads)
    return f"{number}.{told.seq}"


def _supplement(
    channel: ChannelRef, row: Received, case: Case, external_id: str, words: str, uploads: Sequence[Any]
) -> Told:
    if not case.is_open:
        raise bad("诉求已经办结，不能再补充；还有问题请重新提交。", "It is closed; submit a new request.")
    files = [str(intake.store_file(channel, one, one.name or "file").pk) for one in uploads]
    work = engine.perform(case.number, "supplement", _actor(channel, row), {"text": words, "files": files})
    return Told.objects.create(
        received=row, external_id=external_id or str(uuid.uuid4()), seq=work.case.event_count, at=timezone.now()
    )
