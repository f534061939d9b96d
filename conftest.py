"""What all tests share: a PostgreSQL of their own, a home of their own, caches that forget."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import psycopg
import pytest

gc.disable()  # until everything is loaded
TEMPLATE, COPIED = "chengyun_template", "CHENGYUN_TEST_TEMPLATE"
APART = [Path(__file__).resolve().parent / "tests" / name for name in ("browser", "platform")]
hypothesis.settings.register_profile("untimed", deadline=None)  # speed is for benchmarks: a busy machine is no failure
hypothesis.settings.load_profile("untimed")
_server = None
_home: Path | None = None


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL for the whole run, before the workers of pytest-xdist, which inherit its address."""
    global _server, _home
    if hasattr(config, "workerinput"):
        if COPIED in os.environ:
            from django.conf import settings

            settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = os.environ[COPIED]
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended from outside, the database is stopped too
    if config.args and all(_brings_its_own(Path(name.partition("::")[0]).resolve()) for name in config.args):
        return
    _home = Path(tempfile.mkdtemp(prefix="chengyun-test-"))
    _home.chmod(0o711)
    os.environ["CHENGYUN_HOME"] = str(_home)
    if not os.environ.get("DATABASE_URL"):
        from chengyun.kernel.embedded_postgres import EmbeddedPostgres

        _server = EmbeddedPostgres(_home, max_connections=200, fsync=False)
        os.environ["DATABASE_URL"] = _server.start()
    from django.conf import settings

    from chengyun.kernel import config as configuration
    from chengyun.web.settings import database

    configuration.current.cache_clear()
    settings.DATABASES["default"].update(database(os.environ["DATABASE_URL"]))
    if config.getoption("numprocesses", None) and _server is not None:
        _migrate_once(os.environ["DATABASE_URL"])


def _brings_its_own(path: Path) -> bool:
    """Tests there start the whole platform, with its database."""
    return any(path.is_relative_to(folder) for folder in APART)


def _migrate_once(url: str) -> None:
    """The tables that the workers' databases are copied from, instead of one migration each."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {TEMPLATE}")
    address = urlsplit(url)._replace(path=f"/{TEMPLATE}").geturl()
    command = [sys.executable, "-m", "chengyun", "migrate"]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=True, stdout=subprocess.DEVNULL)
    os.environ[COPIED] = TEMPLATE


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    if _server is not None:
        _server.stop()
    if _home is not None:
        shutil.rmtree(_home, ignore_errors=True)


def pytest_collection_finish() -> None:
    """What is there now stays to the end: not worth looking through again and again."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _fast_passwords():
    """Hashing a password slowly is the point in service, not in tests."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let tests with real transactions empty the tables afterwards: history refuses TRUNCATE everywhere else."""
    with django_db_blocker.unblock():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE cases_event DISABLE TRIGGER event_no_truncate")


@pytest.fixture(autouse=True)
def _fresh_process_caches():
    """No test sees master data that another one left in this process."""
    yield
    from chengyun.cases import catalogue
    from chengyun.kernel import revision
    from chengyun.org import access

    revision.forget()
    access.forget()
    catalogue.forget()
