"""HTTP for administrators: accounts that wait, log-out, forced change, lost telephones, the log of log-ins. Thin."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Query, Router, Status
from pydantic import StringConstraints

from chengyun.kernel.given import Moment

from . import account_log, auth, safety
from . import schemas_safety as shapes
from .addresses import client_address
from .schemas import AccountEventPage, Text

router = Router(auth=auth.session_or_token, tags=["accounts"])
Words = Annotated[Text, StringConstraints(max_length=60)]


@router.get("/accounts/safety", response=shapes.AccountStatePage, summary="Accounts: waits, second factor, log-ins")
def list_states(request: Any, q: Words = "", waiting: bool = False, cursor: str = "") -> Any:
    request.actor.require("account.manage")
    return safety.states(q.strip(), waiting, cursor)


@router.post("/accounts/{username}/unlock", response={204: None}, summary="Lift the waits of an account")
def unlock(request: Any, username: str) -> Any:
    request.actor.require("account.manage")
    safety.unlock(safety.account_of(username), request.actor, client_address(request))
    return Status(204, None)


@router.post("/accounts/{username}/log-out", response=shapes.EndedOut, summary="Log an account out everywhere")
def log_out_everywhere(request: Any, username: str) -> Any:
    request.actor.require("account.manage")
    account = safety.account_of(username)
    return {"ended": safety.log_out_everywhere(account, request.actor, client_address(request))}


@router.post("/accounts/{username}/require-change", response={204: None}, summary="Ask for a new password")
def require_change(request: Any, username: str) -> Any:
    request.actor.require("account.manage")
    safety.require_change(safety.account_of(username), request.actor, client_address(request))
    return Status(204, None)


@router.post(
    "/accounts/{username}/reset-second-factor", response={204: None}, summary="Forget the second factor of an account"
)
def reset_second_factor(request: Any, username: str) -> Any:
    request.actor.require("account.manage")
    safety.reset_second_factor(safety.account_of(username), request.actor, client_address(request))
    return Status(204, None)


# --- the log --------------------------------------------------------------------------------------------------------
@router.get("/accounts/events", response=AccountEventPage, summary="Log of log-ins and of what happened to accounts")
def list_account_events(
    request: Any,
    cursor: str = "",
    username: Words = "",
    kind: Text = "",
    address: Words = "",
    since: Moment | None = None,
    until: Moment | None = None,
) -> Any:
    """Newest first, 50 a page. `kind` is one or several, separated by commas."""
    request.actor.require("audit.read")
    wanted = account_log.Wanted(username, kind, address, since, until)
    return account_log.page(wanted, cursor)


@router.get("/accounts/events/export", response={200: None}, summary="The log as CSV or XLSX")
def export_account_events(
    request: Any,
    username: Words = "",
    kind: Text = "",
    address: Words = "",
    since: Moment | None = None,
    until: Moment | None = None,
    format: str = Query("xlsx", pattern="^(xlsx|csv)$"),
) -> Any:
    request.actor.require("audit.read")
    wanted = account_log.Wanted(username, kind, address, since, until)
    return account_log.export(wanted, format, request.actor, client_address(request))
