"""Dry runs: what a rule would have said about the cases of the last 30 days, and who handled them in fact.

Nothing but the answer is written. A rule can be switched on only after a dry run of exactly what it says.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from chengyun.cases import catalogue, gathered
from chengyun.cases.models import Case
from chengyun.kernel import english
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from ..facts import Facts, of_case
from ..models_rules import NOBODY, DispatchRule, RuleTrial
from . import engine
from . import language as lang
from . import names as naming
from .content import MEANING, digest, read

log = logging.getLogger(__name__)

SPAN = timedelta(days=30)
AT_ONCE = 500
"""As many cases are looked at within the request; more are left to the worker."""
AT_MOST = 200_000
BATCH = 1000
KEEP = timedelta(days=400)
GROUPS = ("matched", "agreed", "differing", "undecided", "unresolved", "earlier")
GROUP_WORDS = {
    "matched": "符合的", "agreed": "一致的", "differing": "不一致的", "undecided": "还没有派单的",
    "unresolved": "找不到单位的", "earlier": "由前面的规则决定的",
}  # fmt: skip


@dataclass
class Tally:
    groups: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in GROUPS})
    units: Counter[int] = field(default_factory=Counter)


def ask(given: Mapping[str, Any], actor: Actor, *, position: int | None = None) -> RuleTrial:
    """Try a rule, saved or still in a form. Problem 422 when it cannot be understood."""
    values, _ = checked(given)
    until = timezone.now()
    since = until - SPAN
    RuleTrial.objects.filter(created_at__lt=until - KEEP).delete()
    total = Case.objects.filter(received_at__gte=since, received_at__lt=until)[:AT_MOST].count()
    trial = RuleTrial.objects.create(
        rule=values.get("code") or "", digest=digest(values), account_id=actor.account_id,
        content={name: values.get(name) for name in ("code", "name", *MEANING)} | {"position": position},
        account_name=actor.name[:80], since=since, until=until, total=total, created_at=until,
    )  # fmt: skip
    if total <= AT_ONCE:
        work_off(trial)
    else:
        from .jobs import run_rule_trial

        transaction.on_commit(lambda: run_rule_trial.defer(trial_id=str(trial.pk)))
    return trial


def checked(given: Mapping[str, Any]) -> tuple[dict[str, Any], lang.Node]:
    """What a rule says with codes for names. Problem 422 with every fault, its column and its place."""
    found = read(given, naming.current())
    if found.node is None or found.all:
        errors: list[dict[str, Any]] = [
            {"field": column, "message": english.remember(fault.zh, fault.en), "at": fault.at, "end": fault.end}
            for column, faults in found.faults.items()
            for fault in faults
        ]
        raise Problem(422, "invalid", "规则有误", str(errors[0]["message"]) if errors else "", errors=errors)
    return {**given, "expression": lang.to_text(found.node)}, found.node


def get(trial_id: UUID) -> RuleTrial:
    """Problem 404."""
    trial = RuleTrial.objects.defer("groups").filter(pk=trial_id).first()
    if trial is None:
        raise Problem(404, "not_found", "没有这次试算", "可能已过期，请重新试算。")
    return trial


def latest(marks: Mapping[str, str]) -> dict[str, RuleTrial]:
    """Of each rule (code → mark of what it says now) the newest dry run of just that, else its newest one."""
    done = RuleTrial.objects.defer("groups").filter(state=RuleTrial.DONE)
    same = {
        row.digest: row
        for row in done.filter(digest__in=set(marks.values())).order_by("digest", "-created_at").distinct("digest")
    }
    other = {row.rule: row for row in done.filter(rule__in=marks).order_by("rule", "-created_at").distinct("rule")}
    found = {code: same.get(mark) or other.get(code) for code, mark in marks.items()}
    return {code: row for code, row in found.items() if row is not None}


def work_off(trial: RuleTrial) -> None:
    """Look at the cases; harmless when done twice."""
    if trial.state == RuleTrial.DONE:
        return
    trial.state = RuleTrial.RUNNING
    trial.save(update_fields=["state"])
    try:
        with transaction.atomic():
            tally = _look(trial)
        trial.counts = {name: len(ids) for name, ids in tally.groups.items()}
        trial.groups = tally.groups
        trial.units = [{"unit": unit, "cases": n} for unit, n in tally.units.most_common(12)]
        trial.state = RuleTrial.DONE
    except Exception:
        log.exception("rule trial %s", trial.pk)
        trial.state = RuleTrial.FAILED
    trial.finished_at = timezone.now()
    trial.save(update_fields=["counts", "groups", "units", "state", "finished_at", "looked"])


def _look(trial: RuleTrial) -> Tally:
    names = naming.current()
    mine = engine.compile_values(trial.content, names)
    if mine.holds is None:
        raise ValueError(trial.content.get("expression"))
    before = list(_earlier(trial, names))
    tally = Tally()
    for case, facts in _cases(trial.since, trial.until):
        view = naming.view_of(facts)
        trial.looked += 1
        if mine.holds(view):
            taken = engine.first_holding(before, view) is not None
            group = "earlier" if taken else _verdict(mine, case, facts, names)
            tally.groups["matched"].append(case.pk)
            tally.groups[group].append(case.pk)
            if case.lead_unit_id is not None:
                tally.units[case.lead_unit_id] += 1
        if trial.looked % BATCH == 0:
            RuleTrial.objects.filter(pk=trial.pk).update(looked=trial.looked)
    return tally


def _earlier(trial: RuleTrial, names: naming.Names) -> Iterator[engine.Compiled]:
    """The rules that are on and are asked before this one."""
    position = trial.content.get("position")
    rows = DispatchRule.objects.filter(enabled=True).exclude(code=trial.rule or None).order_by("position", "code")
    if position is not None:
        rows = rows.filter(Q(position__lt=position) | Q(position=position, code__lt=trial.rule))
    for row in rows:
        yield engine.compile_rule(row, names)


def _verdict(rule: engine.Compiled, case: Case, facts: Facts, names: naming.Names) -> str:
    found = catalogue.current()
    if rule.target != NOBODY:
        wanted = names.resolve(rule.target, rule.unit_id, facts)
        if wanted is None:
            return "unresolved"
        if case.lead_unit_id is None:
            return "undecided"
        had = found.unit(case.lead_unit_id)
        if had is None or wanted not in (had.id, *had.ancestors):
            return "differing"
    if rule.category_id is not None and rule.category_id not in found.category_line(case.category_id):
        return "differing"
    return "differing" if rule.urgency and rule.urgency != case.urgency else "agreed"


def _cases(since: datetime, until: datetime) -> Iterator[tuple[Case, Facts]]:
    """The cases of a span, the newest first, with their words."""
    within = Case.objects.filter(received_at__gte=since, received_at__lt=until).order_by("-received_at", "-id")
    keys = list(within.values_list("id", flat=True)[:AT_MOST])
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        rows = Case.objects.filter(pk__in=some).select_related("words").defer("words__search")
        held = {row.pk: row for row in rows}
        for key in some:
            if key in held:
                yield held[key], of_case(held[key], held[key].words.text)


# --- opening what a figure counts ------------------------------------------------------------------------------
def _of_group(what: str) -> Q:
    trial, _, group = what.partition(".")
    if group not in GROUPS:
        raise ValueError(what)
    ids = "SELECT jsonb_array_elements_text(groups -> %s)::bigint FROM dispatching_ruletrial WHERE id = %s"
    return Q(pk__in=RawSQL(ids, [group, UUID(trial)]))


def _in_words(what: str) -> str:
    _, _, group = what.partition(".")
    return f"规则试算中{GROUP_WORDS.get(group, group)}案件"


def register_all() -> None:
    gathered.register(gathered.Source("rule_trial", _of_group, _in_words))
