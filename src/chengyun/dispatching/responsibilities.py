"""权责清单: who is responsible for a category in an area. The nearest category counts first, then the smallest area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel import revision
from chengyun.org.models import valid_on

from .facts import RESPONSIBILITY, Facts, Suggestion
from .models_rules import Responsibility
from .rules import names as naming

MOST = 3


@dataclass(frozen=True, slots=True)
class Entry:
    code: str
    matter: str
    category_id: int
    area_code: str
    target: str
    unit_id: int | None
    co_units: tuple[str, ...]
    document: str


@dataclass(frozen=True)
class _Kept:
    mark: tuple[Any, ...]
    by_category: Mapping[int, tuple[Entry, ...]]


_kept: _Kept | None = None


def entries() -> Mapping[int, tuple[Entry, ...]]:
    """The entries of today by category, kept per process until the list changes."""
    global _kept
    mark = (revision.current(naming.TOPIC), timezone.localdate())
    known = _kept
    if known is None or known.mark != mark:
        found: dict[int, list[Entry]] = {}
        for row in Responsibility.objects.filter(valid_on(timezone.localdate())).order_by("code"):
            entry = Entry(
                row.code, row.matter, row.category_id, row.area_code, row.target, row.unit_id, tuple(row.co_units),
                row.document,
            )  # fmt: skip
            found.setdefault(row.category_id, []).append(entry)
        _kept = known = _Kept(mark, {key: tuple(rows) for key, rows in found.items()})
    return known.by_category


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _kept
    _kept = None


def proposed(facts: Facts) -> list[Suggestion]:
    """What the list says about a case, the most specific entry first; entries whose unit has ended are left out."""
    listed = entries()
    if not listed:
        return []
    names, known = naming.current(), catalogue.current()
    areas = [facts.areas[level] for level in naming.LEVELS if level in facts.areas] + [""]
    found: list[Suggestion] = []
    for category_id in known.category_line(facts.category_id):
        mine = [entry for entry in listed.get(category_id, ()) if entry.area_code in areas]
        for entry in sorted(mine, key=lambda entry: areas.index(entry.area_code)):
            unit_id = names.resolve(entry.target, entry.unit_id, facts)
            if unit_id is not None and all(unit_id != other.unit_id for other in found):
                found.append(_suggestion(entry, unit_id, names))
    return found[:MOST]


def _suggestion(entry: Entry, unit_id: int, names: naming.Names) -> Suggestion:
    category = catalogue.current().category(entry.category_id)
    area = names.words.terms("area").rows.get(entry.area_code)
    what = entry.matter or (category.path_name if category else "")
    where = f"（{area.name}）" if area else ""
    helpers = (names.units.get(code) for code in entry.co_units)
    return Suggestion(
        RESPONSIBILITY, unit_id, f"权责清单：{what}{where}，依据{entry.document}",
        f"Responsibility list: {what}{where}, by {entry.document}",
        tuple(u.id for u in helpers if u and not u.closed and u.id != unit_id),
        link=f"/admin/masterdata/responsibilities?q={entry.code}", ref=entry.code,
    )  # fmt: skip
