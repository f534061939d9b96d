"""Pure rules of the cases room: no Django, no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Limit:
    """One stage limit found for a case. `amount` in `unit` (kernel.worktime.Unit); warn at share `warn`."""

    stage: str
    amount: Decimal
    unit: str
    warn: float
    policy_id: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder of an overdue limit: `amount` in `unit` after it was due, `to` is told."""

    amount: Decimal
    unit: str
    to: str
    name: str


# [I] domain.md B3 ladder: the unit at once, its superiors after a working day, the centre after three. Used as long as
# the district has no rungs of its own (LadderRung).
LADDER = (
    Rung(Decimal(1), "working_day", "superior", "上级单位"),
    Rung(Decimal(3), "working_day", "supervisors", "督办员"),
)


def matches(condition: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """Whether each fact named in the condition has the wanted value; a list means any of them."""
    for key, wanted in condition.items():
        have = facts.get(key)
        options = wanted if isinstance(wanted, list) else [wanted]
        if isinstance(have, (list, tuple, set, frozenset)):
            if not any(option in have for option in options):
                return False
        elif have not in options:
            return False
    return True


def asked_due(facts: Mapping[str, Any]) -> datetime | None:
    """By when the source of a case wants it done; None when it did not say, or in words only."""
    try:
        moment = datetime.fromisoformat(str(facts.get("asked_due") or ""))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def limits_for(
    policies: Iterable[Any], lifecycle: str, lineage: Sequence[int], facts: Mapping[str, Any]
) -> dict[str, Limit]:
    """Stage by stage the limit of the most specific policy.

    More specific is: a nearer category first, then more conditions, then the later code. `lineage` is the
    category and its ancestors, nearest first.
    """
    best: dict[str, tuple[tuple, Limit]] = {}
    for policy in policies:
        if policy.lifecycle != lifecycle or not matches(policy.condition, facts):
            continue
        if policy.category_id is None:
            nearness = 0
        elif policy.category_id in lineage:
            nearness = len(lineage) - lineage.index(policy.category_id)
        else:
            continue
        for stage in policy.stages:
            extra = stage.get("condition", {})
            if not matches(extra, facts):
                continue
            rank = (nearness, len(policy.condition) + len(extra), policy.code)
            held = best.get(stage["stage"])
            if held is None or rank > held[0]:
                limit = Limit(
                    stage["stage"],
                    Decimal(str(stage["amount"])),
                    stage["unit"],
                    float(stage.get("warn", 0.8)),
                    policy.id,
                    policy.source,
                )
                best[stage["stage"]] = (rank, limit)
    return {stage: limit for stage, (_, limit) in best.items()}


def title_of(text: str, length: int = 40) -> str:
    """A title made of the first sentence, for requests that came without one."""
    first = text.strip()
    for mark in "。！？；\n.!?":
        head, found, _ = first.partition(mark)
        if found and len(head.strip()) >= 4:
            first = head
    first = " ".join(first.split())
    return first if len(first) <= length else first[: length - 1] + "…"


def return_refusal(count: int, maximum: int, window_over: bool) -> str:
    """Why a unit may not return this case any more; "" when it may."""
    if count >= maximum:
        return f"本案已退单 {count} 次，达到上限，请申请会商，由中心裁定。"
    if window_over:
        return "已过退单时限，请继续办理；确有争议的，请联系中心会商。"
    return ""


def next_attempt(attempts: int, plan: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The waiting time before the attempt after `attempts` tries; None when the plan is used up.

    `plan` lists {"amount", "unit"} for the first, second … repetition.
    """
    return plan[attempts - 1] if 0 < attempts <= len(plan) else None
