"""Looking at what came in: each way of a rule over the cases of its window. Bounded by indexes, whatever the number of
cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from chengyun.cases import catalogue
from chengyun.cases.models import Case
from chengyun.places.models import Area

from . import growth
from .models import WordHit
from .rules import Rule, RuleSet
from .words import CALLERS, COUNT, GROWTH, WORDS

WEEKS = 8
SEASON = (51, 52, 53)
"""The same hours of these many weeks ago: the season of last year."""
MOST = 2000
"""Cases that one warning rests on at most."""


@dataclass
class Finding:
    """What one rule has found about one matter."""

    rule: Rule
    matter: str
    title: str
    cases: list[int]
    evidence: dict[str, Any] = field(default_factory=dict)
    category_id: int | None = None
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    id: int
    category_id: int | None
    area_id: int | None
    subdistrict_id: int | None
    flags: Sequence[str]
    at: datetime


class Places:
    """Where a case is counted: its community, its subdistrict, or the whole district."""

    def __init__(self) -> None:
        self.known = catalogue.current()
        self._grids: dict[int, int | None] = {}

    def of(self, level: str, area_id: int | None, subdistrict_id: int | None) -> int | None:
        if level == "district":
            return None
        if level == "subdistrict":
            return subdistrict_id
        area = self.known.area(area_id)
        if area is None and area_id is not None:
            area = self.known.area(self._community_of(area_id))
        return area.id if area is not None and area.level == "community" else subdistrict_id

    def _community_of(self, grid: int) -> int | None:
        if grid not in self._grids:
            self._grids[grid] = Area.objects.filter(pk=grid).values_list("parent_id", flat=True).first()
        return self._grids[grid]

    def name(self, area_id: int | None) -> str:
        area = self.known.area(area_id)
        return area.name if area is not None else "全区"


def severe(rules: RuleSet, now: datetime) -> list[Finding]:
    """What words alone say."""
    return _by_words(rules.by_way(WORDS), now, Places())


def everything(rules: RuleSet, now: datetime) -> list[Finding]:
    places = Places()
    return [
        *_by_words(rules.by_way(WORDS), now, places),
        *_by_count(rules.by_way(COUNT), now, places),
        *_by_callers(rules.by_way(CALLERS)),
        *_by_growth(rules.by_way(GROWTH), now, places),
    ]


# --- words and numbers of cases -------------------------------------------------------------------------------------
def _by_words(rules: Sequence[Rule], now: datetime, places: Places) -> list[Finding]:
    if not rules:
        return []
    since = now - max(rule.window for rule in rules)
    hits = WordHit.objects.filter(at__gte=since, at__lte=now, rule__in=[rule.code for rule in rules])
    by_rule: dict[str, list[tuple[Arrived, str]]] = defaultdict(list)
    columns = ("rule", "term", "case_id", "case__category_id", "case__area_id", "case__subdistrict_id", "at")
    for code, term, case, category, area, subdistrict, at in hits.exclude(case__state="void").values_list(*columns):
        by_rule[code].append((Arrived(case, category, area, subdistrict, (), at), term))
    found = []
    for rule in rules:
        allowed = rule.category_ids()
        rows = [
            (row, term) for row, term in by_rule[rule.code]
            if row.at >= now - rule.window and (allowed is None or row.category_id in allowed)
        ]  # fmt: skip
        for finding in _grouped(rule, [row for row, _ in rows], places, f"w:{rule.code}", by_category=False):
            terms = {term for row, term in rows if row.id in set(finding.cases)}
            finding.evidence["terms"] = sorted(terms)
            found.append(finding)
    return found


def _by_count(rules: Sequence[Rule], now: datetime, places: Places) -> list[Finding]:
    if not rules:
        return []
    since = now - max(rule.window for rule in rules)
    columns = ("id", "category_id", "area_id", "subdistrict_id", "flags", "received_at")
    cases = Case.objects.filter(received_at__gte=since, received_at__lte=now).exclude(state__in=("joined", "void"))
    rows = [Arrived(*row) for row in cases.values_list(*columns)]
    found: list[Finding] = []
    for rule in rules:
        allowed, flags = rule.category_ids(), set(rule.flags)
        fitting = [
            row for row in rows
            if row.at >= now - rule.window and flags <= set(row.flags)
            and (allowed is None or row.category_id in allowed)
            and (row.category_id is not None or not rule.by_category)
        ]  # fmt: skip
        found += _grouped(rule, fitting, places, f"n:{rule.code}", by_category=rule.by_category)
    return found


def _grouped(rule: Rule, rows: Iterable[Arrived], places: Places, what: str, *, by_category: bool) -> Iterable[Finding]:
    """Enough cases of one thing in one place."""
    groups: dict[tuple[int | None, int | None], list[Arrived]] = defaultdict(list)
    for row in rows:
        place = places.of(rule.place, row.area_id, row.subdistrict_id)
        groups[row.category_id if by_category else None, place].append(row)
    for (category, area), members in groups.items():
        if len(members) >= rule.minimum:
            yield _finding(rule, members, places, category, area, what)


def _finding(
    rule: Rule, members: Sequence[Arrived], places: Places, category: int | None, area: int | None, what: str
) -> Finding:
    known = places.known.category(category)
    members = sorted(members, key=lambda row: row.at, reverse=True)[:MOST]
    evidence = {
        "rule": rule.code, "name": rule.name, "way": rule.way, "count": len(members), "hours": rule.hours,
        "minimum": rule.minimum, "place": rule.place, "level": rule.level,
    }  # fmt: skip
    return Finding(
        rule, f"{f'c:{category}' if known else what}|{area or ''}",
        f"{known.name if known else rule.name} · {places.name(area)}", [row.id for row in members], evidence,
        category, area,
    )  # fmt: skip


# --- many callers on one matter -------------------------------------------------------------------------------------
def _by_callers(rules: Sequence[Rule]) -> list[Finding]:
    if not rules:
        return []
    least = min(rule.minimum for rule in rules)
    heavy = Case.objects.filter(is_open=True, callers__gt=1, callers__gte=least).order_by("-callers")[:200]
    columns = ("id", "title", "callers", "category_id", "area_id", "subdistrict_id")
    rows = list(heavy.values_list(*columns))
    joined: dict[int, list[int]] = defaultdict(list)
    for main, case in Case.objects.filter(joined_to_id__in=[row[0] for row in rows]).values_list("joined_to_id", "id"):
        joined[main].append(case)
    found = []
    for rule in rules:
        allowed = rule.category_ids()
        for case, title, callers, category, area, subdistrict in rows:
            if callers < rule.minimum or not (allowed is None or category in allowed):
                continue
            evidence = {
                "rule": rule.code, "name": rule.name, "way": CALLERS, "count": callers, "minimum": rule.minimum,
                "level": rule.level,
            }  # fmt: skip
            cases = [case, *joined[case]][:MOST]
            place = area if catalogue.current().area(area) else subdistrict
            found.append(Finding(rule, f"m:{case}", title, cases, evidence, category, place))
    return found


# --- more than usual ------------------------------------------------------------------------------------------------
_WINDOWS = """
SELECT w.n, c.category_id, c.subdistrict_id, c.area_id, count(*)
FROM (SELECT * FROM unnest(%s::int[], %s::timestamptz[], %s::timestamptz[])) w (n, a, b)
JOIN cases_case c ON c.received_at >= w.a AND c.received_at < w.b
GROUP BY 1, 2, 3, 4
"""
Counts = Mapping[int, Mapping[tuple[int | None, int | None, int | None], int]]


def _by_growth(rules: Sequence[Rule], now: datetime, places: Places) -> list[Finding]:
    found: list[Finding] = []
    for hours in sorted({rule.hours for rule in rules}):
        counts = _windows(now, timedelta(hours=hours))
        for rule in rules:
            if rule.hours == hours:
                found += _grown(rule, counts, now, places)
    return found


def _windows(now: datetime, length: timedelta) -> Counts:
    """Counts of the window and of the same hours of earlier weeks; one statement over the index by time."""
    backs = [0, *range(1, WEEKS + 1), *SEASON]
    ends = [now - timedelta(weeks=back) for back in backs]
    found: dict[int, dict[tuple[int | None, int | None, int | None], int]] = {back: {} for back in backs}
    with connection.cursor() as cursor:
        cursor.execute(_WINDOWS, [backs, [end - length for end in ends], ends])
        for back, category, subdistrict, area, number in cursor.fetchall():
            found[back][category, subdistrict, area] = number
    return found


def _grown(rule: Rule, counts: Counts, now: datetime, places: Places) -> list[Finding]:
    allowed = rule.category_ids()

    def summed(back: int) -> dict[tuple[Any, Any], int]:
        sums: dict[tuple[Any, Any], int] = defaultdict(int)
        for (category, subdistrict, area), number in counts[back].items():
            if category is not None and (allowed is None or category in allowed):
                sums[category if rule.by_category else 0, places.of(rule.place, area, subdistrict)] += number
        return sums

    current = summed(0)
    tested = growth.grown(current, _history([summed(back) for back in range(1, WEEKS + 1)]))
    season = [summed(back) for back in SEASON]
    if any(season):
        tested = growth.seasonal(tested, growth.grown(current, _history(season)))
    found = []
    for group in growth.alarms(tested, rule.risk):
        seen = tested[group]
        if seen.now >= rule.minimum:
            found.append(_of_growth(rule, group, seen, now, places))
    return [finding for finding in found if finding is not None]


def _history(windows: Sequence[Mapping[tuple[Any, Any], int]]) -> growth.History:
    """Windows from before the platform had any case say nothing and are left out."""
    used = [window for window in windows if window]
    groups = {group for window in used for group in window}
    return growth.History(len(used), {group: [window.get(group, 0) for window in used] for group in groups})


def _of_growth(rule: Rule, group: Any, seen: growth.Growth, now: datetime, places: Places) -> Finding | None:
    category, area = group
    cases = Case.objects.filter(received_at__gte=now - rule.window, received_at__lt=now)
    if rule.by_category:
        cases = cases.filter(category_id=category)
    elif (allowed := rule.category_ids()) is not None:
        cases = cases.filter(category_id__in=allowed)
    columns = ("id", "category_id", "area_id", "subdistrict_id", "flags", "received_at")
    rows = [
        row for row in (Arrived(*values) for values in cases.values_list(*columns))
        if places.of(rule.place, row.area_id, row.subdistrict_id) == area
    ]  # fmt: skip
    if not rows:
        return None
    finding = _finding(rule, rows, places, category if rule.by_category else None, area, f"g:{rule.code}")
    finding.evidence |= {
        "expected": round(seen.expected, 2), "p": float(f"{seen.p:.3g}"), "weeks": WEEKS,
        "from": (now - rule.window).isoformat(), "to": now.isoformat(),
    }  # fmt: skip
    return finding
