"""Whether a message of a webhook is the platform's, and not older than a few minutes."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Mapping
from typing import Any

HMAC_SHA256, HMAC_SM3, SM2 = "hmac-sha256", "hmac-sm3", "sm2"
SM2_USER = b"1234567812345678"


class BadSignature(ValueError):
    """The message is not the platform's, was changed on the way, or is old."""


def verify(
    key: str,
    headers: Mapping[str, str],
    *,
    path: str,
    body: bytes,
    method: str = "POST",
    scheme: str = HMAC_SHA256,
    tolerance: float = 300.0,
    now: Callable[[], float] = time.time,
) -> None:
    """Raises BadSignature. `key`: the secret, for sm2 the public key in hex; `path` with its query, `body` as received.

    `scheme` is what was agreed on, not what the message says of itself. That an id comes once only is yours to hold.
    """
    given = {name.lower(): value.strip() for name, value in headers.items()}
    seconds, nonce = given.get("x-chengyun-timestamp", ""), given.get("x-chengyun-nonce", "")
    signature = given.get("x-chengyun-signature", "")
    if not (signature and nonce and seconds.isascii() and seconds.isdigit()):
        raise BadSignature("not signed")
    if abs(now() - int(seconds)) > tolerance:
        raise BadSignature("too old, or a clock is wrong")
    digest = hashlib.sha256 if scheme == HMAC_SHA256 else _sm3
    signed = "\n".join((method.upper(), path, seconds, nonce, digest(body).hexdigest())).encode()
    if scheme == SM2:
        good = _sm2(key, signed, signature)
    elif scheme in (HMAC_SHA256, HMAC_SM3):
        good = hmac.compare_digest(hmac.new(key.encode(), signed, digest).hexdigest(), signature.lower())
    else:
        raise ValueError(f"unknown scheme {scheme!r}")
    if not good:
        raise BadSignature("the signature does not fit")


def _sm3(data: bytes = b"") -> Any:
    """SM3 of OpenSSL; where that was built without, a HMAC in SM3 cannot be checked."""
    return hashlib.new("sm3", data)


def _sm2(public: str, signed: bytes, signature: str) -> bool:
    try:
        from gmalg import SM2 as Curve
    except ImportError:
        raise RuntimeError("SM2 needs the extra: pip install 'chengyun-client[sm]'") from None
    point, raw = bytes.fromhex(public), bytes.fromhex(signature)
    point = point if len(point) == 65 else b"\x04" + point
    return len(raw) == 64 and bool(Curve(uid=SM2_USER, pk=point).verify(signed, raw[:32], raw[32:]))
