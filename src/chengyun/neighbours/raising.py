"""A resident raises a request: a case through the one writer, its number and promised time at once; sent twice, made
once. “Me too” makes a case of one's own that is joined to the known matter, so that each gets the answers."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Case
from chengyun.kernel import vault
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import limits, looking, restricting, settings
from .models import Raised, Resident, Shown
from .schemas import RequestIn

OWNER = "resident"


def raise_(resident: Resident, given: RequestIn, device: str, address: str) -> tuple[Raised, bool]:
    """The request, and whether it is new. Problem 409 when the id was used by somebody else, 429 and 403 as limits and
    restrictions say, never for an emergency."""
    known = _found(resident, given.uuid)
    if known is not None:
        return known, False
    danger = looking.emergency(given.text)
    if danger is None:
        restricting.refuse_restricted(resident)
        limits.take("raise", person=str(resident.pk), device=device, address=address)
    files = owned_files(resident, given.files)
    registration = _registration(resident, given, files, danger)
    try:
        with transaction.atomic():
            work, joined = _create(registration, given.into)
            row = Raised.objects.create(
                resident=resident, case_id=work.case.pk, private=given.private, anonymous=given.anonymous,
                joined=joined, created_at=timezone.now(),
            )  # fmt: skip
    except IntegrityError:
        known = _found(resident, given.uuid)
        if known is None:
            raise
        return known, False
    return row, True


def _found(resident: Resident, key: uuid.UUID) -> Raised | None:
    case = Case.objects.filter(channel=settings.CHANNEL, external_id=str(key)).only("id").first()
    if case is None:
        return None
    row = Raised.objects.filter(case_id=case.pk).first()
    if row is None or row.resident_id != resident.pk:
        raise Problem(409, "uuid_taken", "这件诉求的编号已被使用", "请返回首页，重新填写一次。")
    return row


def _create(registration: engine.Registration, into: str) -> tuple[Any, bool]:
    """The case; joined to the matter when that still takes people, else on its own."""
    if into:
        main = Case.objects.filter(number=into, joined_to__isnull=True).first()
        if main is not None and looking.joinable(main) and not _is_private(main):
            then = [("join", {"into": into, "note": "居民端：我也遇到"})]
            try:
                with transaction.atomic():
                    return engine.create(looking.ACTOR, registration, then), True
            except Problem as problem:
                if problem.status != 409:
                    raise
    return engine.create(looking.ACTOR, registration), False


def _is_private(main: Case) -> bool:
    """Somebody's private request, or one that a moderator keeps from neighbours: nobody learns that it is there."""
    private = Raised.objects.filter(case=main, private=True).exists()
    return private or Shown.objects.filter(case=main, state=Shown.HIDDEN).exists()


def _registration(
    resident: Resident, given: RequestIn, files: list[str], danger: dict[str, str] | None
) -> engine.Registration:
    place = looking.Place.given(given.address, given.lng, given.lat, given.crs)
    facts: dict[str, Any] = {"neighbour": True}
    if danger is not None:
        facts["emergency_hint"] = danger["number"]
    if given.private:
        facts["private"] = True
    return engine.Registration(
        kind=given.kind, text=given.text, channel=settings.CHANNEL, category_id=given.category_id,
        external_id=str(given.uuid), digest=sm3(given.model_dump_json().encode()), requester=_person(resident, given),
        lng=place.lng, lat=place.lat, crs=place.crs, address=place.address,
        area_id=None if place.lng is not None else _home_area(resident, given),
        urgency="urgent" if danger is not None else "", file_ids=files, facts=facts,
    )  # fmt: skip


def _home_area(resident: Resident, given: RequestIn) -> int | None:
    """“In my grid”: for a request without a point."""
    return resident.home_id if given.at_home else None


def _person(resident: Resident, given: RequestIn) -> dict[str, Any]:
    if given.anonymous:
        return {"anonymous": True}
    sealed = vault.open_(bytes(resident.sealed))
    return {"name": sealed.get("name", ""), "phone": sealed.get("phone", ""), "anonymous": not sealed.get("phone")}


# --- photos -----------------------------------------------------------------------------------------------------------
def save_file(resident: Resident, upload: Any, name: str) -> dict[str, Any]:
    from chengyun.kernel.files import services

    row = services.save_upload(upload, name, None)
    row.meta = {**row.meta, OWNER: resident.pk}
    row.save(update_fields=["meta"])
    return {"id": str(row.id), "name": row.name, "kind": row.kind, "size": row.size}


def owned_files(resident: Resident, wanted: list[uuid.UUID]) -> list[str]:
    """The ids, all of them uploads of this resident. Problem 422 otherwise."""
    owners = dict(StoredFile.objects.filter(id__in=wanted).values_list("id", f"meta__{OWNER}"))
    for key in wanted:
        if owners.get(key) != resident.pk:
            message = "有一张照片没有传好，请删掉重新选择。"
            raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "files", "message": message}])
    return [str(key) for key in wanted]


def own_file(resident: Resident, file_id: uuid.UUID) -> StoredFile:
    """One of one's own photos. Problem 404 for everybody else's."""
    row = StoredFile.objects.filter(id=file_id, **{f"meta__{OWNER}": resident.pk}).first()
    if row is None or row.scan_state == StoredFile.INFECTED:
        raise Problem(404, "not_found", "没有找到", "没有这张照片。")
    return row
