"""Shapes of the operations room's API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema


class TaskOut(Schema):
    """One kind of job: when it runs next, and what became of it in the last 24 hours."""

    name: str
    about: str
    cron: str
    next_at: datetime | None
    last_at: datetime | None
    runs: int
    failed: int
    seconds: float | None


class JobOverviewOut(Schema):
    """`counts`: queued, running, failed, cancelled now; done in the last 24 hours."""

    counts: dict[str, int]
    due: int
    oldest_seconds: int | None
    tasks: list[TaskOut]
    now: datetime


class JobOut(Schema):
    job_id: int | None
    run_id: int | None
    task: str
    state: str
    args: dict[str, Any]
    attempt: int
    at: datetime | None
    scheduled_at: datetime | None
    seconds: float | None
    result: str
    reason: str


class JobPage(Schema):
    items: list[JobOut]
    next_cursor: str | None


class JobRunOut(JobOut):
    error_kind: str
    error: str
    trace: str


class CheckOut(Schema):
    """`state`: ok, warn, bad, or info where there is nothing to judge. `facts` are what was found."""

    code: str
    state: str
    facts: dict[str, Any]
    fault: str


class SystemOut(Schema):
    state: str
    checks: list[CheckOut]
    now: datetime


class ComponentOut(Schema):
    name: str
    version: str
    licence: str


class ReadOut(Schema):
    """Somebody looked at, took out or printed something. `clear`: with personal data."""

    id: str
    at: datetime
    kind: str
    account: str
    name: str
    unit: str
    acted_for: str
    reason: str
    number: str | None
    words: str
    clear: bool
    rows: int | None
    complete: bool | None


class ReadPage(Schema):
    items: list[ReadOut]
    next_cursor: str | None
