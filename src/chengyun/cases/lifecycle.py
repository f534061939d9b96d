"""A lifecycle is data: states, actions, who may act, which clocks start, pause and stop.

Read from TOML (lifecycles/*.toml) into frozen objects and checked as a whole: an action that leads to an unknown
state, or a state that nothing leads to, is refused at start-up with the file and the name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

SIDES = ("centre", "unit", "taker", "system")
"""Who acts: the centre, the unit on its own part, whoever registered the case, the platform itself."""
TONES = ("neutral", "progress", "warning", "danger", "supervised", "done")


class LifecycleError(ValueError):
    """The declaration contradicts itself; the text names the place."""


@dataclass(frozen=True)
class State:
    code: str
    name: str
    name_en: str
    phase: str
    tone: str = "progress"
    open: bool = True


@dataclass(frozen=True)
class ClockEffect:
    """Stages that an action starts, stops, pauses, resumes or cancels; "*" means all that are running."""

    start: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    pause: tuple[str, ...] = ()
    resume: tuple[str, ...] = ()
    cancel: tuple[str, ...] = ()
    reopen: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionRule:
    """One line of the lifecycle: where the action `code` may happen and where it may lead.

    `when` names states of the assignment for actions on the unit's side. `to` lists the states it may lead to; an
    action class may only choose among them; empty means that the case stays where it is.
    """

    code: str
    name: str
    name_en: str
    implementation: str
    side: str
    permission: str
    from_states: frozenset[str]
    to: tuple[str, ...] = ()
    when: frozenset[str] = frozenset()
    pending: str = ""
    tone: str = "default"
    confirm: str = ""
    bulk: bool = False
    fields: tuple[Mapping, ...] = ()
    options: Mapping = field(default_factory=dict)
    clocks: ClockEffect = ClockEffect()


@dataclass(frozen=True)
class Step:
    """A part of the way that a district may switch off for some categories.

    stages: limits that are then not started. actions: not offered. state: where a case that arrives is carried on at
    once, by `action` with `data`, as the platform itself. Without a state the actions concerned consult `work.skips`;
    `until` then says up to which state a case still has the step before it.
    """

    code: str
    name: str
    stages: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    state: str = ""
    action: str = ""
    data: Mapping = field(default_factory=dict)
    until: str = ""


@dataclass(frozen=True)
class Lifecycle:
    code: str
    name: str
    name_en: str
    initial: str
    states: Mapping[str, State]
    actions: Mapping[str, ActionRule]
    stages: Mapping[str, str]
    source: str
    steps: Mapping[str, Step] = field(default_factory=dict)

    @cached_property
    def by_state(self) -> Mapping[str, tuple[ActionRule, ...]]:
        table: dict[str, list[ActionRule]] = {code: [] for code in self.states}
        for rule in self.actions.values():
            for state in rule.from_states:
                table[state].append(rule)
        return {state: tuple(rules) for state, rules in table.items()}

    def stage_name(self, stage: str) -> str:
        return self.stages.get(stage, stage)


def parse(document: Mapping, origin: str) -> Lifecycle:
    """Build a lifecycle from a parsed TOML document. Raises LifecycleError naming `origin` and the fault."""
    states = {}
    for row in document["states"]:
        row = dict(row)
        row.setdefault("name_en", row["code"])
        states[row["code"]] = State(**row)
        if states[row["code"]].tone not in TONES:
            raise LifecycleError(f"{origin}: state {row['code']}: unknown tone {row['tone']!r}")
    open_states = frozenset(code for code, state in states.items() if state.open)
    actions = {code: _rule(code, row, states, open_states, origin) for code, row in document["actions"].items()}
    lifecycle = Lifecycle(
        code=document["code"],
        name=document["name"],
        name_en=document.get("name_en", document["code"]),
        initial=document["initial"],
        states=states,
        actions=actions,
        stages=document.get("stages", {}),
        source=document.get("source", ""),
        steps={code: _step(code, row, states, actions, origin) for code, row in document.get("steps", {}).items()},
    )
    _check_reachable(lifecycle, origin)
    return lifecycle


def _rule(code: str, row: Mapping, states: Mapping, open_states: frozenset[str], origin: str) -> ActionRule:
    where = f"{origin}: action {code}"
    declared = row.get("from", [])
    from_states = open_states if declared == "open" else frozenset(declared)
    to = row.get("to", ())
    to = (to,) if isinstance(to, str) else tuple(to)
    for state in (*from_states, *to):
        if state not in states:
            raise LifecycleError(f"{where}: unknown state {state!r}")
    side = row.get("side", "centre")
    if side not in SIDES:
        raise LifecycleError(f"{where}: side must be one of {', '.join(SIDES)}")
    effect = row.get("clocks", {})
    unknown = set(effect) - set(ClockEffect.__dataclass_fields__)
    if unknown:
        raise LifecycleError(f"{where}: unknown clock effect {', '.join(sorted(unknown))}")
    return ActionRule(
        code=code,
        name=row["name"],
        name_en=row.get("name_en", code.replace("_", " ").capitalize()),
        implementation=row.get("class", code),
        side=side,
        permission=row.get("permission", f"case.{code}"),
        from_states=from_states,
        to=to,
        when=frozenset(row.get("when", ())),
        pending=row.get("pending", ""),
        tone=row.get("tone", "default"),
        confirm=row.get("confirm", ""),
        bulk=row.get("bulk", False),
        fields=tuple(row.get("fields", ())),
        options=row.get("options", {}),
        clocks=ClockEffect(**{key: tuple(value) for key, value in effect.items()}),
    )


def _step(code: str, row: Mapping, states: Mapping, actions: Mapping, origin: str) -> Step:
    where = f"{origin}: step {code}"
    step = Step(
        code, row["name"], tuple(row.get("stages", ())), tuple(row.get("actions", ())), row.get("state", ""),
        row.get("action", ""), row.get("data", {}), row.get("until", ""),
    )  # fmt: skip
    for state in filter(None, (step.state, step.until)):
        if state not in states:
            raise LifecycleError(f"{where}: unknown state {state!r}")
    for action in (*step.actions, *([step.action] if step.action else ())):
        if action not in actions:
            raise LifecycleError(f"{where}: unknown action {action!r}")
    rule = actions[step.action] if step.action else None
    if step.state and (rule is None or step.state not in rule.from_states or step.state in rule.to):
        raise LifecycleError(f"{where}: needs an action that leads on from {step.state!r}")
    return step


def _check_reachable(lifecycle: Lifecycle, origin: str) -> None:
    if lifecycle.initial not in lifecycle.states:
        raise LifecycleError(f"{origin}: initial state {lifecycle.initial!r} is not declared")
    reached = {lifecycle.initial}
    grew = True
    while grew:
        grew = False
        for rule in lifecycle.actions.values():
            if rule.from_states & reached and not set(rule.to) <= reached:
                reached |= set(rule.to)
                grew = True
    lost = set(lifecycle.states) - reached
    if lost:
        raise LifecycleError(f"{origin}: no action leads to {', '.join(sorted(lost))}")


def load(path: Path) -> Lifecycle:
    with path.open("rb") as file:
        return parse(tomllib.load(file), path.name)


_registry: dict[str, Lifecycle] = {}


def declare(lifecycle: Lifecycle) -> Lifecycle:
    """Make a lifecycle known to the engine. A later declaration of the same code replaces the earlier."""
    from .actions import implementation_of

    for rule in lifecycle.actions.values():
        implementation_of(rule.implementation)
    _registry[lifecycle.code] = lifecycle
    return lifecycle


def withdraw(code: str) -> None:
    _registry.pop(code, None)


def get(code: str) -> Lifecycle:
    """The lifecycle of that code. Raises KeyError."""
    return _registry[code]


def all_lifecycles() -> tuple[Lifecycle, ...]:
    return tuple(_registry.values())


def declare_built_in() -> None:
    for path in sorted((Path(__file__).parent / "lifecycles").glob("*.toml")):
        declare(load(path))


def locks_others(action: str) -> bool:
    """Whether an action of this code changes other cases too in any lifecycle."""
    from .actions import implementation_of

    return any(
        action in life.actions and implementation_of(life.actions[action].implementation).changes_others
        for life in _registry.values()
    )
