"""From a written address to a building and its grid: for the place field of the desk, and for the address page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from chengyun.places import queries as places

from . import addresses
from .models import Address
from .words import BUILDING, ESTATE

MOST = 20
NEAR = 400
_LOWER = ("unit", "room")


def area_names(area_id: int | None = None) -> list[str]:
    """Names that may stand before an address: the district, its subdistricts and communities."""
    return [row.name for row in places.areas().rows.values() if row.level != "grid"]


def estates(mark: str) -> list[Address]:
    """Estates whose name or alias is this."""
    return list(Address.objects.filter(Q(mark=mark) | Q(aliases__contains=[mark]), level=ESTATE).order_by("pk")[:MOST])


def near_estates(mark: str, most: int = 5) -> list[Address]:
    """Estates that may be meant."""
    if not mark:
        return []
    pieces = Q(mark__startswith=mark[0]) | Q(mark__contains=mark[:2]) | Q(mark__contains=mark[-2:])
    known = {row.mark: row for row in Address.objects.filter(pieces, level=ESTATE).order_by("pk")[:NEAR]}
    return [known[text] for text in addresses.near(mark, list(known), most) if text != mark]


def walk(estate: Address, written: addresses.Written) -> Address:
    """As far down as the tree and the words agree."""
    row = estate
    for level, mark in ((BUILDING, written.building), *zip(_LOWER, (written.unit, written.room), strict=True)):
        if not mark:
            continue
        found = row.children.filter(Q(mark=mark) | Q(aliases__contains=[mark]), level=level).first()
        if found is None:
            if level == "room" and row.level == BUILDING:  # 3栋501, and the rooms lie in units
                found = Address.objects.filter(parent__parent=row, level=level, mark=mark).first()
            if found is None:
                break
        row = found
    return row


def whole_building(text: str) -> Address | None:
    """A building that has another address, a road with its number."""
    mark = addresses.folded(text)
    return Address.objects.filter(level=BUILDING, aliases__contains=[mark]).first() if mark else None


def matches(text: str) -> dict[str, Any]:
    """{read, found: nodes that it is, near: nodes that may be meant}."""
    written = addresses.read(text, area_names())
    found = [walk(row, written) for row in estates(written.estate)] if written.estate else []
    other = whole_building(written.estate)
    if other is not None and other not in found:
        found.append(other)
    near = [] if found else [walk(row, written) for row in near_estates(written.estate)]
    return {"written": written, "found": found, "near": near}


def building_of(row: Address) -> Address:
    """The building (or the estate without one): what may be told to whoever looks for a place."""
    while row.level in _LOWER and row.parent is not None:
        row = row.parent
    return row


def for_places(words: str, limit: int) -> Sequence[dict[str, Any]]:
    """Buildings for the place search: never a door, never who lives there."""
    if len(words) < 2:
        return []
    said = matches(words)
    rows = [building_of(row) for row in [*said["found"], *said["near"]]]
    if not rows:
        plain = words.replace(" ", "")
        begins = Q(pinyin__startswith=plain) | Q(pinyin__contains=" " + plain) if plain.isascii() else (
            Q(level=ESTATE, mark__contains=addresses.estate(words))
        )  # fmt: skip
        rows = list(Address.objects.filter(begins, level__in=(ESTATE, BUILDING)).order_by("level", "pk")[:limit])
    return [_hit(row) for row in _once(rows)[:limit]]


def _once(rows: Iterable[Address]) -> list[Address]:
    return list({row.pk: row for row in rows}.values())


def _hit(row: Address) -> dict[str, Any]:
    known = places.areas().by_code
    area = next((known[c] for c in (row.grid_code, row.community_code, row.subdistrict_code) if c in known), None)
    lng, lat = row.lng, row.lat
    if lng is None and row.parent is not None:
        lng, lat = row.parent.lng, row.parent.lat
    return {
        "type": "address", "id": row.pk, "name": row.whole, "level": row.level, "address": row.whole, "lng": lng,
        "lat": lat, "area_id": area.id if area else None, "area_path": places.area_path(area.id) if area else [],
    }  # fmt: skip
