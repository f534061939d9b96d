"""WeChat's server API: log-in of the mini-program, the phone number, subscribed messages. Pure.

session_key is what WeChat signs with; it never leaves this module and is not kept.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any

from .outward import BUSY, NONSENSE, NOT_CONFIGURED, REFUSED, WRONG_KEY, Fault, exchange

_ERRORS = {-1: BUSY, 45009: BUSY, 45011: BUSY, 40001: WRONG_KEY, 40013: WRONG_KEY, 40125: WRONG_KEY, 42001: WRONG_KEY}
_lock = threading.Lock()
_tokens: dict[str, tuple[str, float]] = {}


@dataclass(frozen=True, slots=True)
class MiniProgram:
    url: str
    app_id: str
    secret: str
    seconds: float = 5.0

    @property
    def configured(self) -> bool:
        return bool(self.app_id and self.secret)


def openid_of(program: MiniProgram, code: str) -> str:
    """Who logs in with this code (wx.login). Raises Fault; REFUSED for a code that is old or made up."""
    given = {"appid": program.app_id, "secret": program.secret, "js_code": code, "grant_type": "authorization_code"}
    answer = _asked(program, "GET", "/sns/jscode2session", params=given)
    return _text(answer, "openid")


def phone_of(program: MiniProgram, code: str) -> str:
    """The phone number that its owner hands over by pressing a button (getPhoneNumber)."""
    answer = _with_token(program, "/wxa/business/getuserphonenumber", {"code": code})
    info = answer.get("phone_info")
    return _text(info if isinstance(info, dict) else {}, "purePhoneNumber")


def send(program: MiniProgram, openid: str, template: str, data: dict[str, str], page: str) -> str:
    """A subscribed message. Raises Fault; REFUSED when the person has not subscribed to it."""
    body = {
        "touser": openid, "template_id": template, "page": page,
        "data": {name: {"value": value[:20]} for name, value in data.items()},
    }  # fmt: skip
    answer = _with_token(program, "/cgi-bin/message/subscribe/send", body)
    return str(answer.get("msgid") or "")[:80]


def forget() -> None:
    """Drop the tokens of this process (tests)."""
    with _lock:
        _tokens.clear()


def _with_token(program: MiniProgram, path: str, body: dict[str, Any]) -> dict[str, Any]:
    return _asked(program, "POST", path, params={"access_token": _token(program)}, json=body)


def _token(program: MiniProgram) -> str:
    with _lock:
        known = _tokens.get(program.app_id)
        if known is not None and known[1] > time.monotonic():
            return known[0]
    given = {"grant_type": "client_credential", "appid": program.app_id, "secret": program.secret}
    answer = _asked(program, "POST", "/cgi-bin/stable_token", json=given)
    token, lasts = _text(answer, "access_token"), answer.get("expires_in")
    with _lock:
        _tokens[program.app_id] = (token, time.monotonic() + max(60, int(lasts or 0) - 300))
    return token


def _asked(program: MiniProgram, method: str, path: str, **more: Any) -> dict[str, Any]:
    if not program.configured:
        raise Fault(NOT_CONFIGURED)
    answer = exchange(method, program.url.rstrip("/") + path, seconds=program.seconds, **more)
    wrong = answer.get("errcode")
    if wrong:
        with _lock:
            _tokens.pop(program.app_id, None) if wrong in (40001, 42001) else None
        raise Fault(_ERRORS.get(wrong, REFUSED), f"errcode {wrong}")
    return answer


def _text(answer: dict[str, Any], name: str) -> str:
    found = answer.get(name)
    if not isinstance(found, str) or not found:
        raise Fault(NONSENSE, f"no {name}")
    return found
