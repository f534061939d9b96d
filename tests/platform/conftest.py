"""The whole platform as a user starts it: `chengyun up --demo` with a home and a port of its own."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from chengyun.kernel.embedded_postgres import EmbeddedPostgres

PATIENCE = 180.0
SHARED = "CHENGYUN_TEST_DEMO"
"""A folder for the demo district just filled, for all that want one: made and removed by whoever sets this first."""


class Platform:
    """A running `chengyun up --demo`; what it prints goes to `log`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.log = home / "up.log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.database = EmbeddedPostgres(home)
        self.process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "chengyun", *words]

    @property
    def environment(self) -> dict[str, str]:
        given = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        return {**given, "CHENGYUN_HOME": str(self.home), "PORT": str(self.port), "PYTHONUNBUFFERED": "1"}

    def start(self) -> None:
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                self.command("up", "--demo"), env=self.environment, stdout=out, stderr=subprocess.STDOUT
            )
        assert until(lambda: self.url in self.printed() or self.process.poll() is not None), self.printed()
        assert self.process.poll() is None, self.printed()

    def stop(self, number: int = signal.SIGINT) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(60)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command of the same installation."""
        return subprocess.run(self.command(*words), env=self.environment, capture_output=True, text=True)

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def processes(self, word: str = "") -> list[psutil.Process]:
        """Processes below the supervisor whose command line has the word, oldest first."""
        assert self.process is not None
        try:
            found = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []
        return sorted((p for p in found if word in " ".join(_words(p))), key=lambda p: p.pid)


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def until(true: Callable[[], object], patience: float = PATIENCE) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.1)
    return False


def pytest_configure(config: pytest.Config) -> None:
    if SHARED not in os.environ and not hasattr(config, "workerinput"):
        os.environ[SHARED] = config.stash[_OWN] = tempfile.mkdtemp(prefix="chengyun-demo-")
        Path(os.environ[SHARED]).chmod(0o711)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _OWN in config.stash:
        shutil.rmtree(config.stash[_OWN], ignore_errors=True)


_OWN = pytest.StashKey[str]()


def copy_of_demo(prefix: str) -> Path:
    """A home with the demo district as its first start leaves it; filled once, by whoever comes first."""
    shared = Path(os.environ[SHARED])
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        demo = shared / "demo"
        if not demo.exists():
            demo.mkdir(mode=0o711)
            made = Platform(demo)
            made.start()
            made.stop()
    home = Path(tempfile.mkdtemp(prefix=prefix))
    subprocess.run(["cp", "-a", f"{demo}/.", str(home)], check=True)
    return home


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    home = copy_of_demo("chengyun-platform-")
    made = Platform(home)
    made.start()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.stop()
    made.database.stop()
    shutil.rmtree(home, ignore_errors=True)
