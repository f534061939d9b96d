"""The handling unit's side: acknowledge, contact, handle, pass on, answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from .. import citations
from ..lifecycle import ActionRule, ClockEffect
from ..models import Assignment
from . import implement
from .base import Action, Form, Id, LongText, ShortText, WithNote, invalid, ui
from .words import attach


class _OnAssignment(Action):
    """An action on one's own part. The case itself moves with the lead at the root only."""

    assignment: Assignment

    @property
    def moves_case(self) -> bool:
        return self.assignment.is_root_lead

    def proceed(self) -> None:
        if self.moves_case:
            self.advance(assignment=self.assignment)
        else:
            self.work.apply_clocks(_only_stops(self.rule), self.assignment)

    def about(self, **more: Any) -> dict[str, Any]:
        return self.payload(unit=self.work.catalogue.unit_name(self.assignment.unit_id), **more)


def _asks_for_outcome(rule: ActionRule) -> bool:
    return rule.options.get("contact_required") is not False


def _only_stops(rule: ActionRule) -> ActionRule:
    """The clock effects of a part that is not the lead: its own limits stop, the case's do not start."""
    return replace(rule, clocks=ClockEffect(stop=rule.clocks.stop, pause=rule.clocks.pause))


@implement
class Acknowledge(_OnAssignment):
    code = "acknowledge"
    Input = WithNote
    sentence = "{unit} 签收"
    sentence_en = "Acknowledged by {unit}"

    def do(self) -> dict[str, Any]:
        self.assignment.state = Assignment.ACKNOWLEDGED
        self.assignment.acknowledged_at = self.work.now
        self.assignment.handler_id = self.work.actor.account_id
        self.proceed()
        return self.about()


@implement
class Contact(_OnAssignment):
    """先行联系 with the requester; counts for the response and contact rates."""

    class Input(Form):
        medium: str = ui(
            "choice", "方式", options={"phone": "电话", "visit": "上门", "message": "短信"}, default="phone"
        )
        reached: bool = ui("bool", "已联系上", default=True)
        what: LongText = ui("textarea", "沟通情况", min_length=2)

    code = "contact"
    sentence = "{unit} 联系诉求人（{result}）：{what}"
    sentence_en = "{unit} contacted the requester: {what}"

    def check(self) -> None:
        if self.data.medium not in ("phone", "visit", "message"):
            raise invalid("medium", "请选择联系方式。")

    def do(self) -> dict[str, Any]:
        if self.data.reached:
            self.assignment.contacted_at = self.assignment.contacted_at or self.work.now
            self.work.apply_clocks(self.rule, self.assignment)
        return self.about(result="已联系上" if self.data.reached else "未联系上")


@implement
class Handle(_OnAssignment):
    """办理记录: what was done on the way."""

    class Input(Form):
        measures: LongText = ui("textarea", "采取的措施", min_length=2)
        files: list[str] = ui("files", "现场照片、材料", default=[])

    code = "handle"
    sentence = "{unit} 办理：{measures}"
    sentence_en = "{unit} handled: {measures}"

    def do(self) -> dict[str, Any]:
        self.assignment.measures = self.data.measures
        attach(self, self.data.files, "handling")
        return self.about()


@implement
class InterimSummary(_OnAssignment):
    """阶段小结 of a matter that takes long; the requester is told."""

    class Input(Form):
        summary: LongText = ui("textarea", "阶段性进展", min_length=4)
        next_step: LongText = ui("textarea", "下一步安排", default="")

    code = "interim_summary"
    sentence = "{unit} 阶段小结：{summary}"
    sentence_en = "Interim summary of {unit}: {summary}"

    def do(self) -> dict[str, Any]:
        return self.about()


@implement
class PassOn(_OnAssignment):
    """转派下级: a subdistrict passes its part on to a community or grid, and remains answerable."""

    class Input(Form):
        unit_id: Id = ui("unit", "下级单位", under="own")
        note: LongText = ui("textarea", "办理要求", default="")

    code = "pass_on"
    sentence = "{unit} 转派 {to_unit}"
    sentence_en = "{unit} passed on to {to_unit}"

    def check(self) -> None:
        unit = self.unit(self.data.unit_id)
        if self.assignment.unit_id not in unit.ancestors:
            raise invalid("unit_id", "只能转派给本单位的下级单位。")
        open_children = [a for a in self.work.children_of(self.assignment) if a.state in Assignment.OPEN]
        if any(child.unit_id == unit.id for child in open_children):
            raise invalid("unit_id", f"{unit.name} 已在办理。")

    def do(self) -> dict[str, Any]:
        child = self.work.assign(self.data.unit_id, self.assignment.role, parent=self.assignment, note=self.data.note)
        self.advance(started=[child])
        return self.about(to_unit=self.work.catalogue.unit_name(child.unit_id))


@implement
class Reply(_OnAssignment):
    """答复: a part is done. The lead's answer moves the case on, when every co-unit has answered."""

    class Input(Form):
        reply: LongText = ui("textarea", "办理结果（答复诉求人）", min_length=4, assist="reply")
        outcome: ShortText = ui("outcome", "办理结果", default="")
        outcome_reason: LongText = ui("textarea", "未解决的原因", default="")
        review_date: str = ui("date", "复核日期", default="", help="暂不能解决的，写明何时再看")
        without_co: LongText = ui("textarea", "不等协办单位的理由", default="")
        files: list[str] = ui("files", "办理后照片、材料", default=[])
        citations: list[str] = ui("citations", "引用知识", default=[])

    code = "reply"
    sentence = "{unit} 答复（{outcome_name}）：{reply}"
    sentence_en = "{unit} replied ({outcome}): {reply}"

    @classmethod
    def requires(cls, rule: ActionRule, assignment: Assignment | None) -> frozenset[str]:
        leads = assignment is not None and assignment.is_root_lead
        return frozenset({"outcome"} if leads and _asks_for_outcome(rule) else ())

    def check(self) -> None:
        self.cited = citations.checked(self.work.actor, self.data.citations)
        if not self.moves_case:
            return
        self._check_outcome()
        waiting = [a for a in self.work.open_assignments() if a is not self.assignment and a.state in Assignment.ACTIVE]
        if waiting and not self.data.without_co:
            names = "、".join(self.work.catalogue.unit_name(a.unit_id) for a in waiting)
            raise invalid("without_co", f"{names} 还没有答复；确需先行答复的，请写明理由。")

    def _check_outcome(self) -> None:
        known = self.work.catalogue.outcomes
        outcome = known.get(self.data.outcome)
        if not self.data.outcome and not _asks_for_outcome(self.rule):
            return
        if outcome is None:
            raise invalid("outcome", "请选择办理结果。")
        if outcome.needs_reason and not self.data.outcome_reason:
            raise invalid("outcome_reason", f"结果为“{outcome.name}”的，请写明原因。")
        if outcome.needs_review_date and not self.data.review_date:
            raise invalid("review_date", f"结果为“{outcome.name}”的，请写明复核日期。")
        if self.data.review_date:
            parse_date(self.data.review_date, "review_date")

    def do(self) -> dict[str, Any]:
        work, part = self.work, self.assignment
        part.state = Assignment.REPLIED
        part.replied_at = work.now
        part.reply = self.data.reply
        part.handler_id = part.handler_id or work.actor.account_id
        outcome_name = ""
        if self.moves_case:
            for other in work.open_assignments():
                self.end(other, Assignment.CANCELLED)
            work.case.outcome = self.data.outcome
            if self.data.review_date:
                work.case.review_date = parse_date(self.data.review_date, "review_date")
            outcome = work.catalogue.outcomes.get(self.data.outcome)
            outcome_name = outcome.name if outcome else "已处置"
            self.settle_contact()
        attach(self, self.data.files, "after")
        self.drop_requests(part)
        self.proceed()
        return self.about(outcome_name=outcome_name or "协办", citations=self.cited)

    def settle_contact(self) -> None:
        """A contact that never happened is not met by the answer: its clock is cancelled, the rate counts it."""
        if self.assignment.contacted_at is None:
            self.work.cancel_clock("contact", self.assignment)


def parse_date(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise invalid(field, "日期要写成 2026-11-21 这样。") from None


@implement
class FinishStage(_OnAssignment):
    """完成阶段: one of the staged limits of an urban event (停工, 处罚, 拆除) is done."""

    class Input(Form):
        stage: ShortText = ui("choice", "阶段", options={"stop_work": "停工", "penalty": "处罚", "demolition": "拆除"})
        what: LongText = ui("textarea", "完成情况", min_length=2)
        files: list[str] = ui("files", "照片、文书", default=[])

    code = "finish_stage"
    sentence = "{unit} 完成{stage_name}：{what}"
    sentence_en = "{unit} finished {stage}: {what}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return any(work.running(stage, assignment) for stage in ("stop_work", "penalty", "demolition"))

    def check(self) -> None:
        if not self.work.running(self.data.stage, self.assignment):
            raise invalid("stage", "这个阶段没有在计时。")

    def do(self) -> dict[str, Any]:
        self.work.stop_clock(self.data.stage, self.assignment)
        attach(self, self.data.files, self.data.stage)
        return self.about(stage_name=self.work.lifecycle.stage_name(self.data.stage))
