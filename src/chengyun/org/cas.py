"""CAS protocol 3.0: the browser brings a ticket, which the platform shows to the CAS server."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from chengyun.kernel import outbound

from .models import SignInWay
from .outside import BAD_ANSWER, PROVIDER_DOWN, REFUSED, Fault, Proven

SECONDS = 8.0
LARGEST = 64 * 1024


def begin(way: SignInWay, back: str) -> tuple[str, dict[str, str]]:
    state = secrets.token_urlsafe(24)
    return f"{_server(way)}/login?{urlencode({'service': _service(back, state)})}", {"state": state}


def finish(way: SignInWay, kept: Mapping[str, str], answer: Mapping[str, str], back: str) -> Proven:
    """Whom the CAS server says this is. Raises Fault."""
    if not secrets.compare_digest(answer.get("state", "").encode(), kept["state"].encode()):
        raise Fault(BAD_ANSWER, "state 不符")
    if not answer.get("ticket"):
        raise Fault(REFUSED, "没有带回票据")
    asked = urlencode({"service": _service(back, kept["state"]), "ticket": answer["ticket"]})
    text = _text(f"{_server(way)}/p3/serviceValidate?{asked}")
    user, attributes = _read(text)
    if not user:
        raise Fault(BAD_ANSWER, "CAS 不认这张票据")
    return Proven(user, {**attributes, "user": user}, False, "")


def _read(text: str) -> tuple[str, dict[str, Any]]:
    from cas import CASClientV3

    try:
        user, attributes, _ = CASClientV3.verify_response(text)
    except Exception as error:  # the library tells broken answers by whatever its parser raises
        raise Fault(BAD_ANSWER, "CAS 的答复不是 XML") from error
    return str(user or "").strip(), dict(attributes or {})


def describe(way: SignInWay) -> None:
    """Ask the server about a ticket that cannot be: it has to refuse it in the form of CAS 3.0. Raises Fault."""
    asked = urlencode({"service": "http://localhost/", "ticket": "ST-chengyun-test"})
    text = _text(f"{_server(way)}/p3/serviceValidate?{asked}")
    if "authenticationFailure" not in text:
        raise Fault(BAD_ANSWER, "这个地址不像 CAS 3.0 服务")


def sign_out_address(way: SignInWay, back: str) -> str:
    return f"{_server(way)}/logout?{urlencode({'service': back})}"


def _service(back: str, state: str) -> str:
    return f"{back}?{urlencode({'state': state})}"


def _server(way: SignInWay) -> str:
    return str(way.settings["server"]).rstrip("/")


def _text(url: str) -> str:
    try:
        answer = outbound.send(outbound.Outgoing("GET", url, timeout=SECONDS, largest=LARGEST))
    except outbound.Unreachable as error:
        raise Fault(PROVIDER_DOWN, error.words) from error
    if not answer.ok or not answer.whole:
        raise Fault(BAD_ANSWER, f"对方答复 HTTP {answer.status}")
    return answer.body.decode("utf-8", "replace")
