"""Cases inside an area that somebody drew (docs/decisions/0025-drawn-areas.md)."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, F, Func, Q

from chengyun.kernel.problems import Problem
from chengyun.places.rings import Ring, RingError, read_ring


class Inside(Func):
    """Whether the point of a case lies in a ring; an exact test for the few that the bounding box leaves.

    Counted in steps of 1 cm from the corner of the ring, because PostgreSQL's geometric types compare with a tolerance
    of 0.000001, which in degrees would be up to a hundred metres.
    """

    output_field = BooleanField()

    def __init__(self, ring: Ring):
        super().__init__(F("lng"), F("lat"))
        self.ring = ring

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **more: Any) -> tuple[str, Any]:
        lng, lat = (compiler.compile(expression)[0] for expression in self.get_source_expressions())
        west, south = self.ring.bbox[:2]
        sql = f"point(({lng} - %s::float8) * 1e7, ({lat} - %s::float8) * 1e7) <@ %s::polygon"
        return sql, (west, south, self.ring.polygon())

    @property
    def identity(self) -> tuple[Any, ...]:
        return (type(self), self.ring)


def in_box(west: float, south: float, east: float, north: float) -> Q:
    """Cases whose point lies in a box, borders included."""
    return Q(lng__gte=west, lng__lte=east, lat__gte=south, lat__lte=north)


def condition(text: str) -> Q:
    """Cases in the drawn area that a text means. Problem 422 when it means none."""
    try:
        ring = read_ring(text)
    except RingError as error:
        raise Problem(
            422, "invalid", "圈定的范围有误", str(error), errors=[{"field": "within", "message": str(error)}]
        ) from None
    box = in_box(*ring.bbox)
    return box if ring.is_box else box & Q(Inside(ring))
