"""Tables of streets and communities: houses with who lives in them, and units; through the import of master data.

The rows are about people: the preview is kept in the vault, nothing of them goes into the history of master data
([0055]). A house is one row; each person in it is a row of its own; without a name the row is about the house alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.masterdata import CREATE, ERROR, UPDATE, Column, Key, Kind, PlannedRow, Values, register
from chengyun.places import queries as places
from chengyun.places.models import Area

from . import addresses, keeping, planning, reach
from .models import Address, KeyPerson, Premises, Resident, VisitKind
from .permissions import KEY, MANAGE
from .words import KEY_PERSON, RESIDENCES, TENURES, USES

_PARTS = ("estate", "building", "unit", "room")


class PlacedKind(Kind):
    """Rows with an address, whole or in parts. Its key is the community and the address in the one spelling."""

    def existing(self) -> dict[Key, Values]:
        return {}

    def codes(self) -> frozenset[str]:
        return frozenset()

    def written(self, values: Mapping[str, Any]) -> addresses.Written:
        whole = str(values.get("address") or "")
        read = addresses.read(whole, self.names()) if whole else addresses.Written()
        estate = addresses.name("estate", str(values.get("estate") or "")) or read.estate
        parts = [addresses.name(p, str(values.get(p) or "")) or getattr(read, p) for p in _PARTS[1:]]
        return addresses.Written(estate, *parts)

    def names(self) -> Iterable[str]:
        return ()

    def community(self, values: Mapping[str, Any]) -> str:
        """The code of the community (or grid) that a row names by code or by name; "" when there is none such."""
        text = str(values.get("community") or "").strip()
        known = places.areas()
        if text in known.by_code:
            return text
        levels = (Area.COMMUNITY, Area.GRID)
        found = [row.code for row in known.rows.values() if row.level in levels and text in _spellings(row.name)]
        return found[0] if len(found) == 1 else ""

    def key_of(self, values: Mapping[str, Any]) -> Key:
        place = self.community(values) or str(values.get("community") or "")
        name = str(values.get("name") or "").strip() or None
        return (place, self.written(values).key, name)

    def _check_place(self, row: PlannedRow) -> None:
        if not self.community(row.values):
            row.fail("community", "没有这个社区或网格，请写编码或全名")
        if not self.written(row.values).estate:
            row.fail("estate", "看不出小区或道路，请分列填写小区、楼栋、单元、房号")
        if (row.values.get("lng") is None) != (row.values.get("lat") is None):
            row.fail("lng", "经度和纬度要一起填写")

    def _reached(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        codes = reach.areas(actor, MANAGE)
        for row in plan if codes is not None else ():
            place = keeping.around(self.community(row.values))
            if codes is not None and not codes & {place.subdistrict_code, place.community_code, place.grid_code}:
                message = f"第 {row.row} 行不在您管理的区域内。"
                raise Problem(403, "forbidden", "没有权限", message)

    def _address(self, row: PlannedRow) -> Address:
        values = row.values
        lng, lat = values.get("lng"), values.get("lat")
        return keeping.written_out(
            self.written(values), keeping.around(self.community(values), lng, lat), lng, lat
        )  # fmt: skip


def _spellings(name: str) -> set[str]:
    return {name, name.removesuffix("社区"), name.removesuffix("居委会")}


def _found(plan: Sequence[PlannedRow], kind: PlacedKind) -> dict[tuple[str, str], Address]:
    """(community, key of the address) → its node, of those that a file names."""
    wanted = {(row.key[0], row.key[1]) for row in plan}
    marks = {str(key).split("|")[0] for _, key in wanted}
    found: dict[tuple[str, str], Address] = {}
    level = [(row.mark, row) for row in Address.objects.filter(parent=None, mark__in=marks)]
    while level:
        for key, row in level:
            for community in {row.community_code, row.grid_code}:
                found[community, _full(key)] = row
        nodes = {row.pk: key for key, row in level}
        below = Address.objects.filter(parent_id__in=nodes)
        level = [(_joined(nodes[row.parent_id or 0], row), row) for row in below]
    return {key: row for key, row in found.items() if key in wanted}


def _joined(above: str, row: Address) -> str:
    parts = [*above.split("|"), "", "", "", ""][:4]
    parts[{"building": 1, "unit": 2, "room": 3}[row.level]] = row.mark
    return "|".join(parts)


def _full(key: str) -> str:
    return "|".join([*key.split("|"), "", "", "", ""][:4])


class HomesKind(PlacedKind):
    def existing_for(self, plan: Sequence[PlannedRow]) -> dict[Key, Values]:
        places_ = _found(plan, self)
        by_address = {row.pk: key for key, row in places_.items()}
        found: dict[Key, Values] = {}
        for (community, key), row in places_.items():
            house = getattr(row, "house", None)
            if house is not None:
                said = {"use": house.use, "tenure": house.tenure}
                found[community, key, None] = {**_blank(self), **said}
        rows = Resident.objects.filter(until=None, household__house__address_id__in=by_address)
        for person in rows.select_related("household__house").prefetch_related("kinds__kind"):
            house = person.household.house
            community, key = by_address[house.address_id]
            known = keeping.clear(person)
            found[community, key, known.get("name")] = {
                **_blank(self), **{name: known.get(name, "") for name in ("name", "phone", "id_number")},
                "use": house.use, "tenure": house.tenure, "relation": person.relation, "residence": person.residence,
                "kinds": sorted(k.kind.code for k in person.kinds.all() if k.until is None),
            }  # fmt: skip
        return found

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        known = {kind.name: kind.code for kind in VisitKind.objects.filter(subject=KEY_PERSON)}
        for row in plan:
            if row.action == ERROR:
                continue
            self._check_place(row)
            values, old = row.values, existing.get(row.key)
            wrong = [text for text in values.get("kinds") or () if text not in known and text not in known.values()]
            if wrong:
                row.fail("kinds", f"没有“{wrong[0][:20]}”这类重点人员")
            if values.get("kinds"):
                values["kinds"] = sorted(known.get(text, text) for text in values["kinds"])
            if not values.get("name") and any(values.get(name) for name in ("phone", "id_number", "kinds")):
                row.fail("name", "有电话、证件号或重点类别时要写姓名")
            for name, plain in (("phone", keeping.vault.normalise_phone), ("id_number", keeping.vault.normalise_id)):
                if values.get(name):
                    values[name] = plain(values[name])
            if old is not None:  # parts of the address say where, not what
                for name in ("community", "address", *_PARTS, "lng", "lat"):
                    old[name] = values.get(name)

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        self._reached(plan, actor)
        kinds = {kind.code: kind for kind in VisitKind.objects.filter(subject=KEY_PERSON)}
        if any(row.values.get("kinds") for row in plan):
            actor.require(KEY)
        for row in plan:
            if row.action not in (CREATE, UPDATE):
                continue
            house = keeping.house_at(self._address(row), row.values.get("use") or "", row.values.get("tenure") or "")
            if row.values.get("name"):
                _person(row.values, keeping.household_in(house), kinds, actor)
        planning.refresh()


def _blank(kind: Kind) -> Values:
    return {column.name: column.empty for column in kind.kept}


def _person(values: Values, household: Any, kinds: Mapping[str, VisitKind], actor: Actor) -> None:
    index = keeping.vault.blind_index("name", values["name"])
    row = household.residents.filter(until=None, name_index=index).first() or Resident(household=household)
    before = keeping.clear(row)
    keeping.sealed_person(
        row, {name: values.get(name) or before.get(name, "") for name in ("name", "phone", "id_number")}
    )
    row.relation = values.get("relation") or row.relation
    row.residence = values.get("residence") or row.residence
    row.save()
    if "kinds" not in values:
        return
    day, wanted = keeping.timezone.localdate(), set(values["kinds"])
    for given in row.kinds.filter(until=None).select_related("kind"):
        if given.kind.code not in wanted:
            given.until = day
            given.save(update_fields=["until"])
        wanted.discard(given.kind.code)
    KeyPerson.objects.bulk_create(
        [KeyPerson(resident=row, kind=kinds[code], since=day, by_id=actor.account_id) for code in sorted(wanted)]
    )


class PremisesKind(PlacedKind):
    def existing_for(self, plan: Sequence[PlannedRow]) -> dict[Key, Values]:
        by_address = {row.pk: key for key, row in _found(plan, self).items()}
        found: dict[Key, Values] = {}
        for row in Premises.objects.filter(address_id__in=by_address, closed_on=None):
            community, key = by_address[row.address_id]
            known = keeping.clear(row)
            found[community, key, row.name] = {
                **_blank(self), "name": row.name, "trade": row.trade, "staff": row.staff,
                "contact": known.get("name", ""), "phone": known.get("phone", ""),
            }  # fmt: skip
        return found

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            self._check_place(row)
            if row.values.get("phone"):
                row.values["phone"] = keeping.vault.normalise_phone(row.values["phone"])
            old = existing.get(row.key)
            for name in ("community", "address", *_PARTS, "lng", "lat") if old is not None else ():
                old[name] = row.values.get(name)  # type: ignore[index]

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        self._reached(plan, actor)
        for row in plan:
            if row.action not in (CREATE, UPDATE):
                continue
            values, address = row.values, self._address(row)
            kept = Premises.objects.filter(address=address, name=values["name"]).first()
            kept = kept or Premises(address=address, name=values["name"])
            kept.trade, kept.staff = values.get("trade") or kept.trade, values.get("staff", kept.staff)
            kept.closed_on = None
            before = keeping.clear(kept)
            keeping.sealed_contact(
                kept, values.get("contact") or before.get("name", ""), values.get("phone") or before.get("phone", "")
            )
            kept.save()
        planning.refresh()


_ADDRESS = [
    Column("community", "社区或网格", required=True, max_length=60, help="编码或全名"),
    Column("address", "地址", max_length=200, help="写在一格里时用这一列，如 演示花园3栋2单元501室"),
    Column("estate", "小区或道路门牌", max_length=60),
    Column("building", "楼栋", max_length=20),
    Column("unit", "单元", max_length=20),
    Column("room", "房号", max_length=20),
]
_POINT = [
    Column("lng", "经度", "float", minimum=-180, maximum=180, help="楼栋的位置，WGS-84"),
    Column("lat", "纬度", "float", minimum=-90, maximum=90),
]
_COMMON: dict[str, Any] = {"topic": "population", "permission": MANAGE, "secret": True, "sealed": True}
HOMES = HomesKind(
    "population_homes", "房屋和住户",
    [
        *_ADDRESS,
        Column("use", "房屋用途", "choice", choices=USES),
        Column("tenure", "居住情况", "choice", choices=TENURES),
        Column("name", "姓名", max_length=60),
        Column("phone", "电话", max_length=40),
        Column("id_number", "证件号", max_length=30),
        Column("relation", "与户主关系", max_length=20),
        Column("residence", "人口类型", "choice", choices=RESIDENCES),
        Column("kinds", "重点类别", "list", max_length=40, help="多类用分号隔开"),
        *_POINT,
    ],
    ["community", "address", "name"], order=480,
    help="一标三实的房屋和住户，一人一行；没有姓名的行只登记房屋。", **_COMMON,
)  # fmt: skip
PREMISES = PremisesKind(
    "population_premises", "实有单位",
    [
        *_ADDRESS,
        Column("name", "单位名称", required=True, max_length=120),
        Column("trade", "行业", max_length=40),
        Column("staff", "从业人数", "int", minimum=0, maximum=100_000),
        Column("contact", "联系人", max_length=60),
        Column("phone", "联系电话", max_length=40),
        *_POINT,
    ],
    ["community", "address", "name"], order=481, help="一标三实的实有单位：商铺、企业、机构。", **_COMMON,
)  # fmt: skip


def register_all() -> None:
    register(HOMES, PREMISES)
