"""Two cases side by side: why they may be one matter, which of them may be joined to the other, and "not the same"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, catalogue, engine, finding, lifecycle, likeness, relations, similar
from .catalogue import Catalogue
from .likeness import Told
from .models import Assignment, Case, Likely
from .present import RowTeller, iso
from .queries import rows_of_cases
from .work import Work

MOST = 20
JOIN = "case.join"


# --- of one case -------------------------------------------------------------------------------------------------
def likely(number: str, actor: Actor, language: str = "zh") -> list[dict[str, Any]]:
    """The open cases that may be the same matter as this one, the likest first, as far as this person may see them."""
    case = access.find(actor, number)
    if case is None:
        raise engine.not_found(number)
    pairs = {
        other: (score, reasons)
        for other, score, reasons in Likely.objects.filter(case=case, live=True)
        .order_by("-score", "other_id")
        .values_list("other_id", "score", "reasons")[:MOST]
    }
    keys = list(pairs)
    if keys and not access.sees_everything(actor):
        keys = list(access.visible_to(actor).filter(pk__in=keys).values_list("pk", flat=True))
    if not keys:
        return []
    teller = RowTeller(catalogue.current(), timezone.now(), language)
    told = []
    for row in similar.rows_of(keys):
        score, reasons = pairs[row["id"]]
        told.append({"case": teller.tell(row), "score": score, "reasons": _said(reasons, actor, language)})
    return sorted(told, key=lambda one: (-one["score"], one["case"]["number"]))


def _said(reasons: Sequence[Sequence[str]], actor: Actor, language: str) -> list[dict[str, str]]:
    """In words; who may not know people is not told that two have the same caller."""
    known = reasons if relations.may_know_people(actor) else [one for one in reasons if one[0] != "caller"]
    return similar.in_words(known, language)


# --- of two ------------------------------------------------------------------------------------------------------
def compare(number: str, other: str, actor: Actor, language: str = "zh") -> dict[str, Any]:
    """Both cases, how alike they are and why, and what may be done. Raises Problem 404 for one that is not there."""
    works = _both(number, other, actor)
    known = catalogue.current()
    keys = [work.case.pk for work in works]
    teller = RowTeller(known, timezone.now(), language)
    found = {row["id"]: row for row in rows_of_cases("cases_case c", "WHERE c.id = ANY(%s)", [keys])}
    words = _words(keys, known)
    (left, right), weights = [words[key][1] for key in keys], likeness.weights_of(finding.token_shares())
    like = likeness.compare(left, right, weights)
    reasons = similar.arguments(like, found[keys[1]], likeness.words_of_both(left, right, weights), known)
    pair = Likely.objects.filter(case_id=keys[0], other_id=keys[1]).first()
    return {
        "left": _side(works[0], found[keys[0]], words[keys[0]][0], teller),
        "right": _side(works[1], found[keys[1]], words[keys[1]][0], teller),
        "score": like.score, "reasons": _said(reasons, actor, language),
        "different": {"by": pair.decided_by, "at": iso(pair.decided_at)} if pair and pair.decided else None,
        "joins": [_joins(works[0], works[1]), _joins(works[1], works[0])],
        "lead": _lead(works[0].case, works[1].case).number,
        "may_decide": actor.can(JOIN),
    }  # fmt: skip


def _both(number: str, other: str, actor: Actor) -> list[Work]:
    wanted = [number.upper(), other.upper()]
    if wanted[0] == wanted[1]:
        raise Problem(422, "invalid", "请选择两件不同的案件", "一件案件不能与自己比较。")
    cases = {case.number: case for case in access.visible_to(actor).filter(number__in=wanted)}
    for asked in wanted:
        if asked not in cases:
            raise engine.not_found(asked)
    parts = rows.fetch(Assignment, "case_id = ANY(%s) ORDER BY id", [[case.pk for case in cases.values()]])
    return [
        Work(case, lifecycle.get(case.lifecycle), actor, timezone.now(), [p for p in parts if p.case_id == case.pk])
        for case in (cases[asked] for asked in wanted)
    ]


def _words(keys: list[int], known: Catalogue) -> dict[int, tuple[str, Told]]:
    found = rows.execute(
        "SELECT c.id, t.text, array_to_string(tsvector_to_array(t.search), ' '), c.lng, c.lat, c.area_id,"
        " c.category_id, r.phone_index FROM cases_case c JOIN cases_casetext t ON t.case_id = c.id"
        " LEFT JOIN cases_requester r ON r.id = c.requester_id WHERE c.id = ANY(%s)",
        [keys],
    )
    return {
        key: (
            text,
            similar.told_of(held, (lng, lat, area, category, caller), known),
        )
        for key, text, held, lng, lat, area, category, caller in found.fetchall()
    }


def _side(work: Work, row: Mapping[str, Any], text: str, teller: RowTeller) -> dict[str, Any]:
    case = work.case
    return {
        "case": teller.tell(row), "text": text, "external_id": case.external_id,
        "occurred_at": iso(case.occurred_at),
        "units": [
            work.catalogue.unit_name(part.unit_id) for part in work.assignments if part.state in Assignment.OPEN
        ],
    }  # fmt: skip


def _joins(work: Work, main: Work) -> dict[str, Any]:
    """Whether one case may be joined to the other now; `why_not` in words."""
    return {"number": work.case.number, "into": main.case.number, "why_not": _why_not(work, main)}


def _why_not(work: Work, main: Work) -> str:
    case, lead = work.case, main.case
    rule = work.lifecycle.actions.get("join")
    if case.joined_to_id is not None:
        return "已并入这件案件" if case.joined_to_id == lead.pk else "已并入另一件案件"
    if rule is None or case.lifecycle != lead.lifecycle:
        return "只能并入同一类案件"
    if not engine.permitted(work, rule):
        return "您没有并案的权限"
    if case.state not in rule.from_states:
        return f"现在是“{work.lifecycle.states[case.state].name}”，不能并入别的案件"
    if lead.joined_to_id is not None:
        return "对方已并入另一件案件"
    if not lead.is_open:
        return "对方已经办结"
    back = main.lifecycle.actions.get("callback")
    return "对方已回访完毕，等待结案" if back is not None and lead.state in back.to else ""


def _lead(one: Case, other: Case) -> Case:
    """Which should lead: what others were joined to already, what is further on its way, what came first."""
    return min(one, other, key=lambda case: (-case.callers, case.dispatched_at is None, case.received_at, case.pk))


# --- "not the same" ------------------------------------------------------------------------------------------------
_DECIDE = """
INSERT INTO cases_likely (case_id, other_id, score, reasons, live, decided, decided_by_id, decided_by, decided_at,
  found_at)
SELECT a.id, b.id, 0, '[]', false, 'different', %s, %s, now(), now()
FROM cases_case a, cases_case b WHERE a.id <> b.id AND a.id = ANY(%s) AND b.id = ANY(%s)
ON CONFLICT (case_id, other_id) DO UPDATE SET live = false, decided = EXCLUDED.decided,
  decided_by_id = EXCLUDED.decided_by_id, decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at
"""
_UNDECIDE = """
UPDATE cases_likely l SET decided = '', decided_by_id = NULL, decided_by = '', decided_at = NULL,
  live = (l.score > 0 AND a.is_open AND b.is_open)
FROM cases_case a, cases_case b
WHERE a.id = l.case_id AND b.id = l.other_id AND l.case_id = ANY(%s) AND l.other_id = ANY(%s)
"""


def decide(number: str, other: str, actor: Actor, different: bool) -> None:
    """不是同一件事: remembered with the name, and not suggested again; or taken back."""
    keys = [work.case.pk for work in _both(number, other, actor)]
    with transaction.atomic():
        if different:
            rows.execute(_DECIDE, [actor.account_id, actor.name[:80], keys, keys])
        else:
            rows.execute(_UNDECIDE, [keys, keys])
