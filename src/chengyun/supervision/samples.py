"""质量抽查: a sample is drawn, two reviewers look at each case, a third when they differ; results by unit."""

from __future__ import annotations

import secrets
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Q
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered
from chengyun.cases.present import iso
from chengyun.kernel import masks, rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import ladder, rules
from .models import QualityReview, QualitySample, SampleItem
from .permissions import SAMPLE
from .starting import invalid
from .words import ITEM_STATES, NA, NO, PASS, YES

LONGEST = timedelta(days=100)
MOST_SHOWN = 100
SOURCE = "sampled"


# --- drawing ----------------------------------------------------------------------------------------------------------
def draw(actor: Actor, given: Any, now: datetime | None = None) -> int:
    """A new sample; its id. Problem 422."""
    now = now or timezone.now()
    questions = [
        {"code": q.code, "name": q.name, "help": q.help, "points": q.points, "critical": q.critical}
        for q in ladder.current().questions
    ]
    if not questions:
        raise invalid("", "评查清单是空的，请先在基础数据里写好“质量评查清单”。")
    if given.closed_to < given.closed_from:
        raise invalid("closed_to", "结束日期不能早于开始日期。")
    if given.closed_to - given.closed_from > LONGEST:
        raise invalid("closed_to", "一次最多抽 100 天内办结的案件。")
    strata = population(actor, given.closed_from, given.closed_to)
    whole = sum(len(found) for found in strata.values())
    if not whole:
        raise invalid("closed_from", "这段时间没有办结的案件，请换一段时间。")
    seed = given.seed if given.seed is not None else secrets.randbelow(2**31)
    drawn = rules.draw(strata, given.size, seed)
    with transaction.atomic():
        sample = QualitySample.objects.create(
            name=given.name, closed_from=given.closed_from, closed_to=given.closed_to, size=given.size, seed=seed,
            pass_mark=given.pass_mark, cases=whole, questions=questions, drawn_at=now, drawn_by_id=actor.account_id,
            drawn_by=actor.name[:120], strata=[
                {"unit": unit, "category": category, "cases": len(found), "drawn": len(drawn[unit, category])}
                for (unit, category), found in strata.items()
            ],
        )  # fmt: skip
        SampleItem.objects.bulk_create([
            SampleItem(sample=sample, case_id=case, unit_id=unit or None, category_id=category or None)
            for (unit, category), some in drawn.items() for case in some
        ])  # fmt: skip
    return sample.pk


def population(actor: Actor, first: date, last: date) -> dict[rules.Stratum, list[int]]:
    """Closed cases with a unit, by leading unit and major class."""
    zone = timezone.get_default_timezone()
    start, end = datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)
    cases = access.visible_to(actor).filter(
        closed_at__gte=start, closed_at__lt=end, is_open=False, lead_unit__isnull=False, joined_to__isnull=True
    )
    asked = rows.compose(cases.order_by().values_list("id", "lead_unit_id", "category_id"))
    roots = _roots()
    strata: dict[rules.Stratum, list[int]] = defaultdict(list)
    if asked.sql:
        with connection.cursor() as cursor:
            cursor.execute(asked.sql, asked.params)
            for case, unit, category in cursor:
                strata[unit, roots.get(category, 0)].append(case)
    return dict(sorted(strata.items()))


def _roots() -> dict[int | None, int]:
    known = catalogue.current().categories
    return {row.id: row.ancestors[0] if row.ancestors else row.id for row in known.values()}


# --- reading ----------------------------------------------------------------------------------------------------------
def listed() -> dict[str, Any]:
    found = QualitySample.objects.annotate(
        drawn=Count("items"), decided=Count("items", filter=Q(items__state="final")),
        passed=Count("items", filter=Q(items__result=PASS)),
    ).order_by("-drawn_at", "-id")[:MOST_SHOWN]  # fmt: skip
    questions = len(ladder.current().questions)
    return {"items": [_told(row, row.drawn, row.decided, row.passed) for row in found], "questions": questions}


def _told(row: QualitySample, drawn: int, decided: int, passed: int) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "closed_from": row.closed_from.isoformat(),
        "closed_to": row.closed_to.isoformat(), "size": row.size, "seed": row.seed, "pass_mark": row.pass_mark,
        "cases": row.cases, "drawn": drawn, "decided": decided, "passed": passed, "drawn_at": iso(row.drawn_at),
        "drawn_by": row.drawn_by, "query": {"gathered": f"sample:{row.pk}"},
    }  # fmt: skip


def find(sample_id: int) -> QualitySample:
    found = QualitySample.objects.filter(pk=sample_id).first()
    if found is None:
        raise Problem(404, "not_found", "没有找到样本", "编号有误，请刷新后再看。")
    return found


def detail(actor: Actor, sample_id: int) -> dict[str, Any]:
    row = find(sample_id)
    items = list(row.items.select_related("case").prefetch_related("reviews").order_by("id")[:2000])
    decided = [item for item in items if item.state == "final"]
    passed = sum(item.result == PASS for item in decided)
    known = catalogue.current()
    return {
        **_told(row, len(items), len(decided), passed), "questions": row.questions,
        "strata": [
            {
                "unit": known.unit_name(part["unit"]),
                "category": getattr(known.category(part["category"]), "name", ""),
                "cases": part["cases"], "drawn": part["drawn"],
            }
            for part in row.strata
        ],
        "units": _units(row, items), "items": [_item(actor, item) for item in items], "may_draw": actor.can(SAMPLE),
    }  # fmt: skip


def _units(row: QualitySample, items: list[SampleItem]) -> list[dict[str, Any]]:
    """The result of each unit, the worst first."""
    known, by_unit = catalogue.current(), defaultdict[int | None, list[SampleItem]](list)
    for item in items:
        by_unit[item.unit_id].append(item)
    found = []
    for unit, some in by_unit.items():
        done = [item for item in some if item.state == "final"]
        scores = [item.score for item in done if item.score is not None]
        ref = known.unit(unit)
        found.append({
            "name": ref.name if ref else known.unit_name(unit), "drawn": len(some), "decided": len(done),
            "passed": sum(item.result == PASS for item in done),
            "score": round(sum(scores) / len(scores), 1) if scores else None,
            "query": {"gathered": f"sample:{row.pk}", "unit": ref.code, "direct": "unit"} if ref else {},
        })  # fmt: skip
    return sorted(found, key=lambda one: (_share(one), -one["drawn"], one["name"]))


def _share(one: dict[str, Any]) -> float:
    return float(one["passed"]) / one["decided"] if one["decided"] else 2.0


def _item(actor: Actor, item: SampleItem) -> dict[str, Any]:
    """Before the result is there a reviewer sees nobody's answers but their own."""
    known, final = catalogue.current(), item.state == "final"
    reviews = list(item.reviews.all())
    mine = next((review for review in reviews if review.reviewer_id == actor.account_id), None)
    return {
        "id": item.pk, "number": item.case.number, "title": masks.mask_text(item.case.title),
        "unit": known.unit_name(item.unit_id), "category": getattr(known.category(item.category_id), "name", ""),
        "state": item.state, "state_name": ITEM_STATES[item.state], "result": item.result, "score": item.score,
        "reviews": len(reviews), "mine": mine is not None,
        "may_review": not final and mine is None and actor.account_id is not None,
        "said": [
            {
                "reviewer": review.reviewer, "at": iso(review.at), "answers": review.answers, "note": review.note,
                "score": review.score, "verdict": review.verdict,
            }
            for review in sorted(reviews, key=lambda review: review.pk)
            if final or review.reviewer_id == actor.account_id
        ],
    }  # fmt: skip


# --- reviewing --------------------------------------------------------------------------------------------------------
def review(actor: Actor, sample_id: int, item_id: int, given: Any, now: datetime | None = None) -> None:
    """One reviewer's answers; the result is there when two agree, or the third has spoken. Problem 404, 409, 422."""
    now = now or timezone.now()
    if actor.account_id is None:
        raise Problem(403, "forbidden", "没有权限", "评查要由人来做。")
    sample = find(sample_id)
    with transaction.atomic():
        item = SampleItem.objects.select_for_update().filter(sample=sample, pk=item_id).first()
        if item is None:
            raise Problem(404, "not_found", "没有找到样本", "编号有误，请刷新后再看。")
        if item.state == "final":
            raise _conflict("这一件已经评定，不能再评。", item)
        if item.reviews.filter(reviewer_id=actor.account_id).exists():
            raise _conflict("您已经评过这一件，要由另一个人复评。", item)
        _complete(sample, given)
        score, verdict = rules.judged(sample.questions, given.answers, sample.pass_mark)
        if verdict != PASS and len(given.note.strip()) < 2:
            raise invalid("note", "评为不合格要写明理由。")
        QualityReview.objects.create(
            item=item, reviewer_id=actor.account_id, reviewer=actor.name[:120], at=now, answers=given.answers,
            note=given.note, score=score, verdict=verdict,
        )  # fmt: skip
        said = list(item.reviews.order_by("id").values_list("score", "verdict"))
        item.state, item.result, item.score = rules.settled(said)
        item.decided_at = now if item.state == "final" else None
        item.save()


def _complete(sample: QualitySample, given: Any) -> None:
    codes = {question["code"]: question["name"] for question in sample.questions}
    strange = set(given.answers) - set(codes)
    if strange:
        raise invalid("answers", f"清单里没有“{min(strange)[:40]}”这一项。")
    missing = [name for code, name in codes.items() if given.answers.get(code) not in (YES, NO, NA)]
    if missing:
        raise invalid("answers", f"还没有回答：{missing[0]}")


def _conflict(text: str, item: SampleItem) -> Problem:
    return Problem(409, "conflict", "评查已有变化", text, current={"id": item.pk, "state": item.state})


# --- as a filter of every list of cases -------------------------------------------------------------------------------
def _of_sample(what: str) -> Q:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    if not QualitySample.objects.filter(pk=number).exists():
        raise ValueError(what)
    return Q(pk__in=SampleItem.objects.filter(sample_id=number).values("case_id"))


def _decided(what: str) -> Q:
    """ "pass:2026-01-01:2026-02-01:UNIT": decided in that span, the end not included."""
    result, first, end, unit = [*what.split(":"), "", "", ""][:4]
    start, until = date.fromisoformat(first), date.fromisoformat(end)
    if result not in ("all", "pass", "fail") or not date(2000, 1, 1) <= start <= until <= date(2200, 1, 1):
        raise ValueError(what)
    zone = timezone.get_default_timezone()
    found = SampleItem.objects.filter(
        decided_at__gte=datetime.combine(start, time(), zone), decided_at__lt=datetime.combine(until, time(), zone)
    )
    if result != "all":
        found = found.filter(result=result)
    if unit:
        keys = [row.id for row in catalogue.current().units.values() if row.code == unit]
        if not keys:
            raise ValueError(unit)
        found = found.filter(unit_id__in=keys)
    return Q(pk__in=found.values("case_id"))


def register_source() -> None:
    gathered.register(
        gathered.Source("sample", _of_sample, lambda what: f"质量抽查 {what}"),
        gathered.Source(SOURCE, _decided, lambda what: "抽查评定的案件"),
    )
