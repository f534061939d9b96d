"""核实, 立案 and 核查: what collectors do before a case is opened and before it is closed."""

from __future__ import annotations

from typing import Any

from ..models import Assignment
from . import implement
from .base import Action, Form, Id, LongText, ShortText, WithNote, invalid, ui
from .handling import _OnAssignment
from .words import attach


class _Sending(Action):
    class Input(Form):
        unit_id: Id = ui("unit", "采集单位")
        note: LongText = ui("textarea", "任务要求", default="")

    def check(self) -> None:
        self.unit(self.data.unit_id)

    def do(self) -> dict[str, Any]:
        role = self.rule.options.get("role", Assignment.VERIFY)
        task = self.work.assign(self.data.unit_id, role, note=self.data.note)
        self.advance(started=[task])
        return self.payload(unit=self.work.catalogue.unit_name(task.unit_id))


@implement
class AssignVerification(_Sending):
    """派核实: somebody looks at the place before the case is opened."""

    code = "assign_verification"
    sentence = "派 {unit} 核实"
    sentence_en = "Verification by {unit}"


@implement
class AssignCheck(_Sending):
    """派核查: somebody looks whether it was really done."""

    code = "assign_check"
    sentence = "派 {unit} 核查"
    sentence_en = "Check by {unit}"


@implement
class ReportVerification(_OnAssignment):
    class Input(Form):
        found: bool = ui("bool", "情况属实")
        what: LongText = ui("textarea", "现场情况", min_length=2)
        files: list[str] = ui("files", "现场照片", default=[])

    code = "report_verification"
    sentence = "{unit} 核实：{result}，{what}"
    sentence_en = "Verified by {unit}: {what}"

    def do(self) -> dict[str, Any]:
        finish_task(self)
        self.work.case.facts = {**self.work.case.facts, "verified": self.data.found}
        attach(self, self.data.files, "verify")
        self.advance(assignment=self.assignment)
        return self.about(result="属实" if self.data.found else "不属实")


@implement
class ReportCheck(_OnAssignment):
    class Input(Form):
        passed: bool = ui("bool", "已处置到位")
        what: LongText = ui("textarea", "现场情况", min_length=2)
        files: list[str] = ui("files", "现场照片", default=[])

    code = "report_check"
    sentence = "{unit} 核查：{result}，{what}"
    sentence_en = "Checked by {unit}: {what}"

    def do(self) -> dict[str, Any]:
        finish_task(self)
        self.work.case.facts = {**self.work.case.facts, "check_passed": self.data.passed}
        attach(self, self.data.files, "check")
        self.advance(to="to_close" if self.data.passed else "to_check", assignment=self.assignment)
        return self.about(result="通过" if self.data.passed else "不通过")


def finish_task(action: _OnAssignment) -> None:
    task = action.assignment
    task.state = Assignment.REPLIED
    task.acknowledged_at = task.acknowledged_at or action.work.now
    task.replied_at = action.work.now
    task.handler_id = action.work.actor.account_id
    task.reply = action.data.what


@implement
class OpenCase(Action):
    """立案: meets the conditions for opening; the limits begin."""

    code = "open_case"
    Input = WithNote
    sentence = "立案"
    sentence_en = "Case opened"

    def do(self) -> dict[str, Any]:
        self.work.case.accepted_at = self.work.now
        self.advance()
        return self.payload()


@implement
class CancelCase(Action):
    """注销: does not meet the conditions for opening."""

    class Input(Form):
        reason: LongText = ui("textarea", "注销原因", min_length=2)
        ground: ShortText = ui(
            "choice",
            "注销依据",
            options={
                "untrue": "情况不属实",
                "out_of_scope": "不在管理范围",
                "repeated": "重复上报",
                "minor": "不足立案标准",
            },
        )

    code = "cancel_case"
    sentence = "注销：{reason}"
    sentence_en = "Cancelled: {reason}"

    def check(self) -> None:
        if self.data.ground not in ("untrue", "out_of_scope", "repeated", "minor"):
            raise invalid("ground", "请选择注销依据。")

    def do(self) -> dict[str, Any]:
        self.work.case.outcome = "not_in_scope"
        self.advance()
        return self.payload()
