"""HTTP of signing in beside the password: central log-ins, passkeys, and their administration. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from chengyun.kernel import english

from . import auth, outside, passkeys, passwords, queries, signin_ways
from . import schemas_signin as shapes
from .addresses import client_address

router = Router(auth=auth.session_only, tags=["sign-in"])


# --- before anybody is logged in ------------------------------------------------------------------------------------
@router.get("/sign-in/{code}", auth=None, response={302: None}, summary="Go to a central log-in")
def go_outside(request: HttpRequest, code: str, next: str = Query("/", max_length=1000)) -> Any:
    """Sends the browser to the other side, or back to the log-in page with the reason (`fault`)."""
    return outside.start(request, code, next)


@router.get("/sign-in/{code}/back", auth=None, response={302: None}, summary="Back from a central log-in")
def come_back(request: HttpRequest, code: str) -> Any:
    """Where the other side sends the browser. Logs in, asks for the second step, or says on the log-in page why not."""
    return outside.come_back(request, code)


@router.post(
    "/session/passkey/options", auth=None, response=shapes.PasskeyOptionsOut, summary="A challenge for a passkey"
)
def passkey_options(request: HttpRequest, response: HttpResponse) -> Any:
    auth.refuse_forged(request)
    return {"options": passkeys.begin_using(request, response)}


# --- one's own ------------------------------------------------------------------------------------------------------
@router.post(
    "/account/passkeys/options", auth=auth.session_before_factor, response=shapes.PasskeyOptionsOut,
    summary="Begin to add a passkey",
)  # fmt: skip
def new_passkey_options(request: Any, response: HttpResponse, data: shapes.ConfirmPersonIn) -> Any:
    passkeys.refuse_impossible(request)
    passwords.confirm_person(request, data.password)
    district = queries.district()
    return {"options": passkeys.begin_adding(request, response, f"城运 {district['name']}" if district else "城运")}


@router.post(
    "/account/passkeys", auth=auth.session_before_factor, response={201: shapes.PasskeyAddedOut},
    summary="Add a passkey",
)  # fmt: skip
def add_passkey(request: Any, data: shapes.NewPasskeyIn) -> Any:
    """From now on the password alone is not enough to log in."""
    return Status(201, {"codes": passkeys.add(request, data.name, data.passkey)})


@router.post("/account/passkeys/{int:passkey_id}/remove", response={204: None}, summary="Remove a passkey")
def remove_passkey(request: Any, passkey_id: int, data: shapes.ConfirmPersonIn) -> Any:
    passwords.confirm_person(request, data.password)
    passkeys.remove(request, passkey_id)
    return Status(204, None)


@router.post(
    "/account/links/{code}", response=shapes.SignInAddressOut, summary="Link one's account with a central log-in"
)
def link_way(request: Any, response: HttpResponse, code: str, data: shapes.ConfirmPersonIn) -> Any:
    """Where the browser goes; it comes back linked."""
    passwords.confirm_person(request, data.password)
    return {"address": outside.start_linking(request, response, code)}


@router.post("/account/links/{code}/remove", response={204: None}, summary="Undo the link with a central log-in")
def unlink_way(request: Any, code: str, data: shapes.ConfirmPersonIn) -> Any:
    passwords.confirm_person(request, data.password)
    outside.unlink(request.account, code, client_address(request), request.account.pk)
    return Status(204, None)


# --- administration -------------------------------------------------------------------------------------------------
@router.get("/sign-in-ways", auth=auth.session_or_token, response=list[shapes.WayOut], summary="Central log-ins")
def list_ways(request: Any) -> Any:
    request.actor.require("signin.manage")
    return signin_ways.states(request)


@router.put("/sign-in-ways/{code}", response=shapes.WayOut, summary="Set up a central log-in")
def put_way(request: Any, code: shapes.WayCode, data: shapes.WayIn) -> Any:
    request.actor.require("signin.manage")
    way = signin_ways.save(code, data.dict(), request.actor, client_address(request))
    return signin_ways.told(way, request)


@router.delete("/sign-in-ways/{code}", response={204: None}, summary="Take a central log-in away")
def delete_way(request: Any, code: str) -> Any:
    request.actor.require("signin.manage")
    signin_ways.remove(code, request.actor, client_address(request))
    return Status(204, None)


@router.post("/sign-in-ways/{code}/test", response=shapes.WayTestOut, summary="Try a central log-in out")
def test_way(request: Any, code: str) -> Any:
    request.actor.require("signin.manage")
    return in_language(request, signin_ways.try_out(code))


def in_language(request: HttpRequest, result: dict[str, Any]) -> dict[str, Any]:
    if english.wanted(request):
        for fact in result["facts"]:
            fact["said"] = english.english(fact["said"])
    return result
