"""A home with a person, a unit and a visit, for the tests of all routes; all made up."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision
from chengyun.org.models import Account
from chengyun.places.models import Area
from chengyun.population import keeping, planning
from chengyun.population.addresses import read
from chengyun.population.models import KeyPerson, Premises, Resident, VisitKind, VisitPlan

NAME, PHONE, NUMBER = "欧阳演示", "13900077123", "429999199001017123"
ADDRESS, DOOR = "演示花园7栋3单元1702室", "1702"
CONTACT = "13900077456"


def rows(account: Account) -> dict[str, Any]:
    area = Area.objects.create(code="T01", name="演示街道", level="subdistrict")
    community = Area.objects.create(code="T01001", name="演示里社区", level="community", parent=area)
    for row in (area, community):
        row.path = f"{row.parent.path if row.parent else '/'}{row.pk}/"
        row.save()
    revision.bump("places")
    kind = VisitKind.objects.create(code="alone", name="独居老人", subject="key_person", every_days=7, source="测试")
    VisitKind.objects.create(code="home", name="住户", subject="household", every_days=30, source="测试")
    address = keeping.written_out(read(ADDRESS), keeping.around("T01001"), 114.2, 30.3)
    person = Resident(household=keeping.household_in(keeping.house_at(address)))
    keeping.sealed_person(person, {"name": NAME, "phone": PHONE, "id_number": NUMBER})
    person.save()
    KeyPerson.objects.create(resident=person, kind=kind, since=timezone.localdate())
    shop = Premises(address=address, name="演示小店")
    keeping.sealed_contact(shop, NAME, CONTACT)
    shop.save()
    planning.refresh()
    plan = VisitPlan.objects.get(kind=kind)
    VisitPlan.objects.update(worker_id=account.pk, due_on=timezone.localdate())
    return {"address_id": address.pk, "resident_id": person.pk, "premises_id": shop.pk, "plan_id": plan.pk}


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    base, why = "/api/v1/population", {"reason": "核对"}
    return {
        ("POST", f"{base}/addresses"): {"parent_id": ids["address_id"], "level": "room", "name": "1"},
        ("POST", f"{base}/residents"): {"address_id": ids["address_id"], "name": "赵演示"},
        ("POST", f"{base}/residents/find"): {"text": PHONE},
        ("POST", f"{base}/residents/{{resident_id}}/unmask"): why,
        ("POST", f"{base}/residents/{{resident_id}}/kinds"): {"kinds": []},
        ("POST", f"{base}/premises"): {"address_id": ids["address_id"], "name": "演示二店"},
        ("POST", f"{base}/premises/{{premises_id}}/unmask"): why,
        ("POST", f"{base}/exports"): {"what": "residents", **why},
        ("POST", f"{base}/plans/assign"): {"plan_ids": [ids["plan_id"]], "username": "admin"},
        ("POST", f"{base}/visits"): {
            "uuid": str(uuid.UUID(int=7)), "plan_id": ids["plan_id"], "at": timezone.now().isoformat(),
            "outcome": "met",
        },
    }  # fmt: skip
