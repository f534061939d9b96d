"""Training: from closed cases to a version with a card, compared with the running one on later cases.

A version is trained on the older cases and tried on the newest ones, which neither it nor the running version has
seen; it is put to use only if it is better there. Versions stay on disk until more than KEPT newer ones are there.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from . import acting, alike, ranker
from .models import ModelVersion

log = logging.getLogger(__name__)
FEWEST = 200
"""Closed cases that it takes at least; below, rules, lists and similar cases have to do."""
MOST = 200_000
RARE = 3
HELD_SHARE, HELD_FEWEST, HELD_MOST = 0.1, 40, 2_000
FOLDS, FOLDED_MOST = 3, 15_000
KEPT = 8
AGAIN = 5_000
"""So many cases that nobody has yet are looked at anew when another version is put to use."""
LOST = timedelta(hours=3)

_CLOSED = """
SELECT c.id, c.title, t.text, c.address, c.channel, c.lead_unit_id, c.category_id, c.received_at, c.closed_at
FROM cases_case c JOIN cases_casetext t ON t.case_id = c.id
WHERE c.closed_at IS NOT NULL AND c.state IN ('closed', 'rated', 'archived') AND c.lead_unit_id IS NOT NULL
ORDER BY c.closed_at DESC, c.id DESC LIMIT %s
"""


_AGAIN = """
INSERT INTO dispatching_waiting (case_id, since, attempts)
SELECT id, now(), 0 FROM cases_case WHERE is_open AND dispatched_at IS NULL ORDER BY id DESC LIMIT %s
ON CONFLICT (case_id) DO UPDATE SET since = now(), attempts = 0
"""


class TooFew(Exception):
    """Not enough closed cases to learn from."""


@dataclass(frozen=True, slots=True)
class Past:
    """One closed case: what was known at first, and who handled it in the end."""

    id: int
    example: Any
    unit: str
    category: int | None
    days: float
    closed_at: datetime


def past(most: int = MOST, now: datetime | None = None) -> list[Past]:
    """The newest closed cases, the oldest first."""
    from .learning import Example

    now = now or timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_CLOSED, [most])
        found = [
            Past(
                key, Example(text=text, title=title, place=address, channel=channel), str(unit), category,
                max(0.0, (now - received).total_seconds() / 86_400), closed,
            )
            for key, title, text, address, channel, unit, category, received, closed in cursor.fetchall()
        ]  # fmt: skip
    return found[::-1]


def closed_cases() -> int:
    """How many cases there are to learn from, counted no further than needed."""
    closed = Case.objects.filter(closed_at__isnull=False, state__in=alike.DONE, lead_unit_id__isnull=False)
    return closed.order_by()[:FEWEST].count()


# --- asking for it ---------------------------------------------------------------------------------------------------
def begin(actor: Actor) -> ModelVersion:
    """A version to be trained by a job. Problem 409 while one is being trained, or with too few closed cases."""
    ModelVersion.objects.filter(state=ModelVersion.TRAINING, started_at__lt=timezone.now() - LOST).update(
        state=ModelVersion.FAILED, note="训练中断，没有完成。", finished_at=timezone.now()
    )
    if ModelVersion.objects.filter(state=ModelVersion.TRAINING).exists():
        raise Problem(409, "training", "正在训练", "已有一个版本在训练，完成后再试。")
    there = closed_cases()
    if there < FEWEST:
        raise Problem(
            409, "too_few", "已办结案件还不够",
            f"训练至少要 {FEWEST} 件已办结的案件，现在有 {there} 件。在此之前按规则、权责清单和相似案件给出建议。",
        )  # fmt: skip
    return ModelVersion.objects.create(
        started_at=timezone.now(), started_by_id=actor.account_id, started_by=actor.name[:80]
    )


def run(version_id: int) -> ModelVersion:
    """Train a version that was begun, compare it, and put it to use if it is better. Harmless when done twice."""
    version = ModelVersion.objects.get(pk=version_id)
    if version.state != ModelVersion.TRAINING:
        return version
    try:
        _train(version)
    except TooFew as error:
        fail(version, str(error))
    except Exception as error:
        fail(version, f"{type(error).__name__}: {error}")
        raise
    return version


def fail(version: ModelVersion, why: str) -> None:
    version.state, version.note, version.finished_at = ModelVersion.FAILED, why[:500], timezone.now()
    version.save()


def _train(version: ModelVersion) -> None:
    from .learning import embed_examples, train

    started = time.monotonic()
    cases = past()
    older, later = held_out(cases)
    folder = f"{version.pk:05d}"
    home = ranker.models_folder() / folder
    shutil.rmtree(home, ignore_errors=True)
    meant = embed_examples([c.example for c in older])
    unit_model = train(
        [c.example for c in older], [c.unit for c in older], days=[c.days for c in older], embedding=meant
    )
    _save(unit_model, home / ranker.UNITS)
    tried = _tried(unit_model, later)
    categorised = [c for c in older if c.category is not None]
    card = _card(older, later, tried)
    if len({c.category for c in categorised}) > 1:
        model = train(
            [c.example for c in categorised], [str(c.category) for c in categorised],
            days=[c.days for c in categorised], embedding=meant[[c.category is not None for c in older]],
        )  # fmt: skip
        _save(model, home / ranker.CATEGORIES)
        card["categories_right"] = _category_accuracy(model, later)
    fitted = acting.fit_all(cross_validated(unit_model, older, train), _sure(tried))
    card["acting"] = {str(key): _told(one) for key, one in fitted.items()}
    card["seconds"] = round(time.monotonic() - started, 1)
    version.card, version.cases, version.folder = card, len(older), folder
    version.finished_at = timezone.now()
    _decide(version, later, card)
    _tidy()


def _save(model: Any, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    model.save(folder)


def held_out(cases: Sequence[Past]) -> tuple[list[Past], list[Past]]:
    """(to learn from, later ones to be tried on). TooFew when one of them would be too small."""
    if len(cases) < FEWEST:
        raise TooFew(f"已办结案件只有 {len(cases)} 件，至少要 {FEWEST} 件。")
    size = max(HELD_FEWEST, min(HELD_MOST, int(len(cases) * HELD_SHARE)))
    older, later = list(cases[:-size]), list(cases[-size:])
    counts = Counter(c.unit for c in older)
    older = [c for c in older if counts[c.unit] >= RARE]
    if len({c.unit for c in older}) < 2:
        raise TooFew("已办结案件都由同一个单位办理，没有可学的。")
    return older, later


# --- how good it is ----------------------------------------------------------------------------------------------
Tried = list[tuple[Past, list[Any]]]


def _tried(model: Any, cases: Sequence[Past]) -> Tried:
    return list(zip(cases, model.rank_many([case.example for case in cases], 3), strict=True))


def _hit(case: Past, ranking: Sequence[Any]) -> bool:
    return bool(ranking) and ranking[0].label == case.unit


def _score(tried: Tried) -> tuple[int, int]:
    """(right in the first place, right among the first three)."""
    first = sum(_hit(case, ranking) for case, ranking in tried)
    return first, sum(any(one.label == case.unit for one in ranking[:3]) for case, ranking in tried)


def _sure(tried: Tried) -> list[tuple[int, float, bool]]:
    return [
        (case.category, float(ranking[0].confidence), _hit(case, ranking))
        for case, ranking in tried if case.category is not None and ranking
    ]  # fmt: skip


def cross_validated(model: Any, cases: Sequence[Past], train: Callable[..., Any]) -> list[tuple[int, float, bool]]:
    """(category, confidence, right) of training cases, told by a model that had not seen them: what training itself
    held out, else by training on parts of the newest."""
    if model.held is not None:
        held = [(cases[int(row)], ranking) for row, ranking in zip(model.held.rows, model.held.ranked, strict=True)]
        return _sure(held)
    some = list(cases[-FOLDED_MOST:])
    found: list[tuple[int, float, bool]] = []
    for fold in range(FOLDS):
        inside = [case for at, case in enumerate(some) if at % FOLDS != fold]
        outside = [case for at, case in enumerate(some) if at % FOLDS == fold]
        if len({case.unit for case in inside}) < 2:
            return []
        part = train([c.example for c in inside], [c.unit for c in inside], days=[c.days for c in inside])
        found += _sure(_tried(part, outside))
    return found


def _category_accuracy(model: Any, later: Sequence[Past]) -> dict[str, int]:
    tried = _tried(model, [case for case in later if case.category is not None])
    right = sum(bool(ranking) and ranking[0].label == str(case.category) for case, ranking in tried)
    return {"asked": len(tried), "right": right}


def _card(older: Sequence[Past], later: Sequence[Past], tried: Tried) -> dict[str, Any]:
    """What people read: trained on what, how good on later cases, in all and for each category."""
    first, three = _score(tried)
    each: dict[str, dict[str, Any]] = defaultdict(
        lambda: {"asked": 0, "right": 0, "top3": 0, "right_ids": [], "wrong_ids": []}
    )
    for case, ranking in tried:
        row = each[str(case.category or 0)]
        hit = _hit(case, ranking)
        row["asked"] += 1
        row["right"] += hit
        row["top3"] += any(one.label == case.unit for one in ranking[:3])
        row["right_ids" if hit else "wrong_ids"].append(case.id)
    return {
        "trained": {
            "cases": len(older), "units": len({c.unit for c in older}),
            "categories": len({c.category for c in older if c.category is not None}),
            "from": older[0].closed_at.isoformat(), "to": older[-1].closed_at.isoformat(),
        },
        "tried": {
            "cases": len(later), "right": first, "top3": three,
            "from": later[0].closed_at.isoformat(), "to": later[-1].closed_at.isoformat(),
        },
        "by_category": dict(each),
    }  # fmt: skip


def _told(one: acting.Fitted) -> dict[str, Any]:
    return {
        "cut": one.cut, "precision": one.precision, "coverage": one.coverage, "cases": one.cases, "why": one.why,
    }  # fmt: skip


# --- putting it to use -------------------------------------------------------------------------------------------
def _decide(version: ModelVersion, later: Sequence[Past], card: dict[str, Any]) -> None:
    """Compare with the running version on the same later cases."""
    running = ModelVersion.objects.filter(state=ModelVersion.RUNNING).first()
    first, three = card["tried"]["right"], card["tried"]["top3"]
    size = len(later)
    version.state = ModelVersion.READY
    if running is None:
        often = Counter(case.unit for case in later).most_common(1)[0][1]
        better = first > often
        version.note = (
            f"第一个版本：{size} 件较新的案件中 {first} 件首选正确。" if better
            else f"没有启用：{size} 件较新的案件中只有 {first} 件首选正确，不比总猜最常见的单位（{often} 件）好。"
        )  # fmt: skip
    else:
        old = _score_of(running, later)
        if old is None:
            better = True
            version.note = f"使用中的版本 {running.pk} 已不能打开；本版本 {size} 件中 {first} 件首选正确。"
        else:
            card["compared"] = {"version": running.pk, "right": old[0], "top3": old[1]}
            better = (first, three) > old
            version.note = (
                f"{'比' if better else '没有启用：不比'}使用中的版本 {running.pk} 好：同样 {size} 件较新的案件，"
                f"首选正确 {first} 件对 {old[0]} 件，前三 {three} 件对 {old[1]} 件。"
            )
    version.save()
    if better:
        promote(version.pk, system_actor("自动比较"), note=version.note)
        version.refresh_from_db()


def _score_of(running: ModelVersion, later: Sequence[Past]) -> tuple[int, int] | None:
    from .learning import Model

    try:
        return _score(_tried(Model.load(ranker.folder_of(running) / ranker.UNITS), later))
    except Exception:
        log.exception("the running model %s cannot be opened", running.pk)
        return None


def promote(version_id: int, actor: Actor, note: str = "") -> ModelVersion:
    """Put a version to use, a newer or an older one; the running one is retired and kept. Problem 404, 409."""
    with transaction.atomic():
        version = ModelVersion.objects.select_for_update().filter(pk=version_id).first()
        if version is None:
            raise Problem(404, "not_found", "没有这个版本", "它可能已被清理，请刷新。")
        if version.state == ModelVersion.RUNNING:
            return version
        if version.state not in (ModelVersion.READY, ModelVersion.RETIRED) or not ranker.folder_of(version).is_dir():
            raise Problem(409, "not_ready", "不能启用这个版本", "它没有训练成，或文件已被清理。")
        ModelVersion.objects.filter(state=ModelVersion.RUNNING).update(state=ModelVersion.RETIRED)
        version.state, version.promoted_at, version.promoted_by = ModelVersion.RUNNING, timezone.now(), actor.name[:80]
        version.note = note or version.note
        version.save()
        fitted = {int(key): acting.Fitted(**one) for key, one in _fitted_of(version).items()}
        acting.keep(fitted)
        with connection.cursor() as cursor:
            cursor.execute(_AGAIN, [AGAIN])
    log.info("model %s put to use by %s", version.pk, actor.name)
    return version


def _fitted_of(version: ModelVersion) -> dict[str, Any]:
    found: dict[str, Any] = version.card.get("acting", {})
    return found


def _tidy() -> None:
    """Remove the files of versions that nobody will go back to; their cards stay."""
    keep = set(ModelVersion.objects.filter(state=ModelVersion.RUNNING).values_list("folder", flat=True))
    keep |= set(ModelVersion.objects.exclude(folder="").order_by("-id").values_list("folder", flat=True)[:KEPT])
    home = ranker.models_folder()
    for folder in home.iterdir() if home.is_dir() else ():
        if folder.is_dir() and folder.name.isdigit() and folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)
