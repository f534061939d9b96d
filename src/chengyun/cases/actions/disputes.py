"""退单 and what follows: the ladder return → consultation → ruling, kept as a precedent."""

from __future__ import annotations

from typing import Any

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for

from ..models import Approval, Assignment, Precedent
from ..rules import return_refusal
from . import implement
from .base import Id, Input, LongText, ShortText, invalid, refused, ui
from .dispatch import _Assigning, settle_pending
from .handling import _OnAssignment

MAX_RETURNS = 2  # [I] domain.md B3; a district changes it through the lifecycle's option `max`


@implement
class ReturnCase(_OnAssignment):
    """退单 with a reason of the closed list, the legal basis and who should do it instead."""

    class Input(Input):
        reason: ShortText = ui("return_reason", "退单理由")
        basis: LongText = ui("textarea", "法律法规或职责依据", default="")
        suggested_unit_id: Id | None = ui("unit", "建议承办单位", default=None)
        explanation: LongText = ui("textarea", "情况说明", min_length=4)

    code = "return_case"
    sentence = "{unit} 退单（{reason_name}）：{explanation}"
    sentence_en = "Returned by {unit} ({reason}): {explanation}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        maximum = rule.options.get("max", MAX_RETURNS)
        return not assignment.must_handle and work.case.return_count < maximum

    def check(self) -> None:
        reason = self.work.catalogue.reasons.get(self.data.reason)
        if reason is None:
            raise invalid("reason", "请从清单中选择退单理由。")
        if reason.needs_basis and not self.data.basis:
            raise invalid("basis", f"以“{reason.name}”退单的，请写明依据。")
        if reason.needs_suggestion and self.data.suggested_unit_id is None:
            raise invalid("suggested_unit_id", f"以“{reason.name}”退单的，请写明建议承办单位。")
        if self.data.suggested_unit_id is not None:
            self.unit(self.data.suggested_unit_id, "suggested_unit_id")
        if self.data.suggested_unit_id == self.assignment.unit_id:
            raise invalid("suggested_unit_id", "建议承办单位不能是本单位。")
        if self.assignment.must_handle:
            raise refused("ruled", "中心已裁定由本单位办理，不能再退单。")
        maximum = self.rule.options.get("max", MAX_RETURNS)
        refusal = return_refusal(self.work.case.return_count, maximum, self._window_over())
        if refusal:
            raise refused("return_limit", refusal)

    def _window_over(self) -> bool:
        work, part = self.work, self.assignment
        limit = work.catalogue.limits(work.lifecycle.code, work.case.category_id, work.facts).get("return")
        if limit is None:
            return False
        calendar = calendar_for(work.catalogue.calendar_code(part.unit_id) or None)
        due = worktime.due_at(part.sent_at, limit.amount, worktime.Unit(limit.unit), calendar).due
        return due is not None and work.now > due

    def do(self) -> dict[str, Any]:
        work, part = self.work, self.assignment
        part.state = Assignment.RETURNED
        part.returned_at = work.now
        reason = work.catalogue.reasons[self.data.reason]
        payload = self.about(
            reason_name=reason.name, suggested_unit=work.catalogue.unit_name(self.data.suggested_unit_id)
        )
        work.after_insert.append(
            Approval(assignment=part, kind=Approval.RETURN, request=payload, asked_at=work.now,
                     asked_by_id=work.actor.account_id)
        )  # fmt: skip
        if self.moves_case:
            work.case.return_count += 1
        else:
            work.case.pending = "return"
        self.proceed()
        return payload


@implement
class Consult(_Assigning):
    """会商 of the units in dispute, led by the centre."""

    class Input(Input):
        unit_ids: list[Id] = ui("units", "参加单位", min_length=1, max_length=20)
        opinion: LongText = ui("textarea", "会商意见", min_length=4)

    code = "consult"
    sentence = "会商（{units}）：{opinion}"
    sentence_en = "Consultation ({units}): {opinion}"

    def check(self) -> None:
        for unit_id in self.data.unit_ids:
            self.unit(unit_id, "unit_ids")

    def do(self) -> dict[str, Any]:
        return self.payload(units="、".join(self.work.catalogue.unit_name(u) for u in self.data.unit_ids))


@implement
class DeclineReturn(_OnAssignment):
    """驳回退单: the reason does not hold, the unit goes on; its clocks run on from where they stood."""

    class Input(Input):
        reason: LongText = ui("textarea", "驳回理由", min_length=4)

    code = "decline_return"
    sentence = "驳回 {unit} 的退单：{reason}"
    sentence_en = "Return by {unit} declined: {reason}"

    def do(self) -> dict[str, Any]:
        work = self.work
        lead = work.lead
        if lead is None:
            raise refused("no_lead", "没有待处理的退单。")
        lead.state = Assignment.ACKNOWLEDGED if lead.acknowledged_at else Assignment.SENT
        lead.returned_at = None
        settle_pending(self, Approval.REFUSED, self.data.reason)
        self.advance(to="handling" if lead.acknowledged_at else "dispatched")
        return self.payload(unit=work.catalogue.unit_name(lead.unit_id))


@implement
class Rule(_Assigning):
    """裁定 by the centre: who handles it, with the basis; cannot be returned again and becomes a precedent."""

    class Input(Input):
        unit_id: Id = ui("unit", "裁定由谁办理")
        co_unit_ids: list[Id] = ui("units", "协办单位", default=[], max_length=20)
        matter: ShortText = ui("text", "裁定事项", min_length=2, help="写成以后能对照的一类事，如“背街小巷路灯不亮”")
        basis: LongText = ui("textarea", "裁定依据", min_length=4)

    code = "rule"
    sentence = "裁定由 {unit} 办理：{basis}"
    sentence_en = "Ruled that {unit} handles it: {basis}"

    def check(self) -> None:
        self.check_units(self.data.unit_id, self.data.co_unit_ids)

    def do(self) -> dict[str, Any]:
        work = self.work
        lead = work.lead
        if lead is not None:
            self.end(lead, Assignment.REASSIGNED)
        settle_pending(self, Approval.APPROVED, self.data.basis)
        payload = self.give(self.data.unit_id, self.data.co_unit_ids, self.data.basis, must_handle=True)
        work.after_insert.append(
            Precedent(category_id=work.case.category_id, area_id=work.case.subdistrict_id,
                      unit_id=self.data.unit_id, matter=self.data.matter, basis=self.data.basis,
                      ruled_at=work.now, ruled_by_id=work.actor.account_id)
        )  # fmt: skip
        return payload
