"""退单 and what follows: the ladder return → consultation → ruling, kept as a precedent."""

from __future__ import annotations

from typing import Any

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for

from ..models import Approval, Assignment, Precedent
from ..rules import return_refusal
from . import implement
from .base import Action, Form, Id, LongText, ShortText, invalid, refused, ui
from .dispatch import _Assigning, settle_return
from .handling import _OnAssignment

MAX_RETURNS = 2  # [I] domain.md B3; a district changes it through the lifecycle's option `max`


def return_window_over(work: Any, part: Assignment) -> bool:
    """Whether the time in which a unit may return its part is over; without such a limit it never is."""
    limit = work.catalogue.limits(work.lifecycle.code, work.case.category_id, work.facts).get("return")
    if limit is None:
        return False
    calendar = calendar_for(work.catalogue.calendar_code(part.unit_id) or None)
    return work.now > worktime.due_at(part.sent_at, limit.amount, worktime.Unit(limit.unit), calendar).due


@implement
class ReturnCase(_OnAssignment):
    """退单 with a reason of the closed list, the legal basis and who should do it instead."""

    class Input(Form):
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
        if not assignment.is_root_lead and work.case.pending not in ("", Approval.RETURN):
            return False
        return (
            not assignment.must_handle and work.case.return_count < maximum and not return_window_over(work, assignment)
        )

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
        refusal = return_refusal(self.work.case.return_count, maximum, return_window_over(self.work, self.assignment))
        if refusal:
            raise refused("return_limit", refusal)

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

    class Input(Form):
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


class _OnReturn(Action):
    """Decides the return of one part: the lead's before those of helping units."""

    helpers_only = False

    @classmethod
    def part_of(cls, work: Any) -> Assignment | None:
        parts = [a for a in work.open_assignments() if a.state == Assignment.RETURNED]
        if cls.helpers_only:
            parts = [a for a in parts if not a.is_root_lead]
        return min(parts, key=lambda a: (not a.is_root_lead, a.pk), default=None)

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return cls.part_of(work) is not None

    def check(self) -> None:
        self.part()

    def part(self) -> Assignment:
        part = self.part_of(self.work)
        if part is None:
            raise refused("no_return", "没有待处理的退单，可能已被他人处理。")
        return part


@implement
class DeclineReturn(_OnReturn):
    """驳回退单: the reason does not hold, the unit goes on; its clocks run on from where they stood."""

    class Input(Form):
        reason: LongText = ui("textarea", "驳回理由", min_length=4)

    code = "decline_return"
    sentence = "驳回 {unit} 的退单：{reason}"
    sentence_en = "Return by {unit} declined: {reason}"

    def do(self) -> dict[str, Any]:
        work, part = self.work, self.part()
        part.state = Assignment.ACKNOWLEDGED if part.acknowledged_at else Assignment.SENT
        part.returned_at = None
        settle_return(self, part, Approval.REFUSED, self.data.reason)
        if part.is_root_lead:
            work.move("handling" if part.acknowledged_at else "dispatched")
        work.apply_clocks(self.rule, part)
        return self.payload(unit=work.catalogue.unit_name(part.unit_id))


@implement
class ReleaseCo(_OnReturn):
    """同意协办退单: a helping unit, or one that work was passed on to, need not do its part."""

    helpers_only = True
    code = "release_co"
    sentence = "同意 {unit} 退出协办"
    sentence_en = "{unit} released from helping"

    def do(self) -> dict[str, Any]:
        part = self.part()
        settle_return(self, part, Approval.APPROVED, self.data.note)
        self.end(part, Assignment.WITHDRAWN)
        return self.payload(unit=self.work.catalogue.unit_name(part.unit_id))


@implement
class Rule(_Assigning):
    """裁定 by the centre: who handles it, with the basis; cannot be returned again and becomes a precedent."""

    class Input(Form):
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
            settle_return(self, lead, Approval.APPROVED, self.data.basis)
            self.end(lead, Assignment.REASSIGNED)
        payload = self.give(self.data.unit_id, self.data.co_unit_ids, self.data.basis, must_handle=True)
        work.after_insert.append(
            Precedent(category_id=work.case.category_id, area_id=work.case.subdistrict_id,
                      unit_id=self.data.unit_id, matter=self.data.matter, basis=self.data.basis,
                      ruled_at=work.now, ruled_by_id=work.actor.account_id)
        )  # fmt: skip
        return payload
