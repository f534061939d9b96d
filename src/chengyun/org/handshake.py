"""What the platform must remember of somebody between two requests before they are logged in.

It is kept by the browser, sealed, in a cookie that scripts cannot read: whoever asks a thousand times fills no table.
Only what was used is written down, until it would have ended: so it counts once.
"""

from __future__ import annotations

import base64
import json
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from .models import SpentHandshake

MINUTES = 10
PATH = "/api/v1/"


def begin(response: HttpResponse, purpose: str, data: dict[str, Any], minutes: int = MINUTES) -> None:
    """Give the browser `data` to bring back."""
    ends = timezone.now() + timedelta(minutes=minutes)
    whole = {**data, "id": secrets.token_urlsafe(16), "ends": ends.timestamp()}
    sealed = vault.seal({"data": json.dumps(whole)}, f"handshake:{purpose}")
    response.set_cookie(
        _cookie(purpose), base64.urlsafe_b64encode(sealed).decode(), max_age=minutes * 60, path=PATH, httponly=True,
        samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE),
    )  # fmt: skip


def read(request: HttpRequest, purpose: str) -> dict[str, Any]:
    """What the browser brought back. Problem 409 when there is nothing, it is too old, forged or was used."""
    try:
        sealed = base64.urlsafe_b64decode(request.COOKIES.get(_cookie(purpose), ""))
        data: dict[str, Any] = json.loads(vault.open_(sealed, f"handshake:{purpose}")["data"])
    except (ValueError, KeyError, IndexError, vault.Tampered, vault.VaultError):
        raise over() from None
    if data["ends"] < timezone.now().timestamp():
        raise over()
    if SpentHandshake.objects.filter(digest=_digest(data)).exists():
        raise over()
    return data


def spend(data: dict[str, Any]) -> None:
    """It was used. Problem 409 when somebody else was faster."""
    SpentHandshake.objects.filter(expires_at__lt=timezone.now()).delete()
    ends = datetime.fromtimestamp(data["ends"], UTC)
    _, new = SpentHandshake.objects.get_or_create(digest=_digest(data), defaults={"expires_at": ends})
    if not new:
        raise over()


def end(response: HttpResponse, purpose: str) -> None:
    response.delete_cookie(_cookie(purpose), path=PATH, samesite="Lax")


def over() -> Problem:
    return Problem(409, "handshake_over", "登录步骤已过期，请重新开始", "每一步要在 10 分钟内完成，并且只能用一次。")


def _cookie(purpose: str) -> str:
    return f"chengyun_{purpose}"


def _digest(data: dict[str, Any]) -> bytes:
    return sm3(b"handshake\0" + str(data["id"]).encode())
