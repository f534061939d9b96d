"""Seeing and acting are two questions with one answer: whoever is let see a case by a grant may act within it."""

from __future__ import annotations

import random
from datetime import date

import pytest
from django.db import transaction

from chengyun.cases import access, engine
from chengyun.cases.models import Case
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import actor_for
from chengyun.org.models import Account, Grant, Role
from chengyun.places.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas(world):
    """Two subdistricts, each with two communities of two grids; two cases at every level of each."""
    made: dict[str, Area] = {}

    def area(code: str, level: str, parent: Area | None = None) -> Area:
        row = Area.objects.create(code=code, name=code, level=level, parent=parent, source="测试")
        row.path = f"{parent.path if parent else '/'}{row.pk}/"
        row.save()
        made[code] = row
        return row

    district = area("D", "district", area("C", "city"))
    for street in ("S1", "S2"):
        below = area(street, "subdistrict", district)
        for community in ("A", "B"):
            lower = area(f"{street}{community}", "community", below)
            for grid in ("1", "2"):
                area(f"{street}{community}{grid}", "grid", lower)
    revision.bump("places")
    revision.forget()
    rng = random.Random(5)
    for row in made.values():
        for category in ("light", "public"):
            unit = rng.choice(["lights", "water", "street", "community"])
            data = {"unit_id": world.units[unit].pk}
            world.request(
                then=[("accept", {}), ("dispatch", data)], area_id=row.pk, category_id=world.categories[category].pk
            )
    world.request()
    return made


def grants():
    for unit in (None, "street", "community", "lights"):
        for area in (None, "C", "D", "S1", "S1A", "S2B1", "nowhere"):
            for category in (None, "public", "light", "nothing"):
                if (unit, area, category) != (None, None, None):
                    yield unit, area, category


def wanted(case: Case, unit, area, category) -> bool:
    """What a grant says, word for word: unit with all below × area with all below × category with all below."""
    if unit is not None:
        below = {unit, "community"} if unit == "street" else {unit}
        if not {part.unit.code for part in case.assignments.all()} & below:
            return False
    if area is not None:
        above = [int(part) for part in case.area.path.split("/") if part] if case.area else []
        if area not in set(Area.objects.filter(pk__in=above).values_list("code", flat=True)):
            return False
    return category is None or case.category.code == category or (category, case.category.code) == ("public", "light")


def scoped(world, name: str, **scope):
    role, _ = Role.objects.get_or_create(
        code="scoped", defaults={"name": "范围", "permissions": ["case.view", "case.note"]}
    )
    account = Account.objects.create(username=name, unit=world.units["water"])
    Grant.objects.create(account=account, role=role, **scope)
    return actor_for(account)


def test_a_grant_shows_exactly_the_cases_it_says_and_lets_act_in_exactly_those(world, areas):
    cases = list(Case.objects.select_related("area", "category").prefetch_related("assignments__unit"))
    wrong = []
    for number, (unit, area, category) in enumerate(grants()):
        actor = scoped(
            world, f"p{number}", unit=world.units[unit] if unit else None, area_code=area, category_code=category
        )
        seen = set(access.visible_to(actor).values_list("number", flat=True))
        for case in cases:
            where = (unit, area, category, case.area.code if case.area else None)
            says = wanted(case, unit, area, category)
            if (case.number in seen) != says:
                wrong.append((*where, "sees" if not says else "does not see"))
            elif says:
                try:
                    with transaction.atomic():
                        engine.perform(case.number, "note", actor, {"text": "备注"})
                        transaction.set_rollback(True)
                except Problem as problem:
                    wrong.append((*where, problem))
    assert not wrong, "\n".join(map(str, wrong))


def test_a_street_cut_anew_keeps_the_cases_of_its_old_outline(world, areas):
    old = areas["S1"]
    Area.objects.filter(pk=old.pk).update(valid_to=date(2026, 1, 31))
    new = Area.objects.create(
        code="S1", name="S1 新", level="subdistrict", parent=old.parent, valid_from=date(2026, 2, 1), source="测试"
    )
    Area.objects.filter(pk=new.pk).update(path=f"{old.parent.path}{new.pk}/")
    revision.bump("places")
    revision.forget()
    later = world.request(area_id=new.pk).case.number
    shown = set(access.visible_to(scoped(world, "street-clerk", area_code="S1")).values_list("number", flat=True))
    before = set(Case.objects.filter(subdistrict=old).values_list("number", flat=True))
    assert before
    assert shown == before | {later}


def test_a_case_registered_in_a_grid_belongs_to_its_subdistrict(world, areas):
    case = world.request(area_id=areas["S2B1"].pk).case
    assert (case.area_id, case.subdistrict_id) == (areas["S2B1"].pk, areas["S2"].pk)
