"""Writing a plan into the map: new versions begin on its day, former ones end the day before and stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from chengyun.kernel import revision
from chengyun.org.access import Actor
from chengyun.org.masterdata import writing
from chengyun.org.masterdata.organisation import refresh_tree
from chengyun.org.models import Unit

from .. import masterdata
from ..locating import TOPIC
from ..models import Area, AreaGeometry
from ..outlines import bounds, centre
from . import shapes
from .reading import Outlook
from .topology import Grid

ORIGIN = "plan"
_ABOVE_FIRST = {"city": 0, "district": 1, "subdistrict": 2, "community": 3, "grid": 4}


def write(seen: Outlook, actor: Actor, source: str) -> dict[str, str]:
    """Key → code of everything new. The history of both tables tells who and why."""
    with (
        transaction.atomic(),
        writing.watched(masterdata.AREAS, actor, origin=ORIGIN, reason=source),
        writing.watched(masterdata.GEOMETRY, actor, origin=ORIGIN, reason=source),
    ):
        _write(seen, source[:300])
        refresh_tree(Area, ("name",))
        revision.bump(TOPIC)
    return seen.codes


def _write(seen: Outlook, source: str) -> None:
    before, after, day = seen.before, seen.result.grids, seen.day
    eve = day - timedelta(days=1)
    rows = {grid.key: grid.id for grid in before.values() if grid.id is not None}
    units = dict(Unit.objects.values_list("code", "id"))
    for key in seen.result.touched - set(after):
        _end(before[key], eve)
    wanted = [after[key] for key in seen.result.touched if key in after]
    for grid in sorted(wanted, key=lambda g: (_ABOVE_FIRST.get(g.level, 9), g.micro, g.key)):
        old = before.get(grid.key)
        if old is not None and old.id is not None and not _renamed(old, grid):
            _new_outline(old.id, old.id, grid, day, source)
            continue
        rows[grid.key] = _new_version(grid, old, seen.codes, rows, units, day, source)


def _renamed(old: Grid, new: Grid) -> bool:
    return (old.name, old.kind, old.parent, old.managed_by) != (new.name, new.kind, new.parent, new.managed_by)


def _end(grid: Grid, eve: date) -> None:
    if grid.id is None:
        return
    Area.objects.filter(pk=grid.id).update(valid_to=eve)
    AreaGeometry.objects.filter(area_id=grid.id, valid_to=None).update(valid_to=eve)


def _new_version(
    grid: Grid, old: Grid | None, codes: Mapping[str, str], rows: Mapping[str, int], units: Mapping[str, int],
    day: date, source: str,
) -> int:  # fmt: skip
    row = Area(
        code=codes.get(grid.key, grid.key), name=grid.name, level=grid.level, kind=grid.kind,
        parent_id=rows.get(grid.parent), managed_by_unit_id=units.get(grid.managed_by), valid_from=day, source=source,
    )  # fmt: skip
    if old is not None and old.id is not None:
        former = Area.objects.get(pk=old.id)
        row.valid_to, row.note = former.valid_to, former.note
    if grid.shape is not None:
        row.lng, row.lat = centre(shapes.outline_of(grid.shape))
    row.save()
    if old is not None and old.id is not None:
        Area.objects.filter(pk=old.id).update(valid_to=day - timedelta(days=1))
        _adopt(old.id, row.pk, day)
    _new_outline(old.id if old is not None else None, row.pk, grid, day, source)
    return row.pk


def _adopt(old_id: int, new_id: int, day: date) -> None:
    """What lies below and goes on lies below the new version."""
    below = Area.objects.filter(parent_id=old_id).exclude(pk=new_id)
    below.exclude(valid_to__lt=day).update(parent_id=new_id)


def _new_outline(old_id: int | None, new_id: int, grid: Grid, day: date, source: str) -> None:
    """The outline from the day on; the one before ends on the eve, untouched."""
    last = None
    if old_id is not None:
        kept = AreaGeometry.objects.filter(area_id=old_id).order_by("-valid_from", "-id")
        current = next((g for g in kept if g.valid_to is None or g.valid_to >= day), None)
        if current is not None:
            last = current.valid_to
            current.valid_to = day - timedelta(days=1)
            current.save(update_fields=["valid_to"])
    if grid.shape is None:
        return
    outline = shapes.outline_of(grid.shape)
    AreaGeometry.objects.create(
        area_id=new_id, geometry=outline, bbox=bounds(outline), valid_from=day, valid_to=last, source=source
    )
