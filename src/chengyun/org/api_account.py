"""HTTP of one's own account: second factor, recovery codes, log-ins, acting for a colleague. Thin."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from ninja import Query, Router, Status

from chengyun.kernel.problems import Problem

from . import acting_for, auth, passwords, queries, safety, sessions, totp
from . import schemas_safety as shapes
from .access import actor_for
from .addresses import client_address
from .models import AccountEvent
from .schemas import ActingForOut

router = Router(auth=auth.session_only, tags=["account"])


@router.get(
    "/account/safety",
    auth=auth.session_before_factor,
    response=shapes.SafetyOut,
    summary="Second factor, log-ins and covers of one's own",
)
def read_safety(request: Any) -> Any:
    return safety.own(request)


@router.post(
    "/account/second-factor",
    auth=auth.session_before_factor,
    response=shapes.FactorBegunOut,
    summary="Begin to set up one-time codes",
)
def begin_second_factor(request: Any, data: shapes.ConfirmIn) -> Any:
    """Shows the secret once, as text and as a QR code; in force after `confirm`."""
    passwords.confirm(request.account, data.password, client_address(request))
    district = queries.district()
    return totp.begin(request.account, f"城运 {district['name']}" if district else "城运")


@router.post(
    "/account/second-factor/confirm",
    auth=auth.session_before_factor,
    response=shapes.RecoveryCodesOut,
    summary="Put one-time codes in force",
)
def confirm_second_factor(request: Any, data: shapes.CodeIn) -> Any:
    return {"codes": totp.confirm(request.account, data.code.replace(" ", ""), client_address(request))}


@router.post("/account/second-factor/remove", response={204: None}, summary="Stop using one-time codes")
def remove_second_factor(request: Any, data: shapes.ConfirmIn) -> Any:
    if actor_for(request.account).needs_second_factor and not request.account.passkeys.exists():
        raise Problem(409, "second_factor_needed", "您的角色必须使用动态口令", "换手机请系统管理员重置。")
    passwords.confirm(request.account, data.password, client_address(request))
    totp.remove(request.account, request.account.pk, client_address(request))
    return Status(204, None)


@router.post("/account/recovery-codes", response=shapes.RecoveryCodesOut, summary="New recovery codes")
def renew_recovery_codes(request: Any, data: shapes.ConfirmIn) -> Any:
    """Earlier codes end."""
    if not request.account.second_factor:
        raise Problem(409, "no_second_factor", "还没有启用动态口令")
    passwords.confirm(request.account, data.password, client_address(request))
    AccountEvent.objects.create(
        account=request.account, kind="recovery_codes_renewed", by_id=request.account.pk,
        address=client_address(request),
    )  # fmt: skip
    return {"codes": totp.new_recovery_codes(request.account)}


@router.post(
    "/session/active", auth=auth.session_before_factor, response={204: None}, summary="The person is still there"
)
def still_active(request: Any) -> Any:
    """Puts off the idle time-out; reading does not, because pages read by themselves."""
    return Status(204, None)


@router.delete("/account/sessions/{session_id}", response={204: None}, summary="End one of one's log-ins")
def end_session(request: Any, session_id: str) -> Any:
    if not session_id.isascii() or not sessions.end_one(request.account.pk, session_id):
        raise Problem(404, "not_found", "这个登录已经结束")
    _record_end(request, 1)
    return Status(204, None)


@router.post("/account/log-out-everywhere", response=shapes.EndedOut, summary="Log out everywhere")
def end_sessions(request: Any, data: shapes.EndSessionsIn) -> Any:
    """All other log-ins of the account; with `here_too` this one as well."""
    ended = sessions.end(request.account.pk, None if data.here_too else request.session.session_key)
    _record_end(request, ended)
    if data.here_too:
        request.session.flush()
    return {"ended": ended}


def _record_end(request: Any, ended: int) -> None:
    AccountEvent.objects.create(
        account=request.account, kind="sessions_ended", by_id=request.account.pk,
        address=client_address(request), detail={"ended": ended, "at": timezone.now().isoformat()},
    )  # fmt: skip


# --- acting for a colleague -----------------------------------------------------------------------------------------
@router.get("/session/colleagues", response=list[shapes.ColleagueOut], summary="Colleagues whom one may act for")
def list_colleagues(request: Any, q: str = Query("", max_length=60)) -> Any:
    return acting_for.offers(actor_for(request.account), q.replace("\x00", "").strip())


@router.post("/session/acting-for", response={201: ActingForOut}, summary="Act for a colleague")
def start_cover(request: Any, data: shapes.CoverIn) -> Any:
    """From now on this log-in does the colleague's work; everything is recorded with both names."""
    cover = acting_for.start(request, data.username, data.reason, data.hours)
    return Status(201, told(cover))


@router.delete("/session/acting-for", response={204: None}, summary="Stop acting for a colleague")
def stop_cover(request: Any) -> Any:
    acting_for.stop(request)
    return Status(204, None)


def told(cover: Any) -> dict[str, Any]:
    return {
        "username": cover.account.username, "name": str(cover.account), "reason": cover.reason, "until": cover.until,
    }  # fmt: skip
