"""Before a request is raised: an emergency number first, likely categories, and what is known nearby.

Of others' requests only this is told: category, street, state, how many say so too; words only where a moderator wrote
them. What is private, hidden or marked sensitive is not told at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chengyun.cases import catalogue, guessing, similar
from chengyun.cases.models import Case
from chengyun.cases.publicity import NOT_TOLD
from chengyun.kernel import tokens
from chengyun.org.access import system_actor
from chengyun.places import coordinates, queries

from . import known
from .models import Raised, Shown
from .rules import hint, street_of

ACTOR = system_actor("居民端")
JOINABLE = ("logged", "accepted", "dispatched", "handling", "review", "returned", "suspended")
PHASES = {
    "intake": "已收到", "dispatch": "正在安排", "handling": "正在办理", "review": "正在核对",
    "callback": "已办理，正在回访", "done": "已办结",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A point in WGS-84, or nothing, and words."""

    address: str = ""
    lng: float | None = None
    lat: float | None = None
    crs: str = ""

    @classmethod
    def given(cls, address: str, lng: float | None, lat: float | None, crs: str) -> Place:
        if lng is None or lat is None:
            return cls(address)
        return cls(address, *coordinates.normalise(lng, lat, crs or coordinates.WGS84), crs or coordinates.WGS84)


def emergency(text: str) -> dict[str, str] | None:
    found = hint(tokens.normalise(text), known.current().emergencies)
    return None if found is None else {"number": found.number, "advice": found.advice, "word": found.word}


def look(text: str, place: Place, category_id: int | None) -> dict[str, Any]:
    proposed = guessing.guess(text)
    asked = similar.Asked(
        text=text, address=place.address, lng=place.lng, lat=place.lat,
        category_id=category_id or (proposed[0]["id"] if proposed else None),
    )  # fmt: skip
    return {"categories": proposed, "nearby": nearby(asked)}


def nearby(asked: similar.Asked) -> list[dict[str, Any]]:
    """Open problems like this one, as strangers may know them."""
    found = {one["case"]["number"]: one for one in similar.similar(ACTOR, asked) if one["case"]["open"]}
    cases = list(Case.objects.filter(number__in=found).order_by("-callers", "-id"))
    keys = [case.pk for case in cases]
    private = set(Raised.objects.filter(case_id__in=keys, private=True).values_list("case_id", flat=True))
    decided = {row.case_id: row for row in Shown.objects.filter(case_id__in=keys)}
    told = []
    for case in cases:
        shown = decided.get(case.pk)
        if not joinable(case) or case.pk in private or _is_hidden(shown):
            continue
        reasons = found[case.number]["reasons"]
        near = next((reason["text"] for reason in reasons if reason["code"] == "near"), "")
        told.append({**public(case, shown), "near": near})
    return told


def joinable(case: Case) -> bool:
    """Whether strangers may be told of it and join."""
    return case.state in JOINABLE and not set(case.flags) & set(NOT_TOLD) and case.joined_to_id is None


def _is_hidden(shown: Shown | None) -> bool:
    return shown is not None and shown.state == Shown.HIDDEN


def public(case: Case, shown: Shown | None) -> dict[str, Any]:
    """What anybody may know of a case."""
    known_now = catalogue.current()
    category = known_now.category(case.category_id)
    return {
        "number": case.number, "category": category.name if category else "其他", "where": where(case),
        "state": state_in_words(case), "callers": case.callers,
        "words": shown.words if shown is not None and shown.state == Shown.OPEN else "",
        "since": f"{case.received_at.astimezone():%Y-%m-%d}",
    }  # fmt: skip


def where(case: Case) -> str:
    """The street, or the community when the address tells none."""
    street = street_of(case.address)
    if street:
        return street
    return (queries.area_path(case.area_id) or [""])[-1] if case.area_id else ""


def state_in_words(case: Case) -> str:
    from chengyun.cases import lifecycle

    state = lifecycle.get(case.lifecycle).states.get(case.state)
    return PHASES.get(state.phase, "正在办理") if state is not None else "正在办理"
