"""Whose scores a person sees, for which units they may speak, and the permissions that say so."""

from __future__ import annotations

from collections.abc import Iterable

from chengyun.cases import catalogue
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

VIEW, MANAGE, CLOSE, SCHEME = "score.view", "score.manage", "score.close", "score.scheme"
APPEAL, PEER, THIRD, PUBLIC = "score.appeal", "score.rate_units", "score.rate_third", "score.rate_public"


def sees_all(actor: Actor) -> bool:
    """Whoever may view scores in the whole district: the centre."""
    return actor.is_system or any(scope.is_everywhere for scope in actor.scopes_for(VIEW))


def own_units(actor: Actor, permission: str) -> set[int]:
    """Units within the scopes of a permission. To see, also all above: a community's clerk sees the subdistrict's."""
    scopes = actor.scopes_for(permission)
    own = set[int]().union(*(scope.unit_ids for scope in scopes if scope.unit_ids is not None))
    if any(scope.is_everywhere for scope in scopes) and actor.unit_id is not None:
        own.add(actor.unit_id)
    if permission != VIEW:
        return own
    units = catalogue.current().units
    above = {key for unit in own if unit in units for key in units[unit].ancestors}
    return own | above


def unit_of(code: str) -> catalogue.UnitRef:
    """A unit by its code. Problem 404."""
    found = next((unit for unit in catalogue.current().units.values() if unit.code == code), None)
    if found is None:
        raise Problem(404, "not_found", "没有这个单位", f"没有编码为“{code[:40]}”的单位。")
    return found


def may_see(actor: Actor, unit: int) -> bool:
    return sees_all(actor) or unit in own_units(actor, VIEW)


def names(units: Iterable[int]) -> dict[int, str]:
    known = catalogue.current()
    return {unit: known.unit_name(unit) for unit in units}
