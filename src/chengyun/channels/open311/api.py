"""HTTP for the desk's page about the open interface. Thin; the interface itself is server.py."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from chengyun.cases.api import need, send
from chengyun.cases.present import iso
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.channels import queries
from chengyun.channels.permissions import MANAGE
from chengyun.org.auth import session_or_token
from chengyun.org.queries import district

from . import keys, releasing, schemas, services, trials
from .models import Received, Trial
from .permissions import PUBLISH, VIEW
from .settings import CHANNEL

router = Router(auth=session_or_token, tags=["open311"])


@router.get("/open311", response=schemas.Open311Out, summary="The open interface: addresses, services, keys, tests")
def get_open311(request: HttpRequest):
    need(request, VIEW)
    known, channel, here = services.current(), queries.channel(CHANNEL), district()
    offered = known.by_code.values()
    return send({
        "on": channel is not None and channel.open_today, "jurisdiction": here["code"] if here else "",
        "changeset": iso(known.changeset), "groups": releasing.figures(), "keys": keys.listed(),
        "services": [
            {"code": one.code, "name": one.name, "group": one.group, "type": one.type, "questions": len(one.questions)}
            for one in offered
        ],
        "trials": [_trial(row, known) for row in Trial.objects.order_by("-id")[:20]],
        "unsettled": [
            {"token": str(row.pk), "key": row.key_name, "service": _name(known, row.service_code),
             "at": iso(row.created_at), "fault": row.fault}
            for row in Received.objects.filter(case=None).order_by("-created_at")[:20]
        ],
    })  # fmt: skip


def _trial(row: Trial, known: services.Known) -> dict[str, Any]:
    return {
        "id": str(row), "key": row.key_name, "service": _name(known, row.service_code),
        "description": row.description[:200], "at": iso(row.created_at), "closed": trials.ended(row) is not None,
    }  # fmt: skip


def _name(known: services.Known, code: str) -> str:
    service = known.by_code.get(code)
    return service.name if service else code


@router.post("/open311/keys", response={201: schemas.Open311KeyMade}, summary="A key for a program; told once")
def make_key(request: HttpRequest, body: schemas.Open311KeyIn):
    row, secret = keys.make(need(request, MANAGE), body.name, test=body.test)
    return send({"id": row.pk, "secret": secret}, 201)


@router.post("/open311/keys/{key_id}", response=schemas.Open311KeyMade, summary="A new secret for a key, or its end")
def change_key(request: HttpRequest, key_id: Path[Id], body: schemas.Open311KeyChange):
    row, secret = keys.change(need(request, MANAGE), key_id, rotate=body.action == "rotate")
    return send({"id": row.pk, "secret": secret})


@router.get(
    "/open311/matters", response=schemas.Open311Matters, summary="Requests that may be released, and what was decided"
)
def list_matters(request: HttpRequest):
    return send(releasing.page(need(request, PUBLISH)))


@router.post("/open311/matters/{number}", response={204: None}, summary="Release a request, or keep it back")
def decide_matter(request: HttpRequest, number: Path[CaseNumber], body: schemas.Open311ReleaseIn):
    actor = need(request, PUBLISH)
    releasing.decide(actor, number, public=body.public, said=body.words, with_media=body.with_media)
    return HttpResponse(status=204)
