"""Signed messages between systems: who sent it, when, and that nothing was changed on the way. No Django.

Signed is one text of five lines: METHOD, path with query as sent, seconds since 1970, nonce, digest of the body in hex
(SHA-256 for hmac-sha256, else SM3). Three schemes: HMAC-SHA256, HMAC-SM3 (GB/T 32905 under RFC 2104) with a shared
secret, SM2 (GB/T 32918.2, user id by default as in GB/T 35276) with the sender's private key, checked with its public
key. That a nonce comes once only is the caller's to hold, for twice the tolerance.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from .sm import sm3, sm3_hmac

HMAC_SHA256, HMAC_SM3, SM2 = "hmac-sha256", "hmac-sm3", "sm2"
SCHEMES = (HMAC_SHA256, HMAC_SM3, SM2)
TIMESTAMP, NONCE, SIGNATURE, SCHEME = (
    "X-Chengyun-Timestamp", "X-Chengyun-Nonce", "X-Chengyun-Signature", "X-Chengyun-Scheme",
)  # fmt: skip
HEADERS = (TIMESTAMP, NONCE, SIGNATURE, SCHEME)
TOLERANCE = timedelta(minutes=5)
SM2_USER = "1234567812345678"
"""The user id of SM2 where two sides agreed on none (GB/T 35276-2017, 10)."""

_NONCE = re.compile(r"[A-Za-z0-9_.-]{8,64}")
_SECONDS = re.compile(r"[0-9]{1,12}")


class BadSignature(ValueError):
    """Why a message is not taken as the other side's, in words for its people."""

    def __init__(self, words: str):
        super().__init__(words)
        self.words = words


def sign(
    scheme: str, key: str, *, method: str, path: str, body: bytes, at: datetime, nonce: str = "", user: str = SM2_USER
) -> dict[str, str]:
    """The four headers of a message. `key`: the shared secret, for sm2 the private key (64 hex digits); `at` aware;
    `nonce` "" makes one. ValueError for a scheme or a key that cannot be used."""
    nonce = nonce or secrets.token_hex(16)
    seconds = str(int(at.timestamp()))
    text = signed_text(scheme, method, path, seconds, nonce, body)
    signature = _sm2_sign(key, text, user) if scheme == SM2 else _mac(scheme, key, text).hex()
    return {TIMESTAMP: seconds, NONCE: nonce, SIGNATURE: signature, SCHEME: scheme}


def verify(
    scheme: str, key: str, headers: Mapping[str, str], *, method: str, path: str, body: bytes, now: datetime,
    tolerance: timedelta = TOLERANCE, user: str = SM2_USER,
) -> None:  # fmt: skip
    """Raise BadSignature unless this message was signed by `scheme` with `key` (sm2: the public key, 128 hex digits
    with or without 04 before them) within `tolerance` of `now`."""
    given = {name.lower(): value.strip() for name, value in headers.items()}
    seconds, nonce = given.get(TIMESTAMP.lower(), ""), given.get(NONCE.lower(), "")
    signature, named = given.get(SIGNATURE.lower(), ""), given.get(SCHEME.lower(), scheme)
    if not signature:
        raise BadSignature(f"没有签名：请填写请求头 {'、'.join(HEADERS[:3])}。")
    if named != scheme:
        raise BadSignature(f"签名方式不对：这里用 {scheme}。")
    if not _SECONDS.fullmatch(seconds):
        raise BadSignature(f"{TIMESTAMP} 要填从 1970 年起的秒数。")
    if not _NONCE.fullmatch(nonce):
        raise BadSignature(f"{NONCE} 要填 8 至 64 位字母或数字，每次不同。")
    if abs(now.timestamp() - int(seconds)) > tolerance.total_seconds():
        raise BadSignature(f"时间相差超过 {int(tolerance.total_seconds())} 秒，请校对时钟。")
    text = signed_text(scheme, method, path, seconds, nonce, body)
    if scheme == SM2:
        good = _sm2_verify(key, text, signature, user)
    else:
        good = hmac.compare_digest(_mac(scheme, key, text).hex().encode(), signature.lower().encode())
    if not good:
        raise BadSignature("签名不符：内容被改过，或者密钥不对。")


def nonce_of(headers: Mapping[str, str]) -> str:
    """The nonce of a message, "" without one."""
    return next((value.strip() for name, value in headers.items() if name.lower() == NONCE.lower()), "")


def signed_text(scheme: str, method: str, path: str, seconds: str, nonce: str, body: bytes) -> bytes:
    """What is signed. ValueError for a scheme that is not known."""
    if scheme not in SCHEMES:
        raise ValueError(f"unknown scheme {scheme!r}")
    digest = hashlib.sha256(body).hexdigest() if scheme == HMAC_SHA256 else sm3(body).hex()
    return "\n".join((method.upper(), path, seconds, nonce, digest)).encode()


def fault_of_key(scheme: str, key: str, *, private: bool) -> str:
    """What is wrong with a key, in words; "" when it can be used. HMAC secrets have at least 16 characters."""
    if scheme not in SCHEMES:
        return f"签名方式只能是 {'、'.join(SCHEMES)}。"
    if scheme != SM2:
        return "" if len(key) >= 16 else "密钥至少 16 个字符。"
    try:
        number = _hex(key, (32,) if private else (64, 65))
        if private:
            return "" if 0 < int.from_bytes(number, "big") < _SM2_ORDER - 1 else "SM2 私钥不在范围内。"
        from gmalg import SM2 as Curve

        return "" if Curve(pk=_point(key)).verify_pk(_point(key)) else "SM2 公钥不在曲线上。"
    except (ValueError, AttributeError, TypeError, ArithmeticError):
        return "SM2 私钥是 64 位十六进制。" if private else "SM2 公钥是 128 位十六进制（前面可有 04）。"


def new_sm2_pair() -> tuple[str, str]:
    """(private key, public key with 04 before it), in hex."""
    from gmalg import SM2 as Curve

    private, public = Curve().generate_keypair()
    return private.hex(), public.hex()


def sm2_public(private: str) -> str:
    """The public key of a private one, in hex with 04 before it. ValueError when it is none."""
    from gmalg import SM2 as Curve

    return Curve().generate_pk(_hex(private, (32,))).hex()


_SM2_ORDER = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123


def _mac(scheme: str, key: str, text: bytes) -> bytes:
    if not key:
        raise ValueError("a secret is needed")
    if scheme == HMAC_SHA256:
        return hmac.new(key.encode(), text, hashlib.sha256).digest()
    return sm3_hmac(key.encode(), text)


def _hex(text: str, lengths: tuple[int, ...]) -> bytes:
    found = bytes.fromhex(text.strip())
    if len(found) not in lengths:
        raise ValueError("wrong length of key")
    return found


def _point(public: str) -> bytes:
    found = _hex(public, (64, 65))
    if len(found) == 65 and found[0] != 4:
        raise ValueError("not an uncompressed point")
    return found if len(found) == 65 else b"\x04" + found


def _sm2_sign(private: str, text: bytes, user: str) -> str:
    from gmalg import SM2 as Curve

    r, s = Curve(_hex(private, (32,)), user.encode()).sign(text)
    return (r + s).hex()


def _sm2_verify(public: str, text: bytes, signature: str, user: str) -> bool:
    from gmalg import SM2 as Curve

    try:
        raw = _hex(signature, (64,))
    except ValueError:
        raise BadSignature("SM2 签名要写成 r 和 s 相接的 128 位十六进制。") from None
    point = _point(public)
    curve = Curve(uid=user.encode(), pk=point)
    return bool(curve.verify_pk(point) and curve.verify(text, raw[:32], raw[32:]))
