"""One parent for the whole platform: database, web and worker; started in order, watched, stopped together.

Imports neither Django nor a room, so that it costs a few megabytes only.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .config import Config
from .embedded_postgres import EmbeddedPostgres
from .postgres_programs import PostgresError

BACK_OFF = (0.5, 1, 2, 5, 10, 30)
STOP_PATIENCE = 15.0
START_PATIENCE = 60.0
CALM = 30.0
_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A process of the platform that is started again when it dies, with growing pauses."""

    name: str
    command: list[str]
    process: subprocess.Popen | None = None
    started: float = 0.0
    deaths: int = 0
    not_before: float = 0.0
    leader: int = 0


class Supervisor:
    def __init__(self, config: Config, *, demo: bool = False):
        self.config = config
        self.demo = demo
        self.database: EmbeddedPostgres | None = None
        self.stopping = False
        self.children = [
            Child("web", self._chengyun("web")),
            Child("worker", self._chengyun("worker")),
        ]

    def run(self) -> int:
        """Start everything, watch until told to stop; the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        if not self._port_is_free():
            say(
                f"端口 {self.config.port} 已被占用：可能已经在运行。换一个端口：PORT=8080 make run\n"
                f"Port {self.config.port} is in use; the platform may be running already. Try PORT=8080."
            )
            return 1
        if not self._is_alone():
            say(
                f"{self.config.home} 已有一个平台在运行，先停止它，或另设 CHENGYUN_HOME。\n"
                "The platform of this CHENGYUN_HOME is running already; stop it first or set another one."
            )
            return 1
        try:
            self._start_database()
            if self._prepare() and not self.stopping:
                self._watch()
            return 0 if self.stopping else 1
        finally:
            self._stop()

    # --- starting ------------------------------------------------------------------------------------------------
    def _chengyun(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "chengyun", *arguments]

    def _port_is_free(self) -> bool:
        family = socket.AF_INET6 if ":" in self.config.bind else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.config.bind.strip("[]"), self.config.port))
            except OSError:
                return False
        return True

    def _is_alone(self) -> bool:
        """Hold a lock on the home for as long as this process lives: two would stop each other's database."""
        self.config.home.mkdir(parents=True, exist_ok=True, mode=0o711)
        self._lock = _lock(self.config.home)
        return self._lock is not None

    def _start_database(self) -> None:
        if not self.config.database_url:
            self.database = EmbeddedPostgres.from_config(self.config)
            os.environ["DATABASE_URL"] = self.database.start()

    def _prepare(self) -> bool:
        """Migrate, and load the demo district when asked; False when the platform cannot start."""
        step = "demo" if self.demo else "ready"
        return subprocess.call(self._chengyun(step), start_new_session=True) == 0

    def _start(self, child: Child) -> None:
        # Two arenas: with one for each thread glibc keeps a third of the worker's memory after a busy hour.
        frugal = {"MALLOC_ARENA_MAX": "2", **os.environ}
        child.process = subprocess.Popen(child.command, env=frugal, start_new_session=True, preexec_fn=_die_with_parent)
        child.started = time.monotonic()

    # --- watching ------------------------------------------------------------------------------------------------
    def _watch(self) -> None:
        for child in self.children:
            self._start(child)
        if self._await_web():
            say(f"\n城运已就绪： {self._address()}   （Ctrl-C 停止）\n")
        while not self.stopping:
            time.sleep(0.3)
            self._look_after_database()
            for child in self.children:
                self._look_after(child)

    def _look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None:
            status = child.process.poll()
            if status is None:
                if now - child.started > CALM:
                    child.deaths = 0
                return
            pause = BACK_OFF[min(child.deaths, len(BACK_OFF) - 1)]
            child.deaths += 1
            _signal(child.process, signal.SIGTERM)  # what it left behind: a web server's own workers
            child.leader, child.process, child.not_before = child.process.pid, None, now + pause
            say(f"{child.name} 意外退出（{status}），{pause} 秒后重新启动。 {child.name} died, restarting.")
        elif now >= child.not_before and not self.stopping:
            _signal_group(child.leader, signal.SIGKILL)
            self._start(child)

    def _look_after_database(self) -> None:
        if self.database is None or self.database.is_running() or self.stopping:
            return
        say("数据库意外退出，正在重新启动。 The database died, restarting.")
        try:
            self.database.start()
        except PostgresError as error:
            say(str(error))

    def _await_web(self) -> bool:
        deadline = time.monotonic() + START_PATIENCE
        while time.monotonic() < deadline and not self.stopping:
            for child in self.children:
                self._look_after(child)
            if self._web_answers():
                return True
            time.sleep(0.1)
        return False

    def _web_answers(self) -> bool:
        """Asked by hand: a proxy named in the environment is not for our own address."""
        try:
            with socket.create_connection((self._host(), self.config.port), timeout=2) as line:
                line.sendall(b"GET /api/health HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return line.recv(8).startswith(b"HTTP/1")
        except OSError:
            return False

    def _host(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.config.bind, self.config.bind).strip("[]")

    def _address(self) -> str:
        host = self._host()
        return f"http://{f'[{host}]' if ':' in host else host}:{self.config.port}"

    # --- stopping ------------------------------------------------------------------------------------------------
    def _on_signal(self, number: int, frame: object) -> None:
        self.stopping = True

    def _stop(self) -> None:
        self.stopping = True
        living = [c.process for c in self.children if c.process is not None and c.process.poll() is None]
        for process in living:
            _signal(process, signal.SIGTERM)
        deadline = time.monotonic() + STOP_PATIENCE
        for process in living:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait()
        for child in self.children:
            if child.process is None:
                _signal_group(child.leader, signal.SIGKILL)
        if self.database is not None:
            self.database.stop()
        say("已停止。 Stopped.")


def is_running(home: Path) -> bool:
    """Whether a supervisor holds this home."""
    held = _lock(home) if home.is_dir() else None
    if held is not None:
        held.close()
    return home.is_dir() and held is None


def _lock(home: Path) -> IO[str] | None:
    """The lock of a home, held until closed; None when another process has it."""
    file = (home / "up.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


def _signal(process: subprocess.Popen, number: int) -> None:
    """To the process and its own children (a web server's workers)."""
    _signal_group(process.pid, number)


def _signal_group(leader: int, number: int) -> None:
    if leader:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(leader, number)


def _die_with_parent() -> None:
    """Ask Linux to end this child when the supervisor dies, even by SIGKILL."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def say(text: str) -> None:
    print(text, flush=True)
