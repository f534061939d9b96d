"""The cases behind a figure: a list filter "dispatch:wrong.m202609.c12.u5" that means what the figure counted.

Parts, joined by dots: one of KINDS; m202609, the month of the first dispatch; c12, the category (0: none); u5, the unit
that was given it first; s202606, since that month; d60, the last sixty days. "v3.wrong.c12" are cases on which model 3
was tried.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.gathered import Source, register

from .acting import RIGHT
from .models import ModelVersion

CODE = "dispatch"
ZONE = ZoneInfo("Asia/Shanghai")
_DECIDED = "(p.decided_at IS NOT NULL AND p.top_unit_id IS NOT NULL)"
_SURE = "(p.sure >= a.cut AND p.decided_at >= coalesce(a.switched_at, p.decided_at))"
KINDS = {
    "all": "true",
    "kept": "NOT (f.moved OR f.taken_back)",
    "wrong": "(f.moved OR f.taken_back)",
    "proposed": _DECIDED,
    "accepted": f"({_DECIDED} AND NOT p.alone AND p.top_unit_id = p.final_unit_id)",
    "corrected": f"({_DECIDED} AND NOT p.alone AND p.top_unit_id <> p.final_unit_id)",
    "alone": "coalesce(p.alone, false)",
    "alone_wrong": "(p.alone AND (f.moved OR f.taken_back))",
    "sure": _SURE,
    "sure_right": f"({_SURE} AND {RIGHT})",
    "sure_wrong": f"({_SURE} AND NOT {RIGHT})",
}
NAMES = {
    "all": "首次派单", "kept": "首次派单后未改派", "wrong": "首次派单后改派或撤回", "proposed": "有派单建议",
    "accepted": "采纳建议", "corrected": "没有采纳建议", "alone": "系统自动派单", "alone_wrong": "系统自动派单后被改",
    "sure": "达到自动派单门槛", "sure_right": "达到门槛且正确", "sure_wrong": "达到门槛但不正确",
}  # fmt: skip
FROM = (
    "dispatching_firstdispatch f LEFT JOIN dispatching_proposal p ON p.case_id = f.case_id"
    " LEFT JOIN dispatching_acting a ON a.category_id = p.category_id"
)
_PART = re.compile(r"(?:m(?P<month>\d{6})|c(?P<category>\d{1,18})|u(?P<unit>\d{1,18})|d(?P<days>\d{1,4})"
                   r"|s(?P<since>\d{6})|v(?P<version>\d{1,9})|(?P<kind>[a-z_]{2,12}))\Z")  # fmt: skip


def query(kind: str, month: date | None = None, category: int | None = None, unit: int | None = None,
          days: int | None = None, since: date | None = None) -> dict[str, str]:  # fmt: skip
    """The filter of a list."""
    parts = [kind]
    parts += [f"m{month:%Y%m}"] if month else []
    parts += [f"c{category}"] if category is not None else []
    parts += [f"u{unit}"] if unit is not None else []
    parts += [f"d{days}"] if days else []
    parts += [f"s{since:%Y%m}"] if since else []
    return {"gathered": f"{CODE}:{'.'.join(parts)}"}


def tried(version: int, kind: str, category: int | None = None) -> dict[str, str]:
    part = "" if category is None else f".c{category}"
    return {"gathered": f"{CODE}:v{version}.{kind}{part}"}


def _read(text: str) -> dict[str, str]:
    """ValueError when it is not one of ours."""
    found: dict[str, str] = {}
    for part in text.split("."):
        matched = _PART.match(part)
        if matched is None:
            raise ValueError(text)
        name = str(matched.lastgroup)
        if name in found:
            raise ValueError(text)
        found[name] = matched[name]
    if found.get("kind") not in (KINDS if "version" not in found else ("all", "kept", "wrong")):
        raise ValueError(text)
    return found


def month_of(text: str) -> tuple[datetime, datetime]:
    """The moments at which a month "202609" begins and ends."""
    first = datetime(int(text[:4]), int(text[4:]), 1, tzinfo=ZONE)  # ValueError for month 13
    if not 2000 <= first.year <= 2100:
        raise ValueError(text)
    after = (first + timedelta(days=32)).replace(day=1)
    return first.astimezone(UTC), after.astimezone(UTC)


def condition(text: str) -> Q:
    found = _read(text)
    if "version" in found:
        return _tried(found)
    where, params = [KINDS[found["kind"]]], list[Any]()
    if "month" in found:
        where.append("f.at >= %s AND f.at < %s")
        params += month_of(found["month"])
    if "since" in found:
        where.append("f.at >= %s")
        params.append(month_of(found["since"])[0])
    if "days" in found:
        where.append("f.at >= %s")
        params.append(timezone.now() - timedelta(days=int(found["days"])))
    for name, column in (("category", "category_id"), ("unit", "unit_id")):
        if name in found:
            side = "p" if found["kind"].startswith("sure") and name == "category" else "f"
            where.append(f"coalesce({side}.{column}, 0) = %s")
            params.append(int(found[name]))
    return Q(pk__in=RawSQL(f"SELECT f.case_id FROM {FROM} WHERE {' AND '.join(where)}", params))


def _tried(found: dict[str, str]) -> Q:
    version = ModelVersion.objects.filter(pk=int(found["version"])).first()
    if version is None:
        raise ValueError(str(found))
    keys: list[int] = []
    for category, row in version.card.get("by_category", {}).items():
        if found.get("category", category) == category:
            keys += row["right_ids"] if found["kind"] != "wrong" else []
            keys += row["wrong_ids"] if found["kind"] != "kept" else []
    return Q(pk__in=keys)


def in_words(text: str) -> str:
    """For records: Chinese."""
    try:
        found = _read(text)
    except ValueError:
        return text
    known = catalogue.current()
    parts = [NAMES[found["kind"]]]
    if "version" in found:
        outcome = {"all": "全部", "kept": "正确", "wrong": "不正确"}[found["kind"]]
        parts = [f"模型 {found['version']} 的检验案件（{outcome}）"]
    if "month" in found:
        parts.append(f"{found['month'][:4]}-{found['month'][4:]}")
    if "since" in found:
        parts.append(f"{found['since'][:4]}-{found['since'][4:]} 以来")
    if "days" in found:
        parts.append(f"近 {found['days']} 天")
    if "category" in found:
        category = known.category(int(found["category"]))
        parts.append(category.name if category else "没有类别")
    if "unit" in found:
        parts.append(known.unit_name(int(found["unit"])))
    return "，".join(parts)


def register_all() -> None:
    register(Source(CODE, condition, in_words))
