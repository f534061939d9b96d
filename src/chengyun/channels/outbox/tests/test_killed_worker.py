"""A worker is killed in the middle of write-backs: nothing is lost, and nothing is twice at the other side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

from chengyun.cases.tests.world import build
from chengyun.channels import queries
from chengyun.channels.doors import connections
from chengyun.channels.outbox import delivering
from chengyun.channels.outbox.models import WriteBack
from chengyun.channels.simulator import faults
from chengyun.kernel import config

from .conftest import send_all
from .day import PULLED, Day

WORKER = """
import django
django.setup()
from chengyun.channels.outbox import delivering
delivering.work_off(60)
"""


@pytest.fixture
def day(transactional_db, tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.1")
    config.current.cache_clear()
    queries.forget()
    found = Day(build(), "timeout=1", hang=0.4).open((PULLED,))
    yield found
    found.close()
    monkeypatch.undo()
    config.current.cache_clear()
    for part in (queries, connections):
        part.forget()


def worker():
    database = connection.settings_dict
    url = f"postgresql://{database['USER']}:{database['PASSWORD']}@/{database['NAME']}?host={database['HOST']}"
    url += f"&port={database['PORT']}" if database["PORT"] else ""
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    return subprocess.Popen([sys.executable, "-c", WORKER], env=environment)


def test_a_worker_killed_in_the_middle_loses_nothing_and_sends_nothing_twice(day):
    city = day.cities[PULLED]
    for number, key in enumerate(city.add(8)):
        case = day.world.request(f"模拟诉求 {number}", channel=PULLED, external_id=key).case
        day.world.do(case.number, "accept", "clerk")
        day.world.do(case.number, "direct_answer", "clerk", answer="已当场说明办理方式")
    killed = worker()
    try:
        until = time.monotonic() + 90
        while city.state.counts()["taken"] < 6 and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    in_flight = WriteBack.objects.filter(state=WriteBack.SENDING).count()
    assert in_flight > 0  # taken by the other side, not written down by us
    assert delivering.work_off(0.1).get("done", 0) <= 8  # whose lease holds stays the killed worker's
    city.faults = faults.read("")
    send_all()
    assert set(WriteBack.objects.values_list("state", flat=True)) == {"done"}
    assert day.differences() == []
    counts = city.state.counts()
    assert (counts["taken"], counts["late"]) == (16, 0)
    assert 0 < counts["again"] <= 8
