"""What every answer of the API carries: the id of its request (taken from the caller or made here; also in every
problem and log line), and headers that keep it out of caches, frames and guesses about its type."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

request_id: ContextVar[str] = ContextVar("request_id", default="")
_FORM = re.compile(r"[A-Za-z0-9_.-]{6,64}")


class RequestIdMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        found = given if _FORM.fullmatch(given) else secrets.token_hex(8)
        request.request_id = found  # type: ignore[attr-defined]
        token = request_id.set(found)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = found
        allowance = getattr(request, "allowance", None)  # of a token's requests per minute (kernel.ratelimit)
        for name, value in allowance.headers.items() if allowance is not None else ():
            response.headers.setdefault(name, value)
        response["X-Content-Type-Options"] = "nosniff"
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
