"""The embedded PostgreSQL: made once, adopted, back after a crash, refused clearly when it cannot be used."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import tempfile
from pathlib import Path

import pytest

from chengyun.kernel import embedded_postgres, postgres_programs
from chengyun.kernel.embedded_postgres import EmbeddedPostgres
from chengyun.kernel.postgres_programs import PostgresError, check_database


def server_in(home: Path) -> EmbeddedPostgres:
    return EmbeddedPostgres(home, shared_buffers_mb=16, max_connections=15, fsync=False)


@pytest.fixture(scope="module")
def public_directory():
    """A place that the unprivileged user can reach; pytest's own directories are private."""
    path = Path(tempfile.mkdtemp(prefix="chengyun-pg-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def server(public_directory):
    made = server_in(public_directory / "home")
    made.start()
    yield made
    made.stop()


def test_a_started_server_answers_on_a_private_socket_only_and_finds_chinese_text(server):
    assert server.psql("SHOW listen_addresses") == ""
    assert stat.S_IMODE(server.socket_dir.stat().st_mode) == 0o700
    assert server.psql("SELECT '垃圾清运' % '垃圾清运不及时'") == "t"
    assert int(server.psql("SHOW server_version").split(".")[0]) in postgres_programs.SUPPORTED
    assert check_database(server.url) in postgres_programs.SUPPORTED


def test_root_is_never_the_one_who_runs_it(server):
    assert os.stat(f"/proc/{server.pid()}").st_uid != 0


def test_a_second_start_adopts_the_running_server(server):
    before = server.pid()
    assert server_in(server.home).start() == server.url
    assert server.pid() == before


def test_after_sigkill_the_next_start_brings_back_what_was_committed(server):
    server.psql("CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)")
    server.psql("CHECKPOINT")
    os.kill(server.pid(), signal.SIGKILL)
    server.start()
    assert server.psql("SELECT count(*) FROM kept") == "1000"


def test_a_pid_file_whose_number_belongs_to_another_program_is_not_in_the_way(server):
    server.stop()
    assert not server.is_running()
    pid_file = server.data / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{server.data}\n1\n5432\n{server.socket_dir}\n\n")
    assert not server.is_running()
    server.start()
    assert server.psql("SELECT 1") == "1"


def test_stopping_twice_is_harmless(server):
    server.stop()
    server.stop()
    server.start()


def test_a_socket_path_that_would_be_too_long_moves_to_a_short_private_directory(public_directory):
    far = server_in(public_directory / ("long" * 30) / "home")
    try:
        far.start()
        assert len(str(far.socket_dir)) < 60
        assert far.psql("SELECT 1") == "1"
    finally:
        far.stop()
        shutil.rmtree(far.socket_dir, ignore_errors=True)


def test_a_killed_initdb_leaves_nothing_in_the_way(public_directory):
    home = public_directory / "half"
    (home / "pg.new").mkdir(parents=True)
    (home / "pg.new" / "PG_VERSION").write_text("17\n")
    made = server_in(home)
    try:
        assert made.start() == made.url
    finally:
        made.stop()


def test_files_of_somebody_else_are_never_overwritten(public_directory):
    home = public_directory / "taken"
    (home / "pg").mkdir(parents=True)
    (home / "pg" / "letter.txt").write_text("mine")
    with pytest.raises(PostgresError, match="holds files but no database"):
        server_in(home).init()


def test_data_of_another_major_version_is_refused_with_what_to_do(public_directory):
    home = public_directory / "old"
    (home / "pg").mkdir(parents=True)
    (home / "pg" / "PG_VERSION").write_text("9\n")
    with pytest.raises(PostgresError, match=r"made by PostgreSQL 9.*chengyun db backup"):
        server_in(home).init()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to hand the data to another user")
def test_a_home_that_only_root_may_enter_keeps_its_data_where_the_server_reaches_it(public_directory, monkeypatch):
    monkeypatch.setattr(embedded_postgres, "RELOCATED_ROOT", public_directory / "lib")
    private = public_directory / "private"
    private.mkdir(mode=0o700)
    made = server_in(private / "home")
    try:
        made.start()
        assert (private / "home" / "pg").is_symlink()
        assert made.data.is_relative_to(public_directory / "lib")
        made.psql("CREATE TABLE first_life ()")
        made.stop()
        shutil.rmtree(private / "home")
        made.start()
        assert made.psql("SELECT to_regclass('first_life') IS NULL") == "t"
        assert [p for p in (public_directory / "lib").iterdir() if ".old-" in p.name]
    finally:
        made.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
def test_programs_in_a_private_directory_are_copied_where_the_server_may_run_them(public_directory, monkeypatch):
    monkeypatch.setattr(embedded_postgres, "RELOCATED_ROOT", public_directory / "lib")
    private = public_directory / "private-programs"
    private.mkdir(mode=0o700)
    install = private / "pginstall"
    found = postgres_programs.find_binaries()
    install.symlink_to(found.directory.parent)
    hidden = postgres_programs.Binaries(install / "bin", found.major)
    monkeypatch.setattr(embedded_postgres, "find_binaries", lambda: hidden)
    programs = server_in(public_directory / "elsewhere").binaries
    assert programs.directory.is_relative_to(public_directory / "lib")
    assert (programs.directory / "postgres").is_file()


def test_an_unreachable_outside_server_is_said_in_one_sentence():
    with pytest.raises(PostgresError, match="cannot reach the database of DATABASE_URL"):
        check_database("postgresql://nobody@127.0.0.1:1/none")


def test_an_outside_database_that_breaks_chinese_search_is_refused_with_the_remedy(server):
    server.psql("CREATE DATABASE plain ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(PostgresError, match=r"breaks Chinese search.*LOCALE 'C.UTF-8'"):
        check_database(server.url.replace("/chengyun?", "/plain?"))
