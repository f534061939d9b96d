"""PostgreSQL that comes with the platform: made, started and stopped without root or a package manager.

The server listens on a unix socket only, inside a directory that only its owner may enter, so it needs no
password. Run by root, the server runs as ``nobody``: PostgreSQL refuses root. Data that ``nobody`` could
not reach (a checkout inside a private home directory) is kept in ``/var/lib/chengyun``, and
``CHENGYUN_HOME/pg`` is a link to it.

Imports neither Django nor psycopg, so the supervisor that uses it stays small.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from chengyun.kernel.postgres_programs import Binaries, PostgresError, find_binaries

if TYPE_CHECKING:
    from chengyun.kernel.config import Config

DATABASE = ROLE = "chengyun"
UNPRIVILEGED_USER = "nobody"
RELOCATED_ROOT = Path("/var/lib/chengyun")
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 107
START_PATIENCE_SECONDS = 60.0
LOCALE_PROBE = "SELECT public.show_trgm('垃圾清运') <> '{}'"


class _NotAnsweringError(PostgresError):
    """The server's process is there but takes no connection (yet, or any more)."""


class EmbeddedPostgres:
    """One PostgreSQL server whose data is ``home/pg``. All methods may be repeated without harm."""

    def __init__(
        self, home: Path, *, shared_buffers_mb: int = 40, max_connections: int = 40, fsync: bool = True
    ) -> None:
        self.home = Path(home).resolve()
        self.shared_buffers_mb = shared_buffers_mb
        self.max_connections = max_connections
        self.fsync = fsync
        self._found: Binaries | None = None
        self._user = UNPRIVILEGED_USER if os.geteuid() == 0 else None

    @classmethod
    def from_config(cls, config: Config) -> EmbeddedPostgres:
        return cls(
            config.home,
            shared_buffers_mb=config.pg_shared_buffers_mb,
            max_connections=config.pg_max_connections,
            fsync=config.pg_fsync,
        )

    # --- where things are -----------------------------------------------------------

    @property
    def data(self) -> Path:
        """The data directory (``home/pg``, followed when it is a link)."""
        return (self.home / "pg").resolve()

    @property
    def socket_dir(self) -> Path:
        """Directory of the socket: beside the data, or a short one in /tmp when that path is too long."""
        beside = self.data.parent / "pg-socket"
        if len(os.fsencode(beside / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
            return beside
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:12]
        return Path("/tmp") / f"chengyun-{digest}"

    @property
    def url(self) -> str:
        """libpq URL of the platform's database on this server."""
        return f"postgresql://{ROLE}@/{DATABASE}?host={quote(str(self.socket_dir), safe='')}"

    @property
    def binaries(self) -> Binaries:
        if self._found is None:
            self._found = self._reachable(find_binaries())
        return self._found

    # --- life -----------------------------------------------------------------------

    def init(self) -> bool:
        """Make the data directory unless it is there; True when it was made now. Raises PostgresError."""
        if (self.data / "PG_VERSION").is_file():
            self._check_data_version()
            return False
        self.home.mkdir(parents=True, exist_ok=True, mode=0o711)
        if self._user and not self._can_enter(self.home):
            self._relocate()
        target = self.data
        if target.exists() and any(target.iterdir()):
            raise PostgresError(f"{target} holds files but no database. Move it away, or change CHENGYUN_HOME.")
        fresh = target.parent / "pg.new"  # renamed when complete, so a killed initdb leaves nothing half made
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self._own(fresh)
        command = [
            self.binaries.tool("initdb"),
            "-D",
            str(fresh),
            "-U",
            ROLE,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        command += ["--auth-local=trust", "--auth-host=reject"] + ([] if self.fsync else ["--no-sync"])
        self._run(command, "initdb failed")
        with (fresh / "postgresql.conf").open("a") as file:
            file.write("\ninclude 'chengyun.conf'\n")
        if target.exists():
            target.rmdir()
        fresh.rename(target)
        return True

    def start(self) -> str:
        """Make the data directory if needed, start the server or adopt the running one; returns its URL."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o711)
        with _locked(self.home / "pg.lock"):
            self.init()
            deadline = time.monotonic() + START_PATIENCE_SECONDS
            while True:
                if not self.is_running():
                    self._configure()
                    self._start_patiently()
                try:
                    self._prepare_database()
                    return self.url
                except _NotAnsweringError:
                    # A server found running may be dying of a SIGKILL or still reading its log: look again.
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.1)

    def stop(self) -> None:
        """Stop the server at once but cleanly (open transactions are rolled back)."""
        if not self.is_running():
            return
        command = [self.binaries.tool("pg_ctl"), "stop", "-D", str(self.data), "-m", "fast", "-w", "-t", "60"]
        self._run(command, "the database did not stop")

    def is_running(self) -> bool:
        """True when the process named in postmaster.pid lives and works in this data directory."""
        return self.pid() is not None

    def pid(self) -> int | None:
        """Process id of the running server, None when there is none (a stale pid file counts as none)."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            return pid if _working_directory(pid) == self.data else None
        except (OSError, ValueError):
            return None

    def tool(self, name: str) -> str:
        """Path of psql, pg_dump, pg_restore …"""
        return self.binaries.tool(name)

    def psql(self, sql: str, *, database: str = DATABASE) -> str:
        """Run SQL as the owner and return unaligned output, one row a line."""
        command = [self.tool("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        command += ["-h", str(self.socket_dir), "-U", ROLE, "-d", database, "-c", sql]
        done = self._spawn(command, as_owner=False)
        if done.returncode == 2:  # psql: the connection failed or was lost
            raise _NotAnsweringError(f"no connection to the database: {done.stderr.strip()}")
        if done.returncode != 0:
            raise PostgresError(f"SQL failed: {done.stderr.strip()}")
        return done.stdout.strip()

    # --- inside ---------------------------------------------------------------------

    def _start_patiently(self) -> None:
        """After a SIGKILL orphaned back ends hold the shared memory for up to a second: try again."""
        self._clear_stale_locks()
        command = [self.binaries.tool("pg_ctl"), "start", "-D", str(self.data), "-w", "-t", "60", "-s"]
        command += ["-l", str(self.data / "start.log")]
        deadline = time.monotonic() + START_PATIENCE_SECONDS
        while True:
            try:
                self._run(command, "the database did not start")
                return
            except PostgresError as error:
                if self.is_running():
                    return
                if time.monotonic() > deadline or not self._worth_retrying():
                    raise PostgresError(f"{error}\n{self._tail_of_logs()}") from error
                time.sleep(0.3)
                self._clear_stale_locks()

    def _worth_retrying(self) -> bool:
        text = self._tail_of_logs()
        return any(sign in text for sign in ("still in use", "already exists", "might be running", "starting up"))

    def _clear_stale_locks(self) -> None:
        """Remove lock files left by a crash, once no process works in the data directory any more.

        PostgreSQL does this itself unless another program got the old process number (a restarted container).
        Never while an orphaned back end lives: the pid file is what keeps a second server off its memory.
        """
        if not any(_working_directory(int(entry)) == self.data for entry in os.listdir("/proc") if entry.isdigit()):
            for stale in (self.data / "postmaster.pid", self.socket_dir / f"{SOCKET_NAME}.lock"):
                stale.unlink(missing_ok=True)

    def _tail_of_logs(self) -> str:
        try:
            return "\n".join((self.data / "start.log").read_text(errors="replace").splitlines()[-12:])
        except OSError:
            return ""

    def _configure(self) -> None:
        self._make_socket_dir()
        settings: dict[str, Any] = {
            "listen_addresses": "''",
            "unix_socket_directories": f"'{self.socket_dir}'",
            "unix_socket_permissions": "0700",
            "max_connections": self.max_connections,
            "shared_buffers": f"{self.shared_buffers_mb}MB",
            "work_mem": "8MB",
            "maintenance_work_mem": "64MB",
            "max_wal_size": "2GB",
            "checkpoint_timeout": "15min",
            "random_page_cost": "1.1",
            "jit": "off",
            "autovacuum_max_workers": 2,
            "fsync": "on" if self.fsync else "off",
            "synchronous_commit": "on" if self.fsync else "off",
            "full_page_writes": "on" if self.fsync else "off",
            "timezone": "'Asia/Shanghai'",
            "log_timezone": "'Asia/Shanghai'",
            "logging_collector": "on",
            "log_filename": "'postgresql-%a.log'",
            "log_truncate_on_rotation": "on",
            "log_rotation_age": "1d",
            "log_rotation_size": 0,
            "log_min_duration_statement": "2s",
        }
        path = self.data / "chengyun.conf"
        lines = ["# Written at every start from the platform's settings; put your own into postgresql.auto.conf."]
        path.write_text("\n".join(lines + [f"{key} = {value}" for key, value in settings.items()]) + "\n")
        self._own(path)

    def _make_socket_dir(self) -> None:
        directory = self.socket_dir
        directory.mkdir(mode=0o700, exist_ok=True)
        if directory.is_symlink() or directory.stat().st_uid not in (os.geteuid(), self._owner()[0]):
            raise PostgresError(f"{directory} is somebody else's. Remove it, or set a shorter CHENGYUN_HOME.")
        self._own(directory)
        directory.chmod(0o700)

    def _prepare_database(self) -> None:
        if not self.psql(f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'", database="postgres"):
            self.psql(f"CREATE DATABASE {DATABASE}", database="postgres")
        self.psql("SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public")
        if self.psql(LOCALE_PROBE) != "t":
            raise PostgresError(
                f"the database in {self.data} was made with a locale that breaks Chinese search. Back it up "
                "with `chengyun db backup`, move the directory away, start again and restore."
            )

    def _check_data_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        if made_by != str(self.binaries.major):
            raise PostgresError(
                f"{self.data} was made by PostgreSQL {made_by}, the programs here are {self.binaries.major}. "
                "Install the version it was made by, run `chengyun db backup`, then restore with the new one."
            )

    # --- users ----------------------------------------------------------------------

    def _owner(self) -> tuple[int, int]:
        if not self._user:
            return os.geteuid(), os.getegid()
        entry = pwd.getpwnam(self._user)
        return entry.pw_uid, entry.pw_gid

    def _own(self, path: Path) -> None:
        if self._user:
            os.chown(path, *self._owner())

    def _can_enter(self, directory: Path) -> bool:
        return self._spawn(["/bin/sh", "-c", 'test -x "$1"', "sh", str(directory)]).returncode == 0

    def _relocate(self) -> None:
        """Put the data where the unprivileged user can reach it, and leave a link at ``home/pg``."""
        digest = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        place = RELOCATED_ROOT / digest
        place.mkdir(parents=True, exist_ok=True, mode=0o755)
        link = self.home / "pg"
        if not self._can_enter(place):
            raise PostgresError(
                f"the database cannot run as root and {self._user} can reach neither {self.home} nor "
                f"{place}. Set CHENGYUN_HOME to a directory that others may enter (chmod o+x), or run as an "
                "ordinary user."
            )
        if not link.is_symlink():
            if (place / "pg").exists():  # of a home that was deleted since: kept, but not taken for this one's
                place.rename(place.with_name(f"{digest}.old-{int(time.time())}"))
                place.mkdir(mode=0o755)
            if link.exists():
                link.rmdir()
            link.symlink_to(place / "pg")

    def _reachable(self, found: Binaries) -> Binaries:
        """Programs the unprivileged user can run: copied to a public place when it cannot enter theirs."""
        if not self._user or self._spawn([str(found.directory / "postgres"), "--version"]).returncode == 0:
            return found
        install = found.directory.parent
        digest = hashlib.sha256(os.fsencode(install)).hexdigest()[:12]
        copy = RELOCATED_ROOT / f"postgresql-{found.major}-{digest}"
        if not (copy / "bin" / "postgres").is_file():
            partial = copy.with_suffix(".new")
            shutil.rmtree(partial, ignore_errors=True)
            partial.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
            shutil.copytree(install, partial, symlinks=True)
            partial.chmod(0o755)
            shutil.rmtree(copy, ignore_errors=True)
            partial.rename(copy)
        moved = Binaries(copy / "bin", found.major)
        if self._spawn([str(moved.directory / "postgres"), "--version"]).returncode != 0:
            raise PostgresError(f"{self._user} cannot run the programs in {copy}. Run as an ordinary user.")
        return moved

    def _spawn(self, command: Sequence[str], *, as_owner: bool = True) -> subprocess.CompletedProcess[str]:
        drop: dict[str, Any] = {}
        if self._user and as_owner:
            uid, gid = self._owner()
            drop = {"user": uid, "group": gid, "extra_groups": []}
        environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}
        try:
            return subprocess.run(
                command,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                cwd="/",
                env=environment,
                umask=0o077 if as_owner else -1,
                **drop,
            )
        except PermissionError as error:  # the program itself is out of the unprivileged user's reach
            return subprocess.CompletedProcess(command, 126, "", str(error))

    def _run(self, command: Sequence[str], complaint: str) -> str:
        done = self._spawn(command)
        if done.returncode != 0:
            raise PostgresError(f"{complaint}: {(done.stderr or done.stdout).strip()}")
        return done.stdout


def _working_directory(pid: int) -> Path | None:
    try:
        return Path(os.readlink(f"/proc/{pid}/cwd"))
    except OSError:
        return None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock, so that two starts of one home wait for each other."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
