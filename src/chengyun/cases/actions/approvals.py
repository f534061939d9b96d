"""延期 and 挂账: asked by the unit before expiry, decided by the centre."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from .. import clockwork
from ..models import Approval, Clock
from . import implement
from .base import Action, Form, LongText, ShortText, invalid, refused, ui
from .handling import _OnAssignment, parse_date

MAX_EXTENSIONS = 1  # [I] domain.md B3: at most one, no longer than the original limit

SUSPENSION_GROUNDS = {
    "policy": "政策不明或需上级研究",
    "funds": "资金尚未落实",
    "planning": "涉及规划或征迁",
    "litigation": "等待诉讼、鉴定结果",
    "season": "受季节或天气限制",
    "other": "其他客观原因",
}


def _nothing_pending(action: Action) -> None:
    if action.work.case.pending:
        raise refused("pending", "已有一项申请等待审批，审批后再提。")


@implement
class RequestExtension(_OnAssignment):
    """申请延期: before expiry, once, no longer than the limit itself; the requester is told."""

    class Input(Form):
        amount: Decimal = ui("number", "延长", help="单位与原时限相同")
        reason: LongText = ui("textarea", "延期理由", min_length=4)
        told_requester: bool = ui("bool", "已告知诉求人", default=False)

    code = "request_extension"
    sentence = "{unit} 申请延期 {amount}{clock_unit}：{reason}"
    sentence_en = "{unit} asks for {amount} more: {reason}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        maximum = rule.options.get("max", MAX_EXTENSIONS)
        in_time = [c for c in work.running("reply", assignment) if c.due_at is None or work.now <= c.due_at]
        return not work.case.pending and work.case.extension_count < maximum and bool(in_time)

    def check(self) -> None:
        _nothing_pending(self)
        clock = self._clock()
        if self.work.case.extension_count >= self.rule.options.get("max", MAX_EXTENSIONS):
            raise refused("extension_limit", "本案已延期过，不能再次延期；确有困难的，可申请挂账。")
        if clock.due_at is not None and self.work.now > clock.due_at:
            raise refused("too_late", "延期要在到期前申请，本案已超期。")
        if not (0 < self.data.amount <= clock.amount):
            raise invalid("amount", f"延长时间要大于 0，且不超过原时限 {clock.amount.normalize():f}。")
        if not self.data.told_requester:
            raise invalid("told_requester", "请先告知诉求人，再申请延期。")

    def _clock(self) -> Clock:
        running = self.work.running("reply", self.assignment)
        if not running:
            raise refused("no_clock", "没有正在计时的办理时限，不需要延期。")
        return running[0]

    def do(self) -> dict[str, Any]:
        clock = self._clock()
        payload = self.about(
            clock_unit=UNIT_NAMES.get(clock.unit, clock.unit), amount=f"{self.data.amount.normalize():f}"
        )
        self.work.case.pending = Approval.EXTENSION
        self.work.after_insert.append(
            Approval(assignment=self.assignment, kind=Approval.EXTENSION, request=payload,
                     asked_at=self.work.now, asked_by_id=self.work.actor.account_id)
        )  # fmt: skip
        return payload


UNIT_NAMES = {
    "natural_minute": "分钟",
    "urgent_hour": "小时",
    "working_hour": "个工作时",
    "working_day": "个工作日",
    "natural_day": "天",
    "month": "个月",
}


@implement
class RequestSuspension(_OnAssignment):
    """申请挂账: cannot be solved now; with ground and the day to look at it again."""

    class Input(Form):
        ground: str = ui("choice", "挂账原因", options=SUSPENSION_GROUNDS)
        reason: LongText = ui("textarea", "具体情况", min_length=4)
        review_date: ShortText = ui("date", "复核日期")

    code = "request_suspension"
    sentence = "{unit} 申请挂账至 {review_date}（{ground_name}）：{reason}"
    sentence_en = "{unit} asks for suspension until {review_date}: {reason}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return not work.case.pending and assignment.is_root_lead

    def check(self) -> None:
        _nothing_pending(self)
        if self.data.ground not in SUSPENSION_GROUNDS:
            raise invalid("ground", "请选择挂账原因。")
        day = parse_date(self.data.review_date, "review_date")
        today = self.work.now.astimezone().date()
        if not today < day <= today + timedelta(days=366):
            raise invalid("review_date", "复核日期要在明天到一年之内。")

    def do(self) -> dict[str, Any]:
        payload = self.about(ground_name=SUSPENSION_GROUNDS[self.data.ground])
        self.work.case.pending = Approval.SUSPENSION
        self.work.after_insert.append(
            Approval(assignment=self.assignment, kind=Approval.SUSPENSION, request=payload,
                     asked_at=self.work.now, asked_by_id=self.work.actor.account_id)
        )  # fmt: skip
        return payload


class _Decision(Form):
    approve: bool = ui("bool", "同意")
    note: LongText = ui("textarea", "审批意见", default="")


class _Decide(Action):
    kind = ""
    Input = _Decision

    def check(self) -> None:
        if self.work.case.pending != self.kind:
            raise refused("nothing_pending", "没有等待审批的申请，可能已被他人处理。")
        if not self.data.approve and not self.data.note:
            raise invalid("note", "不同意的，请写明理由。")

    def decide(self) -> Approval:
        work = self.work
        approval = Approval.objects.get(case=work.case, kind=self.kind, state=Approval.PENDING)
        approval.state = Approval.APPROVED if self.data.approve else Approval.REFUSED
        approval.decided_at, approval.decided_by_id = work.now, work.actor.account_id
        approval.decision_note = self.data.note
        approval.save()
        work.case.pending = ""
        return approval


@implement
class DecideExtension(_Decide):
    code = "decide_extension"
    kind = Approval.EXTENSION
    sentence = "{result}延期 {amount}{clock_unit}"
    sentence_en = "Extension decided"

    def do(self) -> dict[str, Any]:
        approval, work = self.decide(), self.work
        if self.data.approve:
            work.case.extension_count += 1
            amount = Decimal(approval.request["amount"])
            for clock in work.running("reply"):
                if clock.assignment_id == approval.assignment_id:
                    clockwork.extend(clock, amount)
                    for whole in work.running("close"):
                        if whole.unit == clock.unit:
                            clockwork.extend(whole, amount)
        return self.payload(
            result="同意" if self.data.approve else "不同意", amount=approval.request["amount"],
            clock_unit=approval.request.get("clock_unit", ""),
        )  # fmt: skip


@implement
class DecideSuspension(_Decide):
    code = "decide_suspension"
    kind = Approval.SUSPENSION
    sentence = "{result}挂账至 {review_date}"
    sentence_en = "Suspension decided"

    def do(self) -> dict[str, Any]:
        approval, work = self.decide(), self.work
        if self.data.approve:
            work.case.review_date = parse_date(approval.request["review_date"], "review_date")
            for clock in work.running("*"):
                clockwork.pause(clock, work.now)
        self.advance(to="suspended" if self.data.approve else "handling")
        return self.payload(
            result="同意" if self.data.approve else "不同意", review_date=approval.request["review_date"]
        )


@implement
class Resume(Action):
    """恢复办理: at the review date by the platform itself, or earlier by hand."""

    class Input(Form):
        reason: LongText = ui("textarea", "恢复原因", default="")

    code = "resume"
    sentence = "恢复办理：{reason}"
    sentence_en = "Resumed: {reason}"

    def do(self) -> dict[str, Any]:
        self.advance()
        self.work.case.review_date = None
        return self.payload(reason=self.data.reason or "手工恢复")
