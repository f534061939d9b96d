"""Whom to reach in an area: rooms above that know the staff say so. Work numbers only, never private ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """`area_id`: the area that this person looks after."""

    name: str
    role: str
    work_phone: str
    area_id: int


Source = Callable[[Sequence[int]], Sequence[Contact]]
"""From area ids, the smallest area first, to those who look after one of them today."""

_sources: list[Source] = []


def register(source: Source) -> None:
    if source not in _sources:
        _sources.append(source)


def of_areas(area_ids: Sequence[int]) -> list[Contact]:
    """Those who look after these areas, the smallest area first."""
    order = {area: at for at, area in enumerate(area_ids)}
    found = [contact for source in _sources for contact in source(tuple(area_ids))]
    return sorted(found, key=lambda one: order.get(one.area_id, len(order)))
