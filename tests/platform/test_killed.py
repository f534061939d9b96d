"""Parts of the platform are killed while many people work: what was acknowledged is there, nothing is said twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess

import httpx
import pytest

from .conftest import Platform, until

pytestmark = pytest.mark.platform


def answers(platform: Platform) -> bool:
    try:
        return httpx.get(f"{platform.url}/api/health", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def test_it_prints_its_address_and_one_demo_account_for_each_role(platform):
    printed = platform.printed()
    assert platform.url in printed
    assert all(name in printed for name in ("call_taker", "dispatcher", "unit_handler", "system_admin"))
    assert answers(platform)


def test_a_second_start_of_the_same_home_is_refused_and_the_first_runs_on(platform):
    second = subprocess.run(
        platform.command("up"), env={**platform.environment, "PORT": str(platform.port + 1)},
        capture_output=True, text=True,
    )  # fmt: skip
    assert second.returncode == 1
    assert "running already" in second.stdout
    assert answers(platform)


def test_everything_acknowledged_survives_kills_of_database_web_and_worker(platform):
    rehearsal = subprocess.Popen(
        platform.command("rehearse", "--users", "8", "--cases", "5000", "--speed", "10", "--minutes", "15", "--json"),
        env=platform.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip

    def count(table: str) -> int:
        return int(platform.database.psql(f"SELECT count(*) FROM {table}"))

    before = count("cases_event")
    assert until(lambda: count("cases_event") > before + 20)
    for name in ("database", "web", "web server", "worker"):
        kill(platform, name)
        assert until(lambda: answers(platform))
        seen = settled(platform)
        assert until(lambda seen=seen: settled(platform) > seen + 5), f"nobody worked on after the {name} was killed"
        assert rehearsal.poll() is None, f"the rehearsal ended when the {name} was killed"
    rehearsal.send_signal(signal.SIGINT)
    out, err = rehearsal.communicate(timeout=400)
    assert rehearsal.returncode == 0, out + err
    report = json.loads(out)
    assert report, err
    verified = platform.run("audit", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    twice = "SELECT dedupe FROM cases_notice GROUP BY account_id, dedupe HAVING count(*) > 1"
    assert platform.database.psql(twice) == ""
    marked_twice = (
        "SELECT case_id, action, payload->>'clock_id', payload->>'due_at', payload->>'level' FROM cases_event"
        " WHERE action IN ('mark_due_soon', 'mark_overdue', 'escalate') GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1"
    )
    assert platform.database.psql(marked_twice) == ""


def settled(platform: Platform) -> int:
    """Events so far; 0 while the database is on its way back."""
    try:
        return int(platform.database.psql("SELECT count(*) FROM cases_event"))
    except Exception:
        return 0


def kill(platform: Platform, name: str) -> None:
    if name == "database":
        pid = platform.database.pid()
        assert pid
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: platform.database.pid() not in (None, pid))
        return
    word = {"web": "granian", "web server": "granian", "worker": "chengyun worker"}[name]
    assert until(lambda: platform.processes(word)), f"no {name} is running"
    found = platform.processes(word)
    victim = found[-1] if name == "web" else found[0]
    victim.kill()
    assert until(lambda: not victim.is_running() or victim.status() == "zombie")
    assert until(lambda: any(p.pid != victim.pid for p in platform.processes(word)))


def test_sigterm_stops_everything_and_the_data_is_there_at_the_next_start(platform):
    cases = platform.database.psql("SELECT count(*) FROM cases_case")
    below = platform.processes()
    assert platform.stop(signal.SIGTERM) == 0
    assert platform.database.pid() is None
    assert not [p for p in below if p.is_running() and p.status() != "zombie"]
    platform.start()
    assert platform.database.psql("SELECT count(*) FROM cases_case") == cases


def test_a_backup_made_while_it_serves_brings_back_what_was_lost_later(platform):
    backup = str(platform.home / "backup.dump")
    assert platform.run("db", "backup", backup).returncode == 0
    refused = platform.run("db", "restore", backup, "--yes")
    assert refused.returncode == 1
    assert "stop it first" in refused.stderr
    cases = platform.database.psql("SELECT count(*) FROM cases_case")
    platform.stop()
    platform.database.start()
    platform.database.psql("DROP TABLE cases_case CASCADE")
    restored = platform.run("db", "restore", backup, "--yes")
    assert restored.returncode == 0, restored.stderr
    assert platform.run("audit", "verify").returncode == 0
    platform.start()
    assert platform.database.psql("SELECT count(*) FROM cases_case") == cases


def test_a_supervisor_that_is_killed_takes_its_children_with_it_and_the_next_one_adopts_the_database(platform):
    below, database = platform.processes(), platform.database.pid()
    assert platform.process is not None
    platform.process.kill()
    platform.process.wait()
    assert until(lambda: not [p for p in below if p.is_running() and p.status() != "zombie"])
    platform.start()
    assert platform.database.pid() == database
    assert answers(platform)
