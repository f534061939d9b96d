"""After a rehearsal: is everything there that the server said it had done?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from .client import Answer, Client
from .ledger import Ledger
from .people import Person


@dataclass
class Findings:
    """acknowledged: requests and actions; found: those of them that the API shows now. states: of all cases."""

    acknowledged: int = 0
    found: int = 0
    missing: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    events: int = 0

    @property
    def good(self) -> bool:
        return not self.missing and not self.broken


def check(ledger: Ledger, reader: Person, token: str, channel: str, threads: int = 4) -> Findings:
    """Read every case that was touched, with a person who sees all."""
    findings = Findings()
    acts: dict[str, Counter[tuple[str, str]]] = {}
    for done in ledger.done:
        acts.setdefault(done.number, Counter())[done.action, done.by] += 1
    numbers = sorted(set(ledger.registered) | set(acts))
    readers = [_again(reader, ledger) for _ in range(threads)]
    shares = [(readers[at], numbers[at::threads]) for at in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        for number, answer in (pair for result in pool.map(_read, shares) for pair in result):
            _compare(findings, number, answer.body if answer.ok else None, acts.get(number, Counter()))
    _check_ids(findings, ledger, reader.client.url, token, channel)
    return findings


def _read(share: tuple[Person, Sequence[str]]) -> list[tuple[str, Answer]]:
    person, numbers = share
    return [(number, person.get(f"/api/v1/cases/{number}/events", "events")) for number in numbers]


def _again(person: Person, ledger: Ledger) -> Person:
    other = Person(person.client.url, person.account, ledger.observe, person.client.patience)
    other.log_in()
    return other


def _compare(findings: Findings, number: str, body: Any, acts: Counter[tuple[str, str]]) -> None:
    findings.acknowledged += 1 + acts.total()
    if body is None:
        findings.missing.append(f"{number}: the case is not there")
        return
    items = body["items"]
    findings.events += len(items)
    findings.found += 1
    if [event["seq"] for event in items] != list(range(1, len(items) + 1)):
        findings.broken.append(f"{number}: its events are not numbered one by one")
    if items:
        findings.states[items[-1]["to_state"]] += 1
    there = Counter((event["action"], event["actor"]["name"]) for event in items)
    for (action, by), count in acts.items():
        findings.found += min(count, there[action, by])
        if there[action, by] < count:
            findings.missing.append(f"{number}: {action} by {by}: {there[action, by]} of {count}")


def _check_ids(findings: Findings, ledger: Ledger, url: str, token: str, channel: str) -> None:
    """Every external id leads to the case that was told, and to one only."""
    door = Client(url, ledger.observe)
    door.headers["Authorization"] = f"Bearer {token}"
    told: dict[str, str] = {}
    for number, external_id in ledger.registered.items():
        if external_id and told.setdefault(external_id, number) != number:
            findings.broken.append(f"{external_id}: {told[external_id]} and {number}")
    for external_id, number in _sample(sorted(told.items())):
        answer = door.get(f"/api/v1/intake/{quote(channel)}/{quote(external_id)}", "follow")
        if answer.ok and answer.body["number"] != number:
            findings.broken.append(f"{external_id}: told {number}, found {answer.body['number']}")
        elif answer.status == 404:
            findings.missing.append(f"{external_id}: {number} is not found by its id")


def _sample(pairs: Sequence[tuple[str, str]], most: int = 300) -> Sequence[tuple[str, str]]:
    """All of few, evenly spread ones of many: the door has a rate limit."""
    return pairs[:: max(1, len(pairs) // most)]
