"""What every action shares: input, checks, moving on, the sentence for the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chengyun.kernel.problems import Problem

from .. import clockwork
from ..lifecycle import ActionRule
from ..models import Approval, Assignment
from ..work import Work


class Form(BaseModel):
    """Base of all action inputs: unknown fields are refused, text is trimmed."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


def ui(kind: str, title: str, **extra: Any) -> Any:
    """A pydantic field whose form control and Chinese label are known to the pages."""
    default = extra.pop("default", ...)
    help_text = extra.pop("help", None)
    bounds = {key: extra.pop(key) for key in ("ge", "le", "min_length", "max_length") if key in extra}
    if bounds.get("min_length") == 1 and default is ...:
        bounds["min_length"] = 1
    return Field(default, title=title, description=help_text, json_schema_extra={"ui": kind, **extra}, **bounds)


LongText = Annotated[str, StringConstraints(max_length=5000, pattern=r"^[^\x00]*$")]
ShortText = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]


class WithNote(Form):
    note: LongText = ui("textarea", "说明", default="")


class Action:
    """One verb. Subclasses set `code`, `Input`, `sentence` and implement `check` and `do`.

    `do` changes the work and returns the payload of the event: plain JSON values, readable for ever, without
    personal data. `sentence` is filled with the payload to tell the timeline.
    """

    code: ClassVar[str]
    changes_others: ClassVar[bool] = False
    Input: ClassVar[type[BaseModel]] = WithNote
    sentence: ClassVar[str] = ""
    sentence_en: ClassVar[str] = ""

    def __init__(self, work: Work, rule: ActionRule, data: Any, assignment: Assignment | None = None):
        self.work = work
        self.rule = rule
        self.data = data
        self.assignment = assignment

    @classmethod
    def possible(cls, work: Work, rule: ActionRule, assignment: Assignment | None) -> bool:
        """Whether to offer the action, beyond state and permission. Cheap: no queries."""
        return True

    @classmethod
    def requires(cls, rule: ActionRule, assignment: Assignment | None) -> frozenset[str]:
        """Fields that may be empty in general but not for this part in this lifecycle; `check` sees to it."""
        return frozenset()

    @classmethod
    def also_locks(cls, work_case: Any, data: Any) -> Iterable[str]:
        """Numbers of other cases that this action will change."""
        return ()

    @classmethod
    def tell(cls, payload: Mapping[str, Any], language: str = "zh-hans") -> str:
        template = cls.sentence if language.startswith("zh") else (cls.sentence_en or cls.sentence)
        text = template.format_map(_Blank(payload))
        note = payload.get("note")
        return f"{text}：{note}" if text and note and "{note}" not in template else (text or note or "")

    def check(self) -> None:
        """Raise Problem when the input does not fit the case."""

    def do(self) -> dict[str, Any]:
        self.advance()
        return self.payload()

    # --- for subclasses ------------------------------------------------------------------------------------------
    def payload(self, **more: Any) -> dict[str, Any]:
        """The input without empty values, as JSON, with what the subclass adds."""
        given = self.data.model_dump(mode="json", exclude_none=True) if isinstance(self.data, BaseModel) else {}
        return {key: value for key, value in {**given, **more}.items() if value not in ("", [], None)}

    def advance(
        self,
        to: str | None = None,
        started: Iterable[Assignment | None] = (),
        factor: Decimal = Decimal(1),
        assignment: Assignment | None = None,
    ) -> None:
        """Move the case as the lifecycle says and let the clocks follow."""
        if self.rule.to:
            target = to or self.rule.to[0]
            if target not in self.rule.to:
                raise RuntimeError(f"{self.rule.code} may not lead to {target}")
            self.work.move(target)
        self.work.apply_clocks(self.rule, assignment, started, factor)

    def unit(self, unit_id: int, field: str = "unit_id"):
        """The unit, or a problem that names the field."""
        unit = self.work.catalogue.unit(unit_id)
        if unit is None:
            raise invalid(field, "没有这个单位，请重新选择。")
        return unit

    def end(self, assignment: Assignment, state: str) -> None:
        """End an assignment with everything below it; its clocks are cancelled."""
        for child in self.work.children_of(assignment):
            if child.state in Assignment.OPEN:
                self.end(child, state)
        assignment.state = state
        self.drop_requests(assignment)
        for clock in self.work.running("*"):
            if clock.assignment_id == assignment.pk:
                clockwork.cancel(clock, self.work.now)

    def drop_requests(self, assignment: Assignment) -> None:
        """What was asked for a part that is over needs no decision any more."""
        work = self.work
        if work.case.pending or work.case.state == "returned":
            asked = Approval.objects.filter(case=work.case, state=Approval.PENDING)
            asked.filter(assignment=assignment).update(state=Approval.OBSOLETE, decided_at=work.now)
            if not asked.filter(kind=work.case.pending).exists():
                work.case.pending = ""


class _Blank(dict):
    def __missing__(self, key: str) -> str:
        return ""


def invalid(field: str, message: str) -> Problem:
    """422 with one field named."""
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])


def refused(code: str, detail: str) -> Problem:
    """409: the case does not allow this now, and why."""
    return Problem(409, code, "现在不能这样操作", detail)
