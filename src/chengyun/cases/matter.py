"""What is joined to a case and goes where that case goes: one matter of many callers, always one level deep.

A request keeps the cases through which it came to its matter (`joined_via`, the nearest first), so that letting one of
them go takes along exactly what had come with it.
"""

from __future__ import annotations

from django.db.models import QuerySet

from .models import Case
from .work import Work

VIA = "joined_via"


def joined_to(case: Case) -> QuerySet[Case]:
    """What is joined to a case."""
    return Case.objects.filter(joined_to_id=case.pk) if case.pk and case.callers > 1 else Case.objects.none()


def came_with(case: Case) -> QuerySet[Case]:
    """What came to the matter of a case through that case."""
    if case.joined_to_id is None:
        return Case.objects.none()
    return Case.objects.filter(joined_to_id=case.joined_to_id, **{f"facts__{VIA}__contains": [case.pk]})


def numbers(found: QuerySet[Case]) -> list[str]:
    return list(found.values_list("number", flat=True))


def take_along(work: Work, main: Work) -> list[Work]:
    """What is joined to this case goes with it to another one."""
    followers = _held(work, main, joined_to(work.case)) if work.case.callers > 1 else []
    for one in followers:
        one.case.facts = {**one.case.facts, VIA: [*one.case.facts.get(VIA, []), work.case.pk]}
        _move(one, work, main)
    return followers


def take_back(work: Work, main: Work) -> list[Work]:
    """What came with this case leaves with it, and is joined to it again."""
    followers = _held(work, main, came_with(work.case))
    for one in followers:
        before = one.case.facts[VIA][: one.case.facts[VIA].index(work.case.pk)]
        one.case.facts = {**one.case.facts, VIA: before}
        _move(one, work, work)
    return followers


def _held(work: Work, main: Work, found: QuerySet[Case]) -> list[Work]:
    """These cases, locked, also those that the person who acts may not see; whatever else was locked is let be."""
    from .engine import hold

    works = hold(work, found)
    work.others = {one.case.number: one for one in (main, *works)}
    return works


def _move(one: Work, through: Work, to: Work) -> None:
    one.case.joined_to = to.case
    what = "join_left" if through is to else "join_moved"
    one.record_note(what, {"from": through.case.number, "into": to.case.number})
