"""SQL statements per answer, counted in this process through the same URLs; BEGIN and COMMIT are counted too."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import orjson
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .client import Session
from .scenarios import Ask, Office

ROUNDS = 12


def _client(who: Session) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.cookies.load(who.cookie)
    return client


def _ask(ask: Ask) -> bytes:
    client = _client(ask.who)
    if ask.data is None:
        return client.get(ask.path).content
    return client.post(
        ask.path, orjson.dumps(ask.data), content_type="application/json", headers={"X-CSRFToken": ask.who.csrf}
    ).content


def count(ask: Ask) -> tuple[int, bytes]:
    with CaptureQueriesContext(connection) as captured:
        body = _ask(ask)
    return len(captured), body


def average(asks: Iterable[Ask]) -> float:
    """Mean number of statements; caches are warm."""
    asks = list(asks)
    _ask(asks[0])
    found = [count(ask)[0] for ask in asks]
    return sum(found) / len(found)


def of_create(office: Office) -> float:
    return average(office.registration() for _ in range(ROUNDS))


def of_actions(office: Office) -> float:
    found = []
    for number in office.fresh(2):
        for who, action, data in office.chain(number):
            ask = Ask(who, f"/api/v1/cases/{number}/actions/{action}", data)
            found.append(count(ask)[0])
    return sum(found) / len(found)


def shown(ask: Ask, say: Callable[[str], None]) -> None:
    """Print the statements of one request (for people who look for one too many)."""
    with CaptureQueriesContext(connection) as captured:
        _ask(ask)
    for query in captured.captured_queries:
        say(f"  {query['time']}  {query['sql'][:400]}")
