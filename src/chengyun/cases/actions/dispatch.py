"""派单: which unit has the lead, which help; taking it back, giving it to another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..models import Approval, Assignment, Callback
from . import implement
from .base import Action, Form, Id, LongText, WithNote, invalid, refused, ui


class DispatchInput(Form):
    unit_id: Id = ui("unit", "主办单位")
    co_unit_ids: list[Id] = ui("units", "协办单位", default=[], max_length=20)
    note: LongText = ui("textarea", "派单意见", default="")


def urban_stages(action: Action) -> list[str]:
    """Staged limits (停工/处罚/拆除 …) that the policy knows beyond the ordinary stages."""
    if not action.rule.options.get("staged"):
        return []
    work = action.work
    limits = work.catalogue.limits(work.lifecycle.code, work.case.category_id, work.facts)
    return [stage for stage in limits if stage in ("stop_work", "penalty", "demolition")]


class _Assigning(Action):
    """Shared by 派单, 改派, 裁定 and 重办: a new lead assignment with co-units and their clocks."""

    def check_units(self, lead: int, co_units: list[int]) -> None:
        self.unit(lead)
        for unit_id in co_units:
            self.unit(unit_id, "co_unit_ids")
        if lead in co_units:
            raise invalid("co_unit_ids", "主办单位不能同时是协办单位。")
        if len(set(co_units)) != len(co_units):
            raise invalid("co_unit_ids", "协办单位有重复。")

    def give(
        self,
        lead: int,
        co_units: list[int],
        note: str,
        *,
        factor: Decimal = Decimal(1),
        redo: int = 0,
        must_handle: bool = False,
    ) -> dict[str, Any]:
        work = self.work
        first = work.assign(lead, Assignment.LEAD, note=note, redo=redo, must_handle=must_handle)
        helpers = [
            work.assign(unit_id, Assignment.CO, note=note, redo=redo)
            for unit_id in co_units
            if not any(a.unit_id == unit_id and a.role == Assignment.CO for a in work.open_assignments())
        ]
        work.case.dispatched_at = work.case.dispatched_at or work.now
        self.advance(to="dispatched", started=[first, *helpers], factor=factor)
        for stage in urban_stages(self):
            work.start_clock(stage, first, factor)
        return self.payload(
            unit=work.catalogue.unit_name(lead),
            co_units="、".join(work.catalogue.unit_name(a.unit_id) for a in helpers),
        )


@implement
class Dispatch(_Assigning):
    code = "dispatch"
    Input = DispatchInput
    sentence = "派单给 {unit}"
    sentence_en = "Dispatched to {unit}"

    def check(self) -> None:
        self.check_units(self.data.unit_id, self.data.co_unit_ids)

    def do(self) -> dict[str, Any]:
        return self.give(self.data.unit_id, self.data.co_unit_ids, self.data.note)


@implement
class Withdraw(Action):
    """撤回 before the unit has acknowledged."""

    code = "withdraw"
    sentence = "撤回派单"
    sentence_en = "Dispatch withdrawn"
    Input = WithNote

    def do(self) -> dict[str, Any]:
        for assignment in self.work.open_assignments():
            self.end(assignment, Assignment.WITHDRAWN)
        self.work.case.lead_unit_id = None
        self.advance()
        return self.payload()


@implement
class Reassign(_Assigning):
    """改派: another unit gets the lead; a pending return is thereby accepted."""

    code = "reassign"
    Input = DispatchInput
    sentence = "由 {previous} 改派给 {unit}"
    sentence_en = "Reassigned from {previous} to {unit}"

    def check(self) -> None:
        self.check_units(self.data.unit_id, self.data.co_unit_ids)
        lead = self.work.lead
        if lead is not None and lead.unit_id == self.data.unit_id:
            raise invalid("unit_id", "该单位已是主办单位；要其继续办理，请驳回退单或裁定。")

    def do(self) -> dict[str, Any]:
        lead = self.work.lead
        previous = self.work.catalogue.unit_name(lead.unit_id) if lead else ""
        if lead is not None:
            settle_return(self, lead, Approval.APPROVED)
            self.end(lead, Assignment.REASSIGNED)
        payload = self.give(self.data.unit_id, self.data.co_unit_ids, self.data.note)
        return {**payload, "previous": previous}


@implement
class AddCoUnit(Action):
    """增派协办: joint handling; the lead answers when all have answered."""

    class Input(Form):
        unit_ids: list[Id] = ui("units", "协办单位", min_length=1, max_length=20)
        note: LongText = ui("textarea", "协办要求", default="")

    code = "add_co_unit"
    sentence = "增派协办 {units}"
    sentence_en = "Co-units added: {units}"

    def check(self) -> None:
        busy = {a.unit_id for a in self.work.open_assignments()}
        for unit_id in self.data.unit_ids:
            if self.unit(unit_id, "unit_ids").id in busy:
                name = self.work.catalogue.unit_name(unit_id)
                raise invalid("unit_ids", f"{name} 已在办理本案。")

    def do(self) -> dict[str, Any]:
        work = self.work
        added = [
            work.assign(unit_id, Assignment.CO, note=self.data.note) for unit_id in dict.fromkeys(self.data.unit_ids)
        ]
        self.advance(started=added)
        return self.payload(units="、".join(work.catalogue.unit_name(a.unit_id) for a in added))


def settle_return(action: Action, part: Assignment, decision: str, note: str = "") -> None:
    """Decide the return of one part; what other parts ask for still waits."""
    work = action.work
    asked = Approval.objects.filter(case=work.case, state=Approval.PENDING)
    asked.filter(assignment=part, kind=Approval.RETURN).update(
        state=decision, decided_at=work.now, decided_by_id=work.actor.account_id, decision_note=note
    )
    if work.case.pending == Approval.RETURN and not asked.filter(kind=Approval.RETURN).exists():
        work.case.pending = ""


@implement
class Redo(_Assigning):
    """重办 after dissatisfaction or a failed check: the same unit, part of the limit (option `limit_factor`)."""

    class Input(Form):
        reason: LongText = ui("textarea", "重办要求", min_length=2)
        unit_id: Id | None = ui("unit", "另派单位（默认原主办）", default=None)

    code = "redo"
    sentence = "退回 {unit} 重办：{reason}"
    sentence_en = "Redo by {unit}: {reason}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return work.case.lead_unit_id is not None and work.case.redo_count < rule.options.get("max", 1)

    def check(self) -> None:
        case = self.work.case
        if case.redo_count >= self.rule.options.get("max", 1):
            raise refused("redo_limit", "本案已重办过，达到上限；请列入督办或转第三方评价。")
        if case.lead_unit_id is None and self.data.unit_id is None:
            raise invalid("unit_id", "本案没有主办单位，请选择一个。")
        if self.data.unit_id is not None:
            self.unit(self.data.unit_id)

    def do(self) -> dict[str, Any]:
        case = self.work.case
        case.redo_count += 1
        Callback.objects.filter(case=case, state=Callback.PLANNED).update(state=Callback.CANCELLED)
        case.outcome = case.satisfaction = ""
        factor = Decimal(str(self.rule.options.get("limit_factor", "1")))
        lead = int(self.data.unit_id or case.lead_unit_id or 0)
        return self.give(lead, [], self.data.reason, factor=factor, redo=case.redo_count)
