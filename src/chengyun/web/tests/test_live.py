"""Live updates reach those who may know, and nobody else; a break is told, not hidden."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import psycopg
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from chengyun.org.access import SEES_ALL, Actor, Scope
from chengyun.web import live
from chengyun.web.live import RESYNC, Hub

CENTRE = Actor(1, "值班长", unit_id=1, scopes=(Scope(permissions=frozenset({SEES_ALL})),))
UNIT = Actor(2, "经办", unit_id=7, scopes=(Scope(unit_id=7, unit_ids=frozenset({7, 8})),))
OTHER = Actor(3, "经办", unit_id=9, scopes=(Scope(unit_id=9, unit_ids=frozenset({9})),))


def tell(**message: Any) -> dict[str, list[str]]:
    """What each of the three gets of one message of the database."""

    async def go() -> dict[str, list[str]]:
        hub = Hub()
        queues = {}
        for name, actor in (("centre", CENTRE), ("unit", UNIT), ("other", OTHER)):
            queues[name] = asyncio.Queue[bytes](live.QUEUE)
            hub.listeners[queues[name]] = actor
        hub._tell(json.dumps(message))
        return {name: [queue.get_nowait().decode() for _ in range(queue.qsize())] for name, queue in queues.items()}

    return asyncio.run(go())


def test_a_case_is_told_to_the_centre_and_to_its_units_only():
    got = tell(number="投诉-20261121-0001", state="handling", action="acknowledge", unit_ids=[8], secret="x")
    assert len(got["centre"]) == len(got["unit"]) == 1
    assert got["other"] == []
    assert got["unit"][0].startswith("event: case\ndata: {")
    assert "secret" not in got["unit"][0]
    assert "unit_ids" not in got["unit"][0]


def test_a_notice_is_told_to_its_person_only_not_even_to_the_centre():
    got = tell(type="notice", accounts=[2])
    assert (len(got["unit"]), got["centre"], got["other"]) == (1, [], [])


def test_a_reader_who_is_too_slow_is_told_to_read_everything_again():
    async def go() -> list[bytes]:
        queue: asyncio.Queue[bytes] = asyncio.Queue(3)
        for number in range(5):
            live._put(queue, str(number).encode())
        return [queue.get_nowait() for _ in range(queue.qsize())]

    assert asyncio.run(go()) == [RESYNC, b"4"]


def test_who_is_not_logged_in_gets_no_stream():
    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=[Route("/live/events", live.events)]))
        async with httpx.AsyncClient(transport=transport, base_url="http://chengyun.test") as client:
            return await client.get("/live/events")

    answer = asyncio.run(go())
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


def with_hub(act: Callable[[asyncio.Queue[bytes], str], Awaitable[None]]) -> None:
    async def go() -> None:
        hub = Hub()
        async with hub.join(CENTRE) as queue:
            assert await asyncio.wait_for(queue.get(), 20) == RESYNC
            await act(queue, live._address())

    asyncio.run(go())


@pytest.mark.django_db(transaction=True)
def test_what_the_database_says_arrives_and_nonsense_between_does_no_harm():
    async def act(queue: asyncio.Queue[bytes], address: str) -> None:
        async with await psycopg.AsyncConnection.connect(address, autocommit=True) as writer:
            await writer.execute("SELECT pg_notify('chengyun_live', 'no json')")
            await writer.execute("SELECT pg_notify('chengyun_live', %s)", [json.dumps({"number": "A-1", "state": "x"})])
        assert b"A-1" in await asyncio.wait_for(queue.get(), 20)

    with_hub(act)


@pytest.mark.django_db(transaction=True)
def test_after_a_lost_connection_listeners_are_told_to_read_again_and_hear_on(monkeypatch):
    monkeypatch.setattr(live, "BACK_OFF", (0.01,))

    async def act(queue: asyncio.Queue[bytes], address: str) -> None:
        async with await psycopg.AsyncConnection.connect(address, autocommit=True) as writer:
            await writer.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN chengyun_live'"
                " AND datname = current_database()"
            )
            assert await asyncio.wait_for(queue.get(), 20) == RESYNC
            await writer.execute("SELECT pg_notify('chengyun_live', %s)", [json.dumps({"number": "A-2"})])
        assert b"A-2" in await asyncio.wait_for(queue.get(), 20)

    with_hub(act)


def test_logging_out_is_told_to_the_streams_of_that_person_only():
    got = tell(type="session", accounts=[2])
    assert (got["unit"], got["centre"], got["other"]) == ([live.LOOK.decode()], [], [])


def test_a_stream_ends_as_soon_as_its_person_is_logged_out_everywhere(monkeypatch):
    """At once, not at the next look after a minute."""

    async def nobody(request: Any) -> None:
        return None

    async def go() -> list[bytes]:
        got = []
        async for text in live._stream(None, UNIT):  # type: ignore[arg-type]
            got.append(text)
            if len(got) == 1:
                asyncio.get_running_loop().call_soon(hub._tell, json.dumps({"type": "session", "accounts": [2]}))
        return got

    hub = Hub()
    monkeypatch.setattr(hub, "_listen", lambda: asyncio.sleep(60))
    monkeypatch.setattr(live, "hub", hub)
    monkeypatch.setattr(live, "_actor", nobody)
    assert asyncio.run(asyncio.wait_for(go(), 20)) == [b"retry: 3000\n\n"]


@pytest.mark.django_db(transaction=True)
def test_logging_out_everywhere_reaches_the_database_listeners():
    from asgiref.sync import sync_to_async
    from django.db import connection

    from chengyun.org import sessions

    def end() -> None:
        sessions.end(CENTRE.account_id or 0)
        connection.close()

    async def act(queue: asyncio.Queue[bytes], address: str) -> None:
        await sync_to_async(end)()
        assert await asyncio.wait_for(queue.get(), 20) == live.LOOK

    with_hub(act)
