"""Passkeys (WebAuthn level 3): making them, logging in with them. The library is loaded by the first one who uses it.

A passkey asks for finger, face or PIN on the device itself: it stands for both factors.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import handshake, totp
from .access import TOPIC, actor_for
from .addresses import client_address
from .models import Account, AccountEvent, Passkey
from .origins import own_origin, passkeys_possible, rp_id

ADD, USE = "passkey_add", "passkey_use"
MOST = 20


# --- making ---------------------------------------------------------------------------------------------------------
def begin_adding(request: Any, response: HttpResponse, name: str) -> dict[str, Any]:
    """What the browser needs to make a passkey for this account."""
    import webauthn
    from webauthn.helpers import structs

    refuse_impossible(request)
    account: Account = request.account
    have = list(account.passkeys.all())
    if len(have) >= MOST:
        raise Problem(409, "too_many_passkeys", "通行密钥太多了", "请先移除不用的。")
    options = webauthn.generate_registration_options(
        rp_id=rp_id(request), rp_name=name, user_id=_handle(account), user_name=account.username,
        user_display_name=str(account), exclude_credentials=[_descriptor(key) for key in have],
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
    )  # fmt: skip
    handshake.begin(response, ADD, {"challenge": _text(options.challenge), "account": account.pk})
    return dict(json.loads(webauthn.options_to_json(options)))


def add(request: Any, name: str, credential: dict[str, Any]) -> list[str]:
    """Keep a new passkey. Recovery codes, shown this once, when there are none yet."""
    import webauthn

    kept = handshake.read(request, ADD)
    account: Account = request.account
    if kept["account"] != account.pk:
        raise handshake.over()
    try:
        made = webauthn.verify_registration_response(
            credential=credential, expected_challenge=_bytes(kept["challenge"]), expected_rp_id=rp_id(request),
            expected_origin=own_origin(request), require_user_verification=True,
        )  # fmt: skip
    except Exception as error:  # the library tells broken answers by whatever its parsers raise
        raise _unfit() from error
    handshake.spend(kept)
    with transaction.atomic():
        first = not totp.state_of(account)["recovery_codes_left"]
        if not Passkey.objects.exists():
            revision.bump(TOPIC)  # the log-in page offers them from now on
        try:
            with transaction.atomic():
                Passkey.objects.create(
                    account=account, credential_id=made.credential_id, public_key=made.credential_public_key,
                    counter=made.sign_count, name=name, aaguid=made.aaguid, rp_id=rp_id(request),
                    synced=made.credential_backed_up, transports=_transports(credential),
                )  # fmt: skip
        except IntegrityError:
            raise Problem(409, "passkey_known", "这个通行密钥已经登记过") from None
        totp.refresh(account)
        _record(account, "passkey_added", request, name)
        return totp.new_recovery_codes(account) if first else []


def _transports(credential: dict[str, Any]) -> list[str]:
    answer = credential.get("response")
    said = answer.get("transports") if isinstance(answer, dict) else None
    known = ("usb", "nfc", "ble", "internal", "hybrid", "smart-card")
    return [name for name in known if isinstance(said, list) and name in said]


def remove(request: Any, passkey_id: int) -> None:
    account: Account = request.account
    with transaction.atomic():
        found = account.passkeys.filter(pk=passkey_id).first() if 0 < passkey_id < 2**63 else None
        if found is None:
            raise Problem(404, "not_found", "没有这个通行密钥")
        last = totp.kinds(account) == ["passkey"] and account.passkeys.count() == 1
        if last and actor_for(account).needs_second_factor:
            detail = "请先启用动态口令，或添加另一个通行密钥。"
            raise Problem(409, "second_factor_needed", "您的角色必须有第二重验证", detail)
        found.delete()
        totp.refresh(account)
        _record(account, "passkey_removed", request, found.name)


def state_of(account: Account) -> list[dict[str, Any]]:
    return [
        {"id": key.pk, "name": key.name, "synced": key.synced, "created_at": key.created_at,
         "last_used_at": key.last_used_at, "rp_id": key.rp_id}
        for key in account.passkeys.all()
    ]  # fmt: skip


# --- using ----------------------------------------------------------------------------------------------------------
def begin_using(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """A challenge for whoever holds a passkey of this platform. Names nobody: the device knows whose it is."""
    import webauthn
    from webauthn.helpers import structs

    refuse_impossible(request)
    options = webauthn.generate_authentication_options(
        rp_id=rp_id(request), user_verification=structs.UserVerificationRequirement.REQUIRED
    )
    handshake.begin(response, USE, {"challenge": _text(options.challenge)})
    return dict(json.loads(webauthn.options_to_json(options)))


def check(request: HttpRequest, credential: dict[str, Any], account: Account | None = None) -> Account:
    """Whose passkey answered the challenge; with `account`, it has to be theirs. Problem 401 when it does not fit."""
    import webauthn

    kept = handshake.read(request, USE)
    with transaction.atomic():
        key = _key_of(credential)
        fits = key is not None and (account is None or key.account_id == account.pk)
        if key is None or not fits or not key.account.is_active or key.account.kind != Account.PERSON:
            raise _wrong()
        try:
            used = webauthn.verify_authentication_response(
                credential=credential, expected_challenge=_bytes(kept["challenge"]), expected_rp_id=rp_id(request),
                expected_origin=own_origin(request), credential_public_key=bytes(key.public_key),
                credential_current_sign_count=key.counter, require_user_verification=True,
            )  # fmt: skip
        except Exception as error:  # as above
            raise _wrong() from error
        handshake.spend(kept)
        key.counter, key.last_used_at, key.synced = used.new_sign_count, timezone.now(), used.credential_backed_up
        key.save(update_fields=["counter", "last_used_at", "synced"])
        return key.account


def _key_of(credential: dict[str, Any]) -> Passkey | None:
    name = credential.get("id")
    try:
        raw = _bytes(name) if isinstance(name, str) else b""
    except ValueError:
        return None
    rows = Passkey.objects.select_for_update(of=("self",)).select_related("account__unit")
    return rows.filter(credential_id=raw).first() if raw else None


def refuse_impossible(request: HttpRequest) -> None:
    if not passkeys_possible(request):
        detail = "通行密钥要经 HTTPS 用域名打开；请管理员见《登录方式》一章。"
        raise Problem(409, "passkeys_impossible", "这个网址不能用通行密钥", detail)


# --- small things ---------------------------------------------------------------------------------------------------
def _handle(account: Account) -> bytes:
    """By what a device knows the account: tells nothing about the person."""
    return sm3(b"passkey\0" + str(account.pk).encode())


def _descriptor(key: Passkey) -> Any:
    from webauthn.helpers import structs

    return structs.PublicKeyCredentialDescriptor(id=bytes(key.credential_id))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _unfit() -> Problem:
    return Problem(422, "passkey_unfit", "没有登记成功", "设备的答复与本页不符，请刷新页面重新添加。")


def _wrong() -> Problem:
    return Problem(401, "wrong_passkey", "这个通行密钥不能登录", "可能已被移除，或属于别的账号。请改用密码登录。")


def _record(account: Account, kind: str, request: Any, name: str) -> None:
    AccountEvent.objects.create(
        account=account, kind=kind, address=client_address(request), by_id=account.pk, detail={"name": name}
    )
