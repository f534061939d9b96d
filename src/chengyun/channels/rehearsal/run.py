"""A whole rehearsal: people log in, a day of work, the check, the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from . import prepare
from .check import Findings, check
from .day import Day, Plan
from .ledger import Ledger
from .people import Account, Person, gather

SEES_ALL = ("case.view", "case.view_all")


@dataclass
class Wanted:
    url: str
    token: str
    channel: str
    requests: Iterator[Mapping[str, Any]]
    accounts: Sequence[Account]
    users: int
    pause: float
    seed: int
    limit: float
    quiet: float


def rehearse_now(wanted: Wanted) -> dict[str, Any]:
    """The report as JSON values; `good` tells whether everything held."""
    ledger = Ledger()
    people = gather(wanted.url, wanted.accounts, ledger.observe)
    reader = _reader(people)
    plan = Plan(
        wanted.url, wanted.token, wanted.channel, wanted.requests, wanted.seed, wanted.users, wanted.pause,
        wanted.quiet, wanted.limit,
    )  # fmt: skip
    day = Day(plan, people, ledger)
    seconds = day.run()
    findings = check(ledger, reader, wanted.token, wanted.channel)
    findings.broken += [
        f"{fault['case']} #{fault['seq']}: {fault['what']}" for fault in prepare.verify(sorted(ledger.registered))
    ]
    return _report(wanted, day, findings, seconds)


def _reader(people: Sequence[Person]) -> Person:
    """Somebody who sees every case, to check with."""
    if not people:
        raise click.ClickException("没有一个账号能登录。演示区密码见 chengyun demo；正式安装请用 --accounts。")
    for person in people:
        if all(person.can(permission) for permission in SEES_ALL):
            return person
    raise click.ClickException("账号中没有人能查看全部案件（case.view_all），无法核对。")


def _report(wanted: Wanted, day: Day, findings: Findings, seconds: float) -> dict[str, Any]:
    ledger = day.ledger
    by_door = sum(bool(external_id) for external_id in ledger.registered.values())
    return {
        "good": findings.good and not ledger.server_errors and not day.ended_because.startswith("rehearsal broke"),
        "seconds": round(seconds, 1), "users": wanted.users, "channel": wanted.channel,
        "ended_because": day.ended_because, "registered": len(ledger.registered), "by_door": by_door,
        "by_hand": len(ledger.registered) - by_door,
        "actions": dict(Counter(done.action for done in ledger.done).most_common()),
        "answers": {
            "statuses": ledger.statuses(), "server_errors": ledger.server_errors, "unavailable": ledger.unavailable,
            "broken_connections": ledger.broken_connections, "uncertain": ledger.uncertain,
        },
        "latencies": ledger.latencies(), "refusals": dict(ledger.refusals.most_common()), "examples": ledger.examples,
        "check": {
            "acknowledged": findings.acknowledged, "found": findings.found, "events": findings.events,
            "missing": findings.missing, "broken": findings.broken, "states": dict(findings.states.most_common()),
        },
    }  # fmt: skip
