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


def is_area(area_id: int) -> bool:
    """Whether there is an area (of any level and time) with this id."""
    from .models import Area

    return Area.objects.filter(pk=area_id).exists()


__all__ = ["is_area", "locate"]
