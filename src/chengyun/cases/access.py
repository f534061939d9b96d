"""Who may see which case, and who may act on it. One place, one queryset method."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from chengyun.kernel import rows
from chengyun.org.access import Actor, Scope

from . import catalogue
from .models import Case, CaseVisibility

if TYPE_CHECKING:
    from .work import Work

VIEW, VIEW_ALL = "case.view", "case.view_all"


def sees_everything(actor: Actor) -> bool:
    return actor.is_system or any(scope.is_everywhere for scope in actor.scopes_for(VIEW_ALL))


def _seeing(actor: Actor) -> list[Scope]:
    """The scopes that let a person see cases; a grant for the whole district needs case.view_all."""
    return [
        scope
        for scope in actor.scopes
        if VIEW_ALL in scope.permissions or (VIEW in scope.permissions and not scope.is_everywhere)
    ]


def single_unit(actor: Actor) -> int | None:
    """The one unit whose cases this person sees, when the scope is nothing but that."""
    scopes = {(s.unit_id, s.area_code, s.category_code) for s in _seeing(actor)}
    if len(scopes) == 1:
        unit_id, area, category = scopes.pop()
        if unit_id is not None and area is None and category is None:
            return unit_id
    return None


def visible_to(actor: Actor, cases: QuerySet[Case] | None = None) -> QuerySet[Case]:
    """The cases that a person may see: scopes are units × areas × categories, joined by "or" between grants.

    Default deny: without the permission or without a scope nothing is seen.
    """
    cases = Case.objects.all() if cases is None else cases
    if sees_everything(actor):
        return cases
    condition = Q()
    for scope in _seeing(actor):
        condition |= _scope_condition(scope)
    return cases.filter(condition) if condition else cases.none()


def find(actor: Actor, number: str, lock: bool = False) -> Case | None:
    """The case of that number if this person may see it; with `lock` nobody else changes it in this transaction."""
    if "\x00" in number:
        return None
    found = rows.instances(Case, _finding(actor, lock, catalogue.current().versions).rows(number=number))
    return found[0] if found else None


@lru_cache(maxsize=2000)
def _finding(actor: Actor, lock: bool, versions: tuple[int, ...]) -> rows.Composed:
    """What `find` sends; `versions` because scopes name areas and categories by code."""
    cases = visible_to(actor).filter(number=rows.Later("number"))
    return rows.compose(cases.select_for_update(of=("self",)) if lock else cases)


def _scope_condition(scope: Scope) -> Q:
    part = Q()
    if scope.unit_id is not None:
        part &= Q(Exists(CaseVisibility.objects.filter(case_id=OuterRef("pk"), unit_id=scope.unit_id)))
    if scope.area_code is not None:
        part &= in_area(scope.area_code)
    if scope.category_code is not None:
        part &= Q(category_id__in=_categories_below(scope.category_code))
    return part


def in_area(code: str) -> Q:
    """Cases of an area and everything below it, in all versions of the area that bear this code."""
    areas = catalogue.current().areas
    found = [a for a in areas.values() if a.code == code]
    if not found:
        return Q(area__code=code)
    ids = [a.id for a in found]
    if found[0].level == "subdistrict":
        return Q(subdistrict_id__in=ids)
    if found[0].level == "community":
        return Q(area_id__in=ids) | Q(area__parent_id__in=ids)
    below = [a for a in areas.values() if a.id in ids or any(i in a.ancestors for i in ids)]
    streets = [a.id for a in below if a.level == "subdistrict"]
    return Q(subdistrict_id__in=streets) | Q(area_id__in=[a.id for a in below])


def _categories_below(code: str) -> list[int]:
    known = catalogue.current().categories
    return [
        c.id for c in known.values() if code == c.code or any(known[a].code == code for a in c.ancestors if a in known)
    ]


def reaches(scope: Scope, work: Work) -> bool:
    """Whether a grant covers this case, judged from what is in memory."""
    case = work.case
    if scope.unit_ids is not None and not any(a.unit_id in scope.unit_ids for a in work.assignments):
        return False
    if scope.area_code is not None:
        lineages = (work.catalogue.lineage(case.area_id), work.catalogue.lineage(case.subdistrict_id))
        if not any(code == scope.area_code for lineage in lineages for _, code in lineage.values()):
            return False
    return scope.category_code is None or case.category_id in _categories_below(scope.category_code)


def may_do(actor: Actor, permission: str, work: Work) -> bool:
    """Whether a permission is held in a scope that covers the case."""
    return actor.is_system or any(reaches(scope, work) for scope in actor.scopes_for(permission))


def may_see(actor: Actor, work: Work) -> bool:
    """Whether somebody may see this case, judged from what is in memory."""
    return sees_everything(actor) or any(reaches(scope, work) for scope in _seeing(actor))


def registered(actor: Actor, permission: str, work: Work) -> bool:
    """Whether this person registered the case: what somebody reported lies with other units soon, and with whoever
    reported it there is often more to tell."""
    return actor.account_id is not None and work.case.taker_id == actor.account_id and actor.can(permission)


def acts_for(actor: Actor, permission: str, unit_id: int) -> bool:
    """Whether this person may do a unit's work: of the own unit, or of a unit within a scope of the permission."""
    if actor.is_system:
        return True
    return any(
        (scope.unit_ids is not None and unit_id in scope.unit_ids)
        or (scope.unit_ids is None and actor.unit_id == unit_id)
        for scope in actor.scopes_for(permission)
    )
