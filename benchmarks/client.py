"""Many people at once over keep-alive connections; the least work per request that Python can do.

Requests are made as bytes beforehand, answers are read by their Content-Length, JSON is decoded by those who ask.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import orjson
import uvloop

from .measure import Figures


@dataclass
class Session:
    """A logged-in person: cookies as they are sent."""

    cookie: str
    csrf: str


class _Wire(asyncio.Protocol):
    """One connection: one request at a time."""

    def __init__(self) -> None:
        self.transport: Any = None
        self.buffer = b""
        self.need = -1
        self.waiter: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_exception(exc or ConnectionError("closed"))

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if self.need < 0:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self.buffer[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            self.need = end + 4 + length
        if len(self.buffer) >= self.need and self.waiter is not None:
            status = int(self.buffer[9:12])
            body = self.buffer[self.buffer.find(b"\r\n\r\n") + 4 : self.need]
            self.buffer, self.need = b"", -1
            self.waiter.set_result((status, body))

    def ask(self, request: bytes) -> Awaitable[tuple[int, bytes]]:
        self.waiter = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.waiter


def get(path: str, who: Session) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {who.cookie}\r\n\r\n".encode()


def post(path: str, who: Session, data: Any) -> bytes:
    body = orjson.dumps(data)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {who.cookie}\r\nX-CSRFToken: {who.csrf}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Desk:
    """What a scenario is given: ask the server, and have the time counted."""

    def __init__(self, wire: _Wire, figures: Figures, number: int):
        self.wire, self.figures, self.number = wire, figures, number
        self.counting = False

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer; errors are kept, with what was asked."""
        started = time.perf_counter()
        status, body = await self.wire.ask(request)
        if self.counting:
            self.figures.times.append(time.perf_counter() - started)
            self.figures.answers += 1
        if status >= 300 and len(self.figures.errors) < 5:
            line = request.split(b"\r\n", 1)[0].decode()
            self.figures.errors.append(f"{status} {line}: {body[:300].decode(errors='replace')}")
        return status, body


Scenario = Callable[[Desk], AsyncIterator[None]]
"""An endless job of one person; every `yield` is a moment at which the measurement may end."""


def drive(
    port: int,
    scenario: Scenario,
    figures: Figures,
    seconds: float,
    people: int,
    warm_up: float,
    cpu: Callable[[], tuple[float, float]],
) -> Figures:
    """Let `people` do a scenario at the same time; count after the warm-up. `cpu` tells (all, database) seconds."""
    uvloop.run(_drive(port, scenario, figures, seconds, people, warm_up, cpu))
    return figures


async def _drive(
    port: int,
    scenario: Scenario,
    figures: Figures,
    seconds: float,
    people: int,
    warm_up: float,
    cpu: Callable[[], tuple[float, float]],
) -> None:
    loop = asyncio.get_running_loop()
    desks = []
    for number in range(people):
        _, wire = await loop.create_connection(_Wire, "127.0.0.1", port)
        desks.append(Desk(wire, figures, number))
    ending = asyncio.Event()

    async def work(desk: Desk) -> None:
        async for _ in scenario(desk):
            if ending.is_set():
                return

    tasks = [asyncio.create_task(work(desk)) for desk in desks]
    await asyncio.sleep(warm_up)
    before, started = cpu(), time.perf_counter()
    for desk in desks:
        desk.counting = True
    await asyncio.wait(tasks, timeout=seconds)
    for desk in desks:
        desk.counting = False
    figures.seconds = time.perf_counter() - started
    after = cpu()
    figures.cpu, figures.cpu_database = after[0] - before[0], after[1] - before[1]
    ending.set()
    await asyncio.gather(*tasks)
    for desk in desks:
        desk.wire.transport.close()
