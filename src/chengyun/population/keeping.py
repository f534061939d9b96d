"""Writing the population base: addresses, houses, households, people, units. Callers hold the transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.tokens import pinyin_search
from chengyun.places import queries as places
from chengyun.places.locating import locate
from chengyun.places.models import Area

from . import addresses
from .models import Address, House, Household, Premises, Resident
from .words import BUILDING, ESTATE, ROOM, UNIT

_ENDINGS = {BUILDING: "栋", UNIT: "单元", ROOM: "室"}


@dataclass(frozen=True, slots=True)
class Around:
    """Codes of the areas around something."""

    subdistrict_code: str = ""
    community_code: str = ""
    grid_code: str = ""


def around(area_code: str, lng: float | None = None, lat: float | None = None) -> Around:
    """The areas of a point; without a point, or outside of every outline, those of `area_code`."""
    known = places.areas()
    found = locate(lng, lat, area_code=area_code or None)
    if found is None:
        return Around()
    ids = (found.subdistrict_id, found.community_id, found.grid_id)
    codes = [known.rows[key].code if key in known.rows else "" for key in ids]
    given = known.by_code.get(area_code)
    if given is not None and given.level == Area.COMMUNITY and codes[1] not in ("", area_code):
        return around(area_code)  # a point beyond the community it is said to be in
    return Around(*codes)


def shown_name(level: str, text: str) -> str:
    """How a node is called: what was written, and "3" alone becomes 3栋."""
    mark = addresses.name(level, text)
    bare = addresses.folded(text)
    return f"{mark}{_ENDINGS[level]}" if level in _ENDINGS and (bare == mark or mark.isdigit()) else text.strip()[:60]


def ensure(
    parent: Address | None, level: str, text: str, place: Around, lng: float | None = None, lat: float | None = None
) -> Address:
    """The node with this name below `parent`, made when it is not there; a point is filled in when it had none."""
    mark = addresses.name(level, text)[:60]
    inside = place if parent is None or lng is not None else Around(
        parent.subdistrict_code, parent.community_code, parent.grid_code
    )  # fmt: skip
    row = Address.objects.filter(
        parent=parent, level=level, mark=mark, community_code=inside.community_code
    ).first()  # fmt: skip
    if row is None:
        name = shown_name(level, text)
        whole = f"{parent.whole if parent else ''}{name}"
        row = Address.objects.create(
            parent=parent, level=level, name=name, mark=mark, whole=whole[:200], lng=lng, lat=lat,
            pinyin=pinyin_search(whole)[:400] if level in (ESTATE, BUILDING) else "",
            subdistrict_code=inside.subdistrict_code, community_code=inside.community_code, grid_code=inside.grid_code,
        )  # fmt: skip
    elif lng is not None and lat is not None and (row.lng, row.lat) != (lng, lat):
        move(row, lng, lat, place)
    return row


def move(row: Address, lng: float, lat: float, place: Around) -> None:
    """A new point; what lies below goes with it, into its areas."""
    row.lng, row.lat, row.updated_at = lng, lat, timezone.now()
    row.subdistrict_code, row.community_code, row.grid_code = (
        place.subdistrict_code, place.community_code, place.grid_code,
    )  # fmt: skip
    row.save()
    below = [row.pk]
    while below:
        children = list(Address.objects.filter(parent_id__in=below, lng=None).values_list("pk", flat=True))
        Address.objects.filter(pk__in=children).update(
            subdistrict_code=place.subdistrict_code, community_code=place.community_code, grid_code=place.grid_code
        )
        below = children


def written_out(
    written: addresses.Written, place: Around, lng: float | None = None, lat: float | None = None
) -> Address:
    """The node of a whole address, with all above it."""
    row = ensure(None, ESTATE, written.estate, place)
    for level, text in ((BUILDING, written.building), (UNIT, written.unit), (ROOM, written.room)):
        if text:
            own = (lng, lat) if level == BUILDING else (None, None)
            row = ensure(row, level, text, place, *own)
    return row


def house_at(address: Address, use: str = "", tenure: str = "") -> House:
    row, made = House.objects.get_or_create(
        address=address, defaults={"use": use or "home", "tenure": tenure or "own"}
    )  # fmt: skip
    if not made and ((use and row.use != use) or (tenure and row.tenure != tenure)):
        row.use, row.tenure, row.updated_at = use or row.use, tenure or row.tenure, timezone.now()
        row.save(update_fields=["use", "tenure", "updated_at"])
    return row


def household_in(house: House) -> Household:
    """The household of today; a new one when nobody is known to live there."""
    return house.households.filter(until=None).order_by("id").first() or house.households.create(
        since=timezone.localdate()
    )


def sealed_person(row: Resident, given: Mapping[str, str]) -> None:
    """Seal name, phone and ID number; the masks and the blind indexes follow from them."""
    name = given.get("name", "").strip()[:60]
    phone = vault.normalise_phone(given.get("phone", "")) or given.get("phone", "").strip()[:40]
    number = vault.normalise_id(given.get("id_number", ""))[:30]
    kept = {"name": name, "phone": phone, "id_number": number}
    row.sealed = vault.seal({key: text for key, text in kept.items() if text})
    row.name_mask = vault.mask_name(name)
    row.phone_mask = vault.mask_phone(phone) if phone else ""
    row.id_mask = vault.mask_id(number) if number else ""
    row.name_index = vault.blind_index("name", name) if vault.normalise_name(name) else None
    row.phone_index = vault.blind_index("phone", phone) if vault.normalise_phone(phone) else None
    row.id_index = vault.blind_index("id_number", number) if number else None


def sealed_contact(row: Premises, name: str, phone: str) -> None:
    phone = vault.normalise_phone(phone) or phone.strip()[:40]
    row.contact_mask = vault.mask_name(name) if name else ""
    row.phone_mask = vault.mask_phone(phone) if phone else ""
    kept = {key: text for key, text in (("name", name.strip()[:60]), ("phone", phone)) if text}
    row.sealed = vault.seal(kept) if kept else None


def clear(row: Resident | Premises) -> dict[str, str]:
    return vault.open_(bytes(row.sealed)) if row.sealed else {}


def moved_out(resident: Resident, day: date) -> None:
    """The person no longer lives here: kinds of key persons end too; an empty household ends."""
    resident.until, resident.updated_at = day, timezone.now()
    resident.save(update_fields=["until", "updated_at"])
    resident.kinds.filter(until=None).update(until=day)
    household = resident.household
    if not household.residents.filter(until=None).exists():
        household.until = day
        household.save(update_fields=["until"])


def refuse(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])


def not_found(what: str) -> Problem:
    return Problem(404, "not_found", what, "可能已被删除，或不在您的范围内。")


def sealed_text(text: str) -> Any:
    return vault.seal({"text": text}) if text else None


def opened_text(sealed: Any) -> str:
    return vault.open_(bytes(sealed)).get("text", "") if sealed else ""
