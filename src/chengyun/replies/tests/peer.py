"""A service on this machine that speaks the protocol of a language model, well or badly, as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY, MODEL = "sk-test", "test-7b"


def chat(text: Any) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


class Peer:
    """`answer`: (status, body) or a function of the handler. `asked`: the bodies that came, `keys`: their keys."""

    def __init__(self) -> None:
        self.answer: tuple[int, bytes] | Callable[[BaseHTTPRequestHandler], None] = (200, chat("概括：路灯不亮。"))
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.stop = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def close(self) -> None:
        self.stop.set()
        self.server.shutdown()
        self.server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: Any) -> None: ...

            def send(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handled(self) -> None:
                peer.keys.append(self.headers.get("Authorization", ""))
                size = int(self.headers.get("Content-Length") or 0)
                if size:
                    peer.asked.append(json.loads(self.rfile.read(size)))
                try:
                    if self.headers.get("Authorization") != f"Bearer {KEY}":
                        self.send(401, b'{"error": {"message": "bad key"}}')
                    elif self.path == "/v1/models":
                        self.send(200, json.dumps({"data": [{"id": MODEL}]}).encode())
                    elif self.path != "/v1/chat/completions":
                        self.send(404, b"{}")
                    elif callable(peer.answer):
                        peer.answer(self)
                    else:
                        self.send(*peer.answer)
                except OSError:
                    pass  # the asker has hung up

            do_GET = do_POST = handled

        return Handler

    # --- bad manners --------------------------------------------------------------------------------------------------
    def silent(self, handler: BaseHTTPRequestHandler) -> None:
        """Takes the question and says nothing."""
        self.stop.wait(30)

    def trickling(self, handler: BaseHTTPRequestHandler) -> None:
        """Sends a byte now and then, for ever: no time-out between two bytes ever ends this."""
        handler.send_response(200)
        handler.end_headers()
        while not self.stop.is_set():
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    def endless(self, handler: BaseHTTPRequestHandler) -> None:
        """As much as the asker takes."""
        handler.send_response(200)
        handler.end_headers()
        while not self.stop.is_set():
            handler.wfile.write(b"x" * 65_536)
