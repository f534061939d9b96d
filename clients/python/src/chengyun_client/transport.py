"""One exchange: tried again when that is harmless, slowed down when the server asks."""

from __future__ import annotations

import email.utils
import random
import time
from types import TracebackType
from typing import Any

import httpx

from .errors import Problem, Unreachable

LONGEST_PAUSE = 60.0
AGENT = "chengyun-client/0.1"


class Transport:
    """`attempts`: how often in all. A 429 is always tried again, for nothing was done; a 503, a 502 or a broken line
    only when doing it twice does no harm."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        timeout: float = 30.0,
        attempts: int = 4,
        language: str = "zh",
        transport: httpx.BaseTransport | None = None,
        sleep: Any = time.sleep,
    ):
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": language, "User-Agent": AGENT}
        base = url.rstrip("/").removesuffix("/api/v1") + "/api/v1"
        self._http = httpx.Client(base_url=base, headers=headers, timeout=timeout, transport=transport)
        self._attempts, self._sleep = max(1, attempts), sleep

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def request(self, method: str, path: str, *, harmless: bool | None = None, **options: Any) -> httpx.Response:
        """The answer, when it is a good one. Raises Problem, Unreachable."""
        again = method in ("GET", "PUT", "DELETE") if harmless is None else harmless
        for attempt in range(1, self._attempts + 1):
            last = attempt == self._attempts
            try:
                response = self._http.request(method, path, **options)
            except httpx.TransportError as error:
                if last or not (again or isinstance(error, httpx.ConnectError)):
                    raise Unreachable(f"{type(error).__name__}: {error}") from error
                self._sleep(_pause(attempt, None))
                continue
            if response.status_code < 400:
                return response
            retry = response.status_code == 429 or (again and response.status_code in (502, 503, 504))
            if last or not retry:
                raise _problem(response)
            self._sleep(_pause(attempt, response.headers.get("Retry-After")))
        raise AssertionError("unreachable")


def _pause(attempt: int, asked: str | None) -> float:
    wait = min(LONGEST_PAUSE, 0.5 * 2 ** (attempt - 1)) * (0.8 + 0.4 * random.random())
    return min(LONGEST_PAUSE, max(wait, _seconds(asked)))


def _seconds(text: str | None) -> float:
    if not text:
        return 0.0
    if text.strip().isdigit():
        return float(text.strip())
    moment = email.utils.parsedate_to_datetime(text)
    left: float = moment.timestamp() - time.time()
    return max(0.0, left)


def _problem(response: httpx.Response) -> Problem:
    try:
        body = response.json()
    except ValueError:
        body = {}
    return Problem(response.status_code, body if isinstance(body, dict) else {})
