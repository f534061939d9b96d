"""Lists taken out: masked, with a reason, recorded before the first byte leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from chengyun.kernel import tabular
from chengyun.org import account_log
from chengyun.org.access import Actor

from . import keeping, listing, looks, reach
from .models import KeyPerson, Premises, Resident
from .permissions import EXPORT, KEY
from .words import OUTCOMES, RESIDENCES, TENURES, USES

MOST = 20_000
HEADS = {
    "residents": ["地址", "用途", "居住情况", "姓名", "电话", "证件号", "与户主关系", "人口类型"],
    "premises": ["地址", "单位名称", "行业", "从业人数", "联系人", "联系电话"],
    "key_persons": ["地址", "姓名", "电话", "类别", "自"],
    "visits": ["走访时间", "走访人", "对象", "姓名或单位", "地址", "结果", "发现", "案件"],
}
NAMES = {"residents": "住户", "premises": "实有单位", "key_persons": "重点人员", "visits": "走访记录"}


def export(actor: Actor, what: str, area: str, month: str, reason: str, form: str) -> HttpResponse:
    """Problem 403 without the permission for key persons, 422 when there are too many rows."""
    if what == "key_persons":
        actor.require(KEY)
    rows = list(_rows(actor, what, area, month))
    if len(rows) > MOST:
        raise keeping.refuse("area", f"一次最多导出 {MOST:,} 行，请选小一些的区域。")
    looks.record(actor, "export", f"导出{NAMES[what]}（脱敏）", reason=reason, rows=len(rows))
    out = io.BytesIO()
    write = tabular.write_csv if form == "csv" else tabular.write_xlsx
    write(out, HEADS[what], rows, watermark=f"{actor.name} {timezone.localtime():%Y-%m-%d %H:%M} 导出")
    return account_log.table_response(out.getvalue(), form, f"{NAMES[what]}-{timezone.localdate():%Y%m%d}")


def _rows(actor: Actor, what: str, area: str, month: str) -> Iterator[list[Any]]:
    if what == "visits":
        yield from _visits(actor, area, month)
    elif what == "premises":
        units = Premises.objects.filter(reach.of(actor, EXPORT, "address__"), reach.narrowed(area, "address__"))
        for unit in units.filter(closed_on=None).select_related("address")[: MOST + 1]:
            yield [unit.address.whole, unit.name, unit.trade, unit.staff, unit.contact_mask, unit.phone_mask]
    elif what == "key_persons":
        place = "resident__household__house__address__"
        people = KeyPerson.objects.filter(reach.of(actor, KEY, place), reach.of(actor, EXPORT, place), until=None)
        people = people.filter(reach.narrowed(area, place))
        for row in people.select_related("kind", "resident__household__house__address")[: MOST + 1]:
            person = row.resident
            where = person.household.house.address.whole
            yield [where, person.name_mask, person.phone_mask, row.kind.name, row.since.isoformat()]
    else:
        place = "household__house__address__"
        residents = Resident.objects.filter(reach.of(actor, EXPORT, place), reach.narrowed(area, place), until=None)
        for person in residents.select_related("household__house__address")[: MOST + 1]:
            house = person.household.house
            yield [
                house.address.whole, USES.get(house.use, ""), TENURES.get(house.tenure, ""), person.name_mask,
                person.phone_mask, person.id_mask, person.relation, RESIDENCES.get(person.residence, ""),
            ]  # fmt: skip


def _visits(actor: Actor, area: str, month: str) -> Iterator[list[Any]]:
    cursor: str | None = ""
    given = 0
    while cursor is not None and given <= MOST:
        page = listing.visits(actor, listing.Wanted(area=area, month=month), "", cursor)
        for row in page["items"]:
            given += 1
            yield [
                f"{timezone.localtime(row['at']):%Y-%m-%d %H:%M}", row["worker"], row["kind_name"], row["title"],
                row["address"], OUTCOMES[row["outcome"]], row["found"], row["case_number"] or "",
            ]  # fmt: skip
        cursor = page["next_cursor"]
