"""One member of staff as a source tells it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

LABELS = {
    "external_id": "外部编号", "staff_no": "工号", "name": "姓名", "unit": "单位", "post": "岗位", "username": "账号",
    "email": "邮箱", "phone": "手机", "active": "在职",
}  # fmt: skip
SCIM = {
    "externalId": "external_id", "id": "external_id", "employeeNumber": "staff_no", "displayName": "name",
    "name.formatted": "name", "department": "unit", "title": "post", "userName": "username", "emails": "email",
    "emails.value": "email", "phoneNumbers": "phone", "phoneNumbers.value": "phone", "active": "active",
}  # fmt: skip
"""Names of SCIM 2.0 (RFC 7643) that a heading may have instead."""
NEEDED = ("staff_no", "name", "unit")
LONGEST = {"external_id": 200, "staff_no": 40, "name": 60, "unit": 120, "post": 40, "username": 60, "email": 120,
           "phone": 40}  # fmt: skip
_NO = {"0", "false", "no", "n", "否", "离职", "停用", "离岗", "inactive"}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class Staff:
    """`row` is where the source says it, for the reader; `faults` are (field, words)."""

    row: int
    external_id: str
    staff_no: str
    name: str
    unit: str
    post: str = ""
    username: str = ""
    email: str = ""
    phone: str = ""
    active: bool = True
    faults: tuple[tuple[str, str], ...] = ()

    def kept(self) -> dict[str, Any]:
        return asdict(self)


def headings(header: list[str]) -> dict[str, str]:
    """Heading → field, for labels, our names and those of SCIM. ValueError with words when it cannot be such a list."""
    known = {label: name for name, label in LABELS.items()} | {name: name for name in LABELS}
    known |= {name.casefold(): field for name, field in SCIM.items()} | {"单位编码": "unit", "岗位编码": "post"}
    found = {h: known.get(h.strip()) or known.get(h.strip().casefold()) for h in header}
    names = {heading: name for heading, name in found.items() if name}
    missing = [LABELS[name] for name in NEEDED if name not in names.values()]
    if missing:
        raise ValueError("缺少列：" + "、".join(missing))
    if len(set(names.values())) < len(names):
        raise ValueError("有两列是同一个意思")
    return names


def read(row: int, cells: Mapping[str, str]) -> Staff:
    """Cells by field name. What is wrong is noted, so that somebody with a fault has not left because of it."""
    said = {name: str(cells.get(name, "") or "").replace("\x00", "").strip() for name in LABELS}
    faults = [(name, "不能为空") for name in NEEDED if not said[name]]
    faults += [(name, f"不能超过 {most} 个字") for name, most in LONGEST.items() if len(said[name]) > most]
    if said["email"] and not _EMAIL.fullmatch(said["email"]):
        faults.append(("email", "不像邮箱"))
    return Staff(
        row, said["external_id"] or said["staff_no"], said["staff_no"], said["name"], said["unit"], said["post"],
        said["username"], said["email"], said["phone"], said["active"].casefold() not in _NO, tuple(faults),
    )  # fmt: skip


def doubles(people: list[Staff]) -> dict[int, str]:
    """Rows whose external number or staff number was said before: row → words."""
    wrong: dict[int, str] = {}
    for field in ("external_id", "staff_no"):
        first: dict[str, int] = {}
        for one in people:
            value = getattr(one, field)
            earlier = first.setdefault(value, one.row) if value else one.row
            if earlier != one.row:
                wrong[one.row] = f"{LABELS[field]}与第 {earlier} 行重复"
    return wrong


def too_many_left(left: int, present: int, percent: int) -> bool:
    """Whether so many leaving at once is more likely a broken list: over the percentage, and more than three."""
    return left > 3 and left * 100 > present * percent
