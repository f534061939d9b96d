"""A small HTTP client on the standard library: keep-alive, cookies, JSON, patience while the server restarts."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

RESTARTING = (502, 503, 504)


class Unreachable(Exception):
    """The server did not answer for as long as we were patient."""


class Uncertain(Exception):
    """The connection broke after a request that changes something was sent: it may or may not have happened."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def ok(self) -> bool:
        return self.status < 300


Observer = Callable[[str, int, float], None]
"""Told of every answer: what was asked, status (0: connection broken), milliseconds."""


@dataclass
class Client:
    """One connection of one person or program. Not for several threads."""

    url: str
    observe: Observer = lambda label, status, ms: None
    patience: float = 120.0
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str, label: str) -> Answer:
        return self.ask("GET", path, None, label, repeat=True)

    def ask(self, method: str, path: str, body: Any, label: str, *, repeat: bool) -> Answer:
        """One request. With `repeat` (harmless or idempotent) it is sent again, after growing pauses, while the
        connection breaks or the server is restarting. Raises Unreachable, or Uncertain without `repeat`."""
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        until, pause = time.monotonic() + self.patience, 0.05
        while True:
            try:
                answer = self._once(method, path, data, label)
                if answer.status not in RESTARTING or not repeat:
                    return answer
            except (OSError, http.client.HTTPException) as error:
                self.close()
                self.observe(label, 0, 0.0)
                if not repeat:
                    raise Uncertain(f"{method} {path}: {error}") from error
            if time.monotonic() > until:
                raise Unreachable(f"{self.url} did not answer for {self.patience:.0f} s")
            time.sleep(pause)
            pause = min(pause * 2, 2.0)

    def _once(self, method: str, path: str, data: bytes | None, label: str) -> Answer:
        connection = self._connect()
        headers = {"Accept": "application/json", "Accept-Language": "zh-CN", **self.headers}
        if data is not None:
            headers["Content-Type"] = "application/json"
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        started = time.perf_counter()
        connection.request(method, path, data, headers)
        response = connection.getresponse()
        content = response.read()
        self.observe(label, response.status, (time.perf_counter() - started) * 1000)
        self._keep_cookies(response)
        if response.will_close:
            self.close()
        return Answer(response.status, _json(content), {k.lower(): v for k, v in response.getheaders()})

    def _connect(self) -> http.client.HTTPConnection:
        if self._connection is None:
            parts = urlsplit(self.url)
            kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
            self._connection = kind(parts.hostname or "127.0.0.1", parts.port, timeout=60)
        return self._connection

    def _keep_cookies(self, response: http.client.HTTPResponse) -> None:
        for header in response.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _json(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return None
