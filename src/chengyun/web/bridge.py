"""Django's WSGI application behind ASGI: the whole request in, one thread for the answer.

a2wsgi passes body and answer through queues between thread and loop, piece by piece; here a request costs one
hand-over (measured in docs/decisions/0002-one-origin.md). Bodies beyond a few hundred kilobytes wait in a temporary
file, answers are streamed when Django streams them.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
import threading
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from contextlib import suppress
from queue import SimpleQueue
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Loop = asyncio.AbstractEventLoop
SPOOL = 512 * 1024


class Answer:
    """What a WSGI application said, collected in its thread."""

    __slots__ = ("body", "headers", "rest", "status")

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""
        self.rest: Iterable[bytes] | None = None

    def start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], Any]:
        self.status = int(status[:3])
        self.headers = [(k.lower().encode("latin-1"), v.encode("latin-1")) for k, v in headers]
        return lambda data: None


class Threads:
    """A few threads that run calls for an event loop. Less than half of what an executor's futures cost."""

    def __init__(self, count: int):
        self.work: SimpleQueue[tuple[Loop, asyncio.Future[Any], Callable[..., Any], tuple[Any, ...]]] = SimpleQueue()
        for number in range(count):
            threading.Thread(target=self._serve, name=f"web-{number}", daemon=True).start()

    def run(self, call: Callable[..., Any], *arguments: Any) -> asyncio.Future[Any]:
        """The result of the call, to be awaited."""
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self.work.put((loop, future, call, arguments))
        return future

    def _serve(self) -> None:
        while True:
            loop, future, call, arguments = self.work.get()
            try:
                done, value = future.set_result, call(*arguments)
            except BaseException as error:
                done, value = future.set_exception, error
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(_settle, future, done, value)
            del future, call, arguments, done, value


def _settle(future: asyncio.Future[Any], done: Callable[[Any], None], value: Any) -> None:
    if not future.done():  # nobody waits any more
        done(value)


class Bridge:
    """An ASGI application that runs a WSGI one in `threads` threads; bodies over `limit` bytes get 413."""

    def __init__(self, wsgi: Any, *, threads: int, limit: int):
        self.wsgi = wsgi
        self.limit = limit
        self.threads = Threads(threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await self._body(scope, receive)
        if body is None:
            await _too_large(send)
            return
        with body:
            answer = await self.threads.run(self._run, environ(scope, body))
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            if answer.rest is None:
                await send({"type": "http.response.body", "body": answer.body})
            else:
                await self._stream(answer.rest, send)

    async def _body(self, scope: Scope, receive: Receive) -> Any:
        """The request's body as a file; None when it is larger than allowed."""
        first = await receive()
        if not first.get("more_body"):
            data = first.get("body", b"")
            return io.BytesIO(data) if len(data) <= self.limit else None
        file = tempfile.SpooledTemporaryFile(SPOOL)  # noqa: SIM115 - closed by the caller
        size, message = 0, first
        while True:
            size += len(message.get("body", b""))
            if size > self.limit or message["type"] == "http.disconnect":
                file.close()
                return None
            file.write(message.get("body", b""))
            if not message.get("more_body"):
                break
            message = await receive()
        file.seek(0)
        return file

    def _run(self, environment: dict[str, Any]) -> Answer:
        answer = Answer()
        parts = self.wsgi(environment, answer.start)
        if getattr(parts, "streaming", False) or not hasattr(parts, "content"):
            answer.rest = parts
            return answer
        try:
            answer.body = b"".join(parts)
        finally:
            parts.close()
        return answer

    async def _stream(self, parts: Any, send: Send) -> None:
        iterator = iter(parts)
        try:
            while (chunk := await self.threads.run(next, iterator, None)) is not None:
                if chunk:  # a file that is still being made gives its thread back now and then
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            await self.threads.run(getattr(parts, "close", lambda: None))


def environ(scope: Scope, body: Any) -> dict[str, Any]:
    """The WSGI environment of an ASGI HTTP scope (PEP 3333)."""
    server = scope.get("server") or ("127.0.0.1", 80)
    client = scope.get("client") or ("", 0)
    found: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": str(client[0]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    length = 0
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        if name == "content-type":
            found["CONTENT_TYPE"] = value
        elif name != "content-length" and "_" not in name:
            key = "HTTP_" + name.upper().replace("-", "_")
            joiner = "; " if key == "HTTP_COOKIE" else ","
            found[key] = found[key] + joiner + value if key in found else value
    body.seek(0, io.SEEK_END)
    length = body.tell()
    body.seek(0)
    found["CONTENT_LENGTH"] = str(length)
    return found


async def _too_large(send: Send) -> None:
    body = (
        '{"type":"/problems/too_large","title":"内容太大","status":413,"code":"too_large",'
        '"detail":"请减小文件后再上传。"}'
    )
    await send(
        {
            "type": "http.response.start",
            "status": 413,
            "headers": [(b"content-type", b"application/problem+json"), (b"connection", b"close")],
        }
    )
    await send({"type": "http.response.body", "body": body.encode()})
