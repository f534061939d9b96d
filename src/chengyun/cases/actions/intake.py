"""受理: from registered to accepted, refused or answered on the spot."""

from __future__ import annotations

from typing import Any

from .. import citations
from ..models import Callback
from . import implement
from .base import Action, Form, LongText, ShortText, WithNote, invalid, refused, ui

LEGAL_GROUNDS = {
    "litigation": "已进入诉讼、仲裁程序",
    "reconsideration": "属行政复议事项",
    "discipline": "属纪检监察事项",
    "disclosure": "属政府信息公开程序",
    "petition": "已进入信访程序",
    "secret": "涉及国家秘密、商业秘密或个人隐私",
    "emergency": "应拨打 110、119、120、122",
    "out_of_area": "不属于本辖区",
    "abusive": "恶意、骚扰或无实质内容",
}


@implement
class Register(Action):
    """登记: the first event. The case itself is built by engine.create."""

    code = "register"
    Input = dict  # type: ignore[assignment]
    sentence = "登记"
    sentence_en = "Registered"

    def payload(self, **more: Any) -> dict[str, Any]:
        return dict(self.data)


@implement
class Accept(Action):
    code = "accept"
    sentence = "受理"
    sentence_en = "Accepted"

    def do(self) -> dict[str, Any]:
        self.work.case.accepted_at = self.work.now
        self.advance()
        return self.payload()


@implement
class Reject(Action):
    """不予受理: only for one of the grounds of F25, told to the requester in words."""

    class Input(Form):
        ground: str = ui("choice", "不予受理的法定理由", options=LEGAL_GROUNDS)
        explanation: LongText = ui("textarea", "向诉求人的说明", min_length=4)

    code = "reject"
    sentence = "不予受理（{ground_name}）：{explanation}"
    sentence_en = "Not accepted ({ground}): {explanation}"

    def check(self) -> None:
        if self.data.ground not in LEGAL_GROUNDS:
            raise invalid("ground", "请选择一条法定理由。")

    def do(self) -> dict[str, Any]:
        self.work.case.outcome = "not_in_scope"
        self.advance()
        return self.payload(ground_name=LEGAL_GROUNDS[self.data.ground])


@implement
class DirectAnswer(Action):
    """直接答复: closes an inquiry at once, by the call-taker."""

    class Input(Form):
        answer: LongText = ui("textarea", "答复内容", min_length=2, assist="answer")
        satisfaction: ShortText = ui("satisfaction", "诉求人评价", default="")
        citations: list[str] = ui("citations", "引用知识", default=[])

    code = "direct_answer"
    sentence = "直接答复：{answer}"
    sentence_en = "Answered directly: {answer}"

    def check(self) -> None:
        self.cited = citations.checked(self.work.actor, self.data.citations)

    def do(self) -> dict[str, Any]:
        case = self.work.case
        case.accepted_at = case.accepted_at or self.work.now
        case.outcome = "answered"
        case.satisfaction = check_satisfaction(self.data.satisfaction)
        self.advance()
        return self.payload(citations=self.cited)


SATISFACTION = {
    "satisfied": "满意",
    "basically": "基本满意",
    "dissatisfied": "不满意",
    "unreachable": "未联系上",
}


def check_satisfaction(value: str, field: str = "satisfaction") -> str:
    if value and value not in SATISFACTION:
        raise invalid(field, "请选择满意、基本满意或不满意。")
    return value


@implement
class Rate(Action):
    """评价 by the requester or a third party after closing."""

    class Input(Form):
        by: str = ui(
            "choice", "评价人", options={"requester": "诉求人", "callback": "回访结果", "third_party": "第三方"}
        )
        satisfaction: ShortText = ui("satisfaction", "满意程度")
        comment: LongText = ui("textarea", "评价意见", default="")

    code = "rate"
    sentence = "{by_name}评价：{satisfaction_name}"
    sentence_en = "Rated by {by}: {satisfaction}"

    def check(self) -> None:
        if self.data.by not in ("requester", "callback", "third_party"):
            raise invalid("by", "请选择评价人。")
        check_satisfaction(self.data.satisfaction)
        if not self.data.satisfaction:
            raise invalid("satisfaction", "请选择满意程度。")

    def do(self) -> dict[str, Any]:
        self.work.case.satisfaction = self.data.satisfaction
        self.advance()
        names = {"requester": "诉求人", "callback": "回访", "third_party": "第三方"}
        return self.payload(by_name=names[self.data.by], satisfaction_name=SATISFACTION[self.data.satisfaction])


@implement
class Void(Action):
    """作废: registered by mistake; stays visible, is not handled."""

    class Input(Form):
        reason: LongText = ui("textarea", "作废原因", min_length=2)

    code = "void"
    sentence = "作废：{reason}"
    sentence_en = "Voided: {reason}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return work.case.callers == 1

    def check(self) -> None:
        if self.work.case.callers > 1:
            raise refused("is_matter", "本案并有其他诉求，不能作废；请先取消并案，或把本案并入正确的案件。")

    def do(self) -> dict[str, Any]:
        for assignment in self.work.open_assignments():
            self.end(assignment, assignment.CANCELLED)
        self.advance()
        return self.payload()


@implement
class Archive(Action):
    """归档: nothing more is expected to happen."""

    code = "archive"
    sentence = "归档"
    sentence_en = "Archived"
    Input = WithNote

    def check(self) -> None:
        if self.work.case.pk and Callback.objects.filter(case=self.work.case, state="planned").exists():
            raise refused("callback_open", "还有未完成的回访，完成后再归档。")
