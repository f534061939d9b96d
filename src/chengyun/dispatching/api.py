"""HTTP of proposals, models, acting alone and their figures. Thin."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.auth import session_or_token

from . import acting, figures, queries, schemas, training

router = Router(auth=session_or_token, tags=["dispatching"])


def _everywhere(request: HttpRequest, permission: str) -> Actor:
    """Figures, models and switches are those of the whole district. Problem 403."""
    actor: Actor = need(request, permission)
    if not (actor.is_system or any(scope.is_everywhere for scope in actor.scopes_for(permission))):
        raise Problem(403, "forbidden", "没有权限", "这里是全区的数据，您的授权只到本单位或本辖区。")
    return actor


@router.get("/cases/{number}/proposal", response=schemas.ProposalOut, summary="Who should handle a case, and why")
def get_proposal(request: HttpRequest, number: CaseNumber) -> Any:
    actor = need(request, "case.view")
    if not any(actor.can(code) for code in queries.DISPATCHES):
        need(request, queries.DISPATCHES[0])
    return send(queries.proposal(number, actor, language_of(request)))


@router.post(
    "/dispatching/suggest",
    response=schemas.ProposalOut,
    summary="Who should handle what is being typed; nothing is kept",
)
def suggest(request: HttpRequest, body: schemas.SuggestIn) -> Any:
    actor = need(request, "case.register")
    return send(queries.suggest(body.model_dump(), actor, language_of(request)))


@router.get("/dispatching/hints", response=list[schemas.HintOut], summary="The first proposal for each case of a list")
def get_hints(request: HttpRequest, wanted: Query[schemas.NumbersQuery]) -> Any:
    actor = need(request, "case.dispatch")
    numbers = [part.strip() for part in wanted.numbers.split(",") if part.strip()]
    return send(queries.hints(numbers, actor))


@router.get("/dispatching/models", response=schemas.VersionsOut, summary="Versions of the model with their cards")
def get_models(request: HttpRequest) -> Any:
    return send(queries.versions(_everywhere(request, "dispatching.view")))


@router.post("/dispatching/models/train", response={202: schemas.VersionsOut}, summary="Train a version now, by a job")
def train_now(request: HttpRequest) -> Any:
    from .jobs import train

    actor = _everywhere(request, "dispatching.manage")
    with transaction.atomic():
        version = training.begin(actor)
        train.defer(version_id=version.pk)
    return send(queries.versions(actor), 202)


@router.post(
    "/dispatching/models/{version_id}/promote", response=schemas.VersionsOut,
    summary="Put a version to use, or go back to an older one",
)  # fmt: skip
def promote(request: HttpRequest, version_id: Id) -> Any:
    actor = _everywhere(request, "dispatching.manage")
    training.promote(version_id, actor, f"由 {actor.name} 启用。")
    return send(queries.versions(actor))


@router.get("/dispatching/acting", response=schemas.ActingOut, summary="Where the platform may dispatch alone")
def get_acting(request: HttpRequest) -> Any:
    return send(queries.acting_alone(_everywhere(request, "dispatching.view")))


@router.put("/dispatching/acting/{category_id}", response=schemas.ActingOut, summary="Switch acting alone on or off")
def switch_acting(request: HttpRequest, category_id: Id, body: schemas.SwitchIn) -> Any:
    actor = _everywhere(request, "dispatching.manage")
    acting.switch(category_id, body.active, actor)
    return send(queries.acting_alone(actor))


@router.get("/dispatching/figures", response=schemas.FiguresOut, summary="How often the first dispatch was right")
def get_figures(request: HttpRequest, wanted: Query[schemas.FiguresQuery]) -> Any:
    _everywhere(request, "dispatching.view")
    month = date.fromisoformat(f"{wanted.month}-01") if wanted.month else None
    return send(figures.figures(wanted.months, month))
