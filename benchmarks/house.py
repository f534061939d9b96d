"""A platform of its own for the measurement: home, PostgreSQL with production settings, web server processes."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60.0


class House:
    """Where the data is, and the database in it. `kept` homes survive `close`."""

    def __init__(self, home: Path | None, keep: bool):
        self.kept = keep or home is not None
        self.home = home or Path(tempfile.mkdtemp(prefix="chengyun-bench-"))
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o711)
        os.environ.pop("DATABASE_URL", None)
        os.environ["CHENGYUN_HOME"] = str(self.home)
        os.environ["DJANGO_SETTINGS_MODULE"] = "chengyun.web.settings"
        self.database: Any = None
        self.url = ""

    def open(self) -> None:
        """Start PostgreSQL and set Django up in this process."""
        from chengyun.kernel.config import current
        from chengyun.kernel.embedded_postgres import EmbeddedPostgres

        current.cache_clear()
        self.database = EmbeddedPostgres.from_config(current())
        self.url = self.database.start()
        os.environ["DATABASE_URL"] = self.url
        current.cache_clear()
        import django

        django.setup()

    def migrate(self) -> None:
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)

    @property
    def postgres_pid(self) -> int:
        pid: int = self.database.pid()
        return pid

    def close(self) -> None:
        let_go()
        if self.database is not None:
            self.database.stop()
            data = self.database.data
            if not self.kept:
                shutil.rmtree(data, ignore_errors=True)
        if not self.kept:
            shutil.rmtree(self.home, ignore_errors=True)


def let_go() -> None:
    """End this process's connections to the database."""
    from django.apps import apps
    from django.db import connections

    if apps.ready:
        for connection in connections.all():
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(arguments: list[str], port: int, env: dict[str, str | None] | None = None) -> Iterator[subprocess.Popen]:
    """`chengyun ARGUMENTS` listening on a port; stopped in the end with everything below it."""
    environment = {**os.environ, "PORT": str(port), "BIND": "127.0.0.1"}
    for key, value in (env or {}).items():
        environment.pop(key, None)
        if value is not None:
            environment[key] = value
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "chengyun", *arguments],
            env=environment,
            start_new_session=True,
            stdout=log,
            stderr=log,
        )
        try:
            _await(process, port, log)
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()


def _await(process: subprocess.Popen, port: int, log: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            log.seek(0)
            raise SystemExit(f"the server stopped:\n{log.read().decode(errors='replace')[-3000:]}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the server did not answer in time")
