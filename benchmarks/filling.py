"""N invented cases into an empty database, by COPY from one process per core; indexes are built afterwards."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import psycopg
from django.db import connection, connections
from django.utils import timezone

from chengyun.cases import backfill
from chengyun.insight import counting
from chengyun.kernel import vault

from .district import KINDS, World
from .history import Historian

CHUNK = 2000
TABLES = (
    "cases_requester", "cases_case", "cases_casetext", "cases_casevisibility", "cases_assignment", "cases_clock",
    "cases_event", "cases_callback", "cases_callbackattempt",
)  # fmt: skip

_historian: Historian | None = None
_connection: Any = None


def fill(world: World, cases: int, url: str, say: Callable[[str], None]) -> None:
    """Write the cases, then indexes, sequences, counters and statistics."""
    started = time.monotonic()
    now = timezone.localtime()
    vault.ensure_key_ring()
    definitions = _drop_indexes()
    connections.close_all()
    context = multiprocessing.get_context("fork")
    chunks = [(first, min(first + CHUNK, cases)) for first in range(0, cases, CHUNK)]
    with context.Pool(min(os.cpu_count() or 1, 4), _prepare, (world, cases, now, url)) as pool:
        for done, _ in enumerate(pool.imap_unordered(_write, chunks), start=1):
            if done % 50 == 0:
                say(f"  {done * CHUNK:,} cases, {time.monotonic() - started:.0f} s")
    _finish(definitions, cases, now)
    say(f"  {cases:,} cases loaded in {time.monotonic() - started:.0f} s")


def _prepare(world: World, cases: int, now: datetime, url: str) -> None:
    global _historian, _connection
    _connection = psycopg.connect(url, autocommit=False)
    _connection.execute("SET session_replication_role = replica")  # no triggers, no foreign key checks
    _connection.execute("SET synchronous_commit = off")
    _connection.commit()
    _historian = Historian(world, cases, now)


def _write(chunk: tuple[int, int]) -> None:
    assert _historian is not None
    for index in range(*chunk):
        _historian.write(index)
    with _connection.cursor() as cursor:
        for table in _historian.all_tables():
            table.copy(cursor)
    _connection.commit()


def _drop_indexes() -> list[str]:
    """Drop what backs no constraint; returns the statements that bring them back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN"
            " (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))",
            [list(TABLES)],
        )
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]


def _finish(definitions: list[str], cases: int, now: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for definition in definitions:
            cursor.execute(definition)
        for table in ("cases_case", "cases_requester", "cases_assignment", "cases_callback"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        cursor.execute(
            "INSERT INTO cases_numbercounter (key, last) SELECT unnest(%s::text[]), %s",
            [[f"{prefix}-{now:%Y%m%d}" for _, _, prefix in KINDS], cases],
        )
    backfill.run(3600)  # signatures of the cases that may be compared
    counting.put_right()  # its triggers did not see these cases
    with connection.cursor() as cursor:
        for table in (*TABLES, "cases_signature", "insight_monthcount"):
            cursor.execute(f"VACUUM (FREEZE, ANALYZE) {table}")
        cursor.execute("CHECKPOINT")
