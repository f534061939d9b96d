"""A question to a resident, asked at the desk on a case; what the resident side of a case is."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import access
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import telling
from .models import Question, Raised, Restriction

MOST_OPEN = 3


def _found(actor: Actor, number: str) -> Case:
    case = access.find(actor, number)
    if case is None:
        raise Problem(404, "not_found", "没有找到案件", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    return case


def of_case(actor: Actor, number: str) -> dict[str, Any]:
    """Whether residents are in this case, and what was asked and answered."""
    case = _found(actor, number)
    row = Raised.objects.filter(case=case).first()
    joined = Raised.objects.filter(case__joined_to=case)[:1000].count()
    questions = row.questions.order_by("-id")[:20] if row is not None else []
    restricted = (
        row is not None
        and Restriction.objects.filter(resident_id=row.resident_id, until__gt=timezone.now())
        .exclude(decision=Restriction.LIFTED)
        .exists()
    )
    return {
        "own": row is not None, "joined": joined, "private": row.private if row else False,
        "anonymous": row.anonymous if row else False, "followed": row.followed if row else False,
        "restricted": restricted, "emergency": str(case.facts.get("emergency_hint") or ""),
        "questions": [
            {"id": one.pk, "text": one.text, "asked_at": iso(one.asked_at), "by": one.asked_by_name,
             "answer": one.answer, "answered_at": iso(one.answered_at)}
            for one in questions
        ],
    }  # fmt: skip


def ask(actor: Actor, number: str, text: str) -> None:
    """Problem 404 when nobody of the front door raised it, 409 when it is closed or too much waits for an answer."""
    case = _found(actor, number)
    row = Raised.objects.select_related("case", "resident").filter(case=case).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "这件诉求不是从居民端提的，请打电话联系诉求人。")
    if not case.is_open and case.joined_to_id is None:
        raise Problem(409, "too_late", "现在不能这样操作", "案件已经办结，不再向居民提问。")
    if row.questions.filter(answered_at__isnull=True).count() >= MOST_OPEN:
        raise Problem(409, "too_many", "还有没回答的问题", f"最多同时问 {MOST_OPEN} 个，请等居民回答或打电话联系。")
    with transaction.atomic():
        question = Question.objects.create(
            raised=row, text=text, asked_at=timezone.now(), asked_by=actor.account_id, asked_by_name=actor.name[:80]
        )
        telling.tell_question(question)
