"""What each source says about who should handle a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from chengyun.cases import catalogue

from . import alike, combining, describing
from .combining import HABIT, MODEL, SIMILAR, Opinion, Reason, trust
from .facts import Facts, Suggestion
from .models import SourceRecord
from .ranker import CATEGORIES, UNITS, Ranking

SIMILAR_DOUBT, HABIT_DOUBT, FAMILY_DOUBT = 1.2, 4.0, 12.0
NAME_SHARE = 0.3
_HABIT = """
SELECT unit_id, count(*) FROM (SELECT unit_id FROM dispatching_firstdispatch
  WHERE category_id = ANY(%s) AND NOT moved AND NOT taken_back ORDER BY at DESC LIMIT 200) lately GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What all sources said about one case."""

    opinions: list[Opinion]
    categories: list[tuple[int, float]]
    neighbours: list[alike.Neighbour]


Records = Mapping[tuple[str, str], tuple[int, int]]


def records() -> Records:
    """(source, ref) → (asked, right), as counted every night."""
    return {(s, ref): (asked, hits) for s, ref, asked, hits in
            SourceRecord.objects.values_list("source", "ref", "asked", "hits")}  # fmt: skip


def ask(facts: Facts, suggestions: Sequence[Suggestion], ranked: Mapping[str, Ranking] | None, kept: Records) -> Asked:
    """Everything known about a case. `suggestions`: of rules, list and precedents; `ranked`: what the model said."""
    opinions = [_of_suggestion(one, kept) for one in _first_of_each(suggestions)]
    if ranked and ranked.get(UNITS):
        opinions.append(_of_model(ranked[UNITS]))
    neighbours = alike.closed(facts)
    if neighbours:
        opinions.append(_of_neighbours(neighbours))
    sounds = describing.categories(facts)
    habit = _habit(facts, sounds)
    if habit is not None:
        opinions.append(habit)
    return Asked(opinions, _categories(ranked, sounds, suggestions), neighbours)


def _first_of_each(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The first word of each source; later ones are what it would have said otherwise."""
    found: dict[str, Suggestion] = {}
    for one in suggestions:
        if one.unit_id is not None:
            found.setdefault(one.source, one)
    return list(found.values())


def _of_suggestion(one: Suggestion, kept: Records) -> Opinion:
    assert one.unit_id is not None
    share = one.confidence
    if share is None:
        share = trust(one.source, *kept.get((one.source, one.ref), kept.get((one.source, ""), (0, 0))))
    reason = Reason(one.source, one.reason_zh, one.reason_en, one.ref, one.link, one.matched)
    return Opinion(one.source, {one.unit_id: share}, {one.unit_id: reason}, one.co_units)


def _of_model(ranking: Ranking) -> Opinion:
    reasons = {}
    for unit, share, words in ranking:
        joined = "、".join(f"“{word}”" for word in words[:5])
        zh = f"模型判断 {share:.0%}" + (f"，看到{joined}" if words else "")
        en = f"model {share:.0%}" + (f", because of {', '.join(words[:5])}" if words else "")
        reasons[unit] = Reason(MODEL, zh, en, matched=words)
    return Opinion(MODEL, {unit: share for unit, share, _ in ranking}, reasons)


def _of_neighbours(neighbours: Sequence[alike.Neighbour]) -> Opinion:
    shares = combining.votes(((n.unit_id, (n.score / 100) ** 2) for n in neighbours), SIMILAR_DOUBT)
    reasons = {}
    for unit in shares:
        mine = [n for n in neighbours if n.unit_id == unit]
        words = tuple(dict.fromkeys(word for n in mine for word in n.words))[:4]
        zh = f"{len(mine)} 件相似的已办结案件由该单位办理"
        en = f"handled {len(mine)} similar closed case{'s' if len(mine) > 1 else ''}"
        reasons[unit] = Reason(SIMILAR, zh, en, mine[0].number, f"/cases/{mine[0].number}", words)
    return Opinion(SIMILAR, shares, reasons)


def _habit(facts: Facts, sounds: Sequence[describing.Sounds]) -> Opinion | None:
    """Who usually keeps the cases of this category, or of the one that it sounds like; else whose name it is."""
    category = facts.category_id or (sounds[0].category_id if sounds else None)
    for some, name, doubt in _families(category):
        with connection.cursor() as cursor:
            cursor.execute(_HABIT, [some])
            found: dict[int, int] = dict(cursor.fetchall())
        shares = combining.votes(((unit, float(count)) for unit, count in found.items()), doubt)
        if shares:
            return Opinion(HABIT, shares, {unit: _usual(name, found[unit], facts, sounds) for unit in shares})
    named = describing.units(facts)
    if not named:
        return None
    reasons = {
        unit: Reason(HABIT, f"单位名称有{'、'.join(words)}", f"its name has {', '.join(words)}", matched=words)
        for unit, (_, words) in named.items()
    }
    return Opinion(HABIT, {unit: NAME_SHARE * share for unit, (share, _) in named.items()}, reasons)


def _families(category: int | None) -> list[tuple[list[int], catalogue.CategoryRef, float]]:
    """The category, then its whole major class."""
    known = catalogue.current()
    ref = known.category(category)
    if ref is None:
        return []
    above = known.category(ref.parent_id)
    if above is None:
        return [([ref.id], ref, HABIT_DOUBT)]
    family = [one.id for one in known.categories.values() if one.parent_id == above.id]
    return [([ref.id], ref, HABIT_DOUBT), (family, above, FAMILY_DOUBT)]


def _usual(ref: catalogue.CategoryRef, count: int, facts: Facts, sounds: Sequence[describing.Sounds]) -> Reason:
    name = ref.name
    heard = "" if facts.category_id else "、".join(sounds[0].words[:3])
    zh = f"“{name}”近期有 {count} 件由该单位办理" + (f"（提到{heard}）" if heard else "")
    en = f"has lately handled {count} of “{name}”" + (f" (says {heard})" if heard else "")
    return Reason(HABIT, zh, en, link=f"/cases?category={ref.code}")


def _categories(
    ranked: Mapping[str, Ranking] | None, sounds: Sequence[describing.Sounds], suggestions: Sequence[Suggestion]
) -> list[tuple[int, float]]:
    """Ranked categories: what a rule says, then the model, then what the words sound like."""
    left, shares = 1.0, dict[int, float]()
    parts: list[list[tuple[int, float]]] = [
        [(one.category_id, 0.95) for one in suggestions if one.category_id is not None][:1],
        [(category, share) for category, share, _ in (ranked or {}).get(CATEGORIES, [])],
        [(one.category_id, one.share) for one in sounds],
    ]
    for part in parts:
        whole = sum(share for _, share in part)
        scale = left / whole if whole > 1 else left
        for category, share in part:
            shares[category] = shares.get(category, 0.0) + share * scale
        left *= max(0.0, 1.0 - whole)
    best = sorted(shares.items(), key=lambda one: -one[1])[:3]
    return [(category, round(share, 4)) for category, share in best if share >= 0.02]
