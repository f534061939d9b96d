"""The proof: all doors at once with faults on; at the end both sides agree case by case, nothing twice or lost."""

from __future__ import annotations

import random

import pytest

from chengyun.cases.models import Case
from chengyun.channels import queries
from chengyun.channels.doors import connections
from chengyun.channels.models import InboundItem
from chengyun.channels.outbox import delivering
from chengyun.channels.outbox.models import WriteBack
from chengyun.kernel import config

from .day import HAND, Day

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(world, tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    monkeypatch.setenv("CHENGYUN_OUTBOUND_NETWORKS", "127.0.0.1")
    config.current.cache_clear()
    queries.forget()
    found = Day(world, "refuse=0.15,error=0.15,timeout=0.02,lost=0.1,twice=0.3,disorder=0.5", seed=7).open()
    yield found
    found.close()
    monkeypatch.undo()
    config.current.cache_clear()
    for part in (queries, connections):
        part.forget()


def test_after_a_day_with_all_doors_and_faults_both_sides_agree_case_by_case(day):
    rng = random.Random(7)
    for _ in range(2):
        day.bring(2)
        day.work(rng)
        day.deliver()
    for _ in range(7):
        day.fetch()
        day.work(rng)
        day.fill_in()
        day.deliver()
    assert WriteBack.objects.filter(state=WriteBack.DEAD).exists()  # the faults did something
    day.settle()
    assert set(WriteBack.objects.values_list("state", flat=True)) == {"done"}
    assert Case.objects.count() == 16
    assert not InboundItem.objects.filter(state="held").exists()
    assert day.differences() == []
    for code, (state, error, ours, theirs, agreed) in day.compare().items():
        assert (code, state, error, ours, theirs, agreed) == (code, "agreed", "", 4, 4, 4)
    counts = {code: city.state.counts() for code, city in day.cities.items()}
    assert all(one["late"] == 0 for one in counts.values()), counts
    assert sum(one["again"] for one in counts.values()) > 0  # answers were lost, messages came again, were known
    assert counts[HAND]["taken"] >= 4
    assert delivering.work_off(1) == {}
