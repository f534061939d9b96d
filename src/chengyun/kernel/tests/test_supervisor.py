"""The supervisor: what dies comes back, what it left behind is ended, and stopping leaves nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from chengyun.kernel import config, supervisor
from chengyun.kernel.supervisor import Child, Supervisor

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def settings(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return config.load({"CHENGYUN_HOME": str(tmp_path), "DATABASE_URL": "postgresql://elsewhere/x", "PORT": str(port)})


@pytest.fixture
def watched(settings, monkeypatch):
    """A supervisor of two sleeping processes."""
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.05,))
    made = Supervisor(settings)
    made.children = [Child("web", SLEEPER), Child("worker", SLEEPER)]
    for child in made.children:
        made._start(child)
    yield made
    made._stop()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(true, patience: float = 20.0) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_killed_child_is_started_again_and_the_other_is_left_alone(watched):
    web, worker = watched.children
    first, other = web.process.pid, worker.process.pid
    os.kill(first, signal.SIGKILL)

    def back() -> bool:
        for child in watched.children:
            watched._look_after(child)
        return web.process is not None and web.process.pid != first

    assert until(back)
    assert worker.process.pid == other


def test_a_child_that_keeps_dying_is_tried_less_and_less_often(settings, monkeypatch):
    monkeypatch.setattr(supervisor, "BACK_OFF", (1, 5))
    made = Supervisor(settings)
    child = Child("web", [sys.executable, "-c", "raise SystemExit(3)"])
    made.children = [child]
    waits = []
    for _ in range(3):
        made._start(child)
        child.process.wait()
        made._look_after(child)
        waits.append(round(child.not_before - time.monotonic()))
    assert waits == [1, 5, 5]


def test_processes_that_a_dead_child_left_behind_are_ended(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "BACK_OFF", (0.0,))
    note = tmp_path / "orphan"
    program = textwrap.dedent(f"""
        import subprocess, sys, time, pathlib
        orphan = subprocess.Popen([sys.executable, "-c", "import signal, time;"
            "signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"])
        pathlib.Path({str(note)!r}).write_text(str(orphan.pid))
        time.sleep(600)
    """)
    made = Supervisor(settings)
    child = Child("web", [sys.executable, "-c", program])
    made.children = [child]
    made._start(child)
    assert until(lambda: note.exists() and note.read_text())
    orphan = int(note.read_text())
    child.process.kill()
    child.process.wait()
    made._look_after(child)
    made._look_after(child)
    assert until(lambda: not alive(orphan))
    made._stop()


def test_stopping_ends_every_process(watched):
    pids = [child.process.pid for child in watched.children]
    watched._stop()
    assert not any(alive(pid) for pid in pids)


def test_a_port_in_use_is_said_before_anything_is_started(settings, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", settings.port))
        taken.listen()
        assert Supervisor(settings).run() == 1
    assert "已被占用" in capsys.readouterr().out


def test_two_supervisors_of_one_home_do_not_run_together(settings, capsys):
    first = Supervisor(settings)
    assert first._is_alone()
    assert not Supervisor(settings)._is_alone()
    assert supervisor.is_running(settings.home)
    assert first._lock is not None
    first._lock.close()
    assert not supervisor.is_running(settings.home)


def test_children_end_when_the_supervisor_itself_is_killed(settings):
    program = textwrap.dedent(f"""
        import sys, time
        from chengyun.kernel import config
        from chengyun.kernel.supervisor import Child, Supervisor
        made = Supervisor(config.load())
        child = Child("web", {SLEEPER!r})
        made._start(child)
        print(child.process.pid, flush=True)
        time.sleep(600)
    """)
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert alive(pid)
    parent.kill()
    parent.wait()
    assert until(lambda: not alive(pid))


def test_the_supervisor_costs_little_because_it_loads_neither_django_nor_the_driver():
    code = (
        "import sys, chengyun.cli, chengyun.cli.serve, chengyun.kernel.supervisor;"
        "print([m for m in ('django', 'psycopg', 'pydantic', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
