"""A community with a grid worker and one home, all made up."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from chengyun.cases.tests.world import build
from chengyun.kernel import revision
from chengyun.org.access import TOPIC, actor_for
from chengyun.org.models import Account, Grant, Role
from chengyun.places.models import Area
from chengyun.population import keeping, planning
from chengyun.population.addresses import read
from chengyun.population.models import KeyPerson, Resident, VisitKind
from chengyun.population.permissions import ASSIGN, KEY, MANAGE, UNMASK, VIEW, VISIT

PHONE, NUMBER = "13900000123", "429999199001010123"


def person(world, name, codes, area=None):
    role = Role.objects.create(code=name, name=name, permissions=codes)
    account = Account.objects.create(username=name, display_name=name, unit=world.units["centre"])
    Grant.objects.create(account=account, role=role, area_code=area)
    return account


@pytest.fixture
def homes(db):
    world = build()
    street = Area.objects.create(code="T01", name="演示街道", level="subdistrict", path="/1/")
    for code, name in (("T01001", "演示里社区"), ("T01002", "别处社区")):
        Area.objects.create(code=code, name=name, level="community", parent=street)
    for area in Area.objects.all():
        area.path = f"{area.parent.path if area.parent else '/'}{area.pk}/"
        area.save()
    revision.bump("places")
    kind = VisitKind.objects.create(code="alone", name="独居老人", subject="key_person", every_days=7)
    VisitKind.objects.create(code="home", name="住户", subject="household", every_days=180)
    worker = person(world, "walker", [VIEW, UNMASK, KEY, VISIT, "case.register", "case.view"], "T01001")
    other = person(world, "stranger", [VIEW, UNMASK, KEY, VISIT, ASSIGN, MANAGE], "T01002")
    chief = person(world, "chief", [VIEW, KEY, ASSIGN, MANAGE, "masterdata.import"])
    clerk = person(world, "clerk_2", [VIEW, ASSIGN], "T01")
    revision.bump(TOPIC)
    address = keeping.written_out(read("演示花园3栋2单元501室"), keeping.around("T01001"), 114.2, 30.3)
    resident = Resident(household=keeping.household_in(keeping.house_at(address)))
    keeping.sealed_person(resident, {"name": "赵演示", "phone": PHONE, "id_number": NUMBER})
    resident.save()
    KeyPerson.objects.create(resident=resident, kind=kind, since=keeping.timezone.localdate())
    planning.refresh()
    return SimpleNamespace(
        world=world, address=address, resident=resident, kind=kind, accounts={"walker": worker, "stranger": other},
        walker=actor_for(worker), stranger=actor_for(other), chief=actor_for(chief), clerk=actor_for(clerk),
    )  # fmt: skip
