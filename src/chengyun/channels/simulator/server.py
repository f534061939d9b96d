"""The simulated platform on a loopback address: what it offers, what it takes, and a page for people."""

from __future__ import annotations

import hmac
import json
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from chengyun.kernel import signing

from . import LABEL, page
from .faults import Faults
from .items import WAITING, Words, wrapped
from .state import State

LARGEST = 4 * 1024 * 1024
OK, REFUSED = "0", "1"
"""What the field `code` of every answer says, as such platforms do."""


@dataclass
class City:
    """What all requests share. `scheme` and `key`: how messages to it must be signed; "" is not at all."""

    words: Words
    state: State
    faults: Faults = field(default_factory=Faults)
    scheme: str = ""
    key: str = ""
    token: str = ""
    away: bool = False
    tell: Any = None

    def say(self, what: str, item: str = "", words: str = "") -> None:
        self.state.log(what, item, words)
        if self.tell is not None:
            self.tell(f"{datetime.now():%H:%M:%S} {LABEL}{what} {item} {words}".rstrip())

    def add(self, count: int, seed: int | None = None, now: datetime | None = None) -> list[str]:
        """New cases, numbered on from those that are there."""
        now, first = now or datetime.now(), self.state.count() + 1
        made = []
        for number in range(first, first + count):
            key, body = self.words.item(number, self.faults.seed if seed is None else seed, now)
            self.state.add(key, body, f"{now:%Y-%m-%d}", WAITING)
            made.append(key)
        self.say("新增案件", words=f"{count} 件")
        return made

    def take(self, given: Any, key: str, path: str = "", message: str = "", seq: int = 0) -> tuple[int, str, str]:
        """(status, receipt or words, fault) for a message that came back. `seq`: where its content tells none."""
        try:
            back = self.words.back(given, path, message)
        except ValueError as error:
            self.say("看不懂", words=str(error)[:100])
            return 400, f"{LABEL}{error}"[:200], ""
        key = key or back.key or f"{back.item}-{back.seq}-{back.message}"
        if not self.state.knows(back.item):
            return 404, f"{LABEL}没有 {back.item} 这一件", ""
        attempt, lifted = self.state.attempt(key)
        drawn = f"{back.item}:{back.message}:{back.seq or seq}"  # the same whatever our numbers are
        if self.faults.refuses(drawn) and not lifted:
            self.say("拒收", back.item, back.message)
            return 422, f"{LABEL}内容不合要求，退回修改", ""
        fault = self.faults.of_attempt(drawn, attempt)
        if fault == "error":
            self.say("故障 500", back.item, back.message)
            return 500, f"{LABEL}内部错误", ""
        new = self.state.take(key, back.item, back.seq or seq, back.message, back.state, back.answer, given)
        self.say("收下" if new else "收到过", back.item, f"{back.message} {fault}".strip())
        return 200, f"HZ-{key}", fault


def serve(city: City, port: int = 0, host: str = "127.0.0.1") -> ThreadingHTTPServer:
    """Start answering in a thread; `server.server_port` is where."""
    handler = type("Handler", (_Handler,), {"city": city})
    server = ThreadingHTTPServer((host, port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True, name="simulator").start()
    return server


class _Handler(BaseHTTPRequestHandler):
    city: City
    protocol_version = "HTTP/1.1"
    server_version = "chengyun-simulator"

    def log_message(self, *args: Any) -> None:
        return

    # --- asking ---------------------------------------------------------------------------------------------------
    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/":
            return self._html(page.render(self.city))
        if self.city.away:
            return self._json(503, {"code": REFUSED, "message": f"{LABEL}停机维护"})
        if parts.path not in ("/api/events", "/api/list"):
            return self._json(404, {"code": REFUSED, "message": f"{LABEL}没有这个地址"})
        if (why := self._stranger(b"")) is not None:
            return self._json(401, {"code": REFUSED, "message": why})
        if parts.path == "/api/list":
            rows = self.city.state.of_day(asked.get("day", ""))
            return self._json(
                200, {"code": OK, "data": {"day": asked.get("day", ""), "items": rows, "total": len(rows)}}
            )
        return self._events(asked)

    def _events(self, asked: dict[str, str]) -> None:
        """A page of its cases: by `page` and `size`, or behind a `cursor`."""
        city = self.city
        size = min(500, _number(asked.get("size"), 50))
        if "page" in asked:
            items, total = city.state.page(_number(asked["page"], 1), size)
            more: dict[str, Any] = {"total": total, "pages": -(-total // size)}
        else:
            found = city.state.items(_number(asked.get("cursor"), 0), size)
            items = [body for _, body in found]
            last = found[-1][0] if found else _number(asked.get("cursor"), 0)
            more = {"next": str(last) if len(found) == size else "", "cursor": str(last)}
        city.say("对方来拉取", words=f"{len(items)} 件")
        document = wrapped(items, city.words.door.items)
        self._json(200, document if isinstance(document, list) else {"code": OK, **document, "paging": more})

    # --- taking -----------------------------------------------------------------------------------------------------
    def do_POST(self) -> None:
        length = _number(self.headers.get("Content-Length"), 0)
        body = self.rfile.read(min(length, LARGEST))
        if self.path.startswith("/do/"):
            return self._do(self.path.removeprefix("/do/"))
        if self.city.away:
            return self._json(503, {"code": REFUSED, "message": f"{LABEL}停机维护"})
        if (why := self._stranger(body)) is not None:
            self.city.say("凭据不对", words=why)
            return self._json(401, {"code": REFUSED, "message": why})
        self._take(body)

    def _take(self, body: bytes) -> None:
        city = self.city
        try:
            given = json.loads(body)
        except ValueError:
            return self._json(400, {"code": REFUSED, "message": f"{LABEL}不是有效的 JSON"})
        message = unquote(self.headers.get("X-Chengyun-Message", ""))
        key = self.headers.get("Idempotency-Key", "")
        seq = _number(self.headers.get("X-Chengyun-Sequence"), 0)
        status, words, fault = city.take(given, key, urlsplit(self.path).path, message, seq)
        if fault == "timeout":
            time.sleep(city.faults.hang)
        if fault == "lost":
            self.close_connection = True
            return None
        said = {"code": OK, "message": "", "receipt": words} if status == 200 else {"code": REFUSED, "message": words}
        self._json(status, said)

    def _do(self, what: str) -> None:
        """Buttons of the page."""
        city = self.city
        if what == "add":
            city.add(1)
        elif what == "away":
            city.away = not city.away
            city.say("停机" if city.away else "恢复")
        elif what == "lift":
            city.say("放行拒收", words=f"{city.state.lift()} 条")
        self.send_response(303)
        self.send_header("Location", "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    # --- both ---------------------------------------------------------------------------------------------------------
    def _stranger(self, body: bytes) -> str | None:
        """Why this caller is not believed; None when it is."""
        city = self.city
        if city.scheme:
            try:
                signing.verify(
                    city.scheme, city.key, dict(self.headers), method=self.command, path=self.path, body=body,
                    now=datetime.now(UTC),
                )  # fmt: skip
            except signing.BadSignature as error:
                return error.words
        elif city.token:
            given = self.headers.get("Authorization", "").removeprefix("Bearer ")
            if not hmac.compare_digest(given.encode(), city.token.encode()):
                return "令牌不对"
        return None

    def _json(self, status: int, document: Any) -> None:
        body = json.dumps(document, ensure_ascii=False).encode()
        self._send(status, "application/json; charset=utf-8", body)

    def _html(self, text: str) -> None:
        self._send(200, "text/html; charset=utf-8", text.encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:  # the caller did not wait
            self.close_connection = True


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default
