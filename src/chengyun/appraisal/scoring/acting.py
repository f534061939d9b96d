"""Appeals and deductions: what changes a running month. A closed month takes nothing more."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from chengyun.cases import access
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import closing, computing, evidence, facts, reach, rules, scheme, telling, words
from .evidence import invalid
from .models import Appeal, Deduction
from .reach import APPEAL, MANAGE

REASONS = {
    "suspended": "挂账", "no_conditions": "不具备办理条件", "malicious": "恶意重复", "duty": "不属本单位职责",
    "force": "不可抗力", "error": "数据有误", "other": "其他",
}  # fmt: skip


@dataclass(frozen=True)
class Filed:
    """What an appeal says. Either a case (in an item, or in all) or a deduction."""

    month: date
    unit: str
    reason: str
    text: str
    item: str = ""
    case: str = ""
    deduction_id: int | None = None
    files: Sequence[uuid.UUID] = ()


@dataclass(frozen=True)
class Taken:
    """A deduction by hand."""

    month: date
    unit: str
    points: Decimal
    reason: str
    item: str = ""
    case: str = ""
    files: Sequence[uuid.UUID] = ()


# --- appeals ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def file_appeal(actor: Actor, filed: Filed) -> Appeal:
    """A unit asks; the centre, with score.manage, leaves a case out at once. Problem 409 once the month is closed."""
    unit = reach.unit_of(filed.unit)
    centre = actor.can(MANAGE) and reach.sees_all(actor)
    if not centre and unit.id not in reach.own_units(actor, APPEAL):
        raise Problem(403, "forbidden", "没有权限", "只能为本单位申诉。")
    closing.hold_open(filed.month)
    running = _scheme_of(filed.month, unit.id)
    if filed.item and running.item(filed.item) is None:
        raise invalid("item", f"考核方案里没有“{filed.item[:40]}”这一项。")
    case_id = deduction = None
    if filed.deduction_id is not None:
        deduction = _deduction(filed.month, unit.id, filed.deduction_id)
    else:
        case_id = _counted_case(actor, filed, unit.id)
    now, granted = timezone.now(), centre
    same = Appeal.objects.filter(
        month=filed.month, unit_id=unit.id, item=filed.item, case_id=case_id, deduction=deduction,
        state__in=(Appeal.PENDING, Appeal.GRANTED),
    )  # fmt: skip
    if same.exists():
        raise Problem(409, "exists", "已经提过", "这一件已有待裁定或成立的申诉，请在申诉清单里查看。")
    row = Appeal.objects.create(
        month=filed.month, unit_id=unit.id, origin=words.CENTRE if granted else words.APPEAL, item=filed.item,
        case_id=case_id, deduction=deduction, reason=filed.reason, text=filed.text,
        files=evidence.taken(actor, filed.files), state=Appeal.GRANTED if granted else Appeal.PENDING, filed_at=now,
        filed_by_id=actor.account_id, filed_by=actor.name[:80], decided_at=now if granted else None,
        decided_by=actor.name[:80] if granted else "", decision=filed.text[:1000] if granted else "",
    )  # fmt: skip
    if granted and deduction is not None:
        _lift(deduction, actor, filed.text)
    if not granted:
        telling.filed(row)
    revision.bump(computing.TOPIC)
    return row


@transaction.atomic
def decide(actor: Actor, appeal_id: int, verdict: str, note: str) -> Appeal:
    """granted or refused by the centre, withdrawn by the unit. Problem 409 when it was decided meanwhile."""
    row = Appeal.objects.select_for_update(of=("self",)).select_related("deduction").filter(pk=appeal_id).first()
    if row is None or not reach.may_see(actor, row.unit_id):
        raise Problem(404, "not_found", "没有这条申诉", "编号有误，或您无权查看。")
    if verdict == Appeal.WITHDRAWN:
        if row.unit_id not in reach.own_units(actor, APPEAL):
            raise Problem(403, "forbidden", "没有权限", "只能撤回本单位的申诉。")
    elif not (actor.can(MANAGE) and reach.sees_all(actor)):
        raise Problem(403, "forbidden", "没有权限", "由运行中心裁定申诉。")
    closing.hold_open(row.month)
    if row.state != Appeal.PENDING:
        raise Problem(409, "decided", "已经有结果", f"这条申诉已{Appeal.STATES[row.state]}，请刷新。")
    if verdict != Appeal.WITHDRAWN and len(note) < 2:
        raise invalid("note", "请写明裁定的理由。")
    row.state, row.decision = verdict, note
    row.decided_at, row.decided_by = timezone.now(), actor.name[:80]
    row.save(update_fields=["state", "decision", "decided_at", "decided_by"])
    if verdict == Appeal.GRANTED and row.deduction is not None:
        _lift(row.deduction, actor, note)
    if verdict != Appeal.WITHDRAWN:
        telling.decided(row)
    revision.bump(computing.TOPIC)
    return row


def _scheme_of(month: date, unit: int) -> rules.Scheme:
    for values in computing.schemes_of(month):
        made = scheme.read(values)
        if unit in facts.assessed_units(made.kinds).values():
            return made
    raise Problem(409, "not_assessed", "这个单位本月不考核", "本月没有启用的考核方案包括这个单位。")


def _deduction(month: date, unit: int, key: int) -> Deduction:
    found = Deduction.objects.select_for_update().filter(pk=key, month=month, unit_id=unit, lifted_at=None).first()
    if found is None:
        raise invalid("deduction_id", "没有这条扣分，可能已撤销。")
    return found


def _counted_case(actor: Actor, filed: Filed, unit: int) -> int:
    """The id of a case that counts for this unit this month."""
    case = access.find(actor, filed.case) if filed.case else None
    if case is None:
        raise invalid("case", "没有这个案件，请核对案件编号。")
    found = computing.evidence_of(filed.month, unit)
    if found is None or all(fact.case != case.pk for fact in found[1].facts):
        raise invalid("case", f"{filed.month:%Y-%m} 的考核里没有计入这个案件。")
    return int(case.pk)


# --- deductions -------------------------------------------------------------------------------------------------------
@transaction.atomic
def deduct(actor: Actor, taken: Taken) -> Deduction:
    unit = reach.unit_of(taken.unit)
    closing.hold_open(taken.month)
    item = _scheme_of(taken.month, unit.id).item(taken.item) if taken.item else None
    if taken.item and item is None:
        raise invalid("item", f"考核方案里没有“{taken.item[:40]}”这一项。")
    if item is not None and taken.points > item.weight:
        raise invalid("points", f"这一项满分 {float(item.weight):g}，不能扣得更多。")
    case = access.find(actor, taken.case) if taken.case else None
    if taken.case and case is None:
        raise invalid("case", "没有这个案件，请核对案件编号。")
    row = Deduction.objects.create(
        month=taken.month, unit_id=unit.id, item=taken.item, points=taken.points, reason=taken.reason,
        case_id=case.pk if case else None, files=evidence.taken(actor, taken.files), at=timezone.now(),
        by_id=actor.account_id, by=actor.name[:80],
    )  # fmt: skip
    revision.bump(computing.TOPIC)
    return row


@transaction.atomic
def lift(actor: Actor, deduction_id: int, why: str) -> Deduction:
    row = Deduction.objects.select_for_update().filter(pk=deduction_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这条扣分", "编号有误。")
    closing.hold_open(row.month)
    if row.lifted_at is not None:
        raise Problem(409, "decided", "已经撤销", "这条扣分已由他人撤销，请刷新。")
    _lift(row, actor, why)
    revision.bump(computing.TOPIC)
    return row


def _lift(row: Deduction, actor: Actor, why: str) -> None:
    row.lifted_at, row.lifted_by, row.lifted_why = timezone.now(), actor.name[:80], why[:500]
    row.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
