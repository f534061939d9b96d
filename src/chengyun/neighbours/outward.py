"""One exchange with a service outside (SMS gateway, WeChat). Knows neither Django nor the platform.

A deadline for the whole exchange, a limit on what is read, no redirects, no proxy from the environment. A fault says
whether the other side may have taken the message: what may have been taken is not sent again by itself.
"""

from __future__ import annotations

import time
from typing import Any

import orjson

LARGEST = 64 * 1024
NOT_CONFIGURED, UNREACHABLE, TIMEOUT, WRONG_KEY = "not_configured", "unreachable", "timeout", "wrong_key"
BUSY, REFUSED, SERVER, NONSENSE, NO_ADDRESS, LOST = "busy", "refused", "server", "nonsense", "no_address", "lost"
FAULTS = {
    NOT_CONFIGURED: ("没有配置", "Not configured"),
    UNREACHABLE: ("连不上对方服务", "The service cannot be reached"),
    TIMEOUT: ("对方没有在时限内答复，可能已收到", "No answer in time; it may have been taken"),
    WRONG_KEY: ("对方不接受密钥", "The service refuses the key"),
    BUSY: ("对方正忙", "The service is busy"),
    REFUSED: ("对方拒绝了这条消息", "The service refused the message"),
    SERVER: ("对方出错，可能已收到", "The service failed; it may have been taken"),
    NONSENSE: ("对方的答复看不懂，可能已收到", "The answer makes no sense; it may have been taken"),
    NO_ADDRESS: ("收件人没有可用的号码", "The recipient has no usable address"),
    LOST: ("发送时中断，不知是否送出", "Interrupted while sending; perhaps sent"),
}
SURELY_NOT_SENT = frozenset({NOT_CONFIGURED, UNREACHABLE, BUSY})
"""After these it is tried again by itself."""


class Fault(Exception):
    """`code` of FAULTS; `detail` for the log, without personal data."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


def exchange(
    method: str, url: str, *, seconds: float, json: Any = None, headers: dict[str, str] | None = None,
    params: dict[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The JSON object that the other side answers with status 200. Raises Fault."""
    if not url:
        raise Fault(NOT_CONFIGURED)
    import httpx  # heavy; not for a process that never sends

    ends = time.monotonic() + seconds
    try:
        with (
            httpx.Client(timeout=httpx.Timeout(seconds, connect=min(3.0, seconds)), trust_env=False) as client,
            client.stream(method, url, json=json, headers=headers, params=params) as response,
        ):
            status, content = response.status_code, bytearray()
            for piece in response.iter_bytes():
                content += piece
                if len(content) > LARGEST:
                    raise Fault(NONSENSE, "too large")
                if time.monotonic() > ends:
                    raise Fault(TIMEOUT, "deadline")
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
        raise Fault(UNREACHABLE, type(error).__name__) from None
    except httpx.TimeoutException as error:
        raise Fault(TIMEOUT, type(error).__name__) from None
    except (httpx.HTTPError, OSError, UnicodeError, ValueError) as error:
        raise Fault(SERVER, type(error).__name__) from None
    if status != 200:
        raise Fault(_of_status(status), f"status {status}")
    try:
        answer = orjson.loads(bytes(content))
    except ValueError:
        raise Fault(NONSENSE, "not JSON") from None
    if not isinstance(answer, dict):
        raise Fault(NONSENSE, "not an object")
    return answer


def _of_status(status: int) -> str:
    if status in (401, 403):
        return WRONG_KEY
    if status in (429, 503):
        return BUSY
    return SERVER if status >= 500 else REFUSED
