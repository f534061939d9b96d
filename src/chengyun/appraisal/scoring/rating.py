"""Raters: subdistricts rate departments on a form; third parties and the public rate drawn cases without
personal data.

A rater sees what was drawn for them and what came of their own ratings, nothing else.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Assignment, Case, CaseText
from chengyun.cases.present import iso
from chengyun.kernel import anonymous, revision, rows, vault
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account, Grant, valid_on

from . import closing, computing, drawing, facts, reach, scheme, telling, words
from .evidence import invalid
from .models import Rating, RatingSample
from .reach import PEER, PUBLIC, THIRD

NEEDS = {words.PEER: PEER, words.THIRD: THIRD, words.PUBLIC: PUBLIC}
MOST = 500


def question_list(month: date, by: str, unit: int | None = None) -> list[dict[str, Any]]:
    """What raters of a kind are asked in a month: [{"name", "most"}]; of the scheme that assesses the unit."""
    for values in computing.schemes_of(month):
        if unit is not None and unit not in facts.assessed_units(values["kinds"]).values():
            continue
        for item in values["items"]:
            if item["kind"] == words.RATING and item.get("by") == by:
                return [{"name": name, "most": float(most)} for name, most in scheme.questions_of(item["questions"])]
    return []


def units_rated(month: date, by: str) -> list[int]:
    """The units whose scheme has a rating by these raters."""
    found: set[int] = set()
    for values in computing.schemes_of(month):
        if any(item["kind"] == words.RATING and item.get("by") == by for item in values["items"]):
            found |= set(facts.assessed_units(values["kinds"]).values())
    known = catalogue.current()
    return sorted(found, key=lambda unit: known.units[unit].code if unit in known.units else "")


def share_of(questions: list[dict[str, Any]], answers: Mapping[str, Decimal]) -> Decimal:
    """All points given ÷ all that could be. Problem 422 names the question that is missing or too high."""
    if set(answers) != {one["name"] for one in questions}:
        raise invalid("answers", "请给每一项打分：" + "、".join(one["name"] for one in questions))
    for one in questions:
        if not 0 <= answers[one["name"]] <= Decimal(str(one["most"])):
            raise invalid("answers", f"{one['name']}应在 0 到 {one['most']:g} 之间。")
    most = sum((Fraction(str(one["most"])) for one in questions), Fraction(0))
    given = sum((Fraction(points) for points in answers.values()), Fraction(0))
    share = given / most
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("0.000001"))


# --- subdistricts rate departments ------------------------------------------------------------------------------------
def rating_unit(actor: Actor) -> int | None:
    """The subdistrict for which this person rates."""
    units = catalogue.current().units
    own = [units[key] for key in sorted(reach.own_units(actor, PEER)) if key in units]
    return next((unit.id for unit in own if unit.kind == "subdistrict"), None)


@transaction.atomic
def rate_units(actor: Actor, month: date, forms: Mapping[str, tuple[Mapping[str, Decimal], str]]) -> int:
    """A subdistrict's form of a month: unit code → (answers, comment). May be changed until the month is closed."""
    own = rating_unit(actor)
    if own is None:
        raise Problem(409, "no_rating_unit", "没有可以代表的街道", "只有街道可以评价部门，您的授权里没有街道。")
    closing.hold_open(month)
    allowed, now = set(units_rated(month, words.PEER)), timezone.now()
    for code, (answers, comment) in forms.items():
        unit = reach.unit_of(code).id
        if unit not in allowed or unit == own:
            raise invalid("unit", f"“{code[:40]}”不由街道评价。")
        share = share_of(question_list(month, words.PEER, unit), answers)
        Rating.objects.update_or_create(
            month=month, by=words.PEER, unit_id=unit, rater_unit_id=own,
            defaults={
                "answers": _plain(answers), "share": share, "comment": comment, "rated_at": now,
                "rater_id": actor.account_id, "rater": actor.name[:80],
            },
        )  # fmt: skip
    revision.bump(computing.TOPIC)
    return len(forms)


def _plain(answers: Mapping[str, Decimal]) -> dict[str, str]:
    return {name: format(points.normalize(), "f") for name, points in answers.items()}


def peer_form(actor: Actor, month: date) -> dict[str, Any] | None:
    """What a subdistrict fills in, with what it said already; None for whoever rates for no subdistrict."""
    own = rating_unit(actor) if actor.can(PEER) else None
    if own is None:
        return None
    units, known = units_rated(month, words.PEER), catalogue.current()
    cases = {unit: made.cases for result in computing.running(month) for unit, made in result.sheets.items()}
    units.sort(key=lambda unit: -cases.get(unit, 0))
    said = {
        row.unit_id: row for row in Rating.objects.filter(month=month, by=words.PEER, rater_unit_id=own)
    }  # fmt: skip
    return {
        "unit": known.unit_name(own), "questions": question_list(month, words.PEER),
        "units": [
            {
                "code": known.units[unit].code, "name": known.units[unit].name, "cases": cases.get(unit, 0),
                "answers": {name: float(points) for name, points in said[unit].answers.items()} if unit in said else {},
                "comment": said[unit].comment if unit in said else "",
                "rated_at": iso(said[unit].rated_at) if unit in said else None,
            }
            for unit in units if unit in known.units and unit != own
        ],
    }  # fmt: skip


# --- samples ----------------------------------------------------------------------------------------------------------
def raters(by: str) -> list[Account]:
    """Accounts whose grants let them rate as this kind of rater."""
    found = Grant.objects.filter(
        valid_on(timezone.localdate()), account__is_active=True, role__permissions__contains=[NEEDS[by]]
    )
    return list(Account.objects.filter(pk__in=found.values("account_id")).order_by("pk"))


@transaction.atomic
def draw(actor: Actor, month: date, by: str, number: int, seed: int | None = None) -> RatingSample:
    """Draw closed cases of the month, by unit and category, and deal them to the raters. Cases drawn before are not
    drawn again."""
    closing.hold_open(month)
    who = raters(by)
    if not who:
        raise Problem(409, "no_raters", "没有评价员", f"还没有“{words.RATERS[by]}”的账号，请先授予角色。")
    strata, owner = _strata(month, by)
    seed = secrets.randbelow(2**31) if seed is None else seed
    drawn = drawing.draw(strata, number, seed)
    cases = [case for some in drawn.values() for case in some]
    if not cases:
        raise Problem(409, "nothing_to_draw", "没有可抽的案件", "本月办结的案件都已抽过，或还没有办结的案件。")
    known = catalogue.current()
    row = RatingSample.objects.create(
        month=month, by=by, seed=seed, asked=number, drawn_at=timezone.now(), drawn_by=actor.name[:80],
        strata=[
            {"unit": known.unit_name(unit), "category": category, "of": len(strata[unit, category]), "drawn": len(some)}
            for (unit, category), some in drawn.items()
        ],
    )  # fmt: skip
    dealt, names = drawing.deal(cases, [one.pk for one in who], seed), {one.pk: str(one) for one in who}
    made = Rating.objects.bulk_create(
        Rating(
            month=month, by=by, unit_id=owner[case], rater_id=rater, rater=names[rater][:80], sample=row, case_id=case
        )
        for rater, some in dealt.items() for case in some
    )  # fmt: skip
    telling.dealt(made)
    return row


def _strata(month: date, by: str) -> tuple[dict[tuple[int, str], list[int]], dict[int, int]]:
    """(unit, class of category) → cases closed in the month and not drawn yet; case → unit."""
    known = catalogue.current()
    owner: dict[int, int] = {}
    for values in computing.schemes_of(month):
        if any(item["kind"] == words.RATING and item.get("by") == by for item in values["items"]):
            assessed = facts.assessed_units(values["kinds"])
            for unit, some in facts.read(month, assessed).items():
                owner |= {fact.case: unit for fact in some if "closed" in fact.marks}
    drawn = set(Rating.objects.filter(month=month, by=by).values_list("case_id", flat=True))
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for case, category in Case.objects.filter(pk__in=owner).values_list("id", "category_id"):
        line = known.category_line(category)
        top = known.category(line[-1]) if line else None
        if case not in drawn:
            found[owner[case], top.name if top else "未分类"].append(case)
    return dict(found), owner


@transaction.atomic
def rate_case(actor: Actor, rating_id: int, answers: Mapping[str, Decimal], comment: str) -> Rating:
    row = _own(actor, rating_id, lock=True)
    closing.hold_open(row.month)
    row.share = share_of(question_list(row.month, row.by, row.unit_id), answers)
    row.answers, row.comment, row.rated_at = _plain(answers), comment, timezone.now()
    row.save(update_fields=["share", "answers", "comment", "rated_at"])
    revision.bump(computing.TOPIC)
    return row


def _own(actor: Actor, rating_id: int, lock: bool = False) -> Rating:
    """A rating dealt to this person. Problem 404."""
    kinds = [by for by in (words.THIRD, words.PUBLIC) if actor.can(NEEDS[by])]
    found = Rating.objects.select_for_update() if lock else Rating.objects.all()
    row = found.filter(pk=rating_id, rater_id=actor.account_id, by__in=kinds).first()
    if row is None:
        raise Problem(404, "not_found", "没有这件评价", "编号有误，或不是分给您的样本。")
    return row


def mine(actor: Actor) -> dict[str, Any]:
    """What was dealt to this person, what is still to do, and what their own ratings say."""
    kinds = [by for by in (words.THIRD, words.PUBLIC) if actor.can(NEEDS[by])]
    dealt = Rating.objects.filter(rater_id=actor.account_id, by__in=kinds)
    results = (
        dealt.filter(rated_at__isnull=False).values("month", "by")
        .annotate(number=Count("id"), mean=Avg("share")).order_by("-month", "by")
    )  # fmt: skip
    waiting = list(dealt.filter(rated_at=None).order_by("-month", "id")[:MOST])
    done = list(dealt.filter(rated_at__isnull=False).order_by("-rated_at")[:100])
    titles = dict(Case.objects.filter(pk__in=[row.case_id for row in (*waiting, *done)]).values_list("id", "title"))
    return {
        "waiting": [_listed(row, titles) for row in waiting], "done": [_listed(row, titles) for row in done],
        "results": [
            {"month": f"{one['month']:%Y-%m}", "by": one["by"], "number": one["number"],
             "mean": str((one["mean"] * 100).quantize(Decimal("0.01")))}
            for one in results[:24]
        ],
    }  # fmt: skip


def _listed(row: Rating, titles: Mapping[int, str]) -> dict[str, Any]:
    return {
        "id": row.pk, "month": f"{row.month:%Y-%m}", "by": row.by,
        "title": anonymous.clean(titles.get(row.case_id or 0, "")).text, "rated_at": iso(row.rated_at),
        "share": None if row.share is None else str((row.share * 100).quantize(Decimal("0.01"))),
    }  # fmt: skip


def to_rate(actor: Actor, rating_id: int) -> dict[str, Any]:
    """A drawn case as a rater reads it: what was asked and what was answered, personal data taken out."""
    row = _own(actor, rating_id)
    case = Case.objects.select_related("requester").filter(pk=row.case_id or 0).first()
    if case is None:
        raise Problem(404, "not_found", "案件已不存在", "这件样本的案件已删除，不必评价。")
    people, known = _people(case), catalogue.current()
    category, area = known.category(case.category_id), known.area(case.subdistrict_id)
    text = CaseText.objects.filter(case=case).values_list("text", flat=True).first() or ""
    part = (
        Assignment.objects.filter(case=case, role=Assignment.LEAD, parent=None)
        .exclude(reply="")
        .order_by("-id")
        .first()
    )

    def without(words_: str) -> str:
        return anonymous.clean(words_, people).text

    return {
        **_listed(row, {case.pk: without(case.title)}), "title": without(case.title),
        "category": category.path_name if category else "", "area": area.name if area else "",
        "received": f"{timezone.localtime(case.received_at):%Y-%m-%d}",
        "closed": f"{timezone.localtime(case.closed_at):%Y-%m-%d}" if case.closed_at else "",
        "request": without(text), "reply": without(part.reply) if part else "",
        "questions": question_list(row.month, row.by, row.unit_id),
        "answers": {name: float(points) for name, points in row.answers.items()}, "comment": row.comment,
    }  # fmt: skip


def _people(case: Case) -> list[dict[str, str]]:
    """Everybody who raised the matter, as the vault knows them: only to take them out of the text."""
    found = rows.execute(
        "SELECT r.sealed FROM cases_requester r WHERE r.id = %s OR r.id IN"
        " (SELECT requester_id FROM cases_case WHERE joined_to_id = %s ORDER BY id LIMIT 50)",
        [case.requester_id, case.pk],
    )
    return [vault.open_(sealed) for (sealed,) in found.fetchall()]
