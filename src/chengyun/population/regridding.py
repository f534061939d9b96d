"""Grids change; what lies in them is told so: buildings by their points, and all below and about them."""

from __future__ import annotations

from django.db import connection, transaction

from .keeping import around, move
from .models import Address

_FOLLOW = """
UPDATE population_visitplan p SET subdistrict_code = a.subdistrict_code, community_code = a.community_code,
  grid_code = a.grid_code
FROM population_address a WHERE a.id = p.address_id
  AND (p.subdistrict_code, p.community_code, p.grid_code) <> (a.subdistrict_code, a.community_code, a.grid_code)
"""


def refresh() -> int:
    """How many addresses with a point moved into other areas."""
    moved = 0
    for row in Address.objects.filter(lng__isnull=False).iterator(chunk_size=1000):
        assert row.lng is not None
        assert row.lat is not None
        place = around(row.community_code, row.lng, row.lat)
        if place.community_code and (place.subdistrict_code, place.community_code, place.grid_code) != (
            row.subdistrict_code, row.community_code, row.grid_code,
        ):  # fmt: skip
            with transaction.atomic():
                move(row, row.lng, row.lat, place)
            moved += 1
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOW)
    return moved
