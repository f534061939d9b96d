"""What the district's codes are called and whether they still hold, kept per process until master data change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.actions.words import FLAGS, URGENCIES
from chengyun.kernel import revision

from ..facts import Facts
from ..models_rules import COMMUNITY, MANAGER, SUBDISTRICT, UNIT
from . import language as lang

TOPIC = "dispatching"
TOPICS = ("org", "places", "catalogue", "channels")


@dataclass(frozen=True, slots=True)
class UnitName:
    id: int
    code: str
    name: str
    closed: str = ""


@dataclass(frozen=True)
class Names:
    """`units` by code; `manager` and `parent` of areas by code, with `levels`."""

    mark: tuple[Any, ...]
    words: lang.Vocabulary
    units: Mapping[str, UnitName]
    by_id: Mapping[int, UnitName]
    manager: Mapping[str, int]

    def unit(self, unit_id: int | None) -> UnitName | None:
        return self.by_id.get(unit_id) if unit_id is not None else None

    def open_unit(self, unit_id: int | None) -> int | None:
        """The unit while it exists; a unit that has ended is proposed to nobody."""
        found = self.unit(unit_id)
        return found.id if found is not None and not found.closed else None

    def resolve(self, target: str, unit_id: int | None, facts: Facts) -> int | None:
        """Who `target` means for a case; None when its place is not known or has nobody."""
        if target == UNIT:
            return self.open_unit(unit_id)
        if target == MANAGER:
            line = (facts.areas.get(level) for level in LEVELS)
            return next((self.manager[code] for code in line if code and code in self.manager), None)
        code = facts.areas.get({SUBDISTRICT: "subdistrict", COMMUNITY: "community"}.get(target, ""))
        if not code:
            return None
        own = self.units.get(code)
        return self.open_unit(own.id) if own is not None else self.manager.get(code)


LEVELS = ("grid", "community", "subdistrict", "district", "city")
"""Of an area and those above it, the nearest first."""

_kept: Names | None = None


def current() -> Names:
    """The names of today."""
    global _kept
    mark = (*(revision.current(topic) for topic in TOPICS), timezone.localdate())
    known = _kept
    if known is None or known.mark != mark:
        _kept = known = _load(mark)
    return known


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _kept
    _kept = None


def _load(mark: tuple[Any, ...]) -> Names:
    today = timezone.localdate()
    found = catalogue.current()
    units, manager, areas = _units(today), *_areas(today)
    words = lang.Vocabulary.of(
        category=_categories(today), area=areas,
        channel=[lang.Term(code, (row["name"],), code) for code, row in found.channels.items()],
        kind=[lang.Term(kind.code, (kind.name,), kind.code) for kind in found.kinds.values()],
        urgency=[lang.Term(code, (name,), code) for code, name in URGENCIES.items()],
        flag=[lang.Term(code, (name,), code) for code, name in FLAGS.items()],
    )  # fmt: skip
    by_id = {unit.id: unit for unit in units}
    held = {code: id_ for code, id_ in manager.items() if id_ in by_id and not by_id[id_].closed}
    return Names(mark, words, {unit.code: unit for unit in units}, by_id, held)


def _ended(valid_to: date | None, today: date) -> str:
    return f"已于 {valid_to:%Y-%m-%d} 停用" if valid_to is not None and valid_to < today else ""


def _units(today: date) -> list[UnitName]:
    from chengyun.org.models import Unit

    rows = Unit.objects.values_list("id", "code", "name", "short_name", "valid_to", "successor__name")
    found = []
    for id_, code, name, short, valid_to, successor in rows:
        closed = _ended(valid_to, today)
        found.append(
            UnitName(id_, code, short or name, closed and closed + (f"，并入{successor}" if successor else ""))
        )
    return found


def _categories(today: date) -> Iterable[lang.Term]:
    from chengyun.cases.models import Category

    rows = {row["id"]: row for row in Category.objects.values("id", "code", "name", "parent_id", "valid_to")}
    for row in rows.values():
        yield lang.Term(row["code"], _path(rows, row["id"]), "", _ended(row["valid_to"], today))


def _areas(today: date) -> tuple[dict[str, int], list[lang.Term]]:
    """(code → unit that manages it, terms). Of several versions of an area the latest counts."""
    from chengyun.places.models import Area

    fields = ("id", "code", "name", "parent_id", "valid_to", "level", "managed_by_unit_id")
    rows = {row["id"]: row for row in Area.objects.order_by("valid_from", "id").values(*fields)}
    latest = {row["code"]: row for row in rows.values()}
    manager = {code: row["managed_by_unit_id"] for code, row in latest.items() if row["managed_by_unit_id"]}
    terms = [
        lang.Term(code, _path(rows, row["id"]), "", _ended(row["valid_to"], today)) for code, row in latest.items()
    ]
    return manager, terms


def _path(rows: Mapping[int, Mapping[str, Any]], node: int | None) -> tuple[str, ...]:
    names: list[str] = []
    seen: set[int] = set()
    while node is not None and node in rows and node not in seen:
        seen.add(node)
        names.append(rows[node]["name"])
        node = rows[node]["parent_id"]
    return tuple(reversed(names))


# --- what rules see of a case -----------------------------------------------------------------------------------------
def view_of(facts: Facts) -> lang.View:
    """A case as expressions look at it."""
    from .language.evaluating import spelled

    found = catalogue.current()
    line = [found.categories[id_].code for id_ in found.category_line(facts.category_id) if id_ in found.categories]
    title, text, address = spelled(facts.title), spelled(facts.text), spelled(facts.address)
    return lang.View(
        category=tuple(line), area=tuple(facts.areas[level] for level in LEVELS if level in facts.areas),
        channel=facts.channel, kind=facts.kind, urgency=facts.urgency, flags=frozenset(facts.flags),
        title=title, text=text, address=address, words="\n".join((title, text, address)),
        at=timezone.localtime(facts.at),
    )  # fmt: skip
