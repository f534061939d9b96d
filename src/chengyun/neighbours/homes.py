"""Where a resident lives, down to the grid; and whom to reach there. The exact address stays in the vault."""

from __future__ import annotations

import base64
from typing import Any

from chengyun import places
from chengyun.kernel import config, vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac
from chengyun.places import contacts, coordinates, queries
from chengyun.places.models import Area

from .models import Resident

FINE = (Area.GRID, Area.COMMUNITY)


def bind(resident: Resident, *, address: str, lng: float | None, lat: float | None, crs: str, card: str) -> None:
    """Find the home grid by a card with a code, a point, or words. Problem 422 when it is not found."""
    if card:
        area_id = _of_card(card)
    elif lng is not None and lat is not None:
        area_id = _of_point(lng, lat, crs)
    else:
        area_id = _of_words(address)
    sealed = vault.open_(bytes(resident.sealed))
    if address:
        sealed["home"] = address
    resident.home_id, resident.sealed = area_id, vault.seal(sealed)
    resident.home_mask = " ".join(queries.area_path(area_id)[-2:])[:80]
    resident.save(update_fields=["home", "sealed", "home_mask"])


def _of_point(lng: float, lat: float, crs: str) -> int:
    found = places.locate(*coordinates.normalise(lng, lat, crs or coordinates.WGS84))
    if found is None or found.area_id is None:
        raise _not_found("这个位置不在本区的网格里，请换一个地点，或写小区、街道的名字。")
    return found.area_id


def _of_words(address: str) -> int:
    """The first area or place that the words name, and then their longest beginning that does."""
    words = address.strip()
    for size in range(min(len(words), 24), 1, -1):
        for found in queries.search(words[:size], 5):
            if found["type"] == "place" and found["lng"] is not None:
                located = places.locate(found["lng"], found["lat"])
                if located is not None and located.area_id is not None:
                    return located.area_id
            if found["area_id"]:
                return int(found["area_id"])
    raise _not_found("没有找到这个地址。可以只写社区、小区或路名，也可以扫楼道里的网格码。")


def _not_found(message: str) -> Problem:
    return Problem(422, "invalid", "没有找到您家的网格", message, errors=[{"field": "address", "message": message}])


# --- cards ------------------------------------------------------------------------------------------------------------
def card_of(code: str) -> str:
    """What stands in the printed code of an area: its code and a signature, so that nobody prints one of their own."""
    return f"{code}.{_signature(code)}"


def _of_card(card: str) -> int:
    code, _, signature = card.strip().rpartition(".")
    area = queries.areas().by_code.get(code)
    if not code or signature != _signature(code) or area is None:
        raise _not_found("这张网格码无效或已停用，请联系社区换一张，或写地址。")
    return area.id


def _signature(code: str) -> str:
    digest = sm3_hmac(config.current().signing_key().encode(), f"card\0{code}".encode())
    return base64.b32encode(digest[:10]).decode().lower()


def picture(code: str, origin: str) -> tuple[bytes, str]:
    """The printed code as SVG, and the address in it. Problem 404 for an unknown area."""
    area = queries.areas().by_code.get(code)
    if area is None:
        raise Problem(404, "not_found", "没有找到", "没有这个网格或社区。")
    import io

    import segno

    address = f"{origin}/neighbour/#/home?card={card_of(code)}"
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=8, border=4, title=area.name)
    return out.getvalue(), address


# --- whom to reach ----------------------------------------------------------------------------------------------------
def home_of(resident: Resident) -> dict[str, Any] | None:
    if resident.home_id is None:
        return None
    line = [area_id for area_id, _ in _upwards(resident.home_id)]
    found = contacts.of_areas(line)
    names = queries.areas().rows
    return {
        "area_id": resident.home_id, "path": queries.area_path(resident.home_id),
        "contacts": [
            {"name": one.name, "role": one.role, "work_phone": one.work_phone,
             "area": names[one.area_id].name if one.area_id in names else ""}
            for one in found[:6]
        ],
    }  # fmt: skip


def _upwards(area_id: int) -> list[tuple[int, str]]:
    """(id, code) of an area and those above it, the smallest first."""
    known = queries.areas().rows
    found: list[tuple[int, str]] = []
    row = known.get(area_id)
    while row is not None and len(found) < 6:
        found.append((row.id, row.code))
        row = known.get(row.parent_id) if row.parent_id else None
    return found


def codes_of(resident: Resident | None) -> list[str]:
    """Codes of the areas that a resident lives in; for notices and the directory."""
    if resident is None or resident.home_id is None:
        return []
    return [code for _, code in _upwards(resident.home_id)]
