"""审核 of the answer, and 结案."""

from __future__ import annotations

from typing import Any

from .. import clockwork
from ..models import Assignment, Callback, Case, Clock
from . import implement
from .base import Action, Form, LongText, ShortText, WithNote, invalid, refused, ui


@implement
class Review(Action):
    """审核: on to the callback, or back to the unit, whose limit then runs on from where it stood."""

    class Input(Form):
        approve: bool = ui("bool", "审核通过", default=True)
        note: LongText = ui("textarea", "审核意见", default="")
        skip_callback: ShortText = ui(
            "text", "免回访理由", default="", help="匿名或诉求人要求不回访时填写，通过后直接待结案"
        )

    code = "review"
    sentence = "审核{result}"
    sentence_en = "Review: {result}"

    def check(self) -> None:
        if not self.data.approve and not self.data.note:
            raise invalid("note", "退回重新办理的，请写明哪里不足。")

    def do(self) -> dict[str, Any]:
        work = self.work
        work.stop_clock("review")
        if self.data.approve:
            self._on_to_callback()
        else:
            self._back_to_unit()
        return self.payload(result="通过" if self.data.approve else "退回办理")

    def _on_to_callback(self) -> None:
        work = self.work
        self.advance(to="callback")
        skipped = self.data.skip_callback or "callback" in work.skips
        if not skipped:
            plan_callbacks(work)
        if skipped or not any(isinstance(row, Callback) for row in work.after_insert):
            work.move("to_close")
        else:
            work.start_clock("callback")

    def _back_to_unit(self) -> None:
        work = self.work
        replied = [a for a in work.assignments if a.is_root_lead and a.state == Assignment.REPLIED]
        if not replied:
            raise refused("no_reply", "没有可退回的答复。")
        lead = max(replied, key=lambda a: (a.replied_at is not None, a.replied_at))
        lead.state = Assignment.ACKNOWLEDGED
        lead.replied_at = None
        self.advance(to="handling")
        for clock in work.clocks:
            if clock.assignment_id == lead.pk and clock.stage == "reply" and clock.state in (Clock.MET, Clock.LATE):
                clockwork.reopen(clock, work.now)


def plan_callbacks(work: Any) -> None:
    """One callback for each requester of the matter: of this case and of every case joined to it."""
    case = work.case
    requesters = [(case.pk, case.requester_id)]
    if case.callers > 1:
        requesters += list(Case.objects.filter(joined_to_id=case.pk).order_by("id").values_list("id", "requester_id"))
    for for_case, requester in requesters:
        if requester is not None:
            work.after_insert.append(Callback(for_case_id=for_case, round=case.redo_count, planned_at=work.now))


@implement
class Close(Action):
    """结案. Closed is not solved: the outcome says what became of the matter."""

    code = "close"
    Input = WithNote
    sentence = "结案（{outcome_name}）"
    sentence_en = "Closed ({outcome})"

    def check(self) -> None:
        case = self.work.case
        if not case.outcome and not self.rule.options.get("outcome"):
            raise refused("no_outcome", "还没有办理结果，不能结案。")

    def do(self) -> dict[str, Any]:
        case = self.work.case
        case.outcome = case.outcome or self.rule.options["outcome"]
        self.advance()
        outcome = self.work.catalogue.outcomes.get(case.outcome)
        return self.payload(outcome=case.outcome, outcome_name=outcome.name if outcome else case.outcome)
