"""What an item of a door means for a case that is known: which actions, which differences."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases import engine, lifecycle, rules
from chengyun.cases.models import Case

from .reading import RATE, SUPPLEMENT, URGE, WITHDRAW

_BEFORE_DISPATCH = {"logged", "accepted", "reported", "to_open"}


def may_end(case: Case) -> bool:
    """[I] What no unit has been asked to do may be ended by the side that sent it."""
    rule = lifecycle.get(case.lifecycle).actions.get("void")
    return case.state in _BEFORE_DISPATCH and rule is not None and case.state in rule.from_states


def actions(case: Case, what: str, words: str, satisfaction: str) -> list[tuple[str, dict[str, Any]]]:
    """What an event means for a case: the first that its state allows."""
    words = words.strip()[:4000]
    if what == SUPPLEMENT:
        return [("supplement", {"text": f"来源补充：{words or '（对方没有写内容）'}"})]
    if what == URGE:
        said = f"来源催办：{words}" if words else "来源催办。"
        return [("urge", {"note": said}), ("supplement", {"text": said})]
    if what == WITHDRAW:
        said = f"来源撤回：{words}" if words else "来源撤回。"
        void = [("void", {"reason": said})] if may_end(case) else []
        return [*void, ("supplement", {"text": said})]
    if what == RATE:
        data = {"by": "requester", "satisfaction": satisfaction, "comment": words}
        said = f"来源回访：{satisfaction} {words}".strip()
        return [("rate", data), ("supplement", {"text": said})] if satisfaction else [("supplement", {"text": said})]
    return []


def differences(case: Case, new: engine.Registration) -> list[tuple[str, str]]:
    """(name, new value) of the facts that are no longer as they were sent. What is not sent any more is no change."""
    found: list[tuple[str, str]] = []
    if new.address and new.address != case.address:
        found.append(("地点", new.address))
    for name, mine, theirs in (("诉求类型", case.kind, new.kind), ("紧急程度", case.urgency, new.urgency)):
        if theirs and theirs != mine:
            found.append((name, theirs))
    if new.category_id is not None and new.category_id != case.category_id:
        found.append(("类别", str(new.category_id)))
    if new.asked_due is not None and not _same(new.asked_due, rules.asked_due(case.facts)):
        found.append(("要求办结时间", f"{timezone.localtime(new.asked_due):%Y-%m-%d %H:%M}"))
    if new.occurred_at is not None and not _same(new.occurred_at, case.occurred_at):
        found.append(("发生时间", f"{timezone.localtime(new.occurred_at):%Y-%m-%d %H:%M}"))
    return found


def _same(one: datetime, other: datetime | None) -> bool:
    return other is not None and abs((one - other).total_seconds()) < 1


def plain(text: str) -> str:
    return "".join(text.split())
