"""The way from ASGI to Django: nothing of a request or an answer is lost or invented."""

from __future__ import annotations

import asyncio
import io
import threading
from typing import Any

import httpx
import pytest
from django.http import HttpResponse, StreamingHttpResponse

from chengyun.web.bridge import Bridge, environ


class Echo:
    """A WSGI application as Django is one: answers with what it was asked."""

    def __init__(self, answer: Any = None):
        self.answer = answer
        self.seen: dict[str, Any] = {}
        self.threads: set[str] = set()
        self.body = b""

    def __call__(self, environment: dict[str, Any], start: Any) -> Any:
        self.seen = environment
        self.threads.add(threading.current_thread().name)
        self.body = environment["wsgi.input"].read()
        answer = self.answer() if self.answer else HttpResponse(self.body, status=201)
        start(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
        return answer


def ask(application: Echo, method: str = "GET", path: str = "/", limit: int = 10_000_000, **more: Any):
    async def go() -> httpx.Response:
        bridge = Bridge(application, threads=2, limit=limit)
        transport = httpx.ASGITransport(app=bridge)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://chengyun.test") as client:
            return await client.request(method, path, **more)

    return asyncio.run(go())


def test_path_query_headers_and_body_arrive_and_the_answer_comes_back():
    echo = Echo()
    answer = ask(echo, "POST", "/api/v1/案件?q=井盖&limit=5", content="内容".encode(), headers={"X-Note": "a"})
    assert (answer.status_code, answer.text) == (201, "内容")
    assert echo.seen["PATH_INFO"].encode("latin-1").decode() == "/api/v1/案件"
    assert echo.seen["QUERY_STRING"].endswith("limit=5")
    assert echo.seen["HTTP_X_NOTE"] == "a"
    assert echo.seen["CONTENT_LENGTH"] == str(len("内容".encode()))
    assert all(name.startswith("web") for name in echo.threads)


def test_a_header_with_an_underscore_cannot_pose_as_another():
    headers = [(b"x-forwarded-for", b"1.1.1.1"), (b"x_forwarded_for", b"6.6.6.6")]
    found = environ({"method": "GET", "path": "/", "headers": headers}, io.BytesIO())
    assert found["HTTP_X_FORWARDED_FOR"] == "1.1.1.1"


def test_repeated_headers_are_joined_as_their_kind_wants():
    headers = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")]
    found = environ({"method": "GET", "path": "/", "headers": headers}, io.BytesIO())
    assert (found["HTTP_COOKIE"], found["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_a_large_body_in_pieces_arrives_whole():
    async def pieces():
        for _ in range(30):
            yield b"x" * 100_000

    echo = Echo()
    assert ask(echo, "POST", content=pieces()).status_code == 201
    assert len(echo.body) == 3_000_000


@pytest.mark.parametrize("in_pieces", [False, True])
def test_a_body_over_the_limit_is_refused_before_django_sees_it(in_pieces):
    async def pieces():
        for _ in range(20):
            yield b"x" * 100

    echo = Echo()
    answer = ask(echo, "POST", limit=1000, content=pieces() if in_pieces else b"x" * 2000)
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert echo.seen == {}


def test_a_streamed_answer_is_streamed_and_closed():
    closed = []

    def parts():
        try:
            yield from (b"one,", "二,".encode(), b"three")
        finally:
            closed.append(True)

    answer = ask(Echo(lambda: StreamingHttpResponse(parts())))
    assert answer.text == "one,二,three"
    assert closed


def test_requests_are_answered_at_the_same_time_up_to_the_number_of_threads():
    together = threading.Barrier(2, timeout=10)

    def wait() -> HttpResponse:
        together.wait()
        return HttpResponse(b"met")

    async def go() -> list[httpx.Response]:
        bridge = Bridge(Echo(wait), threads=2, limit=1000)
        transport = httpx.ASGITransport(app=bridge)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://chengyun.test") as client:
            return await asyncio.gather(client.get("/a"), client.get("/b"))

    assert [answer.text for answer in asyncio.run(go())] == ["met", "met"]
