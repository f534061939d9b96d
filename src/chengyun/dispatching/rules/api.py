"""HTTP of dispatch rules and precedents. Thin. History and undo of rules are those of master data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Query, Router

from chengyun.cases import access
from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.auth import session_or_token

from .. import facts as known_facts
from .. import precedent_list
from . import listing, schemas, service, trials

router = Router(auth=session_or_token, tags=["dispatch rules"])
VIEW, CHANGE = "dispatching.view", "dispatching.rules"


def _keeper(request: HttpRequest) -> Actor:
    actor: Actor = need(request, CHANGE)
    return actor


@router.get("/dispatching/rules", response=schemas.DispatchRuleList, summary="Dispatch rules in the order of asking")
def list_rules(request: HttpRequest) -> Any:
    return send(listing.rules(need(request, VIEW), language_of(request)))


@router.post("/dispatching/rules", response={201: schemas.DispatchRuleOut}, summary="Add a dispatch rule; it is off")
def add_rule(request: HttpRequest, body: schemas.DispatchRuleIn) -> Any:
    """Names become codes. 422 names the faults with their column; without a code it is given the next one."""
    actor = _keeper(request)
    code = service.save(_cells(body), actor, reason=body.reason)
    return send(listing.one(code, actor, language_of(request)), 201)


@router.put("/dispatching/rules/order", response=schemas.RulesMoved, summary="Bring the rules into another order")
def order_rules(request: HttpRequest, body: schemas.RuleOrderIn) -> Any:
    """All codes, each once. 409 when the order changed since it was read."""
    return {"moved": service.reorder(body.codes, body.mark, _keeper(request), body.reason)}


@router.post("/dispatching/rules/check", response=schemas.RuleCheckOut, summary="Whether a condition can be used")
def check_rule(request: HttpRequest, body: schemas.RuleCheckIn) -> Any:
    """While it is typed: its normal spelling, or what is wrong where and what to write instead."""
    need(request, VIEW)
    return send(listing.check(body.expression, language_of(request)))


@router.post("/dispatching/rules/complete", response=schemas.RuleCompleteOut, summary="What may be written next")
def complete_rule(request: HttpRequest, body: schemas.RuleCheckIn) -> Any:
    """`expression` up to the caret; `start` is where what is offered begins."""
    need(request, VIEW)
    return send(listing.complete(body.expression, language_of(request)))


@router.get(
    "/dispatching/rules/names", response=list[schemas.RuleNameOut], summary="Units or categories to choose from"
)
def list_names(request: HttpRequest, wanted: Query[schemas.NamesQuery]) -> Any:
    """By code, words, pinyin or initials; what has ended is left out."""
    need(request, VIEW)
    return send(listing.choices(wanted.field, wanted.q))


@router.post("/dispatching/rules/explain", response=schemas.RuleExplainOut, summary="Which parts hold for one case")
def explain_rule(request: HttpRequest, body: schemas.RuleExplainIn) -> Any:
    actor = need(request, VIEW)
    case = access.find(actor, body.number)
    if case is None:
        raise Problem(404, "not_found", "没有这个案件", "请核对编号；您没有权限查看的案件也不能用来试。")
    (found,) = known_facts.of_cases([case])
    told = listing.explain(body.expression, found, language_of(request))
    return send({"number": case.number, "title": case.title, **told})


@router.post("/dispatching/rules/trials", response={202: schemas.RuleTrialOut}, summary="Dry run on past cases")
def try_rule(request: HttpRequest, body: schemas.RuleTrialIn) -> Any:
    """The cases of the last 30 days. With many of them the worker answers; ask again under the id."""
    actor = _keeper(request)
    trial = trials.ask(body.model_dump(), actor, position=service.position_of(body.code))
    return send(listing.trial_out(trial, trial.digest, language_of(request)), 202)


@router.get("/dispatching/rules/trials/{rule_trial_id}", response=schemas.RuleTrialOut, summary="How a dry run stands")
def get_trial(request: HttpRequest, rule_trial_id: UUID) -> Any:
    need(request, VIEW)
    trial = trials.get(rule_trial_id)
    return send(listing.trial_out(trial, service.digest_of(trial.rule) or trial.digest, language_of(request)))


@router.get("/dispatching/rules/{rule_code}", response=schemas.DispatchRuleOut, summary="One dispatch rule")
def get_rule(request: HttpRequest, rule_code: str = Path(..., max_length=40)) -> Any:
    return send(listing.one(rule_code, need(request, VIEW), language_of(request)))


@router.put("/dispatching/rules/{rule_code}", response=schemas.DispatchRuleOut, summary="Change a dispatch rule")
def change_rule(request: HttpRequest, body: schemas.DispatchRuleIn, rule_code: str = Path(..., max_length=40)) -> Any:
    """409 with the difference when somebody changed it since. A rule that is on must have been tried as it is to be."""
    actor = _keeper(request)
    service.save(_cells(body), actor, code=rule_code, seen=body.etag, reason=body.reason)
    return send(listing.one(rule_code, actor, language_of(request)))


@router.post(
    "/dispatching/rules/{rule_code}/switch", response=schemas.DispatchRuleOut, summary="Switch a rule on or off"
)
def switch_rule(request: HttpRequest, body: schemas.RuleSwitchIn, rule_code: str = Path(..., max_length=40)) -> Any:
    """On only after a dry run of exactly what it says: 422 otherwise."""
    actor = _keeper(request)
    service.switch(rule_code, body.on, actor, seen=body.etag, reason=body.reason)
    return send(listing.one(rule_code, actor, language_of(request)))


def _cells(body: schemas.DispatchRuleIn) -> dict[str, Any]:
    cells = body.model_dump(exclude={"reason", "etag"})
    for name in ("valid_from", "valid_to"):
        cells[name] = cells[name].isoformat() if cells[name] else ""
    return cells


# --- precedents -------------------------------------------------------------------------------------------------------
@router.get("/dispatching/precedents", response=schemas.PrecedentPage, summary="Rulings on who handles what")
def list_precedents(request: HttpRequest, wanted: Query[schemas.PrecedentQuery]) -> Any:
    """Newest first. The case is named to those who may see it."""
    return send(precedent_list.page(need(request, VIEW), **wanted.model_dump()))


@router.post(
    "/dispatching/precedents/{precedent_id}/mark",
    response=schemas.PrecedentOut,
    summary="Say that a precedent no longer holds, or holds again",
)
def mark_precedent(request: HttpRequest, precedent_id: Id, body: schemas.PrecedentMarkIn) -> Any:
    actor = _keeper(request)
    return send(precedent_list.mark(precedent_id, body.holds, body.why, actor))
