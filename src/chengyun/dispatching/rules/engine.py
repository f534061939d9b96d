"""The rules that are on, compiled once per process and asked for each case: the first that holds decides.

A rule that cannot be understood or fails is not passed over silently: it raises an alarm (alarms.py). A rule that holds
but whose unit has ended proposes nobody, and no later rule is asked: what was laid down first must not be overridden by
something that was meant for other cases.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.kernel import revision
from chengyun.org.models import valid_on

from ..facts import RULE, Facts, Suggestion
from ..models_rules import NOBODY, UNIT, DispatchRule
from . import language as lang
from . import names as naming
from .content import read, values_of
from .language.evaluating import Predicate

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Compiled:
    """A rule ready to be asked; `holds` is None when it cannot be."""

    code: str
    name: str
    target: str
    unit_id: int | None
    co_units: tuple[int, ...]
    category_id: int | None
    urgency: str
    node: lang.Node | None
    holds: Predicate | None
    faults: tuple[lang.Fault, ...] = ()


@dataclass(frozen=True)
class _Kept:
    mark: tuple[Any, ...]
    rules: tuple[Compiled, ...]


_kept: _Kept | None = None


def compiled() -> tuple[Compiled, ...]:
    """The rules that are on today, in order."""
    global _kept
    names = naming.current()
    mark = (revision.current(naming.TOPIC), *names.mark)
    known = _kept
    if known is None or known.mark != mark:
        rows = DispatchRule.objects.filter(valid_on(timezone.localdate()), enabled=True).order_by("position", "code")
        _kept = known = _Kept(mark, tuple(compile_rule(row, names) for row in rows))
    return known.rules


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _kept
    _kept = None
    naming.forget()


def compile_rule(row: DispatchRule, names: naming.Names) -> Compiled:
    return compile_values(values_of(row, names.by_id, catalogue.current().categories), names)


def compile_values(values: Mapping[str, Any], names: naming.Names) -> Compiled:
    """A rule from its master data columns, saved or still in a form."""
    found = read(values, names)
    helpers = (names.units.get(code) for code in values.get("co_units") or ())
    unit = names.units.get(values.get("unit") or "")
    category = next((c.id for c in catalogue.current().categories.values() if c.code == values.get("category")), None)
    return Compiled(
        values.get("code") or "", values.get("name") or "", values.get("target") or UNIT, unit.id if unit else None,
        tuple(u.id for u in helpers if u and not u.closed), category, values.get("urgency") or "", found.node,
        lang.predicate(found.node) if found.node is not None else None, tuple(found.all),
    )  # fmt: skip


def first_holding(rules: Sequence[Compiled], view: lang.View) -> Compiled | None:
    """The first rule that holds; one that fails is noted and skipped."""
    for rule in rules:
        if rule.holds is None:
            continue
        try:
            if rule.holds(view):
                return rule
        except Exception:
            log.exception("dispatch rule %s", rule.code)
            _note(rule)
    return None


def _note(rule: Compiled) -> None:
    from .alarms import note_failure

    note_failure(rule.code, rule.name)


def proposed(facts: Facts) -> list[Suggestion]:
    """What the rules say about a case: at most one suggestion."""
    rules = compiled()
    if not rules:
        return []
    view = naming.view_of(facts)
    rule = first_holding(rules, view)
    if rule is None:
        return []
    names = naming.current()
    unit_id = None if rule.target == NOBODY else names.resolve(rule.target, rule.unit_id, facts)
    if unit_id is None and rule.target != NOBODY:
        return []
    return [_suggestion(rule, unit_id, view, names)]


def _suggestion(rule: Compiled, unit_id: int | None, view: lang.View, names: naming.Names) -> Suggestion:
    assert rule.node is not None
    passages = [text for part in lang.explain(rule.node, view, names.words) if part.held for text in part.passages]
    return Suggestion(
        RULE, unit_id, f"规则“{rule.name}”：{lang.to_text(rule.node, names.words)}",
        f"Rule “{rule.name}”: {lang.to_text(rule.node, names.words, 'en')}",
        tuple(id_ for id_ in rule.co_units if id_ != unit_id), rule.category_id, rule.urgency,
        link=f"/dispatching/rules?rule={rule.code}", ref=rule.code, matched=tuple(dict.fromkeys(passages)),
    )  # fmt: skip
