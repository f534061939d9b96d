"""From a point to its grid: look-ups a second in one process with 2,500 grids.

    python -m benchmarks.grids

Outlines of forty corners in a made-up district, with subdistricts and communities around them, through
`places.locating`, one look-up after the other as the intake makes them; no database: the index is built from rows as
the tables would give them.
"""

from __future__ import annotations

import json
import math
import os
import random
import time
from datetime import date
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengyun.web.settings")
os.environ.setdefault("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")

GRIDS, CORNERS, LOOKUPS = 2_500, 40, 100_000
WEST, SOUTH, STEP = 114.0, 30.0, 0.004
DAY = date(2026, 11, 21)


def rows() -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """(areas, outlines) as the tables hold them: 50 × 50 grids, ten to a community, 500 to a subdistrict."""
    areas: list[tuple[Any, ...]] = [(1, "429999", "district", None, None, None)]
    outlines: list[tuple[Any, ...]] = []
    number = 1
    for street in range(5):
        street_id = number = number + 1
        areas.append((street_id, f"429999{street:03d}", "subdistrict", 1, None, None))
        outlines.append((street_id, _box(street * 10, 0, 10, 50), None, None))
        for community in range(50):
            community_id = number = number + 1
            areas.append((community_id, f"429999{street:03d}{community:03d}", "community", street_id, None, None))
            outlines.append((community_id, _box(street * 10, community, 10, 1), None, None))
            for grid in range(10):
                number += 1
                areas.append((number, f"429999{street:03d}{community:03d}{grid:03d}", "grid", community_id, None, None))
                outlines.append((number, _round(street * 10 + grid, community), None, None))
    return areas, outlines


def _box(x: float, y: float, width: float, height: float) -> dict[str, Any]:
    west, south = WEST + x * STEP, SOUTH + y * STEP
    east, north = west + width * STEP, south + height * STEP
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def _round(x: int, y: int) -> dict[str, Any]:
    """A cell with forty corners, a little within its square."""
    ring = []
    for at in range(CORNERS):
        angle = 2 * math.pi * at / CORNERS
        reach = STEP * 0.49 / max(abs(math.cos(angle)), abs(math.sin(angle)))
        ring.append(
            [WEST + (x + 0.5) * STEP + reach * math.cos(angle), SOUTH + (y + 0.5) * STEP + reach * math.sin(angle)]
        )
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


class _Rows:
    """Stands for a table."""

    def __init__(self, found: list[tuple[Any, ...]]):
        self.found = found

    def order_by(self, *_: str) -> _Rows:
        return self

    def values_list(self, *_: str) -> list[tuple[Any, ...]]:
        return self.found


def measure() -> dict[str, float]:
    import django

    django.setup()
    from chengyun.places import locating

    areas, outlines = rows()
    locating.Area.objects = _Rows(areas)  # type: ignore[assignment]
    locating.AreaGeometry.objects = _Rows(outlines)  # type: ignore[assignment]
    began = time.perf_counter()
    index = locating.Index()
    index.locate(WEST, SOUTH, DAY)
    built = time.perf_counter() - began
    chance = random.Random(1)
    points = [(WEST + chance.random() * 50 * STEP, SOUTH + chance.random() * 50 * STEP) for _ in range(LOOKUPS)]
    began = time.perf_counter()
    found = sum(index.locate(lng, lat, DAY) is not None for lng, lat in points)
    single = LOOKUPS / (time.perf_counter() - began)
    assert found == LOOKUPS
    return {"grids": GRIDS, "built_s": round(built, 2), "lookups_per_s": round(single)}


if __name__ == "__main__":
    print(json.dumps(measure()))
