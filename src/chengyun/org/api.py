"""HTTP of the org room: session, tokens, accounts. Master data is in api_masterdata.py. Thin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone
from ninja import Router, Status

import chengyun
from chengyun.kernel import paging, permissions
from chengyun.kernel.problems import Problem

from . import auth, queries, schemas
from .access import actor_for
from .api_masterdata import router as masterdata_router
from .models import Account, AccountEvent, OneTimeLink
from .sessions import account_of

router = Router(tags=["session"], auth=auth.session_or_token)
router.add_router("", masterdata_router)

PAGE = 50


def _session(request: HttpRequest, account: Account) -> dict[str, Any]:
    actor = actor_for(account)
    unit = queries.unit_names().get(account.unit_id) if account.unit_id else None
    return {
        "account": {
            "id": account.pk,
            "username": account.username,
            "name": str(account),
            "unit": {"id": account.unit_id, "name": unit} if unit else None,
            "must_change_password": account.must_change_password,
        },
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
    account = account_of(request.session)
    if account is None:
        raise Problem(
            401, "unauthenticated", "尚未登录", csrf_token=get_token(request), district=queries.district(),
            demo_accounts=queries.demo_accounts(),
        )  # fmt: skip
    return _session(request, account)


@router.post("/session", response=schemas.SessionOut, auth=None, summary="Log in")
def create_session(request: HttpRequest, data: schemas.LoginIn) -> Any:
    auth.refuse_forged(request)
    return _session(request, auth.log_in(request, data.username, data.password))


@router.delete("/session", response={204: None}, auth=auth.session_before_change, summary="Log out")
def delete_session(request: HttpRequest) -> Any:
    auth.log_out(request)
    return Status(204, None)


@router.post(
    "/session/password",
    response=schemas.SessionOut,
    auth=auth.session_before_change,
    summary="Change the own password",
)
def change_password(request: Any, data: schemas.PasswordIn) -> Any:
    auth.change_password(request, data.old, data.new)
    return _session(request, request.account)


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
@router.get("/tokens", response=list[schemas.TokenOut], tags=["tokens"], summary="Own access tokens")
def list_tokens(request: Any) -> Any:
    request.actor.require("token.own")
    return request.account.tokens.order_by("-id")


@router.post("/tokens", response={201: schemas.NewTokenOut}, tags=["tokens"], summary="New access token")
def create_token(request: Any, data: schemas.TokenIn) -> Any:
    """A token never reaches further than its account; `scopes` narrows it to some permissions."""
    request.actor.require("token.own")
    unknown = permissions.unknown_codes(data.scopes)
    if unknown:
        message = "没有这些权限：" + "、".join(unknown)
        raise Problem(422, "invalid", "提交的内容有误", errors=[{"field": "scopes", "message": message}])
    token, text = auth.issue_token(request.account, data.name, data.scopes, data.expires_at)
    return Status(201, {**schemas.TokenOut.from_orm(token).dict(), "token": text})


@router.delete("/tokens/{int:token_id}", response={204: None}, tags=["tokens"], summary="Revoke a token")
def revoke_token(request: Any, token_id: int) -> Any:
    request.actor.require("token.own")
    changed = request.account.tokens.filter(pk=token_id, revoked_at=None).update(revoked_at=timezone.now())
    if not changed:
        raise Problem(404, "not_found", "没有这个令牌")
    return Status(204, None)


# --- accounts -------------------------------------------------------------------------------------------------------
@router.post("/accounts/{username}/link", response={201: schemas.LinkOut}, tags=["accounts"], summary="One-time link")
def issue_link(request: Any, username: str) -> Any:
    """A link by which somebody sets a password; for people who may manage accounts."""
    request.actor.require("account.manage")
    account = queries.account_by_name(username)
    if account is None or not account.is_active:
        raise Problem(404, "not_found", "没有这个账号")
    token = auth.issue_link(account, OneTimeLink.RESET, request.actor)
    return Status(201, {"token": token, "expires_at": account.links.order_by("-id")[0].expires_at})


@router.get("/accounts/events", response=schemas.AccountEventPage, tags=["accounts"], summary="Log-ins and the like")
def list_account_events(request: Any, cursor: str = "", username: str = "") -> Any:
    """What happened to accounts, newest first, 50 a page."""
    request.actor.require("audit.read")
    rows = AccountEvent.objects.select_related("account").order_by("-id")
    if username:
        account = queries.account_by_name(username)
        rows = rows.filter(account=account) if account else rows.none()
    if cursor:
        (last,) = paging.decode_cursor(cursor, 1)
        if not isinstance(last, int) or isinstance(last, bool) or not 0 < last < 2**63:
            raise paging.bad_cursor()
        rows = rows.filter(id__lt=last)
    found = list(rows[: PAGE + 1])
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    names = dict(Account.objects.filter(pk__in={r.by_id for r in found if r.by_id}).values_list("id", "username"))
    items = [
        {
            "id": row.pk, "at": row.at, "kind": row.kind, "address": row.address, "detail": row.detail,
            "account": row.account.username if row.account else "", "by": names.get(row.by_id or 0, ""),
        }
        for row in found[:PAGE]
    ]  # fmt: skip
    return {"items": items, "next_cursor": paging.encode_cursor([more]) if more else None}
