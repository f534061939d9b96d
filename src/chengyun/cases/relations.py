"""What relates cases to one case, as conditions of a list: "TS-20261121-0001:place".

The case itself is never among them. Who asks must see it, and for the person also be somebody who may know people.
"""

from __future__ import annotations

import math
from datetime import timedelta

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, within
from .models import Case

PERSON, PLACE, CATEGORY, JOINED = "person", "place", "category", "joined"
KINDS = (PERSON, PLACE, CATEGORY, JOINED)
KNOWS_PEOPLE = ("case.register", "case.unmask")
LOOKED_BACK = timedelta(days=90)
NEAR_M = 200.0
_EARTH_M = 6_371_008.8
_SAME_PERSON = """
SELECT other.id FROM cases_requester other JOIN cases_requester mine ON mine.phone_index = other.phone_index
WHERE mine.id = %s
"""


JOINED_TO_OPEN = Q(state="joined", joined_to__is_open=True, joined_to__callers__gt=1)
"""Waits for the outcome of another case. `callers` so that matters are found by their index."""
_OPEN_MATTER = """
SELECT id FROM cases_case WHERE is_open
UNION ALL
SELECT other.id FROM cases_case main JOIN cases_case other ON other.joined_to_id = main.id
WHERE main.is_open AND main.callers > 1 AND other.state = 'joined'
"""


def open_matter(wanted: bool) -> Q:
    """Cases in hand together with what is joined to them: every call that still waits for an answer."""
    found = Q(pk__in=RawSQL(_OPEN_MATTER, []))
    return found if wanted else ~found


def may_know_people(actor: Actor) -> bool:
    return actor.is_system or any(actor.can(code) for code in KNOWS_PEOPLE)


def condition(actor: Actor, text: str) -> Q:
    """The condition that "NUMBER:kind" means. Problem 403, or 422 when there is no such case for this person."""
    number, _, kind = text.strip().rpartition(":")
    case = access.find(actor, number.upper()) if kind in KINDS and len(number) <= 32 else None
    if case is None:
        message = "没有这个案件，或您无权查看；写法如 TS-20261121-0001:place（person、place、category、joined）。"
        raise Problem(422, "invalid", "筛选条件有误", message, errors=[{"field": "related", "message": message}])
    if kind == PERSON and not may_know_people(actor):
        raise Problem(403, "forbidden", "没有权限", "您不能按诉求人查找案件。")
    found = related_to(case, kind)
    return Q(pk__in=[]) if found is None else found & ~Q(pk=case.pk)


def related_to(case: Case, kind: str) -> Q | None:
    """None when the case has nothing by which another could be related so."""
    if kind == PERSON:
        return Q(requester_id__in=RawSQL(_SAME_PERSON, [case.requester_id])) if case.requester_id else None
    if kind == PLACE:
        return _same_place(case)
    if kind == CATEGORY:
        return _same_category(case)
    matter = Q(joined_to_id=case.pk) | Q(split_from_id=case.pk)
    for head in (case.joined_to_id, case.split_from_id):
        if head is not None:
            matter |= Q(pk=head) | Q(joined_to_id=head) | Q(split_from_id=head)
    return matter


def _same_place(case: Case) -> Q | None:
    """Within 200 m: all that are open, and the last 90 days of the subdistrict; without a point, what is open in the
    same community or grid."""
    if case.lng is None or case.lat is None:
        return Q(area_id=case.area_id, is_open=True) if case.area_id else None
    high = math.degrees(NEAR_M / _EARTH_M)
    wide = high / max(0.1, math.cos(math.radians(case.lat)))
    box = within.in_box(case.lng - wide, case.lat - high, case.lng + wide, case.lat + high)
    near = box & Q(is_open=True)
    if case.subdistrict_id:
        near |= box & Q(subdistrict_id=case.subdistrict_id, received_at__gte=timezone.now() - LOOKED_BACK)
    return near


def _same_category(case: Case) -> Q | None:
    """The same category in the same subdistrict, of the last 90 days."""
    if case.category_id is None or case.subdistrict_id is None:
        return None
    since = timezone.now() - LOOKED_BACK
    return Q(category_id=case.category_id, subdistrict_id=case.subdistrict_id, received_at__gte=since)
