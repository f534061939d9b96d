"""Acting alone: per category, off by default, on the model's confidence alone, and only while it stays right.

The cut of a category is the lowest confidence from which on cross-validation was right in 99 % of the cases; it must
hold on the later cases that were held out too. Every day what was (or would have been) dispatched is compared with
what people decided; when it is wrong more often than chance allows at 99 %, the category is switched off.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from chengyun.cases import catalogue, engine, lifecycle, notices
from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from .combining import MODEL, PRECEDENT, RESPONSIBILITY, RULE
from .models import Acting, Proposal, Waiting

log = logging.getLogger(__name__)
WANTED = 0.99
NAME = "系统派单"
FEWEST, FEWEST_LATER, LATER = 30, 10, 0.97
LOOKED_BACK = timedelta(days=60)
CHANCE = 0.05
NOTICE = "dispatching"


# --- the cut -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Fitted:
    """`cut` None: nowhere sure enough; `why` says so. `cases` were looked at, `coverage` of them lie above the cut."""

    cut: float | None
    precision: float | None
    coverage: float | None
    cases: int
    why: str = ""


def fit(tested: Iterable[tuple[float, bool]]) -> Fitted:
    """The lowest confidence from which on `WANTED` of the cross-validated cases were right, with at least FEWEST."""
    ranked = sorted(tested, reverse=True)
    best: tuple[float, float, int] | None = None
    right = 0
    for count, (confidence, hit) in enumerate(ranked, 1):
        right += hit
        last_of_equals = count == len(ranked) or ranked[count][0] < confidence
        if last_of_equals and count >= FEWEST and right / count >= WANTED:
            best = (confidence, right / count, count)
    if best is None:
        why = "too_few" if len(ranked) < FEWEST else "not_sure"
        return Fitted(None, None, None, len(ranked), why)
    cut, precision, count = best
    return Fitted(cut, precision, count / len(ranked), len(ranked))


def fit_all(tested: Iterable[tuple[int, float, bool]], later: Iterable[tuple[int, float, bool]]) -> dict[int, Fitted]:
    """The cut of each category from (category, confidence, right) of cross-validation, held against later cases."""
    of: dict[int, list[tuple[float, bool]]] = {}
    after: dict[int, list[tuple[float, bool]]] = {}
    for table, rows in ((of, tested), (after, later)):
        for category, confidence, hit in rows:
            table.setdefault(category, []).append((confidence, hit))
    found = {}
    for category, some in of.items():
        one = fit(some)
        if one.cut is not None:
            above = [hit for confidence, hit in after.get(category, ()) if confidence >= one.cut]
            if len(above) >= FEWEST_LATER and sum(above) / len(above) < LATER:
                one = Fitted(None, None, None, one.cases, "later")
        found[category] = one
    return found


def keep(fitted: Mapping[int, Fitted]) -> None:
    """Write down the cuts of a version that was put to use; a category that has none any more stops."""
    there = {row.category_id: row for row in Acting.objects.all()}
    known = catalogue.current()
    for category in {*there, *fitted} & set(known.categories):
        one = fitted.get(category, Fitted(None, None, None, 0, "too_few"))
        row = there.get(category) or Acting(category_id=category)
        row.cut, row.precision, row.coverage, row.fitted_on = one.cut, one.precision, one.coverage, one.cases
        row.save()
        if row.active and one.cut is None:
            stop(row, "新模型对这一类别没有足够把握")


# --- one case --------------------------------------------------------------------------------------------------------
def sureness(case: Case, top: Mapping[str, Any] | None, said: Mapping[str, Mapping[str, Any]]) -> float | None:
    """The model's confidence where nothing speaks against acting alone: an ordinary case, and no source that knows
    better names another unit."""
    model = said.get(MODEL)
    if top is None or model is None or model["unit"] != top["unit"]:
        return None
    if case.urgency != "normal" or case.flags or case.supervised or case.joined_to_id is not None:
        return None
    if any(source in said and said[source]["unit"] != top["unit"] for source in (RULE, RESPONSIBILITY, PRECEDENT)):
        return None
    return float(model["share"])


def dispatch(case: Case) -> bool:
    """Dispatch a case alone if its category is on and its proposal sure enough; whether it was done."""
    row = Acting.objects.filter(category_id=case.category_id or 0, active=True, cut__isnull=False).first()
    proposal = Proposal.objects.filter(case=case).first()
    if row is None or proposal is None or row.cut is None or proposal.sure is None or proposal.sure < row.cut:
        return False
    rule = lifecycle.get(case.lifecycle).actions.get("dispatch")
    if rule is None or case.state not in rule.from_states or case.pending:
        return False
    if proposal.decided_at is not None or case.lead_unit_id is not None or _waits_again(case, proposal):
        return False
    try:
        with transaction.atomic():
            proposal.alone = True
            proposal.save(update_fields=["alone"])
            data = {"unit_id": proposal.top_unit_id, "note": reason(proposal, row)}
            engine.perform(case.number, "dispatch", system_actor(NAME), data)
    except (Problem, DatabaseError) as problem:  # a person was quicker
        log.info("%s was not dispatched alone: %s", case.number, problem)
        return False
    return True


def _waits_again(case: Case, proposal: Proposal) -> bool:
    """Whether the case has changed since the proposal was made."""
    return Waiting.objects.filter(case=case, since__gt=proposal.made_at).exists()


def reason(proposal: Proposal, row: Acting) -> str:
    """What the timeline says."""
    words: list[str] = next((r["matched"] for r in proposal.units[0]["reasons"] if r["source"] == MODEL), [])
    because = f"；依据词语：{'、'.join(words[:4])}" if words else ""
    similar = [one["number"] for one in proposal.similar if one["unit"] == proposal.top_unit_id]
    alike = f"；相似案件：{'、'.join(similar)}" if similar else ""
    return (
        f"系统自动派单：置信度 {proposal.sure or 0:.1%}，达到本类别的门槛 {row.cut or 0:.1%}"
        f"（检验准确率 {row.precision or 0:.1%}）{because}{alike}。如有不当，请撤回或改派。"
    )


# --- the daily check ---------------------------------------------------------------------------------------------
_CHECKED = """
SELECT p.category_id, count(*), count(*) FILTER (WHERE {right}), count(*) FILTER (WHERE p.alone),
  count(*) FILTER (WHERE p.alone AND {right})
FROM dispatching_proposal p JOIN dispatching_acting a ON a.category_id = p.category_id
JOIN dispatching_firstdispatch f ON f.case_id = p.case_id
WHERE p.decided_at >= greatest(%s, a.switched_at) AND p.sure >= a.cut GROUP BY 1
"""
RIGHT = "(p.top_unit_id = p.final_unit_id AND NOT f.moved AND NOT f.taken_back)"
"""Whether the first place of a proposal was right: this unit was chosen first, and kept the case."""


def improbable(count: int, wrong: int, rate: float = 1 - WANTED) -> bool:
    """Whether so many mistakes among so many would be rare (CHANCE) if the true rate were `rate`."""
    if wrong < 2:
        return False
    fewer = sum(
        math.exp(
            math.lgamma(count + 1) - math.lgamma(k + 1) - math.lgamma(count - k + 1)
            + k * math.log(rate) + (count - k) * math.log(1 - rate)
        ) for k in range(wrong)
    )  # fmt: skip
    return 1 - fewer < CHANCE


def check(now: datetime | None = None) -> list[str]:
    """Compare what was dispatched alone, or would have been, with what people decided; the names of what stopped."""
    now = now or timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_CHECKED.format(right=RIGHT), [now - LOOKED_BACK])
        found = {row[0]: row[1:] for row in cursor.fetchall()}
    stopped = []
    for row in Acting.objects.select_related("category"):
        sure, right, alone, alone_right = found.get(row.category_id, (0, 0, 0, 0))
        row.checked_at = now
        row.checked = {"sure": sure, "right": right, "alone": alone, "alone_right": alone_right}
        row.save(update_fields=["checked_at", "checked"])
        if row.active and improbable(sure, sure - right):
            stop(row, f"近 {LOOKED_BACK.days} 天 {sure} 件中只有 {right} 件正确（{right / sure:.1%}，要求 99 %）", now)
            stopped.append(row.category.name)
    return stopped


def stop(row: Acting, why: str, now: datetime | None = None) -> None:
    """Switch a category off by itself and tell those who dispatch."""
    now = now or timezone.now()
    row.active, row.stopped_at, row.stopped_why = False, now, why[:300]
    row.save()
    text = f"“{row.category.name}”的自动派单已停用：{row.stopped_why}。案件仍在待派单中，由人工派单。"
    people = {*notices.accounts_with("case.dispatch"), *notices.accounts_with("dispatching.manage")}
    notices.tell(sorted(people), None, NOTICE, text, f"acting-{row.category_id}-{now:%Y%m%d%H%M}", now, urgent=True)


def switch(category_id: int, active: bool, actor: Actor) -> Acting:
    """Problem 404 for an unknown category, 409 where the model is not sure enough."""
    known = catalogue.current().category(category_id)
    if known is None:
        raise Problem(404, "not_found", "没有这个类别", "它可能已被删除，请刷新。")
    row, _ = Acting.objects.get_or_create(category_id=category_id)
    if active and row.cut is None:
        raise Problem(
            409, "not_sure", "还不能自动派单",
            f"“{known.name}”的历史案件里找不到 99 % 准确的门槛。案件多了、模型更新后再试。",
        )  # fmt: skip
    if row.active != active:
        row.active, row.switched_at, row.switched_by = active, timezone.now(), actor.name[:80]
        if active:
            row.stopped_at, row.stopped_why = None, ""
        row.save()
        log.info("acting alone for %s: %s by %s", known.code, active, actor.name)
    return row
