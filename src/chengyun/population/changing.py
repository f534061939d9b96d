"""What people change one by one on the page."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places import queries as places

from . import addresses, keeping, looks, planning, queries, reach
from .keeping import around, refuse
from .models import Address, House, KeyPerson, Premises, Resident, VisitKind, VisitPlan
from .permissions import ASSIGN, KEY, MANAGE, VISIT
from .words import ABOVE, BUILDING, ESTATE, HOUSEHOLD, KEY_PERSON, PREMISES


def save_address(actor: Actor, given: Any) -> Address:
    """Add a node or change one; also what its house is used for."""
    with transaction.atomic():
        if given.id is not None:
            row = queries._found(actor, given.id, MANAGE)
            _change(row, given)
        else:
            row = _add(actor, given)
        if given.tenure or given.use:
            house = keeping.house_at(row, given.use or "", given.tenure or "")
            for household in house.households.filter(until=None):
                planning.for_subject(household=household.pk)
    return row


def _add(actor: Actor, given: Any) -> Address:
    parent = None
    if given.level == ESTATE:
        if given.area not in places.areas().by_code:
            raise refuse("area", "请选择社区或网格。")
        place = around(given.area, given.lng, given.lat)
        if not place.community_code:
            raise refuse("area", "请选到社区。")
    else:
        if given.parent_id is None:
            raise refuse("parent_id", "请先选择上级地址。")
        parent = queries._found(actor, given.parent_id, MANAGE)
        if parent.level not in ABOVE[given.level]:
            raise refuse("parent_id", "这一级地址不能建在这里。")
        place = around(parent.community_code, given.lng, given.lat)
    codes = reach.areas(actor, MANAGE)
    if codes is not None and not codes & {place.subdistrict_code, place.community_code, place.grid_code}:
        raise Problem(403, "forbidden", "没有权限", "这个区域不归您管理。")
    if not given.name:
        raise refuse("name", "请填写名称。")
    mark = addresses.name(given.level, given.name)
    if Address.objects.filter(
        parent=parent, level=given.level, mark=mark, community_code=place.community_code
    ).exists():
        raise Problem(409, "exists", "已经有这个地址", f"“{given.name}”和已有的地址是同一个。")
    row = keeping.ensure(parent, given.level, given.name, place, given.lng, given.lat)
    _aliases(row, given.aliases)
    return row


def _change(row: Address, given: Any) -> None:
    if given.lng is not None and given.lat is not None:
        keeping.move(row, given.lng, given.lat, around(row.community_code, given.lng, given.lat))
    _aliases(row, given.aliases)
    if given.note is not None:
        row.note = given.note
        row.save(update_fields=["note"])


def _aliases(row: Address, aliases: list[str] | None) -> None:
    if aliases is None:
        return
    if aliases and row.level not in (ESTATE, BUILDING):
        raise refuse("aliases", "只有小区和楼栋可以有别的写法。")
    row.aliases = sorted({addresses.estate(text)[:120] for text in aliases if text.strip()})
    row.updated_at = timezone.now()
    row.save(update_fields=["aliases", "updated_at"])


# --- people -----------------------------------------------------------------------------------------------------------
def save_resident(actor: Actor, given: Any) -> Resident:
    """Add a person to a house, change one, or say that one has moved out. Empty fields keep what was known."""
    with transaction.atomic():
        if given.id is not None:
            row = queries.resident(actor, given.id, MANAGE)
        else:
            if given.address_id is None or not given.name:
                raise refuse("name" if given.address_id else "address_id", "新登记的人要有地址和姓名。")
            address = queries._found(actor, given.address_id, MANAGE)
            if address.level in (ESTATE, "unit") or (
                address.level == BUILDING and address.children.exists() and not House.objects.filter(address=address)
            ):
                raise refuse("address_id", "请选到房间。")
            row = Resident(household=keeping.household_in(keeping.house_at(address)), since=timezone.localdate())
        before = keeping.clear(row)
        words = {name: getattr(given, name) or before.get(name, "") for name in ("name", "phone", "id_number")}
        keeping.sealed_person(row, words)
        row.relation, row.residence = given.relation or row.relation, given.residence or row.residence
        row.updated_at = timezone.now()
        row.save()
        if given.moved_out:
            keeping.moved_out(row, timezone.localdate())
            for key in row.kinds.values_list("pk", flat=True):
                planning.for_subject(key_person=key)
        planning.for_subject(**{HOUSEHOLD: row.household_id})
    return row


def set_kinds(actor: Actor, key: int, codes: list[str], note: str) -> Resident:
    """Which kinds of key persons a resident is of from today on; others end."""
    day = timezone.localdate()
    with transaction.atomic():
        row = queries.resident(actor, key, KEY)
        wanted = {kind.code: kind for kind in VisitKind.objects.filter(code__in=codes, subject=KEY_PERSON)}
        if len(wanted) != len(set(codes)):
            raise refuse("kinds", "没有这类重点人员。")
        looks.record(actor, "open", f"重点人员 {row.name_mask}：改类别", resident_id=row.pk)
        for given in row.kinds.filter(until=None).select_related("kind"):
            if given.kind.code in wanted:
                wanted.pop(given.kind.code)
            else:
                given.until = day
                given.save(update_fields=["until"])
                planning.for_subject(key_person=given.pk)
        for kind in wanted.values():
            sealed = keeping.sealed_text(note)
            made = KeyPerson.objects.create(resident=row, kind=kind, since=day, by_id=actor.account_id, sealed=sealed)
            planning.for_subject(key_person=made.pk)
    return row


def save_premises(actor: Actor, given: Any) -> Premises:
    with transaction.atomic():
        if given.id is not None:
            row = Premises.objects.filter(reach.of(actor, MANAGE, "address__"), pk=given.id).first()
            if row is None:
                raise keeping.not_found("没有这个单位")
            row.name = given.name or row.name
        else:
            if given.address_id is None or not given.name:
                raise refuse("name" if given.address_id else "address_id", "新登记的单位要有地址和名称。")
            row = Premises(address=queries._found(actor, given.address_id, MANAGE), name=given.name)
        before = keeping.clear(row)
        row.trade, row.staff = given.trade or row.trade, row.staff if given.staff is None else given.staff
        contact, phone = given.contact or before.get("name", ""), given.phone or before.get("phone", "")
        keeping.sealed_contact(row, contact, phone)
        row.closed_on, row.updated_at = timezone.localdate() if given.closed else None, timezone.now()
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            raise Problem(409, "exists", "已经有这个单位", "同一地址已登记了同名的单位。") from None
        planning.for_subject(**{PREMISES: row.pk})
    return row


# --- plans ------------------------------------------------------------------------------------------------------------
def assign(actor: Actor, plans: list[int], username: str) -> int:
    """Give plans to a worker, or back to the rule when no name is given; how many."""
    rows = VisitPlan.objects.filter(reach.of(actor, ASSIGN), pk__in=plans, active=True)
    if not actor.can(KEY):
        rows = rows.filter(sensitive=False)
    if not username:
        done = rows.update(by_hand=False)
        planning.assign()
        return done
    account = Account.objects.filter(username=username, is_active=True).first()
    permitted = account is not None and account.grants.filter(role__permissions__contains=[VISIT]).exists()
    if account is None or not permitted:
        raise refuse("username", "没有这个人，或他没有走访的权限。")
    return rows.update(worker_id=account.pk, by_hand=True)
