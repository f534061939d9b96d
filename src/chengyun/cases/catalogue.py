"""Master data as one frozen snapshot per process, renewed when a revision moves.

Work lists, offers and limits are computed from it, so that a request costs no look-ups of units or categories.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from chengyun import places
from chengyun.kernel import revision

from .conduct import Conduct
from .rules import Limit, limits_for

TOPICS = ("org", "places", "catalogue", "channels")


@dataclass(frozen=True, slots=True)
class UnitRef:
    id: int
    code: str
    name: str
    short_name: str
    kind: str
    parent_id: int | None
    ancestors: tuple[int, ...]
    calendar_code: str


@dataclass(frozen=True, slots=True)
class CategoryRef:
    id: int
    code: str
    name: str
    lifecycle: str
    parent_id: int | None
    ancestors: tuple[int, ...]
    path_name: str
    default_urgency: str


@dataclass(frozen=True, slots=True)
class AreaRef:
    id: int
    code: str
    name: str
    level: str
    parent_id: int | None
    ancestors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KindRef:
    code: str
    name: str
    prefix: str
    lifecycle: str


@dataclass(frozen=True, slots=True)
class PolicyRef:
    id: int
    code: str
    version: int
    lifecycle: str
    category_id: int | None
    condition: Mapping
    stages: tuple[Mapping, ...]
    source: str


_channel_source: Callable[[], Iterable[Mapping[str, str]]] | None = None


def provide_channels(source: Callable[[], Iterable[Mapping[str, str]]]) -> None:
    """The channels room says how its channels are listed: a function giving [{"code", "name"}]."""
    global _channel_source
    _channel_source = source


class Catalogue:
    """Units, categories, areas, kinds, limits, reasons and outcomes valid today."""

    def __init__(self, versions: tuple[int, ...]):
        self.versions = versions
        self.today = timezone.localdate()
        self.units = _units()
        self.categories = _categories()
        self.areas = _areas()
        self._lineages: dict[int, Mapping[str, tuple[int, str]]] = {}
        self.channels = {row["code"]: row for row in _channel_source()} if _channel_source else {}
        self._load_vocabulary()

    def _load_vocabulary(self) -> None:
        from .models import LimitPolicy, Outcome, RequestKind, ReturnReason

        self.kinds = {
            row.code: KindRef(row.code, row.name, row.prefix, row.lifecycle)
            for row in self._valid(RequestKind.objects.all())
        }
        self.reasons = {row.code: row for row in self._valid(ReturnReason.objects.all())}
        self.outcomes = {row.code: row for row in self._valid(Outcome.objects.all())}
        latest: dict[str, LimitPolicy] = {}
        for row in self._valid(LimitPolicy.objects.order_by("code", "version")):
            latest[row.code] = row
        self.policies = tuple(
            PolicyRef(
                row.id, row.code, row.version, row.lifecycle, row.category_id, row.condition, tuple(row.stages),
                row.source,
            )
            for row in latest.values()
        )  # fmt: skip

        self.conduct = Conduct(self._valid)
        self.asked = tuple(sorted({name for policy in self.policies for name in _asked_by(policy)}))
        self._limits: dict[tuple, Mapping[str, Limit]] = {}

    def _valid(self, rows: Iterable):
        for row in rows:
            if (row.valid_from is None or row.valid_from <= self.today) and (
                row.valid_to is None or row.valid_to >= self.today
            ):
                yield row

    def limits(self, lifecycle: str, category_id: int | None, facts: Mapping) -> Mapping[str, Limit]:
        """Stage → limit for a case with these facts (kind, urgency, channel, flags …)."""
        key = (lifecycle, category_id, *(_hashable(facts.get(name)) for name in self.asked))
        found = self._limits.get(key)
        if found is None:
            found = limits_for(self.policies, lifecycle, self.category_line(category_id), facts)
            if len(self._limits) < 5000:
                self._limits[key] = found
        return found

    def category_line(self, category_id: int | None) -> tuple[int, ...]:
        """A category and its ancestors, nearest first."""
        category = self.categories.get(category_id) if category_id else None
        return (category.id, *reversed(category.ancestors)) if category else ()

    def supposing(self, policies: Iterable[PolicyRef]) -> Catalogue:
        """The same catalogue with other limits (dry runs)."""
        other = copy.copy(self)
        other.policies = tuple(policies)
        other.asked = tuple(sorted({name for policy in other.policies for name in _asked_by(policy)}))
        other._limits = {}
        return other

    def unit(self, unit_id: int | None) -> UnitRef | None:
        return self.units.get(unit_id) if unit_id else None

    def unit_name(self, unit_id: int | None) -> str:
        unit = self.unit(unit_id)
        return unit.short_name or unit.name if unit else ""

    def category(self, category_id: int | None) -> CategoryRef | None:
        return self.categories.get(category_id) if category_id else None

    def area(self, area_id: int | None) -> AreaRef | None:
        """An area down to the community; grids are looked up by `area_with_grid`."""
        return self.areas.get(area_id) if area_id else None

    def lineage(self, area_id: int | None) -> Mapping[str, tuple[int, str]]:
        """Level → (id, code) of an area and those above it, grids too; empty when there is no such area."""
        if area_id is None:
            return {}
        found = self._lineages.get(area_id)
        if found is None:
            area = self.areas.get(area_id)
            if area is None:
                found = places.lineage(area_id)
            else:
                line = [self.areas[a] for a in (*area.ancestors, area.id) if a in self.areas]
                found = {a.level: (a.id, a.code) for a in line}
            if found:
                self._lineages[area_id] = found
        return found

    def calendar_code(self, unit_id: int | None) -> str:
        unit = self.unit(unit_id)
        while unit is not None and not unit.calendar_code:
            unit = self.unit(unit.parent_id)
        return unit.calendar_code if unit else ""


def _asked_by(policy: PolicyRef) -> set[str]:
    """Names of the facts that decide whether this policy and its stages apply."""
    return set(policy.condition).union(*(stage.get("condition", {}) for stage in policy.stages))


def _hashable(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else repr(value)


def _lineage(parents: Mapping[int, int | None], node: int) -> tuple[int, ...]:
    """Ancestors of `node`, the topmost first. A cycle in the data ends the walk."""
    chain: list[int] = []
    parent = parents.get(node)
    while parent is not None and parent not in chain and parent != node:
        chain.append(parent)
        parent = parents.get(parent)
    return tuple(reversed(chain))


def _units() -> dict[int, UnitRef]:
    from chengyun.org.models import Unit

    rows = list(Unit.objects.values_list("id", "code", "name", "short_name", "kind", "parent_id", "calendar_code"))
    parents = {row[0]: row[5] for row in rows}
    return {row[0]: UnitRef(*row[:6], _lineage(parents, row[0]), row[6] or "") for row in rows}


def _categories() -> dict[int, CategoryRef]:
    from .models import Category

    rows = list(Category.objects.values_list("id", "code", "name", "lifecycle", "parent_id", "default_urgency"))
    parents = {row[0]: row[4] for row in rows}
    names = {row[0]: row[2] for row in rows}
    found = {}
    for id_, code, name, lifecycle, parent_id, urgency in rows:
        ancestors = _lineage(parents, id_)
        path_name = " / ".join([*(names[a] for a in ancestors), name])
        found[id_] = CategoryRef(id_, code, name, lifecycle, parent_id, ancestors, path_name, urgency)
    return found


def _areas() -> dict[int, AreaRef]:
    from chengyun.places.models import Area

    rows = list(Area.objects.exclude(level="grid").values_list("id", "code", "name", "level", "parent_id"))
    parents = {row[0]: row[4] for row in rows}
    return {row[0]: AreaRef(*row, _lineage(parents, row[0])) for row in rows}


_lock = threading.Lock()
_current: Catalogue | None = None


def current() -> Catalogue:
    """The snapshot of now; at most about one second behind a change made by another process."""
    global _current
    versions = tuple(revision.current(topic) for topic in TOPICS)
    snapshot = _current
    if snapshot is None or snapshot.versions != versions or snapshot.today != timezone.localdate():
        with _lock:
            snapshot = _current
            if snapshot is None or snapshot.versions != versions or snapshot.today != timezone.localdate():
                _current = snapshot = Catalogue(versions)
    return snapshot


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _current
    _current = None
