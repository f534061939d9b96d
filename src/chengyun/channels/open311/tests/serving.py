"""The platform behind a real socket, for judges that only speak HTTP: the judge runs in a thread, requests are answered
in the test's own thread and transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def served(judge: Callable[[str], Any]) -> Any:
    """What judge(base address) gives, while its requests are answered."""
    said: list[Any] = []
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        _serve(judge, said)
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
    if isinstance(said[0], BaseException):
        raise said[0]
    return said[0]


def _serve(judge: Callable[[str], Any], said: list[Any]) -> None:
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Quiet) as server:
        server.timeout = 0.05

        def run() -> None:
            try:
                said.append(judge(f"http://127.0.0.1:{server.server_port}"))
            except BaseException as error:
                said.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        while thread.is_alive():
            server.handle_request()
        thread.join()
