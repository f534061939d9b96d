"""Central log-ins (单位统一认证): there, back, whose account it is. The protocols are in oidc.py and cas.py.

A central log-in proves who somebody is, never what they may do: rights are granted here only.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from chengyun.kernel import revision, vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac

from . import auth, handshake, presence
from .access import TOPIC, actor_for
from .addresses import client_address, device_of
from .models import Account, AccountEvent, OutsideIdentity, Passkey, Person, SignInWay
from .origins import own_origin, passkeys_possible

PROVIDER_DOWN, REFUSED, BAD_ANSWER, EXPIRED = "provider_down", "refused", "bad_answer", "expired"
UNKNOWN, AMBIGUOUS, DISABLED, CONFLICT = "unknown", "ambiguous", "disabled", "conflict"
LINK_FIRST, WAITING = "link_first", "waiting"
FAULTS = {
    PROVIDER_DOWN: "统一认证连不上", REFUSED: "统一认证没有放行", BAD_ANSWER: "统一认证的答复不对",
    EXPIRED: "登录步骤已过期",
    UNKNOWN: "没有对应的账号", AMBIGUOUS: "对应到几个账号", DISABLED: "账号已停用", CONFLICT: "已与别人绑定",
    LINK_FIRST: "管理账号要先由本人绑定", WAITING: "新登记的账号，等管理员启用",
}  # fmt: skip
LINK, STAFF_NO, USERNAME, EMAIL, PHONE = "link", "staff_no", "username", "email", "phone"
GUARDED = ("role.manage", "account.manage", "signin.manage")
"""Who holds one of these is recognised only after linking the central log-in themselves."""
PURPOSE, SECOND = "sign_in", "second"


class Fault(Exception):
    """Why a central log-in came to nothing. `detail` is for the administrator and holds nothing personal."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(detail or FAULTS[code])
        self.code, self.detail = code, detail


@dataclass(frozen=True, slots=True)
class Proven:
    """What the other side says: by what it knows the person, what it tells, whether it asked for a second factor."""

    subject: str
    claims: Mapping[str, Any]
    second_factor: bool = False
    id_token: str = ""


def secret_of(way: SignInWay) -> str:
    return vault.open_(bytes(way.sealed), f"way:{way.code}")["secret"] if way.sealed else ""


# --- what the log-in page offers ------------------------------------------------------------------------------------
_kept: tuple[int, list[dict[str, str]], bool] | None = None


def offered(request: HttpRequest) -> dict[str, Any]:
    """The ways beside the password that are of use here; kept per process until the organisation changes."""
    global _kept
    number = revision.current(TOPIC)
    known = _kept
    if known is None or known[0] != number:
        rows = SignInWay.objects.filter(enabled=True).values_list("code", "name", "protocol")
        ways = [{"code": code, "name": name, "protocol": protocol} for code, name, protocol in rows]
        known = _kept = (number, ways, Passkey.objects.exists())
    return {"ways": known[1], "passkeys": known[2] and passkeys_possible(request)}


def forget() -> None:
    global _kept
    _kept = None


def way_of(code: str, only_enabled: bool = True) -> SignInWay:
    found = SignInWay.objects.filter(code=code).first() if "\x00" not in code else None
    if found is None or (only_enabled and not found.enabled):
        raise Problem(404, "not_found", "没有这种登录方式")
    return found


# --- there ----------------------------------------------------------------------------------------------------------
def start(request: HttpRequest, code: str, after: str) -> HttpResponse:
    """Send the browser to the central log-in."""
    way = way_of(code)
    try:
        address, kept = _begin(way, _back(request, way))
    except Fault as fault:
        return _fail(request, way, fault)
    response = HttpResponseRedirect(address)
    handshake.begin(response, PURPOSE, {"way": way.code, "after": local(after), "kept": kept, "account": 0})
    return _private(response)


def start_linking(request: Any, response: HttpResponse, code: str) -> str:
    """Where the browser goes so that its own account is linked with what the central log-in knows it as."""
    way = way_of(code)
    try:
        address, kept = _begin(way, _back(request, way))
    except Fault as fault:
        _note(way, fault)
        raise Problem(502, "provider_down", "统一认证连不上", fault.detail) from fault
    handshake.begin(response, PURPOSE, {"way": code, "after": "/account", "kept": kept, "account": request.account.pk})
    return address


def _begin(way: SignInWay, back: str) -> tuple[str, dict[str, str]]:
    from . import cas, oidc

    return (oidc if way.protocol == SignInWay.OIDC else cas).begin(way, back)


def _back(request: HttpRequest, way: SignInWay) -> str:
    return f"{own_origin(request)}{back_path(way.code)}"


def back_path(code: str) -> str:
    return f"/api/v1/sign-in/{code}/back"


def local(path: str) -> str:
    """A path of these pages, or the first page: nobody is sent elsewhere by an address somebody made up."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and len(path) < 1000
    return path if plain else "/"


# --- and back -------------------------------------------------------------------------------------------------------
def come_back(request: Any, code: str) -> HttpResponse:
    """The browser returns: log in, link, or say on the log-in page why not."""
    from . import cas, oidc

    way = way_of(code)
    kept: dict[str, Any] = {}
    try:
        kept = _remembered(request, way)
        answer = {name: value for name, value in request.GET.items() if "\x00" not in value}
        protocol = oidc if way.protocol == SignInWay.OIDC else cas
        proven = protocol.finish(way, kept["kept"], answer, _back(request, way))
        response = _link(request, way, proven, kept) if kept["account"] else _enter(request, way, proven, kept)
    except Fault as fault:
        response = _fail(request, way, fault, bool(kept.get("account")))
    handshake.end(response, PURPOSE)
    return _private(response)


def _remembered(request: HttpRequest, way: SignInWay) -> dict[str, Any]:
    try:
        kept = handshake.read(request, PURPOSE)
        handshake.spend(kept)
    except Problem as problem:
        raise Fault(EXPIRED) from problem
    if kept["way"] != way.code:
        raise Fault(EXPIRED)
    return kept


def _enter(request: Any, way: SignInWay, proven: Proven, kept: Mapping[str, Any]) -> HttpResponse:
    account = identify(way, proven, client_address(request))
    SignInWay.objects.filter(pk=way.pk).update(last_ok_at=timezone.now())
    passed = {"way": way.code, "token": _seal_token(proven.id_token), "factor": proven.second_factor}
    if account.second_factor and not proven.second_factor:
        response = HttpResponseRedirect(f"/login?{urlencode({'step': 'code', 'next': kept['after']})}")
        handshake.begin(response, SECOND, {"account": account.pk, "after": kept["after"], **passed})
        return response
    enter(request, account, passed, way.protocol)
    return HttpResponseRedirect(kept["after"])


def enter(request: Any, account: Account, passed: Mapping[str, Any], said: str) -> None:
    auth.begin_session(request, account, said, provider=str(passed["way"]))
    request.session["by"] = passed["way"]
    request.session["by_token"] = passed["token"]
    request.session["factor"] = bool(passed["factor"])


def second_step(request: Any, code: str, credential: dict[str, Any] | None) -> Account:
    """After the central log-in: the code of the app or a passkey, where the account has one."""
    kept = handshake.read(request, SECOND)
    account = Account.objects.filter(pk=kept["account"], is_active=True, kind=Account.PERSON).first()
    if account is None:
        raise handshake.over()
    factor = auth.second_factor(request, account, code, credential)
    handshake.spend(kept)
    enter(request, account, kept, f"{way_of(kept['way']).protocol}_{factor}")
    return account


def _seal_token(token: str) -> str:
    return base64.b64encode(vault.seal({"token": token}, "id_token")).decode() if token else ""


def sign_out_address(request: Any) -> str:
    """Where the browser ends the central log-in too; "" when this log-in did not come from one, or it is not asked."""
    from . import cas, oidc

    way = SignInWay.objects.filter(code=request.session.get("by", ""), enabled=True).first()
    if way is None or not way.settings.get("sign_out"):
        return ""
    back = f"{own_origin(request)}/login"
    if way.protocol == SignInWay.CAS:
        return cas.sign_out_address(way, back)
    try:
        sealed = base64.b64decode(request.session.get("by_token", ""))
        token = vault.open_(sealed, "id_token")["token"] if sealed else ""
    except (ValueError, KeyError, vault.Tampered):
        token = ""
    return oidc.sign_out_address(way, token, back)


# --- whose account --------------------------------------------------------------------------------------------------
def identify(way: SignInWay, proven: Proven, address: str) -> Account:
    """The account that is meant. Recognised once, the subject alone counts from then on. Raises Fault."""
    subject = proven.subject
    if not subject or len(subject) > 255 or "\x00" in subject:
        raise Fault(BAD_ANSWER, "没有可用的身份标识")
    known = OutsideIdentity.objects.filter(way=way, subject=subject).select_related("account__unit").first()
    account = known.account if known else _recognised(way, proven, address)
    if not account.is_active:
        raise Fault(DISABLED)
    if known is None:
        link(way, account, subject, address)
    OutsideIdentity.objects.filter(way=way, subject=subject).update(last_used_at=timezone.now())
    return account


def _recognised(way: SignInWay, proven: Proven, address: str) -> Account:
    match = way.settings.get("match", LINK)
    value = proven.claims.get(way.settings.get("claim") or "sub")
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if match == LINK or not text or len(text) > 200 or "\x00" in text:
        raise Fault(UNKNOWN)
    if match == EMAIL and proven.claims.get("email_verified") is not True and not way.settings.get("trust_email"):
        raise Fault(UNKNOWN, "对方没有说邮箱是核实过的")
    found = list(_accounts(match, text)[:2])
    if len(found) > 1:
        raise Fault(AMBIGUOUS)
    if not found:
        if way.settings.get("make_accounts") and match in (STAFF_NO, USERNAME):
            _make(way, proven, text, address)
            raise Fault(WAITING)
        raise Fault(UNKNOWN)
    actor = actor_for(found[0])
    if any(actor.can(code) for code in GUARDED):
        raise Fault(LINK_FIRST)
    return found[0]


def _accounts(match: str, text: str) -> Any:
    rows = Account.objects.filter(kind=Account.PERSON).select_related("unit").order_by("-is_active", "id")
    if match == USERNAME:
        return rows.filter(username=Account.normalize_username(text))
    if match == STAFF_NO:
        found = rows.filter(person__staff_no=text)
    elif match == EMAIL:
        found = rows.filter(person__contact__email_index=email_index(text))
    else:
        try:
            found = rows.filter(person__contact__phone_index=vault.blind_index("phone", text))
        except ValueError:
            return rows.none()
    return found.filter(is_active=True) if found.filter(is_active=True).exists() else found


def email_index(text: str) -> bytes:
    return sm3_hmac(vault.key_ring().index_key, f"staff_email\0{text.strip().casefold()}".encode())


def _make(way: SignInWay, proven: Proven, text: str, address: str) -> None:
    """An account that can do nothing yet and is off, so that the administrator finds it in the list."""
    name = Account.normalize_username(text)[:60]
    if any(c.isspace() for c in name) or Account.objects.filter(username=name).exists():
        raise Fault(CONFLICT)
    told = proven.claims.get("name")
    shown = (told if isinstance(told, str) else name).replace("\x00", "")[:60]
    person = Person.objects.filter(staff_no=text).first()
    with transaction.atomic():
        account = Account.objects.create_user(
            name, None, display_name=shown, person=person, unit=person.unit if person else None, is_active=False
        )  # fmt: skip
        link(way, account, proven.subject, address)
        detail = {"provider": way.name}
        AccountEvent.objects.create(account=account, kind="account_made", address=address, detail=detail)
        revision.bump(TOPIC)


def link(way: SignInWay, account: Account, subject: str, address: str, by_id: int | None = None) -> None:
    """From now on this subject is this account. Fault when either belongs to another already."""
    try:
        with transaction.atomic():
            OutsideIdentity.objects.create(way=way, account=account, subject=subject)
    except IntegrityError:
        raise Fault(CONFLICT) from None
    AccountEvent.objects.create(
        account=account, kind="identity_linked", address=address, by_id=by_id, detail={"provider": way.name}
    )


def unlink(account: Account, code: str, address: str, by_id: int | None) -> None:
    found = account.identities.filter(way__code=code).select_related("way").first() if "\x00" not in code else None
    if found is None:
        raise Problem(404, "not_found", "没有绑定这种登录方式")
    found.delete()
    AccountEvent.objects.create(
        account=account, kind="identity_unlinked", address=address, by_id=by_id, detail={"provider": found.way.name}
    )


def links_of(account: Account) -> list[dict[str, Any]]:
    """The central log-ins that are switched on, and whether the account is linked."""
    linked = {row.way_id: row for row in account.identities.all()}
    return [
        {"code": way.code, "name": way.name, "linked_at": linked[way.pk].linked_at if way.pk in linked else None,
         "last_used_at": linked[way.pk].last_used_at if way.pk in linked else None}
        for way in SignInWay.objects.filter(enabled=True)
    ]  # fmt: skip


def _link(request: Any, way: SignInWay, proven: Proven, kept: Mapping[str, Any]) -> HttpResponse:
    present = presence.of(request.session)
    if present is None or present.account.pk != kept["account"]:
        raise Fault(EXPIRED)
    known = OutsideIdentity.objects.filter(way=way, subject=proven.subject, account=present.account).exists()
    if not known:
        link(way, present.account, proven.subject, client_address(request), present.account.pk)
    return HttpResponseRedirect("/account?linked=1")


# --- when it fails --------------------------------------------------------------------------------------------------
def _fail(request: Any, way: SignInWay, fault: Fault, linking: bool = False) -> HttpResponse:
    _note(way, fault)
    AccountEvent.objects.create(
        account=None, kind="login_failed", address=client_address(request),
        detail={"reason": fault.code, "provider": way.name, "agent": device_of(request)},
    )  # fmt: skip
    page = "/account" if linking else "/login"
    return _private(HttpResponseRedirect(f"{page}?{urlencode({'fault': fault.code, 'way': way.code})}"))


def _note(way: SignInWay, fault: Fault) -> None:
    """For the administrator's page: what last went wrong with the other side itself."""
    if fault.code in (PROVIDER_DOWN, BAD_ANSWER):
        said = str(fault)[:300].replace("\x00", "")
        SignInWay.objects.filter(pk=way.pk).update(last_error_at=timezone.now(), last_error=said)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
