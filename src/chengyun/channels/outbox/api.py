"""HTTP of the way out. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.kernel import english
from chengyun.org.auth import session_or_token

from . import deciding, queries, reconciling, schemas
from .models import Reconciliation
from .permissions import HANDLE, VIEW

_SAID = ("error", "fault", "why", "last_error", "by")


def tell(request: HttpRequest, body: Any) -> Any:
    """The answer; what the platform itself says in it in the reader's language."""
    return send(_in_english(body) if english.wanted(request) else body)


def _in_english(body: Any) -> Any:
    if isinstance(body, list):
        return [_in_english(one) for one in body]
    if isinstance(body, dict):
        return {name: english.english(value) if name in _SAID and value else _in_english(value)
                for name, value in body.items()}  # fmt: skip
    return body


router = Router(auth=session_or_token, tags=["doors"])


@router.get("/outbox/messages", response=schemas.OutMessages, summary="What goes back, waits, failed, by door")
def list_messages(request: HttpRequest, wanted: Query[schemas.MessageQuery]):
    need(request, VIEW)
    return tell(request, queries.page(wanted))


@router.get("/outbox/messages/{write_back_id}", response=schemas.OutMessageDetail, summary="A message with its content")
def get_message(request: HttpRequest, write_back_id: Id):
    return tell(request, queries.detail(need(request, VIEW), queries.find(write_back_id)))


@router.post(
    "/outbox/messages/{write_back_id}/decide",
    response=schemas.OutMessageDetail,
    summary="Try a message again, send it anew, skip it with a reason, say that it was filled in by hand",
)
def decide(request: HttpRequest, write_back_id: Id, body: schemas.DecideIn):
    need(request, VIEW)
    actor = need(request, HANDLE)
    deciding.decide(actor, write_back_id, body.do, body.note, body.receipt)
    return tell(request, queries.detail(actor, queries.find(write_back_id)))


@router.post("/outbox/retry", response=schemas.Retried, summary="All dead letters of a door once more")
def retry_all(request: HttpRequest, body: schemas.RetryAllIn):
    return tell(request, {"count": deciding.retry_all(need(request, HANDLE), body.door)})


@router.get("/outbox/doors", response=schemas.DoorHealthPage, summary="How each door does on the way out")
def get_doors(request: HttpRequest, door: schemas.Code = ""):
    actor = need(request, VIEW)
    kept = Reconciliation.objects.filter(door=door)[:31] if door else []
    return tell(request, {
        "doors": queries.health(door), "reconciliations": [reconciling.told(row) for row in kept],
        "may_handle": actor.can(HANDLE),
    })  # fmt: skip


@router.post("/outbox/reconcile", response=schemas.ReconciliationOut, summary="Compare a day with the other side")
def reconcile(request: HttpRequest, body: schemas.ReconcileIn):
    from . import jobs

    actor = need(request, HANDLE)
    row = reconciling.begin(body.door, body.day, actor.name)
    jobs.reconcile.defer(reconciliation_id=row.pk)
    return tell(request, reconciling.told(row))


@router.get(
    "/outbox/reconciliations/{reconciliation_id}",
    response=schemas.ReconciliationDetail,
    summary="A day compared, with its differences",
)
def get_reconciliation(request: HttpRequest, reconciliation_id: Id):
    need(request, VIEW)
    return tell(request, reconciling.detail(reconciliation_id))


@router.get("/cases/{number}/write-backs", response=schemas.CaseOut, summary="What went back about a case")
def get_of_case(request: HttpRequest, number: str):
    return tell(request, queries.of_case(need(request, "case.view"), number))
