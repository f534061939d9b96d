"""Rules and entries of the list that no longer work: noticed within a minute, told to those who may mend them, shown on
the page and on the system page until mended. A rule is never switched off by the platform."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.org.models import valid_on

from ..models_rules import DispatchRule, Responsibility, RuleAlarm
from . import names as naming
from .content import digest, read, result_faults, values_of
from .language import Fault

PERMISSION = "dispatching.rules"
KIND = "rule_alarm"
FAILED = "failed"
Found = dict[tuple[str, str], tuple[str, list[dict[str, str]]]]
_MOST_TOLD = 3


def check_all() -> dict[str, int]:
    """Compare what is wrong with what was known: new alarms are told, mended ones end. Harmless when done twice."""
    found = {**_broken_rules(), **_broken_entries()}
    counts = {"raised": 0, "ended": 0}
    with transaction.atomic():
        open_ones = {
            (row.subject, row.code): row
            for row in RuleAlarm.objects.select_for_update().filter(ended_at__isnull=True).order_by("id")
        }
        for key, alarm in open_ones.items():
            if key in found:
                _, faults = found.pop(key)
                if alarm.faults != faults:
                    RuleAlarm.objects.filter(pk=alarm.pk).update(faults=faults)
            elif not _still_fails(alarm):
                RuleAlarm.objects.filter(pk=alarm.pk).update(ended_at=timezone.now())
                counts["ended"] += 1
        for (subject, code), (name, faults) in found.items():
            counts["raised"] += raise_alarm(subject, code, name, faults)
    return counts


def raise_alarm(subject: str, code: str, name: str, faults: list[dict[str, str]]) -> int:
    """Keep an alarm and tell those who may mend it; 0 when it is known already."""
    now = timezone.now()
    alarm = RuleAlarm(subject=subject, code=code, name=name[:200], faults=faults, since=now)
    RuleAlarm.objects.bulk_create([alarm], ignore_conflicts=True)
    kept = RuleAlarm.objects.filter(subject=subject, code=code, ended_at__isnull=True).order_by("id").first()
    if kept is None or kept.since != now:
        return 0
    what = "派单规则" if subject == RuleAlarm.RULE else "权责清单"
    why = "；".join(fault["zh"] for fault in faults[:_MOST_TOLD])
    text = f"{what}“{name or code}”不能正常使用：{why}。规则没有停用，请尽快修改。"
    if subject == RuleAlarm.RESPONSIBILITY:
        text = f"{what}“{name or code}”不能正常使用：{why}。请修改或填写有效期止。"
    notices.tell(notices.accounts_with(PERMISSION), None, KIND, text, f"{KIND}-{kept.pk}", now, urgent=True)
    return 1


def note_failure(code: str, name: str) -> None:
    """A rule failed while it was asked about a case."""
    row = DispatchRule.objects.filter(code=code).first()
    if row is not None:
        mark = _digest_of(row)
        zh, en = (
            "判断案件时出错，已跳过；请联系系统管理员查看日志",
            "Failed for a case and was passed over; see the log",
        )
        raise_alarm(RuleAlarm.RULE, code, name, [{"code": FAILED, "zh": zh, "en": en, "digest": mark}])


def _still_fails(alarm: RuleAlarm) -> bool:
    """A failure stays until the rule says something else or is switched off."""
    mark = next((fault.get("digest") for fault in alarm.faults if fault.get("code") == FAILED), None)
    row = DispatchRule.objects.filter(code=alarm.code, enabled=True).first() if mark else None
    return row is not None and _digest_of(row) == mark


def _digest_of(row: DispatchRule) -> str:
    return digest(values_of(row, naming.current().by_id, catalogue.current().categories))


def told(faults: Iterable[Fault]) -> list[dict[str, str]]:
    return [{"code": fault.code, "zh": fault.zh, "en": fault.en} for fault in faults]


def open_alarms(subject: str) -> dict[str, RuleAlarm]:
    rows = RuleAlarm.objects.filter(subject=subject, ended_at__isnull=True)
    return {row.code: row for row in rows}


def standing() -> dict[str, Any]:
    """How many rules are on, and what does not work, as it is known now (the system page)."""
    check_all()
    names = list(RuleAlarm.objects.filter(ended_at__isnull=True).order_by("since").values_list("name", flat=True)[:50])
    on = DispatchRule.objects.filter(valid_on(timezone.localdate()), enabled=True).count()
    return {"on": on, "broken": len(names), "names": names[:10]}


def _broken_rules() -> Found:
    names, categories = naming.current(), catalogue.current().categories
    found: Found = {}
    for row in DispatchRule.objects.filter(valid_on(timezone.localdate()), enabled=True).order_by("position"):
        faults = told(read(values_of(row, names.by_id, categories), names).all)
        if faults:
            found[RuleAlarm.RULE, row.code] = (row.name, faults)
    return found


def _broken_entries() -> Found:
    names, categories = naming.current(), catalogue.current().categories
    found: Found = {}
    for row in Responsibility.objects.filter(valid_on(timezone.localdate())).order_by("code"):
        faults = told(entry_faults(row, names, categories))
        if faults:
            found[RuleAlarm.RESPONSIBILITY, row.code] = (row.matter or row.code, faults)
    return found


def entry_faults(row: Responsibility, names: naming.Names, categories: Mapping[int, Any]) -> list[Fault]:
    """What is wrong with an entry of the responsibility list."""
    category, unit = categories.get(row.category_id), names.by_id.get(row.unit_id or 0)
    values = {
        "target": row.target, "unit": unit.code if unit else "", "co_units": row.co_units,
        "category": category.code if category else "",
    }  # fmt: skip
    faults = [fault for found in result_faults(values, names).values() for fault in found]
    area = names.words.terms("area").rows.get(row.area_code) if row.area_code else None
    if row.area_code and area is None:
        faults.append(Fault(0, 0, f"没有编码为“{row.area_code}”的区域", f"There is no area “{row.area_code}”"))
    elif area is not None and area.closed:
        faults.append(Fault(0, 0, f"区域“{area.name}”{area.closed}", f"Area “{area.name}” has ended", (), "closed"))
    return faults
