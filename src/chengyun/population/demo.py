"""Invented homes for the demo district: three estates of one community, households, key persons, units, visits.

All names are 演示, all numbers are of the kind that no network gives out.
"""

from __future__ import annotations

import random
import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace

from django.utils import timezone

from chengyun.org.access import actor_for
from chengyun.org.models import Account

from . import keeping, planning, visiting
from .addresses import Written
from .models import Address, Household, KeyPerson, Premises, Resident, VisitKind, VisitPlan
from .words import EMPTY, KEY_PERSON, OWN, RENTED

COMMUNITY = "429999001001"
SEED = 20261121
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
RELATIONS = ("户主", "配偶", "子女", "父母")
# (estate, buildings, units, floors, west, south)
ESTATES = (
    ("演示花园", 3, 2, 3, 114.2050, 30.3118),
    ("梧桐路18号", 2, 1, 4, 114.2071, 30.3102),
    ("演示新村", 2, 1, 3, 114.2055, 30.3099),
)
UNITS = (
    ("演示便利店", "零售"), ("演示早点铺", "餐饮"), ("演示五金店", "零售"), ("演示理发店", "居民服务"),
    ("演示药房", "零售"), ("演示快递点", "物流"),
)  # fmt: skip
FOUND = (
    "家中平安，提醒天冷注意用电用气。", "老人身体尚可，药按时吃，邻居每天照看。", "家里人口没有变化。",
    "灭火器在有效期内，门前整洁。", "提醒电动车不要进楼道充电，住户表示配合。",
)  # fmt: skip


def fill(now: datetime | None = None) -> int:
    """How many people there are then; nothing is made twice."""
    if Resident.objects.exists() or not VisitKind.objects.exists():
        return 0
    now, chance = now or timezone.now(), random.Random(SEED)
    _homes(chance)
    _units(chance)
    planning.refresh(timezone.localdate(now) - timedelta(days=45))
    _visits(now, chance)
    return Resident.objects.count()


def _homes(chance: random.Random) -> None:
    kinds = list(VisitKind.objects.filter(subject=KEY_PERSON).order_by("sort"))
    number = 0
    for estate, buildings, units, floors, west, south in ESTATES:
        for building in range(1, buildings + 1):
            lng, lat = west + 0.0007 * (building - 1), south
            place = keeping.around(COMMUNITY, lng, lat)
            for room in range(units * floors * 2):
                unit, rest = divmod(room, floors * 2)
                door = f"{rest // 2 + 1}0{rest % 2 + 1}"
                row = keeping.written_out(Written(estate, str(building), str(unit + 1), door), place, lng, lat)
                tenure = chance.choices((OWN, RENTED, EMPTY), (7, 2, 1))[0]
                house = keeping.house_at(row, "home", tenure)
                for person in range(0 if tenure == EMPTY else chance.randint(1, 3)):
                    number += 1
                    _person(keeping.household_in(house), number, person, tenure, kinds, chance)
    for row in Address.objects.filter(level="building", parent__mark="演示花园"):
        row.aliases = [f"梧桐路{20 + 2 * int(row.mark)}号"]
        row.save(update_fields=["aliases"])


def _person(
    household: Household, number: int, position: int, tenure: str, kinds: list[VisitKind], chance: random.Random
) -> None:
    row = Resident(household=household, since=timezone.localdate() - timedelta(days=chance.randint(90, 3000)))
    name = SURNAMES[number % len(SURNAMES)] + ("演示" if position % 2 else "示范")
    given = {"name": name, "phone": f"139000{number:05d}", "id_number": f"4299991900010{number:05d}"}
    keeping.sealed_person(row, given)
    row.relation, row.residence = RELATIONS[position], "floating" if tenure == RENTED else "local"
    row.save()
    if kinds and number % 11 == 0:
        kind = kinds[(number // 11) % len(kinds)]
        note = keeping.sealed_text("演示：家属每周来一次，需要时先打电话。")
        KeyPerson.objects.create(resident=row, kind=kind, since=keeping.timezone.localdate(), sealed=note)


def _units(chance: random.Random) -> None:
    buildings = list(Address.objects.filter(level="building").order_by("pk"))
    for position, (name, trade) in enumerate(UNITS):
        row = Premises(address=buildings[position % len(buildings)], name=name, trade=trade, staff=chance.randint(1, 6))
        keeping.sealed_contact(row, SURNAMES[position] + "演示", f"139000{90000 + position:05d}")
        row.save()


def _visits(now: datetime, chance: random.Random) -> None:
    """The last weeks of the demo's grid worker: most kept, some late, some not at home."""
    account = Account.objects.filter(username="grid_worker", is_demo=True).first()
    if account is None:
        return
    actor = actor_for(account)
    day = timezone.localdate(now)
    for plan in VisitPlan.objects.filter(worker_id=account.pk, active=True, due_on__lt=day).order_by("due_on", "pk"):
        for _ in range(8):
            if plan.due_on >= day or chance.random() < 0.12:
                break
            late = chance.choices((0, 1, 3), (6, 2, 1))[0]
            at = timezone.make_aware(datetime(plan.due_on.year, plan.due_on.month, plan.due_on.day, 10)) + timedelta(
                days=late, minutes=chance.randint(0, 420)
            )
            if at > now:
                break
            met = chance.random() < 0.85
            given = SimpleNamespace(
                uuid=uuid.UUID(int=chance.getrandbits(128), version=4), plan_id=plan.pk, at=at, lng=None, lat=None,
                accuracy=None, outcome="met" if met else "absent", found=chance.choice(FOUND) if met else "",
                file_ids=[], problem=None,
            )  # fmt: skip
            visiting.record(actor, given, now)
            plan.refresh_from_db()
            if not met:
                break
