"""Searching places and areas by name, address, pinyin and initials."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.tokens import normalise, tsquery
from chengyun.org.models import valid_on

from .locating import TOPIC
from .models import Area, Place

MOST = 50


@dataclass(frozen=True, slots=True)
class AreaRow:
    id: int
    code: str
    name: str
    level: str
    parent_id: int | None
    pinyin: str
    lng: float | None
    lat: float | None


@dataclass(frozen=True)
class _Areas:
    number: int
    day: date
    rows: dict[int, AreaRow]
    by_code: dict[str, AreaRow]


_areas: _Areas | None = None


def areas() -> _Areas:
    """All areas of today, kept per process until places change or the day ends."""
    global _areas
    number, day, known = revision.current(TOPIC), timezone.localdate(), _areas
    if known is None or (known.number, known.day) != (number, day):
        fields = ("id", "code", "name", "level", "parent_id", "pinyin", "lng", "lat")
        rows = [AreaRow(*row) for row in Area.objects.filter(valid_on(day)).values_list(*fields)]
        known = _areas = _Areas(number, day, {r.id: r for r in rows}, {r.code: r for r in rows})
    return known


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _areas
    _areas = None


def area_path(area_id: int | None) -> list[str]:
    """Names from the district down to the area."""
    known = areas().rows
    names: list[str] = []
    row = known.get(area_id) if area_id else None
    while row is not None and len(names) < 6:
        if row.level != Area.CITY:
            names.append(row.name)
        row = known.get(row.parent_id) if row.parent_id else None
    return list(reversed(names))


_others: list[Callable[[str, int], Sequence[dict[str, Any]]]] = []


def also(finder: Callable[[str, int], Sequence[dict[str, Any]]]) -> None:
    """A room above finds places of its own (AppConfig.ready): (words, limit) → rows as `search` gives them."""
    if finder not in _others:
        _others.append(finder)


def search(words: str, limit: int = 20) -> list[dict[str, Any]]:
    """Areas, then named places, that fit what was typed: Chinese words, pinyin or initials. Best first."""
    words = normalise(words).strip()[:100]
    if not words:
        return []
    limit = max(1, min(limit, MOST))
    found = [_of_area(row) for row in _matching_areas(words, limit)]
    found += [_of_place(place) for place in _matching_places(words, limit)]
    for finder in _others if len(found) < limit else ():
        found += finder(words, limit - len(found))
    return found[:limit]


def _matching_areas(words: str, limit: int) -> list[AreaRow]:
    pinyin = words.replace(" ", "")
    ranked = []
    for row in areas().rows.values():
        name = row.name.lower()
        if name.startswith(words):
            rank = 0
        elif words in name:
            rank = 1
        elif row.code == words or any(part.startswith(pinyin) for part in row.pinyin.split()):
            rank = 2
        else:
            continue
        ranked.append((rank, len(row.code), len(row.name), row.code, row))
    return [row for *_, row in sorted(ranked, key=lambda r: r[:4])[:limit]]


def _matching_places(words: str, limit: int) -> Iterator[Place]:
    query = tsquery(words)
    fits = Q(pinyin__startswith=words.replace(" ", "")) | Q(pinyin__contains=" " + words.replace(" ", ""))
    if query:
        fits |= Q(pk__in=Place.objects.extra(where=["search @@ %s::tsquery"], params=[query]).values("pk"))
    yield from Place.objects.filter(fits, valid_on(timezone.localdate())).order_by("name", "pk")[:limit]


def _of_area(row: AreaRow) -> dict[str, Any]:
    return {
        "type": "area", "id": row.id, "name": row.name, "level": row.level, "address": "", "lng": row.lng,
        "lat": row.lat, "area_id": row.id, "area_path": area_path(row.id),
    }  # fmt: skip


def _of_place(place: Place) -> dict[str, Any]:
    area = areas().by_code.get(place.area_code)
    return {
        "type": "place", "id": place.pk, "name": place.name, "level": place.kind, "address": place.address,
        "lng": place.lng, "lat": place.lat, "area_id": area.id if area else None,
        "area_path": area_path(area.id) if area else [],
    }  # fmt: skip


def lineage(area_id: int) -> dict[str, tuple[int, str]]:
    """Level ("micro" for a micro grid) → (id, code) of an area of any time, and of those above it; or empty."""
    if not 0 < area_id < 2**63:
        return {}
    path = Area.objects.filter(pk=area_id).values_list("path", flat=True).first()
    if path is None:
        return {}
    ids = {area_id, *(int(part) for part in path.split("/") if part)}
    rows = Area.objects.filter(pk__in=ids).values_list("level", "id", "code", "kind")
    return {Area.MICRO if kind == Area.MICRO else level: (id_, code) for level, id_, code, kind in rows}
