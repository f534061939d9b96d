"""HTTP of the org room: session, tokens, accounts. Master data is in api_masterdata.py. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone
from ninja import Router, Status

import chengyun
from chengyun.kernel import config, permissions
from chengyun.kernel.problems import Problem

from . import api_account, api_people, api_signin, auth, outside, passwords, presence, queries, schemas, schemas_signin
from .api_changes import router as changes_router
from .api_masterdata import router as masterdata_router
from .api_safety import router as safety_router
from .api_systems import router as systems_router
from .models import Account, OneTimeLink

router = Router(tags=["session"], auth=auth.session_or_token)
router.add_router("", masterdata_router)
router.add_router("", changes_router)
router.add_router("", safety_router)
router.add_router("", systems_router)
router.add_router("", api_account.router)
router.add_router("", api_signin.router)
router.add_router("", api_people.router)


def _session(request: HttpRequest) -> dict[str, Any]:
    present = presence.of(request.session)
    if present is None:
        raise Problem(401, "unauthenticated", "尚未登录")
    account, actor = present.account, present.actor
    unit = queries.unit_names().get(account.unit_id) if account.unit_id else None
    return {
        "account": {
            "id": account.pk,
            "username": account.username,
            "name": str(account),
            "unit": {"id": account.unit_id, "name": unit} if unit else None,
            "must_change_password": present.must == "password",
        },
        "must": present.must,
        "change_reason": passwords.change_reason(account),
        "password_min_length": config.current().password_min_length,
        "idle_minutes": presence.idle_minutes(present.own),
        "second_factor": account.second_factor,
        "acting_for": api_account.told(present.cover) if present.cover else None,
        "permissions": sorted(actor.permissions),
        "roles": [{"code": code, "name": name} for code, name in actor.roles],
        "csrf_token": get_token(request),
        "district": queries.district(),
        "lang": account.language,
        "version": chengyun.__version__,
        "now": timezone.localtime(),
    }


@router.get("/session", response=schemas.SessionOut, auth=None, summary="Who is logged in")
def read_session(request: HttpRequest) -> Any:
    """Needs no session: the 401 body carries the CSRF token that logging in needs."""
    present = presence.of(request.session)
    if present is not None and present.idle:
        auth.end_idle(request, present.account, quietly=True)
    if present is None or present.idle:
        raise Problem(
            401, "session_idle" if present else "unauthenticated", "尚未登录", csrf_token=get_token(request),
            district=queries.district(), demo_accounts=queries.demo_accounts(),
            password_min_length=config.current().password_min_length, sign_in=outside.offered(request),
        )  # fmt: skip
    return _session(request)


@router.post("/session", response=schemas.SessionOut, auth=None, summary="Log in")
def create_session(request: HttpRequest, data: schemas.LoginIn) -> Any:
    auth.refuse_forged(request)
    """401 `code_required` when the password is right and the account has one-time codes: send again with `code`."""
    auth.log_in(request, data.username, data.password, data.code, data.passkey)
    return _session(request)


@router.post("/session/second", response=schemas.SessionOut, auth=None, summary="Second step after a central log-in")
def second_step(request: HttpRequest, data: schemas_signin.SecondStepIn) -> Any:
    auth.refuse_forged(request)
    outside.second_step(request, data.code, data.passkey)
    return _session(request)


@router.post("/session/passkey", response=schemas.SessionOut, auth=None, summary="Log in with a passkey")
def create_session_by_passkey(request: HttpRequest, data: schemas_signin.PasskeyIn) -> Any:
    auth.refuse_forged(request)
    auth.log_in_with_passkey(request, data.passkey)
    return _session(request)


@router.delete(
    "/session", response={200: schemas_signin.SignOutOut, 204: None}, auth=auth.session_before_change, summary="Log out"
)
def delete_session(request: HttpRequest) -> Any:
    """200 with an address when the browser should go there to end the central log-in as well."""
    address = outside.sign_out_address(request)
    auth.log_out(request)
    return {"address": address} if address else Status(204, None)


@router.post(
    "/session/password",
    response=schemas.SessionOut,
    auth=auth.session_before_change,
    summary="Change the own password",
)
def change_password(request: Any, data: schemas.PasswordIn) -> Any:
    auth.change_password(request, data.old, data.new)
    return _session(request)


@router.post("/session/one-time", response={204: None}, auth=None, summary="Set a password by one-time link")
def use_one_time_link(request: HttpRequest, data: schemas.OneTimeIn) -> Any:
    auth.refuse_forged(request)
    auth.use_link(request, data.token, data.new_password)
    return Status(204, None)


@router.post("/session/language", response={204: None}, summary="Choose the language of the pages")
def choose_language(request: Any, data: schemas.LanguageIn) -> Any:
    Account.objects.filter(pk=request.account.pk).update(language=data.lang)
    return Status(204, None)


# --- own tokens -----------------------------------------------------------------------------------------------------
@router.get(
    "/tokens", auth=auth.session_only, response=list[schemas.TokenOut], tags=["tokens"], summary="Own access tokens"
)
def list_tokens(request: Any) -> Any:
    request.actor.require("token.own")
    return request.account.tokens.order_by("-id")


@router.post(
    "/tokens", auth=auth.session_only, response={201: schemas.NewTokenOut}, tags=["tokens"], summary="New access token"
)
def create_token(request: Any, data: schemas.TokenIn) -> Any:
    """A token never reaches further than its account; `scopes` narrows it to some permissions."""
    request.actor.require("token.own")
    unknown = permissions.unknown_codes(data.scopes)
    if unknown:
        message = "没有这些权限：" + "、".join(unknown)
        raise Problem(422, "invalid", "提交的内容有误", errors=[{"field": "scopes", "message": message}])
    token, text = auth.issue_token(request.account, data.name, data.scopes, data.expires_at)
    return Status(201, {**schemas.TokenOut.from_orm(token).dict(), "token": text})


@router.delete(
    "/tokens/{int:token_id}", auth=auth.session_only, response={204: None}, tags=["tokens"], summary="Revoke a token"
)
def revoke_token(request: Any, token_id: int) -> Any:
    request.actor.require("token.own")
    changed = request.account.tokens.filter(pk=token_id, revoked_at=None).update(revoked_at=timezone.now())
    if not changed:
        raise Problem(404, "not_found", "没有这个令牌")
    return Status(204, None)


# --- accounts -------------------------------------------------------------------------------------------------------
@router.post(
    "/accounts/{username}/link",
    auth=auth.session_only,
    response={201: schemas.LinkOut},
    tags=["accounts"],
    summary="One-time link",
)
def issue_link(request: Any, username: str) -> Any:
    """A link by which somebody sets a password; for people who may manage accounts."""
    request.actor.require("account.manage")
    account = queries.account_by_name(username)
    if account is None or not account.is_active:
        raise Problem(404, "not_found", "没有这个账号")
    token = auth.issue_link(account, OneTimeLink.RESET, request.actor)
    return Status(201, {"token": token, "expires_at": account.links.order_by("-id")[0].expires_at})
