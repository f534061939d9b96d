"""Reads for the pages: the proposal of a case, hints for a list, versions with their cards, acting alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from chengyun.cases import access, catalogue
from chengyun.cases.engine import not_found
from chengyun.cases.present import iso
from chengyun.org.access import Actor

from . import acting, proposing, ranker, sources, training
from .facts import make
from .gathering import FROM, KINDS, query, tried
from .models import Acting, ModelVersion, Proposal, Waiting

DISPATCHES = ("case.dispatch", "case.reassign", "dispatching.view")


# --- one case --------------------------------------------------------------------------------------------------------
def proposal(number: str, actor: Actor, language: str) -> dict[str, Any]:
    """What the case page shows. Problem 404."""
    case = access.find(actor, number)
    if case is None:
        raise not_found(number)
    found = Proposal.objects.filter(case=case).first()
    waits = Waiting.objects.filter(case=case, attempts__lt=proposing.TRIES).exists()
    if found is None:
        return _told({"units": [], "categories": [], "similar": []}, actor, language) | {
            "state": "waiting" if waits else "none", "made_at": None, "version": None, "final": None,
            "decided_at": None, "verdict": "",
        }  # fmt: skip
    kept = {"units": found.units, "categories": found.categories, "similar": found.similar}
    return _told(kept, actor, language) | {
        "state": "waiting" if waits and not found.decided_at else "ready",
        "made_at": iso(found.made_at), "version": found.version_id,
        "final": _unit(found.final_unit_id) if found.final_unit_id else None, "decided_at": iso(found.decided_at),
        "verdict": verdict(found),
    }  # fmt: skip


def verdict(found: Proposal) -> str:
    if found.alone:
        return "alone"
    if found.decided_at is None or found.top_unit_id is None:
        return ""
    return "accepted" if found.final_unit_id == found.top_unit_id else "corrected"


def suggest(asked: Mapping[str, Any], actor: Actor, language: str) -> dict[str, Any]:
    """The same for a case that is still being typed; nothing is kept."""
    facts = make(dict(asked))
    suggestions, _ = proposing.suggested(facts)
    version = ModelVersion.objects.filter(state=ModelVersion.RUNNING).first()
    ranked = None
    if version is not None and len(facts.text) + len(facts.title) > 3 and ranker.is_warm(version):
        try:
            ranked = ranker.rank(version, [facts])[0]
        except ranker.RankerError:
            ranked = None
    told = proposing.told(sources.ask(facts, suggestions, ranked, sources.records()))
    return _told(told, actor, language) | {
        "state": "ready" if told["units"] or told["categories"] else "none", "made_at": iso(timezone.now()),
        "version": version.pk if version and ranked else None, "final": None, "decided_at": None, "verdict": "",
    }  # fmt: skip


def _told(kept: Mapping[str, Any], actor: Actor, language: str) -> dict[str, Any]:
    known = catalogue.current()
    categories = [(known.category(row["category"]), row["confidence"]) for row in kept["categories"]]
    return {
        "units": [_proposed(row, language) for row in kept["units"] if row["unit"] in known.units],
        "categories": [
            {"id": ref.id, "code": ref.code, "name": ref.name, "path": ref.path_name, "confidence": share}
            for ref, share in categories if ref is not None
        ],
        "similar": _similar(kept["similar"], actor),
    }  # fmt: skip


def _proposed(row: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "unit": _unit(row["unit"]), "confidence": row["confidence"],
        "co_units": [_unit(unit) for unit in row.get("co_units", ()) if unit in catalogue.current().units],
        "reasons": [
            {
                "source": reason["source"], "text": reason["en" if language == "en" else "zh"], "ref": reason["ref"],
                "link": reason["link"], "matched": list(reason["matched"]),
            }
            for reason in row["reasons"]
        ],
    }  # fmt: skip


def _unit(unit_id: int) -> dict[str, Any]:
    return {"id": unit_id, "name": catalogue.current().unit_name(unit_id)}


def _similar(kept: Sequence[Mapping[str, Any]], actor: Actor) -> list[dict[str, Any]]:
    """Those that this person may see."""
    outcomes = catalogue.current().outcomes
    seen = {row["number"] for row in kept}
    if kept and not access.sees_everything(actor):
        seen = set(access.visible_to(actor).filter(number__in=seen).values_list("number", flat=True))
    return [
        {
            "number": row["number"], "title": row["title"], "unit": _unit(row["unit"]), "outcome": row["outcome"],
            "outcome_name": outcomes[row["outcome"]].name if row["outcome"] in outcomes else "", "score": row["score"],
        }
        for row in kept if row["number"] in seen
    ]  # fmt: skip


def hints(numbers: Sequence[str], actor: Actor) -> list[dict[str, Any]]:
    """The first proposal of each of these cases, as far as this person may see them."""
    seen = access.visible_to(actor).filter(number__in=list(numbers)[:200]).values_list("id", "number")
    by_id = dict(seen)
    rows = Proposal.objects.filter(case_id__in=by_id, top_unit_id__isnull=False, decided_at__isnull=True)
    return [
        {
            "number": by_id[row.case_id], "unit": _unit(row.top_unit_id or 0), "confidence": row.confidence or 0.0,
            "source": row.units[0]["reasons"][0]["source"] if row.units and row.units[0]["reasons"] else "",
        }
        for row in rows
    ]  # fmt: skip


# --- versions --------------------------------------------------------------------------------------------------------
def versions(actor: Actor) -> dict[str, Any]:
    rows = list(ModelVersion.objects.order_by("-id")[:30])
    return {
        "versions": [_version(row) for row in rows], "closed": training.closed_cases(), "fewest": training.FEWEST,
        "may_manage": actor.can("dispatching.manage"),
    }  # fmt: skip


def _version(row: ModelVersion) -> dict[str, Any]:
    return {
        "id": row.pk, "state": row.state, "started_at": iso(row.started_at), "finished_at": iso(row.finished_at),
        "started_by": row.started_by, "promoted_at": iso(row.promoted_at), "promoted_by": row.promoted_by,
        "note": row.note, "there": bool(row.folder) and ranker.folder_of(row).is_dir(),
        "card": _card(row) if row.card else None,
    }  # fmt: skip


def _card(row: ModelVersion) -> dict[str, Any]:
    card, known = row.card, catalogue.current()
    tested, compared = card["tried"], card.get("compared", {})
    categories = card.get("categories_right", {"asked": 0, "right": 0})
    by_category = []
    for key, one in card["by_category"].items():
        ref = known.category(int(key))
        counted = _counted(row.pk, one["asked"], one["right"], int(key))
        by_category.append(
            {"id": int(key), "name": ref.path_name if ref else "", **counted, "top3": one["top3"]}
        )  # fmt: skip
    return {
        "trained": _of_span(card["trained"]), "units": card["trained"]["units"], "tried": _of_span(tested),
        **_counted(row.pk, tested["cases"], tested["right"]), "top3": tested["top3"],
        "categories_asked": categories["asked"], "categories_right": categories["right"],
        "compared_with": compared.get("version"), "compared_right": compared.get("right"),
        "seconds": card.get("seconds", 0.0),
        "by_category": sorted(by_category, key=lambda one: -one["asked"]["value"]),
    }  # fmt: skip


def _of_span(part: Mapping[str, Any]) -> dict[str, Any]:
    return {"cases": part["cases"], "since": _local(part["from"]), "until": _local(part["to"])}


def _local(text: str) -> str | None:
    return iso(datetime.fromisoformat(text))


def _counted(version: int, asked: int, right: int, category: int | None = None) -> dict[str, Any]:
    return {
        "asked": {"value": asked, "query": tried(version, "all", category)},
        "right": {"value": right, "query": tried(version, "kept", category)},
        "wrong": {"value": asked - right, "query": tried(version, "wrong", category)},
    }


# --- acting alone ----------------------------------------------------------------------------------------------------
_ALONE = ("sure", "sure_right", "sure_wrong", "alone")
_DRY = (
    "SELECT coalesce(p.category_id, 0), "
    + ", ".join(f"count(*) FILTER (WHERE {KINDS[name]})" for name in _ALONE)
    + f" FROM {FROM} WHERE f.at >= %s AND p.category_id IS NOT NULL GROUP BY 1"
)


def acting_alone(actor: Actor) -> dict[str, Any]:
    """Every minor category that had cases or a fit, with what it would have done lately."""
    running = ModelVersion.objects.filter(state=ModelVersion.RUNNING).first()
    fitted = running.card.get("acting", {}) if running else {}
    with connection.cursor() as cursor:
        cursor.execute(_DRY, [timezone.now() - acting.LOOKED_BACK])
        dry = {row[0]: row[1:] for row in cursor.fetchall()}
    known = catalogue.current()
    rows: list[dict[str, Any]] = []
    for row in Acting.objects.all():
        ref = known.category(row.category_id)
        if ref is None:
            continue
        why = fitted.get(str(row.category_id), {}).get("why", "") if row.cut is None else ""
        figures = {
            name: {"value": value, "query": query(kind, category=row.category_id, days=acting.LOOKED_BACK.days)}
            for name, kind, value in zip(
                ("sure", "right", "wrong", "alone"), _ALONE, dry.get(row.category_id, (0, 0, 0, 0)), strict=True
            )
        }  # fmt: skip
        rows.append({
            "id": ref.id, "code": ref.code, "name": ref.path_name, "active": row.active, "cut": row.cut,
            "precision": row.precision, "coverage": row.coverage, "fitted_on": row.fitted_on,
            "why": why or ("" if row.cut is not None else "too_few"), **figures,
            "checked_at": iso(row.checked_at), "switched_at": iso(row.switched_at), "switched_by": row.switched_by,
            "stopped_at": iso(row.stopped_at), "stopped_why": row.stopped_why,
        })  # fmt: skip
    rows.sort(key=lambda one: (not one["active"], one["cut"] is None, -one["fitted_on"]))
    return {
        "rows": rows, "wanted": acting.WANTED, "has_model": running is not None,
        "may_manage": actor.can("dispatching.manage"),
    }  # fmt: skip
