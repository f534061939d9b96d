"""The raw limit: the rows of one registered case inserted by the driver alone, prepared, one transaction a case.

The statements are made from a case that the platform has registered in this run, so they follow the schema.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from .measure import Figures, own_cpu

PARTS = (
    ("cases_requester", "id = (SELECT requester_id FROM cases_case WHERE id = %s)"),
    ("cases_case", "id = %s"), ("cases_casetext", "case_id = %s"), ("cases_clock", "case_id = %s"),
    ("cases_event", "case_id = %s"), ("cases_casevisibility", "case_id = %s"),
)  # fmt: skip
COUNTER = (
    "INSERT INTO cases_numbercounter AS c (key, last) VALUES (%s, 1)"
    " ON CONFLICT (key) DO UPDATE SET last = c.last + 1 RETURNING last"
)


@dataclass
class Insert:
    table: str
    sql: str
    columns: list[str]
    values: list[Any]


def plan(connection: psycopg.Connection, case_id: int) -> list[Insert]:
    """One INSERT for each row that the case consists of."""
    inserts = []
    for table, condition in PARTS:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {condition}", [case_id])
        names = [column.name for column in cursor.description or ()]
        for row in cursor.fetchall():
            given = {
                name: Jsonb(value) if isinstance(value, dict | list) else value
                for name, value in zip(names, row, strict=True)
                if name not in ("id", "tx")
            }
            returning = " RETURNING id" if "id" in names else ""
            marks = ", ".join(["%s"] * len(given))
            sql = f"INSERT INTO {table} ({', '.join(given)}) VALUES ({marks}){returning}"
            inserts.append(Insert(table, sql, list(given), list(given.values())))
    return inserts


def run(url: str, case_id: int, seconds: float, postgres_cpu: Any, threads: int = 4) -> Figures:
    """Insert copies of the case with `threads` connections for some seconds."""
    figures = Figures()
    with psycopg.connect(url) as connection:
        inserts = plan(connection, case_id)
    figures.statements = len(inserts) + 3  # the counter, BEGIN and COMMIT
    ending = threading.Event()
    lock = threading.Lock()
    before, cpu, started = own_cpu(), postgres_cpu(), time.perf_counter()
    workers = [
        threading.Thread(target=_insert, args=(url, inserts, number, ending, figures, lock))
        for number in range(threads)
    ]
    for worker in workers:
        worker.start()
    time.sleep(seconds)
    ending.set()
    for worker in workers:
        worker.join()
    figures.seconds = time.perf_counter() - started
    figures.cpu_database = postgres_cpu() - cpu
    figures.cpu = figures.cpu_database + own_cpu() - before
    figures.answers = len(figures.times)
    return figures


def _insert(url: str, inserts: list[Insert], number: int, ending: Any, figures: Figures, lock: Any) -> None:
    times = []
    with psycopg.connect(url, prepare_threshold=0) as connection:
        ordinal = 0
        while not ending.is_set():
            began = time.perf_counter()
            ordinal += 1
            ids: dict[str, int] = {}
            connection.execute(COUNTER, [f"raw-{number}"])
            for insert in inserts:
                values = list(insert.values)
                for at, column in enumerate(insert.columns):
                    if column == "number":
                        values[at] = f"raw-{os.getpid()}-{number}-{ordinal}"
                    elif column == "case_id":
                        values[at] = ids["cases_case"]
                    elif column == "requester_id":
                        values[at] = ids.get("cases_requester")
                cursor = connection.execute(insert.sql, values)
                if cursor.description:
                    ids[insert.table] = cursor.fetchone()[0]  # type: ignore[index]
            connection.commit()
            times.append(time.perf_counter() - began)
    with lock:
        figures.times += times
