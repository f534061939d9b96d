"""How the platform conducts a case by itself, as the district has set it: ladder, words of messages, optional steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from chengyun.org.access import system_actor

from . import messages
from .rules import LADDER, Rung

if TYPE_CHECKING:
    from .lifecycle import ActionRule, Lifecycle
    from .work import Work

Valid = Callable[[Iterable[Any]], Iterable[Any]]


class Conduct:
    """What is valid today; a part of the catalogue, renewed with it."""

    def __init__(self, valid: Valid):
        from .models import LadderRung, MessageTemplate, StepSetting

        self.templates = {row.code: row.text for row in valid(MessageTemplate.objects.all())}
        rungs = list(LadderRung.objects.order_by("level", "code"))
        self.ladder = _ladder(valid(rungs)) if rungs else {"": LADDER}
        self.settings: dict[tuple[str, str], dict[int | None, bool]] = {}
        for row in valid(StepSetting.objects.all()):
            self.settings.setdefault((row.lifecycle, row.step), {})[row.category_id] = row.enabled
        self._skips: dict[tuple[str, int | None], frozenset[str]] = {}

    def rungs(self, stage: str) -> Sequence[Rung]:
        """The ladder of a stage: its own, or the one for all stages."""
        return self.ladder.get(stage, ()) or self.ladder.get("", ())

    def skips(self, lifecycle: str, lineage: Sequence[int]) -> frozenset[str]:
        """Steps that are off for a category; `lineage` is the category and its ancestors, nearest first."""
        if not self.settings:
            return frozenset()
        key = (lifecycle, lineage[0] if lineage else None)
        found = self._skips.get(key)
        if found is None:
            found = self._skips[key] = off_steps(self.settings, lifecycle, lineage)
        return found

    def words(self, code: str, **values: Any) -> str:
        return messages.words(code, self.templates.get(code), **values)


def _ladder(rows: Iterable[Any]) -> dict[str, tuple[Rung, ...]]:
    found: dict[str, list[Rung]] = {}
    for row in rows:
        rung = Rung(Decimal(row.amount), row.unit, row.to, row.RECEIVERS.get(row.to, row.to))
        found.setdefault(row.stage, []).append(rung)
    return {stage: tuple(rungs) for stage, rungs in found.items()}


def off_steps(
    settings: Mapping[tuple[str, str], Mapping[int | None, bool]], lifecycle: str, lineage: Sequence[int]
) -> frozenset[str]:
    """Pure: the steps whose nearest setting says off."""
    off = set()
    for (life, step), by_category in settings.items():
        if life == lifecycle:
            nearest = next((by_category[c] for c in (*lineage, None) if c in by_category), True)
            if not nearest:
                off.add(step)
    return frozenset(off)


def refused_stage(life: Lifecycle, skips: frozenset[str], stage: str) -> bool:
    """Whether the limit of a stage is not started because its step is off."""
    return any(stage in life.steps[code].stages for code in skips if code in life.steps)


def unmeetable(life: Lifecycle, skips: frozenset[str], stage: str) -> bool:
    """Whether a running limit can no longer be met, because what would meet it is not offered any more."""
    return any(life.steps[code].actions and stage in life.steps[code].stages for code in skips if code in life.steps)


def refused_action(life: Lifecycle, skips: frozenset[str], action: str) -> str:
    """The name of the step that is off and owns this action; "" when the action may be done."""
    names = (life.steps[code].name for code in skips if code in life.steps and action in life.steps[code].actions)
    return next(names, "")


def carry_on(work: Work, run: Callable[[Work, ActionRule, Mapping[str, Any], None], None]) -> None:
    """A case that has arrived at a step which is off for its category goes on at once, as the platform itself."""
    skips = work.skips
    for code in skips:
        step = work.lifecycle.steps.get(code)
        if step is not None and step.state and step.state == work.case.state:
            who, work.actor = work.actor, system_actor("流程设置")
            try:
                run(work, work.lifecycle.actions[step.action], step.data, None)
            finally:
                work.actor = who
            return
