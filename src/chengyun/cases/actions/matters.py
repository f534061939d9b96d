"""并案 and 拆分: one matter of many callers, and one call with many matters."""

from __future__ import annotations

from typing import Any

from ..models import Assignment, Case
from . import implement
from .base import Action, Form, Id, LongText, ShortText, WithNote, invalid, refused, ui


@implement
class Join(Action):
    """并案: this request becomes part of another matter. Its caller, channel and limits of reply are kept."""

    class Input(Form):
        into: ShortText = ui("case", "并入的主案编号")
        note: LongText = ui("textarea", "说明", default="")

    code = "join"
    changes_others = True
    sentence = "并入 {into}"
    sentence_en = "Joined to {into}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return work.case.callers == 1

    @classmethod
    def also_locks(cls, work_case, data):
        return (data.into,)

    def check(self) -> None:
        case = self.work.case
        main = self.work.others.get(self.data.into)
        if main is None or main.case.pk == case.pk:
            raise invalid("into", "没有这个案件，或就是本案。")
        if main.case.lifecycle != case.lifecycle:
            raise invalid("into", "只能并入同一类案件。")
        if not main.case.is_open:
            raise invalid("into", f"{main.case.number} 已经结束，不能并入。")
        if main.case.joined_to_id is not None:
            raise invalid("into", "该案自己已并入他案，请并入它的主案。")
        if case.callers > 1:
            raise refused("is_matter", "本案已有其他诉求并入，请改为把对方并入本案。")

    def do(self) -> dict[str, Any]:
        case, main = self.work.case, self.work.others[self.data.into]
        for assignment in self.work.open_assignments():
            self.end(assignment, Assignment.CANCELLED)
        case.facts = {**case.facts, "joined_from": case.state}
        case.joined_to = main.case
        main.case.callers += case.callers
        main.record_note("join_received", {"from": case.number})
        self.advance()
        return self.payload()


@implement
class Unjoin(Action):
    """取消并案: the request goes its own way again, from where it had been."""

    code = "unjoin"
    changes_others = True
    Input = WithNote
    sentence = "取消并案（原并入 {into}）"
    sentence_en = "Separated from {into}"

    @classmethod
    def also_locks(cls, work_case, data):
        return (work_case.joined_to.number,) if work_case.joined_to_id else ()

    def check(self) -> None:
        if not self.work.others:
            raise refused("not_joined", "本案没有并入任何案件。")

    def do(self) -> dict[str, Any]:
        case = self.work.case
        main = next(iter(self.work.others.values()))
        main.case.callers -= case.callers
        main.record_note("join_withdrawn", {"from": case.number})
        accepted, initial = case.accepted_at is not None, self.work.lifecycle.initial
        case.joined_to = None
        case.lead_unit_id = None
        self.advance(to="accepted" if accepted else initial)
        for stage in ("close", "dispatch") if accepted else ("accept",):
            self.work.start_clock(stage)
        return self.payload(into=main.case.number)


class Part(Form):
    title: ShortText = ui("text", "标题", min_length=2, max_length=120)
    text: LongText = ui("textarea", "内容", min_length=2)
    category_id: Id | None = ui("category", "类别", default=None)


@implement
class Split(Action):
    """拆分: several matters in one call; each part becomes a case of its own with the same requester."""

    class Input(Form):
        parts: list[Part] = ui("parts", "拆出的事项", min_length=1, max_length=10)

    code = "split"
    sentence = "拆分出 {numbers}"
    sentence_en = "Split into {numbers}"

    def check(self) -> None:
        for position, part in enumerate(self.data.parts):
            if part.category_id is not None and self.work.catalogue.category(part.category_id) is None:
                raise invalid(f"parts.{position}.category_id", "没有这个类别。")

    def do(self) -> dict[str, Any]:
        from ..engine import create_part

        made = [create_part(self.work, part.title, part.text, part.category_id) for part in self.data.parts]
        self.work.case.facts = {**self.work.case.facts, "split": True}
        return {
            "numbers": "、".join(work.case.number for work in made),
            "parts": [work.case.number for work in made],
        }


@implement
class FollowMatter(Action):
    """随主案: what happens to a joined request when its matter is closed."""

    class Input(Form):
        outcome: ShortText = ui("outcome", "办理结果", default="")

    code = "follow_matter"
    sentence = "随主案结案"
    sentence_en = "Closed with its matter"

    def do(self) -> dict[str, Any]:
        case: Case = self.work.case
        case.outcome = self.data.outcome
        self.advance()
        case.closed_at = self.work.now
        return self.payload()
