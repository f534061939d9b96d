"""What the pages read of the base: the tree, a building with who lives in it, one person. Looks are recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.masks import mask_address
from chengyun.org.access import Actor
from chengyun.places import queries as places

from . import finding, keeping, looks, reach
from .models import Address, House, KeyPerson, Premises, Resident
from .permissions import KEY, UNMASK, VIEW
from .words import BUILDING, ESTATE, ROOM

MOST = 500


def children(actor: Actor, parent: int | None, area: str) -> dict[str, Any]:
    """Nodes below one, or the estates of an area, with how many homes and people lie in each."""
    mine = reach.of(actor, VIEW)
    if parent is None:
        rows = Address.objects.filter(mine, reach.narrowed(area), level=ESTATE).order_by("mark", "pk")
    else:
        _found(actor, parent)
        rows = Address.objects.filter(mine, parent_id=parent).order_by("pk")
    nodes = sorted(rows[: MOST + 1], key=lambda row: (row.level, _natural(row.mark)))
    counted = _counts([row.pk for row in nodes[:MOST]])
    return {
        "items": [{**shown(row), **counted.get(row.pk, _NONE)} for row in nodes[:MOST]], "more": len(nodes) > MOST,
    }  # fmt: skip


_NONE = {"homes": 0, "people": 0, "units": 0}


def _natural(mark: str) -> tuple[int, int, str]:
    digits = mark if mark.isdigit() else ""
    return (0 if digits else 1, int(digits[:9] or 0), mark)


def _counts(keys: Sequence[int]) -> dict[int, dict[str, int]]:
    """Houses, people and units at or below each node (four levels)."""
    found: dict[int, dict[str, int]] = {}
    for name, rows, path in (
        ("homes", House.objects.all(), "address"),
        ("people", Resident.objects.filter(until=None), "household__house__address"),
        ("units", Premises.objects.filter(closed_on=None), "address"),
    ):
        for up in ("", "__parent", "__parent__parent", "__parent__parent__parent"):
            column = f"{path}{up}_id" if up else f"{path}_id"
            said = rows.filter(**{f"{column}__in": keys}).order_by().values_list(column).annotate(Count("pk"))
            for key, number in said:
                found.setdefault(key, dict(_NONE))[name] += number
    return found


def shown(row: Address) -> dict[str, Any]:
    known = places.areas().by_code
    grid = known.get(row.grid_code)
    community = known.get(row.community_code)
    return {
        "id": row.pk, "parent_id": row.parent_id, "level": row.level, "name": row.name, "whole": row.whole,
        "lng": row.lng, "lat": row.lat, "grid": grid.name if grid else "", "grid_code": row.grid_code,
        "community": community.name if community else "", "community_code": row.community_code,
        "aliases": row.aliases, "note": row.note,
    }  # fmt: skip


def find(actor: Actor, text: str) -> dict[str, Any]:
    """What a written address means: the nodes it is, else nodes that may be meant."""
    said = finding.matches(text)
    codes = reach.areas(actor, VIEW)

    def mine(row: Address) -> bool:
        return codes is None or bool(codes & {row.subdistrict_code, row.community_code, row.grid_code})

    written = said["written"]
    return {
        "read": {"estate": written.estate, "building": written.building, "unit": written.unit, "room": written.room},
        "found": [shown(row) for row in said["found"] if mine(row)],
        "near": [shown(row) for row in said["near"] if mine(row)],
    }  # fmt: skip


def _found(actor: Actor, key: int, permission: str = VIEW) -> Address:
    row = Address.objects.filter(reach.of(actor, permission), pk=key).select_related("parent__parent__parent").first()
    if row is None:
        raise keeping.not_found("没有这个地址")
    return row


def one(actor: Actor, key: int) -> dict[str, Any]:
    """A node with the homes at and below it, people masked; kinds of key persons for whoever may see them."""
    row = _found(actor, key)
    building = row if row.level in (BUILDING, ROOM) else None
    below = Q(address=row) | Q(address__parent=row)
    if building is not None or row.level == "unit":
        below |= Q(address__parent__parent=row)
    houses = list(House.objects.filter(below).select_related("address__parent")[:MOST])
    people = _people(actor, [house.pk for house in houses])
    units = Premises.objects.filter(below, closed_on=None).order_by("name")[:MOST]
    number = sum(len(rows) for rows in people.values())
    if number:
        looks.record(actor, "open", f"{mask_address(row.whole)}（{number} 人）", rows=number)
    houses.sort(key=lambda house: (_natural(_above(house.address)), _natural(house.address.mark)))
    return {
        **shown(row), "path": _path(row),
        "houses": [
            {
                "id": house.pk, "address_id": house.address_id, "address": house.address.whole,
                "name": house.address.name if house.address_id != row.pk else "", "use": house.use,
                "tenure": house.tenure, "people": people.get(house.pk, []),
            }
            for house in houses
        ],
        "premises": [premises(unit) for unit in units], "may_unmask": actor.can(UNMASK), "may_key": actor.can(KEY),
    }  # fmt: skip


def _above(row: Address) -> str:
    return row.parent.mark if row.parent is not None and row.parent.level == "unit" else ""


def _path(row: Address) -> list[dict[str, Any]]:
    """From the estate down to the node itself."""
    found: list[dict[str, Any]] = []
    node: Address | None = row
    while node is not None:
        found.insert(0, {"id": node.pk, "level": node.level, "name": node.name})
        node = node.parent
    return found


def premises(row: Premises) -> dict[str, Any]:
    return {
        "id": row.pk, "address_id": row.address_id, "name": row.name, "trade": row.trade, "staff": row.staff,
        "contact": row.contact_mask, "phone": row.phone_mask,
    }  # fmt: skip


def _people(actor: Actor, houses: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """House → the people of today, masked."""
    rows = Resident.objects.filter(household__house_id__in=houses, until=None).select_related("household")
    rows = rows.order_by("household_id", "pk")
    kinds = key_kinds([row.pk for row in rows]) if actor.can(KEY) else {}
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.household.house_id, []).append(
            {**person(row), "kinds": kinds.get(row.pk, []), "household_id": row.household_id}
        )
    return found


def person(row: Resident) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name_mask, "phone": row.phone_mask, "id_number": row.id_mask,
        "relation": row.relation, "residence": row.residence, "since": row.since,
    }  # fmt: skip


def key_kinds(residents: Sequence[int]) -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = {}
    rows = KeyPerson.objects.filter(resident_id__in=residents, until=None).select_related("kind").order_by("kind__sort")
    for row in rows:
        found.setdefault(row.resident_id, []).append({"code": row.kind.code, "name": row.kind.name})
    return found


# --- one person -------------------------------------------------------------------------------------------------------
def resident(actor: Actor, key: int, permission: str) -> Resident:
    """Problem 404 when the person lives outside of this person's areas."""
    place = reach.of(actor, permission, "household__house__address__")
    found = Resident.objects.filter(place, pk=key).select_related("household__house__address").first()
    if found is None:
        raise keeping.not_found("没有这个人")
    return found


def unmask(actor: Actor, key: int, reason: str) -> dict[str, Any]:
    """A resident in clear; recorded before anything is shown."""
    row = resident(actor, key, UNMASK)
    address = row.household.house.address
    words = f"居民 {row.name_mask} · {mask_address(address.whole)}"
    looks.record(actor, "unmask", words, reason=reason, clear=True, resident_id=row.pk)
    known = keeping.clear(row)
    return {name: known.get(name, "") for name in ("name", "phone", "id_number")} | {"expires_in": 60}


def unmask_contact(actor: Actor, key: int, reason: str) -> dict[str, Any]:
    row = Premises.objects.filter(reach.of(actor, UNMASK, "address__"), pk=key).first()
    if row is None:
        raise keeping.not_found("没有这个单位")
    looks.record(actor, "unmask", f"单位 {row.name} 联系人", reason=reason, clear=True)
    known = keeping.clear(row)
    return {"name": known.get("name", ""), "phone": known.get("phone", ""), "id_number": "", "expires_in": 60}


def find_people(actor: Actor, text: str) -> dict[str, Any]:
    """People by the whole name, phone or ID number; masked, with where they live."""
    kinds = [("name", vault.normalise_name(text)), ("phone", vault.normalise_phone(text)),
             ("id_number", vault.normalise_id(text))]  # fmt: skip
    columns = {"name": "name_index", "phone": "phone_index", "id_number": "id_index"}
    asked = Q(pk__in=[])
    for kind, plain in kinds:
        if plain and len(plain) >= 2:
            asked |= Q(**{columns[kind]: vault.blind_index(kind, text)})
    place = reach.of(actor, VIEW, "household__house__address__")
    rows = list(
        Resident.objects.filter(asked, place).select_related("household__house__address").order_by("until", "pk")[:50]
    )
    looks.record(actor, "find", "按姓名、电话或证件号查找", rows=len(rows))
    marks = key_kinds([row.pk for row in rows]) if actor.can(KEY) else {}
    return {
        "items": [
            {
                **person(row), "kinds": marks.get(row.pk, []), "address": row.household.house.address.whole,
                "address_id": row.household.house.address_id, "until": row.until,
            }
            for row in rows
        ]
    }  # fmt: skip


def today() -> Any:
    return timezone.localdate()
