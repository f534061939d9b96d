"""What the places room can find: areas and named places."""

from __future__ import annotations

from chengyun.org.access import Actor
from chengyun.org.searching import Asked, Found, Hit, Source, register

from . import queries


def find_places(actor: Actor, asked: Asked) -> Found:
    """Areas, then places, by name, address, pinyin and initials."""
    known, hits = queries.areas().rows, []
    for row in queries.search(asked.text.replace("\x00", ""), asked.limit):
        path = " / ".join(row["area_path"] if row["type"] == "place" else row["area_path"][:-1])
        is_area = row["type"] == "area"
        key = known[row["id"]].code if is_area and row["id"] in known else str(row["id"])
        more = {"lng": row["lng"], "lat": row["lat"], "level": row["level"]}
        hits.append(Hit(row["type"], key, row["name"], " · ".join(filter(None, (row["address"], path))), more))
    return Found(hits)


def register_all() -> None:
    register(Source("places", "地点", "Places", 50, ("org.view",), find_places))
