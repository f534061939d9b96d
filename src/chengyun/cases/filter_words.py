"""A filter in words, as people read it in the export log and on a printed list. Chinese only: it is a record."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from . import catalogue, gathered, lifecycle, worklists
from .actions.intake import SATISFACTION
from .actions.words import FLAGS, URGENCIES
from .filters import CaseFilter, split

SORTS = {
    "-received_at": "登记时间从新到旧", "received_at": "登记时间从旧到新", "next_due_at": "到期先后（未办结的）",
    "-next_due_at": "到期由远及近（未办结的）", "-closed_at": "办结时间从新到旧", "closed_at": "办结时间从旧到新",
}  # fmt: skip
_DUE = {"normal": "未临期", "due_soon": "临期", "overdue": "超期"}
_PENDING = {"extension": "延期", "suspension": "挂账", "return": "退单"}
_LABELS = {
    "lifecycle": "业务", "state": "状态", "kind": "类型", "category": "类别", "unit": "主办单位", "area": "区域",
    "channel": "来源", "urgency": "紧急程度", "due": "时限", "flag": "标记", "outcome": "办理结果",
    "satisfaction": "满意度", "pending": "待审批", "open": "未办结", "supervised": "督办", "was_overdue": "曾超期",
    "joined": "一事多报", "matter": "自成一个事项", "open_matter": "所属事项在办", "likely": "疑似重复",
    "received_from": "登记不早于", "received_to": "登记早于",
    "closed_from": "办结不早于",
    "closed_to": "办结早于", "hour": "登记时段", "within": "圈定的范围", "placed": "有坐标", "unset": "缺少",
    "direct": "只看本级的", "related": "相关", "gathered": "归在一起的", "q": "含有",
}  # fmt: skip


def in_words(wanted: CaseFilter, sort: str) -> str:
    """ "待派单；类别：路灯、井盖；登记不早于：2026-11-01 00:00；按登记时间从新到旧"."""
    names = _names()
    parts = [worklists.name_of(wanted.worklist) if wanted.worklist else "全部案件"]
    for name in type(wanted).model_fields:
        value = getattr(wanted, name)
        if name not in CaseFilter.model_fields or name == "worklist" or value in (None, ""):
            continue
        parts.append(f"{_LABELS.get(name, name)}：{_value(name, value, names)}")
    return "；".join([*parts, f"按{SORTS.get(sort, sort)}"])


def _value(name: str, value: object, names: Mapping[str, Mapping[str, str]]) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if hasattr(value, "astimezone"):
        return f"{value.astimezone(timezone.get_default_timezone()):%Y-%m-%d %H:%M}"
    if name == "within":
        return f"{str(value).count(';') + 1} 个角点"
    if name in ("unset", "direct"):
        return "、".join(_LABELS.get(part, part) for part in split(str(value)))
    if name == "gathered":
        return gathered.in_words(str(value))
    if name == "hour":
        return f"{value} 时"
    if name == "q" or name not in names:
        return str(value)
    return "、".join(names[name].get(code, code) for code in split(str(value)))


def _names() -> dict[str, Mapping[str, str]]:
    known = catalogue.current()
    states = {s.code: s.name for life in lifecycle.all_lifecycles() for s in life.states.values()}
    tables: dict[str, Mapping[str, str]] = {
        "lifecycle": {life.code: life.name for life in lifecycle.all_lifecycles()},
        "state": states, "due": _DUE, "pending": _PENDING, "urgency": URGENCIES, "flag": FLAGS,
        "satisfaction": SATISFACTION,
        "kind": {k.code: k.name for k in known.kinds.values()},
        "outcome": {o.code: o.name for o in known.outcomes.values()},
        "channel": {code: row["name"] for code, row in known.channels.items()},
        "category": {c.code: c.name for c in known.categories.values()},
        "unit": {u.code: u.name for u in known.units.values()},
        "area": {a.code: a.name for a in known.areas.values()},
    }  # fmt: skip
    return tables
