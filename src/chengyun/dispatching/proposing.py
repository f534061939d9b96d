"""Proposals: made for every case that waits, kept with what was decided, carried out where acting alone is on."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Case

from . import acting, combining, precedents, ranker, responsibilities, rules, sources
from .facts import Facts, Suggestion, of_cases
from .models import FirstDispatch, ModelVersion, Proposal, Waiting

log = logging.getLogger(__name__)
BATCH, MOST = 50, 2_000
TRIES = 3
DECIDED_LATELY = timedelta(days=1)


class SomeFailed(RuntimeError):
    """Cases for which no proposal could be made; the others have theirs."""


def work_off(most: int = MOST) -> dict[str, int]:
    """Look at the cases that wait. Raises SomeFailed at the end, so that the page of jobs shows what went wrong."""
    made = alone = 0
    failed: dict[int, str] = {}
    while made + len(failed) < most:
        waiting = list(
            Waiting.objects.filter(attempts__lt=TRIES).exclude(case_id__in=failed).order_by("since", "case_id")[:BATCH]
        )
        if not waiting:
            break
        cases = Case.objects.in_bulk([row.case_id for row in waiting])
        some = [case for row in waiting if (case := cases.get(row.case_id)) is not None and _asks(case)]
        done, wrong = _propose(some)
        made += len(done)
        alone += sum(acting.dispatch(cases[key]) for key in done)
        failed |= wrong
        _leave(waiting, wrong)
    if failed:
        raise SomeFailed(f"{len(failed)} 件没有派单建议，首件：{next(iter(failed.values()))}")
    return {"made": made, "alone": alone}


def _asks(case: Case) -> bool:
    """Whether a proposal is still worth making."""
    lately = timezone.now() - DECIDED_LATELY
    return case.is_open and (case.dispatched_at is None or case.dispatched_at > lately)


def _leave(waiting: Sequence[Waiting], wrong: Mapping[int, str]) -> None:
    """What changed again meanwhile goes on waiting; what failed is tried again later."""
    for row in waiting:
        mine = Waiting.objects.filter(case_id=row.case_id, since=row.since)
        if row.case_id in wrong:
            mine.update(attempts=F("attempts") + 1)
        else:
            mine.delete()


def _propose(cases: Sequence[Case]) -> tuple[list[int], dict[int, str]]:
    """(cases with a new proposal, case → what went wrong)."""
    if not cases:
        return [], {}
    done: list[int] = []
    wrong: dict[int, str] = {}
    some = of_cases(cases)
    version = ModelVersion.objects.filter(state=ModelVersion.RUNNING).first()
    ranked, broken = _ranked(version, some)
    kept = sources.records()
    for case, facts, told in zip(cases, some, ranked, strict=True):
        try:
            suggestions, problem = suggested(facts)
            with transaction.atomic():
                _store(case, version if told else None, sources.ask(facts, suggestions, told, kept), suggestions)
            done.append(case.pk)
            problem = problem or broken
        except Exception as error:
            log.exception("no proposal for %s", case.number)
            problem = f"{case.number}: {error}"
        if problem:
            wrong[case.pk] = problem
    return done, wrong


def suggested(facts: Facts) -> tuple[list[Suggestion], str]:
    """What rules, responsibility list and precedents say; and what went wrong, which stops nothing."""
    found: list[Suggestion] = []
    wrong = ""
    for ask in (rules.proposed, responsibilities.proposed, precedents.proposed):
        try:
            with transaction.atomic():
                found += ask(facts)
        except Exception as error:
            log.exception("%s for %s", ask.__module__, facts.number)
            wrong = f"{facts.number}: {error}"
    return found, wrong


def _ranked(
    version: ModelVersion | None, some: Sequence[Facts]
) -> tuple[Sequence[dict[str, ranker.Ranking] | None], str]:
    """What the running model says; without one, or when it is broken, nothing."""
    if version is None:
        return [None] * len(some), ""
    try:
        return ranker.rank(version, some), ""
    except ranker.RankerError as error:
        log.error("model %s: %s", version.pk, error)
        return [None] * len(some), f"模型 {version.pk} 不能使用：{error}"


def told(asked: sources.Asked) -> dict[str, Any]:
    """Ranked units and categories, and the three likest closed cases, as they are kept and shown."""
    known = catalogue.current()
    choices = [one for one in combining.combine(asked.opinions, 12) if one.unit in known.units][: combining.SHOWN]
    return {
        "units": [
            {
                "unit": one.unit, "confidence": round(one.confidence, 4), "co_units": list(one.co_units),
                "reasons": [asdict(reason) for reason in one.reasons],
            }
            for one in choices
        ],
        "categories": [{"category": key, "confidence": share} for key, share in asked.categories],
        "similar": [
            {"number": n.number, "unit": n.unit_id, "outcome": n.outcome, "title": n.title, "score": n.score}
            for n in asked.neighbours[:3]
        ],
    }  # fmt: skip


def _store(case: Case, version: ModelVersion | None, asked: sources.Asked, suggestions: Sequence[Suggestion]) -> None:
    found = told(asked)
    top = found["units"][0] if found["units"] else None
    said = {}
    for one in asked.opinions:
        unit, share = max(one.shares.items(), key=lambda each: each[1])
        ref = one.reasons[unit].ref if one.source in combining.PRIOR and unit in one.reasons else ""
        said[one.source] = {"unit": unit, "share": round(share, 4), "ref": ref}
    first = _first_dispatch(case)
    Proposal.objects.update_or_create(
        case=case,
        defaults={
            "made_at": timezone.now(), "version": version, "category_id": case.category_id, **found, "sources": said,
            "top_unit_id": top["unit"] if top else None, "confidence": top["confidence"] if top else None,
            "sure": acting.sureness(case, top, said), **first,
        },
    )  # fmt: skip


def _first_dispatch(case: Case) -> dict[str, Any]:
    """What has been decided already, for a case that was dispatched while it was registered."""
    found = FirstDispatch.objects.filter(case=case).first()
    if found is None:
        return {}
    return {"final_unit_id": found.unit_id, "decided_at": found.at, "decided_by_id": found.by_id}
