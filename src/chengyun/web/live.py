"""Live updates: one LISTEN per process, fanned out as server-sent events to those who may know."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from http.cookies import SimpleCookie
from typing import Any

import orjson
import psycopg
from asgiref.sync import sync_to_async
from django.conf import settings
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from chengyun.org.access import Actor, live_filter

log = logging.getLogger(__name__)
CHANNEL = "chengyun_live"
HEARTBEAT = 15.0
LOOK_AGAIN = 60.0
QUEUE = 200
LOOK = b"look"
"""In a queue: ask again whether this reader may go on (somebody logged out, or acts for another now)."""
RESYNC = b"event: resync\ndata: {}\n\n"
OF_THE_ADDRESS = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert")
BACK_OFF = (0.5, 1, 2, 5, 10)


class Hub:
    """Who is listening in this process, and the task that hears the database."""

    def __init__(self) -> None:
        self.listeners: dict[asyncio.Queue[bytes], Actor] = {}
        self._task: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def join(self, actor: Actor) -> AsyncIterator[asyncio.Queue[bytes]]:
        queue: asyncio.Queue[bytes] = asyncio.Queue(QUEUE)
        self.listeners[queue] = actor
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._listen())
        try:
            yield queue
        finally:
            self.listeners.pop(queue, None)
            if not self.listeners and self._task is not None:
                self._task.cancel()
                self._task = None

    async def _listen(self) -> None:
        """Hear the database while anybody listens; at the start and after a break all are told to read again."""
        failures = 0
        while self.listeners:
            try:
                async with await psycopg.AsyncConnection.connect(_address(), autocommit=True) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    self._tell_all(RESYNC)  # whoever came before this moment may have missed something
                    failures = 0
                    async for note in connection.notifies():
                        try:
                            self._tell(note.payload)
                        except Exception:
                            log.exception("live: message left out: %.200s", note.payload)
            except psycopg.Error as error:
                log.warning("live: %s", error)
                await asyncio.sleep(BACK_OFF[min(failures, len(BACK_OFF) - 1)])
                failures += 1

    def _tell(self, payload: str) -> None:
        message: dict[str, Any] = orjson.loads(payload)
        kind = str(message.get("type", "case"))
        shown = {key: message[key] for key in ("number", "state", "action", "seq", "at") if key in message}
        text = f"event: {kind}\ndata: {orjson.dumps(shown).decode()}\n\n".encode()
        for queue, actor in list(self.listeners.items()):
            if kind == "session":
                if actor.account_id in (message.get("accounts") or ()):
                    _put(queue, LOOK)
            elif kind == "notice":
                if actor.account_id in (message.get("accounts") or ()):
                    _put(queue, text)
            elif live_filter(actor, message):
                _put(queue, text)

    def _tell_all(self, text: bytes) -> None:
        for queue in self.listeners:
            _put(queue, text)


def _put(queue: asyncio.Queue[bytes], text: bytes) -> None:
    """A slow reader is not waited for: when its queue is full it is told to read everything again."""
    try:
        queue.put_nowait(text)
    except asyncio.QueueFull:
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(RESYNC)


def _address() -> str:
    from django.db import connection

    parameters = connection.get_connection_params()
    return psycopg.conninfo.make_conninfo(**{key: parameters[key] for key in OF_THE_ADDRESS if parameters.get(key)})


hub = Hub()


async def events(request: Request) -> Response:
    """GET /live/events: `event: case` {number, state, action, seq, at}, `event: notice`, `event: resync`."""
    actor = await _actor(request)
    if actor is None:
        problem = {"type": "/problems/unauthenticated", "title": "尚未登录", "status": 401, "code": "unauthenticated"}
        return JSONResponse(problem, 401, media_type="application/problem+json")
    return StreamingResponse(
        _stream(request, actor), media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )  # fmt: skip


async def _stream(request: Request, actor: Actor) -> AsyncIterator[bytes]:
    """Until the reader goes: the response itself waits for that and cancels us; asking here too would steal its
    message."""
    yield b"retry: 3000\n\n"
    async with hub.join(actor) as queue:
        looked = time.monotonic()
        while True:
            if time.monotonic() - looked > LOOK_AGAIN:  # logged out, locked or moved to another unit since
                present = await _actor(request)
                if present is None:
                    return
                hub.listeners[queue], looked = present, time.monotonic()
            text = b": still here\n\n"
            with suppress(TimeoutError):
                text = await asyncio.wait_for(queue.get(), HEARTBEAT)
            if text == LOOK:
                looked = -LOOK_AGAIN
                continue
            yield text


async def _actor(request: Request) -> Actor | None:
    cookies = SimpleCookie(request.headers.get("cookie", ""))
    morsel = cookies.get(settings.SESSION_COOKIE_NAME)
    return await sync_to_async(_actor_of_session)(morsel.value) if morsel else None


def _actor_of_session(key: str) -> Actor | None:
    from django.db import close_old_connections

    from chengyun.org import presence
    from chengyun.org.sessions import SessionStore

    try:
        present = presence.of(SessionStore(key))
        return present.actor if present is not None and not present.idle and not present.must else None
    finally:
        close_old_connections()
