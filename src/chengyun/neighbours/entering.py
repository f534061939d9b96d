"""How residents come in: a code by SMS, or WeChat. Nobody learns whether a number is known here."""

from __future__ import annotations

import logging
import secrets
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import config, vault
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3, sm3_hmac

from . import limits, settings, wechat
from .models import LoginCode, Raised, Resident, ResidentSession
from .outward import FAULTS, Fault
from .rules import CODE_MINUTES, CODE_TRIES
from .sms import send

log = logging.getLogger(__name__)
LASTS = timedelta(days=30)
TOKEN_PREFIX = "cyn_"
WAIT = 60


def ask_code(phone: str, device: str, address: str) -> dict[str, Any]:
    """Have a code sent. In the demo district, without a gateway, it is told here and labelled so.

    Problem 409 where SMS is not set up, 422 for no mobile number, 429 when asked too often.
    """
    normal = _mobile(phone)
    gateway, demo = settings.gateway(), False
    if not gateway.configured:
        demo = settings.in_demo()
        if not demo:
            raise Problem(
                409, "sms_not_configured", "短信登录还没有开通",
                "本区还没有接通短信服务，暂时不能用手机号登录。有事请拨打 12345。",
            )  # fmt: skip
    limits.take("code", phone=normal, device=device, address=address)
    code, now = f"{secrets.randbelow(1_000_000):06d}", timezone.now()
    index = vault.blind_index("phone", normal)
    with transaction.atomic():
        LoginCode.objects.filter(phone_index=index, used_at__isnull=True).update(used_at=now, sealed=b"")
        row = LoginCode.objects.create(
            phone_index=index, digest=_digest(index, code), created_at=now,
            expires_at=now + timedelta(minutes=CODE_MINUTES),
            sealed=b"" if demo else vault.seal({"phone": normal, "code": code}),
        )  # fmt: skip
        if not demo:
            from . import jobs

            jobs.send_code.defer(code_id=row.pk)
    return {"minutes": CODE_MINUTES, "wait": WAIT, "demo_code": code if demo else None}


def send_code(code_id: int) -> str:
    """The worker hands the code to the gateway; what became of it. Codes are not tried again: they are short-lived."""
    row = LoginCode.objects.filter(pk=code_id, sent_at__isnull=True, used_at__isnull=True).first()
    if row is None or not row.sealed or row.expires_at < timezone.now():
        return "gone"
    given = vault.open_(bytes(row.sealed))
    text = f"验证码 {given['code']}，{CODE_MINUTES} 分钟内有效。请勿告诉他人。"
    fault = ""
    try:
        send(settings.gateway(), given["phone"], text, f"code-{row.pk}", config.current().sms_code_template)
    except Fault as error:
        log.warning("code by SMS: %s", error)
        fault = error.code
    LoginCode.objects.filter(pk=row.pk).update(sealed=b"", sent_at=timezone.now(), fault=fault)
    return fault or "sent"


def by_code(phone: str, code: str, device: str, address: str) -> tuple[Resident, str]:
    """Log in. Problem 401 for a wrong or old code, in the same words; 429 when tried too often."""
    normal = _mobile(phone)
    limits.take("log_in", phone=normal, device=device, address=address)
    index = vault.blind_index("phone", normal)
    _use_code(index, code)
    with transaction.atomic():
        resident = _of_phone(normal, index)
        return resident, _begin(resident, device)


def _use_code(index: bytes, code: str) -> None:
    now = timezone.now()
    with transaction.atomic():
        row = LoginCode.objects.select_for_update().filter(phone_index=index).order_by("-created_at", "-id").first()
        good = (
            row is not None and row.used_at is None and row.expires_at > now and row.tries < CODE_TRIES
            and secrets.compare_digest(bytes(row.digest), _digest(index, code))
        )  # fmt: skip
        if row is not None:
            row.tries += 1
            row.used_at = now if good else row.used_at
            row.save(update_fields=["tries", "used_at"])
    if not good:
        raise Problem(
            401, "wrong_code", "验证码不对或已过期",
            f"请核对短信里的 6 位数字；{CODE_MINUTES} 分钟内有效，试错 {CODE_TRIES} 次后要重新获取。",
        )  # fmt: skip


def by_wechat(code: str, phone_code: str, device: str, address: str) -> tuple[Resident, str]:
    """Log in with what the mini-program was given. Problem 409 without configuration, 401 when WeChat says no, 502 when
    it does not answer."""
    program = settings.mini_program()
    if not program.configured:
        raise Problem(409, "wechat_not_configured", "微信登录还没有开通", "请用手机号和短信验证码登录。")
    limits.take("log_in", device=device, address=address)
    try:
        openid = wechat.openid_of(program, code)
        phone = wechat.phone_of(program, phone_code) if phone_code else ""
    except Fault as error:
        log.warning("WeChat log-in: %s", error)
        if error.code == "refused":
            raise Problem(401, "wechat_refused", "微信登录没有成功", "请退出小程序再进入一次。") from None
        raise Problem(
            502, "wechat_away", "微信暂时没有回应", f"{FAULTS[error.code][0]}。请稍后再试，或用短信验证码登录。"
        ) from None
    normal = vault.normalise_phone(phone) if phone else ""
    with transaction.atomic():
        resident = _of_openid(openid, normal)
        return resident, _begin(resident, device)


def _of_phone(normal: str, index: bytes) -> Resident:
    sealed = {"sealed": vault.seal({"phone": normal}), "phone_mask": vault.mask_phone(normal)}
    return Resident.objects.get_or_create(phone_index=index, defaults={**sealed, "created_at": timezone.now()})[0]


def _of_openid(openid: str, phone: str) -> Resident:
    """The resident of a WeChat account; with a phone it is the one of that phone from now on."""
    index = sm3_hmac(vault.key_ring().index_key, b"openid\0" + openid.encode())
    known = Resident.objects.select_for_update().filter(wechat_index=index).first()
    if phone:
        resident = _of_phone(phone, vault.blind_index("phone", phone))
        if known is not None and known.pk != resident.pk:
            Raised.objects.filter(resident=known).update(resident=resident)
            Resident.objects.filter(pk=known.pk).update(wechat_index=None)
        known = resident
    if known is None:
        now = timezone.now()
        return Resident.objects.create(sealed=vault.seal({"openid": openid}), wechat_index=index, created_at=now)
    if known.wechat_index is None or bytes(known.wechat_index) != index:
        known.wechat_index = index
        known.sealed = vault.seal({**vault.open_(bytes(known.sealed)), "openid": openid})
        known.save(update_fields=["wechat_index", "sealed"])
    return known


def _begin(resident: Resident, device: str) -> str:
    """A log-in; its secret, which is kept nowhere."""
    secret, now = new_token(TOKEN_PREFIX), timezone.now()
    ResidentSession.objects.create(
        key=sm3(secret.encode()), resident=resident, device=device[:64], created_at=now, expires_at=now + LASTS
    )
    return secret


def resident_of(secret: str) -> Resident | None:
    """Who is logged in with this secret. One statement."""
    if not secret.startswith(TOKEN_PREFIX) or len(secret) > 100:
        return None
    live = ResidentSession.objects.filter(key=sm3(secret.encode()), expires_at__gt=timezone.now())
    found = live.select_related("resident").first()
    return found.resident if found is not None and found.resident.left_at is None else None


def leave(secret: str) -> None:
    ResidentSession.objects.filter(key=sm3(secret.encode())).delete()


def cancel_account(resident: Resident) -> None:
    """注销: what the room knows of a person is wiped; requests go on, as of anybody who called."""
    with transaction.atomic():
        ResidentSession.objects.filter(resident=resident).delete()
        Resident.objects.filter(pk=resident.pk).update(
            sealed=vault.seal({}), phone_index=None, wechat_index=None, phone_mask="", name_mask="", home=None,
            home_mask="", left_at=timezone.now(),
        )  # fmt: skip


def forget_old() -> int:
    """Codes of yesterday and log-ins that are over."""
    now = timezone.now()
    gone = LoginCode.objects.filter(created_at__lt=now - timedelta(days=1)).delete()[0]
    return gone + ResidentSession.objects.filter(expires_at__lt=now).delete()[0]


def _digest(index: bytes, code: str) -> bytes:
    return sm3_hmac(config.current().signing_key().encode(), b"code\0" + bytes(index) + code.encode())


def _mobile(phone: str) -> str:
    normal = vault.normalise_phone(phone)
    if vault.phone_kind(normal) != "mobile":
        message = "请填写 11 位手机号。"
        raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "phone", "message": message}])
    return normal
