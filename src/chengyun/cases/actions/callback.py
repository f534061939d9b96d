"""回访: several attempts on a plan; every requester of a joined matter is called."""

from __future__ import annotations

from typing import Any

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for

from ..models import Callback, CallbackAttempt
from ..rules import next_attempt
from . import implement
from .base import Action, Form, Id, LongText, ShortText, invalid, refused, ui
from .intake import SATISFACTION

# [I] three attempts: at once, after four working hours, on the next working day (lifecycle option `plan`).
PLAN = ({"amount": 4, "unit": "working_hour"}, {"amount": 1, "unit": "working_day"})

SOLVED = {"yes": "已解决", "partly": "部分解决", "no": "未解决"}
REASONS = {
    "not_solved": "问题未解决",
    "slow": "办理慢",
    "attitude": "态度不好",
    "not_contacted": "没有联系我",
    "unrealistic": "诉求超出职责或政策",
    "other": "其他",
}


@implement
class CallBack(Action):
    code = "callback"

    class Input(Form):
        callback_id: Id | None = ui("callback", "回访对象", default=None)
        medium: str = ui("choice", "方式", options={"phone": "电话", "message": "短信"}, default="phone")
        contacted: bool = ui("bool", "已联系上", default=True)
        unit_contacted: bool | None = ui("bool", "承办单位联系过您吗", default=None)
        solved: ShortText = ui("choice", "问题解决了吗", options=SOLVED, default="")
        satisfaction: ShortText = ui("satisfaction", "满意程度", default="")
        reasons: list[ShortText] = ui("choices", "不满意的原因", options=REASONS, default=[])
        comment: LongText = ui("textarea", "诉求人意见", default="")

    sentence = "回访{who}：{result}"
    sentence_en = "Called back {who}: {result}"

    def check(self) -> None:
        data = self.data
        if data.medium not in ("phone", "message"):
            raise invalid("medium", "请选择电话或短信。")
        if not data.contacted:
            return
        if data.solved not in SOLVED:
            raise invalid("solved", "请选择问题是否解决。")
        if data.satisfaction not in SATISFACTION or data.satisfaction == "unreachable":
            raise invalid("satisfaction", "请选择满意、基本满意或不满意。")
        if not set(data.reasons) <= set(REASONS):
            raise invalid("reasons", "有不认识的原因。")
        if data.satisfaction == "dissatisfied" and not data.reasons:
            raise invalid("reasons", "不满意的，请至少选一条原因。")

    def do(self) -> dict[str, Any]:
        work, data = self.work, self.data
        callback, remaining = self._choose()
        callback.attempts += 1
        CallbackAttempt.objects.create(
            callback=callback, at=work.now, medium=data.medium, contacted=data.contacted,
            note=data.comment[:500], by_id=work.actor.account_id,
        )  # fmt: skip
        result = self._answered(callback) if data.contacted else self._not_reached(callback)
        callback.save()
        if callback.state != Callback.PLANNED and not remaining:
            self._finish()
        who = callback.for_case.requester
        return self.payload(callback_id=callback.pk, who=str(who) if who else "", result=result)

    def _choose(self) -> tuple[Callback, int]:
        """The callback spoken of, and how many others are still open."""
        planned = list(
            Callback.objects.filter(case=self.work.case, state=Callback.PLANNED)
            .select_related("for_case__requester")
            .order_by("planned_at", "id")
        )
        if not planned:
            raise refused("no_callback", "没有待回访的诉求人，可能已被他人完成。")
        wanted = self.data.callback_id
        chosen = next((c for c in planned if wanted in (None, c.pk)), None)
        if chosen is None:
            raise invalid("callback_id", "这次回访已完成或不属于本案。")
        return chosen, len(planned) - 1

    def _answered(self, callback: Callback) -> str:
        data = self.data
        callback.state = Callback.DONE
        callback.done_at = self.work.now
        callback.contacted = True
        callback.unit_contacted = data.unit_contacted
        callback.solved, callback.satisfaction = data.solved, data.satisfaction
        callback.reasons, callback.comment = data.reasons, data.comment
        return f"{SOLVED[data.solved]}，{SATISFACTION[data.satisfaction]}"

    def _not_reached(self, callback: Callback) -> str:
        plan = self.rule.options.get("plan", PLAN)
        wait = next_attempt(callback.attempts, plan)
        if wait is None:
            callback.state = Callback.UNREACHABLE
            callback.contacted = False
            callback.done_at = self.work.now
            return f"{callback.attempts} 次未联系上，不再回访"
        calendar = calendar_for(None)
        callback.planned_at = worktime.due_at(self.work.now, wait["amount"], worktime.Unit(wait["unit"]), calendar).due
        return f"未联系上，{callback.planned_at.astimezone():%m-%d %H:%M} 再次回访"

    def _finish(self) -> None:
        """All requesters were called: the case carries the worst answer, and may be closed or redone."""
        work = self.work
        answers = set(
            Callback.objects.filter(case=work.case, round=work.case.redo_count, state=Callback.DONE).values_list(
                "satisfaction", flat=True
            )
        )
        for worst in ("dissatisfied", "basically", "satisfied"):
            if worst in answers:
                work.case.satisfaction = worst
                break
        else:
            work.case.satisfaction = "unreachable"
        work.stop_clock("callback")
        self.advance()
