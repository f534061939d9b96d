"""Services on this machine that speak as an SMS gateway and as WeChat do, well or badly, as they are told."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

APP, SECRET, KEY = "wx-test", "secret-test", "sms-key"


class Peer:
    """`answer`: (status, body) for SMS. `asked`: what came: (path, query, body, headers)."""

    def __init__(self) -> None:
        self.answer: tuple[int, Any] = (200, {"code": 0, "id": "r-1"})
        self.asked: list[tuple[str, dict[str, str], dict[str, Any], dict[str, str]]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def reply(self, path: str, query: dict[str, str], body: dict[str, Any], headers: dict[str, str]) -> tuple[int, Any]:
        if path == "/send":
            return self.answer if headers.get("Authorization") == f"Bearer {KEY}" else (401, {})
        if path == "/sns/jscode2session":
            if (query.get("appid"), query.get("secret")) != (APP, SECRET):
                return 200, {"errcode": 40125, "errmsg": "invalid appsecret"}
            if query.get("js_code") != "good":
                return 200, {"errcode": 40029, "errmsg": "invalid code"}
            return 200, {"openid": "o-1", "session_key": "c2VjcmV0LWtleQ=="}
        if path == "/cgi-bin/stable_token":
            return 200, {"access_token": "t-1", "expires_in": 7200}
        if query.get("access_token") != "t-1":
            return 200, {"errcode": 40001, "errmsg": "invalid credential"}
        if path == "/wxa/business/getuserphonenumber":
            return 200, {"errcode": 0, "phone_info": {"purePhoneNumber": "13800000031"}}
        if path == "/cgi-bin/message/subscribe/send":
            return 200, {"errcode": 0 if body.get("template_id") == "T1" else 43101, "msgid": 9}
        return 404, {}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: Any) -> None: ...

            def do_GET(self) -> None:
                address = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(address.query).items()}
                size = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(size)) if size else {}
                peer.asked.append((address.path, query, body, dict(self.headers)))
                status, answer = peer.reply(address.path, query, body, dict(self.headers))
                content = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET

        return Handler
