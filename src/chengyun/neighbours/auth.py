"""Who asks at the front door: a resident's cookie (pages) or bearer token (mini-program). Nothing of the staff's."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from chengyun.org.auth import SAFE, refuse_forged

from . import entering
from .models import Resident

COOKIE = "chengyun_neighbour"
COOKIE_PATH = "/api/v1/neighbour"
MINI = "X-Mini-Program"
"""Sent by the mini-program, which has no cookies; a page of another site cannot send it."""


class ResidentCookie(APIKeyCookie):
    param_name = COOKIE

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Resident | None:
        resident = entering.resident_of(key or "")
        if resident is None:
            return None
        if request.method not in SAFE:
            refuse_forged(request)
        return _put(request, resident)


class ResidentBearer(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> Resident | None:
        resident = entering.resident_of(token)
        return None if resident is None else _put(request, resident)


def _put(request: Any, resident: Resident) -> Resident:
    request.resident = resident
    return resident


def refuse_foreign(request: HttpRequest) -> None:
    """For what is asked without a log-in: from our own page or the mini-program, not from elsewhere."""
    if request.headers.get(MINI) != "1":
        refuse_forged(request)


resident_only = [ResidentBearer(), ResidentCookie()]
