"""The columns of a list as they stand in a file. Personal data is masked unless asked for in clear, with permission."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chengyun.kernel import masks, vault

from . import catalogue
from .actions.base import invalid
from .actions.intake import SATISFACTION
from .actions.words import FLAGS, URGENCIES
from .models import Requester

Row = Mapping[str, Any]
_PENDING = {"extension": "延期待批", "suspension": "挂账待批", "return": "退单待批"}
_DUE = {"normal": "正常", "due_soon": "临期", "overdue": "超期"}


@dataclass(frozen=True)
class Column:
    """`cell`: the text for a case, from its columns of the table and from what the list tells of it."""

    code: str
    name: str
    width: int
    cell: Callable[[Row, Row], Any]


def _moment(value: datetime | str | None) -> str:
    if not value:
        return ""
    return value[:16].replace("T", " ") if isinstance(value, str) else f"{value:%Y-%m-%d %H:%M}"


def _flags(row: Row, told: Row) -> str:
    names = {**FLAGS, "supervised": "督办"}
    return "、".join(names.get(flag, flag) for flag in told["flags"])


def _outcome(row: Row, told: Row) -> str:
    known = catalogue.current().outcomes.get(row["outcome"])
    return str(known.name if known else row["outcome"])


def _channel(row: Row, told: Row) -> str:
    known = catalogue.current().channels.get(row["channel"])
    return known["name"] if known else row["channel"]


def _address(row: Row, told: Row) -> str:
    return masks.mask_address(row["address"])


def _who(row: Row, told: Row) -> str:
    return "匿名" if row["requester__anonymous"] else row["requester__name_mask"] or ""


COLUMNS = {
    column.code: column
    for column in (
        Column("number", "编号", 20, lambda r, t: r["number"]),
        Column("state", "状态", 12, lambda r, t: t["state_name"]),
        Column("limit", "剩余时限", 18, lambda r, t: t["remaining"]["text"] if t["remaining"] else ""),
        Column("due", "到期时间", 17, lambda r, t: _moment(t["next_due_at"])),
        Column("due_status", "时限状态", 10, lambda r, t: _DUE[t["due_status"]] if t["open"] else ""),
        Column("title", "标题", 44, lambda r, t: masks.mask_text(r["title"])),
        Column("kind", "类型", 10, lambda r, t: t["kind_name"]),
        Column("category", "类别", 24, lambda r, t: t["category"]["path"] if t["category"] else ""),
        Column("place", "地点", 30, _address),
        Column("area", "区域", 16, lambda r, t: t["area"]["name"] if t["area"] else ""),
        Column("subdistrict", "街道", 14, lambda r, t: (t["area"] or {}).get("subdistrict") or ""),
        Column("unit", "主办单位", 18, lambda r, t: t["lead_unit"]["name"] if t["lead_unit"] else ""),
        Column("channel", "来源", 14, _channel),
        Column("requester", "诉求人", 12, _who),
        Column("phone", "联系电话", 15, lambda r, t: r["requester__phone_mask"] or ""),
        Column("urgency", "紧急程度", 10, lambda r, t: URGENCIES.get(r["urgency"], r["urgency"])),
        Column("flags", "标记", 14, _flags),
        Column("pending", "待审批", 12, lambda r, t: _PENDING.get(r["pending"], r["pending"])),
        Column("callers", "反映人数", 10, lambda r, t: str(r["callers"])),
        Column("received", "登记时间", 17, lambda r, t: _moment(t["received_at"])),
        Column("closed", "办结时间", 17, lambda r, t: _moment(t["closed_at"])),
        Column("outcome", "办理结果", 14, _outcome),
        Column("satisfaction", "满意度", 12, lambda r, t: SATISFACTION.get(r["satisfaction"], r["satisfaction"])),
    )
}


def chosen(codes: Sequence[str], clear: bool) -> list[Column]:
    """The columns asked for, all of them when none is named. Raises Problem 422 for one that does not exist."""
    unknown = next((code for code in codes if code not in COLUMNS), None)
    if unknown is not None:
        raise invalid("columns", f"没有“{unknown[:40]}”这一列。")
    names = list(dict.fromkeys(codes)) or list(COLUMNS)
    if clear:
        names += [code for code in ("requester", "phone") if code not in names]
    return [COLUMNS[code] for code in names]


class Cells:
    """Makes lines of text of pages of cases; in clear, the vault is opened for the cases of the page only."""

    def __init__(self, columns: Sequence[Column], clear: bool = False):
        self.columns, self.clear = columns, clear

    def lines(self, rows: Sequence[Row], told: Iterable[Row]) -> Iterator[list[str]]:
        opened = _open(rows) if self.clear else {}
        for row, case in zip(rows, told, strict=True):
            line = [column.cell(row, case) for column in self.columns]
            if self.clear:
                who = opened.get(row["requester_id"], {})
                clear = {
                    "requester": who.get("name", ""), "phone": who.get("phone", ""),
                    "place": row["address"], "title": row["title"],
                }  # fmt: skip
                line = [
                    clear[column.code] or text if column.code in clear else text
                    for column, text in zip(self.columns, line, strict=True)
                ]
            yield line


def _open(rows: Sequence[Row]) -> dict[int, dict[str, str]]:
    keys = {row["requester_id"] for row in rows if row["requester_id"] is not None}
    found = Requester.objects.filter(pk__in=keys).values_list("pk", "sealed")
    return {key: vault.open_(bytes(sealed)) for key, sealed in found}
