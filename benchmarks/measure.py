"""What processes cost: CPU seconds and memory of whole process trees, read from the kernel."""

from __future__ import annotations

import contextlib
import os
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """A process and everything below it."""
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def cpu_seconds(pids: Iterable[int]) -> float:
    """CPU time of the trees, with that of children that have ended and were waited for (backends that left)."""
    total = 0.0
    for pid in pids:
        for process in tree(pid):
            with contextlib.suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
    return total


def own_cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def memory(pids: Iterable[int]) -> dict[str, float]:
    """MiB of memory by program: proportional set sizes, so that shared pages count once."""
    found: dict[str, float] = {}
    for pid in pids:
        for process in tree(pid):
            with contextlib.suppress(psutil.NoSuchProcess):
                name = _name(process)
                found[name] = found.get(name, 0.0) + process.memory_full_info().pss / 2**20
    return found


def helpers(pid: int) -> list[str]:
    """Processes below this one that end by themselves: a model that is asked, work that goes on."""
    kinds = ("web", "worker", "supervisor", "postgres")
    named = []
    for process in tree(pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            named.append(_name(process))
    return [name for name in named if name not in kinds]


def _name(process: psutil.Process) -> str:
    command = process.cmdline()
    if "postgres" in process.name():
        return "postgres"
    for word in ("granian", "worker", "up"):
        if any(word == part or f"{word}:" in part for part in command):
            return {"granian": "web", "up": "supervisor"}.get(word, word)
    return process.name()


@dataclass
class Figures:
    """One kind of answer, measured."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0
    cpu_database: float = 0.0
    answers: int = 0
    statements: float | None = None
    errors: list[str] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        """per_second; p50_ms, p95_ms of the answer times; cpu_ms of web and database for each answer."""
        count = max(self.answers, 1)
        ordered = sorted(self.times) or [0.0]
        return {
            "per_second": round(self.answers / self.seconds, 1) if self.seconds else 0.0,
            "p50_ms": round(statistics.median(ordered) * 1000, 2),
            "p95_ms": round(ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)] * 1000, 2),
            "cpu_ms": round(self.cpu * 1000 / count, 3),
            "cpu_database_ms": round(self.cpu_database * 1000 / count, 3),
            "statements": None if self.statements is None else round(self.statements, 1),
        }
