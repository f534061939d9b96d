"""HTTP for the staff behind the residents' front door. Thin."""

from __future__ import annotations

import uuid
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import StringConstraints

from chengyun.cases.api import need, send
from chengyun.cases.schemas import CaseNumber, Id
from chengyun.org.auth import session_or_token

from . import asking, bulletins, delivering, homes, moderation, restricting, rules, settings
from . import schemas_desk as schemas
from .models import Resident

router = Router(auth=session_or_token, tags=["neighbours"])
AreaCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


@router.get("/neighbours", response=schemas.FrontDoorOut, summary="The front door: what is set up, figures")
def get_front_door(request: HttpRequest):
    need(request, "neighbour.view")
    people, counts = Resident.objects.filter(left_at__isnull=True), moderation.figures()
    return send({
        "sms": settings.gateway().configured, "wechat": settings.mini_program().configured,
        "demo": settings.in_demo(), "residents": people.count(), "bound": people.filter(home__isnull=False).count(),
        "groups": [{"code": code, "name": moderation.words(code), "count": count} for code, count in counts.items()],
        "deliveries": delivering.figures(),
        "fields": [{"code": code, "name": name} for code, name in rules.FIELDS.items()],
    })  # fmt: skip


@router.get("/neighbours/bulletins", response=schemas.Bulletins, summary="Notices and alerts, all states")
def list_bulletins(request: HttpRequest):
    need(request, "neighbour.view")
    return send({"items": bulletins.page()})


@router.post("/neighbours/bulletins", response=schemas.BulletinOut, summary="Write a notice, or change a draft")
def write_bulletin(request: HttpRequest, body: schemas.BulletinIn):
    return send(bulletins.told(bulletins.write(need(request, "neighbour.notice"), body)))


@router.post("/neighbours/bulletins/{bulletin_id}", response=schemas.BulletinOut, summary="Publish or withdraw")
def switch_bulletin(request: HttpRequest, bulletin_id: Path[Id], body: schemas.BulletinSwitch):
    actor = need(request, "neighbour.publish")
    return send(bulletins.told(bulletins.switch(actor, bulletin_id, body.version, body.publish)))


@router.get("/neighbours/deliveries", response=schemas.Deliveries, summary="Messages by SMS and WeChat")
def list_deliveries(
    request: HttpRequest,
    state: Query[Literal["", "waiting", "sending", "sent", "dead", "dropped"]] = "",
    way: Query[Literal["", "sms", "wechat"]] = "",
):
    need(request, "neighbour.view")
    return send(delivering.page(state, way))


@router.post("/neighbours/deliveries/{delivery_id}", response={204: None}, summary="Send a dead letter again, or leave")
def decide_delivery(request: HttpRequest, delivery_id: Path[uuid.UUID], body: schemas.AgainIn):
    delivering.decide(need(request, "neighbour.deliver"), delivery_id, body.again)
    return HttpResponse(status=204)


@router.post("/neighbours/templates/preview", response=schemas.PreviewOut, summary="A template filled with an example")
def preview(request: HttpRequest, body: schemas.PreviewIn):
    need(request, "neighbour.view")
    fault = rules.template_fault(body.text)
    text = "" if fault else rules.filled(body.text, rules.SAMPLE)
    return send({"text": text, "fault": fault, "length": len(text), "parts": rules.sms_parts(text) if text else 0})


@router.get("/neighbours/shown", response=schemas.ShownList, summary="What neighbours may read of requests")
def list_shown(request: HttpRequest):
    actor = need(request, "neighbour.moderate")
    return send({"waiting": moderation.waiting(actor), "decided": moderation.decided(actor)})


@router.post("/neighbours/shown/{number}", response={204: None}, summary="Decide what neighbours may read of one")
def decide_shown(request: HttpRequest, number: Path[CaseNumber], body: schemas.ShowIn):
    moderation.decide(need(request, "neighbour.moderate"), number, body.state, body.words, body.reason)
    return HttpResponse(status=204)


@router.get("/neighbours/restrictions", response=schemas.Restrictions, summary="Restrictions that hold, and appeals")
def list_restrictions(request: HttpRequest):
    need(request, "neighbour.block")
    return send({"items": restricting.page()})


@router.post("/neighbours/restrictions", response={201: None}, summary="Restrict who raised a request")
def restrict(request: HttpRequest, body: schemas.RestrictIn):
    actor = need(request, "neighbour.block")
    restricting.restrict(actor, body.number, body.reason, body.days)
    return HttpResponse(status=201)


@router.post(
    "/neighbours/restrictions/{restriction_id}", response={204: None}, summary="Lift a restriction, or keep it"
)
def decide_restriction(request: HttpRequest, restriction_id: Path[Id], body: schemas.RestrictionDecision):
    restricting.decide(need(request, "neighbour.block"), restriction_id, body.lift, body.why)
    return HttpResponse(status=204)


@router.get(
    "/neighbours/cards/{area_code}", response={200: Any}, summary="The printed code of a grid or community, SVG"
)
def get_card(request: HttpRequest, area_code: Path[AreaCode]):
    need(request, "neighbour.view")
    picture, address = homes.picture(area_code, request.build_absolute_uri("/").rstrip("/"))
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Address"] = address
    return response


@router.get("/neighbours/cases/{number}", response=schemas.ResidentSide, summary="The residents of a case")
def get_resident_side(request: HttpRequest, number: Path[CaseNumber]):
    return send(asking.of_case(need(request, "neighbour.ask"), number))


@router.post("/neighbours/cases/{number}", response=schemas.ResidentSide, summary="Ask the resident of a case")
def ask_resident(request: HttpRequest, number: Path[CaseNumber], body: schemas.QuestionIn):
    actor = need(request, "neighbour.ask")
    asking.ask(actor, number, body.text)
    return send(asking.of_case(actor, number))
