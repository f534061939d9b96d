"""One open warning for each matter: a finding opens it or lets it grow, and the people on duty are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from chengyun.cases import notices
from chengyun.kernel import rows

from . import look, rules
from .look import Finding
from .models import EarlyWarning, WarningCase, WarningStep
from .words import CALLERS, COUNT, DISMISSED, GROWTH, HITS, LEVELS, OPEN, SERIOUS

HANDLE = "warning.handle"
REST = timedelta(hours=24)
"""A decided matter that has been quiet for so long is a new one when it comes back."""
_LOCK = "SELECT pg_advisory_xact_lock(%s)"
_RAISING = 0x77_61_72_6E
PLATFORM = "平台"


def run(now: datetime | None = None, *, severe_only: bool = False) -> int:
    """Look, and raise what is found; how many warnings opened or grew. Harmless when done twice, or by two at once."""
    now = now or timezone.now()
    known = rules.current()
    with transaction.atomic():
        rows.execute(_LOCK, [_RAISING])
        found = look.severe(known, now) if severe_only else look.everything(known, now)
        return sum(_raise(finding, now) for finding in sorted(found, key=lambda one: (one.rule.level, one.matter)))


def _raise(finding: Finding, now: datetime) -> int:
    warnings = list(EarlyWarning.objects.select_for_update().filter(matter=finding.matter).order_by("-id")[:50])
    newest = warnings[0] if warnings else None
    if newest is not None and _lives(newest, now):
        return _grow(newest, finding, now)
    same = _same_cases(finding)
    if same is not None:
        return _grow(same, finding, now)
    if newest is not None and not _fresh(finding, warnings):
        return 0
    _open(finding, now)
    return 1


def _same_cases(finding: Finding) -> EarlyWarning | None:
    """An open warning that rests on exactly these cases and is at least as serious: the matter has one already."""
    if finding.rule.way not in (COUNT, GROWTH):  # words and callers say something of their own
        return None
    holders = WarningCase.objects.filter(case_id__in=finding.cases, warning__state=OPEN).values("warning_id")
    for warning in EarlyWarning.objects.select_for_update().filter(
        pk__in=holders, cases=len(finding.cases), level__lte=finding.rule.level
    ):
        if set(WarningCase.objects.filter(warning=warning).values_list("case_id", flat=True)) == set(finding.cases):
            return warning
    return None


def _lives(warning: EarlyWarning, now: datetime) -> bool:
    return warning.state == OPEN or (warning.state in HITS and warning.last_at > now - REST)


def _fresh(finding: Finding, warnings: Sequence[EarlyWarning]) -> bool:
    """After a decision only cases that came later count: what was dismissed is not told again."""
    used = set(WarningCase.objects.filter(warning__in=warnings).values_list("case_id", flat=True))
    least = finding.rule.minimum // 2 + 1 if finding.rule.way == CALLERS else finding.rule.minimum
    return len(set(finding.cases) - used) >= least


def _open(finding: Finding, now: datetime) -> None:
    members = finding.cases
    evidence = {**finding.evidence, "at": now.isoformat()}
    warning = EarlyWarning.objects.create(
        matter=finding.matter, title=finding.title[:160], nature=finding.rule.nature, level=finding.rule.level,
        rules=[finding.rule.code], evidence=[evidence], advice=finding.rule.advice, category_id=finding.category_id,
        area_id=finding.area_id, cases=len(members), told_cases=len(members), opened_at=now, last_at=now,
    )  # fmt: skip
    _add(warning, finding, members)
    _step(warning, now, "raised", finding, len(members))
    _tell(warning, finding.evidence, now)


def _grow(warning: EarlyWarning, finding: Finding, now: datetime) -> int:
    """More cases, or another rule that says the same; nothing is written when there is nothing new."""
    known = set(WarningCase.objects.filter(warning=warning).values_list("case_id", flat=True))
    new = [case for case in finding.cases if case not in known]
    said = finding.rule.code in warning.rules
    if not new and said:
        return 0
    _add(warning, finding, new)
    warning.cases += len(new)
    warning.evidence = _evidence(warning.evidence, finding.evidence, now)
    if not said:
        warning.rules = [*warning.rules, finding.rule.code]
    sharper = finding.rule.level < warning.level
    if sharper:
        warning.level, warning.nature, warning.advice = finding.rule.level, finding.rule.nature, finding.rule.advice
    if new:
        warning.last_at = now
    doubled = warning.cases >= 2 * max(1, warning.told_cases)
    if doubled:
        warning.told_cases = warning.cases
    warning.save(update_fields=["cases", "evidence", "rules", "level", "nature", "advice", "last_at", "told_cases"])
    _step(warning, now, "grew" if said else "also", finding, len(new))
    if sharper or doubled:
        _tell(warning, finding.evidence, now)
    else:
        announce()
    return 1


def _add(warning: EarlyWarning, finding: Finding, cases: Sequence[int]) -> None:
    made = [WarningCase(warning_id=warning.pk, case_id=case, rule=finding.rule.code) for case in cases]
    WarningCase.objects.bulk_create(made, ignore_conflicts=True)


def _evidence(kept: Sequence[dict[str, Any]], new: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    """What each rule says: the strongest that it said."""
    found = {item["rule"]: item for item in kept}
    old = found.get(new["rule"])
    if old is None or new["count"] >= old["count"]:
        found[new["rule"]] = {**new, "at": now.isoformat()}
    return list(found.values())


def _step(warning: EarlyWarning, now: datetime, action: str, finding: Finding, added: int) -> None:
    detail = {"rule": finding.rule.name, "added": added, "cases": warning.cases}
    WarningStep.objects.create(warning=warning, at=now, actor=PLATFORM, action=action, detail=detail)


# --- telling --------------------------------------------------------------------------------------------------------
def sentence(warning: EarlyWarning, evidence: dict[str, Any]) -> str:
    """ "紧急预警：燃气泄漏 · 梧桐里社区，24 小时内 2 件"."""
    said = f"{LEVELS[warning.level]}预警：{warning.title}，"
    if evidence["way"] == CALLERS:
        return f"{said}{evidence['count']} 人反映同一件事"
    usual = f"，平常约 {evidence['expected']:g} 件" if "expected" in evidence else ""
    return f"{said}{evidence['hours']} 小时内 {evidence['count']} 件{usual}"


def _tell(warning: EarlyWarning, evidence: dict[str, Any], now: datetime) -> None:
    """To whoever handles warnings for the whole district; what is urgent or serious does not wait."""
    notices.tell(
        notices.accounts_with(HANDLE), None, notices.WARNING, sentence(warning, evidence),
        f"warning-{warning.pk}-{warning.told_cases}-{warning.level}", now, urgent=warning.level <= SERIOUS,
    )  # fmt: skip
    announce()


def announce() -> None:
    """Open pages read their warnings again."""
    rows.execute("SELECT pg_notify('chengyun_live', %s)", [orjson.dumps({"type": "warning", "unit_ids": []}).decode()])


def superseded(warning: EarlyWarning) -> bool:
    """Whether the matter has been raised anew since this warning was decided."""
    return EarlyWarning.objects.filter(matter=warning.matter, pk__gt=warning.pk).exclude(state=DISMISSED).exists()
