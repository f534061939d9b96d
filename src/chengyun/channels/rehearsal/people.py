"""The people of a rehearsal: accounts that log in, and what each may do."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .client import Answer, Client, Observer, Uncertain


class NotLoggedIn(Exception):
    """The account cannot log in; the text says why."""


@dataclass(frozen=True)
class Account:
    username: str
    password: str


class Person:
    """A logged-in account. Not for several threads."""

    def __init__(self, url: str, account: Account, observe: Observer, patience: float = 120.0):
        self.account = account
        self.client = Client(url, observe, patience)
        self.name = ""
        self.unit_id: int | None = None
        self.permissions: frozenset[str] = frozenset()
        self.is_demo = False

    def log_in(self) -> None:
        """Raises NotLoggedIn, or Unreachable."""
        self.client.cookies.clear()
        token = (self.client.get("/api/v1/session", "session").body or {}).get("csrf_token", "")
        self.client.headers["X-CSRFToken"] = token
        given = {"username": self.account.username, "password": self.account.password}
        answer = self.client.ask("POST", "/api/v1/session", given, "session", repeat=True)
        if not answer.ok:
            raise NotLoggedIn(f"{self.account.username}: {(answer.body or {}).get('title', answer.status)}")
        body = answer.body
        self.client.headers["X-CSRFToken"] = body["csrf_token"]
        self.name = body["account"]["name"]
        unit = body["account"]["unit"]
        self.unit_id = unit["id"] if unit else None
        self.permissions = frozenset(body["permissions"])
        self.is_demo = bool((body["district"] or {}).get("demo"))

    def can(self, permission: str) -> bool:
        return permission in self.permissions

    def get(self, path: str, label: str) -> Answer:
        answer = self.client.get(path, label)
        if answer.status == 401:
            self.log_in()
            answer = self.client.get(path, label)
        return answer

    def post(self, path: str, body: Any, label: str) -> Answer:
        """Raises Uncertain when the connection broke, or the server failed, on the way."""
        answer = self.client.ask("POST", path, body, label, repeat=False)
        if answer.status in (401, 403) and (answer.body or {}).get("code") != "forbidden":
            self.log_in()
            answer = self.client.ask("POST", path, body, label, repeat=False)
        if answer.status >= 500:
            raise Uncertain(f"{path}: {answer.status}")
        return answer


def gather(url: str, accounts: Sequence[Account], observe: Observer) -> list[Person]:
    """Everybody who can log in. A server that is just starting is waited for."""
    people = []
    for account in accounts:
        person = Person(url, account, observe)
        try:
            person.log_in()
        except NotLoggedIn:
            continue
        people.append(person)
        time.sleep(0.01)
    return people
