"""HTTP for residents: their own prefix, their own log-in. Thin."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import File, Path, Router
from ninja.files import UploadedFile

from chengyun.cases.api import send
from chengyun.cases.schemas import CaseNumber
from chengyun.kernel import config
from chengyun.kernel.downloads import disposition
from chengyun.kernel.files import services as files
from chengyun.org.addresses import client_address

from . import auth, doing, entering, finding, following, homes, limits, looking, me, raising, restricting, schemas
from .models import Resident

router = Router(auth=auth.resident_only, tags=["neighbour"])
LONGEST = 64


def _device(request: HttpRequest) -> str:
    return request.headers.get("X-Device", "").replace("\x00", "")[:LONGEST]


def _resident(request: HttpRequest) -> Resident:
    found: Resident = request.resident  # type: ignore[attr-defined]
    return found


def _asker(request: HttpRequest) -> Resident | None:
    """Whoever is logged in, where nobody needs to be."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    secret = token if scheme.lower() == "bearer" else request.COOKIES.get(auth.COOKIE, "")
    return entering.resident_of(secret)


@router.get("/neighbour/start", response=schemas.StartOut, auth=None, summary="The front door as it stands")
def get_start(request: HttpRequest):
    """What is set up, what can be chosen, the words after which an emergency number is shown; oneself if logged in."""
    return send(me.start(_asker(request), get_token(request)))


@router.post("/neighbour/codes", response={202: schemas.CodeOut}, auth=None, summary="Have a log-in code sent")
def ask_code(request: HttpRequest, body: schemas.LoginCodeIn):
    """By SMS, valid for some minutes. The same answer whether the number is known here or not. `demo_code` is filled in
    the demo district only, where nothing is sent."""
    auth.refuse_foreign(request)
    return send(entering.ask_code(body.phone, _device(request), client_address(request)), 202)


@router.post("/neighbour/session", response=schemas.EnteredOut, auth=None, summary="Log in by code or by WeChat")
def enter(request: HttpRequest, body: schemas.EnterIn):
    auth.refuse_foreign(request)
    where = (_device(request), client_address(request))
    if body.wechat:
        resident, secret = entering.by_wechat(body.wechat, body.wechat_phone, *where)
    else:
        resident, secret = entering.by_code(body.phone, body.code, *where)
    response = send({"token": secret if body.keep else None, "me": me.told(resident)})
    if not body.keep:
        response.set_cookie(
            auth.COOKIE, secret, max_age=int(entering.LASTS.total_seconds()), path=auth.COOKIE_PATH, httponly=True,
            samesite="Lax", secure=config.current().behind_tls,
        )  # fmt: skip
    return response


@router.delete("/neighbour/session", response={204: None}, summary="Log out here")
def leave(request: HttpRequest):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    entering.leave(token if scheme.lower() == "bearer" else request.COOKIES.get(auth.COOKIE, ""))
    response = HttpResponse(status=204)
    response.delete_cookie(auth.COOKIE, path=auth.COOKIE_PATH)
    return response


@router.post("/neighbour/me", response=schemas.MeOut, summary="Change name, large type, messages by SMS")
def change_me(request: HttpRequest, body: schemas.MeIn):
    me.change(_resident(request), body.name, body.large_text, body.by_sms)
    return send(me.told(_resident(request)))


@router.delete("/neighbour/me", response={204: None}, summary="Cancel one's account")
def cancel_me(request: HttpRequest):
    """Phone, name and home are wiped at once; requests that were raised go on."""
    entering.cancel_account(_resident(request))
    response = HttpResponse(status=204)
    response.delete_cookie(auth.COOKIE, path=auth.COOKIE_PATH)
    return response


@router.post("/neighbour/home", response=schemas.MeOut, summary="Say where one lives, to find the grid")
def bind_home(request: HttpRequest, body: schemas.HomeIn):
    """By a printed code, a point or words. The exact address is sealed; nobody else sees it."""
    limits.take("look", person=str(_resident(request).pk))
    homes.bind(_resident(request), address=body.address, lng=body.lng, lat=body.lat, crs=body.crs, card=body.card)
    return send(me.told(_resident(request)))


@router.get("/neighbour/around", response=schemas.AroundOut, auth=None, summary="Notices and services")
def get_around(request: HttpRequest):
    """Of the whole district; with those of one's own areas when logged in and bound to a home."""
    return send(me.around(_asker(request)))


# --- requests ---------------------------------------------------------------------------------------------------------
@router.post("/neighbour/look", response=schemas.LookOut, summary="Before raising: danger, category, known nearby")
def look(request: HttpRequest, body: schemas.LookIn):
    """The number to dial comes first and is never held back by a limit."""
    danger = looking.emergency(body.text)
    if danger is None:
        limits.take("look", person=str(_resident(request).pk), device=_device(request))
    place = looking.Place.given(body.address, body.lng, body.lat, body.crs)
    return send({"emergency": danger, **looking.look(body.text, place, body.category_id)})


@router.get("/neighbour/map", response=schemas.DoorMapOut, summary="The map to show a place on")
def get_map(request: HttpRequest):
    """The base map, and the outlines of streets and communities."""
    return send(finding.ground())


@router.post("/neighbour/where", response=schemas.PointCalled, summary="How a point is called")
def where(request: HttpRequest, body: schemas.PointIn):
    limits.take("look", person=str(_resident(request).pk), device=_device(request))
    return send(finding.called(looking.Place.given("", body.lng, body.lat, body.crs)))


@router.post("/neighbour/files", response={201: schemas.PhotoOut}, summary="Upload a photo")
def upload(request: HttpRequest, file: File[UploadedFile]):
    limits.take("file", person=str(_resident(request).pk), device=_device(request))
    return send(raising.save_file(_resident(request), file, file.name or "照片"), 201)


@router.get("/neighbour/files/{file_id}", response={200: Any}, summary="One's own photo, small")
def get_file(request: HttpRequest, file_id: Path[uuid.UUID]):
    row = raising.own_file(_resident(request), file_id)
    opened = files.open_thumb(row)
    response = FileResponse(opened, content_type=opened.mime)
    response["Content-Disposition"] = disposition(row.name, inline=True)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@router.post(
    "/neighbour/requests", response={201: schemas.RequestOut, 200: schemas.RequestOut}, summary="Raise a request"
)
def raise_request(request: HttpRequest, body: schemas.RequestIn):
    """Number and promised time at once. The same `uuid` again gives the same request (200)."""
    resident = _resident(request)
    row, fresh = raising.raise_(resident, body, _device(request), client_address(request))
    return send(following.told(resident, row.case.number), 201 if fresh else 200)


@router.get("/neighbour/requests", response=schemas.RequestRows, summary="One's own requests")
def list_requests(request: HttpRequest):
    return send({"items": following.listed(_resident(request))})


@router.get("/neighbour/requests/{number}", response=schemas.RequestOut, summary="Every step of one's request")
def get_request(request: HttpRequest, number: Path[CaseNumber]):
    return send(following.told(_resident(request), number))


@router.post("/neighbour/requests/{number}", response=schemas.RequestOut, summary="Answer, add, withdraw, rate")
def act_on_request(request: HttpRequest, number: Path[CaseNumber], body: schemas.ResidentActIn):
    resident = _resident(request)
    if looking.emergency(body.text) is None:
        limits.take("act", person=str(resident.pk), device=_device(request))
    doing.act(resident, number, body)
    return send(following.told(resident, number))


# --- messages and restrictions ----------------------------------------------------------------------------------------
@router.get("/neighbour/messages", response=schemas.MessagesOut, summary="Messages inside the app")
def list_messages(request: HttpRequest):
    return send({"items": me.messages(_resident(request))})


@router.post("/neighbour/messages/read", response={204: None}, summary="Mark messages as read")
def read_messages(request: HttpRequest, body: schemas.MessagesReadIn):
    me.read(_resident(request), body.ids)
    return HttpResponse(status=204)


@router.post("/neighbour/appeal", response=schemas.MeOut, summary="Appeal against a restriction")
def appeal(request: HttpRequest, body: schemas.RestrictionAppealIn):
    restricting.appeal(_resident(request), body.text)
    return send(me.told(_resident(request)))
