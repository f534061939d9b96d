"""并案 and 拆分: one matter of many callers, and one call with many matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from chengyun.kernel.problems import Problem

from .. import clockwork, matter
from ..models import Approval, Assignment, Callback, Case, Clock
from . import implement
from .base import Action, Form, Id, LongText, ShortText, WithNote, invalid, refused, ui
from .words import relimit


@implement
class Join(Action):
    """并案: this request becomes part of another matter. Its caller, channel, number and callback are kept. What is
    joined to it follows, each with its own caller and callback."""

    class Input(Form):
        into: ShortText = ui("case", "并入的主案编号")
        note: LongText = ui("textarea", "说明", default="")

    code = "join"
    changes_others = True
    sentence = "并入 {into}{along}"
    sentence_en = "Joined to {into}{along}"

    @classmethod
    def tell(cls, payload, language="zh-hans"):
        return super().tell({**payload, "along": f" (+{payload['with']})" if payload.get("with") else ""}, language)

    @classmethod
    def also_locks(cls, work_case, data):
        return (data.into, *matter.numbers(matter.joined_to(work_case)))

    def check(self) -> None:
        case = self.work.case
        main = self.work.others.get(self.data.into)
        if main is None or main.case.pk == case.pk:
            raise invalid("into", "没有这个案件，或就是本案。")
        if main.case.lifecycle != case.lifecycle:
            raise invalid("into", "只能并入同一类案件。")
        if main.case.joined_to_id is not None:
            raise _moved_on(main, "该案自己已并入他案，请并入它的主案。")
        if not main.case.is_open:
            raise _moved_on(main, f"{main.case.number} 已经结束，不能并入。")
        if _called_back(main):
            raise _moved_on(main, f"{main.case.number} 已回访完毕，并入后这位诉求人就没有回访了；请另案办理。")

    def do(self) -> dict[str, Any]:
        work, case, main = self.work, self.work.case, self.work.others[self.data.into]
        before: dict[str, Any] = {"state": case.state, "pending": case.pending, "lead_unit_id": case.lead_unit_id}
        open_parts = work.open_assignments()
        before["parts"] = {str(part.pk): part.state for part in open_parts if part.pk}
        before["asked"] = _asked(case)
        for assignment in open_parts:
            self.end(assignment, Assignment.CANCELLED)
        case.facts = {**case.facts, BEFORE: before}
        with_it = matter.take_along(work, main)
        case.joined_to, case.callers = main.case, 1
        main.case.callers += 1 + len(with_it)
        if main.case.state == "callback":
            for caller in (case, *(one.case for one in with_it)):
                if _has_person(caller):
                    _call_back_too(main, caller)
        main.record_note("join_received", {"from": case.number, **_how_many(with_it)})
        self.advance()
        return self.payload(**_how_many(with_it))


BEFORE = "before_join"
UNDO_WITHIN = timedelta(hours=1)


def _how_many(with_it: Sequence[Any]) -> dict[str, Any]:
    return {"with": len(with_it)} if with_it else {}


def _has_person(case: Case) -> bool:
    return case.requester_id is not None or case.requester is not None


def _call_back_too(main: Any, case: Case) -> None:
    """The callbacks of the matter are planned already: this caller gets one too."""
    again = {"case": main.case, "for_case": case, "round": main.case.redo_count}
    if case.pk is None or not Callback.objects.filter(**again).update(state=Callback.PLANNED, planned_at=main.now):
        main.after_insert.append(Callback(**again, planned_at=main.now))


def _called_back(main: Any) -> bool:
    """Whether everybody of the matter was called back and it only waits to be closed."""
    rule = main.lifecycle.actions.get("callback")
    return rule is not None and main.case.state in rule.to


def _asked(case: Case) -> list[int]:
    """What units asked for and nobody has decided."""
    if not case.pending or case.pk is None:
        return []
    return list(Approval.objects.filter(case=case, state=Approval.PENDING).values_list("id", flat=True))


def _moved_on(main: Any, message: str) -> Problem:
    """409: somebody was quicker; the field is named, so that a form keeps what was typed and shows it there."""
    case = main.case
    return Problem(
        409, "conflict", "案件已有变化", message, errors=[{"field": "into", "message": message}],
        current={
            "number": case.number, "version": case.version, "state": case.state,
            "state_name": main.lifecycle.states[case.state].name,
        },
    )  # fmt: skip


@implement
class Unjoin(Action):
    """取消并案: within an hour, the request goes on from where it had been, as if it had never been joined."""

    code = "unjoin"
    changes_others = True
    Input = WithNote
    sentence = "取消并案（原并入 {into}）"
    sentence_en = "Separated from {into}"

    @classmethod
    def also_locks(cls, work_case, data):
        if not work_case.joined_to_id:
            return ()
        return (work_case.joined_to.number, *matter.numbers(matter.came_with(work_case)))

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        joined_at = work.case.closed_at
        return joined_at is None or work.now - joined_at <= UNDO_WITHIN

    @property
    def _main(self) -> Any:
        joined_to = self.work.case.joined_to
        return None if joined_to is None else self.work.others.get(joined_to.number)

    def check(self) -> None:
        if self._main is None:
            raise refused("not_joined", "本案没有并入任何案件，或您无权查看主案。")
        if not self.possible(self.work, self.rule, None):
            raise refused(
                "too_late",
                "并案已超过 1 小时，不能再取消：主案已按并案办理。确属两件事的，请从主案拆分，或另行登记。",
            )

    def do(self) -> dict[str, Any]:
        case, main = self.work.case, self._main
        followers = matter.take_back(self.work, main)
        case.callers = 1 + len(followers)
        main.case.callers -= case.callers
        main.record_note("join_withdrawn", {"from": case.number, **_how_many(followers)})
        if main.case.state == "callback":
            self._not_called_back(main, [case.pk, *(one.case.pk for one in followers)])
        joined_at, case.joined_to = case.closed_at, None
        before = case.facts.get(BEFORE) or {}
        case.facts = {name: value for name, value in case.facts.items() if name not in (BEFORE, matter.VIA)}
        if before.get("state") in self.rule.to and self._units_back(before):
            self.advance(to=before["state"])
            self._clocks_back(joined_at)
        else:
            self._begin_again()
        return self.payload(into=main.case.number, **_how_many(followers))

    def _not_called_back(self, main: Any, leaving: Sequence[int]) -> None:
        planned = Callback.objects.filter(case=main.case, state=Callback.PLANNED)
        others = planned.exclude(for_case__in=leaving).exists()
        if not others and planned.exists():
            raise refused("last_callback", "主案只剩这位诉求人还没有回访，请先完成回访。")
        planned.filter(for_case__in=leaving).update(state=Callback.CANCELLED)

    def _units_back(self, before: Mapping[str, Any]) -> bool:
        """The units go on with their parts; False when the case had units that cannot be told any more."""
        work, parts = self.work, before.get("parts") or {}
        for part in work.assignments:
            if part.state == Assignment.CANCELLED and str(part.pk) in parts:
                part.state = parts[str(part.pk)]
        if before["state"] in ("dispatched", "handling") and work.lead is None:
            return False
        work.case.lead_unit_id = before.get("lead_unit_id")
        if before.get("asked"):
            work.case.pending = before.get("pending", "")
            Approval.objects.filter(pk__in=before["asked"], state=Approval.OBSOLETE).update(
                state=Approval.PENDING, decided_at=None
            )
        return True

    def _clocks_back(self, joined_at: datetime | None) -> None:
        """Limits that joining ended run on from where they had begun: undoing gives nobody more time."""
        work = self.work
        for clock in work.clocks:
            if clock.state == Clock.CANCELLED and clock.stopped_at == joined_at:
                paused = bool(clock.pauses) and clock.pauses[-1][1] is None
                clock.state, clock.stopped_at = (Clock.PAUSED if paused else Clock.RUNNING), None
                clockwork.set_due(clock)
                if not paused:
                    clock.next_look_at = clockwork.next_look(clock)

    def _begin_again(self) -> None:
        work = self.work
        work.case.lead_unit_id = None
        accepted = work.case.accepted_at is not None
        self.advance(to="accepted" if accepted else work.lifecycle.initial)
        for stage in ("close", "dispatch") if accepted else ("accept",):
            work.start_clock(stage)


@implement
class MarkRepeat(Action):
    """重复投诉: the same person about the same matter, a while after it was closed. Told by the platform, once."""

    class Input(Form):
        earlier: ShortText = ui("case", "此前的案件")
        days: int = ui("number", "相隔天数", ge=0, le=32_767)
        window: int = ui("number", "认定天数", ge=1, le=32_767)

    code = "mark_repeat"
    sentence = "识别为重复投诉：{earlier} 于 {days} 天前办结，本次为同一诉求人反映同一事项（{window} 天内）"
    sentence_en = "Marked as repeated: {earlier} was closed {days} days before, same person, same matter"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return "repeat" not in work.case.flags

    def do(self) -> dict[str, Any]:
        case = self.work.case
        case.flags = [*case.flags, "repeat"]
        case.facts = {**case.facts, "repeat_of": self.data.earlier}
        relimit(self.work)
        return self.payload()


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
