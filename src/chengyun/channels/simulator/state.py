"""What the simulated platform remembers, in one file of its own (SQLite): its cases, and what came back about each."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS item (
  n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, body TEXT, day TEXT, created REAL,
  state TEXT, answer TEXT DEFAULT '', pushed INTEGER DEFAULT 0, seq INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS back (
  key TEXT PRIMARY KEY, item TEXT, seq INTEGER, message TEXT, state TEXT, body TEXT, at REAL, times INTEGER DEFAULT 1,
  late INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS attempt (key TEXT PRIMARY KEY, count INTEGER DEFAULT 0, lifted INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY AUTOINCREMENT, at REAL, what TEXT, item TEXT, words TEXT);
CREATE INDEX IF NOT EXISTS item_day ON item (day);
CREATE INDEX IF NOT EXISTS back_item ON back (item, seq);
"""


class State:
    """One file; may be asked by several threads. "" keeps everything in memory."""

    def __init__(self, path: Path | None):
        self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._lock = threading.RLock()
        self._db.executescript(_TABLES)
        if path:
            self._db.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def _run(self, sql: str, *given: Any) -> list[sqlite3.Row]:
        with self._lock:
            return self._db.execute(sql, given).fetchall()

    # --- its cases ------------------------------------------------------------------------------------------------
    def add(self, key: str, body: Mapping[str, Any], day: str, state: str) -> None:
        self._run(
            "INSERT OR IGNORE INTO item (id, body, day, created, state) VALUES (?, ?, ?, ?, ?)",
            key, json.dumps(body, ensure_ascii=False), day, time.time(), state,
        )  # fmt: skip

    def items(self, after: int = 0, size: int = 100) -> list[tuple[int, dict[str, Any]]]:
        rows = self._run("SELECT n, body FROM item WHERE n > ? ORDER BY n LIMIT ?", after, size)
        return [(row["n"], json.loads(row["body"])) for row in rows]

    def page(self, page: int, size: int) -> tuple[list[dict[str, Any]], int]:
        rows = self._run("SELECT body FROM item ORDER BY n LIMIT ? OFFSET ?", size, max(0, page - 1) * size)
        return [json.loads(row["body"]) for row in rows], self.count()

    def count(self) -> int:
        return int(self._run("SELECT count(*) AS c FROM item")[0]["c"])

    def unpushed(self, size: int) -> list[dict[str, Any]]:
        return [dict(row) for row in self._run("SELECT * FROM item WHERE pushed = 0 ORDER BY n LIMIT ?", size)]

    def pushed(self, ids: Sequence[str]) -> None:
        for key in ids:
            self._run("UPDATE item SET pushed = 1 WHERE id = ?", key)

    def knows(self, key: str) -> bool:
        return bool(self._run("SELECT 1 FROM item WHERE id = ?", key))

    def of_day(self, day: str) -> list[dict[str, Any]]:
        """Ids and states of a day, for the comparison of both sides."""
        return [dict(row) for row in self._run("SELECT id, state FROM item WHERE day = ? ORDER BY n", day)]

    def newest(self, size: int = 50) -> list[dict[str, Any]]:
        rows = self._run("SELECT * FROM item ORDER BY n DESC LIMIT ?", size)
        return [{**dict(row), "back": self.backs(row["id"])} for row in rows]

    # --- what comes back --------------------------------------------------------------------------------------------
    def attempt(self, key: str) -> tuple[int, bool]:
        """The number of this attempt at a message, and whether its refusal was lifted."""
        with self._lock:
            self._run(
                "INSERT INTO attempt (key, count) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET count = count + 1", key
            )
            row = self._run("SELECT count, lifted FROM attempt WHERE key = ?", key)[0]
            return int(row["count"]), bool(row["lifted"])

    def lift(self) -> int:
        """Whatever was refused is taken from now on."""
        with self._lock:
            count = self._run("SELECT count(*) AS c FROM attempt WHERE lifted = 0")[0]["c"]
            self._run("UPDATE attempt SET lifted = 1")
            return int(count)

    def take(self, key: str, item: str, seq: int, message: str, state: str, answer: str, body: Any) -> bool:
        """Keep a message; False when its key came before. Late is what comes behind a later one of the same case."""
        with self._lock:
            if self._run("UPDATE back SET times = times + 1 WHERE key = ? RETURNING 1", key):
                return False
            row = self._run("SELECT seq FROM item WHERE id = ?", item)[0]
            late = bool(seq) and seq < row["seq"]
            self._run(
                "INSERT INTO back (key, item, seq, message, state, body, at, late) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                key, item, seq, message, state, json.dumps(body, ensure_ascii=False), time.time(), int(late),
            )  # fmt: skip
            if not late:
                self._run(
                    "UPDATE item SET seq = max(seq, ?), state = coalesce(nullif(?, ''), state),"
                    " answer = coalesce(nullif(?, ''), answer) WHERE id = ?", seq, state, answer, item,
                )  # fmt: skip
            return True

    def backs(self, item: str) -> list[dict[str, Any]]:
        """What came about a case, in the order in which it came."""
        return [dict(row) for row in self._run("SELECT * FROM back WHERE item = ? ORDER BY at, seq", item)]

    def counts(self) -> dict[str, int]:
        row = self._run("SELECT count(*) AS taken, coalesce(sum(times - 1), 0) AS again,"
                        " coalesce(sum(late), 0) AS late FROM back")[0]  # fmt: skip
        return {"items": self.count(), "taken": row["taken"], "again": row["again"], "late": row["late"]}

    def set_state(self, item: str, state: str) -> None:
        self._run("UPDATE item SET state = ? WHERE id = ?", state, item)

    # --- what happened ----------------------------------------------------------------------------------------------
    def log(self, what: str, item: str = "", words: str = "") -> None:
        self._run("INSERT INTO log (at, what, item, words) VALUES (?, ?, ?, ?)", time.time(), what, item, words)

    def happened(self, after: int = 0, size: int = 100) -> list[dict[str, Any]]:
        rows = self._run("SELECT * FROM log WHERE n > ? ORDER BY n DESC LIMIT ?", after, size)
        return [dict(row) for row in rows]
