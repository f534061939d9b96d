"""One-time codes (RFC 6238, 6 digits, 30 s, SHA-1: what every authenticator app knows) and recovery codes on paper."""

from __future__ import annotations

import base64
import io
import os
import secrets
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from . import lockout
from .models import Account, AccountEvent, LoginAttempt, RecoveryCode, SecondFactor

STEP, DIGITS, AROUND = 30, 6, 1
"""A code of the step before or after counts too: clocks of phones are seldom right to the second."""
SECRET_BYTES = 20
RECOVERY_CODES = 10
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


# --- the algorithm --------------------------------------------------------------------------------------------------
def code_at(secret: bytes, step: int, digits: int = DIGITS) -> str:
    return TOTP(secret, digits, SHA1(), STEP, enforce_key_length=False).generate(step * STEP).decode()


def matching_step(secret: bytes, code: str, now: float, after: int = 0) -> int | None:
    """The time step whose code this is, if it lies around now and later than `after`."""
    present = int(now) // STEP
    found = None
    for step in range(present - AROUND, present + AROUND + 1):
        if constant_time_compare(code_at(secret, step), code) and step > after:
            found = step
    return found


def provisioning_uri(secret: bytes, username: str, issuer: str) -> str:
    label = quote(f"{issuer}:{username}")
    text = base64.b32encode(secret).decode().rstrip("=")
    return f"otpauth://totp/{label}?{urlencode({'secret': text, 'issuer': issuer, 'digits': DIGITS, 'period': STEP})}"


def qr_svg(text: str) -> str:
    """A QR code as SVG, drawn here: nothing is asked of the network."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, border=4, scale=4, dark="#000", light="#fff", omitsize=True
    )
    return out.getvalue().decode()


# --- enrolling ------------------------------------------------------------------------------------------------------
def begin(account: Account, issuer: str) -> dict[str, str]:
    """A new secret, not in force before a code of it was shown. Problem 409 when there is one in force."""
    if state_of(account)["on"]:
        raise Problem(409, "second_factor_on", "动态口令已经启用", "要换手机，请先停用再重新启用。")
    secret = os.urandom(SECRET_BYTES)
    SecondFactor.objects.update_or_create(
        account=account,
        defaults={"sealed": _seal(account, secret), "created_at": timezone.now(), "confirmed_at": None, "last_step": 0},
    )
    uri = provisioning_uri(secret, account.username, issuer)
    text = base64.b32encode(secret).decode()
    return {"secret": " ".join(text[at : at + 4] for at in range(0, len(text), 4)), "uri": uri, "svg": qr_svg(uri)}


def confirm(account: Account, code: str, address: str) -> list[str]:
    """Put the new secret in force with its first code; the recovery codes, shown this once."""
    with transaction.atomic():
        factor = SecondFactor.objects.select_for_update().filter(account=account, confirmed_at=None).first()
        if factor is None:
            raise Problem(409, "nothing_begun", "没有正在启用的动态口令", "请重新扫描二维码。")
        step = matching_step(_open(account, factor), code, time.time())
        if step is None:
            raise _wrong("请确认手机时间准确，输入最新的 6 位数字。")
        factor.confirmed_at, factor.last_step = timezone.now(), step
        factor.save(update_fields=["confirmed_at", "last_step"])
        refresh(account)
        AccountEvent.objects.create(account=account, kind="second_factor_on", address=address, by_id=account.pk)
        return new_recovery_codes(account)


def remove(account: Account, by_id: int | None, address: str) -> None:
    with transaction.atomic():
        SecondFactor.objects.filter(account=account).delete()
        refresh(account)
        AccountEvent.objects.create(account=account, kind="second_factor_off", address=address, by_id=by_id)


def new_recovery_codes(account: Account) -> list[str]:
    """Ten new codes; earlier ones end."""
    codes = ["-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4)) for _ in range(10)]
    with transaction.atomic():
        account.recovery_codes.all().delete()
        RecoveryCode.objects.bulk_create([RecoveryCode(account=account, hash=_digest(code)) for code in codes])
    return codes


# --- checking -------------------------------------------------------------------------------------------------------
def check(account: Account, code: str) -> str:
    """How the account was proven: "totp" or "recovery". Problem 401 when the code is missing, wrong or used,
    429 while waiting is imposed."""
    code = code.strip()
    if not code:
        raise Problem(401, "code_required", "请输入动态口令", "打开手机上的验证器应用，输入 6 位数字。")
    now = timezone.now()
    keys = {LoginAttempt.CODE: sm3(b"code\0" + str(account.pk).encode()),
            LoginAttempt.ACCOUNT: lockout.account_key(account.username)}  # fmt: skip
    lockout.claim(keys, now)
    digits = code.replace(" ", "")
    fits = _use_step(account, digits) if digits.isascii() and digits.isdigit() else _use_recovery(account, code)
    if not fits:
        raise _wrong("每个口令只能用一次，请等手机显示新的口令再输入；也可以用恢复码。", 401)
    lockout.forgive(keys)
    return fits


def _use_step(account: Account, code: str) -> str:
    with transaction.atomic():
        factor = SecondFactor.objects.select_for_update().filter(account=account).exclude(confirmed_at=None).first()
        if factor is None:
            return ""
        step = matching_step(_open(account, factor), code, time.time(), factor.last_step)
        if step is None:
            return ""
        factor.last_step = step
        factor.save(update_fields=["last_step"])
        return "totp"


def _use_recovery(account: Account, code: str) -> str:
    found = account.recovery_codes.filter(hash=_digest(code), used_at=None).update(used_at=timezone.now())
    return "recovery" if found else ""


def state_of(account: Account) -> dict[str, Any]:
    factor = SecondFactor.objects.filter(account=account).exclude(confirmed_at=None).first()
    left = account.recovery_codes.filter(used_at=None).count()
    return {"on": factor is not None, "since": factor.confirmed_at if factor else None, "recovery_codes_left": left}


def kinds(account: Account) -> list[str]:
    """By what the account can be proven beside the password."""
    app = state_of(account)["on"]
    return [*(["totp"] if app else []), *(["passkey"] if account.passkeys.exists() else [])]


def _digest(code: str) -> bytes:
    plain = "".join(_letters(code.lower()))
    return sm3(b"recovery\0" + plain.encode())


def _letters(text: str) -> Iterator[str]:
    return (letter for letter in text if letter in _ALPHABET)


def refresh(account: Account) -> None:
    """Whether the account has a second factor now: the app, or a passkey. Without either the paper codes end too."""
    app = SecondFactor.objects.filter(account=account).exclude(confirmed_at=None).exists()
    account.second_factor = app or account.passkeys.exists()
    account.save(update_fields=["second_factor"])
    if not account.second_factor:
        account.recovery_codes.all().delete()


def _seal(account: Account, secret: bytes) -> bytes:
    return vault.seal({"totp": base64.b32encode(secret).decode()}, f"totp:{account.pk}")


def _open(account: Account, factor: SecondFactor) -> bytes:
    return base64.b32decode(vault.open_(bytes(factor.sealed), f"totp:{account.pk}")["totp"])


def _wrong(detail: str, status: int = 422) -> Problem:
    return Problem(
        status, "wrong_code", "动态口令不正确", detail, errors=[{"field": "code", "message": "动态口令不正确"}]
    )
