"""Where things are. Other rooms use `locate` and what is in `coordinates`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .locating import Located


def locate(lng: float, lat: float, at: date | None = None) -> Located | None:
    """The grid, community and subdistrict around a WGS-84 point, as they were on the day `at` (today when None).

    None when the point lies in no known outline. The first call of a process builds the index.
    """
    from .locating import locate as find

    return find(lng, lat, at)


def lineage(area_id: int) -> dict[str, tuple[int, str]]:
    """Level → (id, code) of an area of any level and time, and of those above it; empty when there is none."""
    from .queries import lineage as find

    return find(area_id)


__all__ = ["lineage", "locate"]
