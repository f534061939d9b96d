"""Invented assessment for the demo district: schemes that run, last month closed and published, this month running with
ratings, a deduction, an appeal and samples to rate. Nothing here is a real rating."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Case
from chengyun.kernel import revision
from chengyun.kernel.months import next_month
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, actor_for, system_actor
from chengyun.org.models import Account, Unit

from . import acting, closing, computing, demo_streets, facts, rating, scheme, words
from .models import Rating, ScoreMonth, ScoringScheme

SEED = 20261124
COMMENTS = (
    "到场及时，处理到位。",
    "联系后当天到场，效果较好。",
    "需要再催一次才到场。",
    "配合尚可，答复可以再具体些。",
)


def fill() -> int:
    """Make it all unless a month is closed already; how many months were closed."""
    if ScoreMonth.objects.exists():
        return 0
    ScoringScheme.objects.update(enabled=True)
    revision.bump(computing.TOPIC)
    computing.forget()
    rng, actor = random.Random(SEED), system_actor("演示数据")
    this = timezone.localdate().replace(day=1)
    last = next_month(this, -1)
    demo_streets.fill(rng, actor, (last, this))
    for month, share in ((last, 1.0), (this, 0.4)):
        _streets(rng, month, share)
        _samples(rng, actor, month, share)
    closing.close(actor, last)
    closing.publish(actor, last, f"演示通报〔{last.year}〕{last.month}号", "演示数据，不是任何单位的真实成绩。")
    _deduction(actor, this)
    _appeal(this)
    return 1


def _streets(rng: random.Random, month: date, share: float) -> None:
    """Subdistricts' forms."""
    units = rating.units_rated(month, words.PEER)
    questions = rating.question_list(month, words.PEER)
    streets = list(Unit.objects.filter(kind="subdistrict").order_by("code"))
    for street in streets[: max(1, round(len(streets) * share))]:
        for unit in units:
            answers = {one["name"]: Decimal(round(one["most"] * rng.uniform(0.7, 1))) for one in questions}
            Rating.objects.create(
                month=month, by=words.PEER, unit_id=unit, rater_unit=street, rater=f"{street}（演示）",
                answers={name: str(points) for name, points in answers.items()},
                share=rating.share_of(questions, answers),
                comment=rng.choice(COMMENTS) if rng.random() < 0.15 else "", rated_at=timezone.now(),
            )  # fmt: skip


def _samples(rng: random.Random, actor: Actor, month: date, share: float) -> None:
    """Drawn cases; the raters have done a part of them."""
    for by in (words.THIRD, words.PUBLIC):
        try:
            sample = rating.draw(actor, month, by, 12, SEED)
        except Problem:
            continue  # nothing was closed this month yet
        for row in list(sample.ratings.order_by("id")):
            questions = rating.question_list(month, by, row.unit_id)
            if rng.random() > share or not questions:
                continue
            answers = {one["name"]: Decimal(round(one["most"] * rng.uniform(0.65, 1))) for one in questions}
            row.answers = {name: str(points) for name, points in answers.items()}
            row.share, row.rated_at = rating.share_of(questions, answers), timezone.now()
            row.save()


def _deduction(actor: Actor, month: date) -> None:
    unit = _with_cases(month)
    if unit:
        reason = "抽查发现答复与现场不符（演示）"
        acting.deduct(actor, acting.Taken(month, unit, Decimal("0.5"), reason, item="supervised"))


def _appeal(month: date) -> None:
    """The manager of the first department asks that a late case not count."""
    manager = Account.objects.filter(username="unit_manager").select_related("unit").first()
    if manager is None or manager.unit is None:
        return
    found = computing.evidence_of(month, manager.unit.pk)
    late = (
        [fact.case for fact in found[1].facts if "late" in fact.marks or "dissatisfied" in fact.marks] if found else []
    )
    if not late:
        return
    number = Case.objects.values_list("number", flat=True).get(pk=late[0])
    text = "施工期间连续降雨，现场不具备作业条件，已电话告知诉求人并约定时间（演示）。"
    filed = acting.Filed(month, manager.unit.code, "no_conditions", text, item="", case=number)
    acting.file_appeal(actor_for(manager), filed)


def _with_cases(month: date) -> str:
    """The code of a department with cases this month."""
    known = catalogue.current().units
    for values in computing.schemes_of(month):
        if values["group"] == words.DEPARTMENT:
            assessed = facts.assessed_units(scheme.read(values).kinds)
            found = facts.read(month, assessed)
            return known[max(found, key=lambda unit: len(found[unit]))].code if found else ""
    return ""
