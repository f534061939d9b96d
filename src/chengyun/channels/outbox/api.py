"""HTTP of the way out. Thin."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.org.auth import session_or_token

from . import deciding, queries, reconciling, schemas
from .models import Reconciliation
from .permissions import HANDLE, VIEW

router = Router(auth=session_or_token, tags=["doors"])


@router.get("/outbox/messages", response=schemas.OutMessages, summary="What goes back, waits, failed, by door")
def list_messages(request: HttpRequest, wanted: Query[schemas.MessageQuery]):
    need(request, VIEW)
    return send(queries.page(wanted))


@router.get("/outbox/messages/{write_back_id}", response=schemas.OutMessageDetail, summary="A message with its content")
def get_message(request: HttpRequest, write_back_id: Id):
    return send(queries.detail(need(request, VIEW), queries.find(write_back_id)))


@router.post(
    "/outbox/messages/{write_back_id}/decide",
    response=schemas.OutMessageDetail,
    summary="Try a message again, send it anew, skip it with a reason, say that it was filled in by hand",
)
def decide(request: HttpRequest, write_back_id: Id, body: schemas.DecideIn):
    need(request, VIEW)
    actor = need(request, HANDLE)
    deciding.decide(actor, write_back_id, body.do, body.note, body.receipt)
    return send(queries.detail(actor, queries.find(write_back_id)))


@router.post("/outbox/retry", response=schemas.Retried, summary="All dead letters of a door once more")
def retry_all(request: HttpRequest, body: schemas.RetryAllIn):
    return send({"count": deciding.retry_all(need(request, HANDLE), body.door)})


@router.get("/outbox/doors", response=schemas.DoorHealthPage, summary="How each door does on the way out")
def get_doors(request: HttpRequest, door: schemas.Code = ""):
    actor = need(request, VIEW)
    kept = Reconciliation.objects.filter(door=door)[:31] if door else []
    return send({
        "doors": queries.health(door), "reconciliations": [reconciling.told(row) for row in kept],
        "may_handle": actor.can(HANDLE),
    })  # fmt: skip


@router.post("/outbox/reconcile", response=schemas.ReconciliationOut, summary="Compare a day with the other side")
def reconcile(request: HttpRequest, body: schemas.ReconcileIn):
    from . import jobs

    actor = need(request, HANDLE)
    row = reconciling.begin(body.door, body.day, actor.name)
    jobs.reconcile.defer(reconciliation_id=row.pk)
    return send(reconciling.told(row))


@router.get(
    "/outbox/reconciliations/{reconciliation_id}",
    response=schemas.ReconciliationDetail,
    summary="A day compared, with its differences",
)
def get_reconciliation(request: HttpRequest, reconciliation_id: Id):
    need(request, VIEW)
    return send(reconciling.detail(reconciliation_id))


@router.get("/cases/{number}/write-backs", response=schemas.CaseOut, summary="What went back about a case")
def get_of_case(request: HttpRequest, number: str):
    return send(queries.of_case(need(request, "case.view"), number))
