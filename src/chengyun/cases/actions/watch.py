"""催办, 督办 and what the platform itself notices when limits draw near or pass."""

from __future__ import annotations

from typing import Any

from . import implement
from .base import Action, Form, Id, LongText, ShortText, ui


@implement
class Urge(Action):
    """催办: a reminder by hand to the units that are working on the case."""

    class Input(Form):
        note: LongText = ui("textarea", "催办意见", default="")

    code = "urge"
    sentence = "催办 {units}"
    sentence_en = "Reminder to {units}"

    def do(self) -> dict[str, Any]:
        from ..notices import tell_units

        work = self.work
        units = list(dict.fromkeys(a.unit_id for a in work.open_assignments()))
        tell_units(work, units, "urge", words_of(self, "urge", self.data.note), f"urge-{work.case.event_count}")
        return self.payload(units="、".join(work.catalogue.unit_name(u) for u in units))


@implement
class Supervise(Action):
    """列入督办: watched by the supervisors until it is closed."""

    class Input(Form):
        reason: LongText = ui("textarea", "督办要求", min_length=2)

    code = "supervise"
    sentence = "列入督办：{reason}"
    sentence_en = "Put under supervision: {reason}"

    @classmethod
    def possible(cls, work, rule, assignment) -> bool:
        return not work.case.supervised

    def do(self) -> dict[str, Any]:
        from ..notices import tell_units

        work = self.work
        work.case.supervised = True
        units = list(dict.fromkeys(a.unit_id for a in work.open_assignments()))
        tell_units(work, units, "supervise", words_of(self, "supervise", self.data.reason), "supervise")
        return self.payload()


def words_of(action: Action, code: str, note: str) -> str:
    """The message of an action, as the district has worded it."""
    case = action.work.case
    return action.work.catalogue.conduct.words(
        code, number=case.number, title=case.title, note=note, who=action.work.actor.name
    )


class ClockInput(Form):
    clock_id: Id = ui("number", "时限")


class _Marked(Action):
    """The platform's remark about one clock. Told once: the clock remembers what was said."""

    Input = ClockInput

    def clock(self):
        return next((c for c in self.work.clocks if c.pk == self.data.clock_id), None)

    def about(self, **more: Any) -> dict[str, Any]:
        clock = self.clock()
        unit_id = next((a.unit_id for a in self.work.assignments if a.pk == clock.assignment_id), None)
        return {
            "clock_id": clock.pk,
            "stage": clock.stage,
            "stage_name": self.work.lifecycle.stage_name(clock.stage),
            "unit": self.work.catalogue.unit_name(unit_id),
            "due_at": clock.due_at.isoformat() if clock.due_at else "",
            **more,
        }


@implement
class MarkDueSoon(_Marked):
    code = "mark_due_soon"
    sentence = "{unit} {stage_name}即将到期"
    sentence_en = "{stage_name} is due soon"

    def do(self) -> dict[str, Any]:
        self.clock().warned_at = self.work.now
        return self.about()


@implement
class MarkOverdue(_Marked):
    code = "mark_overdue"
    sentence = "{unit} {stage_name}超期"
    sentence_en = "{stage_name} is overdue"

    def do(self) -> dict[str, Any]:
        clock = self.clock()
        clock.overdue_at = self.work.now
        clock.warned_at = clock.warned_at or self.work.now
        return self.about()


@implement
class Escalate(_Marked):
    """超期升级: the next rung of the ladder is told."""

    class Input(ClockInput):
        level: int = ui("number", "级别", ge=1, le=9)
        told: ShortText = ui("text", "告知", default="")

    code = "escalate"
    sentence = "{unit} {stage_name}超期，已提醒{told}"
    sentence_en = "{stage_name} overdue: escalated to {told}"

    def do(self) -> dict[str, Any]:
        self.clock().escalation_level = self.data.level
        return self.about(level=self.data.level, told=self.data.told)
