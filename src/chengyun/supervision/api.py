"""HTTP of orders. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import language_of, need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.downloads import download
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import acting, business, printing, queries, schemas, starting
from .permissions import DISCIPLINE, VIEW

router = Router(auth=session_or_token, tags=["supervision"])
PDF: Any = {"responses": {200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}}


def looking(request: HttpRequest) -> Any:
    """Whoever may read orders: the centre, units, the discipline commission."""
    actor = request.actor  # type: ignore[attr-defined]
    if not (actor.can(VIEW) or actor.can(DISCIPLINE)):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=VIEW)
    return actor


@router.get("/supervision/orders", response=schemas.OrderList, summary="Supervision orders, with figures")
def list_orders(request: HttpRequest, wanted: Query[schemas.OrderQuery]):
    return send(queries.page(looking(request), wanted, language_of(request)))


@router.post("/supervision/orders", response={201: schemas.OrdersMade}, summary="Start a step of the ladder")
def start_orders(request: HttpRequest, body: schemas.OrderIn):
    """Without units one order for each unit that leads one of the cases; with units one order for all of them."""
    actor = need(request, VIEW)
    made = starting.start(
        actor,
        starting.Wanted(
            body.step, body.requirement, body.title, body.numbers, body.unit_ids, body.programme_id,
            origin="programme" if body.programme_id else "hand",
        ),
    )  # fmt: skip
    return send({"items": [{"id": o.pk, "number": o.number, "step_name": o.step_name} for o in made]}, 201)


@router.get("/supervision/ladder", response=schemas.LadderOut, summary="The steps of the ladder")
def get_ladder(request: HttpRequest):
    return send(queries.ladder_told(looking(request)))


@router.get("/supervision/orders/{order_id}", response=schemas.OrderDetail, summary="An order with its history")
def get_order(request: HttpRequest, order_id: Id):
    actor = looking(request)
    told = queries.detail(actor, order_id, language_of(request))
    business.log_look(actor, "order", f"督办单 {told['number']}")
    return send(told)


@router.post("/supervision/orders/{order_id}/act", response=schemas.OrderDetail, summary="Answer, accept, escalate …")
def act_on_order(request: HttpRequest, order_id: Id, body: schemas.OrderActIn):
    """409 with `current` when somebody else was first. After escalate: the order that follows."""
    actor = need(request, VIEW)
    shown = acting.act(actor, order_id, acting.Act(**body.model_dump()))
    return send(queries.detail(actor, shown, language_of(request)))


@router.get(
    "/supervision/orders/{order_id}/print", summary="An order as PDF, personal data masked; recorded",
    response={200: None}, openapi_extra=PDF,
)  # fmt: skip
def print_order(request: HttpRequest, order_id: Id):
    need(request, printing.PRINT)
    made = printing.print_order(looking(request), order_id, language_of(request))
    response = download(made.name, made.content, "application/pdf")
    response["X-Export-Id"] = str(made.record_id)
    return response
