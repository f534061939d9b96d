"""What happened: every answer with its time, and everything that the server said it had done."""

from __future__ import annotations

import statistics
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Done:
    """An action that the server acknowledged."""

    number: str
    action: str
    by: str


@dataclass
class Ledger:
    """Filled by all threads."""

    registered: dict[str, str] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    uncertain: int = 0
    _times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    _statuses: Counter[int] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def observe(self, label: str, status: int, ms: float) -> None:
        with self._lock:
            self._statuses[status] += 1
            if status:
                self._times[label].append(ms)

    def took_in(self, number: str, external_id: str) -> None:
        """A request was acknowledged; external_id is "" for one registered by hand."""
        with self._lock:
            self.registered[number] = external_id

    def acted(self, number: str, action: str, by: str) -> None:
        with self._lock:
            self.done.append(Done(number, action, by))

    def refused(self, what: str, status: int, body: Any) -> None:
        key = f"{status} {what}"
        with self._lock:
            self.refusals[key] += 1
            if key not in self.examples and isinstance(body, dict):
                errors = "；".join(f"{e.get('field')}: {e.get('message')}" for e in body.get("errors", ()))
                self.examples[key] = errors or str(body.get("detail") or body.get("title") or "")

    def unknown(self) -> None:
        with self._lock:
            self.uncertain += 1

    @property
    def server_errors(self) -> int:
        """Answers that nobody should ever get. 503 is not among them: "come back later" while the database is away."""
        return sum(count for status, count in self._statuses.items() if status >= 500 and status != 503)

    @property
    def unavailable(self) -> int:
        return self._statuses[503]

    @property
    def broken_connections(self) -> int:
        return self._statuses[0]

    def latencies(self) -> dict[str, dict[str, float]]:
        """Per kind of request: count, p50, p95 and longest, in milliseconds."""
        return {label: _figures(times) for label, times in sorted(self._times.items())}

    def statuses(self) -> dict[str, int]:
        return {str(status): count for status, count in sorted(self._statuses.items()) if status}


def _figures(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "count": len(ordered), "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "max_ms": round(ordered[-1], 1),
    }  # fmt: skip
