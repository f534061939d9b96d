"""What a resident may do with a request: answer, add, withdraw, rate. Everything ends in the engine's actions."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.actions.callback import REASONS, SOLVED
from chengyun.cases.models import Callback, Case
from chengyun.kernel.problems import Problem

from . import following, looking, raising
from .models import Question, Raised, Resident
from .schemas import ResidentActIn

RATINGS = {"satisfied": "满意", "basically": "基本满意", "dissatisfied": "不满意"}


def act(resident: Resident, number: str, given: ResidentActIn) -> None:
    """Problem 404 for others' requests, 409 when it is too late, 422 for what is missing."""
    row = following.own(resident, number)
    {"answer": _answer, "add": _add, "withdraw": _withdraw, "rate": _rate}[given.act](row, given)


# --- answer and add ---------------------------------------------------------------------------------------------------
def _answer(row: Raised, given: ResidentActIn) -> None:
    if len(given.text) < 1:
        raise _missing("text", "请写下您的回答。")
    with transaction.atomic():
        asked = Question.objects.select_for_update().filter(raised=row, answered_at__isnull=True).order_by("id").first()
        if asked is None:
            raise _late("没有等您回答的问题，可能已经回答过了。")
        _supplement(row, f"回答“{asked.text}”：{given.text}", given)
        asked.answer, asked.answered_at = given.text, timezone.now()
        asked.save(update_fields=["answer", "answered_at"])


def _add(row: Raised, given: ResidentActIn) -> None:
    if len(given.text) < 2:
        raise _missing("text", "请写下要补充的话，至少两个字。")
    _supplement(row, given.text, given)


def _supplement(row: Raised, text: str, given: ResidentActIn) -> None:
    main = following.matter_of(row)
    if not main.is_open:
        raise _late("这件诉求已经办结，不能再补充。如还没解决，请在评价里选“不满意”。")
    who = "" if main.pk == row.case_id else f"（{row.case.number} 的诉求人）"
    files = raising.owned_files(row.resident, given.files)
    engine.perform(main.number, "supplement", looking.ACTOR, {"text": f"{who}{text}"[:5000], "files": files})


# --- withdraw ---------------------------------------------------------------------------------------------------------
def _withdraw(row: Raised, given: ResidentActIn) -> None:
    """Before a unit works on it the case is void; later the unit is told that it is not needed any more. Who joined
    leaves the matter within an hour, later only stops following."""
    why = given.text or "没有说明原因"
    with transaction.atomic():
        case = Case.objects.get(pk=row.case_id)
        if case.joined_to_id is not None:
            _leave_matter(case, why)
        elif case.callers > 1:
            pass  # others are in it: it goes on without this person
        elif case.state in following.WITHDRAWABLE:
            engine.perform(case.number, "void", looking.ACTOR, {"reason": f"诉求人在居民端撤回：{why}"})
        elif case.is_open:
            words = f"诉求人在居民端表示不需要继续办理：{why}"
            engine.perform(case.number, "supplement", looking.ACTOR, {"text": words[:5000]})
        Raised.objects.filter(pk=row.pk).update(followed=False)


def _leave_matter(case: Case, why: str) -> None:
    try:
        with transaction.atomic():
            engine.perform(case.number, "unjoin", looking.ACTOR, {})
            engine.perform(case.number, "void", looking.ACTOR, {"reason": f"诉求人在居民端撤回：{why}"})
    except Problem as problem:
        if problem.status != 409:
            raise  # after an hour it stays joined: the matter was worked on with it


# --- rate -------------------------------------------------------------------------------------------------------------
def _rate(row: Raised, given: ResidentActIn) -> None:
    if given.satisfaction not in RATINGS:
        raise _missing("satisfaction", "请选择满意、基本满意或不满意。")
    bad = given.satisfaction == "dissatisfied"
    if bad and not set(given.reasons) & set(REASONS):
        raise _missing("reasons", "请选一条不满意的原因，方便我们改进。")
    main = following.matter_of(row)
    planned = Callback.objects.filter(
        case=main, for_case_id=row.case_id, state=Callback.PLANNED, case__state="callback"
    ).first()
    with transaction.atomic():
        if planned is not None:
            _called_back(main, planned, given)
        elif row.case.state == "closed":
            words = {"by": "requester", "satisfaction": given.satisfaction, "comment": _comment(given)}
            engine.perform(row.case.number, "rate", looking.ACTOR, words)
        else:
            raise _late("现在还不能评价：办好后会请您评价，或您已经评价过了。")
        if bad:
            _redo(main, given)


def _called_back(main: Case, planned: Callback, given: ResidentActIn) -> None:
    solved = given.solved if given.solved in SOLVED else ("no" if given.satisfaction == "dissatisfied" else "yes")
    words: dict[str, Any] = {
        "callback_id": planned.pk, "medium": "message", "contacted": True, "solved": solved,
        "satisfaction": given.satisfaction, "reasons": [one for one in given.reasons if one in REASONS],
        "comment": given.text, **({} if given.contacted is None else {"unit_contacted": given.contacted}),
    }  # fmt: skip
    engine.perform(main.number, "callback", looking.ACTOR, words)


def _redo(main: Case, given: ResidentActIn) -> None:
    """Dissatisfied: done again by the unit. Once at most; with others in the matter only when all have said their word.
    Otherwise the centre reads it in the history and decides."""
    now = Case.objects.get(pk=main.pk)
    if now.callers > 1 and now.state == "callback":
        return
    words = {"reason": f"居民评价不满意：{_comment(given)}"[:5000]}
    try:
        with transaction.atomic():
            engine.perform(main.number, "redo", looking.ACTOR, words)
    except Problem as problem:
        if problem.status != 409:
            raise
        if now.is_open:
            note = f"居民评价不满意，已重办过或不能重办，请值班长处理：{_comment(given)}"
            engine.perform(main.number, "note", looking.ACTOR, {"text": note[:5000]})


def _comment(given: ResidentActIn) -> str:
    reasons = "、".join(REASONS[one] for one in given.reasons if one in REASONS)
    return "；".join(part for part in (reasons, given.text) if part)


def _missing(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])


def _late(detail: str) -> Problem:
    return Problem(409, "too_late", "现在不能这样操作", detail)
