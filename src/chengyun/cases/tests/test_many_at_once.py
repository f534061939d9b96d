"""Many people, the watch and the seal at work on the same few cases at once: refusals, but no faults and no losses."""

from __future__ import annotations

import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from chengyun.cases import audit, engine, watch
from chengyun.cases.models import Case, Event, Notice
from chengyun.cases.offers import offers
from chengyun.kernel.problems import Problem

from .filling import Filler
from .invariants import check_all
from .world import build

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = ("clerk", "clerk", "lights", "water", "street", "community")
STEPS = 25


class Crowd:
    """Each member goes its own way through the same cases; what was acknowledged is noted down."""

    def __init__(self, world, seed: int):
        self.world = world
        self.numbers = [world.request().case.number for _ in range(int(os.environ.get("CROWDS", "3")))]
        self.seed = seed
        self.lock = threading.Lock()
        self.done: list[tuple[str, int, str]] = []
        self.refused: list[Problem] = []
        self.stop = threading.Event()

    def member(self, name: str, place: int) -> None:
        rng = random.Random(f"{self.seed}-{place}")
        actor = self.world.actors[name]
        for _ in range(STEPS):
            number = rng.choice(self.numbers)
            try:
                self.step(rng, actor, number)
            except Problem as problem:
                with self.lock:
                    self.refused.append(problem)

    def step(self, rng: random.Random, actor, number: str) -> None:
        with transaction.atomic():
            work = engine.load(number, actor)
            offered = [
                o for o in offers(work, actor) if o["code"] not in ("void", "reject", "direct_answer", "archive")
            ]
            if not offered:
                return
            offer = rng.choice(offered)
            data = Filler(rng, work, actor).fill(offer)
        if data is None:
            return
        version = work.case.version if rng.random() < 0.7 else None
        done = engine.perform(number, offer["code"], actor, data, version=version, assignment_id=offer["assignment_id"])
        with self.lock:
            self.done.append((number, done.case.event_count, offer["code"]))
            if offer["code"] == "split":
                self.numbers.append(Case.objects.latest("id").number)

    def platform(self) -> None:
        """The watch, looking far ahead, and the seal, again and again."""
        from datetime import timedelta

        from django.utils import timezone

        days = 0
        while not self.stop.wait(0.05):
            days += 1
            watch.sweep(timezone.now() + timedelta(days=days % 12))
            audit.seal()

    def run(self) -> None:
        def in_thread(work, *args):
            try:
                work(*args)
            finally:
                connection.close()

        with ThreadPoolExecutor(len(PEOPLE) + 1) as pool:
            worker = pool.submit(in_thread, self.platform)
            members = [pool.submit(in_thread, self.member, name, place) for place, name in enumerate(PEOPLE)]
            try:
                for member in members:
                    member.result(120)
            finally:
                self.stop.set()
            worker.result(120)


@pytest.mark.parametrize("seed", range(int(os.environ.get("CROWDS", "3"))))
def test_a_crowd_on_the_same_cases_loses_nothing_and_meets_no_fault(transactional_db, seed):
    crowd = Crowd(build(), seed)
    crowd.run()
    assert len(crowd.done) > STEPS
    for number, seq, action in crowd.done:
        assert Event.objects.filter(case__number=number, seq=seq, action=action).exists(), (number, seq, action)
    odd = [p for p in crowd.refused if p.status not in (403, 404, 409, 422)]
    assert odd == []
    assert len({(n.account_id, n.dedupe) for n in Notice.objects.all()}) == Notice.objects.count()
    check_all()
